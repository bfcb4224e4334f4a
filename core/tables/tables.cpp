#include "tables/tables.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "tables/alignment.h"
#include "tables/placement.h"
#include "tables/tokens.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Part part_of(TableId id) { return static_cast<Part>(static_cast<int>(id) + 2); }

const Label& label_of(const Hit& hit) { return labels()[hit.label]; }

// Where a table's labels and values stand in the text.
struct Region {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t first_label = 0;  // indices into Document::labels
  std::uint32_t last_label = 0;   // one past
  std::uint32_t rows = 0;
  bool any = false;
  std::optional<std::uint32_t> heading;
};

bool is_place(const Label& label) {
  return label.kind == LabelKind::row || label.kind == LabelKind::column;
}

// Names of rows stand in the menus above a report, too: where a heading has most of the rows behind
// it, the table begins there.
void start_at_heading(const Document& document, Region& region) {
  std::uint32_t rows_behind = 0;
  for (std::uint32_t i = region.last_label; i-- > region.first_label;) {
    const Label& label = label_of(document.labels[i]);
    if (is_place(label)) ++rows_behind;
    if (label.kind == LabelKind::section && rows_behind * 2 > region.rows) {
      region.first_label = i;
      region.heading = i;
      region.rows = rows_behind;
      return;
    }
  }
}

Region find_region(const Document& document, Part part) {
  Region best;
  const std::vector<Hit>& hits = document.labels;
  std::uint32_t i = 0;
  while (i < hits.size()) {
    if (label_of(hits[i]).part != part) {
      ++i;
      continue;
    }
    Region region;
    region.any = true;
    region.first_label = i;
    for (; i < hits.size() && label_of(hits[i]).part == part; ++i) {
      const Label& label = label_of(hits[i]);
      if (label.kind == LabelKind::section) region.heading = i;
      if (is_place(label)) ++region.rows;
    }
    region.last_label = i;
    start_at_heading(document, region);
    region.begin = hits[region.first_label].begin;
    region.end = i < hits.size() ? hits[i].begin
                                 : static_cast<std::uint32_t>(document.normalized.text.size());
    if (!best.any || region.rows > best.rows) best = region;
  }
  return best;
}

// The rows of a table with their labels' values gathered from the text.
class Gatherer {
 public:
  Gatherer(const Document& document, const Region& region)
      : document_(document), tokens_(tokenize(document, region.begin, region.end)) {}

  struct Group {
    std::uint32_t hit = 0;
    std::size_t first = 0;  // tokens [first, last)
    std::size_t last = 0;
  };

  // Each label with the tokens from its first letter to the next label's.
  [[nodiscard]] std::vector<Group> groups() const {
    std::vector<Group> out;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].label) continue;
      if (out.empty() || out.back().hit != tokens_[i].hit) {
        if (!out.empty()) out.back().last = i;
        out.push_back({tokens_[i].hit, i, tokens_.size()});
      }
    }
    return out;
  }

  // The slots of a group that can be values of a row of `count` cells, and `surplus`: how many more
  // values than cells stand behind the label in running text.
  [[nodiscard]] RowSlots slots(const Group& group, std::size_t count) const {
    RowSlots out;
    out.count = static_cast<std::uint16_t>(count);
    std::uint32_t label_line = 0;
    std::size_t held = 0;
    std::uint32_t line = UINT32_MAX;
    for (std::size_t i = group.first; i < group.last; ++i) {
      const Token& token = tokens_[i];
      if (token.label) {
        label_line = token.line;
        continue;
      }
      if (token.line != line) {
        // A row of cells is taken whole. What comes on further lines is only wanted while there are
        // cells to be filled, or when every cell has a line of its own.
        if (line == label_line && out.slots.size() >= count) break;
        line = token.line;
      }
      if (token.slot()) {
        if (!token.blank()) ++held;
        out.slots.push_back(token);
        if (out.slots.size() >= most_slots) break;
      } else {
        // Words in running text: a remark behind the label, or another row's label that the form
        // does not have. Values behind the latter are not this row's.
        if (held > 0 ? token.letters >= 2
                     : token.letters > (token.line == label_line ? most_remark : most_rest)) {
          break;
        }
      }
    }
    out.label_line = label_line;
    split_fused(out);
    drop_prose(out);
    note_geometry(out);
    return out;
  }

  // All slots from token `first` on: the values of a table that is one long row. Words before the
  // first value are heads that could not be read, words behind a value end the table.
  [[nodiscard]] RowSlots slots_from(std::size_t first, std::size_t count) const {
    RowSlots out;
    out.count = static_cast<std::uint16_t>(count);
    bool held = false;
    for (std::size_t i = first; i < tokens_.size() && out.slots.size() < most_slots; ++i) {
      const Token& token = tokens_[i];
      if (token.label) continue;
      if (token.slot() && (token.value.kind != ValueKind::word || held)) {
        held = held || token.value.kind == ValueKind::number;
        out.slots.push_back(token);
      } else if (held && token.letters >= 2) {
        break;
      } else if (!held && token.value.kind == ValueKind::word) {
        out.slots.clear();
      }
    }
    if (!out.slots.empty()) out.label_line = out.slots.front().line;
    if (out.slots.size() == 1 && !out.slots.front().closed) out.slots.front().fused = true;
    split_fused(out);
    drop_prose(out);
    note_geometry(out);
    return out;
  }

  // What the slots' lines and columns say as a whole.
  void note_geometry(RowSlots& row) const {
    row.one_line = !row.slots.empty();
    for (const Token& token : row.slots) {
      row.one_line = row.one_line && token.closed && token.line == row.label_line;
    }
    if (row.one_line) row.line_columns = document_.layout.lines[row.label_line].columns;
  }

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

 private:
  static constexpr std::uint16_t most_remark = 14;  // letters, on the label's own line
  static constexpr std::uint16_t most_rest = 3;     // on a line of their own: the label's last ones
  static constexpr std::size_t most_slots = 512;

  // 「规章000」: as many digits as cells, and nothing else in the row.
  static void split_fused(RowSlots& row) {
    if (row.slots.size() != 1 || row.count < 2 || !row.slots.front().fused) return;
    const Token whole = row.slots.front();
    if (whole.value.kind != ValueKind::number || whole.end - whole.begin != row.count ||
        !whole.value.number.integer() || whole.value.number.units < 0) {
      return;
    }
    std::int64_t digits = whole.value.number.units;
    std::vector<Token> parts(row.count, whole);
    for (std::size_t c = row.count; c-- > 0;) {
      parts[c].begin = whole.begin + static_cast<std::uint32_t>(c);
      parts[c].end = parts[c].begin + 1;
      parts[c].value.number = {digits % 10, 0};
      parts[c].value.unit = {};
      digits /= 10;
    }
    row.slots = std::move(parts);
  }

  // A line of prose between label and values, or one that only mentions the label, has no values.
  void drop_prose(RowSlots& row) const {
    std::erase_if(row.slots, [&](const Token& token) {
      if (token.closed) return false;
      const Line& line = document_.layout.lines[token.line];
      if (line.end - line.begin > longest_line) return false;
      const std::u16string_view text =
          std::u16string_view(document_.normalized.text).substr(line.begin, line.end - line.begin);
      return text.find(u'\u3002') != std::u16string_view::npos;
    });
  }
  static constexpr std::uint32_t longest_line = 600;  // longer ones hold a whole report

  const Document& document_;
  std::vector<Token> tokens_;
};

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
    for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
      table(id);
    }
    return std::move(out_);
  }

 private:
  static std::size_t index(TableId id) { return static_cast<std::size_t>(id); }

  void sections() {
    for (Part part = 1; part <= 6; ++part) {
      const Hit* best = nullptr;
      for (const Hit& hit : document_.headings) {
        if (label_of(hit).part != part) continue;
        if (best == nullptr || hit.score - hit.left > best->score - best->left) best = &hit;
      }
      if (best == nullptr) continue;
      Section section;
      section.number = part;
      const Span title =
          document_.normalized.original(document_.letters[best->first].at, best->end);
      section.title = to_utf8(document_.source.substr(title.begin, title.end - title.begin));
      section.span = document_.normalized.original(best->begin, best->end);
      out_.sections.push_back(std::move(section));
    }
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

  void table(TableId id) {
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
    const Gatherer gatherer(document_, region);
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

  void rows(TableId id, const Gatherer& gatherer, TableReading& reading, std::size_t first_cell) {
    const Form& form = *reading.form;
    const std::vector<Gatherer::Group> groups = gatherer.groups();
    std::vector<RowSlots> rows;
    std::vector<bool> seen(form.lines.size(), false);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const Label& label = label_of(document_.labels[groups[g].hit]);
      if (label.kind != LabelKind::row) continue;
      const std::optional<std::uint16_t> line = line_of(form, id, label);
      if (!line) continue;
      if (!seen[*line]) ++reading.rows_seen;
      seen[*line] = true;
      RowSlots row = gatherer.slots(groups[g], form.lines[*line].count);
      row.line = *line;
      row.depth = depth_of(label, id);
      rows.push_back(std::move(row));
    }
    share_blocks(gatherer, rows);
    const std::vector<HeadGeometry> heads = head_geometry(gatherer, groups);
    const std::vector<Placement> placements = place(rows, heads);
    if (known_rows(placements) == 0) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      fill(form, first_cell, rows[i], placements[i]);
    }
  }

  // A viewer copies a table block by block: first some labels, then as many rows of numbers. The
  // numbers behind the last of the labels are those of all of them, if they are just as many. Where
  // there are more numbers than cells otherwise, those that fill the row and end a line are its
  // own, unless labels before it were left without any: then nothing tells whose they are.
  static void share_blocks(const Gatherer& gatherer, std::vector<RowSlots>& rows) {
    std::size_t first = 0;  // of the labels without numbers that stand directly before
    for (std::size_t i = 0; i < rows.size(); ++i) {
      RowSlots& row = rows[i];
      if (row.slots.empty()) continue;
      const std::size_t begin = std::exchange(first, i + 1);
      const bool cells = std::any_of(row.slots.begin(), row.slots.end(),
                                     [](const Token& token) { return token.closed; });
      if (cells || row.slots.size() <= row.count) continue;
      std::size_t wanted = 0;
      for (std::size_t k = begin; k <= i; ++k) wanted += rows[k].count;
      if (begin < i && row.slots.size() == wanted && row.slots.front().line != row.label_line) {
        auto next = row.slots.begin();
        std::vector<std::vector<Token>> shares;
        for (std::size_t k = begin; k <= i; ++k) {
          shares.emplace_back(next, next + rows[k].count);
          next += rows[k].count;
        }
        for (std::size_t k = begin; k <= i; ++k) {
          rows[k].slots = std::move(shares[k - begin]);
          gatherer.note_geometry(rows[k]);
        }
        continue;
      }
      const bool ends_line = row.slots[row.count].line != row.slots[row.count - 1U].line;
      if (begin == i && ends_line) row.slots.resize(row.count);
    }
  }

  static std::uint8_t depth_of(const Label& label, TableId id) {
    if (id != TableId::requests) return 0;
    const std::string_view key = label.key;
    if (key.find('.') != std::string_view::npos) return 2;
    return key == "new" || key == "carried_in" || key == "carried_out" ? 0 : 1;
  }

  // Heads that stand side by side tell the columns of the values below them.
  [[nodiscard]] std::vector<HeadGeometry> head_geometry(
      const Gatherer& gatherer, const std::vector<Gatherer::Group>& groups) const {
    std::vector<HeadGeometry> out;
    struct Head {
      std::uint32_t line;
      std::uint16_t column;
      std::uint8_t place;
    };
    std::vector<Head> heads;
    for (const Gatherer::Group& group : groups) {
      const Label& label = label_of(document_.labels[group.hit]);
      const Token& token = gatherer.tokens()[group.first];
      if (label.kind != LabelKind::column || !token.closed) continue;
      heads.push_back({token.line, token.column, label.column});
    }
    for (std::size_t i = 0; i < heads.size();) {
      std::size_t end = i;
      bool in_step = true;
      for (; end < heads.size() && heads[end].line == heads[i].line; ++end) {
        in_step =
            in_step && heads[end].column - heads[end].place == heads[i].column - heads[i].place;
      }
      if (in_step && end - i >= 3 && heads[i].column >= heads[i].place) {
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
    const std::vector<Gatherer::Group> groups = gatherer.groups();
    std::size_t last_head = groups.size();
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const Label& label = label_of(document_.labels[groups[g].hit]);
      if (label.kind == LabelKind::column || label.kind == LabelKind::head) {
        last_head = g;
        ++reading.rows_seen;
      }
    }
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
    const std::vector<HeadGeometry> heads = head_geometry(gatherer, groups);
    const std::vector<RowSlots> rows{row};
    fill(form, first_cell, row, place(rows, heads).front());
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
          if (placement.slot[c]) set(out_.cells[first + c], row.slots[*placement.slot[c]]);
        }
        break;
      case Placement::Kind::ambiguous:
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

  // The same row stands in the text twice: where the two differ neither can be preferred.
  static void conflict(Cell& cell, const Token& token) {
    const bool number = token.value.kind == ValueKind::number;
    if (cell.state == CellState::printed && number && cell.value == token.value.number) return;
    if (cell.state == CellState::blank && token.blank()) return;
    if (cell.state != CellState::printed && !number) return;
    if (cell.state != CellState::ambiguous) cell.candidates = {cell.value};
    cell.candidates.push_back(number ? std::optional(token.value.number) : std::nullopt);
    cell.state = CellState::ambiguous;
    cell.value.reset();
    cell.unit.clear();
  }

  void leave_open(Cell& cell, const RowSlots& row, const Placement& placement, std::size_t column,
                  std::size_t count) const {
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
      if (std::find(cell.candidates.begin(), cell.candidates.end(), value) ==
          cell.candidates.end()) {
        cell.candidates.push_back(value);
      }
    }
    if (held < count && std::find(cell.candidates.begin(), cell.candidates.end(), std::nullopt) ==
                            cell.candidates.end()) {
      cell.candidates.emplace_back(std::nullopt);
    }
    if (held > 0) {
      cell.span = document_.normalized.original(row.slots[placement.held.front()].begin,
                                                row.slots[placement.held.back()].end);
    }
  }

  void finish(const Region& region, TableReading& reading, std::size_t first_cell) {
    std::size_t found = 0;
    const std::size_t count = out_.cells.size() - first_cell;
    for (std::size_t c = first_cell; c < out_.cells.size(); ++c) {
      if (out_.cells[c].state != CellState::missing) ++found;
    }
    if (found == count) {
      reading.status = TableStatus::complete;
    } else if (found > 0) {
      reading.status = TableStatus::partial;
    } else {
      reading.status =
          region.heading || reading.rows_seen > 0 ? TableStatus::lost : TableStatus::absent;
    }
    const std::uint32_t last = document_.labels[region.last_label - 1].end;
    Span span = document_.normalized.original(region.begin, std::max(region.begin, last));
    for (std::size_t c = first_cell; c < out_.cells.size(); ++c) {
      if (out_.cells[c].span) span.end = std::max(span.end, out_.cells[c].span->end);
    }
    reading.span = span;
  }

  const Document& document_;
  const Form* due_;
  std::array<Region, 3> regions_;
  Reconstruction out_;
};

}  // namespace

Document read_document(std::u16string_view source) {
  Document out;
  out.source = source;
  out.normalized = normalize(source);
  out.layout = lay_out(out.normalized.text);
  out.folded = fold(out.normalized.text);
  out.letters = read_letters(out.folded);
  const std::vector<Hit> hits = find_labels(out.normalized.text, out.letters);
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
