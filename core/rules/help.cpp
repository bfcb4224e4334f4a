// The catalogue in words, for people.
#include "rules/help.h"

#include "answer/json_writer.h"

namespace gouji {
namespace {

std::string_view words(Basis basis) {
  switch (basis) {
    case Basis::official:
      return "官方要求";
    case Basis::form:
      return "表内关系";
    case Basis::arithmetic:
      return "计算";
    case Basis::meaning:
      return "表项含义";
    case Basis::practice:
      return "核对惯例";
    case Basis::honesty:
      return "如实说明";
  }
  return {};
}

std::string_view words_en(Basis basis) {
  switch (basis) {
    case Basis::official:
      return "official requirement";
    case Basis::form:
      return "relation printed on the form";
    case Basis::arithmetic:
      return "arithmetic";
    case Basis::meaning:
      return "what the cell means";
    case Basis::practice:
      return "reviewing practice, no official requirement";
    case Basis::honesty:
      return "what the text does not tell";
  }
  return {};
}

// How many columns of a terminal a word takes; ideographs are two wide and three bytes long.
std::size_t width(std::string_view word) {
  std::size_t bytes = 0;
  std::size_t wide = 0;
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    bytes += byte < 0x80 ? 1 : 0;
    wide += byte >= 0xE0 ? 2 : 0;
  }
  return bytes + wide;
}

void column(std::string& out, std::string_view word, std::size_t columns) {
  out += word;
  const std::size_t used = width(word);
  out.append(used < columns ? columns - used : 1, ' ');
}

}  // namespace

std::string_view words(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "错误";
    case Severity::warning:
      return "提醒";
    case Severity::info:
      return "提示";
  }
  return {};
}

const RuleHelp* find_help(std::string_view id) {
  for (const std::span<const RuleHelp> family :
       {structure_help(), table_help(), narrative_help(), document_help()}) {
    for (const RuleHelp& help : family) {
      if (help.id == id) return &help;
    }
  }
  return nullptr;
}

std::string list_rules() {
  std::string out;
  for (const Rule& rule : rules()) {
    column(out, rule.id, 26);
    column(out, words(rule.severity), 6);
    column(out, words(rule.basis), 10);
    const RuleHelp* const help = find_help(rule.id);
    if (help == nullptr) {
      out += rule.basis_text;
    } else {
      out += help->title;
      out += " (";
      out += help->title_en;
      out += ')';
    }
    out += '\n';
  }
  return out;
}

std::string explain(const Rule& rule) {
  std::string out(rule.id);
  const RuleHelp* const help = find_help(rule.id);
  const auto line = [&](std::string_view head, std::string_view text) {
    out += head;
    out += text;
    out += '\n';
  };
  if (help == nullptr) {
    out += '\n';
  } else {
    line(" ", help->title);
    line("", help->title_en);
  }
  out += '\n';
  out += "级别：最高为「";
  out += words(rule.severity);
  line("」", "");
  out += "依据：";
  // Some reasons begin with what they are themselves.
  if (!rule.basis_text.starts_with(words(rule.basis))) {
    out += words(rule.basis);
    out += " — ";
  }
  line("", rule.basis_text);
  if (help != nullptr) {
    line("含义：", help->meaning);
    line("例子：", help->example);
  }
  out += '\n';
  line("Severity: at most ", name(rule.severity));
  line("Basis: ", words_en(rule.basis));
  if (help != nullptr) line("Meaning: ", help->meaning_en);
  return out;
}

std::string help_json() {
  JsonWriter json(32U << 10);
  json.open('[');
  for (const Rule& rule : rules()) {
    const RuleHelp* const help = find_help(rule.id);
    if (help == nullptr) continue;
    json.open('{');
    for (const auto& [key, text] : {
             std::pair{"rule", rule.id},
             {"severity", name(rule.severity)},
             {"basis", name(rule.basis)},
             {"basis_text", rule.basis_text},
             {"title", help->title},
             {"title_en", help->title_en},
             {"meaning", help->meaning},
             {"meaning_en", help->meaning_en},
             {"example", help->example},
         }) {
      json.key(key);
      json.string(text);
    }
    json.close('}');
  }
  json.close(']');
  return json.take();
}

}  // namespace gouji
