// The sentences around the report's tables, in the order of the text, each with the part it stands
// in. Lines that a page or a PDF has broken go on; headings, figures of tables and page marks are
// no sentences.
#pragma once

#include <span>
#include <vector>

#include "narrative/gapless.h"
#include "tables/tables.h"

namespace gouji {

struct Sentence {
  int part = 0;        // 1 to 6, by the heading that stands last before it; 0 before the first
  Stretch place;       // in the gapless text, its full stop or semicolon included
  bool opens = false;  // begins a paragraph
};

class Prose {
 public:
  Prose(const Gapless& text, const Reconstruction& report);

  [[nodiscard]] std::span<const Sentence> sentences() const { return sentences_; }
  // Those of one part, 0 to 6.
  [[nodiscard]] std::span<const Sentence> part(int number) const;
  [[nodiscard]] const Gapless& text() const { return text_; }
  [[nodiscard]] std::u16string_view words(const Sentence& sentence) const {
    return text_.slice(sentence.place);
  }
  // The place of a stretch of the gapless text in the source.
  [[nodiscard]] Span span(Stretch stretch) const { return text_.span(stretch); }

 private:
  const Gapless& text_;
  std::vector<Sentence> sentences_;
};

}  // namespace gouji
