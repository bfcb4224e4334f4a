// The forms as data, against the contract's keys, and their layout for the page.
#include "forms/form.h"

#include <map>
#include <set>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using Ids = std::vector<std::string>;

// The keys of the contract, written down once more.
Ids contract_ids(std::string_view form) {
  Ids out;
  const auto add = [&](const std::string& prefix, std::initializer_list<const char*> rows,
                       std::initializer_list<const char*> columns) {
    for (const char* row : rows) {
      for (const char* column : columns) out.push_back(prefix + "." + row + "." + column);
    }
  };
  if (form == "2021") {
    add("disclosure.art20_1", {"rules", "normative"}, {"issued", "repealed", "in_force"});
    add("disclosure.art20_5", {"licensing"}, {"decisions"});
    add("disclosure.art20_6", {"penalty", "coercion"}, {"decisions"});
    add("disclosure.art20_8", {"fees"}, {"amount"});
  } else {
    add("disclosure.art20_1", {"rules", "normative"}, {"made", "disclosed", "total_disclosed"});
    add("disclosure.art20_5", {"licensing", "services"}, {"previous", "change", "decisions"});
    add("disclosure.art20_6", {"penalty", "coercion"}, {"previous", "change", "decisions"});
    add("disclosure.art20_8", {"fees"}, {"previous", "change"});
    add("disclosure.art20_9", {"procurement"}, {"purchases", "amount"});
  }
  const std::initializer_list<const char*> applicants = {
      "natural", "company", "research", "nonprofit", "legal", "other", "total"};
  add("requests",
      {"new",
       "carried_in",
       "granted",
       "partial",
       "denied.state_secret",
       "denied.prohibited",
       "denied.safety",
       "denied.third_party",
       "denied.internal",
       "denied.process",
       "denied.enforcement",
       "denied.inquiry",
       "unavailable.not_held",
       "unavailable.not_compiled",
       "unavailable.unclear",
       "rejected.petition",
       "rejected.duplicate",
       "rejected.publication",
       "rejected.excessive",
       "rejected.reissue"},
      applicants);
  if (form == "2021") {
    add("requests", {"closed.not_corrected", "closed.unpaid", "closed.other"}, applicants);
  } else {
    add("requests", {"closed"}, applicants);
  }
  add("requests", {"handled", "carried_out"}, applicants);
  add("disputes", {"review", "suit", "suit_after_review"},
      {"upheld", "corrected", "other", "pending", "total"});
  return out;
}

TEST(Forms, TheirCellsAreThoseOfTheContract) {
  ASSERT_EQ(all_forms().size(), 2U);
  EXPECT_EQ(contract_ids("2021").size(), 10U + 175U + 15U);
  EXPECT_EQ(contract_ids("2019").size(), 22U + 161U + 15U);
  for (const std::string_view id : {"2021", "2019"}) {
    const Form* form = find_form(id);
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(form->id(), id);
    Ids ids;
    for (const FormCell& cell : form->cells) ids.push_back(cell.id);
    EXPECT_EQ(ids, contract_ids(id));
  }
  EXPECT_EQ(find_form("2008"), nullptr);
  EXPECT_EQ(find_form(""), nullptr);
}

TEST(Forms, TheirEquationsAreThoseOfTheContract) {
  for (const Form& form : all_forms()) {
    std::map<std::string_view, std::size_t> count;
    std::set<std::string> ids;
    for (const FormEquation& equation : form.equations) {
      ++count[equation.rule];
      EXPECT_TRUE(ids.insert(equation.id).second) << equation.id;
      EXPECT_TRUE(equation.id.starts_with(std::string(equation.rule) + "."));
      std::set<std::uint16_t> cells(equation.left.begin(), equation.left.end());
      cells.insert(equation.right.begin(), equation.right.end());
      EXPECT_EQ(cells.size(), equation.left.size() + equation.right.size()) << equation.id;
      EXPECT_LT(*cells.rbegin(), form.cells.size());
    }
    const bool newer = form.id() == "2021";
    EXPECT_EQ(count["T3.BALANCE"], 7U);
    EXPECT_EQ(count["T3.RESULTS"], 7U);
    EXPECT_EQ(count["T3.ROW"], newer ? 25U : 23U);
    EXPECT_EQ(count["T4.SUM"], 3U);
    EXPECT_EQ(form.equations.size(), newer ? 42U : 40U);
    // All results of a column, no more and no less.
    for (const FormEquation& equation : form.equations) {
      if (equation.rule == "T3.RESULTS") {
        EXPECT_EQ(equation.left.size(), newer ? 21U : 19U) << equation.id;
        EXPECT_EQ(equation.right.size(), 1U);
      }
      if (equation.rule == "T3.BALANCE") {
        EXPECT_EQ(equation.left.size(), 2U);
        EXPECT_EQ(equation.right.size(), 2U);
      }
      if (equation.rule == "T3.ROW") {
        EXPECT_EQ(equation.left.size(), 6U);
      }
      if (equation.rule == "T4.SUM") {
        EXPECT_EQ(equation.left.size(), 4U);
      }
    }
  }
}

// 39 equations of section 3 over 175 cells, of rank 37.
TEST(Forms, TheEquationsOfSection3HaveTheRankOfTheContract) {
  const Form& form = test::form_of("2021");
  std::vector<std::vector<double>> rows;
  for (const FormEquation& equation : form.equations) {
    if (equation.rule == "T4.SUM") continue;
    std::vector<double>& row = rows.emplace_back(form.cells.size(), 0.0);
    for (const std::uint16_t cell : equation.left) row[cell] += 1;
    for (const std::uint16_t cell : equation.right) row[cell] -= 1;
  }
  EXPECT_EQ(rows.size(), 39U);
  std::size_t rank = 0;
  for (std::size_t column = 0; column < form.cells.size() && rank < rows.size(); ++column) {
    std::size_t pivot = rank;
    while (pivot < rows.size() && rows[pivot][column] * rows[pivot][column] < 1e-9) ++pivot;
    if (pivot == rows.size()) continue;
    std::swap(rows[rank], rows[pivot]);
    for (std::size_t r = rank + 1; r < rows.size(); ++r) {
      const double factor = rows[r][column] / rows[rank][column];
      for (std::size_t c = column; c < form.cells.size(); ++c) {
        rows[r][c] -= factor * rows[rank][c];
      }
    }
    ++rank;
  }
  EXPECT_EQ(rank, 37U);
}

TEST(Forms, LinesPartTheCells) {
  for (const Form& form : all_forms()) {
    std::size_t next = 0;
    for (const FormLine& line : form.lines) {
      EXPECT_EQ(line.first, next);
      next += line.count;
      for (std::size_t c = line.first; c < next; ++c) EXPECT_EQ(form.cells[c].table, line.table);
    }
    EXPECT_EQ(next, form.cells.size());
  }
}

TEST(Forms, OnlyChangesAndMoneyAreNoCounts) {
  for (const Form& form : all_forms()) {
    for (const FormCell& cell : form.cells) {
      const CellKind expected = cell.id.ends_with(".change")   ? CellKind::change
                                : cell.id.ends_with(".amount") ? CellKind::money
                                                               : CellKind::count;
      EXPECT_EQ(cell.kind, expected) << cell.id;
    }
  }
}

TEST(Forms, TheYearThatAsksForAForm) {
  EXPECT_EQ(form_due(2018), nullptr);
  EXPECT_EQ(form_due(2019)->id(), "2019");
  EXPECT_EQ(form_due(2020)->id(), "2019");
  EXPECT_EQ(form_due(2021)->id(), "2021");
  EXPECT_EQ(form_due(2025)->id(), "2021");
}

class FormsJson : public testing::Test {
 protected:
  void SetUp() override {
    text_ = forms_json();
    document_.Parse(text_.data(), text_.size());
    ASSERT_FALSE(document_.HasParseError());
    ASSERT_TRUE(document_.IsObject());
    ASSERT_TRUE(document_.HasMember("forms"));
    ASSERT_TRUE(document_["forms"].IsArray());
  }
  std::string text_;
  rapidjson::Document document_;
};

TEST_F(FormsJson, BothFormsWithTheirThreeTables) {
  EXPECT_EQ(text_.find('\n'), std::string::npos);
  ASSERT_EQ(document_["forms"].Size(), 2U);
  std::map<std::string, std::string> documents;
  for (const auto& form : document_["forms"].GetArray()) {
    documents[form["id"].GetString()] = form["document"].GetString();
    const auto tables = form["tables"].GetArray();
    ASSERT_EQ(tables.Size(), 3U);
    const std::vector<std::vector<std::string>> expected = {
        {"disclosure", "二", "主动公开政府信息情况"},
        {"requests", "三", "收到和处理政府信息公开申请情况"},
        {"disputes", "四", "政府信息公开行政复议、行政诉讼情况"}};
    for (rapidjson::SizeType i = 0; i < 3; ++i) {
      EXPECT_EQ(tables[i]["id"].GetString(), expected[i][0]);
      EXPECT_EQ(tables[i]["section"].GetString(), expected[i][1]);
      EXPECT_EQ(tables[i]["title"].GetString(), expected[i][2]);
    }
  }
  EXPECT_EQ(documents["2021"], "国办公开办函〔2021〕30号");
  EXPECT_EQ(documents["2019"], "国办公开办函〔2019〕60号");
}

TEST_F(FormsJson, EveryCellOnceInTheOrderOfTheForm) {
  for (const auto& form : document_["forms"].GetArray()) {
    Ids ids;
    for (const auto& table : form["tables"].GetArray()) {
      for (const auto& row : table["rows"].GetArray()) {
        for (const auto& cell : row.GetArray()) {
          EXPECT_NE(cell.HasMember("id"), cell.HasMember("h"));
          if (!cell.HasMember("id")) continue;
          ids.emplace_back(cell["id"].GetString());
          EXPECT_TRUE(ids.back().starts_with(table["id"].GetString())) << ids.back();
        }
      }
    }
    EXPECT_EQ(ids, contract_ids(form["id"].GetString()));
  }
}

// As a browser lays out rowspan and colspan: every place taken once, every row as wide.
TEST_F(FormsJson, MergedCellsMakeFullRectangles) {
  for (const auto& form : document_["forms"].GetArray()) {
    for (const auto& table : form["tables"].GetArray()) {
      const std::string what = std::string(form["id"].GetString()) + ' ' + table["id"].GetString();
      const auto rows = table["rows"].GetArray();
      std::vector<std::vector<int>> taken(rows.Size());
      for (rapidjson::SizeType r = 0; r < rows.Size(); ++r) {
        std::size_t column = 0;
        for (const auto& cell : rows[r].GetArray()) {
          const auto span = [&](const char* name) -> std::size_t {
            return cell.HasMember(name) ? cell[name].GetUint() : 1U;
          };
          while (column < taken[r].size() && taken[r][column] != 0) ++column;
          ASSERT_LE(r + span("r"), rows.Size()) << what << ": reaches below the table";
          for (std::size_t i = r; i < r + span("r"); ++i) {
            if (taken[i].size() < column + span("c")) taken[i].resize(column + span("c"), 0);
            for (std::size_t k = column; k < column + span("c"); ++k) ++taken[i][k];
          }
          column += span("c");
        }
      }
      for (std::size_t r = 0; r < taken.size(); ++r) {
        EXPECT_EQ(taken[r].size(), taken.front().size()) << what << " row " << r;
        for (const int times : taken[r]) EXPECT_EQ(times, 1) << what << " row " << r;
      }
    }
  }
}

TEST_F(FormsJson, HeadsSayWhatTheyHead) {
  for (const auto& form : document_["forms"].GetArray()) {
    for (const auto& table : form["tables"].GetArray()) {
      std::set<std::string> heads;
      for (const auto& row : table["rows"].GetArray()) {
        bool values = false;
        bool row_head = false;
        for (const auto& cell : row.GetArray()) {
          if (cell.HasMember("id")) {
            values = true;
            continue;
          }
          heads.insert(cell["h"].GetString());
          EXPECT_GT(cell["h"].GetStringLength(), 0U);
          const std::string scope = cell["s"].GetString();
          EXPECT_TRUE(scope == "col" || scope == "row") << scope;
          row_head = row_head || scope == "row";
          EXPECT_FALSE(values) << "a head behind values: " << cell["h"].GetString();
        }
        EXPECT_TRUE(!row_head || values);
      }
      const std::string id = table["id"].GetString();
      if (id == "disclosure") {
        EXPECT_TRUE(heads.contains("第二十条第(一)项"));
      }
      if (id == "requests") {
        for (const char* head :
             {"自然人", "法人或其他组织", "总计", "三、本年度办理结果", "(三)不予公开",
              "一、本年新收政府信息公开申请数量", "3.危及“三安全一稳定”"}) {
          EXPECT_TRUE(heads.contains(head)) << head;
        }
      }
      if (id == "disputes") {
        for (const char* head :
             {"行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "总计"}) {
          EXPECT_TRUE(heads.contains(head)) << head;
        }
      }
    }
  }
}

}  // namespace
}  // namespace gouji
