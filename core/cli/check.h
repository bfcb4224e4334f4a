// gouji check: reports from files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/files.h"

namespace gouji::cli {

enum class Format : std::uint8_t { text, json, csv, sarif };

struct Call {
  Format format = Format::text;
  std::vector<std::string> files;
  std::string previous;            // empty for none
  std::vector<std::string> units;  // the reports of --sum-of
};

// The reports that each report is checked beside.
class Beside {
 public:
  // Reads and checks them; those that cannot be used are named on standard error.
  explicit Beside(const Call& call);

  [[nodiscard]] bool unusable() const { return unusable_; }
  [[nodiscard]] Options options(std::string_view file) const;
  // Says on standard error where they do not seem to belong to a report.
  void compare(const Answer& answer) const;

 private:
  bool unusable_ = false;
  std::optional<Checked> previous_;
  std::vector<Answer> units_;
};

// Gives the exit status.
[[nodiscard]] int check_files(const Call& call);

}  // namespace gouji::cli
