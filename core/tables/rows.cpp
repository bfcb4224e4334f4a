#include "tables/rows.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tables/blocks.h"
#include "tables/column_fit.h"
#include "tables/columns.h"
#include "tables/filling.h"
#include "tables/fused.h"
#include "tables/orphans.h"

namespace gouji {
namespace {

std::size_t known_rows(const std::vector<Placement>& placements) {
  return static_cast<std::size_t>(std::count_if(
      placements.begin(), placements.end(),
      [](const Placement& placement) { return placement.kind != Placement::Kind::missing; }));
}

std::optional<std::uint16_t> line_of(const Form& form, TableId id, const Label& label) {
  for (std::size_t l = 0; l < form.lines.size(); ++l) {
    const FormLine& line = form.lines[l];
    if (line.table == id && line.article == label.article && line.key == label.key) {
      return static_cast<std::uint16_t>(l);
    }
  }
  return std::nullopt;
}

// A part of a label with which the text begins may be the end of any other.
bool is_cut_off(const Hit& hit) { return hit.first == 0 && !hit.exact; }

std::uint8_t depth_of(const Label& label, TableId id) {
  if (id != TableId::requests) return 0;
  const std::string_view key = label.key;
  if (key.find('.') != std::string_view::npos) return 2;
  return key == "new" || key == "carried_in" || key == "carried_out" ? 0 : 1;
}

class RowReader {
 public:
  RowReader(const Document& document, const Evidence& evidence, TableId id, Gatherer& gatherer,
            TableReading& reading, std::span<Cell> cells)
      : document_(document),
        evidence_(evidence),
        id_(id),
        gatherer_(gatherer),
        reading_(reading),
        form_(*reading.form),
        form_bit_(static_cast<std::uint8_t>(1U << (reading.form - all_forms().data()))),
        cells_(cells) {}

  // The passes over the rows. Each works on what those before it have left: beside it stands what
  // it needs of them.
  void read() {
    // First, because it takes tokens away, and groups and rows are indices into them.
    gatherer_.drop_row_numbers();
    groups_ = gatherer_.groups();
    // What stands behind each label. The steps below put right what that is not enough for.
    gather_rows();
    // How many cells a row has in this text: all steps below measure rows by that.
    fit_columns();
    // Lines of cells go to the empty row beside them. Figures that a row has are no orphans: so
    // before any step that gives a row other figures than those behind its label.
    const bool trusted = give_orphans(document_, gatherer_, form_bit_, rows_);
    // Empty lines are cells of short rows. Before words are looked at: these are taken only where
    // all other rows are whole, and where lines tell of a row its words need not.
    for (RowSlots& row : rows_) {
      take_by_lines(document_, gatherer_, evidence_.line_step, row);
    }
    // Rows that words complete have their values. Before blocks are shared, which such rows would
    // be part of, as labels without figures or as rows that other labels' words cut short.
    take_words(rows_);
    // Labels that no step before has given figures have them behind a later label.
    share_blocks(document_, gatherer_, rows_);
    // Where figures stand below the heads alone, whatever was found behind labels is void. After
    // all steps that look there, because it replaces the figures and the doubts of every row.
    settle_misplaced(document_, gatherer_, rows_);
    // Sums tell something of a row once its figures are its own. Doubts go by the row as it stands,
    // so they come before the digits on the line below, some of which sharing has put there.
    for (RowSlots& row : rows_) {
      settle_broken(row);
      settle_last(row);
      join_below(document_, row);
    }
    // Goes by the sums of columns, too, and so needs the figures of all other rows.
    part_fused(document_.folded, form_, rows_,
               id_ == TableId::disclosure && evidence_.blanks_vanish);
    // The steps above clear doubts as well as raise them; these hold whatever they have found.
    doubt_rows();
    // Rows that can be read in one way only tell of the others: so all of them are ready by now.
    placements_ = place(rows_, head_geometry(document_, gatherer_, groups_),
                        id_ == TableId::requests && all_columns(document_, groups_));
    note_surplus();
    if (known_rows(placements_) == 0) return;
    // The columns of the text become the form's, by which the cells are filled.
    drop_extra_column();
    name_columns();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      fill_cells(document_, form_, rows_[i], placements_[i], cells_);
    }
    // Last, because it adds up the results as they were filled in.
    if (id_ == TableId::requests && !trusted) doubt_adopted();
  }

 private:
  void gather_rows() {
    subtotals_ = id_ == TableId::requests && has_subtotals(document_, groups_);
    const std::size_t extra = subtotals_ ? 1 : 0;
    std::vector<bool> seen(form_.lines.size(), false);
    for (const Group& group : groups_) {
      const Label& label = label_of(document_.labels[group.hit]);
      if (label.kind != LabelKind::row) continue;
      const std::optional<std::uint16_t> line = line_of(form_, id_, label);
      if (!line || is_cut_off(document_.labels[group.hit])) continue;
      if (!seen[*line]) ++reading_.rows_seen;
      seen[*line] = true;
      RowSlots row = gatherer_.slots(group, form_.lines[*line].count + extra);
      row.line = *line;
      row.depth = depth_of(label, id_);
      if (id_ == TableId::requests && !subtotals_) row.sum_width = row.count;
      // A label printed twice: what follows the second is the row.
      if (!rows_.empty() && rows_.back().line == row.line && rows_.back().slots.empty()) {
        rows_.pop_back();
      }
      rows_.push_back(std::move(row));
    }
  }

  // What the heads say of the columns goes before what the rows' figures do.
  void fit_columns() {
    if (id_ == TableId::disclosure) {
      for (RowSlots& row : rows_) {
        take_by_heads(document_, gatherer_, groups_, form_.lines[row.line].article, form_bit_, row);
      }
    }
    if (id_ != TableId::requests || subtotals_) return;
    order_ = order_columns(document_, gatherer_, groups_, rows_);
    widened_ = order_.empty() && widen(rows_);
  }

  // What makes every row of such a text doubtful.
  void doubt_rows() {
    for (RowSlots& row : rows_) {
      row.unsure =
          row.unsure || gatherer_.torn() || (evidence_.lines_removed && has_lone_lines(row));
    }
  }

  void drop_extra_column() {
    if (!subtotals_ && !widened_) return;
    const std::optional<std::size_t> column =
        subtotals_ ? subtotal_column(document_, groups_) : column_without_part(rows_, placements_);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (subtotals_ && column) note_subtotal(rows_[i], placements_[i], *column);
      leave_out(rows_[i], placements_[i], column);
    }
  }

  // What stands in the column that is left out.
  void note_subtotal(const RowSlots& row, const Placement& placement, std::size_t column) {
    if (placement.kind != Placement::Kind::placed || !placement.slot[column]) return;
    const Token& token = row.slots[*placement.slot[column]];
    if (token.value.kind != ValueKind::number) return;
    reading_.subtotals.push_back(
        {row.line, token.value.number, document_.normalized.original(token.begin, token.end)});
  }

  void note_surplus() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const RowSlots& row = rows_[i];
      const std::vector<std::uint16_t> held = held_slots(row);
      if (placements_[i].kind != Placement::Kind::ambiguous || held.size() != row.count + 1U) {
        continue;
      }
      Surplus surplus;
      surplus.line = row.line;
      for (const std::uint16_t slot : held) {
        const Token& token = row.slots[slot];
        if (token.value.kind == ValueKind::number) surplus.values.push_back(token.value.number);
      }
      if (surplus.values.size() != held.size()) continue;
      surplus.span =
          document_.normalized.original(row.slots[held.front()].begin, row.slots[held.back()].end);
      reading_.surplus.push_back(std::move(surplus));
    }
  }

  void name_columns() {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (id_ != TableId::disclosure) {
        reorder(order_, applicant_columns.size(), placements_[i]);
        continue;
      }
      const FormLine& line = form_.lines[rows_[i].line];
      const ArticleOrder article =
          article_order(document_, groups_, line.article, line.count, form_bit_);
      if (article.foreign) make_ambiguous(rows_[i], placements_[i]);
      reorder(article.order, line.count, placements_[i]);
    }
  }

  // Figures beside a group's head may be the group's own sums. They are the row's if the results
  // add up with them, which is all that could tell.
  void doubt_adopted() {
    if (std::none_of(rows_.begin(), rows_.end(), [](const RowSlots& row) { return row.adopted; })) {
      return;
    }
    const std::size_t first = form_.first_cell(TableId::requests);
    bool reconciled = true;
    for (const FormEquation& equation : form_.equations) {
      if (equation.rule != "T3.RESULTS") continue;
      std::int64_t residual = 0;
      const auto take = [&](std::uint16_t index, std::int64_t sign) {
        const Cell& cell = cells_[index - first];
        const bool known = cell.state == CellState::printed || cell.state == CellState::blank ||
                           cell.state == CellState::placeholder;
        reconciled = reconciled && known && (!cell.value || cell.value->integer());
        if (cell.value) residual += sign * cell.value->units;
      };
      for (const std::uint16_t index : equation.left) take(index, 1);
      for (const std::uint16_t index : equation.right) take(index, -1);
      reconciled = reconciled && residual == 0;
    }
    if (reconciled) return;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!rows_[i].adopted || placements_[i].kind != Placement::Kind::placed) continue;
      Placement open = placements_[i];
      make_ambiguous(rows_[i], open);
      fill_cells(document_, form_, rows_[i], open, cells_);
    }
  }

  const Document& document_;
  const Evidence& evidence_;
  TableId id_;
  Gatherer& gatherer_;
  TableReading& reading_;
  const Form& form_;
  std::uint8_t form_bit_;  // in Label::forms
  std::span<Cell> cells_;
  std::vector<Group> groups_;
  std::vector<RowSlots> rows_;
  std::vector<Placement> placements_;  // by rows_
  bool subtotals_ = false;             // the rows have a column 小计 more than the form
  bool widened_ = false;               // they have some column more
  std::vector<std::uint8_t> order_;    // of the columns; empty: the form's
};

}  // namespace

void read_rows(const Document& document, const Evidence& evidence, TableId id, Gatherer& gatherer,
               TableReading& reading, std::span<Cell> cells) {
  RowReader(document, evidence, id, gatherer, reading, cells).read();
}

}  // namespace gouji
