// Sections 5 and 6: PART5.*, PART6.*
#include <algorithm>

#include "narrative/dates.h"
#include "rules/headings.h"
#include "rules/review.h"
#include "text/unicode.h"

namespace gouji {
namespace {

constexpr Rule family[] = {
    {"PART5.EMPTY", Severity::error, Basis::official,
     "《中华人民共和国政府信息公开条例》第五十条第四项"},
    {"PART6.FEE_STATEMENT", Severity::warning, Basis::practice,
     "核对惯例：2021 版报告在第六部分说明信息处理费的收取情况"},
    {"PART6.FEE_CONFLICT", Severity::warning, Basis::practice,
     "核对惯例：信息处理费的说法前后一致"},
};
constexpr const Rule& part5_empty = family[0];
constexpr const Rule& fee_statement = family[1];
constexpr const Rule& fee_conflict = family[2];

// Of the fee: that it is charged, and what is sent before it is.
constexpr const char16_t* charges = u"收取 收费 产生 征收 收到";
constexpr const char16_t* notices = u"收费通知 缴费通知";
constexpr const char16_t* told = u"收 费 产生";  // none of them is without one of these
constexpr const char16_t* negations = u"未 没有 无 不存在 没 尚未";

// --- section 5

// The letters and digits of a stretch of the source: what is left of it without spaces, marks and
// punctuation.
std::u16string letters_of(std::u16string_view source) {
  std::u16string out;
  for (const char16_t c : source) {
    if (is_han(c) || is_digit(c) || is_latin(c) || c >= 0x2E80) {
      const bool mark = (c >= 0x3000 && c <= 0x303F) || c >= 0xFE10;  // punctuation
      if (!mark) out.push_back(c);
    }
  }
  return out;
}

// 「无」, 「本年度不存在问题」, 「存在的主要问题:无;改进措施:无」: nothing but the words of the
// heading, who says it and that there are none.
bool says_nothing(std::u16string_view words) {
  constexpr const char16_t* vocabulary =
      u"无 没有 不存在 未存在 未发现 暂 尚 略 "
      u"政府信息公开 政务公开 信息公开 工作 存在 主要 重大 较大 明显 突出 问题 改进 措施 情况 方面 "
      u"相关 需要 内容 此 项 类 的 及 和 与 中 "
      u"本年度 本年 今年 年度 年 目前 本单位 本部门 本机关 本街道 本局 本镇 本乡 本办 本级 "
      u"我单位 我街道 我局 我镇 我乡 我办 我县 我市 我区";
  for (std::size_t i = 0; i < words.size();) {
    std::size_t length = begins_with(words.substr(i), vocabulary);
    if (length == 0 && (is_digit(words[i]) || is_numeral(words[i]))) length = 1;
    if (length == 0) return false;
    i += length;
  }
  return true;
}

// 「总体情况、…、存在的主要问题及改进情况、其他需要报告的事项」: parts that a sentence names.
bool goes_on(std::u16string_view behind) {
  return begins_with(behind, u"、 , ; 和 及 与 以及") > 0;
}

void check_part5(Review& review) {
  const Section* const fifth = section_of(review, 5);
  const Section* const sixth = section_of(review, 6);
  // Without the part behind it the text may have been cut.
  if (fifth == nullptr || sixth == nullptr || sixth->span.begin < fifth->span.end) return;
  // In a table of contents headings stand side by side: then others follow.
  for (const Hit& hit : review.document.headings) {
    const Span place = review.document.normalized.original(hit.begin, hit.end);
    const int part = labels()[hit.label].part;
    const bool numbered = hit.begin < review.document.letters[hit.first].at;
    if (!numbered) continue;
    if ((part == 5 || part == 6) && place.begin >= sixth->span.end) return;
  }
  const Span between{fifth->span.end, sixth->span.begin};
  const std::u16string words =
      letters_of(review.document.source.substr(between.begin, between.end - between.begin));
  const std::u16string_view folded = folded_at(review.document, between);
  if (!says_nothing(letters_of(folded)) || goes_on(folded)) return;
  // Labels of its own with nothing behind them are no answer either.
  const bool answered = holds(folded, u"无 没有 不存在 未 略");
  Finding& finding =
      report(review, part5_empty,
             answered ? "「五、{}」只写了“{}”" : "「五、{}」下面没有内容；可能在复制时丢失，请核实",
             answered ? "Section 5, main problems and improvements, only says that there are none"
                      : "Section 5, main problems and improvements, is empty; it may have been "
                        "lost in copying",
             {fifth->title, words});
  finding.spans.push_back({fifth->span.begin, words.empty() ? fifth->span.end : between.end});
}

// --- section 6

class Fee {
 public:
  explicit Fee(Review& review) : review_(review), text_(review.prose.text()) {}

  void run() {
    for (const Sentence& sentence : review_.prose.sentences()) read(sentence);
    statement();
    conflict();
  }

 private:
  [[nodiscard]] bool denied(std::size_t i, std::size_t first) const {
    constexpr std::size_t farthest = 8;
    for (std::size_t k = i; k > first && i - k <= farthest; --k) {
      if (text_.ends(k, negations) > 0) return true;
    }
    return false;
  }

  // A sentence about the fee that is charged for information (信息处理费).
  void read(const Sentence& sentence) {
    const std::u16string_view words = review_.prose.words(sentence);
    if (sentence.part == 6 && holds(words, u"处理费 收费 收取 费用 缴费")) mentioned_ = true;
    const bool fee = words.find(u"处理费") != std::u16string_view::npos;
    mentioned_ = mentioned_ || fee;
    if (sentence.part != 6 || !holds(words, told)) return;
    bool charged = false;  // in the words so far
    for (std::size_t i = sentence.place.begin; i < sentence.place.end; ++i) {
      const bool verb = text_.begins(i, charges) > 0;
      charged = charged || verb || text_.begins(i, u"处理费") > 0;
      if (fee && verb && none_.empty() && denied(i, sentence.place.begin) &&
          is_of_this_year(sentence.place.begin, i) && !is_of_others(sentence.place, i)) {
        none_ = sentence.place;
      }
      if (never_asked_.empty() && text_.begins(i, notices) > 0 && denied(i, sentence.place.begin)) {
        never_asked_ = sentence.place;
      }
      if (!charged || !amount_.empty()) continue;
      const Stretch amount = amount_at(i);
      if (!amount.empty() && is_of_this_year(sentence.place.begin, i)) amount_ = amount;
    }
    // What a page or a request costs is no amount that was charged, nor is what was asked for and
    // not paid.
    if (amount_.begin >= sentence.place.begin &&
        (holds(words, u"标准 每件 每页 /件 /页 以上 超过 按件 按量") ||
         (holds(words, notices) &&
          holds(words, u"未缴 没有缴 未支付 未付 逾期 撤回 放弃 实际未 实际没有")))) {
      amount_ = {};
    }
  }

  // 「上年度收取200元」 and 「减免50元」 are no charges of the year: whether the words of a clause
  // before `i` leave that open.
  [[nodiscard]] bool is_of_this_year(std::size_t first, std::size_t i) const {
    const std::size_t begin = clause_begin(first, i);
    if (holds(text_.slice({begin, i}), u"上年 上一年 去年 往年 减免 免收 免除 退还 退回")) {
      return false;
    }
    const int own = review_.particulars.title_year;
    for (std::size_t k = begin; k < i && own > 0; ++k) {
      std::size_t end = 0;
      const int year = year_at(text_, k, end);
      if (year > 0 && year != own) return false;
    }
    return true;
  }

  // 「除此之外未收取其他费用」: besides what was charged.
  [[nodiscard]] bool is_of_others(Stretch sentence, std::size_t verb) const {
    constexpr std::size_t length = 2;  // of every verb
    if (text_.begins(verb + length, u"其他 其它") > 0) return true;
    const Stretch before{clause_begin(sentence.begin, verb), verb};
    return holds(text_.slice(before), u"除此 此外 之外 以外");
  }

  [[nodiscard]] std::size_t clause_begin(std::size_t first, std::size_t i) const {
    while (i > first && text_[i - 1] != u',' && text_[i - 1] != u':') --i;
    return i;
  }

  // 「120元」
  [[nodiscard]] Stretch amount_at(std::size_t i) const {
    constexpr std::size_t longest = 20;
    if (!is_digit(text_[i]) || (i > 0 && is_digit(text_[i - 1]))) return {};
    std::size_t k = i;
    bool positive = false;
    for (; k - i < longest && (is_digit(text_[k]) || text_[k] == u'.' || text_[k] == u','); ++k) {
      positive = positive || (text_[k] >= u'1' && text_[k] <= u'9');
    }
    const std::size_t unit = text_.begins(k, u"万元 元");
    return positive && unit > 0 ? Stretch{i, k + unit} : Stretch{};
  }

  void statement() {
    const Section* const sixth = section_of(review_, 6);
    constexpr int first_year = 2021;
    if (sixth == nullptr || mentioned_ || review_.answer.form != "2021" ||
        review_.particulars.title_year < first_year) {
      return;
    }
    Finding& finding = report(
        review_, fee_statement, "「六、{}」没有说明信息处理费的收取情况；核对惯例是没有收取也写明",
        "Section 6 does not tell whether an information processing fee was charged",
        {sixth->title});
    finding.spans.push_back(sixth->span);
  }

  void conflict() {
    if (!none_.empty() && !amount_.empty()) {
      Finding& finding =
          report(review_, fee_conflict, "第六部分既说没有收取信息处理费，又写了收费金额 {}",
                 "Section 6 says that no fee was charged, and gives an amount as well",
                 {text_.printed(amount_)});
      finding.spans.push_back(text_.span(none_));
      finding.spans.push_back(text_.span(amount_));
    }
    const Cell* const unpaid = review_.cell("requests.closed.unpaid.total");
    if (never_asked_.empty() || unpaid == nullptr || !unpaid->value || unpaid->value->units <= 0) {
      return;
    }
    Finding& finding = report(
        review_, fee_conflict,
        "表三因逾期不缴纳费用而不再处理的申请有 {} 件，第六部分却说没有发出收费通知",
        "Table 3 has {} requests closed as unpaid; section 6 says that no fee was ever asked",
        {*unpaid->value});
    point_to(finding, *unpaid);
    finding.spans.push_back(text_.span(never_asked_));
  }

  Review& review_;
  const Gapless& text_;
  bool mentioned_ = false;
  Stretch none_;         // says that no fee was charged
  Stretch never_asked_;  // says that none was asked
  Stretch amount_;       // more than 0
};

}  // namespace

std::span<const Rule> last_parts_rules() { return family; }

void check_last_parts(Review& review) {
  check_part5(review);
  Fee(review).run();
}

}  // namespace gouji
