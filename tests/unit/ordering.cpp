#include "text/ordering.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "support.h"

namespace gouji {
namespace {

// A key, and where the item stood.
using Item = std::pair<std::uint32_t, std::size_t>;

bool by_key(const Item& a, const Item& b) { return a.first < b.first; }

TEST(Ordering, IsTheStandardLibrarysStableSort) {
  test::Random random(7);
  for (const std::size_t count : {0, 1, 2, 3, 7, 8, 9, 100, 1000}) {
    for (const std::uint32_t keys : {1U, 2U, 10U, 1000U}) {
      std::vector<Item> items;
      for (std::size_t i = 0; i < count; ++i) {
        items.emplace_back(static_cast<std::uint32_t>(random.below(keys)), i);
      }
      std::vector<Item> expected = items;
      std::stable_sort(expected.begin(), expected.end(), by_key);
      put_in_order(items, by_key);
      EXPECT_EQ(items, expected) << count << " items, " << keys << " keys";
    }
  }
}

TEST(Ordering, LeavesWhatIsInOrderWhereItIs) {
  std::vector<Item> items{{1, 0}, {1, 1}, {2, 2}, {5, 3}};
  const Item* const first = items.data();
  put_in_order(items, by_key);
  EXPECT_EQ(items.data(), first);
  EXPECT_EQ(items.back().second, 3U);
}

}  // namespace
}  // namespace gouji
