#include "tables/fused.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr bool is_zero(char16_t c) {
  return c == u'0' || c == u'O' || c == u'o' || c == 0x3007 || c == 0x25CB || c == u'零';
}

// All ways to part a run of digits into numbers without leading zeros, of which in each group of
// `width` the last is the sum of the others.
class Splitter {
 public:
  Splitter(std::u16string_view run, std::size_t cells, std::size_t width)
      : run_(run), cells_(cells), width_(width) {}

  // The beginnings of the cells; empty unless there is just one way.
  std::vector<std::size_t> only_way() {
    part(0, 0);
    if (ways_ != 1 || steps_ > most_steps) return {};
    return found_;
  }

 private:
  static constexpr std::size_t most_steps = 50'000;
  static constexpr std::size_t longest_number = 9;

  void part(std::size_t at, std::int64_t sum) {
    if (ways_ > 1 || ++steps_ > most_steps) return;
    const std::size_t cell = begins_.size();
    if (cell == cells_) {
      if (at != run_.size()) return;
      if (++ways_ == 1) found_ = begins_;
      return;
    }
    if (run_.size() - at < cells_ - cell) return;
    if (cell % width_ + 1 == width_) {
      total(at, sum);
      return;
    }
    std::int64_t value = 0;
    for (std::size_t length = 1; length <= longest_number && at + length <= run_.size(); ++length) {
      const char16_t c = run_[at + length - 1];
      if (length > 1 && !is_digit(c)) break;
      value = is_digit(c) ? value * 10 + (c - u'0') : 0;
      begins_.push_back(at);
      part(at + length, sum + value);
      begins_.pop_back();
      if (is_lone_cell(run_[at])) break;
    }
  }

  void total(std::size_t at, std::int64_t sum) {
    std::size_t length = 1;
    if (sum == 0) {
      if (!is_lone_cell(run_[at])) return;
    } else {
      const std::string digits = std::to_string(sum);
      length = digits.size();
      if (at + length > run_.size() ||
          !std::equal(digits.begin(), digits.end(), run_.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, char16_t b) { return static_cast<char16_t>(a) == b; })) {
        return;
      }
    }
    begins_.push_back(at);
    part(at + length, 0);
    begins_.pop_back();
  }

  std::u16string_view run_;
  std::size_t cells_;
  std::size_t width_;
  std::vector<std::size_t> begins_;
  std::vector<std::size_t> found_;
  std::size_t ways_ = 0;
  std::size_t steps_ = 0;
};

// In how many ways a run may be as many numbers as it has characters, or fewer and blanks: a zero
// begins no longer number.
bool one_way_only(std::u16string_view run) {
  for (std::size_t i = 0; i + 1 < run.size(); ++i) {
    if (!is_lone_cell(run[i]) && is_digit(run[i + 1])) return false;
  }
  return true;
}

void take_parts(std::u16string_view text, std::span<const std::size_t> begins, RowSlots& row) {
  const Token whole = row.slots.front();
  row.slots.clear();
  for (std::size_t c = 0; c < begins.size(); ++c) {
    Token part = whole;
    part.begin = whole.begin + static_cast<std::uint32_t>(begins[c]);
    part.end =
        c + 1 < begins.size() ? whole.begin + static_cast<std::uint32_t>(begins[c + 1]) : whole.end;
    part.value = {};
    part.value.kind = ValueKind::number;
    part.digits = false;
    if (part.end - part.begin == 1 && is_lone_cell(text[part.begin])) {
      if (!is_zero(text[part.begin])) part.value.kind = ValueKind::placeholder;
    } else {
      for (std::uint32_t i = part.begin; i < part.end; ++i) {
        part.value.number.units = part.value.number.units * 10 + (text[i] - u'0');
      }
    }
    row.slots.push_back(part);
  }
}

}  // namespace

bool is_lone_cell(char16_t c) {
  return is_zero(c) || c == u'/' || c == u'-' || c == 0x2014 || c == u'无';
}

void part_fused(std::u16string_view text, std::span<RowSlots> rows, bool blanks) {
  for (const RowSlots& row : rows) {
    blanks = blanks || (row.fused > 0 && row.fused < row.count);
  }
  for (RowSlots& row : rows) {
    if (row.fused == 0) continue;
    const Token whole = row.slots.front();
    const std::u16string_view run = text.substr(whole.begin, whole.end - whole.begin);
    if (row.fused < row.count) {
      row.unsure = true;
      continue;
    }
    std::vector<std::size_t> begins;
    if (row.fused == row.count) {
      begins.resize(row.count);
      for (std::size_t c = 0; c < begins.size(); ++c) begins[c] = c;
      RowSlots parted = row;
      take_parts(text, begins, parted);
      std::vector<std::uint16_t> all(parted.slots.size());
      for (std::size_t c = 0; c < all.size(); ++c) all[c] = static_cast<std::uint16_t>(c);
      const bool certain = row.sum_width > 0 ? adds_up(parted, all) : !blanks || one_way_only(run);
      row = std::move(parted);
      row.unsure = !certain;
      continue;
    }
    if (row.sum_width > 0 && !blanks) {
      begins = Splitter(run, row.count, row.sum_width).only_way();
    }
    if (begins.empty()) {
      row.unsure = true;
      continue;
    }
    take_parts(text, begins, row);
    row.by_equation = true;
  }
}

}  // namespace gouji
