// Which parts and tables the report has, and in which words: STRUCT.*, LABEL.*, META.UNKNOWN_FORM
#include <algorithm>
#include <array>
#include <optional>

#include "narrative/gapless.h"
#include "rules/form_rows.h"
#include "rules/headings.h"
#include "rules/label_typos.h"
#include "rules/review.h"
#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"META.UNKNOWN_FORM", Severity::info, Basis::honesty, "本工具只核对 2019 年起的两版统一表式"},
    {"DOC.SEVERAL_REPORTS", Severity::warning, Basis::honesty, "一次核对一份报告"},
    {"STRUCT.SECTION_MISSING", Severity::error, Basis::official,
     "《中华人民共和国政府信息公开条例》第五十条"},
    {"STRUCT.SECTION_ORDER", Severity::warning, Basis::practice, "核对惯例：按表式的次序"},
    {"STRUCT.SECTION_TITLE", Severity::info, Basis::practice, "核对惯例：标题与表式一致"},
    {"STRUCT.TABLE_LOST", Severity::error, Basis::honesty, "标题在，表格不在所给文字中"},
    {"STRUCT.LABELS_ONLY", Severity::warning, Basis::honesty, "行名和表头在，数值不在所给文字中"},
    {"STRUCT.ROW_MISSING", Severity::error, Basis::form, "统一表式的行"},
    {"STRUCT.ROW_EXTRA", Severity::info, Basis::form, "统一表式的行"},
    {"STRUCT.TEMPLATE_RESIDUE", Severity::warning, Basis::practice,
     "核对惯例：发布前把模板的提示文字换成实际内容"},
    {"LABEL.TYPO", Severity::info, Basis::practice, "核对惯例：行名和表头与表式一致"},
};
constexpr const Rule& unknown_form = family[0];
constexpr const Rule& several_reports = family[1];
constexpr const Rule& section_missing = family[2];
constexpr const Rule& section_order = family[3];
constexpr const Rule& section_title = family[4];
constexpr const Rule& table_lost = family[5];
constexpr const Rule& labels_only = family[6];
constexpr const Rule& row_missing = family[7];
constexpr const Rule& row_extra = family[8];
constexpr const Rule& template_residue = family[9];
constexpr const Rule& label_typo = family[10];

constexpr std::string_view numerals[] = {"一", "二", "三", "四", "五", "六"};
constexpr std::string_view titles[] = {"总体情况",
                                       "主动公开政府信息情况",
                                       "收到和处理政府信息公开申请情况",
                                       "政府信息公开行政复议、行政诉讼情况",
                                       "存在的主要问题及改进情况",
                                       "其他需要报告的事项"};

// By the parts' numbers.
using Parts = std::array<bool, 7>;

// A paste that plainly is not the whole report: no title and not both ends, or hardly any part.
bool is_fragment(const Review& review, const Parts& there) {
  constexpr std::ptrdiff_t few = 3;
  if (std::count(there.begin(), there.end(), true) <= few) return true;
  return review.particulars.title.empty() && !(there[1] && there[6]);
}

void check_sections(Review& review, const HeadingLists& lists) {
  Parts there{};
  Message names;
  int count = 0;
  for (int number = 1; number <= 6; ++number) {
    const auto i = static_cast<std::size_t>(number - 1);
    there[i + 1] = has_part(review, lists, number);
    if (there[i + 1]) continue;
    names.add_next("、", "「{0}、{1}」", "{2}", {numerals[i], titles[i], number});
    ++count;
  }
  if (count == 0) return;
  const bool fragment = is_fragment(review, there);
  Finding& finding =
      report(review, section_missing,
             fragment ? "没有找到{}；所给文字看来只是报告的一部分" : "没有找到{}，共缺 {} 个部分",
             fragment ? "Not found: section {}; the text seems to be a part of a report only"
                      : "Not found: section {}",
             {names, count});
  if (fragment) finding.severity = Severity::info;
}

void check_order(Review& review) {
  for (int number = 1; number <= 6; ++number) {
    if (section_of(review, number) != nullptr) continue;
    if (number >= 2 && number <= 4 &&
        review.tables.table(static_cast<TableId>(number - 2)).status != TableStatus::absent &&
        !is_table_misplaced(review, number)) {
      continue;
    }
    const Span place = misplaced_heading(review, number);
    if (place.empty()) continue;
    const auto i = static_cast<std::size_t>(number - 1);
    Finding& finding =
        report(review, section_order, "「{0}、{1}」这一部分不在表式的位置上，次序与表式不同",
               "Section {2} does not stand in its place among the others",
               {numerals[i], titles[i], number});
    finding.spans.push_back(place);
  }
}

// How many ideographs two titles have in common, in the same order.
std::size_t in_common(std::u16string_view a, std::u16string_view b) {
  std::vector<std::size_t> best(b.size() + 1, 0);
  for (const char16_t c : a) {
    std::size_t before = 0;
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t above = best[k + 1];
      best[k + 1] = b[k] == c ? before + 1 : std::max(above, best[k]);
      before = above;
    }
  }
  return best.back();
}

void check_titles(Review& review) {
  constexpr std::u16string_view due[] = {u"总体情况",
                                         u"主动公开政府信息情况",
                                         u"收到和处理政府信息公开申请情况",
                                         u"政府信息公开行政复议行政诉讼情况",
                                         u"存在的主要问题及改进情况",
                                         u"其他需要报告的事项"};
  // What each part is about, in whatever words.
  constexpr const char16_t* subjects[] = {
      u"总体 概况 概述 综述 概要", u"主动公开", u"申请", u"复议 诉讼",
      u"问题 不足 困难 短板",      u"其他 其它"};
  for (const Section& section : review.answer.sections) {
    const std::u16string_view form = due[static_cast<std::size_t>(section.number - 1)];
    std::u16string title = ideographs_of(folded_at(review.document, section.span));
    // Without its number a title that is not the form's is some other words.
    if (title.empty() || !is_numeral(title.front())) continue;
    title.erase(0, 1);
    const std::size_t same = in_common(title, form);
    if (holds(title, subjects[static_cast<std::size_t>(section.number - 1)])) continue;
    // A title that was cut off has all its characters in the form's.
    if (title.size() < 2 || same * 3 >= form.size() || same * 2 >= title.size()) continue;
    const auto i = static_cast<std::size_t>(section.number - 1);
    Finding& finding =
        report(review, section_title, "第{0}部分的标题写的是“{1}”，表式为「{0}、{2}」",
               "The title of section {3} is not the form's",
               {numerals[i], section.title, titles[i], section.number});
    finding.spans.push_back(section.span);
  }
}

void check_lost_tables(Review& review, const HeadingLists& lists) {
  for (const TableId id : all_tables) {
    const TableReading& table = review.tables.table(id);
    if (table.status != TableStatus::lost) continue;
    // A part that only a list names is not there at all.
    if (is_only_listed(review, lists, static_cast<int>(id) + 2)) continue;
    const auto part = static_cast<std::size_t>(id) + 1;
    Finding& finding = report(
        review, table_lost,
        "「{0}、{1}」标题下没有表格；可能在复制时丢失，请从原网页或附件重新复制，或核实原报告"
        "是否缺表",
        "{2} is not in the text, only its heading is; it may have been lost in copying",
        {numerals[part], titles[part], id});
    if (table.span) finding.spans.push_back(*table.span);
  }
}

void check_labels_only(Review& review) {
  for (const TableId id : all_tables) {
    const TableReading& table = review.tables.table(id);
    if (table.status != TableStatus::partial) continue;
    const std::span<const Cell> cells = review.cells(id);
    if (!std::all_of(cells.begin(), cells.end(),
                     [](const Cell& cell) { return cell.state == CellState::missing; })) {
      continue;
    }
    Finding& finding =
        report(review, labels_only,
               "{}只有行名和表头，没有一个数值；可能在复制时丢失，请从原网页或附件重新复制",
               "{} has its labels but no value; they may have been lost in copying", {id});
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

// --- words of a template

// 「XX单位」, 「202X年」, 「(填写…)」, 「(单位名称)」, 「(不少于200字)」, 「该部分以表格形式报告」.
class Residue {
 public:
  explicit Residue(const Gapless& text) : text_(text) {}

  [[nodiscard]] Stretch find() const {
    const std::size_t size = text_.size();
    for (std::size_t i = 0; i < size; ++i) {
      // Asked of every character: nearly none of them begins one.
      const char16_t c = text_[i];
      std::size_t length = 0;
      if (c == u'(' || c == u'[' || c == 0x3010 || c == 0x3014) {
        length = instruction_at(i);
      } else if (c == u'以') {
        length = text_.begins(i, u"以表格形式报告");
      } else if (is_mark(c)) {
        length = placeholder_at(i);
      }
      if (length > 0) return {i, i + length};
    }
    return {};
  }

 private:
  static bool is_blank(char16_t c) { return c == u'X' || c == u'x' || c == 0x00D7; }
  static bool is_circle(char16_t c) { return c == u'○' || c == 0x25EF; }
  static bool is_mark(char16_t c) { return is_blank(c) || is_circle(c) || c == u'_' || c == u'某'; }

  // In brackets of any kind.
  [[nodiscard]] std::size_t instruction_at(std::size_t i) const {
    constexpr std::size_t longest = 12;
    const std::size_t words = i + 1;
    if (const std::size_t asked = text_.begins(words, u"请填写 此处填 在此填"); asked > 0) {
      return asked + 1;
    }
    // Of forms that people fill in 「(填写率100%)」 and 「(填写后交窗口)」 tell.
    if (const std::size_t asked = text_.begins(words, u"填写"); asked > 0) {
      return text_.begins(words + asked, u"率 量 好 完 后 时 人 了 并 、 )") > 0 ? 0 : asked + 1;
    }
    if (const std::size_t name = text_.begins(words, u"单位名称 部门名称 机关名称 单位全称");
        name > 0) {
      return text_.begins(words + name, u") ] 】 〕") > 0 ? name + 2 : 0;
    }
    // How long the text is to be.
    std::size_t k = words + text_.begins(words, u"不少于 不超过 限");
    if (k == words || !is_digit(text_[k])) return 0;
    while (k - words < longest && is_digit(text_[k])) ++k;
    return text_.begins(k, u"字) 字以内) 字左右)") > 0 ? k + 1 - i : 0;
  }

  [[nodiscard]] std::size_t placeholder_at(std::size_t i) const {
    constexpr const char16_t* named = u"单位 部门 机关 人民政府 街道 县 市 区 镇 乡 局 省 委 办 年";
    const char16_t c = text_[i];
    const char16_t left = i > 0 ? text_[i - 1] : u'\0';
    if (is_latin(left) || left == c || is_numeral(left)) return 0;
    std::size_t end = i;
    while (is_blank(c) ? is_blank(text_[end]) : text_[end] == c) ++end;
    const std::size_t count = end - i;
    const std::size_t noun = text_.begins(end, named);
    const bool year = noun > 0 && text_[end] == u'年';
    // 「某某区」 in the middle of a sentence is one that is not to be known.
    if (c == u'某' && (count != 2 || (!text_.line_ends(i) && text_.ends(i, u"年, 年度,") == 0))) {
      return 0;
    }
    if (is_blank(c) && year && (count == 4 || text_.ends(i, u"20 202") > 0)) {
      return end + noun - i;
    }
    if (count >= 2 && noun > 0 && !year) return end + noun - i;
    // Crosses alone, but for plates, numbers and names of things.
    const bool apart = !is_digit(left) && !is_digit(text_[end]) && !is_latin(text_[end]);
    return is_blank(c) && count == 3 && apart && text_[end] != u'号' ? count : 0;
  }

  const Gapless& text_;
};

void check_residue(Review& review) {
  const Gapless& text = review.prose.text();
  const Stretch place = Residue(text).find();
  if (place.empty()) return;
  Finding& finding =
      report(review, template_residue, "“{}”看来是模板的提示或占位文字，请换成实际内容",
             "Words of the template seem to be left in", {text.printed(place)});
  finding.spans.push_back(text.span(place));
}

}  // namespace

std::span<const Rule> structure_rules() { return family; }

void check_structure(Review& review) {
  if (review.answer.verdict == Verdict::unknown_form) {
    const std::u16string_view text = review.document.folded;
    const int year = review.particulars.title_year;
    const bool older = text.find(u"指标名称") != std::u16string_view::npos ||
                       (year > 0 && form_due(year) == nullptr);
    report(review, unknown_form,
           older ? "这份报告用的是 2019 年以前的统计表（指标名称、计量单位），本工具不核对这种表式"
                 : "没有找到政府信息公开工作年度报告的表格或标题；请粘贴报告全文，"
                   "包括第二、三、四部分的表格",
           older ? "This report uses the tables of the years before 2019, which are not checked"
                 : "No table and no heading of an annual report on open government information "
                   "was found");
    return;
  }
  const HeadingLists lists(review.document);
  check_sections(review, lists);
  check_order(review);
  check_titles(review);
  check_lost_tables(review, lists);
  check_labels_only(review);
  check_rows(review, TableId::disclosure, row_missing, row_extra);
  check_rows(review, TableId::requests, row_missing, row_extra);
  check_label_typos(review, label_typo);
  check_residue(review);
  check_several(review);
}

}  // namespace gouji
