// 《中华人民共和国政府信息公开工作年度报告格式》, 国办公开办函〔2021〕30号.
#include "forms/form.h"

namespace gouji {
namespace {

constexpr ColumnData documents[] = {
    {"issued", u"本年制发件数"}, {"repealed", u"本年废止件数"}, {"in_force", u"现行有效件数"}};
constexpr ColumnData decisions[] = {{"decisions", u"本年处理决定数量"}};
constexpr ColumnData fees[] = {{"amount", u"本年收费金额(单位:万元)", CellKind::money}};

constexpr LabelledKey document_rows[] = {{"rules", u"规章"}, {"normative", u"行政规范性文件"}};
constexpr LabelledKey licensing_rows[] = {{"licensing", u"行政许可"}};
constexpr LabelledKey penalty_rows[] = {{"penalty", u"行政处罚"}, {"coercion", u"行政强制"}};
constexpr LabelledKey fee_rows[] = {{"fees", u"行政事业性收费"}};

constexpr ArticleData articles[] = {
    {"art20_1", u"第二十条第(一)项", documents, document_rows},
    {"art20_5", u"第二十条第(五)项", decisions, licensing_rows},
    {"art20_6", u"第二十条第(六)项", decisions, penalty_rows},
    {"art20_8", u"第二十条第(八)项", fees, fee_rows},
};

constexpr RequestRowData request_rows[] = {
    {"new", RowRole::incoming, u"", u"一、", u"本年新收政府信息公开申请数量", u""},
    {"carried_in", RowRole::incoming, u"", u"二、", u"上年结转政府信息公开申请数量", u""},
    {"granted", RowRole::result, u"", u"(一)", u"予以公开", u""},
    {"partial", RowRole::result, u"", u"(二)", u"部分公开",
     u"(区分处理的,只计这一情形,不计其他情形)"},
    {"denied.state_secret", RowRole::result, u"(三)不予公开", u"1.", u"属于国家秘密", u""},
    {"denied.prohibited", RowRole::result, u"(三)不予公开", u"2.", u"其他法律行政法规禁止公开",
     u""},
    {"denied.safety", RowRole::result, u"(三)不予公开", u"3.", u"危及“三安全一稳定”", u""},
    {"denied.third_party", RowRole::result, u"(三)不予公开", u"4.", u"保护第三方合法权益", u""},
    {"denied.internal", RowRole::result, u"(三)不予公开", u"5.", u"属于三类内部事务信息", u""},
    {"denied.process", RowRole::result, u"(三)不予公开", u"6.", u"属于四类过程性信息", u""},
    {"denied.enforcement", RowRole::result, u"(三)不予公开", u"7.", u"属于行政执法案卷", u""},
    {"denied.inquiry", RowRole::result, u"(三)不予公开", u"8.", u"属于行政查询事项", u""},
    {"unavailable.not_held", RowRole::result, u"(四)无法提供", u"1.", u"本机关不掌握相关政府信息",
     u""},
    {"unavailable.not_compiled", RowRole::result, u"(四)无法提供", u"2.",
     u"没有现成信息需要另行制作", u""},
    {"unavailable.unclear", RowRole::result, u"(四)无法提供", u"3.", u"补正后申请内容仍不明确",
     u""},
    {"rejected.petition", RowRole::result, u"(五)不予处理", u"1.", u"信访举报投诉类申请", u""},
    {"rejected.duplicate", RowRole::result, u"(五)不予处理", u"2.", u"重复申请", u""},
    {"rejected.publication", RowRole::result, u"(五)不予处理", u"3.", u"要求提供公开出版物", u""},
    {"rejected.excessive", RowRole::result, u"(五)不予处理", u"4.", u"无正当理由大量反复申请", u""},
    {"rejected.reissue", RowRole::result, u"(五)不予处理", u"5.",
     u"要求行政机关确认或重新出具已获取信息", u""},
    {"closed.not_corrected", RowRole::result, u"(六)其他处理", u"1.",
     u"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", u""},
    {"closed.unpaid", RowRole::result, u"(六)其他处理", u"2.",
     u"申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", u""},
    {"closed.other", RowRole::result, u"(六)其他处理", u"3.", u"其他", u""},
    {"handled", RowRole::handled, u"", u"(七)", u"总计", u""},
    {"carried_out", RowRole::outgoing, u"", u"四、", u"结转下年度继续办理", u""},
};

}  // namespace

const FormData form_2021 = {"2021",         u"国办公开办函〔2021〕30号", articles,
                            request_rows,   applicant_columns,           dispute_groups,
                            dispute_columns};

}  // namespace gouji
