// The order of columns, by the heads and by what the rows bear out.
#include "tables/columns.h"

#include <algorithm>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"
#include "tables/placement.h"
#include "tables/tokens.h"

namespace gouji {
namespace {

using test::form_of;
using test::Grid;
using test::Report;
using test::Shape;
using test::utf8;

const std::vector<std::uint8_t> standard = {0, 1, 2, 3, 4, 5, 6};
const std::vector<std::uint8_t> with_total_first = {6, 0, 1, 2, 3, 4, 5};

RowSlots row_of(std::initializer_list<std::int64_t> values) {
  RowSlots row;
  row.count = 7;
  for (const std::int64_t value : values) {
    Token token;
    token.value.kind = ValueKind::number;
    token.value.number = {value, 0};
    row.slots.push_back(token);
  }
  return row;
}

TEST(TotalPlace, LastWhereTheHeadsSayNothingElse) {
  EXPECT_EQ(total_place({}, {row_of({9, 1, 2, 3, 1, 1, 1})}), TotalPlace::last);
  EXPECT_EQ(total_place(standard, {row_of({9, 1, 2, 3, 1, 1, 1})}), TotalPlace::last);
}

TEST(TotalPlace, FirstWhereTheRowsBearItOut) {
  EXPECT_EQ(total_place(with_total_first, {row_of({9, 1, 2, 3, 1, 1, 1})}), TotalPlace::first);
  // A row whose sum fails says nothing.
  EXPECT_EQ(
      total_place(with_total_first, {row_of({9, 1, 2, 3, 1, 1, 1}), row_of({8, 1, 2, 3, 1, 1, 1})}),
      TotalPlace::first);
}

TEST(TotalPlace, LastWhereTheRowsBearThatOut) {
  EXPECT_EQ(total_place(with_total_first, {row_of({1, 2, 3, 1, 1, 1, 9})}), TotalPlace::last);
}

TEST(TotalPlace, TornWhereTheRowsDoNotTell) {
  EXPECT_EQ(total_place(with_total_first, {}), TotalPlace::torn);
  EXPECT_EQ(total_place(with_total_first, {row_of({0, 0, 0, 0, 0, 0, 0})}), TotalPlace::torn);
  // The same number at both ends.
  EXPECT_EQ(total_place(with_total_first, {row_of({3, 0, 0, 0, 0, 0, 3})}), TotalPlace::torn);
  // Too few numbers.
  EXPECT_EQ(total_place(with_total_first, {row_of({9, 1, 2, 3, 1, 2})}), TotalPlace::torn);
  // Rows that contradict each other.
  EXPECT_EQ(
      total_place(with_total_first, {row_of({9, 1, 2, 3, 1, 1, 1}), row_of({1, 2, 3, 1, 1, 1, 9})}),
      TotalPlace::torn);
}

class Columns : public testing::TestWithParam<Shape> {
 protected:
  Report report() const {
    const Form& form = form_of("2021");
    test::Random random(900);
    Report out(form, test::reconciled(form, random));
    out.shape = GetParam();
    return out;
  }
  static Grid grid_of(const Report& report, TableId id) {
    return test::grid_of(*report.forms[0], id, report.values);
  }
  static std::u16string with_grid(const Report& report, TableId id, const Grid& grid) {
    std::u16string out = report.title();
    for (int number = 1; number <= 6; ++number) {
      out += number == static_cast<int>(id) + 2
                 ? report.heading(number) + test::written(grid, report.shape)
                 : report.section(number);
    }
    return out;
  }
  static void expect_read(const std::u16string& text, const test::Values& values) {
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << utf8(text);
  }
};

// Heads that name the total first above rows that have it last: the rows are the form's, or open.
TEST_P(Columns, HeadsThatTheRowsDeny) {
  const Report whole = report();
  Grid grid = grid_of(whole, TableId::requests);
  std::rotate(grid[1].begin(), grid[1].end() - 1, grid[1].end());
  const std::u16string text = with_grid(whole, TableId::requests, grid);
  EXPECT_EQ(test::wrong_numbers(check(text), whole.values), "") << utf8(text);
}

// Any two kinds of organizations exchanged.
TEST_P(Columns, AnyTwoKindsExchanged) {
  const Report whole = report();
  for (std::size_t a = 0; a < 5; ++a) {
    for (std::size_t b = a + 1; b < 5; ++b) {
      Grid grid = grid_of(whole, TableId::requests);
      std::swap(grid[2][a], grid[2][b]);
      for (std::size_t r = 3; r < grid.size(); ++r) {
        const std::size_t first = grid[r].size() - 6;
        std::swap(grid[r][first + a], grid[r][first + b]);
      }
      expect_read(with_grid(whole, TableId::requests, grid), whole.values);
    }
  }
}

// Every order of the three columns of section 2's first item.
TEST_P(Columns, EveryOrderOfThree) {
  const Report whole = report();
  std::vector<std::size_t> order = {1, 2, 3};
  do {
    Grid grid = grid_of(whole, TableId::disclosure);
    for (std::size_t r = 1; r <= 3; ++r) {
      const std::vector<test::Box> row = grid[r];
      for (std::size_t i = 0; i < 3; ++i) grid[r][i + 1].text = row[order[i]].text;
    }
    expect_read(with_grid(whole, TableId::disclosure, grid), whole.values);
  } while (std::next_permutation(order.begin(), order.end()));
}

// A head of no form's between those of the form, at each place, blank or filled.
TEST_P(Columns, AnUnknownOneAtAnyPlace) {
  const Report whole = report();
  for (std::size_t place = 1; place <= 3; ++place) {
    for (const std::u16string_view filling : {u"78", u"件", u""}) {
      Grid grid = grid_of(whole, TableId::disclosure);
      for (std::size_t r = 0; r < grid.size(); ++r) {
        if (r == 0 || r > 3) {
          ++grid[r].back().columns;
          continue;
        }
        grid[r].insert(grid[r].begin() + static_cast<std::ptrdiff_t>(place),
                       {r == 1 ? u"备案数" : std::u16string(filling)});
      }
      const std::u16string text = with_grid(whole, TableId::disclosure, grid);
      EXPECT_EQ(test::wrong_numbers(check(text), whole.values), "") << utf8(text);
      if (filling == u"78") expect_read(text, whole.values);
    }
  }
}

std::string shape_name(const testing::TestParamInfo<Shape>& info) {
  return std::string(name(info.param));
}
INSTANTIATE_TEST_SUITE_P(All, Columns, testing::Values(Shape::bars, Shape::markdown, Shape::tabs),
                         shape_name);

}  // namespace
}  // namespace gouji
