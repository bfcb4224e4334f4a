// Bytes into text, in the encodings that government pages and files are found in.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gouji {

// The encoding of a file: "utf-8", "utf-16le", "utf-16be", "gb18030" or "big5", by its byte order
// mark, by being valid UTF-8, by what a mail header (`declared`) or a page's own `<meta>` says, or
// else by ICU's detection. The names are labels of the WHATWG Encoding standard, so that a
// browser's TextDecoder takes them. Empty input is "utf-8".
[[nodiscard]] std::string_view detect_encoding(std::span<const unsigned char> bytes,
                                               std::string_view declared = {});

// The text of a file in the encoding that `detect_encoding` finds, without a byte order mark;
// what cannot be decoded becomes U+FFFD, as in a browser. Native builds only: in the page the
// browser's own TextDecoder does this.
[[nodiscard]] std::u16string decode(std::span<const unsigned char> bytes,
                                    std::string_view declared = {});

}  // namespace gouji
