#include <gouji/decode.h>

#include <algorithm>
#include <iterator>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

namespace gouji {
namespace {

// Where ICU's converters give private characters, and the Encoding standard, which browsers follow,
// gives the ones that Unicode has for them: https://encoding.spec.whatwg.org/#gb18030-decoder
struct Replacement {
  char16_t icu;
  char16_t browser;
};
constexpr Replacement gb18030[] = {
    {0xE5E5, 0x3000}, {0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13},
    {0xE791, 0xFE14}, {0xE792, 0xFE15}, {0xE793, 0xFE16}, {0xE794, 0xFE17}, {0xE795, 0xFE18},
    {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5}, {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7},
    {0xE832, 0x9FB8}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE864, 0x9FBB}};
constexpr Replacement big5[] = {{0xF8F8, 0xFFFD}};

template <std::size_t Size>
void replace(std::u16string& text, const Replacement (&table)[Size]) {
  for (char16_t& c : text) {
    if (c < 0xE000 || c > 0xF8FF) continue;
    const auto* const found =
        std::find_if(std::begin(table), std::end(table),
                     [&](const Replacement& entry) { return entry.icu == c; });
    if (found != std::end(table)) c = found->browser;
  }
}

// A byte 80 alone is the euro sign in GB18030 as browsers read it; all else that is no character
// becomes U+FFFD.
void on_error(const void* context, UConverterToUnicodeArgs* args, const char* bytes, int32_t length,
              UConverterCallbackReason reason, UErrorCode* status) {
  if (reason <= UCNV_IRREGULAR && length == 1 && static_cast<unsigned char>(bytes[0]) == 0x80) {
    *status = U_ZERO_ERROR;
    constexpr UChar euro = 0x20AC;
    ucnv_cbToUWriteUChars(args, &euro, 1, 0, status);
    return;
  }
  UCNV_TO_U_CALLBACK_SUBSTITUTE(context, args, bytes, length, reason, status);
}

}  // namespace

std::u16string decode(std::span<const unsigned char> bytes, std::string_view declared) {
  const std::string_view encoding = detect_encoding(bytes, declared);
  std::size_t skip = 0;
  if (bytes.size() >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF) skip = 3;
  if (encoding.starts_with("utf-16") && bytes.size() >= 2 &&
      ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF))) {
    skip = 2;
  }
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(std::string(encoding).c_str(), &status);
  if (U_FAILURE(status)) return {};
  if (encoding == "gb18030") {
    ucnv_setToUCallBack(converter, on_error, nullptr, nullptr, nullptr, &status);
  }
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
    const auto done = static_cast<std::size_t>(target - out.data());
    out.resize(out.size() * 2);
    target = out.data() + done;
  }
  out.resize(static_cast<std::size_t>(target - out.data()));
  ucnv_close(converter);
  if (encoding == "gb18030") replace(out, gb18030);
  if (encoding == "big5") replace(out, big5);
  return out;
}

}  // namespace gouji
