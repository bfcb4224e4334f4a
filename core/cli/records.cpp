#include "cli/records.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

namespace gouji::cli {
namespace {

constexpr std::size_t block_size = 1U << 16;

std::optional<unsigned> hex(std::string_view digits) {
  unsigned out = 0;
  if (digits.size() != 4) return std::nullopt;
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      out = out * 16 + static_cast<unsigned>(c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      out = out * 16 + static_cast<unsigned>(lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return out;
}

// JavaScript writes half of a surrogate pair as an escape; it becomes U+FFFD, as long as it was.
void mend_surrogates(std::string& line) {
  const auto unit = [&](std::size_t at) -> std::optional<unsigned> {
    if (at + 6 > line.size() || line[at] != '\\' || line[at + 1] != 'u') return std::nullopt;
    return hex(std::string_view(line).substr(at + 2, 4));
  };
  for (std::size_t i = line.find('\\'); i != std::string::npos && i + 1 < line.size();
       i = line.find('\\', i)) {
    const std::optional<unsigned> first = unit(i);
    if (!first) {
      i += 2;
      continue;
    }
    const std::size_t at = i;
    i += 6;
    if (*first < 0xD800 || *first > 0xDFFF) continue;
    const std::optional<unsigned> second = unit(i);
    if (*first < 0xDC00 && second && *second >= 0xDC00 && *second <= 0xDFFF) {
      i += 6;
    } else {
      line.replace(at + 2, 4, "fffd");
    }
  }
}

// Takes the two members of the outermost object.
class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
 public:
  explicit Handler(Record& out) : out_(out) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names
  bool StartObject() {
    if (depth_ == 0) object_ = true;
    return other() && ++depth_ > 0;
  }
  bool EndObject(rapidjson::SizeType /*members*/) { return --depth_ >= 0; }
  bool StartArray() { return other() && ++depth_ > 0; }
  bool EndArray(rapidjson::SizeType /*elements*/) { return --depth_ >= 0; }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ == 1) key_ = {text, size};
    return true;
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    if (depth_ != 1) return true;
    if (key_ == "file") {
      out_.file = {text, size};
    } else if (key_ == "text") {
      out_.text = {text, size};
      has_text_ = true;
    }
    return true;
  }
  bool RawNumber(const char* /*text*/, rapidjson::SizeType /*size*/, bool /*copy*/) {
    return other();
  }
  bool Null() { return depth_ == 1 && key_ == "file" ? true : other(); }
  bool Default() { return other(); }
  // NOLINTEND(readability-identifier-naming)

  void end() {
    if (!object_) {
      out_.problem = "不是 JSON 对象";
    } else if (!wrong_.empty()) {
      out_.problem = wrong_ + " 不是字符串";
    } else if (!has_text_) {
      out_.problem = "没有 text";
    }
  }

 private:
  // A value that is no string.
  bool other() {
    if (depth_ == 1 && (key_ == "file" || key_ == "text")) wrong_ = key_;
    return true;
  }

  Record& out_;
  std::string key_;
  std::string wrong_;
  int depth_ = 0;
  bool object_ = false;
  bool has_text_ = false;
};

}  // namespace

LineReader::LineReader(int descriptor, std::size_t longest)
    : descriptor_(descriptor), longest_(longest), block_(block_size) {}

LineReader::Result LineReader::next(std::string& line) {
  line.clear();
  bool any = false;
  bool too_long = false;
  for (;;) {
    if (begin_ == end_) {
      const ssize_t count = ::read(descriptor_, block_.data(), block_.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return Result::failed;
      if (count == 0) break;
      begin_ = 0;
      end_ = static_cast<std::size_t>(count);
    }
    any = true;
    const char* const from = block_.data() + begin_;
    const auto* const stop = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    const std::size_t length =
        stop == nullptr ? end_ - begin_ : static_cast<std::size_t>(stop - from);
    too_long = too_long || line.size() + length > longest_;
    if (too_long) {
      std::string().swap(line);
    } else {
      line.append(from, length);
    }
    begin_ += length + (stop == nullptr ? 0 : 1);
    if (stop != nullptr) break;
  }
  if (!any) return Result::end;
  return too_long ? Result::too_long : Result::line;
}

Record read_record(std::string& line) {
  Record out;
  if (line.find('\0') != std::string::npos) {
    out.problem = "不是 JSON：有 NUL 字节";
    return out;
  }
  mend_surrogates(line);
  char* begin = line.data();
  if (std::string_view(line).starts_with("\xEF\xBB\xBF")) begin += 3;
  rapidjson::InsituStringStream stream(begin);
  rapidjson::Reader reader;
  Handler handler(out);
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag |
                             rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
  if (result.IsError()) {
    out = {};
    out.problem = "不是 JSON，第 " + std::to_string(result.Offset() + 1) + " 字节起（" +
                  rapidjson::GetParseError_En(result.Code()) + "）";
    return out;
  }
  handler.end();
  return out;
}

}  // namespace gouji::cli
