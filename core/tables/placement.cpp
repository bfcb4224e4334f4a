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

Placement from_start(const RowSlots& row, std::size_t start) {
  Placement out;
  out.kind = Placement::Kind::placed;
  for (std::size_t c = 0; c < row.count; ++c) {
    out.slot.emplace_back(static_cast<std::uint16_t>(start + c));
  }
  return out;
}

std::vector<std::uint16_t> run_of_slots(std::size_t start, std::size_t count) {
  std::vector<std::uint16_t> out(count);
  for (std::size_t c = 0; c < count; ++c) out[c] = static_cast<std::uint16_t>(start + c);
  return out;
}

bool in_cells(const RowSlots& row) {
  return std::any_of(row.slots.begin(), row.slots.end(),
                     [](const Token& token) { return token.closed; });
}

class Placer {
 public:
  Placer(std::span<const RowSlots> rows, std::span<const HeadGeometry> heads, bool all_columns)
      : rows_(rows), all_columns_(all_columns) {
    std::size_t filled = 0;
    std::size_t exact = 0;
    bool first = false;
    bool last = false;
    bool totals = true;  // alone
    for (const HeadGeometry& head : heads)
      by_column_[{{head.line_columns, false}, head.first}] += 2;
    for (const RowSlots& row : rows) {
      if (in_cells(row)) ++sizes_[kin(row)][size_of(row)];
      if (row.slots.empty()) continue;
      ++filled;
      if (!row.one_line || row.slots.size() != row.count) continue;
      ++exact;
      first = first || holds(row.slots.front());
      last = last || holds(row.slots.back());
      totals = totals && held_slots(row).size() <= 1 && !holds(row.slots.front());
    }
    // With a column lost and a place beside the table the first or the last is empty throughout.
    exact_ = filled > 2 && exact == filled && last && (first || totals);
  }

  std::vector<Placement> run() {
    out_.resize(rows_.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!place_alone(i)) open.push_back(i);
    }
    for (const std::size_t i : open) out_[i] = place_by_others(rows_[i]);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (may_be_merged(rows_[i], out_[i])) out_[i] = Placer::open(held_slots(rows_[i]));
    }
    return std::move(out_);
  }

 private:
  // Rows that are laid out alike: those whose labels are as deep and that have as many cells, or,
  // where each cell has a line of its own, all with as many cells.
  using Kin = std::pair<std::uint8_t, std::uint16_t>;
  static constexpr std::uint8_t any_depth = 0xFF;
  static Kin kin(const RowSlots& row) { return {row.one_line ? row.depth : any_depth, row.count}; }
  // How many columns a row's line has. Where bars stand for merged cells rows of several depths
  // have as many.
  using Width = std::pair<std::uint16_t, bool>;
  static Width width(const RowSlots& row) { return {row.line_columns, row.merged}; }
  // Rows of one table may be laid out in two manners: on a line or a cell a line, by bars or by
  // tabs.
  using Manner = std::pair<Kin, std::uint8_t>;
  static Manner manner(const RowSlots& row) {
    return {{row.depth, row.count},
            static_cast<std::uint8_t>((row.one_line ? 1 : 0) + (row.bars ? 2 : 0) +
                                      (row.merged ? 4 : 0) + (row.opened ? 8 : 0))};
  }
  static std::size_t size_of(const RowSlots& row) {
    return row.one_line ? row.slots.size() : row.places;
  }

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
      out = open(held);
      return true;
    }
    if (row.by_lines) {
      out = from_start(row, 0);
      return true;
    }
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
      out.by_equation = row.by_equation;
      for (const std::uint16_t slot : held) out.slot.emplace_back(slot);
      if (held.back() - held.front() + 1U == row.count) vote(row, held.front());
      return true;
    }
    if (held.size() > row.count) {
      out = without_strays(row, held);
      return true;
    }
    if (!in_cells(row)) {
      out = open(held);
      return true;
    }
    if (held.back() - held.front() + 1U == row.count) {
      vote(row, held.front());
      out = from_start(row, held.front());
      return true;
    }
    return false;
  }

  // All kinds of applicants merged into one empty cell, and then the total, look like a blank and a
  // figure for the second kind.
  static bool may_be_merged(const RowSlots& row, const Placement& placement) {
    // Of all tables only the rows of section 3 have so many cells.
    if (!row.bars || row.count < 5 || row.count > 8) return false;
    if (placement.kind != Placement::Kind::placed || held_slots(row).size() != 1) return false;
    return placement.slot[1] && holds(row.slots[*placement.slot[1]]);
  }

  static Placement open(std::vector<std::uint16_t> held) {
    Placement out;
    out.kind = Placement::Kind::ambiguous;
    out.held = std::move(held);
    return out;
  }

  void vote(const RowSlots& row, std::size_t start) {
    if (row.one_line) ++by_column_[{width(row), row.slots[start].column}];
    ++by_offset_[manner(row)][static_cast<std::uint16_t>(start)];
  }

  // A value or two more than cells: a page number or the like stands between them. Which it is only
  // the sum can tell.
  static Placement without_strays(const RowSlots& row, const std::vector<std::uint16_t>& held) {
    const std::size_t strays = held.size() - row.count;
    if (strays > 2 || row.sum_width == 0) return open(held);
    std::vector<std::uint16_t> found;
    for (std::size_t a = 0; a < held.size(); ++a) {
      if (is_part(row, held, a)) continue;
      for (std::size_t b = strays == 1 ? a : a + 1; b < held.size(); ++b) {
        if (is_part(row, held, b)) continue;
        std::vector<std::uint16_t> rest;
        for (std::size_t i = 0; i < held.size(); ++i) {
          if (i != a && i != b) rest.push_back(held[i]);
        }
        // Zeros and one figure add up to nearly anything: they do not tell of the first that it is
        // none.
        const bool tells = rest.front() == held.front() || parts(row, rest) != 1;
        if (tells && adds_up(row, rest)) {
          if (!found.empty() && !same_values(row, found, rest)) return open(held);
          if (found.empty()) found = rest;
        }
        if (strays == 1) break;
      }
    }
    if (found.empty()) return open(held);
    Placement out;
    out.kind = Placement::Kind::placed;
    out.by_equation = true;
    out.slot.assign(found.begin(), found.end());
    return out;
  }

  // How many of the values before the total are not zero.
  static std::ptrdiff_t parts(const RowSlots& row, std::span<const std::uint16_t> slots) {
    return std::count_if(slots.begin(), slots.end() - 1, [&](std::uint16_t slot) {
      return row.slots[slot].value.number.units != 0;
    });
  }

  // Whether a value may be a part of a number with spaces between its thousands: 「2 236」.
  static bool is_part(const RowSlots& row, const std::vector<std::uint16_t>& held, std::size_t at) {
    const auto digits = [&](std::size_t i) {
      const Token& token = row.slots[held[i]];
      return token.value.kind == ValueKind::number ? token.end - token.begin : 0;
    };
    const auto beside = [&](std::size_t i) {
      const Token& left = row.slots[held[i]];
      const Token& right = row.slots[held[i + 1]];
      return left.line == right.line && left.column == right.column && digits(i) > 0 &&
             digits(i) <= 3 && left.value.number.units != 0 && digits(i + 1) == 3;
    };
    return (at + 1 < held.size() && beside(at)) || (at > 0 && beside(at - 1));
  }

  static bool same_values(const RowSlots& row, std::span<const std::uint16_t> a,
                          std::span<const std::uint16_t> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](std::uint16_t x, std::uint16_t y) {
                        return row.slots[x].value.kind == row.slots[y].value.kind &&
                               row.slots[x].value.number == row.slots[y].value.number;
                      });
  }

  [[nodiscard]] Placement place_by_others(const RowSlots& row) const {
    Placement out = open(held_slots(row));
    const Starts starts = possible_starts(row);
    if (!starts.any) return out;
    std::optional<std::size_t> start = start_by_column(row);
    const bool by_column = start.has_value();
    if (!start) start = start_by_offset(row);
    if (start && !starts.contains(*start)) return out;
    // Fewer places than the rows laid out alike have: one is lost, and the others have moved up.
    const bool short_row = !by_column && is_short(row);
    if (start && !short_row) return from_start(row, *start);
    if (!short_row && row.slots.size() == row.count && (row.sum_width == 0 || exact_)) {
      return from_start(row, starts.first);
    }
    // Zeros add up wherever they stand: a line of tabs that is shorter than others may lack one.
    if (row.one_line && !row.bars && all_zero(row) && lacks_columns(row)) return out;
    // In a table of which no row is whole a column may be lost, and a sum hold without it.
    if (by_offset_.empty() && rows_.size() > 1 && !all_columns_) return out;
    // The one start that adds up.
    std::optional<std::size_t> found;
    for (std::size_t s = starts.first; s <= starts.last; ++s) {
      if (!adds_up(row, run_of_slots(s, row.count))) continue;
      if (found) return out;
      found = s;
    }
    if (!found) return out;
    out = from_start(row, *found);
    out.by_equation = !starts.only();
    return out;
  }

  static bool all_zero(const RowSlots& row) {
    return std::all_of(row.slots.begin(), row.slots.end(),
                       [](const Token& token) { return token.value.number.units == 0; });
  }

  // Whether another row on a line of tabs has more columns.
  [[nodiscard]] bool lacks_columns(const RowSlots& row) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const RowSlots& other) {
      return other.one_line && !other.bars && other.line_columns > row.line_columns;
    });
  }

  // Whether a row has fewer places than most that are laid out alike, or these have no size in
  // common: then places have been lost, and nothing tells which.
  [[nodiscard]] bool is_short(const RowSlots& row) const {
    const std::map<std::size_t, std::size_t>& sizes = sizes_.at(kin(row));
    std::size_t rows = 0;
    for (const auto& [size, count] : sizes) rows += count;
    if (rows <= 2 && sizes.size() == 1) return false;
    for (const auto& [size, count] : sizes) {
      if (count * 2 >= rows && count > 1) return size_of(row) < size;
    }
    return true;
  }

  // Where the table's other rows, or its heads, have the first value's column.
  [[nodiscard]] std::optional<std::size_t> start_by_column(const RowSlots& row) const {
    if (!row.one_line) return std::nullopt;
    std::uint16_t column = 0;
    std::uint32_t votes = 0;
    std::uint32_t others = 0;
    for (const auto& [key, count] : by_column_) {
      if (key.first != width(row)) continue;
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

  // Whether the first value of another row with as many columns stands behind this row's first
  // slot.
  [[nodiscard]] bool other_column(const RowSlots& row) const {
    return row.one_line && std::any_of(by_column_.begin(), by_column_.end(), [&](const auto& vote) {
             return vote.first.first == width(row) && vote.first.second != row.slots.front().column;
           });
  }

  // How many empty places other rows have between their label and their first value: those whose
  // labels are as deep, else all of them if they agree that there are none.
  [[nodiscard]] std::optional<std::size_t> start_by_offset(const RowSlots& row) const {
    if (const auto own = by_offset_.find(manner(row)); own != by_offset_.end()) {
      std::uint32_t all = 0;
      for (const auto& [offset, count] : own->second) all += count;
      for (const auto& [offset, count] : own->second) {
        if (count * 5 >= all * 4) return offset;
      }
      return std::nullopt;
    }
    // Between tabs a place more may stand on either side.
    if (row.one_line && !row.bars && row.slots.size() > row.count) return std::nullopt;
    bool any = false;
    for (const auto& [other, offsets] : by_offset_) {
      if (other.second != manner(row).second) continue;
      any = true;
      for (const auto& [offset, count] : offsets) {
        if (offset != 0) return std::nullopt;
      }
    }
    if (!any || other_column(row)) return std::nullopt;
    return 0;
  }

  std::span<const RowSlots> rows_;
  bool all_columns_;
  bool exact_ = false;  // every row has just as many places as cells
  std::vector<Placement> out_;
  std::map<std::pair<Width, std::uint16_t>, std::uint32_t> by_column_;
  std::map<Manner, std::map<std::uint16_t, std::uint32_t>> by_offset_;
  std::map<Kin, std::map<std::size_t, std::size_t>> sizes_;
};

}  // namespace

std::vector<std::uint16_t> held_slots(const RowSlots& row) {
  std::vector<std::uint16_t> out;
  for (std::size_t i = 0; i < row.slots.size(); ++i) {
    if (holds(row.slots[i])) out.push_back(static_cast<std::uint16_t>(i));
  }
  return out;
}

bool adds_up(const RowSlots& row, std::span<const std::uint16_t> slots) {
  if (row.sum_width == 0 || slots.size() % row.sum_width != 0) return false;
  for (std::size_t first = 0; first < slots.size(); first += row.sum_width) {
    std::int64_t sum = 0;
    for (std::size_t c = 0; c < row.sum_width; ++c) {
      const Value& value = row.slots[slots[first + c]].value;
      if (value.kind == ValueKind::word || !value.number.integer()) return false;
      sum += c + 1 == row.sum_width ? -value.number.units : value.number.units;
    }
    if (sum != 0) return false;
  }
  return true;
}

std::vector<Placement> place(std::span<const RowSlots> rows, std::span<const HeadGeometry> heads,
                             bool all_columns) {
  return Placer(rows, heads, all_columns).run();
}

}  // namespace gouji
