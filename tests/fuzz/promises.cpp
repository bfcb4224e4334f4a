#include "promises.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include <rapidjson/document.h>

#include <gouji/check.h>

#include "forms/form.h"
#include "tables/number.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace gouji::fuzz {

void require(bool kept, std::string_view promise, std::string_view where) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %.*s%s%.*s\n", static_cast<int>(promise.size()),
               promise.data(), where.empty() ? "" : ": ", static_cast<int>(where.size()),
               where.data());
  std::abort();
}

namespace {

bool is_line_end(char16_t c) { return c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029; }

// What a report is read from; none of it may be left out on the way.
bool is_content(char16_t c) { return (c > u' ' && c < 0x7F) || is_han(c); }

// The length of the well-formed UTF-8 character at `at` (Unicode's table 3-7), or 0.
std::size_t utf8_length(std::span<const unsigned char> bytes, std::size_t at) {
  const unsigned lead = bytes[at];
  if (lead < 0x80) return 1;
  const std::size_t length = lead < 0xC2   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || bytes.size() - at < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((bytes[at + i] & 0xC0U) != 0x80) return 0;
  }
  const unsigned second = bytes[at + 1];
  const bool odd = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return odd ? 0 : length;
}

bool is_utf8(std::string_view text) {
  const std::span bytes(reinterpret_cast<const unsigned char*>(text.data()), text.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

// 「2 608」 is one number in a row that is whole with it, and in such a row only.
std::u16string without_gaps(std::u16string text) {
  const auto is_part = [&](std::size_t at) {
    return text.size() >= at + 3 && is_digit(text[at]) && is_digit(text[at + 1]) &&
           is_digit(text[at + 2]) && (text.size() == at + 3 || !is_digit(text[at + 3]));
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    std::size_t next = i;
    while (next < text.size() && is_space(text[next])) ++next;
    if (next > i && is_digit(text[i - 1]) && is_part(next)) text.erase(i, next - i);
  }
  return text;
}

// The sums may tell that a number goes on below the line's end.
void join_lines(std::u16string& text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const std::size_t end = text[i] == u'\r' && text[i + 1] == u'\n' ? i + 2 : i + 1;
    if ((text[i] != u'\n' && text[i] != u'\r') || end >= text.size()) continue;
    if (is_digit(text[i - 1]) && is_digit(text[end])) text.erase(i, end - i);
  }
}

// A printed number times 10^9, in which every sum of a table is exact.
using Exact = __int128;
Exact exact(const Number& number) {
  Exact out = number.units;
  for (int i = number.decimals; i < 9; ++i) out *= 10;
  return out;
}

class Promises {
 public:
  Promises(std::u16string_view source, const Answer& answer) : source_(source), answer_(answer) {
    by_id_.reserve(answer.cells.size());
    for (const Cell& cell : answer.cells) {
      require(by_id_.emplace(cell.id, &cell).second, "a cell has one answer", cell.id);
    }
  }

  void run() {
    known_ = answer_.verdict != Verdict::unknown_form && answer_.verdict != Verdict::unreadable;
    particulars();
    cells();
    tables();
    places();
    equations();
    findings();
  }

 private:
  void inside(const Span& span, std::string_view where) const {
    require(span.begin <= span.end, "a span begins before it ends", where);
    require(span.end <= source_.size(), "a span is inside the text", where);
  }

  [[nodiscard]] const Cell* find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  void particulars() const {
    require((answer_.verdict == Verdict::unreadable) == !answer_.reason.empty(),
            "what is unreadable has a reason, and nothing else");
    require(is_utf8(answer_.title) && is_utf8(answer_.agency), "title and agency are UTF-8");
    require(!answer_.year || (*answer_.year >= 2000 && *answer_.year < 2100), "a year of our time");
    int last = 0;
    for (const Section& section : answer_.sections) {
      require(section.number > last && section.number <= 6, "sections by number, each once");
      last = section.number;
      inside(section.span, "section");
      require(!section.span.empty() && is_utf8(section.title), "a section stands somewhere");
    }
  }

  void cells() const {
    for (const Cell& cell : answer_.cells) {
      require(cell.value.has_value() == (cell.state == CellState::printed),
              "printed cells have a value, and no others", cell.id);
      require(!cell.inferred || (cell.state != CellState::printed && *cell.inferred >= 0),
              "inferred is a count, of a cell that is not printed", cell.id);
      require(cell.candidates.empty() == (cell.state != CellState::ambiguous),
              "ambiguous cells have candidates, and no others", cell.id);
      require(cell.span.has_value() == (cell.state != CellState::missing),
              "a cell stands somewhere unless it is missing", cell.id);
      require(is_utf8(cell.text) && is_utf8(cell.unit), "text and unit are UTF-8", cell.id);
      if (!cell.span) continue;
      inside(*cell.span, cell.id);
      if (cell.state == CellState::blank || cell.state == CellState::ambiguous) continue;
      const std::u16string_view there =
          source_.substr(cell.span->begin, cell.span->end - cell.span->begin);
      require(!there.empty() && to_utf8(there) == cell.text, "the span slices to the cell's text",
              cell.id);
      if (cell.state != CellState::printed) continue;
      std::u16string read = without_gaps(fold(normalize(there).text));
      if (cell.placed_by_equation) join_lines(read);
      const Value value = read_value(read);
      require(value.kind == ValueKind::number && value.number == *cell.value,
              "the cell's text, read on its own, is its value", cell.id);
    }
  }

  void tables() const {
    require(answer_.tables.size() == 3, "three tables");
    std::size_t at = 0;  // the next cell
    for (std::size_t i = 0; i < 3; ++i) {
      const Table& table = answer_.tables[i];
      require(table.id == static_cast<TableId>(i), "the tables are in the form's order");
      const std::string_view where = name(table.id);
      if (table.span) inside(*table.span, where);
      if (!known_) require(table.status == TableStatus::absent, "no table without a form", where);
      const Form* const form = find_form(table.form);
      require((form != nullptr) == !table.form.empty(), "the form is one of ours", where);
      std::size_t missing = 0;
      std::size_t ambiguous = 0;
      std::size_t count = 0;
      if (form != nullptr) {
        count = form->cells_of(table.id).size();
        for (const FormCell& cell : form->cells_of(table.id)) {
          require(at < answer_.cells.size() && answer_.cells[at].id == cell.id,
                  "the cells are exactly those of the form, in its order", cell.id);
          const Cell& there = answer_.cells[at++];
          missing += there.state == CellState::missing ? 1 : 0;
          ambiguous += there.state == CellState::ambiguous ? 1 : 0;
          if (there.span && table.span) {
            require(there.span->begin >= table.span->begin && there.span->end <= table.span->end,
                    "a cell stands in its table", cell.id);
          }
        }
      }
      switch (table.status) {
        case TableStatus::complete:
          require(count > 0 && missing == 0, "a complete table has all cells", where);
          break;
        case TableStatus::partial:
          require(missing > 0 || ambiguous == count, "a partial table lacks cells", where);
          break;
        case TableStatus::lost:
        case TableStatus::absent:
          require(missing == count, "a table that is not there has no cells", where);
          break;
      }
    }
    require(at == answer_.cells.size(), "no cells but the forms'");
  }

  // A number is printed for one cell: no other cell may be made of the same place.
  void places() const {
    std::vector<const Cell*> printed;
    for (const Cell& cell : answer_.cells) {
      if (cell.state == CellState::printed) printed.push_back(&cell);
    }
    std::sort(printed.begin(), printed.end(),
              [](const Cell* a, const Cell* b) { return a->span->begin < b->span->begin; });
    for (std::size_t i = 1; i < printed.size(); ++i) {
      require(printed[i - 1]->span->end <= printed[i]->span->begin, "a place is one cell's",
              printed[i]->id);
    }
  }

  struct Side {
    Exact sum = 0;
    bool blanks = false;
    bool readable = true;
    bool known = true;  // every cell is printed or inferred
    bool inferred = false;
    Exact filled = 0;  // the sum with what is inferred
  };

  Side add_up(const Form& form, const std::vector<std::uint16_t>& indices) const {
    Side out;
    for (const std::uint16_t index : indices) {
      const Cell* const cell = find(form.cells[index].id);
      require(cell != nullptr, "an equation's cells are in the answer", form.cells[index].id);
      if (cell->value) {
        out.sum += exact(*cell->value);
        out.filled += exact(*cell->value);
        continue;
      }
      const bool blank = cell->state == CellState::blank || cell->state == CellState::placeholder;
      out.blanks = out.blanks || blank;
      out.readable = out.readable && blank;
      out.known = out.known && cell->inferred;
      out.inferred = out.inferred || cell->inferred;
      if (cell->inferred) out.filled += exact({*cell->inferred, 0});
    }
    return out;
  }

  void equations() const {
    std::size_t at = 0;
    for (const TableId id : {TableId::requests, TableId::disputes}) {
      const Form* const form = find_form(answer_.tables[static_cast<std::size_t>(id)].form);
      if (form == nullptr) continue;
      for (const FormEquation& equation : form->equations) {
        if (form->cells[equation.left.front()].table != id) continue;
        require(at < answer_.equations.size() && answer_.equations[at].id == equation.id,
                "the equations are exactly those of the form", equation.id);
        this->equation(*form, equation, answer_.equations[at++]);
      }
    }
    require(at == answer_.equations.size(), "no equations but the forms'");
  }

  void equation(const Form& form, const FormEquation& facts, const Equation& equation) const {
    const Side left = add_up(form, facts.left);
    const Side right = add_up(form, facts.right);
    require(equation.rule == facts.rule, "an equation has its rule", facts.id);
    require(equation.cells.size() == facts.left.size() + facts.right.size(),
            "an equation names its cells", facts.id);
    if (left.known && right.known && (left.inferred || right.inferred)) {
      require(left.filled == right.filled, "what is inferred reconciles", facts.id);
    }
    const bool checked = equation.status != EquationStatus::not_checked;
    require(equation.left.has_value() == checked && equation.right.has_value() == checked,
            "both sides of what is checked, and of nothing else", facts.id);
    require(!checked || (left.readable && right.readable), "all cells of it can be read", facts.id);
    // 15 digits behind as many decimals as there may be do not fit.
    constexpr Exact most = Exact{1'000'000'000'000'000} * 1'000'000'000;
    const bool fits = left.sum < most && left.sum > -most && right.sum < most && right.sum > -most;
    const bool whole = left.sum % 1'000'000'000 == 0 && right.sum % 1'000'000'000 == 0;
    if (!checked) {
      require(!left.readable || !right.readable || !fits || !whole, "what can be checked is",
              facts.id);
      return;
    }
    require(exact(*equation.left) == left.sum && exact(*equation.right) == right.sum,
            "the sides are the sums of the cells", facts.id);
    const bool blanks = left.blanks || right.blanks;
    const bool lesser_has_blank = left.sum < right.sum ? left.blanks : right.blanks;
    EquationStatus status = EquationStatus::fail;
    if (left.sum == right.sum) {
      status = blanks ? EquationStatus::pass_blank_zero : EquationStatus::pass;
    } else if (lesser_has_blank && (left.sum - right.sum) % 1'000'000'000 == 0) {
      status = EquationStatus::implied;
    }
    require(equation.status == status, "the status is what the sums say", facts.id);
  }

  void findings() const {
    Severity last = Severity::error;
    bool error = false;
    std::set<std::string_view> failed;
    for (const Finding& finding : answer_.findings) {
      require(finding.severity >= last, "findings are in order of severity", finding.rule);
      last = finding.severity;
      error = error || finding.severity == Severity::error;
      require(!finding.rule.empty() && !finding.message.empty() && !finding.message_en.empty(),
              "a finding says something", finding.rule);
      require(is_utf8(finding.message) && is_utf8(finding.message_en), "messages are UTF-8",
              finding.rule);
      for (const Span& span : finding.spans) inside(span, finding.rule);
      for (const std::string_view id : finding.cells) {
        require(find(id) != nullptr, "a finding's cells are in the answer", id);
      }
      if (!finding.equation.empty()) failed.insert(finding.equation);
    }
    for (const Equation& equation : answer_.equations) {
      require(equation.status != EquationStatus::fail || failed.contains(equation.id),
              "an equation that fails is found", equation.id);
      failed.erase(equation.id);
    }
    require(failed.empty(), "findings are of equations that there are");
    require((answer_.verdict == Verdict::inconsistent) == error, "inconsistent is to have errors");
  }

  std::u16string_view source_;
  const Answer& answer_;
  std::unordered_map<std::string_view, const Cell*> by_id_;
  bool known_ = false;
};

}  // namespace

void keep_promises(std::u16string_view source, const Normalized& normalized) {
  const std::size_t size = normalized.text.size();
  require(normalized.begin.size() == size && normalized.end.size() == size,
          "every normalized unit has a place");
  std::size_t behind = 0;  // the end of the place before
  const auto left_out = [&](std::size_t to) {
    for (std::size_t i = behind; i < to; ++i) {
      require(!is_content(source[i]), "normalization leaves no content out");
    }
  };
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t begin = normalized.begin[i];
    const std::size_t end = normalized.end[i];
    require(begin < end && end <= source.size(), "a normalized unit's place is in the source");
    const bool same = i > 0 && begin == normalized.begin[i - 1] && end == normalized.end[i - 1];
    require(same || begin >= behind, "normalized units are in the source's order");
    left_out(begin);
    behind = std::max(behind, end);
    const Span one = normalized.original(i, i + 1);
    require(one.begin == begin && one.end == end, "a unit's place is its own");
    const Span none = normalized.original(i, i);
    require(none.begin == none.end && none.end <= source.size(), "an empty place is in the source");
  }
  left_out(source.size());
  const Span all = normalized.original(0, size);
  require(all.begin <= all.end && all.end <= source.size(), "the whole is in the source");
}

void keep_promises(std::u16string_view text, const Layout& layout) {
  std::size_t behind = 0;
  std::size_t next = 0;  // piece
  for (std::size_t l = 0; l < layout.lines.size(); ++l) {
    const Line& line = layout.lines[l];
    require(line.begin >= behind && line.begin <= line.end && line.end <= text.size(),
            "lines are in order and inside the text");
    require(line.first_piece == next && line.pieces <= layout.pieces.size() - next,
            "a line has its own pieces");
    require(line.merged <= line.columns, "merged places are columns");
    std::size_t piece_behind = line.begin;
    int column = -1;
    for (; next < std::size_t{line.first_piece} + line.pieces; ++next) {
      const Piece& piece = layout.pieces[next];
      require(piece.line == l, "a piece knows its line");
      require(piece.begin >= piece_behind && piece.begin <= piece.end && piece.end <= line.end,
              "pieces are in order and inside their line");
      require(piece.column > column || piece.column == 0xFFFF, "each piece has a column");
      require(piece.column <= line.columns, "a piece's column is one of its line's");
      piece_behind = piece.end;
      column = piece.column;
      const std::u16string_view there = text.substr(piece.begin, piece.end - piece.begin);
      const bool quoted = piece.begin > 0 && text[piece.begin - 1U] == u'"';
      if (there.empty() || quoted) continue;
      require(!is_space(there.front()) && !is_space(there.back()), "pieces have no spaces around");
      require(std::none_of(there.begin(), there.end(), is_line_end), "pieces are parts of lines");
    }
    behind = line.end;
  }
  require(next == layout.pieces.size(), "no pieces but the lines'");
}

void keep_promises(std::u16string_view source, const Answer& answer) {
  Promises(source, answer).run();
}

void keep_promises(const Answer& answer, const std::string& json) {
  require(json.find('\n') == std::string::npos, "JSON is one line");
  rapidjson::Document document;
  document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag>(
      json.data(), json.size());
  require(!document.HasParseError() && document.IsObject(), "JSON is JSON, and UTF-8");
  require(std::string_view(document["schema"].GetString()) == "gouji/1", "JSON names its schema");
  require(document["verdict"].GetString() == name(answer.verdict), "JSON has the verdict");
  const auto cells = document["cells"].GetArray();
  require(cells.Size() == answer.cells.size(), "JSON has the cells");
  for (rapidjson::SizeType i = 0; i < cells.Size(); ++i) {
    const Cell& cell = answer.cells[i];
    const auto& value = cells[i]["value"];
    require(cells[i]["id"].GetString() == cell.id, "JSON has the cell", cell.id);
    require(value.IsNull() == !cell.value &&
                (!cell.value || value.GetString() == to_string(*cell.value)),
            "JSON has the cell's value", cell.id);
  }
  require(document["findings"].GetArray().Size() == answer.findings.size() &&
              document["equations"].GetArray().Size() == answer.equations.size(),
          "JSON has findings and equations");
}

void check_text(std::u16string_view source) {
  const Answer answer = check(source);
  keep_promises(source, answer);
  const std::string json = to_json(answer);
  keep_promises(answer, json);
  require(is_utf8(to_text(answer, source)), "the words are UTF-8");
  // Half of the time for what breaks rarely would be too much.
  if (source.size() % 4 == 0) {
    require(to_json(check(source)) == json, "the same text gives the same answer");
  }
}

std::u16string text_of(std::span<const unsigned char> bytes) {
  std::u16string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    // As UTF-8, but three bytes may also be a surrogate.
    const bool surrogate = bytes.size() - at >= 3 && bytes[at] == 0xED && bytes[at + 1] >= 0xA0 &&
                           bytes[at + 1] < 0xC0 && (bytes[at + 2] & 0xC0U) == 0x80;
    const std::size_t length = surrogate ? 3 : utf8_length(bytes, at);
    if (length < 2) {
      out.push_back(bytes[at++]);
      continue;
    }
    char32_t c = bytes[at] & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) c = (c << 6U) | (bytes[at + i] & 0x3FU);
    at += length;
    if (c < 0x10000) {
      out.push_back(static_cast<char16_t>(c));
    } else {
      out.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10U)));
      out.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FFU)));
    }
  }
  return out;
}

}  // namespace gouji::fuzz
