#include "repair/system.h"

#include <algorithm>
#include <string_view>

namespace gouji::repair {
namespace {

// So that no sum in a search of any depth leaves 64 bits.
constexpr std::int64_t most_units = 1'000'000'000'000'000;

bool takes_part(const Cell& cell) {
  return cell.state == CellState::blank || cell.state == CellState::placeholder ||
         (cell.state == CellState::printed && cell.value);
}

class Maker {
 public:
  Maker(const Form& form, TableId id, std::span<const Cell> cells,
        std::span<const Equation> equations)
      : form_(form), first_(form.first_cell(id)), cells_(cells), equations_(equations) {
    // The groups of section 4 stand side by side.
    system_.width = id == TableId::requests ? form.data->request_columns.size() : cells.size();
  }

  System make() {
    system_.variables.resize(cells_.size());
    system_.members.reserve(3 * cells_.size());
    for (const FormEquation& equation : form_.equations) add(equation);
    scale();
    if (system_.usable) total();
    return std::move(system_);
  }

 private:
  void add(const FormEquation& equation) {
    const std::size_t front = equation.left.front();
    if (front < first_ || front >= first_ + cells_.size()) return;
    // The answer has them in the form's order, mostly.
    std::size_t tries = 0;
    while (tries < equations_.size() && equations_[next_ % equations_.size()].id != equation.id) {
      ++next_;
      ++tries;
    }
    if (tries == equations_.size()) return;
    const std::size_t source = next_++ % equations_.size();
    const EquationStatus status = equations_[source].status;
    if (equation.right.size() == 1) {
      system_.variables[equation.right.front() - first_].total = true;
    }
    if (status == EquationStatus::not_checked) return;
    if (system_.size == max_equations) {
      system_.usable = false;
      return;
    }
    const auto readable = [&](std::uint16_t cell) { return takes_part(cells_[cell - first_]); };
    if (!std::all_of(equation.left.begin(), equation.left.end(), readable) ||
        !std::all_of(equation.right.begin(), equation.right.end(), readable)) {
      return;
    }
    const std::size_t e = system_.size++;
    system_.families[family(equation.rule)] |= bit(e);
    if (status == EquationStatus::fail) system_.failing |= bit(e);
    system_.source[e] = static_cast<std::uint16_t>(source);
    const auto take = [&](std::uint16_t index, std::int8_t sign) {
      const auto cell = static_cast<std::uint16_t>(index - first_);
      Variable& variable = system_.variables[cell];
      if (variable.count == max_families) {
        system_.usable = false;
        return;
      }
      variable.equations |= bit(e);
      variable.equation[variable.count] = static_cast<std::uint8_t>(e);
      variable.sign[variable.count++] = sign;
      system_.members.push_back(cell);
    };
    for (const std::uint16_t index : equation.left) take(index, 1);
    for (const std::uint16_t index : equation.right) take(index, -1);
    system_.begin[e + 1] = static_cast<std::uint16_t>(system_.members.size());
  }

  std::size_t family(std::string_view rule) {
    std::size_t i = 0;
    while (i + 1 < max_families && !rules_[i].empty() && rules_[i] != rule) ++i;
    if (!rules_[i].empty() && rules_[i] != rule) system_.usable = false;
    rules_[i] = rule;
    return i;
  }

  void scale() {
    int decimals = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (system_.variables[i].count > 0 && cells_[i].value) {
        decimals = std::max<int>(decimals, cells_[i].value->decimals);
      }
    }
    for (int i = 0; i < decimals; ++i) system_.scale *= 10;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      Variable& variable = system_.variables[i];
      if (variable.count == 0 || !cells_[i].value) continue;
      variable.printed = true;
      variable.value = cells_[i].value->units;
      for (int d = cells_[i].value->decimals; d <= decimals; ++d) {
        if (variable.value >= most_units || variable.value <= -most_units) system_.usable = false;
        if (d < decimals && system_.usable) variable.value *= 10;
      }
    }
  }

  void total() {
    for (const Variable& variable : system_.variables) {
      for (std::size_t i = 0; i < variable.count; ++i) {
        system_.residuals[variable.equation[i]] += variable.sign[i] * variable.value;
      }
    }
    for (std::size_t e = 0; e < system_.size; ++e) {
      if (system_.residuals[e] != 0) system_.wrong |= bit(e);
    }
  }

  const Form& form_;
  std::size_t first_;
  std::span<const Cell> cells_;
  std::span<const Equation> equations_;
  std::size_t next_ = 0;
  std::array<std::string_view, max_families> rules_{};
  System system_;
};

}  // namespace

Mask System::explained(Changes changes) const {
  std::array<std::int64_t, max_equations> net;
  Mask touched = 0;
  for (const Delta& delta : changes) {
    const Variable& variable = variables[delta.cell];
    for (std::size_t i = 0; i < variable.count; ++i) {
      const std::size_t e = variable.equation[i];
      if ((touched & bit(e)) == 0) net[e] = 0;
      touched |= bit(e);
      net[e] += variable.sign[i] * delta.change;
    }
  }
  Mask out = 0;
  for (; touched != 0; touched &= touched - 1) {
    const std::size_t e = lowest(touched);
    if (net[e] == 0) continue;
    if (net[e] != -residuals[e]) return 0;
    out |= bit(e);
  }
  return out;
}

System make_system(const Form& form, TableId id, std::span<const Cell> cells,
                   std::span<const Equation> equations) {
  return Maker(form, id, cells, equations).make();
}

}  // namespace gouji::repair
