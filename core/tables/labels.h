// Every label of both forms, in the order in which a report prints them, and where a text has them.
//
// The forms' labels are known; what is not known is how a text has damaged them. So labels are
// looked for by their ideographs alone, with numbering, brackets, spaces and line ends as evidence
// but not as part of the label, and with letters missing, misread or put in between.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"
#include "layout/layout.h"

namespace gouji {

enum class LabelKind : std::uint8_t {
  section,  // heading of one of the report's six parts
  article,  // 第二十条第(一)项
  head,     // 信息内容, 申请人情况, 法人或其他组织, the note on 勾稽关系
  column,   // head of a column of values
  group,    // 三、本年度办理结果, (三)不予公开
  row,      // label of a row of values
};

// The part of the report to which a label belongs; the value is the section's number.
using Part = std::uint8_t;

struct Label {
  LabelKind kind = LabelKind::row;
  Part part = 0;                  // 1 to 6
  std::uint16_t order = 0;        // place in the reading order of the union of the forms
  std::uint16_t rows_before = 0;  // rows of the same part that stand before it
  std::string_view article;       // section 2 only
  std::string_view key;           // of the row or column
  std::uint8_t column = 0;        // columns: place among the values of their rows
  std::uint8_t number = 0;        // what its numbering says: 3 for 「(三)」; 0 for none
  std::uint8_t forms = 0;  // bit f: form f of all_forms() has it; none: a column of subtotals
};

// A way in which a label is written.
struct Pattern {
  std::u16string letters;   // ideographs only
  std::uint16_t label = 0;  // index into labels()
  std::uint16_t core = 0;   // so many letters are the label; what follows is often left out
};

[[nodiscard]] std::span<const Label> labels();
[[nodiscard]] std::span<const Pattern> patterns();

// What stands between two letters, or at an end of a label.
enum class Gap : std::uint8_t {
  none,      // another letter
  soft,      // space, comma, bracket
  number,    // a digit
  sentence,  // 。;!?
  hard,      // a bar, a tab, the end of a line
};

// An ideograph of the text.
struct Letter {
  char16_t c = 0;
  std::uint32_t at = 0;       // in the normalized text
  Gap before = Gap::hard;     // the strongest thing between it and the letter before
  bool after_number = false;  // a figure is part of what stands between
};

[[nodiscard]] std::vector<Letter> read_letters(std::u16string_view folded);

// A place where a label may stand.
struct Hit {
  std::uint16_t label = 0;
  std::uint32_t first = 0;  // letters [first, last)
  std::uint32_t last = 0;
  std::uint32_t begin = 0;  // in the normalized text, numbering included
  std::uint32_t end = 0;
  float score = 0;  // what the letters say, the surroundings not counted
  float left = 0;   // what the surroundings cost, none of it where another label abuts
  float right = 0;
  bool exact = false;
};

// All of them, overlapping as they may, in the order of their beginnings.
[[nodiscard]] std::vector<Hit> find_labels(std::u16string_view text,
                                           std::span<const Letter> letters);

}  // namespace gouji
