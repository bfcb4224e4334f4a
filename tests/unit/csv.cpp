// The cells as rows of a CSV file.
#include <algorithm>

#include <gtest/gtest.h>

#include <gouji/check.h>
#include <gouji/outputs.h>

#include "support.h"

namespace gouji {
namespace {

Answer with_cell(std::string file, CellState state, std::optional<Number> value) {
  Answer answer;
  answer.file = std::move(file);
  Cell& cell = answer.cells.emplace_back();
  cell.id = "requests.new.total";
  cell.state = state;
  cell.value = value;
  return answer;
}

TEST(Csv, OneRowACell) {
  EXPECT_EQ(csv_head(), "file,id,value,state\n");
  EXPECT_EQ(to_csv(with_cell("a.txt", CellState::printed, Number{12, 0})),
            "a.txt,requests.new.total,12,printed\n");
  EXPECT_EQ(to_csv(with_cell("a.txt", CellState::printed, Number{-125, 2})),
            "a.txt,requests.new.total,-1.25,printed\n");
  EXPECT_EQ(to_csv(with_cell("", CellState::missing, std::nullopt)),
            ",requests.new.total,,missing\n");
  EXPECT_EQ(to_csv(Answer{}), "");
}

TEST(Csv, NamesAreQuotedAsRfc4180Says) {
  const auto row = [](const char* file) {
    return to_csv(with_cell(file, CellState::blank, std::nullopt));
  };
  EXPECT_EQ(row("甲,乙.txt"), "\"甲,乙.txt\",requests.new.total,,blank\n");
  EXPECT_EQ(row("a\"b"), "\"a\"\"b\",requests.new.total,,blank\n");
  EXPECT_EQ(row("a\nb\rc"), "\"a\nb\rc\",requests.new.total,,blank\n");
}

TEST(Csv, ANameIsNoFormula) {
  const auto name = [](const char* file) {
    const std::string row = to_csv(with_cell(file, CellState::blank, std::nullopt));
    return row.substr(0, row.find(",requests"));
  };
  EXPECT_EQ(name("=1+1.txt"), "./=1+1.txt");
  EXPECT_EQ(name("@SUM(A1).txt"), "./@SUM(A1).txt");
  EXPECT_EQ(name("+1,2.txt"), "\"./+1,2.txt\"");
  EXPECT_EQ(name("＝1.txt"), "./＝1.txt");
  EXPECT_EQ(name("-"), "-") << "standard input";
  EXPECT_EQ(name("a=1.txt"), "a=1.txt");
}

TEST(Csv, EveryCellOfAReport) {
  const test::Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const Answer answer = check(report.text());
  const std::string rows = to_csv(answer);
  EXPECT_EQ(static_cast<std::size_t>(std::count(rows.begin(), rows.end(), '\n')),
            answer.cells.size());
}

}  // namespace
}  // namespace gouji
