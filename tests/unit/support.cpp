#include "support.h"

#include <algorithm>
#include <array>
#include <set>

#include <gtest/gtest.h>

#include "tables/number.h"
#include "text/normalize.h"
#include "text/unicode.h"

namespace gouji {

void PrintTo(const Span& span, std::ostream* out) {
  *out << '[' << span.begin << ", " << span.end << ')';
}
void PrintTo(const Number& number, std::ostream* out) { *out << to_string(number); }
void PrintTo(CellState state, std::ostream* out) { *out << name(state); }
void PrintTo(EquationStatus status, std::ostream* out) { *out << name(status); }
void PrintTo(TableStatus status, std::ostream* out) { *out << name(status); }
void PrintTo(Verdict verdict, std::ostream* out) { *out << name(verdict); }
void PrintTo(Severity severity, std::ostream* out) { *out << name(severity); }

}  // namespace gouji

namespace gouji::test {

std::u16string utf16(std::string_view text) {
  std::u16string out;
  std::size_t i = 0;
  while (i < text.size()) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t k = 1; k < size && i + k < text.size(); ++k) {
      c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    i += size;
    if (c < 0x10000) {
      out.push_back(static_cast<char16_t>(c));
    } else {
      out.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    }
  }
  return out;
}

std::string utf8(std::u16string_view text) { return to_utf8(text); }

std::string_view name(Shape shape) {
  switch (shape) {
    case Shape::bars:
      return "bars";
    case Shape::markdown:
      return "markdown";
    case Shape::tabs:
      return "tabs";
    case Shape::lines:
      return "lines";
    case Shape::cell_bar:
      return "cell_bar";
    case Shape::cell_then_bar:
      return "cell_then_bar";
    case Shape::opener:
      return "opener";
    case Shape::spaces:
      return "spaces";
  }
  return {};
}

namespace {

std::u16string value_at(const Values& values, std::string_view id) {
  const auto found = values.find(id);
  return found == values.end() ? std::u16string() : found->second;
}

std::string id_of(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '.';
    out += part;
  }
  return out;
}

Grid disclosure(const Form& form, const Values& values) {
  Grid out;
  std::size_t width = 0;
  for (const ArticleData& article : form.data->articles) {
    width = std::max(width, article.columns.size() + 1);
  }
  for (const ArticleData& article : form.data->articles) {
    const std::size_t last = width - article.columns.size();
    out.push_back({{std::u16string(article.item), width}});
    std::vector<Box>& head = out.emplace_back();
    head.push_back({u"信息内容"});
    for (const ColumnData& column : article.columns) {
      head.push_back({std::u16string(column.label)});
    }
    head.back().columns = last;
    for (const LabelledKey& row : article.rows) {
      std::vector<Box>& boxes = out.emplace_back();
      boxes.push_back({std::u16string(row.label)});
      for (const ColumnData& column : article.columns) {
        boxes.push_back(
            {value_at(values, id_of({"disclosure", article.key, row.key, column.key}))});
      }
      boxes.back().columns = last;
    }
  }
  return out;
}

Grid requests(const Form& form, const Values& values) {
  Grid out;
  out.push_back({{u"(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", 3, 3},
                 {u"申请人情况", 7}});
  out.push_back({{u"自然人", 1, 2}, {u"法人或其他组织", 5}, {u"总计", 1, 2}});
  out.push_back({{u"商业企业"}, {u"科研机构"}, {u"社会公益组织"}, {u"法律服务机构"}, {u"其他"}});
  const std::span<const RequestRowData> rows = form.data->request_rows;
  std::size_t results = 0;
  for (const RequestRowData& row : rows) {
    results += row.role == RowRole::result || row.role == RowRole::handled ? 1U : 0U;
  }
  bool first = true;
  std::u16string_view group;
  for (const RequestRowData& row : rows) {
    std::vector<Box>& boxes = out.emplace_back();
    const bool result = row.role == RowRole::result || row.role == RowRole::handled;
    if (result && first) {
      boxes.push_back({u"三、本年度办理结果", 1, results});
      first = false;
    }
    if (!row.group.empty() && row.group != group) {
      const auto members = static_cast<std::size_t>(std::count_if(
          rows.begin(), rows.end(), [&](const auto& other) { return other.group == row.group; }));
      boxes.push_back({std::u16string(row.group), 1, members});
    }
    group = row.group;
    std::u16string label(row.numbering);
    label.append(row.label).append(row.note);
    boxes.push_back({label, !result ? 3U : row.group.empty() ? 2U : 1U});
    for (const ColumnData& column : form.data->request_columns) {
      boxes.push_back({value_at(values, id_of({"requests", row.key, column.key}))});
    }
  }
  return out;
}

Grid disputes(const Form& form, const Values& values) {
  Grid out;
  out.push_back({{u"行政复议", 5}, {u"行政诉讼", 10}});
  std::vector<Box> second;
  std::vector<Box> third;
  for (const ColumnData& column : form.data->dispute_columns) {
    second.push_back({std::u16string(column.label), 1, 2});
  }
  second.push_back({u"未经复议直接起诉", 5});
  second.push_back({u"复议后起诉", 5});
  for (int group = 0; group < 2; ++group) {
    for (const ColumnData& column : form.data->dispute_columns) {
      third.push_back({std::u16string(column.label)});
    }
  }
  out.push_back(second);
  out.push_back(third);
  std::vector<Box>& boxes = out.emplace_back();
  for (const LabelledKey& group : form.data->dispute_groups) {
    for (const ColumnData& column : form.data->dispute_columns) {
      boxes.push_back({value_at(values, id_of({"disputes", group.key, column.key}))});
    }
  }
  return out;
}

std::size_t width_of(const Grid& grid) {
  std::size_t width = 0;
  for (const Box& box : grid.front()) width += box.columns;
  return width;
}

// Every place of the table, merged ones empty but for their first.
std::vector<std::vector<std::u16string>> unmerged(const Grid& grid) {
  const std::size_t width = width_of(grid);
  std::vector<std::vector<std::u16string>> out(grid.size(), std::vector<std::u16string>(width));
  std::vector<std::vector<bool>> taken(grid.size(), std::vector<bool>(width, false));
  for (std::size_t r = 0; r < grid.size(); ++r) {
    std::size_t column = 0;
    for (const Box& box : grid[r]) {
      while (column < width && taken[r][column]) ++column;
      if (column == width) break;
      out[r][column] = box.text;
      for (std::size_t i = r; i < std::min(grid.size(), r + box.rows); ++i) {
        for (std::size_t k = column; k < std::min(width, column + box.columns); ++k) {
          taken[i][k] = true;
        }
      }
      column += box.columns;
    }
  }
  return out;
}

}  // namespace

Grid grid_of(const Form& form, TableId id, const Values& values) {
  switch (id) {
    case TableId::disclosure:
      return disclosure(form, values);
    case TableId::requests:
      return requests(form, values);
    case TableId::disputes:
      return disputes(form, values);
  }
  return {};
}

Grid without_row(Grid grid, std::size_t row) {
  for (std::size_t r = 0; r < row; ++r) {
    for (Box& box : grid[r]) {
      if (r + box.rows > row) --box.rows;
    }
  }
  grid.erase(grid.begin() + static_cast<std::ptrdiff_t>(row));
  return grid;
}

std::u16string written(const Grid& grid, Shape shape) {
  std::u16string out;
  const std::size_t width = width_of(grid);
  if (shape == Shape::markdown || shape == Shape::tabs) {
    bool first = true;
    for (const std::vector<std::u16string>& row : unmerged(grid)) {
      if (shape == Shape::tabs) {
        for (std::size_t c = 0; c < row.size(); ++c) {
          if (c > 0) out += u'\t';
          out += row[c];
        }
      } else {
        out += u"|";
        for (const std::u16string& text : row) out += u" " + text + u" |";
        if (first) {
          out += u"\n|";
          for (std::size_t c = 0; c < row.size(); ++c) out += u" --- |";
        }
        first = false;
      }
      out += u'\n';
    }
    return out;
  }
  for (const std::vector<Box>& row : grid) {
    switch (shape) {
      case Shape::bars:
        for (const Box& box : row) out += box.text + u" | ";
        out.append(width - row.size(), u'|');
        out += u'\n';
        break;
      case Shape::lines:
        for (const Box& box : row) {
          if (!box.text.empty()) out += box.text + u"\n\n";
        }
        break;
      case Shape::opener:
      case Shape::cell_bar:
        if (shape == Shape::opener) out += u"|\n";
        for (const Box& box : row) out += box.text + u" |\n";
        if (row.size() < width) out.append(width - row.size(), u'|') += u'\n';
        break;
      case Shape::cell_then_bar:
        for (const Box& box : row) {
          if (!box.text.empty()) out += box.text + u'\n';
          out += u"|\n";
        }
        break;
      case Shape::spaces:
        for (const Box& box : row) {
          if (!box.text.empty()) out += box.text + u' ';
        }
        out.back() = u'\n';
        break;
      case Shape::markdown:
      case Shape::tabs:
        break;
    }
  }
  return out;
}

Values zeros(const Form& form) {
  Values out;
  for (const FormCell& cell : form.cells) out[cell.id] = u"0";
  return out;
}

Values reconciled(const Form& form, Random& random, std::uint64_t most) {
  std::map<std::string, std::uint64_t> figures;
  for (const FormCell& cell : form.cells) {
    if (cell.table == TableId::disclosure) figures[cell.id] = random.below(most * 5);
  }
  // What was added this year is part of the stock.
  for (const LabelledKey& row : form.data->articles.front().rows) {
    const std::string stem = id_of({"disclosure", form.data->articles.front().key, row.key, ""});
    const bool newer = figures.contains(stem + "in_force");
    figures[stem + (newer ? "in_force" : "total_disclosed")] +=
        figures[stem + (newer ? "issued" : "disclosed")];
  }
  const std::span<const ColumnData> columns = form.data->request_columns;
  for (const ColumnData& column : columns) {
    if (&column == &columns.back()) break;
    std::uint64_t handled = 0;
    for (const RequestRowData& row : form.data->request_rows) {
      if (row.role != RowRole::result) continue;
      const std::uint64_t value = random.one_in(2) ? random.below(most) : 0;
      figures[id_of({"requests", row.key, column.key})] = value;
      handled += value;
    }
    figures[id_of({"requests", "handled", column.key})] = handled;
    const std::uint64_t out = random.below(5);
    figures[id_of({"requests", "carried_out", column.key})] = out;
    const std::uint64_t in = random.below(handled + out + 1);
    figures[id_of({"requests", "carried_in", column.key})] = in;
    figures[id_of({"requests", "new", column.key})] = handled + out - in;
  }
  const auto add_up = [&](std::string_view table, std::string_view row,
                          std::span<const ColumnData> parts) {
    std::uint64_t sum = 0;
    for (const ColumnData& part : parts.first(parts.size() - 1)) {
      sum += figures[id_of({table, row, part.key})];
    }
    figures[id_of({table, row, parts.back().key})] = sum;
  };
  for (const RequestRowData& row : form.data->request_rows) add_up("requests", row.key, columns);
  for (const LabelledKey& group : form.data->dispute_groups) {
    for (const ColumnData& column : form.data->dispute_columns) {
      figures[id_of({"disputes", group.key, column.key})] = random.below(most);
    }
    add_up("disputes", group.key, form.data->dispute_columns);
  }
  Values out;
  for (const auto& [id, value] : figures) out[id] = utf16(std::to_string(value));
  return out;
}

std::u16string Report::title() const {
  return agency + utf16(std::to_string(year)) + u"年政府信息公开工作年度报告\n";
}

std::u16string Report::heading(int number) const {
  static constexpr std::u16string_view headings[] = {u"一、总体情况",
                                                     u"二、主动公开政府信息情况",
                                                     u"三、收到和处理政府信息公开申请情况",
                                                     u"四、政府信息公开行政复议、行政诉讼情况",
                                                     u"五、存在的主要问题及改进情况",
                                                     u"六、其他需要报告的事项"};
  return std::u16string(headings[number - 1]) + u'\n';
}

std::u16string Report::section(int number) const {
  std::u16string out = heading(number);
  switch (number) {
    case 1:
      return out + u"本局按照条例的要求公开信息,网站栏目每周更新。\n";
    case 5:
      return out + u"栏目的更新还不够及时。下一步将安排专人负责。\n";
    case 6:
      return out + u"本局未收取信息处理费。\n";
    default:
      break;
  }
  const auto id = static_cast<TableId>(number - 2);
  return out + written(grid_of(*forms[number - 2], id, values), shape);
}

std::u16string Report::text() const {
  std::u16string out = title();
  for (int number = 1; number <= 6; ++number) out += section(number);
  return out;
}

const Form& form_of(std::string_view id) { return *find_form(id); }

const Cell* find_cell(const Answer& answer, std::string_view id) {
  for (const Cell& cell : answer.cells) {
    if (cell.id == id) return &cell;
  }
  return nullptr;
}

const Equation* find_equation(const Answer& answer, std::string_view id) {
  for (const Equation& equation : answer.equations) {
    if (equation.id == id) return &equation;
  }
  return nullptr;
}

std::vector<const Finding*> findings_of(const Answer& answer, std::string_view rule) {
  std::vector<const Finding*> out;
  for (const Finding& finding : answer.findings) {
    if (finding.rule == rule) out.push_back(&finding);
  }
  return out;
}

std::string list_of_findings(const Answer& answer) {
  std::string out;
  for (const Finding& finding : answer.findings) {
    out += std::string(gouji::name(finding.severity)) + ' ' + std::string(finding.rule) + ' ' +
           finding.message + '\n';
  }
  return out;
}

namespace {

class Promises {
 public:
  Promises(const Answer& answer, std::u16string_view text) : answer_(answer), text_(text) {}

  std::string run() {
    particulars();
    tables();
    cells();
    equations();
    findings();
    return std::move(out_);
  }

 private:
  void no(bool broken, const std::string& what) {
    if (broken) out_ += what + '\n';
  }
  void inside(const Span& span, const std::string& what) {
    no(span.begin > span.end || span.end > text_.size(), what + ": a span that is not in the text");
  }

  [[nodiscard]] bool has_finding(std::string_view rule) const {
    return std::any_of(answer_.findings.begin(), answer_.findings.end(),
                       [&](const Finding& finding) { return finding.rule == rule; });
  }

  void particulars() {
    no(answer_.tables.size() != 3, "not three tables");
    no(answer_.year && (*answer_.year < 2000 || *answer_.year > 2099), "an odd year");
    const std::string& date = answer_.published;
    no(!date.empty() && (date.size() != 10 || date[4] != '-' || date[7] != '-'), "an odd date");
    no((answer_.verdict == Verdict::unreadable) != !answer_.reason.empty(),
       "a reason is for what is unreadable");
    int last = 0;
    for (const Section& section : answer_.sections) {
      no(section.number <= last || section.number > 6, "sections out of order");
      last = section.number;
      inside(section.span, "section");
      no(section.span.empty(), "a section that stands nowhere");
    }
  }

  void tables() {
    for (std::size_t i = 0; i < answer_.tables.size(); ++i) {
      const Table& table = answer_.tables[i];
      const std::string what(gouji::name(table.id));
      no(table.id != static_cast<TableId>(i), what + ": tables out of order");
      if (table.span) inside(*table.span, what);
      std::size_t count = 0;
      std::size_t missing = 0;
      std::size_t open = 0;  // figures without any label: none of them has a place
      for (const Cell& cell : answer_.cells) {
        if (!cell.id.starts_with(what)) continue;
        ++count;
        missing += cell.state == CellState::missing ? 1U : 0U;
        open += cell.state == CellState::ambiguous ? 1U : 0U;
      }
      const bool none = count == missing;
      if (answer_.verdict != Verdict::unknown_form && answer_.verdict != Verdict::unreadable) {
        no(table.status == TableStatus::complete && missing > 0,
           what + ": complete, cells missing");
        no(table.status == TableStatus::partial && missing == 0 && open < count,
           what + ": not partial");
        no(table.status == TableStatus::partial && none && !has_finding("STRUCT.LABELS_ONLY"),
           what + ": partial without any cell");
        no((table.status == TableStatus::lost || table.status == TableStatus::absent) && !none,
           what + ": cells of a table that is not there");
      } else {
        no(count > 0, what + ": cells without a form");
        no(table.status != TableStatus::absent, what + ": a table without a form");
      }
    }
  }

  void cells() {
    std::set<std::string_view> ids;
    for (const Cell& cell : answer_.cells) {
      const std::string what(cell.id);
      no(!ids.insert(cell.id).second, what + ": twice");
      no(cell.value.has_value() != (cell.state == CellState::printed), what + ": value and state");
      no(cell.inferred && cell.state == CellState::printed, what + ": printed and inferred");
      no(cell.inferred && *cell.inferred < 0, what + ": inferred below 0");
      no(!cell.candidates.empty() && cell.state != CellState::ambiguous,
         what + ": candidates of a cell that is certain");
      no(cell.state == CellState::ambiguous && cell.candidates.empty(),
         what + ": ambiguous without candidates");
      no(cell.span.has_value() == (cell.state == CellState::missing),
         what + ": a span and being missing");
      if (!cell.span) continue;
      inside(*cell.span, what);
      if (cell.span->end > text_.size()) continue;
      const std::u16string_view there =
          text_.substr(cell.span->begin, cell.span->end - cell.span->begin);
      if (cell.state == CellState::printed || cell.state == CellState::placeholder ||
          cell.state == CellState::unreadable) {
        no(cell.span->empty(), what + ": an empty span");
        no(to_utf8(there) != cell.text, what + ": text and span differ");
      }
      if (cell.state == CellState::printed) number(cell, there);
    }
  }

  // The number is what stands at the span, read on its own. A character that is one number in one
  // place of the original cannot be another there.
  void number(const Cell& cell, std::u16string_view there) {
    const std::u16string normal = normalize(there).text;
    const Value value = read_value(normal);
    no(value.kind != ValueKind::number || !(value.number == *cell.value),
       std::string(cell.id) + ": says " + to_string(*cell.value) + " where the text has \"" +
           to_utf8(there) + '"');
  }

  void equations() {
    std::set<std::string_view> ids;
    for (const Equation& equation : answer_.equations) {
      const std::string what(equation.id);
      no(!ids.insert(equation.id).second, what + ": twice");
      no(!equation.id.starts_with(equation.rule), what + ": not of its rule");
      bool readable = true;
      bool blank = false;
      for (const std::string_view id : equation.cells) {
        const Cell* cell = find_cell(answer_, id);
        no(cell == nullptr, what + ": unknown cell " + std::string(id));
        if (cell == nullptr) continue;
        readable =
            readable && (cell->state == CellState::printed || cell->state == CellState::blank ||
                         cell->state == CellState::placeholder);
        blank = blank || cell->state != CellState::printed;
      }
      const bool equal = equation.left && equation.right && *equation.left == *equation.right;
      no(readable == (equation.status == EquationStatus::not_checked), what + ": not_checked");
      no(equation.left.has_value() != readable || equation.right.has_value() != readable,
         what + ": sides of what cannot be computed");
      no((equation.status == EquationStatus::pass) != (equal && !blank), what + ": pass");
      no((equation.status == EquationStatus::pass_blank_zero) != (equal && readable && blank),
         what + ": pass_blank_zero");
    }
  }

  void findings() {
    Severity last = Severity::error;
    bool error = false;
    for (const Finding& finding : answer_.findings) {
      const std::string what(finding.rule);
      no(finding.severity < last, what + ": findings out of order");
      last = finding.severity;
      error = error || finding.severity == Severity::error;
      no(finding.message.empty() || finding.message_en.empty() || finding.basis_text.empty(),
         what + ": says nothing");
      for (const Span& span : finding.spans) inside(span, what);
      for (const std::string_view id : finding.cells) {
        no(find_cell(answer_, id) == nullptr, what + ": unknown cell " + std::string(id));
      }
      if (finding.equation.empty()) continue;
      const Equation* equation = find_equation(answer_, finding.equation);
      no(equation == nullptr || (equation->status != EquationStatus::fail &&
                                 equation->status != EquationStatus::implied),
         what + ": of an equation that did not fail");
    }
    no((answer_.verdict == Verdict::inconsistent) != error, "verdict and errors");
    for (const Equation& equation : answer_.equations) {
      if (equation.status != EquationStatus::fail) continue;
      no(std::none_of(answer_.findings.begin(), answer_.findings.end(),
                      [&](const Finding& finding) { return finding.equation == equation.id; }),
         std::string(equation.id) + ": fails without a finding");
    }
  }

  const Answer& answer_;
  std::u16string_view text_;
  std::string out_;
};

}  // namespace

std::string broken_promises(const Answer& answer, std::u16string_view text) {
  return Promises(answer, text).run();
}

namespace {

// A message of at most a few lines.
class Lines {
 public:
  void add(const std::string& line) {
    constexpr std::size_t most = 4;
    if (++count_ <= most) out_ += line + '\n';
  }
  std::string text() const {
    return count_ == 0 ? "" : out_ + "(" + std::to_string(count_) + " in all)";
  }

 private:
  std::string out_;
  std::size_t count_ = 0;
};

}  // namespace

std::string wrong_numbers(const Answer& answer, const Values& truth) {
  Lines out;
  for (const Cell& cell : answer.cells) {
    const auto found = truth.find(cell.id);
    if (found == truth.end()) continue;
    const std::string right = utf8(found->second);
    if (cell.value && to_string(*cell.value) != right) {
      out.add(std::string(cell.id) + " printed " + to_string(*cell.value) + ", not " + right);
    }
    if (cell.inferred && std::to_string(*cell.inferred) != right) {
      out.add(std::string(cell.id) + " inferred " + std::to_string(*cell.inferred) + ", not " +
              right);
    }
  }
  return out.text();
}

std::string unread_numbers(const Answer& answer, const Values& truth) {
  Lines out;
  for (const auto& [id, text] : truth) {
    const Cell* cell = find_cell(answer, id);
    if (cell == nullptr) {
      out.add(id + " is not there");
    } else if (!cell->value || to_string(*cell->value) != utf8(text)) {
      out.add(id + " is " + std::string(gouji::name(cell->state)) + " " +
              (cell->value ? to_string(*cell->value) : "") + ", not " + utf8(text));
    }
  }
  return out.text();
}

std::u16string replaced(std::u16string text, std::u16string_view from, std::u16string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::u16string::npos) << utf8(from) << " is not in the text";
  if (at == std::u16string::npos) return text;
  EXPECT_EQ(text.find(from, at + 1), std::u16string::npos) << utf8(from) << " stands twice";
  return text.replace(at, from.size(), to);
}

}  // namespace gouji::test
