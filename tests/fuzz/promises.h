// What holds for every text whatever, asserted inside the fuzz targets: a promise that is not kept
// ends the program with a message, and the fuzzer keeps the input.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <gouji/answer.h>

#include "layout/layout.h"
#include "text/normalize.h"

namespace gouji::fuzz {

// `where` says what it was that broke the promise: a cell's or an equation's id.
void require(bool kept, std::string_view promise, std::string_view where = {});

void keep_promises(std::u16string_view source, const Normalized& normalized);
// `text` is the normalized one.
void keep_promises(std::u16string_view text, const Layout& layout);
void keep_promises(std::u16string_view source, const Answer& answer);
// The JSON document says what the answer says.
void keep_promises(const Answer& answer, const std::string& json);

// Checks the text, and all of the above.
void check_text(std::u16string_view source);

// UTF-8 read generously, so that bytes can make any sequence of UTF-16 code units: surrogates may
// stand alone, and a byte that is part of no character is the character of its number.
[[nodiscard]] std::u16string text_of(std::span<const unsigned char> bytes);

}  // namespace gouji::fuzz
