#include "text/unicode.h"

#include <unicode/utf16.h>
#include <unicode/utf8.h>

namespace gouji {

void append_utf8(std::string& out, std::u16string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    UChar32 c = 0;
    U16_NEXT_OR_FFFD(text.data(), i, text.size(), c);
    char bytes[4];
    int length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    out.append(bytes, static_cast<std::size_t>(length));
  }
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  append_utf8(out, text);
  return out;
}

}  // namespace gouji
