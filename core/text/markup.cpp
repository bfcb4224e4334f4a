#include "text/markup.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "text/unicode.h"

namespace gouji {
namespace {

class Blanker {
 public:
  explicit Blanker(std::u16string& text) : text_(text) {}

  void run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      switch (text_[i]) {
        case u'<':
          line_break(i);
          break;
        case u'\\':
          if (i + 1 < text_.size() && is_punctuation(text_[i + 1])) text_[i] = u' ';
          break;
        case u'&':
          reference(i);
          break;
        case u'`':
          text_[i] = u' ';
          break;
        case u'*':
        case u'_':
        case u'~':
          i = emphasis(i);
          break;
        default:
          break;
      }
    }
  }

 private:
  static constexpr std::size_t longest = 200;  // of a stretch that is marked as a whole

  static bool is_punctuation(char16_t c) {
    return (c >= u'!' && c <= u'/') || (c >= u':' && c <= u'@') || (c >= u'[' && c <= u'`') ||
           (c >= u'{' && c <= u'~');
  }
  [[nodiscard]] bool is_edge(std::size_t at) const {
    if (at >= text_.size()) return true;
    const char16_t c = text_[at];
    return is_space(c) || c == u'\t' || c == u'|' || c == u'\n' || c == u'\r';
  }

  // 「<br>」, 「<br/>」, 「<BR />」
  void line_break(std::size_t at) {
    constexpr std::size_t longest_tag = 8;
    constexpr std::u16string_view name = u"br";
    std::size_t matched = 0;
    for (std::size_t i = at + 1; i < std::min(text_.size(), at + longest_tag); ++i) {
      const char16_t c = text_[i];
      if (c == u'>') {
        if (matched == name.size()) blank(at, i + 1);
        return;
      }
      if (c == u'/' || c == u' ') continue;
      if (matched == name.size() || (c | 0x20) != name[matched]) return;
      ++matched;
    }
  }

  // 「&nbsp;」 and the like, left over where only the tags of a page were taken out.
  void reference(std::size_t at) {
    constexpr std::size_t longest_name = 9;
    std::size_t end = at + 1;
    while (end < text_.size() && end - at <= longest_name && is_name(text_[end])) ++end;
    if (end > at + 2 && end < text_.size() && text_[end] == u';') blank(at, end + 1);
  }
  static bool is_name(char16_t c) { return is_latin(c) || is_digit(c) || c == u'#'; }

  // Gives the last place of the run of marks that begins at `begin`.
  std::size_t emphasis(std::size_t begin) {
    const char16_t mark = text_[begin];
    std::size_t end = begin;
    while (end < text_.size() && text_[end] == mark) ++end;
    const std::size_t length = end - begin;
    const bool opens = (begin == 0 || is_edge(begin - 1)) && !is_edge(end);
    const bool closes = (begin > 0 && !is_edge(begin - 1)) && is_edge(end);
    const bool inside = begin > 0 && !is_edge(begin - 1) && !is_edge(end);
    if (length == 2 || (length == 3 && mark == u'*')) {
      if (opens || closes || inside) blank(begin, end);
    } else if (length == 1 && opens && mark != u'~') {
      const std::size_t close = closing(mark, end);
      if (close != 0) text_[begin] = text_[close] = u' ';
    }
    return end - 1;
  }

  // Where on the same line a single mark closes what one opened; 0 if nowhere.
  [[nodiscard]] std::size_t closing(char16_t mark, std::size_t from) const {
    const std::size_t limit = std::min(text_.size(), from + longest);
    for (std::size_t i = from; i < limit; ++i) {
      const char16_t c = text_[i];
      if (c == u'\n' || c == u'\r' || c == u'|' || c == u'\t') return 0;
      if (c == mark && i > from) return is_edge(i + 1) && !is_edge(i - 1) ? i : 0;
    }
    return 0;
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(begin),
              text_.begin() + static_cast<std::ptrdiff_t>(end), u' ');
  }

  std::u16string& text_;
};

}  // namespace

void blank_markup(std::u16string& text) { Blanker(text).run(); }

}  // namespace gouji
