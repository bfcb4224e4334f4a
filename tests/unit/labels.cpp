// Labels found in the text, and the choice among them: find_labels and align, as read_document
// puts them together.
#include "tables/label_search.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"
#include "tables/alignment.h"
#include "tables/tables.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::Shape;
using test::utf8;
using test::Values;

// 「art20_1/rules」, in the order of the text. 「(六)其他处理」 is a row of the older form and the
// head of a group in the newer one.
std::vector<std::string> rows_of(const Document& document, const Form& form, Part part) {
  const std::uint8_t bit = form.id() == "2021" ? 1 : 2;
  std::vector<std::string> out;
  for (const Hit& hit : document.labels) {
    const Label& label = labels()[hit.label];
    if (label.kind != LabelKind::row || label.part != part || (label.forms & bit) == 0) continue;
    out.push_back(std::string(label.article) + "/" + std::string(label.key));
  }
  return out;
}

std::vector<std::string> rows_of(const Form& form, TableId id) {
  std::vector<std::string> out;
  for (const FormLine& line : form.lines) {
    if (line.table == id && id != TableId::disputes) {
      out.push_back(std::string(line.article) + "/" + std::string(line.key));
    }
  }
  return out;
}

// A letter that stands in no label.
constexpr char16_t odd = u'鼎';

struct RowLabel {
  TableId table;
  std::string key;
  std::u16string text;  // as the form prints it, without numbering
  std::u16string numbering;
};

std::vector<RowLabel> row_labels(const Form& form) {
  std::vector<RowLabel> out;
  for (const ArticleData& article : form.data->articles) {
    for (const LabelledKey& row : article.rows) {
      out.push_back({TableId::disclosure, std::string(article.key) + "." + std::string(row.key),
                     std::u16string(row.label), u""});
    }
  }
  for (const RequestRowData& row : form.data->request_rows) {
    out.push_back({TableId::requests, std::string(row.key), std::u16string(row.label),
                   std::u16string(row.numbering)});
  }
  return out;
}

// A report in which one row's label is written otherwise, the figures all different from row to row
// so that any row read in the place of another shows.
class DamagedLabel : public testing::TestWithParam<const char*> {
 protected:
  const Form& form() const { return form_of(GetParam()); }

  // `label` stands in the place of numbering and label.
  std::u16string report_with(const RowLabel& row, const std::u16string& label, Shape shape) {
    test::Random random(30);
    values_ = test::reconciled(form(), random, 90);
    Report report(form(), values_);
    report.shape = shape;
    const std::u16string text = report.text();
    // The label's own place: its numbering and label, then what follows a cell.
    const std::u16string full = row.numbering + row.text;
    std::size_t at = std::u16string::npos;
    for (std::size_t i = text.find(full); i != std::u16string::npos; i = text.find(full, i + 1)) {
      const char16_t before = i == 0 ? u'\n' : text[i - 1];
      const char16_t behind = i + full.size() < text.size() ? text[i + full.size()] : u'\n';
      const bool own = (before == u'\n' || before == u' ' || before == u'\t') &&
                       (behind == u' ' || behind == u'\n' || behind == u'\t' || behind == u'(');
      // The column 「总计」 and the row 「(七)总计」, the column 「其他」 and the row 「3.其他」.
      if (own && (!row.numbering.empty() || row.table == TableId::disclosure)) at = i;
      if (own && at == i) break;
    }
    EXPECT_NE(at, std::u16string::npos) << utf8(full);
    if (at == std::u16string::npos) return text;
    return text.substr(0, at) + label + text.substr(at + full.size());
  }

  void expect_read(const RowLabel& row, const std::u16string& label, Shape shape) {
    const std::u16string text = report_with(row, row.numbering + label, shape);
    const Answer answer = check(text);
    const std::string wrong = test::wrong_numbers(answer, values_);
    EXPECT_EQ(wrong, "") << row.key << " as " << utf8(label) << " in " << name(shape);
    const std::string unread = test::unread_numbers(answer, values_);
    EXPECT_EQ(unread, "") << row.key << " as " << utf8(label) << " in " << name(shape);
  }

  Values values_;
};

TEST_P(DamagedLabel, WholeLabelsAreFoundExactlyAndInOrder) {
  for (const Shape shape : test::all_shapes) {
    test::Random random(31);
    Report report(form(), test::reconciled(form(), random));
    report.shape = shape;
    const std::u16string text = report.text();
    const Document document = read_document(text);
    for (const TableId id : {TableId::disclosure, TableId::requests}) {
      EXPECT_EQ(rows_of(document, form(), static_cast<Part>(static_cast<int>(id) + 2)),
                rows_of(form(), id))
          << name(shape);
    }
    std::size_t dispute_columns = 0;
    std::set<int> sections;
    for (const Hit& hit : document.labels) {
      const Label& label = labels()[hit.label];
      EXPECT_TRUE(hit.exact) << utf8(text.substr(hit.begin, hit.end - hit.begin));
      if (label.kind == LabelKind::column && label.part == 4) ++dispute_columns;
      if (label.kind == LabelKind::section) sections.insert(label.part);
    }
    EXPECT_EQ(dispute_columns, 15U) << name(shape);
    EXPECT_EQ(sections.size(), 6U) << name(shape);
  }
}

TEST_P(DamagedLabel, OneLetterMisread) {
  for (const RowLabel& row : row_labels(form())) {
    std::set<std::size_t> places = {0, row.text.size() / 2, row.text.size() - 1};
    for (const std::size_t at : places) {
      if (!is_han(row.text[at])) continue;
      std::u16string label = row.text;
      label[at] = odd;
      for (const Shape shape : {Shape::bars, Shape::lines}) expect_read(row, label, shape);
    }
  }
}

TEST_P(DamagedLabel, OneLetterMissing) {
  for (const RowLabel& row : row_labels(form())) {
    if (row.text.size() < 4) continue;
    std::set<std::size_t> places = {0, row.text.size() / 2, row.text.size() - 1};
    for (const std::size_t at : places) {
      std::u16string label = row.text;
      label.erase(at, 1);
      for (const Shape shape : {Shape::bars, Shape::lines}) expect_read(row, label, shape);
    }
  }
}

TEST_P(DamagedLabel, OneLetterTooMany) {
  for (const RowLabel& row : row_labels(form())) {
    if (row.text.size() < 4) continue;
    for (const std::size_t at : {std::size_t{1}, row.text.size() / 2, row.text.size() - 1}) {
      std::u16string label = row.text;
      label.insert(at, 1, odd);
      for (const Shape shape : {Shape::bars, Shape::lines}) expect_read(row, label, shape);
    }
  }
}

TEST_P(DamagedLabel, BrokenOverLines) {
  for (const RowLabel& row : row_labels(form())) {
    for (const std::size_t at : {std::size_t{1}, row.text.size() / 2}) {
      std::u16string label = row.text;
      label.insert(at, u"\n");
      for (const Shape shape : {Shape::bars, Shape::lines}) expect_read(row, label, shape);
    }
  }
}

TEST_P(DamagedLabel, SpacesBetweenItsLetters) {
  for (const RowLabel& row : row_labels(form())) {
    std::u16string label;
    for (const char16_t c : row.text) {
      label.push_back(c);
      if (is_han(c)) label.push_back(u'\u3000');
    }
    label.pop_back();
    for (const Shape shape : {Shape::bars, Shape::lines}) expect_read(row, label, shape);
  }
}

TEST_P(DamagedLabel, WithAPageMarkInside) {
  for (const RowLabel& row : row_labels(form())) {
    if (row.text.size() < 8) continue;
    std::u16string label = row.text;
    label.insert(label.size() / 2, u"\n— 4 —\n");
    expect_read(row, label, Shape::lines);
  }
}

TEST_P(DamagedLabel, WithoutItsNumbering) {
  for (const RowLabel& row : row_labels(form())) {
    // Alone 「总计」 is a column's head as well, and 「其他」 too.
    if (row.numbering.empty() || row.text.size() < 4) continue;
    for (const Shape shape : {Shape::bars, Shape::lines}) {
      const Answer answer = check(report_with(row, row.text, shape));
      EXPECT_EQ(test::wrong_numbers(answer, values_), "") << row.key << ' ' << name(shape);
      EXPECT_EQ(test::unread_numbers(answer, values_), "") << row.key << ' ' << name(shape);
    }
  }
}

TEST_P(DamagedLabel, WithNumberingThatStartsAgain) {
  for (const RowLabel& row : row_labels(form())) {
    if (row.numbering != u"2." && row.numbering != u"3.") continue;
    if (row.text.size() < 4) continue;
    for (const Shape shape : {Shape::bars, Shape::lines}) {
      const Answer answer = check(report_with(row, u"1." + row.text, shape));
      EXPECT_EQ(test::wrong_numbers(answer, values_), "") << row.key << ' ' << name(shape);
      EXPECT_EQ(test::unread_numbers(answer, values_), "") << row.key << ' ' << name(shape);
    }
  }
}

TEST_P(DamagedLabel, TwoRowsSwappedAreReadAsWhatTheySay) {
  test::Random random(32);
  const Values values = test::reconciled(form(), random, 90);
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::lines, Shape::cell_bar}) {
    Report report(form(), values);
    report.shape = shape;
    test::Grid grid = test::grid_of(form(), TableId::requests, values);
    // 「1.本机关不掌握…」 is behind its group's head; 2 and 3 stand alone.
    std::size_t second = 0;
    for (std::size_t r = 0; r < grid.size(); ++r) {
      if (grid[r].front().text.starts_with(u"2.没有现成信息")) second = r;
    }
    ASSERT_GT(second, 0U);
    std::swap(grid[second], grid[second + 1]);
    const std::u16string text = report.title() + report.section(1) + report.section(2) +
                                report.heading(3) + test::written(grid, shape) + report.section(4) +
                                report.section(5) + report.section(6);
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

TEST_P(DamagedLabel, HeadsThatAreRepeatedOnEveryPage) {
  test::Random random(33);
  const Values values = test::reconciled(form(), random, 90);
  for (const Shape shape : test::all_shapes) {
    Report report(form(), values);
    report.shape = shape;
    test::Grid grid = test::grid_of(form(), TableId::requests, values);
    const test::Grid heads(grid.begin(), grid.begin() + 3);
    const std::size_t middle = 12;
    const test::Grid upper(grid.begin(), grid.begin() + middle);
    test::Grid lower = heads;
    lower.insert(lower.end(), grid.begin() + middle, grid.end());
    const std::u16string text = report.title() + report.section(1) + report.section(2) +
                                report.heading(3) + test::written(upper, shape) + u"— 4 —\n" +
                                test::written(lower, shape) + report.section(4) +
                                report.section(5) + report.section(6);
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

INSTANTIATE_TEST_SUITE_P(Forms, DamagedLabel, testing::Values("2021", "2019"),
                         [](const auto& info) { return std::string("form_") + info.param; });

TEST(Labels, EveryLabelOfBothFormsIsKnown) {
  for (const Form& form : all_forms()) {
    const std::uint8_t bit = form.id() == "2021" ? 1 : 2;
    for (const TableId id : {TableId::disclosure, TableId::requests}) {
      for (const FormLine& line : form.lines) {
        if (line.table != id) continue;
        const auto known = std::count_if(labels().begin(), labels().end(), [&](const Label& label) {
          return label.kind == LabelKind::row && label.article == line.article &&
                 label.key == line.key && (label.forms & bit) != 0;
        });
        EXPECT_EQ(known, 1) << line.article << ' ' << line.key;
      }
    }
  }
  for (std::size_t i = 0; i < labels().size(); ++i) EXPECT_EQ(labels()[i].order, i);
  for (const Pattern& pattern : patterns()) {
    EXPECT_LT(pattern.label, labels().size());
    EXPECT_LE(pattern.core, pattern.letters.size());
    EXPECT_GE(pattern.core, 2U);
    EXPECT_TRUE(std::all_of(pattern.letters.begin(), pattern.letters.end(), is_han));
  }
}

TEST(Letters, WhatStandsBetweenTwo) {
  const std::u16string text = u"一二 三|四。五6七、八";
  const std::vector<Letter> letters = read_letters(text);
  ASSERT_EQ(letters.size(), 7U);
  EXPECT_EQ(letters[0].before, Gap::hard);  // the beginning of the text
  EXPECT_EQ(letters[1].before, Gap::none);
  EXPECT_EQ(letters[2].before, Gap::soft);
  EXPECT_EQ(letters[3].before, Gap::hard);
  EXPECT_EQ(letters[4].before, Gap::sentence);
  EXPECT_EQ(letters[5].before, Gap::number);
  EXPECT_EQ(letters[6].before, Gap::soft);
  for (const Letter& letter : letters) EXPECT_EQ(letter.c, text[letter.at]);
}

TEST(Letters, TheStrongestThingBetweenTwoCounts) {
  const std::vector<Letter> letters = read_letters(u"一 3。\n二 。 三");
  ASSERT_EQ(letters.size(), 3U);
  EXPECT_EQ(letters[1].before, Gap::hard);
  EXPECT_EQ(letters[2].before, Gap::sentence);
}

TEST(Labels, NamesOfRowsInProseAreNoRows) {
  test::Random random(34);
  const Values values = test::reconciled(form_of("2021"), random);
  for (const Shape shape : test::all_shapes) {
    Report report(form_of("2021"), values);
    report.shape = shape;
    const std::u16string prose =
        u"全年制发行政规范性文件6件，办理行政许可1876件、行政处罚312件、行政强制27件，"
        u"行政事业性收费58.4万元。\n"
        u"（一）依申请公开。全年新收政府信息公开申请28件，上年结转3件，其中予以公开12件、"
        u"部分公开4件，不予公开2件，本机关不掌握相关政府信息6件，重复申请1件，其他处理1件，"
        u"总计29件，结转下年度继续办理2件。\n"
        u"行政复议4件，结果维持2件；行政诉讼2件，尚未审结1件。\n";
    const std::u16string text = report.title() + report.section(1) + prose + report.section(2) +
                                report.section(3) + report.section(4) + report.section(5) + prose +
                                report.section(6);
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

TEST(Labels, ASentenceBetweenHeadingAndTableHasNoRows) {
  test::Random random(35);
  const Values values = test::reconciled(form_of("2021"), random);
  for (const Shape shape : test::all_shapes) {
    Report report(form_of("2021"), values);
    report.shape = shape;
    const std::u16string third =
        report.heading(3) +
        u"2023年，本局收到政府信息公开申请28件，其中自然人21件，商业企业4件，"
        u"予以公开12件，无法提供7件，均按期答复。\n" +
        report.section(3).substr(report.heading(3).size());
    const std::u16string text = report.title() + report.section(1) + report.section(2) + third +
                                report.section(4) + report.section(5) + report.section(6);
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

TEST(Labels, HeadsCutShort) {
  test::Random random(36);
  const Values values = test::reconciled(form_of("2021"), random);
  Report report(form_of("2021"), values);
  report.shape = Shape::bars;
  std::u16string text = report.text();
  const auto cut = [&](std::u16string_view from, std::u16string_view to) {
    for (std::size_t at = text.find(from); at != std::u16string::npos;
         at = text.find(from, at + 1)) {
      text.replace(at, from.size(), to);
    }
  };
  cut(u"结果维持 |", u"结果 |");
  cut(u"结果纠正 |", u"结果 |");
  cut(u"其他结果 |", u"其他 |");
  cut(u"尚未审结 |", u"尚未 |");
  cut(u"本年制发件数 |", u"本年制 |");
  cut(u"现行有效件数 |", u"现行有 |");
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "");
  EXPECT_EQ(test::unread_numbers(answer, values), "");
}

TEST(Labels, ALabelInTwoCells) {
  test::Random random(37);
  const Values values = test::reconciled(form_of("2021"), random);
  Report report(form_of("2021"), values);
  for (const Shape shape : {Shape::bars, Shape::cell_bar, Shape::lines}) {
    report.shape = shape;
    const std::u16string bar = shape == Shape::bars       ? u" | "
                               : shape == Shape::cell_bar ? u" |\n"
                                                          : u"\n";
    std::u16string text = test::replaced(report.text(), u"商业企业", u"商业" + bar + u"企业");
    text = test::replaced(std::move(text), u"三、本年度办理结果",
                          u"三、本" + bar + u"年度办" + bar + u"理结果");
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

TEST(Labels, BracketsAndColonsOfEitherWidth) {
  test::Random random(38);
  const Values values = test::reconciled(form_of("2021"), random);
  for (const Shape shape : test::all_shapes) {
    Report report(form_of("2021"), values);
    report.shape = shape;
    std::u16string text = report.text();
    for (char16_t& c : text) {
      if (c == u'(') c = u'（';
      if (c == u')') c = u'）';
      if (c == u':') c = u'：';
      if (c == u',') c = u'，';
    }
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, values), "") << name(shape);
    EXPECT_EQ(test::unread_numbers(answer, values), "") << name(shape);
  }
}

TEST(Labels, ExactHitsCoverTheLabelAndItsNumbering) {
  const std::u16string text =
      u"(三)不予公开 | 5.属于三类内部事务信息 | 0 | 0 |\n四、结转下年度继续办理 | 1 |";
  const std::vector<Letter> letters = read_letters(text);
  std::set<std::string> exact;
  for (const Hit& hit : find_labels(text, letters)) {
    ASSERT_LT(hit.first, hit.last);
    ASSERT_LE(hit.last, letters.size());
    ASSERT_LE(hit.begin, letters[hit.first].at);
    ASSERT_EQ(hit.end, letters[hit.last - 1].at + 1);
    if (hit.exact) exact.insert(utf8(text.substr(hit.begin, hit.end - hit.begin)));
  }
  EXPECT_TRUE(exact.contains("(三)不予公开"));
  EXPECT_TRUE(exact.contains("5.属于三类内部事务信息"));
  EXPECT_TRUE(exact.contains("四、结转下年度继续办理"));
}

// Texts made of the labels' own pieces: hits come in order, and those chosen do not overlap.
TEST(Alignment, ChosenLabelsDoNotOverlap) {
  test::Random random(39);
  for (int round = 0; round < 300; ++round) {
    std::u16string text;
    for (int i = 0; i < 40; ++i) {
      const Pattern& pattern = random.pick(patterns());
      std::u16string label = pattern.letters;
      if (random.one_in(3)) label = label.substr(random.below(label.size()));
      if (random.one_in(3)) label = label.substr(0, 1 + random.below(label.size()));
      if (random.one_in(4)) label[random.below(label.size())] = odd;
      text += label;
      text += random.pick(
          std::vector<std::u16string>{u"", u" ", u"|", u"\n", u" 0 ", u"。", u"、", u"3."});
    }
    const std::vector<Letter> letters = read_letters(text);
    const std::vector<Hit> hits = find_labels(text, letters);
    for (std::size_t i = 1; i < hits.size(); ++i) ASSERT_LE(hits[i - 1].first, hits[i].first);
    const std::vector<std::uint32_t> chosen = align(hits);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      ASSERT_LT(chosen[i], hits.size());
      if (i == 0) continue;
      ASSERT_LT(chosen[i - 1], chosen[i]);
      ASSERT_LE(hits[chosen[i - 1]].last, hits[chosen[i]].first);
    }
  }
}

TEST(Alignment, NoHitsAreNoLabels) { EXPECT_TRUE(align({}).empty()); }

TEST(Alignment, AHitThatIsWorthMoreIsChosenOverOneThatItOverlaps) {
  // 「其他结果」 is a column of section 4; 「其他」 alone would be one of section 3.
  const std::u16string text = u"结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |";
  const Document document = read_document(text);
  std::vector<std::string> keys;
  for (const Hit& hit : document.labels) keys.emplace_back(labels()[hit.label].key);
  EXPECT_EQ(keys, (std::vector<std::string>{"upheld", "corrected", "other", "pending", "total"}));
  for (const Hit& hit : document.labels) EXPECT_EQ(labels()[hit.label].part, 4);
}

}  // namespace
}  // namespace gouji
