#include "tables/number.h"

#include <algorithm>
#include <optional>

#include <gtest/gtest.h>

#include "support.h"
#include "text/normalize.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using test::utf16;
using test::utf8;

struct Example {
  std::u16string_view text;
  Number number;
  std::u16string_view unit = {};
};

constexpr Example numbers[] = {
    {u"0", {0, 0}},
    {u"7", {7, 0}},
    {u"12", {12, 0}},
    {u"0012", {12, 0}},
    {u"1,234", {1234, 0}},
    {u"12,345", {12345, 0}},
    {u"1,234,567", {1234567, 0}},
    {u"1,234.56", {123456, 2}},
    {u"+21", {21, 0}},
    {u"-3", {-3, 0}},
    {u"-0", {0, 0}},
    {u"-0.5", {-5, 1}},
    {u"−3", {-3, 0}},
    {u"减3", {-3, 0}},
    {u"减少3", {-3, 0}},
    {u"减 3", {-3, 0}},
    {u"增5", {5, 0}},
    {u"增加5", {5, 0}},
    {u"新增5", {5, 0}},
    {u"0.37", {37, 2}},
    {u"0.370", {37, 2}},
    {u"12.0", {12, 0}},
    {u"12.00", {12, 0}},
    {u"100", {100, 0}},
    {u"0.000000001", {1, 9}},
    {u"999999999999999", {999999999999999, 0}},
    {u"1234567890123.45", {123456789012345, 2}},
    {u"0.37万元", {37, 2}, u"万元"},
    {u"0.37 万元", {37, 2}, u"万元"},
    {u"152790元", {152790, 0}, u"元"},
    {u"3件", {3, 0}, u"件"},
    {u"3 件", {3, 0}, u"件"},
    {u"12条", {12, 0}, u"条"},
    {u"5项", {5, 0}, u"项"},
    {u"减3项", {-3, 0}, u"项"},
    {u"2人次", {2, 0}, u"人次"},
    {u"22(其中修订16件)", {22, 0}},
    {u"22(其中修订 16 件)", {22, 0}},
    {u"22 (其中修订16件)", {22, 0}},
    {u"22件(其中修订16件)", {22, 0}, u"件"},
    {u"O", {0, 0}},
    {u"o", {0, 0}},
    {u"〇", {0, 0}},
    {u"○", {0, 0}},
    {u"  12  ", {12, 0}},
    {u"\t12\u00A0", {12, 0}},
    {u"\u300012", {12, 0}},
    {u"１２", {12, 0}},
    {u"１，２３４", {1234, 0}},
    {u"２２（其中修订１６件）", {22, 0}},
    {u"０．３７万元", {37, 2}, u"万元"},
};

TEST(ReadValue, NumbersAsClerksWriteThem) {
  for (const Example& example : numbers) {
    const std::u16string text = normalize(example.text).text;
    const Value value = read_value(text);
    EXPECT_EQ(value.kind, ValueKind::number) << utf8(example.text);
    EXPECT_EQ(value.number, example.number) << utf8(example.text);
    EXPECT_EQ(utf8(value.unit), utf8(example.unit)) << utf8(example.text);
  }
}

TEST(ReadValue, TheUnitIsAPartOfTheText) {
  const std::u16string text = u"  0.37 万元 ";
  const Value value = read_value(text);
  EXPECT_GE(value.unit.data(), text.data());
  EXPECT_LE(value.unit.data() + value.unit.size(), text.data() + text.size());
}

TEST(ReadValue, SignsForNothing) {
  for (const std::u16string_view text :
       {u"/", u"-", u"—", u"——", u"--", u"－", u"／", u"–", u"无", u" 无 ", u"暂无", u"没有",
        u"不适用", u"不涉及", u"N/A", u"*", u"\\"}) {
    EXPECT_EQ(read_value(normalize(text).text).kind, ValueKind::placeholder) << utf8(text);
  }
}

TEST(ReadValue, Blanks) {
  for (const std::u16string_view text : {u"", u" ", u"   ", u"\t", u"\u00A0", u"\u3000\u3000"}) {
    EXPECT_EQ(read_value(text).kind, ValueKind::blank) << utf8(text);
  }
}

TEST(ReadValue, WhatIsNotCertainlyOneNumberIsAWord) {
  for (const std::u16string_view text : {u"12①",
                                         u"12²",
                                         u"①",
                                         u"1 234",
                                         u"12 34",
                                         u"0 0",
                                         u"1,23",
                                         u"1,2345",
                                         u"12,34,567",
                                         u"1234,567",
                                         u"1,,234",
                                         u",123",
                                         u"1,234,56",
                                         u"1.2.3",
                                         u"1..2",
                                         u"--3",
                                         u"+-3",
                                         u"减-3",
                                         u"增减3",
                                         u"3-5",
                                         u"3/5",
                                         u"3~5",
                                         u"3%",
                                         u"3％",
                                         u"约3",
                                         u"3余件",
                                         u"3多件",
                                         u"近3件",
                                         u"第3",
                                         u"3、",
                                         u"(3)",
                                         u"12(3)",
                                         u"12(3)件",
                                         u"12（3）",
                                         u"1e5",
                                         u"0x10",
                                         u"12a",
                                         u"a12",
                                         u"O2",
                                         u"2O",
                                         u"l2",
                                         u"1234567890123456",
                                         u"12345678901234567890",
                                         u"0.0000000001",
                                         u"12345678901234.56",
                                         u"规章",
                                         u"总计",
                                         u"件",
                                         u"元",
                                         u"万元",
                                         u"12件3",
                                         u"12件3件",
                                         u"2023年",
                                         u"2024-01-29",
                                         u"12:30",
                                         u"12|3",
                                         u"½",
                                         u"1½",
                                         u"1/2",
                                         u"٣",
                                         u"详见附件",
                                         u"同上",
                                         u"0或1",
                                         u"0;1",
                                         u"0,0",
                                         u"0,1",
                                         u"+",
                                         u"增",
                                         u"减",
                                         u"增加",
                                         u"1'234",
                                         u"1·5"}) {
    const Value value = read_value(normalize(text).text);
    EXPECT_EQ(value.kind, ValueKind::word) << utf8(text) << " is " << to_string(value.number);
  }
}

// A stroke that may be 1 in numerals or a dash badly typed.
TEST(ReadValue, AStrokeIsNotTheNumberOne) { EXPECT_NE(read_value(u"一").kind, ValueKind::number); }

TEST(ReadValue, WhatIsNoNumberCarriesNone) {
  for (const std::u16string_view text :
       {u"12①", u"1 234", u"3-5", u"", u"/", u"1234567890123456"}) {
    EXPECT_EQ(read_value(normalize(text).text).number, (Number{0, 0})) << utf8(text);
  }
}

TEST(ReadValue, EveryPrintedNumberIsReadBack) {
  test::Random random(12);
  for (int round = 0; round < 20000; ++round) {
    Number number;
    std::int64_t most = 10;
    for (std::uint64_t digits = random.below(15); digits > 0; --digits) most *= 10;
    number.units = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most)));
    number.decimals = static_cast<std::uint8_t>(random.one_in(2) ? 0 : random.below(6));
    while (number.decimals > 0 && number.units % 10 == 0) {
      number.units /= 10;
      --number.decimals;
    }
    if (random.one_in(3)) number.units = -number.units;
    const std::string printed = to_string(number);
    const auto digits = static_cast<std::size_t>(
        std::count_if(printed.begin(), printed.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (digits > 15) continue;
    const Value value = read_value(utf16(printed));
    ASSERT_EQ(value.kind, ValueKind::number) << printed;
    ASSERT_EQ(value.number, number) << printed;
  }
}

// What a number is, read in another way: a sign, digits with thousands in groups of three or none,
// at most 9 decimals, at most 15 digits.
std::optional<Number> by_grammar(std::u16string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  bool negative = false;
  if (!text.empty() && (text.front() == u'+' || text.front() == u'-')) {
    negative = text.front() == u'-';
    text.remove_prefix(1);
  }
  const std::size_t point = text.find(u'.');
  const std::u16string_view whole = text.substr(0, point);
  const std::u16string_view decimals =
      point == std::u16string_view::npos ? std::u16string_view() : text.substr(point + 1);
  if (point != std::u16string_view::npos && (decimals.empty() || decimals.size() > 9)) return {};
  const auto digits_only = [](std::u16string_view part) {
    return std::all_of(part.begin(), part.end(), is_digit);
  };
  if (whole.empty() || !digits_only(decimals)) return {};
  std::u16string digits;
  if (whole.find(u',') == std::u16string_view::npos) {
    if (!digits_only(whole)) return {};
    digits = whole;
  } else {
    std::size_t begin = 0;
    for (;;) {
      const std::size_t end = whole.find(u',', begin);
      const std::u16string_view group = whole.substr(begin, end - begin);
      if (!digits_only(group) || group.empty()) return {};
      if (begin == 0 ? group.size() > 3 : group.size() != 3) return {};
      digits += group;
      if (end == std::u16string_view::npos) break;
      begin = end + 1;
    }
  }
  digits += decimals;
  if (digits.size() > 15) return {};
  Number out;
  for (const char16_t c : digits) out.units = out.units * 10 + (c - u'0');
  out.decimals = static_cast<std::uint8_t>(decimals.size());
  while (out.decimals > 0 && out.units % 10 == 0) {
    out.units /= 10;
    --out.decimals;
  }
  if (negative) out.units = -out.units;
  return out;
}

TEST(ReadValue, OnlyWhatTheGrammarAllowsIsANumber) {
  test::Random random(13);
  const std::u16string_view signs = u"0123456789012345678901234567890123456789,,..+- ";
  for (int round = 0; round < 100000; ++round) {
    std::u16string text;
    for (std::uint64_t i = 1 + random.below(random.one_in(8) ? 20 : 7); i > 0; --i) {
      text.push_back(random.pick(signs));
    }
    const Value value = read_value(text);
    const std::optional<Number> expected = by_grammar(text);
    ASSERT_EQ(value.kind == ValueKind::number, expected.has_value()) << utf8(text);
    if (expected) {
      ASSERT_EQ(value.number, *expected) << utf8(text);
    }
  }
}

TEST(ReadValue, AnyTextIsSomething) {
  test::Random random(14);
  const std::u16string_view letters = u"0123456789,.+-()/件元万减增其中修订 |\t—*无O〇\uFFFC年%";
  for (int round = 0; round < 50000; ++round) {
    std::u16string text;
    for (std::uint64_t i = random.below(12); i > 0; --i) text.push_back(random.pick(letters));
    const Value value = read_value(text);
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    if (value.kind == ValueKind::number && digits > 0) {
      // The number's digits stand in the text, in one stretch.
      std::string plain = to_string({std::abs(value.number.units), value.number.decimals});
      std::u16string without;
      for (const char16_t c : text) {
        if (c != u',') without.push_back(c);
      }
      ASSERT_NE(without.find(utf16(plain)), std::u16string::npos) << utf8(text);
    }
    if (value.kind == ValueKind::blank || value.kind == ValueKind::placeholder) {
      ASSERT_EQ(digits, 0) << utf8(text);
    }
  }
}

TEST(NumberText, ExactAndTheSameEverywhere) {
  EXPECT_EQ(to_string(Number{0, 0}), "0");
  EXPECT_EQ(to_string(Number{-3, 0}), "-3");
  EXPECT_EQ(to_string(Number{37, 2}), "0.37");
  EXPECT_EQ(to_string(Number{-37, 2}), "-0.37");
  EXPECT_EQ(to_string(Number{5, 9}), "0.000000005");
  EXPECT_EQ(to_string(Number{123456789012345, 2}), "1234567890123.45");
  EXPECT_EQ(to_string(Number{999999999999999, 0}), "999999999999999");
  EXPECT_EQ(to_string(Number{-999999999999999, 9}), "-999999.999999999");
}

}  // namespace
}  // namespace gouji
