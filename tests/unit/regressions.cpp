// One test for each kind of damage that once led to a wrong number, a lost cell
// or an untrue finding. Every text is a small report of its own, written in one
// layout and damaged in one way.
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Grid;
using test::Report;
using test::Shape;
using test::utf16;
using test::utf8;
using test::Values;

using Texts = std::vector<std::u16string>;

// A row of a table as it stands in a text: what comes before its label on the
// form (an item with its heads, 「三、本年度办理结果」, the name of its group),
// its label, its values.
struct Row {
  std::string key; // "requests.granted"
  Texts before;
  std::u16string label;
  Texts cells;
};
using Rows = std::vector<Row>;

Rows rows_of(const Form &form, TableId id, const Values &values) {
  Rows out;
  const auto cells = [&](Row &row, std::span<const ColumnData> columns) {
    for (const ColumnData &column : columns) {
      row.cells.push_back(values.at(row.key + '.' + std::string(column.key)));
    }
  };
  if (id == TableId::disclosure) {
    for (const ArticleData &article : form.data->articles) {
      std::u16string heads = u"信息内容";
      for (const ColumnData &column : article.columns)
        heads.append(u" ").append(column.label);
      for (const LabelledKey &line : article.rows) {
        Row &row = out.emplace_back();
        row.key = "disclosure." + std::string(article.key) + '.' +
                  std::string(line.key);
        if (&line == &article.rows.front())
          row.before = {std::u16string(article.item), heads};
        row.label = line.label;
        cells(row, article.columns);
      }
    }
  } else if (id == TableId::requests) {
    std::u16string_view group;
    bool opened = false;
    for (const RequestRowData &line : form.data->request_rows) {
      Row &row = out.emplace_back();
      row.key = "requests." + std::string(line.key);
      if (line.role == RowRole::result && !opened) {
        row.before.emplace_back(u"三、本年度办理结果");
        opened = true;
      }
      if (!line.group.empty() && line.group != group)
        row.before.emplace_back(line.group);
      group = line.group;
      row.label =
          std::u16string(line.numbering).append(line.label).append(line.note);
      cells(row, form.data->request_columns);
    }
  }
  return out;
}

std::u16string joined(const Texts &texts, std::u16string_view separator) {
  std::u16string out;
  for (const std::u16string &text : texts) {
    if (&text != &texts.front())
      out += separator;
    out += text;
  }
  return out;
}

// `before`, each on a line of its own.
std::u16string before(const Row &row) {
  return row.before.empty() ? u"" : joined(row.before, u"\n") + u'\n';
}
std::u16string spaced(const Row &row) { return joined(row.cells, u" "); }
// A value a line.
std::u16string one_a_line(const Row &row) {
  return joined(row.cells, u"\n") + u'\n';
}

constexpr std::u16string_view applicants =
    u"申请人情况\n自然人 法人或其他组织 总计\n"
    u"商业企业 科研机构 社会公益组织 法律服务机构 其他\n";

using Write = std::function<std::u16string(const Row &)>;

std::u16string written_rows(const Rows &rows, const Write &write) {
  std::u16string out;
  for (const Row &row : rows)
    out += write(row);
  return out;
}

Row &row_named(Rows &rows, std::string_view key) {
  const auto found = std::find_if(
      rows.begin(), rows.end(), [&](const Row &row) { return row.key == key; });
  EXPECT_NE(found, rows.end()) << key;
  return *found;
}

// A report whose figures reconcile, the same in every run.
Report sample(std::string_view form = "2021", std::uint64_t most = 40,
              std::uint64_t seed = 700) {
  const Form &own = form_of(form);
  test::Random random(seed);
  return Report(own, test::reconciled(own, random, most));
}

Rows rows_of(const Report &report, int section) {
  return rows_of(*report.forms[0], static_cast<TableId>(section - 2),
                 report.values);
}

// The report with another text behind the heading of one section.
std::u16string with_section(const Report &report, int section,
                            const std::u16string &text) {
  std::u16string out = report.title();
  for (int number = 1; number <= 6; ++number) {
    out += number == section ? report.heading(number) + text
                             : report.section(number);
  }
  return out;
}

std::u16string with_requests(const Report &report, const Rows &rows,
                             const Write &write) {
  return with_section(report, 3,
                      std::u16string(applicants) + written_rows(rows, write));
}
std::u16string with_requests(const Report &report, const Write &write) {
  return with_requests(report, rows_of(report, 3), write);
}
std::u16string with_disclosure(const Report &report, const Write &write) {
  return with_section(report, 2, written_rows(rows_of(report, 2), write));
}

Grid grid_of(const Report &report, int section) {
  return test::grid_of(*report.forms[0], static_cast<TableId>(section - 2),
                       report.values);
}
std::u16string with_grid(const Report &report, int section, const Grid &grid) {
  return with_section(report, section, test::written(grid, report.shape));
}

std::u16string everywhere(std::u16string text, std::u16string_view from,
                          std::u16string_view to) {
  EXPECT_NE(text.find(from), std::u16string::npos) << utf8(from);
  for (std::size_t at = 0; (at = text.find(from, at)) != std::u16string::npos;
       at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool is_figure(const std::u16string &text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char16_t c) {
    return c >= u'0' && c <= u'9';
  });
}

// Without the cells whose ids begin so.
Values without(Values values, std::string_view prefix) {
  std::erase_if(values, [&](const auto &value) {
    return value.first.starts_with(prefix);
  });
  return values;
}

void expect_nothing_wrong(const std::u16string &text, const Values &values) {
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "") << utf8(text);
}

// Every cell printed with its value, and nothing to find fault with.
void expect_read(const std::u16string &text, const Values &values) {
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "") << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "") << utf8(text);
  EXPECT_NE(answer.verdict, Verdict::inconsistent)
      << test::list_of_findings(answer) << utf8(text);
}
void expect_read(const std::u16string &text, const Report &report) {
  expect_read(text, report.values);
}

// Every cell read but those whose ids begin with `prefix`, and these `state`.
void expect_open(const std::u16string &text, const Values &values,
                 std::string_view prefix,
                 CellState state = CellState::ambiguous) {
  expect_read(text, without(values, prefix));
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
  for (const Cell &cell : answer.cells) {
    if (cell.id.starts_with(prefix)) {
      EXPECT_EQ(cell.state, state) << cell.id << '\n' << utf8(text);
    }
  }
}

// Nothing wrong, and every cell read but those whose ids begin with `prefix`,
// which may be open.
void expect_read_outside(const std::u16string &text, const Values &values,
                         std::string_view prefix) {
  expect_nothing_wrong(text, values);
  EXPECT_EQ(test::unread_numbers(check(text), without(values, prefix)), "")
      << utf8(text);
}

// No cell whose id begins with `prefix` has a number, and every other cell is
// read.
void expect_none(const std::u16string &text, const Values &values,
                 std::string_view prefix) {
  const Answer answer = check(text);
  for (const Cell &cell : answer.cells) {
    if (!cell.id.starts_with(prefix))
      continue;
    EXPECT_FALSE(cell.value) << cell.id << '\n' << utf8(text);
  }
  const Values others = without(values, prefix);
  EXPECT_EQ(test::wrong_numbers(answer, others), "") << utf8(text);
  EXPECT_EQ(test::unread_numbers(answer, others), "") << utf8(text);
}

// --- Numbers inside cells

// 「2 236」 in one cell: converters of pages whose thousands are set with a
// thin space.
TEST(Regressions, ThousandsPartedBySpacesInsideACell) {
  Report report = sample("2021", 3000);
  for (const Shape shape :
       {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    std::u16string text = report.title();
    for (int number = 1; number <= 6; ++number) {
      if (number < 2 || number > 3) {
        text += report.section(number);
        continue;
      }
      Grid grid = grid_of(report, number);
      for (std::vector<test::Box> &row : grid) {
        for (test::Box &box : row) {
          if (is_figure(box.text) && box.text.size() > 3) {
            box.text.insert(box.text.size() - 3, u" ");
          }
        }
      }
      text += report.heading(number) + test::written(grid, shape);
    }
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(text);
    EXPECT_EQ(test::unread_numbers(answer, report.values), "") << utf8(text);
  }
}

// 「34 4」 in one cell: a space of the typesetter inside a number. As many
// cells as places: no cell is cut in two and none dropped to make the sum hold.
TEST(Regressions, NumberPartedByASpaceInsideACell) {
  Report report = sample();
  // More of one kind of applicant, new and carried out: the sums go on to hold.
  for (const std::string id : {"carried_out.natural", "carried_out.total",
                               "new.natural", "new.total"}) {
    std::u16string &value = report.values["requests." + id];
    value = utf16(std::to_string(std::stoul(utf8(value)) + 342));
  }
  for (const std::string key : {"natural", "total"}) {
    Report damaged = report;
    damaged.values["requests.carried_out." + key].insert(1, u" ");
    expect_read_outside(damaged.text(), report.values, "requests.carried_out");
  }
}

// --- Where the numbers stand

// Viewers that copy a row from the right: its numbers, then its label, on one
// line.
TEST(Regressions, NumbersBeforeTheirLabels) {
  const Report report = sample();
  expect_read(with_requests(report,
                            [](const Row &row) {
                              return before(row) + spaced(row) + u' ' +
                                     row.label + u'\n';
                            }),
              report);
}

// The same over two lines: a line of numbers, below it their label.
TEST(Regressions, LabelsBelowTheirNumbers) {
  const Report report = sample();
  expect_read(with_requests(report,
                            [](const Row &row) {
                              return before(row) + spaced(row) + u'\n' +
                                     row.label + u'\n';
                            }),
              report);
}
TEST(Regressions, LabelsBelowTheirNumbersInSection2) {
  const Report report = sample();
  expect_read_outside(with_disclosure(report,
                                      [](const Row &row) {
                                        return before(row) + spaced(row) +
                                               u'\n' + row.label + u'\n';
                                      }),
                      report.values, "disclosure.");
}

// Converters that cut a page into columns: some labels, their rows, again
// labels and rows, and where a page begins the rows first. Nothing says which
// row is whose.
TEST(Regressions, LabelsAndRowsInChunks) {
  const Report report = sample();
  const Rows rows = rows_of(report, 3);
  std::u16string table(applicants);
  const std::size_t sizes[] = {3, 5, 4, 6, 7};
  std::size_t at = 0;
  bool labels_first = true;
  for (const std::size_t size : sizes) {
    std::u16string labels;
    std::u16string values;
    for (std::size_t i = at; i < std::min(rows.size(), at + size); ++i) {
      labels += rows[i].label + u'\n';
      values += spaced(rows[i]) + u'\n';
    }
    table += labels_first ? labels + values : values + labels;
    labels_first = !labels_first;
    at += size;
  }
  expect_nothing_wrong(with_section(report, 3, table), report.values);
}

// Six labels, then their rows with the blank ones lost: which rows are left
// cannot be told.
TEST(Regressions, FewerRowsThanLabelsInABlock) {
  const Report report = sample();
  std::u16string labels;
  for (const Row &row : rows_of(report, 2))
    labels += row.label + u'\n';
  const std::u16string text = with_section(report, 2, labels + u"\n149\n");
  const Answer answer = check(text);
  for (const Cell &cell : answer.cells) {
    if (!cell.id.starts_with("disclosure."))
      continue;
    EXPECT_FALSE(cell.value) << cell.id;
    EXPECT_FALSE(cell.inferred) << cell.id;
  }
}

// PDF columns: a label wrapped around the row of its numbers, behind the name
// of its group.
TEST(Regressions, NumbersInsideWrappedLabels) {
  const Report report = sample();
  const auto wrapped = [](const Row &row) {
    constexpr std::size_t longest = 8;
    const std::size_t half =
        row.label.size() > longest ? row.label.size() / 2 : row.label.size();
    std::u16string out = row.before.empty() ? u"" : row.before.back() + u'\n';
    out += row.label.substr(0, half) + u'\n' + spaced(row) + u'\n';
    if (half < row.label.size())
      out += row.label.substr(half) + u'\n';
    return out;
  };
  expect_read(with_requests(report, wrapped), report);
}

// Rows of numbers wrapped at 40 columns (mail, consoles).
TEST(Regressions, RowsWrappedAtAFixedWidth) {
  const Report report = sample();
  expect_read_outside(
      with_requests(report,
                    [](const Row &row) {
                      std::u16string values = spaced(row);
                      values[values.find(
                          u' ', values.find(u' ', values.find(u' ') + 1) + 1)] =
                          u'\n';
                      return before(row) + row.label + u' ' + values + u'\n';
                    }),
      report.values, "requests.");
}

// One value a line in every row, the blank ones as lines with a no-break space,
// a full-width space or nothing (text taken out of cells one by one).
TEST(Regressions, OneLinePerCellBlankOnesToo) {
  Report report = sample();
  for (const std::u16string_view blank : {u"\u00A0", u"\u3000", u""}) {
    const auto zero_is_blank = [&](const Row &row) {
      std::u16string out = before(row) + row.label + u'\n';
      for (const std::u16string &cell : row.cells) {
        out += (cell == u"0" ? std::u16string(blank) : cell) + u'\n';
      }
      return out;
    };
    const std::u16string text = with_requests(report, zero_is_blank);
    expect_nothing_wrong(text, report.values);
    const Answer answer = check(text);
    for (const Cell &cell : answer.cells) {
      if (!cell.id.starts_with("requests."))
        continue;
      const bool zero = report.values[std::string(cell.id)] == u"0";
      EXPECT_EQ(cell.state, zero ? CellState::blank : CellState::printed)
          << cell.id;
    }
  }
}

// --- Rows

// One more row, 小计, in a group: no head of a column, and no cell of the form.
TEST(Regressions, RowOfSubtotalsInAGroup) {
  Report report = sample();
  for (const Shape shape :
       {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    const auto first =
        std::find_if(grid.begin(), grid.end(), [](const auto &row) {
          return row.front().text == u"(三)不予公开";
        });
    ASSERT_NE(first, grid.end());
    std::vector<test::Box> sums = *first;
    sums[1].text = u"小计";
    for (std::size_t i = 2; i < sums.size(); ++i)
      sums[i].text = u"17";
    ++sums[0].rows;
    first->erase(first->begin());
    grid[3 + 2].front().rows += 1;
    grid.insert(first, sums);
    expect_read(with_grid(report, 3, grid), report);
  }
}

// A row under a name that is not the form's behind a row that is blank: its
// numbers are nobody's.
TEST(Regressions, UnknownRowAfterABlankOne) {
  const Report report = sample();
  for (const std::u16string_view name :
       {u"备注", u"行政检查", u"占比(%)", u"其中:网络申请数"}) {
    Rows rows = rows_of(report, 2);
    for (std::u16string &cell :
         row_named(rows, "disclosure.art20_6.coercion").cells)
      cell.clear();
    const std::u16string table = written_rows(rows, [&](const Row &row) {
      std::u16string out = before(row) + row.label + u'\n';
      for (const std::u16string &cell : row.cells) {
        if (!cell.empty())
          out += cell + u'\n';
      }
      if (row.key == "disclosure.art20_6.coercion")
        out += std::u16string(name) + u"\n28\n";
      return out;
    });
    const std::u16string text = with_section(report, 2, table);
    expect_none(text, report.values, "disclosure.art20_6.coercion");
  }
}

// The same in a spreadsheet: the blank row's own cells stand there, empty.
TEST(Regressions, UnknownRowAfterOneWithEmptyCells) {
  Report report = sample();
  report.values["disclosure.art20_6.coercion.decisions"].clear();
  for (const Shape shape :
       {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 2);
    const auto row =
        std::find_if(grid.begin(), grid.end(), [](const auto &boxes) {
          return boxes.front().text == u"行政强制";
        });
    ASSERT_NE(row, grid.end());
    std::vector<test::Box> more = *row;
    more[0].text = u"行政检查";
    more[1].text = u"36";
    grid.insert(row + 1, more);
    expect_open(with_grid(report, 2, grid),
                without(report.values, "disclosure.art20_6.coercion"),
                "disclosure.art20_6.coercion", CellState::blank);
  }
}

// A group's row with its own sums before its first row, which is blank: the
// sums are no row's.
TEST(Regressions, SumsOfGroupsBesideABlankRow) {
  Report report = sample();
  for (const ColumnData &column : applicant_columns) {
    report.values["requests.closed.not_corrected." + std::string(column.key)]
        .clear();
  }
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    const auto first =
        std::find_if(grid.begin(), grid.end(), [](const auto &row) {
          return row.front().text == u"(六)其他处理";
        });
    ASSERT_NE(first, grid.end());
    std::vector<test::Box> sums = *first;
    sums[0].columns = 2;
    sums[0].rows = 1;
    sums.erase(sums.begin() + 1);
    for (std::size_t i = 1; i < sums.size(); ++i)
      sums[i].text = u"28";
    first->front().text.clear();
    grid[3 + 2].front().rows += 1;
    grid.insert(first, sums);
    const std::u16string text = with_grid(report, 3, grid);
    expect_none(text, report.values, "requests.closed.not_corrected");
  }
}

// 「( 七)总计」, 「(七 )总计」, 「（六 ）」: spaces of justified lines inside
// the numbering.
TEST(Regressions, SpacesInsideTheBracketsOfNumbering) {
  Report report = sample();
  for (const Shape shape : test::all_shapes) {
    report.shape = shape;
    std::u16string text = report.text();
    text = everywhere(text, u"(七)总计", u"( 七)总计");
    text = everywhere(text, u"(一)予以公开", u"(一 )予以公开");
    text = everywhere(text, u"(六)其他处理", u"（六 ）其他处理");
    expect_read(text, report);
  }
}

// 「01」, 「02」 … in a column 行次 before the labels, on lines of their own.
TEST(Regressions, RowCodesOnLinesOfTheirOwn) {
  const Report report = sample();
  int code = 0;
  const auto coded = [&](const Row &row) {
    ++code;
    return before(row) + (code < 10 ? u"0" : u"") +
           utf16(std::to_string(code)) + u'\n' + row.label + u'\n' +
           one_a_line(row);
  };
  expect_read(with_disclosure(report, coded), report);
  code = 0;
  expect_read(with_requests(report, coded), report);
}

// Rows without a closing bar and a code before each label: the next row's code
// is no value of a blank row.
TEST(Regressions, RowCodesBehindABlankRow) {
  Report report = sample();
  for (const ColumnData &column : applicant_columns) {
    report.values["requests.denied.state_secret." + std::string(column.key)]
        .clear();
  }
  int code = 0;
  const std::u16string text = with_requests(report, [&](const Row &row) {
    ++code;
    return (code < 10 ? u"0" : u"") + utf16(std::to_string(code)) + u" | " +
           joined(row.before, u" | ") + (row.before.empty() ? u" | " : u" | ") +
           row.label + u" | " + joined(row.cells, u" | ") + u'\n';
  });
  expect_none(text, report.values, "requests.denied.state_secret");
}

// 「6⏎属于四类过程性信息」: the ordinals of the labels on lines of their own,
// in a row that lost a value: the next ordinal is no value.
TEST(Regressions, OrdinalsOnLinesOfTheirOwn) {
  const Report report = sample();
  const auto apart = [&](bool one_lost) {
    return with_requests(report, [one_lost](const Row &row) {
      std::u16string label = row.label;
      if (label.size() > 2 && label[1] == u'.')
        label[1] = u'\n';
      std::u16string values = one_a_line(row);
      if (one_lost && row.key == "requests.denied.process") {
        values.erase(0, values.find(u'\n') + 1);
      }
      return before(row) + label + u'\n' + values;
    });
  };
  expect_read(apart(false), report);
  expect_open(apart(true), report.values, "requests.denied.process");
}

// 「2.」 | 「其他法律…」: the ordinal in a cell of its own.
TEST(Regressions, OrdinalsInCellsOfTheirOwn) {
  const Report report = sample();
  const auto apart = [&](bool one_lost) {
    return with_requests(report, [one_lost](const Row &row) {
      std::u16string label = row.label;
      if (label.size() > 2 && label[1] == u'.')
        label.insert(2, u" | ");
      Texts cells = row.cells;
      if (one_lost && row.key == "requests.denied.process")
        cells.pop_back();
      return joined(row.before, u" | ") + (row.before.empty() ? u"" : u" | ") +
             label + u" | " + joined(cells, u" | ") + u" |\n";
    });
  };
  expect_read(apart(false), report);
  const std::u16string text = apart(true);
  expect_nothing_wrong(text, report.values);
  EXPECT_EQ(test::findings_of(check(text), "CELL.NOT_NUMBER").size(), 0U);
}

// 「0⏎2⏎.重复申请」: an ordinal cut from its full stop.
TEST(Regressions, OrdinalsCutFromTheirStops) {
  const Report report = sample();
  expect_nothing_wrong(
      with_requests(report,
                    [](const Row &row) {
                      std::u16string label = row.label;
                      if (label.size() > 2 && label[1] == u'.') {
                        label.insert(1, u"\n");
                      }
                      return before(row) + label + u'\n' + one_a_line(row);
                    }),
      report.values);
}

} // namespace
} // namespace gouji
