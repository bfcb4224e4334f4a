#include "text/fold.h"

#include <algorithm>
#include <iterator>

namespace gouji {
namespace {

struct Pair {
  char16_t traditional;
  char16_t simplified;
};

constexpr Pair table[] = {
#include "text/fold_table.inc"
};

struct Word {
  std::u16string_view traditional;  // already folded ideograph by ideograph
  std::u16string_view simplified;
};
constexpr Word words[] = {{u"资讯", u"信息"}, {u"档案", u"文件"}, {u"网路", u"网络"}};

}  // namespace

char16_t fold(char16_t c) {
  const Pair* const found =
      std::lower_bound(std::begin(table), std::end(table), c,
                       [](const Pair& pair, char16_t at) { return pair.traditional < at; });
  return found != std::end(table) && found->traditional == c ? found->simplified : c;
}

std::u16string fold(std::u16string_view text) {
  std::u16string out(text);
  std::size_t changed = 0;
  for (char16_t& c : out) {
    if (c < 0x4E00 || c > 0x9FFF) continue;
    const char16_t folded = fold(c);
    changed += folded != c ? 1 : 0;
    c = folded;
  }
  // One odd character does not make a text traditional; 档案 stays itself elsewhere.
  if (changed < 20) return out;
  for (const Word& word : words) {
    for (std::size_t at = out.find(word.traditional); at != std::u16string::npos;
         at = out.find(word.traditional, at + word.simplified.size())) {
      out.replace(at, word.traditional.size(), word.simplified);
    }
  }
  return out;
}

}  // namespace gouji
