// The statutory forms as data, and what follows from them: cells, equations, labels.
//
// A form is written down once, in a file of its own (form_2021.cpp, form_2019.cpp), as `FormData`;
// everything else here is derived from it, so that a further form is a further data file.
// Sources: the annexes of 国办公开办函〔2019〕60号 (trial form) and 国办公开办函〔2021〕30号.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

namespace gouji {

// What a cell may hold.
enum class CellKind : std::uint8_t {
  count,   // a non-negative integer
  change,  // 本年增/减: an integer of either sign
  money,   // a sum, decimals allowed
};

struct ColumnData {
  std::string_view key;
  std::u16string_view label;
  CellKind kind = CellKind::count;
};

struct LabelledKey {
  std::string_view key;
  std::u16string_view label;
};

// One item of article 20 of the regulations (section 2 of the report).
struct ArticleData {
  std::string_view key;
  std::u16string_view item;
  std::span<const ColumnData> columns;
  std::span<const LabelledKey> rows;
};

// The part that a row of section 3 plays in the relation printed on the form:
// 第一项加第二项之和,等于第三项加第四项之和.
enum class RowRole : std::uint8_t {
  incoming,  // 一, 二
  result,    // 三 (一) to (六)
  handled,   // 三 (七): the sum of the results
  outgoing,  // 四
};

struct RequestRowData {
  std::string_view key;
  RowRole role = RowRole::result;
  std::u16string_view group;  // 「(三)不予公开」, or empty where the row is no part of a group
  std::u16string_view numbering;  // 「1.」, 「(一)」, 「一、」
  std::u16string_view label;
  std::u16string_view note;  // printed behind the label, often left out
};

struct FormData {
  std::string_view id;  // "2021"
  std::u16string_view document;
  std::span<const ArticleData> articles;
  std::span<const RequestRowData> request_rows;
  std::span<const ColumnData> request_columns;  // the last is the total of the others
  std::span<const LabelledKey> dispute_groups;
  std::span<const ColumnData> dispute_columns;  // the last is the total of the others
};

// The columns and groups that both forms share.
extern const std::span<const ColumnData> applicant_columns;
extern const std::span<const LabelledKey> dispute_groups;
extern const std::span<const ColumnData> dispute_columns;

extern const FormData form_2021;
extern const FormData form_2019;

struct FormCell {
  std::string id;
  TableId table = TableId::disclosure;
  CellKind kind = CellKind::count;
  std::u16string label;  // 「(一)予以公开 · 自然人」
};

struct FormEquation {
  std::string id;
  std::string_view rule;
  std::vector<std::uint16_t> left;   // indices into Form::cells
  std::vector<std::uint16_t> right;  // the other side
};

// One line of values of a table: a row of sections 2 and 3, or the single row of section 4.
struct FormLine {
  TableId table = TableId::disclosure;
  std::string_view article;  // sections 2 only
  std::string_view key;      // "rules", "denied.internal"; empty for section 4
  std::uint16_t first = 0;   // index into Form::cells of its first cell
  std::uint16_t count = 0;
};

struct Form {
  const FormData* data = nullptr;
  std::vector<FormCell> cells;
  std::vector<FormLine> lines;
  std::vector<FormEquation> equations;

  [[nodiscard]] std::string_view id() const { return data->id; }
  // Index into `cells` of a table's first cell; a table's cells stand together.
  [[nodiscard]] std::size_t first_cell(TableId id) const;
  [[nodiscard]] std::span<const FormCell> cells_of(TableId id) const;
};

// The forms, newest first. Built once, on first use.
[[nodiscard]] std::span<const Form> all_forms();
[[nodiscard]] const Form* find_form(std::string_view id);
// The form that reports of a year are to follow: 2019 and 2020 the trial form, from 2021 the other.
[[nodiscard]] const Form* form_due(int year);

// The official names of the three tables, the headings of sections 2 to 4 without their numbers.
[[nodiscard]] std::u16string_view table_title(TableId id);

}  // namespace gouji
