#include <gouji/html.h>

#include <gtest/gtest.h>

#include "layout/html.h"
#include "support.h"

namespace gouji {
namespace {

using test::utf16;
using test::utf8;

std::string flat(std::string_view html, Markup markup = Markup::document) {
  return utf8(render_flat(utf16(html), markup));
}

// Natively Gumbo's tree is rendered as well, and must give the same.
std::string rendered(std::string_view html) {
  const std::string out = flat(html);
#ifndef __EMSCRIPTEN__
  const std::string whole = "<!DOCTYPE html><body>" + std::string(html);
  const Source source =
      read_source({reinterpret_cast<const unsigned char*>(whole.data()), whole.size()});
  EXPECT_TRUE(source.rendition);
  EXPECT_EQ(utf8(source.text), out) << html;
#endif
  return out;
}

std::string table(std::string_view rows) {
  return rendered("<table>" + std::string(rows) + "</table>");
}

TEST(Html, NothingIsNothing) {
  EXPECT_EQ(utf8(render_html(u"")), "");
  EXPECT_EQ(utf8(render_html(u"d")), "");
  EXPECT_EQ(rendered(""), "");
  EXPECT_EQ(rendered("<div> &nbsp;\n<br></div><p></p><table><tr><td></td></tr></table>"), "");
}

TEST(Html, BlocksAndBreaksEndLines) {
  EXPECT_EQ(rendered("<h1>题</h1><p>一<b>二</b><i>三</i>\n 四</p>五<div>六<br>七</div><hr>八"),
            "题\n一二三 四\n五\n六\n七\n八\n");
  EXPECT_EQ(rendered("<ul><li>甲<li>乙</ul><dl><dt>丙<dd>丁</dl>"), "甲\n乙\n丙\n丁\n");
}

TEST(Html, WhiteSpaceCollapsesAndHardSpacesStay) {
  EXPECT_EQ(rendered("<p>  一 \t\r\n 二&nbsp;&nbsp;三  </p>"), "一 二  三\n");
  EXPECT_EQ(rendered("<p>&nbsp;&nbsp;一&nbsp;</p>"), "一\n");
}

TEST(Html, CharacterReferences) {
  EXPECT_EQ(rendered("<p>&lt;&#20108;&#x4e09;&amp;&gt;&ldquo;&#x20000;</p>"), "<二三&>“𠀀\n");
}

TEST(Html, WhatIsNotSeenIsLeftOut) {
  EXPECT_EQ(rendered("<script>if (a < b) '<p>一'</script><style>p{}</style><template><p>二</p>"
                     "</template><noscript>三</noscript><textarea>四</textarea><select><option>五"
                     "</select><button>六</button><!-- 七 --><svg><title>八</title></svg>"
                     "<iframe><p>九</p></iframe><p>十</p>"),
            "十\n");
  EXPECT_EQ(rendered("<p hidden>一</p><div style='color:red; Display : None'>二</div>"
                     "<span style='mso-hide:all'>三</span><span style='x-display:none'>四</span>"),
            "四\n");
}

// Some pages are hidden until a script shows them.
TEST(Html, AHiddenPageIsStillAPage) {
  EXPECT_EQ(rendered("<body style='display:none' hidden><p>一"), "一\n");
}

TEST(Html, DeletedTextAndPinyinAreLeftOut) {
  EXPECT_EQ(rendered("<p>1<del>2</del>3</p><ruby>项<rp>(</rp><rt>xiàng</rt><rp>)</rp></ruby>"),
            "13\n项\n");
}

// 12¹ is no 121.
TEST(Html, RaisedDigitsAreApart) {
  EXPECT_EQ(rendered("<p>12<sup>1</sup></p><p>件<sup>1</sup></p>"), "12 1\n件1\n");
}

TEST(Html, ARowIsALineOfTabs) {
  EXPECT_EQ(table("<tr><th>规章<td>1<td>2</tr><tr><td>行政许可</td><td>3</td><td></td></tr>"),
            "规章\t1\t2\n行政许可\t3\t\n");
}

TEST(Html, ACellIsOnePieceOfALine) {
  EXPECT_EQ(table("<tr><td><p>本年新</p><p>收</p><td>1<br>2<td>一|二\t三"),
            "本年新 收\t1 2\t一¦二 三\n");
  EXPECT_EQ(table("<tr><td><pre>一\n\t二</pre><td>\"三"), "一 二\t“三\n");
}

TEST(Html, SpansOfLabelsLeaveNothing) {
  EXPECT_EQ(table("<tr><td rowspan=2>不予公开<td colspan=2>国家秘密<td>1<td>2"
                  "<tr><td>法律<td>禁止<td>3<td>4<tr><td colspan=3>总计<td>5<td>6"),
            "不予公开\t国家秘密\t1\t2\n法律\t禁止\t3\t4\n总计\t5\t6\n");
}

TEST(Html, ANumberCountsOnceHoweverWide) {
  EXPECT_EQ(table("<tr><td>规章<td colspan=3>1<td>2"), "规章\t1\t2\n");
}

// What a blank cell stands for is told by the rows that have merged nothing.
TEST(Html, AMergedBlankStandsForItsCells) {
  const std::string rows =
      "<tr><td>规章<td>1<td>2<td>3<td>6<tr><td>许可<td>1<td>2<td>3<td>6"
      "<tr><td>处罚<td colspan=3>&nbsp;<td>0";
  EXPECT_EQ(table(rows), "规章\t1\t2\t3\t6\n许可\t1\t2\t3\t6\n处罚\t\t\t\t0\n");
}

TEST(Html, AMergedBlankByTheHeadWhereEveryRowHasOne) {
  EXPECT_EQ(table("<tr><td>项目<td>自然人<td>企业<td>总计<tr><td>规章<td colspan=2><td>0"
                  "<tr><td>许可<td colspan=2><td>0"),
            "项目\t自然人\t企业\t总计\n规章\t\t\t0\n许可\t\t\t0\n");
}

// Word's cells span the lines of a grid that no reader sees, in each row others.
TEST(Html, ABlankOverGridLinesIsOneCell) {
  EXPECT_EQ(table("<tr><td>规章<td colspan=2>1<td colspan=3>2<td>3"
                  "<tr><td>许可<td colspan=3><td colspan=2><td>3"
                  "<tr><td>处罚<td>1<td colspan=4>2<td>3"),
            "规章\t1\t2\t3\n许可\t\t\t3\n处罚\t1\t2\t3\n");
}

TEST(Html, ABlankMergedDownIsBlankInEveryRow) {
  EXPECT_EQ(table("<tr><td>规章<td>1<td>2<td>3<tr><td>许可<td rowspan=2 colspan=2><td>0"
                  "<tr><td>处罚<td>0<tr><td rowspan=2><td>强制<td>1<td>2"),
            "规章\t1\t2\t3\n许可\t\t\t0\n处罚\t\t\t0\n强制\t1\t2\n");
}

TEST(Html, RowspanOfZeroAndBeyondEndsWithItsGroup) {
  EXPECT_EQ(table("<tbody><tr><td>甲<td rowspan=0><td>1<tr><td>乙<td>2</tbody>"
                  "<tbody><tr><td>丙<td>3<td rowspan=99>4</tbody><tbody><tr><td>丁<td>5<td>6"),
            "甲\t\t1\n乙\t\t2\n丙\t3\t4\n丁\t5\t6\n");
}

TEST(Html, SpansAreReadAsBrowsersDo) {
  EXPECT_EQ(table("<tr><td>甲<td colspan='-2'><td colspan='0'><td colspan=' +1x'>1"),
            "甲\t\t\t1\n");
}

TEST(Html, ATableInsideATableMakesThatLayout) {
  EXPECT_EQ(rendered("<table><tr><td>菜单<td>首页<table><tr><td>规章<td>1</table>尾</table>"),
            "菜单\n首页\n规章\t1\n尾\n");
}

// What stands around one cell, for a frame, is no table.
TEST(Html, ATableOfOneCellIsABlock) {
  EXPECT_EQ(table("<tr><td>规章<td><table><tr><td>1</table><td>2"), "规章\t1\t2\n");
  EXPECT_EQ(table("<tr><td><p>一</p><p>二</p>"), "一\n二\n");
}

TEST(Html, ACellWithAPagesTextIsNoCell) {
  std::string prose;
  for (int i = 0; i < 60; ++i) prose += "<p>政府信息公开工作</p>";
  const std::string text = table("<tr><td>菜单<td>" + prose);
  EXPECT_EQ(text.find('\t'), std::string::npos);
  EXPECT_TRUE(text.starts_with("菜单\n政府信息公开工作\n政府信息公开工作\n"));
}

TEST(Html, CaptionsStandBeforeTheirTable) {
  EXPECT_EQ(table("<caption>表一</caption><tr><td>规章<td>1"), "表一\n规章\t1\n");
}

TEST(Html, RowsThatAreNotSeen) {
  EXPECT_EQ(table("<tr><td>规章<td>1<tr height=0><td>9<td>9<tr style='display:none'><td>8<td>8"),
            "规章\t1\n");
}

TEST(Html, TagsThatAreNotClosed) {
  EXPECT_EQ(rendered("<table><tr><td>规章<td>1<tr><td>许可<td>2<table><tr><td>处罚<td>3"),
            "规章\t1\n许可\n2\n处罚\t3\n");
  EXPECT_EQ(rendered("<p>一<p>二<div><b>三<p>四</div>五"), "一\n二\n三\n四\n五\n");
}

TEST(Html, TextWithTablesInItKeepsItsLines) {
  EXPECT_EQ(flat("一\n二\t三\n<table><tr><td>规\n章<td>1</table>\n四\n", Markup::fragments),
            "一\n二\t三\n规 章\t1\n四\n");
}

TEST(Html, WhatIsHtml) {
  for (const std::string_view text :
       {"<!DOCTYPE html>", "\n <HTML lang=zh>", "<body>一", "<p>一</p>", "<div>一</div>二",
        "\xEF\xBB\xBF<html>", "<!-- x --><table><tr><td>1", "<tr><td>1",
        "<?xml version='1.0'?><html>", "<meta charset=utf-8><style>p{}</style><p>一</p>",
        "<p>一<p>二<p>三<p>四"}) {
    EXPECT_EQ(markup_of(utf16(text)), Markup::document) << text;
  }
  for (const std::string_view text :
       {"一\n<table>\n<tr><td>1</td></tr>\n</table>", "一<p>二</p><p>三</p>",
        "# 年报\n| 规章 |\n<table border=1><tr><th>1"}) {
    EXPECT_EQ(markup_of(utf16(text)), Markup::fragments) << text;
  }
  for (const std::string_view text :
       {"", "一", "| 本年新<br>收 | 1 |\n|---|---|", "用 <b> 标出的数", "<2023年>", "1 < 2 > 1",
        "<b>一</b>", "<img src=x onerror=\"a()\">", "<<<<", "</", "<", "<!", "一<p>二", "a<td>"}) {
    EXPECT_EQ(markup_of(utf16(text)), Markup::none) << text;
    EXPECT_FALSE(is_html(utf16(text)));
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(Html, PagesAreRegular) {
  for (const std::string& html :
       {repeated("<div><p>一<b>二</b></p></div>", 3000),
        "<table>" + repeated("<tr><td><font size=2>规章<td>1", 3000), repeated("<p><font>一", 300),
        repeated("<table><tr><td>1</td></tr></table>", 2000),
        "<select>" + repeated("<option>1", 2000) + "</select><p>一",
        repeated("<ul><li>一<ul><li>二</ul></ul>", 1000)}) {
    EXPECT_FALSE(is_irregular(utf16(html))) << html.substr(0, 40);
  }
}

TEST(Html, WhatParsersWouldChokeOnIsIrregular) {
  std::string fonts;
  for (int i = 0; i < 300; ++i) fonts += "<font color=" + std::to_string(i) + ">";
  std::string attributes;
  for (int i = 0; i < 300; ++i) attributes += " a" + std::to_string(i) + "=1";
  for (const std::string& html :
       {repeated("<div>", 600), repeated("<table><tr><td>", 200), fonts, "<p" + attributes + ">",
        "<p><b" + attributes.substr(0, 600) + ">" + repeated("<p>x", 100000),
        repeated("</p>", 600000), std::string("<tr><td>1"), std::string("<isindex>"),
        std::string("<select><table>"), std::string("</table><td>1")}) {
    EXPECT_TRUE(is_irregular(utf16(html))) << html.substr(0, 40);
  }
}

TEST(Html, InertHtmlDoesNothing) {
  EXPECT_EQ(utf8(make_inert(u"<p style='a' STYLE=b data-style=c>一</p>")),
            "<p styl_='a' styl_=b data-style=c>一</p>");
  EXPECT_EQ(utf8(make_inert(u"<p OnClick=a on=b>")), "<p xnClick=a xn=b>");
  EXPECT_EQ(utf8(make_inert(u"<script>a</script>一<link rel=x>")),
            "<!--           -->一<!--     -->");
  EXPECT_EQ(utf8(make_inert(u"<style>a-->b")), "<!--     -->");
  EXPECT_EQ(utf8(make_inert(u"<title><style></title>")), "<title><style></title>");
}

TEST(Html, LongTextAndLoneSurrogatesInEvents) {
  html::EventWriter events(Markup::document);
  events.open(u"p");
  const std::u16string longer(70000, u'政');
  events.text(longer);
  events.text(u"\xD840\xDC00\xD800一\xDC00");
  events.close();
  EXPECT_EQ(render_html(events.events()), longer + u"\xD840\xDC00\uFFFD一\uFFFD\n");
}

// Whatever the events: no crash, no tab in a line but between cells, no endless run.
TEST(Html, BrokenEventsAreHarmless) {
  test::Random random(1);
  const std::u16string_view names[] = {u"table", u"tr",  u"td",     u"tbody", u"p",  u"br",
                                       u"pre",   u"div", u"script", u"sup",   u"th", u"caption"};
  for (int round = 0; round < 3000; ++round) {
    html::EventWriter events(random.one_in(2) ? Markup::document : Markup::fragments);
    for (std::uint64_t i = random.below(40); i > 0; --i) {
      switch (random.below(4)) {
        case 0:
          events.close();
          break;
        case 1:
          events.text(random.one_in(2) ? u"规章\n" : u"1\t");
          break;
        default:
          events.open(random.pick(names), 2);
          events.attribute(u"rowspan", random.one_in(3) ? u"0" : u"3");
          events.attribute(u"colspan", random.one_in(3) ? u"1000" : u"2");
      }
    }
    std::u16string broken = events.events();
    const std::u16string whole = render_html(broken);
    EXPECT_TRUE(whole.empty() || whole.back() == u'\n');
    broken.resize(random.below(broken.size() + 1));
    for (char16_t& c : broken) {
      if (random.one_in(20)) c = static_cast<char16_t>(random.below(0x10000));
    }
    EXPECT_LT(render_html(broken).size(), 100000U);
  }
}

// Rows under cells that span them all, and rows that merge: no more comes out than is put in.
TEST(Html, SpansDoNotMultiply) {
  const std::string rows = repeated("<tr><td>规章<td colspan=1000 rowspan=65534><td>1", 20000);
  const std::u16string html = utf16("<table>" + rows);
  std::u16string out;
  const double seconds = test::seconds_of([&] { out = render_flat(html, Markup::document); });
  EXPECT_LT(out.size(), 2 * html.size());
  EXPECT_LT(seconds, test::most_seconds);
}

TEST(Html, TimeGrowsWithLength) {
  for (const std::string_view unit :
       {"<div>", "<table>", "<table><tr><td>", "<b x>", "<p><b>", "<b hidden>", "<!--", "<", "&#x",
        "</p>", "<tr><td>规<td colspan=60>", "<pre>\n\t", "<a href='", "<script>", "<select>",
        "<x y"}) {
    const std::u16string text = utf16("<html>" + repeated(unit, (1U << 20) / unit.size()));
    const double seconds = test::seconds_of([&] {
      const Markup markup = markup_of(text);
      const bool irregular = is_irregular(text);
      const std::u16string inert = make_inert(text);
      const std::u16string out = render_flat(text, markup);
      EXPECT_LT(out.size() + inert.size() + (irregular ? 1 : 0), 8 * text.size()) << unit;
    });
    EXPECT_LT(seconds, test::most_seconds) << unit;
  }
}

#ifndef __EMSCRIPTEN__

Source source_of(std::string_view bytes) {
  return read_source({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

TEST(Source, PlainTextIsItself) {
  const Source source = source_of("规章 | 1 <br> |\r\n");
  EXPECT_FALSE(source.rendition);
  EXPECT_EQ(source.text, u"规章 | 1 <br> |\r\n");
  EXPECT_FALSE(check(source).text.has_value());
}

TEST(Source, TheAnswerHoldsTheRendition) {
  const Source source = source_of("<html><p>规章</p>");
  EXPECT_TRUE(source.rendition);
  EXPECT_EQ(check(source).text, "规章\n");
  EXPECT_NE(to_json(check(source)).find("\"text\":\"规章\\n\"}"), std::string::npos);
}

TEST(Source, APageWithoutTextIsAnEmptyText) {
  const Answer answer = check(source_of("<html><body><img src=x></body></html>"));
  EXPECT_EQ(answer.verdict, check(u"").verdict);
  EXPECT_EQ(answer.reason, check(u"").reason);
  EXPECT_EQ(answer.text, "");
}

TEST(Source, TheCharsetThatThePageNames) {
  const std::string gb = "<html><meta charset=\"gb2312\"><p>\xD5\xFE</p>";
  EXPECT_EQ(source_of(gb).text, u"政\n");
}

TEST(Source, AnMhtFile) {
  const std::string mht =
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"
      "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: "
      "quoted-printable\r\n\r\n"
      "<p>=D5=FE</p>=\r\n<p>1</p>\r\n--b--\r\n";
  const Source source = source_of(mht);
  EXPECT_TRUE(source.rendition);
  EXPECT_EQ(source.text, u"政\n1\n");
}

#endif

}  // namespace
}  // namespace gouji
