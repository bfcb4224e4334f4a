// What people ask of a rule: every rule of the catalogue is explained, and nothing else is.
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include <gouji/rules.h>

#include "rules/help.h"

namespace gouji {
namespace {

std::vector<RuleHelp> all_help() {
  std::vector<RuleHelp> out;
  for (const std::span<const RuleHelp> family :
       {structure_help(), table_help(), narrative_help(), document_help()}) {
    out.insert(out.end(), family.begin(), family.end());
  }
  return out;
}

TEST(Help, EveryRuleIsExplained) {
  ASSERT_FALSE(rules().empty());
  for (const Rule& rule : rules()) {
    EXPECT_NE(find_help(rule.id), nullptr) << rule.id;
    EXPECT_FALSE(rule.basis_text.empty()) << rule.id;
  }
}

TEST(Help, NothingButRulesIsExplained) {
  std::set<std::string_view> seen;
  for (const RuleHelp& help : all_help()) {
    EXPECT_TRUE(seen.insert(help.id).second) << help.id << " is explained twice";
    EXPECT_EQ(find_help(help.id)->title, help.title);
    EXPECT_NE(find_rule(help.id), nullptr) << help.id << " is no rule";
  }
  EXPECT_EQ(find_help("NO.SUCH"), nullptr);
}

TEST(Help, EachTextIsThere) {
  for (const RuleHelp& help : all_help()) {
    for (const std::string_view text :
         {help.title, help.title_en, help.meaning, help.meaning_en, help.example}) {
      EXPECT_FALSE(text.empty()) << help.id;
      EXPECT_EQ(text.find('\n'), std::string_view::npos) << help.id;
    }
    EXPECT_LE(help.title.size(), 60U) << help.id << ": the title is a few words";
    for (const std::string_view english : {help.title_en, help.meaning_en}) {
      EXPECT_NE(english.find(' '), std::string_view::npos) << help.id;
    }
  }
}

TEST(Help, TheListHasOneLineARuleThatBeginsWithItsId) {
  std::istringstream lines(list_rules());
  std::string line;
  for (const Rule& rule : rules()) {
    ASSERT_TRUE(std::getline(lines, line));
    EXPECT_EQ(line.substr(0, line.find(' ')), rule.id);
    const RuleHelp* const help = find_help(rule.id);
    if (help == nullptr) continue;
    EXPECT_NE(line.find(help->title), std::string::npos) << line;
  }
  EXPECT_FALSE(std::getline(lines, line));
}

// Reviewing practice must not pass for an official requirement.
TEST(Help, OnlyWhatIsOfficialIsCalledSo) {
  for (const Rule& rule : rules()) {
    const std::string text = explain(rule);
    EXPECT_TRUE(text.starts_with(rule.id)) << text;
    EXPECT_EQ(text.find("官方要求") != std::string::npos, rule.basis == Basis::official) << text;
    EXPECT_EQ(text.find("\nBasis: official") != std::string::npos, rule.basis == Basis::official);
    EXPECT_NE(text.find(rule.basis_text), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace gouji
