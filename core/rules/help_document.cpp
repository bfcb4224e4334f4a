// The report as a whole, against last year's and against those that it adds up.
#include "rules/help.h"

namespace gouji {
namespace {

constexpr RuleHelp family[] = {
    {"DOC.ALL_ZERO", "三张表全是 0", "All three tables are 0",
     "三张表的每一格都是 0 或空白。有的机关确实如此，请确认不是没有填写。",
     "Every cell of the three tables is 0 or blank. That may be so; please confirm.",
     "表二、表三、表四各格均为 0"},
    {"DOC.SAME_TEXT", "正文与上年报告大部分相同", "The text is mostly last year's",
     "上年报告的正文去掉数字和标点后，有九成以上在本年报告里一字不差地再次出现（以十个字为一段比较"
     "；不足 200 "
     "字的不比）。可能是沿用上年文稿，请核实写的是否为本年情况。需要提供上年报告；表格和标题不计。",
     "Digits and signs left out, 90 % or more of last year's prose stands word for word in this "
     "report (stretches of ten characters are compared; prose of less than 200 is not). Needs last "
     "year's report; tables and headings do not count.",
     "两年的第一、五、六部分只换了年份"},
    {"DOC.SAME_TABLE", "三张表与上年报告完全相同", "All three tables equal last year's",
     "三张表每一格都与上年报告相同，且不全是 "
     "0（现行有效件数、上一年项目数量本来就可以不变，不算在内）。可能贴的是上年的表，请核实。需要提"
     "供上年报告；两年表式不同或有格读不到时不提出。",
     "Every cell of the three tables equals last year's, and not all are 0; what is in force may "
     "well stay the same and does not count. Needs last year's report; not reported where the "
     "forms differ or a cell could not be read.",
     "两年的本年新收都是 37，其余各格也都相同"},
    {"DOC.JUMP", "与上年相比变化很大", "A large change from last year",
     "某个总数是上年的五倍以上，或不到五分之一。变化可能属实，请确认没有错位、多写一位或单位不同。"
     "相差不到 30 的不比。需要提供上年报告。",
     "A total is five times last year's or more, or a fifth of it or less. It may be right; "
     "differences below 30 are not looked at. Needs last year's report.",
     "行政处罚：上年 120，本年 1250"},
    {"DOC.PREVIOUS", "所给上年报告没有用上，或需确认",
     "Last year's report: not used, or to confirm",
     "所给的上年报告不是上一年度的、读不了，或不是可核对的年度报告，没有作跨年核对；或者机关名称不"
     "同、"
     "年度没有读到、缺了表，核对过了但请确认。",
     "The report given as last year's is of another year or cannot be checked, and nothing was "
     "compared; or it may be another agency's, shows no year or lacks a table: please confirm.",
     "本年报告是 2024 年度的，所给上年报告是 2022 年度的"},
    {"ROLLUP.SUM", "与所属单位报告之和不等", "Not the sum of the subordinate reports",
     "某一格不等于所给各所属单位报告该格之和。上级自己办理的也可能计入，单位也可能没有给全，所以只"
     "作提"
     "醒。一整行或一整列都不等时合为一条；如果恰好只有一个单位的数能解释全部差额（漏计、重计），会"
     "作为一"
     "种可能写出来。有单位的该格读不到时，该格不核对，并写明是哪个单位。",
     "A cell is not the sum of that cell over the subordinate reports given. Differences of a "
     "whole row or column are one finding; where exactly one unit's figures explain all of them "
     "(left out or counted twice), that is named as a possibility. A cell that some unit's report "
     "does not tell is not compared.",
     "本年新收总计：本报告 40，三个单位之和 13 + 20 + 9 = 42，相差 2"},
};

}  // namespace

std::span<const RuleHelp> document_help() { return family; }

}  // namespace gouji
