// The answer for people: zh-CN, plain; and what it leaves to their judgement.
#include <gouji/answer.h>

#include "answer/places.h"
#include "rules/help.h"

namespace gouji {
namespace {

std::string_view words(Verdict verdict) {
  switch (verdict) {
    case Verdict::consistent:
      return "勾稽一致";
    case Verdict::inconsistent:
      return "有不一致之处";
    case Verdict::incomplete:
      return "未见矛盾，但有单元格或表格没有读到";
    case Verdict::unknown_form:
      return "不是可核对的表式";
    case Verdict::unreadable:
      return "无法读取";
  }
  return {};
}

std::string_view words(TableStatus status) {
  switch (status) {
    case TableStatus::complete:
      return "完整";
    case TableStatus::partial:
      return "部分读到";
    case TableStatus::lost:
      return "有标题，没有表格";
    case TableStatus::absent:
      return "没有找到";
  }
  return {};
}

std::string_view words(TableId id) {
  switch (id) {
    case TableId::disclosure:
      return "表二 主动公开政府信息情况";
    case TableId::requests:
      return "表三 收到和处理政府信息公开申请情况";
    case TableId::disputes:
      return "表四 政府信息公开行政复议、行政诉讼情况";
  }
  return {};
}

// The smallest changes with which the equations hold: possibilities, not verdicts.
void tell_repairs(std::string& out, const Answer& answer) {
  if (answer.repairs.empty()) return;
  out += "使各式成立的最小改动（仅供核实，未必就是出错之处）\n";
  for (const Repair& repair : answer.repairs) {
    out += "  ";
    for (std::size_t i = 0; i < repair.equations.size(); ++i) {
      if (i > 0) out += "、";
      out += repair.equations[i];
    }
    out += '\n';
    if (repair.alternatives.empty()) out += "    没有找到\n";
    for (std::size_t i = 0; i < repair.alternatives.size(); ++i) {
      out += "    ";
      if (repair.alternatives.size() > 1) out += std::to_string(i + 1) + ". ";
      out += in_words(answer, repair.alternatives[i]);
      out += '\n';
    }
    if (!repair.proved) out += "    未穷尽：可能还有其他改法\n";
  }
}

}  // namespace

std::string to_text(const Answer& answer, std::u16string_view text) {
  std::string out;
  if (!answer.file.empty()) out += one_line(answer.file) + ": ";
  out += words(answer.verdict);
  if (!answer.reason.empty()) out += "(" + one_line(answer.reason) + ")";
  out += '\n';
  if (answer.verdict == Verdict::unreadable) return out;
  std::string about;
  for (const std::string& part :
       {one_line(answer.agency), answer.year ? std::to_string(*answer.year) + " 年" : std::string(),
        answer.form.empty() ? std::string() : std::string(answer.form) + " 版表式",
        answer.published.empty() ? std::string() : "发布日期 " + answer.published}) {
    if (part.empty()) continue;
    if (!about.empty()) about += " · ";
    about += part;
  }
  if (!about.empty()) out += "  " + about + '\n';
  if (answer.verdict != Verdict::unknown_form) {
    for (const Table& table : answer.tables) {
      out += "  ";
      out += words(table.id);
      out += "：";
      out += words(table.status);
      out += '\n';
    }
  }
  if (answer.text && !answer.findings.empty()) out += "  位置是网页排成文字后的行:列\n";
  const Lines lines(text);
  for (const Finding& finding : answer.findings) {
    out += "  ";
    if (!finding.spans.empty()) {
      const Position place = lines.position(finding.spans.front().begin);
      out += std::to_string(place.line) + ":" + std::to_string(place.column) + " ";
    }
    out += words(finding.severity);
    out += ' ';
    out += finding.rule;
    out += ' ';
    out += one_line(finding.message);
    out += '\n';
  }
  tell_repairs(out, answer);
  return out;
}

}  // namespace gouji
