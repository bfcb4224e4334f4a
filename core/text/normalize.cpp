#include "text/normalize.h"

#include <array>

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "text/unicode.h"

namespace gouji {
namespace {

// Characters that NFKC leaves alone whatever follows, and nothing composes with: the bulk of a
// report, for which asking ICU character by character would cost more than all the rest.
constexpr bool is_plain(char16_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3002) ||
         (c >= 0x3008 && c <= 0x3011);
}

// The full-width forms of ASCII, U+FF01 to U+FF5E: NFKC is a fixed distance away.
constexpr bool is_fullwidth_ascii(char16_t c) { return c >= 0xFF01 && c <= 0xFF5E; }

// Whether a following character could compose with, or reorder around, what stands before it.
constexpr bool may_combine(char16_t c) {
  return c >= 0x0300 && !is_plain(c) && !is_fullwidth_ascii(c);
}

constexpr bool is_invisible(char16_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

constexpr bool is_long_dash(char16_t c) {
  return c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2500 || c == 0x2501 ||
         c == 0x2E3A;
}

// Superscripts and enclosed numbers: notes to a figure, not part of it.
constexpr bool is_note_digit(char16_t c) {
  return c == 0x00B2 || c == 0x00B3 || c == 0x00B9 || (c >= 0x2070 && c <= 0x2089) ||
         (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x2793) ||
         (c >= 0x24EA && c <= 0x24FF) || (c >= 0x3251 && c <= 0x325F) ||
         (c >= 0x32B1 && c <= 0x32BF);
}

class Writer {
 public:
  Writer(std::u16string_view source, Normalized& out)
      : source_(source), out_(out), nfkc_(instance()) {
    out_.text.reserve(source.size());
    out_.begin.reserve(source.size());
    out_.end.reserve(source.size());
  }

  void run() {
    std::size_t i = 0;
    while (i < source_.size()) {
      i = stretch(i);
      if (i == source_.size()) break;
      const char16_t c = source_[i];
      const bool alone = i + 1 >= source_.size() || !may_combine(source_[i + 1]);
      if (c < 0x80 || is_plain(c)) {
        if (alone) {
          put(c == 0 ? mark : c, i, i + 1);
          ++i;
          continue;
        }
      } else if (is_fullwidth_ascii(c)) {
        if (alone) {
          put(static_cast<char16_t>(c - 0xFEE0), i, i + 1);
          ++i;
          continue;
        }
      } else if (is_invisible(c)) {
        ++i;
        continue;
      }
      i = segment(i);
    }
  }

 private:
  static const UNormalizer2* instance() {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfkc = unorm2_getNFKCInstance(&status);
    return U_SUCCESS(status) ? nfkc : nullptr;
  }

  // Copies what stays as it is, up to the character before the first that may not, and gives where
  // that is.
  std::size_t stretch(std::size_t begin) {
    std::size_t end = begin;
    while (end < source_.size() && source_[end] != 0 &&
           (source_[end] < 0x80 || is_plain(source_[end]))) {
      ++end;
    }
    if (end > begin && end < source_.size() && may_combine(source_[end])) --end;
    if (end == begin) return begin;
    const std::size_t from = out_.text.size();
    const std::size_t length = end - begin;
    out_.text.append(source_, begin, length);
    out_.begin.resize(from + length);
    out_.end.resize(from + length);
    for (std::size_t k = 0; k < length; ++k) {
      out_.begin[from + k] = static_cast<std::uint32_t>(begin + k);
      out_.end[from + k] = static_cast<std::uint32_t>(begin + k + 1);
    }
    return end;
  }

  void put(char16_t c, std::size_t begin, std::size_t end) {
    out_.text.push_back(c);
    out_.begin.push_back(static_cast<std::uint32_t>(begin));
    out_.end.push_back(static_cast<std::uint32_t>(end));
  }

  // Normalizes from `begin` to the next boundary and gives every unit of the result that whole
  // place, since inside it no unit has a place of its own. A run of combining marks is cut where
  // it can have no more meaning, so that hostile text costs no more than its length.
  std::size_t segment(std::size_t begin) {
    constexpr std::size_t longest = 32;
    std::size_t end = begin;
    UChar32 c = 0;
    U16_NEXT(source_.data(), end, source_.size(), c);
    const bool note = end == begin + 1 && is_note_digit(source_[begin]);
    while (end < source_.size() && end - begin < longest && may_combine(source_[end])) {
      std::size_t next = end;
      U16_NEXT(source_.data(), next, source_.size(), c);
      if (nfkc_ == nullptr || unorm2_hasBoundaryBefore(nfkc_, c)) break;
      end = next;
    }
    std::array<char16_t, 640> buffer;  // NFKC makes at most 18 units of one character
    int32_t length = -1;
    if (nfkc_ != nullptr) {
      UErrorCode status = U_ZERO_ERROR;
      length = unorm2_normalize(nfkc_, source_.data() + begin, static_cast<int32_t>(end - begin),
                                buffer.data(), static_cast<int32_t>(buffer.size()), &status);
      if (U_FAILURE(status)) length = -1;
    }
    if (length < 0) {
      for (std::size_t i = begin; i < end; ++i) put(adjust(source_[i], note), i, i + 1);
      return end;
    }
    if (length == static_cast<int32_t>(end - begin)) {
      // As many units as before: each keeps its own place (a surrogate pair, an accented letter).
      for (int32_t i = 0; i < length; ++i) {
        const std::size_t at = begin + static_cast<std::size_t>(i);
        put(adjust(buffer[static_cast<std::size_t>(i)], note), at, at + 1);
      }
      return end;
    }
    for (int32_t i = 0; i < length; ++i) {
      put(adjust(buffer[static_cast<std::size_t>(i)], note), begin, end);
    }
    return end;
  }

  static char16_t adjust(char16_t c, bool note) {
    if (c == 0 || (note && is_digit(c))) return mark;
    if (is_long_dash(c)) return 0x2014;
    if (c == 0x2212) return u'-';  // the minus sign
    return c;
  }

  std::u16string_view source_;
  Normalized& out_;
  const UNormalizer2* nfkc_;
};

}  // namespace

Span Normalized::original(std::size_t from, std::size_t to) const {
  if (from < to) return {begin[from], end[to - 1]};
  if (from < begin.size()) return {begin[from], begin[from]};
  const std::uint32_t last = end.empty() ? 0 : end.back();
  return {last, last};
}

Normalized normalize(std::u16string_view text) {
  Normalized out;
  Writer(text, out).run();
  return out;
}

}  // namespace gouji
