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

void Figure::append_to(std::string& out, bool english) const {
  constexpr std::string_view tables[][2] = {
      {"表二", "Table 2"}, {"表三", "Table 3"}, {"表四", "Table 4"}};
  switch (size_) {
    case string:
      out += as<std::string>();
      return;
    case utf16:
      append_utf8(out, as<std::u16string_view>());
      return;
    case utf16_string:
      append_utf8(out, as<std::u16string>());
      return;
    case integer:
      out += std::to_string(as<int>());
      return;
    case count:
      out += std::to_string(as<std::size_t>());
      return;
    case long_integer:
      out += std::to_string(as<std::int64_t>());
      return;
    case decimal:
      out += to_string(as<Number>());
      return;
    case value:
      out += in_words(as<Cell>());
      return;
    case name:
      out += tables[static_cast<std::size_t>(as<TableId>())][english ? 1 : 0];
      return;
    case either:
      out += english ? as<Message>().en : as<Message>().zh;
      return;
    default:
      out.append(static_cast<const char*>(at_), static_cast<std::size_t>(size_));
  }
}

namespace {

void append(std::string& out, bool english, const char* pattern, Figures figures) {
  const Figure* next = figures.begin();
  for (; *pattern != '\0'; ++pattern) {
    if (*pattern != '{') {
      out += *pattern;
    } else if (*++pattern == '}') {
      next++->append_to(out, english);
    } else {
      figures.begin()[*pattern - '0'].append_to(out, english);
      ++pattern;
    }
  }
}

}  // namespace

std::string words(const char* pattern, Figures figures) {
  std::string out;
  append(out, false, pattern, figures);
  return out;
}

void Message::add(const char* pattern, const char* pattern_en, Figures figures) {
  append(zh, false, pattern, figures);
  append(en, true, pattern_en, figures);
}

void Message::add_next(std::string_view mark, const char* pattern, const char* pattern_en,
                       Figures figures) {
  if (!empty()) {
    zh += mark;
    en += mark == "；" ? "; " : ", ";
  }
  add(pattern, pattern_en, figures);
}

Finding& report(Review& review, const Rule& rule, Message message) {
  Finding& finding = review.answer.findings.emplace_back();
  finding.rule = rule.id;
  finding.severity = rule.severity;
  finding.basis = rule.basis;
  finding.basis_text = rule.basis_text;
  finding.message = std::move(message.zh);
  finding.message_en = std::move(message.en);
  return finding;
}

Finding& report(Review& review, const Rule& rule, const char* pattern, const char* pattern_en,
                Figures figures) {
  return report(review, rule, Message(pattern, pattern_en, figures));
}

void point_to(Finding& finding, const Cell& cell) {
  finding.cells.push_back(cell.id);
  if (cell.span) finding.spans.push_back(*cell.span);
}

std::string quoted(const FormCell& cell) { return "「" + to_utf8(cell.label) + "」"; }

}  // namespace gouji
