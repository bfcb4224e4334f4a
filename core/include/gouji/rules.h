// The catalogue of checks: what each one is called and what stands behind it.
//
// A rule's id is what a finding of it carries; ids are never changed or used again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gouji/answer.h>

namespace gouji {

struct Rule {
  std::string_view id;          // "T3.BALANCE"
  Severity severity;            // the highest that a finding of it may have
  Basis basis;                  // only what is `official` may be shown as an official requirement
  std::string_view basis_text;  // the document, or the reason, zh-CN
};

// All of them, family by family, in the order of the report's parts.
[[nodiscard]] const std::vector<Rule>& rules();
// Null where there is no such rule.
[[nodiscard]] const Rule* find_rule(std::string_view id);

// What people ask of a rule; zh-CN and English.
struct RuleHelp {
  std::string_view id;
  std::string_view title;  // what a finding of it says, in a few words
  std::string_view title_en;
  std::string_view meaning;  // when it is reported and when not, and what to do then
  std::string_view meaning_en;
  std::string_view example;  // a report's words, or a row's figures, that it is reported for
};

// Null where there is no such rule.
[[nodiscard]] const RuleHelp* find_help(std::string_view id);

// The catalogue as a table in words, a line a rule, and a rule explained.
[[nodiscard]] std::string list_rules();
[[nodiscard]] std::string explain(const Rule& rule);

// The whole catalogue with its help as JSON: an array of objects with the strings `rule`,
// `severity`, `basis`, `basis_text`, `title`, `title_en`, `meaning`, `meaning_en` and `example`.
[[nodiscard]] std::string help_json();

}  // namespace gouji
