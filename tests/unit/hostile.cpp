// Input that is no report, or a report's worst enemy: an answer that says what it is, in time.
#include <algorithm>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::most_seconds;
using test::Report;

constexpr std::size_t five_megabytes = 5'000'000;

// As large as a file of so many bytes of UTF-8.
std::u16string repeated(std::u16string_view unit, std::size_t bytes = five_megabytes) {
  const std::size_t count = bytes / test::utf8(unit).size();
  std::u16string out;
  out.reserve(count * unit.size());
  for (std::size_t i = 0; i < count; ++i) out += unit;
  return out;
}

// Words of the forms all over are the most work there can be, and WebAssembly's speed is half.
#ifdef __EMSCRIPTEN__
constexpr double most_for_words = 2 * most_seconds;
#else
constexpr double most_for_words = most_seconds;
#endif

// Checks the text and everything that holds for any answer, within the time. A machine that is busy
// gets a second and a third chance.
Answer answered(std::u16string_view text, double limit = most_seconds) {
  Answer answer;
  double seconds = limit;
  for (int i = 0; i < 3 && seconds >= limit; ++i) {
    seconds = test::seconds_of([&] { answer = check(text); });
  }
  EXPECT_LT(seconds, limit);
  EXPECT_EQ(test::broken_promises(answer, text), "");
  EXPECT_LT(to_json(answer).size(), 10'000'000U);
  testing::Test::RecordProperty("milliseconds", static_cast<int>(seconds * 1000));
  return answer;
}

// Noise has no figure of any table.
void expect_no_figures(const Answer& answer) {
  for (const Cell& cell : answer.cells) {
    EXPECT_NE(cell.state, CellState::printed) << cell.id;
    EXPECT_FALSE(cell.inferred.has_value()) << cell.id;
  }
}

struct Noise {
  const char* name;
  const char16_t* unit;
};

class FiveMegabytes : public testing::TestWithParam<Noise> {};

TEST_P(FiveMegabytes, OfTheSameGetAnAnswerInTime) {
  const Answer answer = answered(repeated(GetParam().unit));
  EXPECT_EQ(answer.verdict, Verdict::unknown_form) << test::list_of_findings(answer);
  expect_no_figures(answer);
}

TEST(Hostile, FiveMegabytesThatAreNoText) {
  for (const std::u16string_view unit : {u" ", u"\t", u"\r\n", u"\u3000", u"\u00A0", u"\u200B"}) {
    const Answer answer = answered(repeated(unit));
    EXPECT_EQ(answer.verdict, Verdict::unreadable) << static_cast<unsigned>(unit.front());
  }
}

// One character whose normal form has 18.
TEST(Hostile, CharactersThatNormalizeToMany) {
  const Answer answer = answered(repeated(u"\uFDFA"), most_for_words);
  EXPECT_EQ(answer.verdict, Verdict::unknown_form);
}

TEST_P(FiveMegabytes, InsideAReportGetAnAnswerInTime) {
  test::Random random(130);
  const test::Values values = test::reconciled(form_of("2021"), random);
  const Report report(form_of("2021"), values);
  const std::u16string noise = repeated(GetParam().unit, 1'000'000);
  for (const int before : {1, 3, 4}) {
    std::u16string text = report.title();
    for (int number = 1; number <= 6; ++number) {
      if (number == before) text += noise + u"\n";
      text += report.section(number);
    }
    EXPECT_EQ(test::wrong_numbers(answered(text), values), "") << "before " << before;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Hostile, FiveMegabytes,
    testing::Values(Noise{"bars", u"|"}, Noise{"lines_of_bars", u"\n|"}, Noise{"zeros", u"0 "},
                    Noise{"zeros_on_lines", u"0\n"}, Noise{"zeros_in_cells", u"0|"},
                    Noise{"digits", u"0"}, Noise{"combining_marks", u"\u0301"},
                    Noise{"mixed_marks", u"\u0301\u0323\u3099"}, Noise{"brackets", u"("},
                    Noise{"wide_brackets", u"（"}, Noise{"closed_brackets", u"()"},
                    Noise{"quotes", u"\""}, Noise{"quotes_on_lines", u"\"\n"},
                    Noise{"quotes_in_cells", u"\"\t"}, Noise{"letters", u"a"},
                    Noise{"ideographs", u"公"}, Noise{"common_words", u"政府信息公开"},
                    Noise{"dashes", u"—"}, Noise{"pages", u"— 4 —\n"}, Noise{"rules", u"|---|\n"},

                    Noise{"jamo", u"\u1100\u1161\u11A8"}, Noise{"replacement", u"\uFFFD"},
                    Noise{"years", u"2023年"}, Noise{"dates", u"2023年1月1日至"},
                    Noise{"commas", u"1,"}, Noise{"points", u"1."}, Noise{"stops", u"。"},
                    Noise{"numbering", u"一、"}, Noise{"guillemets", u"《政府信息公开指南》"}),
    [](const testing::TestParamInfo<Noise>& info) { return info.param.name; });

// These hold words of the forms: they may be taken for a report, but no figure is made of them.
class FormWords : public testing::TestWithParam<Noise> {};

TEST_P(FormWords, AreAnsweredInTime) { (void)answered(repeated(GetParam().unit), most_for_words); }

INSTANTIATE_TEST_SUITE_P(
    Hostile, FormWords,
    testing::Values(
        Noise{"rows", u"规章 0\n"}, Noise{"rows_in_cells", u"规章|0|"}, Noise{"totals", u"总计"},
        Noise{"numbered_totals", u"(七)总计 1\n"}, Noise{"halves_of_labels", u"属于行政"},
        Noise{"long_labels", u"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
        Noise{"damaged_labels", u"申请人无正理由逾期不补正、行政机关再处理其政信息公开申请 0\n"},
        Noise{"headings", u"二、主动公开政府信息情况\n"},
        Noise{"dispute_heads", u"结果维持|结果纠正|其他结果|尚未审结|总计|"},
        Noise{"titles", u"青石县民政局2023年政府信息公开工作年度报告\n"},
        Noise{"labels_without_figures", u"行政许可\n行政处罚\n行政强制\n"},
        Noise{"rows_and_lines_without_labels", u"规章 | | | |\n| 1 | 2 | 3 |\n"},
        Noise{"open_rows", u"重复申请 1 2 3\n"}),
    [](const testing::TestParamInfo<Noise>& info) { return info.param.name; });

TEST(Hostile, FiveMegabytesOfRandomUnits) {
  test::Random random(131);
  std::u16string text;
  text.reserve(five_megabytes / 2);
  while (text.size() < five_megabytes / 2) text.push_back(static_cast<char16_t>(random.next()));
  const Answer answer = answered(text);
  EXPECT_EQ(answer.verdict, Verdict::unknown_form);
}

TEST(Hostile, FiveMegabytesOfRandomCharacters) {
  test::Random random(132);
  std::u16string text;
  text.reserve(five_megabytes / 3);
  while (text.size() + 1 < five_megabytes / 3) {
    const auto c = static_cast<char32_t>(random.below(0x110000));
    if (c >= 0xD800 && c < 0xE000) continue;
    if (c < 0x10000) {
      text.push_back(static_cast<char16_t>(c));
    } else {
      text.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      text.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    }
  }
  EXPECT_EQ(answered(text).verdict, Verdict::unknown_form);
}

TEST(Hostile, FiveMegabytesOfRandomIdeographs) {
  test::Random random(133);
  std::u16string text;
  text.reserve(five_megabytes / 3);
  while (text.size() < five_megabytes / 3) {
    text.push_back(static_cast<char16_t>(0x4E00 + random.below(0x5200)));
  }
  expect_no_figures(answered(text));
}

// The letters of the forms' labels in random order: as many near misses as can be.
TEST(Hostile, FiveMegabytesOfLettersOfTheLabels) {
  test::Random random(134);
  std::u16string letters;
  for (const RequestRowData& row : form_2021.request_rows) letters += row.label;
  std::u16string text;
  text.reserve(five_megabytes / 3);
  while (text.size() < five_megabytes / 3) {
    text.push_back(random.pick(letters));
    if (random.one_in(12)) text += random.one_in(2) ? u"|" : u"\n0\n";
  }
  (void)answered(text);
}

TEST(Hostile, NulsAndLoneSurrogates) {
  for (const char16_t c : {char16_t{0}, char16_t{0xD800}, char16_t{0xDFFF}}) {
    const Verdict verdict = answered(std::u16string(five_megabytes / 3, c)).verdict;
    EXPECT_EQ(verdict, c == 0 ? Verdict::unreadable : Verdict::unknown_form);
    test::Random random(135);
    const test::Values values = test::reconciled(form_of("2021"), random);
    std::u16string text = Report(form_of("2021"), values).text();
    for (int i = 0; i < 30; ++i) {
      // Between lines, where they damage nothing.
      std::size_t at = text.find(u'\n', random.below(text.size() - 1));
      if (at == std::u16string::npos) continue;
      text.insert(at + 1, std::u16string(1, c) + u"\n");
    }
    const Answer answer = answered(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << static_cast<unsigned>(c);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << static_cast<unsigned>(c);
  }
}

TEST(Hostile, TenThousandNestedTagsStayText) {
  std::u16string tags;
  for (int i = 0; i < 10'000; ++i) tags += u"<div><img onerror=alert(1)></textarea></script>";
  test::Random random(136);
  const test::Values values = test::reconciled(form_of("2021"), random);
  const Report report(form_of("2021"), values);
  std::u16string text = report.title();
  for (int number = 1; number <= 6; ++number) {
    text += report.section(number);
    if (number == 1) text += tags + u"\n";
  }
  const Answer answer = answered(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "");
}

TEST(Hostile, ATableOfVeryWideRows) {
  std::u16string text = u"二、主动公开政府信息情况\n规章 |";
  for (int i = 0; i < 500'000; ++i) text += u" 1 |";
  text += u"\n三、收到和处理政府信息公开申请情况\n(一)予以公开 |";
  for (int i = 0; i < 500'000; ++i) text += u" |";
  const Answer answer = answered(text);
  for (const Cell& cell : answer.cells) EXPECT_NE(cell.state, CellState::printed) << cell.id;
}

TEST(Hostile, TheSameReportAThousandTimes) {
  test::Random random(137);
  const test::Values values = test::reconciled(form_of("2021"), random);
  const std::u16string one = Report(form_of("2021"), values).text();
  const Answer answer = answered(repeated(one));
  EXPECT_EQ(test::wrong_numbers(answer, values), "");
}

TEST(Hostile, ManyDifferentReportsInOneTextGiveNoMixture) {
  test::Random random(138);
  const test::Values first = test::reconciled(form_of("2021"), random);
  const test::Values second = test::reconciled(form_of("2021"), random);
  const std::u16string text =
      Report(form_of("2021"), first).text() + Report(form_of("2021"), second).text();
  const Answer answer = answered(text);
  // Each table as a whole is of one report.
  for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
    std::size_t of_first = 0;
    std::size_t of_second = 0;
    std::size_t printed = 0;
    for (const Cell& cell : answer.cells) {
      if (!cell.id.starts_with(name(id)) || !cell.value) continue;
      ++printed;
      const std::string value = to_string(*cell.value);
      of_first += value == test::utf8(first.at(std::string(cell.id))) ? 1U : 0U;
      of_second += value == test::utf8(second.at(std::string(cell.id))) ? 1U : 0U;
    }
    EXPECT_TRUE(of_first == printed || of_second == printed) << name(id);
  }
}

// Time per character: a text a hundred times as long takes a hundred times as long, not more than
// three times that.
double seconds_for(std::u16string_view text) {
  double best = 1e9;
  const int rounds = text.size() < 1'000'000 ? 5 : 1;
  for (int i = 0; i < rounds; ++i) {
    best = std::min(best, test::seconds_of([&] { (void)check(text); }));
  }
  return best;
}

TEST(Growth, IsLinear) {
  test::Random random(139);
  std::u16string reports;
  while (reports.size() < five_megabytes) {
    Report report(form_of(random.one_in(2) ? "2021" : "2019"),
                  test::reconciled(form_of("2021"), random));
    report.shape = random.pick(test::all_shapes);
    reports += report.text();
  }
  const std::u16string_view all = reports;
  const double small = seconds_for(all.substr(0, 100'000)) / 100'000;
  const double middle = seconds_for(all.substr(0, 1'000'000)) / 1'000'000;
  const double large = seconds_for(all.substr(0, five_megabytes)) / five_megabytes;
  EXPECT_LT(middle, small * 3) << "per character at 1 MB against 100 KB";
  EXPECT_LT(large, small * 3) << "per character at 5 MB against 100 KB";
  EXPECT_LT(large * five_megabytes / 2, most_seconds) << "5 MB of reports";
}

}  // namespace
}  // namespace gouji
