// The published error model: which tables the repairs are tested on, and how people get them wrong.
//
// Tables. An agency's size is drawn first: 10^0 to 10^5 requests a year, even on the logarithm.
// Most rows and most kinds of applicant have nothing but 0; natural persons have most of what there
// is, then companies. All relations hold. Values reach from 0 to 100,000.
//
// One error, in a cell drawn evenly from all cells of the table (all rows and columns, totals
// included), is one of these, drawn with the weight given; a kind that cannot happen to the cell,
// or that would leave its number as it is, is drawn again:
//
//   12  swapped    two neighbouring digits change places: 45 → 54
//   12  dropped    a digit of two or more is left out: 122 → 12
//   6   doubled    a digit of a number other than 0 is written twice: 12 → 122
//   6   inserted   a digit is added anywhere: 12 → 162
//   16  misread    a digit becomes another; half of the time one that looks like it or is its
//                  neighbour on the keys
//   12  off        one more or one less
//   10  neighbour  the number of the cell left, right, above or below
//   10  stale      a total as it was before one of its parts was changed: by 1 to 9, or by up to
//                  its own size
//   16  anything   any number of the table's size
//
// A number left out altogether is not among them: what the blank must hold is told as `inferred`,
// or it is one of the blanks that the tests against other searches put in. Several errors are drawn
// one by one, in different cells.
//
// Slips, each drawn evenly from all its places, of which those that leave all equations right are
// drawn again, since nothing can tell them:
//
//   swapped cells    a cell and the one to its right or below hold each other's value
//   shifted row      from a column on, a row's values stand one column further right, with 0 or a
//                    blank in front, and the last is lost; or, mirrored, further left. Up to the
//                    last kind of applicant or up to the total
//   shifted column   the same within the results (一) to (六) of a column, with rows for columns
//   swapped rows     two neighbouring rows hold each other's values
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../property/random.h"
#include "table.h"

namespace gouji::test {

// Draws of up to 64 bits from one seed.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::uint64_t next() { return random_.next(); }
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low + 1)));
  }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

 private:
  property::Random random_;
};

// Values that reconcile; the largest is at most `most`.
std::vector<std::int64_t> true_values(const Form& form, TableId id, Dice& dice,
                                      std::int64_t most = 100'000);

// What somebody writes instead in a cell.
std::int64_t wrong_value(const GivenTable& table, std::size_t cell, Dice& dice);

enum class SlipKind : std::uint8_t { swapped_cells, shifted_row, shifted_column, swapped_rows };
inline constexpr SlipKind all_slips[] = {SlipKind::swapped_cells, SlipKind::shifted_row,
                                         SlipKind::shifted_column, SlipKind::swapped_rows};
std::string_view name(SlipKind kind);

// Makes the slip in a table of section 3 that is right; gives the cells that now are wrong, none
// when the table has hardly anything but 0 and no such slip would show.
std::vector<std::size_t> make_slip(GivenTable& table, SlipKind kind, Dice& dice);

}  // namespace gouji::test
