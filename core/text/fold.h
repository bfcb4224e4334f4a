// One letter for the traditional and the simplified form of an ideograph.
#pragma once

#include <string>
#include <string_view>

namespace gouji {

// The simplified form of a traditional ideograph that the forms' labels or the rules' keywords are
// written with; any other character as it is. The table is that of ICU's Hant-Hans transliterator.
[[nodiscard]] char16_t fold(char16_t c);

// The text with every ideograph folded, and in a text that has traditional ones also the words that
// are others there: 資訊 for 信息, 檔案 for 文件. Of the same length, so that places stay the same.
[[nodiscard]] std::u16string fold(std::u16string_view text);

}  // namespace gouji
