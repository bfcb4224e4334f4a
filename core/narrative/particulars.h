// What a report says of itself around its tables: title, agency, year, date of publication.
#pragma once

#include <optional>
#include <string>

#include "narrative/gapless.h"
#include "tables/tables.h"

namespace gouji {

// All as printed, without spaces and pinyin, or empty. Where the text does not tell, or tells two
// things, nothing is told: a wrong name is worse than none.
//
// The agency is that of the title (on its line, or on one beside it); else the one that signs the
// report, that the page gives as the issuing one, that a sentence says has compiled it, or whose
// guide is cited. Where a title leaves the agency out and names a place, 「2023年青石县政府信息公开
// 工作年度报告」, it is the place: whether the county's government or its office has written the
// report, the title does not say. 我局 and 本单位 are no names.
//
// The year is the title's; else that of the period which the figures cover, or that of which the
// text speaks most, if one stands out.
//
// The date of publication is the one that the page calls so; else the one of the document (成文
// 日期), one that is only called 日期, one that stands under the title, one under the signature. It
// is later than the year reported on. A damaged date is none, nor does another take its place.
struct Particulars {
  std::string title;
  std::string agency;
  std::optional<int> year;
  std::string published;  // YYYY-MM-DD
  Stretch title_place;    // of the title, its last line
  int title_year = 0;     // the year that the title names
};

[[nodiscard]] Particulars read_particulars(const Document& document, const Gapless& text);

}  // namespace gouji
