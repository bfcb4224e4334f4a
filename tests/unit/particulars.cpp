// Title, agency, year and date of publication, as published reports write them.
#include "narrative/particulars.h"

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

using test::utf8;

Particulars read(std::u16string_view text) { return read_particulars(read_document(text)); }

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

}  // namespace
}  // namespace gouji
