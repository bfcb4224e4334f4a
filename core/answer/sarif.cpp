// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/
#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include <gouji/outputs.h>
#include <gouji/rules.h>

#include "answer/json_writer.h"
#include "answer/places.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::string_view schema = "https://json.schemastore.org/sarif-2.1.0.json";

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      return "note";
  }
  return {};
}

// How soon to look at a finding, 0 to 100: what contradicts before what is practice.
std::int64_t rank(const Finding& finding) {
  const bool practice = finding.basis == Basis::practice || finding.basis == Basis::honesty;
  switch (finding.severity) {
    case Severity::error:
      return practice ? 90 : 100;
    case Severity::warning:
      return practice ? 50 : 60;
    case Severity::info:
      return practice ? 10 : 20;
  }
  return 0;
}

// RFC 3986: a relative reference, or an absolute path under `file:`.
std::string uri_of(std::string_view path) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view plain = "-._~/";
  std::string out;
  if (path.starts_with('/')) out = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += hex[byte >> 4U];
      out += hex[byte & 0xFU];
    }
  }
  return out;
}

void text_of(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.open('{');
  json.key("text");
  json.string(text);
  json.close('}');
}

// The one run of digits in a cell; all of the cell where there is none, or more than one.
Span figure_in(std::u16string_view text, Span cell) {
  const auto figure = [](char16_t c) {
    return is_digit(c) || (c >= 0xFF10 && c <= 0xFF19) || c == u',' || c == u'.' || c == 0xFF0C;
  };
  Span run = cell;
  std::size_t runs = 0;
  for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
    if (!figure(text[i])) continue;
    const std::uint32_t begin = i;
    while (i < cell.end && figure(text[i])) ++i;
    run = {begin, i};
    ++runs;
  }
  return runs == 1 ? run : cell;
}

struct Replacement {
  Span place;
  std::string text;
};

// The changes of an alternative as replacements in the text, in its order; none unless each cell
// has a place of its own there.
std::vector<Replacement> replacements(const Answer& answer, std::u16string_view text,
                                      const Alternative& alternative) {
  std::vector<Replacement> out;
  for (const Change& change : alternative.changes) {
    const auto cell = std::find_if(answer.cells.begin(), answer.cells.end(),
                                   [&](const Cell& each) { return each.id == change.cell; });
    if (cell == answer.cells.end() || !cell->span || cell->span->end > text.size() ||
        cell->span->begin > cell->span->end) {
      return {};
    }
    const bool signless = cell->value && cell->value->units >= 0;
    out.push_back({signless ? figure_in(text, *cell->span) : *cell->span, to_string(change.to)});
  }
  std::sort(out.begin(), out.end(), [](const Replacement& a, const Replacement& b) {
    return a.place.begin < b.place.begin;
  });
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i].place.begin < out[i - 1].place.end || out[i].place == out[i - 1].place) return {};
  }
  return out;
}

// One file's artifact and results.
class FileWriter {
 public:
  FileWriter(const Answer& answer, std::u16string_view text, std::string_view path,
             std::size_t index)
      : answer_(answer), text_(text), lines_(text), path_(path), index_(index) {}

  static void location(JsonWriter& json, std::string_view path, std::size_t index) {
    json.key("artifactLocation");
    json.open('{');
    if (path.empty()) {
      text_of(json, "description", "标准输入");
    } else {
      json.key("uri");
      json.plain(uri_of(path));
    }
    json.key("index");
    json.integer(static_cast<std::int64_t>(index));
    json.close('}');
  }

  void result(JsonWriter& json, const Finding& finding, std::size_t rule) const {
    json.open('{');
    json.key("ruleId");
    json.plain(finding.rule);
    json.key("ruleIndex");
    json.integer(static_cast<std::int64_t>(rule));
    json.key("level");
    json.plain(level(finding.severity));
    json.key("rank");
    json.integer(rank(finding));
    text_of(json, "message", finding.message);
    locations(json, finding);
    fixes(json, finding);
    json.key("properties");
    json.open('{');
    json.key("message_en");
    json.string(finding.message_en);
    json.key("basis");
    json.plain(name(finding.basis));
    json.key("basis_text");
    json.string(finding.basis_text);
    if (!finding.equation.empty()) {
      json.key("equation");
      json.plain(finding.equation);
    }
    if (answer_.text) {
      json.key("spans");
      json.open('[');
      for (const Span& place : finding.spans) {
        json.open('[');
        json.integer(place.begin);
        json.integer(place.end);
        json.close(']');
      }
      json.close(']');
    }
    json.close('}');
    json.close('}');
  }

 private:
  void region(JsonWriter& json, std::string_view key, Span place) const {
    json.key(key);
    json.open('{');
    const auto at = [&](std::string_view line, std::string_view column, std::uint32_t offset) {
      const Position position = lines_.position(offset);
      json.key(line);
      json.integer(static_cast<std::int64_t>(position.line));
      json.key(column);
      json.integer(static_cast<std::int64_t>(position.column));
    };
    at("startLine", "startColumn", place.begin);
    at("endLine", "endColumn", place.end);
    json.key("charOffset");
    json.integer(place.begin);
    json.key("charLength");
    json.integer(place.end - place.begin);
    json.close('}');
  }

  void physical(JsonWriter& json, const Span* place) const {
    json.key("physicalLocation");
    json.open('{');
    location(json, path_, index_);
    // Spans of a rendition are none of the file's.
    if (place != nullptr && !answer_.text) region(json, "region", *place);
    json.close('}');
  }

  void locations(JsonWriter& json, const Finding& finding) const {
    json.key("locations");
    json.open('[');
    json.open('{');
    physical(json, finding.spans.empty() ? nullptr : &finding.spans.front());
    if (!finding.cells.empty()) {
      json.key("logicalLocations");
      json.open('[');
      for (const std::string_view cell : finding.cells) {
        json.open('{');
        json.key("fullyQualifiedName");
        json.plain(cell);
        json.key("kind");
        json.plain("cell");
        json.close('}');
      }
      json.close(']');
    }
    json.close('}');
    json.close(']');
    if (finding.spans.size() < 2 || answer_.text) return;
    json.key("relatedLocations");
    json.open('[');
    for (std::size_t i = 1; i < finding.spans.size(); ++i) {
      json.open('{');
      json.key("id");
      json.integer(static_cast<std::int64_t>(i));
      physical(json, &finding.spans[i]);
      json.close('}');
    }
    json.close(']');
  }

  void fixes(JsonWriter& json, const Finding& finding) const {
    if (finding.equation.empty() || answer_.text) return;
    for (const Repair& repair : answer_.repairs) {
      if (repair.alternatives.empty() || std::find(repair.equations.begin(), repair.equations.end(),
                                                   finding.equation) == repair.equations.end()) {
        continue;
      }
      const std::vector<Replacement> changes =
          replacements(answer_, text_, repair.alternatives.front());
      if (changes.empty()) continue;
      json.key("fixes");
      json.open('[');
      json.open('{');
      std::string words =
          "使各式成立的最小改动之一：" + in_words(answer_, repair.alternatives.front());
      if (repair.alternatives.size() > 1) {
        words += "；同样小的改法共 " + std::to_string(repair.alternatives.size()) + " 种";
      }
      if (!repair.proved) words += "；未穷尽";
      text_of(json, "description", words);
      json.key("artifactChanges");
      json.open('[');
      json.open('{');
      location(json, path_, index_);
      json.key("replacements");
      json.open('[');
      for (const Replacement& change : changes) {
        json.open('{');
        json.key("deletedRegion");
        json.open('{');
        json.key("charOffset");
        json.integer(change.place.begin);
        json.key("charLength");
        json.integer(change.place.end - change.place.begin);
        json.close('}');
        text_of(json, "insertedContent", change.text);
        json.close('}');
      }
      json.close(']');
      json.close('}');
      json.close(']');
      json.close('}');
      json.close(']');
      return;
    }
  }

  const Answer& answer_;
  std::u16string_view text_;
  Lines lines_;
  std::string_view path_;
  std::size_t index_;
};

void rule_of(JsonWriter& json, std::string_view id) {
  const Rule* const rule = find_rule(id);
  const RuleHelp* const help = find_help(id);
  json.open('{');
  json.key("id");
  json.plain(id);
  if (help != nullptr) {
    text_of(json, "shortDescription", help->title);
    text_of(json, "fullDescription", help->meaning);
  }
  if (rule != nullptr) {
    text_of(json, "help", explain(*rule));
    json.key("defaultConfiguration");
    json.open('{');
    json.key("level");
    json.plain(level(rule->severity));
    json.close('}');
    json.key("properties");
    json.open('{');
    json.key("basis");
    json.plain(name(rule->basis));
    json.key("basis_text");
    json.string(rule->basis_text);
    if (help != nullptr) {
      json.key("title_en");
      json.string(help->title_en);
      json.key("meaning_en");
      json.string(help->meaning_en);
    }
    json.close('}');
  }
  json.close('}');
}

void strings(JsonWriter& json, std::string_view key,
             std::initializer_list<std::string_view> items) {
  json.key(key);
  json.open('[');
  for (const std::string_view item : items) json.string(item);
  json.close(']');
}

}  // namespace

struct SarifLog::Parts {
  static constexpr std::size_t usual_size = 4U << 10;
  JsonWriter artifacts{usual_size};
  JsonWriter results{usual_size};
  JsonWriter rules{usual_size};
  JsonWriter notifications{usual_size};
  std::vector<std::string_view> rule_ids;  // those of `rules`, in its order
  std::size_t files = 0;
  bool all_read = true;

  Parts() {
    for (JsonWriter* const list : lists()) list->open('[');
  }
  std::array<JsonWriter*, 4> lists() { return {&artifacts, &results, &rules, &notifications}; }

  std::size_t rule(std::string_view id) {
    const auto known = std::find(rule_ids.begin(), rule_ids.end(), id);
    const auto index = static_cast<std::size_t>(known - rule_ids.begin());
    if (known == rule_ids.end()) {
      rule_ids.push_back(id);
      rule_of(rules, id);
    }
    return index;
  }

  std::size_t artifact(std::string_view path, const Answer* answer) {
    artifacts.open('{');
    artifacts.key("location");
    artifacts.open('{');
    if (path.empty()) {
      text_of(artifacts, "description", "标准输入");
    } else {
      artifacts.key("uri");
      artifacts.plain(uri_of(path));
    }
    artifacts.close('}');
    strings(artifacts, "roles", {"analysisTarget"});
    if (answer != nullptr) {
      artifacts.key("properties");
      artifacts.open('{');
      artifacts.key("verdict");
      artifacts.plain(name(answer->verdict));
      // The verdict and the results are of the tables with these cells changed, not of the text.
      const auto edited = [](const Cell& cell) { return cell.edited.has_value(); };
      if (std::any_of(answer->cells.begin(), answer->cells.end(), edited)) {
        artifacts.key("edited");
        artifacts.open('[');
        for (const Cell& cell : answer->cells) {
          if (edited(cell)) artifacts.plain(cell.id);
        }
        artifacts.close(']');
      }
      artifacts.close('}');
    }
    artifacts.close('}');
    return files++;
  }

  void notify(std::string_view path, std::size_t index, std::string_view reason) {
    all_read = false;
    notifications.open('{');
    notifications.key("level");
    notifications.plain("error");
    text_of(notifications, "message", reason);
    notifications.key("locations");
    notifications.open('[');
    notifications.open('{');
    notifications.key("physicalLocation");
    notifications.open('{');
    FileWriter::location(notifications, path, index);
    notifications.close('}');
    notifications.close('}');
    notifications.close(']');
    notifications.close('}');
  }
};

SarifLog::SarifLog() : parts_(std::make_unique<Parts>()) {}
SarifLog::~SarifLog() = default;
SarifLog::SarifLog(SarifLog&&) noexcept = default;
SarifLog& SarifLog::operator=(SarifLog&&) noexcept = default;

void SarifLog::add(const Answer& answer, std::u16string_view text, std::string_view path) {
  const std::size_t index = parts_->artifact(path, &answer);
  if (answer.verdict == Verdict::unreadable) return parts_->notify(path, index, answer.reason);
  const FileWriter file(answer, text, path, index);
  for (const Finding& finding : answer.findings) {
    file.result(parts_->results, finding, parts_->rule(finding.rule));
  }
}

void SarifLog::add_unread(std::string_view path, std::string_view reason) {
  parts_->notify(path, parts_->artifact(path, nullptr), reason);
}

std::string SarifLog::take() {
  for (JsonWriter* const list : parts_->lists()) list->close(']');
  JsonWriter json(Parts::usual_size);
  json.open('{');
  json.key("$schema");
  json.plain(schema);
  json.key("version");
  json.plain("2.1.0");
  json.key("runs");
  json.open('[');
  json.open('{');
  json.key("tool");
  json.open('{');
  json.key("driver");
  json.open('{');
  json.key("name");
  json.plain("gouji");
  json.key("fullName");
  json.plain("勾稽 Gouji");
  json.key("language");
  json.plain("zh-CN");
  json.key("rules");
  json.raw(parts_->rules.take());
  json.close('}');
  json.close('}');
  json.key("language");
  json.plain("zh-CN");
  json.key("columnKind");
  json.plain("utf16CodeUnits");
  strings(json, "newlineSequences", {"\r\n", "\n", "\r"});
  json.key("invocations");
  json.open('[');
  json.open('{');
  json.key("executionSuccessful");
  json.raw(parts_->all_read ? "true" : "false");
  json.key("toolExecutionNotifications");
  json.raw(parts_->notifications.take());
  json.close('}');
  json.close(']');
  json.key("artifacts");
  json.raw(parts_->artifacts.take());
  json.key("results");
  json.raw(parts_->results.take());
  json.close('}');
  json.close(']');
  json.close('}');
  return json.take();
}

}  // namespace gouji
