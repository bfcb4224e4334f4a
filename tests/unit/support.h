// What several of the unit tests need: texts to and from UTF-8, random numbers that are the same on
// every machine, a clock, and reports written in the layouts in which they reach the program.
#pragma once

#include <cstdint>
#include <ctime>
#include <iterator>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

#include "forms/form.h"

namespace gouji {

// For GoogleTest's messages.
void PrintTo(const Span& span, std::ostream* out);
void PrintTo(const Number& number, std::ostream* out);
void PrintTo(CellState state, std::ostream* out);
void PrintTo(EquationStatus status, std::ostream* out);
void PrintTo(TableStatus status, std::ostream* out);
void PrintTo(Verdict verdict, std::ostream* out);
void PrintTo(Severity severity, std::ostream* out);

}  // namespace gouji

namespace gouji::test {

[[nodiscard]] std::u16string utf16(std::string_view text);
[[nodiscard]] std::string utf8(std::u16string_view text);

// SplitMix64: the library's distributions are not the same everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  // In [0, bound).
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }
  template <class Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }

 private:
  std::uint64_t state_;
};

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

// What any text may take; the sanitizers slow everything down several times.
inline constexpr double most_seconds = sanitized ? 10.0 : 1.0;

// Processor time where there is such a clock, so that a busy machine does not fail a test.
template <class Work>
double seconds_of(Work work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

// A table as it is laid out on the form: source order, merged cells once.
struct Box {
  std::u16string text;
  std::size_t columns = 1;
  std::size_t rows = 1;
};
using Grid = std::vector<std::vector<Box>>;

// What is printed in each cell, by the cell's id.
using Values = std::map<std::string, std::u16string, std::less<>>;

enum class Shape {
  bars,           // `规章 | 0 | 0 | 0 |`, merged places as bars at the end
  markdown,       // `| 规章 | 0 | 0 | 0 |` under a rule line, merged places as empty cells
  tabs,           // a spreadsheet's clipboard
  lines,          // one cell a line, an empty line between
  cell_bar,       // `规章 |` on a line of its own
  cell_then_bar,  // a cell, then a line with one lone bar
  opener,         // a lone bar opens each row, then `cell |`
  spaces,         // one row a line, as PDF viewers copy
};
inline constexpr Shape all_shapes[] = {Shape::bars,   Shape::markdown, Shape::tabs,
                                       Shape::lines,  Shape::cell_bar, Shape::cell_then_bar,
                                       Shape::opener, Shape::spaces};
[[nodiscard]] std::string_view name(Shape shape);

[[nodiscard]] Grid grid_of(const Form& form, TableId id, const Values& values);
// Merged cells that reach over the row are one row shorter.
[[nodiscard]] Grid without_row(Grid grid, std::size_t row);
[[nodiscard]] std::u16string written(const Grid& grid, Shape shape);

// Figures that reconcile. `most` bounds what a single applicant's cell holds.
[[nodiscard]] Values reconciled(const Form& form, Random& random, std::uint64_t most = 40);
// The same with every cell 0.
[[nodiscard]] Values zeros(const Form& form);

// A whole report around three tables.
struct Report {
  const Form* forms[3] = {};
  Values values;
  Shape shape = Shape::bars;
  std::u16string agency = u"青石县民政局";
  int year = 2023;

  Report(const Form& form, Values cells) : values(std::move(cells)) {
    for (const Form*& own : forms) own = &form;
    year = form.id() == "2019" ? 2020 : 2023;
  }
  // Section 1 to 6 with its heading; the tables are those of sections 2 to 4.
  [[nodiscard]] std::u16string section(int number) const;
  [[nodiscard]] std::u16string heading(int number) const;
  [[nodiscard]] std::u16string title() const;
  [[nodiscard]] std::u16string text() const;
};

[[nodiscard]] const Form& form_of(std::string_view id);
[[nodiscard]] const Cell* find_cell(const Answer& answer, std::string_view id);
[[nodiscard]] const Equation* find_equation(const Answer& answer, std::string_view id);
[[nodiscard]] std::vector<const Finding*> findings_of(const Answer& answer, std::string_view rule);
[[nodiscard]] std::string list_of_findings(const Answer& answer);

// Everything that holds for the answer to any text whatever; gives what does not, one a line.
[[nodiscard]] std::string broken_promises(const Answer& answer, std::u16string_view text);

// Cells that claim a number which is not the one that was written: the worst that can happen.
[[nodiscard]] std::string wrong_numbers(const Answer& answer, const Values& truth);
// Cells that are not `printed` with the number that was written.
[[nodiscard]] std::string unread_numbers(const Answer& answer, const Values& truth);

// Replaces the only place where `from` stands; fails the test when it stands nowhere.
[[nodiscard]] std::u16string replaced(std::u16string text, std::u16string_view from,
                                      std::u16string_view to);

}  // namespace gouji::test
