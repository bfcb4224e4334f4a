#include "narrative/wording.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "narrative/dates.h"
#include "text/ordering.h"
#include "text/unicode.h"

namespace gouji {
namespace {

struct List {
  Word word;
  const char16_t* words;
};

constexpr List lists[] = {
    {Word::receive,
     u"收到 收到了 接收 接收到 受理 受理了 接到 收悉 接受 接收受理 登记 收件 新收 新收到 新接收 "
     u"新受理 新接到 新登记 新增受理 新增收到"},
    {Word::process, u"处理 办理 处置 办理了 处理了"},
    {Word::settle, u"答复 办结 回复 办毕 答复办结 办结答复 办理完毕 办理答复 答复了 办结了"},
    {Word::carry,
     u"结转 结转至 结转到 转结 转结至 延至 延期至 延期到 顺延至 顺延到 延续至 延续到 转入 转至 "
     u"留待 跨至"},
    {Word::carry_out,
     u"未办结 尚未办结 未办理完毕 尚未办理完毕 未办理完结 尚未办理完结 跨年办理 跨年度办理"},
    {Word::granted, u"予以公开"},
    {Word::partial, u"部分公开 予以部分公开"},
    {Word::denied, u"不予公开"},
    {Word::unavailable, u"无法提供"},
    {Word::rejected, u"不予处理"},
    {Word::closed, u"其他处理 其它处理 作其他处理"},
    {Word::issue,
     u"制发 制定 印发 出台 发布 制定印发 制发印发 新制定 制定出台 下发 制订 新制发 新出台 颁布 "
     u"制定发布"},
    {Word::repeal, u"废止 宣布失效 宣布废止 失效"},
    {Word::in_force, u"现行有效 继续有效"},
    {Word::publish, u"公开 主动公开 公布 公示 公开发布 发布公开 上传 推送 归集"},
    {Word::decide, u"作出 做出 下达 决定 决定书 实施"},
    {Word::upheld, u"维持 获维持 结果维持 予以维持 被维持 得到维持 维持原行政行为"},
    {Word::corrected, u"纠正 结果纠正 被纠正 予以纠正"},
    {Word::other_outcome, u"其他结果 其它结果"},
    {Word::pending, u"尚未审结 未审结"},
    {Word::request,
     u"政府信息公开申请 信息公开申请 政府信息依申请公开申请 依申请公开申请 依申请公开政府信息申请 "
     u"依申请公开政府信息的申请 依申请公开信息申请 依申请公开信息的申请 申请公开政府信息 "
     u"申请政府信息公开 申请信息公开 政府信息公开的申请 信息公开的申请 依申请公开的申请 "
     u"公开政府信息申请 公开政府信息的申请 政府信息申请 依申请公开政府信息 依申请公开信息 "
     u"政府信息依申请公开 依申请信息公开 依申请政府信息公开 信息依申请公开 依申请公开件 依申请公开 "
     u"依申请公开的政府信息"},
    {Word::plain_request, u"申请 申请件 申请数"},
    {Word::disclosure, u"政府信息公开 信息公开 政务信息公开"},
    {Word::matter, u"政府信息 信息"},
    {Word::review, u"行政复议 复议"},
    {Word::suit, u"行政诉讼 诉讼"},
    {Word::suit_direct, u"未经复议直接起诉 直接起诉"},
    {Word::suit_after, u"复议后起诉"},
    {Word::normative, u"规范性文件 行政规范性文件"},
    {Word::rules, u"规章 政府规章 地方政府规章"},
    {Word::document, u"文件 政策文件"},
    {Word::licensing, u"行政许可"},
    {Word::penalty, u"行政处罚"},
    {Word::coercion, u"行政强制"},
    {Word::elsewhere,
     u"建议 提案 信访 热线 工单 留言 来信 来访 咨询 投诉 举报 诉求 信箱 纠纷 调解 舆情 解读 民事 "
     u"刑事 检查 抽查 培训 会议 线索 低保 救助 补贴 许可证 不动产 户籍 审批 审核 审查 议案 督查 "
     u"提问 "
     u"问题 收费 费用 新闻 稿件 视频 图解 微信 微博 公报 宣传 走访 通知 公告 指南 目录 网民 网友 "
     u"调查 征集 意见 规章制度 行政许可事项 行政处罚事项 应诉 应诉案件 申请表 申请书 公文 舆论"},
    {Word::channel,
     u"网上 线上 网络 在线 互联网 网站 网页 平台 系统 信函 信件 邮寄 邮政 快递 电子邮件 电子邮箱 "
     u"邮件 邮箱 传真 当面 现场 窗口 线下 书面 纸质 其他方式 其他形式 其他渠道 其它方式"},
    {Word::person, u"自然人 公民 个人"},
    {Word::body,
     u"法人 法人或其他组织 法人和其他组织 法人或者其他组织 法人及其他组织 企业 商业企业 科研机构 "
     u"社会公益组织 法律服务机构 其他组织"},
    {Word::of_which, u"其中 包括 包含 含 当中 分别是 分别为"},
    {Word::rest, u"其余 余下 其余的"},
    {Word::others, u"其他 其它"},
    {Word::all, u"均 全部 都 全部均 均已 全 各类 各种 各项"},
    {Word::timely, u"按时 按期 如期 限期内 及时"},
    {Word::in_turn, u"分别 各"},
    {Word::share, u"占 占比 占比例 占总比 占比重"},
    {Word::than,
     u"比 较 同比 环比 相比 增长 增加 减少 上升 下降 上涨 回落 降低 提高 多于 少于 增幅 降幅 增至 "
     u"减至 降至 升至 "
     u"增长到 增加到 增长至 增加至 上升到 上升至 提高到 提高至 减少到 减少至 下降到 下降至 降低到 "
     u"降低至 降到 升到 降为 升为 增为 减为 超过去年 率"},
    {Word::about, u"约 近 将近 接近 大约 约为 约有 不足 不到 不超过"},
    {Word::at_least, u"超 超过 逾 至少 不少于 不低于 多达"},
    {Word::never,
     u"未 没有 无 没 未曾 尚未 暂未 从未 未有 暂无 并未 并无 均未 均无 不存在 无人 没有人 零"},
    {Word::barred, u"备案 报备 备查 不予受理 转办 移送 抄送 撤诉 败诉 胜诉"},
    {Word::split, u"拆分 拆为 拆成 折算 折合 计费 按件计 按件收 分解 合并 除"},
    {Word::plan, u"计划 拟 力争 预计 争取 下一步 今后 将"},
    {Word::clean_up, u"清理"},
    {Word::occur,
     u"发生 出现 引发 引起 导致 产生 提起 提出 提交 涉及 涉 因 由 由于 被 而 针对 对 就 向 有关 "
     u"关于 "
     u"方面 类 申请人 群众 市民 居民 村民 公众 社会公众 人民群众 任何 任何形式 任何人 "
     u"公民、法人和其他组织 "
     u"公民、法人或其他组织 公民、法人或者其他组织 公民、法人及其他组织 公民、法人以及其他组织 "
     u"公民法人和其他组织 公民、法人、其他组织 公民、法人和社会组织 公民、法人或社会组织"},
    {Word::join, u"和 及 与 以及 或 或者 并 及其 且 暨 同时"},
    {Word::filler,
     u"结果 共 总共 共计 合计 总计 累计 计 一共 总 了 的 为 是 有 已 已经 即 此类 相关 "
     u"事项 "
     u"事宜 件 情况 情形 现象 工作 件数 数量 总数 总量 数 量 依法 依规 依法依规 严格 认真 "
     u"规范 "
     u"妥善 高效 圆满 实际 实现 具体 依照 按照 根据 规定 要求 规定要求 程序 条例 按规定 按程序 "
     u"按要求 在 法定 期限 时限 时间 内 "
     u"之内 "
     u"规定时间 予以 进行 给予 完成 完毕 新 期间 期内 等 于 并且 另有 另 另外 还有 尚有 仍有 "
     u"此外 "
     u"共有 也 亦 继续 继续办理 继续处理 办理中 数为 方式 形式 渠道 途径 上 中 通过 行政 机关 年 "
     u"度 日 "
     u"以来共 工作日 得到 达 达到 成功 及时答复 反馈 本次 本期 所有 该 底 末 今 统计 据统计 经统计 "
     u"至 到 自 从 起 止 - “ ” ‘ ’ \" ' 「 」 『 』"},
    {Word::this_year,
     u"今年 本年 本年度 全年 全年度 年内 当年 本年内 年度 年度内 报告期 报告期内 统计期 统计期内 "
     u"一年来 今年以来 本年度内 一年 1-12月 1-12月份 1月至12月 1—12月 1至12月"},
    {Word::last_year,
     u"去年 上年 上年度 上一年 上一年度 去年度 往年 前年 去年同期 上年同期 同期 上年末 上年底"},
    {Word::next_year, u"下年 下年度 下一年 下一年度 次年 次年度 明年 来年 翌年 明年度"},
    {Word::until, u"截至 截止 截止到 截至到"},
    {Word::ever,
     u"历年 历史 以来 至今 目前 迄今 截至目前 截止目前 累积 常年 多年 近年 近年来 近三年 "
     u"近两年 近几年 近五年 历次"},
    {Word::a_while,
     u"上半年 下半年 季度 一季度 第一季度 月份 每月 每季度 每年 当月 日前 近期 期末"},
    {Word::own,
     u"我局 我办 我委 我厅 我站 我中心 我街道 我镇 我乡 我单位 我机关 我部门 我院 我所 我校 我处 "
     u"我队 我会 我馆 我分局 本局 本办 本委 本厅 本站 本中心 本街道 本镇 本乡 本单位 本机关 本部门 "
     u"本院 本所 本校 本处 本队 本会 本馆 本行政机关 全局 全镇 全乡 全街道 全委 全办"},
    {Word::area,
     u"我县 我区 我市 我省 我州 我旗 我盟 本县 本区 本市 本省 本州 本旗 全县 全区 全市 全省 全州 "
     u"全旗 "
     u"全盟 全县各级 全市各级 全区各级"},
    {Word::subordinates,
     u"各镇 各乡镇 各乡 各街道 各镇街 各部门 各单位 各级 各地 各县 各区 各市 各村 各科室 各股室 "
     u"基层 "
     u"所属 下属 直属 辖区 县直 区直 市直 乡镇 镇街 街镇 部分单位 全系统 系统内 各处室 各有关 "
     u"各相关 "
     u"其他部门 其他单位 其他机关 上级 他人 本级 县本级 区本级 市本级"},
    {Word::other_words,
     u"本机关不掌握 本机关不掌握相关政府信息 非本机关 不属于本机关 不属本机关 "
     u"中心"},
    {Word::cases, u"案件 案"},
    {Word::comma, u", ; 。 ! ?"},
    {Word::list, u"、"},
    {Word::colon, u": —— —"},
    {Word::open, u"( [ 【"},
    {Word::close, u") ] 】"},
};

struct Entry {
  std::u16string_view word;
  Word meaning;
};

// By first character, the longer of two that begin alike first.
struct Lexicon {
  std::vector<Entry> entries;
  std::array<std::uint16_t, 257> first{};  // by the first character's low byte

  static unsigned key(char16_t c) { return c & 0xFFU; }

  Lexicon() {
    for (const List& list : lists) {
      for (const char16_t* at = list.words; *at != u'\0';) {
        const char16_t* end = at;
        while (*end != u'\0' && *end != u' ') ++end;
        entries.push_back({{at, static_cast<std::size_t>(end - at)}, list.word});
        at = *end == u'\0' ? end : end + 1;
      }
    }
    put_in_order(entries, [](const Entry& a, const Entry& b) {
      const unsigned left = key(a.word.front());
      const unsigned right = key(b.word.front());
      return left != right ? left < right : a.word.size() > b.word.size();
    });
    for (const Entry& entry : entries) ++first[key(entry.word.front()) + 1];
    for (std::size_t i = 1; i < first.size(); ++i) {
      first[i] = static_cast<std::uint16_t>(first[i] + first[i - 1]);
    }
  }

  [[nodiscard]] const Entry* find(std::u16string_view text) const {
    const unsigned k = key(text.front());
    for (std::size_t i = first[k]; i < first[k + 1]; ++i) {
      if (text.starts_with(entries[i].word)) return &entries[i];
    }
    return nullptr;
  }
};

// 「2021—2023年」, 「2021年至2023年」: the end of the years that begin at `i`, 0 if none do.
std::size_t behind_years(const Gapless& text, std::size_t i) {
  std::size_t end = 0;
  if (bare_year_at(text, i, end) == 0) return 0;
  end += text.begins(end, u"年度 年");
  const std::size_t dash = text.begins(end, u"—— — – ― - ~ ～ 至 到");
  std::size_t behind = 0;
  if (dash == 0 || year_at(text, end + dash, behind) == 0 || is_digit(text[behind])) return 0;
  return behind + text.begins(behind, u"度");
}

// 「2023年」 and what follows of a date; a month alone is a part of the year.
bool date_token(const Gapless& text, std::size_t i, std::size_t limit, Term& out) {
  std::size_t end = 0;
  if (const std::size_t behind = behind_years(text, i); behind > 0) {
    out.word = Word::ever;
    out.place = {i, behind};
    return true;
  }
  if (const int year = year_at(text, i, end); year > 0) {
    out.word = Word::year;
    out.year = year;
    end += text.begins(end, u"度");
    out.place = {i, end};
    return true;
  }
  Quantity quantity;
  if (!quantity_at(text, i, limit, quantity) || quantity.unit != 0) return false;
  end = quantity.place.end;
  const std::size_t month = text.begins(end, u"月份 月底 月末 月");
  const std::size_t day = text.begins(end, u"日 号");
  if (month == 0 && day == 0 && text[end - 1] != u'日') return false;
  out.word = month > 0 ? Word::month : Word::filler;
  out.year = month > 0 ? static_cast<int>(quantity.value.units) : 0;
  out.place = {i, end + month + day};
  return true;
}

// The end of a title in 《》 that begins at `i`, or of a bracketed year; `i` where there is none.
std::size_t behind_title(const Gapless& text, std::size_t i, std::size_t end) {
  constexpr std::size_t longest = 80;
  const bool title = text[i] == 0x300A;
  if (!title && text[i] != 0x3014) return i;
  const char16_t closing = title ? 0x300B : 0x3015;
  for (std::size_t k = i + 1; k < std::min(end, i + longest); ++k) {
    if (text[k] == closing) return k + 1;
  }
  return i;
}

}  // namespace

void read_words(const Gapless& text, Stretch stretch, std::vector<Term>& out) {
  static const Lexicon lexicon;
  out.clear();
  for (std::size_t i = stretch.begin; i < stretch.end;) {
    Term token;
    if (const std::size_t behind = behind_title(text, i, stretch.end); behind > i) {
      token.word = Word::filler;
      token.place = {i, behind};
    } else if (const Entry* entry = lexicon.find(text.slice({i, stretch.end}))) {
      token.word = entry->meaning;
      token.place = {i, i + entry->word.size()};
      if (token.word == Word::other_words && !out.empty() && out.back().word == token.word) {
        out.back().place.end = i = std::min(token.place.end, stretch.end);
        continue;
      }
    } else if (date_token(text, i, stretch.end, token)) {
    } else if (quantity_at(text, i, stretch.end, token.quantity)) {
      const char16_t unit = token.quantity.unit;
      token.word = unit == 0 ? Word::idle : unit == u'%' ? Word::percent : Word::number;
      token.place = token.quantity.place;
    } else {
      if (!out.empty() && out.back().word == Word::other_words) {
        out.back().place.end = ++i;
        continue;
      }
      token.place = {i, i + 1};
    }
    token.place.end = std::min(token.place.end, stretch.end);
    i = std::max(token.place.end, i + 1);
    out.push_back(token);
  }
}

}  // namespace gouji
