#include "narrative/names.h"

#include <algorithm>

#include "text/unicode.h"

namespace gouji {
namespace {

constexpr std::size_t longest_name = 60;

constexpr const char16_t* places = u"街道 开发区 新区 园区 乡 镇 县 区 市 州 旗 省 盟 苏木";

}  // namespace

bool is_name_character(char16_t c) {
  return is_han(c) || c == u'(' || c == u')' || c == 0x00B7 || c == 0x3001 || c == 0x3007;
}

bool is_agency(std::u16string_view name) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t longest = 40;
  return name.size() >= shortest && name.size() <= longest &&
         ends_with(name,
                   u"政府 局 委员会 管委会 办公室 厅 委 部 办 中心 处 署 院 所 队 公司 学校 中学 "
                   u"小学 大学 "
                   u"党校 集团 银行 联合会 残联 妇联 科协 文联 社联 侨联 工商联 总工会 供销社 联社 "
                   u"图书馆 档案馆 博物馆 文化馆 分局) 分局 管理站 服务站 工作站") > 0 &&
         is_name(name);
}

bool is_place(std::u16string_view name) {
  return name.size() >= 2 && name.size() <= 20 && ends_with(name, places) > 0 &&
         std::all_of(name.begin(), name.end(), is_han) && is_name(name);
}

bool is_self(std::u16string_view name) {
  if (name.starts_with(u"我") || name.starts_with(u"本单位") || name.starts_with(u"本部门") ||
      name.starts_with(u"本机关") || name.starts_with(u"本行政") || name.starts_with(u"本级")) {
    return true;
  }
  return name.size() == 2 && begins_with(name, u"本 全 该 各 贵") > 0 &&
         ends_with(name, u"局 县 市 区 镇 乡 省 办 委 院 厅 部 州 盟 旗 所 处 队 校") > 0;
}

bool is_name(std::u16string_view name) {
  return name.size() >= 2 && std::all_of(name.begin(), name.end(), is_name_character) &&
         !is_self(name) && ends_with(name, u"公开 年报 月 日") == 0 &&
         !holds(name,
                u"首页 网站 来源 主办 承办 版权 位置 报告 根据 按照 年度 专栏 列表 当前 导航 目录 "
                u"指南 "
                u"下载 查看 打印 关闭 点击 做好 的 了 法定 主动 我 历年");
}

std::size_t name_begin(const Gapless& text, std::size_t end, Break behind) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < longest_name) {
    const char16_t left = text[begin - 1];
    if (!is_name_character(left) && !is_digit(left) && left != u'○' && left != u'O' &&
        left != u'o') {
      break;
    }
    const Break gap = begin < end ? text.before(begin) : behind;
    if (gap > Break::space) break;
    const bool digits = is_digit(left) || (begin < end && text[begin] == u'年');
    if (gap == Break::space && !digits && left != u'年' && left != u'度') {
      std::size_t word = begin - 1;
      while (word > 0 && text.before(word) == Break::none && is_name_character(text[word - 1]) &&
             begin - word < longest_name) {
        --word;
      }
      const std::u16string_view before = text.slice({word, begin});
      const bool opens =
          text.before(word) > Break::space || text[word - 1] == u'年' || text[word - 1] == u'度';
      const bool again = end - begin >= 2 && before.substr(0, 2) == text.slice({begin, begin + 2});
      const bool apart = is_digit(text[begin]) ? is_name(before) && opens
                                               : (is_agency(before) || is_place(before)) && opens;
      if (begin - word > 1 && (!apart || again)) break;
    }
    --begin;
  }
  // A bracket that closes or opens before the name is none of its.
  while (begin < end && (text[begin] == u')' || text[begin] == 0x3001)) ++begin;
  if (text[begin] == u'(' && text.slice({begin, end}).find(u')') == std::u16string_view::npos) {
    ++begin;
  }
  return begin;
}

Stretch line_before(const Gapless& text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin <= longest_name) {
    --begin;
    if (text.before(begin) > Break::space) return {begin, end};
  }
  return {};
}

Stretch line_from(const Gapless& text, std::size_t begin) {
  for (std::size_t end = begin + 1; end <= text.size() && end - begin <= longest_name; ++end) {
    if (text.before(end) > Break::space) return {begin, end};
  }
  return {};
}

Stretch agency_of_line(const Gapless& text, Stretch line) {
  line.end -= ends_with(text.slice(line), u"(盖章) (公章) (章)");
  if (line.empty() || name_begin(text, line.end) != line.begin) return {};
  return is_agency(text.slice(line)) ? line : Stretch{};
}

}  // namespace gouji
