// What JavaScript sees of the core: check, also beside other reports and with other texts in some
// cells, the answer as SARIF, the forms, what is told of the rules, and what makes text of a file.

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/check.h>
#include <gouji/decode.h>
#include <gouji/html.h>
#include <gouji/outputs.h>
#include <gouji/rules.h>

#include "text/mime.h"
#include "text/unicode.h"

// UTF-8 as JavaScript's text. Embind would look at each of its bytes for a NUL.
EM_JS(emscripten::EM_VAL, gouji_text, (const char* bytes, std::size_t size),
      { return Emval.toHandle(UTF8Decoder.decode(HEAPU8.subarray(bytes, bytes + size))); });

namespace {

emscripten::val text_of(const std::string& utf8) {
  return emscripten::val::take_ownership(gouji_text(utf8.data(), utf8.size()));
}

// What a report is checked beside: asked again with each keystroke, so that it is kept.
struct Beside {
  std::u16string previous_text;
  gouji::Answer previous;
  std::vector<gouji::Answer> units;
};

Beside& beside() {
  static Beside kept;
  return kept;
}

// The reports of the subordinate units, one call each; a call without a text leaves none.
void unit(const std::u16string& text, const std::string& file) {
  if (text.empty()) {
    beside().units.clear();
  } else {
    beside().units.push_back(gouji::check(text, {.file = file}));
  }
}

// `file` is the name to be answered with, or empty; `previous` the text of the same agency's report
// of the year before, or empty. Each edit is a cell's id, a tab, its text, and a line end.
gouji::Answer answer(const std::u16string& text, const std::string& file,
                     const std::u16string& previous, const std::u16string& edits) {
  Beside& kept = beside();
  if (kept.previous_text != previous) {
    kept.previous = previous.empty() ? gouji::Answer{} : gouji::check(previous);
    kept.previous_text = previous;
  }
  std::vector<std::string> cells;
  std::vector<std::u16string_view> texts;
  for (std::size_t at = 0; at < edits.size();) {
    const std::u16string_view rest = std::u16string_view(edits).substr(at);
    const std::size_t end = rest.find(u'\n');
    const std::u16string_view line = rest.substr(0, end);
    const std::size_t tab = std::min(line.find(u'\t'), line.size());
    cells.push_back(gouji::to_utf8(line.substr(0, tab)));
    texts.push_back(line.substr(std::min(tab + 1, line.size())));
    at = end == std::u16string_view::npos ? edits.size() : at + end + 1;
  }
  std::vector<gouji::Edit> list;
  for (std::size_t i = 0; i < cells.size(); ++i) list.push_back({cells[i], texts[i]});
  return gouji::check(text, {.file = file,
                             .previous = previous.empty() ? nullptr : &kept.previous,
                             .previous_text = previous,
                             .units = kept.units,
                             .edits = list});
}

emscripten::val check(const std::u16string& text, const std::string& file,
                      const std::u16string& previous, const std::u16string& edits) {
  return text_of(gouji::to_json(answer(text, file, previous, edits)));
}

emscripten::val sarif(const std::u16string& text, const std::string& file,
                      const std::u16string& previous, const std::u16string& edits) {
  gouji::SarifLog log;
  log.add(answer(text, file, previous, edits), text, file);
  return text_of(log.take());
}

emscripten::val help() { return text_of(gouji::help_json()); }

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
  emscripten::function("unit", &unit);
  emscripten::function("sarif", &sarif);
  emscripten::function("help", &help);
  emscripten::function("forms", &gouji::forms_json);
  emscripten::function("detect", &detect);
  emscripten::function("mime", &mime);
  emscripten::function("markup", &markup);
  emscripten::function("render", &render);
}
