// Sections 3 and 4 beyond their equations: T3.*, T4.*
#include <algorithm>

#include "rules/foreign_rows.h"
#include "rules/other_report.h"
#include "rules/review.h"
#include "rules/sum.h"
#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"T3.SUBTOTAL", Severity::warning, Basis::meaning, "小计为各部分之和；它不是表式的单元格"},
    {"T3.SPLIT_CELL", Severity::warning, Basis::honesty, "PDF 文字常把一个数拆成两格"},
    {"T4.NO_BASIS", Severity::info, Basis::practice, "核对惯例：可能源于更早年度的申请"},
};
constexpr const Rule& subtotal = family[0];
constexpr const Rule& split_cell = family[1];
constexpr const Rule& no_basis = family[2];

void check_basis(Review& review) {
  const Cell* const fresh = review.cell("requests.new.total");
  const Cell* const before = review.cell("requests.carried_in.total");
  if (fresh == nullptr || before == nullptr) return;
  for (const Cell* cell : {fresh, before}) {
    if (!cell->value || cell->value->units != 0) return;
  }
  std::vector<const Cell*> disputes;
  std::optional<Number> sum = Number{};
  for (const Cell& cell : review.cells(TableId::disputes)) {
    if (!cell.id.ends_with(".total") || !cell.value || cell.value->units <= 0) continue;
    disputes.push_back(&cell);
    sum = sum ? add(*sum, *cell.value) : sum;
  }
  if (disputes.empty() || !sum) return;
  Finding& finding =
      report(review, no_basis,
             "表四有行政复议、行政诉讼共 {} 件，表三本年新收和上年结转的总计都是 0；"
             "可能源于更早年度的申请，请核实",
             "Table 4 has {} disputes, but no request came in or was carried in (table 3)", {*sum});
  for (const Cell* cell : disputes) point_to(finding, *cell);
  point_to(finding, *fresh);
  point_to(finding, *before);
}

constexpr std::size_t columns = 7;  // of section 3, the last the total

// --- local subtotals

class Subtotals {
 public:
  explicit Subtotals(Review& review)
      : review_(review),
        table_(review.tables.table(TableId::requests)),
        cells_(review.cells(TableId::requests)) {}

  void run() {
    if (table_.form == nullptr || cells_.empty()) return;
    first_ = table_.form->first_cell(TableId::requests);
    column();
    for (const ForeignRow& row : foreign_rows(review_, TableId::requests)) {
      if (row.values.size() == columns && row.label.find(u'计') != std::u16string::npos) rows(row);
    }
  }

 private:
  [[nodiscard]] const Cell& cell(const FormLine& line, std::size_t column) const {
    return cells_[line.first - first_ + column];
  }

  // The sum of the organizations, or of all applicants: what such a column is the rows tell.
  void column() {
    std::size_t organizations = 0;
    std::size_t all = 0;
    std::vector<Row> known;
    for (const Subtotal& printed : table_.subtotals) {
      const FormLine& line = table_.form->lines[printed.line];
      std::optional<Number> sum = Number{};
      for (std::size_t c = 1; c + 1 < columns && sum; ++c) {
        const Cell& part = cell(line, c);
        sum = part.value ? add(*sum, *part.value) : std::nullopt;
      }
      if (!sum) continue;
      const Cell& natural = cell(line, 0);
      const std::optional<Number> both = natural.value ? add(*sum, *natural.value) : std::nullopt;
      known.push_back({&line, &printed, *sum, both});
      organizations += printed.value == *sum ? 1 : 0;
      all += both && printed.value == *both ? 1 : 0;
    }
    if (std::max(organizations, all) * 2 <= known.size()) return;
    for (const Row& row : known) {
      const std::optional<Number> due = organizations >= all ? row.organizations : row.all;
      if (!due || *due == row.printed->value) continue;
      tell("表三「{0}」一行：各部分之和 {2}，小计写 {3}",
           "Table 3, row {1}: the parts add up to {2}, the subtotal says {3}",
           {row_of(table_.form->cells[row.line->first]), row.line->key, *due, row.printed->value},
           row.printed->span);
    }
  }

  // 「不予公开小计」, or 小计 behind the rows of a group.
  void rows(const ForeignRow& row) {
    const FormLine* const before = line_before(row);
    std::string_view group = group_named(row.label);
    if (group.empty() && before != nullptr) group = group_of(before->key);
    if (group.empty()) return;
    for (std::size_t c = 0; c < columns; ++c) {
      std::optional<Number> sum = Number{};
      std::size_t parts = 0;
      for (const FormLine& line : table_.form->lines) {
        if (line.table != TableId::requests || group_of(line.key) != group) continue;
        ++parts;
        const Cell& part = cell(line, c);
        sum = sum && part.value ? add(*sum, *part.value) : std::nullopt;
      }
      if (parts < 2 || !sum || *sum == row.values[c]) continue;
      tell(
          "表三“{0}”「{1}」一列：各部分之和 {4}，小计写 {5}",
          "Table 3, subtotal of {2}, column {3}: the parts add up to {4}, it says {5}",
          {row.label, column_of(table_.form->cells[first_ + c]), group, c + 1, *sum, row.values[c]},
          row.span);
      return;
    }
  }

  [[nodiscard]] const FormLine* line_before(const ForeignRow& row) const {
    const Label& label = label_of(review_.document.labels[row.behind]);
    for (const FormLine& line : table_.form->lines) {
      if (line.table == TableId::requests && line.key == label.key) return &line;
    }
    return nullptr;
  }

  // 「denied」 of 「denied.internal」; empty for a row that is in no group.
  static std::string_view group_of(std::string_view key) {
    const std::size_t dot = key.find('.');
    return dot == std::string_view::npos ? std::string_view() : key.substr(0, dot);
  }

  static std::string_view group_named(std::u16string_view label) {
    constexpr struct {
      std::u16string_view words;
      std::string_view key;
    } groups[] = {{u"不予公开", "denied"},
                  {u"无法提供", "unavailable"},
                  {u"不予处理", "rejected"},
                  {u"其他处理", "closed"}};
    for (const auto& group : groups) {
      if (label.find(group.words) != std::u16string_view::npos) return group.key;
    }
    return {};
  }

  struct Row {
    const FormLine* line;
    const Subtotal* printed;
    Number organizations;
    std::optional<Number> all;
  };

  void tell(const char* pattern, const char* pattern_en, Figures figures, const Span& span) {
    report(review_, subtotal, pattern, pattern_en, figures).spans.push_back(span);
  }

  Review& review_;
  const TableReading& table_;
  std::span<const Cell> cells_;
  std::size_t first_ = 0;
};

// --- a figure in two cells

// Digits of `high` and then of `low`; none where either is no plain figure.
std::optional<Number> joined(const Number& high, const Number& low) {
  constexpr std::int64_t most = 1'000'000;
  if (!high.integer() || !low.integer() || high.units <= 0 || low.units < 0 || high.units > most ||
      low.units > most) {
    return std::nullopt;
  }
  std::int64_t scale = 10;
  while (scale <= low.units) scale *= 10;
  return Number{high.units * scale + low.units, 0};
}

bool adds_up(const std::vector<Number>& row) {
  std::optional<Number> sum = Number{};
  for (std::size_t i = 0; i + 1 < row.size() && sum; ++i) sum = add(*sum, row[i]);
  return sum && *sum == row.back();
}

void check_split(Review& review) {
  const TableReading& table = review.tables.table(TableId::requests);
  for (const Surplus& row : table.surplus) {
    if (row.values.size() != columns + 1) continue;
    std::size_t at = 0;
    std::size_t ways = 0;
    std::optional<Number> whole;
    for (std::size_t i = 0; i < columns; ++i) {
      std::vector<Number> left = row.values;
      left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
      // A figure too many, a page's number perhaps, explains as much.
      ways += adds_up(left) ? 2 : 0;
      const std::optional<Number> figure = joined(row.values[i], row.values[i + 1]);
      if (!figure) continue;
      left[i] = *figure;
      if (!adds_up(left)) continue;
      ++ways;
      at = i;
      whole = figure;
    }
    if (ways != 1 || !whole) continue;
    const FormLine& line = table.form->lines[row.line];
    Finding& finding =
        report(review, split_cell,
               "表三「{0}」一行多出一个数；把 {2} 与 {3} 连成 {4}，各类申请人之和等于总计，"
               "请对照原件是否为同一个数",
               "Table 3, row {1} has a figure too many; with {2} and {3} joined to {4} it adds up",
               {row_of(table.form->cells[line.first]), line.key, row.values[at], row.values[at + 1],
                *whole});
    finding.spans.push_back(row.span);
  }
}

}  // namespace

std::span<const Rule> request_rules() { return family; }

void check_requests(Review& review) {
  Subtotals(review).run();
  check_split(review);
  check_basis(review);
}

}  // namespace gouji
