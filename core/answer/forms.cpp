// The official layout of the forms' tables, for whoever draws them.
#include <algorithm>

#include <gouji/check.h>

#include "answer/json_writer.h"
#include "forms/form.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::u16string_view reconciliation_note =
    u"(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)";
constexpr std::u16string_view results_head = u"三、本年度办理结果";

class Writer {
 public:
  std::string run() {
    json_.open('{');
    json_.key("forms");
    json_.open('[');
    for (const Form& form : all_forms()) write(form);
    json_.close(']');
    json_.close('}');
    return json_.take();
  }

 private:
  void size(std::string_view name, std::size_t value) {
    if (value <= 1) return;
    json_.key(name);
    json_.integer(static_cast<std::int64_t>(value));
  }

  void head(std::u16string_view text, std::string_view scope, std::size_t columns = 1,
            std::size_t rows = 1) {
    json_.open('{');
    json_.key("h");
    json_.string(to_utf8(text));
    size("r", rows);
    size("c", columns);
    json_.key("s");
    json_.string(scope);
    json_.close('}');
  }
  void cell(const FormCell& form_cell, std::size_t columns = 1) {
    json_.open('{');
    json_.key("id");
    json_.string(form_cell.id);
    size("c", columns);
    json_.close('}');
  }

  void write(const Form& form) {
    json_.open('{');
    json_.key("id");
    json_.string(form.id());
    json_.key("document");
    json_.string(to_utf8(form.data->document));
    json_.key("tables");
    json_.open('[');
    next_cell_ = 0;
    table(form, TableId::disclosure, "二", &Writer::disclosure);
    table(form, TableId::requests, "三", &Writer::requests);
    table(form, TableId::disputes, "四", &Writer::disputes);
    json_.close(']');
    json_.close('}');
  }

  void table(const Form& form, TableId id, std::string_view section,
             void (Writer::*rows)(const Form&)) {
    json_.open('{');
    json_.key("id");
    json_.string(name(id));
    json_.key("section");
    json_.string(section);
    json_.key("title");
    json_.string(to_utf8(table_title(id)));
    json_.key("rows");
    json_.open('[');
    (this->*rows)(form);
    json_.close(']');
    json_.close('}');
  }

  void disclosure(const Form& form) {
    std::size_t width = 0;
    for (const ArticleData& article : form.data->articles) {
      width = std::max(width, article.columns.size() + 1);
    }
    for (const ArticleData& article : form.data->articles) {
      const std::size_t last_span = width - article.columns.size();
      json_.open('[');
      head(article.item, "col", width);
      json_.close(']');
      json_.open('[');
      head(u"信息内容", "col");
      for (std::size_t c = 0; c < article.columns.size(); ++c) {
        head(article.columns[c].label, "col", c + 1 == article.columns.size() ? last_span : 1);
      }
      json_.close(']');
      for (const LabelledKey& row : article.rows) {
        json_.open('[');
        head(row.label, "row");
        for (std::size_t c = 0; c < article.columns.size(); ++c) {
          cell(form.cells[next_cell_++], c + 1 == article.columns.size() ? last_span : 1);
        }
        json_.close(']');
      }
    }
  }

  void requests(const Form& form) {
    const std::span<const ColumnData> columns = form.data->request_columns;
    const std::size_t width = columns.size();
    json_.open('[');
    head(reconciliation_note, "col", 3, 3);
    head(u"申请人情况", "col", width);
    json_.close(']');
    json_.open('[');
    head(columns.front().label, "col", 1, 2);
    head(u"法人或其他组织", "col", width - 2);
    head(columns.back().label, "col", 1, 2);
    json_.close(']');
    json_.open('[');
    for (std::size_t c = 1; c + 1 < width; ++c) head(columns[c].label, "col");
    json_.close(']');

    const std::span<const RequestRowData> rows = form.data->request_rows;
    const auto in_results = [](const RequestRowData& row) {
      return row.role == RowRole::result || row.role == RowRole::handled;
    };
    std::size_t results = 0;
    for (const RequestRowData& row : rows) results += in_results(row) ? 1 : 0;
    bool first_result = true;
    std::u16string_view group;
    for (const RequestRowData& row : rows) {
      json_.open('[');
      std::u16string label(row.numbering);
      label.append(row.label).append(row.note);
      if (in_results(row) && first_result) {
        head(results_head, "row", 1, results);
        first_result = false;
      }
      if (!row.group.empty() && row.group != group) {
        std::size_t members = 0;
        for (const RequestRowData& other : rows) members += other.group == row.group ? 1 : 0;
        head(row.group, "row", 1, members);
      }
      group = row.group;
      head(label, "row", !in_results(row) ? 3 : (row.group.empty() ? 2 : 1));
      for (std::size_t c = 0; c < width; ++c) cell(form.cells[next_cell_++]);
      json_.close(']');
    }
  }

  // 「行政诉讼 未经复议直接起诉」: a head and, below it, a head of its own.
  void disputes(const Form& form) {
    const std::span<const LabelledKey> groups = form.data->dispute_groups;
    const std::span<const ColumnData> columns = form.data->dispute_columns;
    const std::size_t width = columns.size();
    const auto upper = [](std::u16string_view label) { return label.substr(0, label.find(u' ')); };
    const auto lower = [](std::u16string_view label) {
      const std::size_t space = label.find(u' ');
      return space == std::u16string_view::npos ? std::u16string_view() : label.substr(space + 1);
    };
    const auto outcomes = [&](std::size_t rows) {
      for (const ColumnData& column : columns) head(column.label, "col", 1, rows);
    };
    json_.open('[');
    for (std::size_t g = 0; g < groups.size();) {
      std::size_t end = g;
      while (end < groups.size() && upper(groups[end].label) == upper(groups[g].label)) ++end;
      head(upper(groups[g].label), "col", width * (end - g));
      g = end;
    }
    json_.close(']');
    json_.open('[');
    for (const LabelledKey& group : groups) {
      if (lower(group.label).empty()) {
        outcomes(2);
      } else {
        head(lower(group.label), "col", width);
      }
    }
    json_.close(']');
    json_.open('[');
    for (const LabelledKey& group : groups) {
      if (!lower(group.label).empty()) outcomes(1);
    }
    json_.close(']');
    json_.open('[');
    for (std::size_t c = 0; c < groups.size() * width; ++c) cell(form.cells[next_cell_++]);
    json_.close(']');
  }

  JsonWriter json_{16U << 10};
  std::size_t next_cell_ = 0;
};

}  // namespace

std::string forms_json() { return Writer().run(); }

}  // namespace gouji
