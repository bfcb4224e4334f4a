#include "tables/letters.h"

#include <algorithm>

#include "text/unicode.h"

namespace gouji {
namespace {

// The unit of a figure, when nothing else follows it: 「36件」, 「58.36万元」.
std::size_t unit_length(std::u16string_view text) {
  for (const std::u16string_view unit :
       {u"万元", u"亿元", u"元", u"件", u"条", u"项", u"个", u"次", u"份", u"宗", u"起"}) {
    if (text.starts_with(unit) && (text.size() == unit.size() || !is_han(text[unit.size()]))) {
      return unit.size();
    }
  }
  return 0;
}

}  // namespace

std::vector<Letter> read_letters(std::u16string_view folded) {
  std::vector<Letter> out;
  out.reserve(folded.size());
  Gap before = Gap::hard;
  bool after_number = false;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char16_t c = folded[i];
    if (is_han(c) && after_number && is_digit(folded[i - 1])) {
      if (const std::size_t unit = unit_length(folded.substr(i)); unit > 0) {
        i += unit - 1;
        continue;
      }
    }
    if (is_han(c)) {
      out.push_back({c, static_cast<std::uint32_t>(i), before, after_number});
      before = Gap::none;
      after_number = false;
    } else {
      const Gap gap = gap_of(c);
      before = std::max(before, gap);
      after_number = after_number || gap == Gap::number;
    }
  }
  return out;
}

}  // namespace gouji
