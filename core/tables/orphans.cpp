#include "tables/orphans.h"

#include <algorithm>

#include "tables/cell_words.h"

namespace gouji {
namespace {

// Whether a cell stands in a column in which whole rows have values.
bool among_values(const Document& document, const Token& token, const std::vector<RowSlots>& rows) {
  const std::uint16_t columns = document.layout.lines[token.line].columns;
  return std::any_of(rows.begin(), rows.end(), [&](const RowSlots& row) {
    return row.one_line && row.line_columns == columns && row.slots.size() >= row.count &&
           !row.slots.front().blank() && token.column >= row.slots.front().column;
  });
}

}  // namespace

bool give_orphans(const Document& document, const Gatherer& gatherer, std::uint8_t form,
                  std::vector<RowSlots>& rows) {
  const std::vector<Token>& tokens = gatherer.tokens();
  bool bare = false;  // some have no group's head beside them either, or heads are broken over rows
  bool sums = false;  // groups' heads have figures of their own
  // Lines of cells that no label stands on, by the row in whose group they are.
  const auto empty_row = [](const RowSlots& row) {
    return row.one_line && std::all_of(row.slots.begin(), row.slots.end(),
                                       [](const Token& token) { return token.blank(); });
  };
  // Rows stand in the order of the text.
  const auto row_on = [&](std::uint32_t line) -> RowSlots* {
    const auto row = std::partition_point(
        rows.begin(), rows.end(), [&](const RowSlots& other) { return other.label_line < line; });
    return row != rows.end() && row->label_line == line ? &*row : nullptr;
  };
  for (std::size_t i = 0; i < tokens.size();) {
    const std::uint32_t line = tokens[i].line;
    std::size_t end = i;
    std::size_t held = 0;
    std::size_t first_held = 0;
    bool labelled = false;
    bool beside_head = false;
    bool foreign = false;  // the label of a row that the form does not have
    bool closed = true;
    for (; end < tokens.size() && tokens[end].line == line; ++end) {
      const Token& token = tokens[end];
      // The head of a group, or a part of one, may stand on any of its lines.
      if (token.label) {
        const Label& label = label_of(document.labels[token.hit]);
        const bool head = label.kind == LabelKind::group ||
                          (label.kind == LabelKind::row && (label.forms & form) == 0);
        labelled = labelled || !head;
        // A merged head over many rows is broken over them: 「三、本」. Groups stand there whole.
        const bool exact = document.labels[token.hit].exact;
        beside_head = beside_head || (exact && label.key != "results");
        bare = bare || (!exact && label.key == "results");
      }
      closed = closed && (token.closed || token.label);
      bare = bare || (!token.label && token.value.kind == ValueKind::word && token.letters > 0 &&
                      is_part_of_head(document.folded, token));
      foreign = foreign || (!token.label && token.value.kind == ValueKind::word && held == 0 &&
                            token.letters > 0 && !is_part_of_head(document.folded, token) &&
                            !among_values(document, token, rows));
      if (token.label || token.blank() || token.value.kind == ValueKind::word) continue;
      if (held == 0) first_held = end;
      ++held;
    }
    while (first_held > i && held > 0 && tokens[first_held - 1].value.kind == ValueKind::word &&
           !tokens[first_held - 1].label && among_values(document, tokens[first_held - 1], rows)) {
      --first_held;
    }
    const std::size_t begin = i;
    i = end;
    if (labelled || foreign || !closed || held < 2 || begin == 0 || end >= tokens.size()) continue;
    RowSlots* const before = row_on(tokens[begin - 1].line);
    RowSlots* const after = row_on(tokens[end].line);
    const bool of_before = before != nullptr && empty_row(*before);
    const bool of_after = after != nullptr && empty_row(*after);
    if (of_before == of_after) {
      if (of_before) before->unsure = after->unsure = true;
      sums = sums || (!of_before && beside_head);
      continue;
    }
    RowSlots& row = of_before ? *before : *after;
    if (held > row.count) continue;
    // Figures that another row has taken are no orphans.
    if (std::any_of(rows.begin(), rows.end(), [&](const RowSlots& other) {
          return &other != &row && !other.slots.empty() &&
                 other.slots.front().begin < tokens[end - 1].end &&
                 tokens[begin].begin < other.slots.back().end;
        })) {
      continue;
    }
    row.adopted = beside_head;
    bare = bare || !beside_head;
    row.slots.clear();
    for (std::size_t t = begin; t < end; ++t) {
      if (tokens[t].slot() && (t >= first_held || tokens[t].blank())) {
        row.slots.push_back(tokens[t]);
      }
    }
    row.line_columns = document.layout.lines[line].columns;
  }
  return bare && !sums;
}

}  // namespace gouji
