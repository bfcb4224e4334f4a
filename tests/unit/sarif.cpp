// SARIF: its places are those of the file, and a fix is what it says it is. That a log keeps to the
// schema is shown by tests/cli.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <gouji/check.h>
#include <gouji/outputs.h>

#include "support.h"

namespace gouji {
namespace {

using rapidjson::Value;
using test::form_of;
using test::Report;

// A report whose one total is too great by one.
std::u16string wrong_report() {
  test::Random random(3);
  Report report(form_of("2021"), test::reconciled(form_of("2021"), random));
  const long right = std::stol(test::utf8(report.values["disputes.suit.total"]));
  report.values["disputes.suit.total"] = test::utf16(std::to_string(right + 1));
  return report.text();
}

class Log {
 public:
  explicit Log(SarifLog&& log) {
    text_ = log.take();
    json_.Parse(text_.c_str());
    EXPECT_FALSE(json_.HasParseError()) << text_;
  }
  static Log of(const Answer& answer, std::u16string_view text, std::string_view path = "a.txt") {
    SarifLog log;
    log.add(answer, text, path);
    return Log(std::move(log));
  }

  [[nodiscard]] const Value& run() const { return json_["runs"][0]; }
  [[nodiscard]] const Value& results() const { return run()["results"]; }
  // The first result of a rule.
  [[nodiscard]] const Value& result(const std::string& rule) const {
    for (const Value& each : results().GetArray()) {
      if (each["ruleId"] == rule.c_str()) return each;
    }
    ADD_FAILURE() << "no result of " << rule;
    return results()[0];
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  rapidjson::Document json_;
};

const Value& location(const Value& result) { return result["locations"][0]["physicalLocation"]; }

TEST(Sarif, PlacesAreUtf16CodeUnits) {
  const std::u16string text = wrong_report();
  const Answer answer = check(text);
  const Log log = Log::of(answer, text);
  EXPECT_STREQ(log.run()["columnKind"].GetString(), "utf16CodeUnits");
  const Value& result = log.result("T4.SUM");
  const auto finding = std::find_if(answer.findings.begin(), answer.findings.end(),
                                    [](const Finding& each) { return each.rule == "T4.SUM"; });
  ASSERT_NE(finding, answer.findings.end());
  EXPECT_EQ(result["message"]["text"], finding->message.c_str());
  EXPECT_EQ(result["properties"]["message_en"], finding->message_en.c_str());
  EXPECT_STREQ(result["level"].GetString(), "error");
  const Value& region = location(result)["region"];
  EXPECT_EQ(region["charOffset"].GetUint(), finding->spans[0].begin);
  EXPECT_EQ(region["charLength"].GetUint(), finding->spans[0].end - finding->spans[0].begin);
  const std::size_t line = 1 + static_cast<std::size_t>(std::count(
                                   text.begin(), text.begin() + finding->spans[0].begin, u'\n'));
  EXPECT_EQ(region["startLine"].GetUint(), line);
  EXPECT_EQ(result["relatedLocations"].Size(), finding->spans.size() - 1);
}

// The verdict is then not the file's.
TEST(Sarif, TellsWhichCellsWereEdited) {
  const std::u16string text = wrong_report();
  const auto properties = [&](const Answer& answer) {
    const Log log = Log::of(answer, text);
    const Value& own = log.run()["artifacts"][0]["properties"];
    return own.HasMember("edited") ? std::string(own["edited"][0].GetString()) : std::string();
  };
  EXPECT_EQ(properties(check(text)), "");
  const Edit edit{"disputes.suit.total", u"0"};
  EXPECT_EQ(properties(check(text, {.edits = std::span(&edit, 1)})), "disputes.suit.total");
}

TEST(Sarif, RulesStandOnceAndAreExplained) {
  const std::u16string text = wrong_report();
  const Answer answer = check(text);
  SarifLog both;
  both.add(answer, text, "a.txt");
  both.add(answer, text, "b.txt");
  const Log log(std::move(both));
  const Value& rules = log.run()["tool"]["driver"]["rules"];
  EXPECT_EQ(log.run()["artifacts"].Size(), 2U);
  for (const Value& result : log.results().GetArray()) {
    const Value& rule = rules[result["ruleIndex"].GetUint()];
    EXPECT_EQ(rule["id"], result["ruleId"]);
    EXPECT_GT(rule["help"]["text"].GetStringLength(), 20U);
  }
  for (rapidjson::SizeType i = 0; i < rules.Size(); ++i) {
    for (rapidjson::SizeType k = 0; k < i; ++k) EXPECT_NE(rules[i]["id"], rules[k]["id"]);
  }
  EXPECT_EQ(log.results()[log.results().Size() - 1]["locations"][0]["physicalLocation"]
                         ["artifactLocation"]["index"]
                             .GetUint(),
            1U);
}

TEST(Sarif, NamesBecomeUris) {
  const std::u16string text = wrong_report();
  const Answer answer = check(text);
  const auto uri = [&](std::string_view path) {
    const Log log = Log::of(answer, text, path);
    return std::string(location(log.result("T4.SUM"))["artifactLocation"]["uri"].GetString());
  };
  EXPECT_EQ(uri("a/b-c_d.e~f"), "a/b-c_d.e~f");
  EXPECT_EQ(uri("a b.txt"), "a%20b.txt");
  EXPECT_EQ(uri("县.txt"), "%E5%8E%BF.txt");
  EXPECT_EQ(uri("a:b?c#d%"), "a%3Ab%3Fc%23d%25");
  EXPECT_EQ(uri("/tmp/a b"), "file:///tmp/a%20b");
  EXPECT_EQ(uri("\xFF.txt"), "%FF.txt");
  const Log log = Log::of(answer, text, "");
  EXPECT_FALSE(location(log.result("T4.SUM"))["artifactLocation"].HasMember("uri"));
}

// Sets the repair that an answer gives for the lawsuits' total.
void set_repair(Answer& answer, const std::vector<Change>& changes) {
  answer.repairs.clear();
  Repair& repair = answer.repairs.emplace_back();
  repair.equations = {"T4.SUM.suit"};
  repair.alternatives.push_back({changes, RepairKind::off_by_one});
}

// The text after a result's fix; empty where it has none.
std::u16string fixed(const Value& result, std::u16string text) {
  if (!result.HasMember("fixes")) return {};
  const Value& replacements = result["fixes"][0]["artifactChanges"][0]["replacements"];
  for (rapidjson::SizeType i = replacements.Size(); i-- > 0;) {
    const Value& region = replacements[i]["deletedRegion"];
    text.replace(region["charOffset"].GetUint(), region["charLength"].GetUint(),
                 test::utf16(replacements[i]["insertedContent"]["text"].GetString()));
  }
  return text;
}

TEST(Sarif, AFixIsTheFirstAlternative) {
  const std::u16string text = wrong_report();
  Answer answer = check(text);
  const Cell& total = *test::find_cell(answer, "disputes.suit.total");
  set_repair(answer, {{total.id, total.value, Number{total.value->units - 1, 0}}});
  const Log log = Log::of(answer, text);
  const std::u16string after = fixed(log.result("T4.SUM"), text);
  ASSERT_FALSE(after.empty());
  EXPECT_TRUE(test::findings_of(check(after), "T4.SUM").empty());
  const std::string words = log.result("T4.SUM")["fixes"][0]["description"]["text"].GetString();
  EXPECT_NE(words.find("使各式成立的最小改动之一"), std::string::npos) << words;
  EXPECT_NE(words.find("未穷尽"), std::string::npos) << words;
}

TEST(Sarif, WhatStandsBesideTheFigureStays) {
  Report report(form_of("2021"), test::zeros(form_of("2021")));
  report.values["disputes.suit.total"] = u"1,234件";
  const std::u16string text = report.text();
  Answer answer = check(text);
  const Cell& total = *test::find_cell(answer, "disputes.suit.total");
  ASSERT_TRUE(total.value);
  set_repair(answer, {{total.id, total.value, Number{5, 0}}});
  const std::u16string after = fixed(Log::of(answer, text).result("T4.SUM"), text);
  EXPECT_EQ(after, test::replaced(text, u"1,234件", u"5件"));
}

TEST(Sarif, NoFixWithoutAPlaceOfItsOwnForEachCell) {
  const std::u16string text = wrong_report();
  Answer answer = check(text);
  const Cell total = *test::find_cell(answer, "disputes.suit.total");
  for (Cell& cell : answer.cells) {
    if (cell.id == "disputes.suit.pending") cell.span = total.span;
  }
  set_repair(answer, {{total.id, total.value, Number{5, 0}},
                      {"disputes.suit.pending", std::nullopt, Number{1, 0}}});
  EXPECT_FALSE(Log::of(answer, text).result("T4.SUM").HasMember("fixes"));
  for (Cell& cell : answer.cells) {
    if (cell.id == "disputes.suit.pending") cell.span.reset();
  }
  EXPECT_FALSE(Log::of(answer, text).result("T4.SUM").HasMember("fixes"));
}

TEST(Sarif, ARenditionsPlacesAreNotTheFiles) {
  const std::u16string text = wrong_report();
  Answer answer = check(text);
  answer.text = test::utf8(text);
  const Cell& total = *test::find_cell(answer, "disputes.suit.total");
  set_repair(answer, {{total.id, total.value, Number{5, 0}}});
  const Log log = Log::of(answer, text);
  const Value& result = log.result("T4.SUM");
  EXPECT_FALSE(location(result).HasMember("region"));
  EXPECT_FALSE(result.HasMember("fixes"));
  EXPECT_FALSE(result.HasMember("relatedLocations"));
  EXPECT_GT(result["properties"]["spans"].Size(), 0U);
}

TEST(Sarif, WhatCannotBeReadIsNotified) {
  SarifLog both;
  both.add(check(u""), u"", "empty.txt");
  both.add_unread("gone.txt", "无法读取");
  const Log log(std::move(both));
  const Value& invocation = log.run()["invocations"][0];
  EXPECT_FALSE(invocation["executionSuccessful"].GetBool());
  EXPECT_EQ(invocation["toolExecutionNotifications"].Size(), 2U);
  EXPECT_EQ(log.results().Size(), 0U);
  EXPECT_EQ(Log(SarifLog()).run()["artifacts"].Size(), 0U);
}

}  // namespace
}  // namespace gouji
