// What the reconciliation relations leave for the cells that are not printed.
#pragma once

#include <span>

#include <gouji/answer.h>

#include "forms/form.h"

namespace gouji {

// Sets `inferred` of every cell of the form that is not printed and for which all the equations
// together leave exactly one non-negative integer. `cells` are the cells of one table, in the
// form's order, and `first` the index in Form::cells of the first of them.
// Exact: the equations are solved in integers, and a value counts only when both the least and the
// greatest possible are that value. Unknowns that no filling satisfies get none.
void infer(const Form& form, std::size_t first, std::span<Cell> cells);

}  // namespace gouji
