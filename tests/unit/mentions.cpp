// Words like the tables' labels in running text: drop_mentions, and that the tables are read past
// them.
#include "tables/mentions.h"

#include <algorithm>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"
#include "tables/tables.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using test::utf8;

std::size_t places_in(std::u16string_view text) {
  const Document document = read_document(text);
  return static_cast<std::size_t>(
      std::count_if(document.labels.begin(), document.labels.end(), [](const Hit& hit) {
        const LabelKind kind = labels()[hit.label].kind;
        return kind == LabelKind::row || kind == LabelKind::column;
      }));
}

TEST(Mentions, SentencesHaveNoLabels) {
  for (const std::u16string_view text : {
           u"全年制发行政规范性文件4件,废止1件,现行有效12件。",
           u"本年制发规范性文件５５件，均在规定时限内公布。",
           u"全年未制发行政规范性文件。",
           u"从办理结果看,予以公开4件,部分公开2件,不予公开13件。",
           u"作出行政许可决定5件、行政处罚8件、行政强制6件。",
           u"因政府信息公开被提起行政诉讼3件，其中结果维持2件。",
       }) {
    EXPECT_EQ(places_in(text), 0U) << utf8(text);
  }
}

// Measure words in the cells, cells of a CSV file, a table run together.
TEST(Mentions, RowsStayRows) {
  struct Row {
    std::u16string_view text;
    std::size_t places;
  };
  for (const Row& row : {
           Row{u"规章 | 3件 | 0件 | 9件", 1},
           Row{u"行政规范性文件4件1件12件", 1},
           Row{u"规章0件0件0件行政规范性文件4件1件12件", 2},
           Row{u"一、规章3件0件9件", 1},
           Row{u"行政处罚 8件\n行政强制 6件", 2},
           Row{u"一、本年新收政府信息公开申请数量3件0件0件0件0件0件3件", 1},
       }) {
    EXPECT_EQ(places_in(row.text), row.places) << utf8(row.text);
  }
}

// Without the heading of section 2 nothing but the row itself tells where its table begins.
TEST(Mentions, FiguresOfASentenceAreNoCells) {
  for (const std::string_view form : {"2021", "2019"}) {
    test::Random random(71);
    const Report report(form_of(form), test::reconciled(form_of(form), random));
    std::u16string text = report.title() + report.section(1);
    text +=
        u"全年制发行政规范性文件804件,废止816件,现行有效812件。作出行政许可决定875件。\n"
        u"全年收到申请866件,其中予以公开874件,部分公开822件。\n";
    const std::u16string section = report.section(2);
    text += section.substr(report.heading(2).size());
    for (const int number : {3, 4, 5, 6}) text += report.section(number);
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << form;
    EXPECT_EQ(test::unread_numbers(answer, report.values), "") << form;
  }
}

}  // namespace
}  // namespace gouji
