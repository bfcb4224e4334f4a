#include "tables/sections.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// Where the list of contents ends; 0 where there is none. It has three headings or more one behind
// the other, nothing but their numbers and a page's between them, all of which come again.
std::uint32_t behind_contents(const Document& document) {
  constexpr std::size_t least = 3;
  constexpr std::uint32_t most_letters = 2;  // between two headings
  const std::vector<Hit>& hits = document.headings;
  std::array<std::uint32_t, 7> last_place{};  // by part
  for (const Hit& hit : hits) {
    std::uint32_t& place = last_place[label_of(hit).part];
    place = std::max(place, hit.begin);
  }
  for (std::size_t first = 0; first < hits.size(); ++first) {
    std::size_t count = 1;
    std::array<bool, 7> named{};
    const Hit* last = &hits[first];
    named[label_of(*last).part] = true;
    for (std::size_t i = first + 1; i < hits.size(); ++i) {
      if (hits[i].begin < last->end) continue;  // another reading of the same words
      const Part part = label_of(hits[i]).part;
      if (part <= label_of(*last).part || hits[i].first > last->last + most_letters) break;
      last = &hits[i];
      named[part] = true;
      ++count;
    }
    if (count < least) continue;
    bool again = true;
    for (std::size_t part = 1; part < named.size(); ++part) {
      again = again && (!named[part] || last_place[part] > last->begin);
    }
    if (again) return last->end;
  }
  return 0;
}

// The best heading of each section, by number; null where it has none.
using Headings = std::array<const Hit*, 7>;

Headings best_headings(const Document& document) {
  Headings found{};
  const std::uint32_t contents = behind_contents(document);
  for (Part part = 1; part <= 6; ++part) {
    for (const Hit& hit : document.headings) {
      if (label_of(hit).part != part || hit.begin < contents) continue;
      const Hit* best = found[part];
      if (best == nullptr || hit.score - hit.left > best->score - best->left) {
        found[part] = &hit;
      }
    }
  }
  // Words of a menu that stand before an earlier part are no heading.
  for (Part part = 1; part <= 6; ++part) {
    for (Part later = static_cast<Part>(part + 1); later <= 6; ++later) {
      if (found[part] == nullptr || found[later] == nullptr) continue;
      if (found[part]->begin < found[later]->begin) continue;
      const bool weaker = found[part]->score < found[later]->score;
      found[weaker ? part : later] = nullptr;
    }
  }
  return found;
}

Section section_at(const Document& document, Part part, std::uint32_t title, std::uint32_t end,
                   std::uint32_t begin) {
  Section section;
  section.number = part;
  const Span place = document.normalized.original(title, end);
  section.title = to_utf8(document.source.substr(place.begin, place.end - place.begin));
  section.span = document.normalized.original(begin, end);
  return section;
}

bool begins_sentence(std::u16string_view text, std::size_t i) {
  while (i > 0 && (is_space(text[i - 1]) || text[i - 1] == u'#' || text[i - 1] == u'*')) --i;
  return i == 0 || text[i - 1] == u'\n' || text[i - 1] == u'\r' || text[i - 1] == u'\u3002';
}

// A heading in words of its own is known by its number at the beginning of a line or behind a
// sentence, in its place among the others. Sections 2 to 4 are known by their tables; 三、 and
// 四、 begin rows there.
std::optional<Section> numbered_heading(const Document& document, Part part, std::uint32_t from,
                                        std::uint32_t to) {
  constexpr std::u16string_view ends = u" \n\r\t|\u3000\u3002:;";
  constexpr std::size_t longest = 40;
  if (part >= 2 && part <= 4) return std::nullopt;
  const std::u16string_view text = document.folded;
  for (std::size_t i = text.find(numerals[part - 1U], from); i < to;
       i = text.find(numerals[part - 1U], i + 1)) {
    std::size_t title = i + 1;
    while (title < to && is_space(text[title])) ++title;
    const char16_t stop = title < to ? text[title] : u'\0';
    if ((stop != u'\u3001' && stop != u'.' && stop != u',') || !begins_sentence(text, i)) continue;
    ++title;
    while (title < to && is_space(text[title])) ++title;
    const std::size_t end = std::min<std::size_t>(text.find_first_of(ends, title), text.size());
    if (end - title < 2 || end - title > longest) continue;
    return section_at(document, part, static_cast<std::uint32_t>(title),
                      static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(i));
  }
  return std::nullopt;
}

}  // namespace

std::vector<Section> find_sections(const Document& document) {
  const Headings found = best_headings(document);
  std::vector<Section> out;
  std::uint32_t from = 0;  // behind the sections before
  for (Part part = 1; part <= 6; ++part) {
    if (const Hit* hit = found[part]) {
      out.push_back(
          section_at(document, part, document.letters[hit->first].at, hit->end, hit->begin));
      from = std::max(from, hit->end);
      continue;
    }
    auto to = static_cast<std::uint32_t>(document.folded.size());
    for (Part later = 6; later > part; --later) {
      if (found[later] != nullptr && found[later]->begin > from) to = found[later]->begin;
    }
    if (std::optional<Section> section = numbered_heading(document, part, from, to)) {
      out.push_back(std::move(*section));
    }
  }
  return out;
}

}  // namespace gouji
