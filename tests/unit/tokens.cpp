#include "tables/tokens.h"

#include <gtest/gtest.h>

#include "support.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using test::utf8;

// `<key>` for a label, then what may be values: `12` for a number, `_` for an empty cell, `/` for a
// placeholder, `"…"` for words.
std::string shown(std::u16string_view text) {
  const Document document = read_document(text);
  std::string out;
  for (const Token& token :
       tokenize(document, 0, static_cast<std::uint32_t>(document.normalized.text.size()))) {
    if (!out.empty()) out += ' ';
    if (token.label) {
      out += '<' + std::string(labels()[document.labels[token.hit].label].key) + '>';
      continue;
    }
    switch (token.value.kind) {
      case ValueKind::number:
        out += to_string(token.value.number);
        break;
      case ValueKind::blank:
        out += '_';
        break;
      case ValueKind::placeholder:
        out += '/';
        break;
      case ValueKind::word:
        out +=
            '"' + utf8(document.normalized.text.substr(token.begin, token.end - token.begin)) + '"';
        break;
    }
  }
  return out;
}

TEST(Tokens, ALabelAndItsCells) {
  EXPECT_EQ(shown(u"行政规范性文件 | 6 | 2 | 41 |"), "<normative> 6 2 41");
  EXPECT_EQ(shown(u"行政规范性文件\n|\n6\n|\n2\n|\n41\n|"), "<normative> 6 2 41");
  EXPECT_EQ(shown(u"行政规范性文件\n\n6\n\n2\n\n41"), "<normative> 6 2 41");
  EXPECT_EQ(shown(u"行政规范性文件\t6\t2\t41"), "<normative> 6 2 41");
  EXPECT_EQ(shown(u"行政规范性文件 6 2 41"), "<normative> 6 2 41");
}

TEST(Tokens, EmptyCellsAndPlaceholders) {
  EXPECT_EQ(shown(u"行政规范性文件 | | / | 41 |"), "<normative> _ / 41");
  EXPECT_EQ(shown(u"行政规范性文件 - — 无"), "<normative> / / /");
}

TEST(Tokens, ANoteBehindALabelIsNoValue) {
  EXPECT_EQ(shown(u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) | 3 | 0 |"),
            "<partial> 3 0");
  EXPECT_EQ(shown(u"行政规范性文件：6"), "<normative> 6");
}

TEST(Tokens, NumbersOfANumberingAreNoValues) {
  EXPECT_EQ(shown(u"5.属于三类内部事务信息 | 0 | 1 |"), "<denied.internal> 0 1");
  EXPECT_EQ(shown(u"四、结转下年度继续办理 | 0 | 1 |"), "<carried_out> 0 1");
}

TEST(Tokens, SeveralValuesInOneCellAreSeveral) {
  EXPECT_EQ(shown(u"行政规范性文件 | 6 2 41 |"), "<normative> 6 2 41");
}

TEST(Tokens, WordsInACellAreOne) {
  EXPECT_EQ(shown(u"行政规范性文件 | 详见 附件 | 2 | 41 |"), "<normative> \"详见 附件\" 2 41");
  EXPECT_EQ(shown(u"行政规范性文件 | 约 12 | 2 | 41 |"), "<normative> \"约 12\" 2 41");
}

TEST(Tokens, ANoteBehindAValueStaysWithIt) {
  EXPECT_EQ(shown(u"行政规范性文件 | 22(其中修订 16 件) | 2 | 41 |"), "<normative> 22 2 41");
  EXPECT_EQ(shown(u"行政规范性文件 22(其中修订 16 件) 2 41"), "<normative> 22 2 41");
}

TEST(Tokens, WhatFollowsALabelWithNothingInBetweenIsFused) {
  const Document document = read_document(u"规章000 7");
  const std::vector<Token> tokens =
      tokenize(document, 0, static_cast<std::uint32_t>(document.normalized.text.size()));
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_TRUE(tokens[0].label);
  EXPECT_TRUE(tokens[1].fused);
  EXPECT_FALSE(tokens[2].fused);
}

TEST(Tokens, WordsAreSlotsOnlyInCellsOfTheirOwn) {
  Token token;
  token.value.kind = ValueKind::word;
  EXPECT_FALSE(token.slot());
  token.closed = true;
  EXPECT_TRUE(token.slot());
  token.value.kind = ValueKind::number;
  token.closed = false;
  EXPECT_TRUE(token.slot());
  token.label = true;
  EXPECT_FALSE(token.slot());
}

// Whatever the text: in order, inside it, and no label's letters among the values.
TEST(Tokens, StayInTheTextAndInOrder) {
  test::Random random(100);
  const std::vector<std::u16string> pieces = {
      u"规章",     u"行政许可", u"总计",
      u"(七)总计", u"0",        u"12",
      u"1,234",    u"|",        u"|",
      u"\n",       u" ",        u"\t",
      u"/",        u"—",        u"(",
      u")",        u"。",       u"①",
      u"3.其他",   u"详见附件", u"部分公开(区分处理的,只计这一情形,不计其他情形)"};
  for (int round = 0; round < 3000; ++round) {
    std::u16string text;
    for (std::uint64_t i = random.below(30); i > 0; --i) text += random.pick(pieces);
    const Document document = read_document(text);
    const auto size = static_cast<std::uint32_t>(document.normalized.text.size());
    const auto from = static_cast<std::uint32_t>(random.below(size + 1U));
    const auto to = from + static_cast<std::uint32_t>(random.below(size + 1U - from));
    std::uint32_t last = from;
    for (const Token& token : tokenize(document, from, to)) {
      ASSERT_LE(token.begin, token.end);
      ASSERT_GE(token.begin, last) << utf8(text);
      ASSERT_LE(token.end, to);
      last = token.begin;
      if (token.label) {
        ASSERT_LT(token.hit, document.labels.size());
      }
      if (token.value.kind == ValueKind::number && !token.label) {
        ASSERT_LT(token.begin, token.end);
      }
      ASSERT_LT(token.line, document.layout.lines.size());
    }
  }
}

}  // namespace
}  // namespace gouji
