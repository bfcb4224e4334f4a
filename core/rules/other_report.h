// The cells of any checked report: the one at hand, last year's, or a subordinate unit's.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <gouji/answer.h>

#include "forms/form.h"

namespace gouji {

// The cells of one table, in its form's order.
[[nodiscard]] std::span<const Cell> cells_of(const Answer& answer, TableId id);
// Null where the form that the table follows has no such cell.
[[nodiscard]] const Cell* cell_of(const Answer& answer, std::string_view id);
// As printed, a blank or a placeholder as 0, else what the equations leave; none where nothing is
// sure.
[[nodiscard]] std::optional<Number> value_of(const Cell& cell);
[[nodiscard]] std::optional<Number> value_of(const Answer& answer, std::string_view id);

// 「12」, or 「空白」 for what counts as 0.
[[nodiscard]] std::string in_words(const Cell& cell);
// The parts of a cell's label: 「(一)予以公开」 and 「自然人」.
[[nodiscard]] std::u16string_view row_of(const FormCell& cell);
[[nodiscard]] std::u16string_view column_of(const FormCell& cell);

}  // namespace gouji
