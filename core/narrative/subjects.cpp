#include "narrative/subjects.h"

#include <iterator>
#include <string_view>

namespace gouji {
namespace {

using enum Word;

struct Pair {
  Word word;
  Subject subject;
};
constexpr Pair pairs[] = {
    {receive, Subject::received},
    {process, Subject::processed},
    {settle, Subject::settled},
    {carry_in, Subject::carried_in},
    {carry_out, Subject::carried_out},
    {granted, Subject::granted},
    {partial, Subject::partial},
    {denied, Subject::denied},
    {unavailable, Subject::unavailable},
    {rejected, Subject::rejected},
    {closed, Subject::closed},
    {review, Subject::review},
    {suit, Subject::suit},
    {suit_direct, Subject::suit_direct},
    {suit_after, Subject::suit_after},
    {upheld, Subject::upheld},
    {corrected, Subject::corrected},
    {other_outcome, Subject::other_outcome},
    {pending, Subject::pending},
    {licensing, Subject::licensing},
    {penalty, Subject::penalty},
    {coercion, Subject::coercion},
};

Subjects subjects_of(Words words) {
  Subjects out = 0;
  for (const Pair& pair : pairs) {
    if ((words & bit(pair.word)) != 0) out |= one(pair.subject);
  }
  return out;
}

Subjects documents_of(Words object, Words verb) {
  constexpr Word verbs_in_order[] = {issue, repeal, in_force, publish};
  Subjects out = 0;
  for (unsigned i = 0; i < std::size(verbs_in_order); ++i) {
    if ((verb & bit(verbs_in_order[i])) == 0) continue;
    if ((object & bit(normative)) != 0) out |= one(Subject::normative_issued) << i;
    if ((object & bit(rules)) != 0) out |= one(Subject::rules_issued) << i;
  }
  return out;
}

Subjects disputes_counted(const Phrase& phrase, Words done, const FigureContext& figure) {
  if (phrase.has(document_words | decision_words) ||
      (done & ~(outcome_verbs | request_verbs)) != 0) {
    return 0;
  }
  // What a government receives as the one that reviews is not what it is reviewed for.
  if (phrase.has(bit(review)) && is_of_reviewer(phrase, figure.terms)) return 0;
  // A county's bureau of justice handles the reviews of all its offices.
  const bool of_disclosure = phrase.has(bits(disclosure, request));
  if ((done & request_verbs) != 0 && !of_disclosure) return 0;
  // 「各类行政复议86件」
  const bool of_others = !figure.topic.disclosure || figure.topic.decisions || phrase.has(bit(all));
  if (!of_disclosure && of_others) return 0;
  const Words outcome = done & outcome_verbs;
  if (outcome != 0 && (phrase.separate || !is_single(outcome))) return 0;
  return subjects_of(phrase.words & (dispute_words | outcome_verbs));
}

// 「维持3件」, of the disputes spoken of before.
Subjects outcomes_counted(const Phrase& phrase, Words done, const Topic& topic) {
  const bool alone = !phrase.has((all_verbs | all_objects) & ~outcome_verbs) && is_single(done);
  const Words groups = topic.words & dispute_words;
  return alone && !phrase.separate && groups != 0 && topic.disclosure ? subjects_of(groups | done)
                                                                      : 0;
}

Subjects documents_counted(const Phrase& phrase, Words done, const FigureContext& figure) {
  if (std::u16string_view(u"件份部").find(figure.unit) == std::u16string_view::npos) return 0;
  if (phrase.has(decision_words | request_words) || (done & ~document_verbs) != 0) return 0;
  // 规章、规范性文件 together are their sum.
  const Words object =
      phrase.has(document_words) ? phrase.words & document_words : figure.topic.documents;
  if ((object & document_words) == document_words && !phrase.joined) return 0;
  if (done == bits(issue, publish) && phrase.joined) done = bit(issue);
  if (done == 0 && (figure.in_list || figure.behind_documents)) done = figure.topic.act;
  // What a clean-up sweeps away are more than the documents of the report.
  if (figure.topic.cleaned_up && done != bit(issue)) return 0;
  return is_single(done) ? documents_of(object, done) : 0;
}

Subjects decisions_counted(const Phrase& phrase, Words done, const FigureContext& figure) {
  if (phrase.has(request_words | bit(clean_up)) || (done & ~bit(decide)) != 0 ||
      figure.topic.published) {
    return 0;
  }
  if (done == 0 && is_about(phrase, figure.terms)) return 0;
  // Items of a list are counted in 项 and 条.
  if (figure.unit == u'项' || figure.unit == u'条') return 0;
  // Of the cases that are handled some end without one.
  if (phrase.has(bit(cases)) && done != bit(decide)) return 0;
  const Words object = phrase.words & decision_words;
  if (!is_single(object) && !phrase.joined) return 0;
  if (done == 0 && figure.in_list) return 0;
  return subjects_of(object);
}

Subjects requests_counted(const Phrase& phrase, Words done, const FigureContext& figure) {
  if (phrase.has(bit(publish))) return 0;
  // Items are what is asked for, of which one request may name several.
  if (figure.unit == u'条' || figure.unit == u'项') return 0;
  const bool named = phrase.has(bits(request, disclosure));
  // 「申请共涉及信息18条」 are no applications.
  if (phrase.has(bit(matter)) || (!named && !figure.topic.is_requests())) return 0;
  if ((done & ~(request_verbs | carry_verbs | result_verbs)) != 0) return 0;
  const bool of_application = names_application(phrase, figure.terms);
  if ((done & result_verbs) != 0) {
    // Documents are sorted into 主动公开, 依申请公开 and 不予公开 when they are made.
    if (figure.topic.sorted && !of_application) return 0;
    return (done & ~result_verbs) == 0 ? subjects_of(done) : 0;
  }
  if ((done & bit(carry_out)) != 0) {
    return (done & bits(receive, carry_in)) == 0 ? one(Subject::carried_out) : 0;
  }
  if ((done & bit(carry_in)) != 0) {
    // 「办理上年结转1件」 are some of them; 「新收和上年结转共12件」 are a sum.
    if ((done & bits(process, settle)) != 0) return 0;
    return (done & bit(receive)) == 0 || phrase.joined ? subjects_of(done) : 0;
  }
  if (done != 0) return subjects_of(done);
  // 「政府信息公开申请12件」: all that is said is that there are so many.
  return of_application && !figure.in_list ? one(Subject::processed) : 0;
}

}  // namespace

Subjects subjects_counted(const Phrase& phrase, const FigureContext& figure) {
  const Words done = phrase.words & all_verbs;
  if (phrase.has(dispute_words)) return disputes_counted(phrase, done, figure);
  if (phrase.has(document_words) ||
      (!phrase.has(all_objects) && figure.topic.documents != 0 && (done & document_verbs) != 0)) {
    return documents_counted(phrase, done, figure);
  }
  if (phrase.has(decision_words)) return decisions_counted(phrase, done, figure);
  if ((done & outcome_verbs) != 0) return outcomes_counted(phrase, done, figure.topic);
  return phrase.separate ? 0 : requests_counted(phrase, done, figure);
}

Subjects subjects_absent(const Phrase& phrase, const Topic& topic) {
  const Words done = phrase.words & all_verbs;
  if (phrase.has(dispute_words)) {
    if (phrase.has(document_words | decision_words) || (done & ~bit(receive)) != 0 ||
        topic.decisions) {
      return 0;
    }
    return subjects_of(phrase.words & dispute_words);
  }
  if (phrase.has(document_words)) {
    if (phrase.has(request_words) || done != bit(issue)) return 0;
    return documents_of(phrase.words, done);
  }
  if (phrase.has(decision_words)) {
    const bool only = !phrase.has(all_objects & ~decision_words) && done == bit(decide);
    return only ? subjects_of(phrase.words & decision_words) : 0;
  }
  const bool requests =
      phrase.has(bit(request)) || (phrase.has(bit(plain_request)) && topic.is_requests());
  if (!requests) return 0;
  if ((done & ~bit(receive)) == 0) return one(Subject::received);
  return done == bit(carry_in) || done == bit(carry_out) ? subjects_of(done) : 0;
}

Subjects subjects_upheld(const Phrase& phrase, const Topic& topic) {
  if (!phrase.has(bit(all)) || !phrase.has(bit(upheld))) return 0;
  if (phrase.has((all_verbs | all_objects) &
                 ~(bit(upheld) | dispute_words | bits(disclosure, request)))) {
    return 0;
  }
  const Words groups = phrase.has(dispute_words) ? phrase.words & dispute_words : topic.groups;
  if (groups == 0 || !topic.disclosure || topic.decisions) return 0;
  return subjects_of(groups) | one(Subject::upheld);
}

}  // namespace gouji
