// The claims of the report's sentences beside the cells that they speak of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "narrative/claims.h"
#include "rules/agency_level.h"
#include "rules/claim_cells.h"
#include "rules/review.h"

namespace gouji {

// One set of cells, read.
struct Side {
  Keys keys;
  std::vector<const Cell*> cells;
  std::int64_t sum = 0;
  bool known = true;  // every cell has a value
  // None of them is blank: a figure that the blank has lost could make the sum another one.
  bool sure = true;
};

class Comparison {
 public:
  enum class Result : std::uint8_t { skipped, agrees, differs };

  explicit Comparison(const Review& review);

  [[nodiscard]] const std::vector<Claim>& claims() const { return claims_; }
  [[nodiscard]] const Agency& agency() const { return agency_; }

  // Whether a claim, one of `claims`, is of the report's own figures and of its year.
  [[nodiscard]] bool is_comparable(const Claim& claim) const;
  // The same claim against the tables: `sides` are the sets of cells that it may speak of; for
  // 「均维持」 what there is in all stands before them.
  Result compare(const Claim& claim, std::vector<Side>& sides) const;
  // One set of cells; no cells where the form lacks one of them.
  [[nodiscard]] Side read(TableId table, const Keys& keys) const;
  // The claim's words, as the source prints them.
  [[nodiscard]] std::string printed(const Claim& claim) const;
  // See stated_values().
  [[nodiscard]] std::vector<std::pair<std::string_view, std::int64_t>> stated() const;

 private:
  // The year that is stated is the report's. Without a title that is a guess, and no more than one
  // where the text has figures of another year, or of 全年, as well.
  [[nodiscard]] bool is_of_the_report(const Claim& claim) const;
  // 「截至年底」: what is carried over then is carried out of the year, whenever it came in. What
  // was settled by then, of the requests that the sentence before told of, was settled in the year.
  [[nodiscard]] bool is_of_the_year(const Claim& claim) const;
  // 「处理92件,其中新接收91件,上年结转1件」
  [[nodiscard]] bool is_fresh_part(const Claim& claim) const;
  // 「办结14件,其中上年结转2件,当年受理12件」: of those carried in and of the new ones only what
  // was done.
  [[nodiscard]] bool is_of_the_handled(const Claim& claim) const;
  // 全县 in the report of the county's government; 全市 in that of one of its counties is not.
  [[nodiscard]] bool is_own_area(Stretch actor) const;
  [[nodiscard]] bool is_own_name(Stretch actor) const;
  // 「县政府制定4件,各部门制定5件」: beside other agencies' figures the government's name means it
  // alone, and its report counts them all.
  [[nodiscard]] bool is_told_by_agency(const Claim& claim) const;

  const Review& review_;
  std::vector<Claim> claims_;
  Agency agency_;
};

}  // namespace gouji
