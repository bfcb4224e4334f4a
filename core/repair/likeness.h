// How much a set of changes looks like what people do to figures.
#pragma once

#include <cstdint>
#include <span>

#include <gouji/answer.h>

#include "repair/groups.h"
#include "repair/repair.h"
#include "repair/slips.h"
#include "repair/system.h"

namespace gouji::repair {

// The less, the earlier; compared from the first to the last.
struct Likeness {
  RepairKind kind = RepairKind::other;
  std::uint32_t errors = 0;  // printed numbers that somebody got wrong; a slip of many cells is one
  std::int32_t stated = 0;   // cells that then are not as the narrative states, less those that are
  std::int32_t cost = 0;     // in quarters of a bit: how unlikely it is that one makes these errors
};

struct Statement {
  std::uint16_t cell = 0;
  std::int64_t value = 0;
};

[[nodiscard]] Likeness likeness(const System& system, Changes changes, const Slips& slips,
                                std::span<const Statement> stated);

// One number written for another, both whole and not negative: the likeliest way that it came
// about.
struct Slipup {
  RepairKind kind = RepairKind::other;
  std::int32_t cost = 0;
};
[[nodiscard]] Slipup written_for(std::int64_t from, std::int64_t to);

}  // namespace gouji::repair
