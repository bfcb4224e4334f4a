// Errors that put many cells wrong at one stroke: shifted rows and columns, swapped neighbours.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/groups.h"
#include "repair/system.h"

namespace gouji::repair {

struct Slip {
  RepairKind kind = RepairKind::other;
  Mask explained = 0;
  std::int64_t lost = 0;  // the value that stands nowhere, where a shift pushed one out
};

struct Slips {
  std::vector<Slip> all;
  Sets changes;  // of each, two or more
};

// Every slip whose undoing puts at least two equations right and makes none wrong:
//  - two neighbouring cells hold each other's value;
//  - from a cell that holds 0 or nothing, the values of a row (of a column) stand one place further
//    on or back than they should, up to some cell whose own value was lost; that one is the value
//    which the equations leave;
//  - two neighbouring rows (columns) hold each other's values.
// One number that stands beside its place, with 0 in its stead, is an exchange.
[[nodiscard]] Slips find_slips(const System& system);

}  // namespace gouji::repair
