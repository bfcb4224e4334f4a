#include "rules/review.h"

namespace gouji {

const std::vector<Rule>& rules() {
  static const std::vector<Rule> all = [] {
    std::vector<Rule> out;
    for (const std::span<const Rule> family :
         {structure_rules(), particulars_rules(), disclosure_rules(), equation_rules(),
          request_rules(), cell_rules(), narrative_rules(), last_parts_rules(), document_rules(),
          previous_rules(), unit_rules()}) {
      out.insert(out.end(), family.begin(), family.end());
    }
    return out;
  }();
  return all;
}

const Rule* find_rule(std::string_view id) {
  for (const Rule& rule : rules()) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

}  // namespace gouji
