// The report's sentences against themselves: parts that do not add up, shares that do not follow.
#pragma once

#include "rules/comparison.h"
#include "rules/review.h"

namespace gouji {

// TEXT.PARTS_SUM and TEXT.PERCENT.
void check_sums(Review& review, const Comparison& comparison, const Rule& parts_sum,
                const Rule& percent);

}  // namespace gouji
