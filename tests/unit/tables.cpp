// The three tables out of texts in every layout.
#include "tables/tables.h"

#include <algorithm>

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

class Layouts : public testing::TestWithParam<std::tuple<const char*, Shape>> {
 protected:
  const Form& form() const { return form_of(std::get<0>(GetParam())); }
  Shape shape() const { return std::get<1>(GetParam()); }
};

TEST_P(Layouts, EveryCellIsReadWithItsPlace) {
  test::Random random(50);
  for (int round = 0; round < 12; ++round) {
    const Values values = test::reconciled(form(), random, round < 6 ? 40 : 20000);
    Report report(form(), values);
    report.shape = shape();
    const std::u16string text = report.text();
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "");
    EXPECT_EQ(test::unread_numbers(answer, values), "");
    EXPECT_EQ(test::broken_promises(answer, text), "");
    EXPECT_EQ(answer.verdict, Verdict::consistent) << test::list_of_findings(answer);
    EXPECT_EQ(answer.form, form().id());
    EXPECT_EQ(answer.year, report.year);
    ASSERT_EQ(answer.tables.size(), 3U);
    for (const Table& table : answer.tables) {
      EXPECT_EQ(table.status, TableStatus::complete);
      EXPECT_EQ(table.form, form().id());
    }
    EXPECT_EQ(answer.sections.size(), 6U);
    for (const Equation& equation : answer.equations) {
      EXPECT_EQ(equation.status, EquationStatus::pass) << equation.id;
    }
  }
}

TEST_P(Layouts, ATableOfZeros) {
  const Values values = test::zeros(form());
  Report report(form(), values);
  report.shape = shape();
  const std::u16string text = report.text();
  const Answer answer = check(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "");
  EXPECT_EQ(answer.verdict, Verdict::consistent) << test::list_of_findings(answer);
}

TEST_P(Layouts, OneWrongCellIsReadAsItIsPrinted) {
  test::Random random(51);
  Values values = test::reconciled(form(), random);
  values["requests.granted.natural"] = u"777";
  Report report(form(), values);
  report.shape = shape();
  const std::u16string text = report.text();
  const Answer answer = check(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "");
  EXPECT_EQ(answer.verdict, Verdict::inconsistent);
  EXPECT_EQ(test::find_equation(answer, "T3.ROW.granted")->status, EquationStatus::fail);
  EXPECT_EQ(test::find_equation(answer, "T3.RESULTS.natural")->status, EquationStatus::fail);
  EXPECT_EQ(test::find_equation(answer, "T3.BALANCE.natural")->status, EquationStatus::pass);
}

// Blank cells where the layout shows them; where it does not, a blank may leave the row open but
// never moves a number into another cell.
TEST_P(Layouts, BlankCellsNeverMoveANumber) {
  test::Random random(52);
  for (int round = 0; round < 25; ++round) {
    const Values truth = test::reconciled(form(), random);
    Values values = truth;
    const std::uint64_t every = 2 + random.below(12);
    for (auto& [id, text] : values) {
      if (random.one_in(every)) text.clear();
    }
    Report report(form(), values);
    report.shape = shape();
    const std::u16string text = report.text();
    const Answer answer = check(text);
    EXPECT_EQ(test::broken_promises(answer, text), "");
    for (const Cell& cell : answer.cells) {
      const std::u16string& printed = values.at(std::string(cell.id));
      if (cell.value) {
        ASSERT_EQ(to_string(*cell.value), utf8(printed)) << cell.id << '\n' << utf8(text);
      }
      if (cell.state == CellState::blank) {
        ASSERT_EQ(utf8(printed), "") << cell.id;
      }
      // What was printed is among the readings of a cell that cannot be told.
      if (cell.state == CellState::ambiguous) {
        const std::string meant = utf8(printed);
        ASSERT_TRUE(std::any_of(cell.candidates.begin(), cell.candidates.end(),
                                [&](const std::optional<Number>& candidate) {
                                  return candidate ? to_string(*candidate) == meant : meant.empty();
                                }))
            << cell.id << " was \"" << meant << "\"\n"
            << utf8(text);
      }
      // The figures reconcile: what the equations leave can only be what was meant.
      if (cell.inferred) {
        ASSERT_EQ(std::to_string(*cell.inferred), utf8(truth.at(std::string(cell.id)))) << cell.id;
      }
    }
    for (const Equation& equation : answer.equations) {
      EXPECT_NE(equation.status, EquationStatus::fail) << equation.id;
    }
  }
}

TEST_P(Layouts, PlaceholdersKeepTheirCells) {
  test::Random random(53);
  for (const std::u16string_view sign : {u"/", u"-", u"—", u"无"}) {
    for (int round = 0; round < 6; ++round) {
      const Values truth = test::reconciled(form(), random);
      Values values = truth;
      for (auto& [id, text] : values) {
        if (text == u"0" || random.one_in(12)) text = sign;
      }
      Report report(form(), values);
      report.shape = shape();
      const std::u16string text = report.text();
      const Answer answer = check(text);
      for (const Cell& cell : answer.cells) {
        const std::u16string& printed = values.at(std::string(cell.id));
        if (printed == sign) {
          EXPECT_EQ(cell.state, CellState::placeholder) << cell.id << " with " << utf8(sign);
        } else {
          EXPECT_EQ(cell.state, CellState::printed) << cell.id << " with " << utf8(sign);
        }
        if (cell.value) {
          ASSERT_EQ(to_string(*cell.value), utf8(printed)) << cell.id;
        }
      }
    }
  }
}

TEST_P(Layouts, LineEndsOfWindows) {
  test::Random random(54);
  const Values values = test::reconciled(form(), random);
  Report report(form(), values);
  report.shape = shape();
  std::u16string text;
  for (const char16_t c : report.text()) {
    if (c == u'\n') text.push_back(u'\r');
    text.push_back(c);
  }
  const Answer answer = check(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "");
  EXPECT_EQ(test::broken_promises(answer, text), "");
}

TEST_P(Layouts, FullWidthFiguresAndThousands) {
  test::Random random(55);
  const Values truth = test::reconciled(form(), random, 5000);
  Values values = truth;
  for (auto& [id, text] : values) {
    if (random.one_in(2)) {
      for (char16_t& c : text) c = static_cast<char16_t>(c + 0xFEE0);
    } else if (text.size() > 3) {
      text.insert(text.size() - 3, u",");
    }
  }
  Report report(form(), values);
  report.shape = shape();
  const std::u16string text = report.text();
  const Answer answer = check(text);
  EXPECT_EQ(test::unread_numbers(answer, truth), "");
}

TEST_P(Layouts, ATableAloneIsReadToo) {
  test::Random random(56);
  const Values values = test::reconciled(form(), random);
  Report report(form(), values);
  report.shape = shape();
  const std::u16string text = report.section(3);
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "");
  for (const Cell& cell : answer.cells) {
    const bool requests = cell.id.starts_with("requests");
    EXPECT_EQ(cell.state, requests ? CellState::printed : CellState::missing) << cell.id;
  }
  EXPECT_EQ(answer.tables[0].status, TableStatus::absent);
  EXPECT_EQ(answer.tables[1].status, TableStatus::complete);
  EXPECT_EQ(answer.tables[2].status, TableStatus::absent);
  EXPECT_EQ(answer.form, form().id());
}

TEST_P(Layouts, HeadingsLost) {
  test::Random random(57);
  const Values values = test::reconciled(form(), random);
  Report report(form(), values);
  report.shape = shape();
  std::u16string text;
  for (int number = 2; number <= 4; ++number) {
    text += report.section(number).substr(report.heading(number).size());
  }
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "");
  EXPECT_EQ(test::unread_numbers(answer, values), "");
}

TEST_P(Layouts, WordsInACellAreUnreadableAndMoveNothing) {
  test::Random random(58);
  for (const std::u16string_view word : {u"详见附件", u"约12", u"1 2", u"12①"}) {
    const Values truth = test::reconciled(form(), random);
    Values values = truth;
    values["requests.granted.research"] = word;
    values["disputes.suit.upheld"] = word;
    values["requests.handled.total"] = word;
    Report report(form(), values);
    report.shape = shape();
    const std::u16string text = report.text();
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, truth), "") << utf8(word);
    EXPECT_EQ(test::broken_promises(answer, text), "") << utf8(word);
  }
}

std::string layout_name(const testing::TestParamInfo<std::tuple<const char*, Shape>>& info) {
  return std::string("form_") + std::get<0>(info.param) + "_" +
         std::string(name(std::get<1>(info.param)));
}
INSTANTIATE_TEST_SUITE_P(All, Layouts,
                         testing::Combine(testing::Values("2021", "2019"),
                                          testing::ValuesIn(test::all_shapes)),
                         layout_name);

TEST(Tables, FormsMixedByTable) {
  test::Random random(60);
  for (const Shape shape : test::all_shapes) {
    const Values newer = test::reconciled(form_of("2021"), random);
    const Values older = test::reconciled(form_of("2019"), random);
    Report report(form_of("2021"), newer);
    report.shape = shape;
    report.forms[0] = &form_of("2019");
    Values values;
    for (const auto& [id, text] : newer) {
      if (!id.starts_with("disclosure")) values[id] = text;
    }
    for (const auto& [id, text] : older) {
      if (id.starts_with("disclosure")) values[id] = text;
    }
    report.values = values;
    const std::u16string text = report.text();
    const Answer answer = check(text);
    EXPECT_EQ(answer.tables[0].form, "2019") << name(shape);
    EXPECT_EQ(answer.tables[1].form, "2021") << name(shape);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

TEST(Tables, LayoutsMixedByTable) {
  test::Random random(61);
  for (const Shape first : test::all_shapes) {
    for (const Shape second : test::all_shapes) {
      const Values values = test::reconciled(form_of("2021"), random);
      Report one(form_of("2021"), values);
      one.shape = first;
      Report other = one;
      other.shape = second;
      const std::u16string text = one.title() + one.section(1) + one.section(2) + other.section(3) +
                                  one.section(4) + one.section(5) + one.section(6);
      const Answer answer = check(text);
      EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(first) << ' ' << name(second);
      EXPECT_EQ(test::unread_numbers(answer, values), "") << name(first) << ' ' << name(second);
    }
  }
}

TEST(Tables, ARowTwiceWithTheSameFiguresIsThatRow) {
  test::Random random(62);
  const Values values = test::reconciled(form_of("2021"), random);
  Report report(form_of("2021"), values);
  test::Grid grid = test::grid_of(form_of("2021"), TableId::requests, values);
  grid.push_back(grid.back());
  const std::u16string text = report.title() + report.section(1) + report.section(2) +
                              report.heading(3) + test::written(grid, Shape::bars) +
                              report.section(4) + report.section(5) + report.section(6);
  const Answer answer = check(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "");
}

TEST(Tables, ARowTwiceWithOtherFiguresCannotBeTold) {
  test::Random random(63);
  Values values = test::reconciled(form_of("2021"), random);
  values["requests.carried_out.natural"] = u"3";
  Report report(form_of("2021"), values);
  test::Grid grid = test::grid_of(form_of("2021"), TableId::requests, values);
  std::vector<test::Box> again = grid.back();
  again[1].text = u"8";
  grid.push_back(again);
  const std::u16string text = report.title() + report.section(1) + report.section(2) +
                              report.heading(3) + test::written(grid, Shape::bars) +
                              report.section(4) + report.section(5) + report.section(6);
  const Answer answer = check(text);
  const Cell* cell = test::find_cell(answer, "requests.carried_out.natural");
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(cell->state, CellState::ambiguous);
  const std::vector<std::optional<Number>> both = {Number{3, 0}, Number{8, 0}};
  EXPECT_EQ(cell->candidates, both);
}

TEST(Tables, AMissingRowIsMissingAndNoOtherRowMoves) {
  test::Random random(64);
  for (const Shape shape : test::all_shapes) {
    const Values values = test::reconciled(form_of("2021"), random);
    Report report(form_of("2021"), values);
    test::Grid grid = test::grid_of(form_of("2021"), TableId::requests, values);
    std::size_t lost = 0;
    while (!grid[lost].front().text.starts_with(u"2.没有现成信息")) ++lost;
    grid = test::without_row(std::move(grid), lost);
    report.shape = shape;
    const std::u16string text = report.title() + report.section(1) + report.section(2) +
                                report.heading(3) + test::written(grid, shape) + report.section(4) +
                                report.section(5) + report.section(6);
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(answer.tables[1].status, TableStatus::partial) << name(shape);
    for (const Cell& cell : answer.cells) {
      const bool gone = cell.id.starts_with("requests.unavailable.not_compiled");
      EXPECT_EQ(cell.state, gone ? CellState::missing : CellState::printed)
          << cell.id << ' ' << name(shape);
    }
  }
}

// Where values have run together a blank leaves no trace: 「214」 is certain only in a report that
// shows elsewhere that it has none.
std::u16string fused_disclosure() {
  return u"第二十条第(一)项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n"
         u"行政规范性文件214\n第二十条第(五)项\n信息内容本年处理决定数量\n行政许可25\n"
         u"第二十条第(六)项\n信息内容本年处理决定数量\n行政处罚3\n行政强制0\n"
         u"第二十条第(八)项\n信息内容本年收费金额(单位:万元)\n行政事业性收费0\n";
}

std::string value_in(const Answer& answer, std::string_view id) {
  const Cell* cell = test::find_cell(answer, id);
  return cell != nullptr && cell->value ? to_string(*cell->value) : "none";
}

TEST(Tables, DigitsFusedToALabelAreAsManyCells) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  const std::u16string text =
      report.title() + report.section(1) + report.heading(2) + fused_disclosure() +
      report.heading(3) +
      u"一、本年新收政府信息公开申请数量1000024\n二、上年结转政府信息公开申请数量0000000\n"
      u"三、本年度办理结果(一)予以公开1000001\n(三)不予公开1.属于国家秘密0000000\n"
      u"(七)总计1000001\n四、结转下年度继续办理000001212\n" +
      report.section(4) + report.section(5) + report.section(6);
  const Answer answer = check(text);
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.rules.issued"), "0");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.rules.repealed"), "0");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.normative.issued"), "2");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.normative.repealed"), "1");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.normative.in_force"), "4");
  EXPECT_EQ(value_in(answer, "disclosure.art20_5.licensing.decisions"), "25");
  // The one way in which the row adds up.
  EXPECT_EQ(value_in(answer, "requests.carried_out.other"), "12");
  EXPECT_EQ(value_in(answer, "requests.carried_out.total"), "12");
  EXPECT_TRUE(test::find_cell(answer, "requests.carried_out.other")->placed_by_equation);
  // As many digits as cells, but no sum.
  EXPECT_EQ(value_in(answer, "requests.new.natural"), "none");
}

TEST(Tables, DigitsFusedToALabelMayHaveLostBlanks) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  report.shape = Shape::lines;
  const Answer answer =
      check(report.title() + report.section(1) + report.heading(2) + fused_disclosure() +
            report.section(3) + report.section(4) + report.section(5) + report.section(6));
  // No number begins with 0.
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.rules.issued"), "0");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.rules.in_force"), "0");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.normative.issued"), "none");
  EXPECT_EQ(value_in(answer, "disclosure.art20_1.normative.in_force"), "none");
  EXPECT_EQ(value_in(answer, "disclosure.art20_5.licensing.decisions"), "25");
}

TEST(Tables, FusedDigitsThatAreNotAsManyAsTheCellsCannotBeTold) {
  test::Random random(66);
  const Values values = test::reconciled(form_of("2021"), random);
  Report report(form_of("2021"), values);
  const std::u16string text =
      report.title() + report.section(1) + report.heading(2) +
      u"第二十条第(一)"
      u"项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件2141\n" +
      report.section(3) + report.section(4) + report.section(5) + report.section(6);
  const Answer answer = check(text);
  for (const std::string_view column : {"issued", "repealed", "in_force"}) {
    const Cell* cell =
        test::find_cell(answer, "disclosure.art20_1.normative." + std::string(column));
    ASSERT_NE(cell, nullptr);
    EXPECT_NE(cell->state, CellState::printed) << column;
  }
}

TEST(Tables, UnitsAndSignsInCells) {
  Values values = test::zeros(form_of("2019"));
  values["disclosure.art20_5.licensing.previous"] = u"10";
  values["disclosure.art20_5.licensing.change"] = u"减3";
  values["disclosure.art20_5.services.change"] = u"+21";
  values["disclosure.art20_6.penalty.previous"] = u"10";
  values["disclosure.art20_6.penalty.change"] = u"-3";
  values["disclosure.art20_6.coercion.previous"] = u"1,234项";
  values["disclosure.art20_9.procurement.amount"] = u"0.37万元";
  values["disclosure.art20_1.normative.made"] = u"22（其中修订 16 件）";
  for (const Shape shape : test::all_shapes) {
    Report report(form_of("2019"), values);
    report.shape = shape;
    const std::u16string text = report.text();
    const Answer answer = check(text);
    const auto expect = [&](std::string_view id, Number number, std::string_view unit) {
      const Cell* cell = test::find_cell(answer, id);
      ASSERT_NE(cell, nullptr);
      EXPECT_EQ(cell->state, CellState::printed) << id << ' ' << name(shape);
      EXPECT_EQ(cell->value, number) << id << ' ' << name(shape);
      EXPECT_EQ(cell->unit, unit) << id << ' ' << name(shape);
      EXPECT_EQ(cell->text, utf8(values.at(std::string(id)))) << id << ' ' << name(shape);
    };
    expect("disclosure.art20_5.licensing.change", {-3, 0}, "");
    expect("disclosure.art20_5.services.change", {21, 0}, "");
    expect("disclosure.art20_6.penalty.change", {-3, 0}, "");
    expect("disclosure.art20_6.coercion.previous", {1234, 0}, "项");
    expect("disclosure.art20_9.procurement.amount", {37, 2}, "万元");
    expect("disclosure.art20_1.normative.made", {22, 0}, "");
    EXPECT_EQ(answer.verdict, Verdict::consistent) << name(shape) << '\n'
                                                   << test::list_of_findings(answer);
  }
}

// All six applicants merged into one empty cell, only the total filled in: nothing tells this from
// a row whose figure stands in the first cell but the width of the line.
TEST(Tables, ALoneFigureInARowIsNotPutIntoTheFirstCell) {
  Values values = test::zeros(form_of("2021"));
  Report report(form_of("2021"), values);
  test::Grid grid = test::grid_of(form_of("2021"), TableId::requests, values);
  for (std::vector<test::Box>& row : grid) {
    if (!row.front().text.starts_with(u"一、本年新收")) continue;
    row.resize(1);
    row.push_back({u"", 6});
    row.push_back({u"153"});
  }
  for (const Shape shape : test::all_shapes) {
    report.shape = shape;
    const std::u16string text = report.title() + report.section(1) + report.section(2) +
                                report.heading(3) + test::written(grid, shape) + report.section(4) +
                                report.section(5) + report.section(6);
    const Answer answer = check(text);
    for (const std::string_view column :
         {"natural", "company", "research", "nonprofit", "legal", "other"}) {
      const Cell* cell = test::find_cell(answer, "requests.new." + std::string(column));
      ASSERT_NE(cell, nullptr);
      EXPECT_NE(cell->state, CellState::printed) << column << ' ' << name(shape);
    }
  }
}

TEST(Tables, WithoutAnyTextThereIsNoTable) {
  const Document document = read_document(u"");
  const Reconstruction reconstruction = reconstruct(document, nullptr);
  for (const TableReading& table : reconstruction.tables) {
    EXPECT_EQ(table.status, TableStatus::absent);
    EXPECT_EQ(table.form, nullptr);
  }
  EXPECT_TRUE(reconstruction.cells.empty());
  EXPECT_TRUE(reconstruction.sections.empty());
}

TEST(Tables, TheYearTellsTheFormWhereTheTextDoesNot) {
  // Sections 4 of both forms are the same.
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  const std::u16string text = report.section(4);
  const Document document = read_document(text);
  for (const std::string_view id : {"2019", "2021"}) {
    const Reconstruction reconstruction = reconstruct(document, find_form(id));
    ASSERT_NE(reconstruction.tables[2].form, nullptr);
    EXPECT_EQ(reconstruction.tables[2].form->id(), id);
    EXPECT_EQ(reconstruction.tables[2].status, TableStatus::complete);
  }
}

TEST(Tables, TheTextTellsTheFormAgainstTheYear) {
  Report report(form_of("2019"), test::zeros(form_of("2019")));
  report.year = 2022;
  const Answer answer = check(report.text());
  EXPECT_EQ(answer.form, "2019");
  EXPECT_EQ(answer.year, 2022);
}

}  // namespace
}  // namespace gouji
