// META.*: form, period, date of publication
#include "rules/review.h"

namespace gouji {

std::span<const Rule> particulars_rules() { return {}; }

void check_particulars(Review& /*review*/) {}

}  // namespace gouji
