// What the report's sentences say with a figure, or by 「未收到」 and 「均维持」, of requests,
// results, disputes, documents and decisions.
//
// A claim is read only where every word between the verb, the thing and the figure is understood;
// a figure whose words are not is kept with no subject, for the sums and shares around it. What is
// said in sections 5 and 6 is of plans and of other work, and is no claim.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "narrative/prose.h"
#include "narrative/quantity.h"

namespace gouji {

enum class Subject : std::uint8_t {
  received,   // 收到, 受理, 新收
  processed,  // 处理, 办理
  settled,    // 答复, 办结
  carried_in,
  carried_out,
  granted,
  partial,
  denied,
  unavailable,
  rejected,
  closed,
  review,
  suit,  // both kinds
  suit_direct,
  suit_after,
  upheld,  // with one of the four above
  corrected,
  other_outcome,
  pending,
  normative_issued,
  normative_repealed,
  normative_in_force,
  normative_published,
  rules_issued,
  rules_repealed,
  rules_in_force,
  rules_published,
  licensing,
  penalty,
  coercion,
};

// A set of subjects, one bit each.
using Subjects = std::uint32_t;
[[nodiscard]] constexpr Subjects one(Subject subject) {
  return Subjects{1} << static_cast<unsigned>(subject);
}
template <class... More>
[[nodiscard]] constexpr Subjects any_of(More... subjects) {
  return (one(subjects) | ...);
}

enum class ClaimKind : std::uint8_t {
  count,  // 「12件」
  none,   // 「未收到」: 0 without a figure
  whole,  // 「均维持」: all that there are
  share,  // 「占25%」 of the figure before it
};

enum class Scope : std::uint8_t {
  unstated,
  own,           // 我局, 本机关
  area,          // 全县, 我区: the report's own if a government's
  named,         // `actor` tells whose
  subordinates,  // 各部门, 辖区, or 本级 beside them: not the report's
};

enum class Period : std::uint8_t {
  unstated,
  this_year,  // 今年, 全年
  stated,     // `year` tells which
  until,      // 截至12月底: of that year, or of all years; `year` tells which if it is stated
  other,      // 去年, 历年, 上半年, plans
};

// Kinds of parts that leave nothing over.
enum class Division : std::uint8_t { unknown, channel, person, body, rest, others };

inline constexpr std::size_t no_claim = static_cast<std::size_t>(-1);

struct Claim {
  ClaimKind kind = ClaimKind::count;
  Subjects subjects = 0;  // several: their sum, or for verbs one or the other; 0 for unknown ones
  Quantity quantity;
  Scope scope = Scope::unstated;
  Stretch actor;  // of a scope that is named
  Period period = Period::unstated;
  int year = 0;
  Stretch place;  // the words of the claim
  int part = 0;   // of the report
  std::size_t paragraph = 0;
  std::size_t whole = no_claim;  // of which it is a part, or the figure that a share is of
  int depth = 0;                 // 1 for a part, 2 for a part of a part
  Division division = Division::unknown;
};

[[nodiscard]] std::vector<Claim> read_claims(const Prose& prose);

}  // namespace gouji
