// Which parts a report has, and what it says of itself.
#include "rules/help.h"

namespace gouji {
namespace {

constexpr RuleHelp family[] = {
    {"META.UNKNOWN_FORM", "不是可核对的表式", "Not a form that is checked",
     "所给文字里没有 2019 年版或 2021 年版统一表式的特征，因此不再核对其他内容。2019 "
     "年以前的报告用的是「指标名称、计量单位」的统计表，不在核对之列。如果是新表式，请确认粘贴的是"
     "报告全文，包括第二、三、四部分的表格。",
     "The text has the features of neither the 2019 nor the 2021 form, so nothing else is checked. "
     "Reports of the years before 2019 used other tables. If the report does follow one of the "
     "two forms, make sure that all of it was pasted, with the tables of sections 2 to 4.",
     "指标名称 | 计量单位 | 统计数"},
    {"DOC.SEVERAL_REPORTS", "所给文字里不止一份报告", "More than one report in the text",
     "文字里出现了第二份报告的标题和表格，只核对了第一份。请把每一份分开核对，以免数字张冠李戴。",
     "A second report's title and tables follow the first; only the first was checked. Check each "
     "report on its own.",
     "……六、其他需要报告的事项 无。 青石县教育局2023年政府信息公开工作年度报告……"},
    {"META.FORM_YEAR", "表式与报告年度不符", "The form is not that of the report's year",
     "2019、2020 年度的报告用国办公开办函〔2019〕60号的试行表式，2021 "
     "年度起用国办公开办函〔2021〕30号的表式。报告的表格与其年度应使用的表式不同时提出；"
     "年度或表式无法确定时不提出。",
     "Reports of 2019 and 2020 follow the trial form of letter 〔2019〕60, those of 2021 and later "
     "the form of letter 〔2021〕30. Reported when the tables follow the other form; not when the "
     "year or the form cannot be told.",
     "2023 年度的报告，表二仍有「上一年项目数量」「本年增/减」两列"},
    {"META.BASIS", "引用的制表文件与年度不符", "The letter cited is not that of the year",
     "2021 年度及以后的报告只提到〔2019〕60号，或更早的报告提到〔2021〕30号。多为沿用旧稿，"
     "请核实引用的文件和所用表式。两份文件都提到时不提出。",
     "A report of 2021 or later cites only letter 〔2019〕60, or an earlier one letter 〔2021〕30. "
     "Often left over from an older draft. Not reported when both are cited.",
     "根据国办公开办函〔2019〕60号要求，编制青石县民政局2023年度报告"},
    {"META.DEADLINE", "发布日期晚于期限", "Published after the time limit",
     "县级以上人民政府部门应在 1 月 31 日前、县级以上地方人民政府应在 3 月 31 "
     "日前公布上一年度的报告。只在发布日期和机关层级都能确定时提为错误；乡镇、街道或层级不明时只作"
     "提示。页面上的日期可能是改版或重新上传的日期，请核实。",
     "Departments of governments at county level and above publish by 31 January, the governments "
     "by 31 March. An error only where both the date and the agency's level are certain; for "
     "townships or unclear levels a note. The date on the page may be that of a later upload.",
     "青石县民政局2023年度报告，发布日期：2024-02-18"},
    {"META.PERIOD", "统计期限不是整年", "The period is not the whole year",
     "报告写明的统计期限不是报告年度的 1 月 1 日至 12 月 31 日。请核实期限，或说明为何不是整年。",
     "The period stated is not 1 January to 31 December of the report's year.",
     "本报告统计期限为2023年1月1日至2023年11月30日"},
    {"META.YEAR", "标题、期限、正文的年度不一致", "Title, period and text name different years",
     "标题的年度、统计期限的年度或正文所述年度不同。标题与期限矛盾时为错误，其余为提醒。"
     "多为沿用上年文稿，请核实哪一个是对的。",
     "The years of the title, the period and the text differ; an error when the title contradicts "
     "the period. Often left over from last year's draft.",
     "标题「2023年政府信息公开工作年度报告」，正文「统计期限自2022年1月1日至2022年12月31日」"},
    {"META.STALE_YEAR", "引用了两年以前的工作要点",
     "Cites the work plan of two or more years before",
     "报告引用的政务公开工作要点是报告年度两年以前的。多为沿用旧稿，请核实。",
     "The work plan cited is that of two or more years before the report's year. Often left over "
     "from an older draft.",
     "2023 年度报告写「认真落实2020年政务公开工作要点」"},
    {"META.CONTENTS_MISMATCH", "引言所列部分与正文不符",
     "The preface lists parts that are not there",
     "引言列举的部分在正文里没有。多为引言沿用旧版表式的目录，请核实。",
     "The preface lists parts that the report does not have. Often the contents of an older form.",
     "引言写「本报告由……收费及减免情况……等八个部分组成」，正文只有六个部分"},
    {"STRUCT.SECTION_MISSING", "缺少应有的部分", "A required part is missing",
     "年度报告的六个部分中有的没有找到。所给文字明显只是报告的一部分时，只作提示。",
     "One of the six parts of the report was not found. Only a note when the text plainly is a "
     "part of a report.",
     "有第一至第四部分，没有「五、存在的主要问题及改进情况」"},
    {"STRUCT.SECTION_ORDER", "各部分的次序与表式不同", "The parts stand in another order",
     "六个部分的次序或编号与表式不同。内容可能都在，请核实编号。",
     "The six parts stand or are numbered in another order than the form's.",
     "「四、……行政复议、行政诉讼情况」排在「三、……申请情况」之前"},
    {"STRUCT.SECTION_TITLE", "部分的标题与表式差得较多", "A part's title is far from the form's",
     "该部分的标题与表式所印标题差得较多，可能用了自拟标题或旧表式的标题。",
     "A part's title is far from the one on the form.",
     "「三、依申请公开工作」，表式为「三、收到和处理政府信息公开申请情况」"},
    {"STRUCT.TABLE_LOST", "标题在，表格不在", "The heading is there, its table is not",
     "标题下面没有表格。可能是复制时丢失（表格是图片、附件或分页框架），也可能原报告就没有。"
     "请从原网页或附件重新复制，或核实原报告。",
     "There is no table under the heading. It may have been lost in copying (an image, an "
     "attachment, a frame), or the report may not have it.",
     "三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况"},
    {"STRUCT.LABELS_ONLY", "只有行名和表头，没有数值", "Labels without a single value",
     "表格的行名和表头都在，却没有一个数值。多为复制时丢失，请重新复制。",
     "The table's labels are there, but not one value. Mostly lost in copying.",
     "一、本年新收政府信息公开申请数量 | | | | | | | |"},
    {"STRUCT.ROW_MISSING", "缺少表式应有的行", "A row of the form is missing",
     "与表式相比缺少某一行。可能在复制时丢失，也可能原报告删去了该行，请核实。",
     "A row of the form is not there. It may have been lost in copying, or left out.",
     "表三没有「(五)不予处理 4.无正当理由大量反复申请」一行"},
    {"STRUCT.ROW_EXTRA", "有表式以外的行", "A row that the form does not have",
     "表里有表式没有的行，例如自加的小计行；它不进入任何等式。",
     "The table has a row that the form does not have, such as a subtotal; it enters no equation.",
     "「不予公开小计」一行"},
    {"STRUCT.TEMPLATE_RESIDUE", "留有模板的提示文字", "Words of the template are left in",
     "正文里留有模板的提示或占位文字，发布前应换成实际内容。",
     "Instructions or place-holders of the template are left in the text.",
     "「该部分以表格形式报告」「XX单位」「(填写…)」"},
    {"LABEL.TYPO", "行名或列名与表式略有出入", "A label differs slightly from the form's",
     "行名或列名与表式所印只差一两个字，仍按表式认定。请核实是否为误植或识别所致。",
     "A label is one or two characters from the form's and is taken for it.",
     "「总记」，表式为「总计」"},
};

}  // namespace

std::span<const RuleHelp> structure_help() { return family; }

}  // namespace gouji
