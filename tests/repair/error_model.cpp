#include "error_model.h"

#include <algorithm>

namespace gouji::test {
namespace {

// Even on the logarithm, of [1, most].
std::int64_t size_drawn(Dice& dice, std::int64_t most) {
  std::int64_t magnitude = 1;
  std::int64_t steps = 0;
  for (std::int64_t i = most; i >= 10; i /= 10) ++steps;
  for (std::int64_t i = dice.between(0, steps); i > 0; --i) magnitude *= 10;
  return std::min(most, dice.between(magnitude, 10 * magnitude - 1));
}

std::vector<std::int64_t> requests(const Form& form, Dice& dice, std::int64_t most) {
  const std::span<const RequestRowData> rows = form.data->request_rows;
  const std::size_t width = form.data->request_columns.size();
  std::vector<std::int64_t> out(rows.size() * width, 0);
  const auto row_of = [&](RowRole role, std::size_t nth) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r].role == role && nth-- == 0) return r;
    }
    return rows.size();
  };
  const std::size_t handled = row_of(RowRole::handled, 0);
  const std::size_t made = row_of(RowRole::incoming, 0);
  const std::size_t carried_in = row_of(RowRole::incoming, 1);
  const std::size_t carried_out = row_of(RowRole::outgoing, 0);
  // What the agency handles, given to kinds of applicants and then to results.
  std::int64_t budget = std::max<std::int64_t>(1, size_drawn(dice, most) * 2 / 3);
  for (std::size_t c = 0; c + 1 < width; ++c) {
    const bool natural = c == 0;
    std::int64_t share = 0;
    if (natural) {
      share = budget * dice.between(50, 95) / 100;
    } else if (dice.one_in(c == 1 ? 2 : 5)) {
      share = dice.between(0, std::max<std::int64_t>(1, budget / 8));
    }
    std::int64_t left = share;
    for (std::size_t r = 0; r < rows.size() && left > 0; ++r) {
      if (rows[r].role != RowRole::result || !dice.one_in(3)) continue;
      const std::int64_t some = dice.between(0, left);
      out[r * width + c] = some;
      left -= some;
    }
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r].role == RowRole::result) sum += out[r * width + c];
    }
    out[handled * width + c] = sum;
    const std::int64_t in = natural || dice.one_in(4) ? dice.between(0, sum / 10 + 1) : 0;
    const std::int64_t rest = natural || dice.one_in(4) ? dice.between(0, sum / 10 + 1) : 0;
    out[carried_in * width + c] = std::min(in, sum + rest);
    out[carried_out * width + c] = rest;
    out[made * width + c] = sum + rest - out[carried_in * width + c];
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c + 1 < width; ++c) out[r * width + width - 1] += out[r * width + c];
  }
  return out;
}

std::vector<std::int64_t> disputes(const Form& form, Dice& dice, std::int64_t most) {
  const std::size_t width = form.data->dispute_columns.size();
  std::vector<std::int64_t> out;
  for (std::size_t group = 0; group < form.data->dispute_groups.size(); ++group) {
    std::int64_t sum = 0;
    const std::int64_t size = std::max<std::int64_t>(1, size_drawn(dice, most) / 4);
    for (std::size_t c = 0; c + 1 < width; ++c) {
      out.push_back(dice.one_in(2) ? 0 : dice.between(0, size));
      sum += out.back();
    }
    out.push_back(sum);
  }
  return out;
}

// The value with one digit changed, left out, …; or the same value when that cannot be.
std::int64_t digits_changed(std::int64_t value, int what, Dice& dice) {
  std::string digits = std::to_string(value);
  const std::size_t at = dice.below(digits.size());
  const auto random_digit = [&] { return static_cast<char>('0' + dice.below(10)); };
  switch (what) {
    case 0:
      if (at + 1 == digits.size()) return value;
      std::swap(digits[at], digits[at + 1]);
      break;
    case 1:
      if (digits.size() < 2) return value;
      digits.erase(at, 1);
      break;
    case 2:
      if (value == 0) return value;
      digits.insert(at, 1, digits[at]);
      break;
    case 3: {
      // One draw a statement: the order within one is the compiler's.
      const char digit = random_digit();
      digits.insert(dice.below(digits.size() + 1), 1, digit);
      break;
    }
    default: {
      static constexpr std::string_view like[] = {"689",   "4720", "713",   "58924",  "1935",
                                                  "36846", "0857", "12968", "035697", "03478"};
      const std::string_view few = like[digits[at] - '0'];
      digits[at] = dice.one_in(2) ? few[dice.below(few.size())] : random_digit();
    }
  }
  return std::stoll(digits);
}

bool is_total(const GivenTable& table, std::size_t cell) {
  for (const FormEquation& equation : table.form().equations) {
    if (equation.right.size() == 1 && equation.right.front() == table.first() + cell) return true;
  }
  return false;
}

struct Slip {
  GivenTable& table;
  Dice& dice;
  std::size_t width = table.width();
  std::size_t height = table.size() / width;

  // Values that move along a line of cells; the first gets nothing, or 0.
  void shift(std::vector<std::size_t> line) {
    if (dice.one_in(2)) std::reverse(line.begin(), line.end());
    const std::size_t from = dice.one_in(2) ? 0 : dice.below(line.size() - 1);
    for (std::size_t i = line.size() - 1; i > from; --i) {
      table.set(line[i], table.value(line[i - 1]));
    }
    if (dice.one_in(2)) {
      table.set(line[from], std::int64_t{0});
    } else {
      table.set(line[from], CellState::blank);
    }
  }

  void swap(std::size_t a, std::size_t b) {
    const std::int64_t value = table.value(a);
    table.set(a, table.value(b)).set(b, value);
  }

  void make(SlipKind kind) {
    switch (kind) {
      case SlipKind::swapped_cells: {
        const bool across = dice.one_in(2);
        const std::size_t row = dice.below(height - (across ? 0 : 1));
        const std::size_t column = dice.below(width - (across ? 1 : 0));
        const std::size_t cell = row * width + column;
        swap(cell, cell + (across ? 1 : width));
        break;
      }
      case SlipKind::shifted_row: {
        const std::size_t row = dice.below(height);
        std::vector<std::size_t> line;
        const std::size_t end = width - dice.below(2);
        for (std::size_t c = 0; c < end; ++c) line.push_back(row * width + c);
        shift(line);
        break;
      }
      case SlipKind::shifted_column: {
        const std::size_t column = dice.below(width);
        std::vector<std::size_t> line;
        for (std::size_t r = 0; r < height; ++r) {
          if (table.form().data->request_rows[r].role == RowRole::result) {
            line.push_back(r * width + column);
          }
        }
        shift(line);
        break;
      }
      case SlipKind::swapped_rows: {
        const std::size_t row = dice.below(height - 1);
        for (std::size_t c = 0; c < width; ++c) swap(row * width + c, (row + 1) * width + c);
        break;
      }
    }
    table.settle();
  }
};

}  // namespace

std::vector<std::int64_t> true_values(const Form& form, TableId id, Dice& dice, std::int64_t most) {
  return id == TableId::requests ? requests(form, dice, most) : disputes(form, dice, most);
}

std::int64_t wrong_value(const GivenTable& table, std::size_t cell, Dice& dice) {
  const std::int64_t right = table.value(cell);
  for (;;) {
    std::int64_t wrong = right;
    const std::int64_t kind = dice.between(1, 100);
    if (kind <= 12) {
      wrong = digits_changed(right, 0, dice);
    } else if (kind <= 24) {
      wrong = digits_changed(right, 1, dice);
    } else if (kind <= 30) {
      wrong = digits_changed(right, 2, dice);
    } else if (kind <= 36) {
      wrong = digits_changed(right, 3, dice);
    } else if (kind <= 52) {
      wrong = digits_changed(right, 4, dice);
    } else if (kind <= 64) {
      wrong = right + (dice.one_in(2) ? 1 : -1);
    } else if (kind <= 74) {
      const std::size_t column = cell % table.width();
      const std::uint64_t side = dice.below(4);
      if (side == 0 && column > 0) wrong = table.value(cell - 1);
      if (side == 1 && column + 1 < table.width()) wrong = table.value(cell + 1);
      if (side == 2 && cell >= table.width()) wrong = table.value(cell - table.width());
      if (side == 3 && cell + table.width() < table.size()) {
        wrong = table.value(cell + table.width());
      }
    } else if (kind <= 84) {
      if (!is_total(table, cell)) continue;
      const std::int64_t most = dice.one_in(2) ? 9 : std::max<std::int64_t>(1, right);
      const std::int64_t amount = dice.between(1, most);
      wrong = dice.one_in(2) ? right + amount : right - amount;
    } else {
      wrong = size_drawn(dice, 100'000);
    }
    if (wrong != right && wrong >= 0 && wrong <= 100'000) return wrong;
  }
}

std::string_view name(SlipKind kind) {
  switch (kind) {
    case SlipKind::swapped_cells:
      return "swapped cells";
    case SlipKind::shifted_row:
      return "shifted row";
    case SlipKind::shifted_column:
      return "shifted column";
    case SlipKind::swapped_rows:
      return "swapped rows";
  }
  return {};
}

std::vector<std::size_t> make_slip(GivenTable& table, SlipKind kind, Dice& dice) {
  for (int tries = 0; tries < 1000; ++tries) {
    GivenTable wrong = table;
    Slip{wrong, dice}.make(kind);
    if (wrong.count(EquationStatus::fail) == 0) continue;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table.value(i) != wrong.value(i)) out.push_back(i);
    }
    table = wrong;
    return out;
  }
  return {};
}

}  // namespace gouji::test
