#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "answer/places.h"

namespace gouji::cli {
namespace {

File read_stream(std::FILE* stream) {
  File out;
  unsigned char block[1 << 16];
  std::size_t count = 0;
  while ((count = std::fread(block, 1, sizeof block, stream)) > 0) {
    out.bytes.insert(out.bytes.end(), block, block + count);
  }
  if (std::ferror(stream) != 0) out.problem = std::strerror(errno);
  return out;
}

// The length of the UTF-8 sequence at the beginning of a text; 0 where there is none.
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length == 0 || first > 0xF4 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
  }
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool outside = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
  return overlong || outside ? 0 : length;
}

}  // namespace

File read_file(const std::string& name) {
  if (name == "-") return read_stream(stdin);
  errno = 0;
  std::FILE* const stream = std::fopen(name.c_str(), "rb");
  if (stream == nullptr) {
    File out;
    out.problem = std::strerror(errno);
    return out;
  }
  File out = read_stream(stream);
  std::fclose(stream);
  return out;
}

std::string shown(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t length = sequence(name);
    out += length == 0 ? std::string_view("\uFFFD") : name.substr(0, length);
    name.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

Checked check_file(const std::string& name, const Options& options) {
  Checked out;
  const File file = read_file(name);
  if (!file.problem.empty()) {
    out.problem = "无法读取文件(cannot read the file): " + file.problem;
    out.answer = unreadable("无法读取文件", options);
    return out;
  }
  out.read = true;
  out.source = read_source(file.bytes);
  out.answer = check(out.source, options);
  if (out.answer.verdict == Verdict::unreadable) out.problem = out.answer.reason;
  return out;
}

void complain(std::string_view file, std::string_view problem) {
  const std::string line =
      "gouji: " + one_line(file) + (file.empty() ? "" : ": ") + one_line(problem) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool flush() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

void Outcome::note(const Answer& answer) {
  unusable = unusable || answer.verdict == Verdict::unreadable;
  for (const Finding& finding : answer.findings) {
    errors = errors || finding.severity == Severity::error;
  }
}

int Outcome::status() const {
  if (unusable) return exit_unusable;
  return errors ? exit_errors_found : 0;
}

}  // namespace gouji::cli
