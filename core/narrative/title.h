// The title of a report among menus, trails of links, links to other years' reports, sentences that
// mention it and names of sites.
#pragma once

#include <cstddef>
#include <string>

#include "narrative/gapless.h"
#include "narrative/names.h"

namespace gouji {

struct Title {
  std::string text;
  std::string agency;
  int year = 0;
  Stretch place;  // of the text's last line
};

// `spoken` is the year that the text covers and `signed_by` the agency that signs, each where
// known; with their help one of several titles is chosen, and an agency on the line above.
[[nodiscard]] Title find_title(const Document& document, const Gapless& text, int spoken,
                               Stretch signed_by);

}  // namespace gouji
