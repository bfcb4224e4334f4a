#include "narrative/prose.h"

#include <algorithm>

#include "text/ordering.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr bool is_stop(char16_t c) {
  return c == 0x3002 || c == u';' || c == u'!' || c == u'?' || c == 0xFF01 || c == 0xFF1F;
}

// 「一、」, 「(二)」, 「3.」, 「第四」, 「四是」: what begins a line of its own.
bool begins_item(const Gapless& text, std::size_t i) {
  const auto number = [&](std::size_t k) {
    return numerals.find(text[k]) != std::u16string_view::npos || is_digit(text[k]);
  };
  if (text[i] == u'(') return number(i + 1) && (text[i + 2] == u')' || text[i + 3] == u')');
  if (!number(i)) return false;
  std::size_t k = i + 1;
  if (number(k)) ++k;
  return text[k] == 0x3001 || (text[k] == u'.' && !is_digit(text[k + 1]));
}

class Reader {
 public:
  Reader(const Gapless& text, const Reconstruction& report) : text_(text) {
    for (const TableReading& table : report.tables) {
      if (table.span && table.status != TableStatus::lost) tables_.push_back(stretch(*table.span));
    }
    put_in_order(tables_, [](Stretch a, Stretch b) { return a.begin < b.begin; });
    for (const Section& section : report.sections) {
      heads_.push_back({stretch(section.span), section.number});
    }
    put_in_order(heads_,
                 [](const Head& a, const Head& b) { return a.place.begin < b.place.begin; });
  }

  std::vector<Sentence> run() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      while (next_head_ < heads_.size() && heads_[next_head_].place.begin <= i) {
        end(i);
        part_ = heads_[next_head_].number;
        skip_to_ = heads_[next_head_++].place.end;
      }
      while (next_table_ < tables_.size() && tables_[next_table_].begin <= i) {
        skip_to_ = std::max(skip_to_, tables_[next_table_++].end);
      }
      if (i < skip_to_) {
        end(i);
        first_ = i + 1;
        opens_ = true;
        continue;
      }
      if (breaks(i)) {
        end(i);
        opens_ = true;
      }
      if (is_stop(text_[i])) end(i + 1);
    }
    end(text_.size());
    return std::move(out_);
  }

 private:
  struct Head {
    Stretch place;
    int number;
  };

  [[nodiscard]] Stretch stretch(Span source) const {
    return {text_.place_of_source(source.begin), text_.place_of_source(source.end)};
  }

  // Whether a line end parts what stands before `i` from what follows: an empty line does, a short
  // line does, and so does a number.
  [[nodiscard]] bool breaks(std::size_t i) {
    constexpr std::size_t whole_line = 20;  // shorter ones end where their writer ended them
    const Break before = text_.before(i);
    if (before == Break::cell) return true;
    if (before != Break::line) return false;
    const std::size_t length = i - line_;
    line_ = i;
    return length < whole_line || begins_item(text_, i) || text_.lines_before(i) > 1;
  }

  void end(std::size_t i) {
    if (i > first_) {
      out_.push_back({part_, {first_, i}, opens_});
      opens_ = false;
    }
    first_ = i;
  }

  const Gapless& text_;
  std::vector<Head> heads_;
  std::vector<Stretch> tables_;
  std::size_t next_head_ = 0;
  std::size_t next_table_ = 0;
  std::size_t skip_to_ = 0;
  std::size_t first_ = 0;
  std::size_t line_ = 0;
  int part_ = 0;
  bool opens_ = true;
  std::vector<Sentence> out_;
};

}  // namespace

Prose::Prose(const Gapless& text, const Reconstruction& report)
    : text_(text), sentences_(Reader(text, report).run()) {}

std::span<const Sentence> Prose::part(int number) const {
  const std::span<const Sentence> all = sentences_;
  std::size_t first = 0;
  while (first < all.size() && all[first].part != number) ++first;
  std::size_t last = first;
  while (last < all.size() && all[last].part == number) ++last;
  return all.subspan(first, last - first);
}

}  // namespace gouji
