#include "narrative/topic.h"

namespace gouji {
namespace {

using enum Word;

// Whether the figures of a clause that names no topic are of other work.
bool is_of_other_work(const Phrase& clause, const Terms& terms, std::size_t begin, std::size_t end,
                      bool in_list) {
  if (clause.has(division_words)) {
    // 「收到信件12件」, 「窗口受理报装225件」; but not 「收到网上申请9件」.
    return clause.has(bit(receive)) && !clause.has(all_objects) &&
           (clause.unknown || terms.follows(begin, end, receive, channel));
  }
  constexpr std::size_t shortest = 3;
  // 「网格上报事件350件」, 「服务大厅受理2210件」, 「受理用水报装225件」
  const bool others_do = clause.actor.size() >= shortest && !clause.has(all_objects) && !in_list &&
                         (clause.first == no_term || clause.has(request_verbs)) &&
                         !clause.has(bits(share, than, of_which, rest, others)) &&
                         terms.holds(begin, end, {number});
  return others_do || clause.has(bits(elsewhere, publish, document, matter) | decision_words) ||
         (clause.unknown && clause.has(all_verbs));
}

}  // namespace

void Topic::begin_paragraph(int part, bool under_heading) {
  Topic next;
  if (under_heading) {
    next.words = words;
    next.disclosure = disclosure;
  }
  if (part == 3) next.words = bit(request);
  if (part == 3 || part == 4) next.disclosure = true;
  *this = next;
}

void Topic::begin_sentence(const Terms& terms) {
  documents = 0;
  groups_told = false;
  published = false;
  cleaned_up = terms.holds(clean_up);
  sorted = holds(terms.text().slice(terms.place()), u"主动公开 公文 属性");
  split = terms.holds(Word::split);
}

void Topic::begin_clause(const Phrase& clause) {
  if (clause.has(bits(request, Word::disclosure))) {
    disclosure = true;
    decisions = false;
  } else if (clause.has(decision_words)) {
    decisions = true;
  }
}

void Topic::end_clause(const Phrase& clause, const Terms& terms, std::size_t begin, std::size_t end,
                       bool told, bool in_list) {
  published = published || clause.has(bit(publish));
  Words topics = clause.words & (dispute_words | document_words | bit(request));
  // A figure of 依申请公开 that is not understood may be of documents.
  if (!told && !names_application(clause, terms)) topics &= ~bit(request);
  if ((topics & dispute_words) != 0) {
    if (!groups_told) groups = 0;
    groups |= topics & dispute_words;
    groups_told = true;
  }
  if ((topics & document_words) != 0 && clause.is_understood()) documents = topics & document_words;
  if (topics != 0) {
    words = (topics & dispute_words) != 0 ? topics & dispute_words : topics;
  } else if (terms.holds(begin, end, {number, idle}) &&
             is_of_other_work(clause, terms, begin, end, in_list)) {
    words = bit(elsewhere);
  }
}

void Topic::take_act(const Phrase& phrase) {
  if (phrase.has(bit(document) | document_words | document_verbs)) {
    act = phrase.words & bits(issue, publish);
  }
}

}  // namespace gouji
