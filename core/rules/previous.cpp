// The report against last year's: T3.CARRY, T2.STOCK, T2.ITEMS with last year's figures,
// DOC.SAME_TEXT, DOC.SAME_TABLE, DOC.JUMP; and what was not compared: DOC.PREVIOUS
#include <algorithm>
#include <bit>

#include "rules/other_report.h"
#include "rules/review.h"
#include "rules/sum.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"T3.CARRY", Severity::error, Basis::meaning, "上年报告的「结转下年度」就是本年的「上年结转」"},
    {"T2.STOCK", Severity::warning, Basis::practice,
     "核对惯例：现行有效件数 = 上年现行有效件数 + 本年制发 - 本年废止"},
    {"DOC.SAME_TEXT", Severity::warning, Basis::practice, "核对惯例：正文应写本年的情况"},
    {"DOC.SAME_TABLE", Severity::warning, Basis::practice, "核对惯例：表格应填本年的数"},
    {"DOC.JUMP", Severity::info, Basis::practice, "核对惯例：变化很大的数宜再确认"},
    {"DOC.PREVIOUS", Severity::warning, Basis::honesty, "跨年核对用同一机关上一年度的报告"},
};
constexpr const Rule& carry = family[0];
constexpr const Rule& stock = family[1];
constexpr const Rule& same_text = family[2];
constexpr const Rule& same_table = family[3];
constexpr const Rule& jump = family[4];
constexpr const Rule& other = family[5];

bool printed(const Cell* cell) { return cell != nullptr && cell->value.has_value(); }

// What two numbers differ by, without its sign.
Message difference(const Number& a, const Number& b) {
  const std::optional<Number> out = subtract(a, b);
  if (!out) return {};
  return {"{}", "", {Number{out->units < 0 ? -out->units : out->units, out->decimals}}};
}

// The clauses of a sentence that have one of some words.
template <typename Fits>
bool any_clause(std::u16string_view words, Fits fits) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(u",，;；。"), words.size() - 1) + 1;
    if (fits(words.substr(0, end))) return true;
    words.remove_prefix(end);
  }
  return false;
}

// Whether a sentence on documents or items tells that their number was put in order. What was not
// done, or is still to be done, has changed no number; 调整 is said of many other things as well.
bool tells_of_clean_up(const Review& review, const char16_t* subjects) {
  const std::span<const Sentence> all = review.prose.sentences();
  return std::any_of(all.begin(), all.end(), [&](const Sentence& sentence) {
    const std::u16string_view words = review.prose.words(sentence);
    if (!holds(words, subjects) || holds(words, u"下一步 今后 明年 下年 次年")) return false;
    if (holds(words, u"口径")) return true;
    return any_clause(words, [&](std::u16string_view clause) {
      for (const std::u16string_view done : {u"清理", u"调整"}) {
        const std::size_t at = clause.find(done);
        if (at == std::u16string_view::npos) continue;
        if (holds(clause.substr(0, at), u"未 没有 无需 不再")) continue;
        if (done == u"清理" || holds(clause, subjects)) return true;
      }
      return false;
    });
  });
}

// 「青石县」 and 「青石县人民政府」 may be one agency's names, and so may 「民政局」 and
// 「青石县民政局」; 「青石县」 and 「青石县民政局」 are two's. Nothing is known of a name that is
// not there.
bool may_be_one(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.empty() || a.ends_with(b)) return true;
  if (!a.starts_with(b)) return false;
  a.remove_prefix(b.size());
  constexpr std::string_view endings[] = {"人民政府",       "政府",       "办公室",
                                          "人民政府办公室", "政府办公室", "办事处"};
  return std::find(std::begin(endings), std::end(endings), a) != std::end(endings);
}

// What keeps the report that was given from being last year's, or part of it from being compared.
class Usable {
 public:
  Usable(Review& review, const Answer& last) : review_(review), last_(last) {}

  // Tells it, and whether anything can be compared.
  bool tell() {
    const std::optional<int>& now = review_.answer.year;
    const std::optional<int>& then = last_.year;
    if (last_.verdict == Verdict::unreadable) {
      add("无法读取（{}）", "cannot be read", {last_.reason});
    } else if (last_.verdict == Verdict::unknown_form) {
      add("不是可核对的年度报告，或是 2019 年以前的表式",
          "is no annual report that can be checked, or is from before 2019");
    } else if (now && then && *then + 1 != *now) {
      // Figures of two other years need not follow from each other.
      if (*now == *then) {
        add("与本报告同是 {} 年度的", "is of {}, as this one is", {*now});
      } else {
        add("是 {} 年度的，本报告是 {} 年度的", "is of {}, this one of {}", {*then, *now});
      }
    }
    if (!text_.empty()) {
      report("，没有作跨年核对", "; nothing was compared").severity = Severity::warning;
      return false;
    }
    if (!may_be_one(review_.answer.agency, last_.agency)) {
      add("是「{}」的，本报告是「{}」的，请确认是同一机关",
          "is {}'s, this one {}'s: please confirm that they are one agency",
          {last_.agency, review_.answer.agency});
    }
    if (!then || !now) {
      add(then  ? "是 {} 年度的，本报告的年度没有读到，请确认是上一年度"
          : now ? "没有读到年度，请确认是上一年度的"
                : "和本报告都没有读到年度，请确认是上一年度的",
          "may be of another year than the one before: a year could not be read",
          {then.value_or(0)});
    }
    Message lost;
    for (const Table& table : last_.tables) {
      if (table.status != TableStatus::lost && table.status != TableStatus::absent) continue;
      lost.add_next("、", "{}", "{}", {table.id});
    }
    if (!lost.empty()) add("没有读到{}，其中的数没有核对", "lacks {}, not compared", {lost});
    if (!text_.empty()) report("", "").severity = Severity::info;
    return true;
  }

 private:
  void add(const char* text, const char* english, Figures figures = {}) {
    text_.add_next("；", text, english, figures);
  }

  Finding& report(const char* end, const char* end_en) {
    const std::string file = last_.file.empty() ? std::string() : "「" + last_.file + "」";
    return gouji::report(review_, other, "所给上年报告{0}{1}{2}",
                         "The report given as last year's {1}{2}",
                         {file, text_, Message(end, end_en)});
  }

  Review& review_;
  const Answer& last_;
  Message text_;
};

class Checker {
 public:
  explicit Checker(Review& review) : review_(review), last_(*review.options.previous) {}

  void run() {
    carried();
    for (const char* row : {"rules", "normative"}) stocks(row);
    for (const char* row : {"art20_5.licensing", "art20_5.services", "art20_6.penalty",
                            "art20_6.coercion", "art20_8.fees"}) {
      items(row);
    }
    text();
    tables();
    jumps();
  }

 private:
  void carried() {
    const std::span<const Cell> cells = review_.cells(TableId::requests);
    const std::span<const FormCell> facts = review_.form_cells(TableId::requests);
    constexpr std::string_view in = "requests.carried_in.";
    Message places;
    bool total = false;
    bool sure = true;
    std::vector<const Cell*> differing;
    for (std::size_t i = 0; i < cells.size() && i < facts.size(); ++i) {
      const Cell& cell = cells[i];
      if (!cell.id.starts_with(in)) continue;
      const std::string_view column = cell.id.substr(in.size());
      const Cell* const before = cell_of(last_, "requests.carried_out." + std::string(column));
      if (before == nullptr) continue;
      const std::optional<Number> now = value_of(cell);
      const std::optional<Number> then = value_of(*before);
      if (!now || !then || *now == *then) continue;
      differing.push_back(&cell);
      if (column == "total") total = true;
      sure = sure && printed(&cell) && printed(before);
      places.add_next(
          "；", "「{0}」上年报告结转下年度 {1}，本年上年结转 {2}，相差 {3}",
          "{4}: last year carried out {5}, this year carried in {6}",
          {column_of(facts[i]), *before, cell, difference(*now, *then), column, *then, *now});
    }
    if (differing.empty()) return;
    Finding& finding = report(review_, carry, "表三与上年报告的结转数不等：{}",
                              "Table 3, carried in differs from last year's report: {}", {places});
    if (!total || !sure) finding.severity = Severity::warning;
    for (const Cell* cell : differing) point_to(finding, *cell);
  }

  void stocks(const std::string& row) {
    const std::string key = "disclosure.art20_1." + row + ".";
    const Cell* const now = review_.cell(key + "in_force");
    const Cell* const then = cell_of(last_, key + "in_force");
    if (!printed(now) || !printed(then)) return;
    const std::optional<Number> issued = review_.value(key + "issued");
    const std::optional<Number> repealed = review_.value(key + "repealed");
    if (!issued || !repealed) return;
    const std::optional<Number> sum = add(*then->value, *issued);
    const std::optional<Number> due = sum ? subtract(*sum, *repealed) : std::nullopt;
    if (!due || *due == *now->value) return;
    const bool clean_up = tells_of_clean_up(review_, u"文件 规章");
    Finding& finding = report(
        review_, stock,
        "表二「{0}」：上年现行有效 {1} + 本年制发 {2} - 本年废止 {3} = {4}，现行有效写 {5}，相差 "
        "{6}；{7}",
        "Table 2, {0}: last year's {1} in force + {8} issued - {9} repealed = {4}, in force "
        "says {5}",
        {row == "rules" ? Message("规章", "rules") : Message("行政规范性文件", "normative"),
         *then->value, *review_.cell(key + "issued"), *review_.cell(key + "repealed"), *due,
         *now->value, difference(*due, *now->value),
         clean_up ? "文中提到清理或调整，可能由此而来，请确认"
                  : "如因清理、调整或口径变化，宜在文中说明",
         *issued, *repealed});
    if (clean_up) finding.severity = Severity::info;
    for (const char* column : {"issued", "repealed", "in_force"}) {
      point_to(finding, *review_.cell(key + column));
    }
  }

  // What last year's report began with and how that changed is what this year's begins with.
  void items(std::string_view row) {
    const Rule* const rule = find_rule("T2.ITEMS");
    const std::string key = "disclosure." + std::string(row) + ".";
    const Cell* const now = review_.cell(key + "previous");
    const Cell* const then = cell_of(last_, key + "previous");
    const Cell* const change = cell_of(last_, key + "change");
    if (rule == nullptr || !printed(now) || !printed(then) || change == nullptr) return;
    const std::optional<Number> changed = value_of(*change);
    const std::optional<Number> due = changed ? add(*then->value, *changed) : std::nullopt;
    if (!due || *due == *now->value) return;
    const std::span<const FormCell> facts = review_.form_cells(TableId::disclosure);
    const std::size_t at =
        static_cast<std::size_t>(now - review_.cells(TableId::disclosure).data());
    Finding& finding = report(
        review_, *rule,
        "表二「{0}」：上年报告的上一年项目数量 {1}，本年增/减 {2}，年末应为 "
        "{3}；本年报告的上一年项目"
        "数量写 {4}，相差 {5}",
        "Table 2, {6}: last year's report has {1} items and a change of {7}, which makes {3}; "
        "this one begins with {4}",
        {row_of(facts[at]), *then->value, *change, *due, *now->value, difference(*due, *now->value),
         row, *changed});
    finding.basis_text = "上年报告的上一年项目数量加本年增/减，就是本年报告的上一年项目数量";
    if (!printed(change) || tells_of_clean_up(review_, u"事项 项目 许可 处罚 强制 收费")) {
      finding.severity = Severity::warning;
    }
    point_to(finding, *now);
  }

  void text();
  void tables();
  void jumps();

  Review& review_;
  const Answer& last_;
};

// Stretches of so many characters are looked for; shorter ones recur in any two reports.
constexpr std::size_t stretch = 10;

// The letters of a report's sentences; digits, signs and spaces may differ.
std::u16string letters_of(const Prose& prose) {
  std::u16string out;
  for (const Sentence& sentence : prose.sentences()) {
    for (const char16_t c : prose.words(sentence)) {
      if (is_han(c) || is_latin(c)) out += c;
    }
  }
  return out;
}

// For each place the stretch that begins there, as a number; equal stretches have equal numbers,
// and others have not, but by a chance that is no chance.
std::vector<std::uint64_t> stretches_of(std::u16string_view letters) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15U;
  std::uint64_t leaving = 1;
  for (std::size_t i = 0; i < stretch; ++i) leaving *= factor;
  std::vector<std::uint64_t> out;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    hash = hash * factor + letters[i];
    if (i >= stretch) hash -= leaving * letters[i - stretch];
    if (i + 1 >= stretch) out.push_back(hash);
  }
  return out;
}

// Open addressing, so that time grows with the text and no faster.
class Numbers {
 public:
  explicit Numbers(const std::vector<std::uint64_t>& all)
      : slots_(std::bit_ceil(all.size() * 2 + 1)) {
    for (const std::uint64_t number : all) slots_[slot(number)] = number;
  }
  [[nodiscard]] bool holds(std::uint64_t number) const { return slots_[slot(number)] == number; }

 private:
  // Where a number stands, or would; 0 stands for none.
  [[nodiscard]] std::size_t slot(std::uint64_t number) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = (number ^ (number >> 29U)) & mask;
    while (slots_[at] != 0 && slots_[at] != number) at = (at + 1) & mask;
    return at;
  }

  std::vector<std::uint64_t> slots_;
};

// How many of the letters of `last` stand in stretches that `now` has, too.
std::size_t again(std::u16string_view last, std::u16string_view now) {
  const Numbers known(stretches_of(now));
  const std::vector<std::uint64_t> asked = stretches_of(last);
  std::size_t count = 0;
  std::size_t counted_to = 0;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (!known.holds(asked[i])) continue;
    count += i + stretch - std::max(i, counted_to);
    counted_to = i + stretch;
  }
  return count;
}

void Checker::text() {
  if (review_.options.previous_text.empty()) return;
  // A few sentences are the same in most reports.
  constexpr std::size_t least = 200;
  const std::u16string now = letters_of(review_.prose);
  if (now.size() < least) return;
  const Document document = read_document(review_.options.previous_text);
  const Gapless gapless(document);
  const Reconstruction tables = reconstruct(document, nullptr);
  const std::u16string then = letters_of(Prose(gapless, tables));
  if (then.size() < least) return;
  const std::size_t same = again(then, now);
  if (same * 10 < then.size() * 9) return;
  Finding& finding = report(
      review_, same_text,
      "上年报告的正文（不计表格、数字和标点，共 {} 字）有 {}% 在本年报告里一字不差地再次出现；"
      "请确认写的是本年的情况",
      "Of the {} characters of last year's prose, {}% stand word for word in this report",
      {then.size(), same * 100 / then.size()});
  for (const Sentence& sentence : review_.prose.sentences()) {
    if (sentence.part == 0) continue;
    finding.spans.push_back(review_.prose.span(sentence.place));
    break;
  }
}

void Checker::tables() {
  bool any = false;
  std::size_t count = 0;
  for (const TableId id : all_tables) {
    const std::span<const Cell> now = review_.cells(id);
    const std::span<const Cell> then = cells_of(last_, id);
    if (now.empty() || now.size() != then.size()) return;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const std::optional<Number> a = value_of(now[i]);
      const std::optional<Number> b = value_of(then[i]);
      if (now[i].id != then[i].id || !a || !b || *a != *b) return;
      // What is in force, or was there a year before, may well be the same for years.
      const bool lasting = now[i].id.ends_with(".in_force") || now[i].id.ends_with(".previous");
      any = any || (a->units != 0 && !lasting);
      ++count;
    }
  }
  if (!any) return;
  Finding& finding =
      report(review_, same_table, "三张表共 {} 格，与上年报告每一格都相同；请确认填的是本年的数",
             "All {} cells of the three tables equal last year's", {count});
  for (const Table& table : review_.answer.tables) {
    if (table.span) finding.spans.push_back(*table.span);
  }
}

void Checker::jumps() {
  constexpr double times = 5;
  constexpr double least = 30;  // a smaller difference is everyday
  const auto plain = [](const Number& number) {
    auto out = static_cast<double>(number.units);
    for (int i = 0; i < number.decimals; ++i) out /= 10;
    return out;
  };
  Message places;
  std::vector<const Cell*> jumped;
  for (const TableId id : all_tables) {
    const std::span<const Cell> cells = review_.cells(id);
    const std::span<const FormCell> facts = review_.form_cells(id);
    for (std::size_t i = 0; i < cells.size() && i < facts.size(); ++i) {
      const Cell& cell = cells[i];
      const bool total = id == TableId::requests ? cell.id == "requests.new.total" ||
                                                       cell.id == "requests.handled.total"
                         : id == TableId::disputes ? cell.id.ends_with(".total")
                                                   : facts[i].kind != CellKind::change;
      const Cell* const before = total ? cell_of(last_, cell.id) : nullptr;
      if (!printed(&cell) || !printed(before)) continue;
      const double now = plain(*cell.value);
      const double then = plain(*before->value);
      const double more = std::max(now, then);
      const double less = std::min(now, then);
      if (less < 0 || more - less < least || more < times * less) continue;
      jumped.push_back(&cell);
      places.add_next("；", "{0}「{1}」上年 {2}，本年 {3}", "{4}: {2}, now {3}",
                      {id, facts[i].label, *before->value, *cell.value, cell.id});
    }
  }
  if (jumped.empty()) return;
  Finding& finding = report(review_, jump, "与上年相比变化很大，请确认没有错位或多写一位：{}",
                            "A large change from last year, please confirm: {}", {places});
  for (const Cell* cell : jumped) point_to(finding, *cell);
}

}  // namespace

std::span<const Rule> previous_rules() { return family; }

void check_previous(Review& review) {
  const Answer* const last = review.options.previous;
  if (last == nullptr || !Usable(review, *last).tell()) return;
  Checker(review).run();
}

}  // namespace gouji
