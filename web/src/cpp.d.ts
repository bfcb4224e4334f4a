// C++ in the page's own sources comes as the wasm that ../cpp.mjs makes of it.
declare module "*.cpp" {
  const wasm: Uint8Array<ArrayBuffer>;
  export default wasm;
}

/** A style sheet, as the page has it. */
declare module "*.css" {
  const text: string;
  export default text;
}
