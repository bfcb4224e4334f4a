// What stands in a cell: a number as clerks write it, a sign for "nothing", or something else.
#pragma once

#include <cstdint>
#include <string_view>

#include <gouji/answer.h>

namespace gouji {

enum class ValueKind : std::uint8_t { number, placeholder, blank, word };

struct Value {
  ValueKind kind = ValueKind::blank;
  Number number;
  std::u16string_view unit;  // a part of the text that was read
};

// Reads normalized and folded text. Numbers: `1,234`, `+21`, `-3`, `0.37`, 增5, 减少3 (negative),
// with a unit (件, 条, 元, 万元 …) or a bracketed note behind, `O`, `o`, `〇`, `○` alone for 0, and
// Chinese numerals from 二 on (一 alone may as well be a dash).
// A number of more than 15 digits, or anything that is not certainly one number, is a `word`.
[[nodiscard]] Value read_value(std::u16string_view text);

}  // namespace gouji
