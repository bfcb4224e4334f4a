#include "text/ordering.h"

#include <algorithm>
#include <numeric>

namespace gouji {

// Merges neighbouring runs of equal length, from single items up.
std::vector<std::uint32_t> ordered(std::size_t count, Before before, const void* context) {
  std::vector<std::uint32_t> order;
  std::uint32_t at = 1;
  while (at < count && !before(context, at, at - 1)) ++at;
  if (at >= count) return order;
  order.resize(count);
  std::iota(order.begin(), order.end(), 0U);
  std::vector<std::uint32_t> merged(count);
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t begin = 0; begin < count; begin += 2 * run) {
      const std::size_t middle = std::min(begin + run, count);
      const std::size_t end = std::min(middle + run, count);
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t out = begin; out < end; ++out) {
        const bool from_right =
            left == middle || (right < end && before(context, order[right], order[left]));
        merged[out] = order[from_right ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace gouji
