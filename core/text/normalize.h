// The text in the one spelling that the rest of the core reads, with the way back to the original.
//
// Unicode's NFKC (UAX #15, by ICU) makes full-width digits and brackets, compatibility ideographs
// and the Kangxi radicals that PDF viewers put in the place of ideographs into ordinary characters.
// Beyond NFKC: what is not seen (zero-width marks, soft hyphens, byte order marks) is left out, the
// several dashes of a length become U+2014, and a digit that comes of a superscript or a circled
// number becomes `mark`: 「12①」 must never be read as 121.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

namespace gouji {

// Stands for a digit that is no figure, and for NULs.
inline constexpr char16_t mark = 0xFFFC;

struct Normalized {
  std::u16string text;
  std::vector<std::uint32_t> begin;  // where each unit of `text` begins in the original
  std::vector<std::uint32_t> end;    // and ends

  // The original's place of `text[from, to)`; for an empty range the place between its neighbours.
  [[nodiscard]] Span original(std::size_t from, std::size_t to) const;
};

[[nodiscard]] Normalized normalize(std::u16string_view text);

}  // namespace gouji
