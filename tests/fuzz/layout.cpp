// Text in any Unicode, into its normal form, lines and pieces, and through the whole check.
#include "promises.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::u16string source = gouji::fuzz::text_of({data, size});
  const gouji::Normalized normalized = gouji::normalize(source);
  gouji::fuzz::keep_promises(source, normalized);
  gouji::fuzz::keep_promises(normalized.text, gouji::lay_out(normalized.text));
  gouji::fuzz::check_text(source);
  return 0;
}
