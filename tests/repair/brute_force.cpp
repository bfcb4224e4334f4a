#include "brute_force.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gouji::test {
namespace {

// The checked equations, dense.
struct Linear {
  std::vector<std::vector<int>> matrix;  // by equation and cell
  std::vector<std::int64_t> residual;
  std::vector<std::uint64_t> masks;  // by cell
  std::uint64_t wrong = 0;

  explicit Linear(const GivenTable& table) : masks(table.size(), 0) {
    for (const FormEquation& equation : table.form().equations) {
      const auto known = std::find_if(table.equations().begin(), table.equations().end(),
                                      [&](const Equation& one) { return one.id == equation.id; });
      if (known == table.equations().end() || known->status == EquationStatus::not_checked) {
        continue;
      }
      std::vector<int>& row = matrix.emplace_back(table.size(), 0);
      for (const std::uint16_t cell : equation.left) row[cell - table.first()] += 1;
      for (const std::uint16_t cell : equation.right) row[cell - table.first()] -= 1;
      std::int64_t sum = 0;
      for (std::size_t i = 0; i < table.size(); ++i) {
        sum += row[i] * table.value(i);
        if (row[i] != 0) masks[i] |= std::uint64_t{1} << (matrix.size() - 1);
      }
      residual.push_back(sum);
      if (sum != 0) wrong |= std::uint64_t{1} << (matrix.size() - 1);
    }
  }
};

enum class Outcome : std::uint8_t { none, one, many };

// Solves matrix × change = -residual for the given cells.
Outcome solve(const Linear& linear, const std::vector<std::size_t>& cells,
              const std::vector<std::int64_t>& residual, std::vector<std::int64_t>& changes) {
  const std::size_t n = cells.size();
  std::vector<std::array<Wide, 4>> rows;
  for (std::size_t e = 0; e < linear.matrix.size(); ++e) {
    std::array<Wide, 4> row{};
    bool any = residual[e] != 0;
    for (std::size_t i = 0; i < n; ++i) {
      row[i] = linear.matrix[e][cells[i]];
      any = any || row[i] != 0;
    }
    row[n] = -residual[e];
    if (any) rows.push_back(row);
  }
  std::size_t rank = 0;
  std::array<std::size_t, 3> pivot{};
  for (std::size_t c = 0; c < n; ++c) {
    std::size_t r = rank;
    while (r < rows.size() && rows[r][c] == 0) ++r;
    if (r == rows.size()) continue;
    std::swap(rows[r], rows[rank]);
    for (std::size_t other = 0; other < rows.size(); ++other) {
      if (other == rank || rows[other][c] == 0) continue;
      const Wide by = rows[other][c];
      const Wide own = rows[rank][c];
      for (std::size_t i = 0; i <= n; ++i) {
        rows[other][i] = rows[other][i] * own - rows[rank][i] * by;
      }
    }
    pivot[rank++] = c;
  }
  for (std::size_t r = rank; r < rows.size(); ++r) {
    if (rows[r][n] != 0) return Outcome::none;
  }
  if (rank < n) return Outcome::many;
  changes.assign(n, 0);
  for (std::size_t r = 0; r < rank; ++r) {
    if (rows[r][n] % rows[r][pivot[r]] != 0) return Outcome::none;
    changes[pivot[r]] = static_cast<std::int64_t>(rows[r][n] / rows[r][pivot[r]]);
  }
  return Outcome::one;
}

bool allowed(const GivenTable& table, std::size_t cell, std::int64_t change) {
  return change != 0 && table.value(cell) + change >= 0;
}

// Whether there is any solution at all: values are tried for the last cells until the others' are
// determined.
bool solvable(const GivenTable& table, const Linear& linear, std::vector<std::size_t> cells,
              const std::vector<std::int64_t>& residual, std::int64_t bound) {
  std::vector<std::int64_t> changes;
  switch (solve(linear, cells, residual, changes)) {
    case Outcome::none:
      return false;
    case Outcome::one:
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!allowed(table, cells[i], changes[i])) return false;
      }
      return true;
    case Outcome::many:
      break;
  }
  const std::size_t last = cells.back();
  cells.pop_back();
  for (std::int64_t change = -bound; change <= bound; ++change) {
    if (!allowed(table, last, change)) continue;
    std::vector<std::int64_t> rest = residual;
    for (std::size_t e = 0; e < rest.size(); ++e) rest[e] += linear.matrix[e][last] * change;
    if (cells.empty()) {
      if (std::all_of(rest.begin(), rest.end(), [](std::int64_t r) { return r == 0; })) return true;
    } else if (solvable(table, linear, cells, rest, bound)) {
      return true;
    }
  }
  return false;
}

void consider(const GivenTable& table, const Linear& linear, std::vector<std::size_t> cells,
              std::vector<CellSet>& out) {
  std::sort(cells.begin(), cells.end());
  std::vector<std::int64_t> changes;
  const Outcome outcome = solve(linear, cells, linear.residual, changes);
  if (outcome == Outcome::none) return;
  CellSet set{cells, {}};
  if (outcome == Outcome::one) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (!allowed(table, cells[i], changes[i])) return;
      set.values.push_back(table.value(cells[i]) + changes[i]);
    }
  } else {
    std::int64_t bound = 0;
    for (const std::int64_t residual : linear.residual) bound += std::abs(residual);
    for (const std::size_t cell : cells) bound += std::abs(table.value(cell));
    if (!solvable(table, linear, cells, linear.residual, bound)) return;
  }
  out.push_back(std::move(set));
}

}  // namespace

std::vector<CellSet> brute_force(const GivenTable& table) {
  const Linear linear(table);
  std::vector<CellSet> out;
  if (linear.wrong == 0) return out;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (linear.masks[i] != 0) all.push_back(i);
  }
  // The wrong equation with the fewest cells.
  std::vector<std::size_t> own;
  for (std::size_t e = 0; e < linear.matrix.size(); ++e) {
    if ((linear.wrong >> e & 1U) == 0) continue;
    std::vector<std::size_t> members;
    for (const std::size_t cell : all) {
      if (linear.matrix[e][cell] != 0) members.push_back(cell);
    }
    if (own.empty() || members.size() < own.size()) own = members;
  }
  const auto possible = [&](std::uint64_t touched, std::uint64_t alone) {
    return (linear.wrong & ~touched) == 0 && (alone & ~linear.wrong) == 0;
  };
  for (std::size_t size = 1; size <= 3 && out.empty(); ++size) {
    for (const std::size_t a : own) {
      const std::uint64_t x = linear.masks[a];
      if (size == 1) {
        if (possible(x, x)) consider(table, linear, {a}, out);
        continue;
      }
      // A set with several cells of that equation is met once: `a` is the first of them.
      std::vector<std::size_t> rest;
      for (const std::size_t cell : all) {
        if (cell > a || std::find(own.begin(), own.end(), cell) == own.end()) rest.push_back(cell);
      }
      for (std::size_t i = 0; i < rest.size(); ++i) {
        const std::uint64_t y = linear.masks[rest[i]];
        if (size == 2) {
          if (possible(x | y, x ^ y)) consider(table, linear, {a, rest[i]}, out);
          continue;
        }
        for (std::size_t j = i + 1; j < rest.size(); ++j) {
          const std::uint64_t z = linear.masks[rest[j]];
          if (possible(x | y | z, (x ^ y ^ z) & ~(x & y & z))) {
            consider(table, linear, {a, rest[i], rest[j]}, out);
          }
        }
      }
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::string linear_program(const GivenTable& table) {
  const Linear linear(table);
  std::int64_t bound = 0;
  for (const std::int64_t residual : linear.residual) bound += std::abs(residual);
  std::string goal = "Minimize\n changed:";
  std::string equations = "Subject To\n";
  std::string bounds = "Bounds\n";
  std::string binary = "Binary\n";
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (linear.masks[i] == 0) continue;
    const std::string name = std::to_string(i);
    const std::int64_t down = std::min(bound, table.value(i));
    goal += "\n + z" + name;
    equations +=
        " u" + name + ": p" + name + " - " + std::to_string(bound) + " z" + name + " <= 0\n";
    equations +=
        " d" + name + ": n" + name + " - " + std::to_string(bound) + " z" + name + " <= 0\n";
    bounds += " 0 <= p" + name + " <= " + std::to_string(bound) + "\n";
    bounds += " 0 <= n" + name + " <= " + std::to_string(down) + "\n";
    binary += " z" + name + "\n";
  }
  for (std::size_t e = 0; e < linear.matrix.size(); ++e) {
    equations += " e" + std::to_string(e) + ":";
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (linear.matrix[e][i] == 0) continue;
      const bool plus = linear.matrix[e][i] > 0;
      const std::string name = std::to_string(i);
      equations += std::string(plus ? "\n + p" : "\n - p") + name + (plus ? " - n" : " + n") + name;
    }
    equations += " = " + std::to_string(-linear.residual[e]) + "\n";
  }
  return goal + "\n" + equations + bounds + binary + "End\n";
}

}  // namespace gouji::test
