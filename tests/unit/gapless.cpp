#include "narrative/gapless.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using gouji::begins_with;
using gouji::ends_with;
using gouji::holds;

TEST(WordLists, GiveTheLengthOfTheFirstItemThatStandsThere) {
  EXPECT_EQ(begins_with(u"起至年底", u"起至 起 至"), 2U);
  EXPECT_EQ(begins_with(u"起年底", u"起至 起 至"), 1U);
  EXPECT_EQ(begins_with(u"至", u"起至 起 至"), 1U);
  EXPECT_EQ(begins_with(u"年底", u"起至 起 至"), 0U);
  EXPECT_EQ(ends_with(u"某某民政局", u"财政局 政局 局"), 2U);
  EXPECT_EQ(ends_with(u"局", u"民政局 政局 局"), 1U);
  EXPECT_EQ(ends_with(u"局长", u"民政局 政局 局"), 0U);
  EXPECT_TRUE(holds(u"某某民政局", u"财政 民政"));
  EXPECT_FALSE(holds(u"某某民政局", u"财政 税务"));
}

TEST(WordLists, HaveNothingForATextThatIsCutOff) {
  EXPECT_EQ(begins_with(u"起", u"起至 至"), 0U);
  EXPECT_EQ(ends_with(u"政局", u"民政局 财政局"), 0U);
  EXPECT_EQ(begins_with(u"", u"起至 至"), 0U);
  EXPECT_EQ(ends_with(u"", u"起至 至"), 0U);
  EXPECT_FALSE(holds(u"", u"起至"));
  // A list ends where its literal does, and its spaces are no characters of words.
  EXPECT_EQ(begins_with(std::u16string_view(u"至\0止", 3), u"至止 至"), 1U);
  EXPECT_EQ(begins_with(u"至 止", u"至 止"), 1U);
  EXPECT_EQ(begins_with(std::u16string_view(u"\0", 1), u"至"), 0U);
}

}  // namespace
