// T3.BALANCE, T3.RESULTS, T3.ROW, T4.SUM: which hold, and what is said of those that do not.
#include <algorithm>

#include <gtest/gtest.h>

#include "rules/review.h"
#include "rules/sum.h"
#include "support.h"
#include "tables/number.h"

namespace gouji {
namespace {

using test::form_of;
using test::Values;

// A reconstruction without a text: the cells are given by what is printed in them. `?` is
// ambiguous, `!` unreadable, `x` missing, `/` a placeholder, nothing a blank.
class Given {
 public:
  Given(const Form& form, const Values& values) : document_(read_document(u"")) {
    for (TableReading& table : reconstruction_.tables) {
      table.form = &form;
      table.status = TableStatus::complete;
    }
    for (const FormCell& known : form.cells) {
      Cell& cell = answer_.cells.emplace_back();
      cell.id = known.id;
      const std::u16string& text = values.at(known.id);
      cell.text = test::utf8(text);
      if (text.empty()) {
        cell.state = CellState::blank;
      } else if (text == u"?") {
        cell.state = CellState::ambiguous;
      } else if (text == u"!") {
        cell.state = CellState::unreadable;
      } else if (text == u"x") {
        cell.state = CellState::missing;
      } else if (text == u"/") {
        cell.state = CellState::placeholder;
      } else {
        const Value value = read_value(text);
        EXPECT_EQ(value.kind, ValueKind::number) << cell.text;
        cell.state = CellState::printed;
        cell.value = value.number;
      }
      if (cell.state != CellState::missing) cell.span = Span{0, 0};
    }
    const Gapless gapless(document_);
    const Prose prose(gapless, reconstruction_);
    const Options options;
    Review review{document_, reconstruction_, particulars_, prose, options, answer_};
    check_equations(review);
  }

  const Answer& answer() const { return answer_; }
  EquationStatus status(std::string_view id) const {
    const Equation* equation = test::find_equation(answer_, id);
    EXPECT_NE(equation, nullptr) << id;
    return equation == nullptr ? EquationStatus::not_checked : equation->status;
  }
  const Equation& equation(std::string_view id) const { return *test::find_equation(answer_, id); }
  const Finding* finding(std::string_view equation) const {
    for (const Finding& finding : answer_.findings) {
      if (finding.equation == equation) return &finding;
    }
    return nullptr;
  }

 private:
  Document document_;
  Reconstruction reconstruction_;
  Particulars particulars_;
  Answer answer_;
};

Values some() {
  test::Random random(70);
  return test::reconciled(form_of("2021"), random);
}

TEST(Equations, AsManyAsTheFormsHave) {
  for (const Form& form : all_forms()) {
    const Given given(form, test::zeros(form));
    const std::size_t rows = form.id() == "2021" ? 25 : 23;
    const auto count = [&](std::string_view rule) {
      const std::vector<Equation>& all = given.answer().equations;
      return static_cast<std::size_t>(std::count_if(
          all.begin(), all.end(), [&](const Equation& one) { return one.rule == rule; }));
    };
    EXPECT_EQ(count("T3.BALANCE"), 7U);
    EXPECT_EQ(count("T3.RESULTS"), 7U);
    EXPECT_EQ(count("T3.ROW"), rows);
    EXPECT_EQ(count("T4.SUM"), 3U);
    EXPECT_EQ(given.answer().equations.size(), 17 + rows);
  }
}

TEST(Equations, TheirCellsAreThoseOfTheContract) {
  const Given given(form_of("2021"), test::zeros(form_of("2021")));
  using Ids = std::vector<std::string_view>;
  EXPECT_EQ(given.equation("T3.BALANCE.legal").cells,
            (Ids{"requests.new.legal", "requests.carried_in.legal", "requests.handled.legal",
                 "requests.carried_out.legal"}));
  EXPECT_EQ(given.equation("T3.ROW.denied.internal").cells,
            (Ids{"requests.denied.internal.natural", "requests.denied.internal.company",
                 "requests.denied.internal.research", "requests.denied.internal.nonprofit",
                 "requests.denied.internal.legal", "requests.denied.internal.other",
                 "requests.denied.internal.total"}));
  EXPECT_EQ(given.equation("T4.SUM.suit_after_review").cells,
            (Ids{"disputes.suit_after_review.upheld", "disputes.suit_after_review.corrected",
                 "disputes.suit_after_review.other", "disputes.suit_after_review.pending",
                 "disputes.suit_after_review.total"}));
  EXPECT_EQ(given.equation("T3.RESULTS.total").cells.size(), 22U);
  EXPECT_EQ(given.equation("T3.RESULTS.total").cells.front(), "requests.granted.total");
  EXPECT_EQ(given.equation("T3.RESULTS.total").cells.back(), "requests.handled.total");
}

TEST(Equations, FiguresThatReconcilePass) {
  test::Random random(71);
  for (const Form& form : all_forms()) {
    for (int round = 0; round < 50; ++round) {
      const Given given(form, test::reconciled(form, random, 1000000));
      for (const Equation& equation : given.answer().equations) {
        ASSERT_EQ(equation.status, EquationStatus::pass) << equation.id;
        ASSERT_EQ(equation.left, equation.right) << equation.id;
      }
      ASSERT_TRUE(given.answer().findings.empty());
    }
  }
}

TEST(Equations, OneWrongCellFailsInItsRowAndItsColumns) {
  Values values = some();
  values["requests.denied.internal.natural"] = u"900";
  const Given given(form_of("2021"), values);
  for (const Equation& equation : given.answer().equations) {
    const bool its = equation.id == "T3.ROW.denied.internal" || equation.id == "T3.RESULTS.natural";
    EXPECT_EQ(equation.status, its ? EquationStatus::fail : EquationStatus::pass) << equation.id;
    EXPECT_EQ(given.finding(equation.id) != nullptr, its) << equation.id;
  }
  const Equation& row = given.equation("T3.ROW.denied.internal");
  ASSERT_TRUE(row.left && row.right);
  const Finding* finding = given.finding("T3.ROW.denied.internal");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->rule, "T3.ROW");
  EXPECT_EQ(finding->severity, Severity::error);
  EXPECT_EQ(finding->cells, row.cells);
  EXPECT_EQ(finding->spans.size(), 7U);
  // The message has the figures: both sides and what lies between.
  for (const Number& number :
       {*row.left, *row.right, *subtract(*row.left, *row.right), Number{900, 0}}) {
    EXPECT_NE(finding->message.find(to_string(number)), std::string::npos) << finding->message;
    EXPECT_NE(finding->message_en.find(to_string(number)), std::string::npos)
        << finding->message_en;
  }
}

TEST(Equations, TheBalanceIsTheOnePrintedOnTheForm) {
  Values values = test::zeros(form_of("2021"));
  values["requests.new.total"] = u"5";
  values["requests.carried_in.total"] = u"2";
  values["requests.handled.total"] = u"4";
  values["requests.carried_out.total"] = u"1";
  const Given given(form_of("2021"), values);
  const Equation& balance = given.equation("T3.BALANCE.total");
  EXPECT_EQ(balance.status, EquationStatus::fail);
  EXPECT_EQ(balance.left, (Number{7, 0}));
  EXPECT_EQ(balance.right, (Number{5, 0}));
  const Finding* finding = given.finding("T3.BALANCE.total");
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->basis, Basis::form);
  EXPECT_NE(finding->message.find("相差 2"), std::string::npos) << finding->message;
}

TEST(Equations, BlanksThatAreZeroPass) {
  Values values = test::zeros(form_of("2021"));
  values["requests.granted.natural"] = u"";
  values["disputes.suit.total"] = u"/";
  const Given given(form_of("2021"), values);
  EXPECT_EQ(given.status("T3.ROW.granted"), EquationStatus::pass_blank_zero);
  EXPECT_EQ(given.status("T3.RESULTS.natural"), EquationStatus::pass_blank_zero);
  EXPECT_EQ(given.status("T4.SUM.suit"), EquationStatus::pass_blank_zero);
  EXPECT_EQ(given.status("T3.BALANCE.natural"), EquationStatus::pass);
  EXPECT_EQ(given.equation("T3.ROW.granted").left, (Number{0, 0}));
  EXPECT_TRUE(given.answer().findings.empty()) << test::list_of_findings(given.answer());
}

TEST(Equations, BlanksThatMustHoldSomethingAreImplied) {
  Values values = test::zeros(form_of("2021"));
  // 3 requests of the total, and the cell that could hold them is empty.
  values["disputes.review.upheld"] = u"";
  values["disputes.review.total"] = u"3";
  const Given given(form_of("2021"), values);
  const Equation& sum = given.equation("T4.SUM.review");
  EXPECT_EQ(sum.status, EquationStatus::implied);
  EXPECT_EQ(sum.left, (Number{0, 0}));
  EXPECT_EQ(sum.right, (Number{3, 0}));
  const Finding* finding = given.finding("T4.SUM.review");
  if (finding != nullptr) {
    EXPECT_NE(finding->severity, Severity::error);
  }
}

TEST(Equations, ABlankTotalIsImplied) {
  Values values = test::zeros(form_of("2021"));
  values["disputes.suit.other"] = u"3";
  values["disputes.suit.total"] = u"";
  const Given given(form_of("2021"), values);
  EXPECT_EQ(given.status("T4.SUM.suit"), EquationStatus::implied);
}

TEST(Equations, BlanksThatWouldHaveToBeNegativeFail) {
  Values values = test::zeros(form_of("2021"));
  values["disputes.suit.upheld"] = u"";
  values["disputes.suit.other"] = u"3";
  values["disputes.suit.total"] = u"2";
  values["disputes.review.other"] = u"3";
  values["disputes.review.total"] = u"";
  values["disputes.review.upheld"] = u"";
  const Given given(form_of("2021"), values);
  EXPECT_EQ(given.status("T4.SUM.suit"), EquationStatus::fail);
  EXPECT_EQ(given.status("T4.SUM.review"), EquationStatus::implied);
}

TEST(Equations, WhatCannotBeReadIsNotChecked) {
  for (const std::u16string_view state : {u"?", u"!", u"x"}) {
    Values values = some();
    values["requests.granted.natural"] = state;
    const Given given(form_of("2021"), values);
    for (const std::string_view id : {"T3.ROW.granted", "T3.RESULTS.natural"}) {
      EXPECT_EQ(given.status(id), EquationStatus::not_checked) << test::utf8(state);
      EXPECT_FALSE(given.equation(id).left.has_value());
      EXPECT_FALSE(given.equation(id).right.has_value());
      EXPECT_EQ(given.finding(id), nullptr);
    }
    EXPECT_EQ(given.status("T3.BALANCE.natural"), EquationStatus::pass);
  }
}

TEST(Equations, UnreadableCellsWithBlanksAreNotChecked) {
  Values values = some();
  values["disputes.suit.upheld"] = u"";
  values["disputes.suit.other"] = u"!";
  const Given given(form_of("2021"), values);
  EXPECT_EQ(given.status("T4.SUM.suit"), EquationStatus::not_checked);
}

TEST(Equations, DecimalsAreAddedExactly) {
  Values values = test::zeros(form_of("2021"));
  values["disputes.suit.upheld"] = u"0.1";
  values["disputes.suit.other"] = u"0.2";
  values["disputes.suit.total"] = u"0.3";
  values["disputes.review.other"] = u"0.5";
  values["disputes.review.upheld"] = u"1";
  values["disputes.review.total"] = u"1";
  const Given given(form_of("2021"), values);
  EXPECT_EQ(given.status("T4.SUM.suit"), EquationStatus::pass);
  EXPECT_EQ(given.equation("T4.SUM.suit").left, (Number{3, 1}));
  EXPECT_EQ(given.status("T4.SUM.review"), EquationStatus::fail);
  EXPECT_EQ(given.equation("T4.SUM.review").left, (Number{15, 1}));
}

TEST(Equations, TheLargestNumbersDoNotOverflow) {
  Values values = test::zeros(form_of("2021"));
  for (auto& [id, text] : values) text = u"999999999999999";
  const Given given(form_of("2021"), values);
  EXPECT_EQ(given.equation("T3.ROW.new").left, (Number{5999999999999994, 0}));
  EXPECT_EQ(given.equation("T3.RESULTS.total").left, (Number{20999999999999979, 0}));
  for (const Equation& equation : given.answer().equations) {
    EXPECT_EQ(equation.status,
              equation.rule == "T3.BALANCE" ? EquationStatus::pass : EquationStatus::fail)
        << equation.id;
  }
}

// The definition, word by word, over random cells.
TEST(Equations, TheStatusIsTheContractsForAnyCells) {
  test::Random random(72);
  for (int round = 0; round < 400; ++round) {
    const Form& form = all_forms()[random.below(2)];
    Values values = random.one_in(2) ? test::reconciled(form, random, 4) : test::zeros(form);
    const std::uint64_t every = 3 + random.below(30);
    for (auto& [id, text] : values) {
      if (!random.one_in(every)) continue;
      text = random.pick(
          std::vector<std::u16string>{u"", u"", u"", u"/", u"?", u"!", u"x", u"1", u"-1", u"7"});
    }
    const Given given(form, values);
    for (const FormEquation& equation : form.equations) {
      bool readable = true;
      std::int64_t residual = 0;
      std::size_t left_blanks = 0;
      std::size_t right_blanks = 0;
      const auto side = [&](const std::vector<std::uint16_t>& cells, int sign,
                            std::size_t& blanks) {
        for (const std::uint16_t cell : cells) {
          const std::u16string& text = values.at(form.cells[cell].id);
          if (text.empty() || text == u"/") {
            ++blanks;
          } else if (text == u"?" || text == u"!" || text == u"x") {
            readable = false;
          } else {
            residual += sign * read_value(text).number.units;
          }
        }
      };
      side(equation.left, 1, left_blanks);
      side(equation.right, -1, right_blanks);
      EquationStatus expected = EquationStatus::fail;
      if (!readable) {
        expected = EquationStatus::not_checked;
      } else if (residual == 0) {
        expected =
            left_blanks + right_blanks > 0 ? EquationStatus::pass_blank_zero : EquationStatus::pass;
      } else if (residual < 0 ? left_blanks > 0 : right_blanks > 0) {
        expected = EquationStatus::implied;
      }
      ASSERT_EQ(given.status(equation.id), expected) << equation.id << " residual " << residual;
    }
  }
}

TEST(Sum, Exact) {
  EXPECT_EQ(add({1, 0}, {2, 0}), (Number{3, 0}));
  EXPECT_EQ(add({1, 1}, {2, 1}), (Number{3, 1}));
  EXPECT_EQ(add({5, 1}, {5, 1}), (Number{1, 0}));
  EXPECT_EQ(add({37, 2}, {1, 0}), (Number{137, 2}));
  EXPECT_EQ(add({37, 2}, {63, 2}), (Number{1, 0}));
  EXPECT_EQ(add({1, 9}, {999999999999999, 0}), std::nullopt);
  EXPECT_EQ(subtract({3, 0}, {5, 0}), (Number{-2, 0}));
  EXPECT_EQ(subtract({3, 1}, {3, 1}), (Number{0, 0}));
  EXPECT_EQ(add({INT64_MAX, 0}, {1, 0}), std::nullopt);
  EXPECT_EQ(subtract({INT64_MIN + 1, 0}, {2, 0}), std::nullopt);
}

}  // namespace
}  // namespace gouji
