// The report's six sections, by their headings.
#pragma once

#include <vector>

#include <gouji/answer.h>

#include "tables/tables.h"

namespace gouji {

// Those whose heading stands in the text, by number, each once. A heading in words of its own is
// taken where its number tells what it is.
[[nodiscard]] std::vector<Section> find_sections(const Document& document);

}  // namespace gouji
