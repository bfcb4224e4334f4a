#include <gouji/outputs.h>

namespace gouji {
namespace {

void field(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

// A spreadsheet takes what begins so for a formula.
bool is_formula(std::string_view text) {
  if (text.size() < 2) return false;
  for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

}  // namespace

std::string csv_head() { return "file,id,value,state\n"; }

std::string to_csv(const Answer& answer) {
  std::string file;
  // The same file by another name.
  field(file, is_formula(answer.file) ? "./" + answer.file : answer.file);
  std::string out;
  for (const Cell& cell : answer.cells) {
    out += file;
    out += ',';
    out += cell.id;
    out += ',';
    if (cell.value) out += to_string(*cell.value);
    out += ',';
    out += name(cell.state);
    out += '\n';
  }
  return out;
}

}  // namespace gouji
