// The program's one function: a report's text in, its answer out.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <gouji/answer.h>

namespace gouji {

// Another text for a cell of a table that is there: what the tables are checked with. The report's
// own text stays as it is, and so do the places that the answer points to.
struct Edit {
  std::string_view cell;  // its id; one that the table's form does not have is passed over
  std::u16string_view text;
};

struct Options {
  std::string_view file = {};  // the name to be answered with, UTF-8
  // The same agency's report of the year before, checked, and its text: the rules across years.
  const Answer* previous = nullptr;
  std::u16string_view previous_text = {};
  // The reports of the subordinate units whose figures this one adds up, checked: the roll-up.
  std::span<const Answer> units = {};
  std::span<const Edit> edits = {};  // of several for one cell the last counts
};

// Reads a 政府信息公开工作年度报告 as plain text, reconstructs its three tables and tests every
// reconciliation relation. Any text gets an answer; text that is no such report gets the verdict
// `unknown_form`, text longer than `max_text` or empty the verdict `unreadable`.
// The text may hold anything, lone surrogates and NULs included. Time grows linearly with its
// length.
[[nodiscard]] Answer check(std::u16string_view text, const Options& options = {});

// UTF-16 code units; a whole city's report has about 20,000.
inline constexpr std::size_t max_text = 16U << 20;

// An answer that says why a file could not be read, zh-CN.
[[nodiscard]] Answer unreadable(std::string reason, const Options& options = {});

// The official layout of every form's tables, as JSON: the rows of each table with their heads
// (`h` text, `r` rows, `c` columns spanned, `s` scope) and their cells (`id`).
[[nodiscard]] std::string forms_json();

}  // namespace gouji
