// What JavaScript sees of the core: check, forms and detect.

#include <emscripten/bind.h>
#include <rapidjson/document.h>

#include <string>
#include <string_view>

#include <gouji/check.h>
#include <gouji/decode.h>

namespace {

// `options` is a JSON object; the one key known is "file", the name to be answered with. What is no
// such object counts as {}: the text is answered for in any case.
std::string check(const std::u16string& text, const std::string& options) {
  rapidjson::Document document;
  document.Parse(options.data(), options.size());
  gouji::Options given;
  if (document.IsObject() && document.HasMember("file") && document["file"].IsString()) {
    given.file = {document["file"].GetString(), document["file"].GetStringLength()};
  }
  return gouji::to_json(gouji::check(text, given));
}

// Embind copies a Uint8Array into a std::string byte by byte, as it is.
std::string detect(const std::string& bytes) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(bytes.data());
  return std::string(gouji::detect_encoding({begin, bytes.size()}));
}

}  // namespace

EMSCRIPTEN_BINDINGS(gouji) {
  emscripten::function("check", &check);
  emscripten::function("forms", &gouji::forms_json);
  emscripten::function("detect", &detect);
}
