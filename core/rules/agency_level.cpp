#include "rules/agency_level.h"

#include <cstddef>
#include <initializer_list>

namespace gouji {
namespace {

using Words = std::initializer_list<std::string_view>;

bool ends_with(std::string_view name, Words words) {
  for (const std::string_view word : words) {
    if (name.ends_with(word)) return true;
  }
  return false;
}

bool begins_with(std::string_view name, Words words) {
  for (const std::string_view word : words) {
    if (name.starts_with(word)) return true;
  }
  return false;
}

// Takes the word away with which a name ends; false if it ends with none of them.
bool strip(std::string_view& name, Words words) {
  for (const std::string_view word : words) {
    if (!name.ends_with(word)) continue;
    name.remove_suffix(word.size());
    return true;
  }
  return false;
}

struct Place {
  std::string_view word;
  AgencyLevel level;
};

// Reports in traditional characters are published as well.
constexpr Place places[] = {
    {"自治区", AgencyLevel::province}, {"開發區", AgencyLevel::unknown},
    {"开发区", AgencyLevel::unknown},  {"园区", AgencyLevel::unknown},
    {"示范区", AgencyLevel::unknown},  {"管理区", AgencyLevel::unknown},
    {"地区", AgencyLevel::unknown},    {"新区", AgencyLevel::unknown},
    {"景区", AgencyLevel::unknown},    {"保护区", AgencyLevel::unknown},
    {"社区", AgencyLevel::unknown},    {"街道", AgencyLevel::township},
    {"苏木", AgencyLevel::township},   {"镇", AgencyLevel::township},
    {"鎮", AgencyLevel::township},     {"乡", AgencyLevel::township},
    {"鄉", AgencyLevel::township},     {"县", AgencyLevel::county},
    {"縣", AgencyLevel::county},       {"区", AgencyLevel::county},
    {"區", AgencyLevel::county},       {"旗", AgencyLevel::county},
    {"自治州", AgencyLevel::city},     {"市", AgencyLevel::city},
    {"省", AgencyLevel::province},
};

AgencyLevel level_at_end(std::string_view name) {
  for (const Place& place : places) {
    if (name.ends_with(place.word) && name.size() > place.word.size()) return place.level;
  }
  return AgencyLevel::unknown;
}

// Words of an agency's name that look like a place: 「市场监督管理局」, 「住房和城乡建设局」.
bool is_no_place(std::string_view before, std::string_view behind) {
  return ends_with(before, {"城市", "城乡", "城镇"}) ||
         (before.ends_with("市") && begins_with(behind, {"场", "政", "容"})) ||
         (before.ends_with("乡") && begins_with(behind, {"村", "镇"})) ||
         (before.ends_with("区") && begins_with(behind, {"域", "划"}));
}

// The last place that a name has: 「白鹤县芦塘镇财政所」 belongs to a town.
AgencyLevel last_place(std::string_view name) {
  constexpr std::size_t character = 3;  // ideographs in UTF-8
  for (std::size_t size = name.size(); size > character; size -= character) {
    const std::string_view before = name.substr(0, size);
    if (is_no_place(before, name.substr(size))) continue;
    for (const Place& place : places) {
      if (before.ends_with(place.word) && before.size() > place.word.size()) return place.level;
    }
  }
  return AgencyLevel::unknown;
}

}  // namespace

Agency agency_of(std::string_view name) {
  Agency out;
  // In brackets stands what a part of the text calls it, or another name.
  if (name.empty() || name.find('(') != std::string_view::npos ||
      name.find("（") != std::string_view::npos || name.find("、") != std::string_view::npos) {
    return out;
  }
  std::string_view rest = name;
  const bool office =
      strip(rest, {"党政综合办公室", "党政办公室", "综合办公室", "办公室", "辦公室", "办公厅"});
  const bool government = strip(rest, {"人民政府", "政府", "行政公署", "办事处", "辦事處"});
  if (government || level_at_end(rest) != AgencyLevel::unknown) {
    out.level = level_at_end(rest);
    if (out.level == AgencyLevel::unknown) return out;
    // 「青石县办公室」 is no office of the government.
    if (office && !government) return {AgencyKind::unknown, out.level};
    out.kind = office ? AgencyKind::office : AgencyKind::government;
    return out;
  }
  out.level = last_place(name);
  // 国有资产监督管理委员会 is a department, a zone's 管理委员会 is not.
  const bool committee =
      ends_with(name, {"监督管理委员会"}) ||
      (ends_with(name, {"委员会", "委員會"}) &&
       !ends_with(name, {"管理委员会", "管理委員會", "村民委员会", "居民委员会", "县委员会",
                         "市委员会", "区委员会", "省委员会", "工作委员会"}));
  // 「清渠市人民政府外事办公室」; the office of the government itself is told above.
  const bool named_office = ends_with(name, {"外事办公室", "国防动员办公室", "人民防空办公室"}) &&
                            !begins_with(name, {"中共", "中国共产党"});
  const bool bureau = ends_with(name, {"局", "厅", "廳", "发改委", "卫健委", "国资委"}) &&
                      !ends_with(name, {"分局", "邮政局", "供电局"});
  if ((committee || bureau || named_office) && out.level != AgencyLevel::township) {
    out.kind = AgencyKind::department;
  }
  return out;
}

}  // namespace gouji
