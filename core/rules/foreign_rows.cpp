#include "rules/foreign_rows.h"

#include <algorithm>

#include "narrative/gapless.h"
#include "tables/number.h"
#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {
namespace {

std::size_t han_in(std::u16string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_han));
}

// What stands around a report, and what a note below a table speaks of; words that stand in cells.
constexpr const char16_t* others =
    u"电话 日期 时间 传真 编码 浏览 点击 邮编 索引 页 单位: 注 说明 年度报告 号 附件 填表 联系 "
    u"核实 见附 详见 不适用 附表";

constexpr const char16_t* sums = u"小计 合计 共计";

class Search {
 public:
  Search(const Review& review, TableId id)
      : document_(review.document), part_(static_cast<int>(id) + 2), text_(document_.folded) {
    if (id == TableId::requests) width_ = applicant_columns.size();
  }

  std::vector<ForeignRow> run() {
    const std::vector<Hit>& hits = document_.labels;
    for (std::uint32_t i = 0; i < hits.size(); ++i) {
      const Label& label = label_of(hits[i]);
      if (label.part != part_ || label.kind != LabelKind::row) continue;
      std::uint32_t next = i + 1;
      while (next < hits.size() && !ends_row(label_of(hits[next]))) ++next;
      const std::size_t end = next < hits.size() ? hits[next].begin : text_.size();
      between(i, hits[i].end, static_cast<std::uint32_t>(end));
    }
    return std::move(out_);
  }

 private:
  static bool ends_row(const Label& label) {
    return label.kind == LabelKind::row || label.kind == LabelKind::section ||
           label.kind == LabelKind::article;
  }

  // The lines between a row's label and the next label.
  void between(std::uint32_t label, std::uint32_t from, std::uint32_t to) {
    constexpr std::size_t most_lines = 12;
    const std::vector<Line>& lines = document_.layout.lines;
    auto line = std::partition_point(lines.begin(), lines.end(),
                                     [&](const Line& other) { return other.begin <= from; });
    for (std::size_t n = 0; line != lines.end() && line->end <= to && n < most_lines; ++n, ++line) {
      // Prose ends a table.
      constexpr std::size_t longest = 60;
      if (line->columns == 0 && line->end - line->begin > longest) return;
      row(*line, label);
    }
  }

  void row(const Line& line, std::uint32_t label) {
    constexpr std::size_t least = 2;
    constexpr std::size_t most = 40;
    ForeignRow row;
    row.behind = label;
    std::uint32_t begin = 0;
    for (std::uint32_t p = line.first_piece; p < line.first_piece + line.pieces; ++p) {
      const Piece& piece = document_.layout.pieces[p];
      if (piece.empty()) continue;
      std::u16string_view words = text_.substr(piece.begin, piece.end - piece.begin);
      if (row.label.empty()) {
        begin = piece.begin;
        if (!piece.closed) {
          open_row(words, row);
          break;
        }
        row.label = words;
        continue;
      }
      const Value value = read_value(words);
      if (value.kind != ValueKind::number) return;
      row.values.push_back(value.number);
    }
    const std::size_t letters = han_in(row.label);
    if (row.values.empty() || (width_ > 0 && row.values.size() != width_) || letters < least ||
        letters > most || !is_name(row.label)) {
      return;
    }
    if (is_label(begin, line.end) && !holds(row.label, sums)) return;
    std::erase_if(row.label, [](char16_t c) { return is_space(c) || parts_cells(c); });
    row.span = document_.normalized.original(begin, line.end);
    out_.push_back(std::move(row));
  }

  // Figures beside a group's head may be those of its first row.
  [[nodiscard]] bool is_label(std::uint32_t begin, std::uint32_t end) const {
    const std::vector<Hit>& hits = document_.labels;
    const auto next = std::partition_point(hits.begin(), hits.end(),
                                           [&](const Hit& hit) { return hit.end <= begin; });
    return next != hits.end() && next->begin < end;
  }

  // 「发布总数量:0」, 「不予公开小计 1 0 0 0 0 0 1」
  static void open_row(std::u16string_view words, ForeignRow& row) {
    std::vector<Number> values;
    while (!words.empty()) {
      std::size_t begin = words.size();
      while (begin > 0 && !is_space(words[begin - 1]) && words[begin - 1] != u':') --begin;
      if (begin == 0) break;
      const Value value = read_value(words.substr(begin));
      if (value.kind != ValueKind::number) break;
      values.push_back(value.number);
      while (begin > 0 && (is_space(words[begin - 1]) || words[begin - 1] == u':')) --begin;
      words = words.substr(0, begin);
    }
    row.label = words;
    row.values.assign(values.rbegin(), values.rend());
  }

  static bool is_name(std::u16string_view label) {
    if (!is_han(label.front()) && label.front() != u'(' && !is_digit(label.front())) return false;
    // 「理单位2个)」 is the end of a note, 「(含垂直管理单位)」 a note, 「0 0 无 0」 a row of
    // cells.
    const auto open = std::count(label.begin(), label.end(), u'(');
    if (open != std::count(label.begin(), label.end(), u')') ||
        (label.front() == u'(' && label.back() == u')') ||
        read_value(label.substr(0, label.find(u' '))).kind != ValueKind::word) {
      return false;
    }
    // 「年度办」 is a part of a label.
    std::u16string letters;
    for (const char16_t c : label) {
      if (is_han(c) && !is_numeral(c)) letters += c;
    }
    if (letters.size() < 2) return false;
    if (!holds(label, sums) &&
        std::any_of(patterns().begin(), patterns().end(), [&](const Pattern& pattern) {
          return pattern.letters.find(letters) != std::u16string::npos;
        })) {
      return false;
    }
    return label.find_first_of(u"。;!?《》") == std::u16string_view::npos &&
           !holds(label, others) && !is_digit(label.back());
  }

  const Document& document_;
  int part_;
  std::u16string_view text_;
  std::size_t width_ = 0;  // of every row; 0: it differs
  std::vector<ForeignRow> out_;
};

}  // namespace

std::vector<ForeignRow> foreign_rows(const Review& review, TableId id) {
  return Search(review, id).run();
}

}  // namespace gouji
