// What a report says of itself around its tables: title, agency, year, date of publication.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tables/tables.h"

namespace gouji {

struct Particulars {
  std::string title;
  std::string agency;
  std::optional<int> year;
  std::string published;  // YYYY-MM-DD
};

// Only what the text states: a damaged date is no date, and a year is taken from the title, from
// the period that the figures cover, or from the year that the text speaks of most, if one stands
// out.
[[nodiscard]] Particulars read_particulars(const Document& document);

}  // namespace gouji
