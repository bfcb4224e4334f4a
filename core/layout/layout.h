// Text into lines and pieces: what a reader sees as separate, before knowing what it means.
//
// A piece is a stretch of one line between separators: a cell where there are bars or tabs, else
// the whole line. A bar closes the piece before it, also when that stands on the line above; two
// bars with nothing between them enclose an empty piece. Page marks (「— 4 —」) and the rule lines
// of Markdown tables are no pieces.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace gouji {

struct Piece {
  std::uint32_t begin = 0;  // in the normalized text, spaces at both ends left out
  std::uint32_t end = 0;
  std::uint32_t line = 0;
  std::uint16_t column = 0;  // how many separators of its line stand before it
  bool closed = false;       // a cell: short, with a bar or a tab on at least one side

  [[nodiscard]] bool empty() const { return begin == end; }
};

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_piece = 0;
  std::uint32_t pieces = 0;
  std::uint16_t columns = 0;  // separators counted; 0 for a line without any
  std::uint16_t merged = 0;   // of these, how many only stand for a merged cell's width
  std::uint32_t number = 0;   // in the text, lines without anything counted
};

struct PageMark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Layout {
  std::vector<Line> lines;  // those that hold anything
  std::vector<Piece> pieces;
  std::vector<PageMark> page_marks;  // on lines of their own and inside long ones, in no order
  bool closed_below = false;         // bars stand on the line below the text that they close
};

[[nodiscard]] Layout lay_out(std::u16string_view text);

}  // namespace gouji
