// Section 2: T2.*
#include "rules/agency_level.h"
#include "rules/review.h"
#include "rules/sum.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"T2.IMPLIED_STOCK", Severity::error, Basis::arithmetic,
     "现行有效 - 本年制发 + 本年废止 = 上年末现行有效，不小于 0"},
    {"T2.ITEMS", Severity::error, Basis::arithmetic, "上一年项目数量加本年增减不小于 0"},
    {"T2.PUB_TOTAL", Severity::warning, Basis::arithmetic, "对外公开总数量包括本年新公开的"},
    {"T2.REG_AUTHORITY", Severity::warning, Basis::practice,
     "核对惯例：规章由省级和设区的市级政府等制定，多与规范性文件混淆"},
    {"T2.FEE_UNIT", Severity::info, Basis::form, "表头所印单位：万元"},
};
constexpr const Rule& implied_stock = family[0];
constexpr const Rule& items = family[1];
constexpr const Rule& pub_total = family[2];
constexpr const Rule& reg_authority = family[3];
constexpr const Rule& fee_unit = family[4];

// Of some rows of the form; a column's key is put behind.
struct Row {
  std::string_view key;
  std::string_view name;
};
constexpr Row documents[] = {{"disclosure.art20_1.rules.", "规章"},
                             {"disclosure.art20_1.normative.", "规范性文件"}};
constexpr Row item_rows[] = {{"disclosure.art20_5.licensing.", "行政许可"},
                             {"disclosure.art20_5.services.", "其他对外管理服务事项"},
                             {"disclosure.art20_6.penalty.", "行政处罚"},
                             {"disclosure.art20_6.coercion.", "行政强制"},
                             {"disclosure.art20_8.fees.", "行政事业性收费"}};

class Checker {
 public:
  explicit Checker(Review& review) : review_(review) {}

  void run() {
    const Form* const form = review_.tables.table(TableId::disclosure).form;
    if (form == nullptr || review_.cells(TableId::disclosure).empty()) return;
    if (form->id() == "2021") {
      for (const Row& row : documents) stock(row);
      unit_of_fees();
    } else {
      for (const Row& row : item_rows) change(row);
      for (const Row& row : documents) total(row);
    }
    regulations();
  }

 private:
  [[nodiscard]] const Cell* cell(const Row& row, std::string_view column) const {
    return review_.cell(std::string(row.key) + std::string(column));
  }
  // What is printed; a blank as 0 where it `may` be one.
  static std::optional<Number> value(const Cell* cell, bool blank = false) {
    if (cell == nullptr) return std::nullopt;
    if (blank && (cell->state == CellState::blank || cell->state == CellState::placeholder)) {
      return Number{};
    }
    return cell->value;
  }

  void stock(const Row& row) {
    const Cell* const cells[] = {cell(row, "in_force"), cell(row, "issued"), cell(row, "repealed")};
    const std::optional<Number> in_force = value(cells[0]);
    const std::optional<Number> issued = value(cells[1]);
    const std::optional<Number> repealed = value(cells[2], true);
    if (!in_force || !issued || !repealed) return;
    const std::optional<Number> less = subtract(*in_force, *issued);
    const std::optional<Number> before = less ? add(*less, *repealed) : std::nullopt;
    if (!before || before->units >= 0) return;
    tell(implied_stock, cells,
         "表二「{0}」：现行有效 {2} - 本年制发 {3} + 本年废止 {4} = {5}，推得上年末为负数",
         "Table 2, {1}: in force {2} - issued {3} + repealed {4} = {5}: the stock of the year "
         "before would be negative",
         {row.name, short_key(row), *in_force, *issued, *repealed, *before});
  }

  void change(const Row& row) {
    const Cell* const cells[] = {cell(row, "previous"), cell(row, "change")};
    const std::optional<Number> previous = value(cells[0]);
    const std::optional<Number> change = value(cells[1]);
    if (!previous || !change) return;
    const std::optional<Number> now = add(*previous, *change);
    if (!now || now->units >= 0) return;
    tell(items, cells, "表二「{0}」：上一年项目数量 {2}，本年增/减 {3}，合计为 {4}，小于 0",
         "Table 2, {1}: previous {2}, change {3}: {4} is less than 0",
         {row.name, short_key(row), *previous, *change, *now});
  }

  void total(const Row& row) {
    const Cell* const cells[] = {cell(row, "total_disclosed"), cell(row, "disclosed")};
    const std::optional<Number> total = value(cells[0]);
    const std::optional<Number> disclosed = value(cells[1]);
    if (!total || !disclosed) return;
    const std::optional<Number> rest = subtract(*disclosed, *total);
    if (!rest || rest->units <= 0) return;
    tell(pub_total, cells, "表二「{0}」：对外公开总数量 {2}，小于本年新公开数量 {3}，相差 {4}",
         "Table 2, {1}: total disclosed {2} is {4} less than disclosed this year {3}",
         {row.name, short_key(row), *total, *disclosed, *rest});
  }

  void regulations() {
    if (!agency_of(review_.answer.agency).never_makes_rules()) return;
    std::vector<const Cell*> cells;
    std::string figures;
    for (const Cell& cell : review_.cells(TableId::disclosure)) {
      if (!cell.id.starts_with(documents[0].key) || !cell.value || cell.value->units <= 0) continue;
      cells.push_back(&cell);
      figures += (figures.empty() ? "" : "、") + to_string(*cell.value);
    }
    if (cells.empty()) return;
    tell(reg_authority, cells, "表二「规章」一行填有 {}；{}一般不制定规章，请核实是否为规范性文件",
         "Table 2, rules: {}; an agency of this level does not usually make rules of government",
         {figures, review_.answer.agency});
  }

  // In 万元, what would be more than all such agencies of a kind take.
  static std::int64_t implausible(AgencyLevel level) {
    constexpr std::int64_t township = 10'000;
    constexpr std::int64_t county = 1'000'000;
    constexpr std::int64_t others = 10'000'000;
    if (level == AgencyLevel::township) return township;
    return level == AgencyLevel::county ? county : others;
  }

  void unit_of_fees() {
    const Cell* const fees = review_.cell("disclosure.art20_8.fees.amount");
    if (fees == nullptr || !fees->value || fees->value->units <= 0) return;
    const bool named = fees->unit == "元";
    std::int64_t whole = fees->value->units;
    for (int i = 0; i < fees->value->decimals; ++i) whole /= 10;
    if (!named && whole < implausible(agency_of(review_.answer.agency).level)) return;
    if (fees->unit == "万元") return;
    const Cell* const cells[] = {fees};
    tell(fee_unit, cells, "表二「行政事业性收费」写的是“{}”；表头的单位是万元，请核实是否按元填写",
         "Table 2, fees: \"{}\"; the form's unit is 10,000 yuan, please check whether this is in "
         "yuan",
         {fees->text});
  }

  // 「normative」
  static std::string_view short_key(const Row& row) {
    const std::string_view key = row.key.substr(0, row.key.size() - 1);
    return key.substr(key.rfind('.') + 1);
  }

  void tell(const Rule& rule, std::span<const Cell* const> cells, const char* pattern,
            const char* pattern_en, Figures figures) {
    Finding& finding = report(review_, rule, pattern, pattern_en, figures);
    for (const Cell* cell : cells) point_to(finding, *cell);
  }

  Review& review_;
};

}  // namespace

std::span<const Rule> disclosure_rules() { return family; }

void check_disclosure(Review& review) { Checker(review).run(); }

}  // namespace gouji
