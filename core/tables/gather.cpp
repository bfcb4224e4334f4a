#include "tables/gather.h"

#include <algorithm>
#include <iterator>

#include "tables/fused.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::uint16_t most_rest = 3;  // letters of a label, or a remark, that may be left over
constexpr std::size_t most_slots = 512;

bool is_place(const Label& label) {
  return label.kind == LabelKind::row || label.kind == LabelKind::column;
}

// Whether the rows among the labels [first, last) stand there without figures, as in a menu.
bool is_menu(const Document& document, std::uint32_t first, std::uint32_t last) {
  std::uint32_t rows = 0;
  std::uint32_t with_figures = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (label_of(document.labels[i]).kind != LabelKind::row) continue;
    ++rows;
    const std::uint32_t behind = document.labels[i].last;
    if (behind < document.letters.size() && document.letters[behind].after_number) ++with_figures;
  }
  return with_figures * 2 <= rows;
}

// Names of rows stand in the menus above a report, too: the table begins at its heading unless rows
// with figures stand before that.
void start_at_heading(const Document& document, Region& region) {
  std::uint32_t behind = 0;
  std::uint32_t start = region.last_label;
  for (std::uint32_t i = region.last_label; i-- > region.first_label;) {
    const Label& label = label_of(document.labels[i]);
    if (is_place(label)) ++behind;
    if (label.kind != LabelKind::section) continue;
    start = i;
    // Of a heading printed twice that which is nearer to the rows.
    if (behind * 2 >= region.rows) break;
  }
  if (start == region.last_label || !is_menu(document, region.first_label, start)) return;
  region.first_label = start;
  region.heading = start;
  region.rows = std::min(behind, region.rows);
}

// A cell whose number has spaces between its thousands, 「2 236」, if the row is whole with it.
void join_parts(const Document& document, RowSlots& row) {
  const std::u16string_view text = document.folded;
  std::vector<Token> joined;
  std::size_t cells = 0;
  bool any = false;
  for (std::size_t i = 0; i < row.slots.size();) {
    Token cell = row.slots[i];
    std::size_t end = i + 1;
    while (cell.parts > 1 && end < row.slots.size() && row.slots[end].line == cell.line &&
           row.slots[end].column == cell.column) {
      ++end;
    }
    if (end > i + 1) {
      constexpr std::size_t most_parts = 5;  // 15 digits
      if (end - i > most_parts) return;
      any = true;
      bool thousands = cell.value.kind == ValueKind::number && cell.end - cell.begin <= 3 &&
                       cell.value.number.units > 0 &&
                       std::all_of(text.begin() + cell.begin, text.begin() + cell.end, is_digit);
      for (std::size_t k = i + 1; k < end; ++k) {
        const Token& part = row.slots[k];
        thousands = thousands && part.end - part.begin == 3 &&
                    only_space(document, row.slots[k - 1].end, part.begin) &&
                    std::all_of(text.begin() + part.begin, text.begin() + part.end, is_digit);
        if (!thousands) return;
        cell.value.number.units = cell.value.number.units * 1000 + part.value.number.units;
      }
      cell.end = row.slots[end - 1].end;
    }
    if (!cell.blank()) ++cells;
    joined.push_back(cell);
    i = end;
  }
  if (any && cells == row.count) row.slots = std::move(joined);
}

// Among cells, a number on a line without any bar is a page number; where bars stand below what
// they close it may as well be the value.
void keep_cells(const Layout& layout, RowSlots& row) {
  // What follows the label's last letter is the row's, and the bars on further lines are not.
  if (!row.slots.empty() && row.slots.front().fused && !row.slots.front().closed) {
    const std::uint32_t line = row.slots.front().line;
    std::erase_if(row.slots, [&](const Token& t) { return t.closed && t.line != line; });
    return;
  }
  const bool cells = std::any_of(row.slots.begin(), row.slots.end(),
                                 [](const Token& token) { return token.closed && !token.blank(); });
  if (!cells) {
    // Empty cells alone and then figures without: these are the row if there are enough of them.
    const auto figures = std::count_if(row.slots.begin(), row.slots.end(),
                                       [](const Token& token) { return !token.blank(); });
    const bool blanks = static_cast<std::size_t>(figures) < row.slots.size();
    row.unsure = row.unsure || (blanks && figures > 0 && (figures < 2 || figures != row.count));
    return;
  }
  // Behind the last cell of a whole row there is no place for a value.
  const auto is_open = [](const Token& token) { return !token.closed; };
  const auto first_open = std::find_if(row.slots.begin(), row.slots.end(), is_open);
  const bool behind = std::all_of(first_open, row.slots.end(), is_open) &&
                      std::count_if(row.slots.begin(), first_open,
                                    [](const Token& token) { return !token.blank(); }) == row.count;
  // 「1011⏎5 |」 is one cell of two lines, or a page's number and a cell.
  for (std::size_t i = 0; i + 1 < row.slots.size() && !layout.closed_below; ++i) {
    const Token& upper = row.slots[i];
    const Token& lower = row.slots[i + 1];
    row.broken = row.broken ||
                 (!upper.closed && lower.closed && lower.line == upper.line + 1 &&
                  upper.value.kind == ValueKind::number && lower.value.kind == ValueKind::number);
  }
  const std::size_t dropped = std::erase_if(row.slots, is_open);
  row.unsure = row.unsure || (dropped > 0 && layout.closed_below && !behind);
}

}  // namespace

const Label& label_of(const Hit& hit) { return labels()[hit.label]; }

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
    const bool better =
        region.rows > best.rows || (region.rows == best.rows && region.heading && !best.heading);
    if (!best.any || better) best = region;
  }
  return best;
}

Gatherer::Gatherer(const Document& document, const Region& region)
    : document_(document), tokens_(tokenize(document, region.begin, region.end)) {
  turn_lines();
  turn_rows();
}

// Where the figures of every row stand on the lines above its label, they are put behind it: then
// whole rows stand between the heads and the first label, and none behind the last.
void Gatherer::turn_rows() {
  struct Row {
    std::size_t first = 0;   // of the figures before it
    std::size_t label = 0;   // of its label, or of the groups' heads before that
    std::size_t behind = 0;  // one past its label
  };
  constexpr std::size_t whole = 3;  // figures; fewer may be a page's number
  std::vector<Row> rows;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_[i].label) continue;
    const std::uint32_t hit = tokens_[i].hit;
    std::size_t end = i + 1;
    for (std::size_t k = i + 1; k < tokens_.size() && (!tokens_[k].label || tokens_[k].hit == hit);
         ++k) {
      if (tokens_[k].label) end = k + 1;
    }
    if (label_of(document_.labels[hit]).kind == LabelKind::row) {
      std::size_t label = i;
      while (label > 0 && tokens_[label - 1].label &&
             label_of(document_.labels[tokens_[label - 1].hit]).kind == LabelKind::group) {
        --label;
      }
      std::size_t first = label;
      while (first > 0 && tokens_[first - 1].slot() && !tokens_[first - 1].closed) --first;
      rows.push_back({first, label, end});
    }
    i = end - 1;
  }
  if (rows.size() < 2) return;
  const auto figures = [&](std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(
        std::count_if(tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                        return !token.label && !token.blank() && token.slot() && !token.closed;
                      }));
  };
  // What stands above the first label; beside it may be the row's number.
  const std::size_t begin = rows.front().first;
  const bool labelled = begin > 0 && begin < rows.front().label && tokens_[begin - 1].letters > 1 &&
                        tokens_[begin - 1].line == tokens_[begin].line;
  if (labelled) return;  // in words that could not be read
  std::size_t above = rows.front().label;
  const std::uint32_t line = tokens_[above].line;
  while (above > rows.front().first && tokens_[above - 1].line == line) --above;
  if (above == rows.front().first) above = rows.front().label;
  if (figures(rows.front().first, above) < whole) return;
  std::size_t last = rows.back().behind;
  while (last < tokens_.size() && !tokens_[last].label) ++last;
  // A page's number behind the last label is no row of section 3.
  if (figures(rows.back().behind, last) >= std::min<std::size_t>(2, whole)) {
    torn_ = true;
    return;
  }
  std::size_t with = 0;
  for (const Row& row : rows) with += row.first < row.label ? 1 : 0;
  if (with * 5 < rows.size() * 4) {
    torn_ = true;
    return;
  }
  for (const Row& row : rows) {
    const auto at = [&](std::size_t i) { return tokens_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::rotate(at(row.first), at(row.label), at(row.behind));
  }
}

// Where the figures of every row stand before its label on the same line, they are put behind it.
void Gatherer::turn_lines() {
  constexpr std::size_t enough = 2;
  struct Turn {
    std::size_t first;
    std::size_t label;
    std::size_t last;
  };
  std::vector<Turn> turns;
  std::size_t behind = 0;
  std::size_t whole = 0;
  for (std::size_t i = 0; i < tokens_.size();) {
    std::size_t end = i;
    std::size_t label = tokens_.size();
    std::size_t figures_before = 0;
    std::size_t figures_behind = 0;
    bool row = false;
    for (; end < tokens_.size() && tokens_[end].line == tokens_[i].line; ++end) {
      const Token& token = tokens_[end];
      if (token.label) {
        label = std::min(label, end);
        row = row || label_of(document_.labels[token.hit]).kind == LabelKind::row;
      } else if (token.slot() && !token.blank()) {
        ++(label < end ? figures_behind : figures_before);
      }
    }
    if (row && figures_before > 0 && figures_behind == 0) turns.push_back({i, label, end});
    // One or two may be the row's number.
    if (row && figures_before > 2 && figures_behind == 0) ++whole;
    if (row && figures_behind > 0) ++behind;
    i = end;
  }
  if (whole < enough || behind * 4 > turns.size()) return;
  for (const Turn& turn : turns) {
    const auto at = [&](std::size_t i) { return tokens_.begin() + static_cast<std::ptrdiff_t>(i); };
    std::rotate(at(turn.first), at(turn.label), at(turn.last));
  }
}

std::size_t Gatherer::numerals() const {
  return static_cast<std::size_t>(
      std::count_if(tokens_.begin(), tokens_.end(), [&](const Token& token) {
        return !token.label && token.value.kind == ValueKind::number &&
               is_han(document_.folded[token.begin]);
      }));
}

void Gatherer::read_ones() {
  for (Token& token : tokens_) {
    if (!token.label && is_one(token)) {
      token.value = {ValueKind::number, {1, 0}, {}};
      token.letters = 0;
    }
  }
}

// 「?」, 「#REF!」, 「N/A」
bool Gatherer::is_sign(const Token& token) const {
  const std::u16string_view text = document_.folded;
  return token.letters == 0 &&
         std::any_of(text.begin() + token.begin, text.begin() + token.end,
                     [](char16_t c) { return c == u'?' || c == u'#' || is_latin(c); });
}

bool Gatherer::is_one(const Token& token) const {
  return token.end - token.begin == 1 && document_.folded[token.begin] == u'一';
}

std::vector<Group> Gatherer::groups() const {
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

// Whether nothing of the label, its note included, can be missing behind it.
bool Gatherer::is_whole(const Hit& hit) const {
  return std::none_of(patterns().begin(), patterns().end(), [&](const Pattern& pattern) {
    return pattern.label == hit.label && pattern.letters.size() > hit.last - hit.first;
  });
}

// The label of a row or the head of a column that could not be read: 「(七)总记」, 「行次」.
bool Gatherer::is_label(const Token& token) const {
  const std::u16string_view text =
      std::u16string_view(document_.folded).substr(token.begin, token.end - token.begin);
  if (text == u"行次" || text == u"序号" || text == u"栏次") return true;
  if (token.letters < 1) return false;
  std::size_t at = 0;
  const auto skip = [&] {
    while (at < text.size() && is_space(text[at])) ++at;
  };
  const bool bracket = text[at] == u'(';
  at += bracket ? 1 : 0;
  skip();
  if (at >= text.size() || !(is_numeral(text[at]) || (!bracket && is_digit(text[at]))))
    return false;
  ++at;
  skip();
  if (bracket && at >= text.size()) return true;  // 「(七」, the rest in another cell
  return token.letters > 1 && at + 1 < text.size() &&
         (bracket ? text[at] == u')' : text[at] == u'.' || text[at] == 0x3001);
}

// Whether words are the other part of a label of which only the beginning was found: 「讦可」
// behind 「行政」 is, with a letter misread, and 「检查」 is not. Nothing where they are of another
// length.
std::optional<bool> Gatherer::rest_of(const Hit& hit, const Token& token) const {
  const std::u16string_view text =
      std::u16string_view(document_.folded).substr(token.begin, token.end - token.begin);
  const std::size_t found = hit.last - hit.first;
  if (text.size() < 2 || !std::all_of(text.begin(), text.end(), is_han)) return std::nullopt;
  std::optional<bool> out;
  for (const Pattern& pattern : patterns()) {
    if (pattern.label != hit.label || pattern.core != found + text.size()) continue;
    std::size_t same = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      same += pattern.letters[found + i] == text[i] ? 1 : 0;
    out = out.value_or(false) || same * 2 >= text.size();
  }
  return out;
}

// What clerks write in the place of a figure: 「详见附件」, 「待核实」, 「不适用于本机关」.
bool Gatherer::is_remark(const Token& token) const {
  const std::u16string_view text =
      std::u16string_view(document_.folded).substr(token.begin, token.end - token.begin);
  const std::u16string_view words[] = {u"附件", u"附表", u"核实", u"适用", u"不详",
                                       u"统计", u"未知", u"详见", u"同上"};
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) {
    return text.find(word) != std::u16string_view::npos;
  });
}

RowSlots Gatherer::slots(const Group& group, std::size_t count) const {
  RowSlots out;
  out.count = static_cast<std::uint16_t>(count);
  out.first_token = group.first;
  out.last_token = group.last;
  const Hit& hit = document_.labels[group.hit];
  const bool label_is_whole = hit.exact && is_whole(hit);
  std::size_t last_label = group.first;
  bool inside = false;
  for (std::size_t i = group.first; i < group.last; ++i) {
    if (!tokens_[i].label) continue;
    inside = inside || last_label + 1 < i;
    last_label = i;
  }
  std::uint32_t label_line = 0;
  std::size_t held = 0;
  std::uint32_t line = UINT32_MAX;
  for (std::size_t i = group.first; i < group.last; ++i) {
    const Token& token = tokens_[i];
    if (token.label) {
      label_line = token.line;
      continue;
    }
    // Figures in the middle of a label that is broken over lines are its row.
    if (inside && out.slots.size() >= count && i > last_label) break;
    if (token.line != line) {
      // A row of cells is taken whole. What comes on further lines is only wanted while there are
      // cells to be filled, or when every cell has a line of its own.
      if (line == label_line && out.slots.size() >= count) {
        const bool alone =
            i + 1 >= tokens_.size() || tokens_[i + 1].line != token.line || tokens_[i + 1].blank();
        if (alone && token.value.kind == ValueKind::number && token.line == line + 1) {
          out.below = token;
        }
        break;
      }
      // What begins the line of the next label, between bars, is that row's.
      const bool next_row = group.last < tokens_.size() && token.closed &&
                            tokens_[group.last].line == token.line && line == label_line;
      if (next_row && !out.slots.empty()) break;
      line = token.line;
    }
    const bool word = token.value.kind == ValueKind::word && !token.digits;
    if (word && is_label(token)) {
      // What stands beside a label may be the same one, misread.
      const bool doubled = i + 1 == group.last && i + 1 < tokens_.size() &&
                           tokens_[i + 1].line == token.line && token.line != label_line;
      out.stopped = !doubled;
      break;
    }
    if (word && out.slots.empty()) {
      const std::optional<bool> rest = rest_of(hit, token);
      if (rest.value_or(false) && token.line == label_line) continue;
      if (!rest.value_or(true)) {
        out.stopped = true;
        break;
      }
    }
    if (token.slot()) {
      // A cell with words that begins a line, before any value, is the label of a row that the form
      // does not have; so is one behind a full row.
      const bool begins_line = i == group.first || tokens_[i - 1].line != token.line ||
                               (tokens_[i - 1].blank() && held == 0);
      if (word && token.letters >= 2 && token.line != label_line && held == 0 && begins_line &&
          label_is_whole && !is_remark(token)) {
        out.stopped = true;
        out.unsure = out.unsure || (!out.slots.empty() && out.slots.size() < count);
        break;
      }
      if (word && token.letters > most_rest && out.slots.size() >= count &&
          token.line != label_line) {
        break;
      }
      // Nor is it of a row that has cells on its label's line.
      if (word && token.letters >= 2 && token.line != label_line && begins_line &&
          !out.slots.empty() && out.slots.front().line == label_line) {
        break;
      }
      if (!token.blank()) ++held;
      out.slots.push_back(token);
      if (out.slots.size() >= most_slots) break;
    } else if (word && (held > 0 ? token.letters == 0 || is_one(token)
                                 : is_sign(token) && token.line != label_line)) {
      // 「?」 or 「#REF!」 fills a cell, and so does 一, a dash or a number.
      out.unsure = true;
    } else if (held > 0 ? token.letters >= 2
                        : token.letters > (token.fused ? 2 * most_rest : most_rest) ||
                              (label_is_whole && token.letters >= 2 && token.line != label_line)) {
      // Words in running text: a remark behind the label, or another row's label that the form does
      // not have. Values behind the latter are not this row's.
      out.stopped = true;
      break;
    }
  }
  out.label_line = label_line;
  out.places = places(group, out);
  out.unsure = out.unsure || bars_between(out);
  keep_cells(document_.layout, out);
  if (out.slots.empty() && !out.stopped) add_blank(tokens_[group.first], out);
  join_parts(document_, out);
  note_fused(document_.folded, out);
  note_geometry(out);
  if (out.slots.size() < count) out.with_words = with_words(group.first, group.last, count);
  return out;
}

// Whether between a label and its last figure a line of several bars stands, where each cell has a
// line: it may be as many empty cells, or a merged one.
bool Gatherer::bars_between(const RowSlots& row) const {
  std::uint32_t last = row.label_line;
  for (const Token& token : row.slots) {
    if (token.value.kind == ValueKind::number && token.closed) last = token.line;
  }
  const std::vector<std::uint16_t> held = held_slots(row);
  if (held.size() >= row.count) return false;
  for (std::uint32_t line = row.label_line + 1; line < last; ++line) {
    const Line& bars = document_.layout.lines[line];
    if (bars.merged > 0 && bars.merged == bars.columns) return true;
  }
  return false;
}

// The tokens behind a label that no bar or tab parts, if they are just `count` and some are words:
// 「详见附件」 or 「?」 in the place of a figure.
std::vector<Token> Gatherer::with_words(std::size_t first, std::size_t last,
                                        std::size_t count) const {
  std::vector<Token> out;
  std::size_t words = 0;
  while (first < last && tokens_[first].label) ++first;
  for (std::size_t i = first; i < last; ++i) {
    Token token = tokens_[i];
    if (token.label) continue;  // the rest of one that is broken over the figures
    if (token.closed || out.size() == count) return {};
    if (token.value.kind == ValueKind::word) {
      constexpr std::uint16_t longest = 10;  // ideographs; a sentence is no cell
      const bool before_label = i + 1 < tokens_.size() && tokens_[i + 1].label &&
                                tokens_[i + 1].begin == token.end;  // 「《条例》第二十条」
      // The numbering of a label that is broken in two: 「(六)其」.
      const char16_t first = document_.folded[token.begin];
      const bool numbered = first == u'(' || (token.end - token.begin > 1 && is_numeral(first) &&
                                              document_.folded[token.begin + 1U] == 0x3001);
      // 「政策解读材料74014」 below the row is a row of its own.
      const bool own_row = token.letters >= 2 && is_digit(document_.folded[token.end - 1]) &&
                           i > 0 && tokens_[i - 1].line != token.line;
      // A label that could not be read, or words too long for the only cell of a row.
      const bool other = is_label(token) || (token.letters > 1 && is_part_of_head(token)) ||
                         (count == 1 && token.letters > 0 && !is_remark(token));
      if (token.letters > longest || token.prose || before_label || numbered || own_row || other) {
        return {};
      }
      ++words;
      token.closed = true;
    }
    out.push_back(token);
  }
  if (out.size() != count || words == 0 || words * 3 > std::max<std::size_t>(count, 3)) return {};
  // Words on a line of their own fill no cell of figures that stand side by side.
  bool alone = false;
  bool beside = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool shares = (i > 0 && out[i - 1].line == out[i].line) ||
                        (i + 1 < out.size() && out[i + 1].line == out[i].line);
    if (out[i].value.kind == ValueKind::word)
      alone = alone || !shares;
    else
      beside = beside || shares;
  }
  if (alone && beside) return {};
  return out;
}

std::uint16_t Gatherer::places(const Group& group, const RowSlots& row) const {
  std::size_t count = 1 + row.slots.size();
  // Heads of groups that stand before the label in its row.
  for (std::size_t i = group.first; i-- > 0;) {
    const Token& token = tokens_[i];
    if (!token.label || label_of(document_.labels[token.hit]).kind != LabelKind::group) break;
    if (i == 0 || !tokens_[i - 1].label || tokens_[i - 1].hit != token.hit) ++count;
  }
  const std::uint32_t end =
      group.last < tokens_.size() ? tokens_[group.last].line : tokens_.back().line + 1;
  for (std::uint32_t line = tokens_[group.first].line; line < end; ++line) {
    count += document_.layout.lines[line].merged;
  }
  return static_cast<std::uint16_t>(std::min<std::size_t>(count, UINT16_MAX));
}

// A label before nothing but the bars of merged cells: the row is there, and empty.
void Gatherer::add_blank(const Token& label, RowSlots& row) const {
  const Line& line = document_.layout.lines[row.label_line];
  if (line.merged == 0 || label.line != row.label_line) return;
  Token blank;
  blank.begin = label.end;
  blank.end = line.end;
  blank.line = row.label_line;
  blank.column = label.column;
  blank.closed = true;
  row.slots.push_back(blank);
}

// The cells of the first line, if there are just so many and most are figures: words among them
// stand in the place of one. Empty columns may follow.
std::vector<Token> Gatherer::row_of_cells(std::size_t first, std::size_t count) const {
  std::vector<Token> out;
  std::size_t figures = 0;
  for (std::size_t i = first; i < tokens_.size() && tokens_[i].line == tokens_[first].line; ++i) {
    const Token& token = tokens_[i];
    if (token.label || !token.closed || (out.size() == count && !token.blank())) return {};
    // A bar that opens the row may look like an empty cell.
    if (out.size() == count && out.front().blank()) return {};
    if (out.size() == count) continue;
    figures += token.value.kind == ValueKind::number ? 1 : 0;
    out.push_back(token);
  }
  if (out.size() != count || figures * 2 < count) return {};
  return out;
}

// Words before the first value are heads that could not be read, words behind a value end the
// table.
RowSlots Gatherer::slots_from(std::size_t first, std::size_t count) const {
  RowSlots out;
  out.count = static_cast<std::uint16_t>(count);
  out.slots = row_of_cells(first, count);
  bool held = !out.slots.empty();
  if (held) first = tokens_.size();
  for (std::size_t i = first; i < tokens_.size() && out.slots.size() < most_slots; ++i) {
    const Token& token = tokens_[i];
    if (token.label) continue;
    const bool word = token.value.kind == ValueKind::word && !token.digits;
    // A note below the row.
    if (held && word && token.letters > most_rest && token.line != out.slots.front().line &&
        held_slots(out).size() >= count) {
      break;
    }
    if (token.slot() && (!word || held)) {
      held = held || !token.blank();
      out.slots.push_back(token);
    } else if (held && word && token.letters == 0) {
      out.unsure = true;
    } else if (held && token.letters >= 2) {
      break;
    } else if (!held && word) {
      out.slots.clear();
    }
  }
  keep_cells(document_.layout, out);
  if (!out.slots.empty()) out.label_line = out.slots.front().line;
  if (out.slots.size() == 1 && !out.slots.front().closed) out.slots.front().fused = true;
  note_fused(document_.folded, out);
  note_geometry(out);
  return out;
}

// Words at either end may be what is left of a head or of the next heading.
bool between_figures(const std::vector<Token>& row) {
  return !row.empty() && row.front().value.kind != ValueKind::word &&
         row.back().value.kind != ValueKind::word;
}

// The values of a table that is one row, words among them, where no bar or tab parts them: a line
// with just as many, or so many lines with one each.
std::vector<Token> Gatherer::whole_row(std::size_t first, std::size_t count) const {
  for (std::size_t i = first; i < tokens_.size();) {
    std::size_t end = i;
    while (end < tokens_.size() && tokens_[end].line == tokens_[i].line) ++end;
    if (end - i == count) {
      if (std::vector<Token> row = with_words(i, end, count); between_figures(row)) return row;
    }
    i = end;
  }
  std::vector<Token> row = with_words(first, tokens_.size(), count);
  return between_figures(row) ? row : std::vector<Token>();
}

void Gatherer::note_geometry(RowSlots& row) const {
  const std::u16string_view text = document_.folded;
  for (const Token& token : row.slots) {
    std::size_t at = token.end;
    while (at < text.size() && (is_space(text[at]) || text[at] == u'\n' || text[at] == u'\r')) ++at;
    row.bars = row.bars || (token.closed && at < text.size() && text[at] == u'|');
  }
  row.one_line = !row.slots.empty();
  for (const Token& token : row.slots) {
    row.one_line = row.one_line && token.closed && token.line == row.label_line;
  }
  if (!row.one_line) return;
  const Line& line = document_.layout.lines[row.label_line];
  row.line_columns = line.columns;
  row.merged = line.merged > 0;
  row.opened = text[line.begin] == u'|';
}

void Gatherer::drop_row_codes() {
  std::vector<std::pair<std::size_t, std::size_t>> codes;  // the first token, and how many
  std::size_t rows = 0;
  std::int64_t last = 0;
  std::uint32_t hit = UINT32_MAX;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!tokens_[i].label || tokens_[i].hit == hit) continue;
    hit = tokens_[i].hit;
    if (label_of(document_.labels[hit]).kind != LabelKind::row) continue;
    const bool repeated = i > 0 && tokens_[i - 1].label &&
                          document_.labels[tokens_[i - 1].hit].label == document_.labels[hit].label;
    if (repeated) continue;
    ++rows;
    // Labels of groups, which have no number of their own, may stand between number and row.
    constexpr std::size_t most_heads = 12;
    std::size_t k = i;
    while (k > 0 && i - k < most_heads && tokens_[k - 1].label) --k;
    // Empty cells as well.
    while (k > 0 && tokens_[k - 1].blank() && tokens_[k - 1].line == tokens_[i].line) --k;
    std::size_t last_label = i;
    while (last_label + 1 < tokens_.size() && tokens_[last_label + 1].label &&
           tokens_[last_label + 1].hit == hit) {
      ++last_label;
    }
    // Below a label that stands as a heading its number begins the row.
    const bool heading = last_label + 2 < tokens_.size() && tokens_[last_label + 1].closed &&
                         tokens_[last_label + 1].line != tokens_[last_label].line &&
                         tokens_[last_label + 1].line == tokens_[last_label + 2].line;
    // The number of the row whose label stands before this one is not this row's as well.
    if (!codes.empty() && codes.back().first + codes.back().second == k) continue;
    const std::size_t parts = heading ? tokens_[last_label + 1].parts : 1U;  // 「0 1」
    if (!take_code(k, last, codes) && heading)
      take_code(last_label + (parts == 2 ? 3 : 2), last, codes);
  }
  if (rows < 4 || codes.size() * 10 < rows * 8) return;
  for (std::size_t c = codes.size(); c-- > 0;) {
    const auto first = tokens_.begin() + static_cast<std::ptrdiff_t>(codes[c].first);
    tokens_.erase(first, first + static_cast<std::ptrdiff_t>(codes[c].second));
  }
}

// Notes the number that ends before token `k`, and its length in tokens, if it goes on from `last`.
bool Gatherer::take_code(std::size_t k, std::int64_t& last,
                         std::vector<std::pair<std::size_t, std::size_t>>& codes) const {
  if (k == 0 || k > tokens_.size()) return false;
  const Token& before = tokens_[k - 1];
  if (before.label || before.value.kind != ValueKind::number) return false;
  std::int64_t code = before.value.number.units;
  std::size_t first = k - 1;
  const auto goes_on = [&](std::int64_t number) { return number > last && number <= last + 4; };
  const auto digit = [&](std::size_t i) {
    return tokens_[i].value.kind == ValueKind::number && tokens_[i].end - tokens_[i].begin == 1;
  };
  // 「0 2」: two digits, as the others have where 01 is one of them.
  if (k >= 2 && !tokens_[k - 2].label && tokens_[k - 2].line == before.line && digit(k - 2) &&
      digit(k - 1)) {
    const std::int64_t joined = 10 * tokens_[k - 2].value.number.units + code;
    const bool begins_line = k == 2 || tokens_[k - 3].line != before.line;
    const bool wide = std::any_of(codes.begin(), codes.end(), [&](const auto& taken) {
      const Token& token = tokens_[taken.first];
      return taken.second == 2 || (token.end - token.begin > 1 && token.value.number.units < 10);
    });
    if (before.parts == 2 || (begins_line && !before.closed) ||
        (goes_on(joined) && (wide || !goes_on(code)))) {
      code = joined;
      first = k - 2;
    }
  }
  if (before.end - tokens_[first].begin > 4 || !goes_on(code)) return false;
  last = code;
  codes.emplace_back(first, k - first);
  return true;
}

void Gatherer::drop_ordinals() {
  std::vector<std::size_t> ordinals;
  std::size_t rows = 0;
  for (std::size_t i = 1; i < tokens_.size(); ++i) {
    if (!tokens_[i].label || (tokens_[i - 1].label && tokens_[i - 1].hit == tokens_[i].hit))
      continue;
    const Hit& hit = document_.labels[tokens_[i].hit];
    const Label& label = label_of(hit);
    const bool numbered = hit.begin < document_.letters[hit.first].at;
    if (label.kind != LabelKind::row || label.number == 0 || numbered) continue;
    ++rows;
    const Token& before = tokens_[i - 1];
    if (!before.label && before.value.kind == ValueKind::number && before.end - before.begin == 1 &&
        before.value.number.units == label.number) {
      ordinals.push_back(i - 1);
    }
  }
  if (rows < 4 || ordinals.size() * 10 < rows * 8) return;
  for (std::size_t c = ordinals.size(); c-- > 0;) {
    tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(ordinals[c]));
  }
}

// A part of a group's head that is broken over lines: 「年度办」 of 三、本年度办理结果.
bool Gatherer::is_part_of_head(const Token& token) const {
  std::u16string letters;
  for (const char16_t c : document_.folded.substr(token.begin, token.end - token.begin)) {
    if (is_han(c)) letters.push_back(c);
  }
  // 「三、本」 has the group's number before its letters.
  const std::u16string_view all = letters;
  const std::u16string_view name = all.substr(all.size() > 1 && is_numeral(all.front()) ? 1 : 0);
  return std::any_of(patterns().begin(), patterns().end(), [&](const Pattern& pattern) {
    return labels()[pattern.label].kind == LabelKind::group &&
           pattern.letters.find(name) != std::u16string::npos;
  });
}

// Whether a cell stands in a column in which whole rows have values.
bool Gatherer::among_values(const Token& token, const std::vector<RowSlots>& rows) const {
  const std::uint16_t columns = document_.layout.lines[token.line].columns;
  return std::any_of(rows.begin(), rows.end(), [&](const RowSlots& row) {
    return row.one_line && row.line_columns == columns && row.slots.size() >= row.count &&
           !row.slots.front().blank() && token.column >= row.slots.front().column;
  });
}

bool Gatherer::give_orphans(std::uint8_t form, std::vector<RowSlots>& rows) const {
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
  for (std::size_t i = 0; i < tokens_.size();) {
    const std::uint32_t line = tokens_[i].line;
    std::size_t end = i;
    std::size_t held = 0;
    std::size_t first_held = 0;
    bool labelled = false;
    bool beside_head = false;
    bool foreign = false;  // the label of a row that the form does not have
    bool closed = true;
    for (; end < tokens_.size() && tokens_[end].line == line; ++end) {
      const Token& token = tokens_[end];
      // The head of a group, or a part of one, may stand on any of its lines.
      if (token.label) {
        const Label& label = label_of(document_.labels[token.hit]);
        const bool head = label.kind == LabelKind::group ||
                          (label.kind == LabelKind::row && (label.forms & form) == 0);
        labelled = labelled || !head;
        // A merged head over many rows is broken over them: 「三、本」. Groups stand there whole.
        const bool exact = document_.labels[token.hit].exact;
        beside_head = beside_head || (exact && label.key != "results");
        bare = bare || (!exact && label.key == "results");
      }
      closed = closed && (token.closed || token.label);
      bare = bare || (!token.label && token.value.kind == ValueKind::word && token.letters > 0 &&
                      is_part_of_head(token));
      foreign =
          foreign || (!token.label && token.value.kind == ValueKind::word && held == 0 &&
                      token.letters > 0 && !is_part_of_head(token) && !among_values(token, rows));
      if (token.label || token.blank() || token.value.kind == ValueKind::word) continue;
      if (held == 0) first_held = end;
      ++held;
    }
    while (first_held > i && held > 0 && tokens_[first_held - 1].value.kind == ValueKind::word &&
           !tokens_[first_held - 1].label && among_values(tokens_[first_held - 1], rows)) {
      --first_held;
    }
    const std::size_t begin = i;
    i = end;
    if (labelled || foreign || !closed || held < 2 || begin == 0 || end >= tokens_.size()) continue;
    RowSlots* const before = row_on(tokens_[begin - 1].line);
    RowSlots* const after = row_on(tokens_[end].line);
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
                 other.slots.front().begin < tokens_[end - 1].end &&
                 tokens_[begin].begin < other.slots.back().end;
        })) {
      continue;
    }
    row.adopted = beside_head;
    bare = bare || !beside_head;
    row.slots.clear();
    for (std::size_t t = begin; t < end; ++t) {
      if (tokens_[t].slot() && (t >= first_held || tokens_[t].blank())) {
        row.slots.push_back(tokens_[t]);
      }
    }
    row.line_columns = document_.layout.lines[line].columns;
  }
  return bare && !sums;
}

}  // namespace gouji
