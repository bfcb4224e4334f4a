// Where the tables stand in the text.
#pragma once

#include <cstdint>
#include <optional>

#include "tables/tables.h"

namespace gouji {

[[nodiscard]] const Label& label_of(const Hit& hit);

// A stretch of the text with the labels of one part of the report.
struct Region {
  std::uint32_t begin = 0;  // in the normalized text
  std::uint32_t end = 0;
  std::uint32_t first_label = 0;  // indices into Document::labels
  std::uint32_t last_label = 0;   // one past
  std::uint32_t rows = 0;         // rows and columns of the form that it names
  bool any = false;
  std::optional<std::uint32_t> heading;
};

[[nodiscard]] Region find_region(const Document& document, Part part);

}  // namespace gouji
