#include "rules/sum.h"

namespace gouji {
namespace {

bool scale(Number& number, std::uint8_t decimals) {
  while (number.decimals < decimals) {
    if (__builtin_mul_overflow(number.units, std::int64_t{10}, &number.units)) return false;
    ++number.decimals;
  }
  return true;
}

}  // namespace

std::optional<Number> add(const Number& a, const Number& b) {
  Number left = a;
  Number right = b;
  if (!scale(left, right.decimals) || !scale(right, left.decimals)) return std::nullopt;
  if (__builtin_add_overflow(left.units, right.units, &left.units)) return std::nullopt;
  while (left.decimals > 0 && left.units % 10 == 0) {
    left.units /= 10;
    --left.decimals;
  }
  return left;
}

std::optional<Number> subtract(const Number& a, const Number& b) {
  return add(a, {-b.units, b.decimals});
}

}  // namespace gouji
