#include "tables/disputes.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tables/column_fit.h"
#include "tables/filling.h"
#include "tables/fused.h"

namespace gouji {
namespace {

struct Heads {
  std::size_t last = 0;  // index of the last one's group; how many groups there are: none
  std::size_t seen = 0;  // different ones
};

Heads find_heads(const Document& document, const std::vector<Group>& groups) {
  Heads out;
  out.last = groups.size();
  std::vector<bool> seen(labels().size(), false);
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const Label& label = label_of(document.labels[groups[g].hit]);
    if (label.kind != LabelKind::column && label.kind != LabelKind::head) continue;
    out.last = g;
    seen[label.order] = true;
  }
  out.seen = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
  return out;
}

// Whether every group of section 4 adds up, or has words among its figures and room for them.
bool groups_fit(const std::vector<Token>& row) {
  const std::size_t width = dispute_columns.size();
  for (std::size_t first = 0; first < row.size(); first += width) {
    std::int64_t parts = 0;
    bool words = false;
    for (std::size_t c = first; c + 1 < first + width; ++c) {
      words = words || row[c].value.kind == ValueKind::word;
      parts += row[c].value.number.units;
    }
    const Token& total = row[first + width - 1];
    if (total.value.kind == ValueKind::word) continue;
    const std::int64_t left = total.value.number.units - parts;
    if (words ? left < 0 : left != 0) return false;
  }
  return true;
}

// Whether the heads have the groups of section 4 in another order than the form.
bool suits_first(const Document& document, const std::vector<Group>& groups) {
  for (const Group& group : groups) {
    const Label& label = label_of(document.labels[group.hit]);
    if (label.kind == LabelKind::column) return false;
    if (label.kind != LabelKind::head) continue;
    if (label.key == dispute_groups[0].key) return false;
    return std::any_of(groups.begin(), groups.end(), [&](const Group& other) {
      const Label& head = label_of(document.labels[other.hit]);
      return head.kind == LabelKind::head && head.key == dispute_groups[0].key;
    });
  }
  return false;
}

// A row of empty cells is a line of bars alone, if rows of this table stand on one line each.
void blank_row(const Document& document, const Gatherer& gatherer, std::uint32_t head_line,
               RowSlots& row) {
  const std::vector<Token>& tokens = gatherer.tokens();
  const auto heads = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.label && token.line == head_line;
  });
  const std::vector<Line>& lines = document.layout.lines;
  if (heads < 3 || head_line + 1 >= lines.size()) return;
  const Line& line = lines[head_line + 1];
  if (line.merged == 0 || line.merged != line.columns) return;
  Token blank;
  blank.begin = line.begin;
  blank.end = line.end;
  blank.line = head_line + 1;
  blank.closed = true;
  row.slots.push_back(blank);
}

// Words among the figures, where no other reading gives the row its cells.
void take_whole_row(const Gatherer& gatherer, std::size_t first, RowSlots& row) {
  if (!row.unsure && row.slots.size() == row.count) return;
  std::vector<Token> whole = gatherer.whole_row(first, row.count);
  if (whole.empty() || !groups_fit(whole)) return;
  row.slots = std::move(whole);
  row.unsure = false;
  row.fused = 0;
  gatherer.note_geometry(row);
}

// With heads lost as well blanks are what is left of them.
void drop_lost_heads(const Document& document, const std::vector<Group>& groups, RowSlots& row) {
  const auto columns = std::count_if(groups.begin(), groups.end(), [&](const Group& group) {
    return label_of(document.labels[group.hit]).kind == LabelKind::column;
  });
  const bool blank = std::all_of(row.slots.begin(), row.slots.end(),
                                 [](const Token& token) { return token.blank(); });
  if (blank && columns * 5 < std::ptrdiff_t{row.count} * 4) row.slots.clear();
}

}  // namespace

void read_disputes(const Document& document, const Evidence& evidence, const Gatherer& gatherer,
                   TableReading& reading, std::span<Cell> cells) {
  const Form& form = *reading.form;
  const auto line = std::find_if(form.lines.begin(), form.lines.end(),
                                 [](const FormLine& l) { return l.table == TableId::disputes; });
  const std::vector<Group> groups = gatherer.groups();
  const Heads heads = find_heads(document, groups);
  reading.rows_seen = heads.seen;
  if (heads.last == groups.size()) return;
  // The values follow the last head; what else stands on the heads' own line of cells is no
  // value.
  const std::vector<Token>& tokens = gatherer.tokens();
  std::size_t first = groups[heads.last].first;
  const std::uint32_t head_line = tokens[first].line;
  const bool closed = tokens[first].closed;
  while (first < tokens.size() &&
         (tokens[first].label || (closed && tokens[first].line == head_line))) {
    ++first;
  }
  std::vector<RowSlots> rows;
  RowSlots& row = rows.emplace_back(gatherer.slots_from(first, line->count));
  row.line = static_cast<std::uint16_t>(line - form.lines.begin());
  if (row.slots.empty() && closed && !evidence.lines_removed) {
    blank_row(document, gatherer, head_line, row);
  }
  take_whole_row(gatherer, first, row);
  drop_lost_heads(document, groups, row);
  row.label_line = row.slots.empty() || row.one_line ? row.label_line : head_line;
  row.first_token = first;
  row.last_token = tokens.size();
  if (!closed) take_by_lines(document, gatherer, evidence.line_step, row);
  row.sum_width = static_cast<std::uint16_t>(dispute_columns.size());
  part_fused(document.folded, form, rows, false);
  row.unsure = row.unsure || (evidence.lines_removed && has_lone_lines(row)) ||
               suits_first(document, groups);
  const std::vector<Placement> placements =
      place(rows, head_geometry(document, gatherer, groups), false);
  fill_cells(document, form, row, placements.front(), cells);
}

}  // namespace gouji
