// What the cells of the answer say of the values that their rows were found to have.
#pragma once

#include <span>

#include "forms/form.h"
#include "tables/gather.h"

namespace gouji {

// What a cell shows that holds this value: its state, and a number with its unit.
void set_value(Cell& cell, const Value& value);

// Writes a row into the cells of its table. A cell that was written before, from the same row
// printed twice, stays as it is only where both agree.
void fill_cells(const Document& document, const Form& form, const RowSlots& row,
                const Placement& placement, std::span<Cell> table);

// The row's slots are its values, but nothing tells which is whose.
void make_ambiguous(const RowSlots& row, Placement& placement);

// A heading above figures without their labels: about as many as the table has cells. Each cell
// is one of them, but nothing tells which. Gives whether it is so.
bool offer_figures(const Document& document, const Region& region, std::span<Cell> table);

}  // namespace gouji
