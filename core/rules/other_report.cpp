#include "rules/other_report.h"

namespace gouji {
namespace {

constexpr std::u16string_view between = u" · ";

}  // namespace

std::span<const Cell> cells_of(const Answer& answer, TableId id) {
  // The tables' names, which the ids begin with, differ in this letter. It is asked for often.
  constexpr std::size_t telling = 4;
  const char letter = name(id)[telling];
  const std::span<const Cell> all = answer.cells;
  std::size_t first = 0;
  while (first < all.size() && all[first].id[telling] != letter) ++first;
  std::size_t last = first;
  while (last < all.size() && all[last].id[telling] == letter) ++last;
  return all.subspan(first, last - first);
}

const Cell* cell_of(const Answer& answer, std::string_view id) {
  for (const Cell& cell : answer.cells) {
    if (cell.id == id) return &cell;
  }
  return nullptr;
}

std::optional<Number> value_of(const Cell& cell) {
  if (cell.value) return cell.value;
  if (cell.inferred) return Number{*cell.inferred, 0};
  if (cell.state == CellState::blank || cell.state == CellState::placeholder) return Number{};
  return std::nullopt;
}

std::optional<Number> value_of(const Answer& answer, std::string_view id) {
  const Cell* const cell = cell_of(answer, id);
  return cell == nullptr ? std::nullopt : value_of(*cell);
}

std::string in_words(const Cell& cell) {
  if (cell.value) return to_string(*cell.value);
  return cell.inferred ? std::to_string(*cell.inferred) + "（推出）" : "空白";
}

std::u16string_view row_of(const FormCell& cell) {
  return std::u16string_view(cell.label).substr(0, cell.label.find(between));
}

std::u16string_view column_of(const FormCell& cell) {
  return std::u16string_view(cell.label).substr(cell.label.find(between) + between.size());
}

}  // namespace gouji
