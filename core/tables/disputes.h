// Section 4: a table of one long row.
#pragma once

#include <span>

#include "tables/evidence.h"
#include "tables/gather.h"

namespace gouji {

// Fills the cells of section 4, and counts its heads in `reading`, whose form is known.
void read_disputes(const Document& document, const Evidence& evidence, const Gatherer& gatherer,
                   TableReading& reading, std::span<Cell> cells);

}  // namespace gouji
