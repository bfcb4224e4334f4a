// Figures in sentences: 「1,234件」, 「十二件」, 「20余件」, 「12.5%」, 「百分之三十」.
#pragma once

#include <cstddef>
#include <cstdint>

#include <gouji/answer.h>

#include "narrative/gapless.h"

namespace gouji {

enum class Bound : std::uint8_t {
  exact,
  at_least,  // 余, 多, 超过, 以上
  about,     // 约, 近, 左右, 不足: no value to compare with
};

struct Quantity {
  Number value;
  Bound bound = Bound::exact;
  char16_t unit = 0;  // 件, 份, 条 …, '%'; U+0000 for a number that counts nothing of ours
  Stretch place;
};

// The number that begins at `i` and ends at `end` at the latest, with its unit; false if none does.
// What could be a part of a longer number, since a gap or a line end stands beside it, counts
// nothing. So do times, sums of money and numbers of people.
[[nodiscard]] bool quantity_at(const Gapless& text, std::size_t i, std::size_t end, Quantity& out);

}  // namespace gouji
