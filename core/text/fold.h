// One letter for the traditional and the simplified form of an ideograph.
#pragma once

namespace gouji {

// The simplified form of a traditional ideograph that the forms' labels or the rules' keywords are
// written with; any other character as it is. The table is that of ICU's Hant-Hans transliterator.
[[nodiscard]] char16_t fold(char16_t c);

}  // namespace gouji
