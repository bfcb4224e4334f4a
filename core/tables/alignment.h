// Which of the places where labels may stand are the form's labels: the one sequence that explains
// the whole text best.
#pragma once

#include <span>
#include <vector>

#include "tables/label_search.h"

namespace gouji {

// Chooses the hits that do not overlap and together score highest. The forms' order is evidence,
// not law: a step forward is free, rows passed over and steps back cost, so that swapped rows, an
// extra row or a repeated head are still read as what they say.
// Gives indices into `hits`, in the order of the text. Time is linear in the number of hits.
[[nodiscard]] std::vector<std::uint32_t> align(std::span<const Hit> hits);

}  // namespace gouji
