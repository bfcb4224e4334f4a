// The smallest changes with which a table's reconciliation relations hold.
//
// The relations make a table a code: every cell stands in a row's sum and in a column's. A wrong
// cell is told by the residuals that it leaves, and in a whole table of section 3 any one of them
// is located uniquely: another set of changes with the same effect has at least three cells. The
// sets are found by exact search in integers, never by rounding, and the search is limited by
// counting its steps, so that the answer is the same on every machine, however fast.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

#include "forms/form.h"

namespace gouji {

// A figure that the narrative states of a cell: evidence, for the order of the alternatives only.
struct Stated {
  std::string_view cell;  // its id
  std::int64_t value = 0;
};

struct RepairLimits {
  // What the search may take, in microseconds of WebAssembly on an ordinary machine. No clock is
  // read: it stands for a number of steps.
  std::int64_t microseconds = 10'000;
  // Alternatives that are listed of one repair; with more there is no proof.
  std::size_t alternatives = 1000;
};

// One repair for each independent group of failing equations of a table, in the form's order.
//
// `cells` are the table's, in the form's order, and `equations` those of the answer with their
// statuses; those of other tables are passed over. Blanks count as 0 and may be filled, cells of
// equations that were not checked are left alone unless another equation has them. Every changed
// cell becomes a whole number that is not negative, and every equation that was checked holds after
// the changes, those that held before included. Groups without an equation that fails, i.e. those
// that blanks explain, are left out.
//
// The alternatives of a group are all sets of changes with the fewest cells. Groups are
// independent: the smallest sets for the whole table are any alternative of the first with any of
// the second and so on. In front of the others stand those that are one slip of the hand: values
// swapped, a row or a column shifted, neighbouring rows swapped. Such a one is listed, too, where
// it changes more cells than the smallest sets, if these change at least two; groups that it
// explains together are one repair. Then follow the sets that change the fewest printed numbers;
// then what the narrative states; then how likely somebody who meant `to` wrote `from`.
//
// `proved` is false when the search was not complete: the budget ended it, or there are more sets
// than are listed, or a set works with several values. What is found then is still given.
[[nodiscard]] std::vector<Repair> find_repairs(const Form& form, TableId id,
                                               std::span<const Cell> cells,
                                               std::span<const Equation> equations,
                                               std::span<const Stated> stated = {},
                                               const RepairLimits& limits = {});

}  // namespace gouji
