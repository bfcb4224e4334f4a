#include "text/unicode.h"

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

bool well_formed(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || i + size > text.size()) return false;
    char32_t c = lead & (0x7FU >> size);
    for (std::size_t k = 1; k < size; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80) return false;
      c = (c << 6) | (next & 0x3FU);
    }
    if (size == 3 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) return false;
    if (size == 4 && (c < 0x10000 || c > 0x10FFFF)) return false;
    i += size;
  }
  return true;
}

TEST(Unicode, EveryCharacterInUtf8) {
  for (char32_t c = 1; c < 0x110000; c += c < 0x10000 ? 1 : 0x101) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::u16string text;
    if (c < 0x10000) {
      text.push_back(static_cast<char16_t>(c));
    } else {
      text.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      text.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    }
    const std::string bytes = to_utf8(text);
    ASSERT_TRUE(well_formed(bytes)) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(test::utf16(bytes), text) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Unicode, LoneSurrogatesBecomeReplacementCharacters) {
  const char16_t high[] = {u'a', 0xD800, u'b', 0};
  const char16_t low[] = {u'a', 0xDFFF, u'b', 0};
  const char16_t last[] = {u'a', 0xD800, 0};
  const char16_t swapped[] = {0xDC00, 0xD800, 0};
  const char16_t twice[] = {0xD83D, 0xD83D, 0xDE00, 0};
  EXPECT_EQ(to_utf8(high), "a\uFFFDb");
  EXPECT_EQ(to_utf8(low), "a\uFFFDb");
  EXPECT_EQ(to_utf8(last), "a\uFFFD");
  EXPECT_EQ(to_utf8(swapped), "\uFFFD\uFFFD");
  EXPECT_EQ(to_utf8(twice), "\uFFFD\U0001F600");
}

TEST(Unicode, AnyUnitsAreWellFormedUtf8) {
  test::Random random(8);
  for (int round = 0; round < 2000; ++round) {
    std::u16string text;
    for (std::uint64_t i = random.below(40); i > 0; --i) {
      text.push_back(random.one_in(2) ? static_cast<char16_t>(0xD800 + random.below(0x800))
                                      : static_cast<char16_t>(random.below(0x10000)));
    }
    ASSERT_TRUE(well_formed(to_utf8(text))) << round;
  }
}

TEST(Unicode, AppendKeepsWhatIsThere) {
  std::string out = "表";
  append_utf8(out, u"二");
  append_utf8(out, u"");
  EXPECT_EQ(out, "表二");
}

TEST(Unicode, WhatAnIdeographIs) {
  for (const char16_t c : std::u16string_view(u"一规章龥\u9FFF\u3400\u4DBF"))
    EXPECT_TRUE(is_han(c));
  for (const char16_t c : std::u16string_view(u"0aあア가、。（〇⾏\u4DC0\uA000"))
    EXPECT_FALSE(is_han(c));
}

TEST(Unicode, WhatASpaceIs) {
  for (const char16_t c : std::u16string_view(u" \u00A0\u3000\u2003\u2009\f\v")) {
    EXPECT_TRUE(is_space(c)) << static_cast<unsigned>(c);
  }
  for (const char16_t c : std::u16string_view(u"\n\r\t|0a一")) {
    EXPECT_FALSE(is_space(c)) << static_cast<unsigned>(c);
  }
}

}  // namespace
}  // namespace gouji
