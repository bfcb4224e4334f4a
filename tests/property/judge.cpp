#include "judge.h"

#include <algorithm>
#include <map>
#include <optional>

namespace gouji::property {
namespace {

Number reduced(Number number) {
  while (number.decimals > 0 && number.units % 10 == 0) {
    number.units /= 10;
    --number.decimals;
  }
  return number;
}

bool same(const gouji::Number& read, const Number& truth) {
  const Number plain = reduced(truth);
  return read.units == plain.units && read.decimals == plain.decimals;
}

bool accepted(const gouji::Number& read, const CellTruth& truth) {
  if (truth.state == "printed" && same(read, truth.value)) return true;
  for (const Number& other : truth.accept) {
    if (same(read, other)) return true;
  }
  return false;
}

// Full-width letters and spaces of all kinds make no other name.
std::string plain(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : text) {
    if (c >= U'\uFF01' && c <= U'\uFF5E') c -= U'\uFF01' - U'!';
    if (c != U' ' && c != U'\u3000' && c != U'\u00A0') out += c;
  }
  return utf8(out);
}

std::u32string utf32(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t c = more == 0 ? lead : lead & (0x3FU >> more);
    for (std::size_t k = 1; k <= more && i + k < text.size(); ++k) {
      c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    }
    out += c;
    i += more + 1;
  }
  return out;
}

class Judge {
 public:
  explicit Judge(const Sample& sample) : sample_(sample) {}

  Judgement run(const Answer& answer) {
    std::map<std::string_view, const gouji::Cell*> cells;
    for (const gouji::Cell& cell : answer.cells) {
      cells.emplace(cell.id, &cell);
      stated(cell);
    }
    for (const auto& [id, truth] : sample_.truth.cells) {
      if (!truth.determined) continue;
      ++out_.determined;
      const auto found = cells.find(id);
      determined(id, truth, found == cells.end() ? nullptr : found->second);
    }
    for (const Finding& finding : answer.findings) {
      if (finding.severity == Severity::info) continue;
      const std::string rule(finding.rule);
      if (sample_.truth.allowed_errors.count(rule) != 0) continue;
      if (finding.severity == Severity::error) {
        fault(Fault::error_finding, rule + ": " + finding.message);
      } else if (sample_.damage == "none" && is_legible() && !tells_doubt(rule)) {
        fault(Fault::warning, rule + ": " + finding.message);
      }
    }
    particulars(answer);
    return out_;
  }

 private:
  void fault(Fault kind, const std::string& what) {
    const auto i = static_cast<std::size_t>(kind);
    if (out_.faults[i]++ == 0) out_.first[i] = what;
  }

  static std::string told(const CellTruth& truth) {
    return truth.state == "printed" ? utf8(digits(truth.value)) : truth.state;
  }

  // Of cells that were not read: they are counted as lost.
  static bool tells_doubt(std::string_view rule) {
    return rule == "CELL.AMBIGUOUS" || rule == "CELL.MISSING";
  }

  // Some layouts lose cells: what has to be said of that is no false alarm.
  [[nodiscard]] bool is_legible() const {
    return std::all_of(
        sample_.truth.cells.begin(), sample_.truth.cells.end(),
        [](const auto& cell) { return cell.second.determined && cell.second.state == "printed"; });
  }

  // What the answer states of a cell holds whether the text determines it or not.
  void stated(const gouji::Cell& cell) {
    const std::string id(cell.id);
    const auto found = sample_.truth.cells.find(id);
    static const CellTruth kNoCell{"missing", {}, {}, false, {}};
    const CellTruth& truth = found == sample_.truth.cells.end() ? kNoCell : found->second;
    const bool printed = cell.state == CellState::printed;
    const std::string where = id + ", truth " + told(truth) + ", ";
    if (printed != cell.value.has_value()) {
      fault(Fault::wrong_value, where + "state and value disagree");
    } else if (printed && !accepted(*cell.value, truth)) {
      fault(Fault::wrong_value, where + "printed " + to_string(*cell.value));
    }
    if (cell.inferred &&
        (printed ||
         !same({*cell.inferred, 0}, truth.state == "printed" ? truth.value : truth.actual))) {
      fault(Fault::wrong_value, where + "inferred " + std::to_string(*cell.inferred));
    }
    if (truth.state == "printed" &&
        (cell.state == CellState::blank || cell.state == CellState::placeholder)) {
      fault(Fault::wrong_blank, where + std::string(gouji::name(cell.state)));
    }
    if (cell.state == CellState::ambiguous && !cell.candidates.empty() && !among(cell, truth)) {
      fault(Fault::candidates, where + std::to_string(cell.candidates.size()) + " candidates");
    }
  }

  static bool among(const gouji::Cell& cell, const CellTruth& truth) {
    for (const std::optional<gouji::Number>& candidate : cell.candidates) {
      if (candidate ? accepted(*candidate, truth) : truth.state != "printed") return true;
    }
    return false;
  }

  void determined(const std::string& id, const CellTruth& truth, const gouji::Cell* cell) {
    const std::string state(cell == nullptr ? "no cell" : gouji::name(cell->state));
    const std::string what = id + ", truth " + told(truth) + ", " + state;
    if (truth.state == "printed") {
      if (state == "printed" && same(*cell->value, truth.value)) {
        ++out_.right;
      } else if (state != "printed" && state != "blank" && state != "placeholder") {
        fault(Fault::lost, what);
      }
      return;
    }
    if (state == truth.state) {
      ++out_.right;
    } else if (state == "ambiguous" || state == "no cell" || state == "printed") {
      fault(Fault::lost, what);
    } else {
      fault(Fault::state, what);
    }
  }

  void particular(bool right, const std::string& what) {
    ++out_.particulars;
    if (!right) fault(Fault::particular, what);
  }

  void particulars(const Answer& answer) {
    const Truth& truth = sample_.truth;
    const Report& report = sample_.report;
    if (truth.form_known && report.forms[kDisclosure] == report.forms[kRequests]) {
      const std::string form = report.forms[kRequests] == Form::f2019 ? "2019" : "2021";
      particular(answer.form == form, "form " + form + ", read " + std::string(answer.form));
    }
    if (truth.agency) {
      particular(plain(*truth.agency) == plain(utf32(answer.agency)),
                 "agency " + utf8(*truth.agency) + ", read " + answer.agency);
    }
    if (truth.year) {
      particular(answer.year == truth.year,
                 "year " + std::to_string(*truth.year) + ", read " +
                     (answer.year ? std::to_string(*answer.year) : std::string("none")));
    }
    if (truth.published) {
      particular(plain(*truth.published) == answer.published,
                 "published " + utf8(*truth.published) + ", read " + answer.published);
    }
    for (const gouji::Table& table : answer.tables) {
      const std::string id(gouji::name(table.id));
      if (truth.lost_tables.count(id) == 0) continue;
      particular(table.status == TableStatus::lost,
                 "table " + id + " is lost, read as " + std::string(gouji::name(table.status)));
    }
  }

  const Sample& sample_;
  Judgement out_;
};

}  // namespace

std::string_view name(Fault fault) {
  static constexpr std::array<std::string_view, kFaults> kNames{
      "wrong", "wrong-blank", "lost", "state", "candidates", "error", "warning", "particular"};
  return kNames[static_cast<std::size_t>(fault)];
}

Judgement judge(const Sample& sample, const Answer& answer) { return Judge(sample).run(answer); }

}  // namespace gouji::property
