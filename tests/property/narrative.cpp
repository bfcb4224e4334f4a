#include "document.h"
#include "forms.h"
#include "sentences.h"

namespace gouji::property {
namespace {

using Text = std::u32string;
using Choices = std::vector<Text>;

Text number(std::int64_t value) { return digits({value, 0}); }

Text two(int value) { return (value < 10 ? U"0" : U"") + number(value); }

// Replaces {年} {局} {我} and {n} in a sentence; {n} draws a figure that belongs to no table.
class Writer {
 public:
  Writer(Random& random, const Report& report) : random_(random), report_(report) {}

  Text fill(const Text& pattern) {
    Text out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != U'{') {
        out += pattern[i];
        continue;
      }
      switch (pattern[i + 1]) {
        case U'年':
          out += number(report_.year);
          break;
        case U'次':
          out += number(report_.year + 1);
          break;
        case U'局':
          out += report_.agency;
          break;
        case U'我':
          out += report_.self;
          break;
        default:
          out += number(random_.between(2, 90));
      }
      i += 2;
    }
    return out;
  }

  Text pick(const Choices& choices) { return fill(random_.pick(choices)); }

 private:
  Random& random_;
  const Report& report_;
};

Text requests_sentence(Random& random, const Report& report) {
  const std::int64_t fresh = report.value("requests.new.total");
  const std::int64_t before = report.value("requests.carried_in.total");
  const std::int64_t handled = report.value("requests.handled.total");
  const std::int64_t after = report.value("requests.carried_out.total");
  if (fresh == 0) {
    if (before > 0) {
      return U"全年未收到新的政府信息公开申请,上年结转" + number(before) + U"件,办结" +
             number(handled) + U"件,结转下年度继续办理" + number(after) + U"件。";
    }
    return random.pick(Choices{U"本年度未收到政府信息公开申请。",
                               U"全年没有收到依申请公开的申请件。",
                               U"全年收到政府信息公开申请0件。"});
  }
  Text out;
  if (before > 0 && random.chance(30)) {
    out = U"全年共处理政府信息公开申请" + number(fresh + before) + U"件,其中新收" + number(fresh) +
          U"件,上年结转" + number(before) + U"件";
  } else {
    out = random.pick(Choices{U"全年新收政府信息公开申请", U"本年度共收到政府信息公开申请",
                              U"年内收到依申请公开"}) +
          number(fresh) + U"件";
    if (before > 0) out += U",上年结转" + number(before) + U"件";
  }
  if (handled > 0 && random.chance(80)) out += U";截至年底办结" + number(handled) + U"件";
  if (after > 0) out += U",结转下年度继续办理" + number(after) + U"件";
  const std::int64_t granted = report.value("requests.granted.total");
  if (granted > 0 && random.chance(40)) out += U"。其中予以公开" + number(granted) + U"件";
  return out + U"。";
}

Text disputes_sentence(Random& random, const Report& report) {
  const std::int64_t review = report.value("disputes.review.total");
  const std::int64_t suit =
      report.value("disputes.suit.total") + report.value("disputes.suit_after_review.total");
  if (review == 0 && suit == 0) {
    return random.pick(Choices{U"全年没有发生因政府信息公开引起的行政复议和行政诉讼。",
                               U"本年度未发生涉及政府信息公开的行政复议、行政诉讼案件。"});
  }
  Text out = U"因政府信息公开";
  if (review > 0) out += U"被申请行政复议" + number(review) + U"件";
  if (review > 0 && suit > 0) out += U",";
  if (suit > 0) out += U"被提起行政诉讼" + number(suit) + U"件";
  return out + U"。";
}

}  // namespace

void build_narrative(Random& random, const Report& report, Document& document, Truth& truth) {
  Writer writer(random, report);
  auto& blocks = document.blocks;
  const auto add = [&](BlockKind kind, const Text& text, int section = 0) {
    blocks.push_back({kind, text, -1, section});
  };
  const auto table = [&](int index) { blocks.push_back({BlockKind::table, {}, index, index + 2}); };
  const auto paragraph = [&](const Choices& choices) {
    add(BlockKind::paragraph, writer.pick(choices));
  };

  const bool titled = random.chance(90);
  bool dated = titled;
  if (titled) {
    if (random.chance(35)) {
      add(BlockKind::menu, writer.pick({U"首页 > 政务公开 > 政府信息公开年报",
                                        U"当前位置:首页>信息公开>法定主动公开内容",
                                        U"您当前的位置: 网站首页 / 政府信息公开 / 年度报告"}));
    }
    if (random.chance(15)) add(BlockKind::menu, U"注册 | 登录 | 无障碍");
    add(BlockKind::title,
        report.agency +
            writer.pick({U"{年}年政府信息公开工作年度报告", U"{年}年度政府信息公开工作年度报告",
                         U"{年}年政府信息公开年度报告", U"政府信息公开工作{年}年度报告"}));
    truth.agency = report.agency;
  }
  truth.published = Text();
  if (titled && random.chance(60)) {
    const Date& date = report.published;
    const Text y = number(date.year);
    static const Choices kLeads{U"发布日期:", U"发布时间:", U"发文日期: ", U"时间:"};
    Text line = random.pick(kLeads);
    switch (random.between(0, 2)) {
      case 0:
        line += y + U"-" + two(date.month) + U"-" + two(date.day);
        break;
      case 1:
        line += y + U"年" + two(date.month) + U"月" + two(date.day) + U"日";
        break;
      default:
        line += y + U"-" + two(date.month) + U"-" + two(date.day) + U" ";
        line += two(random.between(8, 18)) + U":";
        line += two(random.between(0, 59));
    }
    if (random.chance(50)) line += U" 来源:" + report.agency;
    if (random.chance(40)) line += writer.fill(U" 浏览次数:{n}次");
    add(BlockKind::dateline, line);
    truth.published = y + U"-" + two(date.month) + U"-" + two(date.day);
  }
  if (random.chance(60)) {
    dated = true;
    const bool older = report.year <= 2020;
    add(BlockKind::paragraph,
        writer.fill(
            Text(U"根据《中华人民共和国政府信息公开条例》和") +
            (older ? U"国办公开办函〔2019〕60号" : U"国办公开办函〔2021〕30号") +
            U"文件规定的格式,编制{局}{年}年政府信息公开工作年度报告。所列数据的统计期限自{年}"
            U"年1月1日起至{年}年12月31日止。"));
  }

  if (dated) truth.year = report.year;

  add(BlockKind::heading, U"一、总体情况", 1);
  paragraph({U"{年}年,{我}把公开工作列入年度任务,主要负责人听取汇报{n}次,各项安排按期落地。",
             U"一年来,{我}对照目录逐项更新栏目,公开工作平稳有序。"});
  if (random.chance(70)) add(BlockKind::subheading, U"(一)主动公开", 1);
  paragraph({U"全年在门户网站更新信息{n}条,政务新媒体推送{n}条,政策解读{n}篇,回应留言{n}条。",
             U"通过网站、公开栏和村务微信群发布各类信息{n}余条,召开新闻通气会{n}场。"});
  if (report.forms[kDisclosure] == Form::f2021 && random.chance(40)) {
    const std::int64_t issued = report.value("disclosure.art20_1.normative.issued");
    if (issued > 0) {
      add(BlockKind::paragraph,
          U"本年制发行政规范性文件" + number(issued) + U"件,均在规定时限内公布。");
    }
  }
  const auto all = [&](const std::vector<Text>& sentences) {
    bool paragraph = true;
    for (const Text& sentence : sentences) {
      if (paragraph) {
        add(BlockKind::paragraph, sentence);
      } else {
        blocks.back().text += sentence;
      }
      paragraph = random.chance(50);
    }
  };
  all(sentences_on_disclosure(random, report));
  if (random.chance(70)) add(BlockKind::subheading, U"(二)依申请公开", 1);
  add(BlockKind::paragraph, requests_sentence(random, report));
  all(sentences_on_requests(random, report));
  if (random.chance(60)) add(BlockKind::paragraph, disputes_sentence(random, report));
  all(sentences_on_others(random, report));
  if (random.chance(60)) {
    add(BlockKind::subheading, U"(三)政府信息管理", 1);
    paragraph(
        {U"发布前实行初审、复审、终审,清理失效链接{n}处。", U"指定专人管理目录,更新指南1次。"});
  }
  if (random.chance(60)) {
    add(BlockKind::subheading, U"(四)平台建设", 1);
    paragraph({U"网站改版后栏目由{n}个并为{n}个,手机端同步可看。",
               U"公开专区设在便民大厅一楼,配查询机{n}台。"});
  }
  if (random.chance(60)) {
    add(BlockKind::subheading, U"(五)监督保障", 1);
    paragraph(
        {U"组织业务培训{n}期、{n}人次参加,未发生责任追究。", U"公开工作计入年终考核,占{n}分。"});
  }

  add(BlockKind::heading, U"二、主动公开政府信息情况", 2);
  table(kDisclosure);
  add(BlockKind::heading, U"三、收到和处理政府信息公开申请情况", 3);
  table(kRequests);
  add(BlockKind::heading, U"四、政府信息公开行政复议、行政诉讼情况", 4);
  table(kDisputes);

  add(BlockKind::heading, U"五、存在的主要问题及改进情况", 5);
  paragraph({U"{年}年{我}的公开工作还有短处:一是解读形式偏少;二是栏目更新不够均衡。",
             U"回看全年,主要不足是经办人员变动多、部分信息更新偏慢。"});
  if (random.chance(40)) {
    add(BlockKind::subheading, U"一、补齐人手", 5);
    paragraph({U"{次}年上半年完成{n}名信息员的轮训。"});
    add(BlockKind::subheading, U"二、改进解读", 5);
    paragraph({U"对涉及群众切身利益的文件,做到图解、问答同步上线。"});
    if (random.chance(60)) {
      add(BlockKind::subheading, U"三、加强检查", 5);
      paragraph({U"每季度抽查{n}个栏目,问题当月整改。"});
    }
  } else {
    paragraph({U"{次}年将做好三件事:充实队伍,丰富解读,按季检查。",
               U"下一步,{我}将建立更新台账,每月通报一次。"});
  }

  add(BlockKind::heading, U"六、其他需要报告的事项", 6);
  if (report.year >= 2021) {
    const bool unpaid = report.value("requests.closed.unpaid.total") > 0;
    add(BlockKind::paragraph,
        unpaid ? writer.fill(U"{年}年{我}依照规定发出收费通知,申请人逾期未缴的按程序终止办理,"
                             U"实际收取信息处理费0元。")
               : writer.pick(
                     {U"{年}年{我}没有收取信息处理费。", U"本年度未收取政府信息公开信息处理费。"}));
  } else {
    paragraph({U"没有其他需要报告的事项。", U"{年}年{我}没有其他需要报告的事项。"});
  }
  if (random.chance(30)) {
    const Date& date = report.published;
    add(BlockKind::footer, report.agency);
    add(BlockKind::footer,
        number(date.year) + U"年" + number(date.month) + U"月" + number(date.day) + U"日");
    // Without a dateline a reader may or may not take the date of signature for publication.
    if (truth.published && truth.published->empty()) truth.published.reset();
  }
  if (random.chance(25)) {
    add(BlockKind::footer,
        random.pick(Choices{U"【打印本页】 【关闭窗口】", U"[关闭窗口]",
                            U"主办:" + report.place + U"人民政府办公室 技术支持电话 0000-1234567",
                            U"附件:" + number(report.year) + U"年年报.docx"}));
  }
}

}  // namespace gouji::property
