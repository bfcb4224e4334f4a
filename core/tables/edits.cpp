#include "tables/edits.h"

#include <algorithm>

#include "tables/filling.h"
#include "tables/number.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/unicode.h"

namespace gouji {
namespace {

void apply(const Edit& edit, Cell& cell) {
  if (!cell.edited) cell.edited = Printed{cell.state, cell.value, std::move(cell.text)};
  const std::u16string read = fold(normalize(edit.text).text);
  set_value(cell, read_value(read));
  cell.text = to_utf8(edit.text);
  cell.candidates.clear();
  cell.placed_by_equation = false;
}

Table* table_of(Answer& answer, std::string_view cell) {
  for (Table& table : answer.tables) {
    if (cell.starts_with(name(table.id))) return &table;
  }
  return nullptr;
}

}  // namespace

void apply_edits(std::span<const Edit> edits, Answer& answer) {
  for (const Edit& edit : edits) {
    const Table* const table = table_of(answer, edit.cell);
    if (table == nullptr ||
        (table->status != TableStatus::complete && table->status != TableStatus::partial)) {
      continue;
    }
    const auto cell = std::find_if(answer.cells.begin(), answer.cells.end(),
                                   [&](const Cell& at) { return at.id == edit.cell; });
    if (cell != answer.cells.end()) apply(edit, *cell);
  }
  if (edits.empty()) return;
  for (Table& table : answer.tables) {
    if (table.status != TableStatus::partial) continue;
    const bool missing =
        std::any_of(answer.cells.begin(), answer.cells.end(), [&](const Cell& cell) {
          return cell.state == CellState::missing && cell.id.starts_with(name(table.id));
        });
    if (!missing) table.status = TableStatus::complete;
  }
}

}  // namespace gouji
