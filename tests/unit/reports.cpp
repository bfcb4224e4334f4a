// Several reports in one text, and what looks like several but is one.
#include "tables/reports.h"

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::Shape;
using test::utf8;

Report report(std::uint64_t seed, Shape shape, std::string_view form = "2021") {
  const Form& own = form_of(form);
  test::Random random(seed);
  Report out(own, test::reconciled(own, random, 60));
  out.shape = shape;
  return out;
}

std::size_t told(const Answer& answer) {
  return test::findings_of(answer, "DOC.SEVERAL_REPORTS").size();
}

void expect_one(const std::u16string& text, const Report& only) {
  const Answer answer = check(text);
  EXPECT_EQ(told(answer), 0U) << utf8(text);
  EXPECT_EQ(test::unread_numbers(answer, only.values), "") << utf8(text);
}

void expect_first(const std::u16string& text, const Report& first) {
  const Answer answer = check(text);
  EXPECT_EQ(told(answer), 1U) << utf8(text);
  EXPECT_EQ(test::wrong_numbers(answer, first.values), "") << utf8(text);
  EXPECT_EQ(test::unread_numbers(answer, first.values), "") << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "");
}

class Reports : public testing::TestWithParam<Shape> {};

TEST_P(Reports, OneIsOne) {
  const Report only = report(800, GetParam());
  expect_one(only.text(), only);
}

TEST_P(Reports, OfTwoTheFirstIsRead) {
  const Report first = report(801, GetParam());
  for (const Shape shape : test::all_shapes) {
    const Report second = report(802, shape);
    expect_first(first.text() + second.text(), first);
  }
}

TEST_P(Reports, OfThreeTheFirstIsRead) {
  const Report first = report(803, GetParam());
  expect_first(first.text() + report(804, GetParam()).text() + report(805, GetParam()).text(),
               first);
}

TEST_P(Reports, TheSecondMayFollowTheOtherForm) {
  const Report first = report(806, GetParam());
  const Report second = report(807, GetParam(), "2019");
  expect_first(first.text() + second.text(), first);
  expect_first(second.text() + first.text(), second);
}

TEST_P(Reports, TheSameReportTwiceIsTold) {
  const Report only = report(808, GetParam());
  expect_first(only.text() + only.text(), only);
}

TEST_P(Reports, WithoutASecondTitle) {
  const Report first = report(809, GetParam());
  const Report second = report(810, GetParam());
  std::u16string text = first.text();
  for (int number = 1; number <= 6; ++number) text += second.section(number);
  expect_first(text, first);
}

// The tables of one report follow each other in the form's order; another order is no second one.
TEST_P(Reports, TablesInAnotherOrderAreOneReport) {
  const Report only = report(811, GetParam());
  std::u16string text = only.title();
  for (const int number : {1, 3, 2, 4, 5, 6}) text += only.section(number);
  EXPECT_EQ(told(check(text)), 0U) << utf8(text);
}

TEST_P(Reports, TheirTitlesAloneAreNoReports) {
  const Report only = report(812, GetParam());
  std::u16string text = only.text();
  for (const std::u16string_view year : {u"2022", u"2021", u"2020"}) {
    text.append(u"青石县民政局").append(year).append(u"年政府信息公开工作年度报告\n");
  }
  expect_one(text, only);
}

TEST_P(Reports, ATableOfContentsIsNone) {
  const Report only = report(813, GetParam());
  std::u16string contents = u"目录\n";
  for (int number = 1; number <= 6; ++number) contents += only.heading(number);
  expect_one(only.title() + contents + only.text(), only);
}

TEST_P(Reports, SentencesThatNameRowsAreNone) {
  const Report only = report(814, GetParam());
  std::u16string text = only.text();
  text += u"全年规章 0 件,行政规范性文件 3 件,行政许可 12 件,行政处罚 5 件,行政强制 1 件。\n";
  expect_one(text, only);
}

std::string shape_name(const testing::TestParamInfo<Shape>& info) {
  return std::string(name(info.param));
}
INSTANTIATE_TEST_SUITE_P(All, Reports, testing::ValuesIn(test::all_shapes), shape_name);

// What stands around the reports does not move the place where the second begins.
TEST(SeveralReports, PlacesAreThoseOfTheFirst) {
  const Report first = report(815, Shape::bars);
  const std::u16string whole = first.text();
  const std::u16string text = whole + report(816, Shape::bars).text();
  const Answer answer = check(text);
  for (const Cell& cell : answer.cells) {
    ASSERT_TRUE(cell.span) << cell.id;
    EXPECT_LE(cell.span->end, whole.size()) << cell.id;
  }
  for (const Section& section : answer.sections) EXPECT_LE(section.span.end, whole.size());
  for (const Table& table : answer.tables) {
    ASSERT_TRUE(table.span);
    EXPECT_LE(table.span->end, whole.size());
  }
}

TEST(SeveralReports, NothingIsNoSecondReport) {
  EXPECT_EQ(second_report(u"", {}, {}), std::nullopt);
  EXPECT_EQ(told(check(u"规章 0 0 0\n")), 0U);
}

}  // namespace
}  // namespace gouji
