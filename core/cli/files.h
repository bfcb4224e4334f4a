// Files of the command line, and what is said of them.
#pragma once

#include <string>
#include <vector>

#include <gouji/check.h>
#include <gouji/html.h>

namespace gouji::cli {

inline constexpr int exit_errors_found = 1;
inline constexpr int exit_unusable = 2;

struct File {
  std::vector<unsigned char> bytes;
  std::string problem;  // why it could not be read
};

// `-` is standard input.
[[nodiscard]] File read_file(const std::string& name);

// A name as it may stand in an answer: bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string shown(std::string_view name);

// A file read and checked.
struct Checked {
  Source source;
  Answer answer;
  std::string problem;  // why the file is of no use
  bool read = false;    // there is a text, and an answer to it
};
[[nodiscard]] Checked check_file(const std::string& name, const Options& options);

// A line on standard error about a file.
void complain(std::string_view file, std::string_view problem);
void print(std::string_view text);
// What was printed has been written.
[[nodiscard]] bool flush();

// Both exit statuses that answers ask for.
struct Outcome {
  bool errors = false;
  bool unusable = false;

  void note(const Answer& answer);
  [[nodiscard]] int status() const;
};

}  // namespace gouji::cli
