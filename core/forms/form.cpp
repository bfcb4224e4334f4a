#include "forms/form.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr ColumnData applicants[] = {{"natural", u"自然人"},     {"company", u"商业企业"},
                                     {"research", u"科研机构"},  {"nonprofit", u"社会公益组织"},
                                     {"legal", u"法律服务机构"}, {"other", u"其他"},
                                     {"total", u"总计"}};
constexpr LabelledKey groups[] = {{"review", u"行政复议"},
                                  {"suit", u"行政诉讼 未经复议直接起诉"},
                                  {"suit_after_review", u"行政诉讼 复议后起诉"}};
constexpr ColumnData outcomes[] = {{"upheld", u"结果维持"},
                                   {"corrected", u"结果纠正"},
                                   {"other", u"其他结果"},
                                   {"pending", u"尚未审结"},
                                   {"total", u"总计"}};

std::string join(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty() && !part.empty()) out += '.';
    out += part;
  }
  return out;
}

std::u16string row_label(const RequestRowData& row) {
  std::u16string out(row.group);
  out += row.numbering;
  out += row.label;
  return out;
}

class Builder {
 public:
  explicit Builder(const FormData& data) { form_.data = &data; }

  Form build() {
    add_disclosure();
    add_requests();
    add_disputes();
    return std::move(form_);
  }

 private:
  std::uint16_t add_cell(std::string id, TableId table, CellKind kind, std::u16string label) {
    form_.cells.push_back({std::move(id), table, kind, std::move(label)});
    return static_cast<std::uint16_t>(form_.cells.size() - 1);
  }

  void begin_line(TableId table, std::string_view article, std::string_view key) {
    form_.lines.push_back({table, article, key, static_cast<std::uint16_t>(form_.cells.size()), 0});
  }
  void end_line() {
    FormLine& line = form_.lines.back();
    line.count = static_cast<std::uint16_t>(form_.cells.size() - line.first);
  }

  void add_disclosure() {
    for (const ArticleData& article : form_.data->articles) {
      for (const LabelledKey& row : article.rows) {
        begin_line(TableId::disclosure, article.key, row.key);
        for (const ColumnData& column : article.columns) {
          std::u16string label(row.label);
          label.append(u" · ").append(column.label);
          add_cell(join({"disclosure", article.key, row.key, column.key}), TableId::disclosure,
                   column.kind, std::move(label));
        }
        end_line();
      }
    }
  }

  void add_requests() {
    const std::span<const ColumnData> columns = form_.data->request_columns;
    const std::size_t width = columns.size();
    const std::size_t first = form_.cells.size();
    for (const RequestRowData& row : form_.data->request_rows) {
      begin_line(TableId::requests, {}, row.key);
      for (const ColumnData& column : columns) {
        std::u16string label = row_label(row);
        label.append(u" · ").append(column.label);
        add_cell(join({"requests", row.key, column.key}), TableId::requests, column.kind,
                 std::move(label));
      }
      end_line();
    }
    const auto at = [&](std::size_t row, std::size_t column) {
      return static_cast<std::uint16_t>(first + row * width + column);
    };
    for (std::size_t c = 0; c < width; ++c) {
      FormEquation balance{join({"T3.BALANCE", columns[c].key}), "T3.BALANCE", {}, {}};
      FormEquation results{join({"T3.RESULTS", columns[c].key}), "T3.RESULTS", {}, {}};
      for (std::size_t r = 0; r < form_.data->request_rows.size(); ++r) {
        switch (form_.data->request_rows[r].role) {
          case RowRole::incoming:
            balance.left.push_back(at(r, c));
            break;
          case RowRole::result:
            results.left.push_back(at(r, c));
            break;
          case RowRole::handled:
            results.right.push_back(at(r, c));
            balance.right.push_back(at(r, c));
            break;
          case RowRole::outgoing:
            balance.right.push_back(at(r, c));
            break;
        }
      }
      form_.equations.push_back(std::move(balance));
      form_.equations.push_back(std::move(results));
    }
    for (std::size_t r = 0; r < form_.data->request_rows.size(); ++r) {
      FormEquation row{join({"T3.ROW", form_.data->request_rows[r].key}), "T3.ROW", {}, {}};
      for (std::size_t c = 0; c + 1 < width; ++c) row.left.push_back(at(r, c));
      row.right.push_back(at(r, width - 1));
      form_.equations.push_back(std::move(row));
    }
  }

  void add_disputes() {
    const std::span<const ColumnData> columns = form_.data->dispute_columns;
    begin_line(TableId::disputes, {}, {});
    for (const LabelledKey& group : form_.data->dispute_groups) {
      FormEquation sum{join({"T4.SUM", group.key}), "T4.SUM", {}, {}};
      for (std::size_t c = 0; c < columns.size(); ++c) {
        std::u16string label(group.label);
        label.append(u" · ").append(columns[c].label);
        const std::uint16_t cell = add_cell(join({"disputes", group.key, columns[c].key}),
                                            TableId::disputes, columns[c].kind, std::move(label));
        (c + 1 < columns.size() ? sum.left : sum.right).push_back(cell);
      }
      form_.equations.push_back(std::move(sum));
    }
    end_line();
  }

  Form form_;
};

}  // namespace

const std::span<const ColumnData> applicant_columns = applicants;
const std::span<const LabelledKey> dispute_groups = groups;
const std::span<const ColumnData> dispute_columns = outcomes;

std::size_t Form::first_cell(TableId id) const {
  return static_cast<std::size_t>(
      std::partition_point(cells.begin(), cells.end(),
                           [&](const FormCell& cell) { return cell.table < id; }) -
      cells.begin());
}

std::span<const FormCell> Form::cells_of(TableId id) const {
  const std::size_t first = first_cell(id);
  std::size_t last = first;
  while (last < cells.size() && cells[last].table == id) ++last;
  return std::span(cells).subspan(first, last - first);
}

std::span<const Form> all_forms() {
  static const std::array<Form, 2> forms = {Builder(form_2021).build(), Builder(form_2019).build()};
  return forms;
}

const Form* find_form(std::string_view id) {
  for (const Form& form : all_forms()) {
    if (form.id() == id) return &form;
  }
  return nullptr;
}

const Form* form_due(int year) {
  if (year < 2019) return nullptr;
  return find_form(year < 2021 ? "2019" : "2021");
}

std::u16string_view table_title(TableId id) {
  switch (id) {
    case TableId::disclosure:
      return u"主动公开政府信息情况";
    case TableId::requests:
      return u"收到和处理政府信息公开申请情况";
    case TableId::disputes:
      return u"政府信息公开行政复议、行政诉讼情况";
  }
  return {};
}

}  // namespace gouji
