#include "tables/cell_words.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {

bool is_label(std::u16string_view folded, const Token& token) {
  const std::u16string_view text = folded.substr(token.begin, token.end - token.begin);
  if (text == u"行次" || text == u"序号" || text == u"栏次") return true;
  if (token.letters < 1) return false;
  std::size_t at = 0;
  const auto skip = [&] {
    while (at < text.size() && is_space(text[at])) ++at;
  };
  const bool bracket = text[at] == u'(';
  at += bracket ? 1 : 0;
  skip();
  if (at >= text.size() || !(is_numeral(text[at]) || (!bracket && is_digit(text[at]))))
    return false;
  ++at;
  skip();
  if (bracket && at >= text.size()) return true;  // 「(七」, the rest in another cell
  return token.letters > 1 && at + 1 < text.size() &&
         (bracket ? text[at] == u')' : text[at] == u'.' || text[at] == 0x3001);
}

std::optional<bool> rest_of(std::u16string_view folded, const Hit& hit, const Token& token) {
  const std::u16string_view text = folded.substr(token.begin, token.end - token.begin);
  const std::size_t found = hit.last - hit.first;
  if (text.size() < 2 || !std::all_of(text.begin(), text.end(), is_han)) return std::nullopt;
  std::optional<bool> out;
  for (const Pattern& pattern : patterns()) {
    if (pattern.label != hit.label || pattern.core != found + text.size()) continue;
    std::size_t same = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
      same += pattern.letters[found + i] == text[i] ? 1 : 0;
    out = out.value_or(false) || same * 2 >= text.size();
  }
  return out;
}

bool is_part_of_head(std::u16string_view folded, const Token& token) {
  std::u16string letters;
  for (const char16_t c : folded.substr(token.begin, token.end - token.begin)) {
    if (is_han(c)) letters.push_back(c);
  }
  // 「三、本」 has the group's number before its letters.
  const std::u16string_view all = letters;
  const std::u16string_view name = all.substr(all.size() > 1 && is_numeral(all.front()) ? 1 : 0);
  return std::any_of(patterns().begin(), patterns().end(), [&](const Pattern& pattern) {
    return labels()[pattern.label].kind == LabelKind::group &&
           pattern.letters.find(name) != std::u16string::npos;
  });
}

bool is_remark(std::u16string_view folded, const Token& token) {
  const std::u16string_view text = folded.substr(token.begin, token.end - token.begin);
  const std::u16string_view words[] = {u"附件", u"附表", u"核实", u"适用", u"不详",
                                       u"统计", u"未知", u"详见", u"同上"};
  return std::any_of(std::begin(words), std::end(words), [&](std::u16string_view word) {
    return text.find(word) != std::u16string_view::npos;
  });
}

bool is_sign(std::u16string_view text, const Token& token) {
  return token.letters == 0 &&
         std::any_of(text.begin() + token.begin, text.begin() + token.end,
                     [](char16_t c) { return c == u'?' || c == u'#' || is_latin(c); });
}

bool is_one(std::u16string_view text, const Token& token) {
  return token.end - token.begin == 1 && text[token.begin] == u'一';
}

}  // namespace gouji
