#include "narrative/phrase.h"

namespace gouji {
namespace {

using enum Word;

}  // namespace

Phrase read_phrase(const Terms& terms, std::size_t begin, std::size_t end) {
  const Gapless& text = terms.text();
  Phrase out;
  bool joins = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Term& token = terms[i];
    const Words word = bit(token.word);
    if (token.word == other_words || token.word == idle || token.word == percent) {
      if (out.first != no_term) {
        out.unknown = true;
      } else {
        if (out.actor.empty()) out.actor.begin = token.place.begin;
        out.actor.end = token.place.end;
      }
    } else if (token.word == join || token.word == list) {
      joins = true;
    } else if (token.word == of_which && text[token.place.begin] == u'分' && out.first != no_term) {
      // 「行政复议、行政诉讼分别为4件、3件」: of one thing each, and no list of parts.
      out.words |= bit(in_turn);
      continue;
    } else if (token.word == filler && text[token.place.begin] == u'等') {
      out.words &= ~bit(channel);  // 「信函、网络等方式」: all of them
    } else if ((word & (all_verbs | all_objects | bit(never))) != 0) {
      Words others = out.words & all_verbs & ~word;
      // 「顺延到下年答复」 is one thing.
      if ((word & request_verbs) != 0) others &= ~bit(carry_out);
      if (others != 0 && (word & all_verbs) != 0 && !joins) out.separate = true;
      if (joins && out.has(all_verbs | all_objects)) out.joined = true;
      if (out.first == no_term) out.first = i;
      out.last = i;
      joins = false;
    }
    out.words |= word;
  }
  return out;
}

bool names_application(const Phrase& phrase, const Terms& terms) {
  if (phrase.last == no_term) return false;
  const Term& last = terms[phrase.last];
  return last.word == request && terms.text()[last.place.end - 1] == u'请';
}

bool is_of_reviewer(const Phrase& phrase, const Terms& terms) {
  if (!phrase.has(bit(receive)) || phrase.first == no_term) return false;
  if (phrase.has(bit(plain_request))) return true;
  for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
    if (terms[i].word == receive && terms.text().begins(terms[i].place.begin, u"受理") > 0) {
      return true;
    }
  }
  return false;
}

bool is_about(const Phrase& phrase, const Terms& terms) {
  if (phrase.first == no_term || phrase.first == 0) return false;
  const Term& before = terms[phrase.first - 1];
  return before.word == occur &&
         terms.text().begins(before.place.begin, u"因 由 涉 针对 关于 有关 对 就") > 0;
}

bool is_list_with_others(const Terms& terms, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (terms[i].word != elsewhere) continue;
    const std::size_t first = i;
    while (i < end && (terms[i].word == elsewhere || terms[i].word == cases)) ++i;
    const bool ends_item = i == end || terms[i].word == list || terms[i].word == join;
    const bool begins_item = first > begin && (bit(terms[first - 1].word) & all_objects) == 0;
    if (!ends_item || !begins_item) return false;
  }
  return true;
}

}  // namespace gouji
