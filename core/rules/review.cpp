#include "rules/review.h"

#include "rules/other_report.h"
#include "text/unicode.h"

namespace gouji {

std::span<const Cell> Review::cells(TableId id) const { return cells_of(answer, id); }

std::span<const FormCell> Review::form_cells(TableId id) const {
  const Form* form = tables.table(id).form;
  return form == nullptr ? std::span<const FormCell>() : form->cells_of(id);
}

const Cell* Review::cell(std::string_view id) const { return cell_of(answer, id); }

std::optional<Number> Review::value(std::string_view id) const { return value_of(answer, id); }

std::u16string_view folded_at(const Document& document, const Span& place) {
  const std::vector<std::uint32_t>& begin = document.normalized.begin;
  const auto at = [&](std::uint32_t source) {
    return static_cast<std::size_t>(std::lower_bound(begin.begin(), begin.end(), source) -
                                    begin.begin());
  };
  const std::size_t first = std::min(at(place.begin), document.folded.size());
  return std::u16string_view(document.folded).substr(first, at(place.end) - first);
}

std::string words(std::string_view pattern, std::initializer_list<std::string_view> figures) {
  std::string out;
  const auto* figure = figures.begin();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 1 < pattern.size() && pattern[i + 1] == '}' &&
        figure != figures.end()) {
      out += *figure++;
      ++i;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

Finding& report(Review& review, const Rule& rule, std::string message, std::string message_en) {
  Finding& finding = review.answer.findings.emplace_back();
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.basis = rule.basis;
  finding.basis_text = rule.basis_text;
  finding.message = std::move(message);
  finding.message_en = std::move(message_en);
  return finding;
}

void point_to(Finding& finding, const Cell& cell) {
  finding.cells.push_back(cell.id);
  if (cell.span) finding.spans.push_back(*cell.span);
}

std::string_view table_name(TableId id) {
  switch (id) {
    case TableId::disclosure:
      return "表二";
    case TableId::requests:
      return "表三";
    case TableId::disputes:
      return "表四";
  }
  return {};
}

std::string_view table_name_en(TableId id) {
  switch (id) {
    case TableId::disclosure:
      return "Table 2";
    case TableId::requests:
      return "Table 3";
    case TableId::disputes:
      return "Table 4";
  }
  return {};
}

std::string quoted(const FormCell& cell) { return "「" + to_utf8(cell.label) + "」"; }

}  // namespace gouji
