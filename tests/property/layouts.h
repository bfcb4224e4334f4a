// The ways in which a published report reaches the program: each writes the same document as text
// and tells the truth what the writing made uncertain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"

namespace gouji::property {

struct Layout {
  std::string_view name;
  std::string_view shows;  // one line for --list
  std::u32string (*write)(const Document&, Random&, Truth&);
  bool html = false;
};

const std::vector<Layout>& layouts();
const Layout* find_layout(std::string_view name);

}  // namespace gouji::property
