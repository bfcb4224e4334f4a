// STRUCT.*, LABEL.*, PART5.*, PART6.*: where the text does not tell, nothing is said.
#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::Report;
using test::Shape;

Report county(std::string_view form = "2021", std::uint64_t seed = 11) {
  test::Random random(seed);
  Report report(test::form_of(form), test::reconciled(test::form_of(form), random));
  report.agency = u"青石县人民政府";
  return report;
}

bool reports(const std::u16string& text, std::string_view rule) {
  return !test::findings_of(check(text), rule).empty();
}

std::u16string without_line(std::u16string text, std::u16string_view with) {
  const std::size_t at = text.find(with);
  EXPECT_NE(at, std::u16string::npos);
  const std::size_t begin = text.rfind(u'\n', at) + 1;
  return text.erase(begin, text.find(u'\n', at) + 1 - begin);
}

// A row of zeros can be left out, of others the sums tell that they were lost.
TEST(RowMissing, OnlyWhereTheSumsHoldWithoutIt) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string zeros = without_line(report.text(), u"要求提供公开出版物");
  EXPECT_TRUE(reports(zeros, "STRUCT.ROW_MISSING"));
  for (const std::string_view column : {"natural", "total"}) {
    for (const std::string_view row : {"new", "rejected.publication", "handled"}) {
      report.values["requests." + std::string(row) + "." + std::string(column)] = u"3";
    }
  }
  EXPECT_TRUE(check(report.text()).verdict == Verdict::consistent);
  EXPECT_FALSE(reports(without_line(report.text(), u"要求提供公开出版物"), "STRUCT.ROW_MISSING"));
}

TEST(RowMissing, NotWhereAPageEnds) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string text = without_line(report.text(), u"要求提供公开出版物");
  const std::size_t at = text.find(u"4.无正当理由");
  ASSERT_NE(at, std::u16string::npos);
  std::u16string page = text;
  page.insert(at, u"— 5 —\n");
  EXPECT_FALSE(reports(page, "STRUCT.ROW_MISSING"));
}

TEST(RowMissing, NotWhereWordsStandInItsPlace) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string text =
      test::replaced(report.text(), u"要求提供公开出版物", u"要甲乙丙丁戊版物");
  EXPECT_FALSE(reports(text, "STRUCT.ROW_MISSING"));
}

// Whole reports have all rows and no others, in whatever layout.
TEST(Rows, AreTheFormsInEveryLayout) {
  for (const std::string_view form : {"2021", "2019"}) {
    for (const Shape shape : test::all_shapes) {
      Report report = county(form);
      report.shape = shape;
      const Answer answer = check(report.text());
      for (const std::string_view rule :
           {"STRUCT.ROW_MISSING", "STRUCT.ROW_EXTRA", "STRUCT.SECTION_ORDER",
            "STRUCT.SECTION_TITLE", "STRUCT.TEMPLATE_RESIDUE", "LABEL.TYPO", "T3.SUBTOTAL",
            "T3.SPLIT_CELL", "PART5.EMPTY", "PART6.FEE_STATEMENT"}) {
        EXPECT_TRUE(test::findings_of(answer, rule).empty())
            << form << ' ' << test::name(shape) << ' ' << test::list_of_findings(answer);
      }
    }
  }
}

TEST(RowExtra, IsNoNoteAndNoRemark) {
  const std::u16string text = county().text();
  const std::u16string_view heading = u"三、收到和处理政府信息公开申请情况\n";
  for (const std::u16string_view words :
       {u"发布总数量(不含新闻类):12\n", u"本机关新增政策解读 | 4 |\n"}) {
    EXPECT_TRUE(
        reports(test::replaced(text, heading, std::u16string(words) + std::u16string(heading)),
                "STRUCT.ROW_EXTRA"))
        << test::utf8(words);
  }
  for (const std::u16string_view words :
       {u"注:行政处罚含简易程序 3\n", u"联系电话:12345678\n", u"填报日期:20240105\n",
        u"以上数据由各单位报送。\n", u"— 12 —\n"}) {
    EXPECT_FALSE(
        reports(test::replaced(text, heading, std::u16string(words) + std::u16string(heading)),
                "STRUCT.ROW_EXTRA"))
        << test::utf8(words);
  }
}

// 其它 is as good as 其他, and what the eye takes for the same is told of once.
TEST(LabelTypo, IsOneFindingForAll) {
  std::u16string text = county().text();
  text = test::replaced(text, u"属于国家秘密", u"属于国家秘蜜");
  text = test::replaced(text, u"重复申请", u"重夏申请");
  const Answer answer = check(text);
  ASSERT_EQ(test::findings_of(answer, "LABEL.TYPO").size(), 1U) << test::list_of_findings(answer);
  EXPECT_EQ(test::findings_of(answer, "LABEL.TYPO").front()->spans.size(), 2U);
  EXPECT_FALSE(reports(test::replaced(county().text(), u"3.其他", u"3.其它"), "LABEL.TYPO"));
}

TEST(TemplateResidue, IsAPlaceholderBeforeAnAgencyOrAYear) {
  const std::u16string text = county().text();
  for (const std::u16string_view words :
       {u"XX局按照", u"××单位按照", u"20XX年按照", u"202X年按照", u"(填写单位名称)按照"}) {
    EXPECT_TRUE(reports(test::replaced(text, u"本局按照", words), "STRUCT.TEMPLATE_RESIDUE"))
        << test::utf8(words);
  }
  for (const std::u16string_view words :
       {u"本局的XXL号按照", u"李XX按照", u"(申请表由申请人填写)按照", u"12×30厘米按照"}) {
    EXPECT_FALSE(reports(test::replaced(text, u"本局按照", words), "STRUCT.TEMPLATE_RESIDUE"))
        << test::utf8(words);
  }
}

TEST(Subtotals, AreTestedWhereTheyStand) {
  const std::u16string_view row = u"(四)无法提供 | 1.";
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  const std::u16string text = report.text();
  const auto with = [&](std::u16string_view line) {
    return check(test::replaced(text, row, std::u16string(line) + u'\n' + std::u16string(row)));
  };
  EXPECT_EQ(test::findings_of(with(u"小计 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"), "T3.SUBTOTAL").size(),
            0U);
  EXPECT_EQ(test::findings_of(with(u"小计 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |"), "T3.SUBTOTAL").size(),
            1U);
}

// Where section 6 is not there the text may have been cut, and headings side by side are a table of
// contents.
TEST(Part5, IsEmptyOnlyBetweenItsHeadingAndTheNext) {
  Report report = county();
  const std::u16string empty =
      test::replaced(report.text(), u"栏目的更新还不够及时。下一步将安排专人负责。\n", u"");
  EXPECT_TRUE(reports(empty, "PART5.EMPTY"));
  EXPECT_FALSE(reports(empty.substr(0, empty.find(u"六、")), "PART5.EMPTY"));
  std::u16string contents = report.title();
  for (int number = 1; number <= 6; ++number) contents += report.heading(number);
  EXPECT_FALSE(reports(contents + report.text().substr(report.title().size()), "PART5.EMPTY"));
  for (const std::u16string_view words : {u"无。", u"暂无", u"没有。", u"  无\n"}) {
    EXPECT_TRUE(reports(
        test::replaced(report.text(), u"栏目的更新还不够及时。下一步将安排专人负责。", words),
        "PART5.EMPTY"))
        << test::utf8(words);
  }
}

TEST(Part6, SaysSomethingOfTheFee) {
  const std::u16string text = county().text();
  const auto says = [&](std::u16string_view words, std::string_view rule) {
    return reports(test::replaced(text, u"本局未收取信息处理费。", words), rule);
  };
  EXPECT_TRUE(says(u"没有其他需要报告的事项。", "PART6.FEE_STATEMENT"));
  for (const std::u16string_view words : {u"没有收取信息处理费。", u"信息处理费收取情况:0元。",
                                          u"依申请公开未收费。", u"未产生费用。"}) {
    EXPECT_FALSE(says(words, "PART6.FEE_STATEMENT")) << test::utf8(words);
  }
  EXPECT_TRUE(says(u"未收取信息处理费,收取金额200元。", "PART6.FEE_CONFLICT"));
  for (const std::u16string_view words :
       {u"未收取信息处理费,收取金额0元。", u"收取信息处理费200元。",
        u"未收取信息处理费。按件计收的标准为每件100元。",
        u"2022年收取信息处理费200元,2023年按照收费标准收取300元。"}) {
    EXPECT_FALSE(says(words, "PART6.FEE_CONFLICT")) << test::utf8(words);
  }
}

TEST(SectionOrder, IsNotReadFromStrayHeadings) {
  const std::u16string text = county().text();
  EXPECT_FALSE(
      reports(test::replaced(text, u"4.无正当理由", u"二、主动公开政府信息情况\n4.无正当理由"),
              "STRUCT.SECTION_ORDER"));
}

// The first row has the heading before it instead of another row.
TEST(RowMissing, AlsoTheFirstOfATable) {
  Report report(test::form_of("2021"), test::zeros(test::form_of("2021")));
  report.agency = u"青石县人民政府";
  EXPECT_TRUE(reports(without_line(report.text(), u"规章 |"), "STRUCT.ROW_MISSING"));
}

// A row of the trial form among those of the form in force.
TEST(RowExtra, IsARowOfTheOtherForm) {
  const std::u16string text = county().text();
  const std::u16string_view heading = u"三、收到和处理政府信息公开申请情况\n";
  const auto with = [&](std::u16string_view row) {
    return test::replaced(text, heading, std::u16string(row) + std::u16string(heading));
  };
  EXPECT_TRUE(reports(with(u"政府集中采购 | 2 | 36.5 | |\n"), "STRUCT.ROW_EXTRA"));
  // 「(六)其他处理」 is a row of the one form and a group of the other.
  EXPECT_FALSE(reports(text, "STRUCT.ROW_EXTRA"));
  EXPECT_FALSE(reports(county("2019").text(), "STRUCT.ROW_EXTRA"));
}

// The form's words under a numbering of the writer's own are the part all the same.
TEST(SectionMissing, NotUnderANumberingOfItsOwn) {
  const std::u16string text = county().text();
  for (const std::u16string_view heading :
       {u"(一)总体情况", u"第一部分 总体情况", u"第一、总体情况", u"Ⅰ、总体情况", u"01 总体情况",
        u"一 总体情况", u"【一、总体情况】"}) {
    EXPECT_FALSE(reports(test::replaced(text, u"一、总体情况", heading), "STRUCT.SECTION_MISSING"))
        << test::utf8(heading);
  }
  EXPECT_TRUE(reports(test::replaced(text, u"一、总体情况\n", u""), "STRUCT.SECTION_MISSING"));
}

// A part that only the preface or a table of contents names, while the others are there.
TEST(SectionMissing, WhereOnlyAListNamesThePart) {
  Report report = county();
  const std::u16string contents =
      u"目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
      u"四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n"
      u"六、其他需要报告的事项\n\n";
  const std::u16string preface =
      u"本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
      u"政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。\n";
  for (const std::u16string& list : {contents, preface}) {
    for (int missing = 0; missing <= 6; ++missing) {
      std::u16string text = report.title() + list;
      for (int number = 1; number <= 6; ++number) {
        if (number != missing) text += report.section(number);
      }
      const Answer answer = check(text);
      EXPECT_EQ(test::findings_of(answer, "STRUCT.SECTION_MISSING").size(), missing > 0 ? 1U : 0U)
          << missing << ' ' << test::list_of_findings(answer);
      EXPECT_TRUE(test::findings_of(answer, "STRUCT.TABLE_LOST").empty()) << missing;
    }
    // A heading of its own without a table is another thing.
    for (int lost = 2; lost <= 4; ++lost) {
      std::u16string text = report.title() + list;
      for (int number = 1; number <= 6; ++number) {
        text += number == lost ? report.heading(number) : report.section(number);
      }
      const Answer answer = check(text);
      EXPECT_EQ(test::findings_of(answer, "STRUCT.TABLE_LOST").size(), 1U) << lost;
      EXPECT_TRUE(test::findings_of(answer, "STRUCT.SECTION_MISSING").empty()) << lost;
    }
  }
}

// Two parts with their tables in each other's place.
TEST(SectionOrder, IsReadFromTablesAndTheirHeadings) {
  const Report report = county();
  for (int first = 2; first <= 3; ++first) {
    std::u16string text = report.title();
    for (int number = 1; number <= 6; ++number) {
      if (number == first) {
        text += report.section(first + 1) + report.section(first);
      } else if (number != first + 1) {
        text += report.section(number);
      }
    }
    EXPECT_TRUE(reports(text, "STRUCT.SECTION_ORDER")) << first;
  }
}

// What a part is about can be said in other words than the form's.
TEST(SectionTitle, IsWhatThePartIsAbout) {
  const std::u16string text = county().text();
  const auto with = [&](std::u16string_view from, std::u16string_view to) {
    return reports(test::replaced(text, from, to), "STRUCT.SECTION_TITLE");
  };
  for (const std::u16string_view title : {u"一、概述", u"一、工作综述", u"一、工作概况"}) {
    EXPECT_FALSE(with(u"一、总体情况", title)) << test::utf8(title);
  }
  for (const std::u16string_view title : {u"五、不足与改进", u"五、存在困难及下步打算"}) {
    EXPECT_FALSE(with(u"五、存在的主要问题及改进情况", title)) << test::utf8(title);
  }
  EXPECT_TRUE(with(u"一、总体情况", u"一、机构职能"));
  EXPECT_TRUE(with(u"五、存在的主要问题及改进情况", u"五、工作亮点"));
  EXPECT_TRUE(with(u"六、其他需要报告的事项", u"六、联系方式"));
}

// Other marks that a template leaves in, and words that only look like them.
TEST(TemplateResidue, IsAnyMarkThatWaitsForWords) {
  const std::u16string text = county().text();
  for (const std::u16string_view words :
       {u"○○镇按照", u"由___局按照", u"XXX按照", u"(单位名称)按照", u"【单位名称】按照",
        u"(不少于300字)按照", u"2023年,某某镇按照"}) {
    EXPECT_TRUE(reports(test::replaced(text, u"本局按照", words), "STRUCT.TEMPLATE_RESIDUE"))
        << test::utf8(words);
  }
  for (const std::u16string_view words :
       {u"(填写率100%)按照", u"(填写后交窗口)按照", u"回应某某小区来信后按照", u"(不少于2次)按照",
        u"二○○八年起按照", u"车牌AXXX2按照", u"来信人某某按照"}) {
    EXPECT_FALSE(reports(test::replaced(text, u"本局按照", words), "STRUCT.TEMPLATE_RESIDUE"))
        << test::utf8(words);
  }
}

// 「无」 in as many words as one likes; a problem is one in however few.
TEST(Part5, SaysThatThereIsNothing) {
  const std::u16string text = county().text();
  const auto with = [&](std::u16string_view words) {
    return reports(test::replaced(text, u"栏目的更新还不够及时。下一步将安排专人负责。", words),
                   "PART5.EMPTY");
  };
  for (const std::u16string_view words :
       {u"本年度不存在问题。", u"本单位2023年无存在问题。", u"目前没有存在问题", u"未发现问题。",
        u"存在的主要问题:无。改进情况:无。", u"1.存在的主要问题:无\n2.改进情况:无",
        u"存在问题:\n改进措施:"}) {
    EXPECT_TRUE(with(words)) << test::utf8(words);
  }
  for (const std::u16string_view words :
       {u"人员少。", u"问题:无专职人员。", u"1.存在问题。无专人负责。2.改进情况。已明确专人。",
        u"无重大问题,个别信息更新不及时。", u"详见附件。"}) {
    EXPECT_FALSE(with(words)) << test::utf8(words);
  }
}

// In a sentence that names the parts nothing stands between two of them.
TEST(Part5, IsNotEmptyInAList) {
  EXPECT_FALSE(reports(
      u"关于编制年度报告的通知\n内容包括总体情况、主动公开政府信息情况、收到和处理政府信息公开"
      u"申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的"
      u"事项。\n",
      "PART5.EMPTY"));
}

// An amount that was asked for and not paid, that was waived or that is another year's, and what
// was charged besides, are no contradiction.
TEST(Part6, AmountsThatWereNotCharged) {
  const std::u16string text = county().text();
  const auto says = [&](std::u16string_view words) {
    return reports(test::replaced(text, u"本局未收取信息处理费。", words), "PART6.FEE_CONFLICT");
  };
  for (const std::u16string_view words :
       {u"发出收费通知1件,金额100元,申请人未缴纳,实际未收取信息处理费。",
        u"上年度收取信息处理费200元,2023年度未收取信息处理费。",
        u"2022年收取100元,本年度未收取信息处理费。", u"未收取信息处理费,减免费用50元。",
        u"2022年未收取信息处理费,2023年收取信息处理费100元。",
        u"2023年收取信息处理费100元,除此之外未收取其他费用。",
        u"2023年收取信息处理费100元,未收取其他费用。"}) {
    EXPECT_FALSE(says(words)) << test::utf8(words);
  }
  for (const std::u16string_view words : {u"2023年没有收取信息处理费,全年实收信息处理费60元。",
                                          u"本年度未产生信息处理费。发出收费通知1件,收取100元。"}) {
    EXPECT_TRUE(says(words)) << test::utf8(words);
  }
}

}  // namespace
}  // namespace gouji
