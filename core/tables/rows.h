// Sections 2 and 3: tables with a row of values to each label.
#pragma once

#include <span>

#include "tables/evidence.h"
#include "tables/gather.h"

namespace gouji {

// Fills the cells of the table, and counts its rows in `reading`, whose form is known.
void read_rows(const Document& document, const Evidence& evidence, TableId id, Gatherer& gatherer,
               TableReading& reading, std::span<Cell> cells);

}  // namespace gouji
