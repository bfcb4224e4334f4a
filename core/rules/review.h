// What the rules look at, and how they report.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include <gouji/answer.h>
#include <gouji/check.h>
#include <gouji/rules.h>

#include "forms/form.h"
#include "narrative/particulars.h"
#include "narrative/prose.h"
#include "tables/tables.h"

namespace gouji {

struct Review {
  const Document& document;
  const Reconstruction& tables;
  const Particulars& particulars;
  const Prose& prose;
  const Options& options;
  Answer& answer;  // cells are complete; findings and equations are added

  // The cells of one table within Answer::cells, in the form's order.
  [[nodiscard]] std::span<const Cell> cells(TableId id) const;
  // The form's facts about the cells of one table, in the same order.
  [[nodiscard]] std::span<const FormCell> form_cells(TableId id) const;
  // The cell with this id in whichever form its table follows; null where the form has none.
  [[nodiscard]] const Cell* cell(std::string_view id) const;
  // Its value: as printed, a blank or a placeholder as 0, else what the equations leave; none where
  // nothing is sure.
  [[nodiscard]] std::optional<Number> value(std::string_view id) const;
};

// What the text as it is read has in a place of the source.
[[nodiscard]] std::u16string_view folded_at(const Document& document, const Span& place);

struct Message;

// What a message names: a text, or what a text is made of. It only points to what it is given.
class Figure {
 public:
  Figure(std::string_view text) : at_(text.data()), size_(static_cast<std::int32_t>(text.size())) {}
  Figure(const char* text) : Figure(std::string_view(text)) {}
  Figure(const std::string& text) : at_(&text), size_(string) {}
  Figure(const std::u16string_view& text) : at_(&text), size_(utf16) {}
  Figure(const std::u16string& text) : at_(&text), size_(utf16_string) {}
  Figure(const int& number) : at_(&number), size_(integer) {}
  Figure(const std::size_t& number) : at_(&number), size_(count) {}
  Figure(const std::int64_t& number) : at_(&number), size_(long_integer) {}
  Figure(const Number& number) : at_(&number), size_(decimal) {}
  Figure(const Cell& cell) : at_(&cell), size_(value) {}      // as `in_words` has it
  Figure(const TableId& table) : at_(&table), size_(name) {}  // 表二; Table 2
  Figure(const Message& message) : at_(&message), size_(either) {}

  void append_to(std::string& out, bool english) const;

 private:
  // In the place of a text's size: what else is pointed to.
  enum Kind : std::int32_t {
    string = -10,
    utf16,
    utf16_string,
    integer,
    count,
    long_integer,
    decimal,
    value,
    name,
    either,
  };

  template <typename T>
  [[nodiscard]] const T& as() const {
    return *static_cast<const T*>(at_);
  }

  const void* at_;
  std::int32_t size_;
};
using Figures = std::initializer_list<Figure>;

// Words in zh-CN, with the figures in the places of `{}`, one after the other, and of `{0}`, which
// names the first of them, and so on.
[[nodiscard]] std::string words(const char* pattern, Figures figures);

// Words in both languages, each pattern with what it needs of the same figures.
struct Message {
  std::string zh;
  std::string en;

  Message() = default;
  Message(const char* pattern, const char* pattern_en, Figures figures = {}) {
    add(pattern, pattern_en, figures);
  }
  [[nodiscard]] bool empty() const { return zh.empty(); }
  void add(const char* pattern, const char* pattern_en, Figures figures = {});
  // The same behind "、" or "；", and what that is in English, where something stands before it.
  void add_next(std::string_view mark, const char* pattern, const char* pattern_en,
                Figures figures = {});
};

// Adds a finding and gives it, so that cells, spans and a lower severity can be set.
Finding& report(Review& review, const Rule& rule, Message message);
Finding& report(Review& review, const Rule& rule, const char* pattern, const char* pattern_en,
                Figures figures = {});
// Puts a cell and its place into a finding.
void point_to(Finding& finding, const Cell& cell);

// 「(一)予以公开 · 自然人」
[[nodiscard]] std::string quoted(const FormCell& cell);

// One family of rules each.
void check_structure(Review& review);    // STRUCT.*, META.UNKNOWN_FORM, DOC.SEVERAL_REPORTS
void check_particulars(Review& review);  // META.*
void check_disclosure(Review& review);   // T2.*
void check_equations(Review& review);    // T3.BALANCE, T3.RESULTS, T3.ROW, T4.SUM
void check_requests(Review& review);     // the other T3.*, T4.*
void check_cells(Review& review);        // CELL.*
void check_narrative(Review& review);    // TEXT.*
void check_last_parts(Review& review);   // PART5.*, PART6.*
void check_document(Review& review);     // DOC.*
void check_previous(Review& review);     // what last year's report tells: T3.CARRY, T2.STOCK …
void check_units(Review& review);        // ROLLUP.*

// The rules of each family, for the catalogue.
[[nodiscard]] std::span<const Rule> structure_rules();
[[nodiscard]] std::span<const Rule> particulars_rules();
[[nodiscard]] std::span<const Rule> disclosure_rules();
[[nodiscard]] std::span<const Rule> equation_rules();
[[nodiscard]] std::span<const Rule> request_rules();
[[nodiscard]] std::span<const Rule> cell_rules();
[[nodiscard]] std::span<const Rule> narrative_rules();
[[nodiscard]] std::span<const Rule> last_parts_rules();
[[nodiscard]] std::span<const Rule> document_rules();
[[nodiscard]] std::span<const Rule> previous_rules();
[[nodiscard]] std::span<const Rule> unit_rules();

}  // namespace gouji
