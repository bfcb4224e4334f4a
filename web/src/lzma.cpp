// Unpacks what the page carries, as packed.ts does. It is wasm because a new page must not wait
// until the browser's JIT has made the same loops fast.

#include <cstdint>

#include "parted.h"

namespace {

using Probability = std::uint16_t;  // that a bit is 0, in 2048ths

constexpr std::uint32_t most = (1U << 30) - 1;
constexpr std::uint32_t few = 1U << 23;  // below this the range takes in the next character
constexpr std::uint32_t base = 94;
constexpr std::uint32_t literal_states = 7;

/// A length less 2: how many bits it takes, and then these bits.
struct Length {
  Probability is_long;
  Probability is_longest;
  Probability three_bits[8];
  Probability three_more[8];
  Probability eight_bits[256];
};

/// By what came before: a literal, a match or a repetition, and what came before that. Whether a
/// match follows, also by the last byte.
struct State {
  Probability is_match[12][32];
  Probability is_repetition[12];
  Probability is_not_last[12];
  Probability is_not_second[12];
  Probability is_not_third[12];
  Probability is_not_one_byte[12];
};

/// Trees are counted from their root, 1; what lies at 0 is not used.
struct Model {
  State by;
  Length match;
  Length repetition;
  Probability slot[4][64];
  Probability distance[115];
  Probability last_bits[16];
  Probability literal[8][3][256];
};

Model model;
std::uint32_t range;
std::uint32_t code;
const std::uint8_t* next;

std::uint32_t digit(std::uint8_t character) { return character - ' ' - (character > '<' ? 1 : 0); }

void take_in() {
  if (range >= few) return;
  range *= base;
  code = code * base + digit(*next++);
}

std::uint32_t bit(Probability& zero) {
  const std::uint32_t bound = (range >> 11) * zero;
  const bool one = code >= bound;
  if (one) {
    range -= bound;
    code -= bound;
    zero -= zero >> 4;
  } else {
    range = bound;
    zero += (2048 - zero) >> 4;
  }
  take_in();
  return one;
}

/// From the node `at` of a tree down to its leaves, of which there are `leaves`. Nearly all bits
/// are of trees: hence the coder's state in variables of its own.
[[gnu::noinline]] std::uint32_t leaf(Probability* tree, std::uint32_t leaves,
                                     std::uint32_t at = 1) {
  std::uint32_t width = range;
  std::uint32_t rest = code;
  const std::uint8_t* from = next;
  while (at < leaves) {
    const std::uint32_t zero = tree[at];
    const std::uint32_t bound = (width >> 11) * zero;
    if (rest < bound) {
      width = bound;
      tree[at] = zero + ((2048 - zero) >> 4);
      at <<= 1;
    } else {
      width -= bound;
      rest -= bound;
      tree[at] = zero - (zero >> 4);
      at = at << 1 | 1;
    }
    if (width < few) {
      width *= base;
      rest = rest * base + digit(*from++);
    }
  }
  range = width;
  code = rest;
  next = from;
  return at - leaves;
}

/// The same for bits of which the lowest comes first.
std::uint32_t leaf_reversed(Probability* tree, std::uint32_t bits) {
  std::uint32_t value = 0;
  for (std::uint32_t rest = leaf(tree, 1U << bits); bits-- > 0; rest >>= 1)
    value = value << 1 | (rest & 1);
  return value;
}

std::uint32_t length(Length& of) {
  if (bit(of.is_long) == 0) return 2 + leaf(of.three_bits, 8);
  if (bit(of.is_longest) == 0) return 10 + leaf(of.three_more, 8);
  return 18 + leaf(of.eight_bits, 256);
}

/// How many bytes lie between a match and what it repeats.
std::uint32_t distance(std::uint32_t length) {
  const std::uint32_t slot = leaf(model.slot[length < 5 ? length - 2 : 3], 64);
  if (slot < 4) return slot;
  std::uint32_t bits = (slot >> 1) - 1;
  std::uint32_t value = (2 | (slot & 1)) << bits;
  if (slot < 14) return value + leaf_reversed(model.distance + value - slot, bits);
  while (bits-- > 4) {
    range >>= 1;
    if (code >= range) {
      code -= range;
      value += 1U << bits;
    }
    take_in();
  }
  return value + leaf_reversed(model.last_bits, 4);
}

/// After a match, a literal is told by the bits in which it differs from the byte that would have
/// gone on with it.
std::uint8_t literal(std::uint8_t before, const std::uint8_t* instead) {
  auto& trees = model.literal[before >> 5];
  std::uint32_t at = 1;
  if (instead != nullptr) {
    std::uint32_t shift = 8;
    std::uint32_t expected = 0;
    do {
      expected = *instead >> --shift & 1;
      at = at << 1 | bit(trees[1 + expected][at]);
    } while (shift > 0 && (at & 1) == expected);
  }
  return leaf(trees[0], 256, at);
}

}  // namespace

/// Whether what is packed is whole: the coder ends at 0 only after just what was written.
extern "C" bool expand(const std::uint8_t* packed, const std::uint8_t* packed_end,
                       std::uint8_t* out, const std::uint8_t* out_end) {
  auto* probabilities = reinterpret_cast<Probability*>(&model);
  for (std::uint32_t at = 0; at < sizeof model / sizeof(Probability); at++)
    probabilities[at] = 1024;
  next = packed;
  range = most;
  for (int digits = 0; digits < 5; digits++) code = code * base + digit(*next++);

  const std::uint8_t* const begin = out;
  std::uint32_t last = 0;
  std::uint32_t second = 0;
  std::uint32_t third = 0;
  std::uint32_t fourth = 0;
  std::uint32_t state = 0;
  // Whatever the characters are, one step goes but a few of them past the end, and memory reaches
  // further.
  while (out < out_end && next <= packed_end) {
    const bool after_literal = state < literal_states;
    const std::uint8_t before = out == begin ? 0 : out[-1];
    if (bit(model.by.is_match[state][before >> 3]) == 0) {
      *out = literal(before, after_literal ? nullptr : out - last - 1);
      out++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    std::uint32_t count = 1;
    if (bit(model.by.is_repetition[state]) == 0) {
      fourth = third;
      third = second;
      second = last;
      count = length(model.match);
      last = distance(count);
      state = after_literal ? 7 : 10;
    } else {
      bool one_byte = false;
      if (bit(model.by.is_not_last[state]) == 0) {
        one_byte = bit(model.by.is_not_one_byte[state]) == 0;
      } else {
        std::uint32_t wanted = second;
        if (bit(model.by.is_not_second[state]) != 0) {
          wanted = third;
          if (bit(model.by.is_not_third[state]) != 0) {
            wanted = fourth;
            fourth = third;
          }
          third = second;
        }
        second = last;
        last = wanted;
      }
      if (!one_byte) count = length(model.repetition);
      state = (after_literal ? 8 : 11) + (one_byte && after_literal ? 1 : 0);
    }
    if (last >= static_cast<std::uint32_t>(out - begin) ||
        count > static_cast<std::uint32_t>(out_end - out))
      return false;
    for (const std::uint8_t* from = out - last - 1; count > 0; count--) *out++ = *from++;
  }
  return out == out_end && next == packed_end && code == 0;
}

/// The module of which `packed` is what parted.ts made; its size stands at the beginning.
extern "C" void restore(const std::uint8_t* packed, std::uint8_t* out) {
  parted::restore(packed, out);
}
