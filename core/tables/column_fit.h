// How the columns that a table has in a text become the form's: in another order, one too many or
// some too few.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tables/gather.h"

namespace gouji {

// Whether the heads of all kinds of applicants stand before the first row.
[[nodiscard]] bool all_columns(const Document& document, const std::vector<Group>& groups);

// Heads that stand side by side tell the columns of the values below them.
[[nodiscard]] std::vector<HeadGeometry> head_geometry(const Document& document,
                                                      const Gatherer& gatherer,
                                                      const std::vector<Group>& groups);

// The order of the columns of section 3, where the heads name one that is not the form's, or fewer;
// the rows get as many cells. Empty: it is the form's.
[[nodiscard]] std::vector<std::uint8_t> order_columns(const Document& document,
                                                      const Gatherer& gatherer,
                                                      const std::vector<Group>& groups,
                                                      std::vector<RowSlots>& rows);

// Gives the slots to the columns that they stand for.
void reorder(const std::vector<std::uint8_t>& order, std::size_t count, Placement& placement);

// Some tables have a column 小计 before the total, which is none of the form's.
[[nodiscard]] bool has_subtotals(const Document& document, const std::vector<Group>& groups);
// Its place among the columns of values.
[[nodiscard]] std::size_t subtotal_column(const Document& document,
                                          const std::vector<Group>& groups);

// A column more than the form has, without a head that tells: nearly all rows have a value more
// than cells. Then the rows are read with that many.
[[nodiscard]] bool widen(std::vector<RowSlots>& rows);
// The one column that is no part of any row's total: without it every row adds up.
[[nodiscard]] std::optional<std::size_t> column_without_part(
    const std::vector<RowSlots>& rows, const std::vector<Placement>& placements);

// Without a column the row is the form's again; if it is not known which, the row is open.
void leave_out(RowSlots& row, Placement& placement, std::optional<std::size_t> column);

}  // namespace gouji
