#include "rules/claim_cells.h"

#include <algorithm>
#include <cstddef>

namespace gouji {
namespace {

struct SubjectCells {
  Subject subject;
  // Alternatives parted by bars, their keys by spaces.
  std::string_view keys;
};

constexpr SubjectCells subjects[] = {
    {Subject::received, "requests.new|requests.new requests.carried_in"},
    {Subject::processed, "requests.handled|requests.new|requests.new requests.carried_in"},
    {Subject::settled, "requests.handled"},
    {Subject::carried_in, "requests.carried_in"},
    {Subject::carried_out, "requests.carried_out"},
    {Subject::granted, "requests.granted"},
    {Subject::partial, "requests.partial"},
    {Subject::denied, "requests.denied"},
    {Subject::unavailable, "requests.unavailable"},
    {Subject::rejected, "requests.rejected"},
    {Subject::closed, "requests.closed"},
    {Subject::review, "disputes.review"},
    // 行政诉讼 may be meant of one of its two groups.
    {Subject::suit,
     "disputes.suit disputes.suit_after_review|disputes.suit|"
     "disputes.suit_after_review"},
    {Subject::suit_direct, "disputes.suit"},
    {Subject::suit_after, "disputes.suit_after_review"},
    {Subject::normative_issued,
     "disclosure.art20_1.normative.issued|"
     "disclosure.art20_1.normative.made|"
     "disclosure.art20_1.normative.disclosed"},
    {Subject::normative_repealed, "disclosure.art20_1.normative.repealed"},
    {Subject::normative_in_force, "disclosure.art20_1.normative.in_force"},
    {Subject::normative_published,
     "disclosure.art20_1.normative.made|"
     "disclosure.art20_1.normative.disclosed|"
     "disclosure.art20_1.normative.total_disclosed"},
    {Subject::rules_issued,
     "disclosure.art20_1.rules.issued|disclosure.art20_1.rules.made|"
     "disclosure.art20_1.rules.disclosed"},
    {Subject::rules_repealed, "disclosure.art20_1.rules.repealed"},
    {Subject::rules_in_force, "disclosure.art20_1.rules.in_force"},
    {Subject::rules_published,
     "disclosure.art20_1.rules.made|disclosure.art20_1.rules.disclosed|"
     "disclosure.art20_1.rules.total_disclosed"},
    {Subject::licensing, "disclosure.art20_5.licensing.decisions"},
    {Subject::penalty, "disclosure.art20_6.penalty.decisions"},
    {Subject::coercion, "disclosure.art20_6.coercion.decisions"},
};

constexpr SubjectCells outcomes[] = {
    {Subject::upheld, "upheld"},
    {Subject::corrected, "corrected"},
    {Subject::other_outcome, "other"},
    {Subject::pending, "pending"},
};

std::vector<Keys> alternatives(std::string_view list, std::string_view column) {
  std::vector<Keys> out;
  while (!list.empty()) {
    std::string_view keys = take_key(list, '|');
    Keys& one = out.emplace_back();
    while (!keys.empty()) {
      one += one.empty() ? "" : " ";
      one += take_key(keys);
      one += column;
    }
  }
  return out;
}

}  // namespace

std::string_view take_key(std::string_view& keys, char mark) {
  const std::string_view key = keys.substr(0, keys.find(mark));
  keys.remove_prefix(std::min(key.size() + 1, keys.size()));
  return key;
}

TableId table_of(const Claim& claim) {
  if ((claim.subjects & dispute_subjects) != 0) return TableId::disputes;
  return claim.subjects < one(Subject::review) ? TableId::requests : TableId::disclosure;
}

std::vector<Keys> keys_of(const Claim& claim) {
  std::string column;
  for (const SubjectCells& outcome : outcomes) {
    if ((claim.subjects & one(outcome.subject)) == 0) continue;
    column = '.';
    column += outcome.keys;
  }
  // 「受理、办结12件」 tells of the ones or of the others, all else of their sum.
  const bool either = (claim.subjects & ~request_subjects) == 0;
  std::vector<Keys> out;
  for (const SubjectCells& subject : subjects) {
    if ((claim.subjects & one(subject.subject)) == 0) continue;
    std::vector<Keys> more = alternatives(subject.keys, column);
    if (claim.kind != ClaimKind::count) more.resize(1);  // of none, or all of them
    if (either || out.empty()) {
      out.insert(out.end(), more.begin(), more.end());
      continue;
    }
    if (out.size() != more.size()) out.resize(1);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].append(" ").append(more[i]);
  }
  return out;
}

bool is_of(std::string_view id, std::string_view key) {
  if (!id.starts_with(key)) return false;
  const std::string_view rest = id.substr(key.size());
  return rest.empty() || (rest.front() == '.' && rest.ends_with(".total"));
}

}  // namespace gouji
