#include "tables/tokens.h"

#include <algorithm>

#include "tables/fused.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::uint32_t no_hit = UINT32_MAX;

class Tokenizer {
 public:
  Tokenizer(const Document& document, std::uint32_t begin, std::uint32_t end)
      : document_(document), text_(document.folded), begin_(begin), end_(end) {
    owner_.assign(end - begin, no_hit);
  }

  std::vector<Token> run() {
    for (std::uint32_t i = 0; i < document_.labels.size(); ++i) cover(i);
    const std::vector<Piece>& pieces = document_.layout.pieces;
    auto piece = std::partition_point(pieces.begin(), pieces.end(), [&](const Piece& p) {
      return p.end < begin_ || (p.end == begin_ && !p.empty());
    });
    const auto behind =
        std::partition_point(piece, pieces.end(), [&](const Piece& p) { return p.begin < end_; });
    out_.reserve(static_cast<std::size_t>(behind - piece) * 2);  // labels and figures share some
    for (; piece != behind; ++piece) {
      if (!is_stray(*piece)) read(*piece);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_stray(const Piece& piece) const {
    const std::vector<Stray>& strays = document_.strays;
    if (strays.empty()) return false;
    const auto stray = std::partition_point(
        strays.begin(), strays.end(), [&](const Stray& other) { return other.end <= piece.begin; });
    return stray != strays.end() && stray->begin <= piece.begin;
  }

  // Marks what belongs to a label: its letters, its numbering, and what stands between two of its
  // letters unless that could be a value.
  void cover(std::uint32_t index) {
    const Hit& hit = document_.labels[index];
    if (hit.end <= begin_ || hit.begin >= end_) return;
    const auto own = [&](std::uint32_t from, std::uint32_t to) {
      for (std::uint32_t i = std::max(from, begin_); i < std::min(to, end_); ++i) {
        owner_[i - begin_] = index;
      }
    };
    own(hit.begin, document_.letters[hit.first].at);
    for (std::uint32_t k = hit.first; k < hit.last; ++k) {
      const Letter& letter = document_.letters[k];
      if (k > hit.first && letter.after_number) {
        // Words with figures before and behind them fill a cell of the row that the label is broken
        // over.
        std::uint32_t next = k + 1;
        while (next < hit.last && !document_.letters[next].after_number) ++next;
        if (next < hit.last) {
          k = next - 1;
          continue;
        }
      }
      own(letter.at, letter.at + 1);
      if (k > hit.first && letter.before <= Gap::soft) {
        own(document_.letters[k - 1].at + 1, letter.at);
      }
    }
    cover_note(rest_of_note(document_.letters[hit.first].at, hit.end, own), own);
  }

  // The rest of a note of which only the beginning was known for a part of the label: up to the
  // bracket that closes it. Gives where the label ends then.
  template <class Own>
  [[nodiscard]] std::uint32_t rest_of_note(std::uint32_t begin, std::uint32_t end, Own own) const {
    constexpr std::uint32_t longest = 40;
    bool open = false;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (text_[i] == u'(') open = true;
      if (text_[i] == u')') open = false;
    }
    if (!open) return end;
    const auto limit = std::min<std::size_t>(text_.size(), end + longest);
    bool figures = false;
    for (std::uint32_t i = end; i < limit; ++i) {
      const char16_t c = text_[i];
      if (c == u'(' || c == u'|' || c == u'\t' || c == u'\n' || c == u'\r') return end;
      figures = figures || is_digit(c);
      if (c != u')') continue;
      if (figures) return end;
      own(end, i + 1);
      return i + 1;
    }
    return end;
  }

  // A bracketed note that follows a label belongs to it. Where it goes on over the line's end the
  // row's figures may stand in between.
  template <class Own>
  void cover_note(std::uint32_t at, Own own) const {
    constexpr std::uint32_t longest = 80;
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::uint32_t begin = at;
    bool below = false;
    for (; begin < size; ++begin) {
      const char16_t c = text_[begin];
      const bool line_end = c == u'\n' || c == u'\r';
      if (!is_space(c) && !is_joint(c) && !line_end) break;
      below = below || line_end;
    }
    if (begin >= size || text_[begin] != u'(') return;
    // Below the label a bracket may as well be the next label's number.
    const std::uint32_t enough = below ? 3 : 1;
    std::uint32_t words = 0;
    bool broken = false;
    bool parted = false;       // into two cells
    std::uint32_t length = 0;  // figures in between not counted
    for (std::uint32_t i = begin + 1; i < size && length < longest; ++i) {
      const char16_t c = text_[i];
      if (c == u'(') return;
      if (c == u'|' || c == u'\t') {
        if (parted || words == 0) return;
        parted = true;
        words = 0;
      }
      words += is_han(c) ? 1 : 0;
      length += is_digit(c) || is_space(c) ? 0 : 1;
      broken = broken || c == u'\n' || c == u'\r';
      if (c != u')') continue;
      if (words < enough || (parted && !ends_cell(i + 1))) return;
      if (!broken) {
        own(at, i + 1);
      } else {
        cover_words(begin, i + 1, own);
      }
      return;
    }
  }

  [[nodiscard]] bool ends_cell(std::uint32_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at == text_.size() || parts_cells(text_[at]);
  }

  template <class Own>
  void cover_words(std::uint32_t begin, std::uint32_t end, Own own) const {
    const auto is_end = [](char16_t c) { return is_space(c) || c == u'\n' || c == u'\r'; };
    bool figure = false;  // the word before ends in one
    while (begin < end) {
      bool below = false;
      for (; begin < end && is_end(text_[begin]); ++begin) below = below || !is_space(text_[begin]);
      std::uint32_t stop = begin;
      bool words = false;
      for (; stop < end && !is_end(text_[stop]); ++stop) {
        words = words || is_han(text_[stop]) || is_joint(text_[stop]) || text_[stop] == u'(';
      }
      // 「(截至1⏎2 月31日)」
      std::uint32_t next = stop;
      while (next < end && is_space(text_[next])) ++next;
      const bool goes_on = below && figure && next < end && is_han(text_[next]);
      if (words || goes_on) own(begin, stop);
      figure = words && is_digit(text_[stop - 1]);
      begin = stop;
    }
  }

  void read(const Piece& piece) {
    const std::uint32_t from = std::max(piece.begin, begin_);
    const std::uint32_t to = std::min(piece.end, end_);
    bool labelled = false;
    for (std::uint32_t i = from; i < to && !labelled; ++i) labelled = owner_[i - begin_] != no_hit;
    const std::size_t before = out_.size();
    if (!labelled && piece.closed && piece.begin >= begin_ && piece.end <= end_) {
      cell(piece, from, to);
      note_parts(before);
      return;
    }
    std::uint32_t i = from;
    bool after_label = false;
    while (i < to) {
      const std::uint32_t owner = owner_[i - begin_];
      std::uint32_t end = i;
      while (end < to && owner_[end - begin_] == owner) ++end;
      if (owner != no_hit) {
        Token token = make(piece, i, end);
        token.label = true;
        token.hit = owner;
        if (out_.empty() || !out_.back().label || out_.back().hit != owner ||
            out_.back().line != piece.line || out_.back().column != piece.column) {
          out_.push_back(token);
        } else {
          out_.back().end = end;
        }
        after_label = true;
      } else {
        run_of_words(piece, i, end, after_label);
      }
      i = end;
    }
    if (!labelled) note_parts(before);
  }

  void note_parts(std::size_t before) {
    const auto parts = static_cast<std::uint8_t>(std::min<std::size_t>(out_.size() - before, 255));
    for (std::size_t i = before; i < out_.size(); ++i) out_[i].parts = parts;
  }

  [[nodiscard]] static Token make(const Piece& piece, std::uint32_t begin, std::uint32_t end) {
    Token token;
    token.begin = begin;
    token.end = end;
    token.line = piece.line;
    token.column = piece.column;
    token.closed = piece.closed;
    return token;
  }

  void push(const Piece& piece, std::uint32_t begin, std::uint32_t end, const Value& value,
            bool fused) {
    Token token = make(piece, begin, end);
    token.value = value;
    // A part of what one character of the text stands for, as 10 of 「㋉」, is no number in it.
    if (value.kind == ValueKind::number && (cuts(begin) || cuts(end))) {
      token.value = {ValueKind::word, {}, {}};
    }
    token.fused = fused;
    if (value.kind == ValueKind::word) {
      token.letters = static_cast<std::uint16_t>(
          std::count_if(text_.begin() + begin, text_.begin() + end, is_han));
      const bool whole_line = begin == piece.begin && end == piece.end;
      token.digits = all_digits(begin, end, fused, whole_line);
    }
    out_.push_back(token);
  }

  [[nodiscard]] bool cuts(std::uint32_t at) const {
    const Normalized& text = document_.normalized;
    return at > 0 && at < text.text.size() && text.begin[at] < text.end[at - 1];
  }

  // Digits, letters that stand for 0 among them: too many to be a number, or several cells' values
  // with nothing in between, and then signs for "nothing" as well.
  [[nodiscard]] bool all_digits(std::uint32_t begin, std::uint32_t end, bool fused,
                                bool whole_line) const {
    constexpr std::uint32_t telling = 7;  // signs alone, on a line of their own; dashes are a rule
    std::uint32_t digits = 0;
    bool dashes = true;
    for (std::uint32_t i = begin; i < end; ++i) {
      const char16_t c = text_[i];
      const bool zero = c == u'O' || c == u'o' || c == 0x3007 || c == 0x25CB || c == u'零';
      const bool digit = is_digit(c) || zero;
      if (!digit && !((fused || whole_line) && is_lone_value(c))) return false;
      digits += digit ? 1 : 0;
      dashes = dashes && (c == u'-' || c == 0x2014);
    }
    const std::uint32_t length = end - begin;
    return digits * 2 > length || (fused && length > 1) ||
           (whole_line && length >= telling && !dashes);
  }

  // 「3.」, 「(三)」: the number of a label that has a cell of its own.
  [[nodiscard]] bool is_ordinal(std::uint32_t from, std::uint32_t to) const {
    const std::u16string_view text = text_.substr(from, to - from);
    if (text.size() == 3 && text.front() == u'(' && text.back() == u')') {
      return numerals.find(text[1]) != numerals.npos;
    }
    if (text.size() != 2 || (text.back() != u'.' && text.back() != 0x3001)) return false;
    return std::all_of(text.begin(), text.end() - 1, [&](char16_t c) {
      return is_digit(c) || numerals.find(c) != numerals.npos;
    });
  }

  // A cell without a label. Several values with spaces between them are several cells that a
  // converter has run together.
  void cell(const Piece& piece, std::uint32_t from, std::uint32_t to) {
    if (is_ordinal(from, to)) return;
    const Value whole = read_value(text_.substr(from, to - from));
    if (whole.kind != ValueKind::word) {
      push(piece, from, to, whole, false);
      return;
    }
    // Brackets and the like are left over from a label.
    if (std::none_of(text_.begin() + from, text_.begin() + to, [](char16_t c) {
          return is_han(c) || is_latin(c) || is_digit(c) || c == u'?' || c == u'#';
        })) {
      return;
    }
    const std::size_t before = out_.size();
    bool all_values = true;
    each_run(from, to, [&](std::uint32_t begin, std::uint32_t end) {
      const Value value = read_value(text_.substr(begin, end - begin));
      all_values = all_values && value.kind != ValueKind::word;
      push(piece, begin, end, value, false);
    });
    if (all_values) return;
    out_.resize(before);
    push(piece, from, to, whole, false);
  }

  // Calls with every stretch between spaces; a bracket is never cut in two.
  template <class Use>
  void each_run(std::uint32_t from, std::uint32_t to, Use use) {
    std::uint32_t i = from;
    while (i < to) {
      while (i < to && (is_space(text_[i]) || text_[i] == u'\t')) ++i;
      if (i >= to) break;
      std::uint32_t end = i;
      int depth = 0;
      while (end < to && (depth > 0 || !(is_space(text_[end]) || text_[end] == u'\t'))) {
        if (text_[end] == u'(' && bracket_closes(end, to)) ++depth;
        if (text_[end] == u')' && depth > 0) --depth;
        ++end;
      }
      use(i, end);
      i = end;
    }
  }

  [[nodiscard]] bool bracket_closes(std::uint32_t at, std::uint32_t to) const {
    constexpr std::uint32_t longest = 80;
    return text_.substr(at, std::min(longest, to - at)).find(u')') != std::u16string_view::npos;
  }

  // What no label covers, in a line or in a cell that holds a label as well.
  void run_of_words(const Piece& piece, std::uint32_t from, std::uint32_t to, bool after_label) {
    const std::uint32_t first = from;
    each_run(from, to, [&](std::uint32_t begin, std::uint32_t end) {
      // Punctuation between a label and its value, and brackets around a note to the label.
      const bool adjoins = after_label && begin == first;
      while (adjoins && begin < end && is_mark(text_[begin])) ++begin;
      while (begin < end && is_joint(text_[begin])) ++begin;
      if (begin == end) return;
      if (adjoins && is_note(begin, end)) {
        begin = behind_bracket(begin, end);
        if (begin == end) return;
      }
      const Value value = read_value(text_.substr(begin, end - begin));
      if (value.kind == ValueKind::word && push_with_units(piece, begin, end)) return;
      const bool sign = end - begin <= 2 && text_[begin] < mark &&
                        !(text_[begin] >= 0xD800 && text_[begin] <= 0xDFFF) &&
                        ((begin == piece.begin && end == piece.end) || text_[begin] == u'?');
      const bool whole_line = begin == piece.begin && end == piece.end;
      if (value.kind == ValueKind::word && !sign && !all_digits(begin, end, adjoins, whole_line) &&
          std::none_of(text_.begin() + begin, text_.begin() + end,
                       [](char16_t c) { return is_han(c) || is_latin(c) || is_digit(c); })) {
        return;
      }
      push(piece, begin, end, value, adjoins);
      // Beside a label a word is a remark, not what fills the cell.
      if (value.kind == ValueKind::word) out_.back().closed = false;
      if (!piece.closed) out_.back().prose = goes_on(end, piece.end);
    });
  }

  // 「0件0件5件」: the units part the values.
  bool push_with_units(const Piece& piece, std::uint32_t begin, std::uint32_t end) {
    const std::size_t before = out_.size();
    std::uint32_t i = begin;
    while (i < end) {
      std::uint32_t next = i;
      while (next < end && !is_han(text_[next])) ++next;
      while (next < end && is_han(text_[next])) ++next;
      const Value value = read_value(text_.substr(i, next - i));
      if (value.kind != ValueKind::number || (value.unit.empty() && next < end)) {
        out_.resize(before);
        return false;
      }
      push(piece, i, next, value, false);
      i = next;
    }
    return true;
  }

  [[nodiscard]] bool goes_on(std::uint32_t at, std::uint32_t to) const {
    while (at < to && is_space(text_[at])) ++at;
    if (at >= to) return false;
    const char16_t c = text_[at];
    return c == u',' || c == u';' || c == 0x3001 || c == 0x3002;
  }

  // Refers to a note below the table.
  static constexpr bool is_mark(char16_t c) { return c == u'*' || c == 0x203B || c == 0x2020; }

  static constexpr bool is_joint(char16_t c) {
    return c == u':' || c == u')' || c == 0x3001 || c == 0x3002 || c == u',' || c == u';' ||
           c == 0x201D || c == u'"' || c == 0x300D || c == u'.';
  }
  // 「(jì)0000000」: digits behind the note to a label are its row.
  [[nodiscard]] std::uint32_t behind_bracket(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t close = text_.substr(begin, end - begin).find(u')');
    if (close == std::u16string_view::npos) {
      const bool cut = all_digits(begin + 1, end, false, false);  // 「部分公开(0000000」
      return cut ? begin + 1 : end;
    }
    const auto behind = static_cast<std::uint32_t>(begin + close + 1);
    return behind < end && (is_digit(text_[behind]) || is_lone_value(text_[behind])) ? behind : end;
  }
  [[nodiscard]] bool is_note(std::uint32_t begin, std::uint32_t end) const {
    return text_[begin] == u'(' && end > begin + 1;
  }

  const Document& document_;
  std::u16string_view text_;
  std::uint32_t begin_;
  std::uint32_t end_;
  std::vector<std::uint32_t> owner_;
  std::vector<Token> out_;
};

}  // namespace

std::vector<Token> tokenize(const Document& document, std::uint32_t begin, std::uint32_t end) {
  return Tokenizer(document, begin, end).run();
}

bool only_space(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return true;
  const Span place = document.normalized.original(begin, end);
  const std::u16string between =
      normalize(document.source.substr(place.begin, place.end - place.begin)).text;
  return std::all_of(between.begin(), between.end(), [](char16_t c) {
    return is_space(c) || c == u'\t' || c == u'\n' || c == u'\r';
  });
}

}  // namespace gouji
