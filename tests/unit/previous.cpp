// The report beside last year's: each rule finds what it is there for, and nothing in a neighbour.
#include <gtest/gtest.h>

#include <gouji/check.h>
#include <gouji/rules.h>

#include "support.h"

namespace gouji {
namespace {

using test::findings_of;
using test::form_of;
using test::Report;
using test::utf16;

// Two years' reports of one agency that follow from each other.
class Years {
 public:
  explicit Years(std::string_view form = "2021")
      : last(form_of(form), test::zeros(form_of(form))), now(form_of(form), last.values) {
    last.year = now.year - 1;
  }

  void set(const std::string& id, const char16_t* then, const char16_t* later) {
    last.values[id] = then;
    now.values[id] = later;
  }

  [[nodiscard]] Answer check() const { return check(now.text(), last.text()); }
  [[nodiscard]] static Answer check(const std::u16string& text, const std::u16string& before) {
    const Answer previous = gouji::check(before);
    Options options;
    options.previous = &previous;
    options.previous_text = before;
    Answer answer = gouji::check(text, options);
    EXPECT_EQ(test::broken_promises(answer, text), "");
    return answer;
  }

  Report last;
  Report now;
};

TEST(Carry, TheTotalIsAnError) {
  Years years;
  for (const char* column : {"natural", "total"}) {
    years.set(std::string("requests.carried_out.") + column, u"3", u"0");
    years.set(std::string("requests.carried_in.") + column, u"0", u"2");
  }
  const Answer answer = years.check();
  const auto findings = findings_of(answer, "T3.CARRY");
  ASSERT_EQ(findings.size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(findings[0]->severity, Severity::error);
  EXPECT_EQ(findings[0]->cells, (std::vector<std::string_view>{"requests.carried_in.natural",
                                                               "requests.carried_in.total"}));
  EXPECT_NE(findings[0]->message.find("结转下年度 3，本年上年结转 2，相差 1"), std::string::npos)
      << findings[0]->message;
  years.set("requests.carried_in.natural", u"0", u"3");
  years.set("requests.carried_in.total", u"0", u"3");
  EXPECT_TRUE(findings_of(years.check(), "T3.CARRY").empty());
}

TEST(Carry, AnotherKindOfApplicantOrABlankIsAWarning) {
  Years years;
  years.set("requests.carried_out.total", u"3", u"0");
  years.set("requests.carried_in.total", u"0", u"3");
  years.set("requests.carried_out.natural", u"3", u"0");
  years.set("requests.carried_in.company", u"0", u"3");
  Answer answer = years.check();
  ASSERT_EQ(findings_of(answer, "T3.CARRY").size(), 1U);
  EXPECT_EQ(findings_of(answer, "T3.CARRY")[0]->severity, Severity::warning);
  Years blank;
  blank.set("requests.carried_out.total", u"3", u"0");
  blank.set("requests.carried_in.total", u"0", u"");
  answer = blank.check();
  ASSERT_EQ(findings_of(answer, "T3.CARRY").size(), 1U);
  EXPECT_EQ(findings_of(answer, "T3.CARRY")[0]->severity, Severity::warning);
}

TEST(Previous, FiguresOfOtherYearsAreNotCompared) {
  Years years;
  years.set("requests.carried_out.total", u"3", u"0");
  years.last.year -= 1;
  EXPECT_TRUE(findings_of(years.check(), "T3.CARRY").empty());
  years.last.year += 2;
  EXPECT_TRUE(findings_of(years.check(), "T3.CARRY").empty());
}

TEST(Previous, WhatIsNoReportTellsNothing) {
  Years years;
  years.set("requests.carried_in.total", u"0", u"2");
  for (const std::u16string& text : {std::u16string(), std::u16string(u"红烧肉")}) {
    const Answer answer = Years::check(years.now.text(), text);
    EXPECT_TRUE(findings_of(answer, "T3.CARRY").empty());
    EXPECT_TRUE(findings_of(answer, "DOC.SAME_TEXT").empty());
  }
}

// What is said of the report that was given as last year's, with its severity.
std::string said(const Answer& answer) {
  const auto findings = findings_of(answer, "DOC.PREVIOUS");
  EXPECT_LE(findings.size(), 1U) << test::list_of_findings(answer);
  if (findings.empty()) return {};
  EXPECT_TRUE(findings[0]->cells.empty());
  EXPECT_FALSE(findings[0]->message_en.empty());
  return (findings[0]->severity == Severity::warning ? "warning: " : "info: ") +
         findings[0]->message;
}

TEST(Previous, WhatIsNotComparedIsTold) {
  Years years;
  EXPECT_EQ(said(years.check()), "");
  years.last.year -= 1;
  const std::string now = std::to_string(years.now.year);
  EXPECT_EQ(said(years.check()), "warning: 所给上年报告是 " + std::to_string(years.last.year) +
                                     " 年度的，本报告是 " + now + " 年度的，没有作跨年核对");
  EXPECT_EQ(said(Years::check(years.now.text(), years.now.text())),
            "warning: 所给上年报告与本报告同是 " + now + " 年度的，没有作跨年核对");
  for (const std::u16string& text : {std::u16string(), std::u16string(u"红烧肉")}) {
    const std::string told = said(Years::check(years.now.text(), text));
    EXPECT_TRUE(told.starts_with("warning: ")) << told;
    EXPECT_TRUE(told.ends_with("没有作跨年核对")) << told;
  }
}

TEST(Previous, AnotherAgencyIsComparedAndTold) {
  const auto told = [](const char16_t* last, const char16_t* now) {
    Years years;
    years.last.agency = last;
    years.now.agency = now;
    years.set("requests.carried_out.total", u"3", u"0");
    const Answer answer = years.check();
    EXPECT_FALSE(findings_of(answer, "T3.CARRY").empty());
    return said(answer);
  };
  EXPECT_EQ(told(u"青石县民政局", u"青石县财政局"),
            "info: 所给上年报告是「青石县民政局」的，本报告是「青石县财政局」的，请确认是同一机关");
  EXPECT_NE(told(u"青石县人民政府", u"青石县民政局"), "");
  EXPECT_NE(told(u"青石县", u"青石县民政局"), "");
  // Names of one agency.
  EXPECT_EQ(told(u"青石县民政局", u"青石县民政局"), "");
  EXPECT_EQ(told(u"青石县", u"青石县人民政府"), "");
  EXPECT_EQ(told(u"青石县人民政府办公室", u"青石县人民政府"), "");
}

TEST(Previous, ATableThatIsNotThereIsTold) {
  Years years;
  const std::u16string before = years.last.text();
  const std::size_t begin = before.find(years.last.heading(4));
  const std::size_t end = before.find(years.last.heading(5));
  ASSERT_LT(begin, end);
  const std::string told = said(Years::check(
      years.now.text(), before.substr(0, begin) + std::u16string(years.last.heading(4)) + u"\n" +
                            before.substr(end)));
  EXPECT_EQ(told, "info: 所给上年报告没有读到表四，其中的数没有核对");
}

TEST(Stock, FollowsFromLastYears) {
  Years years;
  const std::string key = "disclosure.art20_1.normative.";
  years.set(key + "in_force", u"10", u"12");
  years.set(key + "issued", u"0", u"2");
  years.set(key + "repealed", u"0", u"1");
  Answer answer = years.check();
  ASSERT_EQ(findings_of(answer, "T2.STOCK").size(), 1U) << test::list_of_findings(answer);
  const Finding& finding = *findings_of(answer, "T2.STOCK")[0];
  EXPECT_EQ(finding.severity, Severity::warning);
  EXPECT_NE(finding.message.find("10 + 本年制发 2 - 本年废止 1 = 11，现行有效写 12，相差 1"),
            std::string::npos)
      << finding.message;
  answer =
      Years::check(years.now.text() + u"\n本年开展行政规范性文件清理，重新认定现行有效文件。\n",
                   years.last.text());
  ASSERT_EQ(findings_of(answer, "T2.STOCK").size(), 1U);
  EXPECT_EQ(findings_of(answer, "T2.STOCK")[0]->severity, Severity::info);
  years.now.values[key + "in_force"] = u"11";
  EXPECT_TRUE(findings_of(years.check(), "T2.STOCK").empty());
  years.last.values[key + "in_force"] = u"";
  EXPECT_TRUE(findings_of(years.check(), "T2.STOCK").empty()) << "a blank tells no stock";
}

TEST(Stock, ACleanUpThatIsNoneExplainsNothing) {
  Years years;
  years.set("disclosure.art20_1.normative.in_force", u"10", u"12");
  const auto severity = [&](const char16_t* sentence) {
    const Answer answer =
        Years::check(test::replaced(years.now.text(), years.now.heading(2),
                                    sentence + (u"\n" + std::u16string(years.now.heading(2)))),
                     years.last.text());
    const auto findings = findings_of(answer, "T2.STOCK");
    EXPECT_EQ(findings.size(), 1U) << test::list_of_findings(answer);
    return findings.empty() ? Severity::error : findings[0]->severity;
  };
  for (const char16_t* told :
       {u"本年对规范性文件进行梳理，清理出历年文件2件。", u"规范性文件的现行有效件数作了调整。",
        u"因统计口径变化，规范性文件比上年多。"}) {
    EXPECT_EQ(severity(told), Severity::info) << test::utf8(told);
  }
  for (const char16_t* other : {u"本年未开展规范性文件清理。", u"下一步将组织规范性文件清理。",
                                u"严格审核规范性文件，人员分工有调整。", u"本年清理了网站栏目。"}) {
    EXPECT_EQ(severity(other), Severity::warning) << test::utf8(other);
  }
}

TEST(Items, BeginWhereLastYearEnded) {
  if (find_rule("T2.ITEMS") == nullptr) GTEST_SKIP() << "the rule is still to come";
  Years years("2019");
  const std::string key = "disclosure.art20_5.licensing.";
  years.set(key + "previous", u"20", u"18");
  years.set(key + "change", u"-3", u"0");
  Answer answer = years.check();
  ASSERT_EQ(findings_of(answer, "T2.ITEMS").size(), 1U) << test::list_of_findings(answer);
  EXPECT_NE(findings_of(answer, "T2.ITEMS")[0]->message.find("年末应为 17"), std::string::npos);
  years.now.values[key + "previous"] = u"17";
  answer = years.check();
  EXPECT_TRUE(findings_of(answer, "T2.ITEMS").empty()) << test::list_of_findings(answer);
}

// Sentences that are no other's.
std::u16string sentences(std::uint64_t seed, std::size_t count) {
  constexpr std::u16string_view syllables =
      u"信息公开工作机关群众平台网站政策解读回应监督保障制度培训考核目录更新发布渠道服务便民安全";
  test::Random random(seed);
  std::u16string out;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < 24; ++k) out += syllables[random.below(syllables.size())];
    out += u"2022年共15件。\n";
  }
  return out;
}

std::u16string with_prose(const Report& report, const std::u16string& prose) {
  return test::replaced(report.text(), report.heading(2), prose + report.heading(2));
}

TEST(SameText, MostOfLastYearsProseAgain) {
  const Years years;
  const std::u16string before = sentences(1, 30);
  std::u16string other_figures = before;
  for (char16_t& c : other_figures) {
    if (c == u'5') c = u'7';
  }
  Answer answer =
      Years::check(with_prose(years.now, other_figures), with_prose(years.last, before));
  ASSERT_EQ(findings_of(answer, "DOC.SAME_TEXT").size(), 1U) << test::list_of_findings(answer);
  EXPECT_FALSE(findings_of(answer, "DOC.SAME_TEXT")[0]->spans.empty());
  answer = Years::check(with_prose(years.now, sentences(2, 30)), with_prose(years.last, before));
  EXPECT_TRUE(findings_of(answer, "DOC.SAME_TEXT").empty());
  // A fifth of the sentences is new.
  answer = Years::check(with_prose(years.now, sentences(1, 24) + sentences(3, 6)),
                        with_prose(years.last, before));
  EXPECT_TRUE(findings_of(answer, "DOC.SAME_TEXT").empty());
  // Nor is it told of a few sentences, which are the same in most reports.
  answer = Years::check(years.now.text(), years.last.text());
  EXPECT_TRUE(findings_of(answer, "DOC.SAME_TEXT").empty());
}

TEST(SameText, TimeGrowsWithTheTextOnly) {
  const Years years;
  const std::u16string prose = sentences(4, 20000);
  const std::u16string now = with_prose(years.now, prose);
  const std::u16string before = with_prose(years.last, prose);
  const Answer previous = check(before);
  Options options;
  options.previous = &previous;
  options.previous_text = before;
  EXPECT_LT(test::seconds_of([&] { (void)check(now, options); }), 2 * test::most_seconds);
}

TEST(SameTable, EveryCellAsLastYear) {
  test::Random random(7);
  Years years;
  years.now.values = years.last.values = test::reconciled(form_of("2021"), random);
  Answer answer = years.check();
  EXPECT_EQ(findings_of(answer, "DOC.SAME_TABLE").size(), 1U) << test::list_of_findings(answer);
  years.now.values["disclosure.art20_6.penalty.decisions"] = u"98765";
  EXPECT_TRUE(findings_of(years.check(), "DOC.SAME_TABLE").empty());
  Years nothing;
  EXPECT_TRUE(findings_of(nothing.check(), "DOC.SAME_TABLE").empty()) << "all are 0";
  nothing.set("disclosure.art20_1.normative.in_force", u"2", u"2");
  EXPECT_TRUE(findings_of(nothing.check(), "DOC.SAME_TABLE").empty()) << "the stock alone";
}

TEST(Jump, FiveTimesOrAFifth) {
  Years years;
  years.set("disclosure.art20_6.penalty.decisions", u"120", u"1250");
  years.set("disclosure.art20_5.licensing.decisions", u"100", u"20");
  years.set("disclosure.art20_6.coercion.decisions", u"2", u"12");
  years.set("disclosure.art20_8.fees.amount", u"100", u"499.5");
  const Answer answer = years.check();
  ASSERT_EQ(findings_of(answer, "DOC.JUMP").size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(findings_of(answer, "DOC.JUMP")[0]->cells,
            (std::vector<std::string_view>{"disclosure.art20_5.licensing.decisions",
                                           "disclosure.art20_6.penalty.decisions"}));
  years.now.values["disclosure.art20_6.penalty.decisions"] = u"599";
  years.now.values["disclosure.art20_5.licensing.decisions"] = u"21";
  EXPECT_TRUE(findings_of(years.check(), "DOC.JUMP").empty());
}

}  // namespace
}  // namespace gouji
