// What the text says against the tables, and against itself: TEXT.*
#include "rules/narrative.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "rules/comparison.h"
#include "rules/narrative_sums.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::string_view practice = "核对惯例：正文与表格所写应当一致";

constexpr Rule family[] = {
    {"TEXT.REQUESTS_NONE", Severity::error, Basis::practice, practice},
    {"TEXT.REQUESTS_NEW", Severity::error, Basis::practice, practice},
    {"TEXT.REQUESTS_HANDLED", Severity::warning, Basis::practice, practice},
    {"TEXT.CARRY_IN", Severity::warning, Basis::practice, practice},
    {"TEXT.CARRY_OUT", Severity::warning, Basis::practice, practice},
    {"TEXT.RESULT_KIND", Severity::warning, Basis::practice, practice},
    {"TEXT.REVIEW", Severity::warning, Basis::practice, practice},
    {"TEXT.SUIT", Severity::warning, Basis::practice, practice},
    {"TEXT.NO_DISPUTE", Severity::error, Basis::practice, practice},
    {"TEXT.DISPUTE_OUTCOME", Severity::warning, Basis::practice, practice},
    {"TEXT.NORMATIVE", Severity::warning, Basis::practice, practice},
    {"TEXT.RULES", Severity::warning, Basis::practice, practice},
    {"TEXT.DECISIONS", Severity::warning, Basis::practice, practice},
    {"TEXT.PARTS_SUM", Severity::warning, Basis::arithmetic, "各部分之和应等于总数"},
    {"TEXT.PERCENT", Severity::warning, Basis::arithmetic, "百分比应能由文中的数算出"},
    {"TEXT.UNVERIFIABLE", Severity::info, Basis::honesty, "相应的表格不在所给文字中"},
};

enum Index : std::uint8_t {
  requests_none,
  requests_new,
  requests_handled,
  carried_in,
  carried_out,
  result_kind,
  review_count,
  suit_count,
  no_dispute,
  dispute_outcome,
  normative,
  rules_made,
  decisions,
  parts_sum,
  percent,
  unverifiable,
};

Index rule_of(const Claim& claim) {
  const auto has = [&](Subjects subjects) { return (claim.subjects & subjects) != 0; };
  const bool none = claim.kind == ClaimKind::none;
  if (has(outcome_subjects)) return dispute_outcome;
  if (has(dispute_subjects)) {
    return none ? no_dispute : has(one(Subject::review)) ? review_count : suit_count;
  }
  if (has(one(Subject::received))) return none ? requests_none : requests_new;
  if (has(request_subjects)) return requests_handled;
  if (has(one(Subject::carried_in))) return carried_in;
  if (has(one(Subject::carried_out))) return carried_out;
  if (has(result_subjects)) return result_kind;
  if (has(normative_subjects)) return normative;
  return has(rules_subjects) ? rules_made : decisions;
}

class Checker {
 public:
  explicit Checker(Review& review) : review_(review), comparison_(review) {}

  void run() {
    check_tables();
    for (const TableId id : all_tables) {
      tell_unverifiable(id);
    }
    check_sums(review_, comparison_, family[parts_sum], family[percent]);
  }

 private:
  using Result = Comparison::Result;

  void check_tables() {
    results_.assign(claims_.size(), Result::skipped);
    std::vector<std::vector<Side>> sides(claims_.size());
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      results_[i] = comparison_.compare(claims_[i], sides[i]);
    }
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      if (results_[i] != Result::differs || is_told(i) || is_in_pieces(i, sides[i]) ||
          is_sifted(i, sides[i]) || is_with_partial(i) || is_of_the_new(i)) {
        continue;
      }
      if (claims_[i].kind == ClaimKind::none) leave_out_zeros(sides[i].front());
      tell(claims_[i], sides[i]);
    }
  }

  // Against 「未发生」 stand only the cells that hold something.
  void leave_out_zeros(Side& side) const {
    const auto is_zero = [&](const Cell* cell) {
      const std::optional<Number> value = review_.value(cell->id);
      return value && value->units == 0;
    };
    side.cells.erase(std::remove_if(side.cells.begin(), side.cells.end(), is_zero),
                     side.cells.end());
    side.keys.clear();
    for (const Cell* cell : side.cells) {
      side.keys.append(side.keys.empty() ? "" : " ").append(cell->id);
    }
  }

  [[nodiscard]] bool is_beside(std::size_t i, std::size_t k) const {
    return k != i && claims_[k].paragraph == claims_[i].paragraph;
  }
  [[nodiscard]] std::int64_t figure(std::size_t i) const { return claims_[i].quantity.value.units; }
  [[nodiscard]] bool is_figure(std::size_t i) const {
    return claims_[i].kind == ClaimKind::count && claims_[i].quantity.bound == Bound::exact &&
           claims_[i].quantity.value.integer();
  }
  static bool holds_sum(const std::vector<Side>& sides, std::int64_t sum) {
    return std::any_of(sides.begin(), sides.end(),
                       [&](const Side& side) { return side.sum == sum; });
  }

  // One figure of a paragraph that agrees excuses others of the same thing: 「收到15件,受理12件」.
  // What was told once is not told again; nor is 「均维持」 of disputes whose number is told.
  [[nodiscard]] bool is_told(std::size_t i) const {
    const Subjects all_of = claims_[i].kind == ClaimKind::whole
                                ? claims_[i].subjects & ~outcome_subjects
                                : claims_[i].subjects;
    for (std::size_t k = 0; k < claims_.size(); ++k) {
      if (k == i) continue;
      const bool earlier = results_[k] == Result::differs && k < i;
      if (claims_[k].subjects != claims_[i].subjects) {
        if (earlier && is_beside(i, k) && claims_[k].subjects == all_of) return true;
        continue;
      }
      if (results_[k] == Result::agrees && is_beside(i, k)) return true;
      if (earlier && (is_beside(i, k) || claims_[k].quantity.value == claims_[i].quantity.value)) {
        return true;
      }
    }
    return false;
  }

  // 「废止3件,宣布失效1件」: figures of one thing that add up to the table's.
  [[nodiscard]] bool is_in_pieces(std::size_t i, const std::vector<Side>& sides) const {
    if (!is_figure(i)) return false;
    std::int64_t sum = figure(i);
    for (std::size_t k = 0; k < claims_.size(); ++k) {
      if (is_beside(i, k) && results_[k] == Result::differs && is_figure(k) &&
          claims_[k].subjects == claims_[i].subjects) {
        sum += figure(k);
      }
    }
    return holds_sum(sides, sum) || is_in_run(i, sides);
  }
  // 「当日答复5件,三日内答复6件,其余3件…」: some of the pieces are not read.
  [[nodiscard]] bool is_in_run(std::size_t i, const std::vector<Side>& sides) const {
    constexpr std::size_t most = 4;
    const auto joins = [&](std::size_t k) {
      return is_beside(i, k) && is_figure(k) &&
             (claims_[k].subjects == 0 || claims_[k].subjects == claims_[i].subjects);
    };
    std::size_t first = i;
    while (first > 0 && i - first < most && joins(first - 1)) --first;
    for (; first <= i; ++first) {
      std::int64_t sum = 0;
      for (std::size_t k = first; k < claims_.size() && k <= i + most; ++k) {
        if (k != i && !joins(k)) break;
        sum += figure(k);
        if (k >= i && k >= first + 2 && holds_sum(sides, sum)) return true;
      }
    }
    return false;
  }

  // 「收到20件,引导7件转为咨询,实际受理13件」: the table has what was left.
  [[nodiscard]] bool is_sifted(std::size_t i, const std::vector<Side>& sides) const {
    if (claims_[i].subjects != one(Subject::received) || !is_figure(i)) return false;
    bool some = false;
    bool others = false;
    for (const Side& side : sides) {
      for (std::size_t k = i + 1; k < claims_.size() && is_beside(i, k); ++k) {
        if (!is_figure(k) || (claims_[k].subjects & ~one(Subject::received)) != 0) continue;
        some = some || figure(k) == side.sum;
        others = others || figure(k) == figure(i) - side.sum;
      }
      if (some && others) return true;
      some = others = false;
    }
    return false;
  }

  // 「予以公开9件(含部分公开2件)」
  [[nodiscard]] bool is_with_partial(std::size_t i) const {
    if (claims_[i].subjects != one(Subject::granted)) return false;
    for (std::size_t k = i + 1; k < claims_.size() && is_beside(i, k); ++k) {
      if (claims_[k].whole != i || claims_[k].subjects != one(Subject::partial)) continue;
      const Side both = comparison_.read(TableId::requests, "requests.granted requests.partial");
      return both.known && both.sum == figure(i);
    }
    return false;
  }

  // 「收到58件,答复52件,结转下年6件」: of those that were received in the year, where nothing is
  // said of those carried in; 「办结52件,另办结上年结转5件」.
  [[nodiscard]] bool is_of_the_new(std::size_t i) const {
    if (claims_[i].subjects != one(Subject::settled) || !is_figure(i)) return false;
    const Side before = comparison_.read(TableId::requests, "requests.carried_in");
    const Side handled = comparison_.read(TableId::requests, "requests.handled");
    if (!before.known || !handled.known || before.sum == 0) return false;
    const std::size_t next = i + 1;
    if (next < claims_.size() && is_beside(i, next) && claims_[next].subjects == 0 &&
        is_figure(next) && figure(next) <= before.sum && figure(next) > 0 &&
        figure(i) + figure(next) == handled.sum) {
      return true;
    }
    std::int64_t left = -figure(i);
    for (std::size_t k = 0; k < claims_.size(); ++k) {
      if (!is_beside(i, k)) continue;
      const Subjects subjects = claims_[k].subjects;
      if ((subjects & one(Subject::carried_in)) != 0) return false;
      if (results_[k] != Result::agrees || !is_figure(k)) continue;
      if (subjects == one(Subject::received)) left += figure(k);
      if (subjects == one(Subject::carried_out)) left -= figure(k);
    }
    return left == 0 && handled.sum - before.sum == figure(i);
  }

  void tell(const Claim& claim, const std::vector<Side>& sides) {
    const Index index = rule_of(claim);
    const TableId id = table_of(claim);
    const std::int64_t figure = claim.quantity.value.units;
    Message figures;
    std::int64_t difference = -1;
    for (std::size_t i = 0; i < sides.size(); ++i) {
      const Side& side = sides[i];
      // What says the same need not be said.
      if (i > 0 && claim.kind != ClaimKind::whole &&
          std::any_of(sides.begin(), sides.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Side& before) { return before.sum == side.sum; })) {
        continue;
      }
      std::string names;
      std::string ids;
      name(side, names, ids);
      figures.add(i == 0 ? "{0}为 {2}" : "，{0}为 {2}", i == 0 ? "{1} = {2}" : ", {1} = {2}",
                  {names, ids, side.sum});
      const std::int64_t apart = std::abs(side.sum - figure);
      if (difference < 0 || apart < difference) difference = apart;
    }
    if (claim.kind == ClaimKind::whole) difference = std::abs(sides[0].sum - sides[1].sum);
    Message message("正文写有「{}」；{}{}，相差 {}", "The text says 「{}」; {}: {}; difference {}",
                    {comparison_.printed(claim), id, figures, difference});
    if (comparison_.agency().kind == AgencyKind::office) {
      message.add("。如正文说的是全县（区、市）的情况，口径可能不同",
                  ". The text may speak of the whole area");
    } else if (comparison_.agency().kind == AgencyKind::government &&
               comparison_.agency().level != AgencyLevel::township && claim.scope == Scope::named &&
               holds(review_.prose.text().slice(claim.actor), u"政府")) {
      message.add("。如正文说的只是政府本级的情况，口径可能不同",
                  ". The text may speak of the government alone, without its departments");
    }
    Finding& finding = report(review_, family[index], std::move(message));
    if (index == requests_new && !is_against_zeros(figure)) finding.severity = Severity::warning;
    finding.spans.push_back(review_.prose.span(claim.place));
    std::vector<const Cell*> cells;
    for (const Side& side : sides) {
      for (const Cell* cell : side.cells) {
        if (std::find(cells.begin(), cells.end(), cell) == cells.end()) cells.push_back(cell);
      }
    }
    for (const Cell* cell : cells) point_to(finding, *cell);
  }

  // 「(三)不予公开」各项, 「(一)予以公开 · 总计」, and the ids beside them.
  void name(const Side& side, std::string& names, std::string& ids) const {
    for (std::string_view rest = side.keys; !rest.empty();) {
      const std::string_view key = take_key(rest);
      const auto cell = std::find_if(side.cells.begin(), side.cells.end(),
                                     [&](const Cell* one) { return is_of(one->id, key); });
      const std::string_view id = (*cell)->id;
      const bool group = std::count_if(side.cells.begin(), side.cells.end(),
                                       [&](const Cell* one) { return is_of(one->id, key); }) > 1;
      names += names.empty() ? "" : "与";
      names += group ? group_name(key) : cell_name(id);
      ids += ids.empty() ? "" : " + ";
      ids += group ? key : id;
      ids += group ? ".*" : "";
    }
    if (side.cells.size() > 1) names += "之和";
  }
  [[nodiscard]] std::string cell_name(std::string_view id) const {
    for (const TableId table : all_tables) {
      for (const FormCell& cell : review_.form_cells(table)) {
        if (cell.id == id) return quoted(cell);
      }
    }
    return {};
  }
  [[nodiscard]] std::string group_name(std::string_view key) const {
    const Form* form = review_.tables.table(TableId::requests).form;
    const std::string_view group = key.substr(key.find('.') + 1);
    for (const RequestRowData& row : form->data->request_rows) {
      if (row.key.starts_with(group)) return words("「{}」各项", {row.group});
    }
    return {};
  }

  // 「收到11件」, and the column of totals says 0 in each of its rows.
  [[nodiscard]] bool is_against_zeros(std::int64_t figure) const {
    if (figure <= 0) return false;
    bool printed = false;
    for (const Cell& cell : review_.cells(TableId::requests)) {
      if (!cell.id.ends_with(".total")) continue;
      const std::optional<Number> value = review_.value(cell.id);
      if (!value || value->units != 0) return false;
      printed = printed || (cell.id == "requests.new.total" && cell.state == CellState::printed);
    }
    return printed;
  }

  void tell_unverifiable(TableId id) {
    const std::span<const Cell> cells = review_.cells(id);
    if (std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
          return cell.state != CellState::missing || cell.inferred.has_value();
        })) {
      return;
    }
    constexpr std::size_t most_quoted = 3;
    constexpr std::size_t most_spans = 20;
    std::vector<const Claim*> figures;
    for (const Claim& claim : claims_) {
      if (claim.kind == ClaimKind::count && claim.quantity.value.units > 0 &&
          comparison_.is_comparable(claim) && table_of(claim) == id) {
        figures.push_back(&claim);
      }
    }
    if (figures.empty()) return;
    std::string quotes;
    for (std::size_t i = 0; i < std::min(figures.size(), most_quoted); ++i) {
      quotes += words("「{}」", {comparison_.printed(*figures[i])});
    }
    if (figures.size() > most_quoted) quotes += "等 " + std::to_string(figures.size()) + " 处";
    Finding& finding =
        report(review_, family[unverifiable], "正文写有{}，{}的数值不在所给文字中，无法核对",
               "The text says {}; the figures of {} are not in it, and nothing can be checked",
               {quotes, id});
    for (std::size_t i = 0; i < std::min(figures.size(), most_spans); ++i) {
      finding.spans.push_back(review_.prose.span(figures[i]->place));
    }
  }

  Review& review_;
  Comparison comparison_;
  const std::vector<Claim>& claims_ = comparison_.claims();
  std::vector<Comparison::Result> results_;  // of the claims
};

}  // namespace

std::span<const Rule> narrative_rules() { return family; }

std::vector<std::pair<std::string_view, std::int64_t>> stated_values(const Review& review) {
  return Comparison(review).stated();
}

void check_narrative(Review& review) { Checker(review).run(); }

}  // namespace gouji
