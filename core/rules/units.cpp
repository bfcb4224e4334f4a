// The report against those that it adds up: ROLLUP.SUM
#include <algorithm>
#include <array>

#include "rules/other_report.h"
#include "rules/review.h"
#include "rules/sum.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"ROLLUP.SUM", Severity::warning, Basis::practice,
     "核对惯例：汇总报告的各格为所属各单位报告该格之和"},
};
constexpr const Rule& rollup = family[0];

// So many cells of a column are named in a message; the finding itself points to all.
constexpr std::size_t named = 8;

// A cell that could be compared.
struct Compared {
  const Cell* cell;
  const FormCell* facts;
  TableId table;
  Number own;
  Number sum;
  Number residual;               // own - sum
  std::vector<Number> by_units;  // the units' values, in their order

  [[nodiscard]] bool differs() const { return residual.units != 0; }
};

Number negative(const Number& number) { return {-number.units, number.decimals}; }

std::string unit_name(const Answer& unit, std::size_t index) {
  const std::string& known = unit.agency.empty() ? unit.file : unit.agency;
  return known.empty() ? "第 " + std::to_string(index + 1) + " 个单位" : known;
}

class Checker {
 public:
  explicit Checker(Review& review) : review_(review), units_(review.options.units) {}

  void run() {
    for (const TableId id : all_tables) compare(id);
    answer_sums();
    const Message why = explanation();
    for (const TableId id : all_tables) tell(id, why);
    tell_other_years();
    tell_unread();
  }

 private:
  void answer_sums() {
    RollUp& out = review_.answer.roll_up.emplace();
    for (std::size_t u = 0; u < units_.size(); ++u) out.units.push_back(unit_name(units_[u], u));
    for (const Compared& cell : compared_) out.cells.push_back({cell.cell->id, cell.own, cell.sum});
  }

  void compare(TableId id) {
    const std::span<const Cell> cells = review_.cells(id);
    const std::span<const FormCell> facts = review_.form_cells(id);
    std::vector<std::span<const Cell>> parts;
    for (const Answer& unit : units_) parts.push_back(cells_of(unit, id));
    unread_.resize(units_.size());
    for (std::size_t i = 0; i < cells.size() && i < facts.size(); ++i) {
      const std::optional<Number> own = value_of(cells[i]);
      if (!own) continue;
      Compared out{&cells[i], &facts[i], id, *own, {}, {}, {}};
      bool known = true;
      for (std::size_t u = 0; u < units_.size(); ++u) {
        const std::optional<Number> value = i < parts[u].size() && parts[u][i].id == cells[i].id
                                                ? value_of(parts[u][i])
                                                : value_of(units_[u], cells[i].id);
        const std::optional<Number> sum = value ? add(out.sum, *value) : std::nullopt;
        if (!sum) {
          known = false;
          ++unread_[u][static_cast<std::size_t>(id)];
          continue;
        }
        out.sum = *sum;
        out.by_units.push_back(*value);
      }
      const std::optional<Number> residual = known ? subtract(*own, out.sum) : std::nullopt;
      if (!residual) continue;
      out.residual = *residual;
      compared_.push_back(std::move(out));
    }
  }

  // The cells that an explanation must be right for: those of the rows in which any differs.
  [[nodiscard]] std::vector<const Compared*> scope() const {
    std::vector<const Compared*> out;
    for (std::size_t first = 0; first < compared_.size();) {
      std::size_t last = first;
      bool differs = false;
      for (; last < compared_.size() && compared_[last].table == compared_[first].table &&
             row_of(*compared_[last].facts) == row_of(*compared_[first].facts);
           ++last) {
        differs = differs || compared_[last].differs();
      }
      for (; first < last; ++first) {
        if (differs) out.push_back(&compared_[first]);
      }
    }
    return out;
  }

  // Whether a unit's report is the report itself or stands here for the second time.
  [[nodiscard]] bool is_surplus(std::size_t u) const {
    const std::string name = unit_name(units_[u], u);
    if (name == review_.answer.agency) return true;
    for (std::size_t i = 0; i < u; ++i) {
      if (unit_name(units_[i], i) == name) return true;
    }
    return false;
  }

  // A blank counts as 0, and what it stands for may be in the report's figure.
  [[nodiscard]] bool is_blank(std::size_t u, const Compared& cell) const {
    const Cell* const own = cell_of(units_[u], cell.cell->id);
    return own != nullptr && !own->inferred &&
           (own->state == CellState::blank || own->state == CellState::placeholder);
  }

  // How a unit's own figures change with a repair of its tables.
  static Number change_of(const Alternative& alternative, const Answer& unit, const Cell& cell) {
    for (const Change& change : alternative.changes) {
      if (change.cell != cell.id) continue;
      const std::optional<Number> from = change.from ? change.from : value_of(unit, cell.id);
      return subtract(change.to, from.value_or(Number{})).value_or(Number{});
    }
    return {};
  }

  // Which one unit's figures explain what differs: what to add to a message; empty where none, or
  // more than one, does.
  [[nodiscard]] Message explanation() const {
    const std::vector<const Compared*> cells = scope();
    if (cells.empty()) return {};
    const auto all = [&](auto right) { return std::all_of(cells.begin(), cells.end(), right); };
    Message out;
    std::size_t explaining = 0;
    for (std::size_t u = 0; u < units_.size(); ++u) {
      const std::string who = unit_name(units_[u], u);
      const auto explains = [&](const char* what, const char* what_en) {
        ++explaining;
        out = {"；{}，这只是一种可能",
               "; {}, which is one possibility",
               {Message(what, what_en, {who})}};
      };
      if (all([&](const Compared* cell) {
            return cell->residual == negative(cell->by_units[u]);
          })) {
        if (is_surplus(u)) {
          // Of two copies it is told once, of the second.
          explaining = 0;
          explains("恰好相当于所给报告里多了一份「{}」",
                   "this is just what one report of {} too many among those given would make");
          break;
        }
        explains("恰好相当于漏计了「{}」", "this is just what a unit left out ({}) would make");
      } else if (all([&](const Compared* cell) { return cell->residual == cell->by_units[u]; })) {
        explains("恰好相当于重复计了「{}」",
                 "this is just what a unit counted twice ({}) would make");
      } else if (own_error(u, cells)) {
        explains("恰好相当于「{}」报告里对不上的数更正后再汇总",
                 "this is just what the repair of a unit's own error ({}) would make");
      } else if (all([&](const Compared* cell) {
                   return !cell->differs() || (cell->residual.units > 0 && is_blank(u, *cell));
                 })) {
        explains("「{}」这里是空白，按 0 计，差额可能在此",
                 "{} has left this blank, which counts as 0 and may be what is missing");
      }
    }
    return explaining == 1 ? out : surplus();
  }

  // A report too many makes the sums wrong, whatever else does.
  [[nodiscard]] Message surplus() const {
    Message out;
    for (std::size_t u = 0; u < units_.size(); ++u) {
      if (!is_surplus(u)) continue;
      const std::string who = unit_name(units_[u], u);
      const bool itself = who == review_.answer.agency;
      out.add(itself ? "；所给报告里有本报告的机关「{}」" : "；所给报告里「{}」不止一份",
              itself ? "; {}, given as a unit, is this report's own agency"
                     : "; {} is given more than once",
              {who});
    }
    if (!out.empty()) out.add("，请确认", "");
    return out;
  }

  [[nodiscard]] bool own_error(std::size_t u, const std::vector<const Compared*>& cells) const {
    for (const Repair& repair : units_[u].repairs) {
      for (const Alternative& alternative : repair.alternatives) {
        const auto right = [&](const Compared* cell) {
          return cell->residual == change_of(alternative, units_[u], *cell->cell);
        };
        if (std::all_of(cells.begin(), cells.end(), right)) return true;
      }
    }
    return false;
  }

  // One finding a row or a column, whichever are fewer.
  void tell(TableId id, const Message& why) {
    std::vector<const Compared*> differing;
    for (const Compared& cell : compared_) {
      if (cell.table == id && cell.differs()) differing.push_back(&cell);
    }
    if (differing.empty()) return;
    std::vector<std::u16string_view> rows;
    std::vector<std::u16string_view> columns;
    const auto note = [](std::vector<std::u16string_view>& list, std::u16string_view label) {
      if (std::find(list.begin(), list.end(), label) == list.end()) list.push_back(label);
    };
    for (const Compared* cell : differing) {
      note(rows, row_of(*cell->facts));
      note(columns, column_of(*cell->facts));
    }
    // Only those of table 3 reach over the whole table.
    const bool by_column = id == TableId::requests && columns.size() < rows.size();
    for (const std::u16string_view label : by_column ? columns : rows) {
      std::vector<const Compared*> group;
      for (const Compared* cell : differing) {
        if (label == (by_column ? column_of(*cell->facts) : row_of(*cell->facts))) {
          group.push_back(cell);
        }
      }
      tell(id, label, by_column, group, why);
    }
  }

  void tell(TableId id, std::u16string_view label, bool by_column,
            const std::vector<const Compared*>& group, const Message& why) {
    Message places;
    for (std::size_t i = 0; i < group.size(); ++i) {
      const Compared& cell = *group[i];
      if (i == named) {
        places.add("；等共 {} 格", "; {} cells in all", {group.size()});
        break;
      }
      const bool more = cell.residual.units > 0;
      places.add_next("；", "「{0}」本报告 {1}，各单位之和 {2}，{3} {4}",
                      "{5} says {6}, the units add up to {2}, difference {7}{8}",
                      {by_column ? row_of(*cell.facts) : column_of(*cell.facts), *cell.cell,
                       cell.sum, more ? "多" : "少", more ? cell.residual : negative(cell.residual),
                       cell.cell->id, cell.own, more ? "+" : "", cell.residual});
    }
    Finding& finding =
        report(review_, rollup, "{0}「{1}」一{2}与所属 {3} 个单位报告之和不等：{4}{5}",
               "{0}: not the sum of the {3} subordinate reports: {4}{5}",
               {id, label, by_column ? "列" : "行", units_.size(), places, why});
    for (const Compared* cell : group) point_to(finding, *cell->cell);
  }

  // Reports of another year are added up all the same, since a title may have a year wrong.
  void tell_other_years() {
    Message who;
    for (std::size_t u = 0; u < units_.size(); ++u) {
      const Answer& unit = units_[u];
      if (!unit.year || !review_.answer.year || *unit.year == *review_.answer.year) continue;
      who.add_next("、", "「{}」{}", "{}: {}", {unit_name(unit, u), *unit.year});
    }
    if (who.empty()) return;
    Finding& finding =
        report(review_, rollup, "本报告是 {} 年度的，计入各单位之和的报告有别的年度的，请确认：{}",
               "This report is of {}, and some that were added up are of other years: {}",
               {*review_.answer.year, who});
    finding.severity = Severity::info;
  }

  void tell_unread() {
    Message who;
    for (std::size_t u = 0; u < units_.size(); ++u) {
      const Answer& unit = units_[u];
      Message tables;
      for (const TableId id : all_tables) {
        const std::size_t count = unread_[u][static_cast<std::size_t>(id)];
        if (count == 0) continue;
        const auto at = static_cast<std::size_t>(id);
        // Then the cells are none that could not be read: the form has none such.
        const bool other_form = at < unit.tables.size() && !unit.tables[at].form.empty() &&
                                unit.tables[at].form != review_.answer.tables[at].form;
        tables.add_next("、", other_form ? "{0} {1} 格（表式不同）" : "{0} {1} 格",
                        other_form ? "{1} cells of {0} (another form)" : "{1} cells of {0}",
                        {id, count});
      }
      if (tables.empty()) continue;
      if (unit.verdict == Verdict::unreadable) {
        tables = {"全部各格（报告无法读取）", "all cells (cannot be read)"};
      } else if (unit.verdict == Verdict::unknown_form) {
        tables = {"全部各格（不是可核对的年度报告）",
                  "all cells (no annual report that can be checked)"};
      }
      who.add_next("；", "「{}」{}", "{}: {}", {unit_name(unit, u), tables});
    }
    if (who.empty()) return;
    Finding& finding = report(
        review_, rollup, "有单位的报告没有下列各格的数，这些格没有与各单位之和核对：{}",
        "Not compared with the units' sum, since a unit's report does not tell them: {}", {who});
    finding.severity = Severity::info;
  }

  Review& review_;
  std::span<const Answer> units_;
  std::vector<Compared> compared_;                  // in the form's order
  std::vector<std::array<std::size_t, 3>> unread_;  // cells by unit and table
};

}  // namespace

std::span<const Rule> unit_rules() { return family; }

void check_units(Review& review) {
  if (!review.options.units.empty()) Checker(review).run();
}

}  // namespace gouji
