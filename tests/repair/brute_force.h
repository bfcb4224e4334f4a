// All smallest sets of changes by trying every set of one, two and three cells: a second program
// for the same question, with nothing in common with core/repair but the forms.
//
// It is complete. Of the sets of k cells only these are passed over, and none of them is a
// solution:
//  - sets without a cell of one chosen wrong equation: its sum stays as it is;
//  - sets of which one cell alone stands in an equation that holds: the change breaks it;
//  - sets that leave a wrong equation without any changed cell.
// For every other set the changes are solved for by Gaussian elimination in exact integers. Where
// the cells' columns depend on each other, which happens only when equations were not checked, all
// values up to a bound are tried for as many cells as it takes; the bound is what all residuals and
// all the set's own values add up to, and a greater change would have to be made good by another as
// great.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "table.h"

namespace gouji::test {

// Cells with the values that they get, in the table's order. Where several values do, `values` is
// empty: the set stands for all of them.
struct CellSet {
  std::vector<std::size_t> cells;
  std::vector<std::int64_t> values;
  friend bool operator==(const CellSet&, const CellSet&) = default;
  friend auto operator<=>(const CellSet&, const CellSet&) = default;
};

// The sets of the fewest cells, in order; none when it takes more than three. All numbers printed
// must be integers.
[[nodiscard]] std::vector<CellSet> brute_force(const GivenTable& table);

// The same question as a mixed integer program, in the format of CPLEX, for glpsol.
[[nodiscard]] std::string linear_program(const GivenTable& table);

}  // namespace gouji::test
