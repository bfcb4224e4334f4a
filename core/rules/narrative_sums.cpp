#include "rules/narrative_sums.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

namespace gouji {
namespace {

class Checker {
 public:
  Checker(Review& review, const Comparison& comparison, const Rule& parts_sum, const Rule& percent)
      : review_(review),
        comparison_(comparison),
        claims_(comparison.claims()),
        parts_sum_(parts_sum),
        percent_(percent) {}

  void run() {
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (claims_[i].kind == ClaimKind::share) check_share(i);
    }
    check_lists();
  }

 private:
  // The sum of a table's cells; none where it is not known.
  [[nodiscard]] std::optional<std::int64_t> sum_of(const Keys& keys) const {
    const Side side = comparison_.read(TableId::requests, keys);
    if (side.cells.empty() || !side.known) return std::nullopt;
    return side.sum;
  }

  [[nodiscard]] bool is_exact(const Claim& claim) const {
    return claim.kind == ClaimKind::count && claim.quantity.bound == Bound::exact &&
           claim.quantity.value.integer();
  }
  [[nodiscard]] std::int64_t figure(std::size_t i) const { return claims_[i].quantity.value.units; }

  // The figures of the paragraph before a claim, the nearest first: of any of them, or of two that
  // stand together, a part or a share may be meant.
  [[nodiscard]] std::vector<std::int64_t> bases_before(std::size_t end) const {
    constexpr std::size_t most = 16;
    std::vector<std::int64_t> out;
    std::size_t behind = no_claim;
    for (std::size_t i = end; i-- > 0 && out.size() < most;) {
      if (claims_[i].paragraph != claims_[end].paragraph) break;
      if (!is_exact(claims_[i])) continue;
      out.push_back(figure(i));
      if (behind != no_claim && claims_[behind].whole == claims_[i].whole) {
        out.push_back(figure(i) + figure(behind));
      }
      behind = i;
    }
    return out;
  }
  // The same of the table's totals.
  void add_totals(std::vector<std::int64_t>& out, bool of_results) const {
    for (const Keys& keys : {Keys("requests.new"), Keys("requests.new requests.carried_in"),
                             Keys("requests.handled")}) {
      if (keys == "requests.handled" && !of_results) continue;
      if (const std::optional<std::int64_t> sum = sum_of(keys)) out.push_back(*sum);
    }
  }

  // Truncated and rounded either way, and within 0.01 of a point.
  static bool is_share(std::int64_t part, std::int64_t whole, const Number& share) {
    if (whole <= 0) return false;
    std::int64_t power = 1;
    for (int i = 0; i < share.decimals; ++i) power *= 10;
    const std::int64_t apart = std::abs(100 * part * power - share.units * whole);
    return apart < whole || 100 * apart <= whole * power;
  }

  void check_share(std::size_t i) {
    constexpr int most_decimals = 4;
    const Claim& claim = claims_[i];
    const Claim& part = claims_[claim.whole];
    if (!is_exact(part) || claim.quantity.bound != Bound::exact ||
        claim.quantity.value.decimals > most_decimals) {
      return;
    }
    std::size_t whole = part.whole;
    // 「从办理结果看,予以公开16件,占12.8%」: of all that was handled, which only the table may
    // tell.
    if (whole == no_claim && !sum_of("requests.handled")) return;
    for (std::size_t k = claim.whole; whole == no_claim && k-- > 0;) {
      if (claims_[k].paragraph != claim.paragraph) break;
      const bool of_results = (part.subjects & (result_subjects | one(Subject::settled))) != 0;
      if (of_results && is_exact(claims_[k]) && (claims_[k].subjects & request_subjects) != 0) {
        whole = k;
      }
    }
    if (whole == no_claim || !is_exact(claims_[whole])) return;
    std::vector<std::int64_t> bases = bases_before(i);
    add_totals(bases, true);
    std::int64_t sum = 0;
    for (std::size_t k = claim.whole + 1; k-- > 0;) {
      if (claims_[k].whole != part.whole || !is_exact(claims_[k])) break;
      sum += figure(k);
      for (const std::int64_t base : bases) {
        if (is_share(sum, base, claim.quantity.value)) return;
      }
    }
    const std::int64_t base = figure(whole);
    if (base <= 0) return;
    const Number real = {(10000 * figure(claim.whole) + base / 2) / base, 2};
    Finding& finding = report(review_, percent_, "正文写有「{}」；按 {} ÷ {} 计为 {}%",
                              "The text says 「{}」; {} ÷ {} is {}%",
                              {comparison_.printed(claim), figure(claim.whole), base, real});
    finding.spans.push_back(review_.prose.span(claim.place));
    finding.spans.push_back(review_.prose.span(claims_[whole].place));
  }

  void check_lists() {
    for (std::size_t i = 0; i < claims_.size();) {
      if (claims_[i].whole == no_claim || claims_[i].kind == ClaimKind::share) {
        ++i;
        continue;
      }
      const std::size_t whole = claims_[i].whole;
      std::vector<std::size_t> parts;
      for (;
           i < claims_.size() && (claims_[i].whole == whole || claims_[i].kind == ClaimKind::share);
           ++i) {
        if (claims_[i].kind == ClaimKind::count) parts.push_back(i);
      }
      check_list(whole, parts);
    }
  }

  void check_list(std::size_t whole, const std::vector<std::size_t>& parts) {
    if (!is_exact(claims_[whole])) return;
    for (const std::size_t part : parts) {
      if (!is_exact(claims_[part]) || claims_[part].quantity.unit != claims_[whole].quantity.unit) {
        return;
      }
    }
    const bool of_requests = (claims_[whole].subjects & request_subjects) != 0;
    const auto subjects = [&](std::size_t k) { return claims_[parts[k]].subjects; };
    if (parts.size() >= 2 && of_requests &&
        (subjects(0) | subjects(1)) == any_of(Subject::received, Subject::carried_in)) {
      compare_sum(whole, parts, 0, 2, true, {});
      return;
    }
    for (std::size_t begin = 0; begin < parts.size();) {
      std::size_t end = begin + 1;
      const Kind kind = kind_of(claims_[parts[begin]]);
      while (end < parts.size() && kind != Kind::unknown &&
             (kind_of(claims_[parts[end]]) == kind || is_remainder(claims_[parts[end]]))) {
        ++end;
      }
      if (is_remainder(claims_[parts[end - 1]]) && end >= 2) {
        check_remainder(whole, parts, end);
      } else if (end < parts.size() && is_remainder(claims_[parts[end]])) {
        check_remainder(whole, parts, ++end);
      } else if (of_requests && end - begin >= 2) {
        std::vector<std::int64_t> bases = bases_before(parts[begin]);
        add_totals(bases, kind == Kind::result);
        compare_sum(whole, parts, begin, end, kind == Kind::channel, bases);
      }
      begin = end;
    }
  }

  enum class Kind : std::uint8_t { unknown, channel, applicant, result };
  static Kind kind_of(const Claim& claim) {
    if (claim.division == Division::channel) return Kind::channel;
    if (claim.division == Division::person || claim.division == Division::body) {
      return Kind::applicant;
    }
    const bool single = (claim.subjects & (claim.subjects - 1)) == 0;
    return claim.subjects != 0 && single && (claim.subjects & ~result_subjects) == 0
               ? Kind::result
               : Kind::unknown;
  }
  static bool is_remainder(const Claim& claim) {
    return claim.division == Division::rest || claim.division == Division::others;
  }

  // A list that ends with 其余 or 其他 leaves nothing over; where it is told in two ways, one of
  // them is enough.
  void check_remainder(std::size_t whole, const std::vector<std::size_t>& parts, std::size_t end) {
    const bool rest = claims_[parts[end - 1]].division == Division::rest;
    // 「其他8件、尚未审结4件」: a kind of its own, and what follows is another.
    if (!rest && end < parts.size()) return;
    if (end < (rest ? 2U : 3U)) return;
    std::int64_t sum = 0;
    const std::vector<std::int64_t> bases = bases_before(parts.front());
    for (std::size_t k = end; k-- > 0;) {
      sum += figure(parts[k]);
      if (k + 1 < end && std::find(bases.begin(), bases.end(), sum) != bases.end()) return;
    }
    compare_sum(whole, parts, 0, end, true, {});
  }

  // `complete`: the parts leave nothing over; else they only cannot be more than the whole.
  void compare_sum(std::size_t whole, const std::vector<std::size_t>& parts, std::size_t begin,
                   std::size_t end, bool complete, const std::vector<std::int64_t>& bases) {
    std::int64_t sum = 0;
    std::string terms;
    for (std::size_t k = begin; k < end; ++k) {
      sum += figure(parts[k]);
      terms += (k > begin ? " + " : "") + std::to_string(figure(parts[k]));
    }
    const std::int64_t total = figure(whole);
    if (sum == total || (!complete && sum < total)) return;
    for (const std::int64_t base : bases) {
      if (complete ? base == sum && base != total : base >= sum) return;
    }
    Finding& finding = report(review_, parts_sum_, "正文写有「{0}」，所列各部分 {1} = {2}，{3} {4}",
                              "The text says 「{0}」; the parts {1} = {2}, difference {4}",
                              {comparison_.printed(claims_[whole]), terms, sum,
                               sum > total ? "多" : "少", std::abs(sum - total)});
    finding.spans.push_back(review_.prose.span(claims_[whole].place));
    for (std::size_t k = begin; k < end; ++k) {
      finding.spans.push_back(review_.prose.span(claims_[parts[k]].place));
    }
  }

  Review& review_;
  const Comparison& comparison_;
  const std::vector<Claim>& claims_;
  const Rule& parts_sum_;
  const Rule& percent_;
};

}  // namespace

void check_sums(Review& review, const Comparison& comparison, const Rule& parts_sum,
                const Rule& percent) {
  Checker(review, comparison, parts_sum, percent).run();
}

}  // namespace gouji
