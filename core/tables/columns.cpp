#include "tables/columns.h"

#include <algorithm>
#include <numeric>

namespace gouji {
namespace {

constexpr std::uint8_t natural = 0;
constexpr std::uint8_t total = 6;
constexpr std::uint8_t organizations = 0xFF;

bool is_standard(const std::vector<std::uint8_t>& order) {
  return std::is_sorted(order.begin(), order.end());
}

}  // namespace

std::vector<std::uint8_t> applicant_order(const Document& document, const Gatherer& gatherer,
                                          const std::vector<Group>& groups) {
  const std::vector<Token>& tokens = gatherer.tokens();
  std::vector<std::uint8_t> named;
  for (const Group& group : groups) {
    const Hit& hit = document.labels[group.hit];
    const Label& label = label_of(hit);
    if (label.kind == LabelKind::row) break;
    std::uint8_t column = organizations;
    if (label.kind == LabelKind::column && label.forms != 0) {
      column = label.column;
    } else if (label.kind != LabelKind::head || label.key != "organizations") {
      continue;
    }
    // A viewer's lines hold heads in any order, and pieces of heads.
    const std::size_t at = group.first;
    const bool alone = (at == 0 || tokens[at - 1].line != tokens[at].line) &&
                       (at + 1 >= tokens.size() || tokens[at + 1].line != tokens[at].line);
    if (!hit.exact || (!tokens[at].closed && !alone)) return {};
    if (hit.left > 0.3F || hit.right > 0.3F) continue;  // 其他 in 「其他组织」
    if (std::find(named.begin(), named.end(), column) == named.end()) named.push_back(column);
  }
  const auto has = [&](std::uint8_t column) {
    return std::find(named.begin(), named.end(), column) != named.end();
  };
  if (!has(natural) && !has(total)) return {};
  // The kinds of organizations stand under their common head, wherever the text prints them.
  std::vector<std::uint8_t> kinds;
  for (const std::uint8_t column : named) {
    if (column != natural && column != total && column != organizations) kinds.push_back(column);
  }
  constexpr std::size_t most_missing = 2;
  const std::size_t found = kinds.size() + (has(natural) ? 1U : 0U) + (has(total) ? 1U : 0U);
  if (found + most_missing < applicant_columns.size()) return {};
  std::vector<std::uint8_t> out;
  const auto common = std::find(named.begin(), named.end(), organizations);
  if (common == named.end()) {
    out = named;
  } else {
    for (const std::uint8_t column : named) {
      if (column == organizations) {
        out.insert(out.end(), kinds.begin(), kinds.end());
      } else if (column == natural || column == total) {
        out.push_back(column);
      }
    }
  }
  // Only the total changes its place with the others; viewers print heads of two lines in any
  // order.
  const bool total_first = out.front() == total;
  out.clear();
  if (total_first) out.push_back(total);
  if (has(natural)) out.push_back(natural);
  out.insert(out.end(), kinds.begin(), kinds.end());
  if (!total_first && has(total)) out.push_back(total);
  return out;
}

TotalPlace total_place(const std::vector<std::uint8_t>& order, const std::vector<RowSlots>& rows) {
  if (order.empty() || order.front() != total) return TotalPlace::last;
  std::size_t first = 0;
  std::size_t last = 0;
  for (const RowSlots& row : rows) {
    std::vector<std::int64_t> values;
    for (const Token& token : row.slots) {
      if (token.blank()) continue;
      if (token.value.kind == ValueKind::word) break;
      values.push_back(token.value.number.units);
    }
    if (values.size() != order.size()) continue;
    const std::int64_t sum = std::accumulate(values.begin(), values.end(), std::int64_t{0});
    if (sum == 0 || values.front() == values.back()) continue;
    first += sum == 2 * values.front() ? 1 : 0;
    last += sum == 2 * values.back() ? 1 : 0;
  }
  if (first > 0 && last == 0) return TotalPlace::first;
  return first == 0 && last > 0 ? TotalPlace::last : TotalPlace::torn;
}

ArticleOrder article_order(const Document& document, const std::vector<Group>& groups,
                           std::string_view article, std::size_t count, std::uint8_t form) {
  ArticleOrder out;
  std::size_t other = 0;
  for (const Group& group : groups) {
    const Hit& hit = document.labels[group.hit];
    const Label& label = label_of(hit);
    if (label.article != article) continue;
    if (label.kind == LabelKind::row) break;
    if (label.kind != LabelKind::column) continue;
    if ((label.forms & form) == 0) {
      other += hit.exact ? 1 : 0;
      continue;
    }
    if (std::find(out.order.begin(), out.order.end(), label.column) == out.order.end()) {
      out.order.push_back(label.column);
    }
  }
  out.foreign = out.order.empty() && other >= 2;
  if (out.order.size() != count || is_standard(out.order)) out.order.clear();
  return out;
}

void take_by_heads(const Document& document, const Gatherer& gatherer,
                   const std::vector<Group>& groups, std::string_view article, std::uint8_t form,
                   RowSlots& row) {
  if (!row.one_line || row.slots.empty()) return;
  struct Head {
    std::uint16_t column;
    std::uint8_t place;
  };
  std::vector<Head> heads;
  std::uint32_t line = UINT32_MAX;
  for (const Group& group : groups) {
    const Label& label = label_of(document.labels[group.hit]);
    if (label.article != article) continue;
    if (label.kind == LabelKind::row) break;
    const Token& token = gatherer.tokens()[group.first];
    if (label.kind != LabelKind::column || (label.forms & form) == 0 || !token.closed) continue;
    if (token.line != line) heads.clear();
    line = token.line;
    heads.push_back({token.column, label.column});
  }
  if (heads.empty() || document.layout.lines[line].columns != row.line_columns) return;
  // With the form's own heads alone the values follow the label, wherever that stands.
  const bool unknown =
      std::any_of(gatherer.tokens().begin(), gatherer.tokens().end(), [&](const Token& token) {
        return token.line == line && !token.label && token.letters > 0 &&
               token.column < heads.back().column;
      });
  if (!unknown && heads.size() <= row.count) return;
  // Which parts of a cell's content are whose the heads do not tell.
  if (std::any_of(row.slots.begin(), row.slots.end(),
                  [](const Token& token) { return token.parts > 1; })) {
    row.unsure = true;
    return;
  }
  std::vector<Token> taken;
  for (std::uint16_t place = 0; place < row.count; ++place) {
    const Token* found = nullptr;
    for (const Head& head : heads) {
      if (head.place != place) continue;
      const auto slot = std::find_if(row.slots.begin(), row.slots.end(), [&](const Token& token) {
        return token.column == head.column;
      });
      if (slot == row.slots.end()) return;
      if (found == nullptr || found->blank()) {
        found = &*slot;
      } else if (!slot->blank() && slot->value.number != found->value.number) {
        row.unsure = true;
        return;
      }
    }
    // Heads that have run together into one cell tell nothing.
    if (found == nullptr || (!taken.empty() && taken.back().column >= found->column)) return;
    taken.push_back(*found);
  }
  // The same cells as without the heads, or others.
  row.slots = std::move(taken);
}

}  // namespace gouji
