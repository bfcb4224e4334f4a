#include "rules/label_typos.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tables/region.h"
#include "text/unicode.h"

namespace gouji {
namespace {

class Labels {
 public:
  Labels(Review& review, const Rule& typo)
      : review_(review), typo_(typo), document_(review.document) {}

  void run() {
    for (const Hit& hit : document_.labels) look_at(hit);
    if (spans_.empty()) return;
    Finding& finding =
        report(review_, typo_, "行名或表头与表式略有出入，已按表式认定：{0}{1}",
               "Labels that differ slightly from the form's and are taken for them: {2}",
               {pairs_, count_ > named ? "等" : "", count_});
    finding.spans = std::move(spans_);
  }

 private:
  static constexpr std::size_t named = 5;

  void look_at(const Hit& hit) {
    const Label& label = label_of(hit);
    const std::size_t length = hit.last - hit.first;
    if (label.kind == LabelKind::section) return;
    if (!hit.exact) {
      tell(hit.label, hit.first, length);
      return;
    }
    // Beside a label that a converter has printed twice: 「(七)总记 | (七)总计」.
    if (label.kind != LabelKind::row || hit.first < length) return;
    const std::size_t first = hit.first - length;
    bool alone = document_.letters[first].before >= Gap::soft &&
                 document_.letters[hit.first].before == Gap::hard;
    for (std::size_t i = first + 1; i < hit.first; ++i) {
      alone = alone && document_.letters[i].before == Gap::none;
    }
    if (alone) tell(hit.label, first, length);
  }

  void tell(std::uint16_t label, std::size_t first, std::size_t length) {
    std::u16string found;
    for (std::size_t i = first; i < first + length; ++i) found += document_.letters[i].c;
    const std::u16string due = due_for(label, found);
    if (due.empty()) return;
    spans_.push_back(document_.normalized.original(document_.letters[first].at,
                                                   document_.letters[first + length - 1].at + 1U));
    const std::string pair = words("“{}”（{}）", {found, due});
    if (pairs_.find(pair) != std::string::npos || ++count_ > named) return;
    pairs_ += (pairs_.empty() ? "" : "、") + pair;
  }

  // The label as the form has it, of which `found` has nearly all letters; empty if these are
  // another's, or just its own.
  static std::u16string due_for(std::uint16_t label, std::u16string_view found) {
    std::u16string out;
    for (const Pattern& pattern : patterns()) {
      if (pattern.label != label) continue;
      const std::u16string_view due = std::u16string_view(pattern.letters).substr(0, pattern.core);
      if (found == due || found == pattern.letters) return {};
      if (out.empty() && is_misread(due, found)) out = due;
    }
    return out;
  }

  static bool is_misread(std::u16string_view due, std::u16string_view found) {
    constexpr std::size_t shortest = 4;
    if (due.size() != found.size()) return false;
    std::size_t differ = 0;
    for (std::size_t i = 0; i < due.size(); ++i) {
      // 其它 is as good as 其他.
      const bool same = due[i] == found[i] || (due[i] == u'他' && found[i] == u'它');
      differ += same ? 0 : 1;
    }
    return differ > 0 && differ * 4 <= std::max(due.size(), shortest);
  }

  Review& review_;
  const Rule& typo_;
  const Document& document_;
  std::string pairs_;
  std::size_t count_ = 0;
  std::vector<Span> spans_;
};

}  // namespace

void check_label_typos(Review& review, const Rule& typo) { Labels(review, typo).run(); }

}  // namespace gouji
