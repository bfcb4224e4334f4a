// Title, agency, year and date of publication, as published reports write them.
#include "narrative/particulars.h"

#include <span>

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

using test::utf8;

Particulars read(std::u16string_view text) {
  const Document document = read_document(text);
  return read_particulars(document, Gapless(document));
}

// What stands between title and signature does not matter here.
constexpr std::u16string_view body =
    u"一、总体情况\n本局按照条例的要求公开信息。\n二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n"
    u"五、存在的主要问题及改进情况\n栏目的更新还不够及时。\n六、其他需要报告的事项\n本局未收取信息"
    u"处理费。\n";

Particulars titled(std::u16string_view title) {
  return read(std::u16string(title) + u"\n" + std::u16string(body));
}

TEST(Title, WithItsAgencyAndYear) {
  const Particulars found = titled(u"青石县民政局2023年政府信息公开工作年度报告");
  EXPECT_EQ(found.title, "青石县民政局2023年政府信息公开工作年度报告");
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.year, 2023);
}

struct Wording {
  std::u16string_view title;
  std::string_view agency;
  int year;
};

TEST(Title, InTheWordingsInUse) {
  const Wording wordings[] = {
      {u"青石县人民政府2023年政府信息公开工作年度报告", "青石县人民政府", 2023},
      {u"青石县人民政府2023年度政府信息公开工作年度报告", "青石县人民政府", 2023},
      {u"青石县人民政府2023年度政府信息公开工作报告", "青石县人民政府", 2023},
      {u"青石县人民政府2023年政府信息公开年度报告", "青石县人民政府", 2023},
      {u"青石县人民政府2023年政府信息公开年报", "青石县人民政府", 2023},
      {u"青石县财政局2020年政务公开工作年度报告", "青石县财政局", 2020},
      {u"青石县人民政府政府信息公开工作年度报告（2023年）", "青石县人民政府", 2023},
      {u"青石县人民政府政府信息公开工作2023年度报告", "青石县人民政府", 2023},
      {u"青石县人民政府２０２３年政府信息公开工作年度报告", "青石县人民政府", 2023},
      {u"青石县人民政府二〇二三年政府信息公开工作年度报告", "青石县人民政府", 2023},
      {u"青石县人民政府二○二三年政府信息公开工作年度报告", "青石县人民政府", 2023},
      {u"青石县白云街道办事处2021年政府信息公开工作年度报告", "青石县白云街道办事处", 2021},
      {u"云岭市生态环境局青石分局2022年政府信息公开工作年度报告", "云岭市生态环境局青石分局", 2022},
      {u"国家税务总局青石县税务局2022年政府信息公开工作年度报告", "国家税务总局青石县税务局", 2022},
  };
  for (const Wording& wording : wordings) {
    const Particulars found = titled(wording.title);
    EXPECT_EQ(found.agency, wording.agency) << utf8(wording.title);
    EXPECT_EQ(found.year, wording.year) << utf8(wording.title);
    EXPECT_FALSE(found.title.empty()) << utf8(wording.title);
  }
}

TEST(Title, WithMarksOfMarkdownAndSpaces) {
  for (const std::u16string_view title : {u"# 青石县民政局2023年政府信息公开工作年度报告",
                                          u"**青石县民政局2023年政府信息公开工作年度报告**",
                                          u"　　青石县民政局2023年政府信息公开工作年度报告　",
                                          u"青石县民政局 2023 年政府信息公开工作年度报告",
                                          u"青石县民政局2023年 政府信息公开工作年度报告"}) {
    const Particulars found = titled(title);
    EXPECT_EQ(found.title, "青石县民政局2023年政府信息公开工作年度报告") << utf8(title);
    EXPECT_EQ(found.agency, "青石县民政局") << utf8(title);
    EXPECT_EQ(found.year, 2023) << utf8(title);
  }
}

TEST(Title, BrokenOverTwoLines) {
  const Particulars found = titled(u"青石县民政局\n2023年政府信息公开工作年度报告");
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.year, 2023);
  EXPECT_EQ(found.title, "青石县民政局2023年政府信息公开工作年度报告");
}

TEST(Title, BehindATrailOfLinks) {
  const Particulars found = titled(
      u"首页 > 政府信息公开 > 青石县民政局2022年政府信息公开工作年度报告\n"
      u"青石县民政局2023年政府信息公开工作年度报告");
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.year, 2023);
}

TEST(Title, BehindAMenu) {
  std::u16string menu;
  for (int i = 0; i < 300; ++i) menu += u"首页 | 机构职能 | 政策文件 | 2021年工作要点\n";
  const Particulars found =
      read(menu + u"青石县民政局2023年政府信息公开工作年度报告\n" + std::u16string(body));
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.year, 2023);
}

TEST(Title, ACitationIsNotTheTitle) {
  const Particulars found = read(
      u"青石县民政局2023年政府信息公开工作年度报告\n"
      u"按照《青石县人民政府2019年政府信息公开工作年度报告》的格式编制。\n" +
      std::u16string(body));
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.year, 2023);
  const Particulars only =
      read(u"年度报告\n现按照《青石县人民政府2019年政府信息公开工作年度报告》的格式编制本报告。\n" +
           std::u16string(body));
  EXPECT_EQ(only.title, "");
}

TEST(Title, ASentenceThatMentionsTheReportGivesNoAgencyOutOfItsWords) {
  const Particulars found =
      read(u"根据条例的要求，编制青石县人民政府2023年政府信息公开工作年度报告，现予公布。\n" +
           std::u16string(body));
  EXPECT_NE(found.agency, "编制青石县人民政府");
}

TEST(Title, TheFirstOfSeveralReportsIsThisOne) {
  const Particulars found =
      read(u"青石县民政局2023年政府信息公开工作年度报告\n" + std::u16string(body) +
           u"相关链接\n青石县民政局2022年政府信息公开工作年度报告\n青石县民政局2021年政府信息公开工"
           u"作年度报告\n");
  EXPECT_EQ(found.year, 2023);
}

TEST(Year, FromThePeriodThatTheFiguresCover) {
  for (const std::u16string_view period :
       {u"本报告所列数据的统计期限自2023年1月1日起，至2023年12月31日止。",
        u"统计期限为2023年1月1日至12月31日。", u"数据统计时间为2023年1月1日至2023年12月31日。",
        u"２０２３年１月１日至１２月３１日"}) {
    const Particulars found = read(std::u16string(period) + u"\n" + std::u16string(body) +
                                   u"2024年1月20日、2024年2月3日、2024年3月8日开展培训。\n");
    EXPECT_EQ(found.year, 2023) << utf8(period);
  }
}

TEST(Year, FromTheYearThatTheTextSpeaksOfMost) {
  const Particulars found = read(
      std::u16string(body) + u"2023年更新信息。2023年开展培训。2023年未收取费用。2024年将改进。\n");
  EXPECT_EQ(found.year, 2023);
}

TEST(Year, NoneWhereTwoAreSpokenOfAsOften) {
  const Particulars found =
      read(std::u16string(body) + u"2023年更新信息。2023年培训。2024年更新。2024年培训。\n");
  EXPECT_EQ(found.year, std::nullopt);
}

TEST(Year, NoneWhereNoneIsSpokenOf) { EXPECT_EQ(read(body).year, std::nullopt); }

TEST(Year, NumbersThatAreNoYears) {
  EXPECT_EQ(titled(u"青石县民政局12023年政府信息公开工作年度报告").year, std::nullopt);
  EXPECT_EQ(titled(u"青石县民政局1023年政府信息公开工作年度报告").year, std::nullopt);
  EXPECT_EQ(titled(u"青石县民政局202年政府信息公开工作年度报告").year, std::nullopt);
  EXPECT_EQ(titled(u"青石县民政局XX年政府信息公开工作年度报告").year, std::nullopt);
}

std::string published(std::u16string_view line) {
  return read(u"青石县民政局2023年政府信息公开工作年度报告\n" + std::u16string(line) + u"\n" +
              std::u16string(body))
      .published;
}

TEST(Published, UnderTheTitle) {
  for (const std::u16string_view line :
       {u"发布日期：2024-01-29", u"发布时间:2024-01-29 10:24", u"发布日期： 2024/1/29",
        u"发布日期：2024.01.29", u"公开日期：2024年1月29日", u"时间：2024-01-29 点击：120",
        u"日期：2024-01-29 来源：民政局 浏览次数：88", u"发布日期 | 2024-01-29 |", u"2024-01-29",
        u"2024-01-29 16:30", u"2024年1月29日", u"２０２４－０１－２９", u"2024年01月29日",
        u"发文日期：二〇二四年一月二十九日", u"2024-01-29 来源：民政局"}) {
    EXPECT_EQ(published(line), "2024-01-29") << utf8(line);
  }
}

TEST(Published, ASignatureAtTheEnd) {
  for (const std::u16string_view line :
       {u"2024年1月29日", u"二〇二四年一月二十九日", u"二○二四年一月二十九日", u"　　2024年1月29日",
        u"2024年01月29日"}) {
    const Particulars found =
        read(u"青石县民政局2023年政府信息公开工作年度报告\n" + std::u16string(body) +
             u"青石县民政局\n" + std::u16string(line) + u"\n");
    EXPECT_EQ(found.published, "2024-01-29") << utf8(line);
  }
}

TEST(Published, NumeralsOfEveryDay) {
  const std::u16string_view digits = u"〇一二三四五六七八九";
  const auto spoken = [&](int n) {
    std::u16string out;
    if (n >= 20) out.push_back(digits[static_cast<std::size_t>(n / 10)]);
    if (n >= 10) out.push_back(u'十');
    if (n % 10 != 0) out.push_back(digits[static_cast<std::size_t>(n % 10)]);
    return out;
  };
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 28; ++day) {
      const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
      ASSERT_EQ(published(u"发布日期：二〇二四年" + spoken(month) + u"月" + spoken(day) + u"日"),
                "2024-" + two(month) + "-" + two(day));
    }
  }
}

TEST(Published, ADamagedDateIsNone) {
  for (const std::u16string_view line :
       {u"发布日期：2024-13-01", u"发布日期：2024-00-10", u"发布日期：2024-02-30",
        u"发布日期：2023-02-29", u"发布日期：2024-04-31", u"发布日期：2024-1",
        u"发布日期：2024年1月", u"发布日期：20240-01-29", u"发布日期：024-01-29",
        u"发布日期：2024-01-", u"发布日期：2024-01-290", u"发布日期：2024年月日", u"发布日期：",
        u"发布日期：XXXX-XX-XX", u"发布日期：12024-01-29", u"发布日期：2024-01/29",
        u"发布日期：二〇二四年十三月一日"}) {
    EXPECT_EQ(published(line), "") << utf8(line);
  }
}

TEST(Published, LeapDays) { EXPECT_EQ(published(u"发布日期：2024-02-29"), "2024-02-29"); }

TEST(Published, APeriodIsNoPublication) {
  EXPECT_EQ(published(u"2023年1月1日至2023年12月31日"), "");
  EXPECT_EQ(published(u"本报告的统计期限为2023年1月1日至12月31日。"), "");
}

TEST(Published, ADateInsideTheTextIsNone) {
  const Particulars found = read(
      u"青石县民政局2023年政府信息公开工作年度报告\n一、总体情况\n"
      u"2024年1月12日召开了政务公开培训会，参加人员包括各科室负责人以及各乡镇的工作人员共八十余人次"
      u"。\n" +
      std::u16string(body.substr(body.find(u"二、"))));
  EXPECT_EQ(found.published, "");
}

TEST(Published, NotBeforeTheYearIsOver) { EXPECT_EQ(published(u"发布日期：2023-03-01"), ""); }

TEST(Agency, FromTheSignatureWhereThereIsNoTitle) {
  EXPECT_EQ(read(std::u16string(body) + u"青石县民政局\n2024年1月29日\n").agency, "青石县民政局");
}

TEST(Agency, FromTheGuideThatItsReportCites) {
  EXPECT_EQ(read(u"完善《柳湖乡人民政府信息公开指南》。\n" + std::u16string(body)).agency,
            "柳湖乡人民政府");
  EXPECT_EQ(read(u"更新《青石县民政局政府信息公开指南》。\n" + std::u16string(body)).agency,
            "青石县民政局");
  EXPECT_EQ(read(u"完善《政府信息公开指南》。\n" + std::u16string(body)).agency, "");
}

TEST(Agency, NoneWhereNoneIsNamed) { EXPECT_EQ(read(body).agency, ""); }

TEST(Particulars, NothingOutOfNothing) {
  const Particulars found = read(u"");
  EXPECT_EQ(found.title, "");
  EXPECT_EQ(found.agency, "");
  EXPECT_EQ(found.published, "");
  EXPECT_EQ(found.year, std::nullopt);
}

TEST(Particulars, OfATraditionalTextInItsOwnLetters) {
  const Particulars found = titled(u"鷺陂縣人民政府2023年政府信息公開工作年度報告");
  EXPECT_EQ(found.agency, "鷺陂縣人民政府");
  EXPECT_EQ(found.year, 2023);
  EXPECT_EQ(found.title, "鷺陂縣人民政府2023年政府信息公開工作年度報告");
}

// What stands above the sections, and what it says; an agency or a date that is not told is "".
struct Head {
  std::u16string_view text;
  std::string_view agency;
  int year;
  std::string_view title;
};

void expect_heads(std::span<const Head> heads) {
  for (const Head& head : heads) {
    const Particulars found = titled(head.text);
    EXPECT_EQ(found.title, head.title) << utf8(head.text);
    EXPECT_EQ(found.agency, head.agency) << utf8(head.text);
    EXPECT_EQ(found.year.value_or(0), head.year) << utf8(head.text);
  }
}

TEST(Title, WithTheYearFirst) {
  const Head heads[] = {
      {u"2023年鹭岭市政府信息公开工作年度报告", "鹭岭市", 2023,
       "2023年鹭岭市政府信息公开工作年度报告"},
      {u"2023年上河镇政府信息公开工作年度报告", "上河镇", 2023,
       "2023年上河镇政府信息公开工作年度报告"},
      {u"二〇二三年青石县政府信息公开工作年度报告", "青石县", 2023,
       "二〇二三年青石县政府信息公开工作年度报告"},
      {u"2023年青石县人民政府政府信息公开工作年度报告", "青石县人民政府", 2023,
       "2023年青石县人民政府政府信息公开工作年度报告"},
      {u"2023年度青石县住房和城乡建设局政府信息公开年度报告", "青石县住房和城乡建设局", 2023,
       "2023年度青石县住房和城乡建设局政府信息公开年度报告"},
      {u"2023 年度 青石县民政局 政府信息公开工作年度报告", "青石县民政局", 2023,
       "2023年度青石县民政局政府信息公开工作年度报告"},
      {u"２０２３年柳湖镇人民政府政府信息公开年报", "柳湖镇人民政府", 2023,
       "２０２３年柳湖镇人民政府政府信息公开年报"},
  };
  expect_heads(heads);
}

// 政府 is said once for the agency and for its information.
TEST(Title, OfAGovernmentThatSharesAWordWithItsInformation) {
  const Head heads[] = {
      {u"2023年青石县人民政府信息公开工作年度报告", "青石县人民政府", 2023,
       "2023年青石县人民政府信息公开工作年度报告"},
      {u"青石县柳湖镇人民政府信息公开工作年度报告（2023年度）", "青石县柳湖镇人民政府", 2023,
       "青石县柳湖镇人民政府信息公开工作年度报告（2023年度）"},
      {u"青石县人民政府2023年信息公开工作年度报告", "青石县人民政府", 2023,
       "青石县人民政府2023年信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, WithYearsInTheirSpellings) {
  const Head heads[] = {
      {u"青石县统计局二0二三年政府信息公开工作年度报告", "青石县统计局", 2023,
       "青石县统计局二0二三年政府信息公开工作年度报告"},
      {u"青石县统计局二O二三年政府信息公开工作年度报告", "青石县统计局", 2023,
       "青石县统计局二O二三年政府信息公开工作年度报告"},
      {u"青石县统计局二零二三年度政府信息公开工作年度报告", "青石县统计局", 2023,
       "青石县统计局二零二三年度政府信息公开工作年度报告"},
      {u"二○二三年度青石县政府信息公开工作年度报告", "青石县", 2023,
       "二○二三年度青石县政府信息公开工作年度报告"},
      {u"青石县统计局2023政府信息公开工作年度报告", "青石县统计局", 2023,
       "青石县统计局2023政府信息公开工作年度报告"},
      {u"青石县统计局2023年度政府信息公开工作总结报告", "青石县统计局", 2023,
       "青石县统计局2023年度政府信息公开工作总结报告"},
      {u"青石县统计局 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告", "青石县统计局", 2023,
       "青石县统计局2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, WithTheYearInBracketsOrBehind) {
  const Head heads[] = {
      {u"青石县民政局政府信息公开年度报告（2023）", "青石县民政局", 2023,
       "青石县民政局政府信息公开年度报告（2023）"},
      {u"青石县民政局政府信息公开工作年度报告(2023年度)", "青石县民政局", 2023,
       "青石县民政局政府信息公开工作年度报告(2023年度)"},
      {u"青石县民政局政府信息公开工作年度报告〔2023年〕", "青石县民政局", 2023,
       "青石县民政局政府信息公开工作年度报告〔2023年〕"},
      {u"青石县民政局政府信息公开工作年度报告\n（2023年度）", "青石县民政局", 2023,
       "青石县民政局政府信息公开工作年度报告（2023年度）"},
      {u"青石县民政局政府信息公开工作年度报告\n2023年度", "青石县民政局", 2023,
       "青石县民政局政府信息公开工作年度报告2023年度"},
      {u"2023年政府信息公开工作年度报告（青石县民政局）", "青石县民政局", 2023,
       "2023年政府信息公开工作年度报告（青石县民政局）"},
      {u"青石县政府信息公开工作年度报告（二〇二三年）", "青石县", 2023,
       "青石县政府信息公开工作年度报告（二〇二三年）"},
  };
  expect_heads(heads);
}

TEST(Title, BrokenOverSeveralLines) {
  const Head heads[] = {
      {u"青石市教育局\n2023年政府信息公开\n工作年度报告\n（2024年1月16日）", "青石市教育局", 2023,
       "青石市教育局2023年政府信息公开工作年度报告"},
      {u"青 石 县 人 民 政 府\n2023年政府信息公开工作年度报告", "青石县人民政府", 2023,
       "青石县人民政府2023年政府信息公开工作年度报告"},
      {u"青石县民政局\n\n2023年度\n\n政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年度政府信息公开工作年度报告"},
      {u"2023年度\n青石县民政局政府信息公开工作年度报告", "青石县民政局", 2023,
       "2023年度青石县民政局政府信息公开工作年度报告"},
      {u"青石县民政局2023年度\n政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年度政府信息公开工作年度报告"},
      {u"青石县民政局2023年政府信息公开工作年\n度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青石县民政局2023年政府信\n息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青石县住房和城乡\n建设局2023年政府信息公开工作年度报告", "青石县住房和城乡建设局", 2023,
       "青石县住房和城乡建设局2023年政府信息公开工作年度报告"},
      {u"青石县\n2023年政府信息公开工作年度报告", "青石县", 2023,
       "青石县2023年政府信息公开工作年度报告"},
      {u"| 青石县民政局 |\n| 2023年政府信息公开工作年度报告 |", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"# 青石县民政局\n# 2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, WithTheAgencyUnderIt) {
  const Head heads[] = {
      {u"关于2023年度政府信息公开工作年度报告\n青石县柳湖镇人民政府", "青石县柳湖镇人民政府", 2023,
       "关于2023年度政府信息公开工作年度报告"},
      {u"2023年政府信息公开工作年度报告\n\n青石县民政局\n2024年1月16日", "青石县民政局", 2023,
       "2023年政府信息公开工作年度报告"},
      {u"2023年政府信息公开工作年度报告\n来源：青石县民政局", "青石县民政局", 2023,
       "2023年政府信息公开工作年度报告"},
      {u"2023年政府信息公开工作年度报告\n发布机构：青石县民政局　发布日期：2024-01-16",
       "青石县民政局", 2023, "2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, WithAboutInIt) {
  const Head heads[] = {
      {u"青石县住建局关于2023年政府信息公开工作的年度报告", "青石县住建局", 2023,
       "青石县住建局关于2023年政府信息公开工作的年度报告"},
      {u"关于青石县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "关于青石县民政局2023年政府信息公开工作年度报告"},
      {u"关于2023年度政府信息公开工作年度报告", "", 2023, "关于2023年度政府信息公开工作年度报告"},
      {u"青石县民政局关于2023年度政府信息公开工作情况的报告", "青石县民政局", 2023,
       "青石县民政局关于2023年度政府信息公开工作情况的报告"},
      {u"青石县民政局关于印发2023年政府信息公开工作年度报告的通知", "青石县民政局", 2023,
       "青石县民政局关于印发2023年政府信息公开工作年度报告的通知"},
      {u"青石县民政局关于公布2023年政府信息公开工作年度报告的公告", "青石县民政局", 2023,
       "青石县民政局关于公布2023年政府信息公开工作年度报告的公告"},
  };
  expect_heads(heads);
}

TEST(Title, InsideWhatPublishesIt) {
  const Head heads[] = {
      {u"青石县人民政府办公室关于印发《青石县2023年政府信息公开工作年度报告》的通知", "青石县",
       2023, "青石县2023年政府信息公开工作年度报告"},
      {u"《青石县民政局2023年政府信息公开工作年度报告》", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"根据条例第五十条的规定，现发布《青石县民政局2023年政府信息公开工作年度报告》。",
       "青石县民政局", 2023, "青石县民政局2023年政府信息公开工作年度报告"},
      {u"根据条例要求,现公布柳湖乡2023年政府信息公开工作年度报告。", "柳湖乡", 2023,
       "柳湖乡2023年政府信息公开工作年度报告"},
      {u"现将青石县民政局2023年政府信息公开工作年度报告公布如下：", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"按照要求，我局认真梳理后现公布2023年政府信息公开工作年度报告。", "", 2023,
       "2023年政府信息公开工作年度报告"},
      {u"现将我局2023年政府信息公开工作年度报告公布如下：", "", 2023,
       "我局2023年政府信息公开工作年度报告"},
      {u"由本单位编制2023年政府信息公开工作年度报告，现予公布。", "", 2023,
       "2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, OfAnAgencyWithAVerbInItsName) {
  const Head heads[] = {
      {u"中共青石县委机构编制委员会办公室2023年政府信息公开工作年度报告",
       "中共青石县委机构编制委员会办公室", 2023,
       "中共青石县委机构编制委员会办公室2023年政府信息公开工作年度报告"},
      {u"青石县政务公开办公室2023年政府信息公开工作年度报告", "青石县政务公开办公室", 2023,
       "青石县政务公开办公室2023年政府信息公开工作年度报告"},
      {u"青石县教育、体育局2023年政府信息公开工作年度报告", "青石县教育、体育局", 2023,
       "青石县教育、体育局2023年政府信息公开工作年度报告"},
      {u"国家税务总局青石县税务局(青石分局)2023年政府信息公开工作年度报告",
       "国家税务总局青石县税务局(青石分局)", 2023,
       "国家税务总局青石县税务局(青石分局)2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, OfPlacesThatSoundLikeWordsForOneself) {
  const Head heads[] = {
      {u"全州县2023年政府信息公开工作年度报告", "全州县", 2023,
       "全州县2023年政府信息公开工作年度报告"},
      {u"本溪市2023年政府信息公开工作年度报告", "本溪市", 2023,
       "本溪市2023年政府信息公开工作年度报告"},
      {u"将乐县2023年政府信息公开工作年度报告", "将乐县", 2023,
       "将乐县2023年政府信息公开工作年度报告"},
      {u"全县2023年政府信息公开工作年度报告", "", 2023, "全县2023年政府信息公开工作年度报告"},
      {u"我镇2023年政府信息公开工作年度报告", "", 2023, "我镇2023年政府信息公开工作年度报告"},
      {u"本机关2023年政府信息公开工作年度报告", "", 2023, "本机关2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, WithCharactersThatAreNotSeen) {
  const Head heads[] = {
      {u"\uFEFF青石县\u200B民\u00AD政局2023年政府信息\u200B公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"**青石县**民政局**2023年**政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青\u2F6F县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青石县民政局<br>2023年政府信息公开<br>工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

TEST(Title, WithPinyin) {
  const Head heads[] = {
      {u"濟(jì)寧市青石區(qū)文化和旅游局\n2023 年政府信息公開(kāi)工作年度報(bào)告",
       "濟寧市青石區文化和旅游局", 2023, "濟寧市青石區文化和旅游局2023年政府信息公開工作年度報告"},
      {u"2023年鷺嶺縣(xiàn)政府信息公開(kāi)工作年度報(bào)告", "鷺嶺縣", 2023,
       "2023年鷺嶺縣政府信息公開工作年度報告"},
      {u"柳湖鄉（xiāng）人民政府2023年政府信息公開工作年度報告", "柳湖鄉人民政府", 2023,
       "柳湖鄉人民政府2023年政府信息公開工作年度報告"},
  };
  expect_heads(heads);
}

TEST(Title, AmongNamesOfSitesAndTrailsOfLinks) {
  const Head heads[] = {
      {u"青石县民政局2023年政府信息公开工作年度报告_青石县人民政府", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青石县民政局2023年政府信息公开工作年度报告 - 青石县政府网", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青石县民政局2023年政府信息公开工作年度报告-政府信息公开年报-青石县人民政府",
       "青石县民政局", 2023, "青石县民政局2023年政府信息公开工作年度报告"},
      {u"2023年政府信息公开工作年度报告_青石县人民政府", "", 2023,
       "2023年政府信息公开工作年度报告"},
      {u"当前位置：首页 > 政务公开 > 政府信息公开年报 > 青石县民政局2023年政府信息公开工作年度报告",
       "青石县民政局", 2023, "青石县民政局2023年政府信息公开工作年度报告"},
      {u"首页 政府信息公开 年报 青石县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"首页 » 青石县民政局2022年政府信息公开工作年度报告 "
       u"»\n青石县民政局2023年政府信息公开工作年度报告",
       "青石县民政局", 2023, "青石县民政局2023年政府信息公开工作年度报告"},
      {u"索 引 号 | 113/2024-104757 | 公开方式 | 主动公开\n名 称 | "
       u"青石县民政局2023年政府信息公开工作年度报告 | 发文字号 | 无",
       "青石县民政局", 2023, "青石县民政局2023年政府信息公开工作年度报告"},
      {u"名　　称：青石县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"名 称 青石县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"【年报】青石县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"Page 8 - 青石县信访局2023年政府信息公开工作年度报告", "青石县信访局", 2023,
       "青石县信访局2023年政府信息公开工作年度报告"},
      {u"青石县民政局：2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局：2023年政府信息公开工作年度报告"},
      {u"（青石县民政局）2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "（青石县民政局）2023年政府信息公开工作年度报告"},
      {u"附件1：青石县民政局2023年政府信息公开工作年度报告", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
      {u"青石县民政局2023年政府信息公开工作年度报告 发布日期：2024-01-16", "青石县民政局", 2023,
       "青石县民政局2023年政府信息公开工作年度报告"},
  };
  expect_heads(heads);
}

// The one of several that the figures' period or the text's years agree with.
TEST(Title, AmongThoseOfOtherYears) {
  const std::u16string period = u"\n本报告统计期限为2022年1月1日至2022年12月31日。\n";
  for (const std::u16string_view links :
       {u"2023年青石县政府信息公开工作年度报告\n2022年青石县政府信息公开工作年度报告\n"
        u"2021年青石县政府信息公开工作年度报告\n",
        u"2021年青石县政府信息公开工作年度报告\n2022年青石县政府信息公开工作年度报告\n"
        u"2023年青石县政府信息公开工作年度报告\n",
        u"2023年政府信息公开年报\n2021年政府信息公开年报\n2022年青石县政府信息公开工作年度报告\n"
        u"上一篇：2020年青石县政府信息公开工作年度报告\n"}) {
    const Particulars found = titled(std::u16string(links) + period);
    EXPECT_EQ(found.year, 2022) << utf8(links);
    EXPECT_EQ(found.title, "2022年青石县政府信息公开工作年度报告") << utf8(links);
  }
  // Nothing to go by but that a report begins under its title.
  EXPECT_EQ(titled(u"青石县2021年政府信息公开工作年度报告\n青石县2020年政府信息公开工作年度报告\n"
                   u"青石县2022年政府信息公开工作年度报告")
                .year,
            2022);
  // A title is believed also where the period is another year's.
  EXPECT_EQ(titled(u"青石县2023年政府信息公开工作年度报告" + period).year, 2023);
}

TEST(Title, OfAReportThatIsOnlySpokenOfIsNone) {
  for (const std::u16string_view text :
       {u"关于做好2023年政府信息公开工作年度报告编制工作的通知",
        u"与2022年政府信息公开工作年度报告相比，内容更加完整。",
        u"参照《青石县人民政府2019年政府信息公开工作年度报告》编排内容。",
        u"做好政府信息公开工作，报告有关情况。", u"政府信息公开\n年度报告\n依申请公开",
        u"首页 | 政府信息公开 | 年度报告", u"登录 | 注册\n政府信息公开年报\n今天是星期三",
        u"无障碍 | 长者版 政府信息公开年报 行政处罚"}) {
    const Particulars found = titled(text);
    EXPECT_EQ(found.title, "") << utf8(text);
    EXPECT_EQ(found.agency, "") << utf8(text);
    EXPECT_EQ(found.year, std::nullopt) << utf8(text);
  }
}

TEST(Title, WithoutAgencyAndYear) {
  const Particulars found = titled(
      u"政府信息公开工作年度报告\n本报告依据条例由青石县农业农村局编制。\n"
      u"统计期限为2023年1月1日至12月31日。");
  EXPECT_EQ(found.title, "政府信息公开工作年度报告");
  EXPECT_EQ(found.agency, "青石县农业农村局");
  EXPECT_EQ(found.year, 2023);
}

TEST(Title, WhoseYearIsDamagedKeepsItsAgency) {
  const Particulars found = titled(u"青石县民政局202年政府信息公开工作年度报告");
  EXPECT_EQ(found.title, "青石县民政局202年政府信息公开工作年度报告");
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.year, std::nullopt);
}

TEST(Year, OfAPeriodOfSeveralYearsIsNone) {
  EXPECT_EQ(titled(u"规划期为2021年1月1日至2025年6月30日。").year, std::nullopt);
}

TEST(Published, InItsSpellings) {
  for (const std::u16string_view line : {u"*2024-01-29 15:30:22*",
                                         u"[ 2024-01-29 ] 浏览次数：1024",
                                         u"（2024年1月29日）",
                                         u"【发布时间：2024-01-29】",
                                         u"[发布日期]2024-01-29",
                                         u"发布时间： 2024-01-29T10:24:00",
                                         u"发布于 2024-01-29",
                                         u"发布日期：20240129",
                                         u"发布日期：2024年1月29号",
                                         u"发 布 日 期 ： 2024 年 01 月 29 日",
                                         u"發布日期：2024-01-29",
                                         u"发布日期：２０２４年１月２９日",
                                         u"发布日期\n2024-01-29\n来源",
                                         u"| 发布日期 | 2024-01-29 | 来源 | 民政局 |",
                                         u"来源：民政局 时间：2024-01-29",
                                         u"（2024-01-29 来源：民政局）",
                                         u"2024-01-29来源：民政局",
                                         u"更新时间：2024-01-29",
                                         u"**发布时间**：2024-01-29",
                                         u"2024 年 1 月 29 日 星期一",
                                         u"来源：民政局 2024-01-29 浏览：10",
                                         u"发布：2024-01-29",
                                         u"时 间：2024.1.29",
                                         u"发布日期：二0二四年一月二十九日",
                                         u"成文日期 2024-01-29 发布机构 上河镇"}) {
    EXPECT_EQ(published(line), "2024-01-29") << utf8(line);
  }
}

TEST(Published, OfSeveralDatesTheOneThatIsCalledSo) {
  for (const std::u16string_view line :
       {u"成文日期：2024-01-22 发布日期：2024-01-29", u"发布日期：2024-01-29 成文日期：2024-01-22",
        u"生成日期 | 2024-01-22 | 公开日期 | 2024-01-29", u"时间：2024-02-20\n发布时间：2024-01-29",
        u"生效日期：2024-02-01 成文日期：2024-01-29 废止日期：2029-02-01",
        u"发布日期： 成文日期：2024-01-29", u"统计时间：2024-02-01\n2024-01-29",
        u"发布日期：2023-01-29 成文日期：2024-01-29", u"2024-02-20\n发布日期：2024-01-29"}) {
    EXPECT_EQ(published(line), "2024-01-29") << utf8(line);
  }
}

TEST(Published, ADamagedDateIsNotMadeUpForByAnother) {
  for (const std::u16string_view line :
       {u"发布日期：2024-13-40 成文日期：2024-01-22", u"发布日期：2024-01-\n2024-01-22",
        u"成文日期：2024-02-30\n时间：2024-01-22"}) {
    EXPECT_EQ(published(line), "") << utf8(line);
  }
  EXPECT_EQ(published(u"发布日期：2024-01-\n发布日期：2024-01-29"), "2024-01-29");
}

TEST(Published, NoDatesOfOtherThings) {
  for (const std::u16string_view line :
       {u"统计时间：2024-01-29", u"截止日期：2024-01-29", u"2024年1月29日，召开了政务公开会议。",
        u"2024年1月29日召开了政务公开会议", u"2024-01-29至2024-02-29公示", u"2024.1.29.3 版本",
        u"〔2024〕1号", u"2024-01-29-001", u"电话：2024-0129", u"2024年1月29",
        u"根据2024年1月29日的通知编制"}) {
    EXPECT_EQ(published(line), "") << utf8(line);
  }
}

TEST(Published, BesideOrAboveTheTitle) {
  for (const std::u16string_view head :
       {u"青石县民政局2023年政府信息公开工作年度报告 | 2024-01-29",
        u"青石县民政局2023年政府信息公开工作年度报告 2024-01-29",
        u"青石县民政局2023年政府信息公开工作年度报告（2024年1月29日）",
        u"2024-01-29\n青石县民政局2023年政府信息公开工作年度报告",
        u"[2024-01-29]青石县民政局2023年政府信息公开工作年度报告",
        u"青石县民政局2023年政府信息公开工作年度报告 青石县民政局 2024年1月29日",
        u"2024-03-15\n关于开展评议的通知\n青石县民政局2023年政府信息公开工作年度报告\n2024-01-"
        u"29"}) {
    EXPECT_EQ(titled(head).published, "2024-01-29") << utf8(head);
  }
  // When a page was printed is not when it was published.
  EXPECT_EQ(
      titled(u"2024/3/16 10:32\n青石县民政局2023年政府信息公开工作年度报告\n登录 | 注册").published,
      "");
}

Particulars signed_by(std::u16string_view signature) {
  return read(u"2023年政府信息公开工作年度报告\n" + std::u16string(body) +
              std::u16string(signature));
}

TEST(Signature, InItsForms) {
  for (const std::u16string_view signature :
       {u"青石县民政局\n2024年1月29日\n", u"2024年1月29日\n青石县民政局\n",
        u"青石县民政局 2024年1月29日\n", u"青石县民政局2024年1月29日",
        u"青石县民政局（盖章）\n2024年1月29日\n", u"青 石 县 民 政 局\n2024 年 1 月 29 日\n",
        u"青石县民政局\n\n二〇二四年一月二十九日\n\n【打印本页】 【关闭窗口】\n",
        u"青石县民政局\n2024-01-29\n主办：青石县人民政府办公室\n青石县人民政府\n",
        u"| 青石县民政局 |\n| 2024年1月29日 |\n"}) {
    const Particulars found = signed_by(signature);
    EXPECT_EQ(found.agency, "青石县民政局") << utf8(signature);
    EXPECT_EQ(found.published, "2024-01-29") << utf8(signature);
  }
}

TEST(Signature, ADateAloneOrDamaged) {
  EXPECT_EQ(signed_by(u"2024年1月29日\n").published, "2024-01-29");
  EXPECT_EQ(signed_by(u"青石县民政局\n202414\n").published, "");
  EXPECT_EQ(signed_by(u"青石县民政局\n2024年13月29日\n").published, "");
  EXPECT_EQ(signed_by(u"青石县民政局\n2024年1月日\n").agency, "青石县民政局");
}

TEST(Signature, DatesOfOtherPagesAreNone) {
  EXPECT_EQ(signed_by(u"相关链接\n青石县民政局2024年度部门预算公开说明\n2024-02-20\n").published,
            "");
  EXPECT_EQ(signed_by(u"2024-02-20\n2024-02-21\n").published, "");
}

// Over a title without an agency stands the site's name as often as the agency's.
TEST(Signature, TellsTheAgencyFromTheSite) {
  const Particulars found = read(u"青石县人民政府\n2023年政府信息公开工作年度报告\n" +
                                 std::u16string(body) + u"青石县民政局\n2024年1月29日\n");
  EXPECT_EQ(found.agency, "青石县民政局");
  EXPECT_EQ(found.title, "2023年政府信息公开工作年度报告");
}

}  // namespace
}  // namespace gouji
