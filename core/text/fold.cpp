#include "text/fold.h"

#include <cstddef>
#include <vector>

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
  // By character, since every one of a text is looked up.
  constexpr char16_t first = 0x4E00;
  constexpr std::size_t size = 0x5200;
  static const std::vector<char16_t> folded = [] {
    std::vector<char16_t> out(size);
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<char16_t>(first + i);
    for (const Pair& pair : table) {
      out[static_cast<std::size_t>(pair.traditional - first)] = pair.simplified;
    }
    return out;
  }();
  const auto at = static_cast<std::size_t>(static_cast<char16_t>(c - first));
  return at < size ? folded[at] : c;
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
