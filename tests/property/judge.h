// Compares an answer with the truth of the report it was given for.
#pragma once

#include <gouji/answer.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sample.h"

namespace gouji::property {

/// The ways in which a cell, a statement about the whole report or a finding falls short.
enum class Fault {
  wrong_value,    // a number, printed or inferred, that does not stand there
  wrong_blank,    // said to be empty or a placeholder where a number stands
  lost,           // the text determines the cell, and the answer does not say it
  state,          // blank, placeholder, unreadable and missing taken for one another
  candidates,     // the possible readings of an ambiguous cell are without the true one
  error_finding,  // an error-level finding on a consistent report
  warning,        // a warning on such a report that has no damage and shows every cell
  particular,     // form, agency, year, date of publication, or a table that is lost
};
inline constexpr std::size_t kFaults = 8;

std::string_view name(Fault fault);

struct Judgement {
  std::size_t determined = 0;   // cells that the text determines
  std::size_t right = 0;        // of these, how many the answer has
  std::size_t particulars = 0;  // statements about the report that the text determines
  std::array<std::size_t, kFaults> faults{};
  std::array<std::string, kFaults> first;  // of each kind, in words
};

[[nodiscard]] Judgement judge(const Sample& sample, const Answer& answer);

}  // namespace gouji::property
