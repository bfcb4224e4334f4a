// The answer for people: zh-CN, plain.
#include <algorithm>

#include <gouji/answer.h>

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

// Line and column, both from 1, columns in UTF-16 code units; CR LF is one line end.
class Lines {
 public:
  explicit Lines(std::u16string_view text) {
    starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool pair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
      if ((text[i] == u'\n' || text[i] == u'\r') && !pair) {
        starts_.push_back(static_cast<std::uint32_t>(i + 1));
      }
    }
  }

  [[nodiscard]] std::string place(std::uint32_t at) const {
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
    return std::to_string(next - starts_.begin()) + ":" + std::to_string(at - *(next - 1) + 1);
  }

 private:
  std::vector<std::uint32_t> starts_;
};

std::string_view words(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "错误";
    case Severity::warning:
      return "提醒";
    case Severity::info:
      return "提示";
  }
  return {};
}

}  // namespace

std::string to_text(const Answer& answer, std::u16string_view text) {
  std::string out;
  if (!answer.file.empty()) out += answer.file + ": ";
  out += words(answer.verdict);
  if (!answer.reason.empty()) out += "(" + answer.reason + ")";
  out += '\n';
  if (answer.verdict == Verdict::unreadable) return out;
  std::string about;
  for (const std::string& part :
       {answer.agency, answer.year ? std::to_string(*answer.year) + " 年" : std::string(),
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
  const Lines lines(text);
  for (const Finding& finding : answer.findings) {
    out += "  ";
    if (!finding.spans.empty()) out += lines.place(finding.spans.front().begin) + " ";
    out += words(finding.severity);
    out += ' ';
    out += finding.rule;
    out += ' ';
    out += finding.message;
    out += '\n';
  }
  return out;
}

}  // namespace gouji
