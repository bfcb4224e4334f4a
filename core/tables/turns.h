// Tables whose figures stand before their labels.
#pragma once

#include <vector>

#include "tables/tokens.h"

namespace gouji {

// Where the figures of every row stand before its label on the same line, they are put behind it.
void turn_lines(const Document& document, std::vector<Token>& tokens);

// Where the figures of every row stand on the lines above its label, they are put behind it: then
// whole rows stand between the heads and the first label, and none behind the last. Gives whether
// they stand there for the first label, but not for nearly all, or behind the last one as well:
// whose they are cannot be told.
[[nodiscard]] bool turn_rows(const Document& document, std::vector<Token>& tokens);

}  // namespace gouji
