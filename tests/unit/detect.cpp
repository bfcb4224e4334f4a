#include <gouji/decode.h>

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

using test::Random;

std::string_view detected(std::string_view bytes) {
  return detect_encoding({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

bool is_label(std::string_view label) {
  for (const std::string_view known : {"utf-8", "utf-16le", "utf-16be", "gb18030", "big5"}) {
    if (label == known) return true;
  }
  return false;
}

constexpr std::string_view in_gb18030 =
    "\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xB9\xA4\xD7\xF7\xC4\xEA\xB6\xC8\xB1\xA8"
    "\xB8\xE6\n\xB6\xFE\xA1\xA2\xD6\xF7\xB6\xAF\xB9\xAB\xBF\xAA\xD5\xFE\xB8\xAE\xD0\xC5\xCF"
    "\xA2\xC7\xE9\xBF\xF6\n\xB9\xE6\xD5\xC2 | 0 | 0 | 0 |\n\xD0\xD0\xD5\xFE\xD0\xED\xBF\xC9"
    " | 12 |\n\xC8\xFD\xA1\xA2\xCA\xD5\xB5\xBD\xBA\xCD\xB4\xA6\xC0\xED\xD5\xFE\xB8\xAE\xD0"
    "\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xC9\xEA\xC7\xEB\xC7\xE9\xBF\xF6\n\xB1\xBE\xC4\xEA\xD0\xC2"
    "\xCA\xD5\xD5\xFE\xB8\xAE\xD0\xC5\xCF\xA2\xB9\xAB\xBF\xAA\xC9\xEA\xC7\xEB\xCA\xFD\xC1\xBF"
    " | 3 |\n";
constexpr std::string_view in_big5 =
    "\xAC\x46\xA9\xB2\xABH\xAE\xA7\xA4\xBD\xB6}\xA4u\xA7@\xA6~\xAB\xD7\xB3\xF8\xA7i\n\xA4G"
    "\xA1\x42\xA5\x44\xB0\xCA\xA4\xBD\xB6}\xAC\x46\xA9\xB2\xABH\xAE\xA7\xB1\xA1\xAAp\n\xB3"
    "W\xB3\xB9 | 0 | 0 | 0 |\n\xA6\xE6\xAC\x46\xB3\x5C\xA5i | 12 |\n\xA4T\xA1\x42\xA6\xAC\xA8"
    "\xEC\xA9M\xB3\x42\xB2z\xAC\x46\xA9\xB2\xABH\xAE\xA7\xA4\xBD\xB6}\xA5\xD3\xBD\xD0\xB1\xA1"
    "\xAAp\n\xA5\xBB\xA6~\xB7s\xA6\xAC\xAC\x46\xA9\xB2\xABH\xAE\xA7\xA4\xBD\xB6}\xA5\xD3\xBD"
    "\xD0\xBC\xC6\xB6q | 3 |\n";

std::string report() {
  test::Report out(test::form_of("2021"), test::zeros(test::form_of("2021")));
  return test::utf8(out.text());
}

std::string in_utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFF);
    const char high = static_cast<char>(c >> 8);
    out.push_back(little ? low : high);
    out.push_back(little ? high : low);
  }
  return out;
}

TEST(Detect, NothingIsUtf8) { EXPECT_EQ(detected(""), "utf-8"); }

TEST(Detect, PlainAsciiIsUtf8) {
  EXPECT_EQ(detected("a"), "utf-8");
  EXPECT_EQ(detected("| 0 | 0 | 0 |\n"), "utf-8");
  EXPECT_EQ(detected(std::string(100000, '0')), "utf-8");
}

TEST(Detect, Utf8) { EXPECT_EQ(detected(report()), "utf-8"); }

TEST(Detect, OneIdeographIsUtf8) { EXPECT_EQ(detected("表"), "utf-8"); }

TEST(Detect, ByteOrderMarks) {
  EXPECT_EQ(detected("\xEF\xBB\xBF"), "utf-8");
  EXPECT_EQ(detected("\xEF\xBB\xBF" + report()), "utf-8");
  EXPECT_EQ(detected("\xFF\xFE"), "utf-16le");
  EXPECT_EQ(detected("\xFE\xFF"), "utf-16be");
  const std::u16string text = test::utf16(report());
  EXPECT_EQ(detected("\xFF\xFE" + in_utf16(text, true)), "utf-16le");
  EXPECT_EQ(detected("\xFE\xFF" + in_utf16(text, false)), "utf-16be");
}

TEST(Detect, Utf16WithoutAByteOrderMark) {
  const std::u16string text = test::utf16(report());
  EXPECT_EQ(detected(in_utf16(text, true)), "utf-16le");
  EXPECT_EQ(detected(in_utf16(text, false)), "utf-16be");
}

TEST(Detect, Gb18030) {
  EXPECT_EQ(detected(in_gb18030), "gb18030");
  std::string often;
  for (int i = 0; i < 600; ++i) often += in_gb18030;
  EXPECT_EQ(detected(often), "gb18030");
}

TEST(Detect, Big5) {
  EXPECT_EQ(detected(in_big5), "big5");
  std::string often;
  for (int i = 0; i < 600; ++i) often += in_big5;
  EXPECT_EQ(detected(often), "big5");
}

TEST(Detect, FewDamagedBytesLeaveUtf8Utf8) {
  Random random(4);
  const std::string whole = report();
  for (int round = 0; round < 50; ++round) {
    std::string damaged = whole;
    for (int i = 0; i < 4; ++i) {
      damaged[random.below(damaged.size())] = static_cast<char>(0x80 + random.below(0x80));
    }
    ASSERT_EQ(detected(damaged), "utf-8") << round;
  }
  // A copy that stops in the middle of a character.
  for (std::size_t cut = 1; cut < 12; ++cut) {
    ASSERT_EQ(detected(whole.substr(0, whole.size() - cut)), "utf-8") << cut;
  }
}

TEST(Detect, LongUtf8IsNotJudgedByACharacterCutInTwo) {
  for (std::size_t ascii = 0; ascii < 3; ++ascii) {
    std::string text(ascii, 'a');
    while (text.size() < 300000) text += "规章";
    ASSERT_EQ(detected(text), "utf-8") << ascii;
  }
}

TEST(Detect, AsciiAtTheBeginningDoesNotHideTheEncoding) {
  // A page whose head holds nothing but ASCII.
  const std::string head(8000, ' ');
  EXPECT_EQ(detected(head + report()), "utf-8");
  EXPECT_EQ(detected(std::string(2000, ' ') + std::string(in_gb18030)), "gb18030");
}

TEST(Detect, AnyBytesGetALabelThatABrowserTakes) {
  for (int byte = 0; byte < 256; ++byte) {
    const char one = static_cast<char>(byte);
    ASSERT_TRUE(is_label(detected({&one, 1}))) << byte;
    if (byte < 0x80 && byte > 0) {
      ASSERT_EQ(detected({&one, 1}), "utf-8");
    }
  }
  Random random(5);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::uint64_t i = random.below(300); i > 0; --i) {
      bytes.push_back(static_cast<char>(random.below(256)));
    }
    ASSERT_TRUE(is_label(detected(bytes))) << round;
  }
}

TEST(Detect, FiveMegabytesOfRandomBytesWithinTheTime) {
  Random random(6);
  std::string bytes;
  while (bytes.size() < 5000000) bytes.push_back(static_cast<char>(random.below(256)));
  std::string_view label;
  EXPECT_LT(test::seconds_of([&] { label = detected(bytes); }), test::most_seconds);
  EXPECT_TRUE(is_label(label));
}

// Too short to be told by its bytes.
constexpr std::string_view two_in_gb = "\xD5\xFE\xB8\xAE";

TEST(Detect, WhatThePageSays) {
  for (const std::string_view meta :
       {"<meta charset=gb2312>", "<META CHARSET = \"GBK\">", "<meta charset='gb18030' />",
        "<meta http-equiv=Content-Type content=\"text/html; charset=GB2312\">",
        "<meta name=a><meta name=b content='charset'><meta charset=x-gbk>"}) {
    EXPECT_EQ(detected(std::string(meta) + std::string(two_in_gb)), "gb18030") << meta;
  }
  EXPECT_EQ(detected("<meta charset=big5>" + std::string(two_in_gb)), "big5");
}

TEST(Detect, WhatAMailHeaderSays) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(two_in_gb.data());
  EXPECT_EQ(detect_encoding({bytes, two_in_gb.size()}, "Big5"), "big5");
  EXPECT_EQ(detect_encoding({bytes, two_in_gb.size()}, "gb2312"), "gb18030");
}

// Neither is to be trusted against the bytes, nor for languages that no report is in.
TEST(Detect, WhatIsSaidAndNotSo) {
  EXPECT_EQ(detected("<meta charset=gb2312>" + report()), "utf-8");
  EXPECT_EQ(detected("<meta charset=utf-8>" + std::string(in_gb18030)), "gb18030");
  EXPECT_EQ(detected("<meta charset=iso-8859-1>" + std::string(in_gb18030)), "gb18030");
  for (const std::string_view odd :
       {"<meta charset", "<meta charset=", "<meta charset=\"", "<meta"}) {
    EXPECT_TRUE(is_label(detected(std::string(odd) + std::string(two_in_gb)))) << odd;
  }
}

TEST(Detect, TextBehindALongScript) {
  const std::string script = "<script>" + std::string(200000, 'a') + "</script>";
  EXPECT_EQ(detected(script + std::string(in_gb18030)), "gb18030");
  EXPECT_EQ(detected(script + report()), "utf-8");
}

}  // namespace
}  // namespace gouji
