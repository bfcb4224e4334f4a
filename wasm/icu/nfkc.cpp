// ICU reads its NFKC tables from a data package by name, which takes 16 KB of code for finding,
// checking and caching packages. Here the one table is compiled in, as ICU itself does for NFC.

#include "norm2allmodes.h"
#include "normalizer2impl.h"
#include "unicode/normalizer2.h"
#include "unicode/unorm2.h"

U_NAMESPACE_BEGIN

// ICU's gennorm2 writes this header, and guards it against other includers than normalizer2.cpp.
#define INCLUDED_FROM_NORMALIZER2_CPP
#include "norm2_nfkc_data.h"

namespace {

class BuiltInNfkc : public Normalizer2Impl {
 public:
  BuiltInNfkc() {
    init(norm2_nfkc_data_indexes, &norm2_nfkc_data_trie, norm2_nfkc_data_extraData,
         norm2_nfkc_data_smallFCD);
  }
};

}  // namespace

const Normalizer2* Normalizer2::getNFKCInstance(UErrorCode& error) {
  if (U_FAILURE(error)) return nullptr;
  // Never freed: users hold the pointer until the program ends.
  static const auto* const impl = new BuiltInNfkc;
  static const auto* const nfkc = new ComposeNormalizer2(*impl, false);
  return nfkc;
}

U_NAMESPACE_END

U_CAPI const UNormalizer2* U_EXPORT2 unorm2_getNFKCInstance(UErrorCode* error) {
  return reinterpret_cast<const UNormalizer2*>(icu::Normalizer2::getNFKCInstance(*error));
}
