// A table's checked equations as a sparse system of integers.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include <gouji/answer.h>

#include "forms/form.h"

namespace gouji::repair {

// A set of equations: bit i stands for the i-th that was checked, in the form's order.
using Mask = std::uint64_t;

inline constexpr std::size_t max_equations = 64;
inline constexpr std::size_t max_families = 3;

constexpr std::size_t lowest(Mask mask) { return static_cast<std::size_t>(std::countr_zero(mask)); }
constexpr std::size_t size_of(Mask mask) { return static_cast<std::size_t>(std::popcount(mask)); }
constexpr Mask bit(std::size_t equation) { return Mask{1} << equation; }

// A cell, as what the equations add up. Where numbers have decimals, all are multiplied by the same
// power of ten.
struct Variable {
  std::int64_t value = 0;  // as printed; 0 for a blank
  Mask equations = 0;      // those it stands in; none for a cell that cannot be changed
  std::uint8_t count = 0;  // how many they are
  std::array<std::uint8_t, max_families> equation{};
  std::array<std::int8_t, max_families> sign{};
  bool printed = false;
  bool total = false;  // it stands for the sum of other cells
  bool fixed = false;  // no longer to be changed
};

struct Delta {
  std::uint16_t cell = 0;  // index in the table
  std::int64_t change = 0;
  friend constexpr bool operator==(const Delta&, const Delta&) = default;
};

// Changes of different cells, in the form's order.
using Changes = std::span<const Delta>;

struct System {
  std::vector<Variable> variables;                      // the table's cells, in the form's order
  std::size_t size = 0;                                 // how many equations
  std::array<std::int64_t, max_equations> residuals{};  // left - right
  std::array<std::uint16_t, max_equations> source{};    // indices in the answer
  std::array<Mask, max_families> families{};  // by rule: no cell stands in two of one family
  Mask wrong = 0;                             // residual ≠ 0
  Mask failing = 0;                           // those of them that no filling of blanks saves
  std::int64_t scale = 1;
  std::size_t width = 0;               // cells side by side; every `width` cells a new line
  bool usable = true;                  // false: figures too long to be reckoned with
  std::vector<std::uint16_t> members;  // the equations' cells, one equation after the other
  std::array<std::uint16_t, max_equations + 1> begin{};

  [[nodiscard]] std::span<const std::uint16_t> cells(std::size_t equation) const {
    return std::span(members).subspan(begin[equation],
                                      std::size_t{begin[equation + 1]} - begin[equation]);
  }
  // Whether a cell may come to hold this value.
  [[nodiscard]] bool allowed(std::int64_t value) const {
    return value >= 0 && (scale == 1 || value % scale == 0);
  }
  // The equations that the changes put right; none when they leave or make another one wrong.
  [[nodiscard]] Mask explained(Changes changes) const;
};

[[nodiscard]] System make_system(const Form& form, TableId id, std::span<const Cell> cells,
                                 std::span<const Equation> equations);

}  // namespace gouji::repair
