#include "report.h"

#include <vector>

#include "forms.h"

namespace gouji::property {
namespace {

enum class Size { zero, tiny, small, medium, large };

Size random_size(Random& random) {
  const int draw = random.between(1, 100);
  if (draw <= 25) return Size::zero;
  if (draw <= 50) return Size::tiny;
  if (draw <= 72) return Size::small;
  if (draw <= 88) return Size::medium;
  return Size::large;
}

// Most counts of a real table are 0 and a few carry nearly everything, whatever the size.
std::int64_t count(Random& random, Size size, int zero_percent) {
  if (size == Size::zero || random.chance(zero_percent)) return 0;
  switch (size) {
    case Size::zero:
      return 0;
    case Size::tiny:
      return random.between(1, 3);
    case Size::small:
      return random.chance(70) ? random.between(1, 9) : random.between(10, 60);
    case Size::medium:
      return random.chance(60) ? random.between(1, 40) : random.between(41, 900);
    case Size::large:
      return random.chance(50) ? random.between(1, 400) : random.between(401, 26000);
  }
  return 0;
}

void fill_requests(Random& random, Report& report, Size size) {
  static constexpr std::array<int, 6> kZero{25, 70, 92, 92, 80, 88};
  std::vector<std::string> results;
  for (const RequestRow& row : kRequestRows2021) {
    if (row.group == Group::none || row.group == Group::total) continue;
    if (row.group == Group::closed && report.forms[kRequests] == Form::f2019) continue;
    results.emplace_back(row.id);
  }
  if (report.forms[kRequests] == Form::f2019) results.emplace_back("closed");

  std::map<std::string, std::int64_t> totals;
  const auto set = [&](const std::string& row, std::size_t column, std::int64_t value) {
    report.values["requests." + row + "." + std::string(kApplicants[column].id)] = {value, 0};
    totals[row] += value;
  };
  for (std::size_t column = 0; column < 6; ++column) {
    std::int64_t handled = 0;
    const bool empty = random.chance(kZero[column]);
    for (const std::string& row : results) {
      const bool frequent = row == "granted" || row == "unavailable.not_held" || row == "partial";
      const std::int64_t value = empty ? 0 : count(random, size, frequent ? 30 : 75);
      set(row, column, value);
      handled += value;
    }
    const std::int64_t carried_out = empty ? 0 : count(random, size, 70);
    const std::int64_t limit = handled + carried_out;
    std::int64_t carried_in = empty ? 0 : count(random, size, 70);
    if (carried_in > limit) carried_in = limit;
    set("handled", column, handled);
    set("carried_out", column, carried_out);
    set("carried_in", column, carried_in);
    set("new", column, limit - carried_in);
  }
  for (const auto& [row, total] : totals) report.values["requests." + row + ".total"] = {total, 0};
}

void fill_disputes(Random& random, Report& report, Size size) {
  for (const std::string_view group : kDisputeGroups) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const std::int64_t value = count(random, size == Size::large ? Size::medium : size, 55);
      total += value;
      report.values["disputes." + std::string(group) + "." + std::string(kOutcomes[i].id)] = {value,
                                                                                              0};
    }
    report.values["disputes." + std::string(group) + ".total"] = {total, 0};
  }
}

void fill_disclosure(Random& random, Report& report, Size size) {
  auto& values = report.values;
  const bool city = report.level == Level::city;
  if (report.forms[kDisclosure] == Form::f2021) {
    for (const char* row : {"rules", "normative"}) {
      const bool rules = std::string_view(row) == "rules";
      const std::string stem = "disclosure.art20_1." + std::string(row) + ".";
      const bool none = rules && !city;
      const std::int64_t issued = none ? 0 : count(random, Size::small, 35);
      const std::int64_t repealed = none ? 0 : count(random, Size::small, 60);
      const std::int64_t before =
          none ? 0 : count(random, size == Size::large ? Size::medium : Size::small, 20);
      values[stem + "issued"] = {issued, 0};
      values[stem + "repealed"] = {repealed, 0};
      // What is repealed was in force before, so the stock never falls below what was issued.
      values[stem + "in_force"] = {issued + before, 0};
    }
    values["disclosure.art20_5.licensing.decisions"] = {count(random, size, 30), 0};
    values["disclosure.art20_6.penalty.decisions"] = {count(random, size, 35), 0};
    values["disclosure.art20_6.coercion.decisions"] = {count(random, size, 55), 0};
    Number amount{count(random, size, 65), 0};
    if (amount.units != 0 && random.chance(60)) {
      amount.decimals = random.between(1, 4);
      for (int i = 0; i < amount.decimals; ++i) {
        amount.units = amount.units * 10 + random.between(i + 1 == amount.decimals ? 1 : 0, 9);
      }
    }
    values["disclosure.art20_8.fees.amount"] = amount;
    return;
  }
  for (const char* row : {"rules", "normative"}) {
    const bool none = std::string_view(row) == "rules" && !city;
    const std::string stem = "disclosure.art20_1." + std::string(row) + ".";
    const std::int64_t made = none ? 0 : count(random, Size::small, 35);
    const std::int64_t disclosed = made == 0 ? 0 : random.between(0, static_cast<int>(made));
    values[stem + "made"] = {made, 0};
    values[stem + "disclosed"] = {disclosed, 0};
    values[stem + "total_disclosed"] = {disclosed + (none ? 0 : count(random, Size::small, 30)), 0};
  }
  for (const char* stem : {"art20_5.licensing", "art20_5.services", "art20_6.penalty",
                           "art20_6.coercion", "art20_8.fees"}) {
    const std::string key = "disclosure." + std::string(stem) + ".";
    const std::int64_t previous = count(random, size == Size::large ? Size::medium : size, 40);
    std::int64_t change = count(random, Size::small, 60);
    if (change > 0 && previous > 0 && random.chance(40)) {
      change = -(change > previous ? previous : change);
    }
    values[key + "previous"] = {previous, 0};
    values[key + "change"] = {change, 0};
    if (std::string_view(stem) != "art20_8.fees") {
      values[key + "decisions"] = {count(random, size, 40), 0};
    }
  }
  const std::int64_t purchases = count(random, Size::small, 50);
  values["disclosure.art20_9.procurement.purchases"] = {purchases, 0};
  Number amount{purchases == 0 ? 0 : random.between(1000, 9000000), 0};
  if (purchases != 0 && random.chance(50)) amount.decimals = random.between(1, 2);
  if (amount.decimals > 0 && amount.units % 10 == 0) amount.units += 3;
  values["disclosure.art20_9.procurement.amount"] = amount;
}

// Syllables that together name no place of the gazetteer.
const std::vector<std::u32string>& first_syllables() {
  static const std::vector<std::u32string> items{U"砚", U"霁", U"澄", U"岚", U"墨", U"榆", U"汀",
                                                 U"蘅", U"沅", U"翠", U"筠", U"鹭", U"桐", U"露"};
  return items;
}
const std::vector<std::u32string>& second_syllables() {
  static const std::vector<std::u32string> items{U"溪", U"湾", U"坪", U"渚", U"岭", U"桥", U"塘",
                                                 U"川", U"泽", U"埠", U"陂", U"堰", U"浦", U"垭"};
  return items;
}

std::u32string place_name(Random& random) {
  // Two statements: the order in which the operands of + are drawn is the compiler's choice.
  std::u32string name = random.pick(first_syllables());
  name += random.pick(second_syllables());
  return name;
}

void name_agency(Random& random, Report& report) {
  const int draw = random.between(1, 100);
  if (draw <= 10) {
    report.level = Level::city;
    report.place = place_name(random) + U"市";
    report.agency = report.place + U"人民政府";
    report.self = U"我市";
  } else if (draw <= 30) {
    report.level = Level::county;
    const bool district = random.chance(50);
    report.place = place_name(random) + (district ? U"区" : U"县");
    report.agency = report.place + U"人民政府";
    report.self = district ? U"我区" : U"我县";
  } else if (draw <= 60) {
    report.level = Level::department;
    report.place = place_name(random);
    report.place += random.chance(50) ? U"县" : U"市";
    static const std::vector<std::u32string> kOffices{
        U"水利局", U"教育体育局", U"市场监督管理局", U"人力资源和社会保障局", U"卫生健康委员会",
        U"民政局", U"财政局",     U"人民政府办公室", U"综合行政执法局",       U"司法局"};
    const std::u32string office = random.pick(kOffices);
    report.agency = report.place + office;
    report.self = office.back() == U'室' ? U"我办" : office.back() == U'会' ? U"我委" : U"我局";
  } else {
    report.level = Level::township;
    report.place = place_name(random) + U"县";
    const int kind = random.between(0, 2);
    if (random.chance(70)) report.agency = report.place;
    report.agency += place_name(random);
    report.agency += kind == 0 ? U"镇人民政府" : kind == 1 ? U"乡人民政府" : U"街道办事处";
    report.self = kind == 0 ? U"我镇" : kind == 1 ? U"我乡" : U"我街道";
  }
}

}  // namespace

std::u32string digits(const Number& number) {
  std::int64_t units = number.units < 0 ? -number.units : number.units;
  std::u32string reversed;
  int place = 0;
  do {
    if (place == number.decimals && place > 0) reversed += U'.';
    reversed += static_cast<char32_t>(U'0' + units % 10);
    units /= 10;
    ++place;
  } while (units > 0 || place <= number.decimals);
  if (number.units < 0) reversed += U'-';
  return {reversed.rbegin(), reversed.rend()};
}

Report random_report(Random& random, bool mixed) {
  Report report;
  name_agency(random, report);
  const bool older = random.chance(35);
  const Form form = older ? Form::f2019 : Form::f2021;
  report.forms = {form, form, form};
  report.year = older ? random.between(2019, 2020) : random.between(2021, 2025);
  if (mixed) {
    const std::size_t other = random.index(2);
    report.forms[other] = form == Form::f2019 ? Form::f2021 : Form::f2019;
  }
  report.published = {report.year + 1, 1, random.between(2, 31)};
  if ((report.level == Level::city || report.level == Level::county) && random.chance(40)) {
    report.published = {report.year + 1, random.between(2, 3), random.between(1, 28)};
  }
  const Size size = random_size(random);
  fill_requests(random, report, size);
  fill_disputes(random, report, random.chance(70) ? Size::zero : size);
  fill_disclosure(random, report, size);
  return report;
}

}  // namespace gouji::property
