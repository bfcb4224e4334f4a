// written_for: how one number comes to stand for another.
#include <gtest/gtest.h>

#include "repair/likeness.h"

namespace gouji::repair {
namespace {

TEST(Likeness, OneNumberWrittenForAnother) {
  struct Case {
    std::int64_t from;
    std::int64_t to;
    RepairKind kind;
  };
  for (const Case& one : {
           Case{54, 45, RepairKind::digits_swapped},
           Case{1324, 1234, RepairKind::digits_swapped},
           Case{12, 122, RepairKind::digit_dropped},
           Case{23, 123, RepairKind::digit_dropped},
           Case{122, 12, RepairKind::digit_added},
           Case{162, 12, RepairKind::digit_added},
           Case{17, 11, RepairKind::digit_misread},
           Case{180, 130, RepairKind::digit_misread},
           Case{5, 6, RepairKind::off_by_one},
           Case{100, 99, RepairKind::off_by_one},
           Case{52, 999, RepairKind::other},
           Case{0, 12345, RepairKind::other},
       }) {
    EXPECT_EQ(written_for(one.from, one.to).kind, one.kind) << one.from << " for " << one.to;
  }
}

TEST(Likeness, WhatLooksAlikeIsTheLikelier) {
  EXPECT_LT(written_for(7, 1).cost, written_for(5, 1).cost);
  EXPECT_LT(written_for(36, 86).cost, written_for(46, 86).cost);
  EXPECT_LT(written_for(122, 12).cost, written_for(162, 12).cost);
  EXPECT_LT(written_for(54, 45).cost, written_for(71, 45).cost);
}

TEST(Likeness, TheLongestNumbers) {
  EXPECT_EQ(written_for(999'999'999'999'998, 999'999'999'999'999).kind, RepairKind::off_by_one);
  EXPECT_EQ(written_for(999'999'999'999'999, 9'999'999'999'999'999).kind,
            RepairKind::digit_dropped);
  EXPECT_EQ(written_for(0, INT64_MAX).kind, RepairKind::other);
}

}  // namespace
}  // namespace gouji::repair
