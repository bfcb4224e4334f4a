// Exact sums of printed numbers, decimals included.
#pragma once

#include <optional>

#include <gouji/answer.h>

namespace gouji {

// None when the sum does not fit.
[[nodiscard]] std::optional<Number> add(const Number& a, const Number& b);
[[nodiscard]] std::optional<Number> subtract(const Number& a, const Number& b);

}  // namespace gouji
