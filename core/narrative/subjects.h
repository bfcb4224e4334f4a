// What a phrase tells of requests, results, disputes, documents and decisions: the subjects that
// its figure counts, or of which it says that there are none. No subjects where a word between the
// verb, the thing and the figure leaves a doubt.
#pragma once

#include "narrative/claims.h"
#include "narrative/phrase.h"
#include "narrative/terms.h"
#include "narrative/topic.h"

namespace gouji {

// What is known of a figure besides the phrase beside it.
struct FigureContext {
  const Terms& terms;
  const Topic& topic;
  char16_t unit = 0;
  bool in_list = false;           // it is a part of one before it
  bool behind_documents = false;  // 、 joins it to a figure of documents
};

[[nodiscard]] Subjects subjects_counted(const Phrase& phrase, const FigureContext& figure);
// What 「未…」 says that there was none of.
[[nodiscard]] Subjects subjects_absent(const Phrase& phrase, const Topic& topic);
// The disputes of which 「均获维持」 says that all were upheld, and that outcome.
[[nodiscard]] Subjects subjects_upheld(const Phrase& phrase, const Topic& topic);

}  // namespace gouji
