// Labels that are written with another letter than the form's.
#pragma once

#include "rules/review.h"

namespace gouji {

// LABEL.TYPO.
void check_label_typos(Review& review, const Rule& typo);

}  // namespace gouji
