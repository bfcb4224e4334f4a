#include "tables/tables.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "tables/alignment.h"
#include "tables/columns.h"
#include "tables/fused.h"
#include "tables/gather.h"
#include "tables/placement.h"
#include "tables/reports.h"
#include "tables/tokens.h"
#include "text/fold.h"
#include "text/markup.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Part part_of(TableId id) { return static_cast<Part>(static_cast<int>(id) + 2); }

std::size_t known_rows(const std::vector<Placement>& placements) {
  return static_cast<std::size_t>(std::count_if(
      placements.begin(), placements.end(),
      [](const Placement& placement) { return placement.kind != Placement::Kind::missing; }));
}

class Reconstructor {
 public:
  Reconstructor(const Document& document, const Form* due) : document_(document), due_(due) {}

  Reconstruction run() {
    sections();
    for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
      regions_[index(id)] = find_region(document_, part_of(id));
    }
    choose_forms();
    std::vector<Gatherer> gatherers;
    std::size_t numerals = 0;
    for (const Region& region : regions_) {
      gatherers.emplace_back(document_, region);
      numerals += gatherers.back().numerals();
    }
    const Gatherer& gatherer = gatherers[index(TableId::requests)];
    const std::vector<RowSlots> requests = first_rows(gatherer);
    line_step_ = step_of_lines(gatherer, requests);
    lines_removed_ = repeated_lines_removed(requests);
    blanks_vanish_ = loses_blanks(document_.folded, requests);
    for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
      if (numerals >= 2) gatherers[index(id)].read_ones();
      table(id, gatherers[index(id)]);
    }
    return std::move(out_);
  }

 private:
  static std::size_t index(TableId id) { return static_cast<std::size_t>(id); }

  void sections() {
    std::array<const Hit*, 7> found{};
    for (Part part = 1; part <= 6; ++part) {
      for (const Hit& hit : document_.headings) {
        if (label_of(hit).part != part) continue;
        const Hit* best = found[part];
        if (best == nullptr || hit.score - hit.left > best->score - best->left) {
          found[part] = &hit;
        }
      }
    }
    // Words of a menu that stand before an earlier part are no heading.
    for (Part part = 1; part <= 6; ++part) {
      for (Part later = static_cast<Part>(part + 1); later <= 6; ++later) {
        if (found[part] == nullptr || found[later] == nullptr) continue;
        if (found[part]->begin < found[later]->begin) continue;
        const bool weaker = found[part]->score < found[later]->score;
        found[weaker ? part : later] = nullptr;
      }
    }
    std::uint32_t from = 0;  // behind the sections before
    for (Part part = 1; part <= 6; ++part) {
      if (const Hit* hit = found[part]) {
        add_section(part, document_.letters[hit->first].at, hit->end, hit->begin);
        from = std::max(from, hit->end);
        continue;
      }
      auto to = static_cast<std::uint32_t>(document_.folded.size());
      for (Part later = 6; later > part; --later) {
        if (found[later] != nullptr && found[later]->begin > from) to = found[later]->begin;
      }
      numbered_heading(part, from, to);
    }
  }

  void add_section(Part part, std::uint32_t title, std::uint32_t end, std::uint32_t begin) {
    Section section;
    section.number = part;
    const Span place = document_.normalized.original(title, end);
    section.title = to_utf8(document_.source.substr(place.begin, place.end - place.begin));
    section.span = document_.normalized.original(begin, end);
    out_.sections.push_back(std::move(section));
  }

  // A heading in words of its own is known by its number at the beginning of a line or behind a
  // sentence, in its place among the others. Sections 2 to 4 are known by their tables; 三、 and
  // 四、 begin rows there.
  void numbered_heading(Part part, std::uint32_t from, std::uint32_t to) {
    constexpr std::u16string_view ends = u" \n\r\t|\u3000\u3002:;";
    constexpr std::size_t longest = 40;
    if (part >= 2 && part <= 4) return;
    const std::u16string_view text = document_.folded;
    for (std::size_t i = text.find(numerals[part - 1U], from); i < to;
         i = text.find(numerals[part - 1U], i + 1)) {
      std::size_t title = i + 1;
      while (title < to && is_space(text[title])) ++title;
      const char16_t stop = title < to ? text[title] : u'\0';
      if ((stop != u'\u3001' && stop != u'.' && stop != u',') || !begins_sentence(i)) continue;
      ++title;
      while (title < to && is_space(text[title])) ++title;
      const std::size_t end = std::min<std::size_t>(text.find_first_of(ends, title), text.size());
      if (end - title < 2 || end - title > longest) continue;
      add_section(part, static_cast<std::uint32_t>(title), static_cast<std::uint32_t>(end),
                  static_cast<std::uint32_t>(i));
      return;
    }
  }

  [[nodiscard]] bool begins_sentence(std::size_t i) const {
    const std::u16string_view text = document_.folded;
    while (i > 0 && (is_space(text[i - 1]) || text[i - 1] == u'#' || text[i - 1] == u'*')) --i;
    return i == 0 || text[i - 1] == u'\n' || text[i - 1] == u'\r' || text[i - 1] == u'\u3002';
  }

  // Each table's form by what only one of the forms has; a table without such a mark follows the
  // others, and then the report's year.
  void choose_forms() {
    std::array<int, 3> newer{};
    std::array<int, 3> older{};
    for (const TableId id : {TableId::disclosure, TableId::requests}) {
      const Region& region = regions_[index(id)];
      for (std::uint32_t i = region.first_label; i < region.last_label; ++i) {
        const Label& label = label_of(document_.labels[i]);
        const int weight = document_.labels[i].exact ? 2 : 1;
        if (label.forms == 1) newer[index(id)] += weight;
        if (label.forms == 2 && label.kind != LabelKind::row) older[index(id)] += weight;
        if (label.forms == 2 && label.kind == LabelKind::row) older_row(id, i, weight, older);
      }
    }
    const std::span<const Form> forms = all_forms();
    const auto by_marks = [&](TableId id) -> const Form* {
      if (newer[index(id)] == older[index(id)]) return nullptr;
      return newer[index(id)] > older[index(id)] ? &forms[0] : &forms[1];
    };
    const Form* disclosure = by_marks(TableId::disclosure);
    const Form* requests = by_marks(TableId::requests);
    const Form* known = requests != nullptr ? requests : disclosure;
    if (known == nullptr) known = due_;
    out_.tables[0].form = disclosure != nullptr ? disclosure : known;
    out_.tables[1].form = requests != nullptr ? requests : known;
    out_.tables[2].form = known;
  }

  // 「(六)其他处理」 is a row of the older form and the head of a group in the newer one: it speaks
  // for the older form only where values follow it.
  void older_row(TableId id, std::uint32_t hit, int weight, std::array<int, 3>& older) const {
    if (id == TableId::requests) {
      const bool values_follow =
          hit + 1 >= document_.labels.size() || label_of(document_.labels[hit + 1]).forms != 1;
      if (!values_follow) return;
      weight = 2;
    }
    older[index(id)] += weight;
  }

  // Rows of section 3, as many as tell how the text is laid out.
  [[nodiscard]] std::vector<RowSlots> first_rows(const Gatherer& requests) const {
    constexpr std::size_t enough = 100;
    std::vector<RowSlots> out;
    for (const Group& group : requests.groups()) {
      if (label_of(document_.labels[group.hit]).kind != LabelKind::row) continue;
      out.push_back(requests.slots(group, applicant_columns.size()));
      if (out.size() == enough) break;
    }
    return out;
  }

  // In some texts each cell has a line, empty cells an empty one: every row of section 3 has then
  // as many lines between its label and the next. Gives how far cells are apart, 0 where it is not
  // so.
  [[nodiscard]] std::uint32_t step_of_lines(const Gatherer& gatherer,
                                            const std::vector<RowSlots>& requests) const {
    constexpr std::size_t enough = 8;
    for (const std::uint32_t step : {1U, 2U}) {
      std::size_t rows = 0;
      std::size_t fitting = 0;
      std::size_t short_rows = 0;
      for (const RowSlots& row : requests) {
        if (row.last_token >= gatherer.tokens().size()) continue;
        ++rows;
        const bool fits = fits_lines(gatherer, row, step);
        fitting += fits ? 1 : 0;
        short_rows += fits && row.slots.size() < row.count ? 1 : 0;
      }
      if (rows >= enough && fitting * 10 >= rows * 9 && short_rows > 0) return step;
    }
    return 0;
  }

  [[nodiscard]] std::uint32_t number_of(std::uint32_t line) const {
    return document_.layout.lines[line].number;
  }

  // Whether the lines from a row's label to the next label are just those of its cells, and its
  // values stand on them.
  [[nodiscard]] bool fits_lines(const Gatherer& gatherer, const RowSlots& row,
                                std::uint32_t step) const {
    const std::uint32_t from = number_of(row.label_line);
    if (row.last_token < gatherer.tokens().size()) {
      const Token& next = gatherer.tokens()[row.last_token];
      if (number_of(next.line) - from != step * (row.count + 1U)) return false;
      // A page's mark has a line as well.
      const std::uint32_t label = gatherer.tokens()[row.first_token].begin;
      const auto& marks = document_.layout.page_marks;
      if (std::any_of(marks.begin(), marks.end(), [&](const PageMark& mark) {
            return mark.begin >= label && mark.begin < next.begin;
          })) {
        return false;
      }
    }
    return std::all_of(row.slots.begin(), row.slots.end(), [&](const Token& token) {
      const std::uint32_t at = number_of(token.line) - from;
      return !token.closed && token.line > row.label_line && at % step == 0 &&
             at / step <= row.count;
    });
  }

  // Whether the lines of a table's last row go on just to the heading behind it.
  [[nodiscard]] bool ends_region(const Region& region, const RowSlots& row) const {
    const std::uint32_t end = region.end;
    const std::vector<Line>& lines = document_.layout.lines;
    const auto next = std::partition_point(lines.begin(), lines.end(),
                                           [&](const Line& other) { return other.end <= end; });
    return next != lines.end() && !row.slots.empty() &&
           next->number - number_of(row.label_line) == line_step_ * (row.count + 1U);
  }

  void take_by_lines(const Gatherer& gatherer, const Region& region, RowSlots& row) const {
    const bool open_end = row.last_token >= gatherer.tokens().size();
    if (line_step_ == 0 || (open_end && !ends_region(region, row)) ||
        row.slots.size() >= row.count || !fits_lines(gatherer, row, line_step_)) {
      return;
    }
    const std::uint32_t from = number_of(row.label_line);
    const std::uint32_t end = document_.layout.lines[row.label_line].end;
    Token blank;
    blank.begin = blank.end = end;
    blank.line = row.label_line;
    blank.closed = true;
    std::vector<Token> cells(row.count, blank);
    std::uint32_t line = row.label_line;
    for (std::size_t t = row.first_token; t < row.last_token; ++t) {
      Token token = gatherer.tokens()[t];
      if (token.label || token.line <= row.label_line) continue;
      const std::uint32_t at = number_of(token.line) - from;
      if (at > line_step_ * row.count) break;
      if (at % line_step_ != 0 || token.line == line || token.letters > longest_word ||
          (token.value.kind == ValueKind::word && gatherer.is_label(token))) {
        return;
      }
      line = token.line;
      token.closed = true;
      cells[at / line_step_ - 1] = token;
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

  // Some sites leave out every line that they have printed before: then of all lines with a figure
  // alone, of which a report's tables repeat many, no two are equal.
  [[nodiscard]] bool repeated_lines_removed(const std::vector<RowSlots>& requests) const {
    constexpr std::size_t enough = 3;
    constexpr std::uint32_t rows = 8;
    if (regions_[index(TableId::requests)].rows < rows) return false;
    // Whole rows would be left only where they stand on a line each.
    constexpr std::size_t most_whole = 4;
    std::size_t whole = 0;
    for (const RowSlots& row : requests) whole += held_slots(row).size() >= row.count ? 1 : 0;
    if (whole > most_whole) return false;
    const Layout& layout = document_.layout;
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
          std::u16string_view(document_.folded).substr(only->begin, only->end - only->begin);
      const ValueKind kind = read_value(text).kind;
      if (kind != ValueKind::number && kind != ValueKind::placeholder) continue;
      seen.push_back(text);
      printed.push_back(source_line(only->begin));
    }
    const auto all_differ = [](std::vector<std::u16string_view>& lines) {
      std::sort(lines.begin(), lines.end());
      return std::adjacent_find(lines.begin(), lines.end()) == lines.end();
    };
    // Lines that differ in their spaces alone are left. Of few such lines chance may have made all.
    constexpr std::size_t many = 12;
    return seen.size() >= enough &&
           (all_differ(seen) || (seen.size() >= many && all_differ(printed)));
  }

  // The line of the text as it came that holds a place of the normalized text.
  [[nodiscard]] std::u16string_view source_line(std::uint32_t at) const {
    const std::u16string_view source = document_.source;
    const std::uint32_t here = document_.normalized.original(at, at + 1).begin;
    const std::size_t before = source.find_last_of(u"\r\n", here);
    const std::size_t begin = before == std::u16string_view::npos ? 0 : before + 1;
    return source.substr(begin, source.find_first_of(u"\r\n", here) - begin);
  }

  // Whether each value of a row has a line of its own.
  static bool has_lone_lines(const RowSlots& row) {
    for (std::size_t s = 0; s < row.slots.size(); ++s) {
      const bool beside = row.one_line || row.slots[s].fused;
      if (row.slots[s].line == row.label_line && beside) return false;
      if (s > 0 && row.slots[s].line == row.slots[s - 1].line) return false;
    }
    return !row.slots.empty();
  }

  void table(TableId id, Gatherer& gatherer) {
    const Region& region = regions_[index(id)];
    TableReading& reading = out_.tables[index(id)];
    if (reading.form == nullptr) {
      if (region.any) reading.status = TableStatus::lost;
      if (!region.any) return;
      // Without any mark of a form the newest is as good: sections 3 and 4 hardly differ.
      reading.form = &all_forms()[0];
    }
    const std::size_t first_cell = out_.cells.size();
    for (const FormCell& cell : reading.form->cells_of(id)) {
      Cell& out = out_.cells.emplace_back();
      out.id = cell.id;
    }
    if (!region.any) return;
    if (id == TableId::disputes) {
      disputes(gatherer, reading, first_cell);
    } else {
      rows(id, gatherer, reading, first_cell);
    }
    finish(region, reading, first_cell);
  }

  [[nodiscard]] static std::optional<std::uint16_t> line_of(const Form& form, TableId id,
                                                            const Label& label) {
    for (std::size_t l = 0; l < form.lines.size(); ++l) {
      const FormLine& line = form.lines[l];
      if (line.table == id && line.article == label.article && line.key == label.key) {
        return static_cast<std::uint16_t>(l);
      }
    }
    return std::nullopt;
  }

  void rows(TableId id, Gatherer& gatherer, TableReading& reading, std::size_t first_cell) {
    const Form& form = *reading.form;
    gatherer.drop_row_codes();
    gatherer.drop_ordinals();
    const std::vector<Group> groups = gatherer.groups();
    std::vector<RowSlots> rows;
    std::vector<bool> seen(form.lines.size(), false);
    const std::size_t extra = has_subtotals(id, groups) ? 1 : 0;
    for (const Group& group : groups) {
      const Label& label = label_of(document_.labels[group.hit]);
      if (label.kind != LabelKind::row) continue;
      const std::optional<std::uint16_t> line = line_of(form, id, label);
      if (!line || is_cut_off(document_.labels[group.hit])) continue;
      if (!seen[*line]) ++reading.rows_seen;
      seen[*line] = true;
      RowSlots row = gatherer.slots(group, form.lines[*line].count + extra);
      row.line = *line;
      row.depth = depth_of(label, id);
      if (id == TableId::requests && extra == 0) row.sum_width = row.count;
      // A label printed twice: what follows the second is the row.
      if (!rows.empty() && rows.back().line == row.line && rows.back().slots.empty()) {
        rows.pop_back();
      }
      rows.push_back(std::move(row));
    }
    const auto form_bit = static_cast<std::uint8_t>(1U << (&form - all_forms().data()));
    std::vector<std::uint8_t> order;
    if (id == TableId::requests && extra == 0) order = order_of(gatherer, groups, rows);
    if (id == TableId::disclosure) {
      for (RowSlots& row : rows) {
        take_by_heads(document_, gatherer, groups, form.lines[row.line].article, form_bit, row);
      }
    }
    const bool widened = order.empty() && extra == 0 && id == TableId::requests && widen(rows);
    const bool trusted = gatherer.give_orphans(form_bit, rows);
    for (RowSlots& row : rows) take_by_lines(gatherer, regions_[index(id)], row);
    take_words(rows);
    share_blocks(gatherer, rows);
    settle_misplaced(gatherer, rows);
    for (RowSlots& row : rows) {
      settle_broken(row);
      settle_last(row);
      join_below(row);
    }
    part_fused(document_.folded, form, rows, id == TableId::disclosure && blanks_vanish_);
    for (RowSlots& row : rows) {
      row.unsure = row.unsure || gatherer.torn() || (lines_removed_ && has_lone_lines(row));
    }
    std::vector<Placement> placements =
        place(rows, head_geometry(gatherer, groups), all_columns(id, groups));
    if (known_rows(placements) == 0) return;
    std::optional<std::size_t> left_out;
    if (extra == 1) left_out = subtotal_column(groups);
    if (widened) left_out = column_without_part(rows, placements);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (extra == 1 || widened) leave_out(rows[i], placements[i], left_out);
      if (id == TableId::disclosure) {
        const FormLine& line = form.lines[rows[i].line];
        const ArticleOrder article =
            article_order(document_, groups, line.article, line.count, form_bit);
        if (article.foreign) make_ambiguous(rows[i], placements[i]);
        reorder(article.order, line.count, placements[i]);
      } else {
        reorder(order, applicant_columns.size(), placements[i]);
      }
      fill(form, first_cell, rows[i], placements[i]);
    }
    if (id == TableId::requests && !trusted) doubt_adopted(form, first_cell, rows, placements);
  }

  // The order of the columns, where the heads name one that is not the form's, or fewer; the rows
  // get as many cells.
  [[nodiscard]] std::vector<std::uint8_t> order_of(const Gatherer& gatherer,
                                                   const std::vector<Group>& groups,
                                                   std::vector<RowSlots>& rows) const {
    std::vector<std::uint8_t> order = applicant_order(document_, gatherer, groups);
    if (order.empty()) return order;
    std::size_t filled = 0;
    std::size_t fitting = 0;
    for (const RowSlots& row : rows) {
      const std::size_t held = held_slots(row).size();
      filled += held > 0 ? 1 : 0;
      fitting += held == order.size() ? 1 : 0;
    }
    const bool fewer = order.size() < applicant_columns.size();
    if (fewer && (fitting < 3 || fitting * 5 < filled * 4)) return {};
    const TotalPlace place = total_place(order, rows);
    if (place != TotalPlace::first && order.front() == applicant_columns.size() - 1) {
      std::rotate(order.begin(), order.begin() + 1, order.end());
    }
    if (!fewer && place != TotalPlace::torn && std::is_sorted(order.begin(), order.end()))
      return {};
    for (RowSlots& row : rows) {
      row.count = static_cast<std::uint16_t>(order.size());
      const bool total_last = order.back() == applicant_columns.size() - 1;
      row.sum_width = total_last ? row.count : std::uint16_t{0};
      row.unsure = row.unsure || place == TotalPlace::torn;
    }
    return order;
  }

  // Gives the slots to the columns that they stand for.
  static void reorder(const std::vector<std::uint8_t>& order, std::size_t count,
                      Placement& placement) {
    if (order.empty() || placement.kind != Placement::Kind::placed) return;
    std::vector<std::optional<std::uint16_t>> slot(count);
    for (std::size_t c = 0; c < order.size(); ++c) slot[order[c]] = placement.slot[c];
    placement.slot = std::move(slot);
  }

  static void make_ambiguous(const RowSlots& row, Placement& placement) {
    if (placement.kind != Placement::Kind::placed) return;
    placement.kind = Placement::Kind::ambiguous;
    placement.held = held_slots(row);
  }

  // Figures beside a group's head may be the group's own sums. They are the row's if the results
  // add up with them, which is all that could tell.
  void doubt_adopted(const Form& form, std::size_t first_cell, const std::vector<RowSlots>& rows,
                     const std::vector<Placement>& placements) {
    if (std::none_of(rows.begin(), rows.end(), [](const RowSlots& row) { return row.adopted; })) {
      return;
    }
    const std::size_t first = form.first_cell(TableId::requests);
    bool reconciled = true;
    for (const FormEquation& equation : form.equations) {
      if (equation.rule != "T3.RESULTS") continue;
      std::int64_t residual = 0;
      const auto take = [&](std::uint16_t index, std::int64_t sign) {
        const Cell& cell = out_.cells[first_cell + index - first];
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
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].adopted || placements[i].kind != Placement::Kind::placed) continue;
      Placement open = placements[i];
      make_ambiguous(rows[i], open);
      fill(form, first_cell, rows[i], open);
    }
  }

  // A row with a number that may go on over the line's end is sure only if it adds up as it stands.
  static void settle_broken(RowSlots& row) {
    if (!row.broken) return;
    const std::vector<std::uint16_t> held = held_slots(row);
    row.unsure = row.unsure || held.size() != row.count || !adds_up(row, held);
  }

  // A number alone below the others of its row may be a page's.
  static void settle_last(RowSlots& row) {
    if (row.slots.size() < 2) return;
    const Token& last = row.slots.back();
    const Token& before = row.slots[row.slots.size() - 2];
    if (last.closed || row.slots.front().line != row.label_line || last.line == before.line ||
        before.line != row.label_line) {
      return;
    }
    const std::vector<std::uint16_t> held = held_slots(row);
    row.unsure = row.unsure || held.size() != row.count || !adds_up(row, held);
  }

  // Lines of figures that stand below a head instead of a row's label show that a converter has cut
  // labels and figures apart: then the first line belongs to the first label and so on, if there
  // are just as many, and else nothing is sure.
  void settle_misplaced(const Gatherer& gatherer, std::vector<RowSlots>& rows) const {
    std::vector<std::vector<Token>> lines;
    bool misplaced = false;
    bool below_row = false;
    const std::vector<Token>& tokens = gatherer.tokens();
    for (std::size_t i = 0; i < tokens.size();) {
      std::size_t end = i;
      bool figures = true;
      for (; end < tokens.size() && tokens[end].line == tokens[i].line; ++end) {
        const Token& token = tokens[end];
        if (token.label) {
          const LabelKind kind = label_of(document_.labels[token.hit]).kind;
          below_row = kind == LabelKind::row || kind == LabelKind::group;
        }
        figures = figures && !token.label && token.slot() && !token.closed &&
                  token.value.kind != ValueKind::word;
      }
      if (figures) {
        misplaced = misplaced || (!below_row && end - i > 2);
        lines.emplace_back(tokens.begin() + static_cast<std::ptrdiff_t>(i),
                           tokens.begin() + static_cast<std::ptrdiff_t>(end));
      }
      i = end;
    }
    if (!misplaced) return;
    bool in_order = lines.size() == rows.size();
    for (std::size_t r = 0; r < rows.size() && in_order; ++r) {
      in_order = lines[r].size() == rows[r].count;
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      RowSlots& row = rows[r];
      if (in_order) row.slots = std::move(lines[r]);
      row.unsure = !in_order;
      row.fused = 0;
      row.one_line = false;
    }
  }

  // Words fill a cell of a row that has a line for each of its cells if all other rows are whole,
  // so that the words are no label of which the figures before or behind have lost some of theirs.
  static void take_words(std::vector<RowSlots>& rows) {
    constexpr std::size_t enough = 3;
    std::size_t whole = 0;
    for (const RowSlots& row : rows) {
      if (row.slots.empty() || !row.with_words.empty()) continue;
      if (row.slots.size() != row.count || row.one_line || row.unsure) return;
      ++whole;
    }
    if (whole < enough) return;
    for (RowSlots& row : rows) {
      if (row.with_words.empty() || !leaves_room(row)) continue;
      row.slots = std::move(row.with_words);
      row.with_words.clear();
      row.stopped = false;
      row.unsure = false;
    }
  }

  // Whether the figures beside the words are not more than the row's total.
  static bool leaves_room(const RowSlots& row) {
    if (row.sum_width != row.count || row.with_words.back().value.kind == ValueKind::word)
      return true;
    std::int64_t parts = 0;
    for (const Token& token : row.with_words) parts += token.value.number.units;
    const std::int64_t total = row.with_words.back().value.number.units;
    return parts - total <= total;
  }

  // A part of a label with which the text begins may be the end of any other.
  [[nodiscard]] static bool is_cut_off(const Hit& hit) { return hit.first == 0 && !hit.exact; }

  // Whether the heads of all kinds of applicants stand before the first row, in their order.
  [[nodiscard]] bool all_columns(TableId id, const std::vector<Group>& groups) const {
    if (id != TableId::requests) return false;
    std::uint8_t seen = 0;
    for (const Group& group : groups) {
      const Label& label = label_of(document_.labels[group.hit]);
      if (label.kind == LabelKind::row) break;
      if (label.kind == LabelKind::column && label.forms != 0) {
        seen = static_cast<std::uint8_t>(seen | 1U << label.column);
      }
    }
    return seen == (1U << applicant_columns.size()) - 1;
  }

  [[nodiscard]] std::vector<Group>::const_iterator first_row(
      const std::vector<Group>& groups) const {
    return std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
      return label_of(document_.labels[group.hit]).kind == LabelKind::row;
    });
  }

  [[nodiscard]] bool has_subtotals(TableId id, const std::vector<Group>& groups) const {
    return id == TableId::requests &&
           std::any_of(groups.begin(), first_row(groups), [&](const Group& group) {
             const Label& label = label_of(document_.labels[group.hit]);
             return label.kind == LabelKind::column && label.forms == 0;
           });
  }

  // A column more than the form has, without a head that tells: nearly all rows have a value more
  // than cells. Then the rows are read with that many.
  static bool widen(std::vector<RowSlots>& rows) {
    std::size_t full = 0;
    std::size_t more = 0;
    for (const RowSlots& row : rows) {
      const std::size_t held = held_slots(row).size();
      if (held >= row.count) ++full;
      if (held == row.count + 1U) ++more;
    }
    if (more < 3 || more * 3 < full * 2) return false;
    for (RowSlots& row : rows) {
      ++row.count;
      row.sum_width = 0;
    }
    return true;
  }

  // The one column that is no part of any row's total: without it every row adds up.
  static std::optional<std::size_t> column_without_part(const std::vector<RowSlots>& rows,
                                                        const std::vector<Placement>& placements) {
    std::optional<std::size_t> found;
    const std::size_t count = rows.front().count;
    for (std::size_t column = 0; column + 1 < count; ++column) {
      bool adds_up = true;
      bool any = false;
      for (std::size_t i = 0; i < rows.size() && adds_up; ++i) {
        if (placements[i].kind != Placement::Kind::placed) continue;
        std::int64_t sum = 0;
        for (std::size_t c = 0; c < count; ++c) {
          if (c == column || !placements[i].slot[c]) continue;
          const Value& value = rows[i].slots[*placements[i].slot[c]].value;
          if (value.kind == ValueKind::number) {
            sum += c + 1 == count ? -value.number.units : value.number.units;
          }
        }
        any = true;
        adds_up = sum == 0;
      }
      if (!any || !adds_up) continue;
      if (found) return std::nullopt;
      found = column;
    }
    return found;
  }

  // Some tables have a column 小计 before the total, which is none of the form's. Gives its place
  // among the columns of values.
  [[nodiscard]] std::size_t subtotal_column(const std::vector<Group>& groups) const {
    bool seen = false;
    for (const Group& group : groups) {
      const Label& label = label_of(document_.labels[group.hit]);
      if (label.kind == LabelKind::row) break;
      if (label.kind != LabelKind::column) continue;
      if (seen && label.key == "company") return 1;  // before the kinds that it sums up
      seen = seen || label.forms == 0;
    }
    return applicant_columns.size() - 1;
  }

  // Without a column the row is the form's again; if it is not known which, the row is open.
  static void leave_out(RowSlots& row, Placement& placement, std::optional<std::size_t> column) {
    --row.count;
    if (placement.kind != Placement::Kind::placed) return;
    if (column) {
      placement.slot.erase(placement.slot.begin() + static_cast<std::ptrdiff_t>(*column));
      return;
    }
    placement.kind = Placement::Kind::ambiguous;
    for (const std::optional<std::uint16_t>& slot : placement.slot) {
      if (slot && !row.slots[*slot].blank()) placement.held.push_back(*slot);
    }
  }

  // A viewer copies a table block by block: first some labels, then as many rows of numbers. The
  // numbers behind the last of the labels are those of all of them, if they are just as many. Where
  // there are more numbers than cells otherwise, those that fill the row and end a line are its
  // own, unless labels before it were left without any: then nothing tells whose they are.
  void share_blocks(const Gatherer& gatherer, std::vector<RowSlots>& rows) const {
    // Among rows whose values stand beside their labels a number below a label may be a page's, if
    // there are such numbers below whole rows.
    constexpr std::ptrdiff_t telling = 3;
    const auto beside = std::count_if(rows.begin(), rows.end(), [](const RowSlots& row) {
      return !row.slots.empty() && row.slots.front().line == row.label_line;
    });
    const bool strays =
        std::any_of(rows.begin(), rows.end(), [](const RowSlots& row) { return !!row.below; });
    for (RowSlots& row : rows) {
      const bool alone = row.slots.size() == 1 && !row.slots.front().closed &&
                         row.slots.front().line > row.label_line;
      row.unsure = row.unsure || (alone && strays && beside >= telling);
    }
    // Where other rows have but a total, so many lines below several labels may be the totals.
    const auto lone_rows = std::count_if(rows.begin(), rows.end(), [](const RowSlots& row) {
      return row.slots.size() == row.count && row.count > 1 && has_lone_lines(row);
    });
    std::size_t first = 0;  // of the labels without numbers that stand directly before
    for (std::size_t i = 0; i < rows.size(); ++i) {
      RowSlots& row = rows[i];
      if (row.slots.empty()) continue;
      const std::size_t begin = std::exchange(first, i + 1);
      const bool cells = std::any_of(row.slots.begin(), row.slots.end(),
                                     [](const Token& token) { return token.closed; });
      if (cells) continue;
      const std::span<RowSlots> block = std::span(rows).subspan(begin, i + 1 - begin);
      const bool shared = begin < i && !has_word_lines(gatherer, row);
      if (shared && share_lines(gatherer, block)) continue;
      if (row.slots.size() > row.count) {
        if (shared && share(gatherer, block)) continue;
        // A stray digit or two on the line below a full one are none of the row; a whole row more
        // may be anybody's.
        const bool on_own_line = row.slots.front().line == row.slots[row.count - 1U].line &&
                                 row.slots[row.count].line != row.slots.front().line;
        const bool stray = row.slots.size() < std::size_t{row.count} * 2 &&
                           row.slots[row.count].line == row.slots.back().line;
        if (begin == i && on_own_line && stray) drop_strays(row);
      }
      const bool below = row.slots.front().line > row.label_line;
      const bool on_one_line =
          row.slots.size() > 1 && row.slots.front().line == row.slots.back().line;
      // Labels above without numbers, and then a line of them: it may be any of theirs.
      if (begin < i && below && on_one_line) row.unsure = true;
      if (begin + 1 < i && below && row.slots.size() <= 1) row.unsure = true;
      if (begin + 1 < i && below && lone_rows == 1 && row.slots.size() == row.count &&
          !adds_up(row, held_slots(row))) {
        row.unsure = true;
      }
      row.unsure = row.unsure || !in_step(row);
    }
  }

  // The digits below the last number may be its own: 「1011⏎5」. They are if the row adds up so.
  void drop_strays(RowSlots& row) const {
    if (row.slots.size() == row.count + 1U) row.below = row.slots[row.count];
    row.slots.resize(row.count);
    join_below(row);
  }

  void join_below(RowSlots& row) const {
    if (!row.below || row.sum_width != row.count || row.slots.size() < row.count ||
        row.below->value.kind != ValueKind::number) {
      return;
    }
    const std::vector<std::uint16_t> all = held_slots(row);
    if (all.size() != row.count || adds_up(row, all)) return;
    if (!only_space(document_, row.slots[all.back()].end, row.below->begin)) return;
    RowSlots joined = row;
    Token& last = joined.slots[all.back()];
    for (std::uint32_t i = row.below->begin; i < row.below->end; ++i) {
      last.value.number.units *= 10;
    }
    last.value.number.units += row.below->value.number.units;
    last.end = row.below->end;
    if (!adds_up(joined, all)) return;
    row = std::move(joined);
    row.by_equation = true;
  }

  // A few words alone on a line between a row's label and its figures are what is left of another
  // label, which stands for a row as well.
  static bool has_word_lines(const Gatherer& gatherer, const RowSlots& row) {
    const std::vector<Token>& tokens = gatherer.tokens();
    for (std::size_t i = row.first_token; i < row.last_token;) {
      bool words = tokens[i].line != row.label_line;
      std::size_t letters = 0;
      std::size_t end = i;
      for (; end < row.last_token && tokens[end].line == tokens[i].line; ++end) {
        words = words && !tokens[end].label && tokens[end].value.kind == ValueKind::word;
        letters += tokens[end].letters;
      }
      if (words && letters > 0 && letters <= longest_word) return true;
      if (!words && tokens[i].line != row.label_line) return false;
      i = end;
    }
    return false;
  }

  // As many lines of values behind the last label as there are labels: a line is a row.
  static bool share_lines(const Gatherer& gatherer, std::span<RowSlots> rows) {
    std::vector<std::vector<Token>> lines;
    const RowSlots& last = rows.back();
    const std::vector<Token>& tokens = gatherer.tokens();
    for (std::size_t t = last.first_token; t < last.last_token; ++t) {
      Token token = tokens[t];
      // What could not be read beside the next label.
      if (last.last_token < tokens.size() && token.line == tokens[last.last_token].line) break;
      if (token.label) {
        if (!lines.empty()) return false;
        continue;
      }
      if (token.line == last.label_line || token.prose) return false;
      if (token.value.kind == ValueKind::word) {
        if (token.letters > longest_word) return false;
        token.closed = true;
      }
      if (lines.empty() || lines.back().front().line != token.line) lines.emplace_back();
      lines.back().push_back(token);
    }
    // A number alone on its line may be a page's, and so much the more between whole rows.
    const std::size_t alone =
        std::erase_if(lines, [](const std::vector<Token>& line) { return line.size() == 1; });
    if (alone > 1 || lines.size() != rows.size()) return false;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const bool more = lines[r].size() > rows[r].count;
      if (more || rows[r].count < 2 || (r + 1 < rows.size() && rows[r].stopped)) return false;
    }
    for (std::size_t r = 0; r < rows.size(); ++r) {
      RowSlots& row = rows[r];
      row.slots = std::move(lines[r]);
      row.stopped = false;
      row.unsure = row.slots.size() < row.count;
      row.with_words.clear();
      gatherer.note_geometry(row);
      row.one_line = false;
    }
    return true;
  }

  // Gives each row its part of the numbers behind the last one.
  static bool share(const Gatherer& gatherer, std::span<RowSlots> rows) {
    RowSlots& last = rows.back();
    std::size_t wanted = 0;
    for (const RowSlots& row : rows) wanted += row.count;
    // Two labels and two numbers: the first may be blank, and a page's number below.
    constexpr std::size_t telling = 3;
    if (wanted < telling) {
      for (RowSlots& row : rows) row.unsure = true;
      return false;
    }
    if (last.slots.size() != wanted || last.slots.front().line == last.label_line) return false;
    for (const RowSlots& row : rows.first(rows.size() - 1)) {
      if (row.stopped) return false;
    }
    std::vector<RowSlots> shares(rows.begin(), rows.end());
    auto next = last.slots.begin();
    for (RowSlots& row : shares) {
      row.slots.assign(next, next + row.count);
      next += row.count;
      if (!in_step(row)) return false;
      gatherer.note_geometry(row);
    }
    std::move(shares.begin(), shares.end(), rows.begin());
    return true;
  }

  // Numbers of a row stand on one line or each on its own. Anything else has lost its shape: a
  // short line may be part of another row.
  static bool in_step(const RowSlots& row) {
    if (row.slots.empty()) return true;
    const std::uint32_t first = row.slots.front().line;
    const bool together = std::all_of(row.slots.begin(), row.slots.end(),
                                      [&](const Token& token) { return token.line == first; });
    if (together) return true;
    for (std::size_t s = 1; s < row.slots.size(); ++s) {
      if (row.slots[s].line == row.slots[s - 1].line) return false;
    }
    return true;
  }

  static std::uint8_t depth_of(const Label& label, TableId id) {
    if (id != TableId::requests) return 0;
    const std::string_view key = label.key;
    if (key.find('.') != std::string_view::npos) return 2;
    return key == "new" || key == "carried_in" || key == "carried_out" ? 0 : 1;
  }

  // Heads that stand side by side tell the columns of the values below them.
  [[nodiscard]] std::vector<HeadGeometry> head_geometry(const Gatherer& gatherer,
                                                        const std::vector<Group>& groups) const {
    std::vector<HeadGeometry> out;
    struct Head {
      std::uint32_t line;
      std::uint16_t column;
      std::uint8_t place;
      bool article;  // of section 2, whose tables have three columns at most
    };
    std::vector<Head> heads;
    for (const Group& group : groups) {
      const Label& label = label_of(document_.labels[group.hit]);
      const Token& token = gatherer.tokens()[group.first];
      if (label.kind != LabelKind::column || label.forms == 0 || !token.closed) continue;
      heads.push_back({token.line, token.column, label.column, !label.article.empty()});
    }
    for (std::size_t i = 0; i < heads.size();) {
      std::size_t end = i;
      bool in_step = true;
      for (; end < heads.size() && heads[end].line == heads[i].line; ++end) {
        in_step =
            in_step && heads[end].column - heads[end].place == heads[i].column - heads[i].place;
      }
      // With a column lost some heads are still in step, but not with the values.
      const std::size_t enough = heads[i].article ? 3 : 5;
      if (in_step && end - i >= enough && heads[i].column >= heads[i].place) {
        out.push_back({document_.layout.lines[heads[i].line].columns,
                       static_cast<std::uint16_t>(heads[i].column - heads[i].place)});
      }
      i = end;
    }
    return out;
  }

  void disputes(const Gatherer& gatherer, TableReading& reading, std::size_t first_cell) {
    const Form& form = *reading.form;
    const auto line = std::find_if(form.lines.begin(), form.lines.end(),
                                   [](const FormLine& l) { return l.table == TableId::disputes; });
    const std::vector<Group> groups = gatherer.groups();
    std::size_t last_head = groups.size();
    std::vector<bool> seen(labels().size(), false);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const Label& label = label_of(document_.labels[groups[g].hit]);
      if (label.kind != LabelKind::column && label.kind != LabelKind::head) continue;
      last_head = g;
      seen[label.order] = true;
    }
    reading.rows_seen = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true));
    if (last_head == groups.size()) return;
    // The values follow the last head; what else stands on the heads' own line of cells is no
    // value.
    const std::vector<Token>& tokens = gatherer.tokens();
    std::size_t first = groups[last_head].first;
    const std::uint32_t head_line = tokens[first].line;
    const bool cells = tokens[first].closed;
    while (first < tokens.size() &&
           (tokens[first].label || (cells && tokens[first].line == head_line))) {
      ++first;
    }
    RowSlots row = gatherer.slots_from(first, line->count);
    row.line = static_cast<std::uint16_t>(line - form.lines.begin());
    if (row.slots.empty() && cells && !lines_removed_) blank_row(gatherer, head_line, row);
    if (row.unsure || row.slots.size() != row.count) {
      if (std::vector<Token> whole = gatherer.whole_row(first, line->count);
          !whole.empty() && groups_fit(whole)) {
        row.slots = std::move(whole);
        row.unsure = false;
        row.fused = 0;
        gatherer.note_geometry(row);
      }
    }
    // With heads lost as well blanks are what is left of them.
    const auto columns = std::count_if(groups.begin(), groups.end(), [&](const Group& group) {
      return label_of(document_.labels[group.hit]).kind == LabelKind::column;
    });
    const bool blank = std::all_of(row.slots.begin(), row.slots.end(),
                                   [](const Token& token) { return token.blank(); });
    if (blank && columns * 5 < std::ptrdiff_t{row.count} * 4) row.slots.clear();
    row.label_line = row.slots.empty() || row.one_line ? row.label_line : head_line;
    row.first_token = first;
    row.last_token = tokens.size();
    if (!cells) take_by_lines(gatherer, regions_[index(TableId::disputes)], row);
    row.sum_width = static_cast<std::uint16_t>(dispute_columns.size());
    part_fused(document_.folded, form, std::span(&row, 1), false);
    row.unsure = row.unsure || (lines_removed_ && has_lone_lines(row)) || suits_first(groups);
    const std::vector<RowSlots> rows{row};
    fill(form, first_cell, row, place(rows, head_geometry(gatherer, groups), false).front());
  }

  // Whether every group of section 4 adds up, or has words among its figures and room for them.
  static bool groups_fit(const std::vector<Token>& row) {
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
  [[nodiscard]] bool suits_first(const std::vector<Group>& groups) const {
    for (const Group& group : groups) {
      const Label& label = label_of(document_.labels[group.hit]);
      if (label.kind == LabelKind::column) return false;
      if (label.kind != LabelKind::head) continue;
      if (label.key == dispute_groups[0].key) return false;
      return std::any_of(groups.begin(), groups.end(), [&](const Group& other) {
        const Label& head = label_of(document_.labels[other.hit]);
        return head.kind == LabelKind::head && head.key == dispute_groups[0].key;
      });
    }
    return false;
  }

  // A row of empty cells is a line of bars alone, if rows of this table stand on one line each.
  void blank_row(const Gatherer& gatherer, std::uint32_t head_line, RowSlots& row) const {
    const std::vector<Token>& tokens = gatherer.tokens();
    const auto heads = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) {
      return token.label && token.line == head_line;
    });
    const std::vector<Line>& lines = document_.layout.lines;
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

  // A text position of the normalized text as cells carry it.
  void show(Cell& cell, const Token& token) const {
    cell.span = document_.normalized.original(token.begin, token.end);
    cell.text =
        to_utf8(document_.source.substr(cell.span->begin, cell.span->end - cell.span->begin));
  }

  void fill(const Form& form, std::size_t first_cell, const RowSlots& row,
            const Placement& placement) {
    const FormLine& line = form.lines[row.line];
    const std::size_t first = first_cell + line.first - form.first_cell(line.table);
    switch (placement.kind) {
      case Placement::Kind::missing:
        break;
      case Placement::Kind::placed:
        for (std::size_t c = 0; c < line.count; ++c) {
          if (!placement.slot[c]) continue;
          set(out_.cells[first + c], row.slots[*placement.slot[c]]);
          out_.cells[first + c].placed_by_equation = placement.by_equation;
        }
        break;
      case Placement::Kind::ambiguous:
        if (placement.held.empty()) break;  // blanks, but not as many as cells
        for (std::size_t c = 0; c < line.count; ++c) {
          leave_open(out_.cells[first + c], row, placement, c, line.count);
        }
        break;
    }
  }

  void set(Cell& cell, const Token& token) const {
    if (cell.state != CellState::missing) {
      conflict(cell, token);
      return;
    }
    switch (token.value.kind) {
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
        cell.value = token.value.number;
        cell.unit = to_utf8(token.value.unit);
        break;
    }
    show(cell, token);
  }

  // More readings than a row has cells are of no use to anybody.
  static void add_candidate(Cell& cell, const std::optional<Number>& value) {
    constexpr std::size_t most = 16;
    if (cell.candidates.size() >= most) return;
    if (std::find(cell.candidates.begin(), cell.candidates.end(), value) == cell.candidates.end()) {
      cell.candidates.push_back(value);
    }
  }

  // The same row stands in the text twice: where the two differ neither can be preferred.
  static void conflict(Cell& cell, const Token& token) {
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

  void leave_open(Cell& cell, const RowSlots& row, const Placement& placement, std::size_t column,
                  std::size_t count) const {
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
      cell.span = document_.normalized.original(row.slots[placement.held.front()].begin,
                                                row.slots[placement.held.back()].end);
    }
  }

  // A heading above figures without their labels: about as many as the table has cells. Each cell
  // is one of them, but nothing tells which.
  bool lost_labels(const Region& region, const TableReading& reading, std::size_t first_cell) {
    if (!region.heading || reading.rows_seen > most_mentions) return false;
    std::vector<Token> figures;
    for (const Token& token : tokenize(document_, region.begin, region.end)) {
      if (!token.label && !token.prose && token.value.kind == ValueKind::number) {
        figures.push_back(token);
      }
    }
    const std::size_t count = out_.cells.size() - first_cell;
    if (figures.size() * 5 < count * 4 || figures.size() > count * 2) return false;
    const bool just_as_many = figures.size() == count;
    for (std::size_t c = 0; c < count; ++c) {
      Cell& cell = out_.cells[first_cell + c];
      cell.state = CellState::ambiguous;
      cell.span = document_.normalized.original(figures.front().begin, figures.back().end);
      if (just_as_many) {
        add_candidate(cell, figures[c].value.number);
      } else {
        for (const Token& figure : figures) add_candidate(cell, figure.value.number);
      }
    }
    return true;
  }

  void finish(const Region& region, TableReading& reading, std::size_t first_cell) {
    std::size_t found = 0;
    const std::size_t count = out_.cells.size() - first_cell;
    for (std::size_t c = first_cell; c < out_.cells.size(); ++c) {
      if (out_.cells[c].state != CellState::missing) ++found;
    }
    if (found == count) {
      reading.status = TableStatus::complete;
    } else if (found > 0 || lost_labels(region, reading, first_cell)) {
      reading.status = TableStatus::partial;
    } else {
      // Labels without any value are a table all the same, though an empty one.
      reading.status = reading.rows_seen > most_mentions ? TableStatus::partial
                       : region.heading                  ? TableStatus::lost
                                                         : TableStatus::absent;
    }
    const std::uint32_t last = document_.labels[region.last_label - 1].end;
    Span span = document_.normalized.original(region.begin, std::max(region.begin, last));
    for (std::size_t c = first_cell; c < out_.cells.size(); ++c) {
      if (out_.cells[c].span) span.end = std::max(span.end, out_.cells[c].span->end);
    }
    reading.span = span;
  }

  static constexpr std::uint16_t longest_word = 10;  // ideographs, of what may fill a cell
  static constexpr std::size_t most_mentions = 2;    // of rows, in prose below a heading

  const Document& document_;
  const Form* due_;
  std::array<Region, 3> regions_;
  bool blanks_vanish_ = true;
  bool lines_removed_ = false;
  std::uint32_t line_step_ = 0;
  Reconstruction out_;
};

}  // namespace

Document read_document(std::u16string_view source) {
  Document out;
  out.source = source;
  out.normalized = normalize(source);
  blank_markup(out.normalized.text);
  out.layout = lay_out(out.normalized.text);
  for (const PageMark& mark : out.layout.page_marks) {
    std::fill(out.normalized.text.begin() + mark.begin, out.normalized.text.begin() + mark.end,
              u' ');
  }
  out.folded = fold(out.normalized.text);
  out.letters = read_letters(out.folded);
  std::vector<Hit> hits = find_labels(out.normalized.text, out.letters);
  if (const std::optional<std::uint32_t> end = second_report(out.folded, out.letters, hits)) {
    out.others = out.normalized.original(*end, out.normalized.text.size());
    out.normalized.text.resize(*end);
    out.folded.resize(*end);
    out.layout = lay_out(out.normalized.text);
    std::erase_if(hits, [&](const Hit& hit) { return hit.end > *end; });
    std::erase_if(out.letters, [&](const Letter& letter) { return letter.at >= *end; });
  }
  for (const std::uint32_t hit : align(hits)) out.labels.push_back(hits[hit]);
  for (const Hit& hit : hits) {
    if (label_of(hit).kind == LabelKind::section && hit.score > hit.left + hit.right) {
      out.headings.push_back(hit);
    }
  }
  return out;
}

Reconstruction reconstruct(const Document& document, const Form* due) {
  return Reconstructor(document, due).run();
}

}  // namespace gouji
