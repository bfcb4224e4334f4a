// gouji check: the contract's command line.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <gouji/check.h>
#include <gouji/html.h>

namespace {

constexpr int exit_errors_found = 1;
constexpr int exit_unusable = 2;

struct File {
  std::vector<unsigned char> bytes;
  std::string problem;  // why it could not be read
};

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

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool has_error(const gouji::Answer& answer) {
  for (const gouji::Finding& finding : answer.findings) {
    if (finding.severity == gouji::Severity::error) return true;
  }
  return false;
}

int check(const std::vector<std::string>& files, const std::string& format) {
  bool errors = false;
  bool unusable = false;
  for (const std::string& name : files) {
    const File file = read_file(name);
    gouji::Options options;
    options.file = name;
    if (!file.problem.empty()) {
      unusable = true;
      std::fprintf(stderr, "gouji: %s: 无法读取文件(cannot read the file): %s\n", name.c_str(),
                   file.problem.c_str());
      continue;
    }
    const gouji::Source source = gouji::read_source(file.bytes);
    const gouji::Answer answer = gouji::check(source, options);
    if (answer.verdict == gouji::Verdict::unreadable) {
      unusable = true;
      std::fprintf(stderr, "gouji: %s: %s\n", name.c_str(), answer.reason.c_str());
    }
    errors = errors || has_error(answer);
    print(format == "json" ? gouji::to_json(answer) + "\n" : gouji::to_text(answer, source.text));
    std::fflush(stdout);
  }
  if (unusable) return exit_unusable;
  return errors ? exit_errors_found : 0;
}

int run(int argc, char** argv) {
  CLI::App app{
      "勾稽:核对政府信息公开工作年度报告 (reconciles annual reports on open government "
      "information)"};
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  CLI::App* const command = app.add_subcommand("check", "核对报告 (check reports)");
  std::string format = "text";
  std::vector<std::string> files;
  command->add_option("--format", format, "输出格式 (output): text, json")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("files", files, "报告文件,- 为标准输入 (reports; - is standard input)");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? 0 : exit_unusable;
  }
  if (files.empty()) files.emplace_back("-");
  return check(files, format);
}

}  // namespace

int main(int argc, char** argv) {
  // What is left to be thrown is the memory running out.
  try {
    return run(argc, argv);
  } catch (...) {
    std::fputs("gouji: 内存不足 (out of memory)\n", stderr);
    return exit_unusable;
  }
}
