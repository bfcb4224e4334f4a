// The report's sentences against its tables, and its last two parts.
#include "rules/help.h"

namespace gouji {
namespace {

constexpr RuleHelp family[] = {
    {"TEXT.REQUESTS_NONE", "文中说未收到申请，表中本年新收不为 0",
     "The text says no request, the table has some",
     "正文说本年未收到政府信息公开申请，而表三「本年新收」总计大于 0。请核实以哪一个为准。",
     "The text says that no request was received, but table 3 has new requests.",
     "「2023年未收到政府信息公开申请」；表三本年新收总计 4"},
    {"TEXT.REQUESTS_NEW", "文中收到的申请数与表三不同",
     "The number of requests received differs from table 3",
     "正文所说收到、受理、新收的申请数，既不等于表三本年新收，也不等于本年新收加上年结转。正文写了"
     "件数"
     "而表三该列全是 0 时为错误。「余、约、近、多」等不是确数，历年、同比、上级全县的数不比。",
     "The number received equals neither new nor new + carried in. An error where the table has "
     "only zeros. Bounds, other years and wider scopes are not compared.",
     "「全年共收到政府信息公开申请15件」；表三本年新收 13，上年结转 1"},
    {"TEXT.REQUESTS_HANDLED", "文中办理的申请数与表三不同",
     "The number of requests handled differs from table 3",
     "正文所说处理、办理的件数不等于表三的「(七)"
     "总计」、本年新收或本年新收加上年结转；或答复、办结的件"
     "数不等于「(七)总计」。",
     "The number handled equals neither the total handled, nor new, nor new + carried in; or the "
     "number answered is not the total handled.",
     "「全部办结，共答复14件」；表三「(七)总计」 13"},
    {"TEXT.CARRY_IN", "文中上年结转的件数与表三不同", "Carried in differs from table 3",
     "正文所说上年结转的件数不等于表三「二、上年结转」总计。",
     "The number carried in by the text is not that of table 3.",
     "「其中上年结转2件」；表三上年结转 1"},
    {"TEXT.CARRY_OUT", "文中结转下年的件数与表三不同", "Carried out differs from table 3",
     "正文所说结转下年、延至下年或未办结的件数不等于表三「四、结转下年度继续办理」总计。",
     "The number carried over by the text is not that of table 3.",
     "「结转下年度3件」；表三结转下年度继续办理 2"},
    {"TEXT.RESULT_KIND", "文中某种办理结果的件数与表三不同",
     "A kind of result differs from table 3",
     "正文所说予以公开、部分公开、不予公开、无法提供、不予处理或其他处理的件数，不等于表三该组各行"
     "之和。",
     "The number of a kind of result is not the sum of its rows in table 3.",
     "「予以公开8件」；表三「(一)予以公开」总计 7"},
    {"TEXT.REVIEW", "文中行政复议的件数与表四不同", "Reviews differ from table 4",
     "正文所说因政府信息公开被申请行政复议的件数不等于表四行政复议总计。",
     "The number of administrative reviews is not that of table 4.",
     "「被申请行政复议2件」；表四行政复议总计 1"},
    {"TEXT.SUIT", "文中行政诉讼的件数与表四不同", "Lawsuits differ from table 4",
     "正文所说因政府信息公开被提起行政诉讼的件数不等于表四的行政诉讼总计（两组之和或其中一组）。",
     "The number of lawsuits is not that of table 4.",
     "「被提起行政诉讼3件」；表四未经复议直接起诉 1，复议后起诉 1"},
    {"TEXT.NO_DISPUTE", "文中说没有复议、诉讼，表四不为 0",
     "The text says no dispute, table 4 has some",
     "正文说没有因政府信息公开引起的行政复议或行政诉讼，而表四总计大于 0。",
     "The text says that there was no review or lawsuit, but table 4 has some.",
     "「未发生行政复议、行政诉讼」；表四行政复议总计 1"},
    {"TEXT.DISPUTE_OUTCOME", "文中复议、诉讼的结果与表四不同", "The outcome of disputes differs",
     "正文所说复议、诉讼的结果与表四不同，例如说均获维持，表四却有纠正或尚未审结的。",
     "The outcome told by the text is not that of table 4.",
     "「均获维持」；表四行政复议：结果维持 1，尚未审结 1"},
    {"TEXT.NORMATIVE", "文中规范性文件的件数与表二不同", "Normative documents differ from table 2",
     "正文所说制发、废止或现行有效的行政规范性文件件数不等于表二。报备案的件数不比。",
     "The number of normative documents is not that of table 2. Those filed for the record are "
     "not compared.",
     "「全年制发规范性文件5件」；表二本年制发 4"},
    {"TEXT.RULES", "文中规章的件数与表二不同", "Regulations differ from table 2",
     "正文所说规章的件数不等于表二「规章」一行。",
     "The number of regulations is not that of table 2.", "「制定规章1件」；表二规章本年制发 0"},
    {"TEXT.DECISIONS", "文中许可、处罚、强制的件数与表二不同", "Decisions differ from table 2",
     "正文所说行政许可、行政处罚或行政强制的处理决定数量不等于表二。",
     "The number of licences, penalties or coercive measures is not that of table 2.",
     "「作出行政处罚36件」；表二行政处罚 35"},
    {"TEXT.PARTS_SUM", "文中「其中」各部分之和不等于总数", "Parts of a sentence do not add up",
     "同一句里先说总数，再说「其中」各部分，各部分之和与总数不等。只列举一部分、或部分之间会重叠时"
     "不提出。",
     "A sentence gives a total and its parts, which do not add up. Not reported where the parts "
     "may be incomplete or overlap.",
     "「发布信息120条，其中要闻60条、公告50条、其他20条」：60 + 50 + 20 = 130"},
    {"TEXT.PERCENT", "文中的百分比与数不符", "A percentage does not follow from its figures",
     "同一句里的百分比不能由句中的数算出（允许相差 0.01 个百分点，截尾也算对）。",
     "A percentage does not follow from the figures of its sentence; 0.01 point and truncation are "
     "accepted.",
     "「收到40件，其中网上申请30件，占80%」：30 ÷ 40 = 75%"},
    {"TEXT.UNVERIFIABLE", "文中有数，但相应的表不在", "A figure whose table is not there",
     "正文有件数，相应的表格不在所给文字中，因此无法核对。",
     "The text has a figure, but the table that it could be compared with is not there.",
     "「收到申请4件」，没有找到表三"},
    {"PART5.EMPTY", "第五部分是空的", "Section 5 is empty",
     "「存在的主要问题及改进情况」是空的，或只写了「无」。",
     "Section 5, main problems and improvements, is empty or says none.",
     "五、存在的主要问题及改进情况 无。"},
    {"PART6.FEE_STATEMENT", "第六部分没有说明信息处理费", "Section 6 says nothing of the fee",
     "2021 "
     "年版的报告一般在第六部分说明是否收取了信息处理费。没有提到「信息处理费」时提醒。",
     "In reports of the 2021 form section 6 usually tells whether an information processing fee "
     "was charged.",
     "六、其他需要报告的事项 无其他需要报告的事项。"},
    {"PART6.FEE_CONFLICT", "信息处理费的说法前后不一", "What is said of the fee does not agree",
     "说未收取信息处理费而又写了大于 0 "
     "的金额；或表三有因逾期不缴费而不再处理的申请，却说从未收费。",
     "No fee is said to have been charged and yet there is an amount; or requests were closed as "
     "unpaid while no fee was ever asked.",
     "「2023年未收取信息处理费」「收取信息处理费200元」"},
};

}  // namespace

std::span<const RuleHelp> narrative_help() { return family; }

}  // namespace gouji
