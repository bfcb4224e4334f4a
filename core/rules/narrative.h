// What else the report's sentences are good for.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/review.h"

namespace gouji {

// The cells of which the text itself gives an exact figure, with that figure, each once and in the
// order of the text: evidence of what a cell should hold, and no more than that. 「收到12件」 may
// count what was carried in as well; it stands here for what is new.
[[nodiscard]] std::vector<std::pair<std::string_view, std::int64_t>> stated_values(
    const Review& review);

}  // namespace gouji
