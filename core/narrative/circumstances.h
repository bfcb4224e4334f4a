// Whose figures a sentence tells of, and of when.
//
// What is read holds for the clauses that follow, until something else is; what stands beside a
// figure, and a time at the head of a clause, for the paragraph's other sentences as well.
#pragma once

#include <cstddef>

#include "narrative/claims.h"
#include "narrative/phrase.h"
#include "narrative/terms.h"

namespace gouji {

class Circumstances {
 public:
  void begin_sentence();
  // What a clause says up to its first figure, if it has one. Beside a figure every word tells;
  // elsewhere only what opens the clause, since 「落实2022年的要求」 and 「与去年相比」 are spoken
  // of in passing.
  void read(const Terms& terms, std::size_t begin, std::size_t end, bool figure);
  // The year is again that of other circumstances.
  void restore_year(const Circumstances& before);
  // Gives a claim its scope, actor, period and year.
  void tell(Claim& claim, const Phrase& phrase, const Terms& terms) const;

 private:
  void set_scope(Scope scope, Stretch actor, bool lasts);
  void set_period(Period period, bool lasts);

  Scope scope_ = Scope::unstated;
  Stretch actor_;
  Period period_ = Period::unstated;
  int year_ = 0;
  // For the sentences that follow as well.
  bool scope_lasts_ = false;
  bool period_lasts_ = false;
  bool among_ = false;  // in the clause, agencies of which the report's is one
};

}  // namespace gouji
