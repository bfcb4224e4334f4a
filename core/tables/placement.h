// Which of the cells that follow a row's label are which of the form's.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "tables/tokens.h"

namespace gouji {

// A row of the form with everything in the text that could be its values.
struct RowSlots {
  std::uint16_t line = 0;   // index into the form's lines
  std::uint16_t count = 0;  // how many cells the form has there
  std::uint8_t depth = 0;   // how deep the row's label is nested: its rows share a geometry
  std::vector<Token> slots;
  std::size_t first_token = 0;  // of its group in Gatherer::tokens(), the label's included
  std::size_t last_token = 0;   // one past
  std::uint32_t label_line = 0;
  // In running text: the slots if the words among them fill cells, too.
  std::vector<Token> with_words;
  bool by_lines = false;       // every cell has its line, empty ones as well
  bool one_line = false;       // all slots stand on one line of cells
  bool bars = false;           // bars part its cells: where cells were merged they may be too few
  std::optional<Token> below;  // a number alone on the line below the row's
  bool adopted = false;        // the slots stood beside a group's head, without the row's own label
  bool broken = false;         // a number may go on over the line's end
  bool unsure = false;         // the slots may be another row's
  bool stopped = false;        // by words that may be the label of a row that could not be read
  std::uint16_t fused = 0;  // so many characters without anything between them are all of the row
  bool loose = false;       // fused, but spaces stand among them or before the first
  bool spaced_thousands = false;   // the slots may be parts of numbers, 「663 6000323 597」
  bool by_equation = false;        // the slots are parts of them that only the sums tell
  std::uint16_t line_columns = 0;  // of that one line
  bool merged = false;             // on it bars stand for the width of merged cells
  bool opened = false;             // it begins with a bar
  // Places between its labels and the next row's, merged ones counted: the same in every row of a
  // table whose cells have a line each.
  std::uint16_t places = 0;
  // The row is made of groups of so many cells, the last of each the sum of the others; 0: it is
  // not.
  std::uint16_t sum_width = 0;
};

// How a row came out: for each cell of the form the slot it takes.
struct Placement {
  enum class Kind : std::uint8_t {
    placed,     // `slot[c]` is the slot of cell c; none: the text has no such cell
    ambiguous,  // the slots that hold something are `held`, in order
    missing,
  };
  Kind kind = Kind::missing;
  bool by_equation = false;  // the layout leaves several ways, and only this one adds up
  std::vector<std::optional<std::uint16_t>> slot;
  std::vector<std::uint16_t> held;
};

// What the heads of a table say of its columns: on lines with `line_columns` separators the first
// value stands in column `first`.
struct HeadGeometry {
  std::uint16_t line_columns = 0;
  std::uint16_t first = 0;
};

// The slots of a row that hold anything, in order.
[[nodiscard]] std::vector<std::uint16_t> held_slots(const RowSlots& row);

// Whether every group of the row adds up with the slots taken in this order, blanks as 0.
[[nodiscard]] bool adds_up(const RowSlots& row, std::span<const std::uint16_t> slots);

// Places all rows of a table. Rows that can be read in one way only tell how the others are to be
// read; where several ways stay equally good the one that adds up is taken if it is the only one,
// and else the row is ambiguous. What the layout shows is never overruled by sums.
// `all_columns`: the heads of all columns stand in the text, so that none of them is lost.
[[nodiscard]] std::vector<Placement> place(std::span<const RowSlots> rows,
                                           std::span<const HeadGeometry> heads, bool all_columns);

}  // namespace gouji
