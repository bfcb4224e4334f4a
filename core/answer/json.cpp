#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <gouji/answer.h>

namespace gouji {
namespace {

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void key(Json& json, std::string_view text) {
  json.Key(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void string(Json& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void string_or_null(Json& json, std::string_view text) {
  if (text.empty()) {
    json.Null();
  } else {
    string(json, text);
  }
}

void span(Json& json, const Span& place) {
  json.StartArray();
  json.Uint(place.begin);
  json.Uint(place.end);
  json.EndArray();
}
void span(Json& json, const std::optional<Span>& place) {
  if (place) {
    span(json, *place);
  } else {
    json.Null();
  }
}

void number(Json& json, const Number& value) {
  const std::string digits = to_string(value);
  json.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}
void number(Json& json, const std::optional<Number>& value) {
  if (value) {
    number(json, *value);
  } else {
    json.Null();
  }
}
void integer(Json& json, const std::optional<std::int64_t>& value) {
  if (value) {
    json.Int64(*value);
  } else {
    json.Null();
  }
}

void strings(Json& json, const std::vector<std::string_view>& list) {
  json.StartArray();
  for (const std::string_view item : list) string(json, item);
  json.EndArray();
}

void write(Json& json, const Cell& cell) {
  json.StartObject();
  key(json, "id");
  string(json, cell.id);
  key(json, "value");
  number(json, cell.value);
  key(json, "state");
  string(json, name(cell.state));
  key(json, "text");
  if (cell.state == CellState::missing) {
    json.Null();
  } else {
    string(json, cell.text);
  }
  key(json, "unit");
  string_or_null(json, cell.unit);
  key(json, "span");
  span(json, cell.span);
  key(json, "placed");
  string_or_null(json, cell.placed_by_equation ? "equation" : "");
  key(json, "inferred");
  integer(json, cell.inferred);
  key(json, "candidates");
  json.StartArray();
  for (const std::optional<Number>& candidate : cell.candidates) number(json, candidate);
  json.EndArray();
  json.EndObject();
}

void write(Json& json, const Table& table) {
  json.StartObject();
  key(json, "id");
  string(json, name(table.id));
  key(json, "form");
  string_or_null(json, table.form);
  key(json, "status");
  string(json, name(table.status));
  key(json, "span");
  span(json, table.span);
  json.EndObject();
}

void write(Json& json, const Section& section) {
  json.StartObject();
  key(json, "number");
  json.Int(section.number);
  key(json, "title");
  string(json, section.title);
  key(json, "span");
  span(json, section.span);
  json.EndObject();
}

void write(Json& json, const Finding& finding) {
  json.StartObject();
  key(json, "rule");
  string(json, finding.rule);
  key(json, "severity");
  string(json, name(finding.severity));
  key(json, "message");
  string(json, finding.message);
  key(json, "message_en");
  string(json, finding.message_en);
  key(json, "cells");
  strings(json, finding.cells);
  key(json, "spans");
  json.StartArray();
  for (const Span& place : finding.spans) span(json, place);
  json.EndArray();
  key(json, "equation");
  string_or_null(json, finding.equation);
  key(json, "basis");
  string(json, name(finding.basis));
  key(json, "basis_text");
  string(json, finding.basis_text);
  json.EndObject();
}

void write(Json& json, const Equation& equation) {
  json.StartObject();
  key(json, "id");
  string(json, equation.id);
  key(json, "rule");
  string(json, equation.rule);
  key(json, "status");
  string(json, name(equation.status));
  key(json, "left");
  number(json, equation.left);
  key(json, "right");
  number(json, equation.right);
  key(json, "cells");
  strings(json, equation.cells);
  json.EndObject();
}

template <class Item>
void list(Json& json, std::string_view name_of_list, const std::vector<Item>& items) {
  key(json, name_of_list);
  json.StartArray();
  for (const Item& item : items) write(json, item);
  json.EndArray();
}

}  // namespace

std::string to_json(const Answer& answer) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.StartObject();
  key(json, "schema");
  string(json, "gouji/1");
  key(json, "file");
  string_or_null(json, answer.file);
  key(json, "verdict");
  string(json, name(answer.verdict));
  key(json, "reason");
  string_or_null(json, answer.reason);
  key(json, "form");
  string_or_null(json, answer.form);
  key(json, "title");
  string_or_null(json, answer.title);
  key(json, "agency");
  string_or_null(json, answer.agency);
  key(json, "year");
  if (answer.year) {
    json.Int(*answer.year);
  } else {
    json.Null();
  }
  key(json, "published");
  string_or_null(json, answer.published);
  list(json, "sections", answer.sections);
  list(json, "tables", answer.tables);
  list(json, "cells", answer.cells);
  list(json, "findings", answer.findings);
  list(json, "equations", answer.equations);
  key(json, "repairs");
  json.StartArray();
  json.EndArray();
  if (answer.text) {
    key(json, "text");
    string(json, *answer.text);
  }
  json.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace gouji
