// The report as a whole: DOC.*
#include <algorithm>

#include "rules/review.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"DOC.ALL_ZERO", Severity::info, Basis::practice, "核对惯例：三张表全为 0 时请确认不是漏填"},
};
constexpr const Rule& all_zero = family[0];

// Every cell holds 0; some may be blank, but not most of a table.
bool is_zero(std::span<const Cell> cells) {
  std::size_t zeros = 0;
  for (const Cell& cell : cells) {
    if (cell.value && cell.value->units == 0) {
      ++zeros;
    } else if (cell.state != CellState::blank && cell.state != CellState::placeholder) {
      return false;
    }
  }
  return zeros * 2 > cells.size();
}

}  // namespace

std::span<const Rule> document_rules() { return family; }

void check_document(Review& review) {
  if (!std::all_of(std::begin(all_tables), std::end(all_tables),
                   [&](TableId id) { return is_zero(review.cells(id)); })) {
    return;
  }
  Finding& finding = report(review, all_zero, "表二、表三、表四的数值全部为 0；请确认不是漏填",
                            "Every figure of the three tables is 0; please confirm");
  for (const Table& table : review.answer.tables) {
    if (table.span) finding.spans.push_back(*table.span);
  }
}

}  // namespace gouji
