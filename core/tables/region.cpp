#include "tables/region.h"

#include <algorithm>

namespace gouji {
namespace {

bool is_place(const Label& label) {
  return label.kind == LabelKind::row || label.kind == LabelKind::column;
}

// Whether the rows among the labels [first, last) stand there without figures, as in a menu.
bool is_menu(const Document& document, std::uint32_t first, std::uint32_t last) {
  std::uint32_t rows = 0;
  std::uint32_t with_figures = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (label_of(document.labels[i]).kind != LabelKind::row) continue;
    ++rows;
    const std::uint32_t behind = document.labels[i].last;
    if (behind < document.letters.size() && document.letters[behind].after_number) ++with_figures;
  }
  return with_figures * 2 <= rows;
}

// Names of rows stand in the menus above a report, too: the table begins at its heading unless rows
// with figures stand before that.
void start_at_heading(const Document& document, Region& region) {
  std::uint32_t behind = 0;
  std::uint32_t start = region.last_label;
  for (std::uint32_t i = region.last_label; i-- > region.first_label;) {
    const Label& label = label_of(document.labels[i]);
    if (is_place(label)) ++behind;
    if (label.kind != LabelKind::section) continue;
    start = i;
    // Of a heading printed twice that which is nearer to the rows.
    if (behind * 2 >= region.rows) break;
  }
  if (start == region.last_label || !is_menu(document, region.first_label, start)) return;
  region.first_label = start;
  region.heading = start;
  region.rows = std::min(behind, region.rows);
}

}  // namespace

const Label& label_of(const Hit& hit) { return labels()[hit.label]; }

Region find_region(const Document& document, Part part) {
  Region best;
  const std::vector<Hit>& hits = document.labels;
  std::uint32_t i = 0;
  while (i < hits.size()) {
    if (label_of(hits[i]).part != part) {
      ++i;
      continue;
    }
    Region region;
    region.any = true;
    region.first_label = i;
    for (; i < hits.size() && label_of(hits[i]).part == part; ++i) {
      const Label& label = label_of(hits[i]);
      if (label.kind == LabelKind::section) region.heading = i;
      if (is_place(label)) ++region.rows;
    }
    region.last_label = i;
    start_at_heading(document, region);
    region.begin = hits[region.first_label].begin;
    region.end = i < hits.size() ? hits[i].begin
                                 : static_cast<std::uint32_t>(document.normalized.text.size());
    const bool better =
        region.rows > best.rows || (region.rows == best.rows && region.heading && !best.heading);
    if (!best.any || better) best = region;
  }
  return best;
}

}  // namespace gouji
