#include "rules/inference.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "rules/sum.h"

namespace gouji {
namespace {

constexpr std::int64_t unbounded = INT64_MAX;
constexpr std::size_t none = SIZE_MAX;

// Σ sign × unknown = constant
struct Term {
  std::size_t unknown;
  int sign;
};
struct Relation {
  std::vector<Term> terms;
  std::int64_t constant = 0;
  bool possible = true;  // with whole numbers
};

// A vertex of the polyhedron of all non-negative solutions, by the simplex method in integers.
//
// Counts that add up along rows and along columns form a network: every square part of the
// equations' matrix has determinant 0, 1 or -1, so that each pivot is 1 or -1, all numbers stay
// integers, and the least and greatest value of an unknown are reached at integer points. Should a
// form ever break this, `exact` turns false and nothing is claimed.
class Simplex {
 public:
  Simplex(const std::vector<Relation>& relations, std::size_t unknowns) : unknowns_(unknowns) {
    const std::size_t rows = relations.size();
    table_.assign(rows, std::vector<std::int64_t>(unknowns + 1, 0));
    basis_.resize(rows);
    row_of_.assign(unknowns + rows, none);
    for (std::size_t r = 0; r < rows; ++r) {
      const std::int64_t sign = relations[r].constant < 0 ? -1 : 1;
      for (const Term& term : relations[r].terms) table_[r][term.unknown] += sign * term.sign;
      table_[r][unknowns] = sign * relations[r].constant;
      basis_[r] = unknowns + r;
      row_of_[unknowns + r] = r;
    }
  }

  // Drives the artificial unknowns to 0; false when that cannot be done: no solution.
  bool solve() {
    // The sum of the artificial unknowns falls along a column by the sum of its artificial rows.
    std::vector<std::int64_t> gain(unknowns_ + 1, 0);
    for (const std::vector<std::int64_t>& row : table_) {
      for (std::size_t c = 0; c < unknowns_; ++c) gain[c] += row[c];
    }
    for (;;) {
      std::size_t enter = none;
      for (std::size_t c = 0; c < unknowns_ && enter == none; ++c) {
        if (gain[c] > 0) enter = c;
      }
      if (enter == none) break;
      const std::size_t leave = leaving(enter);
      if (leave == none || !pivot(leave, enter)) break;
      const std::int64_t factor = gain[enter];
      for (const std::size_t c : filled_) gain[c] -= factor * table_[leave][c];
    }
    if (!exact_) return false;
    for (std::size_t r = 0; r < table_.size(); ++r) {
      if (basis_[r] >= unknowns_ && table_[r][unknowns_] != 0) return false;
    }
    // Artificial unknowns that stay at 0: exchange them, or drop their empty rows.
    for (std::size_t r = 0; r < table_.size(); ++r) {
      if (basis_[r] < unknowns_) continue;
      for (std::size_t c = 0; c < unknowns_; ++c) {
        if (table_[r][c] != 0) {
          if (!pivot(r, c)) return false;
          break;
        }
      }
    }
    for (std::size_t r = table_.size(); r-- > 0;) {
      if (basis_[r] < unknowns_) continue;
      table_.erase(table_.begin() + static_cast<std::ptrdiff_t>(r));
      basis_.erase(basis_.begin() + static_cast<std::ptrdiff_t>(r));
    }
    std::fill(row_of_.begin(), row_of_.end(), none);
    for (std::size_t r = 0; r < basis_.size(); ++r) row_of_[basis_[r]] = r;
    return true;
  }

  [[nodiscard]] std::vector<std::int64_t> values() const {
    std::vector<std::int64_t> out(unknowns_, 0);
    for (std::size_t r = 0; r < table_.size(); ++r) out[basis_[r]] = table_[r][unknowns_];
    return out;
  }

  // Moves an unknown as far up (`direction` 1) or down (-1) as it goes. `ray` gets the unknowns
  // that then can grow without end.
  void push(std::size_t unknown, int direction, std::vector<bool>& ray) {
    for (;;) {
      const std::size_t row = row_of(unknown);
      std::size_t enter = none;
      if (row == none) {
        if (direction < 0) return;  // at 0 already
        enter = unknown;
      } else {
        for (std::size_t c = 0; c < unknowns_ && enter == none; ++c) {
          if (c == unknown || is_basic(c)) continue;
          if (direction * table_[row][c] < 0) enter = c;
        }
      }
      if (enter == none) return;
      const std::size_t leave = leaving(enter);
      if (leave == none) {
        ray[enter] = true;
        for (std::size_t r = 0; r < table_.size(); ++r) {
          if (table_[r][enter] != 0) ray[basis_[r]] = true;
        }
        return;
      }
      const bool was_unknown = basis_[leave] == unknown;
      if (!pivot(leave, enter)) return;
      if (was_unknown) return;  // driven out: it is 0
    }
  }

  [[nodiscard]] bool exact() const { return exact_; }

 private:
  [[nodiscard]] bool is_basic(std::size_t unknown) const { return row_of(unknown) != none; }
  [[nodiscard]] std::size_t row_of(std::size_t unknown) const { return row_of_[unknown]; }

  // The row whose unknown reaches 0 first; of equal ones that with the lowest unknown (Bland's
  // rule, under which the method always ends).
  [[nodiscard]] std::size_t leaving(std::size_t enter) const {
    std::size_t out = none;
    for (std::size_t r = 0; r < table_.size(); ++r) {
      if (table_[r][enter] <= 0) continue;
      if (out == none || table_[r][unknowns_] < table_[out][unknowns_] ||
          (table_[r][unknowns_] == table_[out][unknowns_] && basis_[r] < basis_[out])) {
        out = r;
      }
    }
    return out;
  }

  bool pivot(std::size_t row, std::size_t column) {
    std::vector<std::int64_t>& source = table_[row];
    if (source[column] == -1) {
      for (std::int64_t& value : source) value = -value;
    }
    if (source[column] != 1) {
      exact_ = false;
      return false;
    }
    filled_.clear();  // most of a network's rows is empty
    for (std::size_t c = 0; c <= unknowns_; ++c) {
      if (source[c] != 0) filled_.push_back(c);
    }
    for (std::size_t r = 0; r < table_.size(); ++r) {
      if (r == row || table_[r][column] == 0) continue;
      const std::int64_t factor = table_[r][column];
      for (const std::size_t c : filled_) table_[r][c] -= factor * source[c];
    }
    row_of_[basis_[row]] = none;
    basis_[row] = column;
    row_of_[column] = row;
    return true;
  }

  // By row the factors of the unknowns and then the constant. Artificial unknowns have no columns:
  // once out of the basis they do not come back.
  std::vector<std::vector<std::int64_t>> table_;
  std::vector<std::size_t> basis_;   // by row, the unknown that it gives; artificial ones last
  std::vector<std::size_t> row_of_;  // by unknown, its row
  std::vector<std::size_t> filled_;  // the columns that are not 0 in the row of the last pivot
  std::size_t unknowns_;
  bool exact_ = true;
};

// One group of unknowns that equations tie together.
class Component {
 public:
  explicit Component(std::vector<Relation> relations, std::size_t unknowns)
      : relations_(std::move(relations)), low_(unknowns, 0), high_(unknowns, unbounded) {}

  // For each unknown its only value, or none.
  std::vector<std::optional<std::int64_t>> solve() {
    std::vector<std::optional<std::int64_t>> out(low_.size());
    if (!narrow()) return out;
    if (!settle_rest()) return out;
    for (std::size_t u = 0; u < out.size(); ++u) {
      if (low_[u] == high_[u]) out[u] = low_[u];
    }
    return out;
  }

 private:
  // Narrows the bounds until nothing changes: cheap, and enough in nearly all reports. Rounds are
  // limited, since bounds may creep; what is left open then is settled exactly.
  bool narrow() {
    for (int round = 0; round < 64; ++round) {
      bool changed = false;
      for (const Relation& relation : relations_) {
        if (!narrow(relation, changed)) return false;
      }
      if (!changed) break;
    }
    return true;
  }

  // The least and the greatest that a sum of terms can be; where terms are unbounded, how many.
  struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;
    int without_least = 0;
    int without_most = 0;
  };

  void add(Range& range, const Term& term, std::int64_t sign) const {
    const bool up = high_[term.unknown] == unbounded;
    const std::int64_t low = sign * low_[term.unknown];
    const std::int64_t high = up ? 0 : sign * high_[term.unknown];
    const int open = up ? static_cast<int>(sign) : 0;
    if (term.sign > 0) {
      range.least += low;
      range.most += high;
      range.without_most += open;
    } else {
      range.most -= low;
      range.least -= high;
      range.without_least += open;
    }
  }

  bool narrow(const Relation& relation, bool& changed) {
    Range all;
    for (const Term& term : relation.terms) add(all, term, 1);
    for (const Term& term : relation.terms) {
      // sign × unknown = constant - the others
      Range others = all;
      add(others, term, -1);
      const bool least_known = others.without_most == 0;
      const bool most_known = others.without_least == 0;
      const std::int64_t least = relation.constant - others.most;
      const std::int64_t most = relation.constant - others.least;
      std::int64_t& low = low_[term.unknown];
      std::int64_t& high = high_[term.unknown];
      const bool low_found = term.sign > 0 ? least_known : most_known;
      const bool high_found = term.sign > 0 ? most_known : least_known;
      const std::int64_t new_low = term.sign > 0 ? least : -most;
      const std::int64_t new_high = term.sign > 0 ? most : -least;
      const bool raise = low_found && new_low > low;
      const bool lower = high_found && new_high < high;
      if (!raise && !lower) continue;
      add(all, term, -1);
      if (raise) low = new_low;
      if (lower) high = new_high;
      if (low > high) return false;
      add(all, term, 1);
      changed = true;
    }
    return true;
  }

  // The unknowns that the bounds alone leave open; false when there is no solution at all.
  bool settle_rest() {
    std::vector<std::size_t> open;
    std::vector<std::size_t> place(low_.size(), none);
    for (std::size_t u = 0; u < low_.size(); ++u) {
      if (low_[u] == high_[u]) continue;
      place[u] = open.size();
      open.push_back(u);
    }
    std::vector<Relation> rest;
    for (const Relation& relation : relations_) {
      Relation reduced;
      reduced.constant = relation.constant;
      for (const Term& term : relation.terms) {
        if (place[term.unknown] == none) {
          reduced.constant -= term.sign * low_[term.unknown];
        } else {
          reduced.terms.push_back({place[term.unknown], term.sign});
        }
      }
      if (!reduced.terms.empty()) {
        rest.push_back(std::move(reduced));
      } else if (reduced.constant != 0) {
        return false;
      }
    }
    if (open.empty()) return true;
    Simplex simplex(rest, open.size());
    if (!simplex.solve()) return false;
    const std::vector<std::int64_t> first = simplex.values();
    std::vector<bool> varies(open.size(), false);
    for (std::size_t u = 0; u < open.size() && simplex.exact(); ++u) {
      for (const int direction : {1, -1}) {
        if (varies[u]) break;
        simplex.push(u, direction, varies);
        const std::vector<std::int64_t> now = simplex.values();
        for (std::size_t v = 0; v < open.size(); ++v) {
          if (now[v] != first[v]) varies[v] = true;
        }
      }
    }
    if (!simplex.exact()) return true;
    for (std::size_t u = 0; u < open.size(); ++u) {
      if (!varies[u]) low_[open[u]] = high_[open[u]] = first[u];
    }
    return true;
  }

  std::vector<Relation> relations_;
  std::vector<std::int64_t> low_;
  std::vector<std::int64_t> high_;
};

std::size_t root_of(std::vector<std::size_t>& parent, std::size_t node) {
  while (parent[node] != node) node = parent[node] = parent[parent[node]];
  return node;
}

}  // namespace

void infer(const Form& form, std::size_t first, std::span<Cell> cells) {
  const auto is_unknown = [&](std::size_t i) { return cells[i].state != CellState::printed; };
  if (cells.empty() || std::none_of(cells.begin(), cells.end(), [](const Cell& cell) {
        return cell.state != CellState::printed;
      })) {
    return;
  }
  std::vector<Relation> relations;
  std::vector<std::size_t> parent(cells.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const FormEquation& equation : form.equations) {
    Relation relation;
    bool usable = true;
    Number fraction;  // what printed numbers with decimals come to
    const auto take = [&](std::uint16_t cell, int sign) {
      if (cell < first || cell >= first + cells.size()) {
        usable = false;
        return;
      }
      const std::size_t i = cell - first;
      if (is_unknown(i)) {
        relation.terms.push_back({i, sign});
      } else if (cells[i].value->integer()) {
        relation.constant -= sign * cells[i].value->units;
      } else {
        const std::optional<Number> sum =
            sign > 0 ? subtract(fraction, *cells[i].value) : add(fraction, *cells[i].value);
        usable = usable && sum;
        fraction = sum.value_or(Number{});
      }
    };
    for (const std::uint16_t cell : equation.left) take(cell, 1);
    for (const std::uint16_t cell : equation.right) take(cell, -1);
    if (!usable || relation.terms.empty()) continue;
    relation.possible = fraction.integer();
    relation.constant += fraction.integer() ? fraction.units : 0;
    for (const Term& term : relation.terms) {
      parent[root_of(parent, term.unknown)] = root_of(parent, relation.terms.front().unknown);
    }
    relations.push_back(std::move(relation));
  }
  std::vector<bool> done(cells.size(), false);
  for (std::size_t i = 0; i < relations.size(); ++i) {
    const std::size_t root = root_of(parent, relations[i].terms.front().unknown);
    if (done[root]) continue;
    done[root] = true;
    std::vector<std::size_t> members;
    std::vector<std::size_t> place(cells.size(), none);
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!is_unknown(c) || root_of(parent, c) != root) continue;
      place[c] = members.size();
      members.push_back(c);
    }
    std::vector<Relation> own;
    bool possible = true;
    for (const Relation& relation : relations) {
      if (root_of(parent, relation.terms.front().unknown) != root) continue;
      Relation& copy = own.emplace_back(relation);
      for (Term& term : copy.terms) term.unknown = place[term.unknown];
      possible = possible && relation.possible;
    }
    if (!possible) continue;
    const std::vector<std::optional<std::int64_t>> values =
        Component(std::move(own), members.size()).solve();
    for (std::size_t m = 0; m < members.size(); ++m) cells[members[m]].inferred = values[m];
  }
}

}  // namespace gouji
