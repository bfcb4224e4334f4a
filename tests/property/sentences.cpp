#include "sentences.h"

#include <algorithm>
#include <array>

#include "forms.h"

namespace gouji::property {
namespace {

using Text = std::u32string;
using Choices = std::vector<Text>;

Text number(std::int64_t value) { return digits({value, 0}); }

/// Cuts a number in up to `most` parts above 0 that add up to it.
std::vector<std::int64_t> cut(Random& random, std::int64_t whole, std::size_t most) {
  std::vector<std::int64_t> parts;
  while (whole > 0 && parts.size() + 1 < most) {
    const std::int64_t part =
        1 + static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(whole));
    parts.push_back(part);
    whole -= part;
  }
  if (whole > 0) parts.push_back(whole);
  return parts;
}

/// 「41.67%」: rounded to two places, or cut off there, with or without a 0 at the end.
Text percent(Random& random, std::int64_t part, std::int64_t whole) {
  const std::int64_t exact = part * 1000000 / whole;  // in millionths
  std::int64_t units = random.chance(30) ? exact / 100 : (exact + 50) / 100;
  int decimals = 2;
  while (decimals > 0 && units % 10 == 0) {
    units /= 10;
    --decimals;
  }
  return digits({units, decimals}) + U"%";
}

class Teller {
 public:
  Teller(Random& random, const Report& report) : random_(random), report_(report) {}

  std::vector<Text> on_requests() {
    arrivals();
    channels();
    results();
    outcomes();
    return std::move(out_);
  }

  std::vector<Text> on_disclosure() {
    documents();
    decisions();
    return std::move(out_);
  }

  std::vector<Text> on_others() {
    for (int n = random_.between(0, 3); n > 0; --n) out_.push_back(other());
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::int64_t of(const std::string& id) const { return report_.value(id); }
  [[nodiscard]] std::int64_t requests(const std::string& row) const {
    return of("requests." + row + ".total");
  }
  [[nodiscard]] Text year() const { return number(report_.year); }
  [[nodiscard]] Text before() const { return number(report_.year - 1); }
  [[nodiscard]] Text some(int low = 2, int high = 90) { return number(random_.between(low, high)); }

  void arrivals() {
    const std::int64_t fresh = requests("new");
    const std::int64_t carried = requests("carried_in");
    const std::int64_t handled = requests("handled");
    if (fresh == 0) return;
    const Text n = number(fresh);
    switch (random_.between(0, 5)) {
      case 0:
        out_.push_back(year() + U"年," + report_.self + U"新收政府信息公开申请" + n + U"件,较" +
                       before() + U"年增加" + some() + U"件,增长" + some() + U"%。");
        break;
      case 1:
        out_.push_back(report_.self + U"登记受理依申请公开" + n + U"件,均按规定时限办理。");
        break;
      case 2:
        if (carried == 0) break;
        out_.push_back(U"全年办理政府信息公开申请" + number(fresh + carried) + U"件(含上年结转" +
                       number(carried) + U"件)。");
        break;
      case 3:
        if (handled == 0) break;
        out_.push_back(U"全年办结政府信息公开申请" + number(handled) + U"件,按时答复率100%。");
        break;
      case 4: {
        const std::int64_t natural = of("requests.new.natural");
        if (natural == 0 || natural == fresh) break;
        out_.push_back(U"年内收到政府信息公开申请" + n + U"件,其中自然人申请" + number(natural) +
                       U"件,法人或其他组织申请" + number(fresh - natural) + U"件。");
        break;
      }
      default:
        out_.push_back(U"申请量与上年相比" + Text(random_.chance(50) ? U"上升" : U"下降") + some() +
                       U"%,内容集中在征地补偿、财政预算等方面。");
    }
  }

  void channels() {
    const std::int64_t fresh = requests("new");
    if (fresh < 2 || random_.chance(50)) return;
    static constexpr std::array<const char32_t*, 4> kChannels{U"网络申请", U"信函申请", U"当面申请",
                                                              U"电子邮件申请"};
    const std::vector<std::int64_t> parts = cut(random_, fresh, kChannels.size());
    Text text = U"收到的" + number(fresh) + U"件申请中,";
    for (std::size_t i = 0; i < parts.size(); ++i) {
      text += (i > 0 ? U"、" : U"") + Text(kChannels[i]) + number(parts[i]) + U"件";
    }
    out_.push_back(text + U"。");
  }

  void results() {
    const std::int64_t handled = requests("handled");
    if (handled == 0 || random_.chance(40)) return;
    const std::array<std::pair<const char32_t*, std::int64_t>, 6> groups{
        {{U"予以公开", requests("granted")},
         {U"部分公开", requests("partial")},
         {U"不予公开", group(Group::denied)},
         {U"无法提供", group(Group::unavailable)},
         {U"不予处理", group(Group::rejected)},
         {U"其他处理",
          report_.forms[kRequests] == Form::f2019 ? requests("closed") : group(Group::closed)}}};
    const bool shares = random_.chance(40);
    Text text = U"从办理结果看,";
    bool first = true;
    for (const auto& [name, count] : groups) {
      if (count == 0 && random_.chance(70)) continue;
      text += (first ? U"" : U",") + Text(name) + number(count) + U"件";
      if (shares && count > 0) text += U",占" + percent(random_, count, handled);
      first = false;
    }
    if (!first) out_.push_back(text + U"。");
  }

  [[nodiscard]] std::int64_t group(Group which) const {
    std::int64_t sum = 0;
    for (const RequestRow& row : kRequestRows2021) {
      if (row.group == which) sum += requests(std::string(row.id));
    }
    return sum;
  }

  void outcomes() {
    const std::int64_t reviews = of("disputes.review.total");
    const std::int64_t upheld = of("disputes.review.upheld");
    if (reviews > 0 && random_.chance(40)) {
      Text text = U"全年发生政府信息公开行政复议" + number(reviews) + U"件";
      if (upheld == reviews) {
        text += U",均维持原答复";
      } else if (upheld > 0) {
        text += U",其中结果维持" + number(upheld) + U"件";
      }
      out_.push_back(text + U"。");
    }
    const std::int64_t suits = of("disputes.suit.total") + of("disputes.suit_after_review.total");
    if (suits > 0 && random_.chance(40)) {
      out_.push_back(U"因政府信息公开被提起行政诉讼" + number(suits) + U"件。");
    }
    if (reviews == 0 && suits == 0 && random_.chance(30)) {
      out_.push_back(U"本年度没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。");
    }
  }

  void documents() {
    if (report_.forms[kDisclosure] != Form::f2021 || random_.chance(40)) return;
    const std::string stem = "disclosure.art20_1.normative.";
    const std::int64_t issued = of(stem + "issued");
    const std::int64_t repealed = of(stem + "repealed");
    const std::int64_t in_force = of(stem + "in_force");
    if (issued == 0) {
      out_.push_back(U"全年未制发行政规范性文件。");
      return;
    }
    Text text = U"全年制发行政规范性文件" + number(issued) + U"件";
    if (repealed > 0) text += U",废止" + number(repealed) + U"件";
    if (random_.chance(50)) text += U",现行有效" + number(in_force) + U"件";
    out_.push_back(text + U"。");
  }

  void decisions() {
    if (report_.forms[kDisclosure] != Form::f2021 || random_.chance(50)) return;
    out_.push_back(U"作出行政许可决定" + number(of("disclosure.art20_5.licensing.decisions")) +
                   U"件、行政处罚决定" + number(of("disclosure.art20_6.penalty.decisions")) +
                   U"件、行政强制决定" + number(of("disclosure.art20_6.coercion.decisions")) +
                   U"件。");
  }

  Text other() {
    const Text area = report_.level == Level::city ? U"全市各县区" : U"全县各乡镇";
    const Choices choices{
        before() + U"年收到政府信息公开申请" + some() + U"件,办结" + some() + U"件。",
        U"近三年累计收到政府信息公开申请" + some(100, 900) + U"件。",
        U"自条例施行以来,累计受理政府信息公开申请" + some(100, 900) + U"件。",
        U"办理人大代表建议" + some() + U"件、政协提案" + some() + U"件,办结率均为100%。",
        U"受理12345政务服务便民热线诉求" + some(100, 900) + U"件,办结" + some(100, 900) + U"件。",
        U"主动公开各类政府信息" + some(100, 900) + U"余条,其中通过网站公开" + some(10, 90) +
            U"余条。",
        area + U"共收到政府信息公开申请" + some(100, 900) + U"件。",
        U"向上级报送规范性文件备案" + some() + U"件。",
        U"对" + some() + U"件历年规范性文件进行清理,其中继续有效" + some() + U"件。",
        U"接待群众来信来访" + some() + U"件次,现场解答咨询近" + some() + U"人次。",
        U"与去年同期相比,行政复议减少" + some() + U"件,行政诉讼减少" + some() + U"件。",
        U"组织答复疑难申请会商" + some() + U"次,平均办理时间" + some(5, 19) + U"个工作日。",
        U"信访部门转办行政复议咨询" + some() + U"件。",
        U"发布政策解读" + some() + U"篇,解读率100%;回应关切" + some() + U"件。",
    };
    return random_.pick(choices);
  }

  Random& random_;
  const Report& report_;
  std::vector<Text> out_;
};

}  // namespace

std::vector<Text> sentences_on_requests(Random& random, const Report& report) {
  return Teller(random, report).on_requests();
}

std::vector<Text> sentences_on_disclosure(Random& random, const Report& report) {
  return Teller(random, report).on_disclosure();
}

std::vector<Text> sentences_on_others(Random& random, const Report& report) {
  return Teller(random, report).on_others();
}

}  // namespace gouji::property
