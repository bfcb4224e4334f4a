// Several reports in one text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tables/label_search.h"

namespace gouji {

// Where a second report begins: where rows of the tables come again, with figures, after those of
// later tables. An offset into the normalized text; none if there is one report only. A table that
// is printed twice, a table of contents and sentences that name rows are no second report.
[[nodiscard]] std::optional<std::uint32_t> second_report(std::u16string_view text,
                                                         std::span<const Letter> letters,
                                                         std::span<const Hit> hits);

}  // namespace gouji
