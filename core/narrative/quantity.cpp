#include "narrative/quantity.h"

#include <algorithm>

#include "tables/number.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::u16string_view counters = u"件份宗起例条项次笔部";
constexpr std::u16string_view numeral_characters = u"零〇一二两三四五六七八九十百千";
constexpr std::size_t most_digits = 9;

bool is_numeral_character(char16_t c) {
  return numeral_characters.find(c) != std::u16string_view::npos;
}

// `i` comes behind the number; false for what is no number of things.
bool read_digits(const Gapless& text, std::size_t& i, std::size_t end, Number& out) {
  const std::size_t first = i;
  std::size_t digits = 0;
  const auto joined = [&](std::size_t k) { return text.before(k) == Break::none; };
  const auto take = [&] {
    out.units = out.units * 10 + (text[i] - u'0');
    return ++digits <= most_digits;
  };
  // 「,234」, as thousands are written.
  const auto group = [&] {
    return text[i] == u',' && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
           is_digit(text[i + 3]) && !is_digit(text[i + 4]) && joined(i) && joined(i + 1);
  };
  bool groups = false;
  while (i < end && is_digit(text[i])) {
    if ((i > first && !joined(i)) || !take()) return false;
    ++i;
    if ((groups || i - first <= 3) && group()) {
      groups = true;
      ++i;
    }
  }
  if (text[i] != u'.' || !is_digit(text[i + 1])) return true;
  for (++i; i < end && is_digit(text[i]) && joined(i); ++i) {
    if (!take()) return false;
    ++out.decimals;
  }
  while (out.decimals > 0 && out.units % 10 == 0) {
    out.units /= 10;
    --out.decimals;
  }
  return true;
}

bool read_numerals(const Gapless& text, std::size_t& i, std::size_t end, Number& out) {
  const std::size_t first = i;
  std::u16string numerals;
  while (i < end && is_numeral_character(text[i]) && numerals.size() < most_digits) {
    numerals += text[i] == u'两' ? u'二' : text[i];
    ++i;
  }
  while (i < end && is_numeral_character(text[i])) ++i;
  if (i - first > numerals.size()) return false;
  if (numerals == u"一") {
    out = {1, 0};
    return true;
  }
  const Value value = read_value(numerals);
  out = value.number;
  return value.kind == ValueKind::number;
}

}  // namespace

bool quantity_at(const Gapless& text, std::size_t i, std::size_t end, Quantity& out) {
  out = {};
  const std::size_t first = i;
  const std::size_t hundredths = text.begins(i, u"百分之");
  i += hundredths;
  const bool digits = is_digit(text[i]);
  if (!digits && !is_numeral_character(text[i])) return false;
  bool valid =
      digits ? read_digits(text, i, end, out.value) : read_numerals(text, i, end, out.value);
  while (i < end && is_digit(text[i])) ++i;
  // A digit, a dash or a point before it: a part of something else.
  if (digits && first > 0 && hundredths == 0) {
    const char16_t left = text[first - 1];
    valid = valid && !is_digit(left) && left != u'.' && left != u'-' && !is_latin(left);
  }
  if (const std::size_t more = text.begins(i, u"余 多 来"); more > 0) {
    out.bound = Bound::at_least;
    i += more;
  }
  if (const std::size_t powers = text.begins(i, u"万 亿 千 百"); powers > 0) {
    out.bound = Bound::about;
    i += powers;
    i += text.begins(i, u"余 多");
  }
  if (hundredths > 0) {
    out.unit = u'%';
  } else if (text[i] == u'%') {
    out.unit = u'%';
    ++i;
  } else if (counters.find(text[i]) != std::u16string_view::npos &&
             text.begins(i + 1, u"次 套 工作 均 道 目") == 0) {
    out.unit = text[i];
    ++i;
  } else {
    // 20个工作日, 3天: they pass by.
    i += text.begins(i, u"个工作日 个自然日 个月 小时 天 日 人次 人 个 年");
  }
  if (const std::size_t behind = text.begins(i, u"以上 及以上"); behind > 0) {
    out.bound = Bound::at_least;
    i += behind;
  } else if (const std::size_t around = text.begins(i, u"左右 上下 以下 以内"); around > 0) {
    out.bound = Bound::about;
    i += around;
  }
  if (!valid || i > end) out.unit = 0;
  i = std::min(i, end);
  out.place = {first, i};
  return true;
}

}  // namespace gouji
