#include "tables/mentions.h"

#include <algorithm>

#include "tables/labels.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr bool counts(char16_t c) {
  return std::u16string_view(u"件条项个份起宗部次余").find(c) != std::u16string_view::npos;
}

constexpr bool parts_clauses(char16_t c) {
  return c == u',' || c == u';' || c == 0x3002 || c == 0x3001;
}

// Whether the words of a sentence stand before a place; behind 「3件」 a table without its lines
// goes on. 「一、」 is a part of the label.
bool follows_words(std::u16string_view text, std::size_t at) {
  if (at == 0) return false;
  const char16_t before = text[at - 1];
  const char16_t further = at > 1 ? text[at - 2] : u'\n';
  if (parts_clauses(before)) return true;
  return is_han(before) && !(counts(before) && is_digit(further));
}

// 「4件」, or the end of a clause.
bool goes_on_in_words(std::u16string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (text[at] == u',' || text[at] == u';' || text[at] == 0x3002) return true;
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end > at && end < text.size() && counts(text[end]);
}

}  // namespace

void drop_mentions(std::u16string_view text, std::vector<Hit>& hits) {
  std::erase_if(hits, [&](const Hit& hit) {
    const LabelKind kind = labels()[hit.label].kind;
    if (kind == LabelKind::section || kind == LabelKind::article) return false;
    return goes_on_in_words(text, hit.end) && follows_words(text, hit.begin);
  });
}

}  // namespace gouji
