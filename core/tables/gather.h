// What stands behind each of a table's labels.
#pragma once

#include <cstdint>
#include <vector>

#include "tables/placement.h"
#include "tables/region.h"
#include "tables/tokens.h"

namespace gouji {

// Ideographs, of what may fill a cell; a sentence is none.
inline constexpr std::uint16_t longest_word = 10;

// A label with the tokens from its first letter to the next label's.
struct Group {
  std::uint32_t hit = 0;
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;
};

class Gatherer {
 public:
  Gatherer(const Document& document, const Region& region);

  // 一 is as often a dash as a number; where other figures are Chinese numerals it is one.
  [[nodiscard]] std::size_t numerals() const;
  void read_ones();

  [[nodiscard]] std::vector<Group> groups() const;
  // What in a group can be values of a row of `count` cells.
  [[nodiscard]] RowSlots slots(const Group& group, std::size_t count) const;
  // The same for a table that is one long row, from a token on.
  [[nodiscard]] RowSlots slots_from(std::size_t first, std::size_t count) const;
  [[nodiscard]] std::vector<Token> whole_row(std::size_t first, std::size_t count) const;

  // Numbers of rows beside their labels are no values. Groups that were found before are void.
  void drop_row_numbers();
  void note_geometry(RowSlots& row) const;

  [[nodiscard]] const Region& region() const { return region_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  // Whole rows stand before the first label, but some behind the last as well: whose they are
  // cannot be told.
  [[nodiscard]] bool torn() const { return torn_; }

 private:
  [[nodiscard]] std::vector<Token> with_words(std::size_t first, std::size_t last,
                                              std::size_t count) const;
  [[nodiscard]] bool is_whole(const Hit& hit) const;
  [[nodiscard]] std::vector<Token> row_of_cells(std::size_t first, std::size_t count) const;
  [[nodiscard]] bool bars_between(const RowSlots& row) const;
  void add_blank(const Token& label, RowSlots& row) const;
  [[nodiscard]] std::uint16_t places(const Group& group, const RowSlots& row) const;

  const Document& document_;
  Region region_;
  std::vector<Token> tokens_;
  bool torn_ = false;
};

}  // namespace gouji
