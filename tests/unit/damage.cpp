// Reports that lost something on their way: what cannot be told is said to be so, and no cell gets
// another cell's figure.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::Shape;
using test::utf8;
using test::Values;

std::vector<std::u16string> lines_of(const std::u16string& text) {
  std::vector<std::u16string> out(1);
  for (const char16_t c : text) {
    if (c == u'\n') {
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

std::u16string joined(const std::vector<std::u16string>& lines) {
  std::u16string out;
  for (const std::u16string& line : lines) out += line + u'\n';
  return out;
}

bool is_figure(const std::u16string& line) {
  return !line.empty() &&
         std::all_of(line.begin(), line.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
}

class Damage : public testing::TestWithParam<std::tuple<const char*, Shape>> {
 protected:
  const Form& form() const { return form_of(std::get<0>(GetParam())); }
  Shape shape() const { return std::get<1>(GetParam()); }

  // All figures different as far as that goes: one in the place of another shows.
  Report report(std::uint64_t seed) const {
    test::Random random(seed);
    Report out(form(), test::reconciled(form(), random, 900));
    out.shape = shape();
    return out;
  }

  void expect_nothing_wrong(const std::u16string& text, const Values& values,
                            const std::string& what) const {
    const Answer answer = check(text);
    ASSERT_EQ(test::wrong_numbers(answer, values), "") << what << '\n' << utf8(text);
    ASSERT_EQ(test::broken_promises(answer, text), "") << what << '\n' << utf8(text);
  }

  static constexpr int rounds = test::sanitized ? 25 : 80;
};

TEST_P(Damage, OneLineLost) {
  const Report whole = report(200);
  const std::vector<std::u16string> lines = lines_of(whole.text());
  test::Random random(201);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::u16string> left = lines;
    const std::size_t at = random.below(left.size());
    const std::u16string lost = left[at];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    expect_nothing_wrong(joined(left), whole.values, "lost: " + utf8(lost));
    if (testing::Test::HasFatalFailure()) return;
  }
}

// Of a row with a single cell a line lost here and another there can make a row that nobody could
// tell from a whole one; of seven cells it cannot.
TEST_P(Damage, ThreeLinesOfSection3Lost) {
  const Report whole = report(202);
  const std::vector<std::u16string> lines = lines_of(whole.section(3));
  test::Random random(203);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::u16string> left = lines;
    std::string lost;
    for (int i = 0; i < 3; ++i) {
      const std::size_t at = 1 + random.below(left.size() - 1);
      lost += utf8(left[at]) + " / ";
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    }
    std::u16string text = whole.title();
    for (int number = 1; number <= 6; ++number) {
      text += number == 3 ? joined(left) : whole.section(number);
    }
    expect_nothing_wrong(text, whole.values, "lost: " + lost);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_P(Damage, TwoLinesJoined) {
  const Report whole = report(204);
  const std::vector<std::u16string> lines = lines_of(whole.text());
  test::Random random(205);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::u16string> left = lines;
    const std::size_t at = random.below(left.size() - 1);
    left[at] += u' ' + left[at + 1];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    expect_nothing_wrong(joined(left), whole.values, "joined: " + utf8(left[at]));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_P(Damage, AStrayNumberOnALineOfItsOwn) {
  const Report whole = report(206);
  const std::vector<std::u16string> lines = lines_of(whole.text());
  test::Random random(207);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::u16string> more = lines;
    const std::size_t at = random.below(more.size());
    more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), u"7");
    expect_nothing_wrong(joined(more), whole.values,
                         at == 0 ? "at the beginning" : "behind " + utf8(lines[at - 1]));
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_P(Damage, APageMarkOnALineOfItsOwnIsNotSeen) {
  const Report whole = report(208);
  const std::vector<std::u16string> lines = lines_of(whole.text());
  test::Random random(209);
  for (int round = 0; round < rounds; ++round) {
    std::vector<std::u16string> more = lines;
    const std::size_t at = random.below(more.size());
    more.insert(more.begin() + static_cast<std::ptrdiff_t>(at), u"— 7 —");
    const std::u16string text = joined(more);
    const Answer answer = check(text);
    ASSERT_EQ(test::wrong_numbers(answer, whole.values), "") << utf8(text);
    ASSERT_EQ(test::unread_numbers(answer, whole.values), "") << utf8(text);
  }
}

// Some sites leave out every line that they have printed before.
TEST_P(Damage, RepeatedLinesRemoved) {
  for (std::uint64_t seed = 210; seed < 220; ++seed) {
    test::Random random(seed);
    Report whole(form(), test::reconciled(form(), random, 1 + random.below(30)));
    whole.shape = shape();
    std::set<std::u16string> seen;
    std::vector<std::u16string> left;
    for (const std::u16string& line : lines_of(whole.text())) {
      if (seen.insert(line).second) left.push_back(line);
    }
    expect_nothing_wrong(joined(left), whole.values, "");
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_P(Damage, RepeatedFiguresRemoved) {
  for (std::uint64_t seed = 220; seed < 230; ++seed) {
    test::Random random(seed);
    Report whole(form(), test::reconciled(form(), random, 1 + random.below(30)));
    whole.shape = shape();
    std::vector<std::u16string> left;
    std::u16string last;
    for (const std::u16string& line : lines_of(whole.text())) {
      if (line.empty()) continue;
      if (is_figure(line) && line == last) continue;
      left.push_back(line);
      last = line;
    }
    expect_nothing_wrong(joined(left), whole.values, "");
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_P(Damage, EndOfTheTextLost) {
  const Report whole = report(230);
  const std::u16string text = whole.text();
  test::Random random(231);
  for (int round = 0; round < rounds; ++round) {
    // Between two characters that are no figures: half a figure is another figure.
    std::size_t at = random.below(text.size());
    while (at < text.size() && at > 0 && text[at - 1] >= u'0' && text[at - 1] <= u'9') ++at;
    expect_nothing_wrong(text.substr(0, at), whole.values, "cut");
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST_P(Damage, BeginningOfTheTextLost) {
  const Report whole = report(232);
  const std::u16string text = whole.text();
  test::Random random(233);
  for (int round = 0; round < rounds; ++round) {
    // Between two cells or lines: the end of a label may be the whole of another.
    std::size_t at = random.below(text.size());
    while (at < text.size() && text[at] != u'\n' && text[at] != u'\t' && text[at] != u'|') ++at;
    expect_nothing_wrong(text.substr(at), whole.values, "cut");
    if (testing::Test::HasFatalFailure()) return;
  }
}

// A local row between two of the form's, with figures of its own.
TEST_P(Damage, ARowThatTheFormDoesNotHave) {
  const Report whole = report(234);
  for (const std::u16string_view label :
       {u"其他主动公开文件", u"其中:涉企申请", u"发布总数量", u"备注", u"9.属于工作秘密"}) {
    for (const TableId id : {TableId::disclosure, TableId::requests}) {
      const test::Grid grid = test::grid_of(form(), id, whole.values);
      for (std::size_t at = id == TableId::requests ? 6 : 4; at < grid.size(); at += 2) {
        test::Grid more = grid;
        // As wide as the row before it, merged cells that reach over it left alone.
        std::vector<test::Box> row = grid[at - 1];
        if (!is_figure(row.back().text)) continue;
        while (!is_figure(row[1].text)) row.erase(row.begin());
        row[0].text = label;
        for (std::size_t c = 1; c < row.size(); ++c) row[c].text = u"5";
        more.push_back(row);
        std::rotate(more.begin() + static_cast<std::ptrdiff_t>(at), more.end() - 1, more.end());
        for (std::size_t r = 0; r < at; ++r) {
          for (test::Box& box : more[r]) {
            if (r + box.rows > at) ++box.rows;
          }
        }
        std::u16string text = whole.title();
        for (int number = 1; number <= 6; ++number) {
          text += number == static_cast<int>(id) + 2
                      ? whole.heading(number) + test::written(more, shape())
                      : whole.section(number);
        }
        expect_nothing_wrong(text, whole.values, utf8(label));
        if (testing::Test::HasFatalFailure()) return;
      }
    }
  }
}

// The report with another table of section 3.
std::u16string with_requests(const Report& whole, const test::Grid& grid) {
  std::u16string text = whole.title();
  for (int number = 1; number <= 6; ++number) {
    text +=
        number == 3 ? whole.heading(3) + test::written(grid, whole.shape) : whole.section(number);
  }
  return text;
}

TEST_P(Damage, AColumnLost) {
  const Report whole = report(240);
  for (std::size_t place = 1; place <= 5; ++place) {
    test::Grid grid = test::grid_of(form(), TableId::requests, whole.values);
    const auto erase = [](std::vector<test::Box>& row, std::size_t at) {
      row.erase(row.begin() + static_cast<std::ptrdiff_t>(at));
    };
    --grid[0].back().columns;
    --grid[1][1].columns;
    erase(grid[2], place - 1);
    for (std::size_t r = 3; r < grid.size(); ++r) erase(grid[r], grid[r].size() - 7 + place);
    expect_nothing_wrong(with_requests(whole, grid), whole.values,
                         "column " + std::to_string(place));
    if (testing::Test::HasFatalFailure()) return;
  }
}

// 「小计」 of the five kinds of organizations, before or behind them: no cell of the form.
TEST_P(Damage, AColumnOfSubtotals) {
  const Report whole = report(241);
  for (const std::size_t place : {1U, 6U}) {
    for (const bool empty : {false, true}) {
      test::Grid grid = test::grid_of(form(), TableId::requests, whole.values);
      const auto insert = [](std::vector<test::Box>& row, std::size_t at, std::u16string text) {
        row.insert(row.begin() + static_cast<std::ptrdiff_t>(at), {std::move(text)});
      };
      ++grid[0].back().columns;
      ++grid[1][1].columns;
      insert(grid[2], place - 1, u"小计");
      for (std::size_t r = 3; r < grid.size(); ++r) {
        const std::size_t first = grid[r].size() - 7;
        int sum = 0;
        for (std::size_t c = 1; c <= 5; ++c) sum += std::stoi(utf8(grid[r][first + c].text));
        insert(grid[r], first + place, empty ? u"" : test::utf16(std::to_string(sum)));
      }
      expect_nothing_wrong(with_requests(whole, grid), whole.values,
                           "at " + std::to_string(place) + (empty ? ", empty" : ""));
      if (testing::Test::HasFatalFailure()) return;
    }
  }
}

TEST_P(Damage, HeadsLost) {
  const Report whole = report(242);
  for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
    test::Grid grid = test::grid_of(form(), id, whole.values);
    for (std::size_t r = grid.size(); r-- > 0;) {
      const bool figures = std::any_of(grid[r].begin(), grid[r].end(),
                                       [](const test::Box& box) { return is_figure(box.text); });
      if (!figures) grid.erase(grid.begin() + static_cast<std::ptrdiff_t>(r));
    }
    std::u16string text = whole.title();
    for (int number = 1; number <= 6; ++number) {
      text += number == static_cast<int>(id) + 2
                  ? whole.heading(number) + test::written(grid, shape())
                  : whole.section(number);
    }
    expect_nothing_wrong(text, whole.values, std::string(name(id)));
    if (testing::Test::HasFatalFailure()) return;
  }
}

std::string damage_name(const testing::TestParamInfo<std::tuple<const char*, Shape>>& info) {
  return std::string("form_") + std::get<0>(info.param) + "_" +
         std::string(name(std::get<1>(info.param)));
}
INSTANTIATE_TEST_SUITE_P(All, Damage,
                         testing::Combine(testing::Values("2021", "2019"),
                                          testing::ValuesIn(test::all_shapes)),
                         damage_name);

}  // namespace
}  // namespace gouji
