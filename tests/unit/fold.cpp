#include "text/fold.h"

#include <set>

#include <gtest/gtest.h>
#ifndef __EMSCRIPTEN__
#include <unicode/utrans.h>
#endif

#include "support.h"
#include "tables/label_search.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using test::utf8;

std::set<char16_t> label_letters() {
  std::set<char16_t> out;
  for (const Pattern& pattern : patterns())
    out.insert(pattern.letters.begin(), pattern.letters.end());
  return out;
}

TEST(Fold, TraditionalLettersBecomeTheLabels) {
  EXPECT_EQ(utf8(fold(u"主動公開政府信息情況")), "主动公开政府信息情况");
  EXPECT_EQ(utf8(fold(u"規章 行政許可 行政處罰 行政強制")), "规章 行政许可 行政处罚 行政强制");
  EXPECT_EQ(utf8(fold(u"總計 結果維持 結果糾正 尚未審結")), "总计 结果维持 结果纠正 尚未审结");
  EXPECT_EQ(utf8(fold(u"科研機構 社會公益組織 法律服務機構")),
            "科研机构 社会公益组织 法律服务机构");
}

// What the prose is read by, too.
TEST(Fold, TraditionalLettersBecomeTheWordsOfSentences) {
  EXPECT_EQ(utf8(fold(u"自條例施行以來,累計受理政府信息公開申請")),
            "自条例施行以来,累计受理政府信息公开申请");
  EXPECT_EQ(utf8(fold(u"縣鄉鎮人民政府編製,將於下年辦結")), "县乡镇人民政府编制,将于下年办结");
}

TEST(Fold, WhatIsNotTraditionalStays) {
  EXPECT_EQ(utf8(fold(u"abc 123 |\n（三）规章")), "abc 123 |\n（三）规章");
  for (char32_t c = 0; c < 0x3400; ++c) {
    ASSERT_EQ(fold(static_cast<char16_t>(c)), c) << std::hex << static_cast<unsigned>(c);
  }
  for (char32_t c = 0xA000; c < 0x10000; ++c) {
    ASSERT_EQ(fold(static_cast<char16_t>(c)), c) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Fold, NoLetterOfALabelIsFoldedAway) {
  for (const char16_t c : label_letters()) {
    EXPECT_EQ(fold(c), c) << utf8(std::u16string(1, c));
  }
}

TEST(Fold, FoldingTwiceIsFoldingOnce) {
  for (char32_t c = 0x3400; c < 0xA000; ++c) {
    const char16_t once = fold(static_cast<char16_t>(c));
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Fold, WordsThatDifferAreFoldedInTraditionalTextsOnly) {
  const std::u16string traditional =
      u"政府資訊公開工作年度報告 主動公開政府資訊情況 行政規範性檔案 總計 結果維持 結果糾正 "
      u"尚未審結";
  const std::u16string folded = fold(traditional);
  EXPECT_EQ(folded.size(), traditional.size());
  EXPECT_EQ(utf8(folded),
            "政府信息公开工作年度报告 主动公开政府信息情况 行政规范性文件 总计 结果维持 结果纠正 "
            "尚未审结");
  const std::u16string plain = u"档案馆保存档案，资讯中心发布资讯。行政规范性文件";
  EXPECT_EQ(utf8(fold(plain)), utf8(plain));
}

TEST(Fold, PlacesStayTheSame) {
  test::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::u16string text;
    for (int i = 0; i < 200; ++i) {
      text.push_back(random.one_in(4) ? u'檔'
                                      : static_cast<char16_t>(0x4E00 + random.below(0x5200)));
      if (random.one_in(5)) text += u"檔案";
    }
    ASSERT_EQ(fold(text).size(), text.size());
  }
}

#ifndef __EMSCRIPTEN__
class Transliterator {
 public:
  Transliterator() {
    UErrorCode status = U_ZERO_ERROR;
    const std::u16string id = u"Hant-Hans";
    transliterator_ = utrans_openU(id.data(), static_cast<int32_t>(id.size()), UTRANS_FORWARD,
                                   nullptr, 0, nullptr, &status);
    EXPECT_TRUE(U_SUCCESS(status));
  }
  Transliterator(const Transliterator&) = delete;
  Transliterator& operator=(const Transliterator&) = delete;
  ~Transliterator() { utrans_close(transliterator_); }

  std::u16string simplified(char16_t c) const {
    std::u16string text(8, u'\0');
    text[0] = c;
    int32_t length = 1;
    int32_t limit = 1;
    UErrorCode status = U_ZERO_ERROR;
    utrans_transUChars(transliterator_, text.data(), &length, static_cast<int32_t>(text.size()), 0,
                       &limit, &status);
    EXPECT_TRUE(U_SUCCESS(status));
    text.resize(static_cast<std::size_t>(length));
    return text;
  }

 private:
  UTransliterator* transliterator_ = nullptr;
};

TEST(Fold, TheTableIsIcus) {
  const Transliterator icu;
  const std::set<char16_t> labels = label_letters();
  std::size_t folded = 0;
  for (char32_t u = 0x4E00; u < 0xA000; ++u) {
    const auto c = static_cast<char16_t>(u);
    const std::u16string expected = icu.simplified(c);
    const char16_t is = fold(c);
    if (is != c) {
      ++folded;
      EXPECT_EQ(utf8(expected), utf8(std::u16string(1, is)))
          << "for " << utf8(std::u16string(1, c));
    } else if (expected.size() == 1 && labels.contains(expected[0])) {
      EXPECT_EQ(utf8(expected), utf8(std::u16string(1, c))) << "is not folded";
    }
  }
  EXPECT_GT(folded, 100U);
}
#endif

}  // namespace
}  // namespace gouji
