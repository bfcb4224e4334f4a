// How a text as a whole is laid out, as far as single rows need to know it: section 3, which has
// the most rows, tells.
#pragma once

#include <cstdint>

#include "tables/gather.h"

namespace gouji {

struct Evidence {
  // Each cell has a line, empty cells an empty one: so many lines from cell to cell; 0: it is not
  // so.
  std::uint32_t line_step = 0;
  bool lines_removed = false;  // every line that was printed before is left out
  bool blanks_vanish = true;   // empty cells leave no trace
};

// `requests` gathers section 3; what its table holds beside the rows' figures is still in it.
[[nodiscard]] Evidence find_evidence(const Document& document, const Gatherer& requests);

// Takes a row's cells, empty ones as well, by the lines on which they stand, if every cell has one
// (`step`: Evidence::line_step) and the row has them all.
void take_by_lines(const Document& document, const Gatherer& gatherer, std::uint32_t step,
                   RowSlots& row);

// Whether each value of a row has a line of its own.
[[nodiscard]] bool has_lone_lines(const RowSlots& row);

}  // namespace gouji
