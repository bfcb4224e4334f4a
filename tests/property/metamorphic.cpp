// What must not change the answer, and what must change it in exactly one way: each test writes
// random reports twice and compares the two answers with each other, not with a truth.
#include <gouji/check.h>
#include <gouji/html.h>
#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "forms.h"
#include "layouts.h"
#include "sample.h"

namespace {

using namespace gouji::property;
using gouji::Answer;
using gouji::CellState;

constexpr std::uint64_t kFirstSeed = 7000000;
constexpr std::uint64_t kReports = 1000;

// Layouts in which a line is the least that a page, a menu or a blank line can stand between.
const std::vector<std::string> kLineLayouts{
    "lines",    "lines_tight", "pipes_trailing", "cell_bar", "bar_row", "cell_then_bar",
    "markdown", "tabs",        "spaces",         "blocks",   "rubble",  "small_tables"};

// All that keep every cell: without those that lose the tables or run the digits together.
const std::vector<std::string> kWholeLayouts{
    "lines",    "lines_tight", "pipes_trailing", "cell_bar", "bar_row",      "tabs",     "spaces",
    "markdown", "blocks",      "cell_then_bar",  "rubble",   "small_tables", "one_line", "split"};

// As above, and as HTML.
std::vector<std::string> whole_layouts_and_html() {
  std::vector<std::string> out = kWholeLayouts;
  out.insert(out.end(), {"html", "html_office"});
  return out;
}

std::u16string text_of(const Sample& sample) { return utf16(sample.text); }

// The text that an answer's spans refer to, and the answer.
struct Reading {
  std::u16string text;
  Answer answer;
};

Reading read(const Sample& sample) {
  const Layout* layout = find_layout(sample.layout);
  if (layout == nullptr || !layout->html) {
    const std::u16string text = text_of(sample);
    return {text, gouji::check(text)};
  }
  const std::string bytes = utf8(sample.text);
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const gouji::Source source = gouji::read_source({data, bytes.size()});
  return {source.text, gouji::check(source)};
}

std::string shown(const gouji::Cell& cell) {
  return std::string(gouji::name(cell.state)) +
         (cell.value ? " " + gouji::to_string(*cell.value) : std::string()) +
         (cell.inferred ? " inferred " + std::to_string(*cell.inferred) : std::string());
}

// The reports in which a property does not hold: how many in each layout, and the first in words.
class Failures {
 public:
  void add(const std::string& layout, std::uint64_t seed, const std::string& what) {
    if (what.empty()) return;
    ++count_[layout];
    if (++told_[layout] <= 2)
      words_ << "\n  --seed " << seed << " --layout " << layout << ": " << what;
  }
  [[nodiscard]] bool none() const { return count_.empty(); }
  [[nodiscard]] std::string words() const {
    std::string out;
    for (const auto& [layout, count] : count_) {
      out += (out.empty() ? "reports: " : ", ") + std::to_string(count) + " " + layout;
    }
    return out + words_.str();
  }

 private:
  std::map<std::string, int> count_;
  std::map<std::string, int> told_;
  std::ostringstream words_;
};

#define EXPECT_NONE(failures) EXPECT_TRUE((failures).none()) << (failures).words()

// The first cell in which two answers differ, in words; empty when there is none. `skip` names the
// cells that may differ.
std::string difference(
    const Answer& one, const Answer& other,
    const std::function<bool(const std::string&)>& skip = [](const std::string&) {
      return false;
    }) {
  if (one.cells.size() != other.cells.size()) {
    return std::to_string(one.cells.size()) + " cells, then " + std::to_string(other.cells.size());
  }
  // Two answers that say nothing agree in everything.
  const auto printed = std::count_if(one.cells.begin(), one.cells.end(), [](const auto& cell) {
    return cell.state == CellState::printed;
  });
  if (printed < 150) return "only " + std::to_string(printed) + " cells are read";
  std::string first;
  int count = 0;
  for (std::size_t i = 0; i < one.cells.size(); ++i) {
    const gouji::Cell& a = one.cells[i];
    const gouji::Cell& b = other.cells[i];
    if (a.id != b.id) return std::string(a.id) + ", then " + std::string(b.id);
    if (skip(std::string(a.id))) continue;
    if (a.state == b.state && a.value == b.value && a.inferred == b.inferred) continue;
    if (count++ == 0) first = std::string(a.id) + " " + shown(a) + ", then " + shown(b);
  }
  return count == 0 ? first : std::to_string(count) + " cells, first " + first;
}

// A text and, for each of its code units and its end, where that stands in the changed text.
struct Changed {
  std::u16string text;
  std::vector<std::uint32_t> place;
};

/// Copies a text; `before` may write something before each code unit and before the end.
Changed changed(const std::u16string& text,
                const std::function<void(std::size_t at, std::u16string& out)>& before) {
  Changed out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    before(at, out.text);
    out.place.push_back(static_cast<std::uint32_t>(out.text.size()));
    out.text += text[at];
  }
  out.place.push_back(static_cast<std::uint32_t>(out.text.size()));
  before(text.size(), out.text);
  return out;
}

/// The cells are the same, and each printed one stands where it has been moved to.
std::string moved(const Answer& one, const Answer& other, const Changed& change) {
  const std::string cells = difference(one, other);
  if (!cells.empty()) return cells;
  for (std::size_t i = 0; i < one.cells.size(); ++i) {
    const gouji::Cell& a = one.cells[i];
    const gouji::Cell& b = other.cells[i];
    if (a.state != CellState::printed) continue;
    if (!a.span || !b.span) return std::string(a.id) + " is printed and has no span";
    if (change.place[a.span->begin] != b.span->begin ||
        change.place[a.span->end - 1] + 1 != b.span->end) {
      return std::string(a.id) + " has moved elsewhere than its number";
    }
  }
  return {};
}

/// Changes each report's text in each of `layouts` in turn.
void expect_unmoved(const std::vector<std::string>& layouts,
                    const std::function<Changed(const std::u16string&, Random&)>& change) {
  Failures failures;
  for (std::uint64_t i = 0; i < kReports; ++i) {
    const std::uint64_t seed = kFirstSeed + i;
    const std::string& layout = layouts[i % layouts.size()];
    const std::u16string text = text_of(make_sample(seed, layout, "none"));
    Random random(seed);
    const Changed other = change(text, random);
    failures.add(layout, seed, moved(gouji::check(text), gouji::check(other.text), other));
  }
  EXPECT_NONE(failures);
}

/// Compares reports without damage with the same reports changed as a whole.
void expect_same(const std::vector<std::string>& layouts,
                 const std::function<std::u16string(const std::u16string&)>& change) {
  Failures failures;
  for (std::uint64_t i = 0; i < kReports; ++i) {
    const std::uint64_t seed = kFirstSeed + i;
    const std::string& layout = layouts[i % layouts.size()];
    const std::u16string text = text_of(make_sample(seed, layout, "none"));
    failures.add(layout, seed, difference(gouji::check(text), gouji::check(change(text))));
  }
  EXPECT_NONE(failures);
}

std::u16string replaced(std::u16string text, const std::u16string& from, const std::u16string& to) {
  for (std::size_t at = text.find(from); at != std::u16string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool line_begins(const std::u16string& text, std::size_t at) {
  return at > 0 && at < text.size() && text[at - 1] == u'\n';
}

// ---- layouts ---------------------------------------------------------------------------------

TEST(SameReport, InTwoLayouts) {
  const std::vector<std::string> layouts = whole_layouts_and_html();
  Failures failures;
  for (std::uint64_t i = 0; i < kReports; ++i) {
    const std::uint64_t seed = kFirstSeed + i;
    const std::string& one = layouts[i % layouts.size()];
    const std::string& other = layouts[(i / layouts.size() + i + 1) % layouts.size()];
    const Sample a = make_sample(seed, one, "none");
    const Sample b = make_sample(seed, other, "none");
    // A converter loses the first value of some rows.
    const auto lost = [&](const std::string& id) {
      return a.truth.cells.at(id).state != b.truth.cells.at(id).state ||
             !a.truth.cells.at(id).determined || !b.truth.cells.at(id).determined;
    };
    std::string what = difference(read(a).answer, read(b).answer, lost);
    if (!what.empty()) what = "and in " + other + ": " + what;
    failures.add(one, seed, what);
  }
  EXPECT_NONE(failures);
}

TEST(SameReport, WithLineFeedsAndCarriageReturns) {
  expect_unmoved(kWholeLayouts, [](const std::u16string& text, Random&) {
    return changed(text, [&](std::size_t at, std::u16string& out) {
      if (at < text.size() && text[at] == u'\n') out += u'\r';
    });
  });
}

TEST(SameReport, WithEmptyLines) {
  expect_unmoved(kLineLayouts, [](const std::u16string& text, Random& random) {
    return changed(text, [&](std::size_t at, std::u16string& out) {
      if (line_begins(text, at) && random.chance(10)) {
        out.append(static_cast<std::size_t>(random.between(1, 3)), u'\n');
      }
    });
  });
}

TEST(SameReport, WithSpacesAtLineEnds) {
  expect_unmoved(kWholeLayouts, [](const std::u16string& text, Random& random) {
    return changed(text, [&](std::size_t at, std::u16string& out) {
      if (at >= text.size() || text[at] != u'\n' || !random.chance(30)) return;
      out.append(static_cast<std::size_t>(random.between(1, 3)),
                 random.chance(50) ? u' ' : u'\u00A0');
    });
  });
}

// ---- around and between ----------------------------------------------------------------------

TEST(SameReport, UnderAMenu) {
  static const std::vector<std::u16string> kItems{
      u"网站首页",         u"政务公开",         u"规章",
      u"行政规范性文件",   u"行政许可",         u"行政处罚",
      u"政府信息公开指南", u"政府信息公开年报", u"依申请公开",
      u"登录 | 注册",      u"无障碍 | 长者版",  u"政策解读(12)"};
  expect_unmoved(kWholeLayouts, [](const std::u16string& text, Random& random) {
    std::u16string menu;
    for (int items = random.between(2, 10); items > 0; --items) menu += random.pick(kItems) + u"\n";
    return changed(text, [&](std::size_t at, std::u16string& out) {
      if (at == 0) out += menu;
    });
  });
}

TEST(SameReport, AboveAFooter) {
  static const std::vector<std::u16string> kItems{u"上一篇:没有了",
                                                  u"下一篇:政府信息公开申请表",
                                                  u"分享到: 0 0 0",
                                                  u"网站标识码:0000000000",
                                                  u"访问量:1234567",
                                                  u"版权所有 未经许可不得转载",
                                                  u"【打印本页】 【关闭窗口】",
                                                  u"3"};
  expect_unmoved(kWholeLayouts, [](const std::u16string& text, Random& random) {
    std::u16string footer = u"\n";
    for (int items = random.between(1, 6); items > 0; --items)
      footer += random.pick(kItems) + u"\n";
    return changed(text, [&](std::size_t at, std::u16string& out) {
      if (at == text.size()) out += footer;
    });
  });
}

TEST(SameReport, WithPageMarks) {
  static const std::vector<std::u16string> kBefore{u"— ", u"- ", u"第 ", u"-- "};
  static const std::vector<std::u16string> kAfter{u" —", u" -", u" 页 共 9 页", u" --"};
  expect_unmoved(kLineLayouts, [](const std::u16string& text, Random& random) {
    const std::size_t style = random.index(kBefore.size());
    char16_t page = u'1';
    return changed(text, [&](std::size_t at, std::u16string& out) {
      if (!line_begins(text, at) || page > u'9' || !random.chance(4)) return;
      out += kBefore[style];
      out += page++;
      out += kAfter[style] + u"\n";
    });
  });
}

// ---- rows ------------------------------------------------------------------------------------

TEST(Rows, ARemovedRowIsMissingAndNothingElse) {
  const std::vector<std::string> layouts = whole_layouts_and_html();
  Failures failures;
  for (std::uint64_t i = 0; i < kReports; ++i) {
    const std::uint64_t seed = kFirstSeed + i;
    const std::string& layout = layouts[i % layouts.size()];
    const Sample whole = make_sample(seed, layout, "none");
    const Sample without = make_sample(seed, layout, "row_missing");
    const Answer answer = read(without).answer;
    const auto gone = [&](const std::string& id) {
      return without.truth.cells.at(id).state != whole.truth.cells.at(id).state;
    };
    std::string what = difference(read(whole).answer, answer, gone);
    for (const gouji::Cell& cell : answer.cells) {
      const std::string id(cell.id);
      if (without.truth.cells.count(id) == 0 || without.truth.cells.at(id).state != "missing")
        continue;
      if (what.empty() && cell.state != CellState::missing) what = id + " " + shown(cell);
    }
    failures.add(layout, seed, what);
  }
  EXPECT_NONE(failures);
}

TEST(Rows, TwoRowsInTheOtherOrder) {
  const std::vector<std::string> layouts = whole_layouts_and_html();
  Failures failures;
  for (std::uint64_t i = 0; i < kReports; ++i) {
    const std::uint64_t seed = kFirstSeed + i;
    const std::string& layout = layouts[i % layouts.size()];
    const Sample one = make_sample(seed, layout, "none");
    const Sample other = make_sample(seed, layout, "rows_swapped");
    const auto lost = [&](const std::string& id) {
      return one.truth.cells.at(id).state != other.truth.cells.at(id).state;
    };
    failures.add(layout, seed, difference(read(one).answer, read(other).answer, lost));
  }
  EXPECT_NONE(failures);
}

// ---- characters ------------------------------------------------------------------------------

TEST(Characters, Traditional) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> hant(icu::Transliterator::createInstance(
      icu::UnicodeString(u"Hans-Hant"), UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  expect_same(kWholeLayouts, [&](const std::u16string& text) {
    std::u16string words = replaced(text, u"文件", u"檔案");
    words = replaced(words, u"信息", u"資訊");
    words = replaced(words, u"网站", u"網站");
    icu::UnicodeString out(words.data(), static_cast<std::int32_t>(words.size()));
    hant->transliterate(out);
    return std::u16string(out.getBuffer(), static_cast<std::size_t>(out.length()));
  });
}

TEST(Characters, FullWidth) {
  expect_unmoved(kWholeLayouts, [](const std::u16string& text, Random&) {
    Changed out;
    for (const char16_t c : text) {
      const bool wide = (c >= u'0' && c <= u'9') || c == u'(' || c == u')' || c == u':' ||
                        c == u';' || c == u',' || c == u'.';
      out.place.push_back(static_cast<std::uint32_t>(out.text.size()));
      out.text += wide ? static_cast<char16_t>(c + 0xFEE0) : c;
    }
    return out;
  });
}

// ---- every answer ----------------------------------------------------------------------------

template <std::size_t N>
void add_disclosure(const std::array<Article, N>& articles, std::vector<std::string>& out) {
  for (const Article& article : articles) {
    for (const Key& row : article.rows) {
      for (const Key& column : article.columns) {
        if (row.id.empty() || column.id.empty()) continue;
        out.push_back("disclosure." + std::string(article.id) + "." + std::string(row.id) + "." +
                      std::string(column.id));
      }
    }
  }
}

std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> out;
  const auto form = [&](std::size_t table) { return answer.tables[table].form; };
  if (form(kDisclosure) == "2019") add_disclosure(kArticles2019, out);
  if (form(kDisclosure) == "2021") add_disclosure(kArticles2021, out);
  if (!form(kRequests).empty()) {
    const bool older = form(kRequests) == "2019";
    for (const RequestRow& row : kRequestRows2021) {
      if (older && row.group == Group::closed && row.id != "closed.not_corrected") continue;
      const std::string_view id = older && row.group == Group::closed ? kClosed2019.id : row.id;
      for (const Key& column : kApplicants) {
        out.push_back("requests." + std::string(id) + "." + std::string(column.id));
      }
    }
  }
  if (!form(kDisputes).empty()) {
    for (const std::string_view group : kDisputeGroups) {
      for (const Key& outcome : kOutcomes) {
        out.push_back("disputes." + std::string(group) + "." + std::string(outcome.id));
      }
    }
  }
  return out;
}

/// Every layout, undamaged and with all that may happen to it.
void for_every_answer(
    const std::function<std::string(const Sample&, const std::u16string&, const Answer&)>& fault) {
  Failures failures;
  for (std::uint64_t i = 0; i < 2 * kReports; ++i) {
    const std::uint64_t seed = kFirstSeed + i;
    const Sample sample = make_sample(seed, "every",
                                      i % 3 == 0   ? "none"
                                      : i % 3 == 1 ? "any"
                                                   : "mix");
    const Reading reading = read(sample);
    const std::string what = fault(sample, reading.text, reading.answer);
    failures.add(sample.layout, seed, what.empty() ? what : sample.damage + ": " + what);
  }
  EXPECT_NONE(failures);
}

TEST(EveryAnswer, HasTheCellsOfTheFormInItsOrder) {
  for_every_answer([](const Sample&, const std::u16string&, const Answer& answer) -> std::string {
    const std::vector<std::string> ids = ids_of(answer);
    if (answer.tables.size() != 3) return "not three tables";
    if (ids.size() != answer.cells.size()) {
      return std::to_string(answer.cells.size()) + " cells for " + std::to_string(ids.size());
    }
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (answer.cells[i].id != ids[i]) return std::string(answer.cells[i].id) + " for " + ids[i];
    }
    return {};
  });
}

TEST(EveryAnswer, SpansSliceToWhatTheyName) {
  for_every_answer([](const Sample&, const std::u16string& text, const Answer& answer) {
    for (const gouji::Cell& cell : answer.cells) {
      const std::string id(cell.id);
      if (cell.state == CellState::printed && !cell.span) return id + " is printed without a span";
      if (cell.state == CellState::missing && cell.span) return id + " is missing and has a span";
      if (!cell.span) continue;
      if (cell.span->begin > cell.span->end || cell.span->end > text.size()) {
        return id + " lies outside the text";
      }
      if (cell.state != CellState::printed) continue;
      const icu::UnicodeString slice(text.data() + cell.span->begin,
                                     static_cast<std::int32_t>(cell.span->end - cell.span->begin));
      std::string bytes;
      slice.toUTF8String(bytes);
      if (bytes != cell.text) return id + " slices to " + bytes + ", text " + cell.text;
    }
    return std::string();
  });
}

TEST(EveryAnswer, SpansLieInsideTheTextAndInOrder) {
  for_every_answer(
      [](const Sample& sample, const std::u16string& text, const Answer& answer) -> std::string {
        const auto inside = [&](const gouji::Span& span) {
          return span.begin <= span.end && span.end <= text.size();
        };
        for (const gouji::Table& table : answer.tables) {
          if (table.span && !inside(*table.span)) return "a table lies outside the text";
        }
        std::uint32_t end = 0;
        for (const gouji::Section& section : answer.sections) {
          if (!inside(section.span) || section.span.begin < end) {
            return "section " + std::to_string(section.number) + " is out of place";
          }
          end = section.span.end;
        }
        for (const gouji::Finding& finding : answer.findings) {
          for (const gouji::Span& span : finding.spans) {
            if (!inside(span)) return std::string(finding.rule) + " lies outside the text";
          }
        }
        if (sample.damage.find("rows_swapped") != std::string::npos) return {};
        end = 0;
        for (const gouji::Cell& cell : answer.cells) {
          if (cell.state != CellState::printed || !cell.span) continue;
          if (cell.span->begin < end)
            return std::string(cell.id) + " begins before its neighbour ends";
          end = cell.span->end;
        }
        return {};
      });
}

TEST(EveryAnswer, InfersOnlyWhatIsNotPrinted) {
  for_every_answer([](const Sample&, const std::u16string&, const Answer& answer) -> std::string {
    for (const gouji::Cell& cell : answer.cells) {
      const std::string id(cell.id);
      if (cell.value.has_value() != (cell.state == CellState::printed))
        return id + " " + shown(cell);
      if (cell.inferred && cell.state == CellState::printed) return id + " is printed and inferred";
      if (cell.inferred && *cell.inferred < 0) return id + " is inferred below zero";
      if (cell.placed_by_equation && cell.state != CellState::printed &&
          cell.state != CellState::blank && cell.state != CellState::placeholder) {
        return id + " is placed and " + shown(cell);
      }
    }
    return {};
  });
}

}  // namespace
