// Where a text may have the forms' labels.
//
// The labels are known; what is not known is how a text has damaged them. So they are looked for by
// their ideographs alone, with numbering, brackets, spaces and line ends as evidence but not as
// part of the label, and with letters missing, misread or put in between.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "tables/labels.h"
#include "tables/letters.h"

namespace gouji {

struct Hit {
  std::uint16_t label = 0;
  std::uint32_t first = 0;  // letters [first, last)
  std::uint32_t last = 0;
  std::uint32_t begin = 0;  // in the normalized text, numbering included
  std::uint32_t end = 0;
  float score = 0;  // what the letters say, the surroundings not counted
  float left = 0;   // what the surroundings cost, none of it where another label abuts
  float right = 0;
  bool exact = false;
};

// All of them, overlapping as they may, in the order of their beginnings.
[[nodiscard]] std::vector<Hit> find_labels(std::u16string_view text,
                                           std::span<const Letter> letters);

}  // namespace gouji
