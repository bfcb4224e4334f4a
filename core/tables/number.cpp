#include "tables/number.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::array<std::u16string_view, 22> units = {
    u"万元", u"亿元", u"元整", u"元", u"人次", u"件次", u"件", u"条", u"项", u"个", u"次",
    u"份",   u"宗",   u"起",   u"例", u"人",   u"篇",   u"部", u"万", u"户", u"家", u"批"};

constexpr std::array<std::u16string_view, 9> nothing = {
    u"无", u"暂无", u"没有", u"不适用", u"不涉及", u"无此项", u"N/A", u"n/a", u"未发生"};

constexpr bool is_dash(char16_t c) {
  return c == u'-' || c == 0x2014 || c == u'~' || c == 0x2500 || c == u'_';
}

std::u16string_view trim(std::u16string_view text) {
  while (!text.empty() && (is_space(text.front()) || text.front() == u'\t')) text.remove_prefix(1);
  while (!text.empty() && (is_space(text.back()) || text.back() == u'\t')) text.remove_suffix(1);
  return text;
}

bool is_placeholder(std::u16string_view text) {
  if (std::find(nothing.begin(), nothing.end(), text) != nothing.end()) return true;
  return text.size() <= 6 && std::all_of(text.begin(), text.end(), [](char16_t c) {
           return is_dash(c) || c == u'/' || c == u'\\' || c == u'*' || is_space(c);
         });
}

bool is_lone_zero(std::u16string_view text) {
  if (text.size() != 1) return false;
  const char16_t c = text.front();
  return c == u'O' || c == u'o' || c == 0x3007 || c == 0x25CB || c == 0x25EF;
}

// 十一, 二百零三, 一万二千. A lone 一 is as often a dash as a one, and no number here.
bool read_numerals(std::u16string_view text, Number& out) {
  constexpr std::u16string_view digits = u"零一二三四五六七八九";
  if (text == u"零") {
    out = {};
    return true;
  }
  if (text.size() > 12 || text == u"一") return false;
  std::int64_t total = 0;   // in full 万
  std::int64_t part = 0;    // below 万
  std::int64_t digit = -1;  // waiting for its power
  std::int64_t last_power = 100000;
  bool any_power = false;
  for (const char16_t c : text) {
    if (const std::size_t at = digits.find(c == 0x3007 ? u'零' : c);
        at != std::u16string_view::npos) {
      if (digit > 0) return false;
      digit = static_cast<std::int64_t>(at);
      continue;
    }
    const std::int64_t power = c == u'十'   ? 10
                               : c == u'百' ? 100
                               : c == u'千' ? 1000
                               : c == u'万' ? 10000
                                            : 0;
    if (power == 0) return false;
    any_power = true;
    if (power == 10000) {
      if (total > 0) return false;
      total = (part + std::max<std::int64_t>(digit, 0)) * power;
      if (total == 0) return false;
      part = 0;
      digit = -1;
      last_power = 100000;
      continue;
    }
    if (power >= last_power) return false;
    if (digit < 0 && power != 10) return false;
    part += (digit < 0 ? 1 : digit) * power;
    digit = -1;
    last_power = power;
  }
  if (digit > 0) part += digit;
  if (!any_power && text.size() > 1) return false;
  out = {total + part, 0};
  return true;
}

// Takes a leading word off `text`.
bool take(std::u16string_view& text, std::u16string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

class NumberReader {
 public:
  explicit NumberReader(std::u16string_view text) : rest_(text) {}

  bool read(Value& out) {
    const bool negative = sign();
    if (!digits(out.number)) return false;
    if (negative) out.number.units = -out.number.units;
    rest_ = trim(rest_);
    for (const std::u16string_view unit : units) {
      const std::u16string_view before = rest_;
      if (take(rest_, unit)) {
        out.unit = before.substr(0, unit.size());
        rest_ = trim(rest_);
        break;
      }
    }
    return rest_.empty() || is_note();
  }

 private:
  bool sign() {
    if (take(rest_, u"+")) return false;
    if (take(rest_, u"-")) return true;
    for (const std::u16string_view word : {u"增加", u"新增", u"增"}) {
      if (take(rest_, word)) {
        rest_ = trim(rest_);
        return false;
      }
    }
    for (const std::u16string_view word : {u"减少", u"减"}) {
      if (take(rest_, word)) {
        rest_ = trim(rest_);
        return true;
      }
    }
    return false;
  }

  // Digits with thousands in groups of three, or without groups, and decimals.
  bool digits(Number& out) {
    constexpr std::size_t most = 15;
    std::size_t count = 0;
    std::size_t group = 0;
    bool grouped = false;
    std::int64_t value = 0;
    std::size_t i = 0;
    for (; i < rest_.size(); ++i) {
      const char16_t c = rest_[i];
      if (is_digit(c)) {
        if (++count > most) return false;
        value = value * 10 + (c - u'0');
        ++group;
        continue;
      }
      const bool digit_follows = i + 1 < rest_.size() && is_digit(rest_[i + 1]);
      if (c == u',' && group > 0 && digit_follows) {
        if (grouped ? group != 3 : group > 3) return false;
        grouped = true;
        group = 0;
        continue;
      }
      break;
    }
    if (count == 0 || (grouped && group != 3)) return false;
    std::uint8_t decimals = 0;
    if (i < rest_.size() && rest_[i] == u'.') {
      ++i;
      while (i < rest_.size() && is_digit(rest_[i])) {
        if (++count > most || decimals == 9) return false;
        value = value * 10 + (rest_[i] - u'0');
        ++decimals;
        ++i;
      }
      if (decimals == 0) return false;
    }
    while (decimals > 0 && value % 10 == 0) {
      value /= 10;
      --decimals;
    }
    out = {value, decimals};
    rest_.remove_prefix(i);
    return true;
  }

  // 「22(其中修订16件)」: the bracket explains the number before it. A bracket that holds nothing
  // but another number would make two of it.
  [[nodiscard]] bool is_note() const {
    if (rest_.size() < 3 || rest_.front() != u'(' || rest_.back() != u')') return false;
    const std::u16string_view inside = rest_.substr(1, rest_.size() - 2);
    if (inside.find(u'(') != std::u16string_view::npos) return false;
    return std::any_of(inside.begin(), inside.end(), is_han);
  }

  std::u16string_view rest_;
};

}  // namespace

Value read_value(std::u16string_view text) {
  text = trim(text);
  Value out;
  if (text.empty()) return out;
  if (is_placeholder(text)) {
    out.kind = ValueKind::placeholder;
    return out;
  }
  if (is_lone_zero(text)) {
    out.kind = ValueKind::number;
    return out;
  }
  const bool number = NumberReader(text).read(out) || read_numerals(text, out.number);
  out.kind = number ? ValueKind::number : ValueKind::word;
  if (!number) out = {ValueKind::word, {}, {}};
  return out;
}

}  // namespace gouji
