#include "narrative/claims.h"

#include <algorithm>

#include "narrative/circumstances.h"
#include "narrative/claim_lists.h"
#include "narrative/phrase.h"
#include "narrative/subjects.h"
#include "narrative/terms.h"
#include "narrative/topic.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::size_t most_claims = 2000;

using enum Word;

Division division_of(Words words) {
  if ((words & bit(rest)) != 0) return Division::rest;
  if ((words & bit(channel)) != 0) return Division::channel;
  if ((words & bit(body)) != 0) return Division::body;
  if ((words & bit(person)) != 0) return Division::person;
  return (words & bit(others)) != 0 ? Division::others : Division::unknown;
}

class Reader {
 public:
  explicit Reader(const Prose& prose) : prose_(prose), text_(prose.text()) {}

  std::vector<Claim> run() {
    bool heading = false;
    bool ended = false;
    for (const Sentence& sentence : prose_.sentences()) {
      if (claims_.size() >= most_claims) break;
      if (sentence.opens || sentence.part != part_ || begins_item(sentence.place.begin)) {
        begin_paragraph(sentence.part, heading && sentence.part == part_);
      } else if (ended && text_.before(sentence.place.begin) == Break::line) {
        // Nearly always a paragraph: lines are seldom broken where a sentence ends.
        begin_paragraph(sentence.part, true);
      }
      ended = text_[sentence.place.end - 1] == 0x3002;
      part_ = sentence.part;
      heading = sentence.opens && is_heading(sentence.place);
      if (part_ == 5 || part_ == 6) continue;
      terms_.read(sentence.place);
      read_sentence();
    }
    return std::move(claims_);
  }

 private:
  [[nodiscard]] bool begins_item(std::size_t i) const {
    return (text_[i] == u'(' && is_numeral(text_[i + 1]) &&
            (text_[i + 2] == u')' || text_[i + 3] == u')')) ||
           (is_numeral(text_[i]) && text_[i + 1] == 0x3001);
  }
  [[nodiscard]] bool is_heading(Stretch place) const {
    constexpr std::size_t longest = 26;
    return place.size() <= longest && text_[place.end - 1] != 0x3002;
  }

  void begin_paragraph(int part, bool under_heading) {
    topic_.begin_paragraph(part, under_heading);
    circumstances_ = {};
    lists_.begin_paragraph();
    ++paragraph_;
  }

  void read_sentence() {
    topic_.begin_sentence(terms_);
    circumstances_.begin_sentence();
    lists_.begin_sentence();
    std::size_t begin = 0;
    bool figure = false;
    for (std::size_t i = 0; i <= terms_.size(); ++i) {
      const Word word = i < terms_.size() ? terms_[i].word : comma;
      figure = figure || word == number || word == percent;
      if (word != comma && word != colon && word != open && word != close &&
          !(word == list && figure)) {
        continue;
      }
      lists_.begin_clause(terms_, begin);
      read_clause(begin, i);
      lists_.end_clause(word, i > begin && terms_[i - 1].word == number);
      begin = i + 1;
      figure = false;
    }
  }

  void read_clause(std::size_t begin, std::size_t end) {
    if (begin >= end || claims_.size() >= most_claims) return;
    terms_.join(begin, end);
    std::size_t first = begin;
    while (first < end && !terms_.is_figure(first)) ++first;
    const Circumstances before = circumstances_;
    circumstances_.read(terms_, begin, first, first < end);
    const Phrase clause = read_phrase(terms_, begin, end);
    const auto claims = static_cast<std::ptrdiff_t>(claims_.size());
    topic_.begin_clause(clause);
    if (first == end) {
      read_statement(begin, end, clause);
    } else {
      read_figures(begin, first, end);
    }
    // 「…2022年的9件」: a year behind the verb is that of its own clause.
    if (first < end && clause.first != no_term && terms_.holds(clause.first, first, {year})) {
      circumstances_.restore_year(before);
    }
    const bool told =
        first == end || std::any_of(claims_.begin() + claims, claims_.end(),
                                    [](const Claim& claim) { return claim.subjects != 0; });
    topic_.end_clause(clause, terms_, begin, end, told, lists_.in_list());
  }

  // `at`: the clause's first figure.
  void read_figures(std::size_t begin, std::size_t at, std::size_t end) {
    for (std::size_t i = at; i < end; ++i) {
      if (!terms_.is_figure(i)) continue;
      if (terms_[i].word == percent) {
        read_share(begin, i);
      } else {
        // What stands behind a figure is of the next one, if there is another.
        std::size_t next = i + 1;
        while (next < end && !terms_.is_figure(next)) ++next;
        read_figure(begin, i, next < end ? i + 1 : end);
      }
      begin = i + 1;
    }
  }

  // A clause without a figure: 「未收到…申请」, 「均获维持」.
  void read_statement(std::size_t begin, std::size_t end, const Phrase& phrase) {
    if (phrase.has(bit(of_which))) lists_.begin_parts();
    if (phrase.first == no_term || phrase.unknown || topic_.split) return;
    const bool among_others = phrase.has(dispute_words) && is_list_with_others(terms_, begin, end);
    const Words in_doubt = doubtful_words & ~bit(never) & ~(among_others ? bit(elsewhere) : 0);
    if (phrase.has(in_doubt | division_words |
                   bits(others, rest, of_which, share, timely, clean_up))) {
      return;
    }
    Claim claim;
    std::size_t first = phrase.first;
    if (phrase.has(bit(never))) {
      claim.kind = ClaimKind::none;
      claim.subjects = subjects_absent(phrase, topic_);
    } else {
      claim.kind = ClaimKind::whole;
      claim.subjects = subjects_upheld(phrase, topic_);
      while (first > begin && (terms_[first - 1].word == filler || terms_[first - 1].word == all)) {
        --first;
      }
    }
    if (claim.subjects == 0) return;
    claim.place = {terms_[first].place.begin, terms_[phrase.last].place.end};
    add(claim, phrase);
  }

  // The number at `at`, with what stands before it from `begin` on, and behind it up to `end`.
  void read_figure(std::size_t begin, std::size_t at, std::size_t end) {
    Phrase left = read_phrase(terms_, begin, at);
    const Phrase right = read_phrase(terms_, at + 1, end);
    Claim claim;
    claim.quantity = terms_[at].quantity;
    claim.place = terms_.words_before(begin, at);
    if (left.has(bit(of_which))) lists_.begin_parts();
    changed_ = terms_.is_change(begin, at);
    if (changed_) return;
    claim.division = division_of(left.words | right.words);
    // 「被其他媒体采用20条」 is no remainder.
    if (claim.division == Division::others && !left.is_understood()) {
      claim.division = Division::unknown;
    }
    lists_.share_actor(left);
    const bool barred_behind = right.has(bits(barred, plan));
    if (!left.unknown && !left.has(doubtful_words) && !barred_behind && !topic_.split) {
      claim.subjects = left.has(all_verbs | all_objects) ? read_before(left, right, at, claim)
                                                         : read_behind(left, right, claim);
    }
    if (left.has(bit(about))) claim.quantity.bound = Bound::about;
    if (claim.quantity.bound == Bound::exact &&
        (left.has(bit(at_least)) || (left.has(bit(timely)) && left.has(bit(settle))))) {
      claim.quantity.bound = Bound::at_least;
    }
    if (claim.division != Division::unknown && claim.division != Division::rest) {
      claim.subjects = 0;
    }
    lists_.forget_part_of_requests(left, claim);
    // 「13件申请均已答复」: so many there were.
    if (claim.subjects == one(Subject::settled) && right.has(bit(all))) {
      claim.subjects |= one(Subject::received);
    }
    topic_.take_act(left);
    lists_.place(claim);
    lists_.forget_other_disputes(left, claim);
    add(claim, left);
    lists_.take_last();
    // 「收到的58件申请中,办结52件」
    if (end > at + 1 && text_.ends(terms_[end - 1].place.end, u"申请中 件中") > 0) {
      lists_.begin_parts_of_last();
    }
  }

  // 「收到政府信息公开申请12件」, 「受理36件政府信息公开申请」
  [[nodiscard]] Subjects read_before(Phrase& left, const Phrase& right, std::size_t at,
                                     Claim& claim) const {
    claim.place.begin = terms_[left.first].place.begin;
    if (!left.has(all_objects)) {
      if (!right.is_understood() || right.has(doubtful_words | bits(publish, decide))) return 0;
      left.words |= right.words & all_objects;
      if (right.has(all_objects)) claim.place.end = terms_[right.last].place.end;
      if (right.has(all_verbs)) claim.place.end = terms_[at].place.end;
    }
    return subjects_counted(left, context_of(claim));
  }

  // 「11件办结」
  [[nodiscard]] Subjects read_behind(const Phrase& left, const Phrase& right, Claim& claim) const {
    if (!left.actor.empty() || !right.has(all_verbs) || !right.is_understood() ||
        right.has(doubtful_words)) {
      return 0;
    }
    claim.place.end = terms_[right.last].place.end;
    return subjects_counted(right, context_of(claim));
  }

  [[nodiscard]] FigureContext context_of(const Claim& claim) const {
    return {terms_, topic_, claim.quantity.unit, lists_.in_list(), lists_.behind_documents()};
  }

  // 「占25%」
  void read_share(std::size_t begin, std::size_t at) {
    const Phrase left = read_phrase(terms_, begin, at);
    const std::size_t whole = lists_.before_in_sentence();
    if (!left.has(bit(share)) || !left.is_understood() || topic_.split || changed_ ||
        left.has(bits(than, never, plan, barred, in_turn, about, at_least, elsewhere)) ||
        whole == no_claim || claims_[whole].kind != ClaimKind::count ||
        terms_.holds(begin, at, {area, subordinates})) {
      return;
    }
    Claim claim;
    claim.kind = ClaimKind::share;
    claim.quantity = terms_[at].quantity;
    claim.place = {claims_[whole].place.begin, terms_[at].place.end};
    claim.whole = whole;
    add(claim, left);
  }

  void add(Claim& claim, const Phrase& phrase) {
    circumstances_.tell(claim, phrase, terms_);
    claim.part = part_;
    claim.paragraph = paragraph_;
    claims_.push_back(claim);
  }

  const Prose& prose_;
  const Gapless& text_;
  std::vector<Claim> claims_;
  Terms terms_{text_};
  Topic topic_;
  Circumstances circumstances_;
  ClaimLists lists_{claims_};
  int part_ = 0;
  std::size_t paragraph_ = 0;
  bool changed_ = false;  // the figure before tells by how much
};

}  // namespace

std::vector<Claim> read_claims(const Prose& prose) { return Reader(prose).run(); }

}  // namespace gouji
