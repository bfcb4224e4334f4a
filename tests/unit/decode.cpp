// Native builds only: in the page the browser's own TextDecoder does this.
#ifndef __EMSCRIPTEN__
#include <gouji/decode.h>

#include <string>

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "support.h"

namespace gouji {
namespace {

using test::utf8;

std::u16string decoded(std::string_view bytes) {
  return decode({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

std::string encoded(std::u16string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  std::string out(text.size() * 4 + 16, '\0');
  const int32_t length = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()),
                                         text.data(), static_cast<int32_t>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  ucnv_close(converter);
  out.resize(static_cast<std::size_t>(length));
  return out;
}

std::u16string report() {
  return test::Report(test::form_of("2021"), test::zeros(test::form_of("2021"))).text();
}

TEST(Decode, NothingIsNothing) {
  EXPECT_TRUE(decoded("").empty());
  EXPECT_TRUE(decoded("\xEF\xBB\xBF").empty());
  EXPECT_TRUE(decoded("\xFF\xFE").empty());
}

TEST(Decode, EveryEncodingGivesTheSameText) {
  const std::u16string text = report();
  EXPECT_EQ(decoded(utf8(text)), text);
  EXPECT_EQ(decoded("\xEF\xBB\xBF" + utf8(text)), text);
  EXPECT_EQ(decoded(encoded(text, "UTF-16LE")), text);
  EXPECT_EQ(decoded(encoded(text, "UTF-16BE")), text);
  EXPECT_EQ(decoded("\xFF\xFE" + encoded(text, "UTF-16LE")), text);
  EXPECT_EQ(decoded("\xFE\xFF" + encoded(text, "UTF-16BE")), text);
  EXPECT_EQ(decoded(encoded(text, "gb18030")), text);
}

TEST(Decode, TraditionalTextInBig5) {
  std::u16string text =
      u"鷺陂縣人民政府2023年政府信息公開工作年度報告\n一、總體情況\n二、主動公開政府信息情況\n"
      u"規章 | 0 | 0 | 0 |\n行政許可 | 12 |\n三、收到和處理政府信息公開申請情況\n";
  EXPECT_EQ(utf8(decoded(encoded(text, "Big5"))), utf8(text));
}

TEST(Decode, FourByteCharactersOfGb18030) {
  // Long enough to be recognized, with ideographs beyond GBK and beyond the basic plane.
  const std::u16string text = report() + u"\u3447\u4DAE\U00020087\U0002A6A5 结束";
  EXPECT_EQ(utf8(decoded(encoded(text, "gb18030"))), utf8(text));
}

TEST(Decode, CharactersBeyondTheBasicPlane) {
  const std::u16string text = u"规章\U0001F600\U00020BB7 0";
  EXPECT_EQ(decoded(utf8(text)), text);
}

TEST(Decode, AByteOrderMarkInsideTheTextStays) {
  EXPECT_EQ(decoded("规章\xEF\xBB\xBF"
                    "0"),
            u"规章\uFEFF0");
}

// The WHATWG Encoding standard: one U+FFFD for each longest beginning of a character, else for each
// byte (Unicode's "substitution of maximal subparts").
TEST(Decode, DamagedUtf8BecomesReplacementCharactersAsInABrowser) {
  const std::string good = utf8(report());
  const auto tail = [&](std::string_view bytes) {
    const std::u16string text = decoded(good + std::string(bytes) + "!" + good);
    const std::u16string begin = report();
    EXPECT_TRUE(text.starts_with(begin));
    EXPECT_TRUE(text.ends_with(begin));
    return utf8(text.substr(begin.size(), text.size() - 2 * begin.size()));
  };
  EXPECT_EQ(tail("\x80"), "\uFFFD!");
  EXPECT_EQ(tail("\xE4\xB8"), "\uFFFD!");
  EXPECT_EQ(tail("\xE4"), "\uFFFD!");
  EXPECT_EQ(tail("\xC0\x80"), "\uFFFD\uFFFD!");
  EXPECT_EQ(tail("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD!");
  EXPECT_EQ(tail("\xF0\x9F\x98"), "\uFFFD!");
  EXPECT_EQ(tail("\xF0\x80\x80"), "\uFFFD\uFFFD\uFFFD!");
  EXPECT_EQ(tail("\xF5\x80"), "\uFFFD\uFFFD!");
  EXPECT_EQ(tail("\xFF"), "\uFFFD!");
  EXPECT_EQ(tail("\xE4\xB8\xE8\xA1\xA8"), "\uFFFD表!");
}

TEST(Decode, ACharacterCutOffByTheEndIsOneReplacementCharacter) {
  const std::string good = utf8(report());
  EXPECT_EQ(decoded(good + "\xE8\xA1"), report() + u"\uFFFD");
  EXPECT_EQ(decoded(good + "\xE8"), report() + u"\uFFFD");
}

TEST(Decode, DamagedUtf16BecomesReplacementCharacters) {
  using namespace std::string_literals;
  EXPECT_EQ(decoded("\xFF\xFE\x31\x00\x00\xD8\x32\x00"s), u"1\uFFFD2");
  EXPECT_EQ(decoded("\xFE\xFF\x00\x31\xDC\x00\x00\x32"s), u"1\uFFFD2");
  EXPECT_EQ(decoded("\xFF\xFE\x31\x00\x32"s), u"1\uFFFD");
}

// Where ICU's converters and the WHATWG standard differ, the page and the command line must not.
TEST(Decode, Gb18030IsTheBrowsers) {
  const std::string whole = encoded(report(), "gb18030");
  const auto tail = [&](std::string_view bytes) {
    const std::u16string text = decoded(whole + std::string(bytes));
    EXPECT_TRUE(text.starts_with(report()));
    return utf8(text.substr(report().size()));
  };
  // An ideographic space of old content management systems.
  EXPECT_EQ(tail("\xA3\xA0"), "\u3000");
  EXPECT_EQ(tail("\xA6\xD9\xA6\xED"), "\uFE10\uFE18");
  EXPECT_EQ(tail("\x80!"), "€!");
  EXPECT_EQ(tail("\xFF!"), "\uFFFD!");
}

TEST(Decode, WhatIsNotBig5BecomesReplacementCharacters) {
  std::string whole;
  for (int i = 0; i < 40; ++i) {
    whole += encoded(u"主動公開政府信息情況\n行政許可\n收到和處理政府信息公開申請情況\n", "Big5");
  }
  const std::size_t size = decoded(whole).size();
  const std::u16string text = decoded(whole + "\xFF!");
  EXPECT_EQ(utf8(text.substr(size)), "\uFFFD!");
}

TEST(Decode, NulsStay) {
  using namespace std::string_literals;
  const std::u16string text = decoded(utf8(report()) + "\0"s + "规章");
  EXPECT_EQ(text, report() + u"\0规章"s);
}

TEST(Decode, AnyBytesAreText) {
  test::Random random(7);
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    for (std::uint64_t i = random.below(400); i > 0; --i) {
      bytes.push_back(static_cast<char>(random.below(256)));
    }
    const std::u16string text = decoded(bytes);
    // No encoding has more UTF-16 units than bytes, but for one that is cut off.
    ASSERT_LE(text.size(), bytes.size() + 1);
  }
}

TEST(Decode, TextLongerThanItsBytesSuggest) {
  std::string bytes;
  for (int i = 0; i < 200000; ++i) bytes += "\xF0\x9F\x98\x80";
  EXPECT_EQ(decoded(bytes).size(), 400000U);
}

}  // namespace
}  // namespace gouji
#endif
