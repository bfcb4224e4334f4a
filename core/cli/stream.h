// gouji check --jsonl: a record a line in, an answer a line out.
#pragma once

#include "cli/check.h"

namespace gouji::cli {

// Reads standard input to its end and gives the exit status. Whatever a line holds, it gets an
// answer; memory does not grow with the number of lines.
[[nodiscard]] int check_stream(const Call& call);

}  // namespace gouji::cli
