// Bytes as a file may hold them: which encoding they are in, the text they are, and its check.
#include <algorithm>
#include <iterator>

#include <gouji/decode.h>

#include "promises.h"

namespace {

using gouji::fuzz::require;

constexpr std::string_view encodings[] = {"utf-8", "utf-16le", "utf-16be", "gb18030", "big5"};

// UTF-8 as the Encoding standard decodes it: https://encoding.spec.whatwg.org/#utf-8-decoder
std::u16string decode_utf8(std::span<const unsigned char> bytes) {
  std::u16string out;
  char32_t c = 0;
  int needed = 0;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = bytes[i];
    if (needed == 0) {
      if (byte < 0x80) {
        out.push_back(static_cast<char16_t>(byte));
      } else if (byte >= 0xC2 && byte <= 0xDF) {
        needed = 1;
        c = byte & 0x1F;
      } else if (byte >= 0xE0 && byte <= 0xEF) {
        if (byte == 0xE0) low = 0xA0;
        if (byte == 0xED) high = 0x9F;
        needed = 2;
        c = byte & 0xF;
      } else if (byte >= 0xF0 && byte <= 0xF4) {
        if (byte == 0xF0) low = 0x90;
        if (byte == 0xF4) high = 0x8F;
        needed = 3;
        c = byte & 0x7;
      } else {
        out.push_back(0xFFFD);
      }
      continue;
    }
    const bool follows = byte >= low && byte <= high;
    low = 0x80;
    high = 0xBF;
    if (!follows) {
      needed = 0;
      out.push_back(0xFFFD);
      --i;  // the byte is read once more, as the first of a character
      continue;
    }
    c = (c << 6U) | (byte & 0x3F);
    if (--needed > 0) continue;
    if (c < 0x10000) {
      out.push_back(static_cast<char16_t>(c));
    } else {
      out.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10U)));
      out.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FFU)));
    }
  }
  if (needed > 0) out.push_back(0xFFFD);
  return out;
}

bool is_high(char16_t c) { return (c & 0xFC00U) == 0xD800; }
bool is_low(char16_t c) { return (c & 0xFC00U) == 0xDC00; }

// UTF-16 as the Encoding standard decodes it:
// https://encoding.spec.whatwg.org/#shared-utf-16-decoder
std::u16string decode_utf16(std::span<const unsigned char> bytes, bool big) {
  std::u16string out;
  bool open = false;  // a high surrogate waits for its other half
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const unsigned char high = bytes[big ? i : i + 1];
    const unsigned char low = bytes[big ? i + 1 : i];
    const auto c = static_cast<char16_t>(high << 8U | low);
    if (open && is_low(c)) {
      out.push_back(c);
      open = false;
      continue;
    }
    if (open) out.back() = 0xFFFD;
    open = is_high(c);
    out.push_back(is_low(c) ? char16_t{0xFFFD} : c);
  }
  if (open) out.back() = 0xFFFD;
  if (bytes.size() % 2 != 0 && !open) out.push_back(0xFFFD);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::span<const unsigned char> bytes(data, size);
  const std::string_view encoding = gouji::detect_encoding(bytes);
  require(std::find(std::begin(encodings), std::end(encodings), encoding) != std::end(encodings),
          "the encoding is one that browsers read", encoding);
  const std::u16string text = gouji::decode(bytes);
  require(text.size() <= size, "no text has more units than bytes");
  if (encoding == "utf-8") {
    if (size >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF)
      bytes = bytes.subspan(3);
    require(text == decode_utf8(bytes), "UTF-8 is decoded as by browsers");
  } else if (encoding.starts_with("utf-16")) {
    const bool big = encoding == "utf-16be";
    if (size >= 2 && data[big ? 0 : 1] == 0xFE && data[big ? 1 : 0] == 0xFF) {
      bytes = bytes.subspan(2);
    }
    require(text == decode_utf16(bytes, big), "UTF-16 is decoded as by browsers");
  }
  gouji::fuzz::check_text(text);
  return 0;
}
