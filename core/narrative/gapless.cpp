#include "narrative/gapless.h"

#include <algorithm>
#include <cstddef>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::uint32_t breaks = 4;  // kinds of them

constexpr bool is_pinyin(char16_t c) {
  return is_latin(c) || (c >= 0x00C0 && c <= 0x024F) || c == 0x0261 || (c >= 0x0300 && c < 0x0370);
}

// Behind the pinyin in brackets that begins at `i`; `i` where there is none.
std::size_t behind_pinyin(std::u16string_view text, std::size_t i) {
  constexpr std::size_t longest = 8;
  std::size_t k = i + 1;
  while (k < text.size() && k - i <= longest && is_pinyin(text[k])) ++k;
  return k > i + 1 && k < text.size() && text[k] == u')' ? k + 1 : i;
}

// What a space stands for where Markdown's marks were blanked: nothing between letters, but for
// <br> the end of a line.
Break break_of(char16_t c, char16_t source) {
  if (c == u' ' && source != u' ') {
    if (source == u'<' || source == u'>') return Break::line;
    if (source == u'*' || source == u'_' || source == u'~' || source == u'`') return Break::none;
  }
  if (c == u'|' || c == u'\t' || c == 0x00A6) return Break::cell;
  if (c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029) return Break::line;
  return Break::space;
}

constexpr bool is_gap(char16_t c) {
  return is_space(c) || c == u'#' || c == u'*' || c == u'|' || c == u'\t' || c == 0x00A6 ||
         c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029;
}

// The radicals and compatibility ideographs that PDF viewers put in the place of ideographs look
// the same and are none.
constexpr bool is_look_alike(char16_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF);
}

// Of a list of words.
constexpr bool ends_item(char16_t c) { return c == u'\0' || c == u' '; }
const char16_t* item_end(const char16_t* words) {
  while (!ends_item(*words)) ++words;
  return words;
}
const char16_t* next_item(const char16_t* end) { return *end == u'\0' ? end : end + 1; }

}  // namespace

Gapless::Gapless(const Document& document) : document_(document) {
  // What a report says of itself stands at its beginning and its end.
  constexpr std::size_t first = 400'000;
  constexpr std::size_t last = 100'000;
  const std::u16string_view from = document.folded;
  const std::size_t size = std::min(from.size(), first + last);
  text_.reserve(size);
  places_.reserve(size);
  Break before = Break::line;
  for (std::size_t i = 0; i < from.size(); ++i) {
    if (i == first && from.size() - i > last) {
      i = from.size() - last;
      before = Break::line;
    }
    const char16_t c = from[i];
    if (c == u'(' && i > 0 && is_han(from[i - 1])) {
      if (const std::size_t behind = behind_pinyin(from, i); behind > i) {
        i = behind - 1;
        continue;
      }
    }
    if (is_gap(c)) {
      before = std::max(before, break_of(c, document.source[document.normalized.begin[i]]));
      continue;
    }
    text_.push_back(c);
    places_.push_back(static_cast<std::uint32_t>(i * breaks) + static_cast<std::uint32_t>(before));
    before = Break::none;
  }
}

std::size_t Gapless::place(std::size_t normalized) const {
  return static_cast<std::size_t>(
      std::lower_bound(places_.begin(), places_.end(), normalized * breaks) - places_.begin());
}

std::size_t Gapless::place_of_source(std::uint32_t offset) const {
  const auto at = std::partition_point(places_.begin(), places_.end(), [&](std::uint32_t place) {
    return document_.normalized.original(place / breaks, place / breaks + 1).begin < offset;
  });
  return static_cast<std::size_t>(at - places_.begin());
}

std::string Gapless::printed(Stretch stretch) const {
  const Normalized& normalized = document_.normalized;
  std::u16string out;
  std::uint32_t done = 0;  // one character of the source can be several here
  for (std::size_t i = stretch.begin; i < std::min(stretch.end, size()); ++i) {
    const std::size_t at = places_[i] / breaks;
    const Span span = normalized.original(at, at + 1);
    if (span.begin < done) continue;
    done = static_cast<std::uint32_t>(span.end);
    const std::u16string_view source = document_.source.substr(span.begin, span.end - span.begin);
    if (source.size() == 1 && is_look_alike(source.front())) {
      out.push_back(normalized.text[at]);
    } else {
      out += source;
    }
  }
  return to_utf8(out);
}

Span Gapless::span(Stretch stretch) const {
  if (stretch.empty() || stretch.begin >= size()) return {};
  return document_.normalized.original(places_[stretch.begin] / breaks,
                                       places_[std::min(stretch.end, size()) - 1] / breaks + 1);
}

std::size_t Gapless::lines_before(std::size_t i) const {
  if (i == 0 || i >= size()) return 0;
  const std::u16string_view between =
      std::u16string_view(document_.folded)
          .substr(places_[i - 1] / breaks + 1, places_[i] / breaks - places_[i - 1] / breaks - 1);
  std::size_t lines = 0;
  for (std::size_t k = 0; k < between.size(); ++k) {
    const bool pair = between[k] == u'\r' && k + 1 < between.size() && between[k + 1] == u'\n';
    lines += !pair && break_of(between[k], between[k]) == Break::line ? 1 : 0;
  }
  return lines;
}

Break Gapless::before(std::size_t i) const {
  return i < places_.size() ? static_cast<Break>(places_[i] % breaks) : Break::line;
}

bool Gapless::line_ends(std::size_t i) const { return before(i) > Break::space; }

std::u16string_view Gapless::slice(Stretch stretch) const {
  return stretch.empty() ? std::u16string_view()
                         : std::u16string_view(text_).substr(stretch.begin, stretch.size());
}

std::size_t Gapless::begins(std::size_t i, const char16_t* words) const {
  return begins_with(slice({i, size()}), words);
}

std::size_t Gapless::ends(std::size_t i, const char16_t* words) const {
  return ends_with(slice({0, i}), words);
}

std::size_t Gapless::find(const char16_t* word, std::size_t from) const {
  return text_.find(word, from);
}

// Asked of nearly every character of a text: most items differ in their first or last one.
std::size_t begins_with(std::u16string_view text, const char16_t* words) {
  while (*words != u'\0') {
    std::size_t same = 0;
    while (same < text.size() && words[same] == text[same] && !ends_item(words[same])) ++same;
    if (ends_item(words[same])) return same;
    const char16_t* const end = item_end(words + same);
    words = next_item(end);
  }
  return 0;
}

std::size_t ends_with(std::u16string_view text, const char16_t* words) {
  while (*words != u'\0') {
    const char16_t* const end = item_end(words);
    const auto length = static_cast<std::size_t>(end - words);
    std::size_t same = 0;
    while (same < length && same < text.size() &&
           end[-1 - static_cast<std::ptrdiff_t>(same)] == text[text.size() - 1 - same]) {
      ++same;
    }
    if (same == length) return length;
    words = next_item(end);
  }
  return 0;
}

bool holds(std::u16string_view text, const char16_t* words) {
  while (*words != u'\0') {
    const char16_t* const end = item_end(words);
    const std::u16string_view word(words, static_cast<std::size_t>(end - words));
    if (text.find(word) != std::u16string_view::npos) return !word.empty();
    words = next_item(end);
  }
  return false;
}

}  // namespace gouji
