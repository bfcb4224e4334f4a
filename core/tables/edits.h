// Cells that were given another text than the report's.
#pragma once

#include <span>

#include <gouji/answer.h>
#include <gouji/check.h>

namespace gouji {

// Reads each edit as a cell of the text is read. A table of which no cell is missing any more is
// complete.
void apply_edits(std::span<const Edit> edits, Answer& answer);

}  // namespace gouji
