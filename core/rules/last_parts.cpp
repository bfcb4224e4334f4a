// Sections 5 and 6: PART5.*, PART6.*
#include "rules/review.h"

namespace gouji {

std::span<const Rule> last_parts_rules() { return {}; }

void check_last_parts(Review& /*review*/) {}

}  // namespace gouji
