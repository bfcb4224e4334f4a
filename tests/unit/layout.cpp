#include "layout/layout.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

#include "support.h"
#include "text/normalize.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using test::utf8;

// The pieces as a reader would note them: `[规章]` for a cell, `规章` for a piece without bars.
std::string shown(std::u16string_view text) {
  const Layout layout = lay_out(text);
  std::string out;
  for (const Piece& piece : layout.pieces) {
    if (!out.empty()) out += ' ';
    const std::string there = utf8(text.substr(piece.begin, piece.end - piece.begin));
    out += piece.closed ? "[" + there + "]" : there;
  }
  return out;
}

// Only those that hold anything.
std::vector<Piece> held(const Layout& layout) {
  std::vector<Piece> out;
  std::copy_if(layout.pieces.begin(), layout.pieces.end(), std::back_inserter(out),
               [](const Piece& piece) { return !piece.empty(); });
  return out;
}

TEST(Layout, NothingHasNoPieces) {
  for (const std::u16string_view text : {u"", u"\n", u"\r\n\r\n", u"   ", u" \n \n", u"\u3000\n"}) {
    const Layout layout = lay_out(text);
    EXPECT_TRUE(layout.pieces.empty()) << utf8(text);
    EXPECT_TRUE(layout.lines.empty()) << utf8(text);
  }
}

TEST(Layout, ALineWithoutBarsIsOnePiece) {
  EXPECT_EQ(shown(u"规章 0 0 0"), "规章 0 0 0");
  EXPECT_EQ(shown(u"  规章\n\n\n  0  \n"), "规章 0");
  const Layout layout = lay_out(u"规章\n0");
  ASSERT_EQ(layout.lines.size(), 2U);
  EXPECT_EQ(layout.lines[0].columns, 0);
  EXPECT_EQ(layout.pieces[0].line, 0U);
  EXPECT_EQ(layout.pieces[1].line, 1U);
}

TEST(Layout, ATrailingBarClosesTheLastCell) {
  EXPECT_EQ(shown(u"规章 | 0 | 12 |"), "[规章] [0] [12]");
  const Layout layout = lay_out(u"规章 | 0 | 12 |");
  EXPECT_EQ(layout.lines.front().columns, 3);
  for (std::uint16_t i = 0; i < 3; ++i) EXPECT_EQ(layout.pieces[i].column, i);
}

TEST(Layout, WithoutATrailingBarTheLastCellIsACellAllTheSame) {
  EXPECT_EQ(shown(u"规章 | 0 | 12"), "[规章] [0] [12]");
}

TEST(Layout, ALeadingBarShiftsTheColumns) {
  const std::u16string text = u"| 规章 | 0 | 12 |";
  const Layout layout = lay_out(text);
  const std::vector<Piece> pieces = held(layout);
  ASSERT_EQ(pieces.size(), 3U);
  for (std::uint16_t i = 0; i < 3; ++i) {
    EXPECT_EQ(pieces[i].column, i + 1);
    EXPECT_TRUE(pieces[i].closed);
  }
  EXPECT_EQ(layout.lines.front().columns, 4);
}

TEST(Layout, TwoBarsWithNothingBetweenEncloseAnEmptyCell) {
  EXPECT_EQ(shown(u"规章 | | 0 |"), "[规章] [] [0]");
  EXPECT_EQ(shown(u"规章 |  || 0 |"), "[规章] [] [] [0]");
  EXPECT_EQ(shown(u"规章||||"), "[规章] [] [] []");
  EXPECT_EQ(shown(u"规章|\u00A0|0|"), "[规章] [] [0]");
}

TEST(Layout, BarsOfTheBoxDrawingKind) {
  EXPECT_EQ(shown(u"规章│0│12│"), "[规章] [0] [12]");
  EXPECT_EQ(shown(u"规章┃0┃"), "[规章] [0]");
  EXPECT_EQ(shown(normalize(u"规章｜0｜").text), "[规章] [0]");
}

TEST(Layout, ALoneBarClosesTheCellOnTheLineAbove) {
  EXPECT_EQ(shown(u"规章\n|\n0\n|\n"), "[规章] [0]");
  EXPECT_EQ(shown(u"规章\n\n|\n\n0\n\n|\n"), "[规章] [0]");
}

// A table of a spreadsheet, with line breaks in its cells, above one whose bars stand below its
// cells.
TEST(Layout, ALoneBarClosesTheCellAlsoBelowQuotedCells) {
  std::u16string text;
  for (int i = 0; i < 16; ++i) text += u"\"本年新\n制作\n数量\"\t0\n";
  text += u"规章\n|\n0\n|\n";
  const std::string all = shown(text);
  const std::string last = "[规章] [0]";
  ASSERT_GE(all.size(), last.size());
  EXPECT_EQ(all.substr(all.size() - last.size()), last);
}

TEST(Layout, ASecondLoneBarEnclosesAnEmptyCell) {
  EXPECT_EQ(shown(u"规章\n|\n|\n0\n|\n"), "[规章] [] [0]");
  EXPECT_EQ(shown(u"规章\n|\n|\n|\n"), "[规章] [] []");
}

TEST(Layout, ACellAndItsBarOnALineOfTheirOwn) {
  EXPECT_EQ(shown(u"规章 |\n0 |\n12 |\n"), "[规章] [0] [12]");
  EXPECT_EQ(shown(u"规章 |\n |\n12 |\n"), "[规章] [] [12]");
}

TEST(Layout, ABarThatClosesTheLineAboveDoesNotCloseTwice) {
  // The line above is closed already: this bar has an empty cell before it.
  EXPECT_EQ(shown(u"规章 |\n|\n12 |\n"), "[规章] [] [12]");
}

TEST(Layout, Tabs) {
  EXPECT_EQ(shown(u"规章\t0\t12"), "[规章] [0] [12]");
  EXPECT_EQ(shown(u"规章\t\t12"), "[规章] [] [12]");
  EXPECT_EQ(lay_out(u"规章\t0\t12").lines.front().columns, 2);
}

TEST(Layout, ALeadingTabShiftsTheColumns) {
  const Layout layout = lay_out(u"\t规章\t0");
  const std::vector<Piece> pieces = held(layout);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].column, 1);
  EXPECT_EQ(pieces[1].column, 2);
}

TEST(Layout, AQuotedCellOfASpreadsheetHoldsItsLineBreaks) {
  const std::u16string text = u"信息内容\t\"本年新\n制作数量\"\t\"本年\r\n新公开\"\n规章\t0\t1\n";
  const Layout layout = lay_out(text);
  ASSERT_EQ(layout.pieces.size(), 6U);
  EXPECT_EQ(layout.lines.size(), 2U);
  const auto piece = [&](std::size_t i) {
    return utf8(text.substr(layout.pieces[i].begin, layout.pieces[i].end - layout.pieces[i].begin));
  };
  EXPECT_EQ(piece(1), "本年新\n制作数量");
  EXPECT_EQ(piece(2), "本年\r\n新公开");
  EXPECT_EQ(piece(3), "规章");
  EXPECT_EQ(layout.pieces[1].line, 0U);
  EXPECT_EQ(layout.pieces[2].column, 2);
  EXPECT_EQ(layout.pieces[3].line, 1U);
}

TEST(Layout, AQuotedCellAtTheBeginningOfTheRow) {
  EXPECT_EQ(shown(u"\"本年新\n收\"\t0\t1"), "[本年新\n收] [0] [1]");
}

TEST(Layout, AStrayQuoteSwallowsNothing) {
  EXPECT_EQ(shown(u"\"规章\n0\n12"), "\"规章 0 12");
  EXPECT_EQ(shown(u"\"规章\t0\n行政许可\t12"), "[\"规章] [0] [行政许可] [12]");
  // A quotation at the end of a much later line is no cell's end.
  std::u16string text = u"\"规章\n";
  for (int i = 0; i < 200; ++i) text += u"0\n12\n";
  text += u"\"\n";
  EXPECT_GE(lay_out(text).pieces.size(), 400U);
}

TEST(Layout, RuleLinesOfMarkdownAreNoCells) {
  for (const std::u16string_view rule :
       {u"| --- | --- | --- |", u"|---|---|---|", u"--- | --- | ---", u"| :--- | :---: | ---: |",
        u"|:-:|:-:|:-:|", u"+-----+-----+|", u"|----------|----------|"}) {
    const std::u16string text =
        u"| 规章 | 0 | 1 |\n" + std::u16string(rule) + u"\n| 行政许可 | 2 | 3 |\n";
    EXPECT_EQ(held(lay_out(text)).size(), 6U) << utf8(rule);
    EXPECT_EQ(lay_out(text).lines.size(), 2U) << utf8(rule);
  }
}

TEST(Layout, DashesInCellsAreNoRuleLine) {
  EXPECT_EQ(shown(u"规章 |\n- |\n- |\n"), "[规章] [-] [-]");
  EXPECT_EQ(shown(u"规章 | - | - | - |"), "[规章] [-] [-] [-]");
  EXPECT_EQ(shown(u"规章\n-\n-\n-"), "规章 - - -");
  EXPECT_EQ(shown(u"规章\n—\n—"), "规章 — —");
  // A line of a row that is written over several lines.
  EXPECT_EQ(shown(u"规章 |\n2 |\n- | - |\n4 |\n"), "[规章] [2] [-] [-] [4]");
}

TEST(Layout, PageMarksAreNoPieces) {
  for (const std::u16string_view page :
       {u"— 4 —", u"—4—", u"- 4 -", u"-4-", u"－ 12 －", u"第 4 页", u"第4页 共9页",
        u"第 4 页/共 9 页", u"共 9 页 第 4 页", u"4/9页"}) {
    const std::u16string text = normalize(u"规章\n" + std::u16string(page) + u"\n0").text;
    EXPECT_EQ(shown(text), "规章 0") << utf8(page);
  }
}

TEST(Layout, FiguresAndDatesAreNoPageMarks) {
  for (const std::u16string_view text :
       {u"4", u"-4", u"- 4", u"4-", u"4-9", u"2024-03-12", u"2024年3月", u"+4", u"4/9", u"-", u"—",
        u"——", u"第四页附件", u"页"}) {
    EXPECT_EQ(shown(text), utf8(text));
  }
}

// A tab at the end of a line parts nothing where tabs part nothing in the text either.
TEST(Layout, TabsAtLineEndsAreSpace) {
  EXPECT_EQ(shown(u"行政许可\t\n0\t\n行政处罚\t\n12\t\n"), "行政许可 0 行政处罚 12");
  EXPECT_EQ(shown(u"行政许可 |\t\n0 |\t\n12 |\t\n"), "[行政许可] [0] [12]");
}

TEST(Layout, TabsAtLineEndsCloseACellWhereTabsPartCells) {
  EXPECT_EQ(shown(u"规章\t0\t1\n行政许可\t2\t\n行政处罚\t\t3\n"),
            "[规章] [0] [1] [行政许可] [2] [] [行政处罚] [] [3]");
}

// A tab before every line is indentation; before some it is an empty cell.
TEST(Layout, TabsBeforeEveryLineAreSpace) {
  std::u16string text;
  std::string expected;
  for (int i = 0; i < 10; ++i) {
    text += u"\t规章\n\n\t" + test::utf16(std::to_string(i)) + u"\n";
    if (i > 0) expected += ' ';
    expected += "规章 " + std::to_string(i);
  }
  EXPECT_EQ(shown(text), expected);
}

TEST(Layout, TabsBeforeLinesOfSpacesArePartOfNothing) {
  std::u16string text;
  std::string expected;
  for (int i = 0; i < 10; ++i) {
    text += u"\t规章 0 1\n";
    expected += i > 0 ? " 规章 0 1" : "规章 0 1";
  }
  EXPECT_EQ(shown(text), expected);
}

TEST(Layout, TwoDashesInACellAreNoRuleLine) {
  EXPECT_EQ(shown(u"规章 |\n0 |\n-- |\n0 |\n-- |\n"), "[规章] [0] [--] [0] [--]");
  EXPECT_EQ(held(lay_out(u"| 规章 | -- | 0 |")).size(), 3U);
}

TEST(Layout, PageMarksOfViewers) {
  for (const std::u16string_view page : {u"Page 4 of 9", u"page 4 of 9", u"P. 4", u"~ 4 ~",
                                         u"（续表）", u"续表", u"续表 4", u"第4页，共9页"}) {
    const std::u16string text = normalize(u"规章\n" + std::u16string(page) + u"\n0").text;
    EXPECT_EQ(shown(text), "规章 0") << utf8(page);
  }
}

// 「6 / 9」 is a page's only where the pages before and behind say so too.
TEST(Layout, PagesOfASeries) {
  EXPECT_EQ(shown(u"规章\n6 / 9\n0\n7 / 9\n12\n8 / 9\n3"), "规章 0 12 3");
  EXPECT_EQ(shown(u"规章\n6/9\n0\n7/9\n12"), "规章 0 12");
  EXPECT_EQ(shown(u"规章\n6 / 9\n0\n12"), "规章 6 / 9 0 12");
}

TEST(Layout, FractionsThatAreNoSeriesAreNoPages) {
  EXPECT_EQ(shown(u"规章\n6 / 9\n0\n7 / 8\n12"), "规章 6 / 9 0 7 / 8 12");
  EXPECT_EQ(shown(u"规章\n7 / 9\n0\n6 / 9\n12"), "规章 7 / 9 0 6 / 9 12");
  EXPECT_EQ(shown(u"规章\n9 / 6\n0\n10 / 6\n12"), "规章 9 / 6 0 10 / 6 12");
}

TEST(Layout, WordsThatAreNoPageMarks) {
  for (const std::u16string_view text :
       {u"Page", u"Page of", u"P. A", u"续表四", u"Page 4 of the report"}) {
    EXPECT_EQ(shown(text), utf8(text));
  }
}

// Page marks are kept, in order, so that what follows them can be told from a value.
TEST(Layout, PageMarksAreKept) {
  const std::u16string text = u"规章\n— 4 —\n0\nPage 5 of 9\n行政许可\n第 6 页\n";
  const Layout layout = lay_out(text);
  std::vector<std::string> marks;
  for (const PageMark& mark : layout.page_marks) {
    ASSERT_LE(mark.end, text.size());
    marks.push_back(utf8(text.substr(mark.begin, mark.end - mark.begin)));
  }
  EXPECT_EQ(marks, (std::vector<std::string>{"— 4 —", "Page 5 of 9", "第 6 页"}));
  EXPECT_TRUE(lay_out(u"规章 | 0 |\n4\n").page_marks.empty());
}

TEST(Layout, LineEndsOfEverySystem) {
  const std::string expected = shown(u"规章 |\n0 |\n\n行政许可\n");
  EXPECT_EQ(shown(u"规章 |\r\n0 |\r\n\r\n行政许可\r\n"), expected);
  EXPECT_EQ(shown(u"规章 |\r0 |\r\r行政许可\r"), expected);
  EXPECT_EQ(shown(u"规章 |\u20280 |\u2029行政许可"), expected);
  EXPECT_EQ(lay_out(u"规章\r\n0\r\n").lines.size(), 2U);
}

TEST(Layout, HundredsOfTrailingBarsAreFewEmptyCells) {
  for (const std::size_t count : {100U, 1000U, 100000U}) {
    const std::u16string text =
        u"本局没有收到申请。" + std::u16string(count, u'|') + u"\n规章 | 0 |";
    const Layout layout = lay_out(text);
    EXPECT_LT(layout.pieces.size(), 200U) << count;
    const std::vector<Piece> pieces = held(layout);
    ASSERT_EQ(pieces.size(), 3U) << count;
    EXPECT_EQ(pieces[1].column, 0);
    EXPECT_EQ(pieces[2].column, 1);
  }
  std::u16string lines;
  for (int i = 0; i < 1000; ++i) lines += u"|\n";
  EXPECT_LT(lay_out(lines).pieces.size(), 200U);
}

TEST(Layout, MoreEmptyCellsThanTheLongestRowAreKept) {
  // Section 4 has 15 cells in a row, and a spreadsheet may have put columns around them.
  EXPECT_EQ(lay_out(u"总计" + std::u16string(20, u'|')).pieces.size(), 20U);
}

TEST(Layout, MenusWithBarsAreCells) { EXPECT_EQ(shown(u"登录 | 注册"), "[登录] [注册]"); }

// What holds for every text: pieces lie in their lines, in order, without separators or spaces at
// their ends, and every character that is neither is in exactly one of them.
TEST(Layout, EveryCharacterIsInOnePiece) {
  const std::array<std::u16string_view, 16> pieces = {
      u"规章", u"0",  u"12", u"|",    u"|",  u" ",  u"\n", u"\n",
      u"|\n",  u"||", u"\t", u"\r\n", u"。", u"（", u" |", u"\u00A0"};
  test::Random random(10);
  for (int round = 0; round < 20000; ++round) {
    std::u16string text;
    for (std::uint64_t i = random.below(24); i > 0; --i) text += random.pick(pieces);
    const Layout layout = lay_out(text);
    std::vector<int> covered(text.size(), 0);
    std::uint32_t at = 0;
    std::uint32_t next = 0;
    for (std::uint32_t l = 0; l < layout.lines.size(); ++l) {
      const Line& line = layout.lines[l];
      ASSERT_EQ(line.first_piece, next);
      next = line.first_piece + line.pieces;
      ASSERT_LE(next, layout.pieces.size());
      ASSERT_LE(line.begin, line.end);
      for (std::uint32_t p = line.first_piece; p < next; ++p) {
        const Piece& piece = layout.pieces[p];
        ASSERT_EQ(piece.line, l);
        ASSERT_LE(piece.begin, piece.end);
        ASSERT_LE(line.begin, piece.begin);
        ASSERT_LE(piece.end, line.end);
        ASSERT_LE(at, piece.begin) << utf8(text);
        ASSERT_LE(piece.column, line.columns);
        at = piece.end;
        if (!piece.empty()) {
          ASSERT_FALSE(is_space(text[piece.begin]));
          ASSERT_FALSE(is_space(text[piece.end - 1]));
        }
        for (std::uint32_t i = piece.begin; i < piece.end; ++i) ++covered[i];
      }
    }
    ASSERT_EQ(next, layout.pieces.size());
    const bool bars = text.find(u'|') != std::u16string::npos;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char16_t c = text[i];
      const bool separator = c == u'|' || c == u'\n' || c == u'\r';
      if (separator) {
        ASSERT_EQ(covered[i], 0) << utf8(text);
      }
      if (!separator && !is_space(c) && c != u'\t') {
        ASSERT_EQ(covered[i], 1) << utf8(text);
      }
      if (c == u'\t' && !bars) {
        ASSERT_EQ(covered[i], 0) << utf8(text);
      }
    }
  }
}

// Bars count the same whether a row stands on one line or on several.
TEST(Layout, ARowIsTheSameCellsOnOneLineAndOnMany) {
  test::Random random(11);
  for (int round = 0; round < 2000; ++round) {
    std::u16string one = u"规章 |";
    std::u16string many = u"规章 |\n";
    std::u16string apart = u"规章\n|\n";
    for (std::uint64_t i = random.below(10); i > 0; --i) {
      const std::u16string value =
          random.one_in(3) ? u"" : test::utf16(std::to_string(random.below(50)));
      one += u' ' + value + u" |";
      many += value + u" |\n";
      apart += value + (value.empty() ? u"|\n" : u"\n|\n");
    }
    ASSERT_EQ(shown(one), shown(many));
    ASSERT_EQ(shown(one), shown(apart));
  }
}

}  // namespace
}  // namespace gouji
