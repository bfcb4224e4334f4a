// CELL.*: what stands in single cells. One report, one cell changed, one finding.
#include <algorithm>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::utf8;
using test::Values;

struct Checked {
  std::u16string text;
  Answer answer;
};

Checked with(const Values& values, std::string_view form = "2021") {
  const Report report(form_of(form), values);
  Checked out{report.text(), {}};
  out.answer = check(out.text);
  return out;
}

// The only finding, of the rule and about the cells.
void expect_one(const Checked& checked, std::string_view rule, Severity severity,
                const std::vector<std::string_view>& cells) {
  const std::vector<const Finding*> findings = test::findings_of(checked.answer, rule);
  ASSERT_EQ(findings.size(), 1U) << rule << '\n' << test::list_of_findings(checked.answer);
  const Finding& finding = *findings.front();
  EXPECT_EQ(finding.severity, severity) << rule;
  EXPECT_EQ(finding.cells, cells) << rule;
  EXPECT_NE(finding.basis, Basis::official) << rule;
  EXPECT_TRUE(finding.equation.empty());
  std::vector<Span> spans;
  for (const std::string_view id : cells) {
    const Cell* cell = test::find_cell(checked.answer, id);
    ASSERT_NE(cell, nullptr);
    if (cell->span) spans.push_back(*cell->span);
  }
  EXPECT_EQ(finding.spans, spans) << rule;
}

// All else that is found; that the reports here are all 0 is no concern of single cells.
std::string others(const Answer& answer, std::initializer_list<std::string_view> but) {
  std::string out;
  for (const Finding& finding : answer.findings) {
    if (finding.rule == "DOC.ALL_ZERO") continue;
    if (std::find(but.begin(), but.end(), finding.rule) == but.end()) {
      out += std::string(finding.rule) + ' ' + finding.message + '\n';
    }
  }
  return out;
}

TEST(Cells, FiguresRaiseNothing) {
  for (const std::string_view form : {"2021", "2019"}) {
    const Checked checked = with(test::zeros(form_of(form)), form);
    EXPECT_EQ(others(checked.answer, {}), "") << form;
  }
}

TEST(Cells, BlanksAreOneWarningATable) {
  Values values = test::zeros(form_of("2021"));
  values["disclosure.art20_1.rules.issued"] = u"";
  values["requests.new.natural"] = u"";
  values["requests.new.company"] = u"";
  const Checked checked = with(values);
  const std::vector<const Finding*> findings = test::findings_of(checked.answer, "CELL.BLANK");
  ASSERT_EQ(findings.size(), 2U) << test::list_of_findings(checked.answer);
  for (const Finding* finding : findings) EXPECT_EQ(finding->severity, Severity::warning);
  EXPECT_EQ(findings[0]->cells, (std::vector<std::string_view>{"disclosure.art20_1.rules.issued"}));
  EXPECT_EQ(findings[1]->cells,
            (std::vector<std::string_view>{"requests.new.natural", "requests.new.company"}));
  EXPECT_NE(findings[1]->message.find('2'), std::string::npos) << findings[1]->message;
  EXPECT_EQ(others(checked.answer, {"CELL.BLANK", "CELL.MIXED_BLANK"}), "");
  EXPECT_EQ(checked.answer.verdict, Verdict::consistent);
}

TEST(Cells, ZerosAndBlanksMixed) {
  Values values = test::zeros(form_of("2021"));
  values["disputes.suit.upheld"] = u"";
  expect_one(with(values), "CELL.MIXED_BLANK", Severity::info, {"disputes.suit.upheld"});
}

TEST(Cells, BlanksWithoutAnyZeroAreNotMixed) {
  Values values = test::zeros(form_of("2021"));
  for (auto& [id, text] : values) {
    if (id.starts_with("disputes")) text = id.ends_with("total") ? u"4" : u"1";
  }
  values["disputes.suit.upheld"] = u"";
  const Checked checked = with(values);
  EXPECT_TRUE(test::findings_of(checked.answer, "CELL.MIXED_BLANK").empty());
  EXPECT_EQ(test::findings_of(checked.answer, "CELL.BLANK").size(), 1U);
}

TEST(Cells, Placeholders) {
  Values values = test::zeros(form_of("2021"));
  values["disputes.suit.upheld"] = u"/";
  values["disputes.suit.other"] = u"—";
  const Checked checked = with(values);
  expect_one(checked, "CELL.PLACEHOLDER", Severity::info,
             {"disputes.suit.upheld", "disputes.suit.other"});
  EXPECT_EQ(others(checked.answer, {"CELL.PLACEHOLDER", "CELL.MIXED_BLANK"}), "");
}

TEST(Cells, WordsAreNoNumber) {
  for (const std::u16string_view word : {u"详见附件", u"约12", u"12①", u"1,23"}) {
    Values values = test::zeros(form_of("2021"));
    values["disclosure.art20_6.penalty.decisions"] = word;
    const Checked checked = with(values);
    expect_one(checked, "CELL.NOT_NUMBER", Severity::error,
               {"disclosure.art20_6.penalty.decisions"});
    EXPECT_EQ(others(checked.answer, {"CELL.NOT_NUMBER"}), "") << utf8(word);
    EXPECT_EQ(checked.answer.verdict, Verdict::inconsistent);
    const Finding& finding = checked.answer.findings.front();
    EXPECT_NE(finding.message.find(utf8(word)), std::string::npos) << finding.message;
  }
}

TEST(Cells, ACountBelowZero) {
  for (const std::u16string_view text : {u"-3", u"减3", u"－３"}) {
    Values values = test::zeros(form_of("2021"));
    values["disclosure.art20_1.normative.in_force"] = u"5";
    values["disclosure.art20_1.normative.repealed"] = text;
    const Checked checked = with(values);
    expect_one(checked, "CELL.NEGATIVE", Severity::error,
               {"disclosure.art20_1.normative.repealed"});
    EXPECT_EQ(others(checked.answer, {"CELL.NEGATIVE"}), "") << utf8(text);
  }
}

TEST(Cells, AChangeMayBeBelowZero) {
  Values values = test::zeros(form_of("2019"));
  values["disclosure.art20_5.licensing.previous"] = u"9";
  values["disclosure.art20_5.licensing.change"] = u"-3";
  values["disclosure.art20_8.fees.previous"] = u"9";
  values["disclosure.art20_8.fees.change"] = u"减2";
  const Checked checked = with(values, "2019");
  EXPECT_TRUE(test::findings_of(checked.answer, "CELL.NEGATIVE").empty());
}

TEST(Cells, ACountIsAWholeNumber) {
  Values values = test::zeros(form_of("2021"));
  values["disclosure.art20_6.penalty.decisions"] = u"12.5";
  expect_one(with(values), "CELL.NOT_INTEGER", Severity::error,
             {"disclosure.art20_6.penalty.decisions"});
}

TEST(Cells, AChangeIsAWholeNumberToo) {
  Values values = test::zeros(form_of("2019"));
  values["disclosure.art20_6.penalty.change"] = u"-1.5";
  const Checked checked = with(values, "2019");
  EXPECT_EQ(test::findings_of(checked.answer, "CELL.NOT_INTEGER").size(), 1U);
}

TEST(Cells, MoneyMayHaveDecimals) {
  Values values = test::zeros(form_of("2021"));
  values["disclosure.art20_8.fees.amount"] = u"0.37";
  EXPECT_EQ(others(with(values).answer, {}), "");
  Values older = test::zeros(form_of("2019"));
  older["disclosure.art20_9.procurement.amount"] = u"1,234.56万元";
  older["disclosure.art20_9.procurement.purchases"] = u"3";
  EXPECT_EQ(others(with(older, "2019").answer, {}), "");
}

TEST(Cells, FractionsOfCountsThatDoNotAddUpAreReportedAsBoth) {
  Values values = test::zeros(form_of("2021"));
  values["disputes.suit.upheld"] = u"1";
  values["disputes.suit.other"] = u"0.5";
  values["disputes.suit.total"] = u"1";
  const Checked checked = with(values);
  EXPECT_EQ(test::findings_of(checked.answer, "CELL.NOT_INTEGER").size(), 1U);
  EXPECT_EQ(test::findings_of(checked.answer, "T4.SUM").size(), 1U);
}

TEST(Cells, AmbiguousAndMissingAreOneWarningATable) {
  const Values values = test::zeros(form_of("2021"));
  const Report report(form_of("2021"), values);
  test::Grid grid = test::grid_of(form_of("2021"), TableId::requests, values);
  std::size_t partial = 0;
  while (!grid[partial].front().text.starts_with(u"(二)部分公开")) ++partial;
  // Nine values behind one label, and the row before the last gone.
  grid[partial].push_back({u"1"});
  grid[partial].push_back({u"1"});
  const std::size_t last = grid.size() - 2;
  ASSERT_TRUE(grid[last].front().text.starts_with(u"(七)总计"));
  grid = test::without_row(std::move(grid), last);
  Checked checked{report.title() + report.section(1) + report.section(2) + report.heading(3) +
                      test::written(grid, test::Shape::bars) + report.section(4) +
                      report.section(5) + report.section(6),
                  {}};
  checked.answer = check(checked.text);
  std::vector<std::string_view> open;
  std::vector<std::string_view> gone;
  for (const Cell& cell : checked.answer.cells) {
    if (cell.id.starts_with("requests.partial")) open.push_back(cell.id);
    if (cell.id.starts_with("requests.handled")) gone.push_back(cell.id);
  }
  expect_one(checked, "CELL.AMBIGUOUS", Severity::warning, open);
  expect_one(checked, "CELL.MISSING", Severity::warning, gone);
  EXPECT_EQ(checked.answer.verdict, Verdict::incomplete) << test::list_of_findings(checked.answer);
}

TEST(Cells, TablesThatAreNotThereHaveNoFindings) {
  const Report report(form_of("2021"), test::zeros(form_of("2021")));
  const Answer answer =
      check(report.title() + report.section(1) + report.section(2) + report.heading(3) +
            report.section(4) + report.section(5) + report.section(6));
  EXPECT_TRUE(test::findings_of(answer, "CELL.MISSING").empty()) << test::list_of_findings(answer);
}

TEST(Cells, MessagesNameNoMoreCellsThanAreOfUse) {
  Values values = test::zeros(form_of("2021"));
  for (auto& [id, text] : values) {
    if (id.starts_with("requests")) text = u"";
  }
  const Checked checked = with(values);
  const std::vector<const Finding*> findings = test::findings_of(checked.answer, "CELL.BLANK");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front()->cells.size(), 175U);
  EXPECT_LT(findings.front()->message.size(), 1000U);
  EXPECT_NE(findings.front()->message.find("175"), std::string::npos);
}

}  // namespace
}  // namespace gouji
