// The answer in the formats of other tools: CSV for spreadsheets, SARIF for code review.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <gouji/answer.h>

namespace gouji {

// CSV as RFC 4180 quotes it, UTF-8, lines ended by LF: a head, then one row a cell. A cell without
// a value has an empty one.
[[nodiscard]] std::string csv_head();
[[nodiscard]] std::string to_csv(const Answer& answer);

// One SARIF 2.1.0 log of any number of files: those of one call.
class SarifLog {
 public:
  SarifLog();
  ~SarifLog();
  SarifLog(SarifLog&&) noexcept;
  SarifLog& operator=(SarifLog&&) noexcept;
  SarifLog(const SarifLog&) = delete;
  SarifLog& operator=(const SarifLog&) = delete;

  // `text` is what was checked; `path` the file's, in any encoding, or empty for standard input.
  void add(const Answer& answer, std::u16string_view text, std::string_view path);
  // A file that could not be read, and why.
  void add_unread(std::string_view path, std::string_view reason);
  // The document: one line of JSON, UTF-8, without a line end. Nothing can be added afterwards.
  [[nodiscard]] std::string take();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace gouji
