#include "repair/repair.h"

#include <algorithm>
#include <utility>

#include "repair/groups.h"
#include "repair/likeness.h"
#include "repair/search.h"
#include "repair/slips.h"
#include "repair/system.h"

namespace gouji {
namespace {

using namespace repair;

// Cells that WebAssembly tries in a microsecond, and this on an office's old machine: one of today
// tries more than twice as many.
constexpr std::int64_t steps_per_microsecond = 25;

constexpr std::int64_t most_microseconds = 1'000'000'000'000;

// So that what is listed of a table stays small whatever is wrong with it.
constexpr std::size_t most_alternatives = 4000;

class Finder {
 public:
  Finder(const Form& form, TableId id, std::span<const Cell> cells,
         std::span<const Equation> equations, std::span<const Stated> stated,
         const RepairLimits& limits)
      : cells_(cells),
        equations_(equations),
        steps_(std::min(limits.microseconds, most_microseconds) * steps_per_microsecond),
        most_(std::min(limits.alternatives, most_alternatives)),
        system_(make_system(form, id, cells, equations)) {
    for (const Stated& one : stated) {
      for (std::size_t i = 0; i < cells.size(); ++i) {
        std::int64_t value = 0;
        if (cells[i].id != one.cell || __builtin_mul_overflow(one.value, system_.scale, &value)) {
          continue;
        }
        stated_.push_back({static_cast<std::uint16_t>(i), value});
      }
    }
  }

  std::vector<Repair> find() {
    if (!system_.usable) {
      groups_.push_back({system_.failing, false, {}});
    } else {
      for (Mask rest = system_.wrong; rest != 0;) {
        const Mask part = connected(system_, rest & -rest) & system_.wrong;
        rest &= ~part;
        if ((part & system_.failing) == 0) continue;
        Search whole(system_, most_);
        if (!search(whole, part)) take_apart(part);
      }
      add_slips();
    }
    std::vector<Repair> out;
    for (Mask rest = system_.failing; rest != 0;) {
      // The group whose first equation is the next.
      Mask next = ~Mask{0};
      const Component* first = nullptr;
      for (const Component& group : groups_) {
        const Mask lowest_bit = group.equations & -group.equations;
        if ((group.equations & rest) == 0 || lowest_bit > next) continue;
        next = lowest_bit;
        first = &group;
      }
      if (first == nullptr) break;
      rest &= ~first->equations;
      answer(*first, out.emplace_back());
    }
    return out;
  }

 private:
  // With half of what is left, so that there is enough for the parts when the whole is too much.
  // Adds the groups, if the search was complete.
  bool search(Search& search, Mask wrong) {
    const std::int64_t part = steps_ / 2;
    const bool complete = search.run(wrong, max_changes, part);
    steps_ -= part - search.steps_left();
    if (complete) split(system_, wrong, search.found(), groups_);
    return complete;
  }

  // Too much is wrong for a complete search: what explains itself is taken out, most telling first,
  // and the rest is searched once more. Nothing of this is proved.
  void take_apart(Mask wrong) {
    const std::size_t before = groups_.size();
    Mask rest = wrong;
    take_slips(4, rest);
    take_single_cells(rest);
    take_slips(2, rest);
    if (rest != 0) {
      Search remaining(system_, most_);
      if (!search(remaining, rest)) {
        Component& group = groups_.emplace_back();
        group.equations = rest;
        for (const Solution& solution : remaining.found()) group.sets.add(solution.all());
      }
    }
    for (std::size_t i = before; i < groups_.size(); ++i) groups_[i].proved = false;
  }

  void take(Changes changes, Mask explained, Mask& rest) {
    Component& group = groups_.emplace_back();
    group.equations = explained;
    group.sets.add(changes);
    rest &= ~explained;
    for (const Delta& delta : changes) system_.variables[delta.cell].fixed = true;
  }

  // Slips that explain at least so many of the equations, those that explain most first.
  void take_slips(std::size_t least, Mask& rest) {
    const Slips& all = slips();
    for (std::size_t count = size_of(rest); count >= least; --count) {
      for (std::size_t i = 0; i < all.all.size(); ++i) {
        const Mask explained = all.all[i].explained;
        if ((explained & ~rest) != 0 || size_of(explained) != count) continue;
        const Changes changes = all.changes[i];
        if (std::none_of(changes.begin(), changes.end(),
                         [&](const Delta& delta) { return system_.variables[delta.cell].fixed; })) {
          take(changes, explained, rest);
        }
      }
    }
  }

  // Cells all of whose equations lack the same, where no other cell of these equations is such.
  void take_single_cells(Mask& rest) {
    std::vector<Delta> alone;
    Mask once = 0;
    Mask twice = 0;
    for (std::size_t i = 0; i < system_.variables.size(); ++i) {
      const Variable& cell = system_.variables[i];
      if (cell.count < 2 || cell.fixed || (cell.equations & ~rest) != 0) continue;
      const Delta delta{static_cast<std::uint16_t>(i),
                        -cell.sign[0] * system_.residuals[cell.equation[0]]};
      if (!system_.allowed(cell.value + delta.change) ||
          system_.explained({&delta, 1}) != cell.equations) {
        continue;
      }
      twice |= once & cell.equations;
      once |= cell.equations;
      alone.push_back(delta);
    }
    for (const Delta& delta : alone) {
      const Mask equations = system_.variables[delta.cell].equations;
      if ((equations & twice) == 0) take({&delta, 1}, equations, rest);
    }
  }

  const Slips& slips() {
    if (!slips_found_) slips_ = find_slips(system_);
    slips_found_ = true;
    return slips_;
  }

  // Slips that explain groups whose smallest sets change two cells or more.
  void add_slips() {
    const auto changed = [](const Component& group) {
      return group.sets.size() == 0 ? 2 : group.sets[0].size();
    };
    std::size_t all_changed = 0;
    for (const Component& group : groups_) all_changed += changed(group);
    if (all_changed < 2) return;
    for (std::size_t i = 0; i < slips().all.size(); ++i) {
      const Mask explained = slips_.all[i].explained;
      Mask covered = 0;
      for (const Component& group : groups_) {
        if ((group.equations & explained) != 0) covered |= group.equations;
      }
      if (covered != explained) continue;
      Component& group = groups_[merge(groups_, explained, most_)];
      if (changed(group) > 1) group.sets.add_new(slips_.changes[i]);
    }
  }

  void answer(const Component& group, Repair& out) {
    out.proved = group.proved;
    for (Mask rest = group.equations; rest != 0; rest &= rest - 1) {
      out.equations.push_back(equations_[system_.source[lowest(rest)]].id);
    }
    struct Ranked {
      Likeness likeness;
      Changes changes;
    };
    std::vector<Ranked> ranked(group.sets.size());
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      ranked[i] = {likeness(system_, group.sets[i], slips_, stated_), group.sets[i]};
    }
    const auto before = [](const Ranked& a, const Ranked& b) {
      const Likeness& x = a.likeness;
      const Likeness& y = b.likeness;
      if (x.errors != y.errors) return x.errors < y.errors;
      if (x.stated != y.stated) return x.stated < y.stated;
      if (x.cost != y.cost) return x.cost < y.cost;
      // Of slips that are as likely, the one that moves less.
      if (a.changes.size() != b.changes.size()) return a.changes.size() < b.changes.size();
      for (std::size_t i = 0; i < a.changes.size(); ++i) {
        const Delta& c = a.changes[i];
        const Delta& d = b.changes[i];
        if (c.cell != d.cell) return c.cell < d.cell;
        if (c.change != d.change) return c.change < d.change;
      }
      return false;
    };
    // A heap takes the least code, and no two of them are alike.
    std::make_heap(ranked.begin(), ranked.end(), before);
    std::sort_heap(ranked.begin(), ranked.end(), before);
    out.alternatives.resize(ranked.size());
    for (std::size_t i = 0; i < ranked.size(); ++i) {
      Alternative& alternative = out.alternatives[i];
      alternative.kind = ranked[i].likeness.kind;
      for (const Delta& delta : ranked[i].changes) {
        const Variable& variable = system_.variables[delta.cell];
        alternative.changes.push_back({cells_[delta.cell].id,
                                       cells_[delta.cell].value,
                                       {(variable.value + delta.change) / system_.scale, 0}});
      }
    }
  }

  std::span<const Cell> cells_;
  std::span<const Equation> equations_;
  std::int64_t steps_;
  std::size_t most_;
  System system_;
  std::vector<Statement> stated_;
  std::vector<Component> groups_;
  Slips slips_;
  bool slips_found_ = false;
};

}  // namespace

std::vector<Repair> find_repairs(const Form& form, TableId id, std::span<const Cell> cells,
                                 std::span<const Equation> equations,
                                 std::span<const Stated> stated, const RepairLimits& limits) {
  const bool wrong = std::any_of(equations.begin(), equations.end(), [](const Equation& equation) {
    return equation.status == EquationStatus::fail;
  });
  if (!wrong || cells.empty() || cells.size() != form.cells_of(id).size()) return {};
  return Finder(form, id, cells, equations, stated, limits).find();
}

}  // namespace gouji
