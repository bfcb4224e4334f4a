// Which parts and tables the report has: STRUCT.*, META.UNKNOWN_FORM
#include <algorithm>

#include "rules/review.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule unknown_form = {"META.UNKNOWN_FORM", Severity::info, Basis::honesty,
                               "本工具只核对 2019 年起的两版统一表式"};
constexpr Rule section_missing = {"STRUCT.SECTION_MISSING", Severity::error, Basis::official,
                                  "《中华人民共和国政府信息公开条例》第五十条"};
constexpr Rule table_lost = {"STRUCT.TABLE_LOST", Severity::error, Basis::honesty,
                             "标题在，表格不在所给文字中"};

constexpr Rule labels_only = {"STRUCT.LABELS_ONLY", Severity::warning, Basis::honesty,
                              "行名和表头在，数值不在所给文字中"};

constexpr Rule several_reports = {"DOC.SEVERAL_REPORTS", Severity::warning, Basis::honesty,
                                  "一次核对一份报告"};

constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六"};
constexpr std::string_view titles[] = {"总体情况",
                                       "主动公开政府信息情况",
                                       "收到和处理政府信息公开申请情况",
                                       "政府信息公开行政复议、行政诉讼情况",
                                       "存在的主要问题及改进情况",
                                       "其他需要报告的事项"};

const TableReading& reading(const Review& review, TableId id) {
  return review.tables.tables[static_cast<std::size_t>(id)];
}

bool has_part(const Review& review, int number) {
  for (const Section& section : review.answer.sections) {
    if (section.number == number) return true;
  }
  if (number < 2 || number > 4) return false;
  // A table without its heading is the part all the same.
  return reading(review, static_cast<TableId>(number - 2)).status != TableStatus::absent;
}

// A paste that plainly is not the whole report: no title and not both ends, or hardly any part.
bool is_fragment(const Review& review) {
  int parts = 0;
  for (int number = 1; number <= 6; ++number) parts += has_part(review, number) ? 1 : 0;
  if (parts <= 3) return true;
  return review.particulars.title.empty() && !(has_part(review, 1) && has_part(review, 6));
}

void check_sections(Review& review) {
  std::string names;
  std::string numbers;
  int count = 0;
  for (int number = 1; number <= 6; ++number) {
    if (has_part(review, number)) continue;
    const auto i = static_cast<std::size_t>(number - 1);
    names += (count > 0 ? "、" : "") + ("「" + std::string(numerals[i]) + "、") +
             std::string(titles[i]) + "」";
    numbers += (count > 0 ? ", " : "") + std::to_string(number);
    ++count;
  }
  if (count == 0) return;
  const bool fragment = is_fragment(review);
  Finding& finding = report(review, section_missing,
                            "没有找到" + names +
                                (fragment ? "；所给文字看来只是报告的一部分"
                                          : "，共缺 " + std::to_string(count) + " 个部分"),
                            "Not found: section " + numbers +
                                (fragment ? "; the text seems to be a part of a report only" : ""));
  if (fragment) finding.severity = Severity::info;
}

void check_lost_tables(Review& review) {
  for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
    const TableReading& table = reading(review, id);
    if (table.status != TableStatus::lost) continue;
    const auto part = static_cast<std::size_t>(id) + 1;
    Finding& finding = report(
        review, table_lost,
        "「" + std::string(numerals[part]) + "、" + std::string(titles[part]) +
            "」标题下没有表格；可能在复制时丢失，请从原网页或附件重新复制，或核实原报告是否缺表",
        std::string(table_name_en(id)) +
            " is not in the text, only its heading is; it may have been lost in copying");
    if (table.span) finding.spans.push_back(*table.span);
  }
}

void check_labels_only(Review& review) {
  for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
    const TableReading& table = reading(review, id);
    if (table.status != TableStatus::partial) continue;
    const std::span<const Cell> cells = review.cells(id);
    if (!std::all_of(cells.begin(), cells.end(),
                     [](const Cell& cell) { return cell.state == CellState::missing; })) {
      continue;
    }
    Finding& finding =
        report(review, labels_only,
               std::string(table_name(id)) +
                   "只有行名和表头，没有一个数值；可能在复制时丢失，请从原网页或附件重新复制",
               std::string(table_name_en(id)) +
                   " has its labels but no value; they may have been lost in copying");
    if (table.span) finding.spans.push_back(*table.span);
  }
}

void check_several(Review& review) {
  if (!review.document.others) return;
  Finding& finding =
      report(review, several_reports, "所给文字里不止一份报告：只核对了第一份；其余的请分别核对",
             "The text holds more than one report: only the first was checked");
  finding.spans.push_back(*review.document.others);
}

}  // namespace

void check_structure(Review& review) {
  if (review.answer.verdict == Verdict::unknown_form) {
    const std::u16string_view text = review.document.folded;
    const bool older = text.find(u"指标名称") != std::u16string_view::npos;
    report(review, unknown_form,
           older ? "这份报告用的是 2019 年以前的统计表（指标名称、计量单位），本工具不核对这种表式"
                 : "没有找到政府信息公开工作年度报告的表格或标题；请粘贴报告全文，"
                   "包括第二、三、四部分的表格",
           older ? "This report uses the tables of the years before 2019, which are not checked"
                 : "No table and no heading of an annual report on open government information "
                   "was found");
    return;
  }
  check_sections(review);
  check_lost_tables(review);
  check_labels_only(review);
  check_several(review);
}

}  // namespace gouji
