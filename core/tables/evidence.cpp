#include "tables/evidence.h"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "tables/cell_words.h"
#include "tables/fused.h"
#include "text/ordering.h"

namespace gouji {
namespace {

// Rows of section 3, as many as tell how the text is laid out.
std::vector<RowSlots> first_rows(const Document& document, const Gatherer& requests) {
  constexpr std::size_t enough = 100;
  std::vector<RowSlots> out;
  for (const Group& group : requests.groups()) {
    if (label_of(document.labels[group.hit]).kind != LabelKind::row) continue;
    out.push_back(requests.slots(group, applicant_columns.size()));
    if (out.size() == enough) break;
  }
  return out;
}

std::uint32_t number_of(const Document& document, std::uint32_t line) {
  return document.layout.lines[line].number;
}

// Whether the lines from a row's label to the next label are just those of its cells, and its
// values stand on them.
bool fits_lines(const Document& document, const Gatherer& gatherer, const RowSlots& row,
                std::uint32_t step) {
  const std::uint32_t from = number_of(document, row.label_line);
  if (row.last_token < gatherer.tokens().size()) {
    const Token& next = gatherer.tokens()[row.last_token];
    if (number_of(document, next.line) - from != step * (row.count + 1U)) return false;
    // A page's mark has a line as well.
    const std::uint32_t label = gatherer.tokens()[row.first_token].begin;
    const auto& marks = document.layout.page_marks;
    if (std::any_of(marks.begin(), marks.end(), [&](const PageMark& mark) {
          return mark.begin >= label && mark.begin < next.begin;
        })) {
      return false;
    }
  }
  return std::all_of(row.slots.begin(), row.slots.end(), [&](const Token& token) {
    const std::uint32_t at = number_of(document, token.line) - from;
    return !token.closed && token.line > row.label_line && at % step == 0 && at / step <= row.count;
  });
}

// In some texts each cell has a line, empty cells an empty one: every row of section 3 has then
// as many lines between its label and the next. Gives how far cells are apart, 0 where it is not
// so.
std::uint32_t step_of_lines(const Document& document, const Gatherer& gatherer,
                            const std::vector<RowSlots>& requests) {
  constexpr std::size_t enough = 8;
  for (const std::uint32_t step : {1U, 2U}) {
    std::size_t rows = 0;
    std::size_t fitting = 0;
    std::size_t short_rows = 0;
    for (const RowSlots& row : requests) {
      if (row.last_token >= gatherer.tokens().size()) continue;
      ++rows;
      const bool fits = fits_lines(document, gatherer, row, step);
      fitting += fits ? 1 : 0;
      short_rows += fits && row.slots.size() < row.count ? 1 : 0;
    }
    if (rows >= enough && fitting * 10 >= rows * 9 && short_rows > 0) return step;
  }
  return 0;
}

// Whether the lines of a table's last row go on just to the heading behind it.
bool ends_region(const Document& document, const Region& region, std::uint32_t step,
                 const RowSlots& row) {
  const std::uint32_t end = region.end;
  const std::vector<Line>& lines = document.layout.lines;
  const auto next = std::partition_point(lines.begin(), lines.end(),
                                         [&](const Line& other) { return other.end <= end; });
  return next != lines.end() && !row.slots.empty() &&
         next->number - number_of(document, row.label_line) == step * (row.count + 1U);
}

// The line of the text as it came that holds a place of the normalized text.
std::u16string_view source_line(const Document& document, std::uint32_t at) {
  const std::u16string_view source = document.source;
  const std::uint32_t here = document.normalized.original(at, at + 1).begin;
  const std::size_t before = source.find_last_of(u"\r\n", here);
  const std::size_t begin = before == std::u16string_view::npos ? 0 : before + 1;
  return source.substr(begin, source.find_first_of(u"\r\n", here) - begin);
}

// Some sites leave out every line that they have printed before: then of all lines with a figure
// alone, of which a report's tables repeat many, no two are equal.
bool repeated_lines_removed(const Document& document, const Region& region,
                            const std::vector<RowSlots>& requests) {
  constexpr std::size_t enough = 3;
  constexpr std::uint32_t rows = 8;
  if (region.rows < rows) return false;
  // Whole rows would be left only where they stand on a line each.
  constexpr std::size_t most_whole = 4;
  std::size_t whole = 0;
  for (const RowSlots& row : requests) whole += held_slots(row).size() >= row.count ? 1 : 0;
  if (whole > most_whole) return false;
  const Layout& layout = document.layout;
  std::vector<std::u16string_view> seen;
  std::vector<std::u16string_view> printed;  // with the spaces around them
  for (const Line& line : layout.lines) {
    const Piece* only = nullptr;
    std::size_t held = 0;
    for (std::uint32_t p = line.first_piece; p < line.first_piece + line.pieces; ++p) {
      if (layout.pieces[p].empty()) continue;
      only = &layout.pieces[p];
      ++held;
    }
    if (held != 1 || only->end - only->begin > 12) continue;
    const std::u16string_view text =
        std::u16string_view(document.folded).substr(only->begin, only->end - only->begin);
    const ValueKind kind = read_value(text).kind;
    if (kind != ValueKind::number && kind != ValueKind::placeholder) continue;
    seen.push_back(text);
    printed.push_back(source_line(document, only->begin));
  }
  const auto all_differ = [](std::vector<std::u16string_view>& lines) {
    put_in_order(lines, std::less<>());
    return std::adjacent_find(lines.begin(), lines.end()) == lines.end();
  };
  // Lines that differ in their spaces alone are left. Of few such lines chance may have made all.
  constexpr std::size_t many = 12;
  return seen.size() >= enough &&
         (all_differ(seen) || (seen.size() >= many && all_differ(printed)));
}

}  // namespace

Evidence find_evidence(const Document& document, const Gatherer& requests) {
  const std::vector<RowSlots> rows = first_rows(document, requests);
  Evidence out;
  out.line_step = step_of_lines(document, requests, rows);
  out.lines_removed = repeated_lines_removed(document, requests.region(), rows);
  out.blanks_vanish = loses_blanks(document.folded, rows);
  return out;
}

void take_by_lines(const Document& document, const Gatherer& gatherer, std::uint32_t step,
                   RowSlots& row) {
  const bool open_end = row.last_token >= gatherer.tokens().size();
  if (step == 0 || (open_end && !ends_region(document, gatherer.region(), step, row)) ||
      row.slots.size() >= row.count || !fits_lines(document, gatherer, row, step)) {
    return;
  }
  const std::uint32_t from = number_of(document, row.label_line);
  const std::uint32_t end = document.layout.lines[row.label_line].end;
  Token blank;
  blank.begin = blank.end = end;
  blank.line = row.label_line;
  blank.closed = true;
  std::vector<Token> cells(row.count, blank);
  std::uint32_t line = row.label_line;
  for (std::size_t t = row.first_token; t < row.last_token; ++t) {
    Token token = gatherer.tokens()[t];
    if (token.label || token.line <= row.label_line) continue;
    const std::uint32_t at = number_of(document, token.line) - from;
    if (at > step * row.count) break;
    if (at % step != 0 || token.line == line || token.letters > longest_word ||
        (token.value.kind == ValueKind::word && is_label(document.folded, token))) {
      return;
    }
    line = token.line;
    token.closed = true;
    cells[at / step - 1] = token;
  }
  for (std::size_t c = 1; c < cells.size(); ++c) {
    if (cells[c].blank()) cells[c].begin = cells[c].end = cells[c - 1].end;
  }
  row.slots = std::move(cells);
  row.by_lines = true;
  row.stopped = false;
  row.unsure = false;
  row.with_words.clear();
}

bool has_lone_lines(const RowSlots& row) {
  for (std::size_t s = 0; s < row.slots.size(); ++s) {
    const bool beside = row.one_line || row.slots[s].fused;
    if (row.slots[s].line == row.label_line && beside) return false;
    if (s > 0 && row.slots[s].line == row.slots[s - 1].line) return false;
  }
  return !row.slots.empty();
}

}  // namespace gouji
