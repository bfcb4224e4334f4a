// Which cells a claim speaks of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

#include "narrative/claims.h"

namespace gouji {

inline constexpr Subjects request_subjects =
    any_of(Subject::received, Subject::processed, Subject::settled);
inline constexpr Subjects result_subjects =
    any_of(Subject::granted, Subject::partial, Subject::denied, Subject::unavailable,
           Subject::rejected, Subject::closed);
inline constexpr Subjects dispute_subjects =
    any_of(Subject::review, Subject::suit, Subject::suit_direct, Subject::suit_after);
inline constexpr Subjects outcome_subjects =
    any_of(Subject::upheld, Subject::corrected, Subject::other_outcome, Subject::pending);
inline constexpr Subjects normative_subjects =
    any_of(Subject::normative_issued, Subject::normative_repealed, Subject::normative_in_force,
           Subject::normative_published);
inline constexpr Subjects rules_subjects =
    any_of(Subject::rules_issued, Subject::rules_repealed, Subject::rules_in_force,
           Subject::rules_published);

// The table in which a claim's cells are.
[[nodiscard]] TableId table_of(const Claim& claim);

// Cells whose sum a figure may be: keys with spaces between. A key is a cell's id, or begins the
// ids of the totals of a row, of a group of rows or of a group of disputes.
using Keys = std::string;

// Takes the first key off a list.
std::string_view take_key(std::string_view& keys, char mark = ' ');

// The sets of cells with one of which the claim agrees, if it is true; a form may lack some.
[[nodiscard]] std::vector<Keys> keys_of(const Claim& claim);

// Whether a key speaks of the cell with this id.
[[nodiscard]] bool is_of(std::string_view id, std::string_view key);

}  // namespace gouji
