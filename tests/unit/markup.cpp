#include "text/markup.h"

#include <array>

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

using test::utf8;

// What is left, with a `.` for every character that was overwritten.
std::string left(std::u16string_view text) {
  std::u16string out(text);
  blank_markup(out);
  EXPECT_EQ(out.size(), text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (out[i] == text[i]) continue;
    EXPECT_EQ(out[i], u' ') << utf8(text);
    out[i] = u'.';
  }
  return utf8(out);
}

void expect_untouched(std::u16string_view text) { EXPECT_EQ(left(text), utf8(text)); }

TEST(Markup, PlainTextStays) {
  for (const std::u16string_view text : {u"", u"规章 | 0 | 0 | 0 |", u"(一)予以公开\t3\t4\n",
                                         u"1.5 万元", u"A-B/C", u"3<5", u"甲&乙"}) {
    expect_untouched(text);
  }
}

TEST(Markup, EmphasisAtTheEdgesOfATextGoes) {
  EXPECT_EQ(left(u"**1**"), "..1..");
  EXPECT_EQ(left(u"*1*"), ".1.");
  EXPECT_EQ(left(u"__1__"), "..1..");
  EXPECT_EQ(left(u"_1_"), ".1.");
  EXPECT_EQ(left(u"***1***"), "...1...");
  EXPECT_EQ(left(u"~~1~~"), "..1..");
  EXPECT_EQ(left(u"`1`"), ".1.");
}

TEST(Markup, EmphasisAtTheEdgesOfACellGoes) {
  EXPECT_EQ(left(u"| **(七)总计** | *121* |"), "| ..(七)总计.. | .121. |");
  EXPECT_EQ(left(u"**规章**\t**0**\n**1**"), "..规章..\t..0..\n..1..");
  EXPECT_EQ(left(u"|**规章**|**0**|"), "|..规章..|..0..|");
}

TEST(Markup, DoubleMarksInsideATextGo) {
  EXPECT_EQ(left(u"(三)**不予公开**1.属于"), "(三)..不予公开..1.属于");
}

TEST(Markup, LoneMarksReferToANoteOrSayNothing) {
  for (const std::u16string_view text :
       {u"*", u"| * |", u"_", u"行政许可*", u"行政许可* | 3", u"3*", u"* 注:含下属单位", u"a_b_c",
        u"**", u"| ** |", u"~", u"~ 4 ~"}) {
    expect_untouched(text);
  }
}

// A mark that is not closed on its line or in its cell opens nothing.
TEST(Markup, AMarkThatIsNotClosedStays) {
  expect_untouched(u"*注:含下属单位");
  expect_untouched(u"*规章 | 0* |");
  expect_untouched(u"*规章\n0*");
  expect_untouched(u"*规章\t0*");
  expect_untouched(u"*" + std::u16string(300, u'\u7AE0') + u"*");
}

TEST(Markup, EscapesGo) {
  EXPECT_EQ(left(u"1\\. 属于国家秘密"), "1.. 属于国家秘密");
  EXPECT_EQ(left(u"\\(一\\)予以公开"), ".(一.)予以公开");
  EXPECT_EQ(left(u"\\-3"), ".-3");
  EXPECT_EQ(left(u"\\|"), ".|");
}

TEST(Markup, BackslashesBeforeOtherCharactersStay) {
  expect_untouched(u"\\n");
  expect_untouched(u"C:\\年报");
  expect_untouched(u"0\\");
}

TEST(Markup, LineEndsOfHtmlGo) {
  EXPECT_EQ(left(u"本年<br>新收"), "本年....新收");
  EXPECT_EQ(left(u"本年<br/>新收"), "本年.....新收");
  EXPECT_EQ(left(u"本年<BR />新收"), "本年... ..新收");
}

TEST(Markup, OtherTagsAndSignsStay) {
  for (const std::u16string_view text :
       {u"<b>", u"<brick>", u"<br", u"< br x>", u"<>", u"<", u"3 < 5 > 4"}) {
    expect_untouched(text);
  }
}

TEST(Markup, ReferencesGo) {
  EXPECT_EQ(left(u"| &nbsp; | 0 |"), "| ...... | 0 |");
  EXPECT_EQ(left(u"&#160;&emsp;0"), "............0");
  EXPECT_EQ(left(u"&#12288;"), "........");
}

TEST(Markup, AmpersandsThatAreNoReferencesStay) {
  for (const std::u16string_view text :
       {u"&", u"&;", u"甲&乙;", u"& nbsp;", u"&nbsp", u"&thisisnoreference;"}) {
    expect_untouched(text);
  }
}

// Offsets hold for any text, and what is no mark of markup is never touched.
TEST(Markup, OnlyMarksAreOverwritten) {
  const std::array<std::u16string_view, 18> pieces = {
      u"*",    u"**", u"_", u"__", u"~~", u"`",  u"\\",     u"(",    u"1.",
      u"规章", u"0",  u" ", u"|",  u"\n", u"\t", u"&nbsp;", u"<br>", u"&"};
  test::Random random(20);
  for (int round = 0; round < 20000; ++round) {
    std::u16string text;
    for (std::uint64_t i = random.below(16); i > 0; --i) text += random.pick(pieces);
    std::u16string out = text;
    blank_markup(out);
    ASSERT_EQ(out.size(), text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char16_t c = text[i];
      if (out[i] == c) continue;
      ASSERT_EQ(out[i], u' ') << utf8(text);
      const bool digit = c >= u'0' && c <= u'9';
      ASSERT_FALSE(digit || c == u'\u89C4' || c == u'\u7AE0' || c == u'|' || c == u'\n' ||
                   c == u'\t' || c == u'(')
          << utf8(text);
    }
  }
}

TEST(Markup, TimeGrowsWithLength) {
  for (const std::u16string_view piece : {u"*", u"**a", u" *a", u"_", u"`", u"\\", u"&a", u"<b"}) {
    std::u16string text;
    while (text.size() < 2'000'000) text += piece;
    EXPECT_LT(test::seconds_of([&] { blank_markup(text); }), test::most_seconds) << utf8(piece);
  }
}

}  // namespace
}  // namespace gouji
