// Every label of both forms, in the order in which a report prints them, and the ways in which each
// is written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"

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

// Where two letters stand side by side in the labels.
struct PatternPlace {
  std::uint16_t pattern = 0;  // index into patterns()
  std::uint16_t offset = 0;   // of the first of the two in its letters
};

class PairIndex {
 public:
  explicit PairIndex(std::span<const Pattern> patterns);

  [[nodiscard]] std::span<const PatternPlace> places(char16_t a, char16_t b) const {
    const std::size_t first = class_of(a);
    if (first == 0) return {};
    const std::size_t second = class_of(b);
    if (second == 0) return {};
    const Range& range = index_[first * classes_ + second];
    return std::span(places_).subspan(range.first, range.count);
  }

 private:
  static constexpr char16_t first_ideograph = 0x4E00;
  static constexpr std::size_t ideographs = 0x5200;

  // The letters that labels are written with are few: each gets a number, all others are 0.
  [[nodiscard]] std::size_t class_of(char16_t c) const {
    const auto at = static_cast<std::size_t>(static_cast<char16_t>(c - first_ideograph));
    return at < ideographs ? class_[at] : 0;
  }

  struct Range {
    std::uint16_t first = 0;
    std::uint16_t count = 0;
  };
  std::vector<PatternPlace> places_;
  std::vector<std::uint16_t> class_;
  std::size_t classes_ = 1;
  std::vector<Range> index_;  // by the classes of two letters
};

[[nodiscard]] const PairIndex& pair_index();

}  // namespace gouji
