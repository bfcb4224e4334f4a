// Rows whose values have run together without anything between them.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::Values;

// Labels and values of a table without anything between them, one row a line or all in one line.
// `rows` replaces what stands behind the label of some rows.
using Rows = std::map<std::string, std::u16string, std::less<>>;

std::u16string fused_table(const Form& form, TableId id, const Values& values, const Rows& rows,
                           bool one_line) {
  const test::Grid grid = test::grid_of(form, id, values);
  std::vector<std::u16string> runs;
  for (const FormLine& line : form.lines) {
    if (line.table != id) continue;
    std::u16string run;
    for (std::size_t c = line.first; c < std::size_t{line.first} + line.count; ++c) {
      run += values.at(form.cells[c].id);
    }
    const auto own = rows.find(line.key.empty() ? "disputes" : line.key);
    runs.push_back(own == rows.end() ? run : own->second);
  }
  std::u16string out;
  std::size_t next = 0;
  for (const std::vector<test::Box>& row : grid) {
    bool values_follow = false;
    for (const test::Box& box : row) {
      const bool figure = !box.text.empty() && box.text.front() >= u'0' &&
                          box.text.front() <= u'9' && box.text.find(u'.') == std::u16string::npos;
      if (figure) {
        values_follow = true;
      } else {
        out += box.text;
      }
    }
    if (values_follow) out += runs.at(next++);
    if (!one_line) out += u"\n";
  }
  EXPECT_EQ(next, runs.size());
  return out;
}

struct Fused {
  Values values = test::zeros(form_of("2021"));
  Rows rows;
  bool one_line = false;

  [[nodiscard]] std::u16string text() const {
    const Form& form = form_of("2021");
    const Report report(form, values);
    std::u16string out = report.title() + report.section(1);
    constexpr TableId tables[] = {TableId::disclosure, TableId::requests, TableId::disputes};
    for (int t = 0; t < 3; ++t) {
      std::u16string heading = report.heading(2 + t);
      if (one_line) std::erase(heading, u'\n');
      out += heading + fused_table(form, tables[t], values, rows, one_line);
    }
    return out + (one_line ? u"\n" : u"") + report.section(5) + report.section(6);
  }
  [[nodiscard]] Answer answer() const { return check(text()); }

  // A row of section 3 from its seven values, and what they are summed up in.
  void put(const std::string& key, const std::vector<int>& figures) {
    for (std::size_t c = 0; c < figures.size(); ++c) {
      const std::string column(applicant_columns[c].key);
      values[std::string("requests.").append(key).append(".").append(column)] =
          test::utf16(std::to_string(figures[c]));
    }
  }
  // One result that is also all that was received and handled.
  void put_one(const std::string& key, const std::vector<int>& figures) {
    put(key, figures);
    put("new", figures);
    put("handled", figures);
  }
};

std::string row(const Answer& answer, const std::string& key) {
  std::string out;
  for (const Cell& cell : answer.cells) {
    if (!cell.id.starts_with(key + ".")) continue;
    if (!out.empty()) out += ' ';
    out += cell.value ? to_string(*cell.value) : std::string(name(cell.state));
  }
  return out;
}

const std::string all_open =
    "ambiguous ambiguous ambiguous ambiguous ambiguous ambiguous ambiguous";

TEST(Fused, ADigitACell) {
  Fused report;
  report.put_one("granted", {3, 0, 1, 0, 0, 2, 6});
  const Answer answer = report.answer();
  EXPECT_EQ(test::wrong_numbers(answer, report.values), "");
  EXPECT_EQ(test::unread_numbers(answer, report.values), "");
  EXPECT_FALSE(test::find_cell(answer, "requests.granted.natural")->placed_by_equation);
}

TEST(Fused, TheOneWayThatAddsUp) {
  Fused report;
  report.put_one("granted", {277, 0, 0, 0, 0, 0, 277});
  const Answer answer = report.answer();
  EXPECT_EQ(test::wrong_numbers(answer, report.values), "");
  EXPECT_EQ(test::unread_numbers(answer, report.values), "");
  EXPECT_TRUE(test::find_cell(answer, "requests.handled.total")->placed_by_equation);
}

TEST(Fused, TwoWaysThatAddUp) {
  Fused report;
  report.put_one("granted", {11, 0, 0, 0, 0, 0, 11});
  // 11 0 0 0 0 0 11 or 1 10 0 0 0 0 11.
  EXPECT_EQ(row(report.answer(), "requests.granted"), all_open);
}

TEST(Fused, TheSumOfTheResultsTellsTheWay) {
  Fused report;
  report.put("granted", {8, 0, 0, 0, 0, 0, 8});
  report.put("partial", {3, 0, 0, 0, 0, 0, 3});
  report.put("handled", {11, 0, 0, 0, 0, 0, 11});
  report.put("new", {11, 0, 0, 0, 0, 0, 11});
  EXPECT_EQ(row(report.answer(), "requests.handled"), "11 0 0 0 0 0 11");
}

TEST(Fused, AWayThatTheColumnsDeny) {
  Fused report;
  report.put("granted", {0, 0, 0, 0, 4545, 0, 4545});
  report.put("handled", {0, 0, 0, 0, 4545, 0, 4545});
  report.put("new", {0, 0, 0, 0, 4545, 0, 4545});
  report.rows["granted"] = u"000004545";  // 4545 was left out: not 45 and 45
  EXPECT_EQ(row(report.answer(), "requests.granted"), all_open);
}

TEST(Fused, ADigitACellThatTheColumnsDeny) {
  Fused report;
  report.put("granted", {55, 0, 0, 0, 0, 0, 55});
  report.put("partial", {218, 0, 0, 0, 0, 0, 218});
  report.put("handled", {273, 0, 0, 0, 0, 0, 273});
  report.put("new", {273, 0, 0, 0, 0, 0, 273});
  report.rows["granted"] = u"0000055";
  EXPECT_EQ(row(report.answer(), "requests.granted"), all_open);
  EXPECT_EQ(row(report.answer(), "requests.handled"), "273 0 0 0 0 0 273");
  // With another row open, too, what is known is more than the sum already.
  report.put("partial", {222, 0, 0, 0, 0, 0, 222});
  report.put("handled", {277, 0, 0, 0, 0, 0, 277});
  report.put("new", {277, 0, 0, 0, 0, 0, 277});
  EXPECT_EQ(row(report.answer(), "requests.granted"), all_open);
}

TEST(Fused, FewerCharactersThanCells) {
  Fused report;
  report.rows["granted"] = u"3003";
  EXPECT_EQ(row(report.answer(), "requests.granted"), all_open);
}

TEST(Fused, OtherReadingsCountWhereBlanksAreLost) {
  Fused report;
  report.rows["granted"] = u"303";
  report.rows["rules"] = u"149";
  const Answer answer = report.answer();
  EXPECT_EQ(row(answer, "disclosure.art20_1.rules"), "ambiguous ambiguous ambiguous");
  EXPECT_EQ(row(answer, "disclosure.art20_1.normative"), "0 0 0");
  EXPECT_EQ(row(answer, "requests.partial"), "0 0 0 0 0 0 0");
}

TEST(Fused, TotalsBesideMergedCellsTellNothingOfOtherTables) {
  Fused report;
  report.put_one("granted", {3, 0, 0, 0, 0, 0, 3});
  report.rows["carried_in"] = u"0";
  report.rows["partial"] = u"0";
  report.rows["rules"] = u"149";
  const Answer answer = report.answer();
  EXPECT_EQ(row(answer, "disclosure.art20_1.rules"), "1 4 9");
  EXPECT_EQ(row(answer, "requests.granted"), "3 0 0 0 0 0 3");
  EXPECT_EQ(row(answer, "requests.partial"), all_open);
}

TEST(Fused, DisputesInOneRun) {
  Fused report;
  report.rows["disputes"] = u"94910143000000000";
  const Answer answer = report.answer();
  for (const Cell& cell : answer.cells) {
    if (!cell.id.starts_with("disputes.")) continue;
    EXPECT_EQ(cell.state, CellState::ambiguous) << cell.id;
  }
  report.rows["disputes"] = u"9400130000000000";
  EXPECT_EQ(row(report.answer(), "disputes.review"), "9 4 0 0 13");
  EXPECT_TRUE(test::find_cell(report.answer(), "disputes.review.total")->placed_by_equation);
}

TEST(Fused, DisputesWithFewerNumbers) {
  Fused report;
  report.rows["disputes"] = u"003003000703070302018139";  // blanks are as good
  for (const Cell& cell : report.answer().cells) {
    if (!cell.id.starts_with("disputes.")) continue;
    EXPECT_EQ(cell.state, CellState::ambiguous) << cell.id;
  }
}

TEST(Fused, SignsForNothing) {
  Fused report;
  report.rows["granted"] = u"///0///";
  report.rows["partial"] = u"///////";
  report.rows["carried_in"] = u"0无00无00";
  report.rows["carried_out"] = u"0—00—00";
  report.rows["rules"] = u"/00";
  report.rows["normative"] = u"3无3";
  const Answer answer = report.answer();
  const std::string nothing = "placeholder";
  EXPECT_EQ(row(answer, "disclosure.art20_1.rules"), nothing + " 0 0");
  EXPECT_EQ(row(answer, "disclosure.art20_1.normative"), "3 " + nothing + " 3");
  EXPECT_EQ(row(answer, "requests.granted"),
            "placeholder placeholder placeholder 0 placeholder placeholder placeholder");
  EXPECT_EQ(row(answer, "requests.partial"),
            "placeholder placeholder placeholder placeholder placeholder placeholder placeholder");
  EXPECT_EQ(row(answer, "requests.carried_in"), "0 placeholder 0 0 placeholder 0 0");
  EXPECT_EQ(row(answer, "requests.carried_out"), "0 placeholder 0 0 placeholder 0 0");
}

TEST(Fused, LettersForZeroNumeralsAndQuestionMarks) {
  Fused report;
  report.rows["granted"] = u"零零零000零";
  report.rows["partial"] = u"OOOOOOO";
  report.rows["carried_in"] = u"0○000○0";
  report.rows["rules"] = u"七7九";
  report.rows["carried_out"] = u"0?00000";
  const Answer answer = report.answer();
  EXPECT_EQ(row(answer, "requests.granted"), "0 0 0 0 0 0 0");
  EXPECT_EQ(row(answer, "requests.partial"), "0 0 0 0 0 0 0");
  EXPECT_EQ(row(answer, "requests.carried_in"), "0 0 0 0 0 0 0");
  EXPECT_EQ(row(answer, "disclosure.art20_1.rules"), "7 7 9");
  EXPECT_EQ(row(answer, "requests.carried_out"), "0 unreadable 0 0 0 0 0");
}

TEST(Fused, ASignBeforeADigitMayBeItsOwn) {
  Fused report;
  report.rows["rules"] = u"0-3";
  EXPECT_EQ(row(report.answer(), "disclosure.art20_1.rules"), "ambiguous ambiguous ambiguous");
}

TEST(Fused, Units) {
  Fused report;
  report.rows["rules"] = u"0件0件5件";
  EXPECT_EQ(row(report.answer(), "disclosure.art20_1.rules"), "0 0 5");
}

TEST(Fused, SpacesAmongTheDigits) {
  Fused report;
  report.put_one("granted", {277, 0, 0, 0, 0, 0, 277});
  report.rows["granted"] = u" 277 000 00277";
  EXPECT_EQ(row(report.answer(), "requests.granted"), "277 0 0 0 0 0 277");
  report.rows["granted"] = u"0 0 0 0 0 11";  // six values, one left out
  EXPECT_EQ(row(report.answer(), "requests.granted"), all_open);
}

TEST(Fused, SpacesBetweenThousands) {
  const Form& form = form_of("2019");
  const Report report(form, test::zeros(form));
  const std::u16string text =
      report.title() + report.section(1) + report.heading(2) +
      u"第二十条第(五)项\n信息内容上一年项目数量本年增/减处理决定数量\n行政许可663 6000323 597\n"
      u"其他对外管理服务事项000\n第二十条第(六)项\n信息内容上一年项目数量本年增/减处理决定数量\n"
      u"行政处罚12 5 17\n行政强制000\n" +
      report.section(3) + report.section(4) + report.section(5) + report.section(6);
  const Answer answer = check(text);
  // 663, 6000323 and 597, or 663600, 0 and 323597.
  EXPECT_EQ(row(answer, "disclosure.art20_5.licensing"), "ambiguous ambiguous ambiguous");
  EXPECT_EQ(row(answer, "disclosure.art20_6.penalty"), "12 5 17");
}

TEST(Fused, AllInOneLine) {
  Fused report;
  report.put_one("denied.state_secret", {3, 0, 0, 0, 0, 0, 3});
  report.one_line = true;
  const Answer answer = report.answer();
  EXPECT_EQ(test::wrong_numbers(answer, report.values), "");
  EXPECT_EQ(test::unread_numbers(answer, report.values), "");
}

TEST(Fused, LabelsWithPinyinAndCutNotes) {
  Fused report;
  report.put_one("granted", {3, 0, 0, 0, 0, 0, 3});
  std::u16string text = test::replaced(report.text(), u"总计3000003", u"总计(jì)3000003");
  text = test::replaced(text, u"本机关不掌握相关政府信息0000000", u"本机关不掌握0000000");
  const Answer answer = check(text);
  EXPECT_EQ(row(answer, "requests.handled"), "3 0 0 0 0 0 3");
  EXPECT_EQ(row(answer, "requests.unavailable.not_held"), "0 0 0 0 0 0 0");
}

TEST(Fused, APageNumberBelowTheRow) {
  Fused report;
  report.rows["granted"] = u"0000000\n3";
  report.rows["licensing"] = u"\n2";  // blank
  const Answer answer = report.answer();
  EXPECT_EQ(row(answer, "requests.granted"), "0 0 0 0 0 0 0");
  EXPECT_EQ(row(answer, "disclosure.art20_5.licensing"), "ambiguous");
}

TEST(Fused, ATableWithAColumnMore) {
  Fused report;
  const Form& form = form_of("2021");
  for (const FormLine& line : form.lines) {
    if (line.table == TableId::requests) report.rows[std::string(line.key)] = u"00000000";
  }
  report.rows["granted"] = u"00003303333";  // 33 before the subtotal, and the total
  for (const Cell& cell : report.answer().cells) {
    if (cell.id.starts_with("requests.granted")) {
      EXPECT_NE(cell.state, CellState::printed) << cell.id;
    }
  }
}

TEST(Fused, NoTextTakesLong) {
  std::u16string digits(5'000'000, u'1');
  for (std::size_t i = 0; i < digits.size(); i += 7) digits[i] = u'2';
  Fused report;
  report.rows["granted"] = digits;
  const std::u16string run = report.text();
  EXPECT_LT(test::seconds_of([&] { (void)check(run); }), test::most_seconds);
  report.rows["granted"] = u"1212121212121212121212121212121212121212121212121212";
  report.rows["disputes"] = std::u16string(120, u'1');
  const std::u16string rows = report.text();
  std::u16string many;
  while (many.size() < 5'000'000) many += rows;
  EXPECT_LT(test::seconds_of([&] { (void)check(many); }), test::most_seconds);
  std::u16string labels = rows.substr(0, rows.find(u"(一)予以公开"));
  while (labels.size() < 5'000'000) labels += u"(一)予以公开12121212121212121212121212121212\n";
  EXPECT_LT(test::seconds_of([&] { (void)check(labels); }), test::most_seconds);
}

}  // namespace
}  // namespace gouji
