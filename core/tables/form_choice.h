// Which form each table follows.
#pragma once

#include <array>

#include "forms/form.h"
#include "tables/region.h"
#include "tables/tables.h"

namespace gouji {

// Each table's form by what only one of the forms has; a table without such a mark follows the
// others, and then `due`. By TableId; null where nothing tells.
[[nodiscard]] std::array<const Form*, 3> choose_forms(const Document& document,
                                                      const Region& disclosure,
                                                      const Region& requests, const Form* due);

}  // namespace gouji
