// META.*: form, period, date of publication
#include <algorithm>
#include <cstdlib>

#include "narrative/dates.h"
#include "rules/agency_level.h"
#include "rules/review.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"META.FORM_YEAR", Severity::error, Basis::official,
     "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号"},
    {"META.BASIS", Severity::warning, Basis::practice, "核对惯例：引用当年适用的文件"},
    {"META.DEADLINE", Severity::error, Basis::official,
     "《中华人民共和国政府信息公开条例》第四十九条"},
    {"META.PERIOD", Severity::warning, Basis::practice, "核对惯例：统计期限为报告年度的全年"},
    {"META.YEAR", Severity::error, Basis::practice, "核对惯例：标题、统计期限和正文的年度一致"},
    {"META.STALE_YEAR", Severity::warning, Basis::practice, "核对惯例：引用当年或上一年的工作要点"},
    {"META.CONTENTS_MISMATCH", Severity::warning, Basis::practice,
     "核对惯例：引言所列内容与正文一致"},
};
constexpr const Rule& form_year = family[0];
constexpr const Rule& basis = family[1];
constexpr const Rule& deadline = family[2];
constexpr const Rule& period = family[3];
constexpr const Rule& year_differs = family[4];
constexpr const Rule& stale_year = family[5];
constexpr const Rule& contents = family[6];

constexpr int first_year = 2019;  // of the forms
constexpr std::size_t npos = std::u16string_view::npos;

class Checker {
 public:
  explicit Checker(Review& review)
      : review_(review),
        text_(review.prose.text()),
        year_(review.answer.year.value_or(0)),
        title_year_(review.particulars.title_year) {}

  void run() {
    find_period();
    forms();
    cited_letter();
    published();
    years();
    work_plans();
    preface();
  }

 private:
  Finding& tell(const Rule& rule, Stretch place, const char* pattern, const char* pattern_en,
                Figures figures) {
    return tell(rule, place, Message(pattern, pattern_en, figures));
  }
  Finding& tell(const Rule& rule, Stretch place, Message message) {
    Finding& finding = report(review_, rule, std::move(message));
    if (!place.empty()) finding.spans.push_back(text_.span(place));
    return finding;
  }

  // Whether the report itself says which year it is of.
  [[nodiscard]] bool year_is_sure() const {
    return year_ >= first_year && (year_ == title_year_ || (title_year_ == 0 && whole_year()));
  }

  // --- the period of the figures

  [[nodiscard]] bool whole_year() const {
    return !period_.empty() && from_.month == 1 && from_.day == 1 && to_.month == 12 &&
           to_.day == 31 && from_.year == to_.year;
  }

  // 「所列数据的统计期限自2023年1月1日起至12月31日止」
  void find_period() {
    constexpr const char16_t* leads =
        u"统计数据 数据统计 统计期 统计时 统计周期 统计年 统计起 统计口径 统计范围 统计区间 "
        u"统计的 所列数据 数据期限 数据时限 数据时间 报告期 年报内容涵盖 报告内容涵盖 报告涵盖";
    // 「统计数据显示，2023年1月至6月…」 is no period of the report's.
    constexpr const char16_t* leads_of_months =
        u"统计期 统计时 统计周期 统计区间 所列数据 数据期限 数据时限 数据时间 报告期";
    constexpr std::size_t longest = 30;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      Date from;
      const bool whole_date = date_at(text_, i, from);
      if (!whole_date && !month_at(i, from)) continue;
      std::size_t k = behind_hour(from.end);
      const std::size_t link = text_.begins(k, u"起至 起到 日至 开始至 起 至 到 - — ~ ,至 、至");
      if (link == 0) continue;
      k += link;
      if (text_[k] == text_[k - 1] && !is_digit(text_[k])) ++k;
      Date to;
      to.year = from.year;
      if (whole_date ? !date_at(text_, k, to) : !month_at(k, to)) {
        to.year = from.year;
        if (whole_date ? !day_at(text_, k, to) : !month_of_year_at(k, to)) continue;
      }
      if (!whole_date) to.day = last_day;
      const std::size_t begin = sentence_begin(i, longest);
      if (!holds(text_.slice({begin, i}), whole_date ? leads : leads_of_months)) continue;
      from_ = from;
      to_ = to;
      period_ = {i, to.end};
      return;
    }
  }

  // A period may be told in months: 「2023年1月至12月」. Its last day is that of any month.
  static constexpr int last_day = 31;

  [[nodiscard]] bool month_at(std::size_t i, Date& out) const {
    std::size_t k = i;
    out.year = year_at(text_, i, k);
    return out.year > 0 && month_of_year_at(k, out);
  }

  [[nodiscard]] bool month_of_year_at(std::size_t i, Date& out) const {
    constexpr int months = 12;
    std::size_t k = i;
    int month = 0;
    for (; k - i < 2 && is_digit(text_[k]); ++k) month = month * 10 + (text_[k] - u'0');
    if (text_[k] == u'月' && k > i)
      ++k;
    else if (text_.begins(k, u"- — ~ 至 到") == 0 || k == i)
      return false;
    if (month < 1 || month > months || is_digit(text_[k])) return false;
    out.month = month;
    out.day = 1;
    out.end = k;
    return true;
  }

  [[nodiscard]] std::size_t behind_hour(std::size_t i) const {
    std::size_t k = i;
    while (is_digit(text_[k])) ++k;
    return k > i && text_[k] == u'时' ? k + 1 : i;
  }

  // No farther back than `longest`.
  [[nodiscard]] std::size_t sentence_begin(std::size_t i, std::size_t longest) const {
    std::size_t begin = i;
    while (begin > 0 && i - begin < longest && !is_stop(text_[begin - 1])) --begin;
    return begin;
  }
  static bool is_stop(char16_t c) { return c == u'。' || c == u';' || c == u'!' || c == u'?'; }

  // --- form and letter

  void forms() {
    if (!year_is_sure()) return;
    const Form* const due = form_due(year_);
    if (due == nullptr) return;
    Message tables;
    const Form* other = nullptr;
    std::vector<Span> spans;
    for (const TableId id : {TableId::disclosure, TableId::requests}) {
      const TableReading& table = review_.tables.table(id);
      // Words of a menu name rows as well.
      constexpr std::size_t enough = 3;
      const std::span<const Cell> cells = review_.cells(id);
      const bool there = table.rows_seen >= enough &&
                         std::any_of(cells.begin(), cells.end(), [](const Cell& cell) {
                           return cell.state != CellState::missing;
                         });
      if (!there || table.form == nullptr || table.form == due) continue;
      other = table.form;
      tables.add_next("、", "{}", "{}", {id});
      if (table.span) spans.push_back(*table.span);
    }
    if (other == nullptr) return;
    Finding& finding = tell(form_year, {}, "{0} 年度应使用 {1} 版表式（{2}），{3}用的是 {4} 版表式",
                            "A report of {0} is to use the form of {1}; {3} uses that of {4}",
                            {year_, due->id(), due->data->document, tables, other->id()});
    finding.spans = std::move(spans);
  }

  // 「国办公开办函〔2019〕60号」: where it stands, empty if nowhere.
  [[nodiscard]] Stretch letter(const char16_t* year, const char16_t* number) const {
    for (std::size_t i = text_.find(u"公开办函", 0); i < text_.size();
         i = text_.find(u"公开办函", i + 1)) {
      constexpr const char16_t* brackets = u"〔 [ ( 【 〕 ] ) 】 年";
      std::size_t k = i + 4;
      k += text_.begins(k, brackets);
      if (text_.begins(k, year) == 0) continue;
      k += 4;
      k += text_.begins(k, brackets);
      const std::size_t length = text_.begins(k, number);
      if (length > 0) return {i, k + length};
    }
    return {};
  }

  void cited_letter() {
    if (year_ < first_year) return;
    const Stretch older = letter(u"2019", u"60号");
    const Stretch newer = letter(u"2021", u"30号");
    constexpr int change = 2021;
    const bool due_newer = year_ >= change;
    if (!(due_newer ? newer : older).empty()) return;
    const Stretch cited = due_newer ? older : newer;
    if (cited.empty()) return;
    const Message letters[] = {{"〔2019〕60号", "[2019] 60"}, {"〔2021〕30号", "[2021] 30"}};
    tell(basis, cited, "{} 年度的报告只引用了国办公开办函{}，该年度适用的是国办公开办函{}",
         "The report of {} cites only letter {}; {} is that of the year",
         {year_, letters[due_newer ? 0 : 1], letters[due_newer ? 1 : 0]});
  }

  // --- date of publication

  [[nodiscard]] Stretch place_of(const std::string& iso) const {
    const auto number = [&](std::size_t from, std::size_t count) {
      int value = 0;
      for (std::size_t i = from; i < from + count; ++i) value = value * 10 + (iso[i] - '0');
      return value;
    };
    for (std::size_t i = 0; i < text_.size(); ++i) {
      Date date;
      if (!due_date_at(text_, i, date)) continue;
      if (date.year == number(0, 4) && date.month == number(5, 2) && date.day == number(8, 2)) {
        return {i, date.end};
      }
    }
    return {};
  }

  void published() {
    const std::string& date = review_.answer.published;
    if (!year_is_sure() || date.empty()) return;
    const std::string next = std::to_string(year_ + 1);
    const bool behind_january = date > next + "-01-31";
    const bool behind_march = date > next + "-03-31";
    if (!behind_january) return;
    const Agency agency = agency_of(review_.answer.agency);
    const bool above = agency.level != AgencyLevel::township;  // at county level and above
    Message message("发布日期 {}", "Published on {}", {date});
    Severity severity = Severity::error;
    Basis stands_behind = deadline.basis;
    if (agency.kind == AgencyKind::department && above) {
      message.add("，晚于 1 月 31 日（条例第四十九条：县级以上人民政府部门）",
                  ", after 31 January (departments of governments at county level and above)");
    } else if (above && behind_march &&
               (agency.kind == AgencyKind::government || agency.kind == AgencyKind::office) &&
               agency.level != AgencyLevel::unknown) {
      message.add("，晚于 3 月 31 日（条例第四十九条：县级以上地方人民政府）",
                  ", after 31 March (governments at county level and above)");
    } else if (agency.kind == AgencyKind::office && above) {
      severity = Severity::info;
      message.add(
          "，晚于 1 月 31 日；条例第四十九条对部门的时限是 1 月 31 日，对政府是 3 月 31 日，"
          "请按报告主体核实",
          ", after 31 January, when departments are due; governments are by 31 March");
    } else if (behind_march) {
      severity = Severity::info;
      stands_behind = Basis::practice;
      message.add(
          above ? "，晚于 3 月 31 日；从名称看不出报告主体适用条例第四十九条的哪一时限，请核实"
                : "，晚于 3 月 31 日；条例第四十九条没有写明乡镇、街道的时限，请按本地要求核实",
          above ? ", after 31 March; which time limit applies cannot be told from the name"
                : ", after 31 March; the regulations name no time limit for townships");
    } else {
      return;
    }
    // A page that has been moved to another site often has the date of the move.
    if (severity == Severity::error && date > next + "-12-31") {
      severity = Severity::info;
      message.add("；也可能是网页迁移或重新上传的日期，请核实",
                  "; it may be the date on which the page was moved");
    }
    Finding& finding = tell(deadline, place_of(date), std::move(message));
    finding.severity = severity;
    if (stands_behind != finding.basis) {
      finding.basis = stands_behind;
      finding.basis_text = "核对惯例：按本地要求的时限";
    }
  }

  // --- years

  void years() {
    if (year_ == 0) return;
    if (!period_.empty()) {
      const std::string place = text_.printed(period_);
      if (whole_year() && title_year_ > 0 && from_.year != title_year_) {
        Finding& finding =
            tell(year_differs, period_, "标题写 {0} 年，统计期限是“{1}”，年度不一致",
                 "The title says {0}, the period is that of {2}", {title_year_, place, from_.year});
        point_to_title(finding);
        return;
      }
      if (!whole_year()) {
        tell(period, period_, "统计期限写的是“{0}”，不是 {1} 年 1 月 1 日至 12 月 31 日",
             "The period stated is not 1 January to 31 December {1}", {place, year_});
      }
    }
    if (title_year_ == 0) return;
    const Stretch other = report_of_another_year();
    if (!other.empty()) {
      year_of_text(other);
      return;
    }
    for (const int part : {1, 5, 6}) {
      const Stretch place = opening_of_another_year(part);
      if (place.empty()) continue;
      year_of_text(place);
      return;
    }
  }

  void point_to_title(Finding& finding) {
    const Stretch title = review_.particulars.title_place;
    if (!title.empty()) finding.spans.push_back(text_.span(title));
  }

  void year_of_text(Stretch place) {
    std::size_t end = 0;
    const int year = year_at(text_, place.begin, end);
    Finding& finding =
        tell(year_differs, place,
             "标题写 {} 年，正文写的是 {} 年：“{}…”；请核实是否沿用了其他年度的文稿",
             "The title says {}, the text {}: it may be left over from another year's report",
             {title_year_, year, text_.printed(place)});
    finding.severity = Severity::warning;
    point_to_title(finding);
  }

  // 「现公布…2022年政府信息公开工作年度报告」 before the first part.
  [[nodiscard]] Stretch report_of_another_year() const {
    constexpr std::size_t farthest = 30;
    for (const Sentence& sentence : review_.prose.part(0)) {
      Stretch place = sentence.place;
      // The line below the title may go on with it.
      const std::size_t title = review_.particulars.title_place.end;
      if (place.begin < title) place.begin = std::min(title, place.end);
      constexpr const char16_t* verbs = u"编制 现公布 现发布 现向社会 现将";
      if (!holds(text_.slice(place), verbs)) continue;
      for (std::size_t i = text_.find(u"年度报告", place.begin); i < place.end;
           i = text_.find(u"年度报告", i + 1)) {
        // What stands before such words is a link to another page.
        const Stretch before{place.begin, i};
        if (!holds(text_.slice(before), verbs)) continue;
        if (names_year(before, year_)) break;
        const std::size_t first = std::max(sentence.place.begin, i - std::min(farthest, i));
        for (std::size_t k = i; k-- > first && text_[k] != u'》' && text_[k] != u'《';) {
          std::size_t end = 0;
          const int year = year_at(text_, k, end);
          if (year == 0) continue;
          // 「(2019年修订)」 and 「2019年5月」 belong to something else.
          if (!is_digit(text_[end]) && text_[end] != u'修' && is_near(year)) return {k, i + 4};
          break;
        }
      }
    }
    return {};
  }

  [[nodiscard]] bool is_near(int year) const {
    constexpr int farthest = 3;
    return year != title_year_ && std::abs(year - title_year_) <= farthest;
  }

  [[nodiscard]] bool names_year(Stretch place, int year) const {
    for (std::size_t i = place.begin; i < place.end; ++i) {
      std::size_t end = 0;
      if (year_at(text_, i, end) == year) return true;
    }
    return false;
  }

  // A part that begins with 「2022年，」 or 「2022年度我局」 and never names the report's own year.
  [[nodiscard]] Stretch opening_of_another_year(int part) const {
    constexpr std::size_t shown = 16;
    const std::span<const Sentence> sentences = review_.prose.part(part);
    Stretch opening;
    for (const Sentence& sentence : sentences) {
      const std::u16string_view words = review_.prose.words(sentence);
      // The period of the figures is seldom what was forgotten.
      if (sentence.place.begin <= period_.begin && period_.begin < sentence.place.end) continue;
      if (names_year(sentence.place, title_year_) || holds(words, u"今年 本年 整改")) return {};
      const bool opens = sentence.opens || text_.line_ends(sentence.place.begin);
      if (!opening.empty() || !opens) continue;
      std::size_t end = 0;
      const int year = year_at(text_, sentence.place.begin, end);
      if (year == 0 || !is_near(year) || (part != 1 && year > title_year_)) continue;
      if (text_[end] == u'度') ++end;
      if (text_.begins(end, u", 我 本 全县 全市 全区 全镇 全乡") == 0) continue;
      opening = {sentence.place.begin, std::min(sentence.place.end, sentence.place.begin + shown)};
    }
    return opening;
  }

  // --- work plans of other years

  void work_plans() {
    constexpr std::size_t farthest = 40;
    constexpr int oldest = 2;
    if (!year_is_sure()) return;
    for (std::size_t i = text_.find(u"工作要点", 0); i < text_.size();
         i = text_.find(u"工作要点", i + 1)) {
      const std::size_t first = sentence_begin(i, farthest);
      for (std::size_t k = i; k-- > first && text_[k] != u'》';) {
        std::size_t end = 0;
        const int year = year_at(text_, k, end);
        if (year == 0) continue;
        const std::u16string_view between = text_.slice({end, i});
        if (year > year_ - oldest || between.find(u"公开") == npos || is_digit(text_[end])) break;
        if (beside_due_plan(i)) break;
        tell(stale_year, {k, i + 4}, "{} 年度的报告引用了 {} 年的工作要点：“{}”",
             "The report of {} cites the work plan of {}",
             {year_, year, text_.printed({k, i + 4})});
        return;
      }
    }
  }

  // 「落实《2023年…工作要点》，巩固《2021年…工作要点》的成果」: named on purpose.
  [[nodiscard]] bool beside_due_plan(std::size_t plan) const {
    constexpr std::size_t farthest = 60;
    const std::size_t from = plan - std::min(plan, farthest);
    for (std::size_t i = text_.find(u"工作要点", from); i < plan + farthest;
         i = text_.find(u"工作要点", i + 1)) {
      if (i == plan) continue;
      const Stretch words{std::max(sentence_begin(i, farthest), i < plan ? 0 : plan + 4), i};
      if (names_year(words, year_) || names_year(words, year_ - 1)) return true;
    }
    return false;
  }

  // --- what the preface says that the report has

  // 「内容包括总体情况、…、附表」: the parts are listed with commas between them.
  void preface() {
    constexpr std::size_t farthest = 400;
    const std::size_t body = first_heading();
    if (body == npos) return;
    for (std::size_t i = 0; i < std::min(body, text_.size()); ++i) {
      const std::size_t lead =
          text_.begins(i, u"内容包括 报告包括 报告包含 主要包括 报告由 内容为");
      if (lead == 0) continue;
      Stretch list{i + lead, i + lead};
      while (list.end < body && list.size() < farthest && !is_stop(text_[list.end])) ++list.end;
      listed(list);
      return;
    }
  }

  [[nodiscard]] std::size_t first_heading() const {
    const std::span<const Section> sections = review_.answer.sections;
    if (sections.empty()) return npos;
    const std::span<const Sentence> sentences = review_.prose.sentences();
    for (const Sentence& sentence : sentences) {
      if (review_.prose.span(sentence.place).begin >= sections.front().span.end) {
        return sentence.place.begin;
      }
    }
    return npos;
  }

  void listed(Stretch list) {
    constexpr std::size_t enough = 3;
    constexpr const char16_t* known =
        u"总体情况 概述 主动公开 申请 复议 诉讼 主要问题 存在问题 存在的问题 其他需要报告";
    std::size_t recognized = 0;
    std::vector<Stretch> others;
    for (std::size_t begin = list.begin; begin < list.end;) {
      std::size_t end = begin;
      while (end < list.end && text_[end] != u'、' && text_[end] != u',') ++end;
      const std::u16string_view item = text_.slice({begin, end});
      if (holds(item, known)) {
        ++recognized;
      } else {
        others.push_back({begin, end});
      }
      begin = end + 1;
    }
    if (recognized < enough) return;
    std::string items;
    Stretch place;
    for (const Stretch& item : others) {
      if (!is_item(item) || is_there(core_of(item), list.end)) continue;
      items += (items.empty() ? "“" : "、“") + text_.printed(item) + "”";
      if (place.empty()) place = item;
      place.end = item.end;
    }
    if (items.empty()) return;
    tell(contents, place, "引言所列的{0}，正文中没有找到",
         "The preface names parts that are not in the report ({1})", {items, others.size()});
  }

  // 「政府信息公开收费及减免情况」; 「等六个部分」 is none.
  [[nodiscard]] bool is_item(Stretch item) const {
    constexpr std::size_t shortest = 5;
    const std::u16string_view words = text_.slice(item);
    return words.size() >= shortest && ends_with(words, u"情况 措施 建议 事项 数据 统计 说明") > 0;
  }

  [[nodiscard]] Stretch core_of(Stretch item) const {
    constexpr const char16_t* before = u"政府信息公开工作 政府信息公开 政务公开工作 政务公开";
    const std::size_t length = text_.begins(item.begin, before);
    Stretch out{item.begin + length, item.end - text_.ends(item.end, u"工作情况 情况 事项 数据")};
    return out.size() >= 2 ? out : item;
  }

  // Whether one of an item's words, 「收费」 or 「减免」, stands behind the list: also with some
  // words between its characters, 「收取信息处理费」.
  [[nodiscard]] bool is_there(Stretch core, std::size_t from) const {
    constexpr std::size_t gap = 6;
    // 「收费及减免情况」 is told of where the fee is, in whatever words.
    if (holds(text_.slice(core), u"收费 减免 费用") && text_.find(u"处理费", from) < text_.size()) {
      return true;
    }
    for (std::size_t begin = core.begin; begin < core.end;) {
      std::size_t end = begin;
      while (end < core.end && text_.begins(end, u"及其 以及 及 和 与 、") == 0) ++end;
      for (const Sentence& sentence : review_.prose.sentences()) {
        if (sentence.place.begin < from) continue;
        if (follows({begin, end}, sentence.place, gap) || resembles({begin, end}, sentence)) {
          return true;
        }
      }
      for (const Section& section : review_.answer.sections) {
        if (section.title.find(text_.printed({begin, end})) != std::string::npos) return true;
      }
      begin = end + std::max<std::size_t>(1, text_.begins(end, u"及其 以及"));
    }
    return false;
  }

  // Half of its pairs of characters.
  [[nodiscard]] bool resembles(Stretch word, const Sentence& sentence) const {
    const std::u16string_view words = review_.prose.words(sentence);
    std::size_t pairs = 0;
    for (std::size_t i = word.begin; i + 1 < word.end; ++i) {
      pairs += words.find(text_.slice({i, i + 2})) != npos ? 1 : 0;
    }
    return word.size() > 2 && pairs * 2 >= word.size() - 1;
  }

  [[nodiscard]] bool follows(Stretch word, Stretch place, std::size_t gap) const {
    for (std::size_t i = place.begin; i < place.end; ++i) {
      std::size_t k = i;
      std::size_t found = word.begin;
      while (found < word.end && k < place.end && k - i <= word.size() + gap) {
        if (text_[k] == text_[found]) {
          ++found;
        } else if (k == i) {
          break;
        }
        ++k;
      }
      if (found == word.end) return true;
    }
    return false;
  }

  Review& review_;
  const Gapless& text_;
  int year_ = 0;
  int title_year_ = 0;
  Date from_;
  Date to_;
  Stretch period_;
};

}  // namespace

std::span<const Rule> particulars_rules() { return family; }

void check_particulars(Review& review) { Checker(review).run(); }

}  // namespace gouji
