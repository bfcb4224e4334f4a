#include "narrative/title.h"

#include <algorithm>

#include "narrative/dates.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// What may stand between 「公开」 and 「报告」 or 「年报」.
constexpr const char16_t* fillers =
    u"政务公开 工作 情况 条例 执行 实施 贯彻 落实 推进 开展 总结 统计 年度 年 度 和 与 及 暨 的";
constexpr const char16_t* subjects =
    u"政府信息和政务 政府信息与政务 政府信息及政务 政府信息主动 政府信息 政务信息 政务 信息";
// With these a sentence names its own report.
constexpr const char16_t* verbs = u"公布 发布 编制 印发 形成 制作 撰写 现将";
// What is written of a report that is only spoken of.
constexpr const char16_t* dealings = u"编制 编写 格式 模板 填报 报送 撰写 专栏 栏目 制度";

constexpr bool opens_bracket(char16_t c) {
  return c == u'(' || c == u'[' || c == 0x3010 || c == 0x3014 || c == 0x300A || c == 0x201C ||
         c == u'"';
}
constexpr bool closes_bracket(char16_t c) {
  return c == u')' || c == u']' || c == 0x3011 || c == 0x3015 || c == 0x300B || c == 0x201D ||
         c == u'"';
}

// A name and a year that stand side by side, in any order.
struct Naming {
  Stretch name;
  bool dated = false;
  int year = 0;  // 0 for a damaged one
};

struct Candidate {
  Stretch place;
  Naming naming;
  int score = -1;
};

class Search {
 public:
  Search(const Document& document, const Gapless& text, int spoken, Stretch signed_by)
      : text_(text), spoken_(spoken), signed_(text.slice(signed_by)) {
    constexpr std::size_t far = 20000;  // menus before the title can be long, but not without end
    if (!document.labels.empty()) body_ = text.place(document.labels.front().begin);
    limit_ = body_;
    for (const Hit& hit : document.headings) {
      if (labels()[hit.label].part == 1) limit_ = std::max(limit_, text.place(hit.begin));
    }
    limit_ = std::min({limit_, text.size(), far});
  }

  Title run() {
    Candidate best;
    std::size_t i = text_.find(u"公开", 0);
    while (i < limit_) {
      const std::size_t end = report_name(i);
      if (end > i) {
        const Candidate found = candidate(i, end);
        if (found.score >= std::max(best.score, 0)) best = found;
      }
      i = text_.find(u"公开", std::max(end, i + 1));
    }
    if (best.score < 0) return {};
    return {text_.printed(best.place), text_.printed(best.naming.name), best.naming.year,
            best.place};
  }

 private:
  // Behind the 「报告」 to which a 「公开」 at `i` belongs; 0 if to none. A year that stands
  // between them goes to `core_`.
  std::size_t report_name(std::size_t i) {
    constexpr std::size_t longest = 26;
    core_ = {};
    std::size_t k = i + 2;
    while (k - i < longest && text_.before(k) != Break::cell) {
      if (const std::size_t end = text_.begins(k, u"报告 年报"); end > 0) {
        k += end;
        const std::size_t notice = text_.begins(k, u"的通知 的公告 的通告");
        return text_.begins(k, dealings) > 0 ? 0 : k + notice;
      }
      std::size_t end = 0;
      if (const int year = year_at(text_, k, end); year > 0) {
        core_.dated = true;
        core_.year = year;
        k = end;
        continue;
      }
      const std::size_t filler = text_.begins(k, fillers);
      if (filler == 0) return 0;
      k += filler;
    }
    return 0;
  }

  // The last year in a stretch, and the name before it or else behind it.
  [[nodiscard]] Naming read_naming(Stretch all, bool before_subject) const {
    Naming out;
    Stretch year{all.end, all.end};
    for (std::size_t i = all.begin; i < all.end; ++i) {
      std::size_t end = i;
      int value = year_at(text_, i, end);
      if (value == 0 && is_digit(text_[i])) {
        // Without 年, or damaged.
        value = bare_year_at(text_, i, end);
        const bool whole = text_[end] == u'度' || (before_subject && end == all.end);
        if (value == 0 || !whole) {
          value = 0;
          end = i;
          while (end < all.end && is_digit(text_[end])) ++end;
          if (text_[end] != u'年') {
            i = end - 1;
            continue;
          }
          ++end;
        }
      } else if (value == 0) {
        continue;
      }
      if (end > all.end) break;
      if (end < all.end && text_[end] == u'度') ++end;
      out.dated = true;
      out.year = value;
      year = {i, end};
      i = end - 1;
    }
    out.name = name_in({all.begin, year.begin});
    if (out.name.empty()) out.name = name_in({year.end, all.end});
    return out;
  }

  // Without 「关于」 and what stands before or behind it.
  [[nodiscard]] Stretch name_in(Stretch all) const {
    while (!all.empty()) {
      const std::u16string_view text = text_.slice(all);
      const bool enclosed = text.find(u'(') != npos && text.find(u')') != npos;
      if (const std::size_t lead = begins_with(
              text, enclosed ? u"关于 印发 公布 发布 、" : u"关于 印发 公布 发布 ( ) 、")) {
        all.begin += lead;
      } else if (const std::size_t tail = ends_with(text, enclosed ? u"的 、" : u"的 ( ) 、")) {
        all.end -= tail;
      } else {
        break;
      }
    }
    const std::u16string_view name = text_.slice(all);
    if (name.starts_with(u'(') && name.find(u')') == name.size() - 1)
      return {all.begin + 1, all.end - 1};
    const std::size_t about = name.find(u"关于");
    if (about != npos) all.end = all.begin + about;
    return all;
  }

  // Behind the last verb of a stretch; its beginning where there is none.
  [[nodiscard]] std::size_t behind_verb(Stretch all) const {
    std::size_t out = all.begin;
    for (std::size_t i = all.begin; i < all.end; ++i) {
      const std::size_t verb = text_.begins(i, verbs);
      // 机构编制委员会办公室
      if (verb == 0 || i + verb > all.end || text_.begins(i + verb, u"委 办") > 0) continue;
      out = i + verb;
      if (text_[out] == u'了') ++out;
    }
    return out;
  }

  Candidate candidate(std::size_t i, std::size_t end) {
    const std::size_t length = text_.ends(i, subjects);
    if (length == 0) return {};
    std::size_t subject = i - length;
    // 「人民政府信息公开」 says 政府 once for both.
    if ((text_.begins(subject, u"政府") > 0) && text_.ends(subject, u"人民") > 0) {
      subject += 2;
    }
    Candidate out;
    out.place = {name_begin(text_, subject, text_.before(subject)), end};
    std::size_t& begin = out.place.begin;
    bool opens = text_.line_ends(begin);
    if (const std::size_t lead = text_.begins(begin, u"信息名称 名称 标题 题名 附件"); lead > 0) {
      begin = std::min(begin + lead, subject);
    }
    const std::size_t verb = behind_verb({begin, subject});
    const bool told = verb > begin;
    if (told && !(text_.begins(begin, u"关于") > 0) &&
        text_.slice({begin, verb}).find(u"关于") == npos) {
      begin = verb;
      opens = false;
    }
    Naming& naming = out.naming;
    naming = read_naming({begin, subject}, true);
    if (core_.dated) {
      naming.dated = true;
      naming.year = core_.year;
    }
    read_behind(out);
    const int rank = rank_of(out.place, opens, told);
    const std::u16string_view name = text_.slice(naming.name);
    if (rank <= 1 ? !is_agency(name) && !is_place(name) : !is_name(name)) naming.name = {};
    if (rank >= 3) read_around(out);
    if (naming.name.empty() && begin > 0 && text_[begin - 1] == u':') {
      // 「青石县民政局:2023年…」
      const Stretch before = agency_of_line(text_, line_before(text_, begin - 1));
      if (!before.empty()) {
        naming.name = before;
        begin = before.begin;
      }
    }
    out.score = score_of(out, rank);
    return out;
  }

  // A year or the agency behind the title: 「(2023年度)」.
  void read_behind(Candidate& out) const {
    const std::size_t end = out.place.end;
    const bool bracket = opens_bracket(text_[end]);
    const std::size_t inner = bracket ? end + 1 : end;
    std::size_t k = inner;
    if (const int year = bare_year_at(text_, inner, k); year > 0) {
      k += text_.begins(k, u"年度 年 度");
      if (bracket ? !closes_bracket(text_[k]) || !text_.line_ends(k + 1)
                  : k == inner + 4 || !text_.line_ends(k)) {
        return;
      }
      out.place.end = k + (bracket ? 1 : 0);
      if (out.naming.dated) return;
      out.naming.dated = true;
      out.naming.year = year;
    } else if (bracket && out.naming.name.empty()) {
      constexpr std::size_t longest = 40;
      while (k < inner + longest && is_han(text_[k])) ++k;
      if (!closes_bracket(text_[k]) || !is_agency(text_.slice({inner, k}))) return;
      out.naming.name = {inner, k};
      out.place.end = k + 1;
    }
  }

  // The parts of a title that is broken over lines.
  void read_around(Candidate& out) const {
    Naming& naming = out.naming;
    std::size_t& begin = out.place.begin;
    for (int n = 0; n < 2 && begin > 0 && text_.line_ends(begin); ++n) {
      const Stretch above = line_before(text_, begin);
      if (above.empty() || name_begin(text_, above.end) > above.begin + 1) break;
      const Naming more = read_naming(above, false);
      const std::u16string_view name = text_.slice(more.name);
      if (more.dated && naming.dated) break;
      if (name.empty() && more.dated) {
        begin = above.begin;
      } else if (naming.name.empty() && (is_agency(name) || is_place(name))) {
        // A name over the title can be the site's; the one that signs is the report's.
        if (!signed_.empty() && name.find(signed_) == npos) break;
        naming.name = more.name;
        begin = above.begin;
      } else if (naming.name.begin == begin && !more.dated && is_first_half(above, naming.name)) {
        naming.name.begin = begin = above.begin;
      } else {
        break;
      }
      if (more.dated) {
        naming.dated = true;
        naming.year = more.year;
      }
    }
    if (!text_.line_ends(out.place.end)) return;
    if (const Stretch below = line_from(text_, out.place.end); !naming.dated && !below.empty()) {
      const Naming more = read_naming(below, true);
      if (more.dated && more.name.empty()) {
        naming.dated = true;
        naming.year = more.year;
        out.place.end = below.end;
      }
    }
    if (naming.name.empty()) {
      naming.name = agency_of_line(text_, line_from(text_, out.place.end));
    }
  }

  // 「青石县住房和城乡」 over 「建设局2023年…」.
  [[nodiscard]] bool is_first_half(Stretch above, Stretch name) const {
    constexpr const char16_t* places = u"县 市 区 镇 乡 省 州 旗 盟 街道 国家 中共 中国";
    const std::u16string_view first = text_.slice(above);
    return is_agency(text_.slice({above.begin, name.end})) && !holds(text_.slice(name), places) &&
           holds(first, places) && is_name(first) && !is_agency(first) &&
           std::all_of(first.begin(), first.end(), is_han);
  }

  // 4 for a title on a line of its own, 3 for one that begins a line, 2 for the last of a trail of
  // links, 1 for one that a sentence names as its own, 0 for any other mention.
  [[nodiscard]] int rank_of(Stretch place, bool opens, bool told) const {
    const char16_t left = place.begin > 0 ? text_[place.begin - 1] : u'\0';
    const char16_t right = text_[place.end];
    const bool enclosed = opens_bracket(left) && closes_bracket(right);
    if (enclosed && text_.line_ends(place.begin - 1) && text_.line_ends(place.end + 1)) return 4;
    if (left == u':' && text_.ends(place.begin - 1, u"名称") > 0) opens = true;
    if (left == 0x3011 || left == u']') opens = true;
    if (opens && text_.line_ends(place.end)) return 4;
    if (opens && (text_.before(place.end) == Break::space || !is_han(right))) return 3;
    if (left == 0x300A) return behind_verb({place.begin - 3, place.begin - 1}) + 1 == place.begin;
    if (told) return 1;
    if (opens) return 0;
    const bool trail = text_.before(place.begin) == Break::space || left == u'>' || left == u'/' ||
                       left == 0x00BB || left == 0x203A || left == u':' || left == u'_' ||
                       left == u'-' || left == 0x2014;
    return trail ? 2 : 0;
  }

  [[nodiscard]] int score_of(const Candidate& candidate, int rank) const {
    const Naming& naming = candidate.naming;
    const bool early = candidate.place.begin < body_;
    const bool agreed = spoken_ > 0 && naming.year == spoken_;
    const bool named = !naming.name.empty();
    if (rank == 0 || (rank < 3 && !naming.dated)) return -1;
    if (rank == 1 && (!early || (spoken_ > 0 && !agreed))) return -1;
    if (!naming.dated && !named && (rank < 4 || !is_whole(candidate.place))) return -1;
    return (early ? 32 : 0) + (rank >= 3 && (naming.dated || named) ? 16 : 0) + (agreed ? 8 : 0) +
           (named ? 4 : 0) + rank - 1;
  }

  // Not an entry of a menu, 「政府信息公开年报」, nor two of them.
  [[nodiscard]] bool is_whole(Stretch place) const {
    for (std::size_t i = place.begin + 1; i < place.end; ++i) {
      if (text_.line_ends(i)) return false;
    }
    return text_.slice(place).find(u"工作") != npos;
  }

  static constexpr std::size_t npos = std::u16string_view::npos;

  const Gapless& text_;
  int spoken_;
  std::u16string_view signed_;
  std::size_t body_ = npos;
  std::size_t limit_ = npos;
  Naming core_;
};

}  // namespace

Title find_title(const Document& document, const Gapless& text, int spoken, Stretch signed_by) {
  return Search(document, text, spoken, signed_by).run();
}

}  // namespace gouji
