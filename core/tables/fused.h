// Rows whose values have run together, without anything between them: 「规章000」,
// 「(七)总计277100000027710」.
#pragma once

#include <span>
#include <string_view>

#include "forms/form.h"
#include "tables/placement.h"

namespace gouji {

// Whether a character between digits can be a cell of its own: 0 or a sign for "nothing".
[[nodiscard]] bool is_lone_cell(char16_t c);
// The same for what a cell has only where each character is one: 七, or ? for what is not known.
[[nodiscard]] bool is_lone_value(char16_t c);

// Notes whether the values of a row have run together. A number on a line of its own below them is
// a page's.
void note_fused(std::u16string_view text, RowSlots& row);

// Whether rows of section 3 tell that the report leaves cells blank: values that have run together
// are then fewer characters than the row has cells. Too few rows tell nothing. Totals alone, among
// them 0, stand beside merged cells, which only that section has.
[[nodiscard]] bool loses_blanks(std::u16string_view text, std::span<const RowSlots> rows);

// Parts the values of the rows in `rows` that have run together (RowSlots::fused) where the text
// leaves one way only: a character a cell, or, in rows that are sums, the one way without leading
// zeros that adds up in the row and does not contradict the sums of the columns. What may be read
// in several ways, or with a blank lost, becomes unsure.
// `blanks`: the report leaves cells blank, which then leave no trace.
void part_fused(std::u16string_view text, const Form& form, std::span<RowSlots> rows, bool blanks);

}  // namespace gouji
