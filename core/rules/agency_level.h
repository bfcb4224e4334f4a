// Whose report it is, as far as the agency's name tells: what is due when depends on it.
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji {

enum class AgencyKind : std::uint8_t {
  unknown,     // also what the regulations name neither as a government nor as its department:
               // committees of zones, branches, schools, companies, organs of a party
  government,  // also where only the place is named
  office,      // of a government; it publishes the government's report and one of its own
  department,
};

enum class AgencyLevel : std::uint8_t {
  unknown,
  township,  // also a sub-district
  county,    // also a district of a city
  city,      // which may be one of a county's level
  province,
};

struct Agency {
  AgencyKind kind = AgencyKind::unknown;
  AgencyLevel level = AgencyLevel::unknown;  // of the place that it belongs to

  // A rule of government (规章) is made by provinces and by cities with districts, not by these.
  [[nodiscard]] bool never_makes_rules() const {
    return level == AgencyLevel::township || level == AgencyLevel::county ||
           (level == AgencyLevel::city && kind == AgencyKind::department);
  }
};

// `name` as printed, UTF-8.
[[nodiscard]] Agency agency_of(std::string_view name);

}  // namespace gouji
