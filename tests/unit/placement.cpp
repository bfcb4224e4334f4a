#include "tables/placement.h"

#include <set>
#include <string_view>

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

using Kind = Placement::Kind;

// A row of the form from what stands behind its label: a digit is a value, `.` an empty cell, `/` a
// placeholder, `w` words.
struct Given {
  std::string_view slots;
  std::uint16_t count = 7;
  bool one_line = false;      // one line of cells; else every cell on a line of its own
  bool closed = true;         // cells between bars
  std::uint16_t columns = 0;  // separators on that line
  std::uint16_t labels = 1;   // columns before the first slot
  std::uint8_t depth = 0;
  std::uint16_t sum_width = 0;  // groups of so many cells, the last the sum of the others
};

RowSlots row_of(const Given& given, std::uint16_t line) {
  RowSlots row;
  row.line = line;
  row.count = given.count;
  row.depth = given.depth;
  row.sum_width = given.sum_width;
  row.one_line = given.one_line;
  row.label_line = line * 100U;
  const auto size = static_cast<std::uint16_t>(given.slots.size());
  row.line_columns =
      given.one_line
          ? (given.columns > 0 ? given.columns : static_cast<std::uint16_t>(size + given.labels))
          : std::uint16_t{0};
  for (std::uint16_t i = 0; i < size; ++i) {
    Token token;
    const char c = given.slots[i];
    token.begin = static_cast<std::uint32_t>(line * 1000 + i * 2);
    token.end = c == '.' ? token.begin : token.begin + 1;
    token.line = given.one_line ? row.label_line : row.label_line + i + 1;
    token.column = given.one_line ? static_cast<std::uint16_t>(i + given.labels) : std::uint16_t{0};
    token.closed = given.closed;
    if (c == '.') {
      token.value.kind = ValueKind::blank;
    } else if (c == '/') {
      token.value.kind = ValueKind::placeholder;
    } else if (c == 'w') {
      token.value.kind = ValueKind::word;
      token.letters = 2;
    } else {
      token.value.kind = ValueKind::number;
      token.value.number = {c - '0', 0};
    }
    row.slots.push_back(token);
  }
  return row;
}

// How the rows come out: the cells as they were given, `?` for each cell that cannot be told, `x`
// for one that the text does not have.
std::vector<std::string> placed(std::initializer_list<Given> given,
                                std::initializer_list<HeadGeometry> heads = {}) {
  std::vector<RowSlots> rows;
  for (const Given& one : given)
    rows.push_back(row_of(one, static_cast<std::uint16_t>(rows.size())));
  const std::vector<HeadGeometry> geometry(heads);
  const std::vector<Placement> placements = place(rows, geometry, false);
  EXPECT_EQ(placements.size(), rows.size());
  std::vector<std::string> out;
  std::size_t i = 0;
  for (const Given& one : given) {
    const Placement& placement = placements[i++];
    std::string cells;
    switch (placement.kind) {
      case Kind::missing:
        cells.assign(one.count, 'x');
        break;
      case Kind::ambiguous:
        cells.assign(one.count, '?');
        break;
      case Kind::placed:
        EXPECT_EQ(placement.slot.size(), one.count);
        for (const std::optional<std::uint16_t>& slot : placement.slot) {
          cells.push_back(slot ? one.slots[*slot] : 'x');
        }
        break;
    }
    out.push_back(cells);
  }
  return out;
}

std::string placed_alone(const Given& given) { return placed({given}).front(); }

TEST(Placement, AsManyValuesAsCells) {
  EXPECT_EQ(placed_alone({"1234567"}), "1234567");
  EXPECT_EQ(placed_alone({.slots = "1234567", .closed = false}), "1234567");
  EXPECT_EQ(placed_alone({.slots = "1234567", .one_line = true}), "1234567");
  EXPECT_EQ(placed_alone({"123", 3}), "123");
}

TEST(Placement, PlaceholdersAndWordsInCellsAreValues) {
  EXPECT_EQ(placed_alone({"1/3w567"}), "1/3w567");
  EXPECT_EQ(placed_alone({"///////"}), "///////");
}

TEST(Placement, EmptyPlacesAroundAFullRowAreNoCells) {
  EXPECT_EQ(placed_alone({"..1234567"}), "1234567");
  EXPECT_EQ(placed_alone({"1234567.."}), "1234567");
  EXPECT_EQ(placed_alone({".1234567..."}), "1234567");
}

TEST(Placement, AnEmptyCellBetweenValuesIsACell) {
  EXPECT_EQ(placed_alone({"12.4567"}), "12.4567");
  EXPECT_EQ(placed_alone({"1.....7"}), "1.....7");
  EXPECT_EQ(placed_alone({"1.....7.."}), "1.....7");
}

TEST(Placement, NothingBehindTheLabelIsMissing) { EXPECT_EQ(placed_alone({""}), "xxxxxxx"); }

TEST(Placement, AnEmptyRowIsEmpty) {
  EXPECT_EQ(placed_alone({"......."}), ".......");
  EXPECT_EQ(placed_alone({"........."}), ".......");
}

TEST(Placement, FewerValuesThanCellsWithoutSeparatorsCannotBeTold) {
  EXPECT_EQ(placed_alone({.slots = "12", .closed = false}), "???????");
  EXPECT_EQ(placed_alone({.slots = "123456", .closed = false}), "???????");
}

TEST(Placement, MoreValuesThanCellsCannotBeTold) {
  EXPECT_EQ(placed_alone({.slots = "12345678", .closed = false}), "???????");
  EXPECT_EQ(placed_alone({.slots = "1234567890", .one_line = true}), "???????");
}

TEST(Placement, AmbiguousRowsNameWhatTheyHold) {
  const std::vector<RowSlots> rows = {row_of({.slots = "1.2", .closed = false}, 0)};
  const Placement placement = place(rows, {}, false).front();
  ASSERT_EQ(placement.kind, Kind::ambiguous);
  EXPECT_EQ(placement.held, (std::vector<std::uint16_t>{0, 2}));
}

// A row with two empty places too many, and values that fit from three starts.
TEST(Placement, SeveralEquallyGoodPlacesCannotBeTold) {
  EXPECT_EQ(placed_alone({"..345...."}), "???????");
  EXPECT_EQ(placed_alone({.slots = "..3......", .one_line = true}), "???????");
}

TEST(Placement, OtherRowsTellWhereTheFirstValueStands) {
  // Two full rows on lines of ten separators begin at column 2: so does the third.
  const std::vector<std::string> out = placed({{.slots = ".1234567.", .one_line = true},
                                               {.slots = ".7654321.", .one_line = true},
                                               {.slots = "..2......", .one_line = true}});
  EXPECT_EQ(out[0], "1234567");
  EXPECT_EQ(out[1], "7654321");
  EXPECT_EQ(out[2], ".2.....");
}

TEST(Placement, HeadsTellWhereTheFirstValueStands) {
  const std::vector<std::string> out =
      placed({{.slots = "..2......", .one_line = true, .columns = 10}},
             {{.line_columns = 10, .first = 2}});
  EXPECT_EQ(out.front(), ".2.....");
}

TEST(Placement, HeadsOfLinesOfAnotherWidthTellNothing) {
  const std::vector<std::string> out =
      placed({{.slots = "..2......", .one_line = true, .columns = 10}},
             {{.line_columns = 12, .first = 2}});
  EXPECT_EQ(out.front(), "???????");
}

TEST(Placement, RowsThatDisagreeTellNothing) {
  const std::vector<std::string> out = placed({{.slots = "1234567..", .one_line = true},
                                               {.slots = "..7654321", .one_line = true},
                                               {.slots = "...2.....", .one_line = true}});
  EXPECT_EQ(out[2], "???????");
}

// The rows inside 「(三)不予公开」 have another label column less than those outside.
TEST(Placement, RowsOfTheSameDepthTellEachOther) {
  const std::vector<std::string> out = placed({{.slots = "..1234567", .depth = 1},
                                               {.slots = "..1234567", .depth = 1},
                                               {.slots = "1234567..", .depth = 2},
                                               {.slots = "1234567..", .depth = 2},
                                               {.slots = "...2.....", .depth = 1},
                                               {.slots = ".2.......", .depth = 2}});
  EXPECT_EQ(out[4], ".2.....");
  EXPECT_EQ(out[5], ".2.....");
}

TEST(Placement, OneOfSeveralPlacesIsTakenIfItAloneAddsUp) {
  EXPECT_EQ(placed_alone({.slots = "..1...1..", .sum_width = 7}), "..1...1");
  const std::vector<RowSlots> rows = {row_of({.slots = "..1...1..", .sum_width = 7}, 0)};
  EXPECT_TRUE(place(rows, {}, false).front().by_equation);
}

TEST(Placement, PlacesOfWhichSeveralOrNoneAddUpCannotBeTold) {
  EXPECT_EQ(placed_alone({.slots = "..0......", .sum_width = 7}), "???????");
  EXPECT_EQ(placed_alone({.slots = "..1......", .sum_width = 7}), "???????");
  EXPECT_EQ(placed_alone({.slots = "..1...2..", .sum_width = 7}), "???????");
}

TEST(Placement, WhatTheLayoutShowsIsNeverOverruledBySums) {
  EXPECT_EQ(placed_alone({.slots = "1234567", .sum_width = 7}), "1234567");
  EXPECT_EQ(placed_alone({.slots = "1.....7", .sum_width = 7}), "1.....7");
  const std::vector<RowSlots> rows = {row_of({.slots = "1234567", .sum_width = 7}, 0)};
  EXPECT_FALSE(place(rows, {}, false).front().by_equation);
}

TEST(Placement, AStrayAmongTheValuesIsLeftOutOnlyIfTheSumsSayWhich) {
  // 1 + 2 + 0 + 0 + 0 + 1 = 4, and an 8 that adds up nowhere.
  const std::vector<std::string> out =
      placed({{.slots = "12800014", .closed = false, .sum_width = 7}});
  EXPECT_TRUE(out.front() == "1200014" || out.front() == "???????") << out.front();
  // None of the eight ways to leave one out adds up.
  EXPECT_NE(placed_alone({.slots = "12345678", .closed = false, .sum_width = 7}), "1234567");
}

TEST(AddsUp, ByGroupsWithBlanksAsZero) {
  const auto adds = [](std::string_view slots, std::uint16_t width) {
    const RowSlots row = row_of(
        {.slots = slots, .count = static_cast<std::uint16_t>(slots.size()), .sum_width = width}, 0);
    std::vector<std::uint16_t> all;
    for (std::uint16_t i = 0; i < slots.size(); ++i) all.push_back(i);
    return adds_up(row, all);
  };
  EXPECT_TRUE(adds("1110014", 7));
  EXPECT_FALSE(adds("1110015", 7));
  EXPECT_TRUE(adds("11...13", 7));
  EXPECT_TRUE(adds("0000000", 7));
  EXPECT_TRUE(adds("112041001210001", 5));
  EXPECT_FALSE(adds("112041001310001", 5));
}

TEST(Placement, NoRowsAreNoPlacements) { EXPECT_TRUE(place({}, {}, false).empty()); }

// Whatever the geometry: a value is placed once or the row is left open, and the order stays.
TEST(Placement, ValuesKeepTheirOrderAndAreNeverLostSilently) {
  test::Random random(20);
  constexpr std::string_view kinds = "123456789......./w";
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::string> texts(1 + random.below(6));
    std::vector<RowSlots> rows;
    for (std::string& text : texts) {
      for (std::uint64_t i = random.below(12); i > 0; --i) text.push_back(random.pick(kinds));
      const Given given = {.slots = text,
                           .count = static_cast<std::uint16_t>(1 + random.below(8)),
                           .one_line = random.one_in(2),
                           .closed = !random.one_in(3),
                           .depth = static_cast<std::uint8_t>(random.below(3))};
      rows.push_back(row_of(given, static_cast<std::uint16_t>(rows.size())));
    }
    const std::vector<Placement> placements = place(rows, {}, false);
    ASSERT_EQ(placements.size(), rows.size());
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const Placement& placement = placements[r];
      std::vector<std::uint16_t> held;
      for (std::uint16_t s = 0; s < rows[r].slots.size(); ++s) {
        if (!rows[r].slots[s].blank()) held.push_back(s);
      }
      switch (placement.kind) {
        case Kind::missing:
          ASSERT_TRUE(held.empty());
          break;
        case Kind::ambiguous:
          ASSERT_EQ(placement.held, held);
          break;
        case Kind::placed: {
          ASSERT_EQ(placement.slot.size(), rows[r].count);
          std::vector<std::uint16_t> used;
          int last = -1;
          for (const std::optional<std::uint16_t>& slot : placement.slot) {
            if (!slot) continue;
            ASSERT_LT(*slot, rows[r].slots.size());
            ASSERT_GE(static_cast<int>(*slot), last);
            last = *slot;
            if (!rows[r].slots[*slot].blank()) used.push_back(*slot);
          }
          ASSERT_EQ(used, held) << texts[r];
          break;
        }
      }
    }
  }
}

}  // namespace
}  // namespace gouji
