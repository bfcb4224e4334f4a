// STRUCT.*, META.UNKNOWN_FORM and the verdict.
#include <algorithm>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::utf8;

Report report_of(std::string_view form = "2021") {
  test::Random random(110);
  return Report(form_of(form), test::reconciled(form_of(form), random));
}

std::u16string without(const Report& report, int number) {
  std::u16string out = report.title();
  for (int n = 1; n <= 6; ++n) {
    if (n != number) out += report.section(n);
  }
  return out;
}

TEST(Structure, AWholeReportHasSixSections) {
  for (const std::string_view form : {"2021", "2019"}) {
    const Report report = report_of(form);
    const std::u16string text = report.text();
    const Answer answer = check(text);
    ASSERT_EQ(answer.sections.size(), 6U);
    const std::vector<std::string> titles = {"总体情况",
                                             "主动公开政府信息情况",
                                             "收到和处理政府信息公开申请情况",
                                             "政府信息公开行政复议、行政诉讼情况",
                                             "存在的主要问题及改进情况",
                                             "其他需要报告的事项"};
    for (int i = 0; i < 6; ++i) {
      const Section& section = answer.sections[static_cast<std::size_t>(i)];
      EXPECT_EQ(section.number, i + 1);
      EXPECT_EQ(section.title, titles[static_cast<std::size_t>(i)]);
      EXPECT_EQ(section.span.begin, text.find(report.heading(i + 1)));
    }
    EXPECT_TRUE(test::findings_of(answer, "STRUCT.SECTION_MISSING").empty());
  }
}

TEST(Structure, AMissingSectionIsAnError) {
  const std::vector<std::string> names = {"总体情况",
                                          "主动公开政府信息情况",
                                          "收到和处理政府信息公开申请情况",
                                          "政府信息公开行政复议、行政诉讼情况",
                                          "存在的主要问题及改进情况",
                                          "其他需要报告的事项"};
  for (const std::string_view form : {"2021", "2019"}) {
    for (int number = 1; number <= 6; ++number) {
      const Answer answer = check(without(report_of(form), number));
      const std::vector<const Finding*> findings =
          test::findings_of(answer, "STRUCT.SECTION_MISSING");
      ASSERT_EQ(findings.size(), 1U) << number << '\n' << test::list_of_findings(answer);
      EXPECT_EQ(findings.front()->severity, Severity::error) << number;
      EXPECT_EQ(findings.front()->basis, Basis::official);
      EXPECT_NE(findings.front()->message.find(names[static_cast<std::size_t>(number - 1)]),
                std::string::npos)
          << findings.front()->message;
      EXPECT_EQ(answer.verdict, Verdict::inconsistent);
      if (number >= 2 && number <= 4) {
        const Table& table = answer.tables[static_cast<std::size_t>(number - 2)];
        EXPECT_EQ(table.status, TableStatus::absent);
        EXPECT_TRUE(test::findings_of(answer, "STRUCT.TABLE_LOST").empty());
      }
    }
  }
}

TEST(Structure, ATableWithoutItsHeadingIsThePartAllTheSame) {
  const Report report = report_of();
  for (int number = 2; number <= 4; ++number) {
    std::u16string text = report.title();
    for (int n = 1; n <= 6; ++n) {
      text += n == number ? report.section(n).substr(report.heading(n).size()) : report.section(n);
    }
    const Answer answer = check(text);
    EXPECT_TRUE(test::findings_of(answer, "STRUCT.SECTION_MISSING").empty()) << number;
    EXPECT_EQ(answer.verdict, Verdict::consistent) << number << '\n'
                                                   << test::list_of_findings(answer);
  }
}

TEST(Structure, AFragmentIsToldNotBlamed) {
  const Report report = report_of();
  for (const std::u16string& text : {report.section(3), report.section(2) + report.section(3),
                                     report.section(4), report.section(3) + report.section(4),
                                     report.section(3).substr(report.heading(3).size())}) {
    const Answer answer = check(text);
    for (const Finding& finding : answer.findings) {
      EXPECT_NE(finding.severity, Severity::error) << finding.rule << ' ' << finding.message;
    }
    EXPECT_EQ(answer.verdict, Verdict::incomplete) << utf8(text.substr(0, 40));
  }
}

TEST(Structure, AHeadingWithoutItsTable) {
  const Report report = report_of();
  for (int number = 2; number <= 4; ++number) {
    std::u16string text = report.title();
    for (int n = 1; n <= 6; ++n) text += n == number ? report.heading(n) : report.section(n);
    const Answer answer = check(text);
    const Table& table = answer.tables[static_cast<std::size_t>(number - 2)];
    EXPECT_EQ(table.status, TableStatus::lost) << number;
    const std::vector<const Finding*> findings = test::findings_of(answer, "STRUCT.TABLE_LOST");
    ASSERT_EQ(findings.size(), 1U) << number << '\n' << test::list_of_findings(answer);
    EXPECT_EQ(findings.front()->severity, Severity::error);
    EXPECT_EQ(findings.front()->basis, Basis::honesty);
    EXPECT_NE(findings.front()->message.find("复制"), std::string::npos);
    ASSERT_FALSE(findings.front()->spans.empty());
    // The place is the heading's.
    const std::size_t heading = text.find(report.heading(number));
    EXPECT_EQ(findings.front()->spans.front().begin, heading);
    EXPECT_TRUE(test::findings_of(answer, "STRUCT.SECTION_MISSING").empty());
  }
}

TEST(Structure, AllTablesLost) {
  const Report report = report_of();
  std::u16string text = report.title();
  for (int n = 1; n <= 6; ++n) text += n >= 2 && n <= 4 ? report.heading(n) : report.section(n);
  const Answer answer = check(text);
  EXPECT_EQ(test::findings_of(answer, "STRUCT.TABLE_LOST").size(), 3U);
  EXPECT_EQ(answer.verdict, Verdict::inconsistent);
  for (const Table& table : answer.tables) EXPECT_EQ(table.status, TableStatus::lost);
  for (const Cell& cell : answer.cells) EXPECT_EQ(cell.state, CellState::missing) << cell.id;
}

// Section 1 tells the results in a sentence: words like the rows' labels, before all headings.
TEST(Structure, TablesLostFromAReportThatTellsOfTheirRows) {
  const Report report = report_of();
  std::u16string text = report.title() + report.section(1);
  text +=
      u"全年收到依申请公开96件,制发规范性文件3件。从办理结果看,予以公开4件,部分公开4件,"
      u"不予公开13件,无法提供65件,不予处理8件,其他处理2件。\n"
      u"全年发生政府信息公开行政复议12件,其中结果维持8件。因政府信息公开被提起行政诉讼3件。\n";
  for (const int number : {2, 3, 4}) text += report.heading(number) + u"\n";
  text += report.section(5) + report.section(6);
  const Answer answer = check(text);
  const std::vector<const Finding*> findings = test::findings_of(answer, "STRUCT.TABLE_LOST");
  ASSERT_EQ(findings.size(), 3U);
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(findings[static_cast<std::size_t>(i)]->spans.size(), 1U);
    EXPECT_EQ(findings[static_cast<std::size_t>(i)]->spans.front().begin,
              text.find(report.heading(i + 2)));
  }
  EXPECT_TRUE(test::findings_of(answer, "STRUCT.LABELS_ONLY").empty());
}

TEST(Structure, LabelsWithoutAnyFigure) {
  const Report report = report_of();
  for (int number = 2; number <= 4; ++number) {
    Report empty = report;
    for (auto& [id, text] : empty.values) text.clear();
    empty.shape = test::Shape::lines;  // where an empty cell leaves nothing at all
    std::u16string text = report.title();
    for (int n = 1; n <= 6; ++n) text += n == number ? empty.section(n) : report.section(n);
    const Answer answer = check(text);
    const Table& table = answer.tables[static_cast<std::size_t>(number - 2)];
    EXPECT_NE(table.status, TableStatus::complete) << number;
    const std::vector<const Finding*> findings = test::findings_of(answer, "STRUCT.LABELS_ONLY");
    ASSERT_EQ(findings.size(), 1U) << number << '\n' << test::list_of_findings(answer);
    EXPECT_EQ(findings.front()->severity, Severity::warning);
    EXPECT_NE(answer.verdict, Verdict::consistent);
    EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << number;
  }
}

TEST(Structure, HeadingsInWordsThatVary) {
  const Report report = report_of();
  const auto with = [&](int number, std::u16string_view heading) {
    std::u16string text = report.title();
    for (int n = 1; n <= 6; ++n) {
      const std::u16string section = report.section(n);
      text += n == number
                  ? std::u16string(heading) + u"\n" + section.substr(report.heading(n).size())
                  : section;
    }
    const Answer answer = check(text);
    EXPECT_TRUE(test::findings_of(answer, "STRUCT.SECTION_MISSING").empty())
        << utf8(heading) << '\n'
        << test::list_of_findings(answer);
    EXPECT_EQ(test::unread_numbers(answer, report.values), "") << utf8(heading);
    bool found = false;
    for (const Section& section : answer.sections) found = found || section.number == number;
    EXPECT_TRUE(found) << utf8(heading);
  };
  with(1, u"一、总体工作情况");
  with(1, u"一、总体情况:");
  with(1, u"## 一、总体情况");
  with(1, u"**一、总体情况**");
  with(1, u"一.总体情况");
  with(2, u"二、主动公开政府信息工作情况");
  with(2, u"二、政府信息主动公开情况");
  with(3, u"三、收到和处理政府信息依申请公开情况");
  with(3, u"三、依申请公开政府信息情况");
  with(3, u"三、 收到和处理政府信息公开申请情况");
  with(4, u"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况");
  with(4, u"四、政府信息公开行政复议和行政诉讼情况");
  with(5, u"五、存在的主要问题及改进措施");
  with(5, u"五、政府信息公开工作存在的主要问题及改进情况");
  with(5, u"五、存在问题和改进情况");
  with(6, u"六、其他需要说明的事项");
  with(6, u"六、需要报告的其他事项");
}

TEST(Structure, HeadingsGivenTwice) {
  const Report report = report_of();
  std::u16string text = report.title();
  for (int n = 1; n <= 6; ++n) text += report.heading(n) + report.section(n);
  const Answer answer = check(text);
  EXPECT_EQ(answer.sections.size(), 6U);
  EXPECT_EQ(test::unread_numbers(answer, report.values), "");
  EXPECT_EQ(answer.verdict, Verdict::consistent) << test::list_of_findings(answer);
}

// Above the report, with the numbers of pages and without.
TEST(Structure, AListOfContentsHasNoSections) {
  const Report report = report_of();
  for (const bool pages : {false, true}) {
    std::u16string text = report.title() + u"目录\n";
    for (int number = 1; number <= 6; ++number) {
      std::u16string heading = report.heading(number);
      while (!heading.empty() && heading.back() == u'\n') heading.pop_back();
      text += heading + (pages ? u"……" + test::utf16(std::to_string(number)) : u"") + u"\n";
    }
    const std::size_t contents = text.size();
    for (int number = 1; number <= 6; ++number) text += report.section(number);
    const Answer answer = check(text);
    ASSERT_EQ(answer.sections.size(), 6U) << pages;
    for (const Section& section : answer.sections) {
      EXPECT_EQ(section.span.begin, text.find(report.heading(section.number), contents))
          << section.number;
    }
    EXPECT_EQ(test::list_of_findings(answer), test::list_of_findings(check(report.text())));
  }
}

TEST(Structure, NumberingUsedAgainInsideASection) {
  const Report report = report_of();
  const std::u16string fifth =
      report.heading(5) +
      u"一、存在的问题\n二、主动公开的意识有待加强。\n"
      u"三、收到申请后的办理流程还需规范。\n四、改进措施\n五、加强培训。\n";
  std::u16string text = report.title();
  for (int n = 1; n <= 6; ++n) text += n == 5 ? fifth : report.section(n);
  const Answer answer = check(text);
  EXPECT_EQ(test::unread_numbers(answer, report.values), "");
  ASSERT_EQ(answer.sections.size(), 6U);
  for (const Section& section : answer.sections) {
    EXPECT_EQ(section.span.begin, text.find(report.heading(section.number))) << section.number;
  }
  EXPECT_EQ(answer.verdict, Verdict::consistent) << test::list_of_findings(answer);
}

TEST(Structure, RowsThatLookLikeHeadingsAreRows) {
  // 「三、本年度办理结果」 and 「四、结转下年度继续办理」 stand inside section 3.
  const Report report = report_of();
  for (const test::Shape shape : test::all_shapes) {
    Report shaped = report;
    shaped.shape = shape;
    const std::u16string text = shaped.text();
    const Answer answer = check(text);
    ASSERT_EQ(answer.sections.size(), 6U);
    EXPECT_EQ(answer.sections[2].span.begin, text.find(report.heading(3)));
    EXPECT_EQ(answer.sections[3].span.begin, text.find(report.heading(4)));
  }
}

void expect_unknown(std::u16string_view text, const char* what) {
  const Answer answer = check(text);
  EXPECT_EQ(answer.verdict, Verdict::unknown_form) << what;
  ASSERT_EQ(answer.findings.size(), 1U) << what << '\n' << test::list_of_findings(answer);
  EXPECT_EQ(answer.findings.front().rule, "META.UNKNOWN_FORM") << what;
  EXPECT_EQ(answer.findings.front().severity, Severity::info) << what;
  EXPECT_TRUE(answer.form.empty()) << what;
  EXPECT_TRUE(answer.cells.empty()) << what;
  EXPECT_TRUE(answer.equations.empty()) << what;
  EXPECT_TRUE(answer.sections.empty()) << what;
  EXPECT_EQ(test::broken_promises(answer, text), "") << what;
}

TEST(Structure, TextsThatAreNoReport) {
  expect_unknown(
      u"红烧肉\n五花肉 500 克，冰糖 30 克，生姜 3 "
      u"片。\n一、五花肉切块焯水。\n二、冰糖炒出糖色，放入肉块。\n"
      u"三、加水没过肉，小火炖 40 分钟。\n四、大火收汁。\n",
      "a recipe");
  expect_unknown(u"x", "one letter");
  expect_unknown(u"0 0 0 0 0 0 0\n0 0 0\n", "figures alone");
  expect_unknown(u"The quick brown fox jumps over the lazy dog. 1 2 3", "English");
  expect_unknown(u"本机关全年办理行政许可12件、行政处罚3件，收到政府信息公开申请5件，予以公开5件。",
                 "a sentence");
  expect_unknown(u"| a | b |\n| --- | --- |\n| 1 | 2 |\n", "another table");
}

TEST(Structure, TablesOfTheYearsBefore2019) {
  const std::u16string text =
      u"某县2017年政府信息公开工作年度报告\n指标名称 | 代码 | 计量单位 | 统计数\n"
      u"一、主动公开情况 | 10 | —— | ——\n（一）主动公开政府信息数 | 11 | 条 | 2301\n"
      u"其中：主动公开规范性文件数 | 111 | 条 | 15\n二、回应解读情况 | 20 | —— | ——\n"
      u"三、依申请公开情况 | 30 | —— | ——\n（一）收到申请数 | 31 | 件 | 4\n"
      u"（二）申请办结数 | 32 | 件 | 4\n四、行政复议数量 | 40 | 件 | 0\n五、行政诉讼数量 | 50 | 件 "
      u"| 0\n";
  expect_unknown(text, "2017");
  const Answer answer = check(text);
  EXPECT_NE(answer.findings.front().message.find("2019"), std::string::npos);
}

TEST(Structure, ReportsOfTheYearsBefore2019) {
  const Answer answer = check(
      u"青石县民政局2017年政府信息公开工作年度报告\n一、总体情况\n全年公开信息30条。\n"
      u"二、主动公开政府信息情况\n统计指标 | 单位 | 数量\n主动公开信息数 | 条 | 30\n"
      u"三、收到和处理政府信息公开申请情况\n统计指标 | 单位 | 数量\n收到申请数 | 件 | 2\n"
      u"四、政府信息公开行政复议、行政诉讼情况\n行政复议数 | 件 | 0\n"
      u"五、存在的主要问题及改进情况\n栏目更新偏慢。\n六、其他需要报告的事项\n无。\n");
  EXPECT_EQ(answer.verdict, Verdict::unknown_form);
  ASSERT_EQ(answer.findings.size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(answer.findings.front().rule, "META.UNKNOWN_FORM");
}

TEST(Verdict, EmptyTextsAreUnreadable) {
  for (const std::u16string_view text :
       {u"", u" ", u"\n\n\r\n", u"\t \u3000", u"\uFEFF", u"\u200B "}) {
    const Answer answer = check(text);
    EXPECT_EQ(answer.verdict, Verdict::unreadable);
    EXPECT_FALSE(answer.reason.empty());
    EXPECT_EQ(test::broken_promises(answer, text), "");
  }
}

TEST(Verdict, TextsThatAreTooLongAreUnreadable) {
  const std::u16string text(max_text + 1, u'0');
  const Answer answer = check(text);
  EXPECT_EQ(answer.verdict, Verdict::unreadable);
  EXPECT_FALSE(answer.reason.empty());
  EXPECT_EQ(answer.tables.size(), 3U);
}

TEST(Verdict, FilesThatCannotBeReadSayWhy) {
  Options options;
  options.file = "a.txt";
  const Answer answer = unreadable("没有权限", options);
  EXPECT_EQ(answer.verdict, Verdict::unreadable);
  EXPECT_EQ(answer.reason, "没有权限");
  EXPECT_EQ(answer.file, "a.txt");
  EXPECT_EQ(test::broken_promises(answer, u""), "");
}

TEST(Verdict, TheFileIsTheOneGiven) {
  Options options;
  options.file = "报告/2023.txt";
  EXPECT_EQ(check(report_of().text(), options).file, "报告/2023.txt");
  EXPECT_EQ(check(u"", options).file, "报告/2023.txt");
  EXPECT_EQ(check(u"x", options).file, "报告/2023.txt");
}

TEST(Verdict, AWarningAloneContradictsNothing) {
  Report report = report_of();
  for (auto& [id, text] : report.values) {
    if (text == u"0") text = u"";
  }
  const Answer answer = check(report.text());
  EXPECT_EQ(answer.verdict, Verdict::consistent) << test::list_of_findings(answer);
  EXPECT_FALSE(answer.findings.empty());
}

TEST(Verdict, AnErrorOutweighsWhatIsMissing) {
  Report report = report_of();
  report.values["disputes.suit.total"] = u"999";
  const Answer answer = check(report.section(4));
  EXPECT_EQ(answer.verdict, Verdict::inconsistent);
}

TEST(Verdict, FindingsComeWithErrorsFirst) {
  Report report = report_of();
  report.values["disputes.suit.total"] = u"999";
  report.values["disclosure.art20_1.rules.issued"] = u"";
  report.values["disclosure.art20_1.rules.repealed"] = u"/";
  report.values["requests.granted.natural"] = u"888";
  const Answer answer = check(report.text());
  ASSERT_GE(answer.findings.size(), 5U);
  for (std::size_t i = 1; i < answer.findings.size(); ++i) {
    EXPECT_LE(answer.findings[i - 1].severity, answer.findings[i].severity);
  }
  EXPECT_EQ(answer.findings.front().severity, Severity::error);
  EXPECT_EQ(answer.findings.back().severity, Severity::info);
}

TEST(Verdict, TheSameTextGetsTheSameAnswer) {
  Report report = report_of();
  report.values["requests.granted.natural"] = u"888";
  report.values["requests.partial.total"] = u"";
  const std::u16string text = report.text();
  const std::string first = to_json(check(text));
  EXPECT_EQ(check(u"something else 0 0 0").verdict, Verdict::unknown_form);
  EXPECT_EQ(to_json(check(text)), first);
}

}  // namespace
}  // namespace gouji
