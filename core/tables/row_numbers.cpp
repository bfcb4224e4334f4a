#include "tables/row_numbers.h"

#include <algorithm>
#include <cstdint>

#include "tables/region.h"

namespace gouji {
namespace {

// A row's number: tokens [first, first + count).
struct Code {
  std::size_t first = 0;
  std::size_t count = 0;
};

// Notes the number that ends before token `k`, and its length in tokens, if it goes on from `last`.
bool take_code(const std::vector<Token>& tokens, std::size_t k, std::int64_t& last,
               std::vector<Code>& codes) {
  if (k == 0 || k > tokens.size()) return false;
  const Token& before = tokens[k - 1];
  if (before.label || before.value.kind != ValueKind::number) return false;
  std::int64_t code = before.value.number.units;
  std::size_t first = k - 1;
  const auto goes_on = [&](std::int64_t number) { return number > last && number <= last + 4; };
  const auto digit = [&](std::size_t i) {
    return tokens[i].value.kind == ValueKind::number && tokens[i].end - tokens[i].begin == 1;
  };
  // 「0 2」: two digits, as the others have where 01 is one of them.
  if (k >= 2 && !tokens[k - 2].label && tokens[k - 2].line == before.line && digit(k - 2) &&
      digit(k - 1)) {
    const std::int64_t joined = 10 * tokens[k - 2].value.number.units + code;
    const bool begins_line = k == 2 || tokens[k - 3].line != before.line;
    const bool wide = std::any_of(codes.begin(), codes.end(), [&](const Code& taken) {
      const Token& token = tokens[taken.first];
      return taken.count == 2 || (token.end - token.begin > 1 && token.value.number.units < 10);
    });
    if (before.parts == 2 || (begins_line && !before.closed) ||
        (goes_on(joined) && (wide || !goes_on(code)))) {
      code = joined;
      first = k - 2;
    }
  }
  if (before.end - tokens[first].begin > 4 || !goes_on(code)) return false;
  last = code;
  codes.push_back({first, k - first});
  return true;
}

}  // namespace

void drop_row_codes(const Document& document, std::vector<Token>& tokens) {
  std::vector<Code> codes;
  std::size_t rows = 0;
  std::int64_t last = 0;
  std::uint32_t hit = UINT32_MAX;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].label || tokens[i].hit == hit) continue;
    hit = tokens[i].hit;
    if (label_of(document.labels[hit]).kind != LabelKind::row) continue;
    const bool repeated = i > 0 && tokens[i - 1].label &&
                          document.labels[tokens[i - 1].hit].label == document.labels[hit].label;
    if (repeated) continue;
    ++rows;
    // Labels of groups, which have no number of their own, may stand between number and row.
    constexpr std::size_t most_heads = 12;
    std::size_t k = i;
    while (k > 0 && i - k < most_heads && tokens[k - 1].label) --k;
    // Empty cells as well.
    while (k > 0 && tokens[k - 1].blank() && tokens[k - 1].line == tokens[i].line) --k;
    std::size_t last_label = i;
    while (last_label + 1 < tokens.size() && tokens[last_label + 1].label &&
           tokens[last_label + 1].hit == hit) {
      ++last_label;
    }
    // Below a label that stands as a heading its number begins the row.
    const bool heading = last_label + 2 < tokens.size() && tokens[last_label + 1].closed &&
                         tokens[last_label + 1].line != tokens[last_label].line &&
                         tokens[last_label + 1].line == tokens[last_label + 2].line;
    // The number of the row whose label stands before this one is not this row's as well.
    if (!codes.empty() && codes.back().first + codes.back().count == k) continue;
    const std::size_t parts = heading ? tokens[last_label + 1].parts : 1U;  // 「0 1」
    if (!take_code(tokens, k, last, codes) && heading)
      take_code(tokens, last_label + (parts == 2 ? 3 : 2), last, codes);
  }
  if (rows < 4 || codes.size() * 10 < rows * 8) return;
  for (std::size_t c = codes.size(); c-- > 0;) {
    const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(codes[c].first);
    tokens.erase(first, first + static_cast<std::ptrdiff_t>(codes[c].count));
  }
}

void drop_ordinals(const Document& document, std::vector<Token>& tokens) {
  std::vector<std::size_t> ordinals;
  std::size_t rows = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!tokens[i].label || (tokens[i - 1].label && tokens[i - 1].hit == tokens[i].hit)) continue;
    const Hit& hit = document.labels[tokens[i].hit];
    const Label& label = label_of(hit);
    const bool numbered = hit.begin < document.letters[hit.first].at;
    if (label.kind != LabelKind::row || label.number == 0 || numbered) continue;
    ++rows;
    const Token& before = tokens[i - 1];
    if (!before.label && before.value.kind == ValueKind::number && before.end - before.begin == 1 &&
        before.value.number.units == label.number) {
      ordinals.push_back(i - 1);
    }
  }
  if (rows < 4 || ordinals.size() * 10 < rows * 8) return;
  for (std::size_t c = ordinals.size(); c-- > 0;) {
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(ordinals[c]));
  }
}

}  // namespace gouji
