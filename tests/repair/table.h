// A table's cells and equations without a text, for the tests of the repairs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

#include "forms/form.h"
#include "repair/repair.h"

namespace gouji::test {

__extension__ typedef __int128 Wide;

// Statuses are set here word by word as the contract has them, without the rules' own code.
class GivenTable {
 public:
  GivenTable(const Form& form, TableId id) : form_(&form), id_(id), first_(form.first_cell(id)) {
    for (const FormCell& known : form.cells_of(id)) {
      Cell& cell = cells_.emplace_back();
      cell.id = known.id;
      cell.state = CellState::printed;
      cell.value = Number{};
    }
    settle();
  }

  [[nodiscard]] const Form& form() const { return *form_; }
  [[nodiscard]] TableId id() const { return id_; }
  [[nodiscard]] std::size_t size() const { return cells_.size(); }
  [[nodiscard]] std::size_t first() const { return first_; }
  [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }
  [[nodiscard]] const std::vector<Equation>& equations() const { return equations_; }
  [[nodiscard]] std::size_t width() const {
    return id_ == TableId::requests ? form_->data->request_columns.size() : cells_.size();
  }

  [[nodiscard]] std::size_t place(std::string_view id) const {
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      if (cells_[i].id == id) return i;
    }
    return SIZE_MAX;
  }
  [[nodiscard]] std::int64_t value(std::size_t cell) const {
    return cells_[cell].value ? cells_[cell].value->units : 0;
  }

  GivenTable& set(std::size_t cell, Number value) {
    cells_[cell].state = CellState::printed;
    cells_[cell].value = value;
    return *this;
  }
  GivenTable& set(std::size_t cell, std::int64_t value) { return set(cell, Number{value, 0}); }
  GivenTable& set(std::string_view id, std::int64_t value) { return set(place(id), value); }
  // Without a number: blank, missing and so on.
  GivenTable& set(std::size_t cell, CellState state) {
    cells_[cell].state = state;
    cells_[cell].value.reset();
    return *this;
  }
  GivenTable& set(std::string_view id, CellState state) { return set(place(id), state); }

  // To be called when all cells are set.
  GivenTable& settle() {
    equations_.clear();
    for (const FormEquation& equation : form_->equations) {
      if (form_->cells[equation.left.front()].table != id_) continue;
      Equation& out = equations_.emplace_back();
      out.id = equation.id;
      out.rule = equation.rule;
      bool readable = true;
      Side left;
      Side right;
      for (const std::uint16_t i : equation.left) readable &= add(left, cells_[i - first_]);
      for (const std::uint16_t i : equation.right) readable &= add(right, cells_[i - first_]);
      const Wide residual = left.sum - right.sum;
      if (!readable) {
        out.status = EquationStatus::not_checked;
      } else if (residual == 0) {
        out.status =
            left.blanks || right.blanks ? EquationStatus::pass_blank_zero : EquationStatus::pass;
      } else {
        const bool fills = residual % billion == 0 && (residual < 0 ? left.blanks : right.blanks);
        out.status = fills ? EquationStatus::implied : EquationStatus::fail;
      }
    }
    return *this;
  }

  // What blanks explain fails, too, so that it is answered.
  GivenTable& fail_all() {
    for (Equation& equation : equations_) {
      if (equation.status == EquationStatus::implied) equation.status = EquationStatus::fail;
    }
    return *this;
  }

  [[nodiscard]] std::vector<Repair> repairs(std::span<const Stated> stated = {},
                                            const RepairLimits& limits = {}) const {
    return find_repairs(*form_, id_, cells_, equations_, stated, limits);
  }

  [[nodiscard]] std::size_t count(EquationStatus status) const {
    std::size_t out = 0;
    for (const Equation& equation : equations_) out += equation.status == status ? 1 : 0;
    return out;
  }

  // The table after the changes.
  [[nodiscard]] GivenTable after(const Alternative& alternative) const {
    GivenTable out = *this;
    for (const Change& change : alternative.changes) out.set(place(change.cell), change.to);
    return out.settle();
  }

 private:
  static constexpr std::int64_t billion = 1'000'000'000;
  struct Side {
    Wide sum = 0;  // × 10^9
    bool blanks = false;
  };

  static bool add(Side& side, const Cell& cell) {
    if (cell.state == CellState::blank || cell.state == CellState::placeholder) {
      side.blanks = true;
      return true;
    }
    if (cell.state != CellState::printed) return false;
    Wide units = cell.value->units;
    for (int i = cell.value->decimals; i < 9; ++i) units *= 10;
    side.sum += units;
    return true;
  }

  const Form* form_;
  TableId id_;
  std::size_t first_;
  std::vector<Cell> cells_;
  std::vector<Equation> equations_;
};

// In words, for messages: "requests.new.total 5→7, …".
inline std::string words(const Alternative& alternative) {
  std::string out;
  for (const Change& change : alternative.changes) {
    if (!out.empty()) out += ", ";
    out += std::string(change.cell) + " " + (change.from ? to_string(*change.from) : "none") + "→" +
           to_string(change.to);
  }
  return out + " (" + std::string(name(alternative.kind)) + ")";
}

inline std::string words(const std::vector<Repair>& repairs) {
  std::string out;
  for (const Repair& repair : repairs) {
    out += repair.proved ? "proved:" : "not proved:";
    for (const std::string_view id : repair.equations) out += " " + std::string(id);
    out += "\n";
    for (const Alternative& alternative : repair.alternatives) {
      out += "  " + words(alternative) + "\n";
    }
  }
  return out;
}

}  // namespace gouji::test
