// What the reading of HTML shares: the elements that matter to a rendition, and the writing of
// events.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <gouji/html.h>

namespace gouji::html {

// What an element is to the rendition and to the scan of markup; 0 is an inline element.
enum Kind : std::uint32_t {
  block = 1U << 0,    // begins and ends a line
  dropped = 1U << 1,  // holds nothing that a reader of the page sees as its text
  line_break = 1U << 2,
  preformatted = 1U << 3,
  table = 1U << 4,
  group = 1U << 5,  // of rows
  row = 1U << 6,
  cell = 1U << 7,
  raised = 1U << 8,       // above or below the line: no digit of the number before it
  raw = 1U << 9,          // its content is text up to the end tag, whatever it looks like
  is_void = 1U << 10,     // has no content and no end tag
  formatting = 1U << 11,  // reopened by parsers where it is left open
  item = 1U << 12,        // ends the item before it
  list = 1U << 13,
  paragraph = 1U << 14,
  foreign = 1U << 15,
  choice = 1U << 16,  // <select>
  option = 1U << 17,  // may stand in one
  column = 1U << 18,
  caption = 1U << 19,
  only_head = 1U << 20,  // <html>, <head>, <body>: stands in documents only, holds nothing open
  obsolete = 1U << 21,   // parsers differ
  active = 1U << 22,     // asks for files, runs or styles
};

// A name in any case as a number that is compared at once; 0 for the long and the odd ones, of
// which no kind is known.
using Name = std::uint64_t;
[[nodiscard]] Name name_of(std::u16string_view name);
[[nodiscard]] std::uint32_t kind_of(Name name);

// What `make_inert` calls the attribute `style`.
inline constexpr std::u16string_view inert_style = u"styl_";

// Whether a style takes its element out of sight: 「display: none」, or Word's 「mso-hide:all」.
[[nodiscard]] bool hides(std::u16string_view style);

class EventWriter {
 public:
  explicit EventWriter(Markup markup) { out_ += static_cast<char16_t>(markup); }

  // To be followed by as many attributes as told.
  void open(std::u16string_view name, std::uint16_t attributes = 0) {
    out_ += u'o';
    string(name);
    out_ += static_cast<char16_t>(attributes);
  }
  void attribute(std::u16string_view name, std::u16string_view value) {
    string(name);
    string(value);
  }
  void text(std::u16string_view text) {
    out_ += u't';
    string(text);
  }
  void close() { out_ += u'c'; }

  [[nodiscard]] const std::u16string& events() const { return out_; }

 private:
  void string(std::u16string_view text) {
    out_ += static_cast<char16_t>(text.size() >> 16);
    out_ += static_cast<char16_t>(text.size() & 0xFFFF);
    out_ += text;
  }

  std::u16string out_;
};

}  // namespace gouji::html
