#include "tables/fused.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::size_t longest_number = 9;

constexpr bool is_zero(char16_t c) {
  return c == u'0' || c == u'O' || c == u'o' || c == 0x3007 || c == 0x25CB || c == u'零';
}

constexpr bool is_dash(char16_t c) { return c == u'-' || c == 0x2014; }

// The characters of a row's values, and where each of them stands in the text.
struct Run {
  std::u16string letters;
  std::vector<std::uint32_t> at;
  std::vector<bool> spaced;  // something stands before the character
};

Run run_of(std::u16string_view text, const RowSlots& row) {
  Run out;
  for (const Token& token : row.slots) {
    for (std::uint32_t i = token.begin; i < token.end; ++i) {
      out.letters.push_back(text[i]);
      out.at.push_back(i);
      out.spaced.push_back(i == token.begin && i != row.slots.front().begin);
    }
  }
  return out;
}

using Begins = std::vector<std::size_t>;

// All ways to part a run of digits into numbers without leading zeros, in groups of `least` to
// `width` of which the last is the sum of the others.
class Splitter {
 public:
  Splitter(std::u16string_view run, std::size_t groups, std::size_t least, std::size_t width,
           std::size_t& steps)
      : run_(run), least_(least), width_(width), steps_(steps), own_(steps) {
    if (run.size() <= groups * width * longest_number) group(0, groups);
  }

  // Several ways; none if there are too many to be told apart.
  [[nodiscard]] static std::optional<std::vector<Begins>> ways(std::u16string_view run,
                                                               std::size_t width,
                                                               std::size_t& steps) {
    constexpr std::size_t most = 32;
    Splitter all(run, width, steps, most);
    if (all.ways_ > most || all.exhausted()) return std::nullopt;
    return std::move(all.all_);
  }

  // The beginnings of the numbers; empty unless there is just one way.
  [[nodiscard]] Begins only_way() const { return ways_ == 1 && !exhausted() ? found_ : Begins(); }

 private:
  static constexpr std::size_t most_steps = 100'000;

  Splitter(std::u16string_view run, std::size_t width, std::size_t& steps, std::size_t most)
      : run_(run), least_(width), width_(width), steps_(steps), own_(steps), most_ways_(most) {
    if (run.size() <= width * longest_number) group(0, 1);
  }

  [[nodiscard]] bool exhausted() const { return steps_ == 0 || own_ - steps_ > most_steps; }

  void group(std::size_t at, std::size_t left) {
    if (left == 0) {
      if (at != run_.size()) return;
      if (++ways_ == 1) found_ = begins_;
      if (most_ways_ > 1) all_.push_back(begins_);
      return;
    }
    const std::size_t longest = (width_ - 1) * longest_number;
    for (std::size_t total = at + least_ - 1; total < run_.size() && total - at <= longest;
         ++total) {
      // The last group ends where the run does.
      std::size_t length = 1;
      if (left == 1) {
        if (run_.size() - total > longest_number) continue;
        length = run_.size() - total;
      }
      for (; length <= longest_number && total + length <= run_.size(); ++length) {
        const std::optional<std::int64_t> sum = number(total, length);
        if (!sum) break;
        parts(at, total, width_ - 1, *sum, length, left);
        if (ways_ > most_ways_ || exhausted()) return;
      }
    }
  }

  // No number begins with 0 but 0.
  [[nodiscard]] std::optional<std::int64_t> number(std::size_t at, std::size_t length) const {
    if (is_lone_cell(run_[at])) return length == 1 ? std::optional<std::int64_t>(0) : std::nullopt;
    std::int64_t value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
      if (!is_digit(run_[i])) return std::nullopt;
      value = value * 10 + (run_[i] - u'0');
    }
    return value;
  }

  // Parts what stands before a total, and goes on behind it.
  void parts(std::size_t at, std::size_t total, std::size_t cells, std::int64_t sum,
             std::size_t length, std::size_t left) {
    if (ways_ > most_ways_ || steps_ == 0) return;
    --steps_;
    if (exhausted()) return;
    if (at == total) {
      if (sum != 0 || width_ - cells < least_) return;
      begins_.push_back(total);
      group(total + length, left - 1);
      begins_.pop_back();
      return;
    }
    std::size_t digits = 1;
    for (std::int64_t rest = sum; rest > 9; rest /= 10) ++digits;
    if (total - at > cells * digits) return;
    for (std::size_t size = 1; size <= digits && at + size <= total; ++size) {
      const std::optional<std::int64_t> value = number(at, size);
      if (!value || *value > sum) break;
      begins_.push_back(at);
      parts(at + size, total, cells - 1, sum - *value, length, left);
      begins_.pop_back();
    }
  }

  std::u16string_view run_;
  std::size_t least_;
  std::size_t width_;
  std::size_t& steps_;
  std::size_t own_;
  Begins begins_;
  Begins found_;
  std::vector<Begins> all_;
  std::size_t ways_ = 0;
  std::size_t most_ways_ = 1;
};

// Whether a run could also be fewer numbers than it has characters, and blanks: a zero begins no
// longer number.
bool could_go_on(std::u16string_view run) {
  for (std::size_t i = 0; i + 1 < run.size(); ++i) {
    if (!is_lone_cell(run[i]) && run[i] != u'?') return true;
  }
  return false;
}

// Spaces inside a number stand between its thousands.
bool keeps_spaces(const Run& run, const Begins& begins) {
  for (std::size_t c = 0; c < begins.size(); ++c) {
    const std::size_t end = c + 1 < begins.size() ? begins[c + 1] : run.letters.size();
    std::size_t group = begins[c];
    for (std::size_t i = begins[c] + 1; i <= end; ++i) {
      if (i < end && !run.spaced[i]) continue;
      const bool first = group == begins[c];
      const bool whole = first && i == end;
      if (!whole && (first ? i - group > 3 : i - group != 3)) return false;
      group = i;
    }
  }
  return true;
}

// 「663 6000323 597」 for 663600, 0 and 323597: every space between thousands and nothing between
// the numbers. Whether the row is whole if it is read so.
bool has_spaced_thousands(const RowSlots& row) {
  if (row.slots.size() < 2) return false;
  // The fewest and the most numbers that the part of each token, which belongs to no other, can be.
  std::size_t least = 1;
  std::size_t most = 1;
  for (std::size_t t = 0; t < row.slots.size(); ++t) {
    const Token& token = row.slots[t];
    if (token.closed || token.line != row.slots.front().line) return false;
    const std::size_t length = token.end - token.begin;
    const std::size_t taken = t > 0 ? 3 : 0;
    if (length < taken) return false;
    const std::size_t rest = length - taken;
    if (t + 1 == row.slots.size()) {
      least += rest > 0 ? 1 : 0;
      most += rest;
    } else if (t == 0) {
      most += rest - 1;
      least += rest > 3 ? 1 : 0;
    } else if (rest > 0) {
      most += rest;
      least += rest > 3 ? 2 : 1;
    }
  }
  return least <= row.count && row.count <= most;
}

void take_parts(const Run& run, const Begins& begins, std::u16string_view text, RowSlots& row) {
  const Token whole = row.slots.front();
  row.slots.clear();
  for (std::size_t c = 0; c < begins.size(); ++c) {
    const std::size_t end = c + 1 < begins.size() ? begins[c + 1] : run.at.size();
    Token part = whole;
    part.begin = run.at[begins[c]];
    part.end = run.at[end - 1] + 1;
    part.value = {};
    part.value.kind = ValueKind::number;
    part.digits = false;
    const char16_t first = text[part.begin];
    if (part.end - part.begin == 1 && first == u'?') {
      part.value.kind = ValueKind::word;
    } else if (part.end - part.begin == 1 && is_lone_cell(first)) {
      if (!is_zero(first)) part.value.kind = ValueKind::placeholder;
    } else if (const std::size_t numeral = numerals.find(first);
               numeral != std::u16string_view::npos) {
      part.value.number.units = static_cast<std::int64_t>(numeral + 1);
    } else {
      for (std::size_t i = begins[c]; i < end; ++i) {
        part.value.number.units = part.value.number.units * 10 + (run.letters[i] - u'0');
      }
    }
    row.slots.push_back(part);
  }
}

// 一 is as often a dash as a number; among other numerals it is one.
bool has_ones_alone(std::span<const RowSlots> rows, std::u16string_view text) {
  bool ones = false;
  for (const RowSlots& row : rows) {
    if (row.fused == 0) continue;
    for (const char16_t c : run_of(text, row).letters) {
      if (c == u'一') ones = true;
      if (c != u'一' && numerals.find(c) != std::u16string_view::npos) return false;
    }
  }
  return ones;
}

class Parter {
 public:
  Parter(std::u16string_view text, const Form& form, std::span<RowSlots> rows, bool blanks)
      : text_(text), form_(form), rows_(rows), blanks_(blanks), doubts_(rows.size(), Doubt::none) {
    for (const RowSlots& row : rows) {
      if (!row.slots.empty() && row.slots.front().fused && !row.slots.front().closed) ++adjoining_;
      const bool lost = row.fused > 0 && row.fused < row.count && !row.loose;
      blanks_ = blanks_ || lost;
      if (row.fused >= row.count && is_evident(row)) ++fused_rows_;
      if (row.fused > row.count && row.slots.size() == 1) {
        const std::u16string letters = run_of(text, row).letters;
        wider_ = wider_ || std::all_of(letters.begin(), letters.end(), is_zero);
      }
      const bool nothing = row.slots.empty() && row.last_token - row.first_token == 1;
      if (row.sum_width == 0 && nothing) empty_ = true;
    }
    blanks_ = blanks_ || (empty_ && fused_rows_ > 0);
    ones_alone_ = has_ones_alone(rows, text);
  }

  void run() {
    for (std::size_t i = 0; i < rows_.size(); ++i) part(i);
    if (wider_) {
      for (RowSlots& row : rows_) row.unsure = row.unsure || row.by_equation;
      return;
    }
    if (std::all_of(doubts_.begin(), doubts_.end(), [](Doubt d) { return d == Doubt::none; })) {
      return;
    }
    check_columns(Doubt::weak);
    settle_handled();
    ask_columns();
    check_columns(Doubt::blank);
    check_columns(Doubt::sums);
  }

 private:
  // Why a row that was parted may be another.
  enum class Doubt : std::uint8_t {
    none,
    sums,   // there is only one way that adds up
    weak,   // there is only one with as many numbers as cells, but there are others with fewer
    blank,  // a number may have been left out
  };
  static constexpr std::size_t columns = 7;

  void part(std::size_t i) {
    RowSlots& row = rows_[i];
    if (row.fused == 0) {
      // A number on a line of its own may be a page's where values follow their labels directly.
      const bool below = row.count == 1 && adjoining_ > 0 && row.slots.size() == 1 &&
                         !row.slots.front().closed && row.slots.front().line > row.label_line;
      row.unsure = row.unsure || row.spaced_thousands || below;
      return;
    }
    const Run run = run_of(text_, row);
    if (row.fused >= row.count && !row.unsure) {
      if (row.loose ? loose(i, run) : tight(i, run)) return;
    }
    if (row.loose) {
      row.fused = 0;
      row.unsure = row.unsure || row.spaced_thousands;
    } else {
      row.unsure = true;
    }
  }

  // Whether the values have run together beyond doubt: a 0 begins a longer token.
  [[nodiscard]] bool is_evident(const RowSlots& row) const {
    return !row.loose || std::any_of(row.slots.begin(), row.slots.end(), [&](const Token& token) {
      return token.end - token.begin > 1 && is_zero(text_[token.begin]);
    });
  }

  // A token that looks like several values, though it may be one number.
  [[nodiscard]] bool looks_fused(const RowSlots& row) const {
    return std::any_of(row.slots.begin(), row.slots.end(), [&](const Token& token) {
      const std::u16string_view letters = text_.substr(token.begin, token.end - token.begin);
      return letters.find(u"000") != std::u16string_view::npos;
    });
  }

  // Spaces among the values: they have run together all the same if one of the tokens shows it, or
  // if one looks so and other rows have.
  bool loose(std::size_t i, const Run& run) {
    constexpr std::size_t telling = 3;
    RowSlots& row = rows_[i];
    if (row.sum_width == 0) return false;
    const bool shown = row.slots.size() == 1 || looks_fused(row);
    if (!is_evident(row) && !(shown && fused_rows_ >= telling)) return false;
    const Begins begins = only_way(row, run, true);
    if (begins.size() != row.count || !keeps_spaces(run, begins)) return false;
    row.by_equation = true;
    // 「0 00 0 0 11」 may as well be a cell less.
    doubts_[i] = row.fused == row.count && row.slots.size() > 1 && has_longer(row) ? Doubt::weak
                                                                                   : Doubt::sums;
    take_parts(run, begins, text_, row);
    return true;
  }

  // A token of several characters that may be one number.
  [[nodiscard]] bool has_longer(const RowSlots& row) const {
    return std::any_of(row.slots.begin(), row.slots.end(), [&](const Token& token) {
      return could_go_on(text_.substr(token.begin, token.end - token.begin));
    });
  }

  bool tight(std::size_t i, const Run& run) {
    RowSlots& row = rows_[i];
    Begins begins;
    if (row.fused == row.count) {
      begins.resize(row.count);
      for (std::size_t c = 0; c < begins.size(); ++c) begins[c] = c;
      const bool certain = is_certain(row, run, begins);
      if (certain && row.sum_width > 0 && could_go_on(run.letters)) {
        doubts_[i] = blanks_ ? Doubt::sums : Doubt::blank;
      }
      take_parts(run, begins, text_, row);
      row.unsure = !certain;
      return true;
    }
    // 「——」 is one sign or two.
    if (row.sum_width == 0 || std::any_of(run.letters.begin(), run.letters.end(), is_dash)) {
      return false;
    }
    begins = only_way(row, run, true);
    doubts_[i] = Doubt::sums;
    if (begins.size() != row.count) {
      if (!begins.empty() || blanks_ || row.sum_width != row.count) return false;
      begins = only_way(row, run, false);
      doubts_[i] = Doubt::weak;
    }
    if (begins.empty()) {
      doubts_[i] = Doubt::none;
      return false;
    }
    take_parts(run, begins, text_, row);
    row.by_equation = true;
    return true;
  }

  // `fewer`: than the row has cells, too.
  Begins only_way(const RowSlots& row, const Run& run, bool fewer) {
    const std::size_t groups = row.count / row.sum_width;
    const std::size_t width = row.sum_width;
    const std::size_t least = !fewer ? width : groups > 1 ? 1 : 2;
    return Splitter(run.letters, groups, least, width, steps_).only_way();
  }

  // As many characters as cells.
  bool is_certain(const RowSlots& row, const Run& run, const Begins& begins) {
    const std::u16string_view letters = run.letters;
    if (ones_alone_ && letters.find(u'一') != std::u16string_view::npos) return false;
    const bool other_ways = blanks_ && could_go_on(letters);
    if (row.sum_width == 0) {
      // A sign may belong to the number behind it.
      for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
        if (is_dash(letters[i]) && is_digit(letters[i + 1])) return false;
      }
      return !other_ways;
    }
    RowSlots parted = row;
    take_parts(run, begins, text_, parted);
    const auto words = std::count_if(parted.slots.begin(), parted.slots.end(), [](const Token& t) {
      return t.value.kind == ValueKind::word;
    });
    if (words > 0) return !other_ways && words == 1;
    std::vector<std::uint16_t> all(parted.slots.size());
    for (std::size_t c = 0; c < all.size(); ++c) all[c] = static_cast<std::uint16_t>(c);
    if (!adds_up(parted, all)) return false;
    return !other_ways || only_way(row, run, true) == begins;
  }

  using Values = std::array<std::int64_t, columns>;

  // What the rows of section 3 say of a column.
  struct Column {
    std::int64_t results = 0;
    std::int64_t incoming = 0;
    std::optional<std::int64_t> handled;
    std::optional<std::int64_t> outgoing;
    std::size_t result_rows = 0;
    std::size_t incoming_rows = 0;
  };
  struct Verdicts {
    std::array<Column, columns> sums{};
    std::array<bool, columns> results_fail{};
    std::array<bool, columns> balance_fails{};
    bool results_checked = false;
    bool balance_checked = false;
  };

  [[nodiscard]] std::optional<RowRole> role_of(const RowSlots& row) const {
    const FormLine& line = form_.lines[row.line];
    if (line.table != TableId::requests || row.count != columns) return std::nullopt;
    for (const RequestRowData& data : form_.data->request_rows) {
      if (data.key == line.key) return data.role;
    }
    return std::nullopt;
  }

  static std::optional<Values> values_of(const RowSlots& row) {
    if (row.unsure || row.fused == 0 || row.slots.size() != columns) return std::nullopt;
    Values out{};
    for (std::size_t c = 0; c < columns; ++c) {
      if (row.slots[c].value.kind == ValueKind::word) return std::nullopt;
      out[c] = row.slots[c].value.number.units;
    }
    return out;
  }

  [[nodiscard]] std::size_t result_rows() const {
    return static_cast<std::size_t>(
        std::count_if(form_.data->request_rows.begin(), form_.data->request_rows.end(),
                      [](const RequestRowData& row) { return row.role == RowRole::result; }));
  }

  [[nodiscard]] Verdicts verdicts() const {
    Verdicts out;
    std::vector<bool> seen(form_.lines.size(), false);
    for (const RowSlots& row : rows_) {
      const std::optional<RowRole> role = role_of(row);
      const auto values = values_of(row);
      // A row printed twice says nothing more.
      if (!role || !values || seen[row.line]) continue;
      seen[row.line] = true;
      for (std::size_t c = 0; c < columns; ++c) {
        Column& sum = out.sums[c];
        const std::int64_t value = (*values)[c];
        switch (*role) {
          case RowRole::incoming:
            sum.incoming += value;
            ++sum.incoming_rows;
            break;
          case RowRole::result:
            sum.results += value;
            ++sum.result_rows;
            break;
          case RowRole::handled:
            sum.handled = value;
            break;
          case RowRole::outgoing:
            sum.outgoing = value;
            break;
        }
      }
    }
    const std::size_t all_results = result_rows();
    for (std::size_t c = 0; c < columns; ++c) {
      const Column& sum = out.sums[c];
      // Rows that are not known can only add.
      const std::int64_t outgoing = sum.outgoing.value_or(0);
      const bool all_incoming = sum.incoming_rows == 2;
      if (!sum.handled) {
        const bool fails = all_incoming && sum.incoming < sum.results + outgoing;
        out.balance_fails[c] = out.results_fail[c] = fails;
        continue;
      }
      const std::int64_t handled = *sum.handled;
      out.results_checked = sum.result_rows == all_results;
      out.results_fail[c] =
          sum.results > handled || (out.results_checked && sum.results != handled);
      out.balance_checked = all_incoming && sum.outgoing.has_value();
      out.balance_fails[c] = (all_incoming && sum.incoming < handled + outgoing) ||
                             (sum.outgoing && sum.incoming > handled + outgoing);
    }
    return out;
  }

  // The sum of all results may be parted in several ways of which the results tell the right one.
  // If none of its ways is their sum, one of them may have been parted wrongly.
  void settle_handled() {
    const auto open = std::find_if(rows_.begin(), rows_.end(), [&](const RowSlots& row) {
      return role_of(row) == RowRole::handled && row.unsure && row.fused > row.count &&
             row.slots.size() == 1;
    });
    if (open == rows_.end()) return;
    const Verdicts found = verdicts();
    if (found.sums[0].handled) return;  // printed twice
    const bool all = found.sums[0].result_rows == result_rows();
    const Run run = run_of(text_, *open);
    const auto ways = Splitter::ways(run.letters, columns, steps_);
    if (!ways) return;
    std::size_t fitting = 0;
    RowSlots fits;
    for (const Begins& begins : *ways) {
      RowSlots parted = *open;
      take_parts(run, begins, text_, parted);
      bool fit = true;
      for (std::size_t c = 0; c < columns; ++c) {
        const std::int64_t value = parted.slots[c].value.number.units;
        const std::int64_t results = found.sums[c].results;
        fit = fit && (all ? value == results : value >= results);
      }
      if (fit && ++fitting == 1) fits = std::move(parted);
    }
    if (fitting == 1 && all) {
      *open = std::move(fits);
      open->unsure = false;
      open->by_equation = true;
    }
    if (fitting > 0) return;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const bool result = role_of(rows_[i]) == RowRole::result;
      rows_[i].unsure = rows_[i].unsure || (result && doubts_[i] == Doubt::sums);
    }
  }

  // Where the columns do not hold because of one row alone, it is that row that is in doubt.
  void ask_columns() {
    const Verdicts found = verdicts();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      RowSlots& row = rows_[i];
      const std::optional<RowRole> role = role_of(row);
      const auto values = values_of(row);
      if (doubts_[i] == Doubt::none || !role || !values) continue;
      const bool result = *role == RowRole::result;
      const bool both = *role == RowRole::handled;
      const bool fails = (found.results_checked && (result || both) && any(found.results_fail)) ||
                         (found.balance_checked && !result && any(found.balance_fails));
      row.unsure = row.unsure || (fails && columns_ask(row, *role, *values, found));
    }
  }

  // Rows that only sums have parted must not contradict those of the columns, and the weak ones
  // need them.
  void check_columns(Doubt doubt) {
    const Verdicts found = verdicts();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      RowSlots& row = rows_[i];
      const std::optional<RowRole> role = role_of(row);
      const auto values = values_of(row);
      if (doubts_[i] != doubt || !role || !values) continue;
      const bool result = *role == RowRole::result;
      const bool both = *role == RowRole::handled;
      // Where all of a column is known, it asks for another row or for none.
      const bool checked_otherwise = result ? found.results_checked
                                     : both ? found.results_checked || found.balance_checked
                                            : found.balance_checked;
      if (doubt == Doubt::blank && checked_otherwise) continue;
      if (doubt == Doubt::weak) {
        const bool checked = result ? found.results_checked
                             : both ? found.results_checked && found.balance_checked
                                    : found.balance_checked;
        row.unsure = !checked;
      }
      // Of many results those that have a part in the column; a sum of them may be too small.
      if (result) row.unsure = row.unsure || contradicts(*values, found.results_fail);
      if (both) row.unsure = row.unsure || any(found.results_fail);
      if (!result) row.unsure = row.unsure || any(found.balance_fails);
    }
  }

  // A character a cell, and the row adds up: still another row if the columns ask for one that is
  // printed just so with a number left out, 「0000055」 for 55 blank blank … 55.
  [[nodiscard]] bool columns_ask(const RowSlots& row, RowRole role, const Values& values,
                                 const Verdicts& found) const {
    Values asked{};
    for (std::size_t c = 0; c < columns; ++c) {
      const Column& sum = found.sums[c];
      if (role == RowRole::result) {
        asked[c] = sum.handled.value_or(0) - sum.results + values[c];
      } else if (role == RowRole::handled) {
        asked[c] = found.results_checked ? sum.results : sum.incoming - sum.outgoing.value_or(0);
      } else if (role == RowRole::incoming) {
        asked[c] = sum.handled.value_or(0) + sum.outgoing.value_or(0) - sum.incoming + values[c];
      } else {
        asked[c] = sum.incoming - sum.handled.value_or(0);
      }
      if (asked[c] < 0) return false;
    }
    const std::u16string run = run_of(text_, row).letters;
    std::vector<bool> reached(run.size() + 1, false);  // by the numbers up to here, or some of them
    reached[0] = true;
    for (const std::int64_t value : asked) {
      const std::string digits = std::to_string(value);
      for (std::size_t at = run.size() + 1; at-- > digits.size();) {
        const std::size_t begin = at - digits.size();
        const bool same =
            std::equal(digits.begin(), digits.end(), run.data() + begin,
                       [](char a, char16_t b) { return b == static_cast<char16_t>(a); });
        if (reached[begin] && same) reached[at] = true;
      }
    }
    return reached[run.size()];
  }

  // Whether the row has a part in what does not hold: a value that was cut out wrongly changes the
  // sum of its column.
  static bool any(const std::array<bool, columns>& fails) {
    return std::find(fails.begin(), fails.end(), true) != fails.end();
  }
  static bool contradicts(const Values& values, const std::array<bool, columns>& fails) {
    bool other = false;
    for (std::size_t c = 0; c + 1 < columns; ++c) {
      if (fails[c] && values[c] != 0) return true;
      other = other || fails[c];
    }
    return !other && fails[columns - 1] && values[columns - 1] != 0;
  }

  static constexpr std::size_t most_steps = 2'000'000;  // in one table

  std::u16string_view text_;
  const Form& form_;
  std::span<RowSlots> rows_;
  bool blanks_;
  bool wider_ = false;  // a row of nothing but 0 has more of them than cells: a column is not known
  bool empty_ = false;
  bool ones_alone_ = false;
  std::size_t fused_rows_ = 0;
  std::size_t adjoining_ = 0;  // rows whose values follow the label directly
  std::vector<Doubt> doubts_;
  std::size_t steps_ = most_steps;
};

}  // namespace

bool is_lone_cell(char16_t c) { return is_zero(c) || c == u'/' || is_dash(c) || c == u'无'; }

bool is_lone_value(char16_t c) {
  return is_lone_cell(c) || c == u'?' || numerals.find(c) != std::u16string_view::npos;
}

void note_fused(std::u16string_view text, RowSlots& row) {
  if (row.slots.empty()) return;
  const Token& first = row.slots.front();
  std::size_t size = 0;  // of what stands on the first line
  std::size_t length = 0;
  for (; size < row.slots.size() && row.slots[size].line == first.line; ++size) {
    const Token& token = row.slots[size];
    const std::u16string_view letters = text.substr(token.begin, token.end - token.begin);
    const bool number = token.value.kind == ValueKind::number && token.value.unit.empty() &&
                        token.value.number.integer() && token.value.number.units >= 0 &&
                        std::all_of(letters.begin(), letters.end(),
                                    [](char16_t c) { return is_digit(c) || is_lone_value(c); });
    // 「——」 is one sign.
    const bool signs = token.value.kind == ValueKind::placeholder && letters.size() > 1 &&
                       letters.find(u'/') != std::u16string_view::npos &&
                       std::all_of(letters.begin(), letters.end(), is_lone_cell);
    if (token.closed || (!number && !token.digits && !signs)) return;
    length += letters.size();
  }
  if (row.slots.size() > size + 1 || length > std::numeric_limits<std::uint16_t>::max()) return;
  if (row.slots.size() == size + 1 && length < row.count) return;
  // 「0000012」 is no number, whatever stands before it.
  const bool tight =
      size == 1 &&
      (first.fused || (row.count > 1 && length >= row.count && is_zero(text[first.begin])));
  if (!tight) {
    if (size < row.slots.size()) return;
    row.spaced_thousands = first.fused && has_spaced_thousands(row);
    if (length < row.count || size >= row.count) return;
  }
  row.slots.resize(size);
  if (row.count == 1) return;
  row.fused = static_cast<std::uint16_t>(length);
  row.loose = !tight;
}

bool loses_blanks(std::u16string_view text, std::span<const RowSlots> rows) {
  constexpr std::size_t enough = 5;
  std::size_t whole = 0;
  std::size_t totals = 0;
  bool zero = false;
  for (const RowSlots& row : rows) {
    if (row.fused == 0 || row.loose) continue;
    if (row.fused >= row.count) {
      ++whole;
      continue;
    }
    const char16_t first = text[row.slots.front().begin];
    if (row.fused > 1 && !(is_digit(first) && first != u'0')) return true;
    zero = zero || is_zero(first);
    ++totals;
  }
  return totals > 0 ? totals < 2 || !zero : whole < enough;
}

void part_fused(std::u16string_view text, const Form& form, std::span<RowSlots> rows, bool blanks) {
  Parter(text, form, rows, blanks).run();
}

}  // namespace gouji
