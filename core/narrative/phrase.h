// What a run of tokens holds: the words that matter, and whether what stands beside them is
// understood.
#pragma once

#include <cstddef>

#include "narrative/terms.h"

namespace gouji {

// What is done: with requests, from year to year, as the result of a request, with documents, as
// the outcome of a dispute.
inline constexpr Words request_verbs = bits(Word::receive, Word::process, Word::settle);
inline constexpr Words carry_verbs = bits(Word::carry_in, Word::carry_out);
inline constexpr Words result_verbs = bits(Word::granted, Word::partial, Word::denied,
                                           Word::unavailable, Word::rejected, Word::closed);
inline constexpr Words document_verbs =
    bits(Word::issue, Word::repeal, Word::in_force, Word::publish);
inline constexpr Words outcome_verbs =
    bits(Word::upheld, Word::corrected, Word::other_outcome, Word::pending);
inline constexpr Words all_verbs = request_verbs | carry_verbs | result_verbs | document_verbs |
                                   outcome_verbs | bits(Word::carry, Word::decide);
// What it is done to.
inline constexpr Words request_words =
    bits(Word::request, Word::plain_request, Word::disclosure, Word::matter);
inline constexpr Words dispute_words =
    bits(Word::review, Word::suit, Word::suit_direct, Word::suit_after);
inline constexpr Words document_words = bits(Word::normative, Word::rules);
inline constexpr Words decision_words = bits(Word::licensing, Word::penalty, Word::coercion);
inline constexpr Words all_objects =
    request_words | dispute_words | document_words | decision_words;
// Kinds of parts.
inline constexpr Words division_words = bits(Word::channel, Word::person, Word::body);
// Beside these a figure is not understood.
inline constexpr Words doubtful_words =
    bits(Word::never, Word::than, Word::plan, Word::barred, Word::elsewhere, Word::in_turn,
         Word::carry, Word::document);

[[nodiscard]] constexpr bool is_single(Words words) {
  return words != 0 && (words & (words - 1)) == 0;
}

inline constexpr std::size_t no_term = static_cast<std::size_t>(-1);

struct Phrase {
  Words words = 0;
  std::size_t first = no_term;  // of the verbs, the objects and 未
  std::size_t last = no_term;
  Stretch actor;          // words that are not understood, before those
  bool unknown = false;   // the same behind one of them
  bool joined = false;    // 和 between two of them
  bool separate = false;  // two verbs with nothing between

  [[nodiscard]] bool has(Words any) const { return (words & any) != 0; }
  [[nodiscard]] bool is_understood() const { return !unknown && actor.empty(); }
};

[[nodiscard]] Phrase read_phrase(const Terms& terms, std::size_t begin, std::size_t end);

// 政府信息公开申请, not 依申请公开 alone.
[[nodiscard]] bool names_application(const Phrase& phrase, const Terms& terms);
// 「收到行政复议申请12件」, 「受理行政复议12件」: what the agency receives that reviews.
[[nodiscard]] bool is_of_reviewer(const Phrase& phrase, const Terms& terms);
// 「行政复议5件,因行政处罚3件」
[[nodiscard]] bool is_about(const Phrase& phrase, const Terms& terms);
// 「未发生投诉举报、行政复议」: what is of other work stands in a list with the disputes, and is
// not what they are about.
[[nodiscard]] bool is_list_with_others(const Terms& terms, std::size_t begin, std::size_t end);

}  // namespace gouji
