#include "narrative/particulars.h"

#include <algorithm>
#include <array>
#include <map>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::u16string_view numerals = u"〇一二三四五六七八九";

int numeral_value(char16_t c) {
  if (c == u'零' || c == u'○' || c == u'O' || c == u'o') return 0;
  const std::size_t at = numerals.find(c);
  return at == std::u16string_view::npos ? -1 : static_cast<int>(at);
}

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t end = 0;  // behind it
};

class Reader {
 public:
  explicit Reader(const Document& document) : document_(document), text_(document.folded) {}

  Particulars run() {
    find_title();
    if (!out_.year) find_year();
    find_published();
    if (out_.agency.empty()) find_agency();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char16_t at(std::size_t i) const { return i < text_.size() ? text_[i] : u'\0'; }
  [[nodiscard]] std::size_t skip(std::size_t i) const {
    while (i < text_.size() && is_space(text_[i])) ++i;
    return i;
  }
  [[nodiscard]] std::u16string_view line_text(const Line& line) const {
    return text_.substr(line.begin, line.end - line.begin);
  }
  // As given, without the spaces that converters put between digits and ideographs.
  [[nodiscard]] std::string printed(std::size_t begin, std::size_t end) const {
    const Span span = document_.normalized.original(begin, end);
    std::u16string out;
    for (const char16_t c : document_.source.substr(span.begin, span.end - span.begin)) {
      if (!is_space(c) && c != u'\n' && c != u'\r' && c != u'\t') out.push_back(c);
    }
    return to_utf8(out);
  }

  // A year in digits or numerals, 「2024年」 or 「二〇二四年」; `end` behind 年.
  [[nodiscard]] std::optional<int> year_at(std::size_t i, std::size_t& end) const {
    int year = 0;
    std::size_t k = i;
    for (int n = 0; n < 4; ++n, ++k) {
      const char16_t c = at(k);
      const int value = is_digit(at(i)) ? (is_digit(c) ? c - u'0' : -1) : numeral_value(c);
      if (value < 0) return std::nullopt;
      year = year * 10 + value;
    }
    if (is_digit(at(k)) || (i > 0 && is_digit(at(i - 1)))) return std::nullopt;
    k = skip(k);
    if (at(k) != u'年' || year < 2000 || year > 2099) return std::nullopt;
    end = k + 1;
    return year;
  }

  [[nodiscard]] bool starts(std::size_t i, std::u16string_view word) const {
    return text_.substr(std::min(i, text_.size())).starts_with(word);
  }

  // Where 「政府信息公开工作年度报告」 in one of its wordings ends, if it stands at `i`; its first
  // part may stand before the year: 「政府信息公开工作2019年度报告」.
  [[nodiscard]] std::optional<std::size_t> report_name(std::size_t i, bool subject_before) const {
    i = skip(i);
    if (subject_before) {
      for (const std::u16string_view word :
           {u"度工作报告", u"度报告", u"工作报告", u"报告", u"年报"}) {
        if (starts(i, word)) return i + word.size();
      }
      return std::nullopt;
    }
    if (at(i) == u'度') i = skip(i + 1);
    constexpr std::size_t longest = 24;
    bool subject = false;
    for (const std::u16string_view word :
         {u"政府信息公开", u"政府信息和政务公开", u"政务公开", u"信息公开"}) {
      if (starts(i, word)) {
        i += word.size();
        subject = true;
        break;
      }
    }
    if (!subject) return std::nullopt;
    for (std::size_t k = i; k < std::min(text_.size(), i + longest); ++k) {
      if (!is_han(text_[k]) && !is_space(text_[k])) return std::nullopt;
      if (starts(k, u"报告")) return k + 2;
      if (starts(k, u"年报")) return k + 2;
    }
    return std::nullopt;
  }

  // A title whose year stands in brackets behind it, from `bracket` to behind 年 at `after`.
  bool year_behind(int year, std::size_t bracket, std::size_t after) {
    std::size_t begin = bracket;
    while (begin > 0 && in_name(text_[begin - 1]) && bracket - begin < 80) --begin;
    if (!line_begins(begin)) return false;
    for (std::size_t i = begin; i < bracket; ++i) {
      const std::optional<std::size_t> end = report_name(i, false);
      if (!end || *end != bracket) continue;
      if (at(after) == u'度') ++after;
      if (at(after) == u')') ++after;
      out_.year = year;
      out_.agency = printed(begin, i);
      out_.title = printed(begin, after);
      return true;
    }
    return false;
  }

  // Where a 「政府信息公开工作」 that ends at `i` begins; `i` where there is none.
  [[nodiscard]] std::size_t subject_before(std::size_t i) const {
    const std::u16string_view before = text_.substr(0, i);
    for (const std::u16string_view word :
         {u"政府信息公开工作", u"政府信息公开", u"政务公开工作", u"信息公开工作"}) {
      if (before.ends_with(word)) return i - word.size();
    }
    return i;
  }

  static bool in_name(char16_t c) {
    return is_han(c) || c == u'(' || c == u')' || c == 0x00B7 || c == 0x3001;
  }

  void find_title() {
    constexpr std::size_t far = 20000;  // menus before the title can be long, but not without end
    int best = 0;
    const std::size_t limit = std::min(text_.size(), far);
    for (std::size_t i = 0; i < limit; ++i) {
      if (!is_digit(text_[i]) && numeral_value(text_[i]) < 0) continue;
      std::size_t after = 0;
      const std::optional<int> year = year_at(i, after);
      if (!year) continue;
      std::size_t begin = i;
      while (begin > 0 && is_space(text_[begin - 1])) --begin;
      const std::size_t subject = subject_before(begin);
      std::optional<std::size_t> end = report_name(after, subject != begin);
      if (!end && begin > 0 && text_[begin - 1] == u'(') {
        // 「…政府信息公开工作年度报告(2023年)」
        if (year_behind(*year, begin - 1, after)) break;
        continue;
      }
      if (!end) continue;
      begin = subject;
      std::size_t name_end = begin;
      while (begin > 0 && in_name(text_[begin - 1]) && name_end - begin < 60) --begin;
      if (at(begin) == 0x3001) ++begin;
      for (const std::u16string_view verb : {u"编制", u"现将", u"公布", u"发布"}) {
        if (starts(begin, verb)) begin += verb.size();
      }
      const std::u16string_view name = text_.substr(begin, name_end - begin);
      const bool own_line = line_begins(begin) && line_ends(*end);
      // Inside a sentence, a citation or a trail of links the report is only mentioned.
      int rank = own_line ? 4 : (line_begins(begin) ? 3 : 1);
      if (begin > 0 && (text_[begin - 1] == 0x300A || text_[begin - 1] == u'>')) rank = 0;
      if (name.find(u"关于") != std::u16string_view::npos) rank = std::min(rank, 1);
      if (rank == 1 && name.size() > 30) rank = 0;
      if (rank <= best) continue;
      best = rank;
      out_.year = year;
      out_.title = printed(name.empty() ? std::min(i, name_end) : begin, *end);
      out_.agency = printed(begin, name_end);
      if (name.empty()) agency_above(i);
      if (best == 4) break;
    }
  }

  [[nodiscard]] bool line_begins(std::size_t i) const {
    while (i > 0 && (is_space(text_[i - 1]) || text_[i - 1] == u'#' || text_[i - 1] == u'*' ||
                     text_[i - 1] == u'|')) {
      --i;
    }
    return i == 0 || text_[i - 1] == u'\n' || text_[i - 1] == u'\r' || text_[i - 1] == u'\t';
  }
  [[nodiscard]] bool line_ends(std::size_t i) const {
    while (i < text_.size() && (is_space(text_[i]) || text_[i] == u'*' || text_[i] == u'|')) ++i;
    return i >= text_.size() || text_[i] == u'\n' || text_[i] == u'\r' || text_[i] == u'\t';
  }

  // The words with which the names of agencies end.
  static bool is_agency(std::u16string_view name) {
    if (name.size() < 3 || name.size() > 40) return false;
    for (const std::u16string_view end :
         {u"政府",   u"局",   u"委员会", u"办公室", u"厅",   u"委",  u"部",
          u"办",     u"中心", u"处",     u"署",     u"院",   u"所",  u"管理局",
          u"办事处", u"总队", u"支队",   u"大队",   u"公司", u"学校"}) {
      if (name.ends_with(end)) return std::all_of(name.begin(), name.end(), in_name);
    }
    return false;
  }

  // The title broken in two: the agency's name on the line above.
  void agency_above(std::size_t i) {
    const std::vector<Line>& lines = document_.layout.lines;
    const auto line =
        std::partition_point(lines.begin(), lines.end(), [&](const Line& l) { return l.end <= i; });
    if (line == lines.begin() || line == lines.end()) return;
    const Line& above = *(line - 1);
    std::uint32_t begin = above.begin;
    std::uint32_t end = above.end;
    while (begin < end && (text_[begin] == u'#' || is_space(text_[begin]))) ++begin;
    if (!is_agency(text_.substr(begin, end - begin))) return;
    out_.agency = printed(begin, end);
    out_.title = out_.agency + out_.title;
  }

  void find_year() {
    // 「2024年1月1日至」: the period that the figures cover.
    std::map<int, std::size_t> spoken;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_digit(text_[i])) continue;
      std::size_t end = 0;
      const std::optional<int> year = year_at(i, end);
      if (!year) continue;
      ++spoken[*year];
      Date date;
      if (date_at(i, date) && date.month == 1 && date.day == 1) {
        const std::size_t next = skip(date.end);
        if (starts(next, u"至") || starts(next, u"起") || starts(next, u"到") || at(next) == u'-' ||
            at(next) == 0x2014) {
          out_.year = date.year;
          return;
        }
      }
    }
    std::size_t most = 0;
    bool alone = false;
    int found = 0;
    for (const auto& [year, count] : spoken) {
      if (count > most) {
        most = count;
        found = year;
        alone = true;
      } else if (count == most) {
        alone = false;
      }
    }
    if (alone && most >= 2) out_.year = found;
  }

  [[nodiscard]] static bool valid(const Date& date) {
    constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return date.year >= 2000 && date.year <= 2099 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days[static_cast<std::size_t>(date.month - 1)];
  }

  [[nodiscard]] std::optional<int> small_number(std::size_t& i) const {
    if (is_digit(at(i))) {
      int value = 0;
      const std::size_t first = i;
      while (is_digit(at(i)) && i - first < 3) value = value * 10 + (at(i++) - u'0');
      return i - first <= 2 ? std::optional(value) : std::nullopt;
    }
    int value = 0;
    bool any = false;
    bool ten = false;
    for (;; ++i) {
      if (at(i) == u'十') {
        value = value == 0 ? 10 : value * 10;
        ten = any = true;
        continue;
      }
      const int digit = numeral_value(at(i));
      if (digit < 0 || at(i) == u'O' || at(i) == u'o') break;
      value = ten ? value + digit : value * 10 + digit;
      any = true;
    }
    return any && value < 100 ? std::optional(value) : std::nullopt;
  }

  // 2024-01-29, 2024/1/29, 2024.01.29, 2024年1月29日, 二〇二四年一月二十九日
  bool date_at(std::size_t i, Date& out) const {
    if (i > 0 && is_digit(at(i - 1))) return false;
    int year = 0;
    std::size_t k = i;
    for (int n = 0; n < 4; ++n, ++k) {
      const int value =
          is_digit(at(i)) ? (is_digit(at(k)) ? at(k) - u'0' : -1) : numeral_value(at(k));
      if (value < 0) return false;
      year = year * 10 + value;
    }
    k = skip(k);
    const char16_t mark_of_year = at(k);
    const bool words = mark_of_year == u'年';
    if (!words && mark_of_year != u'-' && mark_of_year != u'/' && mark_of_year != u'.')
      return false;
    k = skip(k + 1);
    const std::optional<int> month = small_number(k);
    k = skip(k);
    if (!month || at(k) != (words ? u'月' : mark_of_year)) return false;
    k = skip(k + 1);
    const std::optional<int> day = small_number(k);
    if (!day) return false;
    const std::size_t after = skip(k);
    if (words && at(after) == u'日') k = after + 1;
    if (words && at(after) != u'日') return false;
    if (is_digit(at(k))) return false;
    out = {year, *month, *day, k};
    return valid(out);
  }

  void publish(const Date& date) {
    const auto two = [](int n) {
      return std::string{static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    };
    out_.published = std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
  }

  // A report of a year is published in a later one.
  [[nodiscard]] bool plausible(const Date& date) const {
    return !out_.year || date.year > *out_.year;
  }

  void find_published() {
    Date date;
    for (const std::u16string_view word :
         {u"发布日期", u"发布时间", u"公开日期", u"公开时间", u"发文日期", u"成文日期", u"生成日期",
          u"时间", u"日期"}) {
      for (std::size_t i = text_.find(word); i != std::u16string_view::npos;
           i = text_.find(word, i + 1)) {
        std::size_t k = i + word.size();
        while (k < i + word.size() + 4 && (at(k) == u':' || at(k) == u'|' || is_space(at(k)))) ++k;
        if (date_at(k, date) && plausible(date)) return publish(date);
      }
    }
    // A line that begins with a date: under the title, or as the signature at the end.
    const std::vector<Line>& lines = document_.layout.lines;
    const std::size_t first_section = out_sections_begin();
    for (const Line& line : lines) {
      if (line.begin >= first_section) break;
      const std::size_t end =
          line.pieces > 0 ? document_.layout.pieces[line.first_piece].end : line.end;
      if (date_at(line.begin, date) && plausible(date) && end <= date.end + 60 &&
          !starts(skip(date.end), u"至") && !starts(skip(date.end), u"起")) {
        return publish(date);
      }
    }
    for (std::size_t n = 0; n < std::min<std::size_t>(lines.size(), 12); ++n) {
      const Line& line = lines[lines.size() - 1 - n];
      if (date_at(line.begin, date) && plausible(date) && line.end - date.end <= 4) {
        return publish(date);
      }
    }
  }

  [[nodiscard]] std::size_t out_sections_begin() const {
    for (const Hit& hit : document_.labels) return hit.begin;
    return text_.size();
  }

  void find_agency() {
    // 《某某信息公开指南》 is issued by the agency it names.
    for (const std::u16string_view word :
         {u"政府信息公开指南》", u"信息公开指南》", u"政府信息公开目录》", u"信息公开目录》"}) {
      for (std::size_t end = text_.find(word); end != std::u16string_view::npos;
           end = text_.find(word, end + 1)) {
        const std::size_t begin = text_.rfind(u'\u300A', end);
        if (begin == std::u16string_view::npos || end - begin > 40) continue;
        const std::u16string_view name = text_.substr(begin + 1, end - begin - 1);
        if (is_agency(name)) {
          out_.agency = printed(begin + 1, end);
          return;
        }
      }
    }
    // The signature: a line of its own among the last.
    const std::vector<Line>& lines = document_.layout.lines;
    for (std::size_t n = 0; n < std::min<std::size_t>(lines.size(), 4); ++n) {
      const Line& line = lines[lines.size() - 1 - n];
      if (is_agency(line_text(line))) {
        out_.agency = printed(line.begin, line.end);
        return;
      }
    }
    find_government();
  }

  // 「2022年度榆垭乡人民政府…」: the only government that the text names after a year or at the
  // beginning of a line.
  void find_government() {
    constexpr std::u16string_view word = u"人民政府";
    constexpr std::u16string_view places = u"乡镇县区市州旗省盟";
    std::u16string_view found;
    std::size_t found_at = 0;
    for (std::size_t i = text_.find(word); i != std::u16string_view::npos;
         i = text_.find(word, i + 1)) {
      std::size_t begin = i;
      while (begin > 0 && is_han(text_[begin - 1]) && i - begin < 14) {
        if (text_[begin - 1] == u'年' || (begin > 1 && text_.substr(begin - 2, 2) == u"年度"))
          break;
        --begin;
      }
      if (i - begin < 2 || places.find(text_[i - 1]) == std::u16string_view::npos) continue;
      const bool after_year = begin > 0 && (text_[begin - 1] == u'年' || text_[begin - 1] == u'度');
      if (!after_year && !line_begins(begin)) continue;
      const std::u16string_view name = text_.substr(begin, i + word.size() - begin);
      if (!found.empty() && found != name) return;
      found = name;
      found_at = begin;
    }
    if (!found.empty()) out_.agency = printed(found_at, found_at + found.size());
  }

  const Document& document_;
  std::u16string_view text_;
  Particulars out_;
};

}  // namespace

Particulars read_particulars(const Document& document) { return Reader(document).run(); }

}  // namespace gouji
