// What the words among the figures of a table are: labels that could not be read, parts of one that
// was, or what clerks write in the place of a figure.
#pragma once

#include <optional>
#include <string_view>

#include "tables/tokens.h"

namespace gouji {

// `text` is the folded text of the document in all of them.

// The label of a row or the head of a column that could not be read: 「(七)总记」, 「行次」.
[[nodiscard]] bool is_label(std::u16string_view text, const Token& token);

// Whether words are the other part of a label of which only the beginning was found: 「讦可」
// behind 「行政」 is, with a letter misread, and 「检查」 is not. Nothing where they are of another
// length.
[[nodiscard]] std::optional<bool> rest_of(std::u16string_view text, const Hit& hit,
                                          const Token& token);

// A part of a group's head that is broken over lines: 「年度办」 of 三、本年度办理结果.
[[nodiscard]] bool is_part_of_head(std::u16string_view text, const Token& token);

// 「详见附件」, 「待核实」, 「不适用于本机关」
[[nodiscard]] bool is_remark(std::u16string_view text, const Token& token);

// 「?」, 「#REF!」, 「N/A」
[[nodiscard]] bool is_sign(std::u16string_view text, const Token& token);

// 一 alone: a dash or a number.
[[nodiscard]] bool is_one(std::u16string_view text, const Token& token);

}  // namespace gouji
