#include "document.h"
#include "forms.h"

namespace gouji::property {
namespace {

Cell head(Role role, std::u32string_view text, int rowspan = 1, int colspan = 1) {
  return {role, std::u32string(text), {}, {}, rowspan, colspan};
}

class Builder {
 public:
  Builder(const Report& report, Truth& truth) : report_(report), truth_(truth) {}

  Cell value(const std::string& id, int colspan = 1) {
    const auto found = report_.values.find(id);
    const Number number = found == report_.values.end() ? Number{} : found->second;
    CellTruth cell;
    cell.value = cell.actual = number;
    truth_.cells[id] = cell;
    return {Role::value, digits(number), id, {}, 1, colspan};
  }

  template <std::size_t N>
  Table disclosure(const std::array<Article, N>& articles) {
    Table table;
    table.columns = 4;
    for (const Article& article : articles) {
      table.rows.push_back({{head(Role::title, article.title, 1, 4)}});
      std::size_t used = 0;
      while (used < 3 && !article.columns[used].id.empty()) ++used;
      const auto span = [&](std::size_t i) {
        return i + 1 == used ? 4 - static_cast<int>(used) : 1;
      };
      Row heads{{head(Role::column_head, U"信息内容")}};
      for (std::size_t i = 0; i < used; ++i) {
        heads.cells.push_back(head(Role::column_head, article.columns[i].label, 1, span(i)));
      }
      table.rows.push_back(heads);
      for (const Key& key : article.rows) {
        if (key.id.empty()) continue;
        Row row{{head(Role::row_head, key.label)}};
        const std::string stem =
            "disclosure." + std::string(article.id) + "." + std::string(key.id) + ".";
        for (std::size_t i = 0; i < used; ++i) {
          row.cells.push_back(value(stem + std::string(article.columns[i].id), span(i)));
        }
        table.rows.push_back(row);
      }
    }
    return table;
  }

  Table requests(Form form) {
    Table table;
    table.columns = 10;
    table.rows.push_back(
        {{head(Role::column_head,
               U"(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)", 3, 3),
          head(Role::column_head, U"申请人情况", 1, 7)}});
    table.rows.push_back(
        {{head(Role::column_head, U"自然人", 2), head(Role::column_head, U"法人或其他组织", 1, 5),
          head(Role::column_head, U"总计", 2)}});
    Row third;
    for (std::size_t i = 1; i < 6; ++i) {
      third.cells.push_back(head(Role::column_head, kApplicants[i].label));
    }
    table.rows.push_back(third);

    std::vector<RequestRow> rows;
    for (const RequestRow& row : kRequestRows2021) {
      if (form == Form::f2019 && row.group == Group::closed) {
        if (row.id == "closed.not_corrected") rows.push_back(kClosed2019);
        continue;
      }
      rows.push_back(row);
    }
    const int results = static_cast<int>(rows.size()) - 3;
    Group open = Group::none;
    for (const RequestRow& row : rows) {
      Row out;
      const bool outer = row.group == Group::none;
      const bool single = row.group == Group::granted || row.group == Group::partial ||
                          row.group == Group::total || row.id == kClosed2019.id;
      if (row.id == "granted") {
        out.cells.push_back(head(Role::group_head, U"三、本年度办理结果", results));
      }
      if (!outer && !single && row.group != open) {
        int members = 0;
        for (const RequestRow& other : rows) members += other.group == row.group ? 1 : 0;
        const std::string stem(row.id.substr(0, row.id.find('.')));
        for (const Key& key : kResultGroups) {
          if (key.id == stem) {
            out.cells.push_back(head(Role::group_head, key.label, members));
          }
        }
      }
      open = row.group;
      out.cells.push_back(head(Role::row_head, row.label, 1, outer ? 3 : single ? 2 : 1));
      for (const Key& column : kApplicants) {
        out.cells.push_back(
            value("requests." + std::string(row.id) + "." + std::string(column.id)));
      }
      table.rows.push_back(out);
    }
    return table;
  }

  Table disputes() {
    Table table;
    table.columns = 15;
    table.rows.push_back({{head(Role::column_head, U"行政复议", 1, 5),
                           head(Role::column_head, U"行政诉讼", 1, 10)}});
    Row second;
    Row third;
    for (const Key& outcome : kOutcomes) {
      second.cells.push_back(head(Role::column_head, outcome.label, 2));
    }
    second.cells.push_back(head(Role::column_head, U"未经复议直接起诉", 1, 5));
    second.cells.push_back(head(Role::column_head, U"复议后起诉", 1, 5));
    for (int group = 0; group < 2; ++group) {
      for (const Key& outcome : kOutcomes) {
        third.cells.push_back(head(Role::column_head, outcome.label));
      }
    }
    Row values;
    for (const std::string_view group : kDisputeGroups) {
      for (const Key& outcome : kOutcomes) {
        values.cells.push_back(
            value("disputes." + std::string(group) + "." + std::string(outcome.id)));
      }
    }
    table.rows = {table.rows[0], second, third, values};
    return table;
  }

 private:
  const Report& report_;
  Truth& truth_;
};

}  // namespace

void build_tables(const Report& report, Document& document, Truth& truth) {
  Builder builder(report, truth);
  document.tables[kDisclosure] = report.forms[kDisclosure] == Form::f2021
                                     ? builder.disclosure(kArticles2021)
                                     : builder.disclosure(kArticles2019);
  document.tables[kRequests] = builder.requests(report.forms[kRequests]);
  document.tables[kDisputes] = builder.disputes();
}

std::vector<std::string> Row::ids() const {
  std::vector<std::string> out;
  for (const Cell& cell : cells) {
    if (!cell.id.empty()) out.push_back(cell.id);
    out.insert(out.end(), cell.merged.begin(), cell.merged.end());
  }
  return out;
}

bool Row::full() const {
  for (const Cell& cell : cells) {
    if (!cell.id.empty() && (cell.text.empty() || !cell.merged.empty())) return false;
  }
  return values();
}

Row* row_with(Table& table, const std::string& id) {
  for (Row& row : table.rows) {
    for (const Cell& cell : row.cells) {
      if (cell.id == id) return &row;
    }
  }
  return nullptr;
}

std::string utf8(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  const auto push = [&](char32_t bits) {
    out += static_cast<char>(static_cast<unsigned char>(bits));
  };
  for (const char32_t c : text) {
    if (c < 0x80) {
      push(c);
    } else if (c < 0x800) {
      push(0xC0 | (c >> 6));
      push(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      push(0xE0 | (c >> 12));
      push(0x80 | ((c >> 6) & 0x3F));
      push(0x80 | (c & 0x3F));
    } else {
      push(0xF0 | (c >> 18));
      push(0x80 | ((c >> 12) & 0x3F));
      push(0x80 | ((c >> 6) & 0x3F));
      push(0x80 | (c & 0x3F));
    }
  }
  return out;
}

std::u16string utf16(std::u32string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (const char32_t c : text) {
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += static_cast<char16_t>(0xD7C0 + (c >> 10));
      out += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
    }
  }
  return out;
}

std::u32string wide(std::string_view ascii) {
  std::u32string out;
  for (const char c : ascii) out += static_cast<char32_t>(c);
  return out;
}

}  // namespace gouji::property
