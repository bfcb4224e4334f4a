// All sets of the fewest changes, by search.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "repair/system.h"

namespace gouji::repair {

inline constexpr std::size_t max_changes = 8;
// In a table of which not all was checked; see below.
inline constexpr std::size_t max_changes_of_part = 6;

// Changes of different cells, in the form's order.
struct Solution {
  std::array<Delta, max_changes> changes{};
  std::uint8_t size = 0;
  bool several = false;  // other values in the same cells would do as well

  [[nodiscard]] Changes all() const { return {changes.data(), size}; }
};

// The search takes cells away one by one: it sets a cell so that a wrong equation comes right which
// no further change will touch. Every set of changes with independent columns can be taken apart
// so: some equation is touched by one of its cells alone. For the equations are a graph's nodes and
// the cells its edges, and where every node is touched twice there is a circle, along which changes
// can be passed round: the columns depend on each other. Only the cells of the row (七), edges
// between two column nodes, are also summed up along their row, and a circle must leave that sum as
// it is. Whoever goes round crosses from the nodes of T3.RESULTS to those of T3.BALANCE and back by
// these cells, an even number of times, and the changes of one half make up for those of the other.
// (Where equations were not checked, a chain with loose ends may cross three times; it has seven
// cells.)
//
// Dependent sets are smallest only where passing changes round runs into 0 both ways. At the end of
// the way a cell holds 0: setting any cell to 0 is the other step that is tried, wherever the
// number of wrong equations leaves room for a circle. In a whole table a circle has four cells.
//
// What prunes: a cell stands in at most one equation of each rule. With k changes left no rule may
// have more than k wrong equations, and if it has n, only k - n of these can be touched twice, so
// that among any k - n + 1 of them one is touched by one cell alone.
class Search {
 public:
  Search(const System& system, std::size_t most_solutions)
      : system_(system), most_(most_solutions) {}

  // The smallest sets of at most `most_changes` with which the equations of `wrong` come right and
  // all others stay as they are, by trying at most `steps` cells. False when the search was not
  // complete: nothing is said then of what was not found.
  bool run(Mask wrong, std::size_t most_changes, std::int64_t steps);
  [[nodiscard]] std::int64_t steps_left() const { return steps_ > 0 ? steps_ : 0; }
  [[nodiscard]] const std::vector<Solution>& found() const { return found_; }

 private:
  void find(std::size_t left, Mask closed);
  void finish();
  void set_to_zero(std::size_t left, std::size_t from);
  void fix(std::size_t equation, std::size_t left, Mask closed);
  [[nodiscard]] Mask worth_fixing(std::size_t left) const;
  [[nodiscard]] bool circle_fits(std::size_t left) const;
  [[nodiscard]] bool is_chosen(std::uint16_t cell) const;
  [[nodiscard]] bool within(std::size_t left) const {
    for (const Mask family : system_.families) {
      if (size_of(wrong_ & family) > left) return false;
    }
    return true;
  }
  void apply(std::uint16_t cell, std::int64_t change);
  void record();

  const System& system_;
  std::size_t most_;
  std::int64_t steps_ = 0;
  std::array<std::int64_t, max_equations> residuals_{};
  Mask wrong_ = 0;
  Mask reach_ = 0;          // the equations that hang together with the wrong ones
  std::size_t circle_ = 4;  // cells of the smallest circle
  std::size_t zeroed_ = 0;  // the first so many changes set cells to 0
  std::array<Delta, max_changes> chosen_{};
  std::size_t chosen_size_ = 0;
  bool stopped_ = false;
  std::vector<Solution> found_;
  std::vector<std::uint16_t> slots_;  // a hash table of indices into found_, plus 1
};

}  // namespace gouji::repair
