// What the heads of a table say of its columns.
//
// The form's order of columns is what a report follows, unless its heads plainly name another: two
// columns exchanged, the total first, one column left out, or one more put in.
#pragma once

#include <cstdint>
#include <vector>

#include "tables/gather.h"

namespace gouji {

// The columns of section 3 in the order in which the heads before its first row name them; empty
// where they do not name natural persons, the total and most of the other kinds, each whole and in
// a place of its own.
[[nodiscard]] std::vector<std::uint8_t> applicant_order(const Document& document,
                                                        const Gatherer& gatherer,
                                                        const std::vector<Group>& groups);

// Whether the heads have the total in front and the rows bear it out; `torn` when the heads say so
// but the rows do not tell.
enum class TotalPlace : std::uint8_t { last, first, torn };
[[nodiscard]] TotalPlace total_place(const std::vector<std::uint8_t>& order,
                                     const std::vector<RowSlots>& rows);

// The same for an item of section 2, of `count` columns; `foreign` when the heads are the other
// form's. `form` is the bit in Label::forms of the form that is followed.
struct ArticleOrder {
  std::vector<std::uint8_t> order;
  bool foreign = false;
};
[[nodiscard]] ArticleOrder article_order(const Document& document, const std::vector<Group>& groups,
                                         std::string_view article, std::size_t count,
                                         std::uint8_t form);

// In tables of cells a row of section 2 has its values below the heads: a column that the form does
// not have, or one that is printed twice, is left out.
void take_by_heads(const Document& document, const Gatherer& gatherer,
                   const std::vector<Group>& groups, std::string_view article, std::uint8_t form,
                   RowSlots& row);

}  // namespace gouji
