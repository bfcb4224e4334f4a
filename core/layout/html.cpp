#include "layout/html.h"

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <vector>

#include "text/unicode.h"

namespace gouji {
namespace {

using html::Kind;

constexpr std::uint32_t most_columns = 1000;  // of one cell, as browsers have it
constexpr std::uint32_t most_rows = 65534;
// Up to this column the cells' spans are followed; the forms have 20 columns.
constexpr std::uint32_t grid_width = 64;
// Tables inside tables inside tables …: below this they are but blocks.
constexpr std::size_t deepest_table = 16;
// A cell that is longer than any of the forms' is a page's text.
constexpr std::size_t longest_cell = 400;
constexpr std::size_t rows_looked_at = 250;

constexpr bool is_blank(char16_t c) {
  return c == u' ' || (c >= u'\t' && c <= u'\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}
constexpr bool is_invisible(char16_t c) {
  return is_space(c) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}
// These are a plain text's own bars, whichever width they come in.
constexpr bool is_bar(char16_t c) {
  return c == u'|' || c == 0x2502 || c == 0x2503 || c == 0xFF5C || c == 0xFFE8;
}
constexpr char16_t broken_bar = 0xA6;

// Text as it flows into lines.
class Flow {
 public:
  [[nodiscard]] const std::u16string& text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] std::u16string take() { return std::move(text_); }

  // Begins anew behind what there is.
  void begin() {
    begin_ = text_.size();
    pending_ = false;
  }

  void put(std::u16string_view text, bool keep_lines, bool keep_tabs) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char16_t c = text[i];
      if (is_blank(c)) {
        if (keep_lines && c == u'\n') {
          line();
        } else if (keep_tabs && c == u'\t') {
          text_ += c;
        } else {
          space();
        }
        continue;
      }
      if (c == 0xA0) {
        if (text_.size() > begin_) text_ += u' ';
        continue;
      }
      const bool first = text_.size() == begin_;
      if (pending_) text_ += u' ';
      pending_ = false;
      if (c == u'"' && first) {
        // At its beginning a plain text's cell would be taken for one that goes on over lines.
        text_ += u'\u201C';
      } else if (c >= 0xD800 && c <= 0xDFFF) {
        const bool pair =
            c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] <= 0xDFFF;
        if (pair) {
          text_ += c;
          text_ += text[++i];
        } else {
          text_ += u'\uFFFD';
        }
      } else {
        text_ += c;
      }
    }
  }

  void space() { pending_ = text_.size() > begin_; }

  void line() {
    pending_ = false;
    while (text_.size() > begin_ && text_.back() == u' ') text_.pop_back();
    if (text_.size() == begin_) return;
    text_ += u'\n';
    begin_ = text_.size();
  }

  // Lines that are ready.
  void lines(std::u16string_view text) {
    line();
    text_ += text;
    begin_ = text_.size();
  }

  [[nodiscard]] bool after_digit() const {
    return text_.size() > begin_ && !pending_ && is_digit(text_.back());
  }

 private:
  std::u16string text_;
  std::size_t begin_ = 0;  // of the line
  bool pending_ = false;   // a space, if anything follows on this line
};

// A number of an attribute as browsers read it.
std::uint32_t read_span(std::u16string_view text, std::uint32_t otherwise, std::uint32_t most) {
  std::size_t i = 0;
  while (i < text.size() && is_blank(text[i])) ++i;
  if (i < text.size() && text[i] == u'+') ++i;
  const std::size_t digits = i;
  std::uint32_t out = 0;
  for (; i < text.size() && is_digit(text[i]); ++i) {
    out = std::min(most, out * 10 + static_cast<std::uint32_t>(text[i] - u'0'));
  }
  return i == digits ? otherwise : out;
}

enum class Content : std::uint8_t { empty, label, other };

// A label has ideographs that are no number word.
Content content_of(std::u16string_view text) {
  constexpr std::u16string_view numerals = u"无無零〇一二三四五六七八九十百千万萬亿元件条項项";
  Content out = Content::empty;
  for (const char16_t c : text) {
    if (is_han(c) && numerals.find(c) == std::u16string_view::npos) return Content::label;
    if (!is_invisible(c) && c != u'\n') out = Content::other;
  }
  return out;
}

struct Cell {
  std::uint32_t begin = 0;  // in its table's flow
  std::uint32_t end = 0;
  std::uint32_t column = 0;
  std::uint32_t columns = 1;
  std::uint32_t rows = 1;  // 0: all that are left of its group
  Content content = Content::empty;
  bool page = false;  // holds a table, or a page's text: its row is none of a table of data
};

struct Row {
  std::uint32_t first = 0;
  std::uint32_t cells = 0;
  std::uint32_t group = 0;
};

// One table: its cells' texts as they come, and the lines that they make once it is complete.
class Grid {
 public:
  Flow flow;
  bool in_row = false;
  bool in_cell = false;

  void begin_group() { ++group_; }

  void begin_row() {
    in_row = true;
    rows_.push_back({static_cast<std::uint32_t>(cells_.size()), 0, group_});
  }

  void begin_cell(std::uint32_t columns, std::uint32_t rows) {
    in_cell = true;
    flow.begin();
    Cell& cell = cells_.emplace_back();
    cell.begin = static_cast<std::uint32_t>(flow.size());
    cell.columns = columns;
    cell.rows = rows;
    ++rows_.back().cells;
  }

  void end_cell() {
    in_cell = false;
    Cell& cell = cells_.back();
    cell.end = static_cast<std::uint32_t>(flow.size());
    const std::u16string& text = flow.text();
    while (cell.end > cell.begin && (text[cell.end - 1] == u' ' || text[cell.end - 1] == u'\n')) {
      --cell.end;
    }
    cell.content = content_of(text_of(cell));
    cell.page = cell.page || cell.end - cell.begin > longest_cell;
  }

  void hold_table() { cells_.back().page = true; }

  [[nodiscard]] std::size_t cells() const { return cells_.size(); }

  // The table in lines.
  [[nodiscard]] std::u16string render() {
    place();
    count_values();
    std::u16string out;
    out.reserve(flow.size() + cells_.size());
    room_for_blanks_ = 4 * cells_.size() + 1024;
    clear();
    for (std::uint32_t at = 0; at < rows_.size(); ++at) {
      if (rows_[at].cells > 0) write(out, at);
      cover(at);
    }
    return out;
  }

 private:
  // A row of data by the columns in which its cells begin, a bit each.
  struct Starts {
    std::uint64_t columns = 0;
    std::uint32_t row = 0;
  };

  // The bits of the columns that a cell spans.
  static std::uint64_t columns_of(const Cell& cell) {
    const std::uint32_t count = std::min(cell.columns, grid_width - cell.column);
    return ~std::uint64_t{0} >> (64 - count) << cell.column;
  }

  [[nodiscard]] std::u16string_view text_of(const Cell& cell) const {
    return std::u16string_view(flow.text()).substr(cell.begin, cell.end - cell.begin);
  }

  void clear() {
    until_.fill(0);
    covered_ = 0;
  }

  // Takes the places below the cells of a row that reach further down.
  void cover(std::uint32_t at) {
    const Row& row = rows_[at];
    for (std::uint32_t i = row.first; i < row.first + row.cells; ++i) {
      const Cell& cell = cells_[i];
      if (cell.rows == 1 || cell.column >= grid_width) continue;
      const std::uint32_t last = ends_[row.group];
      const std::uint32_t until = cell.rows == 0 ? last : std::min(last, at + cell.rows);
      const std::uint32_t end = std::min(grid_width, cell.column + cell.columns);
      for (std::uint32_t column = cell.column; column < end; ++column) {
        until_[column] = until;
        by_[column] = i;
      }
      covered_ = std::max(covered_, end);
    }
  }

  // The table model of HTML: each cell goes to the first column that none from above covers.
  void place() {
    ends_.assign(group_ + 1, 0);
    for (std::uint32_t at = 0; at < rows_.size(); ++at) ends_[rows_[at].group] = at + 1;
    clear();
    for (std::uint32_t at = 0; at < rows_.size(); ++at) {
      const Row& row = rows_[at];
      Starts starts{0, at};
      std::uint32_t column = 0;
      bool page = false;
      for (std::uint32_t i = row.first; i < row.first + row.cells; ++i) {
        while (column < covered_ && until_[column] > at) ++column;
        Cell& cell = cells_[i];
        cell.column = column;
        if (column < grid_width) {
          starts.columns |= std::uint64_t{1} << column;
          column += std::min(cell.columns, grid_width - column);
        }
        page = page || cell.page;
      }
      if (!page && row.cells > 1 && starts_.size() < rows_looked_at) starts_.push_back(starts);
      cover(at);
    }
  }

  [[nodiscard]] static bool spans_as_blank(const Cell& cell) {
    return cell.content == Content::empty && cell.columns > 1 && cell.column < grid_width;
  }
  // Whether a number spans the same columns in another row: then they are one cell's, as word
  // processors let every cell span the lines of a grid that no reader sees.
  [[nodiscard]] bool spans_as_number(const Cell& cell) const {
    const std::uint32_t count = std::min(cell.columns, grid_width - cell.column);
    return (numbers_[count] >> cell.column & 1) != 0;
  }
  [[nodiscard]] bool may_be_merged(const Cell& cell) const {
    return spans_as_blank(cell) && !spans_as_number(cell);
  }

  // How many values the rows have that have merged none.
  void count_values() {
    for (const Starts& starts : starts_) {
      any_ |= starts.columns;
      const Row& row = rows_[starts.row];
      for (std::uint32_t i = row.first; i < row.first + row.cells; ++i) {
        const Cell& cell = cells_[i];
        if (cell.content != Content::other || cell.column >= grid_width) continue;
        const std::uint32_t count = std::min(cell.columns, grid_width - cell.column);
        numbers_[count] |= std::uint64_t{1} << cell.column;
      }
    }
    std::array<std::uint8_t, grid_width + 1> rows{};
    for (const Starts& starts : starts_) {
      const Row& row = rows_[starts.row];
      std::uint32_t values = 0;
      bool merged = false;
      for (std::uint32_t i = row.first; i < row.first + row.cells; ++i) {
        merged = merged || may_be_merged(cells_[i]);
        values = cells_[i].content == Content::label ? 0 : values + 1;
      }
      if (!merged && values > 0 && values <= grid_width) ++rows[values];
    }
    usual_ = 0;
    for (std::uint32_t count = 1; count <= grid_width; ++count) {
      if (rows[count] > 0 && rows[count] >= rows[usual_]) usual_ = count;
    }
  }

  // In how many places cells begin within the columns that a cell spans.
  [[nodiscard]] std::uint32_t places_in(const Cell& cell) const {
    const auto count = static_cast<std::uint32_t>(std::popcount(any_ & columns_of(cell)));
    return std::max(1U, count);
  }

  void write(std::u16string& out, std::uint32_t at) {
    const Row& row = rows_[at];
    const auto begin = cells_.begin() + row.first;
    const auto end = begin + row.cells;
    const bool page = std::any_of(begin, end, [](const Cell& cell) { return cell.page; });
    if (page || row.cells == 1) {
      for (auto cell = begin; cell != end; ++cell) {
        if (cell->content == Content::empty) continue;
        out += text_of(*cell);
        out += u'\n';
      }
      return;
    }
    collect(at);
    std::uint32_t values = 0;
    std::uint32_t merged = 0;
    for (const Cell* const cell : parts_) {
      merged = cell->content == Content::label ? 0 : merged + (may_be_merged(*cell) ? 1 : 0);
      values = cell->content == Content::label ? 0 : values + 1;
    }
    bool first = true;
    for (const Cell* const cell : parts_) {
      if (!first) out += u'\t';
      first = false;
      if (cell->content != Content::empty) {
        // What a cell from above says it has said there.
        if (cell >= &*begin) append(out, text_of(*cell));
        continue;
      }
      if (merged != 1 || !may_be_merged(*cell)) continue;
      // One blank for several values: where they are fewer than usual, it stands for those.
      std::uint32_t count = places_in(*cell);
      if (usual_ > 0) count = std::min(count, usual_ > values ? usual_ - values + 1 : 1);
      if (count > room_for_blanks_) continue;
      room_for_blanks_ -= count;
      out.append(count - 1, u'\t');
    }
    out += u'\n';
  }

  // The cells of a row that take a place in its line: its own, but for blanks before its label;
  // and among its values those from above.
  void collect(std::uint32_t at) {
    const Row& row = rows_[at];
    parts_.clear();
    const auto begin = cells_.begin() + row.first;
    const bool labelled = std::any_of(
        begin, begin + row.cells, [](const Cell& cell) { return cell.content == Content::label; });
    bool in_values = false;
    std::uint32_t column = 0;
    const auto take_covered = [&](std::uint32_t to) {
      for (; column < std::min(to, covered_); ++column) {
        if (until_[column] <= at) continue;
        const Cell& above = cells_[by_[column]];
        const bool value = above.column == column && above.content != Content::label;
        if (!value || !in_values || room_for_blanks_ == 0) continue;
        --room_for_blanks_;
        parts_.push_back(&above);
      }
    };
    for (std::uint32_t i = row.first; i < row.first + row.cells; ++i) {
      const Cell& cell = cells_[i];
      take_covered(cell.column);
      column = std::max(column, cell.column + std::min(cell.columns, grid_width));
      if (cell.content != Content::empty || !labelled || in_values) parts_.push_back(&cell);
      in_values = in_values || cell.content == Content::label;
    }
    take_covered(grid_width);
  }

  static void append(std::u16string& out, std::u16string_view text) {
    for (const char16_t c : text) {
      out += c == u'\n' || c == u'\t' ? u' ' : is_bar(c) ? broken_bar : c;
    }
  }

  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> ends_;  // of the groups: the row behind their last
  std::vector<Starts> starts_;
  std::vector<const Cell*> parts_;  // of the row that is written
  std::array<std::uint64_t, grid_width + 1>
      numbers_{};                                  // where such begin that span so many columns
  std::uint64_t any_ = 0;                          // the columns in which any row has one begin
  std::uint32_t usual_ = 0;                        // values in a row
  std::array<std::uint32_t, grid_width> until_{};  // the row up to which a column is covered
  std::array<std::uint32_t, grid_width> by_{};     // and by which cell
  std::uint32_t covered_ = 0;                      // no column from here on is
  std::uint32_t group_ = 0;
  std::size_t room_for_blanks_ = 0;
};

class Renderer {
 public:
  explicit Renderer(std::u16string_view events) : events_(events) {}

  std::u16string run() {
    keep_ = take() == static_cast<char16_t>(Markup::fragments);
    while (good_ && at_ < events_.size()) {
      switch (take()) {
        case u'o':
          open();
          break;
        case u't': {
          const std::u16string_view text = string();
          if (dropped_ == 0) put(text);
          break;
        }
        case u'c':
          if (!open_.empty()) close();
          break;
        default:
          good_ = false;
      }
    }
    while (!open_.empty()) close();
    root_.line();
    return root_.take();
  }

 private:
  enum class Role : std::uint8_t { nothing, block, dropped, preformatted, table, row, cell };

  char16_t take() {
    if (at_ < events_.size()) return events_[at_++];
    good_ = false;
    return 0;
  }

  std::u16string_view string() {
    const std::size_t high = take();
    const std::size_t size = high << 16 | take();
    if (size > events_.size() - at_) {
      good_ = false;
      return {};
    }
    const std::u16string_view out = events_.substr(at_, size);
    at_ += size;
    return out;
  }

  Flow& flow() {
    for (std::size_t i = grids_.size(); i > 0; --i) {
      if (grids_[i - 1]->in_cell) return grids_[i - 1]->flow;
    }
    return root_;
  }
  void put(std::u16string_view text) {
    Flow& to = flow();
    const bool outside = &to == &root_;
    to.put(text, preformatted_ > 0 || (keep_ && outside), outside && (keep_ || preformatted_ > 0));
  }

  void open() {
    const std::u16string_view name = string();
    const std::size_t count = take();
    std::u16string_view columns;
    std::u16string_view rows;
    std::u16string_view height;
    bool hidden = false;
    for (std::size_t i = 0; i < count && good_; ++i) {
      const std::u16string_view key = string();
      const std::u16string_view value = string();
      if (key == u"colspan") columns = value;
      if (key == u"rowspan") rows = value;
      if (key == u"height") height = value;
      if (key == u"hidden") hidden = true;
      if (key == html::inert_style) hidden = hidden || html::hides(value);
    }
    const std::uint32_t kind = html::kind_of(html::name_of(name));
    // Spreadsheets end their tables with a row that is not seen and holds the columns' widths.
    if ((kind & Kind::row) != 0 && height == u"0") hidden = true;
    // Some pages show themselves by a script only.
    if ((kind & Kind::only_head) != 0) hidden = false;
    if (dropped_ > 0 || hidden || (kind & Kind::dropped) != 0) {
      ++dropped_;
      open_.push_back(Role::dropped);
      return;
    }
    open_.push_back(begin(kind, columns, rows));
  }

  Role begin(std::uint32_t kind, std::u16string_view columns, std::u16string_view rows) {
    if ((kind & Kind::table) != 0 && grids_.size() < deepest_table) {
      flow().line();
      grids_.push_back(std::make_unique<Grid>());
      return Role::table;
    }
    Grid* const grid = grids_.empty() || grids_.back()->in_cell ? nullptr : grids_.back().get();
    if ((kind & Kind::group) != 0 && grid != nullptr && !grid->in_row) {
      grid->begin_group();
      return Role::nothing;
    }
    if ((kind & Kind::row) != 0 && grid != nullptr && !grid->in_row) {
      grid->begin_row();
      return Role::row;
    }
    if ((kind & Kind::cell) != 0 && grid != nullptr && grid->in_row) {
      grid->begin_cell(std::max(1U, read_span(columns, 1, most_columns)),
                       read_span(rows, 1, most_rows));
      return Role::cell;
    }
    if ((kind & Kind::line_break) != 0) {
      flow().line();
      return Role::nothing;
    }
    if ((kind & Kind::raised) != 0) {
      if (flow().after_digit()) flow().space();
      return Role::nothing;
    }
    constexpr std::uint32_t blocks =
        Kind::block | Kind::table | Kind::group | Kind::row | Kind::cell;
    if ((kind & blocks) == 0) return Role::nothing;
    flow().line();
    if ((kind & Kind::preformatted) == 0) return Role::block;
    ++preformatted_;
    return Role::preformatted;
  }

  void close() {
    const Role role = open_.back();
    open_.pop_back();
    switch (role) {
      case Role::nothing:
        break;
      case Role::dropped:
        --dropped_;
        break;
      case Role::preformatted:
        --preformatted_;
        flow().line();
        break;
      case Role::block:
        flow().line();
        break;
      case Role::cell:
        grids_.back()->end_cell();
        break;
      case Role::row:
        grids_.back()->in_row = false;
        break;
      case Role::table:
        end_table();
        break;
    }
  }

  void end_table() {
    const bool several = grids_.back()->cells() > 1;
    const std::u16string lines = grids_.back()->render();
    grids_.pop_back();
    flow().lines(lines);
    // What stands around one cell is no table.
    if (several && !grids_.empty() && grids_.back()->in_cell) grids_.back()->hold_table();
  }

  std::u16string_view events_;
  std::size_t at_ = 0;
  bool good_ = true;
  bool keep_ = false;  // line ends outside of cells
  std::vector<Role> open_;
  std::size_t dropped_ = 0;
  std::size_t preformatted_ = 0;
  Flow root_;
  std::vector<std::unique_ptr<Grid>> grids_;  // the tables that are open
};

bool has_declaration(std::u16string_view style, std::u16string_view property,
                     std::u16string_view value) {
  const auto matches = [&](std::size_t at, std::u16string_view word) {
    if (style.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const char16_t c = style[at + i];
      if ((c >= u'A' && c <= u'Z' ? c + 32 : c) != word[i]) return false;
    }
    return true;
  };
  for (std::size_t at = 0; at < style.size(); ++at) {
    const bool begins = at == 0 || style[at - 1] == u';' || is_blank(style[at - 1]);
    if (!begins || !matches(at, property)) continue;
    std::size_t i = at + property.size();
    while (i < style.size() && is_blank(style[i])) ++i;
    if (i == style.size() || style[i] != u':') continue;
    ++i;
    while (i < style.size() && is_blank(style[i])) ++i;
    if (matches(i, value)) return true;
  }
  return false;
}

}  // namespace

bool html::hides(std::u16string_view style) {
  return has_declaration(style, u"display", u"none") || has_declaration(style, u"mso-hide", u"all");
}

std::u16string render_html(std::u16string_view events) { return Renderer(events).run(); }

Answer check(const Source& source, const Options& options) {
  Answer answer = check(source.text, options);
  if (source.rendition) answer.text = to_utf8(source.text);
  return answer;
}

}  // namespace gouji
