#include <gouji/decode.h>

#include <unicode/ucnv.h>

namespace gouji {

std::u16string decode(std::span<const unsigned char> bytes) {
  const std::string_view encoding = detect_encoding(bytes);
  std::size_t skip = 0;
  if (bytes.size() >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) skip = 3;
  if (encoding.starts_with("utf-16") && bytes.size() >= 2 &&
      ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF))) {
    skip = 2;
  }
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(encoding).c_str(), &status);
  if (U_FAILURE(status)) return {};
  const auto* source = reinterpret_cast<const char*>(bytes.data()) + skip;
  const auto* const limit = reinterpret_cast<const char*>(bytes.data()) + bytes.size();
  std::u16string out;
  out.resize(static_cast<std::size_t>(limit - source) + 16);
  char16_t* target = out.data();
  for (;;) {
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, out.data() + out.size(), &source, limit, nullptr, true,
                   &status);
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
    const std::size_t done = static_cast<std::size_t>(target - out.data());
    out.resize(out.size() * 2);
    target = out.data() + done;
  }
  out.resize(static_cast<std::size_t>(target - out.data()));
  ucnv_close(converter);
  return out;
}

}  // namespace gouji
