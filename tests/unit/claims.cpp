// What is read from sentences before any table is looked at: figures, subjects, whose they are, of
// when, and of what they are parts.
#include "narrative/claims.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "narrative/quantity.h"
#include "rules/narrative.h"
#include "support.h"
#include "tables/tables.h"

namespace gouji {
namespace {

using test::utf16;
using test::utf8;

constexpr std::u16string_view head =
    u"云溪镇人民政府2023年政府信息公开工作年度报告\n一、总体情况\n";

struct Reading {
  std::u16string text;
  std::vector<Claim> claims;
  std::vector<Span> places;
};

Reading read(std::u16string_view sentences) {
  Reading out;
  // A whole report, whose labels the tables take.
  const test::Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  out.text = std::u16string(head).append(sentences) + u'\n';
  for (const int number : {2, 3, 4}) out.text += report.section(number);
  const Document document = read_document(out.text);
  const Gapless gapless(document);
  const Reconstruction reconstruction = reconstruct(document, nullptr);
  const Prose prose(gapless, reconstruction);
  out.claims = read_claims(prose);
  for (const Claim& claim : out.claims) out.places.push_back(prose.span(claim.place));
  return out;
}

Claim only(std::u16string_view sentence) {
  const Reading reading = read(sentence);
  EXPECT_EQ(reading.claims.size(), 1U) << utf8(sentence);
  return reading.claims.empty() ? Claim() : reading.claims.front();
}

TEST(Claims, Figures) {
  struct Figure {
    const char16_t* text;
    std::int64_t units;
    int decimals;
    Bound bound;
    char16_t unit;
  };
  constexpr Figure figures[] = {
      {u"12件", 12, 0, Bound::exact, u'件'},
      {u"1,234件", 1234, 0, Bound::exact, u'件'},
      {u"1,234,567件", 1234567, 0, Bound::exact, u'件'},
      {u"１２件", 12, 0, Bound::exact, u'件'},
      {u"十二件", 12, 0, Bound::exact, u'件'},
      {u"一件", 1, 0, Bound::exact, u'件'},
      {u"两件", 2, 0, Bound::exact, u'件'},
      {u"一百零五件", 105, 0, Bound::exact, u'件'},
      {u"零件", 0, 0, Bound::exact, u'件'},
      {u"20余件", 20, 0, Bound::at_least, u'件'},
      {u"十多件", 10, 0, Bound::at_least, u'件'},
      {u"30件以上", 30, 0, Bound::at_least, u'件'},
      {u"30件左右", 30, 0, Bound::about, u'件'},
      {u"1.2万件", 12, 1, Bound::about, u'件'},
      {u"12.50%", 125, 1, Bound::exact, u'%'},
      {u"百分之三十", 30, 0, Bound::exact, u'%'},
      {u"３３．３％", 333, 1, Bound::exact, u'%'},
      {u"12件次", 12, 0, Bound::exact, 0},
      {u"20个工作日", 20, 0, Bound::exact, 0},
      {u"5人次", 5, 0, Bound::exact, 0},
      {u"12345热线", 12345, 0, Bound::exact, 0},
      {u"1234567890123件", 0, 0, Bound::exact, 0},
  };
  for (const Figure& figure : figures) {
    const Document document = read_document(figure.text);
    const Gapless text(document);
    Quantity quantity;
    ASSERT_TRUE(quantity_at(text, 0, text.size(), quantity)) << utf8(figure.text);
    EXPECT_EQ(quantity.unit, figure.unit) << utf8(figure.text);
    EXPECT_EQ(quantity.bound, figure.bound) << utf8(figure.text);
    if (figure.unit == 0) continue;
    EXPECT_EQ(quantity.value, (Number{figure.units, static_cast<std::uint8_t>(figure.decimals)}))
        << utf8(figure.text);
  }
}

// A digit on the line before may belong to the number.
TEST(Claims, BrokenNumbers) {
  for (const std::u16string_view text :
       {u"收到政府信息公开申请1\n2件。", u"收到政府信息公开申请1 2件。"}) {
    for (const Claim& claim : read(text).claims) EXPECT_EQ(claim.subjects, 0U) << utf8(text);
  }
}

TEST(Claims, Subjects) {
  struct Said {
    const char16_t* text;
    Subjects subjects;
  };
  const Said said[] = {
      {u"收到政府信息公开申请12件。", one(Subject::received)},
      {u"受理36件政府信息公开申请。", one(Subject::received)},
      {u"处理依申请公开事项12件。", one(Subject::processed)},
      {u"答复政府信息公开申请12件。", one(Subject::settled)},
      {u"全年收到和处理政府信息公开申请12件。", any_of(Subject::received, Subject::processed)},
      {u"新收和上年结转政府信息公开申请12件。", any_of(Subject::received, Subject::carried_in)},
      {u"政府信息公开申请予以公开和部分公开12件。", any_of(Subject::granted, Subject::partial)},
      {u"结转下年度继续办理政府信息公开申请2件。", one(Subject::carried_out)},
      {u"政府信息公开行政复议、行政诉讼3件。", any_of(Subject::review, Subject::suit)},
      {u"政府信息公开行政复议维持3件。", any_of(Subject::review, Subject::upheld)},
      {u"制发规范性文件3件。", one(Subject::normative_issued)},
      {u"废止规范性文件3件。", one(Subject::normative_repealed)},
      {u"现行有效规范性文件3件。", one(Subject::normative_in_force)},
      {u"主动公开规范性文件3件。", one(Subject::normative_published)},
      {u"制定规章3件。", one(Subject::rules_issued)},
      {u"作出行政许可、行政处罚3件。", any_of(Subject::licensing, Subject::penalty)},
      // Not understood, and so nothing.
      {u"收到涉及征地的政府信息公开申请12件。", 0},
      {u"收到网上政府信息公开申请12件。", 0},
      {u"受理行政许可申请12件。", 0},
      {u"办理行政复议案件12件。", 0},
      {u"办理行政处罚案件12件。", 0},
      {u"报备规范性文件12件。", 0},
      {u"收到12件。", 0},
      {u"结转政府信息公开申请2件。", 0},
  };
  for (const Said& one_said : said) {
    EXPECT_EQ(only(one_said.text).subjects, one_said.subjects) << utf8(one_said.text);
  }
}

TEST(Claims, ScopeAndPeriod) {
  struct Said {
    const char16_t* text;
    Scope scope;
    Period period;
    int year;
  };
  constexpr Said said[] = {
      {u"收到政府信息公开申请12件。", Scope::unstated, Period::unstated, 0},
      {u"2023年，我镇收到政府信息公开申请12件。", Scope::own, Period::stated, 2023},
      {u"二〇二二年收到政府信息公开申请12件。", Scope::unstated, Period::stated, 2022},
      {u"全年全县收到政府信息公开申请12件。", Scope::area, Period::this_year, 0},
      {u"各乡镇共收到政府信息公开申请12件。", Scope::subordinates, Period::unstated, 0},
      {u"县民政局收到政府信息公开申请12件。", Scope::named, Period::unstated, 0},
      {u"去年收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"历年累计收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"截至年底，收到政府信息公开申请12件。", Scope::unstated, Period::until, 0},
      {u"截至6月底，收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"截至目前，收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"第一季度收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"1月收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"2023年1月1日至12月31日，收到政府信息公开申请12件。", Scope::unstated, Period::stated,
       2023},
      {u"计划收到政府信息公开申请12件。", Scope::unstated, Period::other, 0},
      {u"与去年相比稳中有升，收到政府信息公开申请12件。", Scope::unstated, Period::unstated, 0},
      {u"落实《2022年工作要点》，收到政府信息公开申请12件。", Scope::unstated, Period::unstated, 0},
  };
  for (const Said& one_said : said) {
    const Claim claim = only(one_said.text);
    EXPECT_EQ(claim.scope, one_said.scope) << utf8(one_said.text);
    EXPECT_EQ(claim.period, one_said.period) << utf8(one_said.text);
    if (claim.period == Period::stated) {
      EXPECT_EQ(claim.year, one_said.year);
    }
  }
}

// 「结转」 with a year tells by it which report's figure it is.
TEST(Claims, YearsOfWhatIsCarriedOver) {
  const Claim in = only(u"2022年结转政府信息公开申请1件。");
  EXPECT_EQ(in.subjects, one(Subject::carried_in));
  EXPECT_EQ(in.year, 2023);
  const Claim out = only(u"政府信息公开申请结转至2024年办理1件。");
  EXPECT_EQ(out.subjects, one(Subject::carried_out));
  EXPECT_EQ(out.year, 2023);
}

TEST(Claims, Parts) {
  const std::vector<Claim> claims =
      read(u"受理政府信息公开申请19件，其中11件办结（含网上申请4件），8件撤销；受理量下降。")
          .claims;
  ASSERT_EQ(claims.size(), 4U);
  EXPECT_EQ(claims[0].whole, no_claim);
  EXPECT_EQ(claims[1].whole, 0U);
  EXPECT_EQ(claims[1].depth, 1);
  EXPECT_EQ(claims[2].whole, 1U);
  EXPECT_EQ(claims[2].depth, 2);
  EXPECT_EQ(claims[2].division, Division::channel);
  EXPECT_EQ(claims[3].whole, 0U);
  EXPECT_EQ(claims[3].subjects, 0U);
}

TEST(Claims, Shares) {
  const std::vector<Claim> claims =
      read(u"受理政府信息公开申请20件，其中予以公开5件，占比25%。").claims;
  ASSERT_EQ(claims.size(), 3U);
  EXPECT_EQ(claims[2].kind, ClaimKind::share);
  EXPECT_EQ(claims[2].whole, 1U);
  for (const std::u16string_view text :
       {u"受理政府信息公开申请20件，办结率100%。", u"受理政府信息公开申请20件，同比增长25%。",
        u"受理政府信息公开申请20件，网上、信函分别占60%、40%。"}) {
    for (const Claim& claim : read(text).claims)
      EXPECT_NE(claim.kind, ClaimKind::share) << utf8(text);
  }
}

TEST(Claims, PlacesAreInTheText) {
  const Reading reading =
      read(u"2023年，全镇依法依规办理申请，全年共 收到政府信息公开\n申请 12 件。");
  ASSERT_EQ(reading.places.size(), 1U);
  const Span place = reading.places.front();
  EXPECT_EQ(reading.text.substr(place.begin, place.end - place.begin),
            u"收到政府信息公开\n申请 12 件");
}

TEST(Claims, NotOfTheLastParts) {
  const test::Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string sentences = u"收到政府信息公开申请12件。\n制发规范性文件3件。\n";
  std::u16string text;
  for (int number = 1; number <= 6; ++number) {
    text += report.section(number) + (number >= 5 ? sentences : std::u16string());
  }
  EXPECT_TRUE(read(text).claims.empty());
}

TEST(Claims, StatedValues) {
  const test::Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  std::u16string text =
      report.title() + report.heading(1) +
      u"全年收到政府信息公开申请约12件，答复10件，不予公开3件，予以公开4件。去年收到政"
      u"府信息公开申请9件。\n";
  for (int number = 2; number <= 6; ++number) text += report.section(number);
  const Document document = read_document(text);
  const Gapless gapless(document);
  const Particulars particulars = read_particulars(document, gapless);
  Reconstruction reconstruction = reconstruct(document, nullptr);
  const Prose prose(gapless, reconstruction);
  Answer answer = check(text);
  const Options options;
  const Review review{document, reconstruction, particulars, prose, options, answer};
  const std::vector<std::pair<std::string_view, std::int64_t>> expected = {
      {"requests.handled.total", 10}, {"requests.granted.total", 4}};
  EXPECT_EQ(stated_values(review), expected);
}

// Any text takes time that grows with its length only.
TEST(Claims, HostileTexts) {
  constexpr std::size_t size = 1'500'000;
  for (const std::u16string_view unit :
       {u"7", u"收到", u"收到政府信息公开申请12件，", u"其中予以公开5件，占比20%，", u"（收到3件",
        u"1,", u"一百", u"1 |", u"1\n", u"百分之", u"《", u"政府信息公开申请、", u"2023年",
        u"收到申请3件。", u"拆分，"}) {
    std::u16string text(head);
    while (text.size() < size) text.append(unit);
    EXPECT_LT(test::seconds_of([&] { EXPECT_LE(read(text).claims.size(), 3000U); }),
              4 * test::most_seconds)
        << utf8(unit);
  }
}

}  // namespace
}  // namespace gouji
