#include "repair/groups.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gouji::repair {
namespace {

using Chains = std::array<Mask, max_changes>;

// The equations that each change hangs together with in a set of changes.
Chains chains(const System& system, const Solution& solution) {
  Chains out{};
  for (std::size_t i = 0; i < solution.size; ++i) {
    out[i] = system.variables[solution.changes[i].cell].equations;
  }
  for (bool grown = true; grown;) {
    grown = false;
    for (std::size_t i = 0; i < solution.size; ++i) {
      for (std::size_t j = 0; j < solution.size; ++j) {
        if ((out[i] & out[j]) == 0 || out[i] == out[j]) continue;
        out[i] = out[j] = out[i] | out[j];
        grown = true;
      }
    }
  }
  return out;
}

// The part of each solution that is for these equations, every one once.
void project(const System& system, Mask equations, std::span<const Solution> solutions,
             Component& group) {
  group = {equations, true, {}};
  for (const Solution& solution : solutions) {
    const Chains chain = chains(system, solution);
    std::array<Delta, max_changes> part;
    std::size_t size = 0;
    for (std::size_t i = 0; i < solution.size; ++i) {
      if ((chain[i] & equations) != 0) part[size++] = solution.changes[i];
    }
    if (solution.several) group.proved = false;
    group.sets.add_new({part.data(), size});
  }
}

}  // namespace

void Sets::add(Changes changes, Changes more) {
  const std::size_t begin = deltas_.size();
  for (const Changes part : {changes, more}) {
    for (const Delta& delta : part) {
      deltas_.push_back(delta);
      for (std::size_t i = deltas_.size() - 1; i > begin && deltas_[i].cell < deltas_[i - 1].cell;
           --i) {
        std::swap(deltas_[i], deltas_[i - 1]);
      }
    }
  }
  ends_.push_back(static_cast<std::uint32_t>(deltas_.size()));
}

void Sets::add_new(Changes changes) {
  add(changes);
  const Changes last = (*this)[size() - 1];
  for (std::size_t i = 0; i + 1 < size(); ++i) {
    const Changes other = (*this)[i];
    if (!std::equal(other.begin(), other.end(), last.begin(), last.end())) continue;
    deltas_.resize(deltas_.size() - last.size());
    ends_.pop_back();
    return;
  }
}

void split(const System& system, Mask wrong, std::span<const Solution> solutions,
           std::vector<Component>& groups) {
  std::array<Mask, max_equations> blocks{};
  std::size_t count = 0;
  for (Mask rest = wrong; rest != 0; rest &= rest - 1) blocks[count++] = rest & -rest;
  for (const Solution& solution : solutions) {
    for (const Mask chain : chains(system, solution)) {
      Mask all = 0;
      std::size_t kept = 0;
      for (std::size_t i = 0; i < count; ++i) {
        if ((blocks[i] & chain) != 0) {
          all |= blocks[i];
        } else {
          blocks[kept++] = blocks[i];
        }
      }
      if (all != 0) blocks[kept++] = all;
      count = kept;
    }
  }
  const std::size_t before = groups.size();
  groups.resize(before + count);
  std::size_t product = 1;
  for (std::size_t i = 0; i < count && product <= solutions.size(); ++i) {
    project(system, blocks[i], solutions, groups[before + i]);
    product *= groups[before + i].sets.size();
  }
  if (product == solutions.size()) return;
  // Two groups may want the same cell, and then not everything goes with everything.
  groups.resize(before + 1);
  project(system, wrong, solutions, groups.back());
}

std::size_t merge(std::vector<Component>& groups, Mask equations, std::size_t most) {
  std::size_t first = 0;
  while (first < groups.size() && (groups[first].equations & equations) == 0) ++first;
  for (std::size_t i = first + 1; i < groups.size(); ++i) {
    Component& all = groups[first];
    Component& group = groups[i];
    if ((group.equations & equations) == 0) continue;
    Sets products;
    for (std::size_t j = 0; j < all.sets.size(); ++j) {
      for (std::size_t k = 0; k < group.sets.size() && products.size() < most; ++k) {
        products.add(all.sets[j], group.sets[k]);
      }
    }
    all.equations |= group.equations;
    all.proved =
        all.proved && group.proved && products.size() == all.sets.size() * group.sets.size();
    all.sets = std::move(products);
    group.equations = 0;
  }
  return first;
}

Mask connected(const System& system, Mask seed) {
  for (Mask before = 0; before != seed;) {
    before = seed;
    for (const Variable& variable : system.variables) {
      if ((variable.equations & seed) != 0) seed |= variable.equations;
    }
  }
  return seed;
}

}  // namespace gouji::repair
