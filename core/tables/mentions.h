// Words like the tables' labels in running text.
#pragma once

#include <string_view>
#include <vector>

#include "tables/label_search.h"

namespace gouji {

// Leaves out the rows, columns and heads that a sentence tells of:
// 「全年制发规范性文件4件,废止1件」, 「,其中予以公开3件」, 「未发生行政复议,」. `text`: folded.
void drop_mentions(std::u16string_view text, std::vector<Hit>& hits);

}  // namespace gouji
