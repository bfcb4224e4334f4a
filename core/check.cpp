#include <gouji/check.h>

#include <algorithm>
#include <iterator>

#include "repair/repair.h"
#include "rules/inference.h"
#include "rules/narrative.h"
#include "rules/review.h"
#include "tables/edits.h"
#include "text/ordering.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// Whether the text shows enough of the forms to be read as one of these reports: rows or heads of
// their tables, or the headings of their sections.
bool is_report(const Document& document, const Reconstruction& reconstruction,
               const Particulars& particulars) {
  std::size_t rows = 0;
  for (const TableReading& table : reconstruction.tables) rows += table.rows_seen;
  const std::size_t sections = reconstruction.sections.size();
  // The tables of the years before 2019 have heads of their own, and words in common with these.
  const bool older = document.folded.find(u"指标名称") != std::u16string::npos ||
                     (particulars.title_year > 0 && form_due(particulars.title_year) == nullptr);
  if (older && rows < 12) return false;
  return rows >= 4 || sections >= 3 || (rows >= 2 && sections >= 2) ||
         (!particulars.title.empty() && sections >= 2);
}

void infer_all(const Reconstruction& reconstruction, std::vector<Cell>& cells) {
  for (const TableId id : {TableId::requests, TableId::disputes}) {
    const TableReading& table = reconstruction.table(id);
    if (table.form == nullptr || table.status == TableStatus::lost ||
        table.status == TableStatus::absent) {
      continue;
    }
    const auto begin = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) {
      return cell.id.starts_with(name(id));
    });
    const auto end = std::find_if(begin, cells.end(),
                                  [&](const Cell& cell) { return !cell.id.starts_with(name(id)); });
    infer(*table.form, table.form->first_cell(id),
          std::span<Cell>(cells).subspan(static_cast<std::size_t>(begin - cells.begin()),
                                         static_cast<std::size_t>(end - begin)));
  }
}

// What the sums leave must be one of the readings that the text leaves.
void drop_contradicted(std::vector<Cell>& cells) {
  for (Cell& cell : cells) {
    if (cell.state != CellState::ambiguous || !cell.inferred || cell.candidates.empty()) continue;
    const std::optional<Number> value = Number{*cell.inferred, 0};
    if (std::find(cell.candidates.begin(), cell.candidates.end(), value) == cell.candidates.end()) {
      cell.inferred.reset();
    }
  }
}

void add_repairs(Review& review) {
  const bool fails =
      std::any_of(review.answer.equations.begin(), review.answer.equations.end(),
                  [](const Equation& equation) { return equation.status == EquationStatus::fail; });
  if (!fails) return;
  std::vector<Stated> stated;
  for (const auto& [cell, value] : stated_values(review)) stated.push_back({cell, value});
  for (const TableId id : {TableId::requests, TableId::disputes}) {
    const TableReading& table = review.tables.table(id);
    if (table.form == nullptr || review.cells(id).empty()) continue;
    std::vector<Repair> found =
        find_repairs(*table.form, id, review.cells(id), review.answer.equations, stated);
    std::move(found.begin(), found.end(), std::back_inserter(review.answer.repairs));
  }
}

Verdict verdict_of(const Answer& answer) {
  for (const Finding& finding : answer.findings) {
    if (finding.severity == Severity::error) return Verdict::inconsistent;
  }
  for (const Table& table : answer.tables) {
    if (table.status != TableStatus::complete) return Verdict::incomplete;
  }
  for (const Cell& cell : answer.cells) {
    if (cell.state == CellState::unreadable || cell.state == CellState::ambiguous) {
      return Verdict::incomplete;
    }
  }
  return Verdict::consistent;
}

bool is_empty(std::u16string_view text) {
  return std::none_of(text.begin(), text.end(), [](char16_t c) {
    return c > u' ' && !is_space(c) && c != 0xFEFF && c != 0x200B;
  });
}

void order_findings(std::vector<Finding>& findings) {
  put_in_order(findings,
               [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
}

}  // namespace

Answer unreadable(std::string reason, const Options& options) {
  Answer answer;
  answer.file = options.file;
  answer.verdict = Verdict::unreadable;
  answer.reason = std::move(reason);
  for (const TableId id : all_tables) {
    answer.tables.push_back({id, {}, TableStatus::absent, {}});
  }
  return answer;
}

Answer check(std::u16string_view text, const Options& options) {
  if (is_empty(text)) return unreadable("没有文字：请粘贴或打开一份报告", options);
  if (text.size() > max_text) {
    return unreadable("文字太长：共 " + std::to_string(text.size()) + " 个字符，最多 " +
                          std::to_string(max_text) + " 个",
                      options);
  }
  const Document document = read_document(text);
  const Gapless gapless(document);
  const Particulars particulars = read_particulars(document, gapless);
  const Form* due = particulars.year ? form_due(*particulars.year) : nullptr;
  Reconstruction reconstruction = reconstruct(document, due);

  Answer answer;
  answer.file = options.file;
  answer.title = particulars.title;
  answer.agency = particulars.agency;
  answer.year = particulars.year;
  answer.published = particulars.published;
  const bool known = is_report(document, reconstruction, particulars);
  for (const TableId id : all_tables) {
    const TableReading& table = reconstruction.table(id);
    Table& out = answer.tables.emplace_back();
    out.id = id;
    if (!known) continue;
    out.status = table.status;
    out.span = table.span;
    if (table.form != nullptr) out.form = table.form->id();
  }
  const Prose prose(gapless, reconstruction);
  Review review{document, reconstruction, particulars, prose, options, answer};
  if (!known) {
    answer.verdict = Verdict::unknown_form;
    check_structure(review);
    return answer;
  }
  answer.verdict = Verdict::consistent;
  answer.form = answer.tables[static_cast<std::size_t>(TableId::requests)].form;
  if (answer.form.empty()) answer.form = answer.tables.front().form;
  answer.sections = reconstruction.sections;
  answer.cells = std::move(reconstruction.cells);
  apply_edits(options.edits, answer);
  infer_all(reconstruction, answer.cells);
  drop_contradicted(answer.cells);
  check_structure(review);
  check_particulars(review);
  check_disclosure(review);
  check_equations(review);
  check_requests(review);
  check_cells(review);
  check_narrative(review);
  check_last_parts(review);
  check_document(review);
  check_previous(review);
  check_units(review);
  add_repairs(review);
  order_findings(answer.findings);
  answer.verdict = verdict_of(answer);
  return answer;
}

}  // namespace gouji
