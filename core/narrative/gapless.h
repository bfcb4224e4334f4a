// The text without what converters and layouts put between its characters: spaces, bars, line
// ends, marks of headings, and the pinyin that stands in brackets after ideographs. What stood
// there is kept beside it, so that a title that is letter-spaced or broken over lines reads as one
// that is not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tables/tables.h"

namespace gouji {

enum class Break : std::uint8_t { none, space, cell, line };

// A place of a text.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - begin; }
};

class Gapless {
 public:
  explicit Gapless(const Document& document);

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  // U+0000 behind the end.
  [[nodiscard]] char16_t operator[](std::size_t i) const {
    return i < text_.size() ? text_[i] : u'\0';
  }
  // What stands before a character; lines end at both ends of the text.
  [[nodiscard]] Break before(std::size_t i) const;
  [[nodiscard]] bool line_ends(std::size_t i) const;
  // How many line ends stand before a character.
  [[nodiscard]] std::size_t lines_before(std::size_t i) const;
  // The length of the item of a list of words that begins, or ends, at a place; 0 for none.
  [[nodiscard]] std::size_t begins(std::size_t i, const char16_t* words) const;
  [[nodiscard]] std::size_t ends(std::size_t i, const char16_t* words) const;
  // Where a word stands at or behind a place; npos if nowhere.
  [[nodiscard]] std::size_t find(const char16_t* word, std::size_t from) const;
  [[nodiscard]] std::u16string_view slice(Stretch stretch) const;
  // The first place that stands at or behind an offset of the normalized text.
  [[nodiscard]] std::size_t place(std::size_t normalized) const;
  // The first place that stands at or behind an offset of the source.
  [[nodiscard]] std::size_t place_of_source(std::uint32_t offset) const;
  // A stretch's place in the source, gaps included.
  [[nodiscard]] Span span(Stretch stretch) const;
  // As the source prints it, gaps left out.
  [[nodiscard]] std::string printed(Stretch stretch) const;

 private:
  const Document& document_;
  std::u16string text_;
  std::vector<std::uint32_t> places_;  // in the normalized text, with the break before it
};

// Lists of words have spaces between their items; the longer of two that begin or end alike stands
// first. The length of the item that `text` begins or ends with; 0 for none.
[[nodiscard]] std::size_t begins_with(std::u16string_view text, const char16_t* words);
[[nodiscard]] std::size_t ends_with(std::u16string_view text, const char16_t* words);
[[nodiscard]] bool holds(std::u16string_view text, const char16_t* words);

}  // namespace gouji
