#include "answer/places.h"

#include <algorithm>

#include "forms/form.h"
#include "rules/review.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// What such a set of changes looks like; nothing where it looks like nothing in particular.
std::string_view words(RepairKind kind) {
  switch (kind) {
    case RepairKind::values_swapped:
      return "像是两格的数互换了";
    case RepairKind::row_shifted:
      return "像是一行的数错了一列";
    case RepairKind::column_shifted:
      return "像是一列的数错了一行";
    case RepairKind::total_not_updated:
      return "像是总计没有随各部分更新";
    case RepairKind::digits_swapped:
      return "像是数字前后颠倒";
    case RepairKind::digit_dropped:
      return "像是少写了一位";
    case RepairKind::digit_added:
      return "像是多写了一位";
    case RepairKind::digit_misread:
      return "像是形近的数字";
    case RepairKind::off_by_one:
      return "只差 1";
    case RepairKind::value_of_neighbour:
      return "像是写了相邻一格的数";
    case RepairKind::blank_filled:
      return "该格没有填";
    case RepairKind::other:
      break;
  }
  return {};
}

}  // namespace

Lines::Lines(std::u16string_view text) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
    if ((text[i] == u'\n' || text[i] == u'\r') && !pair) {
      starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
}

Position Lines::position(std::uint32_t at) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
  return {static_cast<std::size_t>(next - starts_.begin()), at - *(next - 1) + std::size_t{1}};
}

std::string cell_name(const Answer& answer, std::string_view id) {
  for (const Table& table : answer.tables) {
    const Form* const form = find_form(table.form);
    if (form == nullptr) continue;
    for (const FormCell& cell : form->cells_of(table.id)) {
      if (cell.id != id) continue;
      return words("{}「{}」", {table.id, cell.label});
    }
  }
  return std::string(id);
}

std::string in_words(const Answer& answer, const Alternative& alternative) {
  std::string out;
  for (const Change& change : alternative.changes) {
    if (!out.empty()) out += "；";
    out += cell_name(answer, change.cell);
    out += change.from ? " " + to_string(*change.from) + " 改为 " : "填 ";
    out += to_string(change.to);
  }
  const std::string_view kind = words(alternative.kind);
  if (!kind.empty()) out.append("（").append(kind).append("）");
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
    // U+0080 to U+009F are two bytes, of which C2 is the first.
    const bool pair = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    if (byte >= '\t' && byte <= '\r') {
      out += ' ';
    } else if (byte < 0x20 || byte == 0x7F || pair) {
      out += "\uFFFD";
      if (pair) ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace gouji
