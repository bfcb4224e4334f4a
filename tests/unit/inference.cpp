// `inferred` compared with what enumerating all fillings says.
#include "rules/inference.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Random;

struct TableCells {
  const Form* form = nullptr;
  std::size_t first = 0;  // index into Form::cells
  std::vector<Cell> cells;
};

TableCells table_of(const Form& form, TableId id) {
  TableCells out;
  out.form = &form;
  while (form.cells[out.first].table != id) ++out.first;
  for (std::size_t i = out.first; i < form.cells.size() && form.cells[i].table == id; ++i) {
    Cell& cell = out.cells.emplace_back();
    cell.id = form.cells[i].id;
    cell.state = CellState::printed;
    cell.value = Number{0, 0};
  }
  return out;
}

void print(TableCells& table, const test::Values& values) {
  for (Cell& cell : table.cells) {
    cell.state = CellState::printed;
    cell.value = Number{std::stoll(test::utf8(values.at(std::string(cell.id)))), 0};
    cell.inferred.reset();
  }
}

void hide(Cell& cell, Random& random) {
  constexpr CellState states[] = {CellState::blank, CellState::placeholder, CellState::unreadable,
                                  CellState::missing, CellState::ambiguous};
  cell.state = random.pick(states);
  cell.value.reset();
}

void infer(TableCells& table) { infer(*table.form, table.first, table.cells); }

// An equation over cells of the table, as coefficients.
struct Relation {
  std::vector<std::pair<std::size_t, int>> terms;
};

std::vector<Relation> relations_of(const TableCells& table) {
  std::vector<Relation> out;
  for (const FormEquation& equation : table.form->equations) {
    if (equation.left.front() < table.first ||
        equation.left.front() >= table.first + table.cells.size()) {
      continue;
    }
    Relation& relation = out.emplace_back();
    for (const std::uint16_t cell : equation.left)
      relation.terms.push_back({cell - table.first, 1});
    for (const std::uint16_t cell : equation.right)
      relation.terms.push_back({cell - table.first, -1});
  }
  return out;
}

// All fillings of the cells that are not printed with 0 to `most`, tried one by one, cut short only
// where an equation has no unknown left and does not hold. Gives each unknown's values.
class Enumeration {
 public:
  Enumeration(const TableCells& table, std::int64_t most) : most_(most) {
    const std::vector<Relation> all = relations_of(table);
    place_.assign(table.cells.size(), SIZE_MAX);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      if (table.cells[i].state == CellState::printed) continue;
      place_[i] = unknowns.size();
      unknowns.push_back(i);
    }
    seen.resize(unknowns.size());
    value_.assign(unknowns.size(), 0);
    for (const Relation& relation : all) {
      Row row;
      for (const auto& [cell, sign] : relation.terms) {
        if (place_[cell] == SIZE_MAX) {
          row.constant += sign * table.cells[cell].value->units;
        } else {
          row.terms.push_back({place_[cell], sign});
          row.last = std::max(row.last, place_[cell]);
        }
      }
      if (!row.terms.empty()) rows_.push_back(row);
    }
    fill(0);
  }

  std::vector<std::size_t> unknowns;
  std::vector<std::vector<std::int64_t>> seen;  // the values of each unknown in all fillings
  std::size_t fillings = 0;

 private:
  struct Row {
    std::vector<std::pair<std::size_t, int>> terms;
    std::int64_t constant = 0;
    std::size_t last = 0;
  };

  void fill(std::size_t next) {
    if (next == unknowns.size()) {
      ++fillings;
      for (std::size_t u = 0; u < unknowns.size(); ++u) {
        if (std::find(seen[u].begin(), seen[u].end(), value_[u]) == seen[u].end()) {
          seen[u].push_back(value_[u]);
        }
      }
      return;
    }
    for (std::int64_t value = 0; value <= most_; ++value) {
      value_[next] = value;
      if (std::all_of(rows_.begin(), rows_.end(), [&](const Row& row) {
            if (row.last != next) return true;
            std::int64_t sum = row.constant;
            for (const auto& [u, sign] : row.terms) sum += sign * value_[u];
            return sum == 0;
          })) {
        fill(next + 1);
      }
    }
  }

  std::int64_t most_;
  std::vector<std::size_t> place_;
  std::vector<std::int64_t> value_;
  std::vector<Row> rows_;
};

// Unknowns in no equation at all do not occur: every cell of the tables is in one.
void expect_as_enumerated(TableCells& table, std::int64_t most) {
  infer(table);
  const Enumeration all(table, most);
  EXPECT_GT(all.fillings, 0U);
  for (std::size_t u = 0; u < all.unknowns.size(); ++u) {
    const Cell& cell = table.cells[all.unknowns[u]];
    if (all.seen[u].size() == 1) {
      ASSERT_EQ(cell.inferred, all.seen[u].front()) << cell.id;
    } else {
      ASSERT_EQ(cell.inferred, std::nullopt) << cell.id;
    }
  }
  for (const Cell& cell : table.cells) {
    if (cell.state == CellState::printed) {
      ASSERT_FALSE(cell.inferred.has_value()) << cell.id;
    }
  }
}

TEST(Inference, NothingToInferWhenEverythingIsPrinted) {
  for (const Form& form : all_forms()) {
    TableCells table = table_of(form, TableId::requests);
    infer(table);
    for (const Cell& cell : table.cells) EXPECT_FALSE(cell.inferred.has_value());
  }
}

TEST(Inference, OneCellThatIsNotPrinted) {
  Random random(80);
  for (const Form& form : all_forms()) {
    for (const TableId id : {TableId::requests, TableId::disputes}) {
      TableCells table = table_of(form, id);
      const test::Values values = test::reconciled(form, random);
      for (std::size_t i = 0; i < table.cells.size(); ++i) {
        print(table, values);
        const std::int64_t meant = table.cells[i].value->units;
        hide(table.cells[i], random);
        infer(table);
        EXPECT_EQ(table.cells[i].inferred, meant) << table.cells[i].id;
      }
    }
  }
}

TEST(Inference, TwoPartsOfOneSumCannotBeTold) {
  TableCells table = table_of(form_of("2021"), TableId::disputes);
  Random random(81);
  table.cells[4].value = Number{5, 0};  // disputes.review.total
  hide(table.cells[0], random);
  hide(table.cells[1], random);
  infer(table);
  EXPECT_FALSE(table.cells[0].inferred.has_value());
  EXPECT_FALSE(table.cells[1].inferred.has_value());
}

TEST(Inference, PartsOfASumThatIsUsedUpAreZero) {
  TableCells table = table_of(form_of("2021"), TableId::disputes);
  Random random(82);
  table.cells[0].value = Number{5, 0};
  table.cells[4].value = Number{5, 0};
  for (const std::size_t i : {1U, 2U, 3U}) hide(table.cells[i], random);
  infer(table);
  for (const std::size_t i : {1U, 2U, 3U}) EXPECT_EQ(table.cells[i].inferred, 0);
}

TEST(Inference, UnknownPartsAndAnUnknownTotalCannotBeTold) {
  TableCells table = table_of(form_of("2021"), TableId::disputes);
  Random random(83);
  hide(table.cells[0], random);
  hide(table.cells[4], random);
  infer(table);
  EXPECT_FALSE(table.cells[0].inferred.has_value());
  EXPECT_FALSE(table.cells[4].inferred.has_value());
}

TEST(Inference, ContradictionsLeaveNothing) {
  Random random(84);
  TableCells table = table_of(form_of("2021"), TableId::disputes);
  table.cells[0].value = Number{5, 0};
  table.cells[4].value = Number{3, 0};
  hide(table.cells[1], random);
  infer(table);
  EXPECT_FALSE(table.cells[1].inferred.has_value());
}

TEST(Inference, AValueBelowZeroIsNone) {
  Random random(85);
  TableCells table = table_of(form_of("2021"), TableId::disputes);
  table.cells[0].value = Number{-5, 0};
  hide(table.cells[4], random);  // the total would be -5
  infer(table);
  EXPECT_FALSE(table.cells[4].inferred.has_value());
}

TEST(Inference, AFractionLeavesNothingToAnInteger) {
  Random random(86);
  TableCells table = table_of(form_of("2021"), TableId::disputes);
  table.cells[0].value = Number{5, 1};
  hide(table.cells[4], random);  // the total would be 0.5
  infer(table);
  EXPECT_FALSE(table.cells[4].inferred.has_value());
}

TEST(Inference, RowsAndColumnsTogetherTellWhatNeitherTellsAlone) {
  Random random(87);
  const Form& form = form_of("2021");
  TableCells table = table_of(form, TableId::requests);
  const test::Values values = test::reconciled(form, random);
  print(table, values);
  // An L of three cells: no equation has a single unknown but one.
  std::vector<std::string_view> hidden = {"requests.granted.natural", "requests.granted.company",
                                          "requests.partial.natural"};
  for (Cell& cell : table.cells) {
    if (std::find(hidden.begin(), hidden.end(), cell.id) != hidden.end()) hide(cell, random);
  }
  infer(table);
  for (const Cell& cell : table.cells) {
    if (cell.state == CellState::printed) continue;
    ASSERT_TRUE(cell.inferred.has_value()) << cell.id;
    EXPECT_EQ(std::to_string(*cell.inferred), test::utf8(values.at(std::string(cell.id))));
  }
}

TEST(Inference, FourCornersOfARectangleCannotBeTold) {
  Random random(88);
  const Form& form = form_of("2021");
  TableCells table = table_of(form, TableId::requests);
  for (Cell& cell : table.cells) cell.value = Number{10, 0};
  // Every sum is made to hold, so that the four corners can move against each other.
  test::Values values = test::reconciled(form, random, 5);
  for (const std::string_view row : {"granted", "partial"}) {
    for (const std::string_view column : {"natural", "company"}) {
      const std::string id = "requests." + std::string(row) + "." + std::string(column);
      const auto add = [&](const std::string& to) {
        values[to] = test::utf16(std::to_string(std::stoi(test::utf8(values[to])) + 3));
      };
      add(id);
      add("requests." + std::string(row) + ".total");
      add("requests.handled." + std::string(column));
      add("requests.handled.total");
      add("requests.new." + std::string(column));
      add("requests.new.total");
    }
  }
  print(table, values);
  for (Cell& cell : table.cells) {
    if (cell.id == "requests.granted.natural" || cell.id == "requests.granted.company" ||
        cell.id == "requests.partial.natural" || cell.id == "requests.partial.company") {
      hide(cell, random);
    }
  }
  infer(table);
  for (const Cell& cell : table.cells) EXPECT_FALSE(cell.inferred.has_value()) << cell.id;
}

// Single equations with many unknowns.
TEST(Inference, AgreesWithEnumerationOnSection4) {
  Random random(89);
  for (int round = 0; round < 1500; ++round) {
    TableCells table = table_of(all_forms()[random.below(2)], TableId::disputes);
    // One group at a time: the groups share no cell.
    const std::size_t group = random.below(3) * 5;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      table.cells[group + i].value = Number{static_cast<std::int64_t>(random.below(4)), 0};
      total += table.cells[group + i].value->units;
    }
    table.cells[group + 4].value = Number{total, 0};
    const bool contradict = random.one_in(3);
    if (contradict) {
      Cell& cell = table.cells[group + random.below(5)];
      cell.value = Number{static_cast<std::int64_t>(random.below(6)), 0};
    }
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < 5; ++i) {
      if (!random.one_in(2)) continue;
      hide(table.cells[group + i], random);
      ++hidden;
    }
    if (hidden == 0) continue;
    infer(table);
    const Enumeration all(table, 15);
    for (std::size_t u = 0; u < all.unknowns.size(); ++u) {
      const Cell& cell = table.cells[all.unknowns[u]];
      if (all.seen[u].size() == 1) {
        ASSERT_EQ(cell.inferred, all.seen[u].front()) << cell.id;
      } else {
        ASSERT_EQ(cell.inferred, std::nullopt) << cell.id;
      }
    }
  }
}

// The real systems with few unknowns, near each other so that rows and columns cross.
TEST(Inference, AgreesWithEnumerationOnSection3) {
  Random random(90);
  int compared = 0;
  for (int round = 0; round < 1500; ++round) {
    const Form& form = all_forms()[random.below(2)];
    TableCells table = table_of(form, TableId::requests);
    print(table, test::reconciled(form, random, 2));
    std::vector<std::int64_t> figures;
    for (const Cell& cell : table.cells) figures.push_back(cell.value->units);
    const std::size_t rows = table.cells.size() / 7;
    const std::size_t first_row = random.below(rows - 1);
    const std::size_t first_column = random.below(6);
    const std::size_t count = 1 + random.below(6);
    for (std::size_t i = 0; i < count; ++i) {
      // A total or the row of totals now and then.
      const std::size_t row = random.one_in(6) ? rows - 2 : first_row + random.below(2);
      const std::size_t column = random.one_in(6) ? 6 : first_column + random.below(2);
      hide(table.cells[row * 7 + column], random);
    }
    // What was meant is one filling, and where there are others some lie near it.
    std::int64_t most = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (table.cells[i].state != CellState::printed) most = std::max(most, figures[i]);
    }
    if (most > 12) continue;
    ++compared;
    expect_as_enumerated(table, most + 3);
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(compared, 500);
}

TEST(Inference, ContradictionsOfSection3LeaveNothing) {
  Random random(91);
  int contradictions = 0;
  for (int round = 0; round < 1500; ++round) {
    const Form& form = all_forms()[random.below(2)];
    TableCells table = table_of(form, TableId::requests);
    print(table, test::reconciled(form, random, 3));
    const std::size_t row = random.below(table.cells.size() / 7);
    const std::size_t column = random.below(7);
    for (const std::size_t k : {column, (column + 1) % 7, (column + 3) % 7}) {
      hide(table.cells[row * 7 + k], random);
    }
    // A wrong figure in the hidden cells' own row.
    Cell& wrong = table.cells[row * 7 + (column + 2) % 7];
    wrong.value = Number{static_cast<std::int64_t>(random.below(9)), 0};
    infer(table);
    const Enumeration all(table, 600);
    if (all.fillings > 0) continue;
    ++contradictions;
    for (const std::size_t unknown : all.unknowns) {
      ASSERT_FALSE(table.cells[unknown].inferred.has_value()) << table.cells[unknown].id;
    }
  }
  EXPECT_GT(contradictions, 500);
}

// Any number of unknowns. The figures x reconcile. If an unknown has another value in some other
// filling, it also has one in a filling that differs from x by at most 1 in every cell: differences
// of fillings are sums of circuits of the rows-and-columns network, whose entries are 0, 1 and -1.
class Circuits {
 public:
  explicit Circuits(const TableCells& table, const std::vector<std::int64_t>& figures) {
    std::vector<std::size_t> place(table.cells.size(), SIZE_MAX);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      if (table.cells[i].state == CellState::printed) continue;
      place[i] = unknowns.size();
      unknowns.push_back(i);
      can_fall_.push_back(figures[i] > 0);
    }
    for (const Relation& relation : relations_of(table)) {
      std::vector<std::pair<std::size_t, int>> row;
      for (const auto& [cell, sign] : relation.terms) {
        if (place[cell] != SIZE_MAX) row.push_back({place[cell], sign});
      }
      if (!row.empty()) rows_.push_back(row);
    }
    free.assign(unknowns.size(), false);
    step_.assign(unknowns.size(), 0);
    sum_.assign(rows_.size(), 0);
    left_.resize(rows_.size());
    of_.resize(unknowns.size());
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      left_[r] = static_cast<int>(rows_[r].size());
      for (const auto& [u, sign] : rows_[r]) of_[u].push_back({r, sign});
    }
    search(0);
  }

  std::vector<std::size_t> unknowns;
  std::vector<bool> free;  // has more than one value

 private:
  void search(std::size_t u) {
    if (std::all_of(free.begin(), free.end(), [](bool is) { return is; })) return;
    if (u == unknowns.size()) {
      for (std::size_t i = 0; i < u; ++i) {
        if (step_[i] != 0) free[i] = true;
      }
      return;
    }
    for (const int step : {0, 1, -1}) {
      if (step < 0 && !can_fall_[u]) continue;
      step_[u] = step;
      bool possible = true;
      for (const auto& [row, sign] : of_[u]) {
        sum_[row] += sign * step;
        --left_[row];
        if (std::abs(sum_[row]) > left_[row]) possible = false;
      }
      if (possible) search(u + 1);
      for (const auto& [row, sign] : of_[u]) {
        sum_[row] -= sign * step;
        ++left_[row];
      }
    }
  }

  std::vector<bool> can_fall_;
  std::vector<std::vector<std::pair<std::size_t, int>>> rows_;
  std::vector<std::vector<std::pair<std::size_t, int>>> of_;
  std::vector<int> step_;
  std::vector<int> sum_;
  std::vector<int> left_;
};

TEST(Inference, AgreesWithTheCircuitsForManyUnknowns) {
  Random random(92);
  std::size_t told = 0;
  std::size_t open = 0;
  for (int round = 0; round < 600; ++round) {
    const Form& form = all_forms()[random.below(2)];
    TableCells table = table_of(form, TableId::requests);
    const test::Values values = test::reconciled(form, random, 1 + random.below(4));
    print(table, values);
    std::vector<std::int64_t> figures;
    for (const Cell& cell : table.cells) figures.push_back(cell.value->units);
    const std::size_t rows = table.cells.size() / 7;
    std::vector<std::size_t> chosen_rows;
    for (std::size_t i = 0; i < 3 + random.below(3); ++i) chosen_rows.push_back(random.below(rows));
    if (random.one_in(2)) chosen_rows.push_back(rows - 2);
    const std::size_t count = 6 + random.below(11);
    for (std::size_t i = 0; i < count; ++i) {
      hide(table.cells[random.pick(chosen_rows) * 7 + random.below(7)], random);
    }
    infer(table);
    const Circuits circuits(table, figures);
    for (std::size_t u = 0; u < circuits.unknowns.size(); ++u) {
      const std::size_t i = circuits.unknowns[u];
      const Cell& cell = table.cells[i];
      if (circuits.free[u]) {
        ++open;
        ASSERT_FALSE(cell.inferred.has_value()) << cell.id << " round " << round;
      } else {
        ++told;
        ASSERT_EQ(cell.inferred, figures[i]) << cell.id << " round " << round;
      }
    }
  }
  EXPECT_GT(told, 500U);
  EXPECT_GT(open, 200U);
}

TEST(Inference, ATableWithoutAnyFigureTellsNothing) {
  Random random(93);
  for (const Form& form : all_forms()) {
    TableCells table = table_of(form, TableId::requests);
    for (Cell& cell : table.cells) hide(cell, random);
    infer(table);
    for (const Cell& cell : table.cells) EXPECT_FALSE(cell.inferred.has_value()) << cell.id;
  }
}

TEST(Inference, ATotalOfZeroMakesEverythingZero) {
  Random random(94);
  for (const Form& form : all_forms()) {
    TableCells table = table_of(form, TableId::requests);
    for (Cell& cell : table.cells) {
      const bool total = cell.id == "requests.new.total" || cell.id == "requests.carried_in.total";
      if (!total) hide(cell, random);
    }
    infer(table);
    for (const Cell& cell : table.cells) {
      if (cell.state != CellState::printed) {
        EXPECT_EQ(cell.inferred, 0) << cell.id;
      }
    }
  }
}

TEST(Inference, AnyPatternOfUnknownsWithinTheTime) {
  Random random(95);
  double longest = 0;
  for (int round = 0; round < 150; ++round) {
    const Form& form = all_forms()[random.below(2)];
    TableCells table = table_of(form, TableId::requests);
    const test::Values values = test::reconciled(form, random, 100000);
    print(table, values);
    const std::uint64_t of_ten = 1 + random.below(10);
    for (Cell& cell : table.cells) {
      if (random.below(10) < of_ten) hide(cell, random);
    }
    const bool contradict = random.one_in(3);
    if (contradict) {
      Cell& cell = table.cells[random.below(table.cells.size())];
      if (cell.value) cell.value->units += 1;
    }
    longest = std::max(longest, test::seconds_of([&] { infer(table); }));
    if (contradict) continue;
    for (const Cell& cell : table.cells) {
      if (!cell.inferred) continue;
      ASSERT_EQ(std::to_string(*cell.inferred), test::utf8(values.at(std::string(cell.id))));
    }
  }
  EXPECT_LT(longest, test::most_seconds / 10);
}

TEST(Inference, NoNumberIsTooLarge) {
  Random random(96);
  TableCells table = table_of(form_of("2021"), TableId::requests);
  for (Cell& cell : table.cells) cell.value = Number{999999999999999, 0};
  for (std::size_t i = 0; i < table.cells.size(); i += 3) hide(table.cells[i], random);
  infer(table);
  for (const Cell& cell : table.cells) {
    if (cell.inferred) {
      EXPECT_GE(*cell.inferred, 0) << cell.id;
    }
  }
}

}  // namespace
}  // namespace gouji
