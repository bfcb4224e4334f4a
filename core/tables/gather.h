// Where a table stands in the text, and what stands behind each of its labels.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "tables/placement.h"
#include "tables/tokens.h"

namespace gouji {

[[nodiscard]] const Label& label_of(const Hit& hit);

// A stretch of the text with the labels of one part of the report.
struct Region {
  std::uint32_t begin = 0;  // in the normalized text
  std::uint32_t end = 0;
  std::uint32_t first_label = 0;  // indices into Document::labels
  std::uint32_t last_label = 0;   // one past
  std::uint32_t rows = 0;         // rows and columns of the form that it names
  bool any = false;
  std::optional<std::uint32_t> heading;
};

[[nodiscard]] Region find_region(const Document& document, Part part);

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

  // Row numbers (行次: 01, 02 …) before the labels are no values.
  void drop_row_codes();
  // Nor are the labels' own numbers (1. 2. 3.) that stand apart from them.
  void drop_ordinals();
  // Lines of cells without a label, cut off from the row whose label stands beside them. `form` is
  // the bit in Label::forms of the form that is followed. Gives whether figures beside a group's
  // head are to be trusted as a row's: the text cuts others off as well, and groups have none of
  // their own.
  bool give_orphans(std::uint8_t form, std::vector<RowSlots>& rows) const;
  void note_geometry(RowSlots& row) const;

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  // Whole rows stand before the first label, but some behind the last as well: whose they are
  // cannot be told.
  [[nodiscard]] bool torn() const { return torn_; }
  // Whether words are the label of a row or the head of a column that could not be read.
  [[nodiscard]] bool is_label(const Token& token) const;

 private:
  [[nodiscard]] std::vector<Token> with_words(std::size_t first, std::size_t last,
                                              std::size_t count) const;
  void turn_lines();
  void turn_rows();
  bool take_code(std::size_t k, std::int64_t& last,
                 std::vector<std::pair<std::size_t, std::size_t>>& codes) const;
  [[nodiscard]] bool is_whole(const Hit& hit) const;
  [[nodiscard]] std::vector<Token> row_of_cells(std::size_t first, std::size_t count) const;
  [[nodiscard]] bool is_sign(const Token& token) const;
  [[nodiscard]] bool is_one(const Token& token) const;
  [[nodiscard]] bool is_remark(const Token& token) const;
  [[nodiscard]] bool bars_between(const RowSlots& row) const;
  [[nodiscard]] std::optional<bool> rest_of(const Hit& hit, const Token& token) const;
  [[nodiscard]] bool is_part_of_head(const Token& token) const;
  [[nodiscard]] bool among_values(const Token& token, const std::vector<RowSlots>& rows) const;
  void add_blank(const Token& label, RowSlots& row) const;
  [[nodiscard]] std::uint16_t places(const Group& group, const RowSlots& row) const;

  const Document& document_;
  std::vector<Token> tokens_;
  bool torn_ = false;
};

}  // namespace gouji
