// Failing equations that belong together, and the sets of changes that put them right.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "repair/search.h"
#include "repair/system.h"

namespace gouji::repair {

// Sets of changes, one after the other.
class Sets {
 public:
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] Changes operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return Changes(deltas_).subspan(begin, ends_[i] - begin);
  }
  // Puts the changes into the form's order. They may come in two parts.
  void add(Changes changes, Changes more = {});
  // The same, unless it is there.
  void add_new(Changes changes);

 private:
  std::vector<Delta> deltas_;
  std::vector<std::uint32_t> ends_;
};

struct Component {
  Mask equations = 0;
  bool proved = false;
  Sets sets;
};

// Takes the smallest sets for `wrong` apart, as finely as can be done so that they are exactly the
// products of the groups' sets: equations belong together that a chain of changes joins in any of
// them. `solutions` are all there are. Adds the groups.
void split(const System& system, Mask wrong, std::span<const Solution> solutions,
           std::vector<Component>& groups);

// Makes one group of those that have any of the equations, and gives its index: its sets become the
// products, `most` of them at most. The others stay behind without equations.
std::size_t merge(std::vector<Component>& groups, Mask equations, std::size_t most);

// All equations reachable through cells from those of `seed`: a table falls apart where equations
// could not be checked, and section 4 into its three sums.
[[nodiscard]] Mask connected(const System& system, Mask seed);

}  // namespace gouji::repair
