#include "rules/headings.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tables/region.h"
#include "text/ordering.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// Parts that a list names: in a sentence, and on lines of their own.
constexpr std::ptrdiff_t least = 3;
constexpr std::ptrdiff_t least_of_lines = 5;

// 「六、其他需要报告的事项」 alone on its line, its number before it.
bool is_whole_heading(const Document& document, const Hit& hit) {
  const std::u16string_view text = document.folded;
  if (!hit.exact || hit.begin >= document.letters[hit.first].at) return false;
  std::size_t begin = hit.begin;
  std::size_t end = hit.end;
  while (begin > 0 && (is_space(text[begin - 1]) || text[begin - 1] == u'#')) --begin;
  while (end < text.size() && is_space(text[end])) ++end;
  return (begin == 0 || parts_cells(text[begin - 1])) &&
         (end == text.size() || parts_cells(text[end]));
}

std::vector<std::u16string_view> wordings_of(int number) {
  std::vector<std::u16string_view> out;
  for (const Pattern& pattern : patterns()) {
    const Label& label = labels()[pattern.label];
    if (label.kind == LabelKind::section && label.part == number) out.push_back(pattern.letters);
  }
  return out;
}

// A line with a part's heading under a numbering of its own, 「第一部分 总体情况」, or with any
// heading at all behind the part's numeral; `from` and `to` in the normalized text.
bool stands_alone(const Review& review, const HeadingLists& lists, int number, std::uint32_t from,
                  std::uint32_t to) {
  constexpr std::size_t shortest = 2;
  constexpr std::size_t longest = 40;
  const std::vector<std::u16string_view> wordings = wordings_of(number);
  const char16_t numeral = gouji::numerals[static_cast<std::size_t>(number - 1)];
  for (const Line& line : review.document.layout.lines) {
    if (line.begin < from || line.end > to || line.end - line.begin > longest) continue;
    const std::u16string_view text =
        std::u16string_view(review.document.folded).substr(line.begin, line.end - line.begin);
    const std::size_t first = text.find_first_not_of(u" #*\u3000");
    if (first == std::u16string_view::npos) continue;
    if (text[first] == numeral && text.find(u'、', first) == first + 1) {
      if (!lists.hold(line.begin, line.end)) return true;
      continue;
    }
    std::u16string words = ideographs_of(text);
    if (words.size() < shortest) continue;
    words.erase(0, begins_with(words, u"第"));
    while (!words.empty() && is_numeral(words.front())) words.erase(0, 1);
    words.erase(0, begins_with(words, u"部分 章 节 篇"));
    if (std::find(wordings.begin(), wordings.end(), words) != wordings.end() &&
        !lists.hold(line.begin, line.end)) {
      return true;
    }
  }
  return false;
}

bool has_table(const Review& review, int number) {
  if (number < 2 || number > 4) return false;
  const TableStatus status = review.tables.table(static_cast<TableId>(number - 2)).status;
  return status == TableStatus::complete || status == TableStatus::partial;
}

}  // namespace

HeadingLists::HeadingLists(const Document& document) : document_(document) {
  std::vector<const Hit*> hits;
  for (const Hit& hit : document.headings) hits.push_back(&hit);
  put_in_order(hits, [](const Hit* a, const Hit* b) {
    return a->begin != b->begin ? a->begin < b->begin : a->end > b->end;
  });
  for (std::size_t i = 0; i < hits.size();) {
    std::array<bool, 7> parts{};
    std::uint32_t end = hits[i]->end;
    parts[label_of(*hits[i]).part] = true;
    Part last = label_of(*hits[i]).part;
    bool sentence = true;
    std::size_t k = i + 1;
    for (; k < hits.size(); ++k) {
      const Part part = label_of(*hits[k]).part;
      if (hits[k]->begin >= end) {
        // The report's own headings may begin right behind the list.
        if (part <= last || !only_links(end, hits[k]->begin)) break;
        sentence = sentence && only_words(end, hits[k]->begin);
      }
      end = std::max(end, hits[k]->end);
      last = std::max(last, part);
      parts[part] = true;
    }
    if (std::count(parts.begin(), parts.end(), true) >= (sentence ? least : least_of_lines)) {
      lists_.push_back({hits[i]->begin, end});
    }
    i = k;
  }
}

bool HeadingLists::hold(std::size_t begin, std::size_t end) const {
  const auto list = std::partition_point(lists_.begin(), lists_.end(),
                                         [&](Stretch other) { return other.end <= begin; });
  return list != lists_.end() && list->begin < end;
}

// 「、」 or 「和」 between two.
bool HeadingLists::only_words(std::size_t from, std::size_t to) const {
  constexpr std::u16string_view words = u"、,;\"“”‘’和及与";
  const std::u16string_view between = std::u16string_view(document_.folded).substr(from, to - from);
  return between.find_first_of(words) != words.npos &&
         between.find_first_of(u"|\t\r\n") == words.npos;
}

bool HeadingLists::only_links(std::size_t from, std::size_t to) const {
  constexpr std::size_t farthest = 60;
  constexpr std::u16string_view links = u".·…-_、,;:|\"“”‘’和及与()\t\r\n第页部分";
  if (to - from > farthest) return false;
  const std::u16string_view between = std::u16string_view(document_.folded).substr(from, to - from);
  return std::all_of(between.begin(), between.end(), [&](char16_t c) {
    return is_space(c) || is_digit(c) || is_numeral(c) || links.find(c) != links.npos;
  });
}

const Section* section_of(const Review& review, int number) {
  for (const Section& section : review.answer.sections) {
    if (section.number == number) return &section;
  }
  return nullptr;
}

Span misplaced_heading(const Review& review, int number) {
  const Document& document = review.document;
  std::array<bool, 7> whole{};  // by the sections' numbers
  for (const Hit& hit : document.headings) {
    const Section* const section = section_of(review, label_of(hit).part);
    if (section == nullptr || !is_whole_heading(document, hit)) continue;
    const Span place = document.normalized.original(hit.begin, hit.end);
    if (place.begin == section->span.begin) whole[label_of(hit).part] = true;
  }
  for (const Hit& hit : document.headings) {
    if (label_of(hit).part != number || !is_whole_heading(document, hit)) continue;
    const Span place = document.normalized.original(hit.begin, hit.end);
    bool contradicted = false;
    for (const Section& section : review.answer.sections) {
      if ((section.number < number) == (section.span.begin < place.begin)) continue;
      if (!whole[static_cast<std::size_t>(section.number)]) return {};
      contradicted = true;
    }
    if (contradicted) return place;
  }
  return {};
}

std::u16string ideographs_of(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : text) {
    if (is_han(c)) out.push_back(c);
  }
  return out;
}

bool is_only_listed(const Review& review, const HeadingLists& lists, int number) {
  constexpr std::ptrdiff_t enough = 3;
  bool listed = false;
  std::array<bool, 7> others{};
  std::uint32_t from = 0;  // where the heading would stand
  auto to = static_cast<std::uint32_t>(review.document.folded.size());
  for (const Hit& hit : review.document.headings) {
    const Part part = label_of(hit).part;
    if (lists.hold(hit.begin, hit.end)) {
      listed = listed || part == number;
      continue;
    }
    if (part == number) return false;
    if (!is_whole_heading(review.document, hit)) continue;
    others[part] = true;
    if (part < number) from = std::max(from, hit.end);
    if (part > number) to = std::min(to, hit.begin);
  }
  return listed && std::count(others.begin(), others.end(), true) >= enough && from < to &&
         !stands_alone(review, lists, number, from, to);
}

bool has_part(const Review& review, const HeadingLists& lists, int number) {
  // A table without its heading is the part all the same.
  if (has_table(review, number)) return true;
  if (is_only_listed(review, lists, number)) return false;
  if (section_of(review, number) != nullptr) return true;
  if (!misplaced_heading(review, number).empty()) return true;
  if (number >= 2 && number <= 4) {
    return review.tables.table(static_cast<TableId>(number - 2)).status != TableStatus::absent;
  }
  // In its place among the others.
  std::uint32_t from = 0;
  auto to = static_cast<std::uint32_t>(review.document.folded.size());
  for (const Hit& hit : review.document.headings) {
    const Part part = label_of(hit).part;
    if (section_of(review, part) == nullptr || !is_whole_heading(review.document, hit)) continue;
    if (part < number) from = std::max(from, hit.end);
    if (part > number) to = std::min(to, hit.begin);
  }
  return stands_alone(review, lists, number, from, to);
}

bool is_table_misplaced(const Review& review, int number) {
  const auto place = [&](int part) -> std::optional<Span> {
    const TableReading& table = review.tables.table(static_cast<TableId>(part - 2));
    if (table.status != TableStatus::complete || !table.span) return std::nullopt;
    for (const Hit& hit : review.document.headings) {
      if (label_of(hit).part != part || !is_whole_heading(review.document, hit)) continue;
      const Span heading = review.document.normalized.original(hit.begin, hit.end);
      if (heading.begin == table.span->begin) return table.span;
    }
    return std::nullopt;
  };
  const std::optional<Span> own = place(number);
  if (!own) return false;
  for (int other = 2; other <= 4; ++other) {
    const std::optional<Span> its = other != number ? place(other) : std::nullopt;
    if (!its) continue;
    if (other < number ? own->end <= its->begin : its->end <= own->begin) return true;
  }
  return false;
}

}  // namespace gouji
