#include "narrative/circumstances.h"

namespace gouji {
namespace {

using enum Word;

bool is_agency_like(const Gapless& text, Stretch place) {
  return place.size() >= 2 &&
         text.ends(place.end,
                   u"局 办 委 厅 镇 乡 县 区 市 旗 州 省 街道 政府 中心 会 院 所 处 队 站 "
                   u"办公室 公司 学校") > 0;
}

}  // namespace

void Circumstances::begin_sentence() {
  if (!scope_lasts_) scope_ = Scope::unstated;
  if (!period_lasts_) period_ = Period::unstated;
}

void Circumstances::set_scope(Scope scope, Stretch actor, bool lasts) {
  scope_ = scope;
  actor_ = actor;
  scope_lasts_ = lasts;
}

void Circumstances::set_period(Period period, bool lasts) {
  period_ = period;
  period_lasts_ = lasts;
}

void Circumstances::read(const Terms& terms, std::size_t begin, std::size_t end, bool figure) {
  int first_month = 0;
  int last_month = 0;
  bool opens = true;
  bool own_year = false;
  bool up_to = false;
  among_ = false;
  for (std::size_t i = begin; i < end; ++i) {
    const Term& token = terms[i];
    if (token.word == than) return;
    const bool tells = figure || opens;
    switch (token.word) {
      case year:
        if (!tells || own_year) break;
        own_year = true;
        year_ = token.year;
        if (!up_to) set_period(Period::stated, tells);
        break;
      case this_year:
        if (tells && !own_year && !up_to) set_period(Period::this_year, tells);
        break;
      case last_year:
      case next_year:
      case a_while:
        if (tells) set_period(Period::other, tells);
        break;
      case until:
        up_to = true;
        set_period(Period::other, tells);
        break;
      case ever:
      case plan:
        set_period(Period::other, tells);
        break;
      case month:
        if (!tells) break;
        if (first_month == 0) first_month = token.year;
        last_month = token.year;
        break;
      case own:
        set_scope(Scope::own, token.place, figure);
        break;
      case area:
        set_scope(Scope::area, token.place, figure);
        break;
      case subordinates:
        among_ = i == begin || (terms[i - 1].word != join && terms[i - 1].word != list);
        set_scope(Scope::subordinates, token.place, figure);
        break;
      case other_words:
        if (opens && is_agency_like(terms.text(), token.place)) {
          set_scope(Scope::named, token.place, figure);
        }
        break;
      default:
        break;
    }
    opens = opens && (token.word == filler || token.word >= this_year);
  }
  const bool whole_year = first_month == 1 && last_month == 12;
  if (first_month > 0 && !whole_year) set_period(Period::other, true);
  if (up_to && (first_month == 0 || last_month == 12)) {
    set_period(Period::until, true);
    if (!own_year) year_ = 0;
  }
}

void Circumstances::restore_year(const Circumstances& before) {
  period_ = before.period_;
  year_ = before.year_;
}

void Circumstances::tell(Claim& claim, const Phrase& phrase, const Terms& terms) const {
  claim.scope = scope_;
  claim.actor = actor_;
  if (!phrase.actor.empty() && !among_) {
    claim.scope = Scope::named;
    claim.actor = phrase.actor;
  }
  claim.period = period_;
  claim.year = year_;
  if (phrase.first == no_term ||
      (claim.subjects & any_of(Subject::carried_in, Subject::carried_out)) == 0) {
    return;
  }
  for (std::size_t i = phrase.first; i <= phrase.last; ++i) {
    if ((bit(terms[i].word) & carry_verbs) == 0 || terms[i].year == 0) continue;
    claim.period = Period::stated;
    claim.year = terms[i].year;
  }
}

}  // namespace gouji
