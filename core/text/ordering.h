// Sorting by one function for items of all kinds. The standard library's templates make one for
// each, all of which the page would carry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace gouji {

// Whether the item at the first place comes before that at the second.
using Before = bool (*)(const void* context, std::uint32_t first, std::uint32_t second);

// The places of `count` items, less than 2^32, in their order; equal ones stay as they are.
[[nodiscard]] std::vector<std::uint32_t> ordered(std::size_t count, Before before,
                                                 const void* context);

// Sorts stably; items that stand in their order already are not moved.
template <class Item, class Less>
void put_in_order(std::vector<Item>& items, Less less) {
  struct Context {
    const std::vector<Item>& items;
    Less& less;
  } const context{items, less};
  const std::vector<std::uint32_t> order = ordered(
      items.size(),
      [](const void* of, std::uint32_t first, std::uint32_t second) {
        const Context& in = *static_cast<const Context*>(of);
        return in.less(in.items[first], in.items[second]);
      },
      &context);
  if (order.empty()) return;
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::uint32_t place : order) sorted.push_back(std::move(items[place]));
  items = std::move(sorted);
}

}  // namespace gouji
