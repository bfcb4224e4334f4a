// The reconciliation relations: T3.BALANCE, T3.RESULTS, T3.ROW, T4.SUM.
#include "rules/other_report.h"
#include "rules/review.h"
#include "rules/sum.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"T3.BALANCE", Severity::error, Basis::form,
     "表内所印勾稽关系：第一项加第二项之和，等于第三项加第四项之和"},
    {"T3.RESULTS", Severity::error, Basis::meaning, "「(七)总计」为各项办理结果之和"},
    {"T3.ROW", Severity::error, Basis::meaning, "「总计」为各类申请人之和"},
    {"T4.SUM", Severity::error, Basis::meaning, "「总计」为各种结果之和"},
};

const Rule& rule_of(std::string_view id) {
  for (const Rule& rule : family) {
    if (rule.id == id) return rule;
  }
  return family[0];
}

// One side of an equation as it is put into words.
struct Side {
  Number sum;
  bool blanks = false;
  bool readable = true;

  void add(const Cell& cell) {
    switch (cell.state) {
      case CellState::printed:
        if (const std::optional<Number> next = gouji::add(sum, *cell.value)) {
          sum = *next;
        } else {
          readable = false;
        }
        break;
      case CellState::blank:
      case CellState::placeholder:
        blanks = true;
        break;
      case CellState::unreadable:
      case CellState::missing:
      case CellState::ambiguous:
        readable = false;
        break;
    }
  }
};

// `residual` is left - right; none when a cell could not be read.
EquationStatus status_of(const Side& left, const Side& right,
                         const std::optional<Number>& residual) {
  if (!residual) return EquationStatus::not_checked;
  const bool blanks = left.blanks || right.blanks;
  if (residual->units == 0) {
    return blanks ? EquationStatus::pass_blank_zero : EquationStatus::pass;
  }
  // A blank stands for a whole number of things.
  const bool fillable = residual->integer() && (residual->units < 0 ? left.blanks : right.blanks);
  return fillable ? EquationStatus::implied : EquationStatus::fail;
}

std::string printed(const Cell& cell) { return cell.value ? to_string(*cell.value) : "空"; }

class Checker {
 public:
  explicit Checker(Review& review) : review_(review) {}

  void run() {
    for (const TableId id : {TableId::requests, TableId::disputes}) {
      const Form* form = review_.tables.table(id).form;
      const std::span<const Cell> cells = review_.cells(id);
      if (form == nullptr || cells.empty()) continue;
      const std::size_t first = form->first_cell(id);
      for (const FormEquation& equation : form->equations) {
        if (form->cells[equation.left.front()].table == id)
          check(*form, cells, first, id, equation);
      }
    }
  }

 private:
  void check(const Form& form, std::span<const Cell> cells, std::size_t first, TableId id,
             const FormEquation& equation) {
    Side left;
    Side right;
    Equation out;
    out.id = equation.id;
    out.rule = equation.rule;
    for (const std::uint16_t cell : equation.left) {
      left.add(cells[cell - first]);
      out.cells.push_back(cells[cell - first].id);
    }
    for (const std::uint16_t cell : equation.right) {
      right.add(cells[cell - first]);
      out.cells.push_back(cells[cell - first].id);
    }
    const std::optional<Number> residual =
        left.readable && right.readable ? subtract(left.sum, right.sum) : std::nullopt;
    out.status = status_of(left, right, residual);
    if (out.status != EquationStatus::not_checked) {
      out.left = left.sum;
      out.right = right.sum;
    }
    const EquationStatus status = out.status;
    review_.answer.equations.push_back(std::move(out));
    if (status == EquationStatus::fail || status == EquationStatus::implied) {
      tell(form, cells, first, id, equation, left.sum, right.sum, *residual, status);
    }
  }

  void tell(const Form& form, std::span<const Cell> cells, std::size_t first, TableId id,
            const FormEquation& equation, const Number& left, const Number& right,
            const Number& residual, EquationStatus status) {
    const auto cell = [&](std::uint16_t index) -> const Cell& { return cells[index - first]; };
    const auto sum = [&](const std::vector<std::uint16_t>& side) {
      std::string out;
      for (const std::uint16_t index : side) {
        if (!out.empty()) out += " + ";
        out += printed(cell(index));
      }
      return out;
    };
    const bool balance = equation.rule == "T3.BALANCE";
    const bool results = equation.rule == "T3.RESULTS";
    const FormCell& facts = form.cells[equation.left.front()];
    const Number apart{residual.units < 0 ? -residual.units : residual.units, residual.decimals};
    const char* const sign = residual.units > 0 ? "+" : "";
    const Cell& total = cell(equation.right.front());
    const Message says(total.value ? "写 {0}，{1} {2}" : "为空，{1} {2}",
                       "the total says {3}, difference {4}{5}",
                       {total, residual.units > 0 ? "多" : "少", apart, right, sign, residual});
    const char* pattern = "{0}「{1}」：{3} = {4}，总计{5}";
    const char* english = "{0}, group {2}: {3} = {4}, {5}";
    if (balance) {
      pattern = "{0}「{1}」一列：第一项加第二项 {3} = {4}，第三项加第四项 {6} = {7}，相差 {8}";
      english =
          "{0}, column {2}: new + carried in {3} = {4}, handled + carried out {6} = {7}, "
          "difference {9}";
    } else if (results) {
      pattern = "{0}「{1}」一列：各项办理结果之和 {4}，「(七)总计」{5}";
      english = "{0}, column {2}: results add up to {4}, {5}";
    } else if (id == TableId::requests) {
      pattern = "{0}「{1}」一行：{3} = {4}，总计{5}";
      english = "{0}, row {2}: {3} = {4}, {5}";
    }
    // A row's or a group's name, 「(一)予以公开」 or 「行政复议」, or a column's, 「自然人」.
    Message message(pattern, english,
                    {id, balance || results ? column_of(facts) : row_of(facts),
                     equation.id.substr(equation.rule.size() + 1), sum(equation.left), left, says,
                     sum(equation.right), right, apart, words("{}{}", {sign, residual})});
    if (status == EquationStatus::implied) {
      message.add("；空白按 0 计不成立{}", "; it does not hold with the blanks as 0",
                  {implied_values(equation, cells, first, form)});
    }
    Finding& finding = report(review_, rule_of(equation.rule), std::move(message));
    finding.equation = equation.id;
    if (status == EquationStatus::implied) finding.severity = Severity::warning;
    for (const std::uint16_t index : equation.left) point_to(finding, cell(index));
    for (const std::uint16_t index : equation.right) point_to(finding, cell(index));
  }

  static std::string implied_values(const FormEquation& equation, std::span<const Cell> cells,
                                    std::size_t first, const Form& form) {
    std::string out;
    const auto add = [&](std::uint16_t index) {
      const Cell& cell = cells[index - first];
      if (cell.state == CellState::printed || !cell.inferred) return;
      out += words(out.empty() ? "，若各式成立则「{}」应为 {}" : "、「{}」应为 {}",
                   {form.cells[index].label, *cell.inferred});
    };
    for (const std::uint16_t index : equation.left) add(index);
    for (const std::uint16_t index : equation.right) add(index);
    return out;
  }

  Review& review_;
};

}  // namespace

std::span<const Rule> equation_rules() { return family; }

void check_equations(Review& review) { Checker(review).run(); }

}  // namespace gouji
