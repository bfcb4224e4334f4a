// The code of a wasm module, put together again from its parts: each kind of operand was packed on
// its own, since what stands in each resembles itself far more than its neighbours in the code.
// That takes a seventeenth off what is packed. parted.ts takes it apart.
#pragma once

#include <cstdint>

namespace parted {

// In the order in which they are kept.
enum Part { opcodes, locals, offsets, constants, calls, others, parts };

// Loads and stores come with their alignment as one opcode, from here on.
constexpr std::uint32_t first_access = 0xC5;
constexpr std::uint32_t most_accesses = 0xFC - first_access;

// The parts' places, then how long they are; little-endian, as all of this.
struct Head {
  std::uint32_t size;       // of the whole module
  std::uint32_t before;     // bytes before the functions' bodies
  std::uint32_t functions;  // how many
  std::uint32_t sizes[parts];
  std::uint8_t accesses[most_accesses][2];  // opcode and alignment
};

inline const std::uint8_t* from[parts];

// A number as it stands: seven bits a byte, the lowest first, and a set bit where more follow.
inline std::uint8_t* copy(std::uint8_t* to, Part part) {
  const std::uint8_t* at = from[part];
  std::uint8_t byte;
  do {
    byte = *at++;
    *to++ = byte;
  } while (byte >= 0x80);
  from[part] = at;
  return to;
}

// The number that comes next.
inline std::uint32_t next(Part part) {
  const std::uint8_t* at = from[part];
  std::uint32_t value = *at & 0x7FU;
  for (std::uint32_t shift = 7; *at++ >= 0x80; shift += 7) value |= (*at & 0x7FU) << shift;
  return value;
}

inline std::uint8_t* copy_bytes(std::uint8_t* to, const std::uint8_t*& begin, std::uint32_t count) {
  const std::uint8_t* at = begin;
  while (count-- > 0) *to++ = *at++;
  begin = at;
  return to;
}

inline std::uint8_t* write(std::uint8_t* to, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<std::uint8_t>(value | 0x80);
  *to++ = static_cast<std::uint8_t>(value);
  return to;
}

// Locals are told by how many others were used since.
inline std::uint16_t recent[1 << 14];
inline std::uint32_t known;

inline std::uint8_t* copy_local(std::uint8_t* to) {
  std::uint32_t rank = next(locals);
  from[locals] += rank < 0x80 ? 1 : 2;
  for (; known <= rank; known++) recent[known] = static_cast<std::uint16_t>(known);
  const std::uint16_t local = recent[rank];
  for (; rank > 0; rank--) recent[rank] = recent[rank - 1];
  recent[0] = local;
  return write(to, local);
}

// Which operand follows an opcode that is no load and no store.
inline std::uint8_t* operands(std::uint8_t* to, std::uint8_t opcode) {
  if (opcode == 0x41 || opcode == 0x42) return copy(to, constants);
  if (opcode == 0x10) return copy(to, calls);
  if (opcode == 0x43 || opcode == 0x44) return copy_bytes(to, from[others], opcode == 0x43 ? 4 : 8);
  std::uint32_t count = 1;
  if (opcode == 0x0E) {
    count = next(others) + 2;  // br_table: how many targets, these, and one more
  } else if (opcode == 0x11) {
    count = 2;  // call_indirect: the type and the table
  } else if ((opcode < 0x02 || opcode > 0x04) && opcode != 0x0C && opcode != 0x0D &&
             opcode != 0x23 && opcode != 0x24 && opcode != 0x3F && opcode != 0x40 &&
             opcode != 0xFC) {
    return to;
  }
  while (count-- > 0) to = copy(to, others);
  return to;
}

inline std::uint8_t* body(std::uint8_t* to, const Head& head) {
  known = 0;
  for (std::uint32_t count = 2 * next(others) + 1; count > 0; count--) to = copy(to, others);
  const std::uint8_t* code = from[opcodes];
  for (std::uint32_t depth = 1; depth > 0;) {
    const std::uint8_t opcode = *code++;
    if (opcode >= first_access && opcode < first_access + most_accesses) {
      const auto& access = head.accesses[opcode - first_access];
      *to++ = access[0];
      *to++ = access[1];
      to = copy(to, offsets);
      continue;
    }
    *to++ = opcode;
    if (opcode >= 0x20 && opcode <= 0x22) {
      to = copy_local(to);
    } else if (opcode < 0x45 || opcode == 0xFC) {
      depth += opcode >= 0x02 && opcode <= 0x04 ? 1 : 0;
      depth -= opcode == 0x0B ? 1 : 0;
      to = operands(to, opcode);
    }
  }
  from[opcodes] = code;
  return to;
}

inline void restore(const std::uint8_t* packed, std::uint8_t* out) {
  const Head& head = *reinterpret_cast<const Head*>(packed);
  const std::uint8_t* const end = out + head.size;
  const std::uint8_t* at = packed + sizeof(Head);
  for (std::uint32_t part = 0; part < parts; part++) {
    from[part] = at;
    at += head.sizes[part];
  }
  std::uint8_t* to = copy_bytes(out, at, head.before);
  for (std::uint32_t count = head.functions; count > 0; count--) {
    // A body begins with its size, in as few bytes as it takes.
    constexpr std::uint32_t most = 3;
    const std::uint8_t* code = to + most;
    const auto size = static_cast<std::uint32_t>(body(to + most, head) - code);
    to = copy_bytes(write(to, size), code, size);
  }
  copy_bytes(to, at, static_cast<std::uint32_t>(end - to));
}

}  // namespace parted
