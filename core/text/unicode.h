// The few character facts that the reading of reports needs, and UTF-8 for the answer's strings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji {

// Han ideographs of the basic plane: what the forms' labels are written in.
[[nodiscard]] constexpr bool is_han(char16_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF);
}
// What labels and headings are numbered with.
inline constexpr std::u16string_view numerals = u"一二三四五六七八九十";
[[nodiscard]] constexpr bool is_numeral(char16_t c) {
  return numerals.find(c) != std::u16string_view::npos;
}
[[nodiscard]] constexpr bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
[[nodiscard]] constexpr bool is_latin(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
// Spaces inside a line, after normalization.
[[nodiscard]] constexpr bool is_space(char16_t c) {
  return c == u' ' || c == 0x00A0 || c == 0x3000 || c == u'\f' || c == u'\v' ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x0085;
}

[[nodiscard]] constexpr bool is_line_end(char16_t c) {
  return c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029;
}

// Lone surrogates become U+FFFD.
[[nodiscard]] std::string to_utf8(std::u16string_view text);
void append_utf8(std::string& out, std::u16string_view text);

}  // namespace gouji
