#include "repair/slips.h"

namespace gouji::repair {
namespace {

// Cells one after the other, across or down, forwards or backwards.
struct Line {
  std::ptrdiff_t first = 0;
  std::ptrdiff_t step = 0;
  std::size_t size = 0;

  [[nodiscard]] std::uint16_t operator[](std::size_t i) const {
    return static_cast<std::uint16_t>(first + static_cast<std::ptrdiff_t>(i) * step);
  }
  [[nodiscard]] Line without_last() const { return {first, step, size - 1}; }
  [[nodiscard]] Line backwards() const {
    return {first + static_cast<std::ptrdiff_t>(size - 1) * step, -step, size};
  }
};

class Finder {
 public:
  explicit Finder(const System& system) : system_(system) {}

  Slips find() {
    const std::size_t width = system_.width;
    const std::size_t height = system_.variables.size() / width;
    for (const bool across : {true, false}) {
      const RepairKind kind = across ? RepairKind::row_shifted : RepairKind::column_shifted;
      const std::size_t size = across ? width : height;
      const auto step = static_cast<std::ptrdiff_t>(across ? 1 : width);
      const auto next = static_cast<std::ptrdiff_t>(across ? width : 1);
      Line line{0, step, size};
      for (std::size_t i = across ? height : width; i > 0; --i) {
        swapped_cells(line);
        shifted(line, kind);
        shifted(line.backwards(), kind);
        const Line other{line.first + next, step, size};
        if (i > 1) {
          swapped_lines(line, other);
          // What the totals were reckoned from, in another's place.
          if (across) swapped_lines(line.without_last(), other.without_last());
        }
        line = other;
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] const Variable& at(std::uint16_t cell) const { return system_.variables[cell]; }

  // Adds the exchange of two cells' values to the changes; false when it cannot have happened.
  bool swap(std::uint16_t a, std::uint16_t b) {
    const std::int64_t change = at(b).value - at(a).value;
    if (change == 0) return true;
    if (at(a).count == 0 || at(b).count == 0) return false;
    if (!system_.allowed(at(a).value) || !system_.allowed(at(b).value)) return false;
    changes_.push_back({a, change});
    changes_.push_back({b, -change});
    return true;
  }

  void swapped_cells(const Line& line) {
    for (std::size_t i = 0; i + 1 < line.size; ++i) {
      // What only one of them stands in was put wrong.
      const Mask apart = at(line[i]).equations ^ at(line[i + 1]).equations;
      if ((apart & ~system_.wrong) != 0) continue;
      changes_.clear();
      if (swap(line[i], line[i + 1])) keep(RepairKind::values_swapped, 0);
    }
  }

  void swapped_lines(const Line& a, const Line& b) {
    changes_.clear();
    for (std::size_t i = 0; i < a.size; ++i) {
      if (!swap(a[i], b[i])) return;
    }
    keep(RepairKind::values_swapped, 0);
  }

  // The values stand one place further along the line than they should.
  void shifted(const Line& line, RepairKind kind) {
    Mask own = 0;  // the equations along the line; the others cross it
    for (std::size_t i = 0; i + 1 < line.size; ++i) {
      own |= at(line[i]).equations & at(line[i + 1]).equations;
    }
    for (std::size_t first = 0; first + 1 < line.size; ++first) {
      if (at(line[first]).value != 0 || at(line[first + 1]).value == 0) continue;
      changes_.clear();
      for (std::size_t last = first + 1; last < line.size; ++last) {
        const std::int64_t value = at(line[last]).value;
        const Delta delta{line[last - 1], value - at(line[last - 1]).value};
        if (delta.change != 0) {
          if (!system_.allowed(value) || !crosses(delta, own)) break;
          changes_.push_back(delta);
        }
        end_with(line[last], own, kind);
      }
    }
  }

  // Whether the equations that cross the line come right.
  [[nodiscard]] bool crosses(const Delta& delta, Mask own) const {
    const Variable& cell = at(delta.cell);
    for (std::size_t i = 0; i < cell.count; ++i) {
      const std::size_t e = cell.equation[i];
      if ((own & bit(e)) == 0 && system_.residuals[e] + cell.sign[i] * delta.change != 0) {
        return false;
      }
    }
    return cell.count > 0;
  }

  // With the cell whose own value was lost: a crossing equation tells it, else one along the line.
  void end_with(std::uint16_t last, Mask own, RepairKind kind) {
    const Variable& cell = at(last);
    if (cell.count == 0) return;
    std::size_t by = 0;
    while (by + 1 < cell.count && (own & bit(cell.equation[by])) != 0) ++by;
    const std::size_t e = cell.equation[by];
    std::int64_t net = system_.residuals[e];
    for (const Delta& delta : changes_) {
      const Variable& other = at(delta.cell);
      for (std::size_t i = 0; i < other.count; ++i) {
        if (other.equation[i] == e) net += other.sign[i] * delta.change;
      }
    }
    const std::int64_t change = -cell.sign[by] * net;
    if (!system_.allowed(cell.value + change)) return;
    if (change == 0) {
      keep(kind, 0);
      return;
    }
    changes_.push_back({last, change});
    keep(kind, cell.value + change);
    changes_.pop_back();
  }

  void keep(RepairKind kind, std::int64_t lost) {
    if (changes_.size() < 2) return;
    const Mask explained = system_.explained(changes_);
    if (size_of(explained) < 2) return;
    found_.changes.add_new(changes_);
    if (found_.changes.size() > found_.all.size()) found_.all.push_back({kind, explained, lost});
  }

  const System& system_;
  std::vector<Delta> changes_;
  Slips found_;
};

}  // namespace

Slips find_slips(const System& system) { return Finder(system).find(); }

}  // namespace gouji::repair
