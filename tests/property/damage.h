// What goes wrong in a report or on its way, apart from the layout. A damage changes the document
// before it is written, the written text, or both, and keeps the truth exact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document.h"

namespace gouji::property {

struct Damage {
  std::string_view name;
  std::string_view shows;
  void (*on_document)(Document&, Random&, Truth&);    // may be null
  void (*on_text)(std::u32string&, Random&, Truth&);  // may be null
};

const std::vector<Damage>& damages();
const Damage* find_damage(std::string_view name);

}  // namespace gouji::property
