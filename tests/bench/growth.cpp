// gouji_growth [KIND...]: time grows with a text's length and no faster. Texts of 10 KB to 5 MB of
// every kind, reports in every layout and hostile ones, are checked: per byte none may take more
// than three times what it takes at another size, and 5 MB must be answered within a second.

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gouji/check.h>
#include <gouji/decode.h>
#include <gouji/html.h>

#include "layouts.h"
#include "sample.h"

namespace {

constexpr std::array<std::size_t, 4> sizes = {10'000, 100'000, 1'000'000, 5'000'000};
constexpr double most_ratio = 3;
constexpr double most_seconds = 1;

// Texts.

std::size_t utf8_size(char16_t c) {
  if (c < 0x80) return 1;
  if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) return 2;  // of a pair, a half
  return 3;
}

// The beginning of the text that has so many bytes in UTF-8.
std::u16string cut(std::u16string text, std::size_t bytes) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < text.size() && count < bytes) count += utf8_size(text[at++]);
  text.resize(at);
  return text;
}

// `piece` gives the text's next piece.
template <class Piece>
std::u16string filled(std::size_t bytes, Piece piece) {
  std::u16string out;
  std::size_t count = 0;
  while (count < bytes) {
    const std::u16string next = piece();
    for (const char16_t c : next) count += utf8_size(c);
    out += next;
  }
  return cut(std::move(out), bytes);
}

std::u16string repeated(std::u16string_view unit, std::size_t bytes) {
  return filled(bytes, [&] { return std::u16string(unit); });
}

std::u16string utf16(std::u32string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    if (c < 0x10000) {
      out.push_back(static_cast<char16_t>(c));
    } else {
      out.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10U)));
      out.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FFU)));
    }
  }
  return out;
}

std::u16string report(std::uint64_t seed, std::string_view layout) {
  return utf16(gouji::property::make_sample(seed, layout, "none").text);
}

std::u16string reports(std::size_t bytes, std::string_view layout) {
  std::uint64_t seed = 1;
  return filled(bytes, [&] { return report(seed++, layout) + u"\n"; });
}

// A report whose third table goes on and on.
std::u16string long_table(std::size_t bytes, std::string_view layout) {
  const std::u16string text = report(1, layout);
  const std::size_t begin = text.find(u"收到和处理政府信息公开申请情况");
  const std::size_t end = text.find(u"政府信息公开行政复议", begin);
  if (begin == std::u16string::npos || end == std::u16string::npos) return {};
  const std::u16string_view table = std::u16string_view(text).substr(begin, end - begin);
  return text.substr(0, begin) + repeated(table, bytes) + text.substr(end);
}

// A report with very much to say in its first section.
std::u16string long_prose(std::size_t bytes) {
  const std::u16string text = report(1, "pipes_trailing");
  const std::size_t end = text.find(u"主动公开政府信息情况");
  std::uint64_t seed = 2;
  const std::u16string prose = filled(bytes, [&] {
    std::u16string out;
    const std::u16string other = report(seed++, "headings_only");
    for (std::size_t at = 0; at < other.size();) {
      const std::size_t stop = std::min(other.find(u'\n', at), other.size());
      if (stop - at > 60) out += other.substr(at, stop - at) + u"\n";
      at = stop + 1;
    }
    return out;
  });
  return text.substr(0, text.rfind(u'\n', end) + 1) + prose + u"\n" +
         text.substr(text.rfind(u'\n', end) + 1);
}

// SplitMix64, the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

 private:
  std::uint64_t state_;
};

struct Unit {
  const char* name;
  const char16_t* text;
};
constexpr Unit units[] = {
    {"bars", u"|"},
    {"spaced bars", u"| "},
    {"bars on lines", u"\n|"},
    {"text and lone bars", u"公\n|\n"},
    {"tabs", u"公\t"},
    {"quotes", u"\""},
    {"quotes on lines", u"\"\n"},
    {"quotes in cells", u"\"\t"},
    {"open quoted cells", u"\"公\n"},
    {"digits", u"0"},
    {"digits in cells", u"0|"},
    {"digits on lines", u"0\n"},
    {"digits with spaces", u"0 "},
    {"commas in digits", u"1,"},
    {"points in digits", u"1."},
    {"brackets", u"("},
    {"full-width brackets", u"（"},
    {"closed brackets", u"()"},
    {"numbering", u"一、"},
    {"bracketed numbering", u"(一)"},
    {"dashes", u"—"},
    {"rule lines", u"|---|\n"},
    {"page marks", u"— 4 —\n"},
    {"letters", u"a"},
    {"ideographs", u"公"},
    {"common words", u"政府信息公开"},
    {"sentences", u"本机关认真做好各项工作。"},
    {"stops", u"。"},
    {"dates", u"2023年1月1日至"},
    {"years", u"2023年"},
    {"year spans", u"2023年1月1日至2023年12月31日"},
    {"Chinese dates", u"二〇二三年"},
    {"publication dates", u"发布日期：2024-01-15\n"},
    {"titles", u"青石县民政局2023年政府信息公开工作年度报告\n"},
    {"agencies", u"青石县民政局"},
    {"regulations", u"《中华人民共和国政府信息公开条例》"},
    {"one label", u"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {"one short label", u"规章"},
    {"labels with a bar", u"规章|"},
    {"rows", u"规章 0\n"},
    {"rows of cells", u"规章|0|0|0|\n"},
    {"rows of one line", u"规章 0 0 0 "},
    {"fused rows", u"重复申请0000000"},
    {"open rows", u"重复申请 1 2 3\n"},
    {"rows with too much", u"重复申请 1 2 3 4 5 6 7 8 9\n"},
    {"labels without figures", u"行政许可\n行政处罚\n行政强制\n"},
    {"orphan rows", u"| 1 | 2 | 3 |\n"},
    {"rows and orphans", u"规章 | | | |\n| 1 | 2 | 3 |\n"},
    {"totals", u"总计"},
    {"totals in cells", u"总计|"},
    {"numbered totals", u"(七)总计 1\n"},
    {"damaged labels", u"申请人无正理由逾期不补正、行政机关再处理其政信息公开申请 0\n"},
    {"halves of labels", u"属于行政"},
    {"labels with a letter less", u"行许可 行处罚 行强制 "},
    {"headings", u"二、主动公开政府信息情况\n"},
    {"headings in one line", u"三、收到和处理政府信息公开申请情况"},
    {"all headings",
     u"二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
     u"四、政府信息公开行政复议、行政诉讼情况\n"},
    {"dispute heads", u"结果维持|结果纠正|其他结果|尚未审结|总计|"},
    {"dispute heads and figures", u"结果维持 结果纠正 其他结果 尚未审结 总计\n0 0 0 0 0\n"},
    {"U+FDFA", u"\uFDFA"},
    {"combining marks", u"\u0301"},
    {"mixed combining marks", u"a\u0301\u0323\u3099"},
    {"full-width digits", u"０"},
    {"circled digits", u"①"},
    {"jamo", u"\u1100\u1161\u11A8"},
    {"traditional characters", u"資訊檔案網站"},
    {"zero width", u"公\u200B"},
    {"surrogate pairs", u"\U00020BB7"},
    {"lone surrogates", u"\xD800"},
    {"NULs", u"公\0"},
    {"tags", u"<div><td colspan=3>"},
};

// What an HTML file may go on with for ever.
constexpr Unit tags[] = {
    {"rows", u"<tr><td>规章</td><td>1</td></tr>\n"},
    {"open blocks", u"<div>"},
    {"open formatting", u"<b>"},
    {"crossed formatting", u"<b><i></b></i>"},
    {"open links", u"<a href=x>公"},
    {"paragraphs", u"<p>公"},
    {"nested tables", u"<table><tr><td>"},
    {"tables without end", u"<table>"},
    {"text in tables", u"<table>公"},
    {"cells", u"<td>0"},
    {"cells without rows", u"<table><td>0</table>"},
    {"wide cells", u"<table><tr><td colspan=1000>0</table>"},
    {"wide cells in a row", u"<td colspan=1000>0"},
    {"tall cells", u"<table><tr><td rowspan=65534>0<tr><td>1</table>"},
    {"tall cells in a row", u"<td rowspan=65534>0<tr>"},
    {"closing tags", u"</p>"},
    {"lists", u"<ul><li>公"},
    {"line breaks", u"<br>"},
    {"entities", u"&nbsp;"},
    {"broken entities", u"&#x"},
    {"comments", u"<!-- 公 -->"},
    {"open comments", u"<!--"},
    {"angle brackets", u"<"},
    {"open tags", u"<td "},
    {"attributes", u"<td a=b c='d' e=\"f\" g>"},
    {"foreign elements", u"<svg><desc>"},
    {"choices", u"<select><option>"},
    {"spans", u"<span style='mso-spacerun:yes'>&nbsp;</span>"},
    {"hidden", u"<span style='display:none'>公</span>"},
    {"scripts", u"<script>x</script>"},
};

// The letters of the labels in random order: as many near misses as can be.
std::u16string letters_of_labels(std::size_t bytes) {
  Random random(1);
  const std::u16string letters = report(1, "headings_only") + report(2, "one_line");
  return filled(bytes, [&] {
    std::u16string out(1, letters[random.below(letters.size())]);
    if (random.below(12) == 0) out += random.below(2) == 0 ? u"|" : u"\n0\n";
    return out;
  });
}

std::u16string random_units(std::size_t bytes) {
  Random random(2);
  return filled(bytes, [&] { return std::u16string(1, static_cast<char16_t>(random.next())); });
}

std::u16string random_ideographs(std::size_t bytes) {
  Random random(3);
  return filled(bytes, [&] {
    return std::u16string(1, static_cast<char16_t>(0x4E00 + random.below(0x5200)));
  });
}

// A little of each kind in turn, in random order.
std::u16string all_units(std::size_t bytes) {
  Random random(4);
  return filled(bytes, [&] {
    const Unit& unit = units[random.below(std::size(units))];
    std::u16string out;
    for (std::uint64_t i = 0; i < 1 + random.below(20); ++i) out += unit.text;
    return out;
  });
}

// A line of a report in turn with a stretch of noise.
std::u16string report_in_noise(std::size_t bytes) {
  Random random(5);
  const std::u16string lines = report(3, "lines");
  std::size_t at = 0;
  return filled(bytes, [&] {
    const std::size_t end = std::min(lines.find(u'\n', at), lines.size() - 1) + 1;
    std::u16string out = lines.substr(at, end - at);
    at = end == lines.size() ? 0 : end;
    const Unit& unit = units[random.below(std::size(units))];
    for (std::uint64_t i = 0; i < random.below(6); ++i) out += unit.text;
    return out;
  });
}

std::u16string wide_rows(std::size_t bytes) {
  return u"二、主动公开政府信息情况\n规章 |" + repeated(u" 1 |", bytes / 2) +
         u"\n三、收到和处理政府信息公开申请情况\n(一)予以公开 |" + repeated(u" |", bytes / 2);
}

std::string encoded(std::u16string_view text, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return {};
  std::string out(text.size() * 4 + 16, '\0');
  out.resize(static_cast<std::size_t>(
      ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                      static_cast<std::int32_t>(text.size()), &status)));
  ucnv_close(converter);
  return out;
}

std::span<const unsigned char> bytes_of(const std::string& text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

// What is measured: `prepare` makes the input of a size, and gives the work on it.
struct Kind {
  std::string name;
  std::function<std::function<void()>(std::size_t bytes)> prepare;
  // Large text may be cheaper: ICU's detector looks at a file's first 64 KB to tell GB18030 from
  // Big5, large or broken HTML is rendered without a parser, and title and dates are looked for in
  // the first 400,000 and last 100,000 characters only, which is most of the work where a text has
  // nothing of a report.
  bool may_fall = false;
};

// Work whose result is not thrown away before it is done.
volatile std::size_t sink = 0;

Kind checked(std::string name, std::function<std::u16string(std::size_t)> make) {
  return {std::move(name), [make = std::move(make)](std::size_t bytes) {
            return [text = make(bytes)] { sink = gouji::to_json(gouji::check(text)).size(); };
          }};
}

Kind decoded(const char* encoding) {
  return {std::string("decoding ") + encoding,
          [encoding](std::size_t bytes) {
            std::string text = encoded(reports(bytes, "all"), encoding);
            text.resize(std::min(text.size(), bytes));
            return [text = std::move(text)] { sink = gouji::decode(bytes_of(text)).size(); };
          },
          true};
}

// A file of HTML, from its bytes to the answer. `make` gives what stands in a page's body, behind a
// table of a report.
Kind page(const std::string& name, std::function<std::u16string(std::size_t)> make) {
  return {"HTML, " + name,
          [make = std::move(make)](std::size_t bytes) {
            std::u16string text =
                u"<html><body><h1>二、主动公开政府信息情况</h1><table><tr><td>规章"
                u"</td><td>1</td><td>0</td><td>3</td></tr></table>";
            text += make(bytes);
            return [file = encoded(text, "UTF-8")] {
              sink = gouji::to_json(gouji::check(gouji::read_source(bytes_of(file)))).size();
            };
          },
          true};
}

// The same as MHT, each byte quoted.
Kind web_archive() {
  return {"MHT",
          [](std::size_t bytes) {
            std::string file =
                "MIME-Version: 1.0\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
                "Content-Transfer-Encoding: quoted-printable\r\n\r\n";
            for (const char c : encoded(reports(bytes / 3, "html"), "UTF-8")) {
              char quoted[4];
              std::snprintf(quoted, sizeof quoted, "=%02X",
                            static_cast<unsigned>(static_cast<unsigned char>(c)));
              file += quoted;
              if (file.size() % 75 < 3) file += "=\r\n";
            }
            return [file = std::move(file)] {
              sink = gouji::to_json(gouji::check(gouji::read_source(bytes_of(file)))).size();
            };
          },
          true};
}

// The answer in words, which counts the lines and columns of every finding.
Kind told(std::string name, std::function<std::u16string(std::size_t)> make) {
  return {"words for " + name, [make = std::move(make)](std::size_t bytes) {
            std::u16string text = make(bytes);
            gouji::Answer answer = gouji::check(text);
            return [text = std::move(text), answer = std::move(answer)] {
              sink = gouji::to_text(answer, text).size();
            };
          }};
}

std::vector<Kind> all_kinds() {
  std::vector<Kind> out;
  out.push_back(checked("a report with long prose", long_prose));
  out.back().may_fall = true;  // what is claimed is read up to a number of claims
  for (const gouji::property::Layout& layout : gouji::property::layouts()) {
    if (layout.html) continue;
    const std::string_view name = layout.name;
    out.push_back(checked("reports, " + std::string(name),
                          [name](std::size_t bytes) { return reports(bytes, name); }));
  }
  for (const std::string_view layout : {"pipes_trailing", "markdown", "tabs", "lines",
                                        "cell_then_bar", "spaces", "fused", "one_line", "rubble"}) {
    out.push_back(checked("long table, " + std::string(layout),
                          [layout](std::size_t bytes) { return long_table(bytes, layout); }));
  }
  for (const Unit& unit : units) {
    out.push_back(
        checked(unit.name, [&unit](std::size_t bytes) { return repeated(unit.text, bytes); }));
    out.back().may_fall = true;
  }
  out.push_back(checked("letters of labels", letters_of_labels));
  out.push_back(checked("random units", random_units));
  out.push_back(checked("random ideographs", random_ideographs));
  out.push_back(checked("all of these in turn", all_units));
  out.push_back(checked("a report's lines in noise", report_in_noise));
  out.push_back(checked("very wide rows", wide_rows));
  out.push_back(checked("empty cells, tabs", [](std::size_t bytes) {
    return u"规章\t1\t" + repeated(u"\t", bytes) + u"\n规章\t1\n";
  }));
  out.push_back(checked("empty cells, bars", [](std::size_t bytes) {
    return u"规章|1|" + repeated(u" |", bytes) + u"\n规章|1|\n";
  }));
  out.push_back(checked("spaces", [](std::size_t bytes) {
    return u"规章 1 " + repeated(u" ", bytes) + u"规章 1\n";
  }));
  out.push_back(told("reports", [](std::size_t bytes) { return reports(bytes, "all"); }));
  out.push_back(told("a report in one line", [](std::size_t bytes) {
    return repeated(u"主动公开", bytes) + report(1, "one_line");
  }));
  for (const char* const encoding : {"UTF-8", "UTF-16LE", "GB18030", "Big5"}) {
    out.push_back(decoded(encoding));
  }
  for (const std::string_view layout : {"html", "html_office"}) {
    out.push_back(page("reports, " + std::string(layout),
                       [layout](std::size_t bytes) { return reports(bytes, layout); }));
  }
  for (const Unit& unit : tags) {
    out.push_back(
        page(unit.name, [&unit](std::size_t bytes) { return repeated(unit.text, bytes); }));
  }
  out.push_back(page("all of these in turn", [](std::size_t bytes) {
    Random random(6);
    return filled(bytes, [&] {
      const Unit& unit = tags[random.below(std::size(tags))];
      std::u16string out;
      for (std::uint64_t i = 0; i < 1 + random.below(20); ++i) out += unit.text;
      return out;
    });
  }));
  out.push_back(web_archive());
  return out;
}

// The least processor time of several runs, more of them the shorter they are.
double seconds_of(const std::function<void()>& work) {
  constexpr double enough = 0.05;
  double best = 1e9;
  double all = 0;
  for (int i = 0; i < 2 || (all < enough && i < 100); ++i) {
    const std::clock_t begin = std::clock();
    work();
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::min(best, seconds);
    all += seconds;
  }
  return best;
}

struct Result {
  std::string name;
  std::array<double, sizes.size()> seconds{};
  double ratio = 0;

  [[nodiscard]] double largest() const { return seconds.back(); }
  [[nodiscard]] bool kept() const { return ratio <= most_ratio && largest() < most_seconds; }
};

Result measure(const Kind& kind) {
  Result out;
  out.name = kind.name;
  std::array<double, sizes.size()> rates{};
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const std::function<void()> work = kind.prepare(sizes[i]);
    out.seconds[i] = seconds_of(work);
    rates[i] = out.seconds[i] / static_cast<double>(sizes[i]);
    for (std::size_t smaller = 0; smaller <= i; ++smaller) {
      const double rise = rates[i] / rates[smaller];
      out.ratio = std::max({out.ratio, rise, kind.may_fall ? 1.0 : 1.0 / rise});
    }
  }
  return out;
}

void print(const char* before, const Result& result) {
  std::printf("%s%-28s", before, result.name.c_str());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    std::printf(" %8.1f", result.seconds[i] / static_cast<double>(sizes[i]) * 1e9);
  }
  std::printf("   %4.1f  %6.0f ms%s\n", result.ratio, result.largest() * 1000,
              result.kept() ? "" : "  NOT KEPT");
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<Kind> kinds = all_kinds();
  if (count > 1) {
    std::erase_if(kinds, [&](const Kind& kind) {
      return std::none_of(arguments + 1, arguments + count, [&](const char* name) {
        return kind.name.find(name) != std::string::npos;
      });
    });
  }
  std::printf("%-28s %8s %8s %8s %8s   ratio    5 MB\n", "ns per byte", "10 KB", "100 KB", "1 MB",
              "5 MB");
  std::vector<Result> results;
  for (const Kind& kind : kinds) {
    Result result = measure(kind);
    // A machine that is busy gets another chance.
    for (int i = 0; i < 2 && !result.kept(); ++i) result = measure(kind);
    print("", result);
    results.push_back(std::move(result));
  }
  const auto passed = std::count_if(results.begin(), results.end(),
                                    [](const Result& result) { return result.kept(); });
  const auto worst = [&](const char* by, auto value) {
    std::vector<Result> sorted = results;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Result& a, const Result& b) { return value(a) > value(b); });
    std::printf("report: %s\n", by);
    for (std::size_t i = 0; i < std::min<std::size_t>(sorted.size(), 3); ++i) {
      print("report:   ", sorted[i]);
    }
  };
  std::printf("report: %zu kinds of text, ns per byte at 10 KB, 100 KB, 1 MB and 5 MB\n",
              results.size());
  worst("growing most", [](const Result& result) { return result.ratio; });
  worst("taking longest", [](const Result& result) { return result.largest(); });
  for (const Result& result : results) {
    if (!result.kept()) print("report: not kept: ", result);
  }
  std::printf("%d passed, %d failed\n", static_cast<int>(passed),
              static_cast<int>(results.size()) - static_cast<int>(passed));
  return passed == static_cast<std::ptrdiff_t>(results.size()) ? 0 : 1;
}
