#include "repair/search.h"

#include <algorithm>

namespace gouji::repair {
namespace {

// Whether cells can be taken away one by one, each alone in one of its equations.
bool independent(const System& system, const Solution& solution) {
  std::array<bool, max_changes> gone{};
  for (std::size_t left = solution.size; left > 0;) {
    Mask once = 0;
    Mask twice = 0;
    for (std::size_t i = 0; i < solution.size; ++i) {
      if (gone[i]) continue;
      const Mask equations = system.variables[solution.changes[i].cell].equations;
      twice |= once & equations;
      once |= equations;
    }
    const std::size_t before = left;
    for (std::size_t i = 0; i < solution.size; ++i) {
      if (gone[i]) continue;
      if ((system.variables[solution.changes[i].cell].equations & ~twice) == 0) continue;
      gone[i] = true;
      --left;
    }
    if (left == before) return false;
  }
  return true;
}

std::uint64_t hash_of(Changes changes) {
  std::uint64_t hash = 0;
  for (const Delta& delta : changes) {
    hash = (hash ^ delta.cell ^ (static_cast<std::uint64_t>(delta.change) << 16U)) *
           0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
  }
  return hash;
}

}  // namespace

bool Search::run(Mask wrong, std::size_t most_changes, std::int64_t steps) {
  steps_ = steps;
  wrong_ = wrong;
  reach_ = wrong;
  residuals_.fill(0);
  for (Mask rest = wrong; rest != 0; rest &= rest - 1) {
    residuals_[lowest(rest)] = system_.residuals[lowest(rest)];
  }
  // Everything that a chain of cells reaches, and whether each of its cells joins two equations.
  circle_ = 4;
  for (Mask before = 0; before != reach_;) {
    before = reach_;
    for (const Variable& variable : system_.variables) {
      if ((variable.equations & reach_) == 0) continue;
      reach_ |= variable.equations;
      if (variable.count < 2) circle_ = 2;
    }
  }
  stopped_ = false;
  const std::size_t most = std::min(most_changes, circle_ == 4 ? max_changes : max_changes_of_part);
  std::size_t least = 1;
  while (!within(least)) ++least;
  for (std::size_t count = least; count <= most; ++count) {
    found_.clear();
    slots_.clear();
    find(count, 0);
    if (!stopped_ && circle_fits(count)) set_to_zero(count, 0);
    if (stopped_) return false;
    if (!found_.empty()) return true;
  }
  return false;
}

// Room for a circle: two of its equations of one rule are touched twice, in a whole table.
bool Search::circle_fits(std::size_t left) const {
  if (left < circle_) return false;
  return within(circle_ == 4 ? left - 2 : left - 1);
}

bool Search::is_chosen(std::uint16_t cell) const {
  // Cells that were set by an equation are not met again, since that equation is closed.
  for (std::size_t i = 0; i < zeroed_; ++i) {
    if (chosen_[i].cell == cell) return true;
  }
  return false;
}

void Search::apply(std::uint16_t cell, std::int64_t change) {
  const Variable& variable = system_.variables[cell];
  for (std::size_t i = 0; i < variable.count; ++i) {
    const std::size_t e = variable.equation[i];
    residuals_[e] += variable.sign[i] * change;
    wrong_ = residuals_[e] != 0 ? wrong_ | bit(e) : wrong_ & ~bit(e);
  }
}

// The equations of which one is touched by one cell alone, whichever the solution: as few cells to
// try as possible.
Mask Search::worth_fixing(std::size_t left) const {
  Mask best = wrong_;
  std::size_t fewest = SIZE_MAX;
  for (const Mask family : system_.families) {
    Mask all = wrong_ & family;
    const std::size_t count = size_of(all);
    if (count == 0 || left + 1 > 2 * count) continue;
    Mask some = 0;
    std::size_t cells = 0;
    for (std::size_t need = left + 1 - count; need > 0; --need) {
      const std::size_t e = lowest(all);
      some |= bit(e);
      all &= all - 1;
      cells += system_.cells(e).size();
    }
    if (cells < fewest) {
      fewest = cells;
      best = some;
    }
  }
  return best;
}

void Search::find(std::size_t left, Mask closed) {
  if (wrong_ == 0) return;  // fewer changes do, and were found
  if (left == 1) {
    finish();
    return;
  }
  for (Mask rest = worth_fixing(left); rest != 0 && !stopped_; rest &= rest - 1) {
    fix(lowest(rest), left, closed);
  }
}

// Sets each cell of a wrong equation in turn so that it comes right, to be touched no more.
void Search::fix(std::size_t equation, std::size_t left, Mask closed) {
  const Mask wrong = wrong_;
  for (const std::uint16_t cell : system_.cells(equation)) {
    const Variable& variable = system_.variables[cell];
    if ((variable.equations & closed) != 0 || variable.fixed || is_chosen(cell)) continue;
    if (--steps_ < 0) {
      stopped_ = true;
      return;
    }
    std::int64_t change = residuals_[equation];
    for (std::size_t i = 0; i < variable.count; ++i) {
      if (variable.equation[i] == equation && variable.sign[i] > 0) change = -change;
    }
    if (!system_.allowed(variable.value + change)) continue;
    apply(cell, change);
    if (within(left - 1)) {
      chosen_[chosen_size_++] = {cell, change};
      find(left - 1, closed | bit(equation));
      --chosen_size_;
    }
    apply(cell, -change);
    wrong_ = wrong;
    if (stopped_) return;
  }
}

// The last change must put right all that is wrong, and nothing else may be touched.
void Search::finish() {
  const std::size_t equation = lowest(wrong_);
  for (const std::uint16_t cell : system_.cells(equation)) {
    const Variable& variable = system_.variables[cell];
    --steps_;
    if (variable.equations != wrong_ || variable.fixed || is_chosen(cell)) continue;
    const std::int64_t change = -variable.sign[0] * residuals_[variable.equation[0]];
    bool fits = system_.allowed(variable.value + change);
    for (std::size_t i = 1; i < variable.count; ++i) {
      fits = fits && variable.sign[i] * change == -residuals_[variable.equation[i]];
    }
    if (!fits) continue;
    chosen_[chosen_size_++] = {cell, change};
    record();
    --chosen_size_;
  }
  if (steps_ < 0) stopped_ = true;
}

void Search::set_to_zero(std::size_t left, std::size_t from) {
  const Mask wrong = wrong_;
  for (std::size_t i = from; i < system_.variables.size() && !stopped_; ++i) {
    const Variable& variable = system_.variables[i];
    if (variable.value == 0 || variable.fixed || (variable.equations & reach_) == 0) continue;
    if (--steps_ < 0) {
      stopped_ = true;
      return;
    }
    const auto cell = static_cast<std::uint16_t>(i);
    apply(cell, -variable.value);
    if (within(left - 1)) {
      chosen_[chosen_size_++] = {cell, -variable.value};
      ++zeroed_;
      find(left - 1, 0);
      if (circle_fits(left - 1)) set_to_zero(left - 1, i + 1);
      --zeroed_;
      --chosen_size_;
    }
    apply(cell, variable.value);
    wrong_ = wrong;
  }
}

void Search::record() {
  Solution solution;
  for (std::size_t i = 0; i < chosen_size_; ++i) {
    std::size_t at = solution.size++;
    for (; at > 0 && solution.changes[at - 1].cell > chosen_[i].cell; --at) {
      solution.changes[at] = solution.changes[at - 1];
    }
    solution.changes[at] = chosen_[i];
  }
  if (zeroed_ > 0) {
    if (independent(system_, solution)) return;  // found without
    solution.several = true;
  }
  // One set is met once for each order in which it can be taken apart.
  if (slots_.size() < 4 * (found_.size() + 1)) {
    slots_.assign(std::max<std::size_t>(64, 8 * slots_.size()), 0);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      std::size_t slot = hash_of(found_[i].all()) & (slots_.size() - 1);
      while (slots_[slot] != 0) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = static_cast<std::uint16_t>(i + 1);
    }
  }
  std::size_t slot = hash_of(solution.all()) & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    const Solution& other = found_[slots_[slot] - 1U];
    if (std::equal(other.all().begin(), other.all().end(), solution.all().begin(),
                   solution.all().end())) {
      return;
    }
  }
  if (found_.size() >= most_) {
    stopped_ = true;
    return;
  }
  found_.push_back(solution);
  slots_[slot] = static_cast<std::uint16_t>(found_.size());
}

}  // namespace gouji::repair
