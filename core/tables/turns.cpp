#include "tables/turns.h"

#include <algorithm>

#include "tables/region.h"

namespace gouji {
namespace {

// The tokens of a row that may have its figures before its label.
struct Row {
  std::size_t first = 0;   // of the figures before it
  std::size_t label = 0;   // of its label, or of the groups' heads before that
  std::size_t behind = 0;  // one past its label
};

std::vector<Row> rows_of(const Document& document, const std::vector<Token>& tokens) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].label) continue;
    const std::uint32_t hit = tokens[i].hit;
    std::size_t end = i + 1;
    for (std::size_t k = i + 1; k < tokens.size() && (!tokens[k].label || tokens[k].hit == hit);
         ++k) {
      if (tokens[k].label) end = k + 1;
    }
    if (label_of(document.labels[hit]).kind == LabelKind::row) {
      std::size_t label = i;
      while (label > 0 && tokens[label - 1].label &&
             label_of(document.labels[tokens[label - 1].hit]).kind == LabelKind::group) {
        --label;
      }
      std::size_t first = label;
      while (first > 0 && tokens[first - 1].slot() && !tokens[first - 1].closed) --first;
      rows.push_back({first, label, end});
    }
    i = end - 1;
  }
  return rows;
}

}  // namespace

void turn_lines(const Document& document, std::vector<Token>& tokens) {
  constexpr std::size_t enough = 2;
  struct Turn {
    std::size_t first;
    std::size_t label;
    std::size_t last;
  };
  std::vector<Turn> turns;
  std::size_t behind = 0;
  std::size_t whole = 0;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t end = i;
    std::size_t label = tokens.size();
    std::size_t figures_before = 0;
    std::size_t figures_behind = 0;
    bool row = false;
    for (; end < tokens.size() && tokens[end].line == tokens[i].line; ++end) {
      const Token& token = tokens[end];
      if (token.label) {
        label = std::min(label, end);
        row = row || label_of(document.labels[token.hit]).kind == LabelKind::row;
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
    const auto at = [&](std::size_t i) { return tokens.begin() + static_cast<std::ptrdiff_t>(i); };
    std::rotate(at(turn.first), at(turn.label), at(turn.last));
  }
}

bool turn_rows(const Document& document, std::vector<Token>& tokens) {
  constexpr std::size_t whole = 3;  // figures; fewer may be a page's number
  const std::vector<Row> rows = rows_of(document, tokens);
  if (rows.size() < 2) return false;
  const auto figures = [&](std::size_t from, std::size_t to) {
    return static_cast<std::size_t>(
        std::count_if(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                      tokens.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& token) {
                        return !token.label && !token.blank() && token.slot() && !token.closed;
                      }));
  };
  // What stands above the first label; beside it may be the row's number.
  const std::size_t begin = rows.front().first;
  const bool labelled = begin > 0 && begin < rows.front().label && tokens[begin - 1].letters > 1 &&
                        tokens[begin - 1].line == tokens[begin].line;
  if (labelled) return false;  // in words that could not be read
  std::size_t above = rows.front().label;
  const std::uint32_t line = tokens[above].line;
  while (above > rows.front().first && tokens[above - 1].line == line) --above;
  if (above == rows.front().first) above = rows.front().label;
  if (figures(rows.front().first, above) < whole) return false;
  std::size_t last = rows.back().behind;
  while (last < tokens.size() && !tokens[last].label) ++last;
  // A page's number behind the last label is no row of section 3.
  if (figures(rows.back().behind, last) >= std::min<std::size_t>(2, whole)) return true;
  std::size_t with = 0;
  for (const Row& row : rows) with += row.first < row.label ? 1 : 0;
  if (with * 5 < rows.size() * 4) return true;
  for (const Row& row : rows) {
    const auto at = [&](std::size_t i) { return tokens.begin() + static_cast<std::ptrdiff_t>(i); };
    std::rotate(at(row.first), at(row.label), at(row.behind));
  }
  return false;
}

}  // namespace gouji
