#include "rules/comparison.h"

#include <algorithm>

#include "text/unicode.h"

namespace gouji {

Comparison::Comparison(const Review& review)
    : review_(review),
      claims_(read_claims(review.prose)),
      agency_(agency_of(review.particulars.agency)) {}

bool Comparison::is_comparable(const Claim& claim) const {
  if (claim.subjects == 0 || claim.kind == ClaimKind::share || claim.depth > 1) return false;
  if (claim.kind == ClaimKind::count && !claim.quantity.value.integer()) return false;
  // 「19件,其中11件办结」: what was settled of them is not all that was.
  const bool part_of_all = claim.whole != no_claim && (claim.subjects & request_subjects) != 0;
  if (part_of_all && !is_fresh_part(claim)) return false;
  if (is_of_the_handled(claim)) return false;
  if (claim.period == Period::other) return false;
  if (claim.period == Period::until && !is_of_the_year(claim)) return false;
  if (claim.period == Period::stated && !is_of_the_report(claim)) return false;
  switch (claim.scope) {
    case Scope::unstated:
    case Scope::own:
      return true;
    case Scope::area:
      return is_own_area(claim.actor);
    case Scope::named:
      return is_own_name(claim.actor) && !is_told_by_agency(claim);
    case Scope::subordinates:
      return false;
  }
  return false;
}

bool Comparison::is_of_the_report(const Claim& claim) const {
  if (claim.year != review_.answer.year) return false;
  if (review_.particulars.title_year > 0) return true;
  return std::none_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
    const bool of_another = other.period == Period::stated && other.year != claim.year;
    return other.subjects != 0 && (of_another || other.period == Period::this_year);
  });
}

bool Comparison::is_of_the_year(const Claim& claim) const {
  constexpr std::size_t near = 16;
  if (claim.year > 0 && claim.year != review_.answer.year) return false;
  if (claim.subjects == one(Subject::carried_out)) return true;
  if ((claim.subjects & ~(result_subjects | one(Subject::settled))) != 0) return false;
  const Gapless& text = review_.prose.text();
  const std::size_t begin = claim.place.begin - std::min(claim.place.begin, near);
  if (holds(text.slice({begin, claim.place.end}), u"累计 累积")) return false;
  const auto i = static_cast<std::size_t>(&claim - claims_.data());
  for (std::size_t k = i; k-- > 0 && i - k <= near;) {
    if (claims_[k].paragraph != claim.paragraph) break;
    if (claims_[k].subjects != one(Subject::received) || claims_[k].period == Period::until) {
      continue;
    }
    std::vector<Side> sides;
    return compare(claims_[k], sides) == Result::agrees;
  }
  return false;
}

bool Comparison::is_fresh_part(const Claim& claim) const {
  const auto i = static_cast<std::size_t>(&claim - claims_.data());
  const auto carried = [&](std::size_t k) {
    return k < claims_.size() && claims_[k].whole == claim.whole &&
           claims_[k].subjects == one(Subject::carried_in);
  };
  return claim.subjects == one(Subject::received) && (carried(i + 1) || (i > 0 && carried(i - 1)));
}

bool Comparison::is_of_the_handled(const Claim& claim) const {
  constexpr Subjects arrivals = any_of(Subject::received, Subject::carried_in);
  if (claim.whole == no_claim || (claim.subjects & arrivals) == 0) return false;
  const Claim& whole = claims_[claim.whole];
  if ((whole.subjects & one(Subject::settled)) != 0) return true;
  if ((whole.subjects & one(Subject::processed)) == 0) return false;
  const auto is_sum = [&](const Keys& keys) {
    const Side side = read(TableId::requests, keys);
    return side.known && side.sum == whole.quantity.value.units;
  };
  return is_sum("requests.handled") && !is_sum("requests.new requests.carried_in");
}

bool Comparison::is_own_area(Stretch actor) const {
  if (agency_.kind != AgencyKind::government || actor.size() < 2) return false;
  const std::string area = to_utf8(review_.prose.text().slice({actor.begin + 1, actor.begin + 2}));
  std::string_view place = review_.particulars.agency;
  for (const std::string_view ending : {"政府", "人民"}) {
    if (place.ends_with(ending)) place.remove_suffix(ending.size());
  }
  return place.ends_with(area);
}

bool Comparison::is_own_name(Stretch actor) const {
  constexpr std::size_t shortest = 6;  // two ideographs
  const auto plain = [](std::string name) {
    const std::size_t at = name.find("人民政府");
    if (at != std::string::npos) name.erase(at, std::string_view("人民").size());
    return name;
  };
  const std::string own = plain(review_.particulars.agency);
  const std::string name = plain(to_utf8(review_.prose.text().slice(actor)));
  if (name.size() < shortest || own.size() < shortest) return false;
  return own.ends_with(name) || name.ends_with(own) || own.ends_with(name + "政府") ||
         name == own + "政府";
}

bool Comparison::is_told_by_agency(const Claim& claim) const {
  if (agency_.kind != AgencyKind::government) return false;
  return std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
    // Of whom the figure beside it is says the same even where what it counts is not read.
    const bool next = claim.whole == no_claim && other.whole == no_claim &&
                      (&other - &claim == 1 || &claim - &other == 1);
    if (other.paragraph != claim.paragraph ||
        (other.subjects != claim.subjects && (other.subjects != 0 || !next))) {
      return false;
    }
    return other.scope == Scope::subordinates ||
           (other.scope == Scope::named && !is_own_name(other.actor));
  });
}

Side Comparison::read(TableId table, const Keys& keys) const {
  Side out;
  for (std::string_view rest = keys; !rest.empty();) {
    const std::string_view key = take_key(rest);
    const std::size_t before = out.cells.size();
    for (const Cell& cell : review_.cells(table)) {
      if (!is_of(cell.id, key)) continue;
      out.cells.push_back(&cell);
      const std::optional<Number> value = review_.value(cell.id);
      if (!value || !value->integer()) {
        out.known = false;
        continue;
      }
      out.sum += value->units;
      out.sure = out.sure && (cell.state != CellState::blank || cell.inferred);
    }
    if (out.cells.size() == before) return {};
  }
  out.keys = keys;
  return out;
}

Comparison::Result Comparison::compare(const Claim& claim, std::vector<Side>& sides) const {
  if (!is_comparable(claim) || claim.quantity.bound == Bound::about) return Result::skipped;
  for (const Keys& keys : keys_of(claim)) {
    Side side = read(table_of(claim), keys);
    if (side.cells.empty()) continue;  // the form has no such cells
    if (!side.known) return Result::skipped;
    sides.push_back(std::move(side));
  }
  if (sides.empty()) return Result::skipped;
  const bool sure =
      std::all_of(sides.begin(), sides.end(), [](const Side& side) { return side.sure; });
  if (claim.kind == ClaimKind::whole) {
    Claim all = claim;
    all.subjects &= ~outcome_subjects;
    Side total = read(TableId::disputes, keys_of(all).front());
    if (!total.known || total.sum == 0) return Result::skipped;
    const bool agrees = total.sum == sides.front().sum;
    const bool certain = sure && total.sure;
    sides.insert(sides.begin(), std::move(total));
    return agrees ? Result::agrees : certain ? Result::differs : Result::skipped;
  }
  const std::int64_t figure = claim.quantity.value.units;
  const bool agrees = std::any_of(sides.begin(), sides.end(), [&](const Side& side) {
    return claim.quantity.bound == Bound::at_least ? side.sum >= figure : side.sum == figure;
  });
  return agrees ? Result::agrees : sure ? Result::differs : Result::skipped;
}

std::string Comparison::printed(const Claim& claim) const {
  constexpr std::size_t longest = 40;
  Stretch place = claim.place;
  if (place.size() > longest) place.begin = place.end - longest;
  return review_.prose.text().printed(place);
}

std::vector<std::pair<std::string_view, std::int64_t>> Comparison::stated() const {
  std::vector<std::pair<std::string_view, std::int64_t>> out;
  for (const Claim& claim : claims_) {
    if (claim.kind != ClaimKind::count || !is_comparable(claim)) continue;
    if (claim.quantity.bound != Bound::exact) continue;
    if ((claim.subjects & any_of(Subject::suit, Subject::processed)) != 0) continue;
    const std::vector<Keys> keys = keys_of(claim);
    const Side side = read(table_of(claim), keys.front());
    if (side.cells.size() != 1) continue;
    const std::string_view id = side.cells.front()->id;
    if (std::none_of(out.begin(), out.end(), [&](const auto& one) { return one.first == id; })) {
      out.emplace_back(id, claim.quantity.value.units);
    }
  }
  return out;
}

}  // namespace gouji
