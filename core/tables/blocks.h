// Whose figures are whose, where a text has not left them beside their labels: copied block by
// block, broken over lines, with words among them. All of this works on the rows of one table, in
// the order of the text.
#pragma once

#include <vector>

#include "tables/gather.h"

namespace gouji {

// Words fill a cell of a row that has a line for each of its cells if all other rows are whole,
// so that the words are no label of which the figures before or behind have lost some of theirs.
void take_words(std::vector<RowSlots>& rows);

// A viewer copies a table block by block: first some labels, then as many rows of numbers. The
// numbers behind the last of the labels are those of all of them, if they are just as many. Where
// there are more numbers than cells otherwise, those that fill the row and end a line are its
// own, unless labels before it were left without any: then nothing tells whose they are.
void share_blocks(const Document& document, const Gatherer& gatherer, std::vector<RowSlots>& rows);

// Lines of figures that stand below a head instead of a row's label show that a converter has cut
// labels and figures apart: then the first line belongs to the first label and so on, if there
// are just as many, and else nothing is sure.
void settle_misplaced(const Document& document, const Gatherer& gatherer,
                      std::vector<RowSlots>& rows);

// A row with a number that may go on over the line's end is sure only if it adds up as it stands.
void settle_broken(RowSlots& row);

// A number alone below the others of its row may be a page's.
void settle_last(RowSlots& row);

// Digits on the line below a row's last number are its own if the row adds up so.
void join_below(const Document& document, RowSlots& row);

}  // namespace gouji
