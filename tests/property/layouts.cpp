#include "layouts.h"

#include <algorithm>
#include <functional>
#include <set>

namespace gouji::property {
namespace {

using Text = std::u32string;

// Writes the rows [begin, end) of a table. A range, because two styles may meet in one table.
using TableWriter = void (*)(const Table&, std::size_t begin, std::size_t end, Random&, Truth&,
                             Text& out);

Text replaced(const Text& text, const Text& from, const Text& to) {
  Text out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t found = text.find(from, at);
    if (found == Text::npos) return out + text.substr(at);
    out += text.substr(at, found - at) + to;
    at = found + from.size();
  }
}

Text broken_by(const Text& text, const Text& separator) { return replaced(text, U"\n", separator); }

bool is_blank(const Cell& cell) { return cell.text.find_first_not_of(U" \u00A0") == Text::npos; }

/// The layout leaves no trace of blank cells: a row with some of them cannot be told any more, a
/// row of nothing but blanks still says that no number stands there.
void vanish(const Row& row, Truth& truth) {
  bool some_blank = false;
  bool some_text = false;
  for (const Cell& cell : row.cells) {
    if (cell.role == Role::extra && !is_blank(cell)) some_text = true;
    if (cell.id.empty()) continue;
    (is_blank(cell) || !cell.merged.empty() ? some_blank : some_text) = true;
  }
  if (!some_blank) return;
  for (const std::string& id : row.ids()) {
    if (some_text) {
      truth.undetermine(id);
    } else {
      truth.blank(id, "missing");
    }
  }
}

/// Six cells merged into one leave a row with fewer places than the form has; where covered places
/// are not written out, nobody can say which of them are gone.
void merged_away(const Row& row, Truth& truth) {
  for (const Cell& cell : row.cells) {
    if (cell.merged.empty()) continue;
    for (const std::string& id : row.ids()) truth.undetermine(id);
    return;
  }
}

/// Where blank cells leave no trace, a row that lacks one number and a page number behind it are a
/// whole row to any reader: what then is read, and found not to add up, is what the text says.
void completes(const Row& row, const Text& mark, Truth& truth) {
  std::vector<Number> numbers;
  for (const Cell& cell : row.cells) {
    if (cell.role == Role::extra) return;
    if (cell.id.empty() || is_blank(cell)) continue;
    numbers.push_back(truth.cells.at(cell.id).value);
  }
  std::int64_t page = 0;
  for (const char32_t c : mark) page = page * 10 + static_cast<std::int64_t>(c - U'0');
  numbers.push_back({page, 0});
  const std::vector<std::string> ids = row.ids();
  if (numbers.size() != ids.size()) return;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    truth.cells.at(ids[i]).accept.push_back(numbers[i]);
  }
  for (const char* rule : {"T3.ROW", "T3.RESULTS", "T3.BALANCE", "T4.SUM"}) {
    truth.allowed_errors.insert(rule);
  }
}

/// A bare number between two rows is a page number, or is it a value of the row before? Where rows
/// are no lines of their own, and where that row lacks a value, nobody can say.
void doubt_beside(const Row& mark, const Row* before, const Row* after, bool rows_are_lines,
                  Truth& truth) {
  const Text& text = mark.cells[0].text;
  const bool bare = text.find_first_not_of(U"0123456789") == Text::npos;
  const bool dashed = text[0] == U'-';
  if (!(bare || (dashed && !rows_are_lines))) return;
  if (before != nullptr && !(rows_are_lines && before->full())) {
    for (const std::string& id : before->ids()) truth.undetermine(id);
    if (bare) completes(*before, text, truth);
  }
  // The row after it is parted from the number by its label, if it has one.
  const bool labelled = after == nullptr || after->cells[0].id.empty();
  if (labelled || rows_are_lines) return;
  for (const std::string& id : after->ids()) truth.undetermine(id);
}

struct Place {
  const Cell* cell = nullptr;
  bool anchor = false;
};
using Matrix = std::vector<std::vector<Place>>;

Matrix expanded(const Table& table) {
  Matrix matrix(table.rows.size());
  const auto width = static_cast<std::size_t>(table.columns);
  for (auto& row : matrix) row.resize(width);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (table.rows[r].page_mark) continue;
    std::size_t c = 0;
    for (const Cell& cell : table.rows[r].cells) {
      while (c < matrix[r].size() && matrix[r][c].cell != nullptr) ++c;
      std::size_t row = r;
      for (int dr = 0; dr < cell.rowspan; ++dr, ++row) {
        while (row < matrix.size() && table.rows[row].page_mark) ++row;
        if (row >= matrix.size()) break;
        for (int dc = 0; dc < cell.colspan; ++dc) {
          const std::size_t column = c + static_cast<std::size_t>(dc);
          if (column >= matrix[row].size()) matrix[row].resize(column + 1);
          matrix[row][column] = {&cell, dr == 0 && dc == 0};
        }
      }
      c += static_cast<std::size_t>(cell.colspan);
    }
  }
  return matrix;
}

// ---- one cell a line -------------------------------------------------------------------------

void cells_as_lines(const Table& table, std::size_t begin, std::size_t end, Truth& truth,
                    const Text& separator, Text& out) {
  const Row* before = nullptr;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    for (const Cell& cell : row.cells) {
      if (!is_blank(cell)) out += cell.text + separator;
    }
    vanish(row, truth);
    if (row.page_mark)
      doubt_beside(row, before, r + 1 < end ? &table.rows[r + 1] : nullptr, false, truth);
    if (row.values()) before = &row;
  }
}

void write_lines(const Table& table, std::size_t begin, std::size_t end, Random&, Truth& truth,
                 Text& out) {
  cells_as_lines(table, begin, end, truth, U"\n\n", out);
}

void write_lines_tight(const Table& table, std::size_t begin, std::size_t end, Random&,
                       Truth& truth, Text& out) {
  Table joined = table;
  for (Row& row : joined.rows) {
    for (Cell& cell : row.cells) cell.text = broken_by(cell.text, U"");
  }
  cells_as_lines(joined, begin, end, truth, U"\n", out);
}

// ---- bars ------------------------------------------------------------------------------------

std::size_t bars_after(const Table& table, const Row& row) {
  const auto columns = static_cast<std::size_t>(table.columns);
  return row.cells.size() >= columns ? 0 : columns - row.cells.size();
}

void write_pipes_trailing(const Table& table, std::size_t begin, std::size_t end, Random& random,
                          Truth& truth, Text& out) {
  const bool tight = random.chance(50);
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += row.cells[0].text + U"\n";
      continue;
    }
    Text line;
    bool after_blank = true;
    for (const Cell& cell : row.cells) {
      const bool blank = is_blank(cell);
      if (!line.empty() && !(blank && after_blank && tight)) line += U' ';
      line += blank ? U"|" : broken_by(cell.text, U" ") + U" |";
      after_blank = blank;
    }
    const std::size_t bars = r + 1 == table.rows.size() ? 0 : bars_after(table, row);
    if (bars > 0) line += (after_blank && tight ? U"" : U" ") + Text(bars, U'|');
    out += line + U"\n";
    merged_away(row, truth);
  }
}

void write_cell_bar(const Table& table, std::size_t begin, std::size_t end, Random& random,
                    Truth& truth, Text& out) {
  const int joined = random.chance(30) ? random.between(5, 30) : 0;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += row.cells[0].text + U"\n";
      continue;
    }
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      out += is_blank(cell) ? U"|" : broken_by(cell.text, U" ") + U" |";
      const bool values = i > 0 && !cell.id.empty() && i + 1 < row.cells.size() &&
                          !is_blank(cell) && !is_blank(row.cells[i + 1]);
      out += values && random.chance(joined) ? U" " : U"\n";
    }
    const std::size_t bars = bars_after(table, row);
    if (bars > 0 && r + 1 != table.rows.size()) out += Text(bars, U'|') + U"\n";
    merged_away(row, truth);
  }
}

void write_bar_row(const Table& table, std::size_t begin, std::size_t end, Random& random,
                   Truth& truth, Text& out) {
  const int joined = random.chance(50) ? random.between(5, 60) : 0;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += row.cells[0].text + U"\n";
      continue;
    }
    out += U"|\n";
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      out += is_blank(cell) ? U"|" : broken_by(cell.text, U" ") + U" |";
      const bool values = i > 0 && !cell.id.empty() && i + 1 < row.cells.size() &&
                          !is_blank(cell) && !is_blank(row.cells[i + 1]);
      out += values && random.chance(joined) ? U" " : U"\n";
    }
    const std::size_t bars = bars_after(table, row);
    if (bars > 0) out += Text(bars, U'|') + U"\n";
    merged_away(row, truth);
  }
}

void write_cell_then_bar(const Table& table, std::size_t begin, std::size_t end, Random& random,
                         Truth& truth, Text& out) {
  const bool padded = random.chance(50);
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += row.cells[0].text + U"\n";
      continue;
    }
    for (const Cell& cell : row.cells) {
      out += is_blank(cell) ? U"|\n" : broken_by(cell.text, U" ") + U"\n|\n";
    }
    const std::size_t bars = bars_after(table, row);
    if (padded && bars > 0 && r + 1 != table.rows.size()) out += Text(bars, U'|') + U"\n";
    merged_away(row, truth);
  }
}

struct MarkdownStyle {
  bool rule = true;
  bool wide = false;
  bool repeat_labels = false;
  Text line_break = U"<br>";
  std::size_t padding = 0;
};

Text markdown_line(const std::vector<Text>& cells, bool wide) {
  Text line = U"|";
  for (const Text& cell : cells) {
    line += U" " + cell;
    if (wide && cell.size() < 8) line += Text(8 - cell.size(), U' ');
    line += U" |";
  }
  return line + U"\n";
}

Text markdown_rule(std::size_t columns, std::size_t dashes) {
  Text line = U"|";
  for (std::size_t i = 0; i < columns; ++i) line += Text(dashes, U'-') + U"|";
  return line + U"\n";
}

std::vector<Text> matrix_cells(const std::vector<Place>& places, const MarkdownStyle& style) {
  std::vector<Text> cells;
  for (const Place& place : places) {
    Text text;
    if (place.cell != nullptr && !is_blank(*place.cell)) {
      const bool label = place.cell->id.empty() && place.cell->role != Role::extra;
      const bool shown = place.anchor || (style.repeat_labels && label);
      if (shown) text = broken_by(place.cell->text, style.line_break);
    }
    cells.push_back(text);
  }
  cells.resize(cells.size() + style.padding);
  return cells;
}

void write_markdown(const Table& table, std::size_t begin, std::size_t end, Random& random, Truth&,
                    Text& out) {
  MarkdownStyle style;
  style.rule = random.chance(70);
  style.wide = random.chance(40);
  style.repeat_labels = random.chance(15);
  style.padding = random.chance(40) ? random.index(6) + 1 : 0;
  if (random.chance(30)) style.line_break = U" ";
  const Matrix matrix = expanded(table);
  bool first = true;
  for (std::size_t r = begin; r < end; ++r) {
    if (table.rows[r].page_mark) {
      out += U"\n" + table.rows[r].cells[0].text + U"\n\n";
      first = true;
      continue;
    }
    const std::vector<Text> cells = matrix_cells(matrix[r], style);
    out += markdown_line(cells, style.wide);
    if (first && style.rule) out += markdown_rule(cells.size(), style.wide ? 10 : 3);
    first = false;
  }
}

void write_tabs(const Table& table, std::size_t begin, std::size_t end, Random& random,
                Truth& truth, Text& out) {
  // Spreadsheets write every place; word processors only the cells that are there.
  const bool spreadsheet = random.chance(60);
  const Matrix matrix = expanded(table);
  const auto quoted = [&](const Cell& cell) {
    if (is_blank(cell)) return Text();
    if (cell.text.find(U'\n') == Text::npos) return cell.text;
    return spreadsheet ? U"\"" + replaced(cell.text, U"\"", U"\"\"") + U"\""
                       : broken_by(cell.text, U"");
  };
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    Text line;
    if (row.page_mark) {
      line = row.cells[0].text;
    } else if (spreadsheet) {
      for (std::size_t c = 0; c < matrix[r].size(); ++c) {
        if (c > 0) line += U'\t';
        if (matrix[r][c].anchor) line += quoted(*matrix[r][c].cell);
      }
    } else {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i > 0) line += U'\t';
        line += quoted(row.cells[i]);
      }
      merged_away(row, truth);
    }
    out += line + U"\n";
  }
}

// ---- text drawn from pages -------------------------------------------------------------------

Text values_of(const Row& row, const Text& separator) {
  Text out;
  for (const Cell& cell : row.cells) {
    if ((cell.id.empty() && cell.role != Role::extra) || is_blank(cell)) continue;
    if (!out.empty()) out += separator;
    out += cell.text;
  }
  return out;
}

std::vector<Text> wrapped(const Text& text, std::size_t width) {
  std::vector<Text> lines;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(at + width, text.size());
    // The number of an item is not torn from its point.
    while (end < text.size() && text[end] == U'.') ++end;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  // A line of closing punctuation alone would not be set by any typesetter.
  if (lines.size() > 1 && lines.back().size() == 1) {
    lines[lines.size() - 2] += lines.back();
    lines.pop_back();
  }
  return lines;
}

/// Writes one row of a page: a label that may be set in several lines, and its numbers.
void label_and_values(const Text& label, const Text& values, std::size_t width, int style,
                      Text& out) {
  const Text flat = broken_by(label, U"");
  const Text tail = values.empty() ? Text() : U" " + values;
  const std::vector<Text> lines = wrapped(flat, width);
  if (lines.size() < 2 || style == 0) {
    out += flat + tail + U"\n";
    return;
  }
  if (values.empty()) style = 1;
  switch (style) {
    case 1:  // the last line of the label carries the numbers
      for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i] + (i + 1 == lines.size() ? tail : Text()) + U"\n";
      }
      break;
    case 2:  // the numbers stand on a line of their own after the label
      for (const Text& line : lines) out += line + U"\n";
      out += values + U"\n";
      break;
    case 3:  // the first line carries them
      for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i] + (i == 0 ? tail : Text()) + U"\n";
      }
      break;
    default:  // they stand in the middle of the label
      for (std::size_t i = 0; i < lines.size(); ++i) {
        out += lines[i] + U"\n";
        if (i == (lines.size() - 1) / 2) out += values + U"\n";
      }
  }
}

void write_spaces(const Table& table, std::size_t begin, std::size_t end, Random& random,
                  Truth& truth, Text& out) {
  const auto width = static_cast<std::size_t>(random.between(7, 16));
  const int style = random.between(0, 4);
  const int groups = random.between(0, 2);  // on the row's line, on one of their own, in pieces
  const Row* before = nullptr;
  std::vector<Text> pieces;  // of a group label, still to be set
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += row.cells[0].text + U"\n";
      doubt_beside(row, before, nullptr, true, truth);
      continue;
    }
    if (!row.values()) {
      // Heads: a line for all, or one for each when the columns are narrow.
      const Text separator = style == 0 ? U" " : U"\n";
      Text line;
      for (const Cell& cell : row.cells) {
        if (!line.empty()) line += cell.role == Role::column_head ? separator : U" ";
        line += broken_by(cell.text, style == 0 ? U"" : U"\n");
      }
      out += line + U"\n";
      continue;
    }
    Text label;
    Text group;
    for (const Cell& cell : row.cells) {
      if (!cell.id.empty() || cell.role == Role::extra) continue;
      Text& to = cell.role == Role::group_head ? group : label;
      if (!to.empty()) to += U" ";
      to += cell.text;
    }
    if (!group.empty()) {
      group = broken_by(group, U"");
      if (groups == 0) {
        out += group + U" ";  // each column is wrapped by itself
      } else if (groups == 1) {
        out += group + U"\n";
      } else {
        for (const Text& piece : wrapped(group, 4)) pieces.push_back(piece);
      }
    }
    if (!pieces.empty()) {
      out += pieces.front() + U"\n";
      pieces.erase(pieces.begin());
    }
    const Text values = values_of(row, U" ");
    if (label.empty()) {
      out += values + (values.empty() ? U"" : U"\n");
    } else {
      label_and_values(label, values, width, style, out);
    }
    vanish(row, truth);
    before = &row;
  }
  for (const Text& piece : pieces) out += piece + U"\n";
}

void write_blocks(const Table& table, std::size_t begin, std::size_t end, Random& random,
                  Truth& truth, Text& out) {
  if (table.columns < 10 || table.columns == 15) {
    write_spaces(table, begin, end, random, truth, out);
    return;
  }
  // As many lines of numbers as there are labels before them: their order is certain as long as
  // every row of the block has all its numbers.
  std::vector<const Row*> block;
  std::vector<const Row*> without;  // rows whose labels stand right before this block's own
  std::size_t wanted = 1 + random.index(6);
  const auto flush = [&]() {
    Text numbers;
    bool full = true;
    for (const Row* row : block) {
      Text label;
      for (const Cell& cell : row->cells) {
        if (!cell.id.empty() || cell.role == Role::extra) continue;
        label += (label.empty() ? U"" : U" ") + broken_by(cell.text, U"");
      }
      out += label + U"\n";
      const Text values = values_of(*row, U" ");
      if (!values.empty()) numbers += values + U"\n";
      full = full && row->full();
    }
    out += numbers;
    if (!numbers.empty() && !without.empty()) {
      // More labels than lines of numbers: which of the rows are the empty ones?
      full = false;
      for (const Row* row : without) {
        for (const std::string& id : row->ids()) truth.undetermine(id);
      }
    }
    for (const Row* row : block) {
      vanish(*row, truth);
      if (full || numbers.empty()) continue;
      for (const std::string& id : row->ids()) truth.undetermine(id);
    }
    if (!numbers.empty()) without.clear();
    if (numbers.empty()) without.insert(without.end(), block.begin(), block.end());
    block.clear();
    wanted = 1 + random.index(6);
  };
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.values()) {
      block.push_back(&row);
      if (block.size() >= wanted) flush();
      continue;
    }
    const Row* before = block.empty() ? nullptr : block.back();
    flush();
    without.clear();
    if (row.page_mark) doubt_beside(row, before, nullptr, true, truth);
    Text line;
    for (const Cell& cell : row.cells)
      line += (line.empty() ? U"" : U" ") + broken_by(cell.text, U"");
    out += line + U"\n";
  }
  flush();
}

void write_one_line(const Table& table, std::size_t begin, std::size_t end, Random&, Truth& truth,
                    Text& out) {
  const Row* before = nullptr;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    for (const Cell& cell : row.cells) {
      if (!is_blank(cell)) out += broken_by(cell.text, U"") + U" ";
    }
    vanish(row, truth);
    if (row.page_mark)
      doubt_beside(row, before, r + 1 < end ? &table.rows[r + 1] : nullptr, false, truth);
    if (row.values()) before = &row;
  }
}

/// The ways in which a run of digits falls into groups of `least` to `most` numbers, each group
/// ending in its sum; two are enough to know that nobody can tell. No number begins with a 0 but 0.
class Readings {
 public:
  Readings(const Text& run, std::size_t groups, std::size_t least, std::size_t most)
      : run_(run), least_(least), most_(most) {
    group(0, groups);
  }
  const std::vector<std::vector<Number>>& found() const { return found_; }

 private:
  static constexpr std::size_t kDigits = 9;

  void group(std::size_t at, std::size_t left) {
    if (left > 0) return number(at, left, 1, 0);
    if (at == run_.size()) found_.push_back(numbers_);
  }

  void number(std::size_t at, std::size_t left, std::size_t nth, std::int64_t sum) {
    std::int64_t value = 0;
    for (std::size_t end = at; end < std::min(run_.size(), at + kDigits); ++end) {
      if (found_.size() > 1 || (end > at && run_[at] == U'0')) return;
      value = value * 10 + static_cast<std::int64_t>(run_[end] - U'0');
      numbers_.push_back({value, 0});
      if (nth >= least_ && value == sum) group(end + 1, left - 1);
      if (nth < most_) number(end + 1, left, nth + 1, sum + value);
      numbers_.pop_back();
    }
  }

  const Text& run_;
  std::size_t least_;
  std::size_t most_;
  std::vector<Number> numbers_;
  std::vector<std::vector<Number>> found_;
};

/// A run of digits as long as a row of one digit less, and a lone number behind it: 80⏎4 may be 8
/// and 0 before a page number, or 80 and 4.
bool could_go_on(const Text& run) {
  for (std::size_t i = 0; i + 1 < run.size(); ++i) {
    if (run[i] != U'0') return true;
  }
  return false;
}

void write_fused(const Table& table, std::size_t begin, std::size_t end, Random& random,
                 Truth& truth, Text& out) {
  const bool heads_fused = random.chance(40);
  const std::size_t sum_width = table.columns == 15 ? 5 : table.columns >= 10 ? 7 : 0;
  // Where one row lacks a cell, another may as well: as many digits as cells prove nothing then.
  bool blanks = false;
  for (std::size_t r = begin; r < end; ++r) {
    blanks = blanks || (table.rows[r].values() && !table.rows[r].full());
  }
  bool apart = true;
  const Row* split_at_will = nullptr;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      // After digits that cannot be told apart a lone number would look like one of them.
      if (!apart) continue;
      const Text& mark = row.cells[0].text;
      out += mark + U"\n";
      if (split_at_will == nullptr || mark.find_first_not_of(U"0123456789") != Text::npos) continue;
      for (const std::string& id : split_at_will->ids()) truth.undetermine(id);
      continue;
    }
    split_at_will = nullptr;
    if (!row.values()) {
      Text line;
      for (const Cell& cell : row.cells) {
        if (!line.empty() && !heads_fused) line += U" ";
        line += broken_by(cell.text, U"");
      }
      out += line + U"\n";
      continue;
    }
    Text label;
    Text run;
    std::size_t cells = 0;
    std::size_t characters = 0;
    bool single = true;
    bool extra = false;
    for (const Cell& cell : row.cells) {
      if (cell.id.empty() && cell.role != Role::extra) {
        label += broken_by(cell.text, U"");
        continue;
      }
      cells += 1 + cell.merged.size();
      extra = extra || cell.role == Role::extra;
      if (is_blank(cell)) continue;
      characters += cell.text.size();
      for (const char32_t c : cell.text) {
        if (c != U' ' && c != U'\u00A0') run += c >= U'\uFF10' && c <= U'\uFF19' ? c - 0xFEE0 : c;
      }
      // A lone dash beside digits reads as a sign.
      if (cell.text.size() > 1 || cell.text.find_first_of(U"-—–\uFF0D") != Text::npos)
        single = false;
    }
    // Digits that happen to be as many as the cells would mislead any reader; fusing is not
    // regular enough in real texts for that row not to have escaped it.
    const bool misleading = !single && characters == cells && cells > 1;
    const Text values = values_of(row, misleading ? U" " : U"");
    out += label;
    if (misleading) out += U' ';
    out += values + U"\n";
    vanish(row, truth);
    apart = (single || misleading) && row.full();
    if (single && sum_width == 0 && cells > 1 && could_go_on(run)) split_at_will = &row;
    if (cells <= 1 || misleading) continue;
    if (single && (!blanks || !could_go_on(run))) continue;
    // 000270270 falls into 0 0 0 270 270 only: the sums tell the cells apart, even if some of them
    // should be empty.
    const bool digits_only = run.find_first_not_of(U"0123456789") == Text::npos;
    if (sum_width > 0 && !extra && digits_only) {
      const Readings readings(run, cells / sum_width, sum_width == 7 ? 2 : 1, sum_width);
      const bool certain = readings.found().size() == 1 && readings.found()[0].size() == cells;
      if (certain && row.full()) continue;
      // Section 4 has no sums but these: a reading that holds is what the text says, though the
      // cell that is empty stood for a number. In section 3 the columns tell.
      if (certain && sum_width == 5) {
        const std::vector<std::string> ids = row.ids();
        for (std::size_t i = 0; i < ids.size(); ++i) {
          truth.cells.at(ids[i]).accept.push_back(readings.found()[0][i]);
        }
      }
    }
    for (const std::string& id : row.ids()) truth.undetermine(id);
  }
}

// ---- a converter's rubble --------------------------------------------------------------------

bool full_neighbours(const Table& table, std::size_t r) {
  for (std::size_t i = r - 1; i <= r + 1; ++i) {
    if (i >= table.rows.size() || !table.rows[i].full()) return false;
  }
  return true;
}

void write_rubble_requests(const Table& table, std::size_t begin, std::size_t end, Random& random,
                           Truth& truth, Text& out) {
  const std::size_t padding = random.index(5);
  const bool first_lost = random.chance(25);
  const int broken = random.chance(60) ? random.between(3, 12) : 0;
  const int cut = random.chance(50) ? random.between(3, 15) : 0;
  const bool labels_after = random.chance(50);
  const bool wide = random.chance(60);
  int page = random.between(2, 9);
  bool start = true;
  bool was_cut = false;
  const auto emit = [&](std::vector<Text> cells) {
    cells.resize(std::max<std::size_t>(cells.size(), 10) + padding);
    out += markdown_line(cells, wide);
    if (start) out += markdown_rule(cells.size(), wide ? 10 : 2);
    start = false;
  };
  // The outermost label is set down in pieces, wherever the converter saw them.
  std::vector<Text> outer{U"三、本", U"年度办", U"理结果"};
  const std::size_t outer_at = begin + 10 + random.index(8);
  Text group;
  int group_wait = 0;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += U"\n" + row.cells[0].text + U"\n\n";
      start = true;
      continue;
    }
    if (!row.values()) {
      std::vector<Text> cells(10);
      const bool first = row.cells[0].rowspan == 3;
      std::size_t at = row.cells.size() >= 5 ? 4 : 3;
      for (const Cell& cell : row.cells) {
        const Text text = broken_by(cell.text, U"<br>");
        if (first && cell.rowspan == 3) {
          cells[0] = text;
          at = 4;
          continue;
        }
        cells[std::min<std::size_t>(at, 9)] = text;
        at += cell.role == Role::column_head && cell.colspan == 5 ? 5 : 1;
      }
      emit(cells);
      continue;
    }
    Text label;
    bool spans = false;
    for (const Cell& cell : row.cells) {
      if (!cell.id.empty() || cell.role == Role::extra) continue;
      if (cell.role == Role::group_head) {
        if (cell.text.substr(0, 2) != U"三、") {
          group = cell.text.size() > 4 ? cell.text.substr(0, 4) + U"<br>" + cell.text.substr(4)
                                       : cell.text;
          group = broken_by(group, U"");
          group_wait = random.between(0, cell.rowspan - 1);
        }
        continue;
      }
      label += (label.empty() ? U"" : U" ") + broken_by(cell.text, U"<br>");
      spans = spans || cell.colspan > 1;
    }
    if (!start && random.chance(broken) && r > begin + 4) {
      switch (random.between(0, 2)) {
        case 0:
          out += U"\n";
          break;
        case 1:
          out += U"\n— " + digits({page++, 0}) + U" —\n\n";
          break;
        default:
          out += U"\n- " + digits({page++, 0}) + U" -\n\n";
      }
      start = true;
    }
    std::vector<Text> cells(10);
    if (!group.empty() && group_wait-- <= 0) {
      cells[1] = group;
      group.clear();
    }
    if (r >= outer_at && !outer.empty() && !spans) {
      cells[0] = outer.front();
      outer.erase(outer.begin());
    }
    std::vector<Text> numbers;
    for (const Cell& cell : row.cells) {
      if (cell.id.empty() && cell.role != Role::extra) continue;
      numbers.push_back(is_blank(cell) ? Text() : broken_by(cell.text, U"<br>"));
      for (std::size_t i = 0; i < cell.merged.size(); ++i) numbers.emplace_back();
    }
    const std::size_t label_at = spans ? 0 : 2;
    if (cut > 0 && !was_cut && r > begin + 3 && full_neighbours(table, r) && random.chance(cut)) {
      std::vector<Text> other(10);
      other[label_at] = label;
      cells.resize(std::max(cells.size(), 3 + numbers.size()));
      std::copy(numbers.begin(), numbers.end(), cells.begin() + 3);
      if (labels_after) {
        emit(cells);
        emit(other);
      } else {
        emit(other);
        emit(cells);
      }
      was_cut = true;
      continue;
    }
    was_cut = false;
    cells[label_at] = label;
    if (first_lost && spans && row.full() && random.chance(70)) {
      for (const Cell& cell : row.cells) {
        if (cell.id.empty()) continue;
        truth.blank(cell.id, "blank");
        break;
      }
      numbers[0].clear();
    }
    cells.resize(std::max(cells.size(), 3 + numbers.size()));
    std::copy(numbers.begin(), numbers.end(), cells.begin() + 3);
    emit(cells);
  }
}

void write_rubble_disclosure(const Table& table, std::size_t begin, std::size_t end, Random& random,
                             Truth&, Text& out) {
  const std::size_t padding = random.index(8);
  const bool split = random.chance(50);
  const int titles = random.between(0, 2);  // in the table, as text, as a heading
  const Matrix matrix = expanded(table);
  MarkdownStyle style;
  style.padding = padding;
  bool start = true;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += U"\n" + row.cells[0].text + U"\n\n";
      start = true;
      continue;
    }
    const bool title = row.cells[0].role == Role::title;
    if (title && split && !start) {
      out += U"\n";
      start = true;
    }
    if (title && split && titles > 0) {
      out += (titles == 2 ? U"### " : U"") + broken_by(row.cells[0].text, U"") + U"\n\n";
      continue;
    }
    const std::vector<Text> cells = matrix_cells(matrix[r], style);
    out += markdown_line(cells, true);
    if (start) out += markdown_rule(cells.size(), 10);
    start = false;
  }
}

void write_rubble_disputes(const Table& table, std::size_t begin, std::size_t end, Random& random,
                           Truth&, Text& out) {
  const bool garbage = random.chance(40);
  const bool split = random.chance(30);
  MarkdownStyle style;
  const Matrix matrix = expanded(table);
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += U"\n" + row.cells[0].text + U"\n\n";
      continue;
    }
    std::vector<Text> cells = matrix_cells(matrix[r], style);
    if (garbage && r == begin + 1) {
      static const std::vector<Text> kNoise{U"#+H H#", U"/th > ++", U"<b>丰</b>", U"卄 卄", U""};
      for (std::size_t c = 0; c < 5; ++c) cells[c] = random.pick(kNoise);
    }
    if (garbage && r == begin + 2) {
      for (std::size_t c = 0; c < 5; ++c) cells[c] = cells[c + 5];
    }
    if (split && row.values()) out += U"\n";
    out += markdown_line(cells, true);
    if (r == begin || (split && row.values())) out += markdown_rule(cells.size(), 10);
  }
}

void write_rubble(const Table& table, std::size_t begin, std::size_t end, Random& random,
                  Truth& truth, Text& out) {
  const bool whole = begin == 0 && end == table.rows.size();
  if (!whole) {
    write_markdown(table, begin, end, random, truth, out);
  } else if (table.columns == 4) {
    write_rubble_disclosure(table, begin, end, random, truth, out);
  } else if (table.columns == 15) {
    write_rubble_disputes(table, begin, end, random, truth, out);
  } else {
    write_rubble_requests(table, begin, end, random, truth, out);
  }
}

void write_small_tables(const Table& table, std::size_t begin, std::size_t end, Random& random,
                        Truth&, Text& out) {
  const bool labels_as_headings = random.chance(50);
  const bool rule = random.chance(70);
  const int misplaced = random.chance(30) ? 4 : 0;
  static const std::vector<Text> kMisplaced{U"## 二、主动公开政府信息情况",
                                            U"## 三、收到和处理政府信息公开申请情况",
                                            U"### 第二十条第(一)项"};
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    if (row.page_mark) {
      out += row.cells[0].text + U"\n\n";
      continue;
    }
    std::vector<Text> cells;
    for (const Cell& cell : row.cells) {
      const Text text = is_blank(cell) ? Text() : broken_by(cell.text, U"<br>");
      const bool outer = cell.role == Role::title || cell.role == Role::group_head ||
                         (cell.role == Role::row_head && cell.colspan == 3);
      if (labels_as_headings && outer && !text.empty()) {
        out += U"## " + text + U"\n\n";
        continue;
      }
      cells.push_back(text);
      for (std::size_t i = 0; i < cell.merged.size(); ++i) cells.emplace_back();
    }
    if (cells.empty()) continue;
    if (row.values() && table.columns == 10 && random.chance(misplaced)) {
      out += random.pick(kMisplaced) + U"\n\n";
    }
    out += markdown_line(cells, false);
    if (rule) out += markdown_rule(cells.size(), 3);
    out += U"\n";
  }
}

// ---- whole documents -------------------------------------------------------------------------

struct Style {
  Text between = U"\n";  // after each block
  bool hashes = false;   // headings with #
  bool indent = false;   // paragraphs begin with two full-width spaces
};

Text written_with(const Document& document, Random& random, const Style& style,
                  const std::function<void(int, Text&)>& write_table) {
  Text out;
  for (const Block& block : document.blocks) {
    Text text = block.text;
    switch (block.kind) {
      case BlockKind::table: {
        Text table;
        write_table(block.table, table);
        while (!table.empty() && table.back() == U'\n') table.pop_back();
        text = table;
        break;
      }
      case BlockKind::title:
        if (style.hashes) text.insert(0, U"# ");
        break;
      case BlockKind::heading:
        if (style.hashes) text.insert(0, random.chance(80) ? U"## " : U"# ");
        break;
      case BlockKind::subheading:
        if (style.hashes && random.chance(70)) text.insert(0, U"### ");
        break;
      case BlockKind::paragraph:
        if (style.indent) text.insert(0, U"\u3000\u3000");
        break;
      case BlockKind::menu:
      case BlockKind::dateline:
      case BlockKind::footer:
        break;
    }
    if (text.empty()) continue;
    out += text + style.between;
  }
  while (!out.empty() && (out.back() == U'\n' || out.back() == U' ')) out.pop_back();
  return out + U"\n";
}

Text written(const Document& document, Random& random, Truth& truth, const Style& style,
             TableWriter writer) {
  return written_with(document, random, style, [&](int index, Text& out) {
    const Table& table = document.tables[static_cast<std::size_t>(index)];
    writer(table, 0, table.rows.size(), random, truth, out);
  });
}

Style plain(Random& random) {
  Style style;
  if (random.chance(30)) style.between = U"\n\n";
  style.indent = random.chance(25);
  return style;
}

Style spaced(Random& random) {
  Style style = plain(random);
  style.between = U"\n\n";
  return style;
}

Style hashed(Random& random) {
  Style style;
  style.between = U"\n\n";
  style.hashes = random.chance(75);
  return style;
}

template <TableWriter writer, Style (*style)(Random&)>
Text whole(const Document& document, Random& random, Truth& truth) {
  const Style chosen = style(random);
  return written(document, random, truth, chosen, writer);
}

Text all_in_one_line(const Document& document, Random& random, Truth& truth) {
  Style style;
  style.between = U" ";
  return written(document, random, truth, style, write_one_line);
}

void lose(const Document& document, Truth& truth) {
  static constexpr std::array<const char*, 3> kTables{"disclosure", "requests", "disputes"};
  for (const Block& block : document.blocks) {
    // Without its heading a table that is gone leaves nothing to tell that it was there.
    if (block.kind == BlockKind::heading && block.section >= 2 && block.section <= 4) {
      truth.lost_tables.insert(kTables[static_cast<std::size_t>(block.section - 2)]);
    }
  }
  truth.cells.clear();
  truth.form_known = false;
  truth.allowed_errors.insert("STRUCT.TABLE_LOST");
}

Text headings_only(const Document& document, Random& random, Truth& truth) {
  lose(document, truth);
  return written_with(document, random, plain(random), [](int, Text&) {});
}

Text repeated_lines_removed(const Document& document, Random& random, Truth& truth) {
  Style style;
  Document without_marks = document;
  for (Table& table : without_marks.tables) {
    table.rows.erase(std::remove_if(table.rows.begin(), table.rows.end(),
                                    [](const Row& row) { return row.page_mark; }),
                     table.rows.end());
  }
  const Text text = written(without_marks, random, truth, style, write_lines_tight);
  std::set<Text> seen;
  Text out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(U'\n', at), text.size());
    const Text line = text.substr(at, end - at);
    if (seen.insert(line).second) out += line + U"\n";
    at = end + 1;
  }
  for (auto& [id, cell] : truth.cells) cell.determined = false;
  for (const char* rule : {"STRUCT.TABLE_LOST", "STRUCT.ROW_MISSING", "STRUCT.SECTION_MISSING"}) {
    truth.allowed_errors.insert(rule);
  }
  truth.form_known = false;
  return out;
}

const std::vector<TableWriter>& table_writers() {
  static const std::vector<TableWriter> writers{
      write_lines,   write_lines_tight,   write_pipes_trailing, write_cell_bar,
      write_bar_row, write_cell_then_bar, write_markdown,       write_tabs,
      write_spaces,  write_rubble,        write_small_tables,   write_fused};
  return writers;
}

Text a_style_for_each_table(const Document& document, Random& random, Truth& truth) {
  return written_with(document, random, spaced(random), [&](int index, Text& out) {
    const Table& table = document.tables[static_cast<std::size_t>(index)];
    random.pick(table_writers())(table, 0, table.rows.size(), random, truth, out);
  });
}

/// How many empty places stand before the first value and how many after the last one shows only
/// where a few rows in the same style stand together.
void doubt_lone_rows(const Table& table, std::size_t begin, std::size_t end, Truth& truth) {
  std::size_t full = 0;
  for (std::size_t r = begin; r < end; ++r) full += table.rows[r].full() ? 1 : 0;
  if (full >= 3) return;
  for (std::size_t r = begin; r < end; ++r) {
    const Row& row = table.rows[r];
    bool some = false;
    for (const Cell& cell : row.cells) some = some || (!cell.id.empty() && !is_blank(cell));
    if (row.full() || !some || row.ids().size() < 2) continue;
    for (const std::string& id : row.ids()) truth.undetermine(id);
  }
}

Text two_styles_in_a_table(const Document& document, Random& random, Truth& truth) {
  static const std::vector<TableWriter> kWriters{
      write_lines,         write_pipes_trailing, write_cell_bar, write_bar_row,
      write_cell_then_bar, write_markdown,       write_tabs,     write_spaces};
  return written_with(document, random, spaced(random), [&](int index, Text& out) {
    const Table& table = document.tables[static_cast<std::size_t>(index)];
    const std::size_t rows = table.rows.size();
    const std::size_t cut = rows <= 4 ? rows - 1 : 3 + random.index(rows - 4);
    random.pick(kWriters)(table, 0, cut, random, truth, out);
    if (random.chance(50)) out += U"\n";
    random.pick(kWriters)(table, cut, rows, random, truth, out);
    doubt_lone_rows(table, 0, cut, truth);
    doubt_lone_rows(table, cut, rows, truth);
  });
}

// ---- HTML ------------------------------------------------------------------------------------

Text escaped(const Text& text) {
  Text out;
  for (const char32_t c : text) {
    switch (c) {
      case U'&':
        out += U"&amp;";
        break;
      case U'<':
        out += U"&lt;";
        break;
      case U'>':
        out += U"&gt;";
        break;
      case U'\u00A0':
        out += U"&nbsp;";
        break;
      case U'\n':
        out += U"<br>";
        break;
      default:
        out += c;
    }
  }
  return out;
}

struct HtmlStyle {
  bool office = false;
  bool closed = true;      // end tags of cells and rows
  bool paragraphs = true;  // a <p> in each cell
  bool nested = false;     // the page itself is a table
  Text blank = U"&nbsp;";
};

Text cell_html(const Cell& cell, const HtmlStyle& style, Random& random) {
  Text out = U"<td";
  if (cell.rowspan > 1) out += U" rowspan=\"" + digits({cell.rowspan, 0}) + U"\"";
  if (cell.colspan > 1) {
    out += style.office ? U" colspan=" + digits({cell.colspan, 0})
                        : U" colspan=\"" + digits({cell.colspan, 0}) + U"\"";
  }
  if (style.office) out += U" style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'";
  out += U">";
  Text text = is_blank(cell) ? style.blank : escaped(cell.text);
  if (style.office && !is_blank(cell)) {
    // A word processor sets a span wherever the font changes, also within a number.
    const std::size_t cut = cell.text.find(U'\n') == Text::npos && cell.text.size() > 1
                                ? 1 + random.index(cell.text.size() - 1)
                                : 0;
    if (cut > 0) {
      text = U"<span lang=EN-US style='font-size:10.5pt'>" + escaped(cell.text.substr(0, cut)) +
             U"</span><span style='font-size:10.5pt'>" + escaped(cell.text.substr(cut)) +
             U"</span>";
    }
    text += U"<o:p></o:p>";
  }
  if (style.paragraphs) text = (style.office ? U"<p class=MsoNormal>" : U"<p>") + text + U"</p>";
  return out + text + (style.closed ? U"</td>" : U"");
}

Text html_page(const Document& document, Random& random, Truth&, HtmlStyle style) {
  style.closed = style.office || random.chance(85);
  style.paragraphs = style.office || random.chance(60);
  style.nested = !style.office && random.chance(35);
  static const std::vector<Text> kBlanks{U"&nbsp;", U"", U" ", U"&#160;", U"<br>"};
  style.blank = random.pick(kBlanks);
  Text out =
      style.office
          ? U"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head><meta "
            U"charset=\"utf-8\"><style>p.MsoNormal{margin:0cm;font-size:10.5pt}</style></head>\n"
            U"<body lang=ZH-CN><!--StartFragment-->\n"
          : U"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta "
            U"charset=\"utf-8\"><title>年度报告</title>"
            U"<style>td{border:1px solid #000}</style><script>var n = 7; if (1 < 2) n = "
            U"8;</script></head>\n"
            U"<body><div id=\"page\">\n";
  if (style.nested) out += U"<table width=\"100%\"><tr><td>\n";
  for (const Block& block : document.blocks) {
    const Text text = escaped(block.text);
    switch (block.kind) {
      case BlockKind::menu:
        out += style.office ? U"<p class=MsoNormal>" + text + U"</p>\n"
                            : U"<div><a href=\"#\">" + text + U"</a></div>\n";
        break;
      case BlockKind::title:
        out += U"<h1>" + text + U"</h1>\n";
        break;
      case BlockKind::heading:
        out += style.office || random.chance(50) ? U"<p><strong>" + text + U"</strong></p>\n"
                                                 : U"<h2>" + text + U"</h2>\n";
        break;
      case BlockKind::table: {
        const Table& table = document.tables[static_cast<std::size_t>(block.table)];
        out += U"<table border=\"1\" cellspacing=\"0\">\n";
        if (random.chance(60)) out += U"<tbody>";
        for (const Row& row : table.rows) {
          if (row.page_mark) continue;
          out += U"<tr>";
          for (const Cell& cell : row.cells) out += cell_html(cell, style, random);
          out += style.closed ? U"</tr>\n" : U"\n";
        }
        out += U"</table>\n";
        break;
      }
      case BlockKind::dateline:
      case BlockKind::subheading:
      case BlockKind::paragraph:
      case BlockKind::footer:
        out += U"<p style=\"text-indent: 2em\">" + text + U"</p>\n";
        break;
    }
  }
  if (style.nested) out += U"</td></tr></table>\n";
  return out + (style.office ? U"<!--EndFragment--></body></html>\n" : U"</div></body></html>\n");
}

Text web_page(const Document& document, Random& random, Truth& truth) {
  return html_page(document, random, truth, {});
}

Text office_clipboard(const Document& document, Random& random, Truth& truth) {
  HtmlStyle style;
  style.office = true;
  return html_page(document, random, truth, style);
}

}  // namespace

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> items{
      {"lines", "one cell a line, an empty line between", whole<write_lines, spaced>},
      {"lines_tight", "one cell a line, no empty line", whole<write_lines_tight, plain>},
      {"pipes_trailing", "rows of pipes, trailing pipe, merged places as bars",
       whole<write_pipes_trailing, plain>},
      {"cell_bar", "cell and pipe on a line of their own", whole<write_cell_bar, plain>},
      {"bar_row", "a lone pipe opens each row, then cell and pipe", whole<write_bar_row, plain>},
      {"cell_then_bar", "a cell, then a line with one pipe", whole<write_cell_then_bar, plain>},
      {"markdown", "leading pipes", whole<write_markdown, hashed>},
      {"tabs", "tab-separated", whole<write_tabs, plain>},
      {"spaces", "one row a line with spaces", whole<write_spaces, plain>},
      {"blocks", "labels in a block, then as many lines of numbers", whole<write_blocks, plain>},
      {"rubble", "a page converter's markdown", whole<write_rubble, hashed>},
      {"small_tables", "each row a table of its own", whole<write_small_tables, hashed>},
      {"one_line", "all in one line", all_in_one_line},
      {"fused", "labels and numbers without a separator", whole<write_fused, plain>},
      {"mixed", "each table in a style of its own", a_style_for_each_table},
      {"split", "two styles in one table", two_styles_in_a_table},
      {"headings_only", "tables lost", headings_only},
      {"dedup", "repeated lines removed", repeated_lines_removed},
      {"html", "a saved page", web_page, true},
      {"html_office", "a word processor's clipboard", office_clipboard, true},
  };
  return items;
}

const Layout* find_layout(std::string_view name) {
  for (const Layout& layout : layouts()) {
    if (layout.name == name) return &layout;
  }
  return nullptr;
}

}  // namespace gouji::property
