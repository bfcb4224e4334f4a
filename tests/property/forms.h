// The two statutory forms as the generator knows them. Kept apart from the core's own data on
// purpose: a mistake in one of the two copies shows up as a difference.
#pragma once

#include <array>
#include <string_view>

namespace gouji::property {

struct Key {
  std::string_view id;
  std::u32string_view label;
};

struct Article {
  std::string_view id;
  std::u32string_view title;
  std::array<Key, 3> columns;  // unused ones have an empty id
  std::array<Key, 2> rows;
};

enum class Group { none, granted, partial, denied, unavailable, rejected, closed, total };

struct RequestRow {
  std::string_view id;
  Group group;
  std::u32string_view label;
};

inline constexpr std::array<Article, 4> kArticles2021{{
    {"art20_1",
     U"第二十条第(一)项",
     {{{"issued", U"本年制发件数"}, {"repealed", U"本年废止件数"}, {"in_force", U"现行有效件数"}}},
     {{{"rules", U"规章"}, {"normative", U"行政规范性文件"}}}},
    {"art20_5",
     U"第二十条第(五)项",
     {{{"decisions", U"本年处理决定数量"}, {}, {}}},
     {{{"licensing", U"行政许可"}, {}}}},
    {"art20_6",
     U"第二十条第(六)项",
     {{{"decisions", U"本年处理决定数量"}, {}, {}}},
     {{{"penalty", U"行政处罚"}, {"coercion", U"行政强制"}}}},
    {"art20_8",
     U"第二十条第(八)项",
     {{{"amount", U"本年收费金额(单位:万元)"}, {}, {}}},
     {{{"fees", U"行政事业性收费"}, {}}}},
}};

inline constexpr std::array<Article, 5> kArticles2019{{
    {"art20_1",
     U"第二十条第(一)项",
     {{{"made", U"本年新制作数量"},
       {"disclosed", U"本年新公开数量"},
       {"total_disclosed", U"对外公开总数量"}}},
     {{{"rules", U"规章"}, {"normative", U"规范性文件"}}}},
    {"art20_5",
     U"第二十条第(五)项",
     {{{"previous", U"上一年项目数量"}, {"change", U"本年增/减"}, {"decisions", U"处理决定数量"}}},
     {{{"licensing", U"行政许可"}, {"services", U"其他对外管理服务事项"}}}},
    {"art20_6",
     U"第二十条第(六)项",
     {{{"previous", U"上一年项目数量"}, {"change", U"本年增/减"}, {"decisions", U"处理决定数量"}}},
     {{{"penalty", U"行政处罚"}, {"coercion", U"行政强制"}}}},
    {"art20_8",
     U"第二十条第(八)项",
     {{{"previous", U"上一年项目数量"}, {"change", U"本年增/减"}, {}}},
     {{{"fees", U"行政事业性收费"}, {}}}},
    {"art20_9",
     U"第二十条第(九)项",
     {{{"purchases", U"采购项目数量"}, {"amount", U"采购总金额"}, {}}},
     {{{"procurement", U"政府集中采购"}, {}}}},
}};

inline constexpr std::array<Key, 7> kApplicants{{
    {"natural", U"自然人"},
    {"company", U"商业企业"},
    {"research", U"科研机构"},
    {"nonprofit", U"社会公益组织"},
    {"legal", U"法律服务机构"},
    {"other", U"其他"},
    {"total", U"总计"},
}};

inline constexpr std::array<RequestRow, 25> kRequestRows2021{{
    {"new", Group::none, U"一、本年新收政府信息公开申请数量"},
    {"carried_in", Group::none, U"二、上年结转政府信息公开申请数量"},
    {"granted", Group::granted, U"(一)予以公开"},
    {"partial", Group::partial, U"(二)部分公开(区分处理的,只计这一情形,不计其他情形)"},
    {"denied.state_secret", Group::denied, U"1.属于国家秘密"},
    {"denied.prohibited", Group::denied, U"2.其他法律行政法规禁止公开"},
    {"denied.safety", Group::denied, U"3.危及“三安全一稳定”"},
    {"denied.third_party", Group::denied, U"4.保护第三方合法权益"},
    {"denied.internal", Group::denied, U"5.属于三类内部事务信息"},
    {"denied.process", Group::denied, U"6.属于四类过程性信息"},
    {"denied.enforcement", Group::denied, U"7.属于行政执法案卷"},
    {"denied.inquiry", Group::denied, U"8.属于行政查询事项"},
    {"unavailable.not_held", Group::unavailable, U"1.本机关不掌握相关政府信息"},
    {"unavailable.not_compiled", Group::unavailable, U"2.没有现成信息需要另行制作"},
    {"unavailable.unclear", Group::unavailable, U"3.补正后申请内容仍不明确"},
    {"rejected.petition", Group::rejected, U"1.信访举报投诉类申请"},
    {"rejected.duplicate", Group::rejected, U"2.重复申请"},
    {"rejected.publication", Group::rejected, U"3.要求提供公开出版物"},
    {"rejected.excessive", Group::rejected, U"4.无正当理由大量反复申请"},
    {"rejected.reissue", Group::rejected, U"5.要求行政机关确认或重新出具已获取信息"},
    {"closed.not_corrected", Group::closed,
     U"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"},
    {"closed.unpaid", Group::closed,
     U"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"},
    {"closed.other", Group::closed, U"3.其他"},
    {"handled", Group::total, U"(七)总计"},
    {"carried_out", Group::none, U"四、结转下年度继续办理"},
}};

inline constexpr RequestRow kClosed2019{"closed", Group::closed, U"(六)其他处理"};

inline constexpr std::array<Key, 4> kResultGroups{{
    {"denied", U"(三)不予公开"},
    {"unavailable", U"(四)无法提供"},
    {"rejected", U"(五)不予处理"},
    {"closed", U"(六)其他处理"},
}};

inline constexpr std::array<Key, 5> kOutcomes{{
    {"upheld", U"结果维持"},
    {"corrected", U"结果纠正"},
    {"other", U"其他结果"},
    {"pending", U"尚未审结"},
    {"total", U"总计"},
}};

inline constexpr std::array<std::string_view, 3> kDisputeGroups{"review", "suit",
                                                                "suit_after_review"};

}  // namespace gouji::property
