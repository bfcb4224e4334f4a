#include <gouji/answer.h>

#include "answer/json_writer.h"

namespace gouji {
namespace {

void string_or_null(JsonWriter& json, std::string_view text) {
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void span(JsonWriter& json, const Span& place) {
  json.open('[');
  json.integer(place.begin);
  json.integer(place.end);
  json.close(']');
}
void span(JsonWriter& json, const std::optional<Span>& place) {
  if (place) {
    span(json, *place);
  } else {
    json.null();
  }
}

void number(JsonWriter& json, const Number& value) {
  if (value.integer()) {
    json.integer(value.units);
  } else {
    json.raw(to_string(value));
  }
}
void number(JsonWriter& json, const std::optional<Number>& value) {
  if (value) {
    number(json, *value);
  } else {
    json.null();
  }
}
void integer(JsonWriter& json, const std::optional<std::int64_t>& value) {
  if (value) {
    json.integer(*value);
  } else {
    json.null();
  }
}

void strings(JsonWriter& json, const std::vector<std::string_view>& list) {
  json.open('[');
  for (const std::string_view item : list) json.plain(item);
  json.close(']');
}

void write(JsonWriter& json, const Cell& cell) {
  json.open('{');
  json.key("id");
  json.plain(cell.id);
  json.key("value");
  number(json, cell.value);
  json.key("state");
  json.plain(name(cell.state));
  json.key("text");
  if (cell.state == CellState::missing) {
    json.null();
  } else {
    json.string(cell.text);
  }
  json.key("unit");
  string_or_null(json, cell.unit);
  json.key("span");
  span(json, cell.span);
  json.key("placed");
  string_or_null(json, cell.placed_by_equation ? "equation" : "");
  json.key("inferred");
  integer(json, cell.inferred);
  json.key("candidates");
  json.open('[');
  for (const std::optional<Number>& candidate : cell.candidates) number(json, candidate);
  json.close(']');
  if (cell.edited) {
    json.key("edited");
    json.open('{');
    json.key("value");
    number(json, cell.edited->value);
    json.key("state");
    json.plain(name(cell.edited->state));
    json.key("text");
    json.string(cell.edited->text);
    json.close('}');
  }
  json.close('}');
}

void write(JsonWriter& json, const Table& table) {
  json.open('{');
  json.key("id");
  json.plain(name(table.id));
  json.key("form");
  string_or_null(json, table.form);
  json.key("status");
  json.plain(name(table.status));
  json.key("span");
  span(json, table.span);
  json.close('}');
}

void write(JsonWriter& json, const Section& section) {
  json.open('{');
  json.key("number");
  json.integer(section.number);
  json.key("title");
  json.string(section.title);
  json.key("span");
  span(json, section.span);
  json.close('}');
}

void write(JsonWriter& json, const Finding& finding) {
  json.open('{');
  json.key("rule");
  json.string(finding.rule);
  json.key("severity");
  json.plain(name(finding.severity));
  json.key("message");
  json.string(finding.message);
  json.key("message_en");
  json.string(finding.message_en);
  json.key("cells");
  strings(json, finding.cells);
  json.key("spans");
  json.open('[');
  for (const Span& place : finding.spans) span(json, place);
  json.close(']');
  json.key("equation");
  string_or_null(json, finding.equation);
  json.key("basis");
  json.plain(name(finding.basis));
  json.key("basis_text");
  json.string(finding.basis_text);
  json.close('}');
}

void write(JsonWriter& json, const Equation& equation) {
  json.open('{');
  json.key("id");
  json.plain(equation.id);
  json.key("rule");
  json.plain(equation.rule);
  json.key("status");
  json.plain(name(equation.status));
  json.key("left");
  number(json, equation.left);
  json.key("right");
  number(json, equation.right);
  json.key("cells");
  strings(json, equation.cells);
  json.close('}');
}

void write(JsonWriter& json, const Change& change) {
  json.open('{');
  json.key("cell");
  json.plain(change.cell);
  json.key("from");
  number(json, change.from);
  json.key("to");
  number(json, change.to);
  json.close('}');
}

void write(JsonWriter& json, const UnitSum& sum) {
  json.open('{');
  json.key("cell");
  json.plain(sum.cell);
  json.key("value");
  number(json, sum.value);
  json.key("sum");
  number(json, sum.sum);
  json.close('}');
}

template <class Item>
void list(JsonWriter& json, std::string_view name_of_list, const std::vector<Item>& items);

void write(JsonWriter& json, const Alternative& alternative) {
  json.open('{');
  list(json, "changes", alternative.changes);
  json.key("kind");
  json.plain(name(alternative.kind));
  json.close('}');
}

void write(JsonWriter& json, const Repair& repair) {
  json.open('{');
  json.key("equations");
  strings(json, repair.equations);
  list(json, "alternatives", repair.alternatives);
  json.key("proved");
  json.raw(repair.proved ? "true" : "false");
  json.close('}');
}

template <class Item>
void list(JsonWriter& json, std::string_view name_of_list, const std::vector<Item>& items) {
  json.key(name_of_list);
  json.open('[');
  for (const Item& item : items) write(json, item);
  json.close(']');
}

}  // namespace

std::string to_json(const Answer& answer) {
  constexpr std::size_t usual_size = 64U << 10;
  JsonWriter json(usual_size);
  json.open('{');
  json.key("schema");
  json.string("gouji/1");
  json.key("file");
  string_or_null(json, answer.file);
  json.key("verdict");
  json.plain(name(answer.verdict));
  json.key("reason");
  string_or_null(json, answer.reason);
  json.key("form");
  string_or_null(json, answer.form);
  json.key("title");
  string_or_null(json, answer.title);
  json.key("agency");
  string_or_null(json, answer.agency);
  json.key("year");
  if (answer.year) {
    json.integer(*answer.year);
  } else {
    json.null();
  }
  json.key("published");
  string_or_null(json, answer.published);
  list(json, "sections", answer.sections);
  list(json, "tables", answer.tables);
  list(json, "cells", answer.cells);
  list(json, "findings", answer.findings);
  list(json, "equations", answer.equations);
  list(json, "repairs", answer.repairs);
  if (answer.roll_up) {
    json.key("rollup");
    json.open('{');
    json.key("units");
    json.open('[');
    for (const std::string& unit : answer.roll_up->units) json.string(unit);
    json.close(']');
    list(json, "cells", answer.roll_up->cells);
    json.close('}');
  }
  if (answer.text) {
    json.key("text");
    json.string(*answer.text);
  }
  json.close('}');
  return json.take();
}

}  // namespace gouji
