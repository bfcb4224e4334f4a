// Section 2: T2.*
#include "rules/review.h"

namespace gouji {

std::span<const Rule> disclosure_rules() { return {}; }

void check_disclosure(Review& /*review*/) {}

}  // namespace gouji
