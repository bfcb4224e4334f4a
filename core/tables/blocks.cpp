#include "tables/blocks.h"

#include <algorithm>
#include <span>
#include <utility>

#include "tables/evidence.h"

namespace gouji {
namespace {

// Whether the figures beside the words are not more than the row's total.
bool leaves_room(const RowSlots& row) {
  if (row.sum_width != row.count || row.with_words.back().value.kind == ValueKind::word)
    return true;
  std::int64_t parts = 0;
  for (const Token& token : row.with_words) parts += token.value.number.units;
  const std::int64_t total = row.with_words.back().value.number.units;
  return parts - total <= total;
}

// Numbers of a row stand on one line or each on its own. Anything else has lost its shape: a
// short line may be part of another row.
bool in_step(const RowSlots& row) {
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

// A few words alone on a line between a row's label and its figures are what is left of another
// label, which stands for a row as well.
bool has_word_lines(const Gatherer& gatherer, const RowSlots& row) {
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
bool share_lines(const Gatherer& gatherer, std::span<RowSlots> rows) {
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
bool share(const Gatherer& gatherer, std::span<RowSlots> rows) {
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

// The digits below the last number may be its own: 「1011⏎5」. They are if the row adds up so.
void drop_strays(const Document& document, RowSlots& row) {
  if (row.slots.size() == row.count + 1U) row.below = row.slots[row.count];
  row.slots.resize(row.count);
  join_below(document, row);
}

}  // namespace

void take_words(std::vector<RowSlots>& rows) {
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

void share_blocks(const Document& document, const Gatherer& gatherer, std::vector<RowSlots>& rows) {
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
      if (begin == i && on_own_line && stray) drop_strays(document, row);
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

void settle_misplaced(const Document& document, const Gatherer& gatherer,
                      std::vector<RowSlots>& rows) {
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
        const LabelKind kind = label_of(document.labels[token.hit]).kind;
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

void settle_broken(RowSlots& row) {
  if (!row.broken) return;
  const std::vector<std::uint16_t> held = held_slots(row);
  row.unsure = row.unsure || held.size() != row.count || !adds_up(row, held);
}

void settle_last(RowSlots& row) {
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

void join_below(const Document& document, RowSlots& row) {
  if (!row.below || row.sum_width != row.count || row.slots.size() < row.count ||
      row.below->value.kind != ValueKind::number) {
    return;
  }
  const std::vector<std::uint16_t> all = held_slots(row);
  if (all.size() != row.count || adds_up(row, all)) return;
  // A number that goes on does so on the very next line.
  const std::vector<Line>& lines = document.layout.lines;
  const Token& whole = row.slots[all.back()];
  if (lines[row.below->line].number != lines[whole.line].number + 1 ||
      !only_space(document, whole.end, row.below->begin)) {
    return;
  }
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

}  // namespace gouji
