// The report as its author typed it: blocks of text and three tables with merged cells, together
// with what a careful reader would say of each cell. Damage and layouts both work on this.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "report.h"

namespace gouji::property {

enum class Role { title, column_head, row_head, group_head, value, extra };

struct Cell {
  Role role = Role::value;
  std::u32string text;              // a line feed marks where the label is broken
  std::string id;                   // of a value cell
  std::vector<std::string> merged;  // further value cells that were merged into this one
  int rowspan = 1;
  int colspan = 1;
};

/// Cells a row begins itself; places covered by a rowspan or colspan from elsewhere are left out.
struct Row {
  std::vector<Cell> cells;
  bool page_mark = false;  // no row at all: a page number that fell between two rows
  bool shifted = false;    // more label cells than the form has: the values stand a column off

  std::vector<std::string> ids() const;
  bool values() const { return !ids().empty(); }
  /// Every value cell of the row carries some text.
  bool full() const;
};

struct Table {
  int columns = 0;
  std::vector<Row> rows;
};

enum class BlockKind { menu, title, dateline, heading, subheading, paragraph, table, footer };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::u32string text;
  int table = -1;
  int section = 0;
};

struct Document {
  std::vector<Block> blocks;
  std::array<Table, 3> tables;
};

struct CellTruth {
  std::string state = "printed";
  Number value;                // meaningful when the state is printed
  Number actual;               // what the agency meant, printed or not
  bool determined = true;      // a careful reader is certain of it from the text alone
  std::vector<Number> accept;  // other readings that nobody could call wrong
};

struct Truth {
  std::map<std::string, CellTruth> cells;
  std::set<std::string> lost_tables;
  std::set<std::string> allowed_errors;  // rules whose error the damage itself causes
  std::optional<std::u32string> agency;
  std::optional<int> year;
  std::optional<std::u32string> published;  // ISO date; empty: the text gives none
  bool form_known = true;

  void blank(const std::string& id, const std::string& state) { cells.at(id).state = state; }
  void undetermine(const std::string& id) { cells.at(id).determined = false; }
};

/// The three tables laid out as the official forms, every cell printed.
void build_tables(const Report& report, Document& document, Truth& truth);

/// The text around the tables: title, six sections, figures that agree with the tables.
void build_narrative(Random& random, const Report& report, Document& document, Truth& truth);

/// The row of `table` that holds the cell `id`; nullptr when there is none.
Row* row_with(Table& table, const std::string& id);

std::string utf8(std::u32string_view text);
std::u16string utf16(std::u32string_view text);
std::u32string wide(std::string_view ascii);

}  // namespace gouji::property
