// What a report tells of its own figures in words, and what it tells of others that look like them.
#pragma once

#include <string>
#include <vector>

#include "report.h"

namespace gouji::property {

/// Sentences on requests, results and disputes that agree with the tables.
[[nodiscard]] std::vector<std::u32string> sentences_on_requests(Random& random,
                                                                const Report& report);

/// The same on documents and decisions.
[[nodiscard]] std::vector<std::u32string> sentences_on_disclosure(Random& random,
                                                                  const Report& report);

/// Figures of other years, other agencies, other matters: none of them is in a table.
[[nodiscard]] std::vector<std::u32string> sentences_on_others(Random& random, const Report& report);

}  // namespace gouji::property
