#include "tables/filling.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace gouji {
namespace {

// A text position of the normalized text as cells carry it.
void show(const Document& document, Cell& cell, const Token& token) {
  cell.span = document.normalized.original(token.begin, token.end);
  cell.text = to_utf8(document.source.substr(cell.span->begin, cell.span->end - cell.span->begin));
}

// More readings than a row has cells are of no use to anybody.
void add_candidate(Cell& cell, const std::optional<Number>& value) {
  constexpr std::size_t most = 16;
  if (cell.candidates.size() >= most) return;
  if (std::find(cell.candidates.begin(), cell.candidates.end(), value) == cell.candidates.end()) {
    cell.candidates.push_back(value);
  }
}

// The same row stands in the text twice: where the two differ neither can be preferred.
void conflict(Cell& cell, const Token& token) {
  const bool number = token.value.kind == ValueKind::number;
  if (cell.state == CellState::printed && number && cell.value == token.value.number) return;
  if (cell.state == CellState::blank && token.blank()) return;
  if (cell.state != CellState::printed && !number) return;
  if (cell.state != CellState::ambiguous) cell.candidates = {cell.value};
  add_candidate(cell, number ? std::optional(token.value.number) : std::nullopt);
  cell.state = CellState::ambiguous;
  cell.value.reset();
  cell.unit.clear();
}

void set(const Document& document, Cell& cell, const Token& token) {
  if (cell.state != CellState::missing) {
    conflict(cell, token);
    return;
  }
  set_value(cell, token.value);
  show(document, cell, token);
}

void leave_open(const Document& document, Cell& cell, const RowSlots& row,
                const Placement& placement, std::size_t column, std::size_t count) {
  if (cell.value) add_candidate(cell, cell.value);
  cell.state = CellState::ambiguous;
  cell.value.reset();
  cell.unit.clear();
  const std::size_t held = placement.held.size();
  const std::size_t spare = held > count ? held - count : count - held;
  const std::size_t low = held > count ? column : (column > spare ? column - spare : 0);
  const std::size_t high = held > count ? column + spare : column;
  for (std::size_t v = low; v <= high && v < held; ++v) {
    const Token& token = row.slots[placement.held[v]];
    const std::optional<Number> value =
        token.value.kind == ValueKind::number ? std::optional(token.value.number) : std::nullopt;
    add_candidate(cell, value);
  }
  if (held < count) add_candidate(cell, std::nullopt);
  if (held > 0) {
    cell.span = document.normalized.original(row.slots[placement.held.front()].begin,
                                             row.slots[placement.held.back()].end);
  }
}

}  // namespace

void set_value(Cell& cell, const Value& value) {
  cell.value.reset();
  cell.unit.clear();
  switch (value.kind) {
    case ValueKind::blank:
      cell.state = CellState::blank;
      break;
    case ValueKind::placeholder:
      cell.state = CellState::placeholder;
      break;
    case ValueKind::word:
      cell.state = CellState::unreadable;
      break;
    case ValueKind::number:
      cell.state = CellState::printed;
      cell.value = value.number;
      cell.unit = to_utf8(value.unit);
      break;
  }
}

void fill_cells(const Document& document, const Form& form, const RowSlots& row,
                const Placement& placement, std::span<Cell> table) {
  const FormLine& line = form.lines[row.line];
  const std::span<Cell> cells = table.subspan(line.first - form.first_cell(line.table), line.count);
  switch (placement.kind) {
    case Placement::Kind::missing:
      break;
    case Placement::Kind::placed:
      for (std::size_t c = 0; c < line.count; ++c) {
        if (!placement.slot[c]) continue;
        set(document, cells[c], row.slots[*placement.slot[c]]);
        cells[c].placed_by_equation = placement.by_equation;
      }
      break;
    case Placement::Kind::ambiguous:
      if (placement.held.empty()) break;  // blanks, but not as many as cells
      for (std::size_t c = 0; c < line.count; ++c) {
        leave_open(document, cells[c], row, placement, c, line.count);
      }
      break;
  }
}

void make_ambiguous(const RowSlots& row, Placement& placement) {
  if (placement.kind != Placement::Kind::placed) return;
  placement.kind = Placement::Kind::ambiguous;
  placement.held = held_slots(row);
}

bool offer_figures(const Document& document, const Region& region, std::span<Cell> table) {
  std::vector<Token> figures;
  for (const Token& token : tokenize(document, region.begin, region.end)) {
    if (!token.label && !token.prose && token.value.kind == ValueKind::number) {
      figures.push_back(token);
    }
  }
  const std::size_t count = table.size();
  if (figures.size() * 5 < count * 4 || figures.size() > count * 2) return false;
  const bool just_as_many = figures.size() == count;
  for (std::size_t c = 0; c < count; ++c) {
    Cell& cell = table[c];
    cell.state = CellState::ambiguous;
    cell.span = document.normalized.original(figures.front().begin, figures.back().end);
    if (just_as_many) {
      add_candidate(cell, figures[c].value.number);
    } else {
      for (const Token& figure : figures) add_candidate(cell, figure.value.number);
    }
  }
  return true;
}

}  // namespace gouji
