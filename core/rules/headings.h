// The headings of the report's six parts: which there are, and whether they stand in their places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "narrative/gapless.h"
#include "rules/review.h"

namespace gouji {

// Headings side by side, as in a table of contents, in a menu and in a preface that names the
// parts. Those of parts whose tables were lost stand side by side as well: on lines of their own so
// many make a list that these are fewer.
class HeadingLists {
 public:
  explicit HeadingLists(const Document& document);

  // Whether one has some of a place of the normalized text.
  [[nodiscard]] bool hold(std::size_t begin, std::size_t end) const;

 private:
  [[nodiscard]] bool only_words(std::size_t from, std::size_t to) const;
  [[nodiscard]] bool only_links(std::size_t from, std::size_t to) const;

  const Document& document_;
  std::vector<Stretch> lists_;  // in the normalized text, in order, apart from each other
};

// Null where no section has the number, 1 to 6.
[[nodiscard]] const Section* section_of(const Review& review, int number);

// Whether the report has the part, by its heading or by its table.
[[nodiscard]] bool has_part(const Review& review, const HeadingLists& lists, int number);

// Whether only a list of headings names a part, while others have headings of their own besides.
[[nodiscard]] bool is_only_listed(const Review& review, const HeadingLists& lists, int number);

// A heading alone on its line, with its number, in a place where those of the other parts, which
// are such headings as well, do not leave it one; empty if there is none.
[[nodiscard]] Span misplaced_heading(const Review& review, int number);

// A table tells its place better than a heading, which converters put anywhere: whether both stand
// before, or behind, those of another part. `number`: 2 to 4.
[[nodiscard]] bool is_table_misplaced(const Review& review, int number);

[[nodiscard]] std::u16string ideographs_of(std::u16string_view text);

}  // namespace gouji
