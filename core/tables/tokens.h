// The region of a table as a sequence of labels and of what may be values.
#pragma once

#include <cstdint>
#include <vector>

#include "tables/number.h"
#include "tables/tables.h"

namespace gouji {

struct Token {
  bool label = false;
  std::uint32_t hit = 0;    // labels: index into Document::labels
  Value value;              // others
  std::uint32_t begin = 0;  // in the normalized text
  std::uint32_t end = 0;
  std::uint32_t line = 0;
  std::uint16_t column = 0;
  bool closed = false;        // stands in a cell, between bars or tabs
  bool fused = false;         // follows a label's last letter with nothing in between
  std::uint16_t letters = 0;  // words: how many ideographs
  bool digits = false;        // words: digits alone, too many for one number, or several of them
  std::uint8_t parts = 1;     // so many tokens share its cell, or its line where that is no cell
  bool prose = false;         // a figure in a sentence: punctuation follows it

  [[nodiscard]] bool blank() const { return !label && value.kind == ValueKind::blank; }
  // Words are values only in a cell of their own; in running text they are just words.
  [[nodiscard]] bool slot() const {
    return !label && !prose && (value.kind != ValueKind::word || closed || digits);
  }
};

// The tokens of the pieces that overlap `[begin, end)` of the normalized text.
[[nodiscard]] std::vector<Token> tokenize(const Document& document, std::uint32_t begin,
                                          std::uint32_t end);

// Whether in the text as it came only space stands between two places of the normalized text: page
// marks and markup are blank there.
[[nodiscard]] bool only_space(const Document& document, std::uint32_t begin, std::uint32_t end);

}  // namespace gouji
