// What people ask of a rule, by family.
#pragma once

#include <span>
#include <string_view>

#include <gouji/rules.h>

namespace gouji {

// 「错误」, 「提醒」, 「提示」
[[nodiscard]] std::string_view words(Severity severity);

[[nodiscard]] std::span<const RuleHelp> structure_help();  // STRUCT.*, META.*, LABEL.*
[[nodiscard]] std::span<const RuleHelp> table_help();      // T2.*, T3.*, T4.*, CELL.*
[[nodiscard]] std::span<const RuleHelp> narrative_help();  // TEXT.*, PART5.*, PART6.*
[[nodiscard]] std::span<const RuleHelp> document_help();   // DOC.*, ROLLUP.*

}  // namespace gouji
