// Names of agencies and of places, as they stand in a title, over a signature or behind a colon.
#pragma once

#include <cstddef>
#include <string_view>

#include "narrative/gapless.h"

namespace gouji {

[[nodiscard]] bool is_name_character(char16_t c);

// By the word with which the names of agencies end.
[[nodiscard]] bool is_agency(std::u16string_view name);
// A county, a town: what a title that leaves out 「人民政府」 names.
[[nodiscard]] bool is_place(std::u16string_view name);
// 我局, 本单位, 全县: words with which an agency speaks of itself.
[[nodiscard]] bool is_self(std::u16string_view name);
// What else a title may name: anything but links, verbs and the reports themselves.
[[nodiscard]] bool is_name(std::u16string_view name);

// Where the name that ends at `end` begins. Spaces part words unless the name is letter-spaced or
// the words before are a name as well; digits belong to it, since a year may stand in it. `behind`
// is what parts the name from what it belongs to.
[[nodiscard]] std::size_t name_begin(const Gapless& text, std::size_t end,
                                     Break behind = Break::none);

// The line, or the cell, that ends before or begins at a place, if it is not too long for a name;
// else empty.
[[nodiscard]] Stretch line_before(const Gapless& text, std::size_t end);
[[nodiscard]] Stretch line_from(const Gapless& text, std::size_t begin);

// The agency that a whole line names, without its seal; empty if it does not.
[[nodiscard]] Stretch agency_of_line(const Gapless& text, Stretch line);

}  // namespace gouji
