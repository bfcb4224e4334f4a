// One generated report: its text, the truth, and how it was made. The same seed, layout and damage
// give the same bytes on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document.h"

namespace gouji::property {

struct Sample {
  std::u32string text;
  Truth truth;
  Report report;
  std::string layout;
  std::string damage;  // names joined by '+', or "none"

  std::string expected_json() const;
};

/// `layout`: a name, "all" (a plain-text one, drawn from the seed) or "every" (HTML as well).
/// `damage`: a name, "none", "mix" (two to four drawn from the seed), "any" (one drawn) or several
/// names joined by '+'.
Sample make_sample(std::uint64_t seed, std::string_view layout, std::string_view damage);

}  // namespace gouji::property
