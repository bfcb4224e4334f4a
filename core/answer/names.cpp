#include <gouji/answer.h>

namespace gouji {

std::string_view name(CellState state) {
  switch (state) {
    case CellState::printed:
      return "printed";
    case CellState::blank:
      return "blank";
    case CellState::placeholder:
      return "placeholder";
    case CellState::unreadable:
      return "unreadable";
    case CellState::missing:
      return "missing";
    case CellState::ambiguous:
      return "ambiguous";
  }
  return {};
}

std::string_view name(TableId id) {
  switch (id) {
    case TableId::disclosure:
      return "disclosure";
    case TableId::requests:
      return "requests";
    case TableId::disputes:
      return "disputes";
  }
  return {};
}

std::string_view name(TableStatus status) {
  switch (status) {
    case TableStatus::complete:
      return "complete";
    case TableStatus::partial:
      return "partial";
    case TableStatus::lost:
      return "lost";
    case TableStatus::absent:
      return "absent";
  }
  return {};
}

std::string_view name(EquationStatus status) {
  switch (status) {
    case EquationStatus::pass:
      return "pass";
    case EquationStatus::pass_blank_zero:
      return "pass_blank_zero";
    case EquationStatus::implied:
      return "implied";
    case EquationStatus::fail:
      return "fail";
    case EquationStatus::not_checked:
      return "not_checked";
  }
  return {};
}

std::string_view name(RepairKind kind) {
  switch (kind) {
    case RepairKind::values_swapped:
      return "values_swapped";
    case RepairKind::row_shifted:
      return "row_shifted";
    case RepairKind::column_shifted:
      return "column_shifted";
    case RepairKind::total_not_updated:
      return "total_not_updated";
    case RepairKind::digits_swapped:
      return "digits_swapped";
    case RepairKind::digit_dropped:
      return "digit_dropped";
    case RepairKind::digit_added:
      return "digit_added";
    case RepairKind::digit_misread:
      return "digit_misread";
    case RepairKind::off_by_one:
      return "off_by_one";
    case RepairKind::value_of_neighbour:
      return "value_of_neighbour";
    case RepairKind::blank_filled:
      return "blank_filled";
    case RepairKind::other:
      return "other";
  }
  return {};
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "info";
  }
  return {};
}

std::string_view name(Basis basis) {
  switch (basis) {
    case Basis::official:
      return "official";
    case Basis::form:
      return "form";
    case Basis::arithmetic:
      return "arithmetic";
    case Basis::meaning:
      return "meaning";
    case Basis::practice:
      return "practice";
    case Basis::honesty:
      return "honesty";
  }
  return {};
}

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::consistent:
      return "consistent";
    case Verdict::inconsistent:
      return "inconsistent";
    case Verdict::incomplete:
      return "incomplete";
    case Verdict::unknown_form:
      return "unknown_form";
    case Verdict::unreadable:
      return "unreadable";
  }
  return {};
}

}  // namespace gouji
