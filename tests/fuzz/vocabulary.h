// What reports are made of, as choices: bytes that the fuzzer changes into labels, numbers and
// separators in any order, and back from a report's text into bytes, for a corpus to begin with.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::fuzz {

// Separators, numbers, signs, numbering, page marks: one byte each.
[[nodiscard]] std::span<const std::u16string> marks();
// The labels of both forms and the headings as the program knows them, each once.
[[nodiscard]] std::span<const std::u16string> words();

// The text that the bytes choose. A mark takes one byte; a word takes two, which also say how it
// is damaged.
[[nodiscard]] std::u16string chosen_text(std::span<const unsigned char> bytes);
// Bytes that choose the text, but for what is neither mark nor word.
[[nodiscard]] std::vector<unsigned char> choices_of(std::u16string_view text);

}  // namespace gouji::fuzz
