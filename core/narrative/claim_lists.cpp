#include "narrative/claim_lists.h"

#include <algorithm>

namespace gouji {
namespace {

using enum Word;

constexpr Subjects arrivals = any_of(Subject::received, Subject::carried_in);
constexpr Subjects document_subjects =
    any_of(Subject::normative_issued, Subject::normative_repealed, Subject::normative_in_force,
           Subject::normative_published, Subject::rules_issued, Subject::rules_repealed,
           Subject::rules_in_force, Subject::rules_published);

}  // namespace

void ClaimLists::begin_paragraph() { last_ = list_ = no_claim; }

void ClaimLists::begin_sentence() {
  sentence_ = claims_.size();
  list_ = no_claim;
  levels_.clear();
  part_of_unread_ = false;
  unnamed_.clear();
}

void ClaimLists::begin_clause(const Terms& terms, std::size_t begin) {
  const Word before = begin > 0 ? terms[begin - 1].word : comma;
  listed_ =
      before == list || (before == close && begin < terms.size() && terms[begin].word == list);
  if (before != comma && before != colon) return;
  actor_ = {};
  answered_ = false;
}

void ClaimLists::end_clause(Word word, bool behind_figure) {
  constexpr std::size_t deepest = 8;
  if (word == open && levels_.size() < deepest) {
    levels_.push_back({last_, list_});
    if (behind_figure) list_ = last_;
  } else if (word == close && !levels_.empty()) {
    last_ = levels_.back().last;
    list_ = levels_.back().list;
    levels_.pop_back();
  } else if (word == colon && behind_figure) {
    list_ = last_;
  }
}

void ClaimLists::begin_parts() {
  part_of_unread_ = last_ == no_claim;
  if (!part_of_unread_) list_ = last_;
}

void ClaimLists::share_actor(Phrase& left) {
  if (left.actor.empty()) {
    left.actor = actor_;
  } else {
    actor_ = left.actor;
  }
}

void ClaimLists::forget_part_of_requests(const Phrase& left, Claim& claim) {
  constexpr Subjects all = any_of(Subject::received, Subject::processed, Subject::settled);
  if (part_of_unread_ && (claim.subjects & all) != 0) claim.subjects = 0;
  // 「办结上年结转申请5件、本年新收申请52件」
  if (answered_ && (claim.subjects & arrivals) != 0) claim.subjects = 0;
  answered_ = answered_ || (left.has(bits(process, settle)) && !left.joined &&
                            left.has(bits(receive, carry_in)));
}

void ClaimLists::place(Claim& claim) {
  if (list_ == no_claim) return;
  // 「其中上年结转2件,办结12件」: what was done with all of them is no part.
  constexpr Subjects done = any_of(Subject::processed, Subject::settled);
  if ((claim.subjects & done) != 0 && last_ != list_ && last_ != no_claim &&
      (claims_[last_].subjects & arrivals) != 0) {
    list_ = no_claim;
    return;
  }
  claim.whole = list_;
  claim.depth = std::min(claims_[list_].depth + 1, 2);
}

void ClaimLists::forget_other_disputes(const Phrase& left, const Claim& claim) {
  const bool of_disclosure = left.has(bits(disclosure, request));
  if (of_disclosure && claim.whole != no_claim) {
    for (const std::size_t i : unnamed_) claims_[i].subjects = 0;
  } else if (!of_disclosure && left.has(dispute_words | outcome_verbs)) {
    unnamed_.push_back(claims_.size());
  }
}

bool ClaimLists::behind_documents() const {
  return listed_ && last_ != no_claim && (claims_[last_].subjects & document_subjects) != 0;
}

std::size_t ClaimLists::before_in_sentence() const {
  return last_ != no_claim && last_ >= sentence_ ? last_ : no_claim;
}

}  // namespace gouji
