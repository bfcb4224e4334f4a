#include "tables/label_search.h"

#include <algorithm>
#include <array>

#include "text/ordering.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// Scores, in the unit of half a letter.
constexpr float letter_gain = 2.0F;
constexpr float substitution = 2.0F;
constexpr float insertion = 1.5F;
constexpr float deletion = 0.8F;

// What is printed before a label: 「(三)」, 「3.」, 「三、」.
struct Numbering {
  std::uint32_t begin = 0;  // where it begins; the label's own beginning where there is none
  std::uint8_t value = 0;
  bool bracketed = false;
};

class Finder {
 public:
  Finder(std::u16string_view text, std::span<const Letter> letters)
      : text_(text),
        letters_(letters),
        labels_(labels()),
        patterns_(patterns()),
        pairs_(pair_index()) {
    last_diagonal_.assign(patterns_.size(), unseen);
    whole_.assign(letters.size(), 0);
    find_gaps();
    find_stops();
  }

  std::vector<Hit> run() {
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      for (const PatternPlace& place : pairs_.places(letters_[i].c, letters_[i + 1].c)) {
        const auto diagonal = static_cast<std::int64_t>(i) - place.offset;
        if (last_diagonal_[place.pattern] == diagonal) continue;
        last_diagonal_[place.pattern] = diagonal;
        look(place.pattern, diagonal);
      }
    }
    for (const Near& near : near_) look_closer(near);
    short_labels();
    put_in_order(hits_, [](const Hit& a, const Hit& b) { return a.first < b.first; });
    return std::move(hits_);
  }

 private:
  static constexpr std::int64_t unseen = INT64_MIN;
  static constexpr std::int64_t band = 3;      // letters that a label may be moved by
  static constexpr float least_share = 0.45F;  // of a whole label's score
  static constexpr std::uint32_t none = UINT32_MAX;

  void look(std::uint16_t pattern_index, std::int64_t diagonal) {
    const Pattern& pattern = patterns_[pattern_index];
    const auto length = static_cast<std::int64_t>(pattern.letters.size());
    const auto count = static_cast<std::int64_t>(letters_.size());
    const std::int64_t from = std::max<std::int64_t>(0, -diagonal);
    const std::int64_t to = std::min(length, count - diagonal);
    const auto same = [&](std::int64_t k) {
      return letters_[static_cast<std::size_t>(diagonal + k)].c ==
             pattern.letters[static_cast<std::size_t>(k)];
    };
    std::int64_t run = 0;  // letters equal from the label's beginning on
    if (from == 0) {
      while (run < to && same(run)) ++run;
    }
    if (run >= pattern.core) {
      std::int64_t used = run;
      // A note behind the label counts as a whole or not at all.
      if (run < length && run > pattern.core && run * 2 < length + pattern.core)
        used = pattern.core;
      for (std::int64_t k = diagonal; k < diagonal + used; ++k) {
        std::int16_t& whole = whole_[static_cast<std::size_t>(k)];
        whole = std::max(whole, static_cast<std::int16_t>(used));
      }
      emit(pattern, static_cast<std::size_t>(diagonal), static_cast<std::size_t>(diagonal + used),
           letter_gain * static_cast<float>(used) - inner_cost(diagonal, diagonal + used), true);
      return;
    }
    const auto core = static_cast<std::int64_t>(pattern.core);
    // A letter more or less moves an end by one.
    if (core >= 4 && parted(diagonal - 2, diagonal + 2) &&
        parted(diagonal + core - 2, diagonal + core + 2)) {
      std::int64_t equal = run;
      for (std::int64_t k = std::max(from, run + 1); k < to; ++k) equal += same(k) ? 1 : 0;
      if (equal * 5 >= core * 2) near_.push_back({pattern_index, diagonal, equal});
    }
    cut(pattern, diagonal, run);
  }

  // A label of which some letters stand in the text, in line.
  struct Near {
    std::uint16_t pattern;
    std::int64_t diagonal;
    std::int64_t equal;
  };

  // Worth aligning unless the letters in common belong to other labels that stand there whole: the
  // wordings of a heading have most of their letters in common, and so have some rows.
  void look_closer(const Near& near) {
    const Pattern& pattern = patterns_[near.pattern];
    const auto length = static_cast<std::int64_t>(pattern.letters.size());
    const std::int64_t from = std::max<std::int64_t>(0, -near.diagonal);
    const std::int64_t to =
        std::min(length, static_cast<std::int64_t>(letters_.size()) - near.diagonal);
    // Two letters alone, such as 其他, are a label of their own and the beginning of longer ones.
    int open = 0;
    for (std::int64_t k = from; k < to && open < 2; ++k) {
      const auto at = static_cast<std::size_t>(near.diagonal + k);
      if (letters_[at].c == pattern.letters[static_cast<std::size_t>(k)] &&
          (whole_[at] < near.equal || near.equal <= 2)) {
        ++open;
      }
    }
    if (open >= 2 && may_align(pattern, near.diagonal)) align(pattern, near.diagonal);
  }

  // Whether anything but letters stands before one of these letters: in the middle of running text
  // there is no label.
  [[nodiscard]] bool parted(std::int64_t from, std::int64_t to) const {
    if (to < 0) return false;
    if (to >= static_cast<std::int64_t>(letters_.size())) return true;
    return static_cast<std::int64_t>(gaps_[static_cast<std::size_t>(to)]) >= from;
  }
  // For each letter the last one, itself included, before which anything but a letter stands.
  void find_gaps() {
    gaps_.reserve(letters_.size());
    std::uint32_t gap = 0;
    for (std::uint32_t i = 0; i < letters_.size(); ++i) {
      if (letters_[i].before != Gap::none) gap = i;
      gaps_.push_back(gap);
    }
  }

  // A label of which only the beginning is left, alone in its place: 「结果」 for 结果维持.
  void cut(const Pattern& pattern, std::int64_t diagonal, std::int64_t run) {
    if (diagonal < 0 || run < 2 || pattern.core < 3) return;
    const Label& label = labels_[pattern.label];
    if (label.kind == LabelKind::section) return;
    const auto begin = static_cast<std::size_t>(diagonal);
    const auto end = begin + static_cast<std::size_t>(run);
    // In running text, where most of them stand, no more has to be asked.
    if (end < letters_.size() && letters_[end].before == Gap::none) return;
    const Gap right = right_gap(behind_note(letters_[end - 1].at + 1));
    if (right != Gap::hard && right != Gap::number) return;
    Numbering numbering = numbering_before(letters_[begin].at, label.number);
    // 「(六)其他处理1.申请人」: behind another label its own number tells as much.
    if (numbering.value == 0 && label.number != 0 &&
        follows_words(letters_[begin].at, label.number)) {
      numbering.value = label.number;
    }
    const bool numbered = numbering.value != 0 && numbering.value == label.number;
    const Gap left = left_gap(numbering.begin);
    if (left != Gap::hard && !numbered) return;
    if (label.kind == LabelKind::row && run * 5 < std::int64_t{pattern.core} * 2 && !numbered)
      return;
    const auto lost = static_cast<float>(pattern.core - run);
    emit(pattern, begin, end,
         letter_gain * static_cast<float>(run) - deletion * std::min(lost, 6.0F) -
             inner_cost(diagonal, diagonal + run),
         false);
  }

  // Two-letter labels of which one letter is misread leave no pair of letters to find them by.
  // They count only alone in their place, with their own numbering before them if they have one:
  // 「(七)总记」.
  void short_labels() {
    for (std::size_t p = 0; p < patterns_.size(); ++p) {
      const Pattern& pattern = patterns_[p];
      const Label& label = labels_[pattern.label];
      const bool cell = label.kind == LabelKind::row || label.kind == LabelKind::column;
      if (pattern.letters.size() != 2 || !cell) continue;
      short_patterns_.push_back(static_cast<std::uint16_t>(p));
    }
    for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
      if (letters_[i].before == Gap::none || letters_[i + 1].before != Gap::none) continue;
      if (i + 2 < letters_.size() && letters_[i + 2].before == Gap::none) continue;
      for (const std::uint16_t p : short_patterns_) {
        const Pattern& pattern = patterns_[p];
        const bool first = letters_[i].c == pattern.letters[0];
        const bool second = letters_[i + 1].c == pattern.letters[1];
        if (first == second) continue;
        const Label& label = labels_[pattern.label];
        // 合计 is as much like 小计 as like 总计.
        if (label.kind == LabelKind::column && second) continue;
        const Numbering numbering = numbering_before(letters_[i].at, label.number);
        const Gap left = left_gap(numbering.begin);
        const bool numbered = numbering.value != 0 &&
                              (left == Gap::number || (left == Gap::soft && numbering.bracketed));
        if (numbering.value != label.number || (left != Gap::hard && !numbered)) continue;
        const Gap right = right_gap(letters_[i + 1].at + 1);
        const bool numbers = right == Gap::number && label.kind == LabelKind::row;
        if (right != Gap::hard && !numbers) continue;
        emit(pattern, i, i + 2, letter_gain * 0.75F, false);
      }
    }
  }

  // The costs of separators inside a label that is otherwise whole.
  [[nodiscard]] float inner_cost(std::int64_t begin, std::int64_t end) const {
    float cost = 0;
    for (std::int64_t i = begin + 1; i < end; ++i) {
      cost += gap_cost(letters_[static_cast<std::size_t>(i)]);
    }
    return cost;
  }
  static float gap_cost(const Letter& letter) {
    if (letter.before == Gap::none) return 0;
    const float figures = letter.after_number ? 1.2F : 0;
    switch (letter.before) {
      case Gap::none:
      case Gap::soft:
      case Gap::number:
        return figures;
      case Gap::hard:
        return figures + 0.5F;
      case Gap::sentence:
        return 6.0F;
    }
    return 0;
  }

  // Whether so many of the label's letters stand near their places that an alignment can reach the
  // score that is asked for: a letter that does not costs at least a deletion.
  [[nodiscard]] bool may_align(const Pattern& pattern, std::int64_t diagonal) const {
    const auto length = static_cast<std::int64_t>(pattern.core);
    const auto count = static_cast<std::int64_t>(letters_.size());
    float best = letter_gain * static_cast<float>(length);
    const float enough = least_share * best;
    for (std::int64_t k = 0; k < length; ++k) {
      const char16_t c = pattern.letters[static_cast<std::size_t>(k)];
      const std::int64_t from = std::max<std::int64_t>(0, diagonal + k - band);
      const std::int64_t to = std::min(count, diagonal + k + band + 1);
      bool there = false;
      for (std::int64_t i = from; i < to && !there; ++i) {
        there = letters_[static_cast<std::size_t>(i)].c == c;
      }
      if (there) continue;
      best -= letter_gain + deletion;
      if (best < enough) return false;
    }
    return true;
  }

  // Best alignment of the whole label with the letters around a diagonal, letters missing at either
  // end, misread, missing or added in between.
  void align(const Pattern& pattern, std::int64_t diagonal) {
    constexpr std::size_t width = 2 * band + 1;
    constexpr float never = -1e9F;
    struct State {
      float score = never;
      std::int64_t begin = -1;
    };
    const auto length = static_cast<std::int64_t>(pattern.core);
    const auto count = static_cast<std::int64_t>(letters_.size());
    std::array<State, width> row{};
    std::array<State, width> next{};
    State best;
    std::int64_t best_end = -1;
    // row[b]: the best alignment of the first k letters of the label that ends before the text's
    // letter diagonal + k + b - band. What stands before that letter is paid for already, since an
    // alignment that only begins there does not have to pay.
    const auto toll = [&](std::int64_t at) {
      return at < count ? gap_cost(letters_[static_cast<std::size_t>(at)]) : 0.0F;
    };
    for (std::int64_t k = 0; k <= length; ++k) {
      for (std::size_t b = 0; b < width; ++b) {
        const std::int64_t at = diagonal + k + static_cast<std::int64_t>(b) - band;
        State state;
        if (at >= 0 && at <= count) {
          // The label's first k letters are cut off.
          state = {-deletion * static_cast<float>(k), at};
          if (k > 0) {
            if (at > 0 && row[b].begin >= 0) {  // letter against letter
              const Letter& letter = letters_[static_cast<std::size_t>(at - 1)];
              const bool same = letter.c == pattern.letters[static_cast<std::size_t>(k - 1)];
              const float score = row[b].score + (same ? letter_gain : -substitution) - toll(at);
              if (score > state.score) state = {score, row[b].begin};
            }
            if (b + 1 < width && row[b + 1].begin >= 0) {  // a letter of the label is missing
              const float score = row[b + 1].score - deletion;
              if (score > state.score) state = {score, row[b + 1].begin};
            }
          }
          if (b > 0 && next[b - 1].begin >= 0 && at > 0) {  // a letter is put in between
            const float score = next[b - 1].score - insertion - toll(at);
            if (score > state.score) state = {score, next[b - 1].begin};
          }
        }
        next[b] = state;
        if (state.begin >= 0) {
          const float score = state.score - deletion * static_cast<float>(length - k) +
                              (at > state.begin ? toll(at) : 0.0F);
          if (score > best.score && at > state.begin) {
            best = {score, state.begin};
            best_end = at;
          }
        }
      }
      row = next;
      next = {};
    }
    if (best_end < 0 || best.score < least_share * letter_gain * static_cast<float>(length)) return;
    float score = best.score;
    std::int64_t end = best_end;
    const auto before = [&](std::int64_t i) {
      return i < count ? letters_[static_cast<std::size_t>(i)].before : Gap::hard;
    };
    // A last letter that is misread costs more than one that is missing, but is part of the label.
    // 「文件四026」 goes on with a value.
    if (before(end) == Gap::none && before(end + 1) != Gap::none && !is_value(end)) ++end;
    // The note behind the label, if it goes on there.
    auto note = static_cast<std::size_t>(length);
    while (end < count && note < pattern.letters.size() &&
           letters_[static_cast<std::size_t>(end)].c == pattern.letters[note]) {
      score += letter_gain;
      ++end;
      ++note;
    }
    emit(pattern, static_cast<std::size_t>(best.begin), static_cast<std::size_t>(end), score,
         false);
  }

  // Whether a letter is a figure, behind which others stand.
  [[nodiscard]] bool is_value(std::int64_t letter) const {
    const std::uint32_t at = letters_[static_cast<std::size_t>(letter)].at;
    const bool figure = numerals.find(text_[at]) != std::u16string_view::npos ||
                        text_[at] == u'零' || text_[at] == u'无';
    return figure && at + 1 < text_.size() && is_digit(text_[at + 1]);
  }

  // Whether 「1.」 stands between words and a label.
  [[nodiscard]] bool follows_words(std::uint32_t at, std::uint8_t number) const {
    return at >= 3 && text_[at - 1] == u'.' && text_[at - 2] == u'0' + number &&
           is_han(text_[at - 3]);
  }

  // `own` is the label's number on the form: it may follow values without anything between them,
  // 「00000002.」, 「0000000二、」.
  [[nodiscard]] Numbering numbering_before(std::uint32_t at, std::uint8_t own) const {
    Numbering out;
    out.begin = at;
    std::int64_t i = static_cast<std::int64_t>(at) - 1;
    const auto c = [&](std::int64_t k) { return text_[static_cast<std::size_t>(k)]; };
    while (i >= 0 && is_space(c(i))) --i;
    bool stop = false;
    while (i >= 0 && (c(i) == u'.' || c(i) == 0x3001 || c(i) == u')' || c(i) == u',' ||
                      c(i) == u':' || is_space(c(i)))) {
      stop = true;
      --i;
    }
    const std::int64_t last = i;
    std::uint32_t value = 0;
    if (i >= 0 && is_digit(c(i))) {
      while (i >= 0 && last - i < 2 && is_digit(c(i))) --i;
      if (i >= 0 && is_digit(c(i))) {
        if (!stop || own == 0 || c(last) != u'0' + own) return out;
        out.begin = static_cast<std::uint32_t>(last);
        out.value = own;
        return out;
      }
      for (std::int64_t k = i + 1; k <= last; ++k) value = value * 10 + (c(k) - u'0');
    } else if (i >= 0) {
      const std::size_t at_numeral = numerals.find(c(i));
      if (at_numeral == std::u16string_view::npos || !stop) return out;
      value = static_cast<std::uint32_t>(at_numeral + 1);
      --i;
    }
    if (value == 0 || value > 20) return out;
    std::int64_t open = i;
    while (open >= 0 && is_space(c(open))) --open;
    if (open >= 0 && c(open) == u'(') {
      out.bracketed = true;
      i = open - 1;
    } else if (!stop || (i >= 0 && (is_han(c(i)) || (is_digit(c(i)) && value != own)))) {
      return out;  // a bare number before a label is a value of the row before
    }
    out.begin = static_cast<std::uint32_t>(i + 1);
    out.value = static_cast<std::uint8_t>(value);
    return out;
  }

  [[nodiscard]] Gap left_gap(std::uint32_t at) const {
    bool space = false;
    while (at > 0) {
      const char16_t c = text_[at - 1];
      if (is_space(c)) {
        space = true;
      } else if (c == u'*' || c == u'#' || c == u'"' || c == 0x201C) {
        // Markdown's and a spreadsheet's marks around a cell
      } else {
        const Gap gap = gap_of(c);
        return gap == Gap::none && space ? Gap::soft : gap;
      }
      --at;
    }
    return Gap::hard;
  }
  [[nodiscard]] Gap right_gap(std::uint32_t at) const {
    bool space = false;
    while (at < text_.size()) {
      const char16_t c = text_[at];
      if (is_space(c)) {
        space = true;
      } else if (c == u'*' || c == u'"' || c == 0x201D || c == u':') {
        // as above; a colon before the values
      } else {
        const Gap gap = gap_of(c);
        return gap == Gap::none && space ? Gap::soft : gap;
      }
      ++at;
    }
    return Gap::hard;
  }

  // For each letter where the last bracket or end of a line or cell before it stands.
  void find_stops() {
    stops_.reserve(letters_.size());
    std::uint32_t stop = none;
    std::uint32_t at = 0;
    for (const Letter& letter : letters_) {
      for (; at < letter.at; ++at) {
        if (text_[at] == u'(' || text_[at] == u')' || parts_cells(text_[at])) stop = at;
      }
      stops_.push_back(stop);
    }
  }

  // Whether a bracket that opens before a letter on its line closes behind it.
  [[nodiscard]] bool in_bracket(std::size_t letter, std::uint32_t at) const {
    constexpr std::uint32_t longest = 60;
    std::uint32_t open = stops_[letter];
    // The bracket of the label's own numbering.
    while (open != none && open >= at) {
      open = open > 0 ? last_stop(open) : none;
    }
    if (open == none || at - open > longest || text_[open] != u'(') return false;
    return text_.substr(at, longest).find(u')') != std::u16string_view::npos;
  }
  [[nodiscard]] std::uint32_t last_stop(std::uint32_t before) const {
    constexpr std::uint32_t longest = 60;
    for (std::uint32_t back = 1; back <= longest && back <= before; ++back) {
      const char16_t c = text_[before - back];
      if (c == u'(' || c == u')' || parts_cells(c)) return before - back;
    }
    return none;
  }

  // An entry of a table of contents: 「……6」.
  [[nodiscard]] bool leads_to_page(std::uint32_t at) const {
    std::size_t dots = 0;
    for (; at < text_.size(); ++at) {
      const char16_t c = text_[at];
      if (c == u'.' || c == 0xB7 || c == 0x2026 || c == 0x2025 || c == u'-' || c == u'_') {
        ++dots;
      } else if (!is_space(c)) {
        break;
      }
    }
    return dots >= 3 && at < text_.size() && is_digit(text_[at]);
  }

  // Whether a sentence tells the figure: 「新收政府信息公开申请118件;」,
  // 「行政许可处理决定356件,」. Tables do not.
  [[nodiscard]] bool is_told(std::uint32_t at) const {
    constexpr std::u16string_view units = u"件条项个次份宗起万元";
    constexpr std::u16string_view stops = u",;\u3002\u3001";
    constexpr std::uint32_t longest = 8;  // of the words between
    const std::uint32_t words = at;
    while (at < text_.size() && at - words < longest &&
           (is_han(text_[at]) || is_space(text_[at]))) {
      ++at;
    }
    const std::uint32_t figure = at;
    while (at < text_.size() && (is_digit(text_[at]) || text_[at] == u',' || text_[at] == u'.'))
      ++at;
    if (at == figure) return false;
    while (at < text_.size() && is_space(text_[at])) ++at;
    const std::uint32_t unit = at;
    while (at < text_.size() && at - unit < 2 && units.find(text_[at]) != units.npos) ++at;
    return at > unit && at < text_.size() && stops.find(text_[at]) != stops.npos;
  }

  // Whether the line ends are lost, so that only spaces part what stood on lines of its own.
  [[nodiscard]] bool in_long_line(const Hit& hit) const {
    constexpr std::uint32_t prose = 240;
    const std::uint32_t from = hit.begin > prose ? hit.begin - prose : 0;
    return hit.begin > 0 &&
           text_.substr(from, hit.begin - from).find_first_of(u"\n\r") == std::u16string_view::npos;
  }

  // Where a bracket that opens at `at` on the same line is closed, or, where it is cut off itself,
  // what follows it; else `at`.
  [[nodiscard]] std::uint32_t behind_note(std::uint32_t at) const {
    constexpr std::uint32_t longest = 60;
    std::uint32_t open = at;
    while (open < text_.size() && is_space(text_[open])) ++open;
    if (open >= text_.size() || text_[open] != u'(') return at;
    const auto limit = std::min<std::size_t>(text_.size(), open + longest);
    for (std::uint32_t i = open + 1; i < limit; ++i) {
      if (text_[i] == u')') return i + 1;
      if (text_[i] == u'(' || parts_cells(text_[i])) return i == open + 1 ? i : at;
    }
    return at;
  }

  static float side_cost(Gap gap) {
    switch (gap) {
      case Gap::none:
        return 3.0F;
      case Gap::soft:
        return 1.0F;
      case Gap::number:
      case Gap::sentence:
        return 0.3F;
      case Gap::hard:
        return 0;
    }
    return 0;
  }

  void emit(const Pattern& pattern, std::size_t first, std::size_t last, float score, bool exact) {
    const Label& label = labels_[pattern.label];
    Hit hit;
    hit.label = pattern.label;
    hit.first = static_cast<std::uint32_t>(first);
    hit.last = static_cast<std::uint32_t>(last);
    hit.end = letters_[last - 1].at + 1;
    hit.exact = exact;
    const Numbering numbering = numbering_before(letters_[first].at, label.number);
    hit.begin = numbering.begin;
    hit.score = score;
    const Gap left = left_gap(hit.begin);
    hit.left = side_cost(left);
    // A bracket behind a row's label may name other rows.
    if (label.kind != LabelKind::head && in_bracket(first, hit.begin)) {
      // Two that abut there vouch for each other's place, but not for the bracket.
      hit.left += 1.5F;
      hit.score -= 4.5F;
    }
    hit.right = side_cost(right_gap(hit.end));
    if (label.kind == LabelKind::row && is_told(hit.end)) hit.left += 12.0F;
    if (label.kind == LabelKind::section) {
      if (leads_to_page(hit.end)) hit.score -= 30.0F;
      // A heading begins a line or a sentence; what stands inside one only mentions the section.
      const bool own = numbering.value != 0 && !numbering.bracketed;
      if (own && numbering.value == label.number) hit.score += 4.0F;
      if (numbering.bracketed) hit.score -= 10.0F;
      const bool by_space = hit.begin > 0 && is_space(text_[hit.begin - 1]) && in_long_line(hit);
      hit.right = side_cost(right_gap(behind_note(hit.end)));
      if (!own && left != Gap::hard && left != Gap::sentence && !by_space) hit.score -= 14.0F;
      if (own && left == Gap::soft) hit.left = 0;
      // Short wordings are common words: alone on their line, or with the section's number.
      const bool alone = (left == Gap::hard && hit.right == 0) || (by_space && hit.right <= 1.0F);
      if (pattern.core <= 4 && !alone && !(own && numbering.value == label.number)) {
        hit.score -= 14.0F;
      }
    } else if (numbering.value != 0 && label.number != 0) {
      hit.score += numbering.value == label.number ? 2.0F : -1.5F;
    } else if (numbering.value == 0 && label.kind == LabelKind::row && label.number != 0 &&
               pattern.core <= 2) {
      hit.score -= 1.0F;
    } else if (numbering.value != 0 && label.kind == LabelKind::column) {
      hit.score -= 2.0F;
    }
    hits_.push_back(hit);
  }

  std::u16string_view text_;
  std::span<const Letter> letters_;
  std::span<const Label> labels_;
  std::span<const Pattern> patterns_;
  const PairIndex& pairs_;
  std::vector<std::int64_t> last_diagonal_;
  std::vector<std::uint32_t> gaps_;
  std::vector<std::uint32_t> stops_;
  std::vector<std::int16_t> whole_;  // length of the longest label that stands whole over a letter
  std::vector<Near> near_;
  std::vector<std::uint16_t> short_patterns_;
  std::vector<Hit> hits_;
};

}  // namespace

std::vector<Hit> find_labels(std::u16string_view text, std::span<const Letter> letters) {
  return Finder(text, letters).run();
}

}  // namespace gouji
