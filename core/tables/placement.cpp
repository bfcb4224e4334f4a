#include "tables/placement.h"

#include <algorithm>
#include <map>

namespace gouji {
namespace {

bool holds(const Token& token) { return !token.blank(); }

// The starts from which `count` slots in a row cover everything that is held.
struct Starts {
  std::uint16_t first = 0;
  std::uint16_t last = 0;
  bool any = false;

  [[nodiscard]] bool only() const { return any && first == last; }
  [[nodiscard]] bool contains(std::size_t start) const {
    return any && start >= first && start <= last;
  }
};

Starts possible_starts(const RowSlots& row) {
  Starts out;
  const auto size = row.slots.size();
  const std::size_t count = row.count;
  if (size < count) return out;
  std::size_t first_held = size;
  std::size_t last_held = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (!holds(row.slots[i])) continue;
    first_held = std::min(first_held, i);
    last_held = i;
  }
  if (first_held == size) {
    first_held = size - count;
    last_held = count - 1;
  }
  const std::size_t lowest = last_held + 1 >= count ? last_held + 1 - count : 0;
  const std::size_t highest = std::min(first_held, size - count);
  if (lowest > highest) return out;
  out = {static_cast<std::uint16_t>(lowest), static_cast<std::uint16_t>(highest), true};
  return out;
}

std::vector<std::uint16_t> held_slots(const RowSlots& row) {
  std::vector<std::uint16_t> out;
  for (std::size_t i = 0; i < row.slots.size(); ++i) {
    if (holds(row.slots[i])) out.push_back(static_cast<std::uint16_t>(i));
  }
  return out;
}

Placement from_start(const RowSlots& row, std::size_t start) {
  Placement out;
  out.kind = Placement::Kind::placed;
  for (std::size_t c = 0; c < row.count; ++c) {
    out.slot.emplace_back(static_cast<std::uint16_t>(start + c));
  }
  return out;
}

class Placer {
 public:
  Placer(std::span<const RowSlots> rows, std::span<const HeadGeometry> heads) : rows_(rows) {
    for (const HeadGeometry& head : heads) by_column_[{head.line_columns, head.first}] += 2;
  }

  std::vector<Placement> run() {
    out_.resize(rows_.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!place_alone(i)) open.push_back(i);
    }
    for (const std::size_t i : open) out_[i] = place_by_others(i);
    return std::move(out_);
  }

 private:
  // Rows that can be read in one way whatever the rest of the table looks like.
  bool place_alone(std::size_t i) {
    const RowSlots& row = rows_[i];
    Placement& out = out_[i];
    if (row.slots.empty()) {
      out.kind = Placement::Kind::missing;
      return true;
    }
    const std::vector<std::uint16_t> held = held_slots(row);
    if (row.unsure) {
      out.kind = Placement::Kind::ambiguous;
      out.held = held;
      return true;
    }
    const bool cells = std::any_of(row.slots.begin(), row.slots.end(),
                                   [](const Token& token) { return token.closed; });
    if (held.empty()) {
      // An empty row: however many separators it has, nothing stands in it.
      out.kind = Placement::Kind::placed;
      for (std::size_t c = 0; c < row.count; ++c) {
        out.slot.emplace_back(static_cast<std::uint16_t>(std::min(c, row.slots.size() - 1)));
      }
      return true;
    }
    if (held.size() == row.count) {
      out.kind = Placement::Kind::placed;
      for (const std::uint16_t slot : held) out.slot.emplace_back(slot);
      if (held.back() - held.front() + 1U == row.count) vote(row, held.front());
      return true;
    }
    if (!cells || held.size() > row.count) {
      out.kind = Placement::Kind::ambiguous;
      out.held = held;
      return true;
    }
    const Starts starts = possible_starts(row);
    if (starts.only()) {
      vote(row, starts.first);
      out = from_start(row, starts.first);
      return true;
    }
    return false;
  }

  void vote(const RowSlots& row, std::size_t start) {
    if (row.one_line) ++by_column_[{row.line_columns, row.slots[start].column}];
    ++by_offset_[{row.depth, static_cast<std::uint16_t>(start)}];
  }

  [[nodiscard]] Placement place_by_others(std::size_t i) const {
    const RowSlots& row = rows_[i];
    Placement out;
    out.kind = Placement::Kind::ambiguous;
    out.held = held_slots(row);
    const Starts starts = possible_starts(row);
    if (!starts.any) return out;
    if (const std::optional<std::size_t> start = start_by_column(row)) {
      if (starts.contains(*start)) return from_start(row, *start);
      return out;  // the columns say otherwise: a value stands where none belongs
    }
    if (starts.only()) return from_start(row, starts.first);
    if (const std::optional<std::size_t> start = start_by_offset(row)) {
      if (starts.contains(*start)) return from_start(row, *start);
    }
    return out;
  }

  // Where the table's other rows, or its heads, have the first value's column.
  [[nodiscard]] std::optional<std::size_t> start_by_column(const RowSlots& row) const {
    if (!row.one_line) return std::nullopt;
    std::uint16_t column = 0;
    std::uint32_t votes = 0;
    std::uint32_t others = 0;
    for (const auto& [key, count] : by_column_) {
      if (key.first != row.line_columns) continue;
      if (count > votes) {
        others += votes;
        votes = count;
        column = key.second;
      } else {
        others += count;
      }
    }
    if (votes < 2 || votes < others * 3) return std::nullopt;
    for (std::size_t s = 0; s < row.slots.size(); ++s) {
      if (row.slots[s].column == column) return s;
    }
    return std::nullopt;
  }

  // How many empty places other rows have between their label and their first value: those of the
  // same depth, else all of them if they agree that there are none.
  [[nodiscard]] std::optional<std::size_t> start_by_offset(const RowSlots& row) const {
    std::uint32_t same = 0;
    std::uint32_t all = 0;
    std::uint32_t all_zero = 0;
    std::map<std::uint16_t, std::uint32_t> of_depth;
    for (const auto& [key, count] : by_offset_) {
      all += count;
      if (key.second == 0) all_zero += count;
      if (key.first == row.depth) {
        same += count;
        of_depth[key.second] += count;
      }
    }
    for (const auto& [offset, count] : of_depth) {
      if (count * 5 >= same * 4) return offset;
    }
    if (all > 0 && all == all_zero) return 0;
    return std::nullopt;
  }

  std::span<const RowSlots> rows_;
  std::vector<Placement> out_;
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint32_t> by_column_;
  std::map<std::pair<std::uint8_t, std::uint16_t>, std::uint32_t> by_offset_;
};

}  // namespace

std::vector<Placement> place(std::span<const RowSlots> rows, std::span<const HeadGeometry> heads) {
  return Placer(rows, heads).run();
}

}  // namespace gouji
