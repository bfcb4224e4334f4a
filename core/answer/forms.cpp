// The official layout of the forms' tables, for whoever draws them.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <gouji/check.h>

#include "forms/form.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

constexpr std::u16string_view reconciliation_note =
    u"(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)";
constexpr std::u16string_view results_head = u"三、本年度办理结果";

class Writer {
 public:
  std::string run() {
    json_.StartObject();
    key("forms");
    json_.StartArray();
    for (const Form& form : all_forms()) write(form);
    json_.EndArray();
    json_.EndObject();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void key(std::string_view text) {
    json_.Key(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void string(std::string_view text) {
    json_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void size(std::string_view name, std::size_t value) {
    if (value <= 1) return;
    key(name);
    json_.Uint64(value);
  }

  void head(std::u16string_view text, std::string_view scope, std::size_t columns = 1,
            std::size_t rows = 1) {
    json_.StartObject();
    key("h");
    string(to_utf8(text));
    size("r", rows);
    size("c", columns);
    key("s");
    string(scope);
    json_.EndObject();
  }
  void cell(const FormCell& form_cell, std::size_t columns = 1) {
    json_.StartObject();
    key("id");
    string(form_cell.id);
    size("c", columns);
    json_.EndObject();
  }

  void write(const Form& form) {
    json_.StartObject();
    key("id");
    string(form.id());
    key("document");
    string(to_utf8(form.data->document));
    key("tables");
    json_.StartArray();
    next_cell_ = 0;
    table(form, TableId::disclosure, "二", &Writer::disclosure);
    table(form, TableId::requests, "三", &Writer::requests);
    table(form, TableId::disputes, "四", &Writer::disputes);
    json_.EndArray();
    json_.EndObject();
  }

  void table(const Form& form, TableId id, std::string_view section,
             void (Writer::*rows)(const Form&)) {
    json_.StartObject();
    key("id");
    string(name(id));
    key("section");
    string(section);
    key("title");
    string(to_utf8(table_title(id)));
    key("rows");
    json_.StartArray();
    (this->*rows)(form);
    json_.EndArray();
    json_.EndObject();
  }

  void disclosure(const Form& form) {
    std::size_t width = 0;
    for (const ArticleData& article : form.data->articles) {
      width = std::max(width, article.columns.size() + 1);
    }
    for (const ArticleData& article : form.data->articles) {
      const std::size_t last_span = width - article.columns.size();
      json_.StartArray();
      head(article.item, "col", width);
      json_.EndArray();
      json_.StartArray();
      head(u"信息内容", "col");
      for (std::size_t c = 0; c < article.columns.size(); ++c) {
        head(article.columns[c].label, "col", c + 1 == article.columns.size() ? last_span : 1);
      }
      json_.EndArray();
      for (const LabelledKey& row : article.rows) {
        json_.StartArray();
        head(row.label, "row");
        for (std::size_t c = 0; c < article.columns.size(); ++c) {
          cell(form.cells[next_cell_++], c + 1 == article.columns.size() ? last_span : 1);
        }
        json_.EndArray();
      }
    }
  }

  void requests(const Form& form) {
    const std::span<const ColumnData> columns = form.data->request_columns;
    const std::size_t width = columns.size();
    json_.StartArray();
    head(reconciliation_note, "col", 3, 3);
    head(u"申请人情况", "col", width);
    json_.EndArray();
    json_.StartArray();
    head(columns.front().label, "col", 1, 2);
    head(u"法人或其他组织", "col", width - 2);
    head(columns.back().label, "col", 1, 2);
    json_.EndArray();
    json_.StartArray();
    for (std::size_t c = 1; c + 1 < width; ++c) head(columns[c].label, "col");
    json_.EndArray();

    const std::span<const RequestRowData> rows = form.data->request_rows;
    const auto in_results = [](const RequestRowData& row) {
      return row.role == RowRole::result || row.role == RowRole::handled;
    };
    std::size_t results = 0;
    for (const RequestRowData& row : rows) results += in_results(row) ? 1 : 0;
    bool first_result = true;
    std::u16string_view group;
    for (const RequestRowData& row : rows) {
      json_.StartArray();
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
      json_.EndArray();
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
    json_.StartArray();
    for (std::size_t g = 0; g < groups.size();) {
      std::size_t end = g;
      while (end < groups.size() && upper(groups[end].label) == upper(groups[g].label)) ++end;
      head(upper(groups[g].label), "col", width * (end - g));
      g = end;
    }
    json_.EndArray();
    json_.StartArray();
    for (const LabelledKey& group : groups) {
      if (lower(group.label).empty()) {
        outcomes(2);
      } else {
        head(lower(group.label), "col", width);
      }
    }
    json_.EndArray();
    json_.StartArray();
    for (const LabelledKey& group : groups) {
      if (!lower(group.label).empty()) outcomes(1);
    }
    json_.EndArray();
    json_.StartArray();
    for (std::size_t c = 0; c < groups.size() * width; ++c) cell(form.cells[next_cell_++]);
    json_.EndArray();
  }

  rapidjson::StringBuffer buffer_;
  Json json_{buffer_};
  std::size_t next_cell_ = 0;
};

}  // namespace

std::string forms_json() { return Writer().run(); }

}  // namespace gouji
