// What the rules look at, and how they report.
#pragma once

#include <string>
#include <string_view>

#include <gouji/answer.h>

#include "forms/form.h"
#include "narrative/particulars.h"
#include "tables/tables.h"

namespace gouji {

struct Review {
  const Document& document;
  const Reconstruction& tables;
  const Particulars& particulars;
  Answer& answer;  // cells are complete; findings and equations are added

  // The cells of one table within Answer::cells, in the form's order.
  [[nodiscard]] std::span<const Cell> cells(TableId id) const;
  // The form's facts about the cells of one table, in the same order.
  [[nodiscard]] std::span<const FormCell> form_cells(TableId id) const;
};

// What a rule is, whichever report it is applied to.
struct Rule {
  std::string_view id;
  Severity severity;  // the highest that a finding of it may have
  Basis basis;
  std::string_view basis_text;
};

// Adds a finding and gives it, so that cells, spans and a lower severity can be set.
Finding& report(Review& review, const Rule& rule, std::string message, std::string message_en);
// Puts a cell and its place into a finding.
void point_to(Finding& finding, const Cell& cell);

[[nodiscard]] std::string_view table_name(TableId id);     // 表二, 表三, 表四
[[nodiscard]] std::string_view table_name_en(TableId id);  // table 2 …
// 「(一)予以公开 · 自然人」
[[nodiscard]] std::string quoted(const FormCell& cell);

// One family of rules each.
void check_equations(Review& review);  // T3.BALANCE, T3.RESULTS, T3.ROW, T4.SUM
void check_cells(Review& review);      // CELL.*
void check_structure(Review& review);  // STRUCT.*, META.UNKNOWN_FORM

}  // namespace gouji
