// The three tables of a report, reconstructed from its text.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

#include "forms/form.h"
#include "layout/layout.h"
#include "tables/label_search.h"
#include "text/normalize.h"

namespace gouji {

// A line with a heading where no section begins: its words are no cells.
struct Stray {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A text on its way through the stages. `normalized` and what follows refer to its own offsets.
// Of several reports in one text it holds the first.
struct Document {
  std::u16string_view source;
  std::optional<Span> others;  // in the source: where a further report begins, to the end
  Normalized normalized;
  Layout layout;
  std::vector<Letter> letters;
  std::u16string folded;      // the normalized text with traditional ideographs folded
  std::vector<Hit> labels;    // those that were chosen, in the order of the text
  std::vector<Hit> headings;  // of sections, also those that the tables' order passes over
  std::vector<Stray> strays;  // in the order of the text
};

[[nodiscard]] Document read_document(std::u16string_view source);

// A figure of a column 小计, which is none of the form's.
struct Subtotal {
  std::uint16_t line = 0;  // of its row, index into Form::lines
  Number value;
  Span span;
};

// A row with a figure more than it has cells.
struct Surplus {
  std::uint16_t line = 0;
  std::vector<Number> values;
  Span span;
};

struct TableReading {
  const Form* form = nullptr;  // null when it cannot be told
  TableStatus status = TableStatus::absent;
  std::optional<Span> span;   // in the source
  std::size_t rows_seen = 0;  // rows of the form whose label stands in the text
  std::vector<Subtotal> subtotals;
  std::vector<Surplus> surplus;
};

struct Reconstruction {
  std::array<TableReading, 3> tables;  // by TableId

  [[nodiscard]] const TableReading& table(TableId id) const {
    return tables[static_cast<std::size_t>(id)];
  }

  std::vector<Cell> cells;        // of all three, in the form's order; no inferred values yet
  std::vector<Section> sections;  // by number, each once
};

// `due` is the form that the report's year asks for, used where the text itself does not tell;
// null when the year is not known.
[[nodiscard]] Reconstruction reconstruct(const Document& document, const Form* due);

}  // namespace gouji
