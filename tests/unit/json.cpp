// The answer as JSON: the contract's keys and types, for any text.
#include <set>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::form_of;
using test::Report;
using Json = rapidjson::Value;

rapidjson::Document parsed(const std::string& json) {
  rapidjson::Document out;
  // Strings are checked to be well-formed UTF-8.
  out.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag>(
      json.data(), json.size());
  EXPECT_FALSE(out.HasParseError()) << json.substr(0, 400);
  return out;
}

bool one_of(const Json& value, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (value.IsString() && std::string_view(value.GetString()) == name) return true;
  }
  return false;
}
bool string_or_null(const Json& value) { return value.IsString() || value.IsNull(); }
bool number_or_null(const Json& value) { return value.IsNumber() || value.IsNull(); }
bool span_or_null(const Json& value) {
  return value.IsNull() || (value.IsArray() && value.Size() == 2 && value[0].IsUint() &&
                            value[1].IsUint() && value[0].GetUint() <= value[1].GetUint());
}
bool all_strings(const Json& value) {
  if (!value.IsArray()) return false;
  for (const Json& item : value.GetArray()) {
    if (!item.IsString()) return false;
  }
  return true;
}

// The keys of an object, all of them and in the order of the contract.
void expect_keys(const Json& object, std::initializer_list<const char*> keys) {
  ASSERT_TRUE(object.IsObject());
  std::vector<std::string> found;
  for (const auto& member : object.GetObject()) found.emplace_back(member.name.GetString());
  for (const char* key : keys) EXPECT_TRUE(object.HasMember(key)) << key;
  EXPECT_EQ(found.size(), std::set<std::string>(found.begin(), found.end()).size());
}

void expect_contract(const Json& json) {
  expect_keys(json, {"schema", "file", "verdict", "form", "title", "agency", "year", "published",
                     "sections", "tables", "cells", "findings", "equations", "repairs"});
  EXPECT_STREQ(json["schema"].GetString(), "gouji/1");
  EXPECT_TRUE(string_or_null(json["file"]));
  EXPECT_TRUE(one_of(json["verdict"],
                     {"consistent", "inconsistent", "incomplete", "unknown_form", "unreadable"}));
  EXPECT_TRUE(json["form"].IsNull() || one_of(json["form"], {"2021", "2019"}));
  EXPECT_TRUE(string_or_null(json["title"]));
  EXPECT_TRUE(string_or_null(json["agency"]));
  EXPECT_TRUE(json["year"].IsInt() || json["year"].IsNull());
  EXPECT_TRUE(string_or_null(json["published"]));
  EXPECT_TRUE(json["repairs"].IsArray());
  for (const Json& section : json["sections"].GetArray()) {
    expect_keys(section, {"number", "title", "span"});
    EXPECT_TRUE(section["number"].IsInt());
    EXPECT_TRUE(section["title"].IsString());
    EXPECT_TRUE(section["span"].IsArray() && span_or_null(section["span"]));
  }
  ASSERT_EQ(json["tables"].Size(), 3U);
  for (const Json& table : json["tables"].GetArray()) {
    expect_keys(table, {"id", "form", "status", "span"});
    EXPECT_TRUE(one_of(table["id"], {"disclosure", "requests", "disputes"}));
    EXPECT_TRUE(table["form"].IsNull() || one_of(table["form"], {"2021", "2019"}));
    EXPECT_TRUE(one_of(table["status"], {"complete", "partial", "lost", "absent"}));
    EXPECT_TRUE(span_or_null(table["span"]));
  }
  for (const Json& cell : json["cells"].GetArray()) {
    expect_keys(cell, {"id", "value", "state", "text", "unit", "span", "inferred", "candidates"});
    EXPECT_TRUE(cell["id"].IsString());
    EXPECT_TRUE(number_or_null(cell["value"]));
    EXPECT_TRUE(one_of(cell["state"],
                       {"printed", "blank", "placeholder", "unreadable", "missing", "ambiguous"}));
    EXPECT_TRUE(string_or_null(cell["text"]));
    EXPECT_TRUE(string_or_null(cell["unit"]));
    EXPECT_TRUE(span_or_null(cell["span"]));
    EXPECT_TRUE(cell["inferred"].IsInt64() || cell["inferred"].IsNull());
    for (const Json& candidate : cell["candidates"].GetArray()) {
      EXPECT_TRUE(number_or_null(candidate));
    }
  }
  for (const Json& finding : json["findings"].GetArray()) {
    expect_keys(finding, {"rule", "severity", "message", "message_en", "cells", "spans", "equation",
                          "basis"});
    EXPECT_TRUE(finding["rule"].IsString());
    EXPECT_TRUE(one_of(finding["severity"], {"error", "warning", "info"}));
    EXPECT_TRUE(finding["message"].IsString());
    EXPECT_TRUE(finding["message_en"].IsString());
    EXPECT_TRUE(all_strings(finding["cells"]));
    for (const Json& span : finding["spans"].GetArray()) {
      EXPECT_TRUE(span.IsArray() && span_or_null(span));
    }
    EXPECT_TRUE(string_or_null(finding["equation"]));
    EXPECT_TRUE(finding["basis"].IsString());
  }
  for (const Json& equation : json["equations"].GetArray()) {
    expect_keys(equation, {"id", "rule", "status", "left", "right", "cells"});
    EXPECT_TRUE(one_of(equation["rule"], {"T3.BALANCE", "T3.RESULTS", "T3.ROW", "T4.SUM"}));
    EXPECT_TRUE(
        one_of(equation["status"], {"pass", "pass_blank_zero", "implied", "fail", "not_checked"}));
    EXPECT_TRUE(number_or_null(equation["left"]));
    EXPECT_TRUE(number_or_null(equation["right"]));
    EXPECT_TRUE(all_strings(equation["cells"]));
  }
}

Report mixed_report() {
  test::Random random(120);
  Report report(form_of("2019"), test::reconciled(form_of("2019"), random));
  report.values["requests.granted.natural"] = u"888";
  report.values["requests.partial.total"] = u"";
  report.values["requests.partial.other"] = u"/";
  report.values["requests.closed.other"] = u"详见附件";
  report.values["disclosure.art20_9.procurement.amount"] = u"1,234.5600万元";
  report.values["disclosure.art20_5.licensing.change"] = u"减3";
  return report;
}

TEST(Json, AnyVerdictHasTheContractsKeys) {
  const Report report = mixed_report();
  for (const std::u16string& text :
       {report.text(), report.section(3), report.title() + report.heading(2), std::u16string(),
        std::u16string(u"红烧肉"), Report(form_of("2021"), test::zeros(form_of("2021"))).text()}) {
    const std::string json = to_json(check(text));
    EXPECT_EQ(json.find('\n'), std::string::npos);
    expect_contract(parsed(json));
  }
}

TEST(Json, SaysWhatTheAnswerSays) {
  const Report report = mixed_report();
  Options options;
  options.file = "a \"b\"\n.txt";
  const Answer answer = check(report.text(), options);
  const rapidjson::Document json = parsed(to_json(answer));
  EXPECT_EQ(json["file"].GetString(), answer.file);
  EXPECT_EQ(json["verdict"].GetString(), name(answer.verdict));
  EXPECT_EQ(json["form"].GetString(), answer.form);
  EXPECT_EQ(json["title"].GetString(), answer.title);
  EXPECT_EQ(json["agency"].GetString(), answer.agency);
  EXPECT_EQ(json["year"].GetInt(), answer.year);
  EXPECT_TRUE(json["published"].IsNull());
  ASSERT_EQ(json["cells"].Size(), answer.cells.size());
  for (std::size_t i = 0; i < answer.cells.size(); ++i) {
    const Cell& cell = answer.cells[i];
    const Json& out = json["cells"][static_cast<rapidjson::SizeType>(i)];
    EXPECT_EQ(out["id"].GetString(), cell.id);
    EXPECT_EQ(out["state"].GetString(), name(cell.state));
    EXPECT_EQ(out["value"].IsNull(), !cell.value.has_value());
    if (cell.span) {
      EXPECT_EQ(out["span"][0].GetUint(), cell.span->begin);
      EXPECT_EQ(out["span"][1].GetUint(), cell.span->end);
    } else {
      EXPECT_TRUE(out["span"].IsNull());
    }
    if (cell.inferred) {
      EXPECT_EQ(out["inferred"].GetInt64(), *cell.inferred);
    } else {
      EXPECT_TRUE(out["inferred"].IsNull());
    }
    if (!cell.unit.empty()) {
      EXPECT_EQ(out["unit"].GetString(), cell.unit);
    }
  }
  ASSERT_EQ(json["findings"].Size(), answer.findings.size());
  ASSERT_EQ(json["equations"].Size(), answer.equations.size());
  for (std::size_t i = 0; i < answer.equations.size(); ++i) {
    const Equation& equation = answer.equations[i];
    const Json& out = json["equations"][static_cast<rapidjson::SizeType>(i)];
    EXPECT_EQ(out["id"].GetString(), equation.id);
    EXPECT_EQ(out["status"].GetString(), name(equation.status));
    EXPECT_EQ(out["left"].IsNull(), !equation.left.has_value());
    EXPECT_EQ(out["cells"].Size(), equation.cells.size());
  }
}

TEST(Json, NumbersAreExactDecimals) {
  const Report report = mixed_report();
  const std::string json = to_json(check(report.text()));
  EXPECT_NE(json.find(R"("id":"disclosure.art20_9.procurement.amount","value":1234.56,)"),
            std::string::npos);
  EXPECT_NE(json.find(R"("id":"disclosure.art20_5.licensing.change","value":-3,)"),
            std::string::npos);
  EXPECT_NE(json.find("\"text\":\"1,234.5600万元\""), std::string::npos);
  EXPECT_NE(json.find("\"unit\":\"万元\""), std::string::npos);

  Answer answer = check(report.text());
  ASSERT_FALSE(answer.cells.empty());
  for (const auto& [number, text] :
       std::vector<std::pair<Number, std::string>>{{{37, 2}, "0.37"},
                                                   {{-5, 9}, "-0.000000005"},
                                                   {{999999999999999, 0}, "999999999999999"},
                                                   {{123456789012345, 2}, "1234567890123.45"},
                                                   {{0, 0}, "0"}}) {
    answer.cells[0].value = number;
    EXPECT_NE(to_json(answer).find("\"value\":" + text + ","), std::string::npos) << text;
  }
}

TEST(Json, TextThatIsNotWellFormedBecomesWellFormed) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  report.values["requests.granted.natural"] = std::u16string(u"甲") + char16_t{0xD800} + u"乙";
  report.values["requests.granted.company"] = std::u16string(1, char16_t{0xDC00}) + u"丙";
  report.values["requests.granted.research"] = u"\"\\\u0001</script>";
  report.agency = u"青石县" + std::u16string(1, char16_t{0xD800}) + u"民政局";
  const std::u16string text = report.text();
  const Answer answer = check(text);
  const std::string json = to_json(answer);
  expect_contract(parsed(json));
  EXPECT_NE(json.find("甲\uFFFD乙"), std::string::npos);
  EXPECT_EQ(test::broken_promises(answer, text), "");
}

TEST(Json, NulsInsideAreKeptApart) {
  using namespace std::string_literals;
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  report.values["requests.granted.natural"] = u"甲\0乙"s;
  const std::string json = to_json(check(report.text()));
  expect_contract(parsed(json));
  EXPECT_EQ(json.find('\0'), std::string::npos);
}

TEST(Json, AnyNoiseGetsAValidAnswer) {
  test::Random random(121);
  for (int round = 0; round < 200; ++round) {
    std::u16string text = random.one_in(2) ? mixed_report().section(3) : u"";
    for (int i = 0; i < 40; ++i) {
      text.insert(random.below(text.size() + 1), 1, static_cast<char16_t>(random.below(0x10000)));
    }
    const Answer answer = check(text);
    const rapidjson::Document json = parsed(to_json(answer));
    ASSERT_TRUE(json.IsObject());
    ASSERT_EQ(test::broken_promises(answer, text), "") << round;
  }
}

TEST(Names, AreTheContracts) {
  EXPECT_EQ(name(CellState::printed), "printed");
  EXPECT_EQ(name(CellState::blank), "blank");
  EXPECT_EQ(name(CellState::placeholder), "placeholder");
  EXPECT_EQ(name(CellState::unreadable), "unreadable");
  EXPECT_EQ(name(CellState::missing), "missing");
  EXPECT_EQ(name(CellState::ambiguous), "ambiguous");
  EXPECT_EQ(name(EquationStatus::pass), "pass");
  EXPECT_EQ(name(EquationStatus::pass_blank_zero), "pass_blank_zero");
  EXPECT_EQ(name(EquationStatus::implied), "implied");
  EXPECT_EQ(name(EquationStatus::fail), "fail");
  EXPECT_EQ(name(EquationStatus::not_checked), "not_checked");
  EXPECT_EQ(name(TableStatus::complete), "complete");
  EXPECT_EQ(name(TableStatus::partial), "partial");
  EXPECT_EQ(name(TableStatus::lost), "lost");
  EXPECT_EQ(name(TableStatus::absent), "absent");
  EXPECT_EQ(name(Verdict::consistent), "consistent");
  EXPECT_EQ(name(Verdict::inconsistent), "inconsistent");
  EXPECT_EQ(name(Verdict::incomplete), "incomplete");
  EXPECT_EQ(name(Verdict::unknown_form), "unknown_form");
  EXPECT_EQ(name(Verdict::unreadable), "unreadable");
  EXPECT_EQ(name(Severity::error), "error");
  EXPECT_EQ(name(Severity::warning), "warning");
  EXPECT_EQ(name(Severity::info), "info");
  EXPECT_EQ(name(TableId::disclosure), "disclosure");
  EXPECT_EQ(name(TableId::requests), "requests");
  EXPECT_EQ(name(TableId::disputes), "disputes");
  EXPECT_EQ(name(Basis::official), "official");
}

}  // namespace
}  // namespace gouji
