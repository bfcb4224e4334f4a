// What stands in single cells: CELL.*
#include "rules/review.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"CELL.BLANK", Severity::warning, Basis::practice,
     "核对惯例：没有发生的填 0；未见官方规定空白即为错误"},
    {"CELL.MIXED_BLANK", Severity::info, Basis::practice, "核对惯例：同一表内宜统一填写"},
    {"CELL.PLACEHOLDER", Severity::info, Basis::practice, "核对惯例：没有发生的填 0"},
    {"CELL.NOT_NUMBER", Severity::error, Basis::meaning, "件数、数量应为数字"},
    {"CELL.NEGATIVE", Severity::error, Basis::meaning, "件数、数量不为负数"},
    {"CELL.NOT_INTEGER", Severity::error, Basis::meaning, "件数、数量为整数"},
    {"CELL.AMBIGUOUS", Severity::warning, Basis::honesty, "文字的版式不足以判定数字属于哪一格"},
    {"CELL.MISSING", Severity::warning, Basis::honesty, "文字中没有这些单元格，可能在复制时丢失"},
};
constexpr const Rule& blank = family[0];
constexpr const Rule& mixed = family[1];
constexpr const Rule& placeholder = family[2];
constexpr const Rule& not_number = family[3];
constexpr const Rule& negative = family[4];
constexpr const Rule& not_integer = family[5];
constexpr const Rule& ambiguous = family[6];
constexpr const Rule& missing = family[7];

// So many rows, and columns of each, are named in a message; the finding itself points to every
// cell.
constexpr std::size_t named = 3;

class Checker {
 public:
  Checker(Review& review, TableId id)
      : review_(review), id_(id), cells_(review.cells(id)), facts_(review.form_cells(id)) {}

  void run() {
    const TableStatus status = review_.tables.table(id_).status;
    if (status == TableStatus::lost || status == TableStatus::absent) return;
    values();
    const std::size_t blanks = all_of(CellState::blank, blank, "空白", "blank");
    if (blanks > 0 && zeros() > 0) {
      Finding& finding =
          report(review_, mixed, "{}中 0 与空白混用：{} 格填 0，{} 格空白",
                 "{} mixes 0 ({} cells) and blanks ({} cells)", {id_, zeros(), blanks});
      for (const Cell& cell : cells_) {
        if (cell.state == CellState::blank) point_to(finding, cell);
      }
    }
    all_of(CellState::placeholder, placeholder, "填的是符号", "hold a sign instead of a number");
    all_of(CellState::ambiguous, ambiguous, "无法判定数值", "cannot be told");
    all_of(CellState::missing, missing, "在文字中没有找到", "are not in the text");
  }

 private:
  [[nodiscard]] std::size_t zeros() const {
    std::size_t count = 0;
    for (const Cell& cell : cells_) count += cell.value && cell.value->units == 0 ? 1 : 0;
    return count;
  }

  [[nodiscard]] const FormCell& facts(const Cell& cell) const {
    return facts_[static_cast<std::size_t>(&cell - cells_.data())];
  }

  void values() {
    for (const Cell& cell : cells_) {
      const FormCell& form = facts(cell);
      if (cell.state == CellState::unreadable && (cell.text == "一" || cell.text == "⼀")) {
        one(cell, not_number, "写的是“一”，是数字 1 还是横线，请核实",
            "holds 一, which may be the number 1 or a dash")
            .severity = Severity::warning;
      } else if (cell.state == CellState::unreadable) {
        one(cell, not_number, "写的是“{0}”，不是数字", "holds \"{0}\", which is no number");
      }
      if (!cell.value) continue;
      if (form.kind != CellKind::change && cell.value->units < 0) {
        one(cell, negative, "写的是 {0}，是负数", "holds {0}, a negative number");
      }
      if (form.kind != CellKind::money && !cell.value->integer()) {
        one(cell, not_integer, "写的是 {0}，不是整数", "holds {0}, which is no whole number");
      }
    }
  }

  Finding& one(const Cell& cell, const Rule& rule, const char* what, const char* english) {
    const Message told(what, english, {cell.text});
    Finding& finding = report(review_, rule, "{0}「{1}」{3}", "{0}, {2} {3}",
                              {id_, facts(cell).label, cell.id, told});
    point_to(finding, cell);
    return finding;
  }

  // One finding for all cells of a state; gives how many there are.
  std::size_t all_of(CellState state, const Rule& rule, const char* what, const char* english) {
    std::size_t count = 0;
    for (const Cell& cell : cells_) count += cell.state == state ? 1 : 0;
    if (count == 0) return 0;
    Finding& finding =
        report(review_, rule, "{0}共 {1} 格{2}：{3}", "{0}: {1} of {4} cells {2}",
               {id_, count, Message(what, english),
                count == cells_.size() ? std::string("整张表") : places(state), cells_.size()});
    for (const Cell& cell : cells_) {
      if (cell.state == state) point_to(finding, cell);
    }
    return count;
  }

  // 「行政许可」整行；「(一)予以公开」自然人、其他；「(二)部分公开」 5 格: the cells of a state,
  // row by row.
  [[nodiscard]] std::string places(CellState state) const {
    std::string out;
    std::size_t rows = 0;
    for (std::size_t first = 0; first < cells_.size();) {
      const std::u16string row = row_of(first);
      std::size_t last = first;
      std::size_t count = 0;
      std::string columns;
      for (; last < cells_.size() && row_of(last) == row; ++last) {
        if (cells_[last].state != state) continue;
        if (count < named) columns += (count > 0 ? "、" : "") + to_utf8(column_of(last));
        ++count;
      }
      if (count > named) columns = " " + std::to_string(count) + " 格";
      if (count > 0) {
        if (rows == named) return out + "等";
        out += (rows > 0 ? "；" : "") + ("「" + to_utf8(row) + "」") +
               (count == last - first && count > 1 ? "整行" : columns);
        ++rows;
      }
      first = last;
    }
    return out;
  }

  static constexpr std::u16string_view between = u" · ";
  [[nodiscard]] std::u16string row_of(std::size_t cell) const {
    return facts_[cell].label.substr(0, facts_[cell].label.find(between));
  }
  [[nodiscard]] std::u16string column_of(std::size_t cell) const {
    return facts_[cell].label.substr(facts_[cell].label.find(between) + between.size());
  }

  Review& review_;
  TableId id_;
  std::span<const Cell> cells_;
  std::span<const FormCell> facts_;
};

}  // namespace

std::span<const Rule> cell_rules() { return family; }

void check_cells(Review& review) {
  for (const TableId id : all_tables) {
    Checker(review, id).run();
  }
}

}  // namespace gouji
