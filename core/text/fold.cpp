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

}  // namespace

char16_t fold(char16_t c) {
  const Pair* const found =
      std::lower_bound(std::begin(table), std::end(table), c,
                       [](const Pair& pair, char16_t at) { return pair.traditional < at; });
  return found != std::end(table) && found->traditional == c ? found->simplified : c;
}

}  // namespace gouji
