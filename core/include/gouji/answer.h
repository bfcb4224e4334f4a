// The one answer of the program: what a report's text shows, what was tested and what was found.
//
// Everything outside the core reads this structure, or the JSON document that `to_json` makes of it
// (schema "gouji/1"). The reports are those that article 50 of 《中华人民共和国政府信息公开条例》
// asks for, in the forms of 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji {

// A place in the text as given (after decoding, before any normalization):
// `[begin, end)` in UTF-16 code units, so that a browser's string can be sliced with it.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
};

// A number as printed, exact: `units` × 10^-`decimals`, at most 15 digits in all. Counts have no
// decimals; sums of money may.
struct Number {
  std::int64_t units = 0;
  std::uint8_t decimals = 0;  // 0 to 9; no trailing zeros are kept

  [[nodiscard]] constexpr bool integer() const { return decimals == 0; }
  friend constexpr bool operator==(const Number&, const Number&) = default;
};

// In decimal, e.g. "-3" or "0.37"; exact, and the same on every platform.
[[nodiscard]] std::string to_string(const Number& number);

// What the text shows in a cell; never what is believed of it.
enum class CellState : std::uint8_t {
  printed,      // a number
  blank,        // an empty cell
  placeholder,  // `/`, `-`, `—`, 无 and the like
  unreadable,   // something that is no number
  missing,      // no such cell: the layout lost it
  ambiguous,    // numbers whose cell cannot be told
};

// What the text shows in a cell that was given another text, see `Options::edits`.
struct Printed {
  CellState state = CellState::missing;
  std::optional<Number> value;
  std::string text;
};

// One cell of the form that its table follows.
struct Cell {
  std::string_view id;  // e.g. "requests.new.total"; lives as long as the program
  CellState state = CellState::missing;
  std::optional<Number> value;           // only when `printed`
  std::string text;                      // as it stands in the text, UTF-8
  std::string unit;                      // 元, 万元, 件, 项 … where one is printed
  std::optional<Span> span;              // where it stands; none when `missing`
  bool placed_by_equation = false;       // several places were as good, and one reconciles
  std::optional<std::int64_t> inferred;  // the only non-negative integer that the equations leave
  std::vector<std::optional<Number>>
      candidates;                 // when `ambiguous`: the possible readings; none = blank
  std::optional<Printed> edited;  // the rest then tells of the text that it was given
};

enum class TableId : std::uint8_t { disclosure, requests, disputes };
inline constexpr TableId all_tables[] = {TableId::disclosure, TableId::requests, TableId::disputes};

enum class TableStatus : std::uint8_t {
  complete,  // every cell has a place in the text
  partial,   // some cells have, or only the labels or only the figures stand there
  lost,      // the heading is there, the table is not
  absent,    // neither is
};

struct Table {
  TableId id = TableId::disclosure;
  std::string_view form;  // "2021", "2019", or empty when it cannot be told
  TableStatus status = TableStatus::absent;
  std::optional<Span> span;
};

// One of the report's numbered parts, 一 to 六.
struct Section {
  int number = 0;     // 1 to 6
  std::string title;  // as printed, without its number
  Span span;          // of the heading
};

enum class EquationStatus : std::uint8_t {
  pass,
  pass_blank_zero,  // holds with the blanks as 0
  implied,          // fails so, but some non-negative filling of the blanks makes it hold
  fail,             // no filling does
  not_checked,      // a cell is missing, unreadable or ambiguous
};

// One reconciliation relation (勾稽关系) and how it came out. Blanks count as 0 on either side.
struct Equation {
  std::string_view id;    // e.g. "T3.ROW.granted"; lives as long as the program
  std::string_view rule;  // "T3.BALANCE", "T3.RESULTS", "T3.ROW" or "T4.SUM"
  EquationStatus status = EquationStatus::not_checked;
  std::optional<Number> left;   // none unless every cell could be read
  std::optional<Number> right;  // residual = left - right
  std::vector<std::string_view> cells;
};

// How a set of changes looks as an error of the people who filled in the table.
enum class RepairKind : std::uint8_t {
  values_swapped,      // two cells hold each other's value
  row_shifted,         // a row's values stand one column away
  column_shifted,      // a column's values stand one row away
  total_not_updated,   // a total, or the totals, of parts that were changed
  digits_swapped,      // 54 for 45
  digit_dropped,       // 12 for 122
  digit_added,         // 122 for 12
  digit_misread,       // 17 for 11
  off_by_one,          // 5 for 6
  value_of_neighbour,  // the value of the cell beside, above or below
  blank_filled,        // a cell that was left blank
  other,
};

// A cell's value, and the one with which the equations hold.
struct Change {
  std::string_view cell;       // its id; lives as long as the program
  std::optional<Number> from;  // none for a cell that is not printed
  Number to;                   // a non-negative integer
};

struct Alternative {
  std::vector<Change> changes;  // in the form's order
  RepairKind kind = RepairKind::other;
};

// Failing equations that belong together, and the smallest changes with which all of them hold.
// That one of them undoes an error is likely, never certain.
struct Repair {
  std::vector<std::string_view> equations;  // their ids, in the form's order
  std::vector<Alternative> alternatives;    // all of the smallest, the likeliest first
  bool proved = false;  // the search was complete: there are no others, and no smaller ones
};

enum class Severity : std::uint8_t { error, warning, info };

// What stands behind a rule. Only `official` may be shown to a user as an official requirement.
enum class Basis : std::uint8_t { official, form, arithmetic, meaning, practice, honesty };

struct Finding {
  std::string_view rule;
  Severity severity = Severity::info;
  Basis basis = Basis::practice;
  std::string basis_text;  // the document or reason, zh-CN
  std::string message;     // zh-CN, with the figures
  std::string message_en;
  std::vector<std::string_view> cells;
  std::vector<Span> spans;
  std::string_view equation;  // the id of the equation that failed, or empty
};

// A cell beside the sum of that cell over the reports of the subordinate units, a blank counting
// as 0.
struct UnitSum {
  std::string_view cell;  // its id; lives as long as the program
  Number value;
  Number sum;
};

// 汇总: the report beside those that it adds up.
struct RollUp {
  std::vector<std::string> units;  // their agencies, or the files' names, in the order given
  std::vector<UnitSum> cells;      // those that every report tells, in the form's order
};

enum class Verdict : std::uint8_t {
  consistent,
  inconsistent,  // at least one finding of severity error
  incomplete,    // nothing contradicts, but cells or tables could not be read or are not there
  unknown_form,
  unreadable,
};

struct Answer {
  std::string file;
  Verdict verdict = Verdict::unknown_form;
  std::string reason;     // why the text could not be used, zh-CN; only when `unreadable`
  std::string_view form;  // "2021", "2019", or empty
  std::string title;
  std::string agency;
  std::optional<int> year;  // the year reported on
  std::string published;    // YYYY-MM-DD; empty when it is not stated, or damaged
  std::vector<Section> sections;
  std::vector<Table> tables;  // always three, in the form's order
  std::vector<Cell> cells;    // in the form's order
  std::vector<Finding> findings;
  std::vector<Equation> equations;
  std::vector<Repair> repairs;
  std::optional<RollUp> roll_up;  // only where units were given
  // UTF-8: the plain rendition that the spans refer to, where the source was no plain text.
  std::optional<std::string> text;
};

// The contract's words for the enumerations, e.g. "pass_blank_zero".
[[nodiscard]] std::string_view name(CellState state);
[[nodiscard]] std::string_view name(TableId id);
[[nodiscard]] std::string_view name(TableStatus status);
[[nodiscard]] std::string_view name(EquationStatus status);
[[nodiscard]] std::string_view name(RepairKind kind);
[[nodiscard]] std::string_view name(Severity severity);
[[nodiscard]] std::string_view name(Basis basis);
[[nodiscard]] std::string_view name(Verdict verdict);

// One line of JSON, UTF-8, without a line end. The same bytes on every platform.
[[nodiscard]] std::string to_json(const Answer& answer);

// The answer in words, zh-CN: the verdict first, then the tables' states, then the findings with
// their places as line:column. `text` is what was checked; lines and columns are counted in it.
[[nodiscard]] std::string to_text(const Answer& answer, std::u16string_view text);

}  // namespace gouji
