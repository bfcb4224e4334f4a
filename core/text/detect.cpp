#include <gouji/decode.h>

#include <algorithm>
#include <cstring>
#include <string>

#include <unicode/ucsdet.h>

namespace gouji {
namespace {

// How many characters of more than one byte are well-formed UTF-8 (Unicode's table 3-7), and how
// many bytes are not part of one. A character cut off by the end of what is looked at does not
// count.
struct Utf8 {
  std::size_t good = 0;
  std::size_t bad = 0;
};

Utf8 read_utf8(std::span<const unsigned char> bytes) {
  Utf8 out;
  std::size_t i = 0;
  while (i < bytes.size()) {
    const unsigned char lead = bytes[i];
    if (lead < 0x80) {
      ++i;
      continue;
    }
    int more = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      more = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      more = 2;
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      more = 3;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    } else {
      ++out.bad;
      ++i;
      continue;
    }
    bool whole = true;
    for (int k = 1; k <= more && whole; ++k) {
      if (i + static_cast<std::size_t>(k) >= bytes.size()) return out;
      const unsigned char next = bytes[i + static_cast<std::size_t>(k)];
      whole = next >= low && next <= high;
      low = 0x80;
      high = 0xBF;
    }
    ++(whole ? out.good : out.bad);
    i += whole ? static_cast<std::size_t>(more) + 1 : 1;
  }
  return out;
}

bool begins_with(std::span<const unsigned char> bytes, std::initializer_list<unsigned char> mark) {
  return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin());
}

// UTF-16 without a byte order mark: Chinese text has line ends and digits, whose high byte is 0.
std::string_view utf16_by_zeros(std::span<const unsigned char> bytes) {
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == 0) ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t pairs = bytes.size() / 2;
  if (pairs < 8) return {};
  if (odd * 20 > pairs && even * 8 < odd) return "utf-16le";
  if (even * 20 > pairs && odd * 8 < even) return "utf-16be";
  return {};
}

std::string_view by_icu(std::span<const unsigned char> bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector, reinterpret_cast<const char*>(bytes.data()),
                 static_cast<int32_t>(bytes.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector, &count, &status);
  std::string_view found;
  for (int32_t i = 0; U_SUCCESS(status) && i < count && found.empty(); ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) || name == nullptr) break;
    if (std::strcmp(name, "GB18030") == 0) found = "gb18030";
    if (std::strcmp(name, "Big5") == 0) found = "big5";
    if (std::strcmp(name, "UTF-16LE") == 0) found = "utf-16le";
    if (std::strcmp(name, "UTF-16BE") == 0) found = "utf-16be";
    if (std::strcmp(name, "UTF-8") == 0) found = "utf-8";
  }
  ucsdet_close(detector);
  return found;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  const auto found =
      std::search(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), word.begin(),
                  word.end(), [](char x, char y) { return lower(x) == y; });
  return static_cast<std::size_t>(found - text.begin());
}

// The encoding that a label means; none for those of other languages' texts, which Chinese files
// bear only by mistake.
std::string_view by_label(std::string_view label) {
  constexpr std::string_view simplified =
      " gb2312 gbk gb18030 x-gbk gb_2312-80 cp936 ms936 chinese ";
  constexpr std::string_view traditional = " big5 big5-hkscs x-x-big5 cn-big5 cp950 ";
  std::string word = " ";
  word += label.substr(0, 16);
  word += ' ';
  for (char& c : word) c = lower(c);
  if (word.size() == 2) return {};
  if (simplified.find(word) != std::string_view::npos) return "gb18030";
  return traditional.find(word) != std::string_view::npos ? "big5" : std::string_view{};
}

// 「<meta charset=gb2312>」, 「<meta … content="text/html; charset=gb2312">」, near the beginning.
std::string_view by_meta(std::string_view text) {
  constexpr std::size_t near = 2048;
  constexpr std::string_view meta = "<meta";
  constexpr std::string_view charset = "charset";
  text = text.substr(0, near);
  for (std::size_t at = find_word(text, meta, 0); at < text.size();
       at = find_word(text, meta, at + 1)) {
    const std::string_view tag = text.substr(at, text.find('>', at) - at);
    std::size_t i = find_word(tag, charset, 0);
    if (i == tag.size()) continue;
    i = tag.find_first_not_of(" \t\r\n", i + charset.size());
    if (i == std::string_view::npos || tag[i] != '=') continue;
    i = tag.find_first_not_of(" \t\r\n\"'", i + 1);
    if (i == std::string_view::npos) continue;
    const std::size_t end = tag.find_first_of(" \t\r\n\"';/", i);
    if (const std::string_view found = by_label(tag.substr(i, end - i)); !found.empty()) {
      return found;
    }
  }
  return {};
}

}  // namespace

std::string_view detect_encoding(std::span<const unsigned char> bytes, std::string_view declared) {
  // ICU looks at 8 KiB at most; a report's beginning tells as much as all of it.
  constexpr std::size_t enough = 64U << 10;
  if (begins_with(bytes, {0xEF, 0xBB, 0xBF})) return "utf-8";
  if (begins_with(bytes, {0xFF, 0xFE})) return "utf-16le";
  if (begins_with(bytes, {0xFE, 0xFF})) return "utf-16be";
  const std::span<const unsigned char> head = bytes.first(std::min(bytes.size(), enough));
  if (const std::string_view utf16 = utf16_by_zeros(head); !utf16.empty()) return utf16;
  // A page's text may stand behind long scripts and styles.
  constexpr std::ptrdiff_t far = 4096;
  const auto first =
      std::find_if(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte >= 0x80; });
  const std::ptrdiff_t before = first - bytes.begin();
  std::span<const unsigned char> sample = bytes;
  if (before > far) sample = sample.subspan(static_cast<std::size_t>(before));
  sample = sample.first(std::min(sample.size(), enough));
  // Chinese text of another encoding hardly ever looks like UTF-8; a few bytes that do not are
  // damage.
  const Utf8 utf8 = read_utf8(sample);
  if (utf8.bad == 0 || utf8.good > utf8.bad * 8) return "utf-8";
  std::string_view found = by_label(declared);
  if (found.empty()) found = by_meta({reinterpret_cast<const char*>(head.data()), head.size()});
  if (found.empty()) found = by_icu(sample);
  return found.empty() ? "gb18030" : found;
}

}  // namespace gouji
