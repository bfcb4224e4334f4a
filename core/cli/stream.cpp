#include "cli/stream.h"

#include <cstdio>
#include <new>
#include <span>

#include "cli/records.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace gouji::cli {
namespace {

// A text of `max_text` units whose every unit is written as an escape, and its frame.
constexpr std::size_t longest_line = max_text * 6 + (64U << 10);

// So many lines are named on standard error: nobody may read it, and a full pipe would stop us.
constexpr std::size_t most_named = 20;

// As from a file, but that a byte order mark is a part of the text.
Source source_of(std::string_view text) {
  Source out = read_source({reinterpret_cast<const unsigned char*>(text.data()), text.size()});
  if (!out.rendition && text.starts_with("\xEF\xBB\xBF")) out.text.insert(0, 1, u'\uFEFF');
  return out;
}

// Gives back what an unusually long line has taken; the C library would keep it for the next.
void give_back(std::string& line, bool too_long) {
  if (!too_long && line.capacity() <= LineReader::usual_line) return;
  std::string().swap(line);
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

class Stream {
 public:
  explicit Stream(const Call& call) : beside_(call) { outcome_.unusable = beside_.unusable(); }

  int run() {
    LineReader reader(0, longest_line);
    std::string line;
    for (std::size_t number = 1;; ++number) {
      const LineReader::Result result = reader.next(line);
      if (result == LineReader::Result::end) break;
      if (result == LineReader::Result::failed) {
        complain("", "无法读取标准输入 (cannot read standard input)");
        outcome_.unusable = true;
        break;
      }
      const bool too_long = result == LineReader::Result::too_long;
      answer(number, too_long, line);
      give_back(line, too_long);
      if (!flush()) {
        complain("", "无法写出结果 (cannot write the output)");
        return exit_unusable;
      }
    }
    if (unreadable_ > most_named) {
      complain("", "共 " + std::to_string(unreadable_) + " 行无法读取 (lines could not be read)");
    }
    return outcome_.status();
  }

 private:
  void answer(std::size_t number, bool too_long, std::string& line) {
    Record record;
    try {
      if (too_long) {
        record.problem = "太长：超过 " + std::to_string(longest_line) + " 字节";
      } else {
        record = read_record(line);
      }
      if (record.problem.empty()) {
        const Options options = beside_.options(record.file);
        tell(check(source_of(record.text), options), number, record.problem);
        return;
      }
    } catch (const std::bad_alloc&) {
      record.problem = "内存不足";
    }
    tell(gouji::unreadable("第 " + std::to_string(number) + " 行：" + record.problem,
                           {.file = record.file}),
         number, record.problem);
  }

  void tell(const Answer& answer, std::size_t number, std::string_view problem) {
    outcome_.note(answer);
    std::string line = to_json(answer);
    line += '\n';
    print(line);
    if (answer.verdict != Verdict::unreadable || ++unreadable_ > most_named) return;
    const std::string where = "第 " + std::to_string(number) + " 行";
    complain(answer.file, problem.empty() ? where + "：" + answer.reason : answer.reason);
  }

  Beside beside_;
  Outcome outcome_;
  std::size_t unreadable_ = 0;
};

}  // namespace

int check_stream(const Call& call) { return Stream(call).run(); }

}  // namespace gouji::cli
