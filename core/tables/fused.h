// Rows whose values have run together, without anything between them: 「规章000」,
// 「(七)总计277100000027710」.
#pragma once

#include <span>
#include <string_view>

#include "tables/placement.h"

namespace gouji {

// Whether a character between digits can be a cell of its own: 0 or a sign for "nothing".
[[nodiscard]] bool is_lone_cell(char16_t c);

// Parts the values of the rows in `rows` that have run together (RowSlots::fused) where the text
// leaves one way only: a character a cell, or, in rows that are sums, the one way without leading
// zeros that adds up. What may be read in several ways, or with a blank lost, becomes unsure.
// `blanks`: the report leaves cells blank, which then leave no trace.
void part_fused(std::u16string_view text, std::span<RowSlots> rows, bool blanks);

}  // namespace gouji
