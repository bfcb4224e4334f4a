// The words with which reports tell of requests, disputes, documents and decisions, as tokens.
//
// What is not in the lists is `other_words`: whoever reads the tokens then knows that something
// stands there which is not understood.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "narrative/quantity.h"

namespace gouji {

enum class Word : std::uint8_t {
  // What is done.
  receive,
  process,
  settle,
  carry,  // 结转, 延至: whence or whither the year beside it tells
  carry_in,
  carry_out,
  granted,
  partial,
  denied,
  unavailable,
  rejected,
  closed,
  issue,
  repeal,
  in_force,
  publish,
  decide,
  upheld,
  corrected,
  other_outcome,
  pending,
  // What it is done to.
  request,
  plain_request,  // 申请 alone
  disclosure,     // 政府信息公开 alone
  matter,         // 信息 alone
  review,
  suit,
  suit_direct,
  suit_after,
  normative,
  rules,
  document,
  licensing,
  penalty,
  coercion,
  elsewhere,  // 提案, 热线, 信访: the figures of other work
  // Kinds of parts.
  channel,
  person,
  body,
  // How what stands beside it is meant.
  of_which,
  rest,
  others,
  all,
  timely,
  in_turn,  // 分别
  share,
  than,
  about,
  at_least,
  never,
  barred,  // 备案, 转办: what a figure beside it counts is another thing
  split,   // 拆分, 合并, 除: so are all the figures of the sentence
  plan,
  clean_up,
  occur,
  cases,
  join,
  // From here on without a bit: what matters little, when it is and whose.
  filler,
  other_words,
  this_year,
  last_year,
  next_year,
  until,
  ever,
  a_while,  // a part of the year
  month,
  year,
  own,
  area,
  subordinates,
  // Marks.
  comma,
  list,  // 、
  colon,
  open,
  close,
  number,  // with a unit
  idle,    // one that counts nothing of ours
  percent,
};

// One bit for each word up to `join`.
using Words = std::uint64_t;
static_assert(static_cast<unsigned>(Word::join) < 64);
[[nodiscard]] constexpr Words bit(Word word) {
  return word > Word::join ? 0 : Words{1} << static_cast<unsigned>(word);
}
template <class... More>
[[nodiscard]] constexpr Words bits(More... words) {
  return (bit(words) | ...);
}

struct Term {
  Word word = Word::other_words;
  Stretch place;
  Quantity quantity;  // of numbers
  int year = 0;       // of years and months
};

// The tokens of a stretch of the text; `out` is cleared first.
void read_words(const Gapless& text, Stretch stretch, std::vector<Term>& out);

}  // namespace gouji
