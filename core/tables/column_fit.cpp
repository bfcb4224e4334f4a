#include "tables/column_fit.h"

#include <algorithm>
#include <utility>

#include "tables/columns.h"

namespace gouji {
namespace {

std::vector<Group>::const_iterator first_row(const Document& document,
                                             const std::vector<Group>& groups) {
  return std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
    return label_of(document.labels[group.hit]).kind == LabelKind::row;
  });
}

}  // namespace

bool all_columns(const Document& document, const std::vector<Group>& groups) {
  std::uint8_t seen = 0;
  for (const Group& group : groups) {
    const Label& label = label_of(document.labels[group.hit]);
    if (label.kind == LabelKind::row) break;
    if (label.kind == LabelKind::column && label.forms != 0) {
      seen = static_cast<std::uint8_t>(seen | 1U << label.column);
    }
  }
  return seen == (1U << applicant_columns.size()) - 1;
}

std::vector<HeadGeometry> head_geometry(const Document& document, const Gatherer& gatherer,
                                        const std::vector<Group>& groups) {
  std::vector<HeadGeometry> out;
  struct Head {
    std::uint32_t line;
    std::uint16_t column;
    std::uint8_t place;
    bool article;  // of section 2, whose tables have three columns at most
  };
  std::vector<Head> heads;
  for (const Group& group : groups) {
    const Label& label = label_of(document.labels[group.hit]);
    const Token& token = gatherer.tokens()[group.first];
    if (label.kind != LabelKind::column || label.forms == 0 || !token.closed) continue;
    heads.push_back({token.line, token.column, label.column, !label.article.empty()});
  }
  for (std::size_t i = 0; i < heads.size();) {
    std::size_t end = i;
    bool in_step = true;
    for (; end < heads.size() && heads[end].line == heads[i].line; ++end) {
      in_step = in_step && heads[end].column - heads[end].place == heads[i].column - heads[i].place;
    }
    // With a column lost some heads are still in step, but not with the values.
    const std::size_t enough = heads[i].article ? 3 : 5;
    if (in_step && end - i >= enough && heads[i].column >= heads[i].place) {
      out.push_back({document.layout.lines[heads[i].line].columns,
                     static_cast<std::uint16_t>(heads[i].column - heads[i].place)});
    }
    i = end;
  }
  return out;
}

std::vector<std::uint8_t> order_columns(const Document& document, const Gatherer& gatherer,
                                        const std::vector<Group>& groups,
                                        std::vector<RowSlots>& rows) {
  std::vector<std::uint8_t> order = applicant_order(document, gatherer, groups);
  if (order.empty()) return order;
  std::size_t filled = 0;
  std::size_t fitting = 0;
  for (const RowSlots& row : rows) {
    const std::size_t held = held_slots(row).size();
    filled += held > 0 ? 1 : 0;
    fitting += held == order.size() ? 1 : 0;
  }
  const bool fewer = order.size() < applicant_columns.size();
  if (fewer && (fitting < 3 || fitting * 5 < filled * 4)) return {};
  const TotalPlace place = total_place(order, rows);
  if (place != TotalPlace::first && order.front() == applicant_columns.size() - 1) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
  }
  if (!fewer && place != TotalPlace::torn && std::is_sorted(order.begin(), order.end())) return {};
  for (RowSlots& row : rows) {
    row.count = static_cast<std::uint16_t>(order.size());
    const bool total_last = order.back() == applicant_columns.size() - 1;
    row.sum_width = total_last ? row.count : std::uint16_t{0};
    row.unsure = row.unsure || place == TotalPlace::torn;
  }
  return order;
}

void reorder(const std::vector<std::uint8_t>& order, std::size_t count, Placement& placement) {
  if (order.empty() || placement.kind != Placement::Kind::placed) return;
  std::vector<std::optional<std::uint16_t>> slot(count);
  for (std::size_t c = 0; c < order.size(); ++c) slot[order[c]] = placement.slot[c];
  placement.slot = std::move(slot);
}

bool has_subtotals(const Document& document, const std::vector<Group>& groups) {
  return std::any_of(groups.begin(), first_row(document, groups), [&](const Group& group) {
    const Label& label = label_of(document.labels[group.hit]);
    return label.kind == LabelKind::column && label.forms == 0;
  });
}

std::size_t subtotal_column(const Document& document, const std::vector<Group>& groups) {
  bool seen = false;
  for (const Group& group : groups) {
    const Label& label = label_of(document.labels[group.hit]);
    if (label.kind == LabelKind::row) break;
    if (label.kind != LabelKind::column) continue;
    if (seen && label.key == "company") return 1;  // before the kinds that it sums up
    seen = seen || label.forms == 0;
  }
  return applicant_columns.size() - 1;
}

bool widen(std::vector<RowSlots>& rows) {
  std::size_t full = 0;
  std::size_t more = 0;
  for (const RowSlots& row : rows) {
    const std::size_t held = held_slots(row).size();
    if (held >= row.count) ++full;
    if (held == row.count + 1U) ++more;
  }
  if (more < 3 || more * 3 < full * 2) return false;
  for (RowSlots& row : rows) {
    ++row.count;
    row.sum_width = 0;
  }
  return true;
}

std::optional<std::size_t> column_without_part(const std::vector<RowSlots>& rows,
                                               const std::vector<Placement>& placements) {
  std::optional<std::size_t> found;
  const std::size_t count = rows.front().count;
  for (std::size_t column = 0; column + 1 < count; ++column) {
    bool adds_up = true;
    bool any = false;
    for (std::size_t i = 0; i < rows.size() && adds_up; ++i) {
      if (placements[i].kind != Placement::Kind::placed) continue;
      std::int64_t sum = 0;
      for (std::size_t c = 0; c < count; ++c) {
        if (c == column || !placements[i].slot[c]) continue;
        const Value& value = rows[i].slots[*placements[i].slot[c]].value;
        if (value.kind == ValueKind::number) {
          sum += c + 1 == count ? -value.number.units : value.number.units;
        }
      }
      any = true;
      adds_up = sum == 0;
    }
    if (!any || !adds_up) continue;
    if (found) return std::nullopt;
    found = column;
  }
  return found;
}

void leave_out(RowSlots& row, Placement& placement, std::optional<std::size_t> column) {
  --row.count;
  if (placement.kind != Placement::Kind::placed) return;
  if (column) {
    placement.slot.erase(placement.slot.begin() + static_cast<std::ptrdiff_t>(*column));
    return;
  }
  placement.kind = Placement::Kind::ambiguous;
  for (const std::optional<std::uint16_t>& slot : placement.slot) {
    if (slot && !row.slots[*slot].blank()) placement.held.push_back(*slot);
  }
}

}  // namespace gouji
