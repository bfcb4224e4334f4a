// Markdown's marks, as converters of pages write them into a text.
#pragma once

#include <string>

namespace gouji {

// Overwrites with spaces what is no content: marks of emphasis at the edges of a text (`**1**`,
// `*1*`, `__1__`, `~~1~~`, backticks), backslashes before punctuation (`1\.`, `\(`) `<br>`,
// which stands for a line's end in a cell, and references such as `&nbsp;`. Lone `*` and `_`, which
// refer to a note or say "nothing", stay. No offset changes.
void blank_markup(std::u16string& text);

}  // namespace gouji
