#include "narrative/terms.h"

#include <algorithm>

namespace gouji {
namespace {

using enum Word;

// How far from a token its fellow is looked for.
constexpr std::size_t near = 3;

}  // namespace

void Terms::read(Stretch sentence) { read_words(text_, sentence, terms_); }

void Terms::join(std::size_t begin, std::size_t end) {
  join_carried(begin, end);
  join_none(begin, end);
}

// 「上年结转」, 「结转至2024年」: the word beside 结转 tells which of the two it is.
void Terms::join_carried(std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t i) { return terms_[i].word; };
  for (std::size_t i = begin; i < end; ++i) {
    if (at(i) != carry) continue;
    std::size_t k = i + 1;
    while (k < end && k - i < near && at(k) == filler) ++k;
    if (k < end && (at(k) == next_year || at(k) == last_year || at(k) == year)) {
      set_carried(i, k, at(k) == last_year ? carry_in : carry_out, -1);
      continue;
    }
    k = i;
    while (k > begin && i - k < near && at(k - 1) == filler) --k;
    if (k > begin && (at(k - 1) == last_year || at(k - 1) == year)) {
      set_carried(i, k - 1, carry_in, 1);
    }
  }
}

void Terms::set_carried(std::size_t i, std::size_t beside, Word meaning, int to_own_year) {
  terms_[i].word = meaning;
  terms_[i].year = terms_[beside].year > 0 ? terms_[beside].year + to_own_year : 0;
  terms_[i].place.begin = std::min(terms_[i].place.begin, terms_[beside].place.begin);
  terms_[i].place.end = std::max(terms_[i].place.end, terms_[beside].place.end);
  terms_[beside].word = filler;
  terms_[beside].place = {terms_[i].place.begin, terms_[i].place.begin};
}

// 「未发生一起行政复议」: not one, and no figure.
void Terms::join_none(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (terms_[i].word != number || terms_[i].quantity.value != Number{1, 0}) continue;
    std::size_t k = i;
    while (k > begin && i - k < near &&
           (terms_[k - 1].word == filler || terms_[k - 1].word == occur ||
            terms_[k - 1].word == receive)) {
      --k;
    }
    if (k > begin && terms_[k - 1].word == never) terms_[i].word = filler;
  }
}

Stretch Terms::place() const {
  if (terms_.empty()) return {};
  return {terms_.front().place.begin, terms_.back().place.end};
}

bool Terms::holds(Word word) const { return holds(0, size(), {word}); }

bool Terms::holds(std::size_t begin, std::size_t end, std::initializer_list<Word> words) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (std::find(words.begin(), words.end(), terms_[i].word) != words.end()) return true;
  }
  return false;
}

bool Terms::follows(std::size_t begin, std::size_t end, Word word, Word after) const {
  bool behind = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (behind && terms_[i].word == after) return true;
    behind =
        terms_[i].word == word || (behind && (terms_[i].word == filler || terms_[i].word == occur));
  }
  return false;
}

bool Terms::is_figure(std::size_t i) const {
  return terms_[i].word == number || terms_[i].word == percent;
}

bool Terms::is_change(std::size_t begin, std::size_t at) const {
  if (at > begin && terms_[at - 1].place.size() == 1 &&
      text_.begins(terms_[at - 1].place.begin, u"由 从") > 0) {
    return true;
  }
  for (std::size_t i = at; i-- > begin;) {
    if (terms_[i].word == than) return text_.ends(terms_[i].place.end, u"至 到 为") == 0;
  }
  return false;
}

Stretch Terms::words_before(std::size_t begin, std::size_t at) const {
  while (begin < at && (terms_[begin].word >= filler || terms_[begin].word == of_which) &&
         terms_[begin].word != other_words) {
    ++begin;
  }
  return {terms_[begin].place.begin, terms_[at].place.end};
}

}  // namespace gouji
