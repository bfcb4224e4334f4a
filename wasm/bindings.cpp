// What JavaScript sees of the core: check, also beside a report of the year before, forms, and what
// makes text of a file.

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <gouji/check.h>
#include <gouji/decode.h>
#include <gouji/html.h>

#include "text/mime.h"

// UTF-8 as JavaScript's text. Embind would look at each of its bytes for a NUL.
EM_JS(emscripten::EM_VAL, gouji_text, (const char* bytes, std::size_t size),
      { return Emval.toHandle(UTF8Decoder.decode(HEAPU8.subarray(bytes, bytes + size))); });

namespace {

emscripten::val text_of(const std::string& utf8) {
  return emscripten::val::take_ownership(gouji_text(utf8.data(), utf8.size()));
}

// `file` is the name to be answered with, or empty.
emscripten::val check(const std::u16string& text, const std::string& file) {
  return text_of(gouji::to_json(gouji::check(text, {.file = file})));
}

// `previous` is the text of the same agency's report of the year before, or empty.
emscripten::val check_beside(const std::u16string& text, const std::string& file,
                             const std::u16string& previous) {
  if (previous.empty()) return check(text, file);
  // It is asked again with each keystroke in `text`.
  static std::u16string checked;
  static gouji::Answer before;
  if (checked != previous) {
    before = gouji::check(previous);
    checked = previous;
  }
  return text_of(gouji::to_json(
      gouji::check(text, {.file = file, .previous = &before, .previous_text = previous})));
}

// Embind copies a Uint8Array into a std::string byte by byte, as it is.
std::span<const unsigned char> bytes_of(const std::string& bytes) {
  return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

std::string detect(const std::string& bytes, const std::string& declared) {
  return std::string(gouji::detect_encoding(bytes_of(bytes), declared));
}

// The page that is in an MHT file: "h" for HTML or "t" for text, the charset declared, a line end,
// and then a character for each byte. Nothing if the file is none.
std::u16string mime(const std::string& bytes) {
  const std::optional<gouji::Part> part = gouji::read_mime(bytes_of(bytes));
  if (!part) return {};
  std::u16string out(1, part->html ? u'h' : u't');
  out.reserve(part->charset.size() + part->content.size() + 2);
  for (const unsigned char byte : part->charset) out += byte;
  out += u'\n';
  for (const unsigned char byte : part->content) out += byte;
  return out;
}

// The HTML to be parsed, behind the unit with which its events begin. What no parser should be
// given is rendered at once: "=" and the rendition. Nothing for plain text.
std::u16string markup(const std::u16string& text, bool html) {
  gouji::Markup kind = gouji::markup_of(text);
  if (html && kind == gouji::Markup::none) kind = gouji::Markup::document;
  if (kind == gouji::Markup::none || text.size() > gouji::max_text) return {};
  if (gouji::is_irregular(text)) return u"=" + gouji::render_flat(text, kind);
  return static_cast<char16_t>(kind) + gouji::make_inert(text);
}

std::u16string render(const std::u16string& events) { return gouji::render_html(events); }

}  // namespace

EMSCRIPTEN_BINDINGS(gouji) {
  emscripten::function("check", &check);
  emscripten::function("check", &check_beside);  // told apart by the number of arguments
  emscripten::function("forms", &gouji::forms_json);
  emscripten::function("detect", &detect);
  emscripten::function("mime", &mime);
  emscripten::function("markup", &markup);
  emscripten::function("render", &render);
}
