// One test for each kind of damage of which several at once led to a wrong number, a lost cell or
// an untrue finding: rows cut apart in a layout that has its own gaps, page marks among figures,
// labels that cannot be read beside cells without a figure. Every text is a small table of its own.
#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::utf8;

// --- Texts

constexpr std::u16string_view title = u"青石县民政局2023年政府信息公开工作年度报告\n";
constexpr std::u16string_view applicants =
    u"申请人情况\n自然人 法人或其他组织 总计\n"
    u"商业企业 科研机构 社会公益组织 法律服务机构 其他\n";

std::u16string report(std::u16string_view text) { return std::u16string(title).append(text); }
std::u16string disclosure(std::u16string_view table) {
  return report(u"二、主动公开政府信息情况\n").append(table);
}
std::u16string requests(std::u16string_view table) {
  return report(u"三、收到和处理政府信息公开申请情况\n").append(table);
}
// With the heads of its columns.
std::u16string applications(std::u16string_view rows) { return requests(applicants).append(rows); }
std::u16string disputes(std::u16string_view table) {
  return report(u"四、政府信息公开行政复议、行政诉讼情况\n").append(table);
}

std::u16string with(std::u16string text, char16_t from, char16_t to) {
  for (char16_t& c : text) c = c == from ? to : c;
  return text;
}
// A text whose line ends are lost.
std::u16string in_one_line(std::u16string text) { return with(std::move(text), u'\n', u' '); }
// Every cell has a line.
std::u16string one_a_line(std::u16string rows) { return with(std::move(rows), u' ', u'\n'); }

// Rows of cells, parted by spaces, whose bars stand behind each cell or below it. `_` is a cell
// without text; bars at a row's end stand for the width of merged cells.
std::u16string with_bars(std::u16string_view rows, std::u16string_view opener,
                         std::u16string_view bar) {
  std::u16string out;
  while (!rows.empty()) {
    out += opener;
    std::u16string_view row = rows.substr(0, rows.find(u'\n'));
    rows.remove_prefix(std::min(rows.size(), row.size() + 1));
    while (!row.empty()) {
      const std::u16string_view cell = row.substr(0, row.find(u' '));
      row.remove_prefix(std::min(row.size(), cell.size() + 1));
      if (cell == u"_") {
        out += u"|\n";
      } else if (cell.find(u'|') != cell.npos) {
        out += with(std::u16string(cell), u'_', u' ') + u'\n';
      } else {
        out.append(cell).append(bar);
      }
    }
  }
  return out;
}
std::u16string opened(std::u16string_view rows) { return with_bars(rows, u"|\n", u" |\n"); }
std::u16string closed_below(std::u16string_view rows) { return with_bars(rows, u"", u"\n|\n"); }

// --- What is read

// `12`, `_` for a blank, `/` for a sign for none, `!` for what cannot be read, `?` for what cannot
// be told, `x` for what is missing. What is inferred is 0, if it is not told: `_=12`.
std::string told(const Cell& cell) {
  if (cell.state == CellState::printed) return cell.value ? to_string(*cell.value) : "";
  if (cell.state == CellState::missing) return "x";
  std::string out = cell.state == CellState::blank         ? "_"
                    : cell.state == CellState::placeholder ? "/"
                    : cell.state == CellState::unreadable  ? "!"
                                                           : "?";
  if (cell.inferred.value_or(0) != 0) out += "=" + std::to_string(*cell.inferred);
  return out;
}

std::string row_of(const Answer& answer, std::string_view row) {
  std::string out;
  for (const Cell& cell : answer.cells) {
    if (cell.id.substr(0, cell.id.rfind('.')) != row) continue;
    if (!out.empty()) out += ' ';
    out += told(cell);
  }
  return out;
}

// What is wrong with the report, but for sections and rows that the small texts do not have.
std::string errors(const Answer& answer) {
  std::string out;
  for (const Finding& finding : answer.findings) {
    const bool figures = !finding.rule.starts_with("STRUCT.") && !finding.rule.starts_with("META.");
    if (finding.severity != Severity::error || !figures) continue;
    if (!out.empty()) out += ' ';
    out += finding.rule;
  }
  return out;
}

using Row = std::pair<std::string_view, std::string_view>;

// Just these rows are read, in the order of the form's columns, and nothing but `wrong` is said to
// be wrong.
void expect_rows(const std::u16string& text, std::initializer_list<Row> rows,
                 std::string_view wrong = "") {
  const Answer answer = check(text);
  std::set<std::string_view> expected;
  for (const auto& [row, cells] : rows) {
    expected.insert(row);
    EXPECT_EQ(row_of(answer, row), cells) << row << '\n' << utf8(text);
  }
  for (const Cell& cell : answer.cells) {
    if (expected.contains(cell.id.substr(0, cell.id.rfind('.')))) continue;
    EXPECT_EQ(told(cell), "x") << cell.id << '\n' << utf8(text);
  }
  EXPECT_EQ(errors(answer), wrong) << test::list_of_findings(answer) << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "") << utf8(text);
}

// --- Page marks

// Where line ends are lost, 「— 4 —」 stands in the place of a row whose cells are blank.
TEST(MixedDamage, PageMarksInALongLineAreNoFigures) {
  expect_rows(
      in_one_line(disclosure(
          u"规章 — 4 — 行政规范性文件 3 1 12\n"
          u"第二十条第(五)项 信息内容 本年处理决定数量 行政许可 15\n"
          u"第二十条第(六)项 信息内容 本年处理决定数量 行政处罚 21 行政强制 0\n"
          u"第二十条第(八)项 信息内容 本年收费金额(单位:万元) 行政事业性收费 8\n"
          u"五、存在的主要问题及改进情况\n"
          u"2021年完成7名信息员的轮训,栏目由28个并为19个。下一步,建立更新台账,每月通报一次。\n"
          u"信息发布前须经科室负责人、分管领导两级审查,各科室指定一名联络员,"
          u"负责本科室信息的整理、送审和归档。\n")),
      {{"disclosure.art20_1.normative", "3 1 12"},
       {"disclosure.art20_5.licensing", "15"},
       {"disclosure.art20_6.penalty", "21"},
       {"disclosure.art20_6.coercion", "0"},
       {"disclosure.art20_8.fees", "8"}});
}

// Blank cells leave no trace in a long line, so that a page's number may seem to fill one.
TEST(MixedDamage, APageMarkBehindTheFiguresOfALongLineIsNoneOfThem) {
  expect_rows(
      in_one_line(applications(u"一、本年新收政府信息公开申请数量 27 7 0 0 0 0 34\n"
                               u"二、上年结转政府信息公开申请数量 2 0 0 0 0 0 2\n"
                               u"三、本年度办理结果 (一)予以公开 9 3 0 0 0 0 12\n"
                               u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 5 0 0 0 0 0 5\n"
                               u"(三)不予公开 1.属于国家秘密 0 0 0 0 0 0 0\n"
                               u"2.其他法律行政法规禁止公开 6 4 0 10\n"
                               u"- 2 -\n"
                               u"3.危及“三安全一稳定” 0 0 0 0 0 0 0\n"
                               u"4.保护第三方合法权益 1 0 0 0 0 0 1\n"
                               u"5.属于三类内部事务信息 0 0 0 0 0 0 0\n"
                               u"- 3 -\n"
                               u"6.属于四类过程性信息 0 0 0 0 0 0 0\n")),
      {{"requests.new", "27 7 0 0 0 0 34"},
       {"requests.carried_in", "2 0 0 0 0 0 2"},
       {"requests.granted", "9 3 0 0 0 0 12"},
       {"requests.partial", "5 0 0 0 0 0 5"},
       {"requests.denied.state_secret", "0 0 0 0 0 0 0"},
       {"requests.denied.prohibited", "? ? ? ? ? ? ?"},
       {"requests.denied.safety", "0 0 0 0 0 0 0"},
       {"requests.denied.third_party", "1 0 0 0 0 0 1"},
       {"requests.denied.internal", "0 0 0 0 0 0 0"},
       {"requests.denied.process", "0 0 0 0 0 0 0"}});
}

TEST(MixedDamage, APageMarkBetweenHeadsAndFiguresIsNoFigure) {
  expect_rows(
      in_one_line(disputes(
          u"行政复议 行政诉讼\n"
          u"结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉\n"
          u"结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计\n"
          u"— 5 —\n"
          u"2 0 1 3 6 0 0 1 0 1 4 0 0 0 4\n"
          u"五、存在的主要问题及改进情况\n"
          u"2021年完成7名信息员的轮训,栏目由28个并为19个。下一步,建立更新台账,每月通报一次。\n"
          u"信息发布前须经科室负责人、分管领导两级审查,各科室指定一名联络员,"
          u"负责本科室信息的整理、送审和归档。\n")),
      {{"disputes.review", "2 0 1 3 6"},
       {"disputes.suit", "0 0 1 0 1"},
       {"disputes.suit_after_review", "4 0 0 0 4"}});
}

// 「— 3 —」 among dashes for none is a page's where such marks count on from page to page.
TEST(MixedDamage, PageMarksAmongSignsForNoneCountOn) {
  expect_rows(
      in_one_line(applications(u"— 2 —\n"
                               u"一、本年新收政府信息公开申请数量 27 3 — — 0 — 30\n"
                               u"二、上年结转政府信息公开申请数量 2 — — — — — 2\n"
                               u"三、本年度办理结果 (一)予以公开\n"
                               u"— 3 —\n"
                               u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 5 — — — — — 5\n"
                               u"(三)不予公开 1.属于国家秘密 — — — — — — —\n"
                               u"2.其他法律行政法规禁止公开 6 2 — — — — 8\n"
                               u"3.危及“三安全一稳定” — — — — — — —\n"
                               u"4.保护第三方合法权益 1 — — — — — 1\n")),
      {{"requests.new", "27 3 / / 0 / 30"},
       {"requests.carried_in", "2 / / / / / 2"},
       {"requests.partial", "5 / / / / / 5"},
       {"requests.denied.state_secret", "/ / / / / / /"},
       {"requests.denied.prohibited", "6 2 / / / / 8"},
       {"requests.denied.safety", "/ / / / / / /"},
       {"requests.denied.third_party", "1 / / / / / 1"}});
}

// As many figures and signs above the first label as a row has would put every row above its label.
TEST(MixedDamage, APageMarkAboveTheFirstLabelIsNoRow) {
  expect_rows(in_one_line(applications(u"- 5 -\n"
                                       u"一、本年新收政府信息公开申请数量 19 — — 0 — — 19\n"
                                       u"二、上年结转政府信息公开申请数量 — — — — — 0 —\n"
                                       u"三、本年度办理结果 (一)予以公开 0\n"
                                       u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 6\n"
                                       u"(三)不予公开 1.属于国家秘密 — — — — — — —\n"
                                       u"2.其他法律行政法规禁止公开 —\n"
                                       u"3.危及“三安全一稳定” — — — — — — —\n"
                                       u"7.属于行政执法案卷 13 — — — — — 13\n"
                                       u"8.属于行政查询事项 — — — — — — —\n"
                                       u"(七)总计 19 — — — — — 19\n"
                                       u"四、结转下年度继续办理 —\n")),
              {{"requests.new", "19 / / 0 / / 19"},
               {"requests.carried_in", "/ / / / / 0 /"},
               {"requests.granted", "? ? ? ? ? ? ?"},
               {"requests.partial", "? ? ? ? ? ? ?"},
               {"requests.denied.state_secret", "/ / / / / / /"},
               {"requests.denied.prohibited", "? ? ? ? ? ? ?"},
               {"requests.denied.safety", "/ / / / / / /"},
               {"requests.denied.enforcement", "13 / / / / / 13"},
               {"requests.denied.inquiry", "/ / / / / / /"},
               {"requests.handled", "19 / / / / / 19"},
               {"requests.carried_out", "? ? ? ? ? ? ?"}});
}

// 「3⏎— 4 —⏎0」: 30 would make the row add up, but no cell's text may hold a page's mark.
TEST(MixedDamage, APageMarkBetweenTwoPartsOfANumberPartsThem) {
  const std::u16string text = applications(
      u"一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n"
      u"二、上年结转政府信息公开申请数量 27 0 0 0 0 3 3\n"
      u"— 4 —\n"
      u"0\n"
      u"三、本年度办理结果 (一)予以公开 5 0 0 0 0 0 5\n"
      u"(四)无法提供 1.本机关不掌握相关政府信息 4 0 0 0 0 0 4\n");
  expect_rows(text,
              {{"requests.new", "9 0 0 0 0 0 9"},
               {"requests.carried_in", "27 0 0 0 0 3 3"},
               {"requests.granted", "5 0 0 0 0 0 5"},
               {"requests.unavailable.not_held", "4 0 0 0 0 0 4"}},
              "T3.ROW");
  EXPECT_EQ(test::find_cell(check(text), "requests.carried_in.total")->text, "3");
}

// A cell a line: a blank one leaves no line, the page's end adds one.
TEST(MixedDamage, ALineOfAPageMarkIsNoCell) {
  expect_rows(
      requests(one_a_line(u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 36 0 0 0 0 0 36\n"
                          u"(三)不予公开\n"
                          u"1.属于国家秘密 18 0 0 0 0 0 18\n"
                          u"2.其他法律行政法规禁止公开 0 0 0 0 0 15 第3页\n"
                          u"3.危及“三安全一稳定” 0 0 0 0 0 0 0\n"
                          u"4.保护第三方合法权益 0 0 0 0 0 0 0\n"
                          u"5.属于三类内部事务信息 0 0 0 0 0 0 0\n"
                          u"6.属于四类过程性信息 0 0 0 0 0 0 0\n"
                          u"7.属于行政执法案卷 0 0 0 0 0 0 0\n"
                          u"8.属于行政查询事项 0 0 0 0 0 0 0\n"
                          u"(七)总计\n")),
      {{"requests.partial", "36 0 0 0 0 0 36"},
       {"requests.denied.state_secret", "18 0 0 0 0 0 18"},
       {"requests.denied.prohibited", "? ? ? ? ? ? ?"},
       {"requests.denied.safety", "0 0 0 0 0 0 0"},
       {"requests.denied.third_party", "0 0 0 0 0 0 0"},
       {"requests.denied.internal", "0 0 0 0 0 0 0"},
       {"requests.denied.process", "0 0 0 0 0 0 0"},
       {"requests.denied.enforcement", "0 0 0 0 0 0 0"},
       {"requests.denied.inquiry", "0 0 0 0 0 0 0"}});
}

// A row with a blank cell is whole with the page's number below it.
TEST(MixedDamage, ANumberAloneBelowARowMayBeAPages) {
  expect_rows(disclosure(u"规章 2 0 9\n"
                         u"行政规范性文件 1 0 5\n"
                         u"第二十条第(五)项\n"
                         u"信息内容 上一年项目数量 本年增/减 处理决定数量\n"
                         u"行政许可 14 1 3\n"
                         u"其他对外管理服务事项 6 0 8\n"
                         u"第二十条第(六)项\n"
                         u"信息内容 上一年项目数量 本年增/减 处理决定数量\n"
                         u"行政处罚 4 0 6\n"
                         u"行政强制 17 0 19\n"
                         u"第二十条第(八)项\n"
                         u"信息内容 上一年项目数量 本年增/减\n"
                         u"行政事业性收费 0\n"
                         u"3\n"
                         u"第二十条第(九)项\n"
                         u"信息内容 采购项目数量 采购总金额\n"
                         u"政府集中采购 2 30.5\n"),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "14 1 3"},
               {"disclosure.art20_5.services", "6 0 8"},
               {"disclosure.art20_6.penalty", "4 0 6"},
               {"disclosure.art20_6.coercion", "17 0 19"},
               {"disclosure.art20_8.fees", "? ?"},
               {"disclosure.art20_9.procurement", "2 30.5"}});
}

// Words in the place of a figure, 「#REF!」 or a dash read as 「一」, and a page's number below the
// row: as many lines as it has cells.
TEST(MixedDamage, ALineForEachCellMayEndWithAPagesNumber) {
  expect_rows(applications(one_a_line(u"一、本年新收政府信息公开申请数量 61 0 0 0 0 0 61\n"
                                      u"(五)不予处理\n"
                                      u"4.无正当理由大量反复申请 2 0 0 0 0 0 2\n"
                                      u"5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0\n"
                                      u"(六)其他处理 #REF! 0 0 0 0 0 59 5\n"
                                      u"(七)总计 61 0 0 0 0 0 61\n"
                                      u"四、结转下年度继续办理 0 0 0 0 0 0 0\n")),
              {{"requests.new", "61 0 0 0 0 0 61"},
               {"requests.rejected.excessive", "2 0 0 0 0 0 2"},
               {"requests.rejected.reissue", "0 0 0 0 0 0 0"},
               {"requests.closed", "? ? ? ? ? ? ?"},
               {"requests.handled", "61 0 0 0 0 0 61"},
               {"requests.carried_out", "0 0 0 0 0 0 0"}});
  expect_rows(disclosure(one_a_line(u"规章 2 0 9\n"
                                    u"行政规范性文件 1 0 5\n"
                                    u"第二十条第(五)项\n"
                                    u"信息内容\n"
                                    u"上一年项目数量\n"
                                    u"本年增/减\n"
                                    u"处理决定数量\n"
                                    u"行政许可 14 1 3\n"
                                    u"其他对外管理服务事项 一 0 8\n"
                                    u"第二十条第(六)项\n"
                                    u"行政处罚 4 0 6\n"
                                    u"行政强制 0 一 0 3\n"
                                    u"上一年项目数量\n"
                                    u"本年增/减\n"
                                    u"行政事业性收费 2 0\n")),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "14 1 3"},
               {"disclosure.art20_5.services", "? ? ?"},
               {"disclosure.art20_6.penalty", "4 0 6"},
               {"disclosure.art20_6.coercion", "? ? ?"},
               {"disclosure.art20_8.fees", "2 0"}});
}

// --- Labels that stand for a row though they cannot be read

// A row without figures, and behind it in the same line 「(七)总记」 with its own.
TEST(MixedDamage, ANumberedShortLabelBehindAnotherIsARow) {
  expect_rows(applications(u"3.要求提供公开出版物 4.无正当理由大量反复申请 0 0 0 0 0 0 0 "
                           u"5.要求行政机关确认或重新出具已获取信息 (六)其他处理 (七)总记 0 0 0 0 "
                           u"0 0 0 四、结转下年度继续办理 0 0 0 0 0 0 0\n"),
              {{"requests.rejected.excessive", "0 0 0 0 0 0 0"},
               {"requests.handled", "0 0 0 0 0 0 0"},
               {"requests.carried_out", "0 0 0 0 0 0 0"}});
}

// Labels first, then their figures, one row fewer; the last label cannot be read.
TEST(MixedDamage, WordsAloneBetweenLabelsAndFiguresStandForARow) {
  expect_rows(applications(
                  u"4.无正当理由大量反复申请\n"
                  u"0 0 0 0 0 0 0\n"
                  u"5.要求行政机关确认或重新出具已获取信息\n"
                  u"(六)其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n"
                  u"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n"
                  u"3.其 它\n"
                  u"1 0 0 0 0 0 1\n"
                  u"0 0 0 0 0 0 0\n"
                  u"2 0 0 0 0 0 2\n"),
              {{"requests.rejected.excessive", "0 0 0 0 0 0 0"},
               {"requests.closed.unpaid", "? ? ? ? ? ? ?"}});
}

// Three lines of figures below four labels, the next label doubled.
TEST(MixedDamage, ALabelTwiceInALineOnceMisreadIsOneLabel) {
  expect_rows(
      applications(
          u"二、上年结转政府信息公开申请数量\n"
          u"0 0 0 0 0 0 0\n"
          u"5.要求行政机关确认或重新出具已获取信息 5.要求行政机关确认或重新出具已获取信 息\n"
          u"(六)其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n"
          u"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n"
          u"3.其他\n"
          u"1 0 0 0 0 0 1\n"
          u"0 0 0 0 0 0 0\n"
          u"2 0 0 0 0 0 2\n"
          u"(七) 总 记 (七)总计\n"),
      {{"requests.carried_in", "0 0 0 0 0 0 0"}, {"requests.closed.other", "? ? ? ? ? ? ?"}});
}

// Rows of which only the totals are filled, and as many lines as one row has cells.
TEST(MixedDamage, LinesBelowSeveralLabelsMayBeTheirTotals) {
  expect_rows(applications(u"三、本年度办理结果 (一)予以公开\n"
                           u"(二)部分公开(区分处理的,只计这一情形,不计其他情形)\n"
                           u"(三)不予公开 1.属于国家秘密\n"
                           u"2.其他法律行政法规禁止公开\n"
                           u"140\n"
                           u"0\n"
                           u"24\n"
                           u"13\n"
                           u"16\n"
                           u"0\n"
                           u"3\n"),
              {{"requests.denied.prohibited", "? ? ? ? ? ? ?"}});
}

// The first labels are cut so short that they cannot be found; their figures stand above the first
// that can.
TEST(MixedDamage, FiguresBehindALabelCutShortAreNotTheNextRows) {
  expect_rows(requests(u"申请人情况\n"
                       u"自然人法人或其他组织总计\n"
                       u"商业企业科研机构社会公益组织法律服务机构其他\n"
                       u"一、本年新收政府 - - 0 - 0 - 0\n"
                       u"二、上年结转政府 - - 0 0 0 0 0\n"
                       u"三、本年度办理结果(一)予以公开 0 - 0 - - - -\n"
                       u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) - 0 0 0 - 0 0\n"
                       u"(三)不予公开1.属于国家秘密 - - - 0 0 0 0\n"
                       u"2.其他法律行政 - 0 0 0 0 0 0\n"
                       u"3.危及“三安全一稳定” 0 0 0 0 - - -\n"
                       u"(六)其他处理 - - - 0 - - 0\n"
                       u"(七)总计 - 0 0 0 0 0 0\n"
                       u"四、结转下年度继续办理0000000\n"),
              {{"requests.granted", "0 / 0 / / / /"},
               {"requests.partial", "/ 0 0 0 / 0 0"},
               {"requests.denied.state_secret", "/ / / 0 0 0 0"},
               {"requests.denied.safety", "0 0 0 0 / / /"},
               {"requests.closed", "/ / / 0 / / 0"},
               {"requests.handled", "/ 0 0 0 0 0 0"},
               {"requests.carried_out", "0 0 0 0 0 0 0"}});
}

// 「行政许可」 broken into two cells and misread; its figure is blank.
TEST(MixedDamage, TheRestOfALabelInTheNextCellIsNoFigure) {
  expect_rows(disclosure(u"第二十条第(一)项\n"
                         u"信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
                         u"规章\t2\t0\t9\n"
                         u"行政规范性文件\t1\t0\t5\n"
                         u"信息内容\t本年处理决定数量\n"
                         u"行政\t讦可\t\n"
                         u"信息内容\t本年处理决定数量\n"
                         u"行政处罚\t3\n"
                         u"行政强制\t0\n"
                         u"信息内容\t本年收费金额(单位:万元)\n"
                         u"行政事业性收费\t8\n"),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "_"},
               {"disclosure.art20_6.penalty", "3"},
               {"disclosure.art20_6.coercion", "0"},
               {"disclosure.art20_8.fees", "8"}});
}

// What is left of a label beside merged cells stands below a row that lacks a figure.
TEST(MixedDamage, TheRestOfABrokenLabelBelowARowFillsNoCell) {
  expect_rows(applications(u"一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n"
                           u"二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                           u"三、本年度办\n"
                           u"理结果 (一)予以公开 7 0 0 0 0 0 7\n"
                           u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 0 0 0 0 0 3\n"
                           u"理結果\n"
                           u"(三)不予公开 1.属于国家秘密 0 0 0 0 0 0 0\n"),
              {{"requests.new", "9 0 0 0 0 0 9"},
               {"requests.carried_in", "1 0 0 0 0 0 1"},
               {"requests.granted", "7 0 0 0 0 0 7"},
               {"requests.partial", "? ? ? ? ? ? ?"},
               {"requests.denied.state_secret", "0 0 0 0 0 0 0"}});
  expect_rows(applications(u"6.属于四类过程性信息 1 0 0 0 0 0 1\n"
                           u"7.属于行政执法案卷 3 0 0 0 0 0 3\n"
                           u"8.属于行政查询事项 0 0 0 0 0 0 0\n"
                           u"(四)无\n"
                           u"1.本机关不掌握相关政府信息 1 2 0 0 0 6\n"
                           u"法提拱\n"
                           u"2.没有现成信息需要另行制作 0 0 0 0 0 0 0\n"),
              {{"requests.denied.process", "1 0 0 0 0 0 1"},
               {"requests.denied.enforcement", "3 0 0 0 0 0 3"},
               {"requests.denied.inquiry", "0 0 0 0 0 0 0"},
               {"requests.unavailable.not_held", "? ? ? ? ? ? ?"},
               {"requests.unavailable.not_compiled", "0 0 0 0 0 0 0"}});
}

// 「行政检查」, which the form does not have, broken behind 「行政」.
TEST(MixedDamage, ABrokenLabelWithAnotherEndIsAnotherRow) {
  expect_rows(disclosure(u"规章 2 0 9\n"
                         u"行政规范性文件 1 0 5\n"
                         u"第二十条第(五)项\n"
                         u"行政许可 14\n"
                         u"第二十条第(六)项\n"
                         u"行政处罚 3\n"
                         u"行政\n"
                         u"检查 22\n"
                         u"第二十条第(八)项\n"
                         u"行政事业性收费 8\n"),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "14"},
               {"disclosure.art20_6.penalty", "3"},
               {"disclosure.art20_8.fees", "8"}});
}

// 「行政检查(不含行政处罚、行政强制)」 a cell a line.
TEST(MixedDamage, RowsNamedInTheNoteOfAnUnknownRow) {
  expect_rows(disclosure(opened(u"第二十条第(一)项 |||\n"
                                u"信息内容 本年制发件数 本年废止件数 现行有效件数\n"
                                u"规章 2 0 9\n"
                                u"行政规范性文件 1 0 5\n"
                                u"信息内容 本年处理决定数量 ||\n"
                                u"行政许可 14 ||\n"
                                u"行政处罚 3 ||\n"
                                u"行政强制(包括网 上申请) 1 |\n"
                                u"行政检查(不含行政处罚、行政强制) 19 ||\n"
                                u"信息内容 本年收费金额(单位:万元) ||\n"
                                u"行政事业性收费 8 ||\n")),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "14"},
               {"disclosure.art20_6.penalty", "3"},
               {"disclosure.art20_6.coercion", "1"},
               {"disclosure.art20_8.fees", "8"}});
}

// A blank in the only cell of a row, words below it.
TEST(MixedDamage, TheLabelOfAnUnknownRowFillsNoCell) {
  expect_rows(disclosure(one_a_line(u"规章 2 0 9\n"
                                    u"行政规范性文件 1 0 5\n"
                                    u"行政许可 14\n"
                                    u"行政处罚 3\n"
                                    u"行政强制 0\n"
                                    u"行政事业性收费\n"
                                    u"本年度本机关政府\n")),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "14"},
               {"disclosure.art20_6.penalty", "3"},
               {"disclosure.art20_6.coercion", "0"}});
}

// A blank in the only cell of a row, 「行次」 below it.
TEST(MixedDamage, TheHeadOfTheNextTableFillsNoCell) {
  expect_rows(
      disclosure(
          u"规章 2 0 9\n"
          u"行政规范性文件 1 0 5\n"
          u"第二十条第(五)项\n"
          u"行政许可 14\n"
          u"第二十条第(六)项\n"
          u"行政处罚 3\n"
          u"行政强制 0\n"
          u"第二十条第(八)项\n"
          u"行政事业性收费\n"
          u"行次 (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) 申请人情况\n"),
      {{"disclosure.art20_1.rules", "2 0 9"},
       {"disclosure.art20_1.normative", "1 0 5"},
       {"disclosure.art20_5.licensing", "14"},
       {"disclosure.art20_6.penalty", "3"},
       {"disclosure.art20_6.coercion", "0"}});
}

// A cell a line and a blank that leaves none: 「(七」 stands where the total would.
TEST(MixedDamage, ABrokenNumberedLabelFillsNoCell) {
  expect_rows(
      requests(one_a_line(
          u"一、本年新收政府信息公开申请数量 0 94 41 0 0 0 135\n"
          u"二、上年结转政府信息公开申请数量 0 6 0 0 0 0 6\n"
          u"(一)予以公开 0 9 0 0 0 0 9\n"
          u"1.信访举报投诉类申请 0 0 0 0 0 0 0\n"
          u"2.重复申请 0 0 4 0 0 0 4\n"
          u"3.要求提供公开出版物 0 9 1 0 0 0 10\n"
          u"4.无正当理由大量反复申请 0 0 0 0 0 0 0\n"
          u"5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0\n"
          u"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 0 3 0 0 0 0 3\n"
          u"3.其他 0 57 0 0 0 0\n"
          u"(七\n"
          u")总计 0 100 41 0 0 0\n")),
      {{"requests.new", "0 94 41 0 0 0 135"},
       {"requests.carried_in", "0 6 0 0 0 0 6"},
       {"requests.granted", "0 9 0 0 0 0 9"},
       {"requests.rejected.petition", "0 0 0 0 0 0 0"},
       {"requests.rejected.duplicate", "0 0 4 0 0 0 4"},
       {"requests.rejected.publication", "0 9 1 0 0 0 10"},
       {"requests.rejected.excessive", "0 0 0 0 0 0 0"},
       {"requests.rejected.reissue", "0 0 0 0 0 0 0"},
       {"requests.closed.not_corrected", "0 3 0 0 0 0 3"},
       {"requests.closed.other", "? ? ? ? ? ? ?"},
       {"requests.handled", "? ? ? ? ? ? ?"}});
}

// 「小记」 for the column of subtotals that some forms have.
TEST(MixedDamage, AMisreadColumnIsAColumn) {
  expect_rows(requests(u"申请人情况 | |||||||||\n"
                       u"自然人 | 法人或其他组织 | 总计 | ||||||\n"
                       u"商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 小记 | |||||\n"
                       u"一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 3 | 3 | 4 | ||\n"
                       u"2.其他法律行政法规禁止公开 | 1 | 0 | | 0 | 0 | 0 | 0 | 1 | ||\n"
                       u"3.危及“三安全一稳定” | | 0 | 0 | ||| 0 | 0 | ||\n"
                       u"4.保护第三方合法权益 | ||| 0 | 2 | | 2 | 2 | ||\n"),
              {{"requests.new", "1 0 0 0 0 3 4"},
               {"requests.denied.prohibited", "1 0 _ 0 0 0 1"},
               {"requests.denied.safety", "_ 0 0 _ _ _ 0"},
               {"requests.denied.third_party", "_ _ _ 0 2 _ 2"}});
}

// --- Notes behind labels

TEST(MixedDamage, ANoteInTwoCellsIsPartOfItsLabel) {
  expect_rows(disclosure(opened(u"第二十条第(一)项 |||\n"
                                u"信息内容 本年制发件数 本年废止件数 现行有效件数\n"
                                u"规章(口径与上 年相同,共3类) 2 0 9\n"
                                u"行政规范性文件 1 0 5\n"
                                u"信息内容 本年处理 决定数量 |\n"
                                u"行政许可(截至 12月31日) 14 |\n"
                                u"行政处罚 3 ||\n"
                                u"行政强制(包括网 上申请、信函申请) 1 |\n"
                                u"信息内容 本年收费金额(单位:万元) ||\n"
                                u"行政事业性收费 8 ||\n")),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 5"},
               {"disclosure.art20_5.licensing", "14"},
               {"disclosure.art20_6.penalty", "3"},
               {"disclosure.art20_6.coercion", "1"},
               {"disclosure.art20_8.fees", "8"}});
  expect_rows(disclosure(u"第二十条第(一)项\n"
                         u"信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
                         u"规章\t2\t0\t9\n"
                         u"行政规范性文件(含\t直管单位2个)\t1\t0\t\n"
                         u"信息内容\t本年处理决定数量\n"
                         u"行政许可\t14\n"
                         u"信息内容\t本年处理决定数量\n"
                         u"行政处罚\t3\n"
                         u"行政强制\t0\n"
                         u"信息内容\t本年收费金额(单位:万元)\n"
                         u"行政事业性收费\t8\n"),
              {{"disclosure.art20_1.rules", "2 0 9"},
               {"disclosure.art20_1.normative", "1 0 _"},
               {"disclosure.art20_5.licensing", "14"},
               {"disclosure.art20_6.penalty", "3"},
               {"disclosure.art20_6.coercion", "0"},
               {"disclosure.art20_8.fees", "8"}});
}

// 「(截至1⏎2 月31日)」
TEST(MixedDamage, ANoteBrokenWithinANumberHasNoFigures) {
  expect_rows(applications(u"一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9\n"
                           u"二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                           u"三、本年度办理结果 (一)予以公开 5 0 0 0 0 0 5\n"
                           u"(四)无法提供 1.本机关不掌握相关政府信息 4 0 0 0 0 0 4\n"
                           u"2.没有现成信息需要\n"
                           u"另行制作(截至1\n"
                           u"2 月31日) 0 0 0 0 0 0 0\n"
                           u"3.补正后申请内容仍不明确 1 0 0 0 0 0 1\n"),
              {{"requests.new", "9 0 0 0 0 0 9"},
               {"requests.carried_in", "1 0 0 0 0 0 1"},
               {"requests.granted", "5 0 0 0 0 0 5"},
               {"requests.unavailable.not_held", "4 0 0 0 0 0 4"},
               {"requests.unavailable.not_compiled", "0 0 0 0 0 0 0"},
               {"requests.unavailable.unclear", "1 0 0 0 0 0 1"}});
}

// --- Numbers of rows

// 「0 1」 before the figures of a table cut apart, and 「04」 behind a row that lacks its total.
TEST(MixedDamage, RowCodesWithASpaceInThem) {
  expect_rows(requests(u"| 行次 | (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和) "
                       u"| 申请人情况 |\n"
                       u"|---|---|---|\n"
                       u"\n"
                       u"| 自然人 | 法人或其他组织 | 总计 |\n"
                       u"|---|---|---|\n"
                       u"\n"
                       u"| 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n"
                       u"|---|---|---|---|---|\n"
                       u"\n"
                       u"## 一、本年新收政府信息公开申请数量\n"
                       u"\n"
                       u"| 0 1 | 12 | 0 | 0 | 0 | 0 | 0 | 12 |\n"
                       u"|---|---|---|---|---|---|---|---|\n"
                       u"\n"
                       u"## 二、上年结转政府信息公开申请数量\n"
                       u"\n"
                       u"| 02 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                       u"|---|---|---|---|---|---|---|---|\n"
                       u"\n"
                       u"## 三、本年度办理结果\n"
                       u"\n"
                       u"| 03 | (一)予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                       u"|---|---|---|---|---|---|---|---|---|\n"
                       u"\n"
                       u"| 04 | (二)部分公开(区分处理的,只计这一情形,不计其他情形) | 9 | 0 | 0 | 0 "
                       u"| 0 | 0 | 9 |\n"
                       u"|---|---|---|---|---|---|---|---|---|\n"
                       u"\n"
                       u"## (三)不予公开\n"
                       u"\n"
                       u"| 05 | 1.属于国家秘密 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
                       u"|---|---|---|---|---|---|---|---|---|\n"
                       u"\n"
                       u"| 0 6 | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
                       u"|---|---|---|---|---|---|---|---|---|\n"),
              {{"requests.new", "12 0 0 0 0 0 12"},
               {"requests.carried_in", "0 0 0 0 0 0 0"},
               {"requests.granted", "0 0 0 0 0 0 0"},
               {"requests.partial", "9 0 0 0 0 0 9"},
               {"requests.denied.state_secret", "3 0 0 0 0 0 3"},
               {"requests.denied.prohibited", "0 0 0 0 0 0 0"}});
  expect_rows(in_one_line(applications(
                  u"行次\n"
                  u"01 一、本年新收政府信息公开申请数量 5 0 0 0 0 2 7\n"
                  u"0 2 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                  u"0 3 三、本年度办理结果 (一)予以公开 0 0 0 0 0 2\n"
                  u"04 (二)部分公开(区分处理的,只计这一情形,不计其他情形) 3 0 0 0 0 0 3\n"
                  u"0 5 (三)不予公开 1.属于国家秘密 0 0 0 0 0 0 0\n"
                  u"0\u30006 2.其他法律行政法规禁止公开 0 0 0 0 0 0 0\n"
                  u"0\u30007 3 .危及“三安全一稳定” 0 0 0 0 0 0 0\n"
                  u"08 4\u3000.保护第三\u3000方合法权益 0 0 0 0 0 0 0\n"
                  u"0 9 5 .属于三类内部事务信息 0 0 0 0 0 0 0\n"
                  u"1 0 6. 属于四类过程性信息 0 0 0 0 0 0 0\n"
                  u"1\u30001 7 .属 于行政执法案卷 0 0 0 0 0 0 0\n"
                  u"12 8 .属 于行政查询事项 0 0 0 0 0 0 0\n"
                  u"21 (六)其他处理 0 0 0 0 0 0 0\n"
                  u"22 (七)总计 6 0 0 0 0 2 8\n"
                  u"2 3 四、结转下年度继\u3000续办理 0 0 0 0 0 0 0\n")),
              {{"requests.new", "5 0 0 0 0 2 7"},
               {"requests.carried_in", "1 0 0 0 0 0 1"},
               {"requests.granted", "? ? ? ? ? ? ?"},
               {"requests.partial", "3 0 0 0 0 0 3"},
               {"requests.denied.state_secret", "0 0 0 0 0 0 0"},
               {"requests.denied.prohibited", "0 0 0 0 0 0 0"},
               {"requests.denied.safety", "0 0 0 0 0 0 0"},
               {"requests.denied.third_party", "0 0 0 0 0 0 0"},
               {"requests.denied.internal", "0 0 0 0 0 0 0"},
               {"requests.denied.process", "0 0 0 0 0 0 0"},
               {"requests.denied.enforcement", "0 0 0 0 0 0 0"},
               {"requests.denied.inquiry", "0 0 0 0 0 0 0"},
               {"requests.closed", "0 0 0 0 0 0 0"},
               {"requests.handled", "6 0 0 0 0 2 8"},
               {"requests.carried_out", "0 0 0 0 0 0 0"}});
}

// 「6 0 0 0 0 0 1 1」: a blank total and the next row's number; without the 6 it adds up as well.
TEST(MixedDamage, ARowCodeIsNoTotal) {
  expect_rows(in_one_line(applications(
                  u"行次\n"
                  u"01 一、本年新收政府信息公开申请数量 9 0 0 0 0 2 11\n"
                  u"02 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n"
                  u"03 (一)予以公开 0 0 0 0 0 2 2\n"
                  u"0 4 (二)部分公开(区分处理的,只计这一情形,不计其他情形) 3 0 0 0 0 0 3\n"
                  u"05 (三)不予公开 1.属于国家秘密 0 0 0 0 0 0 0\n"
                  u"06 2.其他法律行政法规禁止公开 0 0 0 0 0 0 0\n"
                  u"0 7 3.危及“三安全一稳定” 0 0 0 0 0 0 0\n"
                  u"08 4.保护第三方合法权益 0 0 0 0 0 0 0\n"
                  u"09 5.属于三类内部事务信息 0 0 0 0 0 0 0\n"
                  u"10 6.属于四类过程性信息 6 0 0 0 0 0\n"
                  u"1 1 7.属于行政执法案卷 0 0 0 0 0 0 0\n"
                  u"1 2 8.属于行政查询事项 0 0 0 0 0 0 0\n")),
              {{"requests.new", "9 0 0 0 0 2 11"},
               {"requests.carried_in", "1 0 0 0 0 0 1"},
               {"requests.granted", "0 0 0 0 0 2 2"},
               {"requests.partial", "3 0 0 0 0 0 3"},
               {"requests.denied.state_secret", "0 0 0 0 0 0 0"},
               {"requests.denied.prohibited", "0 0 0 0 0 0 0"},
               {"requests.denied.safety", "0 0 0 0 0 0 0"},
               {"requests.denied.third_party", "0 0 0 0 0 0 0"},
               {"requests.denied.internal", "0 0 0 0 0 0 0"},
               {"requests.denied.process", "? ? ? ? ? ? ?"},
               {"requests.denied.enforcement", "0 0 0 0 0 0 0"},
               {"requests.denied.inquiry", "0 0 0 0 0 0 0"}});
}

// 「0 4」 before the label that stands behind others without figures is no cell of theirs.
TEST(MixedDamage, RowCodesBeforeLabelsWithoutFigures) {
  expect_rows(applications(u"01 一、本年新收政府信息公开申请数量\n"
                           u"02 二、上年结转政府信息公开申请数量\n"
                           u"03 三、本年度办理结果 (一)予以公开\n"
                           u"0 4 (二)部分公开(区分处理的,只计这一情形,不计其他情形)\n"
                           u"3 0 0 0 0 0 3\n"
                           u"06 2.其他法律行政法规禁止公开\n"),
              {{"requests.partial", "? ? ? ? ? ? ?"}});
}

// A page's number and 「0 5」 before the first label, cells below labels further down.
TEST(MixedDamage, ACodeBesideTheFirstLabelIsNoFigureAboveIt) {
  expect_rows(requests(u"5\n"
                       u"0\u30005 1.属于国家秘密 8 3 0 0 0 0 11\n"
                       u"21 (六)其他处理 0 0 0 0 0 0 0\n"
                       u"22 (七)总计 41 12 0 0 0 0 53\n"
                       u"2 3 四、结转下年度继\n"
                       u"0 0 0 0 0 0 0\n"
                       u"续办理\n"),
              {{"requests.denied.state_secret", "8 3 0 0 0 0 11"},
               {"requests.closed", "0 0 0 0 0 0 0"},
               {"requests.handled", "41 12 0 0 0 0 53"},
               {"requests.carried_out", "0 0 0 0 0 0 0"}});
}

// --- Bars and cells

// The rest of a table is laid out with bars below its cells; its first row begins with empty cells.
TEST(MixedDamage, ALabelWithEmptyCellsBelowItIsACell) {
  expect_rows(
      requests(opened(u"一、本年新收政府信息公开申请数量 9 _ _ _ _ 0 9 ||\n"
                      u"三、本年度办理结果 (一)予以公开 4 0 _ _ _ 0 4 |\n"
                      u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 1 _ _ _ _ _ 1 ||\n") +
               closed_below(u"2.其他法律行政法规禁止公开 _ _ _ _ _ _ 0 ||\n"
                            u"3.危及“三安全一稳定” 2 _ _ _ _ _ 2 ||\n"
                            u"4.保护第三方合法权益 _ 0 _ _ _ _ 0 ||\n"
                            u"5.属于三类内部事务信息 0 0 0 0 0 0 0 ||\n")),
      {{"requests.new", "9 _ _ _ _ 0 9"},
       {"requests.granted", "4 0 _ _ _ 0 4"},
       {"requests.partial", "1 _ _ _ _ _ 1"},
       {"requests.denied.prohibited", "_ _ _ _ _ _ 0"},
       {"requests.denied.safety", "2 _ _ _ _ _ 2"},
       {"requests.denied.third_party", "_ 0 _ _ _ _ 0"},
       {"requests.denied.internal", "0 0 0 0 0 0 0"}});
  expect_rows(requests(std::u16string(
                           u"| 一、本年新收政府信息公开申请数量 | 9 |  |  |  |  | 0 | 9 |  |  |\n"
                           u"| 二、上年结转政府信息公开申请数量 |  |  |  |  |  |  | 0 |  |  |\n"
                           u"| 三、本年度办理结果 | (一)予以公开 | 4 | 0 |  |  |  | 0 | 4 |  |\n"
                           u"| (二)部分公开(区分处理的,只计这一情形,不计其他情形) | 1 |  |  |  |  "
                           u"|  | 1 |  |  |\n"
                           u"| 3.危及“三安全一稳定” | 2 |  |  |  |  |  | 2 |  |  |\n") +
                       closed_below(u"8.属于行政查询事项 _ _ _ _ 0 _ _ ||\n"
                                    u"(四)无法提供 1.本机关不掌握相关政府信息 _ _ _ _ _ _ _ |\n"
                                    u"2.没有现成信息需要另行制作 0 _ _ _ _ _ 0 ||\n")),
              {{"requests.new", "9 _ _ _ _ 0 9"},
               {"requests.carried_in", "_ _ _ _ _ _ 0"},
               {"requests.granted", "4 0 _ _ _ 0 4"},
               {"requests.partial", "1 _ _ _ _ _ 1"},
               {"requests.denied.safety", "2 _ _ _ _ _ 2"},
               {"requests.denied.inquiry", "_ _ _ _ 0 _ _"},
               {"requests.unavailable.not_held", "_ _ _ _ _ _ _"},
               {"requests.unavailable.not_compiled", "0 _ _ _ _ _ 0"}});
}

// 「 | |」 among cells that have a line each: two blanks or the width of one.
TEST(MixedDamage, BarsOnALineBetweenCellsMayBeEmptyCells) {
  expect_rows(
      applications(opened(u"一、本年新收政府信息公开申请数量 12 _ _ _ _ _ 12 ||\n"
                          u"二、上年结转政府信息公开申请数量 1 _ _ _ _ _ 1 ||\n"
                          u"三、本年度办理结果 (一)予以公开 4 _ _ _ _ _ 4 |\n"
                          u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) 1 _ _ _ _ _ 1 ||\n"
                          u"(三)不予公开 1.属于国家秘密 _|_| _ _ _ _ 0 _ |\n"
                          u"2.其他法律行政法规禁止公开 _ _ _ _ _ _ 0 ||\n")),
      {{"requests.new", "12 _ _ _ _ _ 12"},
       {"requests.carried_in", "1 _ _ _ _ _ 1"},
       {"requests.granted", "4 _ _ _ _ _ 4"},
       {"requests.partial", "1 _ _ _ _ _ 1"},
       {"requests.denied.state_secret", "? ? ? ? ? ? ?"},
       {"requests.denied.prohibited", "_ _ _ _ _ _ 0"}});
}

// With merged cells a row of one depth has as many bars as one of another, its cells a place
// further.
TEST(MixedDamage, RowsOfTwoMannersOfBarsDoNotVouchForEachOther) {
  expect_rows(
      requests(u"三、本年度办理结果 | (一)予以公开 | 2 | 5 | 0 | | | 0 | 7 | |\n"
               u"(二)部分公开(区分处理的,只计这一情形,不计其他情形) | | 0 | | | | 0 | | ||\n"
               u"8.属于行政查询事项 | | | |||||||\n"
               u"(四)无法提供 | 1.本机关不掌握相关政府信息 | 0 | 6 | | | 0 | | 6 | |\n"),
      {{"requests.granted", "2 5 0 _ _ 0 7"},
       {"requests.partial", "? ? ? ? ? ? ?"},
       {"requests.denied.inquiry", "_ _ _ _ _ _ _"},
       {"requests.unavailable.not_held", "0 6 _ _ 0 _ 6"}});
  expect_rows(requests(u"4.保护第 | 三方合法权益 | 1 | | | | | | 1 | |\n"
                       u"(四)无法提供 | 1.本机关不掌握相关政府信息 | 7 | 2 | | | | | 9 | |\n"
                       u"3.补正后申请内容仍不明确 | | | | | | | 0 | ||\n"
                       u"(五)不予处理 | 1.信访举报投诉类申请 | | 0 | ||||||\n"),
              {{"requests.denied.third_party", "1 _ _ _ _ _ 1"},
               {"requests.unavailable.not_held", "7 2 _ _ _ _ 9"},
               {"requests.unavailable.unclear", "? ? ? ? ? ? ?"},
               {"requests.rejected.petition", "? ? ? ? ? ? ?"}});
}

// The rest of a table is laid out with bars behind its cells; a row begins with a blank there.
TEST(MixedDamage, RowsWithBarsAtTheEndAloneDoNotStartLikeOthers) {
  expect_rows(
      requests(u"| 一、本年新收政府信息公开申请数量 |  |  | 9 | 0 | / | 0 | 0 | / | 9 |\n"
               u"| 二、上年结转政府信息公开申请数量 |  |  | 2 | / | 0 | / | 0 | 0 | 2 |\n"
               u"| 三、本年度办理结果 | (一)予以公开 |  | 3 | / | 0 | / | 0 | / | 3 |\n"
               u"|  | (二)部分公开(区分处理的,只计这一情形,不计其他情形) |  | 8 | 0 | 0 | 0 | 0 | "
               u"0 | 8 |\n"
               u"|  |  | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 "
               u"| 0 | 0 | 0 | 0 | / | / | 0 |\n"
               u"(七)总计 | | 0 | / | 0 | 0 | / | 11 | ||\n"
               u"四、结转下年度继续办理 | 0 | 0 | / | 0 | / | / | / | ||\n"),
      {{"requests.new", "9 0 / 0 0 / 9"},
       {"requests.carried_in", "2 / 0 / 0 0 2"},
       {"requests.granted", "3 / 0 / 0 / 3"},
       {"requests.partial", "8 0 0 0 0 0 8"},
       {"requests.closed.unpaid", "0 0 0 0 / / 0"},
       {"requests.handled", "_=11 0 / 0 0 / 11"},
       {"requests.carried_out", "0 0 / 0 / / /"}});
}

// Merged cells as wide as two: labels doubled, blanks behind them or not.
TEST(MixedDamage, ALabelInTwoColumnsTellsNothingOfTheOthersStart) {
  expect_rows(requests(opened(u"(三)不予公开 1.属于国家秘密 2 0 0 0 0 0 2 |\n"
                              u"2.其他法律行政法规禁止公开 7 0 0 0 0 0 7 ||\n"
                              u"(四)无法提供 1.本机关不掌握相关政府信息 5 0 0 0 0 0 5 |\n") +
                       u"|  | (六)其他处理 |  |  | 0 | 0 | 0 | 0 | 0 | 3 |  |\n"
                       u"|  | (七)总计 | (七)总计 | 17 | 0 | 0 | 0 | 0 | 0 | 17 |  |\n"
                       u"| 四、结转下年度继续办理 | 四、结转下年度继续办理 |  | 4 | 0 | 0 | 0 | 0 "
                       u"| 0 |  |  |\n"),
              {{"requests.denied.state_secret", "2 0 0 0 0 0 2"},
               {"requests.denied.prohibited", "7 0 0 0 0 0 7"},
               {"requests.unavailable.not_held", "5 0 0 0 0 0 5"},
               {"requests.closed", "? ? ? ? ? ? ?"},
               {"requests.handled", "17 0 0 0 0 0 17"},
               {"requests.carried_out", "? ? ? ? ? ? ?"}});
}

// 「待核实」 or 「?」 in the first cell of section 4.
TEST(MixedDamage, ARowWithoutLabelMayBeginWithWords) {
  expect_rows(
      disputes(u"| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |  |  |  |\n"
               u"|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
               u"| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  "
               u"| 复议后起诉 |  |  |  |  |  |  |  |\n"
               u"|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | "
               u"结果纠正 | 其他结果 | 尚未审结 | 总计 |  |  |  |\n"
               u"| 待核实 | 0 | 1 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |  |  |  |\n"),
      {{"disputes.review", "!=2 0 1 0 3"},
       {"disputes.suit", "0 0 0 0 0"},
       {"disputes.suit_after_review", "1 0 0 0 1"}},
      "CELL.NOT_NUMBER");
  expect_rows(
      disputes(u"| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |  |  |  |\n"
               u"|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
               u"| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 |  |  |  |  "
               u"| 复议后起诉 |  |  |  |  |  |  |  |\n"
               u"|  |  |  |  |  | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | "
               u"结果纠正 | 其他结果 | 尚未审结 | 总计 |  |  |  |\n"
               u"| ? | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |  |  |  |\n"),
      {{"disputes.review", "! 0 0 0 0"},
       {"disputes.suit", "0 0 0 0 0"},
       {"disputes.suit_after_review", "0 0 0 0 0"}},
      "CELL.NOT_NUMBER");
}

// Blanks among the figures of section 4, and below them a note that many bars trail.
TEST(MixedDamage, ARowWithoutLabelMayHaveEmptyCells) {
  expect_rows(disputes(u"| 行政复议 |  |  |  |  | 行政诉讼 |  |  |  |  |  |  |  |  |  |\n"
                       u"|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
                       u"| 结果 | 结果 | 其他 | 尚未 | 总计 | 未经复议直接起诉 |  |  |  |  | "
                       u"复议后起诉 |  |  |  |  |\n"
                       u"|  |  |  |  |  | 结果 | 结果 | 其他结果 | 尚未 | 总计 | 结果 | 结果 | "
                       u"其他结果 | 尚未审结 | 总计 |\n"
                       u"\n"
                       u"|  | 0 | 2 |  | 2 |  |  | 4 |  | 4 | 1 | 6 |  |  | 7 |\n"
                       u"|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
                       u"\n"
                       u"备注:以上数据由3个科室提供。 | |||||||||||||||||||||||||||||||\n"),
              {{"disputes.review", "_ 0 2 _ 2"},
               {"disputes.suit", "_ _ 4 _ 4"},
               {"disputes.suit_after_review", "1 6 _ _ 7"}});
}

// --- Lines left out

// A site leaves out every line that it has printed before: no row is what it seems.
TEST(MixedDamage, LinesThatDifferInSpacesAloneAreLeft) {
  expect_rows(report(u"二、主动公开政府信息情况\n"
                     u"第二十条第(一)项\n"
                     u"信息内容\n"
                     u"本年新制作数量\n"
                     u"本年新公开数量\n"
                     u"对外公开总数量\n"
                     u"规章\n"
                     u"2\n"
                     u" 0\n"
                     u"14\n"
                     u"行政规范性文件\n"
                     u"5\n"
                     u"0 \n"
                     u"38\n"
                     u"第二十条第(五)项\n"
                     u"上一年项目数量\n"
                     u"本年增/减\n"
                     u"处理决定数量\n"
                     u"行政许可\n"
                     u" 2\n"
                     u"21\n"
                     u"其他对外管理服务事项\n"
                     u"0\u3000\n"
                     u" 5\n"
                     u"17\n"
                     u"第二十条第(六)项\n"
                     u"行政处罚\n"
                     u" 14\n"
                     u" 0 \n"
                     u"9\n"
                     u"三、收到和处理政府信息公开申请情况\n"
                     u"自然人\n"
                     u"法人或其他组织\n"
                     u"总计\n"
                     u"一、本年新收政府信息公开申请数量\n"
                     u"61\n"
                     u"二、上年结转政府信息公开申请数量\n"
                     u"三、本年度办理结果\n"
                     u"(一)予以公开\n"
                     u"(三)不予公开\n"
                     u"1.属于国家秘密\n"
                     u"2.其他法律行政法规禁止公开\n"
                     u"3.危及“三安全一稳定”\n"
                     u"4.保护第三方合法权益\n"
                     u"5.属于三类内部事务信息\n"
                     u"6.属于四类过程性信息\n"
                     u"(七)总计\n"
                     u"四、结转下年度继续办理\n"),
              {{"disclosure.art20_1.rules", "? ? ?"},
               {"disclosure.art20_1.normative", "? ? ?"},
               {"disclosure.art20_5.licensing", "? ? ?"},
               {"disclosure.art20_5.services", "? ? ?"},
               {"disclosure.art20_6.penalty", "? ? ?"},
               {"requests.new", "? ? ? ? ? ? ?"}});
}

// Such a site, and a sign for none in the place of a figure.
TEST(MixedDamage, SignsAloneOnALineCountAsLines) {
  expect_rows(report(u"二、主动公开政府信息情况\n"
                     u"第二十条第(一)项\n"
                     u"信息内容\n"
                     u"本年制发件数\n"
                     u"本年废止件数\n"
                     u"现行有效件数\n"
                     u"规章\n"
                     u"0\n"
                     u"行政规范性文件\n"
                     u"4\n"
                     u"第二十条第(五)项\n"
                     u"本年处理决定数量\n"
                     u"行政许可\n"
                     u"第二十条第(六)项\n"
                     u"行政处罚\n"
                     u"无\n"
                     u"第二十条第(八)项\n"
                     u"本年收费金额(单位:万元)\n"
                     u"三、收到和处理政府信息公开申请情况\n"
                     u"自然人\n"
                     u"法人或其他组织\n"
                     u"总计\n"
                     u"一、本年新收政府信息公开申请数量\n"
                     u"二、上年结转政府信息公开申请数量\n"
                     u"三、本年度办理结果\n"
                     u"(一)予以公开\n"
                     u"(三)不予公开\n"
                     u"1.属于国家秘密\n"
                     u"2.其他法律行政法规禁止公开\n"
                     u"3.危及“三安全一稳定”\n"
                     u"4.保护第三方合法权益\n"
                     u"5.属于三类内部事务信息\n"
                     u"6.属于四类过程性信息\n"
                     u"(七)总计\n"
                     u"四、结转下年度继续办理\n"),
              {{"disclosure.art20_1.rules", "? ? ?"},
               {"disclosure.art20_1.normative", "? ? ?"},
               {"disclosure.art20_6.penalty", "?"}});
}

// A converter put a heading, another section's or the table's own again, between a label and its
// figures.
TEST(MixedDamage, AHeadingBetweenALabelAndItsRow) {
  test::Random random(83);
  const test::Report report(test::form_of("2021"), test::reconciled(test::form_of("2021"), random));
  for (const std::u16string_view heading :
       {u"## 二、主动公开政府信息情况", u"三、收到和处理政府信息公开申请情况"}) {
    for (const std::u16string_view label :
         {u"一、本年新收政府信息公开申请数量", u"二、上年结转政府信息公开申请数量"}) {
      std::u16string text = report.text();
      const std::size_t figures = text.find(u'|', text.find(label));
      ASSERT_NE(figures, std::u16string::npos);
      text.replace(figures, 1, u"\n\n" + std::u16string(heading) + u"\n\n|");
      const Answer answer = check(text);
      EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(heading);
      EXPECT_EQ(test::unread_numbers(answer, report.values), "") << utf8(heading);
    }
  }
}

}  // namespace
}  // namespace gouji
