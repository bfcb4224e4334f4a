#include "tables/form_choice.h"

namespace gouji {
namespace {

// How much speaks for either form.
struct Marks {
  int newer = 0;
  int older = 0;
};

// 「(六)其他处理」 is a row of the older form and the head of a group in the newer one: it speaks
// for the older form only where values follow it.
int older_row(const Document& document, TableId id, std::uint32_t hit, int weight) {
  if (id != TableId::requests) return weight;
  const bool values_follow =
      hit + 1 >= document.labels.size() || label_of(document.labels[hit + 1]).forms != 1;
  return values_follow ? 2 : 0;
}

Marks marks_of(const Document& document, TableId id, const Region& region) {
  Marks out;
  for (std::uint32_t i = region.first_label; i < region.last_label; ++i) {
    const Label& label = label_of(document.labels[i]);
    const int weight = document.labels[i].exact ? 2 : 1;
    if (label.forms == 1) out.newer += weight;
    if (label.forms != 2) continue;
    out.older += label.kind == LabelKind::row ? older_row(document, id, i, weight) : weight;
  }
  return out;
}

const Form* form_of(const Marks& marks) {
  if (marks.newer == marks.older) return nullptr;
  return &all_forms()[marks.newer > marks.older ? 0 : 1];
}

}  // namespace

std::array<const Form*, 3> choose_forms(const Document& document, const Region& disclosure,
                                        const Region& requests, const Form* due) {
  const Form* const second = form_of(marks_of(document, TableId::disclosure, disclosure));
  const Form* const third = form_of(marks_of(document, TableId::requests, requests));
  const Form* known = third != nullptr ? third : second;
  if (known == nullptr) known = due;
  return {second != nullptr ? second : known, third != nullptr ? third : known, known};
}

}  // namespace gouji
