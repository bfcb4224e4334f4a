#include "narrative/particulars.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "narrative/dates.h"
#include "narrative/gapless.h"
#include "narrative/names.h"
#include "narrative/title.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::size_t npos = std::u16string_view::npos;

class Reader {
 public:
  Reader(const Document& document, const Gapless& text) : document_(document), text_(text) {
    if (!document.labels.empty()) {
      body_ = text_.place(document.labels.front().begin);
      behind_ = text_.place(document.labels.back().end);
    }
  }

  Particulars run() {
    find_signature();
    const int spoken = year_spoken_of();
    Title title = find_title(document_, text_, spoken, signed_by_);
    title_ = title.place;
    year_ = title.year > 0 ? title.year : spoken;
    Particulars out;
    out.title = std::move(title.text);
    out.title_place = title_;
    out.title_year = title.year;
    out.agency = std::move(title.agency);
    if (out.agency.empty()) {
      const Stretch agency = find_agency();
      out.agency = text_.printed(agency);
    }
    if (year_ > 0) out.year = year_;
    out.published = find_published();
    return out;
  }

 private:
  // A date from which a period runs to the end of the year: 「2024年1月1日至12月31日」.
  [[nodiscard]] bool begins_period(const Date& date) const {
    if (date.month != 1 || date.day != 1) return false;
    std::size_t i = date.end;
    const std::size_t to = text_.begins(i, u"起至 起到 止 起 至 到 - — ~ 、至 ,至");
    i += to;
    if (to == 0) return false;
    Date last;
    return !date_at(text_, i, last) || (last.year == date.year && last.month == 12);
  }

  [[nodiscard]] int year_spoken_of() const {
    std::array<std::size_t, 100> spoken{};
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!is_digit(text_[i])) continue;
      std::size_t end = 0;
      Date date;
      if (date_at(text_, i, date) && begins_period(date)) return date.year;
      const int year = year_at(text_, i, end);
      if (year > 0) ++spoken[static_cast<std::size_t>(year % 100)];
    }
    const auto most = std::max_element(spoken.begin(), spoken.end());
    const bool alone = std::count(spoken.begin(), spoken.end(), *most) == 1;
    return alone && *most >= 2 ? 2000 + static_cast<int>(most - spoken.begin()) : 0;
  }

  // A report of a year is published in a later one.
  [[nodiscard]] bool is_plausible(const Date& date) const { return date.year > year_; }

  // The signature: an agency and a date on lines beside each other or on one line, else an agency
  // among the last lines.
  void find_signature() {
    constexpr int most_lines = 25;
    constexpr int last_lines = 4;
    bool dated_below = false;
    Stretch last;
    Stretch below;
    std::size_t end = text_.size();
    for (int n = 0; n < most_lines && end > 0; ++n) {
      Stretch line = line_before(text_, end);
      if (line.empty()) {
        // Too long for either.
        do --end;
        while (end > 0 && !text_.line_ends(end));
        if (end <= behind_) break;
        dated_below = false;
        below = {};
        continue;
      }
      if (line.begin < behind_) break;
      end = line.begin;
      const std::size_t date = date_of_line(line);
      const Stretch agency = agency_of_line(text_, {line.begin, std::min(date, line.end)});
      if (!agency.empty() && (dated_below || date != npos)) {
        signed_by_ = agency;
        return;
      }
      if (date != npos && !below.empty()) {
        signed_by_ = below;
        return;
      }
      if (!agency.empty() && last.empty() && n < last_lines) last = agency;
      dated_below = date != npos;
      below = agency;
    }
    signed_by_ = last;
  }

  // Where on a line the date stands that ends it; npos if none does.
  [[nodiscard]] std::size_t date_of_line(Stretch line) const {
    Date date;
    for (std::size_t i = line.begin; i < line.end; ++i) {
      if (date_at(text_, i, date) && date.end <= line.end && line.end - date.end <= 1) return i;
    }
    return npos;
  }

  [[nodiscard]] Stretch find_agency() const {
    if (!signed_by_.empty()) return signed_by_;
    constexpr std::array<const char16_t*, 2> leads = {
        u"发布机构 发文机关 制发机关 发布机关 发文机构 发文单位 发布单位 公开主体 公开机构 "
        u"编制单位 "
        u"编制机关 责任单位",
        u"来源"};
    if (const Stretch given = agency_behind(leads[0]); !given.empty()) return given;
    // 「由某某编制」
    for (std::size_t i = text_.find(u"编制", 0); i < text_.size(); i = text_.find(u"编制", i + 1)) {
      const std::size_t by = text_.slice({name_begin(text_, i), i}).rfind(u'由');
      const Stretch name{name_begin(text_, i) + by + 1, i};
      if (by != npos && is_agency(text_.slice(name))) return name;
    }
    // 《某某信息公开指南》 is issued by the agency it names.
    for (std::size_t i = text_.find(u"》", 0); i < text_.size(); i = text_.find(u"》", i + 1)) {
      std::size_t guide =
          text_.ends(i, u"政府信息公开指南 信息公开指南 政府信息公开目录 信息公开目录");
      if (guide == 0) continue;
      if (text_.ends(i - guide, u"人民") > 0) guide -= 2;
      const Stretch name{name_begin(text_, i - guide), i - guide};
      if (text_[name.begin - 1] == u'《' && is_agency(text_.slice(name))) return name;
    }
    if (const Stretch given = agency_behind(leads[1]); !given.empty()) return given;
    return only_government();
  }

  // 「发布机构:青石县民政局」, above the report.
  [[nodiscard]] Stretch agency_behind(const char16_t* leads) const {
    constexpr std::size_t longest = 40;
    for (std::size_t i = 0; i < std::min(body_, text_.size()); ++i) {
      const std::size_t lead = text_.begins(i, leads);
      if (lead == 0) continue;
      Stretch name{i + lead, i + lead};
      if (text_[name.end] == u':') name.begin = ++name.end;
      if (name.begin == i + lead && text_.before(name.begin) == Break::none) continue;
      do ++name.end;
      while (name.end - name.begin < longest && text_.before(name.end) == Break::none &&
             is_name_character(text_[name.end]));
      const std::u16string_view found = text_.slice(name);
      if (is_agency(found) || is_place(found)) return name;
    }
    return {};
  }

  // 「2022年度榆垭乡人民政府…」: the only government that the text names after a year or at the
  // beginning of a line.
  [[nodiscard]] Stretch only_government() const {
    constexpr const char16_t* word = u"人民政府";
    constexpr std::size_t length = 4;
    constexpr std::size_t longest = 14;
    Stretch found;
    for (std::size_t i = text_.find(word, 0); i < text_.size(); i = text_.find(word, i + 1)) {
      std::size_t begin = i;
      while (begin > 0 && text_.before(begin) == Break::none && is_han(text_[begin - 1]) &&
             i - begin < longest && text_[begin - 1] != u'年' && text_.ends(begin, u"年度") == 0) {
        --begin;
      }
      const Stretch name{begin, i + length};
      if (!is_place(text_.slice({begin, i}))) continue;
      if (!text_.line_ends(begin) && text_.ends(begin, u"年 年度") == 0) continue;
      if (!found.empty() && text_.slice(found) != text_.slice(name)) return {};
      found = name;
    }
    return found;
  }

  [[nodiscard]] std::string find_published() const {
    Date date;
    if (const std::optional<bool> called = date_called_so(date)) {
      return *called ? written(date) : std::string();
    }
    if (date_under_title(date) || date_of_signature(date)) return written(date);
    return {};
  }

  static std::string written(const Date& date) {
    const auto two = [](int n) {
      return std::string{'-', static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    };
    return std::to_string(date.year) + two(date.month) + two(date.day);
  }

  // 发布日期, 成文日期 or only 日期; false for a damaged one, none where no date is called so.
  std::optional<bool> date_called_so(Date& out) const {
    constexpr std::array<const char16_t*, 2> kinds = {u"发布 公开 发表 发稿 刊发 上网",
                                                      u"发文 成文 生成 印发 制发 签发 公文 形成"};
    enum : std::uint8_t { none, damaged, whole };
    std::array<std::uint8_t, 3> state{};
    std::array<Date, 3> dates;
    for (std::size_t i = 2; i + 2 < text_.size(); ++i) {
      const bool issued = (text_[i] == u'于' || text_[i] == u':') && text_.ends(i, u"发布") > 0;
      if (!issued && text_.begins(i, u"日期 时间") == 0) continue;
      std::size_t kind = 0;
      while (!issued && kind < 2 && text_.ends(i, kinds[kind]) == 0) ++kind;
      if (kind == 2 && text_.before(i) == Break::none && is_han(text_[i - 1]) &&
          text_.ends(i, u"更新") == 0) {
        continue;
      }
      std::size_t k = i + (issued ? 1 : 2);
      for (int n = 0; n < 3 && text_.begins(k, u": ] 】 ) 为 是 [ (") > 0; ++n) ++k;
      Date date;
      if (due_date_at(text_, k, date)) {
        if (state[kind] == whole || !is_plausible(date)) continue;
        state[kind] = whole;
        dates[kind] = date;
      } else if (state[kind] == none && kind < 2 && is_digit(text_[k])) {
        state[kind] = damaged;
      }
    }
    for (std::size_t kind = 0; kind < kinds.size() + 1; ++kind) {
      if (state[kind] == none) continue;
      out = dates[kind];
      return state[kind] == whole;
    }
    return std::nullopt;
  }

  // A date with which a line or a cell begins, with the hour, the source or counters behind it, but
  // no sentence; between the title and the text, or before the title.
  bool date_under_title(Date& out) const {
    constexpr std::size_t longest = 40;
    constexpr const char16_t* others = u"来源 作者 编辑 发布 浏览 点击 阅读 字";
    const std::size_t end = std::min(body_, text_.size());
    std::size_t line = title_.begin;
    for (std::size_t i = title_.end; i < end; ++i) {
      const bool first = text_.line_ends(i) || i == title_.end;
      if (text_.line_ends(i)) line = i;
      const bool behind_others =
          text_.before(i) == Break::space &&
          (line == title_.begin || (i - line < longest && holds(text_.slice({line, i}), others)));
      if ((first || behind_others) && is_dateline(i, out)) return true;
    }
    if (title_.empty()) return false;
    std::size_t begin = title_.begin;
    while (!text_.line_ends(begin) && title_.begin - begin < longest) --begin;
    if (begin < title_.begin) return is_dateline(begin, out);
    const Stretch above = line_before(text_, begin);
    return !above.empty() && is_dateline(above.begin, out) && text_.line_ends(out.end);
  }

  bool is_dateline(std::size_t i, Date& out) const {
    constexpr std::size_t longest = 60;
    i += text_.begins(i, u"( [ 【 〔");
    if (!date_at(text_, i, out) || !is_plausible(out)) return false;
    std::size_t k = out.end;
    while (is_digit(text_[k]) || text_[k] == u':') ++k;
    const bool whole = text_.before(k) != Break::none ||
                       text_.begins(k,
                                    u") ] 】 〕 来源 浏览 点击 阅读 作者 字 发布 编辑 访问 "
                                    u"文章 信息 星期") > 0;
    if (!whole) return false;
    for (std::size_t n = 0; n < longest; ++n, ++k) {
      if (n > 0 && text_.line_ends(k)) return true;
      if (n == 0 && text_.before(k) > Break::space) return true;
      if (text_.begins(k, u"。 , ; 至 止 召开 印发") > 0) return false;
    }
    return false;
  }

  // A date alone on a line behind the tables, under or over an agency or behind a sentence's end;
  // none where two such differ.
  bool date_of_signature(Date& out) const {
    constexpr int most_lines = 25;
    std::size_t end = text_.size();
    bool found = false;
    for (int n = 0; n < most_lines && end > behind_; ++n) {
      const Stretch line = line_before(text_, end);
      std::size_t begin = line.begin;
      if (line.empty()) {
        begin = end;
        do --begin;
        while (begin > behind_ && !text_.line_ends(begin));
      }
      end = begin;
      const std::size_t at = line.empty() ? npos : date_of_line(line);
      Date date;
      if (at == npos || line.begin < behind_ || !date_at(text_, at, date) || !is_plausible(date)) {
        continue;
      }
      if (at == line.begin || (at == line.begin + 1 && text_[line.begin] == u'(')) {
        // Under the link to another page stands that page's date.
        const Stretch above = line_before(text_, line.begin);
        const std::u16string_view words = text_.slice(above);
        if (words.size() > 5 && is_han(words.back()) && agency_of_line(text_, above).empty()) {
          continue;
        }
      } else if (agency_of_line(text_, {line.begin, at}).empty()) {
        continue;
      }
      if (found && (date.year != out.year || date.month != out.month || date.day != out.day)) {
        return false;
      }
      out = date;
      found = true;
    }
    return found;
  }

  const Document& document_;
  const Gapless& text_;
  std::size_t body_ = npos;  // where the first label stands
  std::size_t behind_ = 0;   // behind the last one
  Stretch signed_by_;
  Stretch title_;
  int year_ = 0;
};

}  // namespace

Particulars read_particulars(const Document& document, const Gapless& text) {
  return Reader(document, text).run();
}

}  // namespace gouji
