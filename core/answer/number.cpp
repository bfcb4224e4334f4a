#include <gouji/answer.h>

namespace gouji {

// Written digit by digit: a decimal that went through binary floating point would not come out the
// same everywhere.
std::string to_string(const Number& number) {
  if (number.integer()) return std::to_string(number.units);
  std::string digits = std::to_string(number.units < 0 ? -number.units : number.units);
  if (digits.size() <= number.decimals) digits.insert(0, number.decimals + 1 - digits.size(), '0');
  digits.insert(digits.size() - number.decimals, 1, '.');
  if (number.units < 0) digits.insert(0, 1, '-');
  return digits;
}

}  // namespace gouji
