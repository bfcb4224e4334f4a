// The answer in words: verdict, tables, findings with line:column.
#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find('\n', begin);
    out.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  return out;
}

// A finding with one place, in an answer that has nothing else.
Answer with_place(std::uint32_t at) {
  Answer answer;
  answer.verdict = Verdict::inconsistent;
  Finding& finding = answer.findings.emplace_back();
  finding.rule = "T4.SUM";
  finding.severity = Severity::error;
  finding.message = "消息";
  finding.spans.push_back({at, at});
  return answer;
}

std::string place(std::u16string_view text, std::uint32_t at) {
  const std::string words = to_text(with_place(at), text);
  const std::vector<std::string> lines = lines_of(words);
  for (const std::string& line : lines) {
    const std::size_t rule = line.find("T4.SUM");
    if (rule == std::string::npos) continue;
    const std::size_t first = line.find_first_not_of(' ');
    return line.substr(first, line.find(' ', first) - first);
  }
  return "none";
}

TEST(Words, PlacesAreLineAndColumnFromOne) {
  const std::u16string_view text = u"一二\n三四\n\n五";
  EXPECT_EQ(place(text, 0), "1:1");
  EXPECT_EQ(place(text, 1), "1:2");
  EXPECT_EQ(place(text, 3), "2:1");
  EXPECT_EQ(place(text, 4), "2:2");
  EXPECT_EQ(place(text, 6), "3:1");
  EXPECT_EQ(place(text, 7), "4:1");
  EXPECT_EQ(place(text, 8), "4:2");
}

TEST(Words, CrLfIsOneLineEnd) {
  const std::u16string_view text = u"一\r\n二\r三\n四";
  EXPECT_EQ(place(text, 0), "1:1");
  EXPECT_EQ(place(text, 3), "2:1");
  EXPECT_EQ(place(text, 5), "3:1");
  EXPECT_EQ(place(text, 7), "4:1");
}

TEST(Words, TheVerdictComesFirst) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  const std::u16string good = report.text();
  EXPECT_TRUE(to_text(check(good), good).starts_with("勾稽一致"));
  Options options;
  options.file = "a.txt";
  EXPECT_TRUE(to_text(check(good, options), good).starts_with("a.txt"));
  EXPECT_NE(lines_of(to_text(check(good, options), good)).front().find("勾稽一致"),
            std::string::npos);
  report.values["disputes.suit.total"] = u"4";
  const std::u16string bad = report.text();
  EXPECT_EQ(lines_of(to_text(check(bad), bad)).front().find("勾稽一致"), std::string::npos);
}

TEST(Words, TablesThenFindings) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  report.values["disputes.suit.total"] = u"4";
  const std::u16string text = report.text();
  const Answer answer = check(text);
  const std::string words = to_text(answer, text);
  const std::size_t disclosure = words.find("表二");
  const std::size_t requests = words.find("表三");
  const std::size_t disputes = words.find("表四");
  const std::size_t finding = words.find("T4.SUM");
  ASSERT_NE(finding, std::string::npos);
  EXPECT_LT(disclosure, requests);
  EXPECT_LT(requests, disputes);
  EXPECT_LT(disputes, finding);
  // The place is that of the finding's first cell.
  const std::uint32_t at = answer.findings.front().spans.front().begin;
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::uint32_t i = 0; i < at; ++i) {
    column = text[i] == u'\n' ? 1 : column + 1;
    line += text[i] == u'\n' ? 1U : 0U;
  }
  EXPECT_NE(words.find("  " + std::to_string(line) + ":" + std::to_string(column) + " "),
            std::string::npos)
      << words;
}

TEST(Words, WhatIsUnreadableSaysWhy) {
  const std::string words = to_text(check(u""), u"");
  EXPECT_EQ(lines_of(words).size(), 1U);
  EXPECT_NE(words.find(check(u"").reason), std::string::npos);
}

TEST(Words, WhatIsNoReportSaysSo) {
  const std::u16string text = u"红烧肉:五花肉 500 克";
  const std::string words = to_text(check(text), text);
  EXPECT_NE(words.find("META.UNKNOWN_FORM"), std::string::npos);
  EXPECT_TRUE(words.ends_with("\n"));
}

TEST(Words, RepairsAreThingsToLookAt) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  report.values["disputes.suit.total"] = u"4";
  const std::u16string text = report.text();
  Answer answer = check(text);
  answer.repairs.clear();
  Repair& repair = answer.repairs.emplace_back();
  repair.equations = {"T4.SUM.suit"};
  const std::string_view total = test::find_cell(answer, "disputes.suit.total")->id;
  const std::string_view other = test::find_cell(answer, "disputes.suit.other")->id;
  repair.alternatives.push_back({{{total, Number{4, 0}, Number{0, 0}}}, RepairKind::other});
  repair.alternatives.push_back(
      {{{other, std::nullopt, Number{4, 0}}}, RepairKind::value_of_neighbour});
  std::string words = to_text(answer, text);
  EXPECT_NE(words.find("使各式成立的最小改动"), std::string::npos) << words;
  EXPECT_NE(words.find("1. 表四「行政诉讼 未经复议直接起诉 · 总计」 4 改为 0\n"), std::string::npos)
      << words;
  EXPECT_NE(words.find("2. 表四「行政诉讼 未经复议直接起诉 · 其他结果」填 4（像是"),
            std::string::npos)
      << words;
  EXPECT_NE(words.find("未穷尽"), std::string::npos) << words;
  EXPECT_LT(words.find(answer.findings.front().message), words.find("使各式成立"));
  answer.repairs.front().proved = true;
  words = to_text(answer, text);
  EXPECT_EQ(words.find("未穷尽"), std::string::npos) << words;
}

TEST(Words, WhatComesFromOutsideStaysOnItsLine) {
  Answer answer = with_place(0);
  answer.file = "a\nb\x1b[2J\xc2\x9b.txt";
  answer.findings.front().message = "「\t总计\x07」";
  const std::string words = to_text(answer, u"一");
  EXPECT_TRUE(words.starts_with("a b\uFFFD[2J\uFFFD.txt: ")) << words;
  EXPECT_NE(words.find("「 总计\uFFFD」\n"), std::string::npos) << words;
}

TEST(Words, PlacesBehindTheTextDoNoHarm) {
  EXPECT_NE(place(u"", 0), "none");
  EXPECT_NE(place(u"一", 1), "none");
}

}  // namespace
}  // namespace gouji
