// The rows of a table against those of its form.
#pragma once

#include "rules/review.h"

namespace gouji {

// STRUCT.ROW_MISSING and STRUCT.ROW_EXTRA, of section 2 or 3.
void check_rows(Review& review, TableId id, const Rule& missing, const Rule& extra);

}  // namespace gouji
