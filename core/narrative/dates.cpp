#include "narrative/dates.h"

#include <array>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr int first_year = 2000;
constexpr int last_year = 2099;

int numeral_value(char16_t c) {
  constexpr std::u16string_view numerals = u"〇一二三四五六七八九";
  if (c == u'零' || c == u'○' || c == 0x25EF || c == u'O' || c == u'o' || c == u'0') return 0;
  const std::size_t at = numerals.find(c);
  return at == std::u16string_view::npos ? -1 : static_cast<int>(at);
}

bool continues(const Gapless& text, std::size_t i) {
  return is_digit(text[i]) && text.before(i) == Break::none;
}

// Gives -1 where there is none.
int small_number(const Gapless& text, std::size_t& i) {
  if (is_digit(text[i])) {
    const std::size_t first = i;
    int value = text[i++] - u'0';
    while (continues(text, i) && i - first < 3) value = value * 10 + (text[i++] - u'0');
    return i - first <= 2 ? value : -1;
  }
  const std::size_t first = i;
  int value = 0;
  bool ten = false;
  for (; i - first < 4; ++i) {
    if (text[i] == u'十') {
      value = value == 0 ? 10 : value * 10;
      ten = true;
      continue;
    }
    const int digit = numeral_value(text[i]);
    if (digit < 0 || is_latin(text[i])) break;
    value = ten ? value + digit : value * 10 + digit;
  }
  return i > first && value < 100 ? value : -1;
}

bool is_valid(const Date& date) {
  constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < first_year || date.year > last_year || date.month < 1 || date.month > 12) {
    return false;
  }
  const bool leap = date.year % 4 == 0;  // of all years from 2000 to 2099
  const int most = date.month == 2 && !leap ? 28 : days[static_cast<std::size_t>(date.month - 1)];
  return date.day >= 1 && date.day <= most;
}

}  // namespace

int bare_year_at(const Gapless& text, std::size_t i, std::size_t& end) {
  const bool digits = is_digit(text[i]);
  if (text[i] != u'2' && text[i] != u'二') return 0;
  if (digits && i > 0 && is_digit(text[i - 1]) && text.before(i) == Break::none) return 0;
  int year = 0;
  for (std::size_t k = i; k < i + 4; ++k) {
    if (k > i && text.before(k) > Break::space) return 0;
    const int value = digits ? (is_digit(text[k]) ? text[k] - u'0' : -1) : numeral_value(text[k]);
    if (value < 0) return 0;
    year = year * 10 + value;
  }
  if (continues(text, i + 4) || year < first_year || year > last_year) return 0;
  end = i + 4;
  return year;
}

int year_at(const Gapless& text, std::size_t i, std::size_t& end) {
  std::size_t k = 0;
  const int year = bare_year_at(text, i, k);
  if (year == 0 || text[k] != u'年' || text.before(k) > Break::space) return 0;
  end = k + 1;
  return year;
}

bool date_at(const Gapless& text, std::size_t i, Date& out) {
  std::size_t k = 0;
  out.year = bare_year_at(text, i, k);
  if (out.year == 0) return false;
  const char16_t part = text[k];
  const bool words = part == u'年';
  if (!words && part != u'-' && part != u'/' && part != u'.') return false;
  if (!words && (!is_digit(text[k + 1]) || text.before(k + 1) > Break::space)) return false;
  out.month = small_number(text, ++k);
  if (out.month < 0 || text[k] != (words ? u'月' : part)) return false;
  if (!words && (!is_digit(text[k + 1]) || text.before(k + 1) > Break::space)) return false;
  out.day = small_number(text, ++k);
  if (out.day < 0) return false;
  if (words) {
    if (text[k] != u'日' && text[k] != u'号') return false;
    ++k;
  } else if (continues(text, k) || (text[k] == part && is_digit(text[k + 1]))) {
    return false;
  }
  out.end = k;
  return is_valid(out);
}

bool day_at(const Gapless& text, std::size_t i, Date& out) {
  out.month = small_number(text, i);
  if (out.month < 0 || text[i] != u'月') return false;
  out.day = small_number(text, ++i);
  if (out.day < 0 || (text[i] != u'日' && text[i] != u'号')) return false;
  out.end = i + 1;
  return is_valid(out);
}

bool due_date_at(const Gapless& text, std::size_t i, Date& out) {
  if (date_at(text, i, out)) return true;
  constexpr std::size_t length = 8;
  std::array<int, length> digit{};
  for (std::size_t k = 0; k < length; ++k) {
    if (k > 0 ? !continues(text, i + k) : !is_digit(text[i])) return false;
    digit[k] = text[i + k] - u'0';
  }
  if (continues(text, i + length)) return false;
  out = {digit[0] * 1000 + digit[1] * 100 + digit[2] * 10 + digit[3], digit[4] * 10 + digit[5],
         digit[6] * 10 + digit[7], i + length};
  return is_valid(out);
}

}  // namespace gouji
