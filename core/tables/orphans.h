// Lines of cells without a label.
#pragma once

#include <cstdint>
#include <vector>

#include "tables/gather.h"

namespace gouji {

// Gives lines of cells that are cut off from their row's label to the row whose label stands beside
// them, if that is empty. `form` is the bit in Label::forms of the form that is followed. Gives
// whether figures beside a group's head are to be trusted as a row's: the text cuts others off as
// well, and groups have none of their own.
[[nodiscard]] bool give_orphans(const Document& document, const Gatherer& gatherer,
                                std::uint8_t form, std::vector<RowSlots>& rows);

}  // namespace gouji
