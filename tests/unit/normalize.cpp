#include "text/normalize.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#ifndef __EMSCRIPTEN__
#include <unicode/uchar.h>
#endif

#include "support.h"
#include "tables/number.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using test::Random;
using test::utf8;

std::u16string nfkc(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFKCInstance(&status);
  std::u16string out(text.size() * 18 + 16, u'\0');
  const int32_t length =
      unorm2_normalize(normalizer, text.data(), static_cast<int32_t>(text.size()), out.data(),
                       static_cast<int32_t>(out.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(length));
  return out;
}

constexpr std::u16string_view unseen =
    u"\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063"
    u"\u2064\u2066\u2067\u2068\u2069\uFE00\uFE0E\uFE0F\uFEFF";
constexpr std::u16string_view long_dashes = u"\u2012\u2013\u2014\u2015\u2E3A";
constexpr std::u16string_view notes =
    u"⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⓪㉑㉒㉟㊱㊿❶❷❿⓫⓴⓵⓾➀➉➊➓";

bool in(std::u16string_view set, char16_t c) { return set.find(c) != std::u16string_view::npos; }

// What the header promises for a text without superscripts and circled numbers.
std::u16string promised(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : nfkc(text)) {
    if (c == 0) {
      out.push_back(mark);
    } else if (in(long_dashes, c) || c == 0x2500 || c == 0x2501) {
      out.push_back(0x2014);
    } else if (c == 0x2212) {
      out.push_back(u'-');
    } else if (!in(unseen, c) && !(c >= 0x206A && c <= 0x206F) && c != 0x2065 &&
               !(c >= 0xFE01 && c <= 0xFE0D)) {
      out.push_back(c);
    }
  }
  return out;
}

void expect_places(std::u16string_view source, const Normalized& normal) {
  ASSERT_EQ(normal.begin.size(), normal.text.size());
  ASSERT_EQ(normal.end.size(), normal.text.size());
  for (std::size_t i = 0; i < normal.text.size(); ++i) {
    ASSERT_LT(normal.begin[i], normal.end[i]) << i;
    ASSERT_LE(normal.end[i], source.size()) << i;
    if (i == 0) continue;
    ASSERT_LE(normal.begin[i - 1], normal.begin[i]) << i;
    ASSERT_LE(normal.end[i - 1], normal.end[i]) << i;
  }
}

TEST(Normalize, EmptyTextStaysEmpty) {
  const Normalized normal = normalize(u"");
  EXPECT_TRUE(normal.text.empty());
  EXPECT_EQ(normal.original(0, 0), (Span{0, 0}));
}

TEST(Normalize, AgreesWithIcuForEveryCharacterOfTheBasicPlane) {
  int different = 0;
  for (char32_t c = 1; c < 0x10000 && different < 20; ++c) {
    const auto unit = static_cast<char16_t>(c);
    const std::u16string expected_alone = promised(std::u16string_view(&unit, 1));
    // Superscripts, circled and other numbers that are notes are looked at below.
    const bool note = std::any_of(expected_alone.begin(), expected_alone.end(), is_digit) &&
                      !is_digit(unit) && !(unit >= 0xFF10 && unit <= 0xFF19);
    if (note) continue;
    // Alone, between ideographs, and between figures.
    for (const std::u16string& text :
         {std::u16string(1, unit), u"总" + std::u16string(1, unit) + u"计",
          u"7" + std::u16string(1, unit) + u"8"}) {
      const Normalized normal = normalize(text);
      if (normal.text != promised(text)) {
        ++different;
        ADD_FAILURE() << "U+" << std::hex << static_cast<unsigned>(c) << " in \"" << utf8(text)
                      << "\" gives \"" << utf8(normal.text) << '"';
      }
      expect_places(text, normal);
    }
  }
}

TEST(Normalize, AgreesWithIcuForCharactersBeyondTheBasicPlane) {
  // Mathematical letters and digits, ideographs and their compatibility forms, emoji.
  for (const char32_t first : {0x1D400U, 0x1F600U, 0x20000U, 0x2F800U}) {
    for (char32_t c = first; c < first + 0x300; ++c) {
      std::u16string text = u"计";
      text.push_back(U16_LEAD(c));
      text.push_back(U16_TRAIL(c));
      text += u"0";
      const Normalized normal = normalize(text);
      ASSERT_EQ(utf8(normal.text), utf8(promised(text))) << std::hex << static_cast<unsigned>(c);
      expect_places(text, normal);
    }
  }
}

TEST(Normalize, AgreesWithIcuForRandomTexts) {
  const std::array<std::u16string_view, 14> pieces = {u"规章",   u"12", u"１２３", u"（三）", u" ",
                                                      u"\u3000", u"\n", u"|",      u"｜",     u"ﬁ",
                                                      u"㎡",     u"㈠", u"\u200B", u"\uFEFF"};
  const std::u16string_view combining =
      u"\u0300\u0301\u0308\u0323\u0327\u05B0\u0651\u3099\u309A\u0345\u1161\u11A8\u09BE";
  const std::u16string_view starters =
      u"aeAＡｶﾊウは가\u1100\u1112\u09C7\u2FD5\u4E00総\u00C5\u212B\u1E9B\u0391\u0F71";
  Random random(1);
  for (int round = 0; round < 20000; ++round) {
    std::u16string text;
    const std::uint64_t count = 1 + random.below(8);
    for (std::uint64_t i = 0; i < count; ++i) {
      switch (random.below(4)) {
        case 0:
          text += random.pick(pieces);
          break;
        case 1: {
          const auto unit = static_cast<char16_t>(random.below(0x10000));
          // Lone surrogates among them; numbers that are notes have their own test.
          const std::u16string made = nfkc(std::u16string(1, unit));
          if (std::none_of(made.begin(), made.end(), is_digit)) text.push_back(unit);
          break;
        }
        default:
          text.push_back(random.pick(starters));
          for (std::uint64_t k = random.below(6); k > 0; --k) {
            text.push_back(random.pick(combining));
          }
      }
    }
    const Normalized normal = normalize(text);
    ASSERT_EQ(utf8(normal.text), utf8(promised(text))) << round;
    expect_places(text, normal);
  }
}

TEST(Normalize, AsManyCombiningMarksAsUax15CallsSafeAreOrderedAsIcuOrdersThem) {
  std::u16string text = u"计a";
  for (int i = 0; i < 30; ++i) text.push_back(i % 2 == 0 ? u'\u0301' : u'\u0323');
  text += u"章";
  EXPECT_EQ(utf8(normalize(text).text), utf8(promised(text)));
}

TEST(Normalize, FullWidthDigitsAndSignsBecomeOrdinaryOnes) {
  EXPECT_EQ(utf8(normalize(u"１２，３４５．６７｜（三）：／－＋").text), "12,345.67|(三):/-+");
}

TEST(Normalize, KangxiRadicalsBecomeIdeographs) {
  // 规章, 行政, 自然人, 总计 with radicals for the ideographs that have one.
  EXPECT_EQ(utf8(normalize(u"⾃然⼈").text), "自然人");
  EXPECT_EQ(utf8(normalize(u"⾏政许可").text), "行政许可");
  EXPECT_EQ(utf8(normalize(u"⼀、⼆、⼗").text), "一、二、十");
  for (char16_t c = 0x2F00; c <= 0x2FD5; ++c) {
    const std::u16string one = normalize(std::u16string(1, c)).text;
    ASSERT_EQ(one.size(), 1U);
    EXPECT_TRUE(is_han(one[0])) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Normalize, CompatibilityIdeographsBecomeOrdinaryOnes) {
  EXPECT_EQ(utf8(normalize(u"\uF9B4\uF92F").text), "領勞");
}

TEST(Normalize, WhatIsNotSeenIsLeftOut) {
  for (const char16_t c : unseen) {
    std::u16string text = u"总";
    text.push_back(c);
    text += u"计1";
    text.push_back(c);
    text += u"2";
    const Normalized normal = normalize(text);
    EXPECT_EQ(utf8(normal.text), "总计12") << std::hex << static_cast<unsigned>(c);
    EXPECT_EQ(normal.original(0, 2), (Span{0, 3})) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Normalize, OnlyInvisibleCharactersLeaveNothing) {
  const Normalized normal = normalize(u"\uFEFF\u200B\u200B");
  EXPECT_TRUE(normal.text.empty());
  const Span nowhere = normal.original(0, 0);
  EXPECT_TRUE(nowhere.empty());
  EXPECT_LE(nowhere.end, 3U);
}

TEST(Normalize, DashesOfEveryLengthBecomeOne) {
  for (const char16_t c : long_dashes) {
    std::u16string text = u"0";
    text.push_back(c);
    EXPECT_EQ(utf8(normalize(text).text), "0—") << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Normalize, SuperscriptsAndCircledNumbersAreNoFigures) {
  for (const char16_t c : notes) {
    for (const std::u16string_view before : {u"", u"12", u"规章"}) {
      for (const std::u16string_view behind : {u"", u"3", u"\u0301"}) {
        std::u16string text(before);
        text.push_back(c);
        text += behind;
        const std::u16string normal = normalize(text).text;
        const auto digits = [](std::u16string_view of) {
          return std::count_if(of.begin(), of.end(), is_digit);
        };
        EXPECT_EQ(digits(normal), digits(before) + digits(behind)) << utf8(text);
      }
    }
    std::u16string figure = u"12";
    figure.push_back(c);
    const Value value = read_value(normalize(figure).text);
    EXPECT_TRUE(value.kind != ValueKind::number || value.number == (Number{12, 0})) << utf8(figure);
  }
}

#ifndef __EMSCRIPTEN__
TEST(Normalize, NoSuperscriptSubscriptOrCircledNumberOfUnicodeIsAFigure) {
  for (UChar32 c = 0x80; c <= 0x10FFFF; ++c) {
    const int32_t type = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
    if (type != U_DT_SUPER && type != U_DT_SUB && type != U_DT_CIRCLE) continue;
    std::u16string text = u"12";
    if (c < 0x10000) {
      text.push_back(static_cast<char16_t>(c));
    } else {
      text.push_back(U16_LEAD(c));
      text.push_back(U16_TRAIL(c));
    }
    const std::u16string normal = normalize(text).text;
    EXPECT_EQ(std::count_if(normal.begin(), normal.end(), is_digit), 2)
        << std::hex << static_cast<unsigned>(c);
  }
}

// 「12」 and whatever single character behind it: never a figure that is not written there.
TEST(Normalize, NoCharacterOfUnicodeBehindAFigureMakesItAnother) {
  for (UChar32 c = 0x80; c <= 0x10FFFF; ++c) {
    if (u_charDigitValue(c) >= 0 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) continue;
    std::u16string text = u"12";
    if (c < 0x10000) {
      text.push_back(static_cast<char16_t>(c));
    } else {
      text.push_back(U16_LEAD(c));
      text.push_back(U16_TRAIL(c));
    }
    const std::u16string normal = normalize(text).text;
    const Value value = read_value(normal);
    if (value.kind != ValueKind::number) continue;
    EXPECT_EQ(value.number, (Number{12, 0})) << std::hex << static_cast<unsigned>(c);
  }
}
#endif

TEST(Normalize, NulsAndLoneSurrogatesKeepTheirPlace) {
  using namespace std::string_view_literals;
  const Normalized nul = normalize(u"1\0二"sv);
  ASSERT_EQ(nul.text.size(), 3U);
  EXPECT_EQ(nul.text[1], mark);
  EXPECT_EQ(nul.original(2, 3), (Span{2, 3}));

  const char16_t high[] = {u'1', 0xD83D, u'2', 0};
  const char16_t low[] = {0xDE00, u'1', u'2', 0};
  const char16_t swapped[] = {u'1', 0xDE00, 0xD83D, 0};
  for (const std::u16string_view text : {high, low, swapped}) {
    const Normalized normal = normalize(text);
    EXPECT_EQ(normal.text, text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      EXPECT_EQ(normal.original(i, i + 1),
                (Span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 1)}));
    }
  }
}

TEST(Normalize, PlacesLeadBackToTheOriginal) {
  //                             0 1 23 4 5 6 7 89
  const std::u16string source = u"㈠规\u200B章 ㎡１２。";
  const Normalized normal = normalize(source);
  ASSERT_EQ(utf8(normal.text), "(一)规章 m212。");
  const auto back = [&](std::u16string_view part) {
    const std::size_t at = normal.text.find(part);
    const Span span = normal.original(at, at + part.size());
    return source.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(utf8(back(u"(一)")), "㈠");
  EXPECT_EQ(utf8(back(u"一")), "㈠");  // inside one character there are no places
  EXPECT_EQ(utf8(back(u"规章")), utf8(u"规\u200B章"));
  EXPECT_EQ(utf8(back(u"章")), "章");
  EXPECT_EQ(utf8(back(u"m2")), "㎡");
  EXPECT_EQ(utf8(back(u"12")), "１２");
  EXPECT_EQ(utf8(back(u"。")), "。");
}

TEST(Normalize, AnEmptyRangeStandsBetweenItsNeighbours) {
  const Normalized normal = normalize(u"㈠总\u200B计");
  ASSERT_EQ(normal.text.size(), 5U);
  EXPECT_EQ(normal.original(3, 3), (Span{1, 1}));
  EXPECT_EQ(normal.original(5, 5), (Span{4, 4}));
}

TEST(Normalize, TheSliceOfAnyPartNormalizesToThatPart) {
  // Texts in which no character acts on its neighbour: what a report is made of.
  const std::array<std::u16string_view, 16> pieces = {
      u"规章", u"12", u"１", u"（三）", u" ",      u"\u3000", u"\r\n", u"|",
      u"｜",   u"㎡", u"㈠", u"\u200B", u"\uFEFF", u"—",      u"⾏",   u"…"};
  Random random(2);
  for (int round = 0; round < 3000; ++round) {
    std::u16string source;
    for (std::uint64_t i = 1 + random.below(10); i > 0; --i) source += random.pick(pieces);
    const Normalized normal = normalize(source);
    expect_places(source, normal);
    if (normal.text.empty()) continue;
    const std::size_t from = random.below(normal.text.size());
    const std::size_t to = from + 1 + random.below(normal.text.size() - from);
    const Span span = normal.original(from, to);
    const std::u16string again =
        normalize(std::u16string_view(source).substr(span.begin, span.end - span.begin)).text;
    ASSERT_NE(again.find(normal.text.substr(from, to - from)), std::u16string::npos)
        << utf8(source) << " at " << from;
    // No more than the characters that it comes of.
    ASSERT_LE(again.size(), to - from + 8);
  }
}

}  // namespace
}  // namespace gouji
