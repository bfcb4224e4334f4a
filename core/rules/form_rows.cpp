#include "rules/form_rows.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "rules/foreign_rows.h"
#include "rules/sum.h"
#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {
namespace {

std::u16string row_label(const FormCell& cell) {
  return cell.label.substr(0, cell.label.find(u" · "));
}

// Rows of the form that a table surely does not have: all its others are whole, nothing stands
// where the row would, and the sums hold without it. A row that was lost in copying leaves a gap in
// the sums, unless it held zeros alone.
class Rows {
 public:
  Rows(Review& review, TableId id, const Rule& missing, const Rule& extra)
      : review_(review),
        id_(id),
        row_missing_(missing),
        row_extra_(extra),
        table_(review.tables.table(id)),
        cells_(review.cells(id)) {}

  void run() {
    if (table_.form == nullptr || cells_.empty() || table_.status == TableStatus::lost ||
        table_.status == TableStatus::absent) {
      return;
    }
    const std::vector<ForeignRow> foreign = foreign_rows(review_, id_);
    missing(foreign);
    extra(foreign);
  }

 private:
  [[nodiscard]] std::span<const Cell> cells_of(const FormLine& line) const {
    return cells_.subspan(line.first - table_.form->first_cell(id_), line.count);
  }

  [[nodiscard]] bool stands_there(const FormLine& line) const {
    for (const Hit& hit : review_.document.labels) {
      const Label& label = label_of(hit);
      if (label.kind == LabelKind::row && label.part == static_cast<int>(id_) + 2 &&
          label.article == line.article && label.key == line.key) {
        return true;
      }
    }
    return false;
  }

  static bool is_whole(std::span<const Cell> cells) {
    return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) {
      return cell.span && cell.state != CellState::ambiguous && cell.state != CellState::missing;
    });
  }

  void missing(const std::vector<ForeignRow>& foreign) {
    constexpr std::size_t most = 3;
    std::vector<const FormLine*> lost;
    std::vector<const FormLine*> lines;
    for (const FormLine& line : table_.form->lines) {
      if (line.table == id_) lines.push_back(&line);
    }
    for (const FormLine* line : lines) {
      const std::span<const Cell> cells = cells_of(*line);
      if (is_whole(cells)) continue;
      const bool none = std::all_of(cells.begin(), cells.end(), [](const Cell& cell) {
        return cell.state == CellState::missing;
      });
      if (!none || stands_there(*line)) return;
      lost.push_back(line);
    }
    if (lost.empty() || lost.size() > most || !foreign.empty() || !sums_hold()) return;
    for (const FormLine* line : lost) {
      const auto at =
          static_cast<std::size_t>(std::find(lines.begin(), lines.end(), line) - lines.begin());
      if (!closed_up(lines, at)) return;
    }
    for (const FormLine* line : lost) {
      const std::u16string name = row_label(table_.form->cells[line->first]);
      Finding& finding =
          report(review_, row_missing_, "{0}没有表式中的「{1}」一行；也可能在复制时丢失，请核实",
                 "{0} does not have the form's row {2}; it may have been lost in copying",
                 {id_, name, line->key});
      for (const Cell& cell : cells_of(*line)) point_to(finding, cell);
      if (table_.span) finding.spans.push_back(*table_.span);
    }
  }

  // Whether between the rows around a place of the form's only heads of groups stand.
  [[nodiscard]] bool closed_up(const std::vector<const FormLine*>& lines, std::size_t at) const {
    if (at + 1 >= lines.size()) return false;
    const std::span<const Cell> behind = cells_of(*lines[at + 1]);
    if (!is_whole(behind)) return false;
    // The first row stands behind the heading.
    const std::optional<std::uint32_t> top = at == 0 ? end_of_heading() : std::nullopt;
    const std::span<const Cell> before =
        at == 0 ? std::span<const Cell>() : cells_of(*lines[at - 1]);
    if (at == 0 ? !top.has_value() : !is_whole(before)) return false;
    const Document& document = review_.document;
    for (const Hit& hit : document.labels) {
      const Label& label = label_of(hit);
      if (label.kind != LabelKind::row || label.part != static_cast<int>(id_) + 2 ||
          label.article != lines[at + 1]->article || label.key != lines[at + 1]->key) {
        continue;
      }
      std::uint32_t from = top.value_or(0);
      for (const Cell& cell : before) from = std::max(from, cell.span->end);
      const std::uint32_t to = document.normalized.original(hit.begin, hit.end).begin;
      return from < to && only_heads(from, to);
    }
    return false;
  }

  [[nodiscard]] std::optional<std::uint32_t> end_of_heading() const {
    for (const Section& section : review_.answer.sections) {
      if (section.number == static_cast<int>(id_) + 2) return section.span.end;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool only_heads(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t longest = 200;
    if (to - from > longest) return false;
    const Document& document = review_.document;
    for (const Letter& letter : document.letters) {
      const std::uint32_t at = document.normalized.original(letter.at, letter.at + 1).begin;
      if (at < from || at >= to || is_numeral(letter.c)) continue;
      const bool owned =
          std::any_of(document.labels.begin(), document.labels.end(), [&](const Hit& hit) {
            return label_of(hit).kind != LabelKind::row && hit.begin <= letter.at &&
                   letter.at < hit.end;
          });
      if (!owned) return false;
    }
    // Nor is there a figure, but for a row's number.
    const std::u16string_view between = folded_at(document, {from, to});
    for (std::size_t i = 0; i < between.size(); ++i) {
      const char16_t next = i + 1 < between.size() ? between[i + 1] : u'.';
      if (between[i] == u'/' || (is_digit(between[i]) && next != u'.' && next != 0x3001)) {
        return false;
      }
    }
    // A page's end may have swallowed a row.
    const std::u16string_view text = document.source.substr(from, to - from);
    return text.find(u'\f') == std::u16string_view::npos &&
           std::none_of(document.layout.page_marks.begin(), document.layout.page_marks.end(),
                        [&](const PageMark& mark) {
                          const Span place = document.normalized.original(mark.begin, mark.end);
                          return place.begin < to && from < place.end;
                        });
  }

  // With the cells that are not there as 0.
  [[nodiscard]] bool sums_hold() const {
    if (id_ != TableId::requests) return true;
    const std::size_t first = table_.form->first_cell(id_);
    for (const FormEquation& equation : table_.form->equations) {
      if (table_.form->cells[equation.left.front()].table != id_) continue;
      std::optional<Number> residual = Number{};
      for (const std::uint16_t index : equation.left) {
        const Cell& cell = cells_[index - first];
        if (cell.value && residual) residual = add(*residual, *cell.value);
      }
      for (const std::uint16_t index : equation.right) {
        const Cell& cell = cells_[index - first];
        if (cell.value && residual) residual = subtract(*residual, *cell.value);
      }
      if (!residual || residual->units != 0) return false;
    }
    return true;
  }

  // Where a row of the form was not found, the words may be its label, misread.
  void extra(const std::vector<ForeignRow>& foreign) {
    std::size_t rows = 0;
    for (const FormLine& line : table_.form->lines) rows += line.table == id_ ? 1 : 0;
    if (table_.rows_seen < rows) return;
    for (const ForeignRow& row : foreign) tell_extra(row.label, row.span);
    rows_of_the_other_form();
  }

  // 「政府集中采购」 under the form of 2021.
  void rows_of_the_other_form() {
    const Document& document = review_.document;
    // In section 3 a row of the one form, 「(六)其他处理」, is a group's head of the other.
    if (id_ != TableId::disclosure || !table_.span) return;
    unsigned own = 0;
    for (std::size_t i = 0; i < all_forms().size(); ++i) {
      if (&all_forms()[i] == table_.form) own = 1U << i;
    }
    for (const Hit& hit : document.labels) {
      const Label& label = label_of(hit);
      if (label.kind != LabelKind::row || label.part != static_cast<int>(id_) + 2 || !hit.exact ||
          label.forms == 0 || (label.forms & own) != 0 || has_line(label)) {
        continue;
      }
      const Span place = document.normalized.original(hit.begin, hit.end);
      if (place.begin < table_.span->begin || place.end > table_.span->end) continue;
      std::u16string name;
      for (std::size_t i = hit.first; i < hit.last; ++i) name += document.letters[i].c;
      tell_extra(name, place);
    }
  }

  [[nodiscard]] bool has_line(const Label& label) const {
    const std::span<const FormLine> lines = table_.form->lines;
    return std::any_of(lines.begin(), lines.end(), [&](const FormLine& line) {
      return line.table == id_ && line.article == label.article && line.key == label.key;
    });
  }

  void tell_extra(std::u16string_view label, const Span& place) {
    Finding& finding =
        report(review_, row_extra_, "{}有表式以外的一行“{}”；它不进入任何等式",
               "{} has a row that the form does not have; it enters no equation", {id_, label});
    finding.spans.push_back(place);
  }

  Review& review_;
  TableId id_;
  const Rule& row_missing_;
  const Rule& row_extra_;
  const TableReading& table_;
  std::span<const Cell> cells_;
};

}  // namespace

void check_rows(Review& review, TableId id, const Rule& missing, const Rule& extra) {
  Rows(review, id, missing, extra).run();
}

}  // namespace gouji
