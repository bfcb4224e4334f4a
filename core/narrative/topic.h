// What a paragraph speaks of: it tells what is counted where a figure's own words do not, and which
// figures are of other work.
#pragma once

#include <cstddef>

#include "narrative/phrase.h"
#include "narrative/terms.h"

namespace gouji {

struct Topic {
  // Of the paragraph.
  Words words = 0;          // what was spoken of last
  bool disclosure = false;  // of 政府信息公开 was
  Words groups = 0;         // disputes told of
  Words act = 0;            // what was done with documents
  bool decisions = false;   // of which disputes may be, and no longer of disclosure
  // Of the sentence.
  Words documents = 0;       // told of
  bool groups_told = false;  // `groups` are of this sentence
  bool published = false;    // 公开, 公布
  bool cleaned_up = false;   // of documents
  bool sorted = false;       // of documents, into 主动公开, 依申请公开 and 不予公开
  bool split = false;        // 拆分, 合并: its figures do not count what they name

  // `part`: of the report. A heading tells of what the paragraph under it is.
  void begin_paragraph(int part, bool under_heading);
  void begin_sentence(const Terms& terms);
  // What a clause names, before its figures are read.
  void begin_clause(const Phrase& clause);
  // What the next clauses speak of. `told`: the clause's figures, if it has any, are understood;
  // `in_list`: they are parts of one before them.
  void end_clause(const Phrase& clause, const Terms& terms, std::size_t begin, std::size_t end,
                  bool told, bool in_list);
  // What stands before a figure tells what is done with the documents that follow.
  void take_act(const Phrase& phrase);

  [[nodiscard]] bool is_requests() const { return words == bit(Word::request); }
};

}  // namespace gouji
