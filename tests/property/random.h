// One stream of numbers from one 64-bit seed, the same on every machine and in every standard
// library: std::uniform_int_distribution may differ, so the draws are made by hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gouji::property {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }

  /// An integer of [low, high], both included.
  int between(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
  }

  /// True `percent` times out of a hundred.
  bool chance(int percent) { return between(1, 100) <= percent; }

  std::size_t index(std::size_t size) { return static_cast<std::size_t>(next() % size); }

  template <class T>
  const T& pick(const std::vector<T>& items) {
    return items[index(items.size())];
  }

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[index(i)]);
  }

 private:
  std::uint64_t state_;
};

}  // namespace gouji::property
