// gouji: the contract's command line.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <gouji/rules.h>

#include "cli/check.h"
#include "cli/stream.h"

namespace gouji::cli {
namespace {

constexpr const char* check_footer =
    "FILE 是文字、HTML 或 MHT;- 或不写是标准输入。--previous 和 --sum-of 用于每一个 FILE。\n"
    "--sum-of 之后的名称都是所属单位的报告:把 FILE 写在前面,或写在 -- 之后,如\n"
    "  gouji check 县.txt --sum-of 甲局.txt 乙局.txt\n"
    "  gouji check --sum-of 甲局.txt 乙局.txt -- 县.txt\n"
    "--jsonl:每行 {\"file\": …, \"text\": …},逐行回答,按次序;读不了的行 verdict 为 unreadable。\n"
    "退出码:0 没有错误级发现;1 至少一条;2 调用有误,或有文件、有行不能用。\n"
    "\n"
    "A FILE is text, HTML or MHT; - or none is standard input. --previous and --sum-of apply to\n"
    "each FILE. All names behind --sum-of are subordinate reports: put FILE before it, or after "
    "--.\n"
    "--jsonl: each line is {\"file\": ..., \"text\": ...}; one answer a line, flushed, in order.\n"
    "Exit status: 0 no finding of severity error; 1 at least one; 2 the call, a file or a line\n"
    "could not be used.";

int explain_rule(const std::string& id) {
  const Rule* const rule = find_rule(id);
  if (rule == nullptr) {
    complain("", "没有名为 " + shown(id) + " 的规则,用 gouji rules 查看全部 (no rule is called " +
                     shown(id) + "; gouji rules lists them)");
    return exit_unusable;
  }
  print(explain(*rule));
  return flush() ? 0 : exit_unusable;
}

// Why a call cannot be answered that each option for itself allows; empty where it can.
std::string wrong(const Call& call, bool jsonl, bool format_given, bool previous_empty) {
  // A script's variable that holds nothing must not pass for no report of the year before.
  if (previous_empty) {
    return "--previous 后面的文件名是空的 (the name behind --previous is empty)";
  }
  if (jsonl && format_given && call.format != Format::json) {
    return "--jsonl 的输出只有 json (the output of --jsonl is json)";
  }
  if (jsonl && !call.files.empty()) {
    return "--jsonl 读标准输入,不能再给 FILE (--jsonl reads standard input and takes no FILE)";
  }
  const auto inputs = std::count(call.files.begin(), call.files.end(), "-") +
                      std::count(call.units.begin(), call.units.end(), "-") +
                      (call.previous == "-" ? 1 : 0) + (jsonl ? 1 : 0);
  const bool implied = !jsonl && call.files.empty();
  if (inputs + (implied ? 1 : 0) > 1) {
    return "标准输入只能用一次 (standard input can be used only once)";
  }
  return {};
}

int run(int argc, char** argv) {
  CLI::App app{
      "勾稽:核对政府信息公开工作年度报告 (reconciles annual reports on open government "
      "information)"};
  app.require_subcommand(1);
  app.get_formatter()->column_width(32);
  CLI::App* const command = app.add_subcommand("check", "核对报告 (check reports)");
  command->footer(check_footer);
  Call call;
  bool jsonl = false;
  const std::map<std::string, Format> formats = {{"text", Format::text},
                                                 {"json", Format::json},
                                                 {"csv", Format::csv},
                                                 {"sarif", Format::sarif}};
  std::string format = "text";
  CLI::Option* const format_option =
      command->add_option("--format", format, "输出格式 (output): text, json, csv, sarif")
          ->check(CLI::IsMember(formats));
  CLI::Option* const previous_option =
      command
          ->add_option("--previous", call.previous,
                       "同一机关上年的报告 (the same agency's report of the year before)")
          ->type_name("FILE");
  command
      ->add_option("--sum-of", call.units,
                   "所属各单位的报告 (the reports of the subordinate units)")
      ->type_name("FILE");
  command->add_flag("--jsonl", jsonl, "标准输入每行一份报告 (standard input: a report a line)");
  command->add_option("files", call.files, "报告文件,- 为标准输入 (reports; - is standard input)")
      ->type_name("FILE");
  const CLI::App* const list = app.add_subcommand("rules", "列出全部规则 (lists the rules)");
  CLI::App* const help = app.add_subcommand("explain", "解释一条规则 (explains a rule)");
  std::string rule;
  help->add_option("rule", rule, "规则的名称,如 T3.BALANCE (a rule's id)")->required();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? 0 : exit_unusable;
  }
  if (list->parsed()) {
    print(list_rules());
    return flush() ? 0 : exit_unusable;
  }
  if (help->parsed()) return explain_rule(rule);
  call.format = formats.at(format);
  // CLI11 takes the name that comes next for that of a bare `--previous=`.
  const std::string_view bare = "--previous=";
  const bool previous_empty = (previous_option->count() > 0 && call.previous.empty()) ||
                              std::find(argv, argv + argc, bare) != argv + argc;
  const std::string problem = wrong(call, jsonl, format_option->count() > 0, previous_empty);
  if (!problem.empty()) {
    complain("", problem);
    return exit_unusable;
  }
  if (jsonl) return check_stream(call);
  if (call.files.empty()) call.files.emplace_back("-");
  return check_files(call);
}

}  // namespace
}  // namespace gouji::cli

int main(int argc, char** argv) {
  // What is left to be thrown is the memory running out.
  try {
    return gouji::cli::run(argc, argv);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "gouji: 内存不足 (out of memory): %s\n", problem.what());
    return gouji::cli::exit_unusable;
  }
}
