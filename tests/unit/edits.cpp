// Options::edits: tables that are checked with other texts in some cells, and what of the answer
// stays the report's own. RollUp: the figures of the roll-up in the answer.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <gouji/check.h>

#include "support.h"

namespace gouji {
namespace {

using test::find_cell;
using test::find_equation;
using test::form_of;
using test::Report;
using test::utf16;
using test::utf8;

using Edits = std::vector<Edit>;

Answer edited(std::u16string_view text, const Edits& edits) {
  Options options;
  options.edits = edits;
  return check(text, options);
}

Report reconciled(std::uint64_t seed = 5, std::string_view form = "2021") {
  test::Random random(seed);
  return {form_of(form), test::reconciled(form_of(form), random)};
}

constexpr std::string_view granted = "requests.granted.natural";

// All that the tables' figures have a say in, without places.
std::string judged(const Answer& answer) {
  std::string out(name(answer.verdict));
  for (const Table& table : answer.tables) out.append(" ").append(name(table.status));
  for (const Cell& cell : answer.cells) {
    out.append("\n").append(cell.id).append(" ").append(name(cell.state)).append(" ");
    out += cell.text + '|' + cell.unit + '|' + (cell.value ? to_string(*cell.value) : "") + '|' +
           (cell.inferred ? std::to_string(*cell.inferred) : "");
  }
  for (const Equation& equation : answer.equations) {
    out.append("\n").append(equation.id).append(" ").append(name(equation.status));
    if (equation.left) out += ' ' + to_string(*equation.left);
    if (equation.right) out += ' ' + to_string(*equation.right);
  }
  for (const Finding& finding : answer.findings) {
    out.append("\n").append(finding.rule).append(" ").append(name(finding.severity));
    out += ' ' + finding.message + ' ' + finding.message_en;
    for (const std::string_view cell : finding.cells) out.append(" ").append(cell);
  }
  for (const Repair& repair : answer.repairs) {
    out += repair.proved ? "\nproved" : "\nnot proved";
    for (const std::string_view equation : repair.equations) out.append(" ").append(equation);
    for (const Alternative& alternative : repair.alternatives) {
      out.append("\n  ").append(name(alternative.kind));
      for (const Change& change : alternative.changes) {
        out.append(" ").append(change.cell).append("=") += to_string(change.to);
        if (change.from) out += '<' + to_string(*change.from);
      }
    }
  }
  return out;
}

// Every place, in the order of the answer.
std::vector<Span> places(const Answer& answer) {
  std::vector<Span> out;
  for (const Section& section : answer.sections) out.push_back(section.span);
  for (const Table& table : answer.tables) out.push_back(table.span.value_or(Span{}));
  for (const Cell& cell : answer.cells) out.push_back(cell.span.value_or(Span{}));
  return out;
}

TEST(Edits, ATextIsReadAsACellOfTheReportIs) {
  struct Case {
    std::u16string_view text;
    CellState state;
    std::optional<Number> value;
    std::string_view unit;
  };
  const Case cases[] = {
      {u"12", CellState::printed, Number{12, 0}, ""},
      {u" 12 ", CellState::printed, Number{12, 0}, ""},
      {u"1,234", CellState::printed, Number{1234, 0}, ""},
      {u"1，234", CellState::printed, Number{1234, 0}, ""},
      {u"１２３４", CellState::printed, Number{1234, 0}, ""},
      {u"+3", CellState::printed, Number{3, 0}, ""},
      {u"-3", CellState::printed, Number{-3, 0}, ""},
      {u"减3", CellState::printed, Number{-3, 0}, ""},
      {u"減3", CellState::printed, Number{-3, 0}, ""},
      {u"0.37", CellState::printed, Number{37, 2}, ""},
      {u"12件", CellState::printed, Number{12, 0}, "件"},
      {u"", CellState::blank, {}, ""},
      {u"  　", CellState::blank, {}, ""},
      {u"/", CellState::placeholder, {}, ""},
      {u"—", CellState::placeholder, {}, ""},
      {u"无", CellState::placeholder, {}, ""},
      {u"見附件", CellState::unreadable, {}, ""},
      {u"1 2", CellState::unreadable, {}, ""},
  };
  const Report report = reconciled();
  const std::u16string text = report.text();
  const Answer before = check(text);
  for (const Case& one : cases) {
    const Answer answer = edited(text, {{granted, one.text}});
    const Cell* cell = find_cell(answer, granted);
    const Cell* was = find_cell(before, granted);
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(cell->state, one.state) << utf8(one.text);
    EXPECT_EQ(cell->value, one.value) << utf8(one.text);
    EXPECT_EQ(cell->unit, one.unit) << utf8(one.text);
    EXPECT_EQ(cell->text, utf8(one.text));
    EXPECT_EQ(cell->span, was->span) << utf8(one.text);
    ASSERT_TRUE(cell->edited.has_value()) << utf8(one.text);
    EXPECT_EQ(cell->edited->state, CellState::printed);
    EXPECT_EQ(cell->edited->value, was->value);
    EXPECT_EQ(cell->edited->text, was->text);
  }
}

TEST(Edits, WhatEachStateOfThePrintedCellWasIsKept) {
  Report report = reconciled();
  report.shape = test::Shape::tabs;
  struct Case {
    std::u16string_view printed;
    CellState state;
  };
  for (const Case& one : {Case{u"", CellState::blank}, Case{u"/", CellState::placeholder},
                          Case{u"见附件", CellState::unreadable}}) {
    const std::u16string right = report.values[std::string(granted)];
    report.values[std::string(granted)] = one.printed;
    const Answer answer = edited(report.text(), {{granted, right}});
    report.values[std::string(granted)] = right;
    const Cell* cell = find_cell(answer, granted);
    ASSERT_NE(cell, nullptr);
    ASSERT_TRUE(cell->edited.has_value());
    EXPECT_EQ(cell->edited->state, one.state);
    EXPECT_EQ(cell->edited->value, std::nullopt);
    EXPECT_EQ(cell->edited->text, utf8(one.printed));
    EXPECT_EQ(cell->value, check(report.text()).cells[cell - answer.cells.data()].value);
    EXPECT_EQ(cell->inferred, std::nullopt);
  }
}

TEST(Edits, OnlyTheCellsThatWereGivenATextAreEdited) {
  const Report report = reconciled();
  const Answer answer = edited(report.text(), {{granted, u"3"}, {"disputes.review.total", u"4"}});
  for (const Cell& cell : answer.cells) {
    EXPECT_EQ(cell.edited.has_value(), cell.id == granted || cell.id == "disputes.review.total")
        << cell.id;
  }
  EXPECT_EQ(to_json(edited(report.text(), {})), to_json(check(report.text())));
}

TEST(Edits, OfSeveralForACellTheLastCounts) {
  const Report report = reconciled();
  const std::u16string text = report.text();
  const Answer answer = edited(text, {{granted, u"1"}, {granted, u"无"}, {granted, u"7777"}});
  EXPECT_EQ(find_cell(answer, granted)->value, (Number{7777, 0}));
  EXPECT_EQ(find_cell(answer, granted)->edited->value, find_cell(check(text), granted)->value);
  EXPECT_EQ(judged(answer), judged(edited(text, {{granted, u"7777"}})));
}

TEST(Edits, UnknownCellsArePassedOver) {
  const Report report = reconciled();
  const std::u16string text = report.text();
  const std::string before = to_json(check(text));
  for (const std::string_view id :
       {"", "requests", "requests.", "requests.granted", "requests.granted.natural.x",
        "requests.granted.nobody", "REQUESTS.GRANTED.NATURAL", "x.y.z", "disputes.\xff.total"}) {
    EXPECT_EQ(to_json(edited(text, {{id, u"5"}})), before) << id;
  }
  // A row that only the other form has.
  std::string_view foreign;
  for (const FormCell& cell : form_of("2019").cells_of(TableId::disclosure)) {
    if (find_cell(check(text), cell.id) == nullptr) foreign = cell.id;
  }
  ASSERT_NE(foreign, "");
  EXPECT_EQ(to_json(edited(text, {{foreign, u"5"}})), before);
}

TEST(Edits, WhatIsNoReportOrNoTextStaysSo) {
  const std::u16string recipe = u"红烧茄子：茄子两根，蒜四瓣，先用盐腌十分钟。";
  EXPECT_EQ(to_json(edited(recipe, {{granted, u"5"}})), to_json(check(recipe)));
  EXPECT_EQ(edited(u"", {{granted, u"5"}}).verdict, Verdict::unreadable);
}

TEST(Edits, ATableThatIsLostTakesNone) {
  const Report report = reconciled();
  std::u16string text;
  for (int section = 1; section <= 6; ++section) {
    text += section == 3 ? report.heading(3) + u"\n" : report.section(section);
  }
  text = report.title() + u"\n\n" + text;
  ASSERT_EQ(check(text).tables[1].status, TableStatus::lost);
  Edits edits;
  for (const auto& [id, value] : report.values) {
    if (id.starts_with("requests.")) edits.push_back({id, value});
  }
  ASSERT_EQ(edits.size(), 175U);
  EXPECT_EQ(to_json(edited(text, edits)), to_json(check(text)));
  edits.push_back({"disclosure.art20_6.penalty.decisions", u"77777"});
  const Answer answer = edited(text, edits);
  EXPECT_EQ(answer.tables[1].status, TableStatus::lost);
  EXPECT_TRUE(find_cell(answer, "disclosure.art20_6.penalty.decisions")->edited.has_value());
}

TEST(Edits, ATableIsCompleteOnceEveryMissingCellIsGiven) {
  Report report = reconciled();
  const Form& form = form_of("2021");
  std::u16string text = report.text();
  const std::u16string whole =
      test::written(test::grid_of(form, TableId::requests, report.values), report.shape);
  // The row 「2.重复申请」.
  const std::u16string cut = test::written(
      test::without_row(test::grid_of(form, TableId::requests, report.values), 18), report.shape);
  text = test::replaced(text, whole, cut);
  const Answer before = check(text);
  ASSERT_EQ(before.tables[1].status, TableStatus::partial);
  Edits edits;
  for (const Cell& cell : before.cells) {
    if (cell.state != CellState::missing) continue;
    edits.push_back({cell.id, report.values.find(cell.id)->second});
  }
  ASSERT_EQ(edits.size(), 7U) << judged(before);
  const Edit last = edits.back();
  edits.pop_back();
  const Answer short_of_one = edited(text, edits);
  EXPECT_EQ(short_of_one.tables[1].status, TableStatus::partial);
  EXPECT_EQ(test::findings_of(short_of_one, "CELL.MISSING").size(), 1U);
  edits.push_back(last);
  const Answer answer = edited(text, edits);
  EXPECT_EQ(answer.tables[1].status, TableStatus::complete);
  EXPECT_TRUE(test::findings_of(answer, "CELL.MISSING").empty());
  for (const Equation& equation : answer.equations) {
    EXPECT_EQ(equation.status, EquationStatus::pass) << equation.id;
  }
  EXPECT_EQ(places(answer), places(before)) << "a cell that is not in the text has no place there";
  for (const Edit& edit : edits) {
    const Cell* cell = find_cell(answer, edit.cell);
    EXPECT_EQ(cell->edited->state, CellState::missing);
    EXPECT_EQ(cell->edited->text, "");
    EXPECT_EQ(cell->span, std::nullopt);
  }
  for (const Finding& finding : answer.findings) {
    for (const Span& span : finding.spans) EXPECT_LE(span.end, text.size());
  }
  // That the row does not stand in the text is still true.
  EXPECT_EQ(test::findings_of(answer, "STRUCT.ROW_MISSING").size(),
            test::findings_of(before, "STRUCT.ROW_MISSING").size());
  // Given as blank, the cells are there, too.
  for (Edit& edit : edits) edit.text = u"";
  EXPECT_EQ(edited(text, edits).tables[1].status, TableStatus::complete);
}

TEST(Edits, AnAmbiguousCellIsSettled) {
  // Three figures, and seven places for them.
  std::u16string text = reconciled().text();
  const std::size_t row = text.find(u"2.重复申请 | ");
  ASSERT_NE(row, std::u16string::npos);
  text.replace(row, text.find(u'\n', row) - row, u"2.重复申请 | 5 | 1 | 6");
  const Answer before = check(text);
  Edits edits;
  for (const Cell& cell : before.cells) {
    if (cell.state == CellState::ambiguous) edits.push_back({cell.id, u"0"});
  }
  ASSERT_FALSE(edits.empty());
  const Answer answer = edited(text, edits);
  for (const Edit& edit : edits) {
    const Cell* cell = find_cell(answer, edit.cell);
    EXPECT_EQ(cell->state, CellState::printed);
    EXPECT_TRUE(cell->candidates.empty());
    EXPECT_FALSE(cell->placed_by_equation);
    EXPECT_EQ(cell->edited->state, CellState::ambiguous);
  }
  EXPECT_TRUE(test::findings_of(answer, "CELL.AMBIGUOUS").empty());
}

TEST(Edits, WhatIsProposedSettlesItsEquationsWhenGiven) {
  Report report = reconciled(90);
  report.values[std::string(granted)] =
      utf16(std::to_string(std::stol(utf8(report.values[std::string(granted)])) + 9));
  const std::u16string text = report.text();
  const Answer before = check(text);
  ASSERT_EQ(before.verdict, Verdict::inconsistent);
  ASSERT_EQ(before.repairs.size(), 1U);
  for (const Alternative& alternative : before.repairs[0].alternatives) {
    std::vector<std::u16string> texts;
    for (const Change& change : alternative.changes) texts.push_back(utf16(to_string(change.to)));
    Edits edits;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      edits.push_back({alternative.changes[i].cell, texts[i]});
    }
    const Answer answer = edited(text, edits);
    EXPECT_TRUE(answer.repairs.empty());
    for (const std::string_view id : before.repairs[0].equations) {
      EXPECT_EQ(find_equation(answer, id)->status, EquationStatus::pass) << id;
      for (const Finding& finding : answer.findings) EXPECT_NE(finding.equation, id);
    }
    EXPECT_EQ(places(answer), places(before));
  }
}

TEST(Edits, WhatIsInferredFollowsFromTheEditedTable) {
  Report report = reconciled(90);
  const std::u16string right = report.values[std::string(granted)];
  report.values[std::string(granted)] = u"";
  report.shape = test::Shape::tabs;
  const std::u16string text = report.text();
  ASSERT_EQ(find_cell(check(text), granted)->inferred, std::stol(utf8(right)));
  const std::u16string total = report.values["requests.granted.total"];
  const std::u16string all = report.values["requests.handled.natural"];
  const auto more = [](std::u16string_view one) {
    return utf16(std::to_string(std::stol(utf8(one)) + 4));
  };
  const Answer answer = edited(
      text, {{"requests.granted.total", more(total)}, {"requests.handled.natural", more(all)}});
  EXPECT_EQ(find_cell(answer, granted)->inferred, std::stol(utf8(right)) + 4);
  const Answer given = edited(text, {{granted, right}});
  EXPECT_EQ(find_cell(given, granted)->inferred, std::nullopt);
  EXPECT_EQ(given.verdict, Verdict::consistent);
}

// The report that has the texts printed is the oracle: all that is judged is the same, and so is
// every place where the texts are as long.
TEST(Edits, TheAnswerIsThatOfTheReportWithTheseTextsPrinted) {
  test::Random random(20240712);
  const std::u16string_view texts[] = {u"0", u"7", u"12", u"1,234", u"-3", u"3件", u"/", u"2.5"};
  int inconsistent = 0;
  for (int round = 0; round < 300; ++round) {
    Report report = reconciled(random.next(), round % 3 == 0 ? "2019" : "2021");
    report.shape = round % 2 == 0 ? test::Shape::tabs : test::Shape::markdown;
    const std::u16string before = report.text();
    const bool as_long = round % 4 == 1;
    Report after = report;
    Edits edits;
    for (std::uint64_t i = 0; i <= random.below(6); ++i) {
      const auto value = std::next(after.values.begin(),
                                   static_cast<std::ptrdiff_t>(random.below(after.values.size())));
      if (as_long) {
        value->second[value->second.size() - 1] = static_cast<char16_t>(u'0' + random.below(10));
      } else {
        value->second = random.pick(texts);
      }
    }
    for (const auto& [id, value] : after.values) {
      if (value != report.values.at(id)) edits.push_back({id, value});
    }
    const Answer printed = check(after.text());
    const Answer answer = edited(before, edits);
    ASSERT_EQ(judged(answer), judged(printed)) << round;
    inconsistent += answer.verdict == Verdict::inconsistent ? 1 : 0;
    if (!as_long) continue;
    EXPECT_EQ(places(answer), places(printed)) << round;
    for (std::size_t i = 0; i < answer.findings.size(); ++i) {
      EXPECT_EQ(answer.findings[i].spans, printed.findings[i].spans) << round;
    }
  }
  EXPECT_GT(inconsistent, 100);
}

TEST(Edits, EveryCellCanBeGivenAText) {
  for (const std::string_view form : {"2019", "2021"}) {
    const Report report = reconciled(3, form);
    const std::u16string text = report.text();
    Edits edits;
    for (const auto& [id, value] : report.values) edits.push_back({id, u"0"});
    const Answer answer = edited(text, edits);
    for (const Cell& cell : answer.cells) EXPECT_EQ(cell.value, Number{}) << cell.id;
    for (const Equation& equation : answer.equations) {
      EXPECT_EQ(equation.status, EquationStatus::pass) << equation.id;
    }
    EXPECT_EQ(places(answer), places(check(text)));
  }
}

TEST(Edits, AnyTextIsTaken) {
  const Report report = reconciled();
  const std::u16string text = report.text();
  const std::u16string odd[] = {
      std::u16string(1, u'\0'),     std::u16string(1, u'\xD800'), u"\n", u"1\t2", u"\"}",
      std::u16string(100'000, u'9')};
  for (const std::u16string& one : odd) {
    const Answer answer = edited(text, {{granted, one}});
    rapidjson::Document json;
    const std::string line = to_json(answer);
    json.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
    EXPECT_FALSE(json.HasParseError()) << line.substr(0, 200);
    EXPECT_EQ(find_cell(answer, granted)->span, find_cell(check(text), granted)->span);
    EXPECT_EQ(line.find('\n'), std::string::npos);
  }
}

TEST(Edits, TheJsonTellsOfThemForEditedCellsOnly) {
  Report report = reconciled();
  report.values["requests.new.other"] = u"";
  report.shape = test::Shape::tabs;
  const std::string line =
      to_json(edited(report.text(), {{granted, u"１,２３４"}, {"requests.new.other", u"无"}}));
  rapidjson::Document json;
  json.Parse(line.data(), line.size());
  ASSERT_FALSE(json.HasParseError());
  int count = 0;
  for (const auto& cell : json["cells"].GetArray()) {
    if (!cell.HasMember("edited")) continue;
    ++count;
    const auto& was = cell["edited"];
    EXPECT_EQ(was.MemberCount(), 3U);
    if (cell["id"].GetString() == granted) {
      EXPECT_EQ(cell["value"].GetInt(), 1234);
      EXPECT_STREQ(cell["state"].GetString(), "printed");
      EXPECT_STREQ(cell["text"].GetString(), "１,２３４");
      const std::string right = utf8(report.values.at(std::string(granted)));
      EXPECT_EQ(std::to_string(was["value"].GetInt()), right);
      EXPECT_STREQ(was["state"].GetString(), "printed");
      EXPECT_EQ(was["text"].GetString(), right);
    } else {
      EXPECT_STREQ(cell["id"].GetString(), "requests.new.other");
      EXPECT_STREQ(cell["state"].GetString(), "placeholder");
      EXPECT_TRUE(cell["value"].IsNull());
      EXPECT_TRUE(was["value"].IsNull());
      EXPECT_STREQ(was["state"].GetString(), "blank");
      EXPECT_STREQ(was["text"].GetString(), "");
    }
  }
  EXPECT_EQ(count, 2);
}

// Two units, and the report that adds them up.
struct District {
  District() : sum(reconciled(1)) {
    for (const std::uint64_t seed : {21U, 22U}) units.push_back(reconciled(seed));
    units[0].agency = u"青原县教育局";
    units[1].agency = u"青原县民政局";
    sum.agency = u"青原县人民政府";
    for (auto& [id, value] : sum.values) value = utf16(std::to_string(total(id)));
  }
  [[nodiscard]] long total(const std::string& id) const {
    long out = 0;
    for (const Report& unit : units) out += std::stol(utf8(unit.values.at(id)));
    return out;
  }
  [[nodiscard]] Answer check(const Edits& edits = {}) const {
    std::vector<Answer> answers;
    for (const Report& unit : units) answers.push_back(gouji::check(unit.text(), {.file = "名"}));
    Options options;
    options.units = answers;
    options.edits = edits;
    return gouji::check(sum.text(), options);
  }

  Report sum;
  std::vector<Report> units;
};

TEST(RollUp, TellsEachCellBesideItsSum) {
  const District district;
  const Answer answer = district.check();
  ASSERT_TRUE(answer.roll_up.has_value());
  EXPECT_EQ(answer.roll_up->units, (std::vector<std::string>{"青原县教育局", "青原县民政局"}));
  ASSERT_EQ(answer.roll_up->cells.size(), answer.cells.size());
  for (std::size_t i = 0; i < answer.cells.size(); ++i) {
    const UnitSum& cell = answer.roll_up->cells[i];
    EXPECT_EQ(cell.cell, answer.cells[i].id);
    EXPECT_EQ(cell.value, *answer.cells[i].value) << cell.cell;
    EXPECT_EQ(cell.sum, (Number{district.total(std::string(cell.cell)), 0})) << cell.cell;
  }
}

TEST(RollUp, IsOfTheEditedTable) {
  const District district;
  const Answer answer = district.check({{"disclosure.art20_6.penalty.decisions", u"77777"}});
  const auto at = [&](const Answer& one) {
    const auto& cells = one.roll_up->cells;
    return *std::find_if(cells.begin(), cells.end(), [](const UnitSum& cell) {
      return cell.cell == "disclosure.art20_6.penalty.decisions";
    });
  };
  EXPECT_EQ(at(answer).value, (Number{77777, 0}));
  EXPECT_EQ(at(answer).sum, at(district.check()).sum);
  EXPECT_EQ(test::findings_of(answer, "ROLLUP.SUM").size(), 1U) << test::list_of_findings(answer);
}

TEST(RollUp, LeavesOutWhatAReportDoesNotTellAndTakesABlankAsZero) {
  District district;
  const std::string word = "disclosure.art20_6.penalty.decisions";
  const std::string blank = "disclosure.art20_6.coercion.decisions";
  ASSERT_TRUE(district.sum.values.contains(blank)) << "the form has another key";
  const long own = std::stol(utf8(district.units[1].values.at(blank)));
  district.units[1].shape = test::Shape::tabs;
  district.units[1].values[word] = u"见附件";
  district.units[1].values[blank] = u"";
  const Answer answer = district.check();
  ASSERT_TRUE(answer.roll_up.has_value());
  EXPECT_EQ(answer.roll_up->cells.size(), answer.cells.size() - 1);
  for (const UnitSum& cell : answer.roll_up->cells) {
    EXPECT_NE(cell.cell, word);
    if (cell.cell == blank) {
      EXPECT_EQ(cell.sum.units, cell.value.units - own);
    }
  }
}

TEST(RollUp, UnitsWithoutANameAreNumberedAndOthersCalledByTheirFiles) {
  const Report report = reconciled();
  std::vector<Answer> units{check(u"红烧茄子"), check(u"红烧茄子", {.file = "科室.txt"})};
  Options options;
  options.units = units;
  const Answer answer = check(report.text(), options);
  ASSERT_TRUE(answer.roll_up.has_value());
  EXPECT_EQ(answer.roll_up->units, (std::vector<std::string>{"第 1 个单位", "科室.txt"}));
  EXPECT_TRUE(answer.roll_up->cells.empty());
}

TEST(RollUp, IsInTheJsonWhereUnitsWereGiven) {
  const District district;
  const std::string line = to_json(district.check());
  rapidjson::Document json;
  json.Parse(line.data(), line.size());
  ASSERT_FALSE(json.HasParseError());
  ASSERT_TRUE(json.HasMember("rollup"));
  const auto& rollup = json["rollup"];
  EXPECT_EQ(rollup.MemberCount(), 2U);
  ASSERT_EQ(rollup["units"].Size(), 2U);
  EXPECT_STREQ(rollup["units"][0].GetString(), "青原县教育局");
  ASSERT_EQ(rollup["cells"].Size(), json["cells"].Size());
  for (const auto& cell : rollup["cells"].GetArray()) {
    EXPECT_EQ(cell.MemberCount(), 3U);
    EXPECT_TRUE(cell["cell"].IsString());
    EXPECT_EQ(cell["value"].GetInt64(), cell["sum"].GetInt64()) << cell["cell"].GetString();
  }
  EXPECT_FALSE(check(district.sum.text()).roll_up.has_value());
  EXPECT_EQ(to_json(check(district.sum.text())).find("\"rollup\""), std::string::npos);
}

}  // namespace
}  // namespace gouji
