#include "damage.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace gouji::property {
namespace {

using Text = std::u32string;

Text replaced(Text text, const Text& from, const Text& to) {
  for (std::size_t at = text.find(from); at != Text::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

void each_cell(Document& document, const std::function<void(Cell&, Row&, std::size_t table)>& act) {
  for (std::size_t t = 0; t < 3; ++t) {
    for (Row& row : document.tables[t].rows) {
      if (row.page_mark) continue;
      for (Cell& cell : row.cells) act(cell, row, t);
    }
  }
}

bool is_label(const Cell& cell) { return cell.id.empty() && cell.role != Role::extra; }

/// A value cell that still shows its number as typed; damage to numbers is not laid upon damage.
bool untouched(const Cell& cell, const Truth& truth) {
  if (cell.id.empty() || !cell.merged.empty()) return false;
  const CellTruth& known = truth.cells.at(cell.id);
  return known.state == "printed" && cell.text == digits(known.value);
}

void make_blank(Cell& cell, Truth& truth, Random& random) {
  static const std::vector<Text> kBlanks{U"", U"", U"", U" ", U"\u00A0"};
  cell.text = random.pick(kBlanks);
  truth.blank(cell.id, "blank");
}

// ---- blanks ----------------------------------------------------------------------------------

void zeros_left_blank(Document& document, Random& random, Truth& truth) {
  const int style = random.between(0, 3);
  const int percent = random.between(10, 90);
  for (Table& table : document.tables) {
    if (random.chance(30)) continue;
    for (Row& row : table.rows) {
      bool all_zero = row.values();
      for (const Cell& cell : row.cells) {
        if (!cell.id.empty() &&
            !(untouched(cell, truth) && truth.cells.at(cell.id).value.units == 0)) {
          all_zero = false;
        }
      }
      for (Cell& cell : row.cells) {
        if (!untouched(cell, truth) || truth.cells.at(cell.id).value.units != 0) continue;
        const bool total = cell.id.size() > 6 && cell.id.substr(cell.id.size() - 6) == ".total";
        const bool blank = style == 0   ? random.chance(percent)
                           : style == 1 ? true
                           : style == 2 ? all_zero
                                        : !total;
        if (blank) make_blank(cell, truth, random);
      }
    }
  }
}

void numbers_left_blank(Document& document, Random& random, Truth& truth) {
  std::vector<Cell*> cells;
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (untouched(cell, truth) && truth.cells.at(cell.id).value.units != 0) cells.push_back(&cell);
  });
  random.shuffle(cells);
  const auto wanted = static_cast<std::size_t>(random.between(1, 4));
  for (std::size_t i = 0; i < std::min(wanted, cells.size()); ++i) {
    make_blank(*cells[i], truth, random);
  }
}

void blank_rows(Document& document, Random& random, Truth& truth) {
  for (Table& table : document.tables) {
    const int percent = random.between(0, 60);
    for (Row& row : table.rows) {
      if (!row.values() || !random.chance(percent)) continue;
      for (Cell& cell : row.cells) {
        if (untouched(cell, truth) && truth.cells.at(cell.id).value.units != 0) goto next;
      }
      for (Cell& cell : row.cells) {
        if (untouched(cell, truth)) make_blank(cell, truth, random);
      }
    next:;
    }
  }
}

void applicants_merged(Document& document, Random& random, Truth& truth) {
  const int percent = random.between(15, 100);
  for (Row& row : document.tables[kRequests].rows) {
    if (!row.values() || !random.chance(percent)) continue;
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (!row.cells[i].id.empty()) at.push_back(i);
    }
    if (at.size() != 7 || at.back() - at.front() != 6) continue;
    Cell& first = row.cells[at[0]];
    for (std::size_t i = 0; i < 6; ++i) {
      truth.blank(row.cells[at[i]].id, "blank");
      if (i > 0) first.merged.push_back(row.cells[at[i]].id);
    }
    first.text.clear();
    first.colspan = 6;
    row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(at[1]),
                    row.cells.begin() + static_cast<std::ptrdiff_t>(at[6]));
  }
}

void placeholders(Document& document, Random& random, Truth& truth) {
  static const std::vector<Text> kMarks{U"/", U"-", U"—", U"无", U"——", U"/", U"/"};
  const Text mark = random.pick(kMarks);
  const int percent = random.between(20, 100);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!untouched(cell, truth) || truth.cells.at(cell.id).value.units != 0) return;
    if (!random.chance(percent)) return;
    cell.text = mark;
    truth.blank(cell.id, "placeholder");
  });
}

// ---- numbers ---------------------------------------------------------------------------------

void thousands(Document& document, Random& random, Truth& truth) {
  const Text comma = random.chance(80) ? U"," : U"\uFF0C";
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!untouched(cell, truth)) return;
    Text text = cell.text;
    const std::size_t point = std::min(text.find(U'.'), text.size());
    const std::size_t sign = !text.empty() && text[0] == U'-' ? 1 : 0;
    for (std::size_t at = point; at > sign + 3; at -= 3) text.insert(at - 3, comma);
    cell.text = text;
  });
}

void fullwidth_digits(Document& document, Random& random, Truth& truth) {
  const int percent = random.chance(60) ? 100 : random.between(10, 90);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!untouched(cell, truth) || !random.chance(percent)) return;
    for (char32_t& c : cell.text) {
      if (c >= U'0' && c <= U'9') c = c - U'0' + U'\uFF10';
      if (c == U'.') c = U'\uFF0E';
    }
  });
}

void units(Document& document, Random& random, Truth& truth) {
  const bool everywhere = random.chance(30);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!untouched(cell, truth)) return;
    if (cell.id == "disclosure.art20_8.fees.amount") {
      if (random.chance(60)) {
        cell.text += U"万元";
      } else {
        Number in_yuan{random.between(0, 1) == 0 ? 251000 : random.between(100, 90000), 0};
        if (truth.cells.at(cell.id).value.units == 0) in_yuan = {};
        truth.cells.at(cell.id).value = truth.cells.at(cell.id).actual = in_yuan;
        cell.text = digits(in_yuan) + U"元";
      }
    } else if (cell.id == "disclosure.art20_9.procurement.amount") {
      cell.text += random.chance(50) ? U"元" : U"万元";
    } else if (everywhere || random.chance(4)) {
      cell.text += U"件";
    }
  });
}

void signs(Document& document, Random& random, Truth& truth) {
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!untouched(cell, truth) || cell.id.find(".change") == std::string::npos) return;
    Number& value = truth.cells.at(cell.id).value;
    if (value.units == 0) return;
    const Text bare = digits({value.units < 0 ? -value.units : value.units, 0});
    static const std::vector<Text> kMore{U"+", U"\uFF0B", U"增加", U"增"};
    static const std::vector<Text> kLess{U"-", U"\uFF0D", U"\u2212", U"减少", U"减"};
    cell.text = random.pick(value.units > 0 ? kMore : kLess) + bare;
  });
}

void spaces_around_numbers(Document& document, Random& random, Truth&) {
  static const std::vector<Text> kSpaces{U" ", U"\u00A0", U"\u3000", U"  ", U"\u2002"};
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (cell.text.empty() || !random.chance(60)) return;
    if (random.chance(50)) cell.text = random.pick(kSpaces) + cell.text;
    if (random.chance(50)) cell.text += random.pick(kSpaces);
  });
}

void letters_for_zero(Document& document, Random& random, Truth& truth) {
  static const std::vector<Text> kZeros{U"O", U"o", U"〇", U"○", U"零"};
  const Text zero = random.pick(kZeros);
  const int percent = random.between(5, 60);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!untouched(cell, truth) || cell.text != U"0" || !random.chance(percent)) return;
    cell.text = zero;
  });
}

void chinese_numerals(Document& document, Random& random, Truth& truth) {
  static const std::vector<Text> kDigits{U"零", U"一", U"二", U"三", U"四", U"五",
                                         U"六", U"七", U"八", U"九", U"十"};
  const int percent = random.between(5, 40);
  std::vector<std::string> ones;
  bool plain = false;
  each_cell(document, [&](Cell& cell, Row&, std::size_t table) {
    if (table == kRequests || !untouched(cell, truth) || !random.chance(percent)) return;
    const Number& value = truth.cells.at(cell.id).value;
    if (value.decimals != 0 || value.units < 1 || value.units > 99) return;
    const auto tens = static_cast<std::size_t>(value.units / 10);
    const auto ones_digit = static_cast<std::size_t>(value.units % 10);
    cell.text = (tens > 1 ? kDigits[tens] : Text()) + (tens > 0 ? U"十" : U"") +
                (ones_digit > 0 ? kDigits[ones_digit] : Text());
    if (value.units == 1) {
      ones.push_back(cell.id);
    } else {
      plain = true;
    }
  });
  if (plain) return;
  // 一 is as often a dash as a one; only other numerals beside it tell that it is one.
  for (const std::string& id : ones) {
    truth.cells.at(id).accept.push_back(truth.cells.at(id).value);
    truth.blank(id, "unreadable");
    truth.undetermine(id);
    truth.allowed_errors.insert("CELL.NOT_NUMBER");
  }
}

void notes_in_numbers(Document& document, Random& random, Truth& truth) {
  for (Row& row : document.tables[kDisclosure].rows) {
    for (Cell& cell : row.cells) {
      if (!untouched(cell, truth) || !random.chance(30)) continue;
      const Number& value = truth.cells.at(cell.id).value;
      if (value.decimals != 0 || value.units < 2) continue;
      const int part =
          random.between(1, static_cast<int>(std::min<std::int64_t>(value.units - 1, 500)));
      cell.text += (random.chance(50) ? U"(其中修订" : U"(含上级委托") + digits({part, 0}) + U"件)";
    }
  }
}

void words_for_numbers(Document& document, Random& random, Truth& truth) {
  static const std::vector<Text> kWords{U"详见附件", U"见附表",         U"待核实",
                                        U"#REF!",    U"不适用于本机关", U"?"};
  std::vector<Cell*> cells;
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (untouched(cell, truth)) cells.push_back(&cell);
  });
  random.shuffle(cells);
  const auto wanted = static_cast<std::size_t>(random.between(1, 3));
  for (std::size_t i = 0; i < std::min(wanted, cells.size()); ++i) {
    cells[i]->text = random.pick(kWords);
    truth.blank(cells[i]->id, "unreadable");
  }
  truth.allowed_errors.insert("CELL.NOT_NUMBER");
}

// ---- labels ----------------------------------------------------------------------------------

void inner_spaces(Document& document, Random& random, Truth&) {
  static const std::vector<Text> kSpaces{U" ", U" ", U"  ", U"\u3000", U"\u00A0"};
  const int percent = random.between(15, 70);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!is_label(cell) || cell.text.size() < 2 || !random.chance(percent)) return;
    const Text space = random.pick(kSpaces);
    if (cell.text.size() <= 3) {
      Text wide;
      for (const char32_t c : cell.text) wide += (wide.empty() ? Text() : space) + c;
      cell.text = wide;
    } else {
      for (int i = random.between(1, 2); i > 0; --i) {
        cell.text.insert(1 + random.index(cell.text.size() - 1), space);
      }
    }
  });
}

void labels_broken(Document& document, Random& random, Truth&) {
  const int percent = random.between(15, 80);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!is_label(cell) || cell.text.size() < 4 || !random.chance(percent)) return;
    if (cell.text.size() <= 8) {
      cell.text.insert(cell.text.size() / 2, U"\n");
      return;
    }
    const auto width = static_cast<std::size_t>(random.between(4, 12));
    Text out;
    for (std::size_t i = 0; i < cell.text.size(); ++i) {
      if (i > 0 && i % width == 0 && i + 1 < cell.text.size()) out += U'\n';
      out += cell.text[i];
    }
    cell.text = out;
  });
}

/// Puts `more` after the label at `at`: in a place its own span covers, or as a column too many.
void add_label_cell(Row& row, std::size_t at, const Text& more) {
  Cell second = row.cells[at];
  second.text = more;
  if (row.cells[at].colspan > 1) {
    row.cells[at].colspan = 1;
    second.colspan -= 1;
  } else if (row.values()) {
    row.shifted = true;
  }
  second.rowspan = row.cells[at].rowspan;
  row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(at) + 1, second);
}

void labels_in_two_cells(Document& document, Random& random, Truth&) {
  const int percent = random.between(5, 30);
  for (Table& table : document.tables) {
    for (Row& row : table.rows) {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        Cell& cell = row.cells[i];
        const bool wanted = cell.role == Role::row_head || cell.role == Role::column_head;
        if (!wanted || cell.rowspan > 1 || cell.text.size() < 4 || !random.chance(percent)) {
          continue;
        }
        const std::size_t half = cell.text.size() / 2;
        const Text rest = cell.text.substr(half);
        cell.text.resize(half);
        add_label_cell(row, i, rest);
        ++i;
      }
    }
  }
}

void labels_cut(Document& document, Random& random, Truth&) {
  const bool heads = random.chance(80);
  const int percent = random.between(5, 40);
  each_cell(document, [&](Cell& cell, Row&, std::size_t table) {
    if (cell.role == Role::column_head && heads && cell.text.size() == 4 &&
        (table == kDisputes || random.chance(50)) && cell.text != U"行政复议" &&
        cell.text != U"行政诉讼" && random.chance(80)) {
      cell.text.resize(2);
    } else if (cell.role == Role::column_head && table == kDisclosure && cell.text.size() > 5 &&
               random.chance(percent)) {
      cell.text.resize(3);
    } else if (cell.role == Role::row_head && cell.text.size() > 10 && random.chance(percent)) {
      cell.text.resize(8);
    }
  });
}

void labels_misread(Document& document, Random& random, Truth&) {
  static const std::vector<std::pair<char32_t, char32_t>> kAlike{
      {U'计', U'记'}, {U'结', U'给'}, {U'未', U'末'}, {U'已', U'己'}, {U'人', U'入'},
      {U'诉', U'拆'}, {U'项', U'顶'}, {U'许', U'讦'}, {U'他', U'它'}, {U'理', U'埋'},
      {U'处', U'外'}, {U'复', U'夏'}, {U'请', U'清'}, {U'密', U'蜜'}, {U'商', U'啇'},
      {U'技', U'枝'}, {U'供', U'拱'}, {U'查', U'杳'}, {U'案', U'桉'}, {U'构', U'枃'},
      {U'规', U'现'}, {U'续', U'绩'}, {U'维', U'推'}, {U'尚', U'向'}};
  const int percent = random.between(5, 35);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (!is_label(cell) || !random.chance(percent)) return;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < cell.text.size(); ++i) {
      for (const auto& [right, wrong] : kAlike) {
        if (cell.text[i] == right) places.push_back(i);
      }
    }
    if (places.empty()) return;
    char32_t& c = cell.text[random.pick(places)];
    for (const auto& [right, wrong] : kAlike) {
      if (c == right) {
        c = wrong;
        return;
      }
    }
  });
}

void labels_doubled(Document& document, Random& random, Truth&) {
  const int percent = random.between(3, 15);
  for (Row& row : document.tables[kRequests].rows) {
    if (!row.values()) continue;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const Cell& cell = row.cells[i];
      if (cell.role != Role::row_head) continue;
      const bool sum = cell.text.find(U"总计") != Text::npos;
      if (!random.chance(sum ? 60 : percent)) break;
      Text again = cell.text;
      if (sum && random.chance(60)) row.cells[i].text = U"(七)总记";
      if (random.chance(40) && again.size() > 3 && again[2] == U')') again.insert(3, U" ");
      add_label_cell(row, i, again);
      break;
    }
  }
}

void labels_annotated(Document& document, Random& random, Truth&) {
  static const std::vector<Text> kNotes{
      U"(含垂直管理单位2个)",           U"(不含行政处罚、行政强制)", U"(截至12月31日)",
      U"(口径与上年相同,共3类)",        U"(以答复日期为准)",         U"(包括网上申请、信函申请)",
      U"(按《条例》第十四条、第十五条)"};
  const int percent = random.between(5, 30);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (cell.role != Role::row_head || !random.chance(percent)) return;
    cell.text += random.pick(kNotes);
  });
}

void normative_by_the_other_name(Document& document, Random&, Truth&) {
  each_cell(document, [&](Cell& cell, Row&, std::size_t table) {
    if (table != kDisclosure || cell.role != Role::row_head) return;
    if (cell.text == U"规范性文件") {
      cell.text = U"行政规范性文件";
    } else if (cell.text == U"行政规范性文件") {
      cell.text = U"规范性文件";
    }
  });
}

void article_by_another_name(Document& document, Random& random, Truth&) {
  const int style = random.between(0, 3);
  each_cell(document, [&](Cell& cell, Row&, std::size_t) {
    if (cell.role != Role::title) return;
    const std::size_t at = cell.text.find(U"第(");
    if (at == Text::npos) return;
    const Text item = cell.text.substr(at + 2, 1);
    switch (style) {
      case 0:
        cell.text.insert(at, U" ");
        break;
      case 1:
        cell.text = U"第二十条(" + item + U")项";
        break;
      case 2:
        cell.text = U"第二十条第" + item + U"项";
        break;
      default:
        cell.text = U"《条例》第二十条 第( " + item + U" )项";
    }
  });
}

// ---- rows and columns ------------------------------------------------------------------------

void extra_rows(Document& document, Random& random, Truth&) {
  Table& table = document.tables[kDisclosure];
  const auto add_after = [&](std::size_t at, const Text& label, int values) {
    Row row;
    row.cells.push_back({Role::row_head, label, {}, {}, 1, 1});
    for (int i = 0; i < values; ++i) {
      const int span = i + 1 == values ? 4 - values : 1;
      row.cells.push_back({Role::extra, digits({random.between(0, 40), 0}), {}, {}, 1, span});
    }
    table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, row);
  };
  const bool total = random.chance(40);
  for (std::size_t r = table.rows.size(); r-- > 0;) {
    const std::vector<std::string> ids = table.rows[r].ids();
    if (ids.empty()) continue;
    if (ids[0].find("art20_1.normative") != std::string::npos && random.chance(70)) {
      add_after(r, random.chance(50) ? U"其他主动公开文件" : U"政策解读材料", 3);
    } else if (ids[0].find("art20_6.coercion") != std::string::npos && random.chance(30)) {
      add_after(r, U"行政检查", static_cast<int>(ids.size()));
    }
  }
  if (total) {
    Row row;
    row.cells.push_back({Role::row_head,
                         U"本年度本机关政府信息公开发布总数量(不含新闻类、动态类):" +
                             digits({random.between(0, 900), 0}),
                         {},
                         {},
                         1,
                         4});
    table.rows.push_back(row);
  }
}

void procurement_in_four_rows(Document& document, Random& random, Truth& truth) {
  Table& table = document.tables[kDisclosure];
  Row* row = row_with(table, "disclosure.art20_9.procurement.purchases");
  if (row == nullptr) return;
  const auto at = static_cast<std::size_t>(row - table.rows.data());
  std::vector<Row> more;
  for (int i = 0; i < 3; ++i) {
    Row other = *row;
    for (Cell& cell : other.cells) {
      if (cell.id.empty()) continue;
      const Number number{random.between(0, 9000), 0};
      truth.cells.at(cell.id).accept.push_back(number);
      truth.undetermine(cell.id);
      cell.text = digits(number);
      cell.id.clear();
      cell.role = Role::extra;
    }
    more.push_back(other);
  }
  table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, more.begin(),
                    more.end());
}

void row_missing(Document& document, Random& random, Truth& truth) {
  const std::size_t t = random.chance(75) ? kRequests : kDisclosure;
  Table& table = document.tables[t];
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::vector<std::string> ids = table.rows[r].ids();
    // Without the rows under (六) nobody could tell which form the table follows.
    if (!ids.empty() && ids[0].find("requests.closed") == std::string::npos) rows.push_back(r);
  }
  const std::size_t gone = random.pick(rows);
  for (const std::string& id : table.rows[gone].ids()) truth.blank(id, "missing");
  for (std::size_t r = 0; r < gone; ++r) {
    for (Cell& cell : table.rows[r].cells) {
      if (cell.role == Role::group_head && r + static_cast<std::size_t>(cell.rowspan) > gone) {
        --cell.rowspan;
      }
    }
  }
  std::vector<Cell> heads;
  for (Cell cell : table.rows[gone].cells) {
    if (cell.role == Role::group_head && cell.rowspan > 1) {
      --cell.rowspan;
      heads.push_back(cell);
    }
  }
  table.rows.erase(table.rows.begin() + static_cast<std::ptrdiff_t>(gone));
  if (!heads.empty()) {
    auto& next = table.rows[gone].cells;
    next.insert(next.begin(), heads.begin(), heads.end());
  }
  truth.allowed_errors.insert("STRUCT.ROW_MISSING");
}

void rows_swapped(Document& document, Random& random, Truth&) {
  const auto swap_rows = [](Row& a, Row& b) {
    const auto split = [](Row& row) {
      std::vector<Cell> heads;
      while (!row.cells.empty() && row.cells.front().role == Role::group_head) {
        heads.push_back(row.cells.front());
        row.cells.erase(row.cells.begin());
      }
      return heads;
    };
    const std::vector<Cell> a_heads = split(a);
    const std::vector<Cell> b_heads = split(b);
    std::swap(a, b);
    a.cells.insert(a.cells.begin(), a_heads.begin(), a_heads.end());
    b.cells.insert(b.cells.begin(), b_heads.begin(), b_heads.end());
  };
  static const std::vector<std::vector<std::string>> kFamilies{
      {"requests.denied.state_secret.total", "requests.denied.prohibited.total",
       "requests.denied.safety.total", "requests.denied.third_party.total",
       "requests.denied.internal.total", "requests.denied.process.total",
       "requests.denied.enforcement.total", "requests.denied.inquiry.total"},
      {"requests.unavailable.not_held.total", "requests.unavailable.not_compiled.total",
       "requests.unavailable.unclear.total"},
      {"requests.rejected.petition.total", "requests.rejected.duplicate.total",
       "requests.rejected.publication.total", "requests.rejected.excessive.total",
       "requests.rejected.reissue.total"}};
  std::vector<std::string> family = random.pick(kFamilies);
  random.shuffle(family);
  Row* a = row_with(document.tables[kRequests], family[0]);
  Row* b = row_with(document.tables[kRequests], family[1]);
  if (a != nullptr && b != nullptr) swap_rows(*a, *b);
}

void subtotal_column(Document& document, Random&, Truth& truth) {
  Table& table = document.tables[kRequests];
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) {
      if (cell.role == Role::column_head && cell.colspan >= 5) ++cell.colspan;
    }
    if (!row.values()) {
      if (row.cells.size() == 5) {
        row.cells.push_back({Role::column_head, U"小计", {}, {}, 1, 1});
      }
      continue;
    }
    if (row.ids().size() != 7 || !row.cells.back().merged.empty()) continue;
    std::int64_t sum = 0;
    for (const std::string& id : row.ids()) {
      const bool person = id.size() > 8 && id.substr(id.size() - 8) == ".natural";
      const bool total = id.size() > 6 && id.substr(id.size() - 6) == ".total";
      if (!person && !total) sum += truth.cells.at(id).actual.units;
    }
    row.cells.insert(row.cells.end() - 1, {Role::extra, digits({sum, 0}), {}, {}, 1, 1});
  }
  table.columns += 1;
}

void row_codes(Document& document, Random&, Truth&) {
  Table& table = document.tables[kRequests];
  int code = 0;
  for (Row& row : table.rows) {
    if (!row.values()) continue;
    ++code;
    const Text text{static_cast<char32_t>(U'0' + code / 10),
                    static_cast<char32_t>(U'0' + code % 10)};
    row.cells.insert(row.cells.begin(), {Role::row_head, text, {}, {}, 1, 1});
  }
  table.rows[0].cells.insert(table.rows[0].cells.begin(),
                             {Role::column_head, U"行次", {}, {}, 3, 1});
  table.columns += 1;
}

// ---- around the tables -----------------------------------------------------------------------

std::vector<std::size_t> headings(const Document& document, int first, int last) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::heading && block.section >= first && block.section <= last) {
      out.push_back(i);
    }
  }
  return out;
}

void headings_missing(Document& document, Random& random, Truth& truth) {
  const bool all = random.chance(25);
  std::vector<std::size_t> at = headings(document, 2, 4);
  random.shuffle(at);
  if (!all) at.resize(std::min<std::size_t>(at.size(), 1));
  std::sort(at.rbegin(), at.rend());
  for (const std::size_t i : at) {
    document.blocks.erase(document.blocks.begin() + static_cast<std::ptrdiff_t>(i));
  }
  truth.allowed_errors.insert("STRUCT.SECTION_MISSING");
}

void headings_doubled(Document& document, Random& random, Truth&) {
  std::vector<std::size_t> at = headings(document, 1, 6);
  std::sort(at.rbegin(), at.rend());
  for (const std::size_t i : at) {
    if (!random.chance(50)) continue;
    document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(i),
                           document.blocks[i]);
  }
}

void headings_reworded(Document& document, Random& random, Truth&) {
  static const std::vector<std::vector<Text>> kWords{
      {U"总体情况", U"总体工作情况", U"基本情况", U"概述"},
      {U"主动公开政府信息情况", U"主动公开政府信息工作情况", U"主动公开情况",
       U"政府信息主动公开情况"},
      {U"收到和处理政府信息公开申请情况", U"依申请公开政府信息情况",
       U"政府信息公开申请收到和处理情况", U"收到和处理政府信息公开申请的情况"},
      {U"政府信息公开行政复议、行政诉讼情况", U"因政府信息公开工作被申请行政复议、提起行政诉讼情况",
       U"政府信息公开行政复议和行政诉讼情况", U"行政复议、行政诉讼情况"},
      {U"存在的主要问题及改进情况", U"政府信息公开工作存在的主要问题及改进情况",
       U"存在问题和改进措施", U"工作中存在的主要问题及改进情况"},
      {U"其他需要报告的事项", U"其他需要报告事项", U"需要报告的其他事项", U"其他事项"}};
  static const std::vector<Text> kNumbers{U"一", U"二", U"三", U"四", U"五", U"六"};
  static const std::vector<Text> kAfter{U"、", U"、", U".", U" 、", U",", U"\uFF0E"};
  const Text after = random.pick(kAfter);
  const bool unnumbered = random.chance(10);
  for (const std::size_t i : headings(document, 1, 6)) {
    Block& block = document.blocks[i];
    const auto section = static_cast<std::size_t>(block.section - 1);
    block.text = (unnumbered ? Text() : kNumbers[section] + after) + random.pick(kWords[section]);
  }
}

void sentences_at_tables(Document& document, Random& random, Truth&) {
  static const std::vector<Text> kBefore{
      U"下表由各业务科室逐项填报,经2轮复核后汇总,统计口径与往年一致。",
      U"本机关共梳理公开事项37类、目录条目412条,具体数量见下表。",
      U"(本表单位:件,报送时间为1月8日前)"};
  static const std::vector<Text> kAfter{
      U"注:1.数据来自业务台账;2.空格视为该项没有发生。", U"备注:以上数据由6个科室提供。",
      U"说明:本表共3部分,由综合科负责解释,联系电话0000-7654321。"};
  for (std::size_t i = document.blocks.size(); i-- > 0;) {
    if (document.blocks[i].kind != BlockKind::table) continue;
    const int section = document.blocks[i].section;
    const auto at = document.blocks.begin() + static_cast<std::ptrdiff_t>(i);
    if (random.chance(50)) {
      document.blocks.insert(at + 1, {BlockKind::paragraph, random.pick(kAfter), -1, section});
    }
    if (random.chance(60)) {
      document.blocks.insert(document.blocks.begin() + static_cast<std::ptrdiff_t>(i),
                             {BlockKind::paragraph, random.pick(kBefore), -1, section});
    }
  }
}

void site_around(Document& document, Random& random, Truth&) {
  static const std::vector<Text> kMenu{
      U"网站首页",     U"政务公开",       U"规章",        U"行政规范性文件",   U"行政许可",
      U"行政处罚",     U"行政强制",       U"财政预决算",  U"政府信息公开指南", U"政府信息公开年报",
      U"依申请公开",   U"行政事业性收费", U"登录 | 注册", U"无障碍 | 长者版",  U"政策解读(12)",
      U"政府集中采购", U"今天是星期三"};
  std::vector<Text> menu = kMenu;
  random.shuffle(menu);
  menu.resize(static_cast<std::size_t>(random.between(3, 12)));
  std::vector<Block> blocks;
  blocks.reserve(menu.size());
  for (const Text& item : menu) blocks.push_back({BlockKind::menu, item, -1, 0});
  document.blocks.insert(document.blocks.begin(), blocks.begin(), blocks.end());
  static const std::vector<Text> kFooter{U"上一篇:没有了",          U"下一篇:政府信息公开申请表",
                                         U"分享到: 0 0 0",          U"网站标识码:0000000000",
                                         U"访问量:1234567",         U"版权所有 未经许可不得转载",
                                         U"扫一扫在手机打开当前页", U"责任编辑:王 审核:李"};
  for (int i = random.between(1, 5); i > 0; --i) {
    document.blocks.push_back({BlockKind::footer, random.pick(kFooter), -1, 7});
  }
}

void marks_between_rows(Document& document, Random& random, int style) {
  int page = random.between(1, 4);
  const auto mark = [&]() {
    const Text number = digits({page++, 0});
    switch (style) {
      case 0:
        return U"— " + number + U" —";
      case 1:
        return U"- " + number + U" -";
      case 2:
        return U"第" + number + U"页";
      case 3:
        return number;
      default:
        return U"第 " + number + U" 页 共 9 页";
    }
  };
  for (Table& table : document.tables) {
    for (std::size_t r = 1; r < table.rows.size(); ++r) {
      if (!random.chance(6)) continue;
      Row row;
      row.page_mark = true;
      row.cells.push_back({Role::extra, mark(), {}, {}, 1, 1});
      table.rows.insert(table.rows.begin() + static_cast<std::ptrdiff_t>(r), row);
      ++r;
    }
  }
}

void page_marks(Document& document, Random& random, Truth&) {
  static const std::vector<int> kStyles{0, 1, 2, 4};
  marks_between_rows(document, random, random.pick(kStyles));
}

void page_numbers(Document& document, Random& random, Truth&) {
  marks_between_rows(document, random, 3);
}

void bars_by_the_hundred(Document& document, Random& random, Truth&) {
  const auto bars = static_cast<std::size_t>(random.between(60, 400));
  std::vector<Block> out;
  for (Block& block : document.blocks) {
    if (block.kind == BlockKind::table) {
      out.push_back(block);
      continue;
    }
    const bool front = block.kind == BlockKind::title || block.kind == BlockKind::dateline;
    if (front || (block.kind == BlockKind::footer && random.chance(60)) ||
        (block.kind == BlockKind::paragraph && random.chance(15))) {
      block.text += U" |";
      out.push_back(block);
      if (random.chance(70)) {
        out.back().text += U" " + Text(bars, U'|');
      }
      if (random.chance(20)) {
        out.push_back({BlockKind::menu, U"|\n" + Text(bars, U'|'), -1, block.section});
      }
      continue;
    }
    out.push_back(block);
  }
  document.blocks = out;
}

// ---- characters ------------------------------------------------------------------------------

void traditional(Text& text, Random&, Truth& truth) {
  static const std::vector<std::pair<Text, Text>> kWords{{U"文件", U"檔案"}, {U"网站", U"網站"}};
  static const Text kSimple =
      U"万与专业个丰为举乡于众会体关内册决况减办务动区华单占卫厅县参发变号听员国图场垭处备复"
      U"够实审对将属岚岭并应废开强当录径态总户执扫护报据数无时术机权条来构标栏桥检楼气汇没泽"
      U"浏湾现电监码砚确碍稳类纠级纳线组织终经结给统继绩续维综编缴网罚联范获补见规视览计订认"
      U"讦训议记许讼设访识诉话询该详说请读负财责账购费资转轮载辑过还这进适释链镇长门闭问间闻"
      U"队际霁页顶项预题额鹭齐后";
  static const Text kTraditional =
      U"萬與專業個豐為舉鄉於眾會體關內冊決況減辦務動區華單佔衛廳縣參發變號聽員國圖場埡處備復"
      U"夠實審對將屬嵐嶺並應廢開強當錄徑態總戶執掃護報據數無時術機權條來構標欄橋檢樓氣匯沒澤"
      U"瀏灣現電監碼硯確礙穩類糾級納線組織終經結給統繼績續維綜編繳網罰聯範獲補見規視覽計訂認"
      U"訐訓議記許訟設訪識訴話詢該詳說請讀負財責賬購費資轉輪載輯過還這進適釋鏈鎮長門閉問間聞"
      U"隊際霽頁頂項預題額鷺齊後";
  for (const auto& [from, to] : kWords) text = replaced(text, from, to);
  for (char32_t& c : text) {
    const std::size_t at = kSimple.find(c);
    if (at != Text::npos) c = kTraditional[at];
  }
  truth.agency.reset();
}

void brackets_and_marks(Text& text, Random& random, Truth&) {
  static const std::vector<std::pair<char32_t, char32_t>> kPairs{{U'(', U'\uFF08'},
                                                                 {U')', U'\uFF09'},
                                                                 {U':', U'\uFF1A'},
                                                                 {U';', U'\uFF1B'},
                                                                 {U'/', U'\uFF0F'}};
  for (char32_t& c : text) {
    for (const auto& [half, full] : kPairs) {
      if (c == half && random.chance(50)) c = full;
    }
  }
}

void radicals(Text& text, Random& random, Truth& truth) {
  static const Text kPlain =
      U"一二人入八力十口土大女子小工己干心手支文方日月止比水生用立自行面非高";
  static const Text kRadical =
      U"\u2F00\u2F06\u2F08\u2F0A\u2F0B\u2F12\u2F17\u2F1D\u2F1F\u2F24\u2F25"
      U"\u2F26\u2F29\u2F2F\u2F30\u2F32\u2F3C\u2F3F\u2F40\u2F42\u2F45\u2F47"
      U"\u2F49\u2F4C\u2F50\u2F54\u2F63\u2F64\u2F74\u2F83\u2F8F\u2FAF\u2FAE"
      U"\u2FBC";
  const int percent = random.between(20, 100);
  for (char32_t& c : text) {
    const std::size_t at = kPlain.find(c);
    if (at != Text::npos && random.chance(percent)) c = kRadical[at];
  }
  truth.agency.reset();
}

void pinyin(Text& text, Random& random, Truth& truth) {
  static const std::vector<std::pair<char32_t, Text>> kReadings{
      {U'项', U"xiàng"}, {U'计', U"jì"}, {U'规', U"guī"}, {U'办', U"bàn"}, {U'结', U"jié"}};
  Text out;
  for (const char32_t c : text) {
    out += c;
    for (const auto& [character, reading] : kReadings) {
      if (c == character && random.chance(40)) out += U"(" + reading + U")";
    }
  }
  text = out;
  truth.agency.reset();
}

}  // namespace

const std::vector<Damage>& damages() {
  // In the order in which they are applied when several meet: rows first, then numbers, blanks,
  // labels, the text around and the characters.
  static const std::vector<Damage> items{
      {"row_missing", "a row of the form is not there", row_missing, nullptr},
      {"rows_swapped", "two rows of a group in the other order", rows_swapped, nullptr},
      {"extra_rows", "local rows and a total of publications", extra_rows, nullptr},
      {"procurement_rows", "four rows of procurement", procurement_in_four_rows, nullptr},
      {"subtotal_column", "a column of subtotals before the total", subtotal_column, nullptr},
      {"units", "units beside the numbers", units, nullptr},
      {"signs", "+3, 减3 for changes", signs, nullptr},
      {"thousands", "1,234", thousands, nullptr},
      {"number_words", "words in a number cell", words_for_numbers, nullptr},
      {"number_notes", "22(其中修订16件)", notes_in_numbers, nullptr},
      {"letter_zero", "O for 0", letters_for_zero, nullptr},
      {"chinese_numerals", "Chinese numerals", chinese_numerals, nullptr},
      {"placeholders", "/ - — 无 for zero", placeholders, nullptr},
      {"blank_zeros", "zeros left blank", zeros_left_blank, nullptr},
      {"blank_numbers", "one to four numbers left blank", numbers_left_blank, nullptr},
      {"blank_rows", "rows of zeros left blank", blank_rows, nullptr},
      {"merged_applicants", "six applicants merged into an empty cell", applicants_merged, nullptr},
      {"fullwidth_digits", "full-width digits", fullwidth_digits, nullptr},
      {"article_names", "第二十条 第(一)项", article_by_another_name, nullptr},
      {"normative_name", "规范性文件 for 行政规范性文件 or the reverse",
       normative_by_the_other_name, nullptr},
      {"labels_misread", "总记", labels_misread, nullptr},
      {"labels_cut", "labels cut short", labels_cut, nullptr},
      {"labels_annotated", "notes inside labels", labels_annotated, nullptr},
      {"labels_doubled", "the label twice in two cells", labels_doubled, nullptr},
      {"labels_split", "one label in two cells", labels_in_two_cells, nullptr},
      {"row_codes", "numbered rows", row_codes, nullptr},
      {"inner_spaces", "总 计", inner_spaces, nullptr},
      {"labels_broken", "labels broken over lines", labels_broken, nullptr},
      {"number_spaces", "spaces of all kinds around cells", spaces_around_numbers, nullptr},
      {"page_marks", "page marks inside tables", page_marks, nullptr},
      {"page_numbers", "bare page numbers inside tables", page_numbers, nullptr},
      {"headings_missing", "a heading is not there", headings_missing, nullptr},
      {"headings_reworded", "headings in other words", headings_reworded, nullptr},
      {"headings_doubled", "headings twice", headings_doubled, nullptr},
      {"table_sentences", "sentences with figures at the tables", sentences_at_tables, nullptr},
      {"site", "menus and footers", site_around, nullptr},
      {"trailing_bars", "hundreds of bars after prose", bars_by_the_hundred, nullptr},
      {"pinyin", "pinyin in brackets", nullptr, pinyin},
      {"traditional", "traditional characters", nullptr, traditional},
      {"radicals", "radical code points for characters", nullptr, radicals},
      {"brackets", "full-width and half-width marks mixed", nullptr, brackets_and_marks},
  };
  return items;
}

const Damage* find_damage(std::string_view name) {
  for (const Damage& damage : damages()) {
    if (damage.name == name) return &damage;
  }
  return nullptr;
}

}  // namespace gouji::property
