#include "repair/likeness.h"

#include <algorithm>
#include <array>
#include <bit>

namespace gouji::repair {
namespace {

// Costs in quarters of a bit: -log2 of how often an error of the kind is made, and of which of its
// forms it then takes. The figures are estimates; tests/repair/error_model.h has the model that
// they are tested on.
constexpr std::int32_t transposed = 12;
constexpr std::int32_t misread = 10;
constexpr std::int32_t look_alike = 6;
constexpr std::int32_t any_digit = 12;
constexpr std::int32_t dropped = 14;
constexpr std::int32_t added = 14;
constexpr std::int32_t one_off = 16;
constexpr std::int32_t neighbour = 24;
constexpr std::int32_t stale_total = 12;
constexpr std::int32_t anything = 24;
constexpr std::int32_t left_blank = 8;
constexpr std::int32_t neighbours_swapped = 20;
constexpr std::int32_t others_swapped = 48;
constexpr std::int32_t line_shifted = 24;

// 4 log2(value + 1), the fraction by its two highest bits.
std::int32_t bits(std::int64_t value) {
  const std::uint64_t n = static_cast<std::uint64_t>(value < 0 ? -value : value) + 1;
  const auto exponent = static_cast<int>(std::bit_width(n)) - 1;
  const std::uint64_t fraction = exponent >= 2 ? n >> static_cast<unsigned>(exponent - 2)
                                               : n << static_cast<unsigned>(2 - exponent);
  return 4 * exponent + static_cast<std::int32_t>(fraction & 3U);
}

struct Digits {
  explicit Digits(std::int64_t value) {
    do {
      digit[size++] = static_cast<std::uint8_t>(value % 10);
      value /= 10;
    } while (value != 0);
    std::reverse(digit.begin(), digit.begin() + static_cast<std::ptrdiff_t>(size));
  }
  std::array<std::uint8_t, 20> digit{};
  std::size_t size = 0;
};

// Digits of one shape in a bad print, and neighbours on a keyboard.
bool alike(std::uint8_t a, std::uint8_t b) {
  // For each digit the set of those it is taken for.
  constexpr std::array<std::uint16_t, 10> shapes = {
      1U << 6 | 1U << 8 | 1U << 9,
      1U << 4 | 1U << 7,
      1U << 7,
      1U << 5 | 1U << 8 | 1U << 9,
      1U << 1 | 1U << 9,
      1U << 3 | 1U << 6 | 1U << 8,
      1U << 0 | 1U << 5 | 1U << 8,
      1U << 1 | 1U << 2 | 1U << 9,
      1U << 0 | 1U << 3 | 1U << 5 | 1U << 6 | 1U << 9,
      1U << 0 | 1U << 3 | 1U << 4 | 1U << 7 | 1U << 8};
  return (static_cast<unsigned>(shapes[a]) >> b & 1U) != 0 || a == b + 1 || b == a + 1;
}

// Whether `longer` is `shorter` with one digit more; `twice` when that digit stands beside its
// like.
bool one_more(const Digits& longer, const Digits& shorter, bool& twice) {
  if (longer.size != shorter.size + 1) return false;
  std::size_t i = 0;
  while (i < shorter.size && longer.digit[i] == shorter.digit[i]) ++i;
  // Of a run of like digits this one is the last.
  twice = i > 0 && longer.digit[i - 1] == longer.digit[i];
  for (; i < shorter.size; ++i) {
    if (longer.digit[i + 1] != shorter.digit[i]) return false;
  }
  return true;
}

void take(Slipup& best, RepairKind kind, std::int32_t cost) {
  if (cost < best.cost) best = {kind, cost};
}

// Whether the cell beside, above or below holds the value after the changes.
bool stands_beside(const System& system, Changes changes, std::size_t cell, std::int64_t value) {
  const std::size_t column = cell % system.width;
  const std::size_t size = system.variables.size();
  const std::array<std::size_t, 4> places = {
      column > 0 ? cell - 1 : size, column + 1 < system.width ? cell + 1 : size,
      cell >= system.width ? cell - system.width : size, cell + system.width};
  for (const std::size_t place : places) {
    if (place >= size) continue;
    std::int64_t now = system.variables[place].value;
    for (const Delta& also : changes) {
      if (also.cell == place) now += also.change;
    }
    if (now == value) return true;
  }
  return false;
}

// A number written instead of another in this cell.
Slipup slipup(const System& system, Changes changes, const Delta& delta) {
  const Variable& cell = system.variables[delta.cell];
  const std::int64_t to = cell.value + delta.change;
  if (!cell.printed) return {RepairKind::blank_filled, left_blank + bits(to / system.scale)};
  if (!system.allowed(cell.value)) {
    return {RepairKind::other, anything + bits(to / system.scale)};
  }
  const std::int64_t from = cell.value / system.scale;
  Slipup best = written_for(from, to / system.scale);
  if (cell.total) {
    take(best, RepairKind::total_not_updated, stale_total + bits(delta.change / system.scale));
  }
  // Zeros stand everywhere.
  if (from != 0 && stands_beside(system, changes, delta.cell, cell.value)) {
    take(best, RepairKind::value_of_neighbour, neighbour);
  }
  // Small numbers, and zeros above all, are the commonest: that one was meant is the likelier.
  best.cost += bits(to / system.scale) - bits(from);
  return best;
}

bool contains(Changes all, Changes some) {
  std::size_t i = 0;
  for (const Delta& delta : all) {
    if (i < some.size() && some[i] == delta) ++i;
  }
  return i == some.size();
}

bool is_blank(const System& system, const Delta& delta) {
  return !system.variables[delta.cell].printed;
}

// Two cells that hold each other's value, wherever they stand.
bool exchanged(const System& system, Changes changes) {
  if (changes.size() != 2) return false;
  const std::int64_t a = system.variables[changes[0].cell].value;
  const std::int64_t b = system.variables[changes[1].cell].value;
  return a != 0 && b != 0 && changes[0].change == b - a && changes[1].change == a - b;
}

// Totals all of which lack the same.
bool stale_totals(const System& system, Changes changes) {
  return changes.size() > 1 && std::all_of(changes.begin(), changes.end(), [&](const Delta& delta) {
           const Variable& cell = system.variables[delta.cell];
           return cell.total && cell.printed && delta.change == changes.front().change;
         });
}

}  // namespace

Slipup written_for(std::int64_t from, std::int64_t to) {
  const Digits wrong(from);
  const Digits right(to);
  Slipup best{RepairKind::other, anything + bits(from)};
  if (from - to == 1 || to - from == 1) take(best, RepairKind::off_by_one, one_off);
  bool twice = false;
  if (wrong.size == right.size) {
    std::size_t different = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < right.size; ++i) {
      if (wrong.digit[i] == right.digit[i]) continue;
      ++different;
      last = i;
    }
    const auto length = static_cast<std::int64_t>(right.size);
    if (different == 1) {
      take(best, RepairKind::digit_misread,
           misread + bits(length - 1) +
               (alike(wrong.digit[last], right.digit[last]) ? look_alike : any_digit));
    } else if (different == 2 && last > 0 && wrong.digit[last] == right.digit[last - 1] &&
               wrong.digit[last - 1] == right.digit[last]) {
      take(best, RepairKind::digits_swapped, transposed + bits(length - 2));
    }
  } else if (one_more(right, wrong, twice)) {
    take(best, RepairKind::digit_dropped,
         dropped + bits(static_cast<std::int64_t>(right.size) - 1));
  } else if (one_more(wrong, right, twice)) {
    take(best, RepairKind::digit_added,
         added + bits(static_cast<std::int64_t>(right.size)) + (twice ? 0 : any_digit));
  }
  return best;
}

Likeness likeness(const System& system, Changes changes, const Slips& slips,
                  std::span<const Statement> stated) {
  Likeness out;
  bool same = true;
  for (const Delta& delta : changes) {
    const Slipup one = slipup(system, changes, delta);
    if (delta == changes.front()) out.kind = one.kind;
    same = same && one.kind == out.kind;
    out.cost += one.cost;
    out.errors += is_blank(system, delta) ? 0 : 1;
  }
  if (!same) out.kind = RepairKind::other;

  const auto at_one_stroke = [&](RepairKind kind, std::int32_t cost, Changes part) {
    std::uint32_t errors = 1 + out.errors;
    for (const Delta& delta : part) {
      cost -= slipup(system, changes, delta).cost;
      errors -= is_blank(system, delta) ? 0 : 1;
    }
    if (errors > out.errors) return;
    out.errors = errors;
    out.cost += cost;
    // Beside what else is wrong, a slip of many cells is still what most of it looks like.
    const bool most = part.size() > 2 && 2 * part.size() > changes.size();
    if (most || part.size() == changes.size()) out.kind = kind;
  };
  const Slip* slip = nullptr;
  Changes largest;
  for (std::size_t i = 0; i < slips.all.size(); ++i) {
    if (slips.changes[i].size() <= largest.size() || !contains(changes, slips.changes[i])) continue;
    slip = &slips.all[i];
    largest = slips.changes[i];
  }
  if (slip != nullptr) {
    const bool swapped = slip->kind == RepairKind::values_swapped;
    at_one_stroke(slip->kind,
                  swapped ? neighbours_swapped : line_shifted + bits(slip->lost / system.scale),
                  largest);
  } else if (exchanged(system, changes)) {
    at_one_stroke(RepairKind::values_swapped, others_swapped, changes);
  } else if (stale_totals(system, changes)) {
    at_one_stroke(RepairKind::total_not_updated,
                  stale_total + bits(changes.front().change / system.scale), changes);
  }

  for (const Statement& statement : stated) {
    std::int64_t value = system.variables[statement.cell].value;
    const std::int64_t before = value;
    for (const Delta& delta : changes) {
      if (delta.cell == statement.cell) value += delta.change;
    }
    if (value == before) continue;
    if (value == statement.value) --out.stated;
    if (before == statement.value) ++out.stated;
  }
  return out;
}

}  // namespace gouji::repair
