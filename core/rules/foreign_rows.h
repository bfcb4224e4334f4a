// Rows of a table that the form does not have: a local subtotal, a further kind of decision.
#pragma once

#include <string>
#include <vector>

#include "rules/review.h"

namespace gouji {

struct ForeignRow {
  std::u16string label;
  std::vector<Number> values;
  Span span;
  std::uint32_t behind = 0;  // index into Document::labels of the label before it
};

// Those of section 2 or 3: cells, or a line, with words that are no label and figures behind them.
// What may be a row of the form whose label could not be read is among them.
[[nodiscard]] std::vector<ForeignRow> foreign_rows(const Review& review, TableId id);

}  // namespace gouji
