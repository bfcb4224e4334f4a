// The three tables: their equations, what follows from single rows, and their cells.
#include "rules/help.h"

namespace gouji {
namespace {

constexpr RuleHelp family[] = {
    {"T3.BALANCE", "收到的与办理、结转的对不上", "Received is not handled plus carried over",
     "表三每一列：本年新收 + 上年结转 = 「(七)总计」 + "
     "结转下年度继续办理。某一列两边不等时提出，写明两边各是多少。空白先按 0 计；按 0 "
     "计不成立而填上某些非负整数可以成立时，降为提醒。有单元格读不到时不核对该式。",
     "In each column of table 3: new + carried in = total handled + carried out. Reported with "
     "both sides where they differ. Blanks count as 0; where some filling of the blanks makes it "
     "hold, it is a warning. Not tested where a cell could not be read.",
     "自然人：本年新收 12，上年结转 1，(七)总计 12，结转下年度 0；12 + 1 = 13，12 + 0 = 12"},
    {"T3.RESULTS", "各项办理结果之和不等于「(七)总计」",
     "The results do not add up to the total handled",
     "表三每一列：「(一)予以公开」至「(六)其他处理」各行之和 = 「(七)总计」。",
     "In each column of table 3, the rows from granted to otherwise handled add up to the total "
     "handled.",
     "自然人：各项办理结果之和 11，「(七)总计」写 12"},
    {"T3.ROW", "一行六类申请人之和不等于总计", "A row's six applicants do not add up to its total",
     "表三每一行：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他，六格之和 = 总计。",
     "In each row of table 3, the six kinds of applicant add up to the total.",
     "(一)予以公开：5 + 1 + 0 + 0 + 0 + 0 = 6，总计写 7"},
    {"T4.SUM", "各种结果之和不等于总计", "The outcomes do not add up to the total",
     "表四的行政复议、未经复议直接起诉、复议后起诉，每组：结果维持 + 结果纠正 + 其他结果 + "
     "尚未审结 "
     "= 总计。",
     "In each group of table 4: upheld + corrected + other + pending = total.",
     "行政复议：1 + 0 + 0 + 1 = 2，总计写 1"},
    {"T3.CARRY", "上年结转与上年报告的结转下年度不等",
     "Carried in is not what last year carried out",
     "本年「二、上年结转」应等于上年报告的「四、结转下年度继续办理」。总计不等为错误；只是某一类申"
     "请人不等（合计相等时可能只是分类调整），或有一边是空白，为提醒。需要提供上年报告；有一边读不"
     "到，或所给报告不是上一年度的，不核对。",
     "The requests carried in equal those that last year's report carried out. An error for the "
     "total; a warning for one kind of applicant, or where either side is blank. Needs last year's "
     "report; not tested where either side could not be read or the report is of another year.",
     "上年报告：结转下年度 3；本年：上年结转 2"},
    {"T3.SUBTOTAL", "自加的小计不等于各部分之和", "A local subtotal is not its parts' sum",
     "有的报告自加小计行或法人小计列，它不是表式的单元格，不进入其他等式；只核对它是否等于各部分之"
     "和。",
     "Some reports add subtotal rows or columns. They are no cells of the form and enter no other "
     "sum; only their own sum is tested.",
     "不予公开 1 至 8 之和 5，「不予公开小计」写 6"},
    {"T3.SPLIT_CELL", "一个数可能被拆成两格", "A number may have been split over two cells",
     "一行的数比格多一个，把相邻两个数连起来，该行之和恰好成立。多见于 PDF "
     "复制的文字。请对照原件；数值不会被自动合并。",
     "A row has one value too many, and joining two neighbours' digits makes its sum hold. Seen in "
     "text copied from PDF. Nothing is joined silently.",
     "「1 2 3 0 0 0 0 15」：1 与 2 连成 12，12 + 3 = 15"},
    {"T4.NO_BASIS", "有复议或诉讼，却没有申请", "Disputes without any request",
     "表四有行政复议或行政诉讼，而表三本年新收和上年结转都是 0。可能源于更早年度的申请，请核实。",
     "Table 4 has disputes though no request came in or was carried in. They may come from "
     "earlier years.",
     "行政诉讼总计 1；本年新收 0，上年结转 0"},
    {"T2.IMPLIED_STOCK", "推算的上年有效件数为负",
     "The stock that follows for last year is negative",
     "2021 年版表二：现行有效件数 - 本年制发件数 + 本年废止件数 = 上年末有效件数，不能小于 0。",
     "2021 form: in force - issued + repealed is what was in force a year before and cannot be "
     "negative.",
     "行政规范性文件：本年制发 5，本年废止 0，现行有效 3；3 - 5 + 0 = -2"},
    {"T2.STOCK", "现行有效件数与上年报告接不上", "The stock does not follow from last year's",
     "2021 年版表二：现行有效件数 = 上年报告的现行有效件数 + 本年制发 - "
     "本年废止。文中提到规范性文件或规章的清理、调整时只作提示，因为口径可能变了。需要提供上年报告"
     "。",
     "2021 form: in force = last year's in force + issued - repealed. Only a note when the text "
     "tells of a clean-up of documents. Needs last year's report.",
     "行政规范性文件：上年有效 10，本年制发 2，废止 1，应为 11；现行有效写 12"},
    {"T2.ITEMS", "项目数量的增减接不上", "The number of items does not follow",
     "2019 年版表二：上一年项目数量 + 本年增/减 "
     "不能小于 0；提供了上年报告时，还应与上年的数接得上：上年报告的上一年项目数量 + 本年增/减 = "
     "本年报告的上一年项目数量。",
     "2019 form: previous + change cannot be negative; with last year's report, its previous + "
     "change equals this year's previous.",
     "行政许可：上一年项目数量 3，本年增/减 -5"},
    {"T2.PUB_TOTAL", "对外公开总数量小于本年新公开数量",
     "Total disclosed is less than disclosed this year",
     "2019 年版表二：「对外公开总数量」包括本年公开的，不应小于「本年新公开数量」。",
     "2019 form: the total disclosed includes what was disclosed this year.",
     "规范性文件：本年新公开数量 8，对外公开总数量 5"},
    {"T2.REG_AUTHORITY", "没有规章制定权的机关填了规章", "Regulations where none can be made",
     "乡镇、街道、县级机关和不设区的市的部门一般不制定规章；「规章」一行大于 0 "
     "时请核实，是否把规范性文件填到了规章。",
     "Townships, counties and departments below a city with districts do not usually make "
     "regulations; normative documents may have been entered in their row.",
     "青石县民政局：规章，本年制发 2"},
    {"T2.FEE_UNIT", "收费金额的单位可能是元", "The fee may be in yuan",
     "2021 年版表二的收费金额以万元为单位。单元格里写了元，或数值只有按元才合理时提示核实。",
     "The 2021 form's fees are in units of 10,000 yuan. Reported when the cell says yuan, or the "
     "value only makes sense in yuan.",
     "行政事业性收费：本年收费金额（单位：万元）写 35600 元"},
    {"CELL.BLANK", "有空白单元格", "Blank cells",
     "按核对惯例，没有发生的填 "
     "0。未见官方文件规定空白即为错误，因此每张表只提醒一次，写明多少格、在哪"
     "里。",
     "By reviewing practice what did not happen is entered as 0. No official rule was found that "
     "blanks are wrong; one warning a table.",
     "(二)部分公开：自然人为空"},
    {"CELL.MIXED_BLANK", "0 与空白混用", "0 and blanks are mixed",
     "同一张表里有的格填 0，有的空白，读者难以分辨空白是 0 还是漏填。",
     "Some cells hold 0 and others nothing, so that a blank may be a 0 or an omission.",
     "0 | 0 | | 0 | | 0 | 0"},
    {"CELL.PLACEHOLDER", "填的是符号而不是数", "A sign instead of a number",
     "单元格里是「/」「-」「无」等符号。核对时按空白处理；按惯例没有发生的填 0。",
     "A cell holds a sign such as / or -. It is treated as a blank; by practice 0 is entered.",
     "(四)无法提供：/"},
    {"CELL.NOT_NUMBER", "单元格里不是数字", "A cell holds no number",
     "件数、数量应为数字，单元格里是别的文字。只写「一」时可能是数字 1，也可能是横线，作提醒。",
     "A count should be a number. A lone 一 may be 1 or a dash and is a warning.",
     "本年新收：若干"},
    {"CELL.NEGATIVE", "件数是负数", "A negative count",
     "件数、数量不为负数；2019 年版的「本年增/减」除外。",
     "A count is not negative, but for the change of the 2019 form.", "结转下年度：-1"},
    {"CELL.NOT_INTEGER", "件数不是整数", "A count that is no whole number",
     "件数、数量为整数；收费、采购等金额除外。",
     "A count is a whole number; amounts of money need not be.", "本年新收：1.5"},
    {"CELL.AMBIGUOUS", "有数，但无法判定是哪一格的", "Figures whose cell cannot be told",
     "文字的版式不足以判定数字属于哪一格，所以不填，避免写错。可能的读法在 JSON 的 candidates "
     "里。换一种方式复制（如从网页而不是 PDF）往往可以解决。",
     "The layout does not tell which cell the figures belong to, so none is stated. Copying in "
     "another way often helps.",
     "一行七格只剩三个数，没有分隔：1 0 1"},
    {"CELL.MISSING", "文字中没有这些单元格", "Cells that the text lost",
     "按表式应有的单元格在文字中没有找到，可能在复制时丢失。涉及它们的等式不核对。",
     "Cells of the form were not found in the text; equations with them are not tested.",
     "表三最后三行在复制的文字里没有"},
};

}  // namespace

std::span<const RuleHelp> table_help() { return family; }

}  // namespace gouji
