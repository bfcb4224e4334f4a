// Places and changes in words, for the outputs that people read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

namespace gouji {

// Line and column, both from 1, columns in UTF-16 code units; CR LF is one line end.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

class Lines {
 public:
  explicit Lines(std::u16string_view text);

  [[nodiscard]] Position position(std::uint32_t at) const;

 private:
  std::vector<std::uint32_t> starts_;
};

// 「表三「(一)予以公开 · 自然人」」; the id itself where no form has such a cell.
[[nodiscard]] std::string cell_name(const Answer& answer, std::string_view id);

// 「表三「(一)予以公开 · 自然人」12 改为 13」, one change after the other.
[[nodiscard]] std::string in_words(const Answer& answer, const Alternative& alternative);

// What files and their names say, for a terminal: a line end or a tab becomes a space, and another
// control character, which could do anything there, U+FFFD.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace gouji
