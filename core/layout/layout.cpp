#include "layout/layout.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr bool is_bar(char16_t c) { return c == u'|' || c == 0x2502 || c == 0x2503 || c == 0xA6; }
constexpr std::u16string_view dashes = u"-\u2014~";  // around a page's number
constexpr bool is_dash(char16_t c) { return dashes.find(c) != std::u16string_view::npos; }
constexpr bool is_blank(char16_t c) { return is_space(c) || c == u'\t'; }

// Hundreds of bars trail some published lines; more empty pieces in a row than the longest table
// row has cells tell nothing further.
constexpr std::uint32_t most_empty_in_a_row = 64;
constexpr std::uint16_t most_columns = 0xFFFF;
// A whole report in one line with a stray bar in its menu is no cell.
constexpr std::size_t longest_cell = 240;

class Reader {
 public:
  explicit Reader(std::u16string_view text) : text_(text) {}

  Layout run() {
    look_at_bars();
    look_at_tabs();
    look_for_pages();
    find_marks_in_lines();
    std::size_t at = 0;
    while (at < text_.size()) {
      std::size_t end = at;
      while (end < text_.size() && !is_line_end(text_[end])) ++end;
      at = line(at, end);
      if (at < text_.size()) at = behind_line_end(at);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::size_t skip_space(std::size_t at, std::size_t end) const {
    while (at < end && is_blank(text_[at])) ++at;
    return at;
  }
  [[nodiscard]] std::size_t skip_space_back(std::size_t begin, std::size_t at) const {
    while (at > begin && is_blank(text_[at - 1])) --at;
    return at;
  }

  // Counts the lines that are passed, a CR with its LF as one end.
  std::size_t behind_line_end(std::size_t at) {
    const bool pair = text_[at] == u'\r' && at + 1 < text_.size() && text_[at + 1] == u'\n';
    ++number_;
    return at + (pair ? 2 : 1);
  }

  template <class Use>
  void each_line(Use use) const {
    std::size_t begin = 0;
    while (begin < text_.size()) {
      std::size_t end = begin;
      while (end < text_.size() && !is_line_end(text_[end])) ++end;
      const std::size_t first = skip_space(begin, end);
      if (first < end) use(begin, end, first, skip_space_back(first, end));
      begin = end + 1;
    }
  }

  // Tabs part cells where they stand between texts. At the ends of the lines of a text in which
  // they nowhere do, or at the beginning of every line, they are but space.
  void look_at_tabs() {
    constexpr std::size_t enough = 3;
    std::size_t lines = 0;
    std::size_t inner = 0;
    std::size_t leading = 0;
    each_line([&](std::size_t begin, std::size_t end, std::size_t first, std::size_t last) {
      ++lines;
      if (text_.substr(begin, first - begin).find(u'\t') != std::u16string_view::npos) ++leading;
      const std::size_t tab = text_.substr(first, last - first).find(u'\t');
      // Of one label and blanks alone several tabs tell as well.
      const std::size_t behind = text_.substr(last, end - last).find(u'\t');
      const bool several = behind != std::u16string_view::npos &&
                           text_.substr(last + behind + 1, end - last - behind - 1).find(u'\t') !=
                               std::u16string_view::npos;
      if (tab != std::u16string_view::npos || several) ++inner;
    });
    tabs_part_ = inner >= enough || inner * 4 >= lines;
    constexpr std::size_t text =
        8;  // lines; fewer may be rows of a table whose heads are elsewhere
    indented_ = lines >= text && leading * 20 >= lines * 19;
  }

  // 「6 / 9」 alone on a line, with the next page further on.
  void look_for_pages() {
    std::size_t last = 0;
    std::size_t pages = 0;
    each_line([&](std::size_t, std::size_t, std::size_t first, std::size_t end) {
      std::size_t page = 0;
      std::size_t of = 0;
      if (!page_of(first, end, page, of)) return;
      if (pages == 0 || (of == pages && page > last)) {
        if (pages == of) pages_ = of;
        pages = of;
        last = page;
      }
    });
  }

  [[nodiscard]] bool page_of(std::size_t begin, std::size_t end, std::size_t& page,
                             std::size_t& of) const {
    constexpr std::size_t longest = 9;
    if (end - begin > longest) return false;
    const auto number = [&](std::size_t& at, std::size_t& value) {
      const std::size_t first = at;
      for (; at < end && is_digit(text_[at]); ++at) value = value * 10 + (text_[at] - u'0');
      return at > first && value > 0;
    };
    std::size_t at = begin;
    if (!number(at, page)) return false;
    at = skip_space(at, end);
    if (at >= end || text_[at] != u'/') return false;
    at = skip_space(at + 1, end);
    return number(at, of) && at == end && page <= of;
  }

  // Where line ends are lost, 「— 4 —」 stands between the cells of a long line. It looks like a
  // figure between two signs for none: in a text that has such signs, marks are only what counts on
  // from page to page, with no figure beside it.
  void find_marks_in_lines() {
    constexpr std::size_t long_line = 240;
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    each_line([&](std::size_t, std::size_t, std::size_t first, std::size_t end) {
      const std::u16string_view line = text_.substr(first, end - first);
      if (line.size() < long_line) return;
      // A menu's bars are few, a table's many.
      constexpr std::size_t letters_a_bar = 60;
      std::size_t bars = 0;  // those that trail a line together counted once
      for (std::size_t i = 1; i < line.size(); ++i)
        bars += is_bar(line[i]) && !is_bar(line[i - 1]) ? 1 : 0;
      if (line.size() < bars * letters_a_bar) return;
      lines.emplace_back(first, end);
    });
    if (lines.empty()) return;
    for (const char16_t dash : dashes) find_marks_in_lines(lines, dash);
  }
  void find_marks_in_lines(const std::vector<std::pair<std::size_t, std::size_t>>& lines,
                           char16_t dash) {
    std::vector<MarkInLine> marks;
    std::size_t signs = 0;
    for (const auto& [first, end] : lines) {
      for (std::size_t at = first + 1; at + 1 < end; ++at) {
        if (text_[at] != dash || !is_space(text_[at - 1])) continue;
        const MarkInLine mark = mark_in_line(first, at, end);
        if (mark.page == 0) {
          signs += is_space(text_[at + 1]) ? 1 : 0;
          continue;
        }
        marks.push_back(mark);
        at = mark.place.end - 1;
      }
    }
    if (signs != 0) {
      std::erase_if(marks, [](const MarkInLine& mark) { return mark.beside_figure; });
      bool counts_on = marks.size() > 1;
      for (std::size_t i = 1; i < marks.size(); ++i)
        counts_on = counts_on && marks[i].page == marks[i - 1].page + 1;
      if (!counts_on) return;
    }
    for (const MarkInLine& mark : marks) out_.page_marks.push_back(mark.place);
  }

  struct MarkInLine {
    PageMark place;
    std::uint32_t page = 0;  // 0: none
    bool beside_figure = false;
  };
  // 「— 4 —」 that begins at `at`, if no other such dash stands beside it.
  [[nodiscard]] MarkInLine mark_in_line(std::size_t begin, std::size_t at, std::size_t end) const {
    constexpr std::size_t longest = 3;  // digits
    MarkInLine out;
    const std::size_t before = skip_space_back(begin, at);
    if (before > begin && text_[before - 1] == text_[at]) return {};
    std::size_t i = skip_space(at + 1, end);
    const std::size_t digits = i;
    for (; i < end && i - digits <= longest && is_digit(text_[i]); ++i)
      out.page = out.page * 10 + static_cast<std::uint32_t>(text_[i] - u'0');
    if (i - digits > longest) return {};
    i = skip_space(i, end);
    if (i >= end || text_[i] != text_[at] || i + 1 >= end || !is_space(text_[i + 1])) return {};
    const std::size_t next = skip_space(i + 1, end);
    if (next < end && text_[next] == text_[at]) return {};
    out.beside_figure =
        (before > begin && is_digit(text_[before - 1])) || (next < end && is_digit(text_[next]));
    out.place = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(i + 1)};
    return out;
  }

  // Whether cells keep a space from the bars that close them, and whether bars open the rows.
  void look_at_bars() {
    std::size_t spaced = 0;
    std::size_t close = 0;
    std::size_t opening = 0;
    std::size_t plain = 0;
    bool text = false;    // the line has any before the place that is looked at
    bool bar = false;     // and a bar
    bool opened = false;  // with which it begins
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const char16_t c = text_[i];
      if (is_line_end(c)) {
        note_line(text, bar);
        if (text && bar) ++(opened ? opening : plain);
        text = bar = opened = false;
      } else if (is_bar(c)) {
        opened = opened || (!text && !bar);
        if (text && i > 0 && !is_bar(text_[i - 1])) ++(is_space(text_[i - 1]) ? spaced : close);
        bar = true;
      } else if (!is_blank(c)) {
        text = true;
      }
    }
    note_line(text, bar);
    spaced_ = spaced >= close * 4;
    opened_ = opening > plain;
  }

  enum class LineKind : std::uint8_t { text, bars, both };

  void note_line(bool text, bool bar) {
    if (!text && !bar) return;
    kinds_.push_back(!bar ? LineKind::text : text ? LineKind::both : LineKind::bars);
  }

  // Whether a lone bar below text closes that: so do the bars of the lines before it, more than
  // close text on their own line, or, where these do not tell, those of the lines behind it.
  [[nodiscard]] bool closes_above() const {
    const auto is = [&](std::size_t at, LineKind kind) {
      return at < kinds_.size() && kinds_[at] == kind;
    };
    const bool before = line_ >= 3 && is(line_ - 1, LineKind::text) &&
                        is(line_ - 2, LineKind::bars) && is(line_ - 3, LineKind::text);
    const bool behind = is(line_ + 1, LineKind::text) && is(line_ + 2, LineKind::bars);
    if (before || behind) return true;
    // The first cell of such rows, with empty ones behind it: more of them follow before any line
    // has both.
    constexpr std::size_t row = 40;
    std::size_t pairs = 0;
    for (std::size_t i = line_ + 1; i < line_ + row && i < kinds_.size(); ++i) {
      if (kinds_[i] == LineKind::both) break;
      pairs += is(i, LineKind::text) && is(i + 1, LineKind::bars) ? 1 : 0;
    }
    if (pairs > 1 && is(line_ + 1, LineKind::bars)) return true;
    constexpr std::size_t around = 6;
    constexpr std::size_t telling = 2;
    const std::size_t from = line_ > around ? line_ - around : 0;
    const std::size_t to = std::min(kinds_.size(), line_ + around + 1);
    std::size_t below = 0;
    std::size_t beside = 0;
    for (std::size_t i = from; i < to; ++i) {
      if (i == line_ && below + beside >= telling) break;
      if (kinds_[i] == LineKind::both) ++beside;
      if (kinds_[i] == LineKind::bars && i > 0 && kinds_[i - 1] == LineKind::text) ++below;
    }
    return below > beside;
  }

  // 「| --- | :--: |」; a lone dash between bars is a cell that says "nothing".
  [[nodiscard]] bool is_rule(std::size_t begin, std::size_t end) const {
    std::size_t dashes = 0;
    std::size_t bars = 0;
    std::size_t cells = 0;
    std::size_t longest = 0;
    bool colon = false;
    for (std::size_t i = begin; i <= end; ++i) {
      const char16_t c = i < end ? text_[i] : u'|';
      if (c == u'-') {
        ++dashes;
      } else if (is_bar(c)) {
        bars += i < end ? 1 : 0;
        if (dashes == 1 && !colon) return false;
        cells += dashes > 0 ? 1 : 0;
        longest = std::max(longest, dashes);
        dashes = 0;
        colon = false;
      } else if (c == u':') {
        colon = true;
      } else if (c != u'+' && !is_blank(c)) {
        return false;
      }
    }
    return bars > 0 && (cells > 1 || longest > 2);
  }

  // 「— 4 —」, 「- 4 -」, 「第 4 页 共 9 页」
  [[nodiscard]] bool is_page_mark(std::size_t begin, std::size_t end) const {
    if (end - begin > 24) return false;
    std::size_t number = 0;
    std::size_t pages = 0;
    if (pages_ > 0 && page_of(begin, end, number, pages) && pages == pages_) return true;
    if (is_page_word(begin, end)) return true;
    // A number between two dashes; more of either is a row of signs and numbers.
    std::size_t i = begin;
    while (i < end && is_dash(text_[i])) ++i;
    if (i > begin) {
      i = skip_space(i, end);
      const std::size_t digits = i;
      while (i < end && is_digit(text_[i])) ++i;
      if (i == digits) return false;
      i = skip_space(i, end);
      const std::size_t dashes = i;
      while (i < end && is_dash(text_[i])) ++i;
      return i > dashes && i == end;
    }
    bool digits = false;
    bool page = false;
    for (; i < end; ++i) {
      const char16_t c = text_[i];
      digits = digits || is_digit(c);
      page = page || c == 0x9875;                                   // 页
      const bool word = c == 0x9875 || c == 0x7B2C || c == 0x5171;  // 第, 共
      if (!word && !is_digit(c) && c != u'/' && c != u',' && !is_space(c)) return false;
    }
    return digits && page;
  }

  // 「Page 4 of 9」, 「P. 4」, 「(续表)」, 「续表 4」
  [[nodiscard]] bool is_page_word(std::size_t begin, std::size_t end) const {
    std::u16string word;
    bool digits = false;
    for (std::size_t i = begin; i < end; ++i) {
      const char16_t c = text_[i];
      digits = digits || is_digit(c);
      if (is_latin(c)) {
        word.push_back(static_cast<char16_t>(c | 0x20));
      } else if (is_han(c)) {
        word.push_back(c);
      } else if (!is_digit(c) && !is_space(c) && c != u'.' && c != u'(' && c != u')') {
        return false;
      }
    }
    return word == u"续表" || word == u"接上页" || word == u"接上表" ||
           (digits && (word == u"page" || word == u"p" || word == u"pageof"));
  }

  // A cell of Excel's or WPS's clipboard that holds line breaks stands in quotes. Gives the place
  // behind its closing quote, or `begin` where there is no such cell.
  [[nodiscard]] std::size_t quoted(std::size_t begin) const {
    constexpr std::size_t longest = 400;
    if (text_[begin] != u'"') return begin;
    bool broken = false;
    const std::size_t limit = std::min(text_.size(), begin + longest);
    for (std::size_t i = begin + 1; i < limit; ++i) {
      if (text_[i] == u'"') {
        if (i + 1 < text_.size() && text_[i + 1] == u'"') {
          ++i;
          continue;
        }
        const bool at_cell_end =
            i + 1 == text_.size() || text_[i + 1] == u'\t' || is_line_end(text_[i + 1]);
        return broken && at_cell_end ? i + 1 : begin;
      }
      if (text_[i] == u'\t') return begin;
      broken = broken || is_line_end(text_[i]);
    }
    return begin;
  }

  void add_piece(std::size_t begin, std::size_t end, std::uint16_t column, bool closed) {
    begin = skip_space(begin, end);
    end = skip_space_back(begin, end);
    if (begin == end) {
      if (empty_in_a_row_ == most_empty_in_a_row) return;
      ++empty_in_a_row_;
    } else {
      empty_in_a_row_ = 0;
    }
    Piece piece;
    piece.begin = static_cast<std::uint32_t>(begin);
    piece.end = static_cast<std::uint32_t>(end);
    piece.line = static_cast<std::uint32_t>(out_.lines.size());
    piece.column = column;
    piece.closed = closed && end - begin <= longest_cell;
    out_.pieces.push_back(piece);
  }

  void finish_line(std::size_t begin, std::size_t end, std::size_t first_piece,
                   std::uint16_t columns) {
    Line line;
    line.begin = static_cast<std::uint32_t>(begin);
    line.end = static_cast<std::uint32_t>(end);
    line.first_piece = static_cast<std::uint32_t>(first_piece);
    line.pieces = static_cast<std::uint32_t>(out_.pieces.size() - first_piece);
    line.columns = columns;
    line.number = number_;
    out_.lines.push_back(line);
  }

  // Reads the line that begins at `begin`; gives where it ends, which is behind `end` when a quoted
  // cell goes on over the line's end.
  std::size_t line(std::size_t begin, std::size_t end) {
    const std::size_t first = skip_space(begin, end);
    const std::size_t last = skip_space_back(first, end);
    if (first == last) {
      const bool blanks = tabs_part_ && text_.substr(begin, end - begin).find(u'\t') != text_.npos;
      return blanks ? tab_line(begin, end) : end;
    }
    const std::size_t behind = read_line(begin, end, first, last);
    // A quoted cell takes the lines along that it goes on over.
    bool holds_anything = true;
    for (std::size_t i = end; i <= behind; ++i) {
      if (i == behind || is_line_end(text_[i])) {
        line_ += holds_anything ? 1 : 0;
        number_ += i < behind ? 1 : 0;
        holds_anything = false;
      } else if (!is_blank(text_[i])) {
        holds_anything = true;
      }
    }
    return behind;
  }

  std::size_t read_line(std::size_t begin, std::size_t end, std::size_t first, std::size_t last) {
    if (is_rule(first, last)) return end;
    if (is_page_mark(first, last)) {
      out_.page_marks.push_back(
          {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
      return end;
    }
    bool bars = false;
    for (std::size_t i = first; i < last; ++i) bars = bars || is_bar(text_[i]);
    if (indented_ && !bars && text_[begin] == u'\t') ++begin;
    const bool tabs =
        tabs_part_ && text_.substr(begin, end - begin).find(u'\t') != std::u16string_view::npos;
    const std::size_t quoted_end = quoted(first);
    if (!bars && (tabs || quoted_end != first)) return tab_line(begin, end);
    const std::size_t first_piece = out_.pieces.size();
    if (!bars) {
      add_piece(first, last, 0, false);
      finish_line(first, last, first_piece, 0);
      open_ended_ = true;
      return end;
    }
    bar_line(first, last);
    return end;
  }

  void bar_line(std::size_t first, std::size_t last) {
    const std::size_t first_piece = out_.pieces.size();
    const bool only_bars = std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(first),
                                       text_.begin() + static_cast<std::ptrdiff_t>(last),
                                       [](char16_t c) { return is_bar(c) || is_blank(c); });
    std::uint16_t column = 0;
    std::uint16_t merged = 0;
    std::size_t from = first;
    const bool row_of_bars = only_bars && last - first > 1;
    std::size_t end_bars = last;  // where the bars that touch at the end of the line begin
    while (end_bars > first && is_bar(text_[end_bars - 1])) --end_bars;
    for (std::size_t i = first; i < last; ++i) {
      if (!is_bar(text_[i])) continue;
      if (only_bars && i == first && open_ended_ && !out_.pieces.empty() && closes_above()) {
        // The bar closes the text of the line above.
        out_.pieces.back().closed = true;
        out_.closed_below = true;
      } else if (opened_ && !only_bars && i == first) {
        // The bar opens the row.
      } else if (spaced_ && (row_of_bars || (i == from && i > end_bars))) {
        ++merged;
      } else {
        add_piece(from, i, column, true);
      }
      if (column < most_columns) ++column;
      from = i + 1;
    }
    from = skip_space(from, last);
    open_ended_ = from < last;
    if (open_ended_) add_piece(from, last, column, true);
    finish_line(first, last, first_piece, column);
    out_.lines.back().merged = merged;
  }

  std::size_t tab_line(std::size_t begin, std::size_t end) {
    const std::size_t first_piece = out_.pieces.size();
    std::uint16_t column = 0;
    std::size_t from = begin;
    for (;;) {
      std::size_t to = from;
      std::size_t start = from;
      while (start < end && is_space(text_[start])) ++start;
      if (const std::size_t close = start < text_.size() ? quoted(start) : start; close != start) {
        to = close;
        while (end < to || (end < text_.size() && !is_line_end(text_[end]))) ++end;
        add_piece(start + 1, close - 1, column, true);
        while (to < end && text_[to] != u'\t') ++to;
      } else {
        while (to < end && text_[to] != u'\t') ++to;
        add_piece(from, to, column, true);
      }
      if (to >= end) break;
      if (column < most_columns) ++column;
      from = to + 1;
    }
    open_ended_ = false;
    finish_line(begin, end, first_piece, column);
    return end;
  }

  std::u16string_view text_;
  Layout out_;
  bool tabs_part_ = false;    // cells
  bool indented_ = false;     // every line begins with a tab
  std::size_t pages_ = 0;     // the last number of 「6 / 9」, where pages are marked so
  std::uint32_t number_ = 0;  // of the line that is read
  bool spaced_ = false;
  bool opened_ = false;          // rows begin with a bar
  std::vector<LineKind> kinds_;  // of the lines that hold anything
  std::size_t line_ = 0;         // index of the one that is read
  std::uint32_t empty_in_a_row_ = 0;
  bool open_ended_ = false;  // the line before ends in text that no bar has closed
};

}  // namespace

Layout lay_out(std::u16string_view text) { return Reader(text).run(); }

}  // namespace gouji
