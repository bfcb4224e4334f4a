// The ideographs of a text, with what stands between them: labels are looked for by these alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/unicode.h"

namespace gouji {

// What stands between two letters, or at an end of a label.
enum class Gap : std::uint8_t {
  none,      // another letter
  soft,      // space, comma, bracket
  number,    // a digit
  sentence,  // 。;!?
  hard,      // a bar, a tab, the end of a line
};

// An ideograph of the text.
struct Letter {
  char16_t c = 0;
  std::uint32_t at = 0;       // in the normalized text
  Gap before = Gap::hard;     // the strongest thing between it and the letter before
  bool after_number = false;  // a figure is part of what stands between
};

// A bar, a tab or the end of a line.
[[nodiscard]] constexpr bool parts_cells(char16_t c) {
  return c == u'|' || c == u'\t' || c == u'\n' || c == u'\r' || c == 0x2502 || c == 0x2503 ||
         c == 0xA6 || c == 0x2028 || c == 0x2029;
}
[[nodiscard]] constexpr bool is_sentence_end(char16_t c) {
  return c == 0x3002 || c == u';' || c == u'!' || c == u'?';
}
[[nodiscard]] constexpr Gap gap_of(char16_t c) {
  if (is_han(c)) return Gap::none;
  if (parts_cells(c)) return Gap::hard;
  if (is_sentence_end(c)) return Gap::sentence;
  if (is_digit(c)) return Gap::number;
  return Gap::soft;
}

[[nodiscard]] std::vector<Letter> read_letters(std::u16string_view folded);

}  // namespace gouji
