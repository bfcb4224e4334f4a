// Sentences as townships, departments and counties write them, each beside a table that it agrees
// with (nothing is reported) or does not (one finding, of one rule). Agencies and figures are
// invented.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::utf8;
using test::Values;

// The table beside a sentence.
enum class Table : std::uint8_t {
  busy,   // new 12, carried in 1, handled 11, carried out 2; 3 disputes; documents and decisions
  quiet,  // everything 0
};

struct Case {
  const char* kind;
  Table table;
  const char16_t* text;
  std::string_view rule;  // of the one finding; empty for none
};

Values values_of(Table table) {
  Values out = test::zeros(form_of("2021"));
  if (table == Table::quiet) return out;
  const auto row = [&](const std::string& key, const char16_t* value) {
    out["requests." + key + ".natural"] = out["requests." + key + ".total"] = value;
  };
  row("new", u"12");
  row("carried_in", u"1");
  row("granted", u"5");
  row("partial", u"2");
  row("denied.internal", u"1");
  row("denied.process", u"1");
  row("unavailable.not_held", u"1");
  row("closed.other", u"1");
  row("handled", u"11");
  row("carried_out", u"2");
  const std::pair<const char*, const char16_t*> others[] = {
      {"disputes.review.upheld", u"1"},
      {"disputes.review.corrected", u"1"},
      {"disputes.review.total", u"2"},
      {"disputes.suit.upheld", u"1"},
      {"disputes.suit.total", u"1"},
      {"disclosure.art20_1.normative.issued", u"3"},
      {"disclosure.art20_1.normative.repealed", u"1"},
      {"disclosure.art20_1.normative.in_force", u"8"},
      {"disclosure.art20_1.rules.issued", u"1"},
      {"disclosure.art20_1.rules.in_force", u"4"},
      {"disclosure.art20_5.licensing.decisions", u"1234"},
      {"disclosure.art20_6.penalty.decisions", u"56"},
      {"disclosure.art20_6.coercion.decisions", u"2"},
  };
  for (const auto& [id, value] : others) out[id] = value;
  return out;
}

std::u16string text_of(const Report& report, std::u16string_view sentences) {
  std::u16string out = report.title() + report.heading(1);
  out.append(sentences).append(u"\n");
  for (int number = 2; number <= 6; ++number) out += report.section(number);
  return out;
}

std::vector<const Finding*> told(const Answer& answer) {
  std::vector<const Finding*> out;
  for (const Finding& finding : answer.findings) {
    if (finding.rule.starts_with("TEXT.")) out.push_back(&finding);
  }
  return out;
}

void expect(const Case& one, const Report& report) {
  const std::u16string text = text_of(report, one.text);
  const Answer answer = check(text);
  const std::vector<const Finding*> findings = told(answer);
  const std::string about =
      std::string(one.kind) + ": " + utf8(one.text) + '\n' + test::list_of_findings(answer);
  if (one.rule.empty()) {
    EXPECT_TRUE(findings.empty()) << about;
    return;
  }
  ASSERT_EQ(findings.size(), 1U) << about;
  EXPECT_EQ(findings.front()->rule, one.rule) << about;
  ASSERT_FALSE(findings.front()->spans.empty()) << about;
  // The place is in the sentence.
  const Span place = findings.front()->spans.front();
  const std::size_t begin = text.find(one.text);
  EXPECT_GE(place.begin, begin) << about;
  EXPECT_LE(place.end, begin + std::u16string_view(one.text).size()) << about;
  EXPECT_FALSE(place.empty()) << about;
}

void expect_all(const std::vector<Case>& cases,
                std::u16string_view agency = u"青石县云溪镇人民政府") {
  for (const Case& one : cases) {
    Report report(form_of("2021"), values_of(one.table));
    report.agency = agency;
    expect(one, report);
  }
}

TEST(NarrativeRules, RequestsReceived) {
  expect_all({
      {"收到", Table::busy, u"2023年，我镇共收到政府信息公开申请12件，均已按期答复。", ""},
      {"收到", Table::busy, u"2023年，我镇共收到政府信息公开申请15件，均已按期答复。",
       "TEXT.REQUESTS_NEW"},
      {"受理", Table::busy, u"全年受理依申请公开12件。", ""},
      {"受理", Table::busy, u"全年受理依申请公开21件。", "TEXT.REQUESTS_NEW"},
      {"新收", Table::busy, u"本年度新收政府信息公开申请12件，上年结转1件。", ""},
      {"新收", Table::busy, u"本年度新收政府信息公开申请10件，上年结转1件。", "TEXT.REQUESTS_NEW"},
      {"接收", Table::busy, u"年内接收信息公开申请十二件。", ""},
      {"接收", Table::busy, u"年内接收信息公开申请十三件次，其余略。", ""},
      {"接收", Table::busy, u"年内接收信息公开申请二十件。", "TEXT.REQUESTS_NEW"},
      {"登记", Table::busy, u"全年登记政府信息公开申请12件，渠道畅通。", ""},
      {"登记", Table::busy, u"全年登记政府信息公开申请14件，渠道畅通。", "TEXT.REQUESTS_NEW"},
      {"加上年结转", Table::busy, u"全年共收到政府信息公开申请13件（含上年结转1件）。", ""},
      {"加上年结转", Table::busy, u"全年共收到政府信息公开申请14件（含上年结转1件）。",
       "TEXT.REQUESTS_NEW"},
      {"数在前", Table::busy, u"2023年共受理12件政府信息公开申请，办理渠道畅通。", ""},
      {"数在前", Table::busy, u"2023年共受理16件政府信息公开申请，办理渠道畅通。",
       "TEXT.REQUESTS_NEW"},
      {"全角数字", Table::busy, u"２０２３年，全镇收到政府信息公开申请１２件。", ""},
      {"全角数字", Table::busy, u"２０２３年，全镇收到政府信息公开申请１５件。",
       "TEXT.REQUESTS_NEW"},
      {"标题下的省略", Table::busy, u"（二）依申请公开\n全年共受理12件，答复11件，结转下年2件。",
       ""},
      {"标题下的省略", Table::busy, u"（二）依申请公开\n全年共受理13件、答复11件，结转下年3件。",
       "TEXT.CARRY_OUT"},
      {"标题下的省略", Table::busy, u"（二）依申请公开情况。今年共收到申请9件。",
       "TEXT.REQUESTS_NEW"},
      {"申请人提出的", Table::busy, u"共收到公民、法人和其他组织提出的政府信息公开申请12件。", ""},
      {"申请人提出的", Table::busy, u"共收到公民、法人和其他组织提出的政府信息公开申请22件。",
       "TEXT.REQUESTS_NEW"},
      {"繁体", Table::busy, u"2023年，共收到政府信息公開申請12件。", ""},
      {"表中全是0", Table::quiet, u"全年共收到政府信息公开申请11件。", "TEXT.REQUESTS_NEW"},
      {"0件", Table::quiet, u"2023年我镇收到依申请公开0件。", ""},
      {"0件", Table::busy, u"2023年我镇收到政府信息公开申请0件。", "TEXT.REQUESTS_NEW"},
      {"分行", Table::busy,
       u"2023年，我镇严格按照条例规定办理依申请公开事项，共收到政府信息公开\n申请12件。", ""},
      {"分行", Table::busy,
       u"2023年，我镇严格按照条例规定办理依申请公开事项，共收到政府信息公开\n申请18件。",
       "TEXT.REQUESTS_NEW"},
      {"字距", Table::busy, u"全年共收到 政府信息公开申请 12 件。", ""},
      {"机关全称", Table::busy, u"青石县云溪镇人民政府2023年共收到政府信息公开申请12件。", ""},
      {"机关全称", Table::busy, u"青石县云溪镇人民政府2023年共收到政府信息公开申请6件。",
       "TEXT.REQUESTS_NEW"},
      {"机关简称", Table::busy, u"云溪镇人民政府共收到政府信息公开申请8件。", "TEXT.REQUESTS_NEW"},
      {"别的机关", Table::busy, u"青石县民政局共收到政府信息公开申请30件。", ""},
  });
}

TEST(NarrativeRules, NoRequests) {
  expect_all({
      {"未收到", Table::quiet, u"本年度我镇未收到依申请公开政府信息的申请。", ""},
      {"未收到", Table::busy, u"本年度我镇未收到依申请公开政府信息的申请。", "TEXT.REQUESTS_NONE"},
      {"没有收到", Table::quiet, u"2023年，没有收到公民、法人或其他组织的政府信息公开申请。", ""},
      {"没有收到", Table::busy, u"2023年，没有收到公民、法人或其他组织的政府信息公开申请。",
       "TEXT.REQUESTS_NONE"},
      {"无申请", Table::busy, u"全年无依申请公开事项。", "TEXT.REQUESTS_NONE"},
      {"无申请", Table::quiet, u"全年无依申请公开事项。", ""},
      {"未接收受理", Table::busy, u"2023年，我镇未接收受理过依申请公开。", ""},
      {"未接收", Table::busy, u"2023年，我镇未接收到政府信息公开申请。", "TEXT.REQUESTS_NONE"},
      {"任何形式", Table::busy, u"全年未收到任何形式的政府信息公开申请。", "TEXT.REQUESTS_NONE"},
      {"未收到新的", Table::quiet, u"全年未收到新的政府信息公开申请。", ""},
      {"标题下", Table::busy, u"（二）依申请公开情况。2023年度未收到申请。", "TEXT.REQUESTS_NONE"},
      {"某一类", Table::busy, u"全年未收到涉及国家秘密的政府信息公开申请。", ""},
      {"某一类", Table::busy, u"全年未收到需要收取费用的政府信息公开申请。", ""},
      {"某一类", Table::busy, u"未收到企业提出的政府信息公开申请。", ""},
      {"别的申请", Table::busy, u"全年未收到行政许可申请。", ""},
      {"别的时段", Table::busy, u"2022年未收到政府信息公开申请。", ""},
      {"别的时段", Table::busy, u"12月未收到政府信息公开申请。", ""},
      {"上半年", Table::busy, u"上半年未收到政府信息公开申请。", ""},
      {"别的主体", Table::busy, u"各村未收到政府信息公开申请。", ""},
      {"别的主体", Table::busy, u"青石县民政局未收到政府信息公开申请。", ""},
      {"超期", Table::busy, u"全年无政府信息公开申请超期答复情况。", ""},
      {"费用", Table::busy, u"未发生依申请公开政府信息收费情况。", ""},
      {"除外", Table::busy, u"除上述申请外，未收到其他政府信息公开申请。", ""},
      {"引起的诉讼", Table::busy, u"未收到因政府信息公开申请引起的行政诉讼。", "TEXT.NO_DISPUTE"},
      {"引起的诉讼", Table::quiet, u"未收到因政府信息公开申请引起的行政诉讼。", ""},
  });
}

TEST(NarrativeRules, RequestsHandled) {
  expect_all({
      {"办结", Table::busy, u"受理政府信息公开申请12件，办结11件，结转下年2件。", ""},
      {"办结", Table::busy, u"受理政府信息公开申请12件，办结12件，结转下年2件。",
       "TEXT.REQUESTS_HANDLED"},
      {"答复", Table::busy, u"全年共答复政府信息公开申请11件。", ""},
      {"答复", Table::busy, u"全年共答复政府信息公开申请10件。", "TEXT.REQUESTS_HANDLED"},
      {"处理", Table::busy, u"全年共处理政府信息公开申请13件，其中新收12件，上年结转1件。", ""},
      {"处理", Table::busy, u"全年共处理政府信息公开申请11件。", ""},
      {"处理", Table::busy, u"全年共处理政府信息公开申请17件。", "TEXT.REQUESTS_HANDLED"},
      {"办理", Table::busy, u"全年办理依申请公开12件，程序规范。", ""},
      {"办理", Table::busy, u"全年办理依申请公开7件，程序规范。", "TEXT.REQUESTS_HANDLED"},
      {"按期", Table::busy, u"收到政府信息公开申请12件，按期办结10件。", ""},
      {"按期", Table::busy, u"收到政府信息公开申请12件，按期办结12件。", "TEXT.REQUESTS_HANDLED"},
      {"期限内答复", Table::busy, u"在20个工作日内答复政府信息公开申请11件。", ""},
      {"不是本项", Table::busy, u"办理市民热线120件，办结118件。", ""},
      {"不是本项", Table::busy,
       u"收到政府信息公开申请12件。办理人大代表建议8件，办结8件，办结率100%。", ""},
      {"书面", Table::busy, u"收到政府信息公开申请12件，书面答复9件。", ""},
      {"受理并办结", Table::busy, u"全年受理并办结政府信息公开申请11件。", ""},
      {"受理并办结", Table::busy, u"全年受理并办结政府信息公开申请19件。", "TEXT.REQUESTS_NEW"},
      {"名词", Table::busy, u"全年政府信息公开申请12件。", ""},
      {"名词", Table::busy, u"全年政府信息公开申请18件。", "TEXT.REQUESTS_HANDLED"},
  });
}

TEST(NarrativeRules, CarriedOver) {
  expect_all({
      {"上年结转", Table::busy, u"本年新收政府信息公开申请12件，上年度结转1件。", ""},
      {"上年结转", Table::busy, u"本年新收政府信息公开申请12件，上年度结转3件。", "TEXT.CARRY_IN"},
      {"结转上年", Table::busy, u"2023年收到依申请公开12件，结转上年1件。", ""},
      {"结转上年", Table::busy, u"2023年收到依申请公开12件，结转上年2件。", "TEXT.CARRY_IN"},
      {"年份", Table::busy, u"2023年收到依申请公开12件，2022年结转1件。", ""},
      {"年份", Table::busy, u"2023年收到依申请公开12件，2022年结转4件。", "TEXT.CARRY_IN"},
      {"结转下年", Table::busy, u"收到政府信息公开申请12件，结转下年度继续办理2件。", ""},
      {"结转下年", Table::busy, u"收到政府信息公开申请12件，结转下年度继续办理1件。",
       "TEXT.CARRY_OUT"},
      {"结转至年份", Table::busy, u"收到政府信息公开申请12件，结转至2024年继续办理2件。", ""},
      {"结转至年份", Table::busy, u"收到政府信息公开申请12件，结转至2024年继续办理5件。",
       "TEXT.CARRY_OUT"},
      {"数在前", Table::busy,
       u"收到政府信息公开申请12件，另有2件申请按照《条例》顺延到下年度答复。", ""},
      {"数在前", Table::busy,
       u"收到政府信息公开申请12件，另有4件申请按照《条例》顺延到下年度答复。", "TEXT.CARRY_OUT"},
      {"未办结", Table::busy, u"收到政府信息公开申请12件，尚未办结2件。", ""},
      {"未办结", Table::busy, u"收到政府信息公开申请12件，尚未办结3件。", "TEXT.CARRY_OUT"},
      {"转入下年", Table::busy, u"收到政府信息公开申请12件，转入下一年度办理两件。", ""},
      {"转入下年", Table::busy, u"收到政府信息公开申请12件，转入下一年度办理六件。",
       "TEXT.CARRY_OUT"},
      {"截至年底", Table::busy, u"截至2023年底，尚有2件政府信息公开申请结转下年度办理。", ""},
      {"截至年底", Table::busy, u"截至2023年底，尚有5件政府信息公开申请结转下年度办理。",
       "TEXT.CARRY_OUT"},
      {"截至年底办结", Table::busy, u"全年收到政府信息公开申请12件，截至年底办结11件。", ""},
      {"截至年底办结", Table::busy, u"全年收到政府信息公开申请12件，截至年底办结10件。",
       "TEXT.REQUESTS_HANDLED"},
      {"截至年底累计", Table::busy, u"全年收到政府信息公开申请12件，截至年底累计办结96件。", ""},
      {"截至别的日子", Table::busy, u"截至2024年1月20日，尚有5件政府信息公开申请未办结。", ""},
      {"无结转", Table::quiet, u"全年无结转下年的政府信息公开申请。", ""},
      {"无结转", Table::busy, u"全年无结转下年的政府信息公开申请。", "TEXT.CARRY_OUT"},
      {"上年的未办结", Table::busy, u"收到政府信息公开申请12件，上年未办结3件。", ""},
      {"资金结转", Table::busy, u"收到政府信息公开申请12件。上年结转项目资金3笔，结转下年5笔。",
       ""},
      {"办理结转来的", Table::busy, u"受理政府信息公开申请12件，办理上年度结转申请1件。", ""},
      {"方向不明", Table::busy, u"收到政府信息公开申请12件，结转7件。", ""},
  });
}

TEST(NarrativeRules, Results) {
  expect_all({
      {"予以公开", Table::busy, u"收到政府信息公开申请12件，其中予以公开5件、部分公开2件。", ""},
      {"予以公开", Table::busy, u"收到政府信息公开申请12件，其中予以公开6件、部分公开2件。",
       "TEXT.RESULT_KIND"},
      {"不予公开", Table::busy, u"答复政府信息公开申请11件，不予公开2件，无法提供1件。", ""},
      {"不予公开", Table::busy, u"答复政府信息公开申请11件，不予公开1件，无法提供1件。",
       "TEXT.RESULT_KIND"},
      {"无法提供", Table::busy, u"答复政府信息公开申请11件，无法提供3件。", "TEXT.RESULT_KIND"},
      {"不予处理", Table::busy, u"答复政府信息公开申请11件，不予处理0件，其他处理1件。", ""},
      {"不予处理", Table::busy, u"答复政府信息公开申请11件，不予处理1件，其他处理1件。",
       "TEXT.RESULT_KIND"},
      {"其他处理", Table::busy, u"答复政府信息公开申请11件，其他处理2件。", "TEXT.RESULT_KIND"},
      {"合并", Table::busy, u"收到政府信息公开申请12件，予以公开及部分公开7件。", ""},
      {"合并", Table::busy, u"收到政府信息公开申请12件，予以公开及部分公开9件。",
       "TEXT.RESULT_KIND"},
      {"数在前", Table::busy, u"收到政府信息公开申请12件，5件予以公开，2件不予公开。", ""},
      {"数在前", Table::busy, u"收到政府信息公开申请12件，5件予以公开，3件不予公开。",
       "TEXT.RESULT_KIND"},
      {"只写公开", Table::busy, u"收到政府信息公开申请12件，公开9件。", ""},
      {"其中的其中", Table::busy, u"收到政府信息公开申请12件，其中网上申请8件，其中予以公开3件。",
       ""},
      {"主动公开", Table::busy, u"主动公开信息120条，予以公开公文80件。", ""},
      {"中文数字", Table::busy, u"办结政府信息公开申请十一件，其中部分公开二件。", ""},
      {"中文数字", Table::busy, u"办结政府信息公开申请十一件，其中部分公开四件。",
       "TEXT.RESULT_KIND"},
  });
}

TEST(NarrativeRules, Disputes) {
  expect_all({
      {"无", Table::quiet, u"全年无因政府信息公开申请引发的行政复议、行政诉讼。", ""},
      {"无", Table::busy, u"全年无因政府信息公开申请引发的行政复议、行政诉讼。", "TEXT.NO_DISPUTE"},
      {"无", Table::busy, u"2023年，我镇无行政复议和行政诉讼案件。", "TEXT.NO_DISPUTE"},
      {"未发生", Table::quiet, u"本年度未发生涉及政府信息公开的行政复议、行政诉讼案件。", ""},
      {"未发生", Table::busy, u"本年度未发生涉及政府信息公开的行政复议、行政诉讼案件。",
       "TEXT.NO_DISPUTE"},
      {"没有出现", Table::busy, u"没有出现因政府信息公开引起的行政复议。", "TEXT.NO_DISPUTE"},
      {"败诉", Table::busy, u"全年无行政复议、行政诉讼败诉案件。", ""},
      {"被纠错", Table::busy, u"未发生行政复议被纠正的情况。", ""},
      {"去年无", Table::busy, u"去年未发生行政复议、行政诉讼案件。", ""},
      {"复议件数", Table::busy, u"因政府信息公开被申请行政复议2件，被提起行政诉讼1件。", ""},
      {"复议件数", Table::busy, u"因政府信息公开被申请行政复议3件，被提起行政诉讼1件。",
       "TEXT.REVIEW"},
      {"诉讼件数", Table::busy, u"因政府信息公开被申请行政复议2件，被提起行政诉讼4件。",
       "TEXT.SUIT"},
      {"诉讼件数", Table::busy, u"全年发生政府信息公开行政诉讼一件。", ""},
      {"收到复议", Table::busy,
       u"全年收到因政府信息公开申请引起的行政复议2件（已办结），行政诉讼1件。", ""},
      {"收到复议", Table::busy, u"全年收到因政府信息公开申请引起的行政复议1件（已办结）。",
       "TEXT.REVIEW"},
      {"合计", Table::busy, u"全年涉及政府信息公开的行政复议、行政诉讼案件共3件。", ""},
      {"合计", Table::busy, u"全年涉及政府信息公开的行政复议、行政诉讼案件共5件。", "TEXT.REVIEW"},
      {"0件", Table::quiet, u"因政府信息依申请公开引起行政复议0件，行政诉讼0件。", ""},
      {"0件", Table::busy, u"因政府信息依申请公开引起行政复议0件，行政诉讼1件。", "TEXT.REVIEW"},
      {"复议机关的案件", Table::busy, u"全年办理行政复议案件86件，审结80件。", ""},
      {"应诉", Table::busy, u"全年行政应诉案件12件，负责人出庭应诉12件。", ""},
      {"维持", Table::busy, u"因政府信息公开引发行政复议2件，其中维持1件、纠正1件。", ""},
      {"维持", Table::busy, u"因政府信息公开引发行政复议2件，其中维持2件。",
       "TEXT.DISPUTE_OUTCOME"},
      {"均维持", Table::busy, u"因政府信息公开引发行政复议2件，均维持。", "TEXT.DISPUTE_OUTCOME"},
      {"均维持", Table::busy, u"因政府信息公开引发行政诉讼1件，均获维持。", ""},
      {"均维持", Table::busy, u"信息公开类行政复议2件，诉讼1件，均获维持。",
       "TEXT.DISPUTE_OUTCOME"},
      {"尚未审结", Table::busy, u"因政府信息公开引发行政诉讼1件，尚未审结1件。",
       "TEXT.DISPUTE_OUTCOME"},
  });
}

TEST(NarrativeRules, DocumentsAndDecisions) {
  expect_all({
      {"制发", Table::busy, u"全年制发规范性文件3件，均按时公开。", ""},
      {"制发", Table::busy, u"全年制发规范性文件5件，均按时公开。", "TEXT.NORMATIVE"},
      {"立改废", Table::busy, u"制发行政规范性文件3件，废止行政规范性文件1件，现行有效件数8件。",
       ""},
      {"立改废", Table::busy, u"制发行政规范性文件3件，废止行政规范性文件2件，现行有效件数8件。",
       "TEXT.NORMATIVE"},
      {"现行有效", Table::busy, u"制发行政规范性文件3件，现行有效9件。", "TEXT.NORMATIVE"},
      {"其中", Table::busy, u"全年印发文件57件，其中规范性文件3件。", ""},
      {"其中", Table::busy, u"全年印发文件57件。其中，规范性文件2件。", "TEXT.NORMATIVE"},
      {"出台", Table::busy, u"出台行政规范性文件两件。", "TEXT.NORMATIVE"},
      {"备案", Table::busy, u"向县政府报备规范性文件7件。", ""},
      {"备案", Table::busy, u"制定规范性文件7件并全部备案。", ""},
      {"清理", Table::busy, u"对规范性文件进行清理，废止规范性文件6件，继续有效20件。", ""},
      {"审核", Table::busy, u"合法性审核规范性文件12件。", ""},
      {"主动公开", Table::busy, u"主动公开规范性文件18件。", ""},
      {"条", Table::busy, u"发布规范性文件类信息12条。", ""},
      {"规章制度", Table::busy, u"制定规章制度6件。", ""},
      {"规章", Table::busy, u"全年制定规章1件。", ""},
      {"规章", Table::busy, u"全年制定规章3件。", "TEXT.RULES"},
      {"许可", Table::busy, u"作出行政许可1,234件，行政处罚56件。", ""},
      {"许可", Table::busy, u"作出行政许可决定1,324件。", "TEXT.DECISIONS"},
      {"处罚", Table::busy, u"全年作出行政处罚决定65件。", "TEXT.DECISIONS"},
      {"处罚", Table::busy, u"全年作出行政处罚决定五十六件。", ""},
      {"强制", Table::busy, u"全年行政许可1234件、行政处罚56件、行政强制2件。", ""},
      {"强制", Table::busy, u"全年行政许可1234件、行政处罚56件、行政强制3件。", "TEXT.DECISIONS"},
      {"公示", Table::busy, u"公示行政许可98件、行政处罚12件。", ""},
      {"事项", Table::busy, u"梳理行政许可事项88项。", ""},
      {"罚款", Table::busy, u"全年作出行政处罚56件，罚款3万元。", ""},
  });
}

// The last paragraph of the catalogue, and what else is no figure of the report's own.
TEST(NarrativeRules, Traps) {
  expect_all({
      {"新收加结转", Table::busy, u"累计处理政府信息公开申请13件，其中新接收12件，上年结转1件。",
       ""},
      {"其中办结", Table::busy, u"受理政府信息公开申请12件，其中7件办结，5件撤销。", ""},
      {"其中办结", Table::busy,
       u"受理政府信息公开申请12件，其中9件均按规定程序办结，3件申请人主动撤销。", ""},
      {"备案的件数", Table::busy, u"全年登记备案的政府信息公开申请30件。", ""},
      {"备案的件数", Table::busy, u"报县司法局备案的政府信息公开行政复议9件。", ""},
      {"去年", Table::busy, u"去年收到政府信息公开申请20件，办结19件。", ""},
      {"去年", Table::busy, u"2022年，共收到政府信息公开申请20件，答复19件；2023年，共收到12件。",
       ""},
      {"比去年", Table::busy, u"收到政府信息公开申请12件，比去年增加9件，办结11件。", ""},
      {"同比", Table::busy, u"收到政府信息公开申请12件，同比下降20%。", ""},
      {"同比", Table::busy, u"收到政府信息公开申请12件，较2022年的15件减少3件。", ""},
      {"历年", Table::busy, u"历年累计受理政府信息公开申请320件，办结315件。", ""},
      {"以来", Table::busy, u"《条例》施行以来，共受理政府信息公开申请260件。", ""},
      {"截至", Table::busy, u"截至12月底，累计受理政府信息公开申请86件，办结80件。", ""},
      {"截至", Table::busy, u"截至2023年12月31日，共收到政府信息公开申请40件。", ""},
      {"余", Table::busy, u"全年收到政府信息公开申请10余件。", ""},
      {"余", Table::busy, u"全年收到政府信息公开申请20余件。", "TEXT.REQUESTS_NEW"},
      {"近", Table::busy, u"全年收到政府信息公开申请近20件。", ""},
      {"约", Table::busy, u"全年收到政府信息公开申请约15件。", ""},
      {"多", Table::busy, u"全年收到政府信息公开申请十多件。", ""},
      {"左右", Table::busy, u"全年收到政府信息公开申请15件左右。", ""},
      {"包括上年结转", Table::busy, u"完成政府信息公开申请答复11件，包括上年结转1件。", ""},
      {"全县", Table::busy, u"全县共收到政府信息公开申请320件，办结318件。", ""},
      {"我县", Table::busy, u"2023年，我县共受理政府信息公开申请320件。办结318件。", ""},
      {"各部门", Table::busy, u"各部门共收到政府信息公开申请98件。", ""},
      {"废止多于制发", Table::busy, u"全年废止规范性文件1件，多于上年。", ""},
      {"按件收费", Table::busy, u"收到政府信息公开申请1件，按收费标准拆分为12件计费。", ""},
      {"合并答复", Table::busy, u"对同一申请人提出的政府信息公开申请20件合并答复。", ""},
      {"计划", Table::busy, u"下一步，计划制发规范性文件9件。", ""},
      {"计划", Table::busy, u"2024年拟制定规范性文件6件。", ""},
      {"季度", Table::busy, u"第一季度收到政府信息公开申请4件，第二季度收到政府信息公开申请3件。",
       ""},
      {"上半年", Table::busy, u"上半年受理政府信息公开申请5件，下半年受理政府信息公开申请7件。",
       ""},
      {"收到又受理", Table::busy, u"收到政府信息公开申请15件，受理12件，不予受理3件。", ""},
      {"网上申请", Table::busy, u"收到政府信息公开申请12件，其中网上申请8件，信函申请4件。", ""},
      {"自然人", Table::busy, u"收到自然人政府信息公开申请9件。", ""},
      {"网民留言", Table::busy, u"办理网民留言45件，答复45件，政府信息公开工作平稳。", ""},
      {"目录", Table::busy, u"更新依申请公开指南1次，公开目录12项。", ""},
      {"公文属性", Table::busy,
       u"全年制发公文175件，其中主动公开120件、依申请公开30件、不予公开25件。", ""},
      {"公文属性", Table::busy, u"全年制发公文55件。其中依申请公开30件，不予公开25件。", ""},
      {"信息条数", Table::busy,
       u"收到政府信息公开申请12件，涉及信息25条，予以公开18条，不予公开7条。", ""},
      {"信息条数", Table::busy, u"收到的政府信息公开申请共涉及信息18条。", ""},
      {"另一机关的申请", Table::busy, u"协助县政府办公室答复政府信息公开申请5件。", ""},
      {"每一件", Table::busy, u"如实登记收到的每一件政府信息公开申请，做到一件一档。", ""},
      {"收到的材料", Table::busy, u"收到政府信息公开申请补正材料3件。", ""},
      {"避免", Table::busy, u"避免因答复不当引发行政复议、行政诉讼。", ""},
      {"率", Table::busy, u"收到政府信息公开申请12件，办结率100%，满意率98%。", ""},
  });
}

// Figures of some of the requests, and of what was done with some of them.
TEST(NarrativeRules, PartsOfTheRequests) {
  expect_all({
      {"办结的其中", Table::busy, u"办结政府信息公开申请11件，其中上年结转1件，当年受理10件。", ""},
      {"办结的其中", Table::busy, u"办结政府信息公开申请11件（上年结转1件、当年新收10件）。", ""},
      {"办结的其中", Table::busy, u"办结政府信息公开申请11件（上年结转1件、当年新收9件）。",
       "TEXT.PARTS_SUM"},
      {"办结的其中", Table::busy, u"完成政府信息公开申请答复11件，包括上年结转0件。", ""},
      {"办结两部分", Table::busy, u"办结上年结转政府信息公开申请1件、本年新收申请10件。", ""},
      {"新收的办结", Table::busy, u"收到政府信息公开申请12件，当年答复10件，结转下年2件。", ""},
      {"新收的办结", Table::busy,
       u"收到政府信息公开申请12件，上年结转1件，当年答复10件，结转下年2件。",
       "TEXT.REQUESTS_HANDLED"},
      {"新收的办结", Table::busy, u"收到政府信息公开申请12件，办结10件，另办结上年结转1件。", ""},
      {"申请中", Table::busy, u"当年收到的12件政府信息公开申请中，办结10件，结转2件。", ""},
      {"申请中", Table::busy, u"收到的12件政府信息公开申请中，网上申请8件、信函申请4件。", ""},
      {"申请中", Table::busy, u"收到的12件政府信息公开申请中，网上申请8件、信函申请6件。",
       "TEXT.PARTS_SUM"},
      {"均已答复", Table::busy, u"12件政府信息公开申请均已答复。", ""},
      {"均已答复", Table::busy, u"15件政府信息公开申请均已答复。", "TEXT.REQUESTS_NEW"},
      {"筛选", Table::busy, u"收到政府信息公开申请20件，经引导8件转为咨询，实际受理12件。", ""},
      {"筛选", Table::busy, u"收到政府信息公开申请20件，其中8件不属于政府信息公开申请，受理12件。",
       ""},
      {"分几次", Table::busy,
       u"（二）依申请公开\n当日答复3件，三日内答复6件，其余2件在二十个工作日内答复。", ""},
      {"整体未读", Table::busy, u"其中，机关处室收到政府信息公开申请8件，所属单位收到4件。", ""},
      {"含部分公开", Table::busy, u"答复政府信息公开申请11件，予以公开7件（含部分公开2件）。", ""},
      {"含部分公开", Table::busy, u"答复政府信息公开申请11件，予以公开9件（含部分公开2件）。",
       "TEXT.RESULT_KIND"},
      {"引号", Table::busy, u"答复政府信息公开申请11件，其中“予以公开”5件，“不予公开”2件。", ""},
      {"引号", Table::busy, u"答复政府信息公开申请11件，其中“予以公开”5件，“不予公开”4件。",
       "TEXT.RESULT_KIND"},
      {"一次", Table::busy, u"同一申请人一次提出政府信息公开申请5件。", ""},
      {"条和项", Table::busy, u"收到政府信息公开申请12件，答复事项27项。", ""},
      {"本级", Table::busy, u"本级收到政府信息公开申请4件。", ""},
      {"量", Table::busy, u"政府信息公开申请受理量为12件。", ""},
      {"量", Table::busy, u"政府信息公开申请受理量为15件。", "TEXT.REQUESTS_NEW"},
  });
}

TEST(NarrativeRules, ChangesAndSpansOfYears) {
  expect_all({
      {"几年", Table::busy, u"2021—2023年累计受理政府信息公开申请75件。", ""},
      {"几年", Table::busy, u"2021至2023年，收到政府信息公开申请75件，办结74件。", ""},
      {"几年", Table::busy, u"2021年至2023年收到政府信息公开申请共75件。", ""},
      {"几年分别", Table::busy, u"2022—2023年分别收到政府信息公开申请20件、12件。", ""},
      {"由…降为", Table::busy, u"政府信息公开申请数由17件（2022年）降为12件（2023年）。", ""},
      {"由…降为", Table::busy, u"收到政府信息公开申请由17件降为12件，其中网上8件，其余4件为信函。",
       ""},
      {"增减不是总数", Table::busy,
       u"收到政府信息公开申请12件，较上年减少5件，其中网上申请8件，其余4件为信函申请。", ""},
      {"增减不是部分", Table::busy,
       u"收到政府信息公开申请12件，其中网上申请8件，比上年增加2件，其余4件为信函申请。", ""},
      {"增减之后的占比", Table::busy,
       u"收到政府信息公开申请12件，同比减少4件，其中网上9件，占75%。", ""},
      {"增减之后的占比", Table::busy,
       u"收到政府信息公开申请12件，同比减少4件，其中网上9件，占65%。", "TEXT.PERCENT"},
      {"分别为", Table::busy, u"政府信息公开行政复议、行政诉讼分别为2件、1件。", ""},
      {"被其他媒体", Table::quiet, u"发布信息120条，其中头条50条，快讯30条，被其他媒体采用20条。",
       ""},
      {"其他之后", Table::quiet, u"发布信息120条，其中要闻60条，其他20条，另有公告20条，图表20条。",
       ""},
  });
}

// What stands beside the requests under their heading and is none.
TEST(NarrativeRules, OtherWork) {
  expect_all({
      {"来信", Table::quiet, u"收到依申请公开0件。收到群众信件12件，办结12件。", ""},
      {"窗口", Table::busy, u"受理政府信息公开申请12件。窗口受理用水报装225件，办结225件。", ""},
      {"大厅", Table::quiet,
       u"（二）依申请公开\n未收到申请。便民服务中心受理事项2210件，办结2210件。", ""},
      {"网格", Table::quiet, u"未收到政府信息公开申请；网格上报事件350件，办结348件。", ""},
      {"许可申请", Table::busy, u"（二）依申请公开\n受理行政许可申请103件，办结96件。", ""},
      {"别人的清单", Table::busy, u"县民政局受理政府信息公开申请5件、答复5件。", ""},
      {"报送", Table::busy, u"向信用平台报送行政许可1234件、行政处罚28件。", ""},
      {"办理许可", Table::busy, u"办结行政许可1240件，其中准予1234件、不予许可6件。", ""},
  });
}

TEST(NarrativeRules, DisputesOfOtherKinds) {
  expect_all({
      {"一起也没有", Table::busy, u"未发生一起因政府信息公开引发的行政复议。", "TEXT.NO_DISPUTE"},
      {"一起也没有", Table::quiet, u"未发生一起因政府信息公开引发的行政复议。", ""},
      {"并列", Table::busy, u"全年未发生投诉举报、行政复议和行政诉讼情况。", "TEXT.NO_DISPUTE"},
      {"并列", Table::quiet, u"全年未发生投诉举报、行政复议和行政诉讼情况。", ""},
      {"并列", Table::busy, u"全年无因审批、收费引发的行政复议。", ""},
      {"零发生", Table::busy, u"实现政府信息公开行政复议零发生。", "TEXT.NO_DISPUTE"},
      {"执法", Table::busy, u"作出行政处罚56件，未引发行政复议、行政诉讼。", ""},
      {"执法", Table::busy,
       u"因政府信息公开被申请行政复议2件。因行政处罚被申请行政复议7件，均维持。", ""},
      {"各类", Table::busy, u"因政府信息公开被提起行政诉讼1件。\n全年各类行政诉讼案件52件。", ""},
      {"各类", Table::busy, u"因政府信息公开被提起行政诉讼1件，全年各类行政复议案件52件。", ""},
      {"其中公开类", Table::busy,
       u"（二）依申请公开\n全年行政复议案件8件，维持7件，其中涉及政府信息公开的2件。", ""},
      {"其中公开类", Table::busy, u"（二）依申请公开\n行政复议5件，因行政处罚3件。", "TEXT.REVIEW"},
      {"其中公开类", Table::busy,
       u"（二）依申请公开\n行政复议5件，其中因行政处罚3件，因政府信息公开2件。", ""},
      {"复议机关", Table::busy, u"收到政府信息公开行政复议申请12件，均已审结。", ""},
      {"复议机关", Table::busy, u"受理政府信息公开行政复议12件。", ""},
      {"件数不同已述", Table::busy, u"因政府信息公开引起的行政复议1件，均维持。", "TEXT.REVIEW"},
  });
}

TEST(NarrativeRules, DocumentsInPieces) {
  expect_all({
      {"分两次", Table::busy, u"制定规范性文件2件，联合制定规范性文件4件。", "TEXT.NORMATIVE"},
      {"顿号之后", Table::busy, u"制定规章1件、规范性文件3件。", ""},
      {"顿号之后", Table::busy, u"制定规章1件、规范性文件5件。", "TEXT.NORMATIVE"},
      {"顿号之后", Table::busy, u"发布政策解读4篇、规范性文件5件。", ""},
  });
  const std::vector<Case> area = {
      {"分两次", Table::busy, u"印发规范性文件1件，出台规范性文件2件。", ""},
      {"分机关", Table::busy, u"县政府制定规范性文件2件，县政府部门制定1件。", ""},
      {"分机关", Table::busy, u"各乡镇、部门制定规范性文件2件，县政府制定规范性文件1件。", ""},
      {"分机关", Table::busy, u"县政府本级政府信息公开行政复议1件。", ""},
      {"分机关", Table::busy, u"县政府收到政府信息公开申请4件，各部门、乡镇收到8件。", ""},
      {"合计", Table::busy, u"县政府和各部门共收到政府信息公开申请15件。", "TEXT.REQUESTS_NEW"},
      {"县名", Table::busy, u"青石县收到政府信息公开申请15件。", "TEXT.REQUESTS_NEW"},
  };
  expect_all(area, u"青石县人民政府");
}

TEST(NarrativeRules, PlansOfTheLastParts) {
  Report report(form_of("2021"), values_of(Table::busy));
  for (const std::u16string_view plan :
       {u"2023年制发规范性文件9件，力争答复政府信息公开申请40件。", u"未收到政府信息公开申请。",
        u"收到政府信息公开申请55件。"}) {
    std::u16string text = report.title();
    for (int number = 1; number <= 4; ++number) text += report.section(number);
    text += report.heading(5) + std::u16string(plan) + u'\n' + report.heading(6) +
            std::u16string(plan) + u'\n';
    EXPECT_TRUE(told(check(text)).empty()) << utf8(plan);
  }
}

TEST(NarrativeRules, PartsAndShares) {
  expect_all({
      {"其中", Table::busy, u"全年处理政府信息公开申请13件，其中新收12件，上年结转1件。", ""},
      {"其中", Table::busy, u"全年处理政府信息公开申请12件，其中新收12件，上年结转1件。",
       "TEXT.PARTS_SUM"},
      {"渠道", Table::busy,
       u"受理政府信息公开申请12件。其中线上申请8件，信函申请3件，当面申请1件。", ""},
      {"渠道", Table::busy,
       u"受理政府信息公开申请12件。其中线上申请8件，信函申请2件，当面申请1件。", "TEXT.PARTS_SUM"},
      {"渠道", Table::busy, u"受理政府信息公开申请12件（网上9件、邮寄5件）。", "TEXT.PARTS_SUM"},
      {"其余", Table::busy, u"收到政府信息公开申请12件，其中7件予以答复公开，其余5件正在补正。",
       ""},
      {"其余", Table::busy, u"收到政府信息公开申请12件，其中7件涉及征地，其余4件涉及规划。",
       "TEXT.PARTS_SUM"},
      {"只列一部分", Table::busy, u"收到政府信息公开申请12件，其中予以公开5件。", ""},
      {"发布", Table::quiet, u"发布信息120条，其中要闻60条、公告40条、其他20条。", ""},
      {"发布", Table::quiet, u"发布信息120条，其中要闻60条、公告50条、其他20条。",
       "TEXT.PARTS_SUM"},
      {"发布一部分", Table::quiet, u"发布信息120条，其中要闻60条、公告50条。", ""},
      {"两种分法", Table::busy,
       u"收到政府信息公开申请12件，其中网上申请8件，信函申请4件，予以公开5件，部分公开2件。", ""},
      {"结果多于总数", Table::busy,
       u"收到政府信息公开申请12件，其中予以公开5件，部分公开2件，不予公开2件，无法提供1件。", ""},
      {"占比", Table::busy, u"受理政府信息公开申请12件，其中予以公开5件，占比41.67%。", ""},
      {"截尾", Table::busy, u"受理政府信息公开申请12件，其中予以公开5件，占41.66%。", ""},
      {"占比", Table::busy, u"受理政府信息公开申请12件，其中予以公开5件，占比45.67%。",
       "TEXT.PERCENT"},
      {"取整", Table::busy, u"受理政府信息公开申请12件，其中予以公开5件，占比42%。", ""},
      {"另一个总数", Table::busy,
       u"受理政府信息公开申请12件，办结11件，其中予以公开5件，占45.45%。", ""},
      {"占比", Table::busy, u"收到政府信息公开申请12件，其中网上申请9件，占80%。", "TEXT.PERCENT"},
      {"占比", Table::busy, u"收到政府信息公开申请12件，其中网上申请9件，占75%。", ""},
      {"百分之", Table::busy, u"收到政府信息公开申请12件，其中网上申请9件，占百分之七十五。", ""},
      {"两项合占", Table::busy,
       u"答复政府信息公开申请11件，其中予以公开5件、部分公开2件，占比63.64%。", ""},
      {"约占", Table::busy, u"收到政府信息公开申请12件，其中网上申请9件，约占80%。", ""},
      {"占全县", Table::busy, u"收到政府信息公开申请12件，其中网上申请9件，占全县的3.5%。", ""},
      {"主动公开", Table::quiet, u"主动公开信息200条，其中财政类50条，占25%。", ""},
      {"主动公开", Table::quiet, u"主动公开信息200条，其中财政类50条，占20%。", "TEXT.PERCENT"},
  });
}

TEST(NarrativeRules, CountyAndOffices) {
  const std::vector<Case> area = {
      {"全县", Table::busy, u"2023年，全县共收到政府信息公开申请12件。", ""},
      {"全县", Table::busy, u"2023年，全县共收到政府信息公开申请32件。", "TEXT.REQUESTS_NEW"},
      {"我县", Table::busy, u"2023年，我县共收到政府信息公开申请32件，办结11件。",
       "TEXT.REQUESTS_NEW"},
      {"全市", Table::busy, u"2023年，全市共收到政府信息公开申请980件。", ""},
      {"县政府", Table::busy, u"县政府共收到政府信息公开申请31件。", "TEXT.REQUESTS_NEW"},
      {"县政府办公室", Table::busy, u"其中，县政府办公室收到政府信息公开申请4件。", ""},
      {"各乡镇", Table::busy, u"各乡镇共收到政府信息公开申请4件。", ""},
  };
  expect_all(area, u"青石县人民政府");
  const std::vector<Case> office = {
      {"全县", Table::busy, u"2023年，全县共收到政府信息公开申请320件，办结300件。", ""},
      {"我办", Table::busy, u"2023年，我办共收到政府信息公开申请22件。", "TEXT.REQUESTS_NEW"},
      {"县政府", Table::busy, u"县政府共收到政府信息公开申请31件。", ""},
      {"县政府办公室", Table::busy, u"县政府办公室共收到政府信息公开申请31件。",
       "TEXT.REQUESTS_NEW"},
  };
  expect_all(office, u"青石县人民政府办公室");
  const std::vector<Case> bureau = {
      {"本局", Table::busy, u"2023年，本局共收到政府信息公开申请12件。", ""},
      {"县局", Table::busy, u"青石县审计局2023年共收到政府信息公开申请21件。", "TEXT.REQUESTS_NEW"},
      {"市局", Table::busy, u"市审计局共收到政府信息公开申请99件。", ""},
  };
  expect_all(bureau, u"青石县审计局");
}

TEST(NarrativeRules, Severity) {
  const auto severity = [](Table table, const char16_t* text) {
    const Report report(form_of("2021"), values_of(table));
    const Answer answer = check(text_of(report, text));
    const std::vector<const Finding*> findings = told(answer);
    return findings.size() == 1 ? findings.front()->severity : Severity::info;
  };
  EXPECT_EQ(severity(Table::quiet, u"共收到政府信息公开申请11件。"), Severity::error);
  EXPECT_EQ(severity(Table::busy, u"共收到政府信息公开申请15件。"), Severity::warning);
  EXPECT_EQ(severity(Table::busy, u"未收到政府信息公开申请。"), Severity::error);
  EXPECT_EQ(severity(Table::busy, u"未发生政府信息公开行政复议。"), Severity::error);
  EXPECT_EQ(severity(Table::busy, u"发生政府信息公开行政复议7件。"), Severity::warning);
}

TEST(NarrativeRules, MessagesTellBothFigures) {
  const Report report(form_of("2021"), values_of(Table::busy));
  const Answer answer = check(text_of(report, u"全年不予公开政府信息公开申请6件。"));
  const std::vector<const Finding*> findings = told(answer);
  ASSERT_EQ(findings.size(), 1U) << test::list_of_findings(answer);
  const Finding& finding = *findings.front();
  for (const std::string_view words : {"6件", "「(三)不予公开」各项之和为 2", "表三", "相差 4"}) {
    EXPECT_NE(finding.message.find(words), std::string::npos) << words << '\n' << finding.message;
  }
  EXPECT_NE(finding.message_en.find("difference 4"), std::string::npos) << finding.message_en;
  EXPECT_EQ(finding.cells.size(), 8U);
}

// Which of two years the report is of, its title would tell; of which whole a share is, the table.
TEST(NarrativeRules, WhatIsNotThereDecidesNothing) {
  Report report(form_of("2021"), values_of(Table::busy));
  std::u16string untitled = report.heading(1) +
                            u"2022年收到政府信息公开申请9件，办结8件。2022年更新栏目2次。"
                            u"2023年新收政府信息公开申请12件。\n";
  for (int number = 2; number <= 6; ++number) untitled += report.section(number);
  EXPECT_TRUE(told(check(untitled)).empty()) << test::list_of_findings(check(untitled));
  untitled.replace(untitled.find(u"2023年"), 5, u"全年");
  EXPECT_TRUE(told(check(untitled)).empty()) << test::list_of_findings(check(untitled));
  std::u16string headings = report.title() + report.heading(1) +
                            u"收到政府信息公开申请10件。从办理结果看，予以公开5件，占45.45%。\n";
  for (const int number : {2, 3, 4}) headings += report.heading(number);
  const Answer lost = check(headings + report.section(5) + report.section(6));
  for (const Finding* finding : told(lost)) {
    EXPECT_EQ(finding->rule, "TEXT.UNVERIFIABLE") << finding->message;
  }
}

// All that came in was handled, too: then a part of what was handled is a part of what came in.
TEST(NarrativeRules, PartsWhereNothingIsCarriedOut) {
  Values values = values_of(Table::busy);
  for (const char* column : {"natural", "total"}) {
    values[std::string("requests.granted.") + column] = u"7";
    values[std::string("requests.handled.") + column] = u"13";
    values[std::string("requests.carried_out.") + column] = u"0";
  }
  const Report report(form_of("2021"), values);
  const Answer right =
      check(text_of(report, u"全年处理政府信息公开申请13件，其中新接收12件，上年结转1件。"));
  EXPECT_TRUE(told(right).empty()) << test::list_of_findings(right);
  const Answer wrong =
      check(text_of(report, u"全年处理政府信息公开申请13件，其中新接收10件，上年结转3件。"));
  EXPECT_FALSE(test::findings_of(wrong, "TEXT.REQUESTS_NEW").empty())
      << test::list_of_findings(wrong);
}

// Against 「未发生」 only what there is; of 「均」 the whole phrase.
TEST(NarrativeRules, MessagesTellWhatThereIs) {
  const Report report(form_of("2021"), values_of(Table::busy));
  const Answer none = check(text_of(report, u"未发生因政府信息公开引起的行政复议和复议后起诉。"));
  ASSERT_EQ(told(none).size(), 1U) << test::list_of_findings(none);
  const std::vector<std::string_view> review = {"disputes.review.total"};
  EXPECT_EQ(told(none).front()->cells, review);
  const Answer all = check(text_of(report, u"因政府信息公开引起的行政复议2件，均获维持。"));
  ASSERT_EQ(told(all).size(), 1U) << test::list_of_findings(all);
  EXPECT_NE(told(all).front()->message.find("「均获维持」"), std::string::npos);
}

TEST(NarrativeRules, TablesThatAreNotThere) {
  const Report report(form_of("2021"), values_of(Table::busy));
  const std::u16string words = u"全年收到政府信息公开申请31件，制发规范性文件9件。";
  std::u16string text = report.title() + report.heading(1) + words + u"\n";
  for (const int number : {2, 3, 4}) text += report.heading(number);
  text += report.section(5) + report.section(6);
  const Answer answer = check(text);
  const std::vector<const Finding*> findings = told(answer);
  ASSERT_EQ(findings.size(), 2U) << test::list_of_findings(answer);
  for (const Finding* finding : findings) {
    EXPECT_EQ(finding->rule, "TEXT.UNVERIFIABLE");
    EXPECT_EQ(finding->severity, Severity::info);
  }
}

// A figure of the text says nothing against a blank, which may have lost one.
TEST(NarrativeRules, BlanksAreNotZeros) {
  Report report(form_of("2021"), values_of(Table::busy));
  for (auto& [id, value] : report.values) {
    if (id.starts_with("requests.")) value.clear();
  }
  const Answer answer = check(text_of(report, u"全年收到政府信息公开申请12件。"));
  EXPECT_TRUE(told(answer).empty()) << test::list_of_findings(answer);
}

// The trial form has no column of what was issued; 其他处理 is one row.
TEST(NarrativeRules, TrialForm) {
  Report report(form_of("2019"), test::zeros(form_of("2019")));
  report.values["disclosure.art20_1.normative.made"] = u"4";
  report.values["disclosure.art20_1.normative.disclosed"] = u"3";
  report.values["requests.new.natural"] = report.values["requests.new.total"] = u"2";
  report.values["requests.closed.natural"] = report.values["requests.closed.total"] = u"2";
  report.values["requests.handled.natural"] = report.values["requests.handled.total"] = u"2";
  const Case cases[] = {
      {"制发", Table::busy, u"全年制发规范性文件4件。", ""},
      {"制发", Table::busy, u"全年制发规范性文件3件。", ""},
      {"制发", Table::busy, u"全年制发规范性文件6件。", "TEXT.NORMATIVE"},
      {"其他处理", Table::busy, u"答复政府信息公开申请2件，其他处理2件。", ""},
      {"其他处理", Table::busy, u"答复政府信息公开申请2件，其他处理1件。", "TEXT.RESULT_KIND"},
  };
  for (const Case& one : cases) expect(one, report);
}

}  // namespace
}  // namespace gouji
