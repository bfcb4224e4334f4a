// Text made of the forms' own words: labels whole and damaged, numbers and separators in any order.
#include "promises.h"
#include "tables/gather.h"
#include "tables/tables.h"
#include "vocabulary.h"

namespace {

using gouji::fuzz::require;

// The labels that were found are places of the text, in its order, and do not overlap.
void keep_promises(const gouji::Document& document) {
  const std::size_t size = document.normalized.text.size();
  require(document.folded.size() == size, "folding keeps places");
  std::size_t behind = 0;
  for (const gouji::Letter& letter : document.letters) {
    require(letter.at >= behind && letter.at < size, "letters are in order");
    require(document.folded[letter.at] == letter.c, "letters are the text's");
    behind = letter.at + std::size_t{1};
  }
  behind = 0;
  for (const gouji::Hit& hit : document.labels) {
    require(hit.label < gouji::labels().size(), "hits are of labels");
    require(hit.first < hit.last && hit.last <= document.letters.size(), "hits have letters");
    require(hit.first >= behind, "chosen labels are in order and do not overlap");
    require(hit.begin < hit.end && hit.end <= size, "hits are places of the text");
    require(
        hit.begin <= document.letters[hit.first].at && hit.end > document.letters[hit.last - 1].at,
        "a hit's place holds its letters");
    behind = hit.last;
  }
  for (const gouji::Part part : {gouji::Part{2}, gouji::Part{3}, gouji::Part{4}}) {
    const gouji::Region region = gouji::find_region(document, part);
    require(region.begin <= region.end && region.end <= size, "regions are places of the text");
    require(region.first_label <= region.last_label && region.last_label <= document.labels.size(),
            "regions have labels");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::u16string source = gouji::fuzz::chosen_text({data, size});
  keep_promises(gouji::read_document(source));
  gouji::fuzz::check_text(source);
  return 0;
}
