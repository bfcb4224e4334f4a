// C++ in the page's own sources comes as the wasm that ../cpp.mjs makes of it.
declare module "*.cpp" {
  const wasm: Uint8Array<ArrayBuffer>;
  export default wasm;
}
