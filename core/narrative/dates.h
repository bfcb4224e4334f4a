// Years and dates as reports write them, in digits and in numerals.
#pragma once

#include <cstddef>

#include "narrative/gapless.h"

namespace gouji {

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  std::size_t end = 0;  // behind it
};

// 「2024年」, 「二〇二四年」: the year that begins at `i`, 0 if none does; `end` behind 年.
[[nodiscard]] int year_at(const Gapless& text, std::size_t i, std::size_t& end);

// 2024-01-29, 2024/1/29, 2024.01.29, 2024年1月29日, 二〇二四年一月二十九日. False as well for what
// looks like a date and is none of the calendar's.
[[nodiscard]] bool date_at(const Gapless& text, std::size_t i, Date& out);

// 「12月31日」, in the year that `out` has.
[[nodiscard]] bool day_at(const Gapless& text, std::size_t i, Date& out);

// Also 20240129, where a date is due.
[[nodiscard]] bool due_date_at(const Gapless& text, std::size_t i, Date& out);

// Whether the four characters at `i` could be a year, 年 or not; 0 if not, `end` behind them.
[[nodiscard]] int bare_year_at(const Gapless& text, std::size_t i, std::size_t& end);

}  // namespace gouji
