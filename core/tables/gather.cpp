#include "tables/gather.h"

#include <algorithm>

#include "tables/cell_words.h"
#include "tables/fused.h"
#include "tables/row_numbers.h"
#include "tables/turns.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::uint16_t most_rest = 3;  // letters of a label, or a remark, that may be left over
constexpr std::size_t most_slots = 512;

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

Gatherer::Gatherer(const Document& document, const Region& region)
    : document_(document), region_(region), tokens_(tokenize(document, region.begin, region.end)) {
  turn_lines(document, tokens_);
  torn_ = turn_rows(document, tokens_);
}

void Gatherer::drop_row_numbers() {
  drop_row_codes(document_, tokens_);
  drop_ordinals(document_, tokens_);
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
    if (!token.label && is_one(document_.folded, token)) {
      token.value = {ValueKind::number, {1, 0}, {}};
      token.letters = 0;
    }
  }
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

RowSlots Gatherer::slots(const Group& group, std::size_t count) const {
  RowSlots out;
  out.count = static_cast<std::uint16_t>(count);
  out.slots.reserve(std::min(group.last - group.first, count + 1));
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
    if (word && is_label(document_.folded, token)) {
      // What stands beside a label may be the same one, misread.
      const bool doubled = i + 1 == group.last && i + 1 < tokens_.size() &&
                           tokens_[i + 1].line == token.line && token.line != label_line;
      out.stopped = !doubled;
      break;
    }
    if (word && out.slots.empty()) {
      const std::optional<bool> rest = rest_of(document_.folded, hit, token);
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
          label_is_whole && !is_remark(document_.folded, token)) {
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
    } else if (word && (held > 0 ? token.letters == 0 || is_one(document_.folded, token)
                                 : is_sign(document_.folded, token) && token.line != label_line)) {
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
      const bool other = is_label(document_.folded, token) ||
                         (token.letters > 1 && is_part_of_head(document_.folded, token)) ||
                         (count == 1 && token.letters > 0 && !is_remark(document_.folded, token));
      if (token.letters > longest_word || token.prose || before_label || numbered || own_row ||
          other) {
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

}  // namespace gouji
