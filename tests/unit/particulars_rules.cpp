// META.*: what is due when and for whom, and which years and letters a report names.
#include <gtest/gtest.h>

#include <gouji/check.h>

#include "rules/agency_level.h"
#include "support.h"

namespace gouji {
namespace {

using test::Report;

struct Named {
  std::string_view name;
  AgencyKind kind;
  AgencyLevel level;
};

class AgencyOf : public testing::TestWithParam<Named> {};

TEST_P(AgencyOf, NameTellsKindAndLevel) {
  const Agency agency = agency_of(GetParam().name);
  EXPECT_EQ(agency.kind, GetParam().kind) << GetParam().name;
  EXPECT_EQ(agency.level, GetParam().level) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(
    Names, AgencyOf,
    testing::Values(
        Named{"云麓县人民政府", AgencyKind::government, AgencyLevel::county},
        Named{"云麓县", AgencyKind::government, AgencyLevel::county},
        Named{"雲麓縣人民政府", AgencyKind::government, AgencyLevel::county},
        Named{"云麓县人民政府办公室", AgencyKind::office, AgencyLevel::county},
        Named{"清渠市砚溪区人民政府", AgencyKind::government, AgencyLevel::county},
        Named{"云麓县白水镇人民政府", AgencyKind::government, AgencyLevel::township},
        Named{"松岗县石桥乡", AgencyKind::government, AgencyLevel::township},
        Named{"望湖街道办事处", AgencyKind::government, AgencyLevel::township},
        Named{"白水镇党政办公室", AgencyKind::unknown, AgencyLevel::township},
        Named{"清渠市人民政府", AgencyKind::government, AgencyLevel::city},
        Named{"某自治区人民政府", AgencyKind::government, AgencyLevel::province},
        Named{"清渠市水务局", AgencyKind::department, AgencyLevel::city},
        Named{"云麓县发展和改革委员会", AgencyKind::department, AgencyLevel::county},
        Named{"云麓县市场监督管理局", AgencyKind::department, AgencyLevel::county},
        Named{"清渠市住房和城乡建设局", AgencyKind::department, AgencyLevel::city},
        Named{"云麓县城市管理局", AgencyKind::department, AgencyLevel::county},
        Named{"云麓县乡村振兴局", AgencyKind::department, AgencyLevel::county},
        Named{"清渠市公安局砚溪分局", AgencyKind::unknown, AgencyLevel::city},
        Named{"清渠市高新技术产业开发区管理委员会", AgencyKind::unknown, AgencyLevel::unknown},
        Named{"白水镇财政所", AgencyKind::unknown, AgencyLevel::township},
        Named{"云麓县第一中学", AgencyKind::unknown, AgencyLevel::county},
        Named{"民政局", AgencyKind::department, AgencyLevel::unknown},
        // Offices and commissions that are departments of a government.
        Named{"清渠市人民政府国有资产监督管理委员会", AgencyKind::department, AgencyLevel::city},
        Named{"清渠市人民政府外事办公室", AgencyKind::department, AgencyLevel::city},
        Named{"云麓县国防动员办公室", AgencyKind::department, AgencyLevel::county},
        Named{"中共云麓县委外事办公室", AgencyKind::unknown, AgencyLevel::county},
        Named{"", AgencyKind::unknown, AgencyLevel::unknown}));

TEST(AgencyLevels, WhoNeverMakesRules) {
  EXPECT_TRUE(agency_of("云麓县人民政府").never_makes_rules());
  EXPECT_TRUE(agency_of("清渠市水务局").never_makes_rules());
  EXPECT_FALSE(agency_of("清渠市人民政府").never_makes_rules());
  EXPECT_FALSE(agency_of("民政局").never_makes_rules());
}

// A report with some words below its title.
Answer with_words(std::u16string agency, std::u16string words, std::string_view form = "2021") {
  Report report(test::form_of(form), test::zeros(test::form_of(form)));
  report.agency = std::move(agency);
  std::u16string text = report.text();
  text.insert(report.title().size(), words + u'\n');
  return check(text);
}

struct Due {
  std::u16string_view agency;
  std::u16string_view published;
  int severity;  // -1: nothing is reported
};

class Deadline : public testing::TestWithParam<Due> {};

TEST_P(Deadline, DependsOnTheAgency) {
  const Due& due = GetParam();
  const Answer answer =
      with_words(std::u16string(due.agency), u"发布日期:" + std::u16string(due.published));
  const auto found = test::findings_of(answer, "META.DEADLINE");
  if (due.severity < 0) {
    EXPECT_TRUE(found.empty()) << test::list_of_findings(answer);
    return;
  }
  ASSERT_EQ(found.size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(found.front()->severity, static_cast<Severity>(due.severity));
  EXPECT_FALSE(found.front()->spans.empty());
}

constexpr int silent = -1;
constexpr int wrong = static_cast<int>(Severity::error);
constexpr int note = static_cast<int>(Severity::info);

INSTANTIATE_TEST_SUITE_P(Dates, Deadline,
                         testing::Values(Due{u"青石县民政局", u"2024-01-31", silent},
                                         Due{u"青石县民政局", u"2024-02-01", wrong},
                                         Due{u"青石县人民政府", u"2024-02-01", silent},
                                         Due{u"青石县人民政府", u"2024-03-31", silent},
                                         Due{u"青石县人民政府", u"2024-04-01", wrong},
                                         Due{u"青石县人民政府办公室", u"2024-03-04", note},
                                         Due{u"青石县人民政府办公室", u"2024-04-01", wrong},
                                         Due{u"青石县柳河镇人民政府", u"2024-03-04", silent},
                                         Due{u"青石县柳河镇人民政府", u"2024-04-01", note},
                                         Due{u"青石县第一中学", u"2024-02-20", silent},
                                         Due{u"青石县第一中学", u"2024-04-20", note},
                                         // A page that was moved.
                                         Due{u"青石县民政局", u"2025-06-01", note}));

// What is no official requirement is never called one.
TEST(Deadlines, NoneIsOfficialForTownships) {
  const Answer answer = with_words(u"柳河镇人民政府", u"发布日期:2024-04-20");
  const auto found = test::findings_of(answer, "META.DEADLINE");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front()->basis, Basis::practice);
}

struct Says {
  std::u16string_view words;
  std::string_view rule;  // empty: nothing of META.* is reported
};

class Preface : public testing::TestWithParam<Says> {};

TEST_P(Preface, IsWhatIsReported) {
  const Answer answer = with_words(u"青石县民政局", std::u16string(GetParam().words));
  for (const Finding& finding : answer.findings) {
    if (!finding.rule.starts_with("META.")) continue;
    EXPECT_EQ(finding.rule, GetParam().rule) << finding.message;
  }
  if (!GetParam().rule.empty()) {
    EXPECT_FALSE(test::findings_of(answer, GetParam().rule).empty());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Words, Preface,
    testing::Values(Says{u"本报告数据统计期限为2023年1月1日至2023年12月31日。", ""},
                    Says{u"所列数据的统计期限自2023年1月1日起至12月31日止。", ""},
                    Says{u"统计数据从2023年1月1日0时到12月31日24时。", ""},
                    Says{u"统计时段为二〇二三年一月一日至十二月三十一日。", ""},
                    Says{u"本报告数据统计期限为2023年1月1日—2023年12月20日。", "META.PERIOD"},
                    Says{u"本报告数据统计期限为2022年12月1日至2023年11月30日。", "META.PERIOD"},
                    Says{u"本报告数据统计期限为2022年1月1日至2022年12月31日。", "META.YEAR"},
                    // In months.
                    Says{u"本报告数据统计期限为2023年1月至12月。", ""},
                    Says{u"本报告数据统计期限为2023年1-12月。", ""},
                    Says{u"本报告数据统计期限为2023年1月至2023年12月31日。", ""},
                    Says{u"本报告数据统计期限为2023年1月至11月。", "META.PERIOD"},
                    Says{u"本报告数据统计期限为2022年12月至2023年11月。", "META.PERIOD"},
                    Says{u"统计数据显示,2023年1月至6月公开量上升。", ""},
                    Says{u"本年报内容涵盖2022年1月1日至2022年12月31日的工作。", "META.YEAR"},
                    // What happened within the year is no period of the figures.
                    Says{u"据统计,2023年3月1日至2023年5月31日开展了专项检查。", ""},
                    Says{u"现公布2022年政府信息公开工作年度报告。", "META.YEAR"},
                    Says{u"现公布2023年政府信息公开工作年度报告。", ""},
                    // The period may be this year's all the same; a link is no words of the report.
                    Says{u"现公布2022年政府信息公开工作年度报告,统计期限为2023年1月1日至2023年"
                         u"12月31日。",
                         "META.YEAR"},
                    Says{u"上一篇:青石县民政局2022年政府信息公开工作年度报告\n根据条例编制本报告。",
                         ""},
                    Says{u"按照国办公开办函〔2019〕60号文件编制。", "META.BASIS"},
                    Says{u"按照国办公开办函2019年60号文件编制。", "META.BASIS"},
                    Says{u"按照国办公开办函[2019]60号文件编制。", "META.BASIS"},
                    Says{u"按照国办公开办函〔2021〕30号和〔2019〕60号文件编制。", ""},
                    Says{u"按照青政办发〔2019〕60号文件编制。", ""},
                    Says{u"认真落实《2020年青石县政务公开工作要点》。", "META.STALE_YEAR"},
                    Says{u"认真落实《2022年青石县政务公开工作要点》。", ""},
                    Says{u"认真落实2020年党建工作要点。", ""},
                    Says{u"落实2023年政务公开工作要点,巩固2021年政务公开工作要点的成果。", ""}));

// Last year's text under this year's title.
TEST(Years, APartThatBeginsWithAnother) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string text = report.text();
  const std::u16string stale = test::replaced(text, u"本局按照条例", u"2022年,我局按照条例");
  ASSERT_EQ(test::findings_of(check(stale), "META.YEAR").size(), 1U);
  EXPECT_EQ(test::findings_of(check(stale), "META.YEAR").front()->severity, Severity::warning);
  for (const std::u16string_view words :
       {u"2023年,我局按照条例", u"2022年以来,我局按照条例", u"2022年3月,我局按照条例",
        u"2022年,我局被列为试点,今年继续按照条例", u"2022年的要求,我局按照条例"}) {
    const Answer answer = check(test::replaced(text, u"本局按照条例", words));
    EXPECT_TRUE(test::findings_of(answer, "META.YEAR").empty()) << test::utf8(words);
  }
  // Of plans and of what is put right section 5 speaks with other years.
  for (const std::u16string_view words : {u"2024年,我局将改进更新", u"2022年,我局的问题已经整改"}) {
    const Answer answer = check(test::replaced(text, u"栏目的更新还不够及时", words));
    EXPECT_TRUE(test::findings_of(answer, "META.YEAR").empty()) << test::utf8(words);
  }
}

// A part whose sentence on the period is this year's may still be last year's text.
TEST(Years, APartWhosePeriodAloneIsThisYears) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string text = test::replaced(
      report.text(), u"本局按照条例",
      u"本报告所列数据的统计期限为2023年1月1日至2023年12月31日。\n2022年,我局按照条例");
  EXPECT_EQ(test::findings_of(check(text), "META.YEAR").size(), 1U);
}

// 收费 and 减免 are told of where the fee is, in whatever words.
TEST(Contents, OfTheFeeAreWhereTheFeeIs) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const auto listed = [&](std::u16string_view item) {
    std::u16string text = report.text();
    text.insert(report.title().size(),
                u"报告内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、" +
                    std::u16string(item) + u"、其他需要报告的事项。\n");
    return !test::findings_of(check(text), "META.CONTENTS_MISMATCH").empty();
  };
  EXPECT_FALSE(listed(u"政府信息公开的收费及减免情况"));
  EXPECT_TRUE(listed(u"政务新媒体建设情况"));
}

// The year must be stated: that of which a text speaks most is not enough to call its form wrong.
TEST(Forms, AreDueByAStatedYear) {
  Report report(test::form_of("2019"), test::zeros(test::form_of("2019")));
  report.year = 2023;
  EXPECT_EQ(test::findings_of(check(report.text()), "META.FORM_YEAR").size(), 1U);
  const std::u16string untitled =
      report.text().substr(report.title().size()) + u"2023年很好。2023年更好。";
  EXPECT_TRUE(test::findings_of(check(untitled), "META.FORM_YEAR").empty());
  report.year = 2020;
  EXPECT_TRUE(test::findings_of(check(report.text()), "META.FORM_YEAR").empty());
}

}  // namespace
}  // namespace gouji
