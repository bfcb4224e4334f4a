// What holds for any answer, over every report of the case library and over damaged copies of them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include <gouji/check.h>
#include <gouji/decode.h>

#include "support.h"

namespace gouji {
namespace {

struct Case {
  std::string name;
  std::u16string text;
};

// Those in UTF-8: as wasm the core decodes nothing else.
const std::vector<Case>& cases() {
  static const std::vector<Case> all = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(GOUJI_CASES_DIR)) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<Case> out;
    for (const std::filesystem::path& file : files) {
      std::ifstream stream(file, std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
      const std::u16string text = test::utf16(bytes);
      if (test::utf8(text) != bytes) continue;
      out.push_back({file.stem().string(), text});
    }
    return out;
  }();
  return all;
}

TEST(Cases, AreThere) { EXPECT_GT(cases().size(), 20U) << GOUJI_CASES_DIR; }

TEST(Cases, KeepEveryPromise) {
  for (const Case& one : cases()) {
    EXPECT_EQ(test::broken_promises(check(one.text), one.text), "") << one.name;
  }
}

TEST(Cases, AreDetectedAsUtf8) {
  for (const Case& one : cases()) {
    const std::string bytes = test::utf8(one.text);
    EXPECT_EQ(detect_encoding({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()}),
              "utf-8")
        << one.name;
  }
}

// Pieces cut out, doubled, swapped and overwritten.
std::u16string damaged(std::u16string text, test::Random& random) {
  const std::u16string_view signs = u"|\n\t 0(（）1９一公—\"/,.。\u0301\uFFFC";
  for (std::uint64_t i = 1 + random.below(12); i > 0 && text.size() > 20; --i) {
    const std::size_t at = random.below(text.size());
    const std::size_t size =
        std::min(text.size() - at, static_cast<std::size_t>(1 + random.below(60)));
    switch (random.below(5)) {
      case 0:
        text.erase(at, size);
        break;
      case 1:
        text.insert(random.below(text.size()), text.substr(at, size));
        break;
      case 2:
        text.insert(at, 1, random.pick(signs));
        break;
      case 3:
        text[at] = random.pick(signs);
        break;
      default: {
        const std::size_t next = text.find(u'\n', at);
        if (next != std::u16string::npos) text[next] = u' ';
      }
    }
  }
  return text;
}

TEST(Cases, DamagedKeepEveryPromise) {
  test::Random random(140);
  const int rounds = test::sanitized ? 8 : 30;
  for (const Case& one : cases()) {
    for (int round = 0; round < rounds; ++round) {
      const std::u16string text = damaged(one.text, random);
      ASSERT_EQ(test::broken_promises(check(text), text), "") << one.name << "\n"
                                                              << test::utf8(text);
    }
  }
}

TEST(Cases, CutAnywhereKeepEveryPromise) {
  test::Random random(141);
  const int rounds = test::sanitized ? 4 : 15;
  for (const Case& one : cases()) {
    for (int round = 0; round < rounds; ++round) {
      const std::size_t from = random.below(one.text.size() + 1);
      const std::u16string text =
          random.one_in(2) ? one.text.substr(from) : one.text.substr(0, from);
      ASSERT_EQ(test::broken_promises(check(text), text), "") << one.name << " at " << from;
    }
  }
}

}  // namespace
}  // namespace gouji
