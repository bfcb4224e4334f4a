// Lines of a stream, and the records in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::cli {

// Lines as they come, without waiting for more than a line.
class LineReader {
 public:
  // Longer lines are passed over, and never kept.
  LineReader(int descriptor, std::size_t longest);

  // What a line's memory may keep once the line is done with.
  static constexpr std::size_t usual_line = 4U << 20;

  enum class Result : std::uint8_t { line, too_long, end, failed };
  // `line` is the next line without its end; it may be changed.
  [[nodiscard]] Result next(std::string& line);

 private:
  int descriptor_;
  std::size_t longest_;
  std::vector<char> block_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

// `{"file": …, "text": …}`; further members are passed over.
struct Record {
  std::string_view file;  // UTF-8, in the line it was read from
  std::string_view text;
  std::string problem;  // why it is none, zh-CN
};

// Reads a record in its place: the line is changed, and the record refers to it.
[[nodiscard]] Record read_record(std::string& line);

}  // namespace gouji::cli
