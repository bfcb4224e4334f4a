// Numbers beside the labels of rows that are no values.
#pragma once

#include <vector>

#include "tables/tokens.h"

namespace gouji {

// Leaves out row numbers (行次: 01, 02 …) before the labels.
void drop_row_codes(const Document& document, std::vector<Token>& tokens);
// Leaves out the labels' own numbers (1. 2. 3.) that stand apart from them.
void drop_ordinals(const Document& document, std::vector<Token>& tokens);

}  // namespace gouji
