// The roll-up: a report beside those that it adds up.
#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::findings_of;
using test::form_of;
using test::Report;

// Three units' reports, and the one that adds them up.
class County {
 public:
  County() : form_(form_of("2021")), sum(form_, test::zeros(form_)) {
    test::Random random(11);
    for (const char16_t* name : {u"青石县教育局", u"青石县民政局", u"青石县财政局"}) {
      Report& unit = units.emplace_back(form_, test::reconciled(form_, random));
      unit.agency = name;
    }
    sum.agency = u"青石县人民政府";
    add_up();
  }

  void add_up() {
    for (auto& [id, value] : sum.values) value = test::utf16(std::to_string(total(id)));
  }
  [[nodiscard]] long value(const Report& report, const std::string& id) const {
    return std::stol(test::utf8(report.values.at(id)));
  }
  [[nodiscard]] long total(const std::string& id) const {
    long out = 0;
    for (const Report& unit : units) out += value(unit, id);
    return out;
  }
  // What the report says of a cell, by so much more than the sum.
  void more(const std::string& id, long by) {
    sum.values[id] = test::utf16(std::to_string(total(id) + by));
  }

  [[nodiscard]] std::vector<Answer> answers() const {
    std::vector<Answer> out;
    for (const Report& unit : units) out.push_back(gouji::check(unit.text()));
    return out;
  }
  [[nodiscard]] Answer check() const { return check(answers()); }
  [[nodiscard]] Answer check(const std::vector<Answer>& beside) const {
    Options options;
    options.units = beside;
    const std::u16string text = sum.text();
    Answer answer = gouji::check(text, options);
    EXPECT_EQ(test::broken_promises(answer, text), "");
    return answer;
  }

 private:
  const Form& form_;

 public:
  Report sum;
  std::vector<Report> units;
};

TEST(Rollup, NothingWhereItAddsUp) {
  const County county;
  EXPECT_TRUE(findings_of(county.check(), "ROLLUP.SUM").empty());
  EXPECT_TRUE(findings_of(check(county.sum.text()), "ROLLUP.SUM").empty());
}

TEST(Rollup, OneCell) {
  County county;
  const std::string id = "disclosure.art20_6.penalty.decisions";
  county.more(id, 1);
  const Answer answer = county.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  const Finding& finding = *findings_of(answer, "ROLLUP.SUM")[0];
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_EQ(finding.cells, std::vector<std::string_view>{id});
  const long sum = county.total(id);
  EXPECT_NE(finding.message.find("本报告 " + std::to_string(sum + 1) + "，各单位之和 " +
                                 std::to_string(sum) + "，多 1"),
            std::string::npos)
      << finding.message;
  EXPECT_EQ(finding.message.find("可能"), std::string::npos) << finding.message;
}

TEST(Rollup, ARowOrAColumnIsOneFinding) {
  County row;
  for (const char* column : {"natural", "company", "total"}) {
    row.more(std::string("requests.granted.") + column, 2);
  }
  Answer answer = row.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(findings_of(answer, "ROLLUP.SUM")[0]->cells.size(), 3U);
  EXPECT_NE(findings_of(answer, "ROLLUP.SUM")[0]->message.find("一行"), std::string::npos);
  County column;
  for (const char* name : {"new", "granted", "partial", "handled"}) {
    column.more(std::string("requests.") + name + ".natural", 2);
  }
  answer = column.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(findings_of(answer, "ROLLUP.SUM")[0]->cells.size(), 4U);
  EXPECT_NE(findings_of(answer, "ROLLUP.SUM")[0]->message.find("「自然人」一列"),
            std::string::npos);
}

TEST(Rollup, AUnitLeftOutOrCountedTwiceIsNamedAsAPossibility) {
  for (const long by : {-1L, 1L}) {
    County county;
    for (const auto& [id, value] : county.units[1].values) {
      county.more(id, by * county.value(county.units[1], id));
    }
    const Answer answer = county.check();
    const auto findings = findings_of(answer, "ROLLUP.SUM");
    ASSERT_FALSE(findings.empty());
    EXPECT_LT(findings.size(), 20U);
    for (const Finding* finding : findings) {
      EXPECT_NE(
          finding->message.find(by < 0 ? "漏计了「青石县民政局」" : "重复计了「青石县民政局」"),
          std::string::npos)
          << finding->message;
      EXPECT_NE(finding->message.find("只是一种可能"), std::string::npos);
    }
  }
}

TEST(Rollup, TwoThatExplainItAreNone) {
  County county;
  county.units[2].values = county.units[1].values;
  county.add_up();
  for (const auto& [id, value] : county.units[1].values) {
    county.more(id, -county.value(county.units[1], id));
  }
  const Answer answer = county.check();
  ASSERT_FALSE(findings_of(answer, "ROLLUP.SUM").empty());
  for (const Finding* finding : findings_of(answer, "ROLLUP.SUM")) {
    EXPECT_EQ(finding->message.find("可能"), std::string::npos) << finding->message;
  }
}

TEST(Rollup, AReportGivenTwiceIsTold) {
  County county;
  std::vector<Answer> beside = county.answers();
  beside.push_back(beside[1]);
  auto messages = [&](const std::string& words) {
    const Answer answer = county.check(beside);
    const auto findings = findings_of(answer, "ROLLUP.SUM");
    EXPECT_FALSE(findings.empty());
    for (const Finding* finding : findings) {
      EXPECT_NE(finding->message.find(words), std::string::npos) << finding->message;
    }
  };
  messages("恰好相当于所给报告里多了一份「青石县民政局」，这只是一种可能");
  // With another difference it explains not all, and is told all the same.
  county.more("disclosure.art20_6.penalty.decisions", 1);
  messages("所给报告里「青石县民政局」不止一份，请确认");
}

TEST(Rollup, TheReportItselfIsNoUnitOfItsOwn) {
  const County county;
  std::vector<Answer> beside = county.answers();
  beside.push_back(check(county.sum.text()));
  const Answer answer = county.check(beside);
  ASSERT_FALSE(findings_of(answer, "ROLLUP.SUM").empty());
  for (const Finding* finding : findings_of(answer, "ROLLUP.SUM")) {
    EXPECT_NE(finding->message.find("多了一份「青石县人民政府」"), std::string::npos)
        << finding->message;
    EXPECT_EQ(finding->message.find("漏计"), std::string::npos) << finding->message;
  }
}

TEST(Rollup, ABlankOfAUnitMayBeWhatIsMissing) {
  County county;
  const std::string id = "disclosure.art20_6.coercion.decisions";
  county.units[0].values[id] = u"17";
  county.units[1].values[id] = u"3";
  county.units[2].values[id] = u"4";
  county.more(id, 0);
  county.units[0].values[id] = u"";
  Answer answer = county.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  EXPECT_NE(findings_of(answer, "ROLLUP.SUM")[0]->message.find(
                "「青石县教育局」这里是空白，按 0 计，差额可能在此，这只是一种可能"),
            std::string::npos)
      << findings_of(answer, "ROLLUP.SUM")[0]->message;
  // A unit that was counted twice may be it as well: then neither is named.
  county.units[1].values[id] = u"17";
  county.sum.values[id] = u"38";
  answer = county.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(findings_of(answer, "ROLLUP.SUM")[0]->message.find("可能"), std::string::npos)
      << findings_of(answer, "ROLLUP.SUM")[0]->message;
}

TEST(Rollup, AUnitOfAnotherYearOrFormIsTold) {
  County county;
  county.units[1].year -= 1;
  Answer answer = county.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(findings_of(answer, "ROLLUP.SUM")[0]->severity, Severity::info);
  EXPECT_NE(findings_of(answer, "ROLLUP.SUM")[0]->message.find(
                "「青石县民政局」" + std::to_string(county.units[1].year)),
            std::string::npos)
      << findings_of(answer, "ROLLUP.SUM")[0]->message;
  Report old(form_of("2019"), test::zeros(form_of("2019")));
  old.agency = u"青石县水利局";
  std::vector<Answer> beside = County().answers();
  beside.push_back(check(old.text()));
  answer = County().check(beside);
  bool told = false;
  for (const Finding* finding : findings_of(answer, "ROLLUP.SUM")) {
    told = told || finding->message.find("表三 21 格（表式不同）") != std::string::npos;
  }
  EXPECT_TRUE(told) << test::list_of_findings(answer);
}

TEST(Rollup, AUnitsOwnErrorExplainsIt) {
  County county;
  const std::string id = "requests.granted.natural";
  const long right = county.value(county.units[0], id);
  county.units[0].values[id] = test::utf16(std::to_string(right + 5));
  std::vector<Answer> beside = county.answers();
  Repair& repair = beside[0].repairs.emplace_back();
  Alternative& alternative = repair.alternatives.emplace_back();
  alternative.changes.push_back(
      {test::find_cell(beside[0], id)->id, Number{right + 5, 0}, Number{right, 0}});
  const Answer answer = county.check(beside);
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  EXPECT_NE(findings_of(answer, "ROLLUP.SUM")[0]->message.find("「青石县教育局」"),
            std::string::npos)
      << findings_of(answer, "ROLLUP.SUM")[0]->message;
}

TEST(Rollup, ACellThatAUnitDoesNotTellIsNotCompared) {
  County county;
  const std::string id = "disclosure.art20_6.penalty.decisions";
  county.more(id, 3);
  county.units[2].values[id] = u"若干";
  const Answer answer = county.check();
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
  const Finding& finding = *findings_of(answer, "ROLLUP.SUM")[0];
  EXPECT_EQ(finding.severity, Severity::info);
  EXPECT_TRUE(finding.cells.empty());
  EXPECT_NE(finding.message.find("「青石县财政局」表二 1 格"), std::string::npos)
      << finding.message;
}

TEST(Rollup, BlanksCountAsNothing) {
  County county;
  const std::string id = "disclosure.art20_6.coercion.decisions";
  county.units[0].values[id] = u"0";
  county.more(id, 0);
  county.units[0].values[id] = u"";
  EXPECT_TRUE(findings_of(county.check(), "ROLLUP.SUM").empty());
}

TEST(Rollup, AReportThatIsNoneLeavesNothingToCompare) {
  County county;
  county.more("disclosure.art20_6.penalty.decisions", 3);
  std::vector<Answer> beside = county.answers();
  beside.push_back(unreadable("无法读取文件", {.file = "丙局.txt"}));
  const Answer answer = county.check(beside);
  ASSERT_EQ(findings_of(answer, "ROLLUP.SUM").size(), 1U);
  EXPECT_EQ(findings_of(answer, "ROLLUP.SUM")[0]->severity, Severity::info);
  EXPECT_NE(findings_of(answer, "ROLLUP.SUM")[0]->message.find("「丙局.txt」"), std::string::npos);
}

}  // namespace
}  // namespace gouji
