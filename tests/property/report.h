// A random report whose figures reconcile: what the agency meant, before any layout touches it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "random.h"

namespace gouji::property {

enum class Form { f2019, f2021 };

enum TableIndex { kDisclosure = 0, kRequests = 1, kDisputes = 2 };

/// A decimal number, units / 10^decimals: amounts of money keep the digits they are printed with.
struct Number {
  std::int64_t units = 0;
  int decimals = 0;
  bool operator==(const Number& other) const = default;
};

std::u32string digits(const Number& number);

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

enum class Level { city, county, department, township };

struct Report {
  std::array<Form, 3> forms{Form::f2021, Form::f2021, Form::f2021};
  Level level = Level::township;
  std::u32string place;   // 砚溪县
  std::u32string agency;  // 砚溪县人民政府办公室
  std::u32string self;    // what the text calls the agency: 我县, 我办
  int year = 2023;
  Date published;
  std::map<std::string, Number> values;

  std::int64_t value(const std::string& id) const {
    const auto it = values.find(id);
    return it == values.end() ? 0 : it->second.units;
  }
  bool uses(Form form) const { return forms[0] == form || forms[1] == form || forms[2] == form; }
};

/// `mixed`: each table follows a form of its own, as some published reports do.
Report random_report(Random& random, bool mixed);

}  // namespace gouji::property
