#include "cli/check.h"

#include <gouji/outputs.h>

namespace gouji::cli {
namespace {

// What each format prints, file by file.
class Printer {
 public:
  explicit Printer(Format format) : format_(format) {
    if (format == Format::csv) print(csv_head());
  }

  void add(const Checked& checked, const std::string& name) {
    const std::string_view path = name == "-" ? std::string_view() : name;
    switch (format_) {
      case Format::text:
        print(to_text(checked.answer, checked.source.text));
        break;
      case Format::json:
        print(to_json(checked.answer) + "\n");
        break;
      case Format::csv:
        print(to_csv(checked.answer));
        break;
      case Format::sarif:
        log_.add(checked.answer, checked.source.text, path);
        break;
    }
  }

  void add_unread(const std::string& name, const std::string& problem) {
    if (format_ == Format::sarif) log_.add_unread(name == "-" ? "" : name, problem);
  }

  void end() {
    if (format_ == Format::sarif) print(log_.take() + "\n");
  }

 private:
  Format format_;
  SarifLog log_;
};

}  // namespace

Beside::Beside(const Call& call) {
  const auto read = [&](const std::string& name) {
    const std::string file = shown(name);
    Checked out = check_file(name, {.file = file});
    const bool unknown = out.answer.verdict == Verdict::unknown_form;
    if (!out.problem.empty() || unknown) {
      unusable_ = true;
      complain(file, unknown ? "不是可核对的年度报告 (no annual report that can be checked)"
                             : out.problem);
    }
    return out;
  };
  if (!call.previous.empty()) {
    previous_ = read(call.previous);
    if (!previous_->problem.empty()) previous_.reset();
  }
  // A report that cannot be read stays: without it the sums would be others.
  for (const std::string& name : call.units) units_.push_back(read(name).answer);
}

Options Beside::options(std::string_view file) const {
  Options out;
  out.file = file;
  if (previous_) {
    out.previous = &previous_->answer;
    out.previous_text = previous_->source.text;
  }
  out.units = units_;
  return out;
}

void Beside::compare(const Answer& answer) const {
  for (const Finding& finding : answer.findings) {
    if (finding.rule != "DOC.PREVIOUS") continue;
    complain(answer.file, finding.message + " (" + finding.message_en + ")");
  }
  for (const Answer& unit : units_) {
    if (!unit.year || !answer.year || *unit.year == *answer.year) continue;
    complain(answer.file, "--sum-of 给的 " + unit.file + " 是 " + std::to_string(*unit.year) +
                              " 年度的,与本报告年度不同 (is of another year)");
  }
}

int check_files(const Call& call) {
  const Beside beside(call);
  Outcome outcome;
  outcome.unusable = beside.unusable();
  Printer printer(call.format);
  for (const std::string& name : call.files) {
    const std::string file = shown(name);
    const Checked checked = check_file(name, beside.options(file));
    if (!checked.problem.empty()) complain(file, checked.problem);
    outcome.note(checked.answer);
    if (!checked.read) {
      printer.add_unread(name, checked.problem);
      continue;
    }
    beside.compare(checked.answer);
    printer.add(checked, name);
    if (!flush()) break;
  }
  printer.end();
  if (flush()) return outcome.status();
  complain("", "无法写出结果 (cannot write the output)");
  return exit_unusable;
}

}  // namespace gouji::cli
