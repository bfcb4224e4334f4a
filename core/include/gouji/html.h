// HTML into the plain text that `check` reads.
//
// The rendition carries all that is known of the source: a row of a table is a line whose cells
// are parted by tabs, every other block a line. So it can stand in a text box, be edited there and
// be checked again.
//
// Parsing is not done here but by a parser that keeps to the HTML standard, the browser's own in
// the page and Gumbo natively. Both hand over the tree as one string of events, so that the same
// code renders it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <gouji/check.h>

namespace gouji {

enum class Markup : char16_t {
  none = 0,          // plain text
  document = u'd',   // HTML; its line ends are white space
  fragments = u'f',  // text with tables or blocks of HTML in it; line ends outside tables count
};

// What a text is by its own looks. Angle brackets alone are no markup, nor are the `<br>` and `<b>`
// that Markdown and prose hold.
[[nodiscard]] Markup markup_of(std::u16string_view text);
[[nodiscard]] inline bool is_html(std::u16string_view text) {
  return markup_of(text) != Markup::none;
}

// Whether a text is to be rendered by `render_flat`, since a parser would take time or memory out
// of all proportion to it, or would build a tree that differs from one browser to the next, or
// would run cells together that no table holds.
[[nodiscard]] bool is_irregular(std::u16string_view html);

// The same HTML without what a parser might act on: scripts, styles and links are comments, the
// attribute `style` is called `styl_`, and no attribute's name begins with `on`. This is what is to
// be parsed, everywhere.
[[nodiscard]] std::u16string make_inert(std::u16string_view html);

// Renders tag by tag, without a tree. On regular HTML the outcome is that of `render_html`, but for
// what depends on the finer rules of parsing.
[[nodiscard]] std::u16string render_flat(std::u16string_view html, Markup markup);

// Renders a tree. The events are, each unit being one UTF-16 code unit:
//
//   events  = markup *event             markup is `d` or `f`, see `Markup`
//   event   = open / text / close       in document order; closes are not named
//   open    = "o" string count *(string string)    the element's name in lower case, then
//                                       `count` (one unit) attributes, name and value
//   text    = "t" string
//   close   = "c"
//   string  = length units              length is two units, the upper 16 bits first
//
// Of the attributes those that `render_html` asks for are enough: rowspan, colspan, hidden, styl_
// and height. Any string is harmless; reading ends where the events are malformed.
[[nodiscard]] std::u16string render_html(std::u16string_view events);

// A file's text.
struct Source {
  std::u16string text;
  bool rendition = false;  // the file is HTML or MHT, and `text` the rendition that spans refer to
};

// Decodes a file that is plain text, HTML or MHT. Native builds only.
[[nodiscard]] Source read_source(std::span<const unsigned char> bytes);

// Checks a file's text; the answer holds the text where that is a rendition.
[[nodiscard]] Answer check(const Source& source, const Options& options = {});

}  // namespace gouji
