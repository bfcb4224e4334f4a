// Which figures of a sentence belong together: those that are parts of one before them, behind
// 其中, in brackets or behind a colon, and those that 、 joins. And which of them, for what stands
// beside them in the list, count none of the report's requests and disputes.
#pragma once

#include <cstddef>
#include <vector>

#include "narrative/claims.h"
#include "narrative/phrase.h"
#include "narrative/terms.h"

namespace gouji {

class ClaimLists {
 public:
  // `claims`: all that are read, in their order.
  explicit ClaimLists(std::vector<Claim>& claims) : claims_(claims) {}

  void begin_paragraph();
  void begin_sentence();
  // `begin`: the clause's first token.
  void begin_clause(const Terms& terms, std::size_t begin);
  // `word` ends a clause. The figures in brackets and behind a colon are parts of the one before
  // them.
  void end_clause(Word word, bool behind_figure);
  // 「其中」: what follows are parts of the figure before.
  void begin_parts();
  // 「收到的58件申请中」: what follows are parts of the claim that was added last.
  void begin_parts_of_last() { list_ = last_; }

  // Behind 、 a figure is of whom the one before it is, if nothing else is said. `left`: what
  // stands before the figure.
  void share_actor(Phrase& left);
  // Takes the subjects from a claim of some of the requests only.
  void forget_part_of_requests(const Phrase& left, Claim& claim);
  // Makes a claim part of the list in which it stands.
  void place(Claim& claim);
  // 「行政复议8件,其中政府信息公开类1件」: the eight are of all kinds. `claim` is about to be
  // added.
  void forget_other_disputes(const Phrase& left, const Claim& claim);
  // The claim that was added last is the figure before those that follow.
  void take_last() { last_ = claims_.size() - 1; }

  [[nodiscard]] bool in_list() const { return list_ != no_claim; }
  // Whether 、 joins the clause to a figure of documents.
  [[nodiscard]] bool behind_documents() const;
  // The figure before, if it stands in this sentence.
  [[nodiscard]] std::size_t before_in_sentence() const;

 private:
  struct Level {
    std::size_t last;
    std::size_t list;
  };

  std::vector<Claim>& claims_;
  std::size_t last_ = no_claim;       // the figure before
  std::size_t list_ = no_claim;       // of which the figures that follow are parts
  std::vector<Level> levels_;         // what those two were before each bracket that is open
  std::size_t sentence_ = 0;          // the first claim of the sentence
  bool part_of_unread_ = false;       // behind 其中, of a figure that was not read
  std::vector<std::size_t> unnamed_;  // claims of disputes, of the sentence, not said of what
  bool listed_ = false;               // the clause stands behind 、
  Stretch actor_;                     // of the figures that 、 joins
  bool answered_ = false;             // what these figures count was answered
};

}  // namespace gouji
