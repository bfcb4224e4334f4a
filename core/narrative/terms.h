// The tokens of a sentence.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <vector>

#include "narrative/gapless.h"
#include "narrative/wording.h"

namespace gouji {

class Terms {
 public:
  explicit Terms(const Gapless& text) : text_(text) {}

  // Those of a sentence, in place of the ones of the sentence before.
  void read(Stretch sentence);
  // Where several tokens say one thing, one of them is given it, and the others are fillers.
  void join(std::size_t begin, std::size_t end);

  [[nodiscard]] const Gapless& text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return terms_.size(); }
  [[nodiscard]] const Term& operator[](std::size_t i) const { return terms_[i]; }
  // From the first token to the last.
  [[nodiscard]] Stretch place() const;
  [[nodiscard]] bool holds(Word word) const;
  [[nodiscard]] bool holds(std::size_t begin, std::size_t end,
                           std::initializer_list<Word> words) const;
  // Whether `after` stands behind `word` with nothing of weight between.
  [[nodiscard]] bool follows(std::size_t begin, std::size_t end, Word word, Word after) const;

  // A number with a unit, or a percentage.
  [[nodiscard]] bool is_figure(std::size_t i) const;
  // Whether a figure tells a change: 「较上年减少4件」 and 「由17件」 count nothing of the year,
  // 「增至13件」 does.
  [[nodiscard]] bool is_change(std::size_t begin, std::size_t at) const;
  // The figure with what stands before it, as far as it says something.
  [[nodiscard]] Stretch words_before(std::size_t begin, std::size_t at) const;

 private:
  void join_carried(std::size_t begin, std::size_t end);
  void set_carried(std::size_t i, std::size_t beside, Word meaning, int to_own_year);
  void join_none(std::size_t begin, std::size_t end);

  const Gapless& text_;
  std::vector<Term> terms_;
};

}  // namespace gouji
