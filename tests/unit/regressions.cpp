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
  std::string key;  // "requests.granted"
  Texts before;
  std::u16string label;
  Texts cells;
};
using Rows = std::vector<Row>;

Rows rows_of(const Form& form, TableId id, const Values& values) {
  Rows out;
  const auto cells = [&](Row& row, std::span<const ColumnData> columns) {
    for (const ColumnData& column : columns) {
      row.cells.push_back(values.at(row.key + '.' + std::string(column.key)));
    }
  };
  if (id == TableId::disclosure) {
    for (const ArticleData& article : form.data->articles) {
      std::u16string heads = u"信息内容";
      for (const ColumnData& column : article.columns) heads.append(u" ").append(column.label);
      for (const LabelledKey& line : article.rows) {
        Row& row = out.emplace_back();
        row.key = "disclosure." + std::string(article.key) + '.' + std::string(line.key);
        if (&line == &article.rows.front()) row.before = {std::u16string(article.item), heads};
        row.label = line.label;
        cells(row, article.columns);
      }
    }
  } else if (id == TableId::requests) {
    std::u16string_view group;
    bool opened = false;
    for (const RequestRowData& line : form.data->request_rows) {
      Row& row = out.emplace_back();
      row.key = "requests." + std::string(line.key);
      if (line.role == RowRole::result && !opened) {
        row.before.emplace_back(u"三、本年度办理结果");
        opened = true;
      }
      if (!line.group.empty() && line.group != group) row.before.emplace_back(line.group);
      group = line.group;
      row.label = std::u16string(line.numbering).append(line.label).append(line.note);
      cells(row, form.data->request_columns);
    }
  }
  return out;
}

std::u16string joined(const Texts& texts, std::u16string_view separator) {
  std::u16string out;
  for (const std::u16string& text : texts) {
    if (&text != &texts.front()) out += separator;
    out += text;
  }
  return out;
}

// `before`, each on a line of its own.
std::u16string before(const Row& row) {
  return row.before.empty() ? u"" : joined(row.before, u"\n") + u'\n';
}
std::u16string spaced(const Row& row) { return joined(row.cells, u" "); }
// A value a line.
std::u16string one_a_line(const Row& row) { return joined(row.cells, u"\n") + u'\n'; }

constexpr std::u16string_view applicants =
    u"申请人情况\n自然人 法人或其他组织 总计\n"
    u"商业企业 科研机构 社会公益组织 法律服务机构 其他\n";

using Write = std::function<std::u16string(const Row&)>;

std::u16string written_rows(const Rows& rows, const Write& write) {
  std::u16string out;
  for (const Row& row : rows) out += write(row);
  return out;
}

Row& row_named(Rows& rows, std::string_view key) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.key == key; });
  EXPECT_NE(found, rows.end()) << key;
  return *found;
}

// A report whose figures reconcile, the same in every run.
Report sample(std::string_view form = "2021", std::uint64_t most = 40, std::uint64_t seed = 700) {
  const Form& own = form_of(form);
  test::Random random(seed);
  return Report(own, test::reconciled(own, random, most));
}

Rows rows_of(const Report& report, int section) {
  return rows_of(*report.forms[0], static_cast<TableId>(section - 2), report.values);
}

// The report with another text behind the heading of one section.
std::u16string with_section(const Report& report, int section, const std::u16string& text) {
  std::u16string out = report.title();
  for (int number = 1; number <= 6; ++number) {
    out += number == section ? report.heading(number) + text : report.section(number);
  }
  return out;
}

std::u16string with_requests(const Report& report, const Rows& rows, const Write& write) {
  return with_section(report, 3, std::u16string(applicants) + written_rows(rows, write));
}
std::u16string with_requests(const Report& report, const Write& write) {
  return with_requests(report, rows_of(report, 3), write);
}
std::u16string with_disclosure(const Report& report, const Write& write) {
  return with_section(report, 2, written_rows(rows_of(report, 2), write));
}

Grid grid_of(const Report& report, int section) {
  return test::grid_of(*report.forms[0], static_cast<TableId>(section - 2), report.values);
}
std::u16string with_grid(const Report& report, int section, const Grid& grid) {
  return with_section(report, section, test::written(grid, report.shape));
}

std::u16string everywhere(std::u16string text, std::u16string_view from, std::u16string_view to) {
  EXPECT_NE(text.find(from), std::u16string::npos) << utf8(from);
  for (std::size_t at = 0; (at = text.find(from, at)) != std::u16string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool is_figure(const std::u16string& text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
}

// Without the cells whose ids begin so.
Values without(Values values, std::string_view prefix) {
  std::erase_if(values, [&](const auto& value) { return value.first.starts_with(prefix); });
  return values;
}

void expect_nothing_wrong(const std::u16string& text, const Values& values) {
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "") << utf8(text);
}

// Every cell printed with its value, and nothing to find fault with.
void expect_read(const std::u16string& text, const Values& values) {
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
  EXPECT_EQ(test::unread_numbers(answer, values), "") << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "") << utf8(text);
  EXPECT_NE(answer.verdict, Verdict::inconsistent) << test::list_of_findings(answer) << utf8(text);
}
void expect_read(const std::u16string& text, const Report& report) {
  expect_read(text, report.values);
}

// Every cell read but those whose ids begin with `prefix`, and these `state`.
void expect_open(const std::u16string& text, const Values& values, std::string_view prefix,
                 CellState state = CellState::ambiguous) {
  expect_read(text, without(values, prefix));
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, values), "") << utf8(text);
  for (const Cell& cell : answer.cells) {
    if (cell.id.starts_with(prefix)) {
      EXPECT_EQ(cell.state, state) << cell.id << '\n' << utf8(text);
    }
  }
}

// Nothing wrong, and every cell read but those whose ids begin with `prefix`,
// which may be open.
void expect_read_outside(const std::u16string& text, const Values& values,
                         std::string_view prefix) {
  expect_nothing_wrong(text, values);
  EXPECT_EQ(test::unread_numbers(check(text), without(values, prefix)), "") << utf8(text);
}

// No cell whose id begins with `prefix` has a number, and every other cell is
// read.
void expect_none(const std::u16string& text, const Values& values, std::string_view prefix) {
  const Answer answer = check(text);
  for (const Cell& cell : answer.cells) {
    if (!cell.id.starts_with(prefix)) continue;
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
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    std::u16string text = report.title();
    for (int number = 1; number <= 6; ++number) {
      if (number < 2 || number > 3) {
        text += report.section(number);
        continue;
      }
      Grid grid = grid_of(report, number);
      for (std::vector<test::Box>& row : grid) {
        for (test::Box& box : row) {
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
  for (const std::string id :
       {"carried_out.natural", "carried_out.total", "new.natural", "new.total"}) {
    std::u16string& value = report.values["requests." + id];
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
                            [](const Row& row) {
                              return before(row) + spaced(row) + u' ' + row.label + u'\n';
                            }),
              report);
}

// The same over two lines: a line of numbers, below it their label.
TEST(Regressions, LabelsBelowTheirNumbers) {
  const Report report = sample();
  expect_read(with_requests(report,
                            [](const Row& row) {
                              return before(row) + spaced(row) + u'\n' + row.label + u'\n';
                            }),
              report);
}
TEST(Regressions, LabelsBelowTheirNumbersInSection2) {
  const Report report = sample();
  expect_read_outside(
      with_disclosure(
          report,
          [](const Row& row) { return before(row) + spaced(row) + u'\n' + row.label + u'\n'; }),
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
  for (const Row& row : rows_of(report, 2)) labels += row.label + u'\n';
  const std::u16string text = with_section(report, 2, labels + u"\n149\n");
  const Answer answer = check(text);
  for (const Cell& cell : answer.cells) {
    if (!cell.id.starts_with("disclosure.")) continue;
    EXPECT_FALSE(cell.value) << cell.id;
    EXPECT_FALSE(cell.inferred) << cell.id;
  }
}

// PDF columns: a label wrapped around the row of its numbers, behind the name
// of its group.
TEST(Regressions, NumbersInsideWrappedLabels) {
  const Report report = sample();
  const auto wrapped = [](const Row& row) {
    constexpr std::size_t longest = 8;
    const std::size_t half = row.label.size() > longest ? row.label.size() / 2 : row.label.size();
    std::u16string out = row.before.empty() ? u"" : row.before.back() + u'\n';
    out += row.label.substr(0, half) + u'\n' + spaced(row) + u'\n';
    if (half < row.label.size()) out += row.label.substr(half) + u'\n';
    return out;
  };
  expect_read(with_requests(report, wrapped), report);
}

// Rows of numbers wrapped at 40 columns (mail, consoles).
TEST(Regressions, RowsWrappedAtAFixedWidth) {
  const Report report = sample();
  expect_read_outside(
      with_requests(report,
                    [](const Row& row) {
                      std::u16string values = spaced(row);
                      values[values.find(u' ', values.find(u' ', values.find(u' ') + 1) + 1)] =
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
    const auto zero_is_blank = [&](const Row& row) {
      std::u16string out = before(row) + row.label + u'\n';
      for (const std::u16string& cell : row.cells) {
        out += (cell == u"0" ? std::u16string(blank) : cell) + u'\n';
      }
      return out;
    };
    const std::u16string text = with_requests(report, zero_is_blank);
    expect_nothing_wrong(text, report.values);
    const Answer answer = check(text);
    for (const Cell& cell : answer.cells) {
      if (!cell.id.starts_with("requests.")) continue;
      const bool zero = report.values[std::string(cell.id)] == u"0";
      EXPECT_EQ(cell.state, zero ? CellState::blank : CellState::printed) << cell.id;
    }
  }
}

// --- Rows

// One more row, 小计, in a group: no head of a column, and no cell of the form.
TEST(Regressions, RowOfSubtotalsInAGroup) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    const auto first = std::find_if(grid.begin(), grid.end(), [](const auto& row) {
      return row.front().text == u"(三)不予公开";
    });
    ASSERT_NE(first, grid.end());
    std::vector<test::Box> sums = *first;
    sums[1].text = u"小计";
    for (std::size_t i = 2; i < sums.size(); ++i) sums[i].text = u"17";
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
  for (const std::u16string_view name : {u"备注", u"行政检查", u"占比(%)", u"其中:网络申请数"}) {
    Rows rows = rows_of(report, 2);
    for (std::u16string& cell : row_named(rows, "disclosure.art20_6.coercion").cells) cell.clear();
    const std::u16string table = written_rows(rows, [&](const Row& row) {
      std::u16string out = before(row) + row.label + u'\n';
      for (const std::u16string& cell : row.cells) {
        if (!cell.empty()) out += cell + u'\n';
      }
      if (row.key == "disclosure.art20_6.coercion") out += std::u16string(name) + u"\n28\n";
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
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 2);
    const auto row = std::find_if(grid.begin(), grid.end(), [](const auto& boxes) {
      return boxes.front().text == u"行政强制";
    });
    ASSERT_NE(row, grid.end());
    std::vector<test::Box> more = *row;
    more[0].text = u"行政检查";
    more[1].text = u"36";
    grid.insert(row + 1, more);
    expect_open(with_grid(report, 2, grid), without(report.values, "disclosure.art20_6.coercion"),
                "disclosure.art20_6.coercion", CellState::blank);
  }
}

// A group's row with its own sums before its first row, which is blank: the
// sums are no row's.
TEST(Regressions, SumsOfGroupsBesideABlankRow) {
  Report report = sample();
  for (const ColumnData& column : applicant_columns) {
    report.values["requests.closed.not_corrected." + std::string(column.key)].clear();
  }
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    const auto first = std::find_if(grid.begin(), grid.end(), [](const auto& row) {
      return row.front().text == u"(六)其他处理";
    });
    ASSERT_NE(first, grid.end());
    std::vector<test::Box> sums = *first;
    sums[0].columns = 2;
    sums[0].rows = 1;
    sums.erase(sums.begin() + 1);
    for (std::size_t i = 1; i < sums.size(); ++i) sums[i].text = u"28";
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
  const auto coded = [&](const Row& row) {
    ++code;
    return before(row) + (code < 10 ? u"0" : u"") + utf16(std::to_string(code)) + u'\n' +
           row.label + u'\n' + one_a_line(row);
  };
  expect_read(with_disclosure(report, coded), report);
  code = 0;
  expect_read(with_requests(report, coded), report);
}

// Rows without a closing bar and a code before each label: the next row's code
// is no value of a blank row.
TEST(Regressions, RowCodesBehindABlankRow) {
  Report report = sample();
  for (const ColumnData& column : applicant_columns) {
    report.values["requests.denied.state_secret." + std::string(column.key)].clear();
  }
  int code = 0;
  const std::u16string text = with_requests(report, [&](const Row& row) {
    ++code;
    return (code < 10 ? u"0" : u"") + utf16(std::to_string(code)) + u" | " +
           joined(row.before, u" | ") + (row.before.empty() ? u" | " : u" | ") + row.label +
           u" | " + joined(row.cells, u" | ") + u'\n';
  });
  expect_none(text, report.values, "requests.denied.state_secret");
}

// 「6⏎属于四类过程性信息」: the ordinals of the labels on lines of their own,
// in a row that lost a value: the next ordinal is no value.
TEST(Regressions, OrdinalsOnLinesOfTheirOwn) {
  const Report report = sample();
  const auto apart = [&](bool one_lost) {
    return with_requests(report, [one_lost](const Row& row) {
      std::u16string label = row.label;
      if (label.size() > 2 && label[1] == u'.') label[1] = u'\n';
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
    return with_requests(report, [one_lost](const Row& row) {
      std::u16string label = row.label;
      if (label.size() > 2 && label[1] == u'.') label.insert(2, u" | ");
      Texts cells = row.cells;
      if (one_lost && row.key == "requests.denied.process") cells.pop_back();
      return joined(row.before, u" | ") + (row.before.empty() ? u"" : u" | ") + label + u" | " +
             joined(cells, u" | ") + u" |\n";
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
  expect_nothing_wrong(with_requests(report,
                                     [](const Row& row) {
                                       std::u16string label = row.label;
                                       if (label.size() > 2 && label[1] == u'.') {
                                         label.insert(1, u"\n");
                                       }
                                       return before(row) + label + u'\n' + one_a_line(row);
                                     }),
                       report.values);
}

// --- Columns

// 总计 before 自然人: a local form. Its heads name every column once; they are followed.
TEST(Regressions, TotalColumnFirst) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    std::rotate(grid[1].begin(), grid[1].end() - 1, grid[1].end());
    for (std::size_t r = 3; r < grid.size(); ++r) {
      std::rotate(grid[r].end() - 7, grid[r].end() - 1, grid[r].end());
    }
    expect_read(with_grid(report, 3, grid), report);
  }
}

// Two kinds of applicants exchanged, in the heads and in the rows.
TEST(Regressions, TwoColumnsExchanged) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    std::swap(grid[2][0], grid[2][1]);
    for (std::size_t r = 3; r < grid.size(); ++r) {
      std::swap(*(grid[r].end() - 6), *(grid[r].end() - 5));
    }
    expect_read(with_grid(report, 3, grid), report);
  }
}

// 现行有效件数 before the other two columns of section 2.
TEST(Regressions, ColumnsOfSection2InAnotherOrder) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
    report.shape = shape;
    Grid grid = grid_of(report, 2);
    for (std::size_t r = 1; r <= 3; ++r) {
      std::rotate(grid[r].begin() + 1, grid[r].end() - 1, grid[r].end());
    }
    expect_read(with_grid(report, 2, grid), report);
  }
}

// One kind of applicants left out together with its head: the cells of the others are certain.
TEST(Regressions, OneColumnLeftOutWithItsHead) {
  Report report = sample();
  for (const std::string_view key : {"research", "nonprofit"}) {
    // Nobody of that kind: the sums hold without the column.
    Report none = report;
    for (const Row& row : rows_of(report, 3)) {
      std::u16string& value = none.values[row.key + '.' + std::string(key)];
      std::u16string& total = none.values[row.key + ".total"];
      total = utf16(std::to_string(std::stoul(utf8(total)) - std::stoul(utf8(value))));
      value = u"0";
    }
    for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::cell_bar}) {
      none.shape = shape;
      const std::ptrdiff_t place = key == "research" ? 1 : 2;
      Grid grid = grid_of(none, 3);
      --grid[0].back().columns;
      --grid[1][1].columns;
      grid[2].erase(grid[2].begin() + place);
      for (std::size_t r = 3; r < grid.size(); ++r) grid[r].erase(grid[r].end() - 6 + place);
      const std::u16string text = with_grid(none, 3, grid);
      expect_nothing_wrong(text, none.values);
      const Answer answer = check(text);
      for (const Cell& cell : answer.cells) {
        if (!cell.id.starts_with("requests.")) continue;
        EXPECT_EQ(cell.state, cell.id.ends_with(key) ? CellState::missing : CellState::printed)
            << cell.id << '\n'
            << utf8(text);
      }
    }
  }
}

// 单位 or 上年数 between the labels and the form's columns: the heads tell that it is nobody's.
TEST(Regressions, ExtraColumnInSection2) {
  for (const bool unit : {true, false}) {
    Report report = sample();
    for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs}) {
      report.shape = shape;
      Grid grid = grid_of(report, 2);
      for (std::vector<test::Box>& row : grid) {
        if (row.size() == 1) {
          ++row[0].columns;
        } else if (row[0].text == u"信息内容") {
          row.insert(row.begin() + 1, {unit ? u"单位" : u"上年数"});
        } else {
          row.insert(row.begin() + 1, {unit ? u"件" : u"78"});
        }
      }
      expect_read(with_grid(report, 2, grid), report);
    }
  }
}

// The heads of one form's item over the other form's rows: the numbers are no other column's.
TEST(Regressions, HeadsOfTheOtherForm) {
  Report report = sample("2019");
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs, Shape::spaces}) {
    report.shape = shape;
    Grid grid = grid_of(report, 2);
    const std::u16string_view heads[] = {u"本年制发件数", u"本年废止件数", u"现行有效件数"};
    for (std::size_t i = 0; i < 3; ++i) grid[1][i + 1].text = heads[i];
    expect_none(with_grid(report, 2, grid), report.values, "disclosure.art20_1");
  }
}

// The text of a merged cell in each of its places (pandas, converters to Markdown).
TEST(Regressions, RepeatedMergedCells) {
  Report report = sample();
  const auto repeated = [](const Grid& grid) {
    const std::size_t width = 4;
    std::u16string out;
    for (const std::vector<test::Box>& row : grid) {
      out += u'|';
      std::size_t at = 0;
      for (const test::Box& box : row) {
        for (std::size_t i = 0; i < box.columns && at < width; ++i, ++at) {
          out += u' ' + box.text + u" |";
        }
      }
      out += u'\n';
    }
    return out;
  };
  expect_read(with_section(report, 2, repeated(grid_of(report, 2))), report);
}
TEST(Regressions, RepeatedMergedCellsBesideBlankOnes) {
  Report report = sample("2019");
  report.values["disclosure.art20_8.fees.previous"].clear();
  std::u16string table;
  for (const Row& row : rows_of(report, 2)) {
    if (!row.before.empty()) {
      table += u"| " + row.before[0] + u" | " + row.before[0] + u" | " + row.before[0] + u" | " +
               row.before[0] + u" |\n";
      Texts heads(1);
      for (const char16_t c : row.before[1]) {
        if (c == u' ') {
          heads.emplace_back();
        } else {
          heads.back() += c;
        }
      }
      while (heads.size() < 4) heads.push_back(heads.back());
      table += u"| " + joined(heads, u" | ") + u" |\n";
    }
    Texts cells = row.cells;
    while (cells.size() < 3) cells.push_back(cells.back());
    table += u"| " + row.label + u" | " + joined(cells, u" | ") + u" |\n";
  }
  const std::u16string text = with_section(report, 2, table);
  const Answer answer = check(text);
  expect_nothing_wrong(text, without(report.values, "disclosure.art20_8"));
  const Cell* cell = test::find_cell(answer, "disclosure.art20_8.fees.previous");
  ASSERT_NE(cell, nullptr);
  EXPECT_FALSE(cell->value) << utf8(text);
}

// Six kinds of applicants merged into one blank cell before the total, between bars: the same bars
// stand where the second cell is the only one with a number. Open.
TEST(Regressions, MergedApplicantsBetweenBars) {
  Report report = sample();
  for (const bool padded : {false, true}) {
    const std::u16string text = with_requests(report, [&](const Row& row) {
      std::u16string out =
          joined(row.before, u" | ") + (row.before.empty() ? u"" : u" | ") + row.label + u" | ";
      if (row.key == "requests.denied.state_secret" || !padded) {
        out += u" | " + row.cells.back() + u" |||||||";
      } else {
        out += joined(row.cells, u" | ") + u" |||";
      }
      return out + u'\n';
    });
    const Answer answer = check(text);
    for (const Row& row : rows_of(report, 3)) {
      if (padded && row.key != "requests.denied.state_secret") continue;
      const Cell* cell = test::find_cell(answer, row.key + ".company");
      ASSERT_NE(cell, nullptr);
      EXPECT_FALSE(cell->value) << row.key << '\n' << utf8(text);
    }
    expect_nothing_wrong(text, padded ? without(report.values, "requests.denied.state_secret")
                                      : without(report.values, "requests."));
  }
}

// --- Signs and marks

// A tab before every line (a text indented as a whole), one cell a line, zeros left out.
TEST(Regressions, TabIndentation) {
  Report report = sample();
  for (const Shape shape : {Shape::lines, Shape::spaces, Shape::bars}) {
    report.shape = shape;
    std::u16string text = u'\t' + everywhere(report.text(), u"\n", u"\n\t");
    expect_read(text, report);
  }
  report.shape = Shape::lines;
  for (auto& [id, value] : report.values) {
    if (value == u"0") value.clear();
  }
  const std::u16string text = u'\t' + everywhere(report.text(), u"\n", u"\n\t");
  const Answer answer = check(text);
  for (const Cell& cell : answer.cells) {
    const std::u16string& truth = report.values[std::string(cell.id)];
    if (!cell.value) continue;
    EXPECT_EQ(to_string(*cell.value), utf8(truth)) << cell.id;
  }
}

// A tab behind every text (tables copied out of Word): it parts nothing.
TEST(Regressions, TabsAtLineEnds) {
  Report report = sample();
  for (const Shape shape : {Shape::lines, Shape::cell_bar}) {
    report.shape = shape;
    expect_read(everywhere(report.text(), u"\n", u"\t\n"), report);
  }
}

// 「行政许可*」: a mark that refers to a note is no value.
TEST(Regressions, MarksOfNotesBehindLabels) {
  Report report = sample();
  for (const Shape shape : test::all_shapes) {
    report.shape = shape;
    std::u16string text = test::replaced(report.text(), u"行政许可", u"行政许可*");
    text = test::replaced(text, u"行政处罚", u"行政处罚※");
    expect_read(text, report);
  }
}

// 「**(七)总计**」, 「| **121** |」, 「__第二十条__」: converters keep what is bold or slanted.
TEST(Regressions, BoldByMarkdown) {
  Report report = sample();
  for (const std::u16string_view mark : {u"**", u"*", u"__", u"`"}) {
    for (const Shape shape : {Shape::markdown, Shape::bars, Shape::lines, Shape::cell_bar}) {
      report.shape = shape;
      std::u16string text = report.title();
      for (int number = 1; number <= 6; ++number) {
        std::u16string heading = report.heading(number);
        heading.insert(0, mark).insert(heading.size() - 1, mark);
        if (number == 1 || number > 4) {
          text += heading + report.section(number).substr(heading.size() - 2 * mark.size());
          continue;
        }
        Grid grid = grid_of(report, number);
        for (std::vector<test::Box>& row : grid) {
          for (test::Box& box : row) {
            if (!box.text.empty()) box.text = std::u16string(mark).append(box.text).append(mark);
          }
        }
        text += heading + test::written(grid, shape);
      }
      expect_nothing_wrong(text, report.values);
      EXPECT_EQ(test::unread_numbers(check(text), report.values), "") << utf8(text);
    }
  }
}

// 「1\.」, 「\(一\)」: what Markdown would take for its own is escaped.
TEST(Regressions, EscapesOfMarkdown) {
  Report report = sample();
  for (const Shape shape : {Shape::markdown, Shape::lines, Shape::spaces}) {
    report.shape = shape;
    std::u16string text = everywhere(report.text(), u".", u"\\.");
    text = everywhere(everywhere(text, u"(", u"\\("), u")", u"\\)");
    expect_read(text, report);
  }
}

// 「1011<br>5」 and 「(一)<br>予以公开」: line ends inside the cells of Markdown tables.
TEST(Regressions, LineEndsOfHtmlInsideLabels) {
  Report report = sample();
  report.shape = Shape::markdown;
  std::u16string text = everywhere(report.text(), u"予以公开", u"<br>予以公开");
  text = everywhere(text, u"政府信息公开申请数量", u"政府信息<br/>公开申请数量");
  expect_read(text, report);
}

// 「&nbsp;」 in blank cells where only the tags of a page were taken out.
TEST(Regressions, ReferencesLeftInText) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs}) {
    report.shape = shape;
    Report blank = report;
    for (auto& [id, value] : blank.values) {
      if (value == u"0") value = u"&nbsp;";
    }
    const std::u16string text = blank.text();
    const Answer answer = check(text);
    EXPECT_EQ(test::findings_of(answer, "CELL.NOT_NUMBER").size(), 0U);
    EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(text);
    for (const Cell& cell : answer.cells) {
      const bool zero = report.values[std::string(cell.id)] == u"0";
      EXPECT_EQ(cell.state, zero ? CellState::blank : CellState::printed) << cell.id << '\n'
                                                                          << utf8(text);
    }
  }
}

// `-- |` on a line of its own is a cell that says "nothing", no rule line.
TEST(Regressions, TwoDashesAsPlaceholders) {
  Report report = sample();
  for (const Shape shape : {Shape::cell_bar, Shape::opener, Shape::bars, Shape::lines}) {
    report.shape = shape;
    Report dashed = report;
    for (auto& [id, value] : dashed.values) {
      if (value == u"0") value = u"--";
    }
    const std::u16string text = dashed.text();
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(text);
    for (const Cell& cell : answer.cells) {
      const bool zero = report.values[std::string(cell.id)] == u"0";
      EXPECT_EQ(cell.state, zero ? CellState::placeholder : CellState::printed) << cell.id << '\n'
                                                                                << utf8(text);
    }
  }
}

// --- Pages

// What a viewer or a printer puts on every page, between the rows and inside them.
TEST(Regressions, PageMarksBetweenRows) {
  Report report = sample();
  for (const Shape shape : {Shape::lines, Shape::spaces, Shape::cell_bar}) {
    report.shape = shape;
    for (const std::u16string_view mark :
         {u"— # —", u"-#-", u"第 # 页", u"第#页，共9页", u"Page # of 9", u"~ # ~", u"# / 9",
          u"（续表）", u"续表 #"}) {
      std::u16string text = report.text();
      int page = 3;
      for (const std::u16string_view label :
           {u"\n行政处罚", u"\n4.保护第三方合法权益", u"\n3.要求提供公开出版物",
            u"\n四、结转下年度继续办理"}) {
        std::u16string own(mark);
        const std::size_t at = own.find(u'#');
        if (at != std::u16string::npos) own.replace(at, 1, utf16(std::to_string(++page)));
        std::u16string to = u"\n" + own;
        to.append(label);
        text = test::replaced(text, label, to);
      }
      expect_read(text, report);
    }
  }
}

// 「Page 8 - 某局2023年…年度报告⏎P. 8」 at the head of every page of a flip-book, inside tables.
TEST(Regressions, RunningTitlesInsideTables) {
  Report report = sample();
  for (const Shape shape : {Shape::lines, Shape::spaces}) {
    report.shape = shape;
    std::u16string text = report.text();
    std::u16string title = report.title();
    title.pop_back();
    int page = 3;
    for (const std::u16string_view label :
         {u"\n行政处罚", u"\n4.保护第三方合法权益", u"\n3.要求提供公开出版物"}) {
      const std::u16string number = utf16(std::to_string(++page));
      std::u16string to = u"\nPage " + number + u" - " + title + u"\nP. " + number;
      to.append(label);
      text = test::replaced(text, label, to);
    }
    if (shape == Shape::spaces) {
      expect_read(text, report);
    } else {
      expect_read_outside(text, report.values, "requests.");
    }
  }
}

// --- What stands around the tables

// A second report behind the first: the first is read, a finding tells.
TEST(Regressions, SecondReportBehindTheFirst) {
  Report first = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::lines, Shape::spaces}) {
    for (const std::string_view form : {"2021", "2019"}) {
      first.shape = shape;
      Report second = sample(form, 90, 701);
      second.agency = u"青石县水务局";
      second.shape = shape;
      const std::u16string text = first.text() + u'\n' + second.text();
      expect_read(text, first);
      const Answer answer = check(text);
      EXPECT_EQ(test::findings_of(answer, "DOC.SEVERAL_REPORTS").size(), 1U) << utf8(text);
      EXPECT_EQ(answer.agency, "青石县民政局");
      EXPECT_EQ(answer.year, 2023);
    }
  }
}

// A table of contents before the report: headings without tables are no report, and no table is
// lost there.
TEST(Regressions, TableOfContentsIsNoReport) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::lines, Shape::spaces, Shape::markdown}) {
    report.shape = shape;
    for (const std::u16string_view leader : {u"………", u" ", u"\t"}) {
      std::u16string contents = u"目录\n";
      for (int number = 1; number <= 6; ++number) {
        std::u16string heading = report.heading(number);
        heading.pop_back();
        contents += heading.append(leader) + utf16(std::to_string(number + 1)) + u'\n';
      }
      const std::u16string text = report.title() + contents + report.text();
      expect_read(text, report);
      const Answer answer = check(text);
      EXPECT_EQ(test::findings_of(answer, "DOC.SEVERAL_REPORTS").size(), 0U) << utf8(text);
      EXPECT_EQ(test::findings_of(answer, "STRUCT.TABLE_LOST").size(), 0U) << utf8(text);
    }
  }
}

// A sentence before the table that names its rows with figures: the table's rows are the cells.
TEST(Regressions, SentencesThatNameRows) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::lines, Shape::spaces}) {
    report.shape = shape;
    std::u16string text =
        test::replaced(report.text(), report.heading(2),
                       report.heading(2) +
                           u"全年作出行政许可处理决定 356 件，行政处罚 12 件，行政强制 3 件，"
                           u"行政事业性收费 1.5 万元。\n");
    expect_read(text, report);
    text = test::replaced(report.text(), report.heading(3),
                          report.heading(3) +
                              u"办理结果：（一）予以公开 5 件；（二）部分公开 6 件；"
                              u"（三）不予公开 1 件。\n");
    expect_read(text, report);
  }
}

// A sentence where the table is lost: prose is not the table.
TEST(Regressions, SentencesAreNoTable) {
  const Report report = sample();
  const std::u16string text =
      with_section(report, 2,
                   u"全年作出行政许可处理决定 356 件，行政处罚 12 件，行政强制 3 件，"
                   u"行政事业性收费 1.5 万元。\n");
  expect_none(text, report.values, "disclosure.");
  EXPECT_EQ(check(text).tables[0].status, TableStatus::lost);
}

// The figures of a table under its heading without a single label: open, but not lost.
TEST(Regressions, FiguresWithoutLabelsAreNoLostTable) {
  const Report report = sample();
  std::u16string lines;
  for (const Row& row : rows_of(report, 3)) lines += spaced(row) + u'\n';
  std::u16string values;
  for (const FormCell& cell : form_of("2021").cells_of(TableId::disputes)) {
    values += report.values.at(cell.id) + u'\n';
  }
  for (const auto& [section, table] : {std::pair(3, lines), std::pair(4, values)}) {
    const std::u16string text = with_section(report, section, table);
    expect_nothing_wrong(text, report.values);
    const Answer answer = check(text);
    EXPECT_EQ(test::findings_of(answer, "STRUCT.TABLE_LOST").size(), 0U) << utf8(text);
    EXPECT_EQ(answer.tables[static_cast<std::size_t>(section - 2)].status, TableStatus::partial);
  }
}

// --- Values that have run together

// 「行政规范性文件149」: one number and two blanks, or three of one digit. Open.
TEST(Regressions, DigitsThatMayBeOneNumberOrThree) {
  const Report report = sample();
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    const bool fused = row.key == "disclosure.art20_1.normative";
    return before(row) + row.label + (fused ? u"149" : u' ' + spaced(row)) + u'\n';
  });
  expect_none(text, report.values, "disclosure.art20_1.normative");
}

// 「行政许可663 6000323 597」: thousands parted by a space among fused values.
TEST(Regressions, ThousandsAmongFusedValues) {
  Report report = sample("2019");
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    const bool fused = row.key == "disclosure.art20_5.licensing";
    return before(row) + row.label + (fused ? u"663 6000323 597" : u' ' + spaced(row)) + u'\n';
  });
  expect_none(text, report.values, "disclosure.art20_5.licensing");
}

// 「.00」 among fused digits: a number begins and ends with a digit, and nothing is below 0.
TEST(Regressions, DecimalsAmongFusedDigits) {
  Report report = sample();
  report.values = test::zeros(form_of("2021"));
  for (const std::u16string_view run : {u"000.00000", u"…00.0000000", u"00.00.000"}) {
    const std::u16string text = with_requests(report, [&](const Row& row) {
      const bool damaged = row.key == "requests.rejected.petition";
      return before(row) + row.label + (damaged ? std::u16string(run) : joined(row.cells, u"")) +
             u'\n';
    });
    const Answer answer = check(text);
    EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(text);
    EXPECT_EQ(test::findings_of(answer, "CELL.NEGATIVE").size(), 0U);
    EXPECT_EQ(test::unread_numbers(answer, without(report.values, "requests.rejected.petition")),
              "");
  }
}

// 「80⏎4⏎第二十条…」: two digits of two cells, or 80 and 4. Open.
TEST(Regressions, APageNumberBehindFusedDigits) {
  Report report = sample("2019");
  report.values = test::zeros(form_of("2019"));
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    const bool damaged = row.key == "disclosure.art20_8.fees";
    return before(row) + row.label + (damaged ? u"80\n4" : joined(row.cells, u"")) + u'\n';
  });
  const Answer answer = check(text);
  const Cell* previous = test::find_cell(answer, "disclosure.art20_8.fees.previous");
  ASSERT_NE(previous, nullptr);
  EXPECT_FALSE(previous->value && previous->value->units == 80) << utf8(text);
  expect_read(text, without(report.values, "disclosure.art20_8.fees"));
}

// 「规章/00」, 「3无3」, 「零00」: one sign or letter for a cell among single digits.
TEST(Regressions, SignsAndLettersAmongFusedDigits) {
  Report report = sample();
  report.values = test::zeros(form_of("2021"));
  const std::u16string text = with_requests(report, [](const Row& row) {
    std::u16string run = joined(row.cells, u"");
    if (row.key == "requests.carried_in") run = u"///0///";
    if (row.key == "requests.granted") run = u"零00零000";
    return before(row) + row.label + run + u'\n';
  });
  expect_read(text, without(report.values, "requests.carried_in"));
  EXPECT_EQ(test::find_cell(check(text), "requests.carried_in.company")->state,
            CellState::placeholder);
}

// --- Wrong figures stay visible

// A stray number beside a row whose sum fails: nothing may be dropped that makes it hold.
TEST(Regressions, AWrongFigureAndAStrayNumber) {
  Report report = sample();
  const char* const keys[] = {"natural", "company", "research", "nonprofit",
                              "legal",   "other",   "total"};
  const char16_t* const cells[] = {u"4", u"0", u"0", u"2", u"0", u"0", u"4"};
  for (std::size_t i = 0; i < 7; ++i) {
    report.values["requests.denied.enforcement." + std::string(keys[i])] = cells[i];
  }
  const std::u16string text = with_requests(report, [](const Row& row) {
    std::u16string label = row.label;
    if (label.size() > 2 && label[1] == u'.') label[1] = u'\n';
    return before(row) + label + u'\n' + one_a_line(row);
  });
  expect_nothing_wrong(text, report.values);
}

// 「21」 is a row's code and its first value too: a number may be dropped for the code only if no
// other dropping gives other cells.
TEST(Regressions, ACodeThatIsAlsoAValue) {
  Report report = sample();
  int code = 0;
  std::u16string& value = report.values["requests.denied.state_secret.natural"];
  std::u16string& total = report.values["requests.denied.state_secret.total"];
  total = utf16(std::to_string(std::stoul(utf8(total)) - std::stoul(utf8(value)) + 5));
  value = u"5";
  const std::u16string text = with_requests(report, [&](const Row& row) {
    return before(row) + utf16(std::to_string(++code)) + u' ' + row.label + u' ' + spaced(row) +
           u'\n';
  });
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(text);
}

// --- Texts in lines

// A label broken into many lines between bars: its last piece, a bracket, is no cell's words.
TEST(Regressions, BracketsOnLinesOfTheirOwn) {
  Report report = sample();
  for (const Shape shape : {Shape::cell_bar, Shape::opener, Shape::lines}) {
    report.shape = shape;
    const std::u16string text =
        everywhere(everywhere(report.text(), u"不计其他情形)", u"不计其他情形\n)"), u"(区分处理的,",
                   u"\n(\n区分处理的,\n");
    expect_read(text, report);
  }
}

// 「(六)其他处理」 in one narrow column and 「3.其他」 in the next: the first is no row.
TEST(Regressions, GroupNamesThatHoldARowsName) {
  const Report report = sample();
  const std::u16string text = with_requests(report, [](const Row& row) {
    std::u16string out = row.before.empty() ? u"" : row.before.back();
    if (!out.empty()) out.insert(out.size() - 2, u"\n");
    return out + (out.empty() ? u"" : u"\n") + row.label + u' ' + spaced(row) + u'\n';
  });
  expect_read(text, report);
}

// Words on the line below a row of numbers with a gap in it: the rest of the label, no value.
TEST(Regressions, WordsBelowARowWithAGap) {
  Report report = sample();
  const std::u16string text = with_requests(report, [](const Row& row) {
    if (row.key != "requests.denied.enforcement") {
      return before(row) + row.label + u' ' + spaced(row) + u'\n';
    }
    return u"7.属于行政 " + row.cells[0] + u' ' + row.cells[1] + u" \u00A0 " + row.cells[3] + u' ' +
           row.cells[4] + u' ' + row.cells[5] + u' ' + row.cells[6] + u"\n执法案卷\n";
  });
  expect_read_outside(text, report.values, "requests.denied.enforcement");
  EXPECT_EQ(test::findings_of(check(text), "CELL.NOT_NUMBER").size(), 0U);
}

// Rows that keep every line of a text once only: what was repeated is gone, and nothing is certain
// where a number may be another row's.
TEST(Regressions, RepeatedLinesRemoved) {
  Report report = sample();
  report.shape = Shape::lines;
  std::u16string text;
  std::vector<std::u16string> seen;
  std::u16string line;
  for (const char16_t c : report.text()) {
    if (c != u'\n') {
      line += c;
      continue;
    }
    if (!line.empty() && std::find(seen.begin(), seen.end(), line) == seen.end()) {
      seen.push_back(line);
      text += line + u'\n';
    }
    line.clear();
  }
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, report.values), "") << utf8(text);
  EXPECT_EQ(test::broken_promises(answer, text), "");
}

// Words in the place of a number (见附表, ?): that cell is unreadable, no other moves.
TEST(Regressions, WordsInsideARowOfNumbers) {
  const Report report = sample();
  for (const std::u16string_view words : {u"详见附件", u"见附表"}) {
    const auto damaged = [&](Row row) {
      if (row.key == "requests.granted") row.cells[0] = words;
      return row;
    };
    const Write lines = [&](const Row& row) {
      return before(row) + row.label + u'\n' + one_a_line(damaged(row));
    };
    const Write spaces = [&](const Row& row) {
      return before(row) + row.label + u' ' + spaced(damaged(row)) + u'\n';
    };
    for (const Write& write : {lines, spaces}) {
      const std::u16string text = with_requests(report, write);
      const Answer answer = check(text);
      const Values others = without(report.values, "requests.granted.natural");
      EXPECT_EQ(test::wrong_numbers(answer, others), "") << utf8(text);
      EXPECT_EQ(test::unread_numbers(answer, others), "") << utf8(text);
      EXPECT_EQ(test::find_cell(answer, "requests.granted.natural")->state, CellState::unreadable);
    }
  }
}

// A row's numbers in a line of the table before its label's line, or after it, as converters of
// PDF cut rows: they are that row's, which is not blank.
TEST(Regressions, OrphanedRowsOfNumbers) {
  Report report = sample();
  report.shape = Shape::markdown;
  for (const bool numbers_first : {true, false}) {
    Grid grid = grid_of(report, 3);
    const auto row = std::find_if(grid.begin(), grid.end(), [](const auto& boxes) {
      return boxes.front().text == u"2.其他法律行政法规禁止公开";
    });
    ASSERT_NE(row, grid.end());
    std::vector<test::Box> numbers = *row;
    std::vector<test::Box> label = *row;
    numbers[0].text = numbers_first ? u"三、本年度办" : u"";
    for (std::size_t i = 1; i < label.size(); ++i) label[i].text.clear();
    *row = numbers_first ? numbers : label;
    grid.insert(row + 1, numbers_first ? label : numbers);
    ++grid[5].front().rows;
    for (std::vector<test::Box>& boxes : grid) {
      if (boxes.front().text == u"(三)不予公开") ++boxes.front().rows;
    }
    const std::u16string text = with_grid(report, 3, grid);
    expect_nothing_wrong(text, report.values);
    const Answer answer = check(text);
    EXPECT_EQ(test::unread_numbers(answer, without(report.values, "requests.denied.prohibited")),
              "");
    for (const Cell& cell : answer.cells) {
      if (cell.id.starts_with("requests.denied.prohibited")) {
        EXPECT_NE(cell.state, CellState::blank) << cell.id << '\n' << utf8(text);
      }
    }
  }
}

// Headings in other words, without their numbers, in a text of one line.
TEST(Regressions, HeadingsInOtherWords) {
  const Report report = sample();
  for (const std::u16string_view heading :
       {u"一、基本情况\n", u"一、概述\n", u"一、总体工作情况\n"}) {
    const std::u16string text = test::replaced(report.text(), report.heading(1), heading);
    expect_read(text, report);
    EXPECT_EQ(test::findings_of(check(text), "STRUCT.SECTION_MISSING").size(), 0U);
  }
}

// A menu before the title with names of rows and of sections.
TEST(Regressions, AMenuBeforeTheTitle) {
  Report report = sample();
  for (const Shape shape : test::all_shapes) {
    report.shape = shape;
    const std::u16string menu =
        u"首页\n规章\n行政规范性文件\n行政强制\n行政事业性收费\n登录 | 注册\n依申请公开\n";
    const std::u16string text = menu + report.text();
    expect_read(text, report);
    EXPECT_EQ(check(text).sections.size(), 6U);
  }
}

// --- What fuzzing and web pages showed

// 「0.37」 among counts: no filling of the other cells reconciles, so none is inferred.
TEST(Regressions, NothingIsInferredBesideADecimal) {
  Report report = sample();
  report.values = test::zeros(form_of("2021"));
  Rows rows = rows_of(report, 3);
  row_named(rows, "requests.carried_in").cells.back() = u"0.37";
  rows.erase(rows.begin() + 2, rows.end() - 1);
  const std::u16string text = with_requests(report, rows, [](const Row& row) {
    return row.label + u" | " + joined(row.cells, u" | ") + u" |\n";
  });
  const Answer answer = check(text);
  EXPECT_EQ(test::broken_promises(answer, text), "");
  for (const Cell& cell : answer.cells) {
    if (cell.id.starts_with("requests.") && cell.id.ends_with(".total")) {
      EXPECT_FALSE(cell.inferred) << cell.id;
    }
  }
}

// Blanks too few for a row's cells have no place: not ambiguous.
TEST(Regressions, AmbiguousCellsStandSomewhere) {
  const std::u16string text =
      u"本年新收政府信息公开申请数量\n上年结转政府信息公开申请数量\n予以公开||\n"
      u"结转下年度继续办理\n属于行政查询事项\n";
  EXPECT_EQ(test::broken_promises(check(text), text), "");
}

// One row of numbers between two labels is one row's, never both's.
TEST(Regressions, NoRowIsTakenTwice) {
  const std::u16string text =
      u"上年结转政府信息公开申请数量\n0 0 0  0 0 0 "
      u"0|\n予以公开||属于行政查询事项属于行政执法案卷\n";
  const Answer answer = check(text);
  EXPECT_EQ(test::broken_promises(answer, text), "");
  std::vector<std::uint32_t> places;
  for (const Cell& cell : answer.cells) {
    if (cell.value) places.push_back(cell.span->begin);
  }
  std::sort(places.begin(), places.end());
  EXPECT_EQ(std::adjacent_find(places.begin(), places.end()), places.end());
}

// Groups of three digits without an end: longer than any number.
TEST(Regressions, ThousandsWithoutAnEnd) {
  const Report report = sample();
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    const bool damaged = row.key == "disclosure.art20_5.licensing";
    return before(row) + row.label + u" | " +
           (damaged ? u"177 000 000 000 000 000 002 000" : joined(row.cells, u" | ")) + u" |\n";
  });
  expect_none(text, report.values, "disclosure.art20_5.licensing");
}

// A page whose six kinds of applicants are merged: one empty place each in its text, so that every
// row has seven.
TEST(Regressions, MergedApplicantsOfAPage) {
  Report report = sample();
  for (const Row& row : rows_of(report, 3)) {
    for (std::size_t i = 0; i + 1 < row.cells.size(); ++i) {
      report.values[row.key + '.' + std::string(applicant_columns[i].key)].clear();
    }
  }
  report.shape = Shape::tabs;
  const std::u16string text = report.text();
  const Answer answer = check(text);
  for (const Cell& cell : answer.cells) {
    if (!cell.id.starts_with("requests.")) continue;
    EXPECT_EQ(cell.state, cell.id.ends_with("total") ? CellState::printed : CellState::blank)
        << cell.id;
  }
  EXPECT_EQ(test::findings_of(answer, "CELL.NOT_NUMBER").size(), 0U);
}

// Radicals (U+2F06) and numerals of every day in cells are the numbers they look like.
TEST(Regressions, RadicalsAsNumerals) {
  Report report = sample();
  report.values["disclosure.art20_5.licensing.decisions"] = u"\u2F06";
  report.values["disclosure.art20_6.penalty.decisions"] = u"十一";
  const std::u16string text = report.text();
  report.values["disclosure.art20_5.licensing.decisions"] = u"2";
  report.values["disclosure.art20_6.penalty.decisions"] = u"11";
  expect_read(text, report);
}

// --- Mixtures

// Blank cells in a Markdown table with a place for each of the form's columns: the column tells.
TEST(Regressions, SparseTablesWithAPlaceForEachColumn) {
  Report report = sample();
  report.shape = Shape::markdown;
  Report blank = report;
  for (auto& [id, value] : blank.values) {
    if (value == u"0") value.clear();
  }
  const std::u16string text = blank.text();
  expect_nothing_wrong(text, report.values);
  Values truth = blank.values;
  std::erase_if(truth, [](const auto& value) { return value.second.empty(); });
  EXPECT_EQ(test::unread_numbers(check(text), truth), "") << utf8(text);
}

// A page mark inside a label that is broken over lines.
TEST(Regressions, APageMarkInsideABrokenLabel) {
  const Report report = sample();
  const std::u16string text = with_requests(report, [](const Row& row) {
    const bool damaged = row.key == "requests.unavailable.unclear";
    return before(row) + (damaged ? u"3.补正后申请内\n— 1 —\n容仍不明确\n" : row.label + u' ') +
           spaced(row) + u'\n';
  });
  expect_read(text, report);
}

// A bare page number on a line of its own between whole rows.
TEST(Regressions, APageNumberBetweenWholeRows) {
  Report report = sample();
  for (const Shape shape : {Shape::spaces, Shape::bars, Shape::cell_bar, Shape::cell_then_bar}) {
    report.shape = shape;
    const std::u16string text =
        test::replaced(report.text(), u"\n6.属于四类过程性信息", u"\n3\n6.属于四类过程性信息");
    expect_read(text, report);
  }
}

// One value a line, among others in pipes: words in a row keep the cells behind them in place.
TEST(Regressions, WordsInARowOfOneValueALine) {
  const Report report = sample();
  bool half = false;
  const std::u16string text = with_requests(report, [&](const Row& row) {
    half = half || row.key == "requests.closed.not_corrected";
    if (!half) {
      return joined(row.before, u" | ") + (row.before.empty() ? u"" : u" | ") + row.label + u" | " +
             joined(row.cells, u" | ") + u" |\n";
    }
    Texts cells = row.cells;
    if (row.key == "requests.closed.not_corrected") cells[0] = u"见附表";
    return row.label + u"\n\n" + joined(cells, u"\n\n") + u"\n\n";
  });
  const Answer answer = check(text);
  const Values others = without(report.values, "requests.closed.not_corrected.natural");
  EXPECT_EQ(test::wrong_numbers(answer, others), "") << utf8(text);
  EXPECT_FALSE(test::find_cell(answer, "requests.closed.not_corrected.natural")->value);
}

// A note behind a label, broken over lines, that names other rows.
TEST(Regressions, NotesThatNameOtherRows) {
  const Report report = sample();
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    std::u16string label = row.label;
    if (row.key == "disclosure.art20_8.fees") label += u"(不含行政处罚\n、行政强制)";
    if (row.key == "disclosure.art20_5.licensing") label += u"(不含行政处罚、行政强制)";
    return before(row) + label + u' ' + spaced(row) + u'\n';
  });
  expect_read(text, report);
}

// 「2.申请人…」 and 「3.」 「其他」: a label cut in two cells beside its ordinal.
TEST(Regressions, LabelsInTwoCells) {
  Report report = sample();
  const std::u16string text = with_requests(report, [](const Row& row) {
    std::u16string label = row.label;
    if (row.key == "requests.closed.other") label = u"3. |\n其他";
    std::u16string out;
    for (const std::u16string& text : row.before) out += text + u" |\n";
    return out + label + u" |\n" + joined(row.cells, u" |\n") + u" |\n";
  });
  expect_read(text, report);
}

// A code with a space inside (「2 0」) in cells of its own.
TEST(Regressions, RowCodesWithASpaceInside) {
  Report report = sample();
  int code = 0;
  const std::u16string text = with_requests(report, [&](const Row& row) {
    ++code;
    std::u16string own = (code < 10 ? u"0" : u"") + utf16(std::to_string(code));
    if (code % 5 == 0) own.insert(1, u" ");
    std::u16string out = own + u" |\n";
    for (const std::u16string& head : row.before) out += head + u" |\n";
    return out + row.label + u" |\n" + joined(row.cells, u" |\n") + u" |\n";
  });
  expect_nothing_wrong(text, report.values);
  EXPECT_EQ(test::findings_of(check(text), "CELL.NOT_NUMBER").size(), 0U);
}

// A blank row, the next row's number and a page number: which is whose cannot be told.
TEST(Regressions, APageNumberBesideABlankRow) {
  Report report = sample("2019");
  for (const std::string_view key : {"previous", "change", "decisions"}) {
    report.values["disclosure.art20_6.penalty." + std::string(key)].clear();
  }
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    std::u16string out = before(row) + row.label + u'\n';
    for (const std::u16string& cell : row.cells) {
      if (!cell.empty()) out += cell + u'\n';
    }
    if (row.key == "disclosure.art20_6.coercion") out += u"4\n";
    return out;
  });
  const Values others = without(report.values, "disclosure.art20_6");
  const Answer answer = check(text);
  EXPECT_EQ(test::wrong_numbers(answer, others), "") << utf8(text);
  for (const Cell& cell : answer.cells) {
    if (cell.id.starts_with("disclosure.art20_6.penalty")) {
      EXPECT_FALSE(cell.value) << cell.id << '\n' << utf8(text);
    }
  }
}

// Markdown rows wrapped at a fixed width, between cells.
TEST(Regressions, MarkdownRowsOverTwoLines) {
  Report report = sample();
  const std::u16string text = with_requests(report, [](const Row& row) {
    Texts first(row.cells.begin(), row.cells.begin() + 4);
    Texts rest(row.cells.begin() + 4, row.cells.end());
    return u"| " + row.label + u" | " + joined(first, u" | ") + u" |\n| " + joined(rest, u" | ") +
           u" |\n";
  });
  expect_nothing_wrong(text, report.values);
}

// Heads of an extra column misread (小记 for 小计, 总记 for 总计).
TEST(Regressions, MisreadHeadsOfAnExtraColumn) {
  Report report = sample();
  for (const Shape shape : {Shape::bars, Shape::markdown, Shape::tabs}) {
    report.shape = shape;
    Grid grid = grid_of(report, 3);
    ++grid[0].back().columns;
    ++grid[1][1].columns;
    grid[1][2].text = u"总记";
    grid[2].push_back({u"小记"});
    for (std::size_t r = 3; r < grid.size(); ++r) {
      int sum = 0;
      for (std::size_t c = 2; c <= 6; ++c)
        sum += std::stoi(utf8((grid[r].end() - static_cast<std::ptrdiff_t>(c))->text));
      grid[r].insert(grid[r].end() - 1, {utf16(std::to_string(sum))});
    }
    const std::u16string text = with_grid(report, 3, grid);
    expect_nothing_wrong(text, report.values);
  }
}

// Tabs before rows of bars and of two spaces: the tab is no separator of theirs.
TEST(Regressions, TabsBeforeRowsOfOtherSeparators) {
  const Report report = sample();
  std::u16string table = u"\t行政复议\t行政诉讼\n";
  Texts values;
  for (const FormCell& cell : form_of("2021").cells_of(TableId::disputes)) {
    values.push_back(report.values.at(cell.id));
  }
  for (const std::u16string_view separator : {u" ¦ ", u"  ", u" | "}) {
    std::u16string text = with_section(
        report, 4,
        u"行政复议 行政诉讼\n结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 "
        u"复议后起诉\n结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 "
        u"其他结果 尚未审结 总计\n" +
            joined(values, separator) + u'\n');
    text = u'\t' + everywhere(text, u"\n", u"\n\t");
    expect_read(text, report);
  }
}

// Heads of table 4 torn over several lines by a narrow column.
TEST(Regressions, DisputeHeadsInPieces) {
  const Report report = sample();
  Texts values;
  for (const FormCell& cell : form_of("2021").cells_of(TableId::disputes)) {
    values.push_back(report.values.at(cell.id));
  }
  expect_read(with_section(report, 4,
                           u"行政复议 行政诉讼\n结 结 其 尚\n果 果 他 未\n总计 未经复议直接起诉 "
                           u"复议后起诉\n维 纠 结 审\n持 正 果 结\n" +
                               joined(values, u" ") + u'\n'),
              report);
}

// A whole table without a single separator: seven digits are seven cells, also before the ordinal
// of the next label.
TEST(Regressions, NoSeparatorsAtAll) {
  Report report = sample();
  report.values = test::zeros(form_of("2021"));
  const std::u16string text = with_requests(report, [](const Row& row) {
    return joined(row.before, u"") + row.label + joined(row.cells, u"");
  });
  expect_read(text, report);
}

// `&` between cells (rows of LaTeX): two of them with nothing between may not move a value.
TEST(Regressions, BlanksBetweenUnknownSeparators) {
  Report report = sample();
  const std::u16string text = with_disclosure(report, [](const Row& row) {
    Texts cells = row.cells;
    if (row.key == "disclosure.art20_1.rules") {
      cells[0].clear();
      cells[1].clear();
    }
    return row.label + u" & " + joined(cells, u" & ") + u" \\\\\n";
  });
  expect_nothing_wrong(text, report.values);
}

// 行政诉讼 before 行政复议 in the heads of table 4 and in its values.
TEST(Regressions, DisputesInAnotherOrder) {
  Report report = sample();
  report.shape = Shape::markdown;
  Grid grid = grid_of(report, 4);
  std::swap(grid[0][0], grid[0][1]);
  std::rotate(grid[1].begin(), grid[1].begin() + 5, grid[1].end());
  std::rotate(grid[3].begin(), grid[3].begin() + 5, grid[3].end());
  const std::u16string text = with_grid(report, 4, grid);
  expect_nothing_wrong(text, report.values);
}

}  // namespace
}  // namespace gouji
