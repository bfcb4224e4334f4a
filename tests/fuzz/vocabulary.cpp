#include "vocabulary.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>

#include "forms/form.h"
#include "tables/labels.h"

namespace gouji::fuzz {
namespace {

constexpr unsigned first_word = 96;  // bytes below choose marks

const std::array<std::u16string, 94> all_marks = {u"\n",
                                                  u" ",
                                                  u"|",
                                                  u" | ",
                                                  u"\t",
                                                  u"|\n",
                                                  u"\n\n",
                                                  u"\n|\n",
                                                  u"\r\n",
                                                  u"\u3000",
                                                  u"\u00A0",
                                                  u"  ",
                                                  u"\u200B",
                                                  u"||",
                                                  u"| | | |",
                                                  u"|---|\n",
                                                  u"0",
                                                  u"1",
                                                  u"2",
                                                  u"3",
                                                  u"4",
                                                  u"5",
                                                  u"6",
                                                  u"7",
                                                  u"8",
                                                  u"9",
                                                  u"12",
                                                  u"305",
                                                  u"1,234",
                                                  u"0.37",
                                                  u"-3",
                                                  u"+21",
                                                  u"\uFF13",
                                                  u"\uFF10",
                                                  u"O",
                                                  u"\u3007",
                                                  u"\u25CB",
                                                  u"/",
                                                  u"-",
                                                  u"\u2014",
                                                  u"无",
                                                  u"三十二",
                                                  u"二〇二三",
                                                  u"件",
                                                  u"万元",
                                                  u"增5",
                                                  u"减少3",
                                                  u"(其中修订1件)",
                                                  u"0 0 0 0 0 0 0",
                                                  u"0000000",
                                                  u"0|0|0|0|0|0|0|\n",
                                                  u"0\n0\n0\n0\n0\n0\n0\n",
                                                  u"0\t0\t0\t0\t0\t0\t0\n",
                                                  u"123456789012345",
                                                  u"1234567890123456",
                                                  u"1e9",
                                                  u"一、",
                                                  u"二、",
                                                  u"三、",
                                                  u"四、",
                                                  u"五、",
                                                  u"六、",
                                                  u"(一)",
                                                  u"(二)",
                                                  u"(三)",
                                                  u"(四)",
                                                  u"(五)",
                                                  u"(六)",
                                                  u"(七)",
                                                  u"1.",
                                                  u"2.",
                                                  u"3.",
                                                  u"(",
                                                  u")",
                                                  u"（",
                                                  u"）",
                                                  u"、",
                                                  u"，",
                                                  u"。",
                                                  u"：",
                                                  u"；",
                                                  u"\"",
                                                  u"《",
                                                  u"》",
                                                  u"#",
                                                  u"— 4 —\n",
                                                  u"第 4 页\n",
                                                  u"2023年",
                                                  u"2020年1月1日至12月31日",
                                                  u"年度报告",
                                                  u"青石县民政局",
                                                  u"公开",
                                                  u"\u0301",
                                                  u"\u2463"};

// As it is, and some of what happens to labels on the way.
constexpr std::size_t damages = 64;

std::u16string damaged(std::u16string word, std::size_t damage) {
  if (word.empty() || damage == 0) return word;
  const std::size_t at = (damage / 8) % word.size();
  switch (damage % 8) {
    case 0:
      return word.substr(0, word.size() - at);
    case 1:
      return word.substr(at);
    case 2:
      word.erase(at, 1);
      return word;
    case 3:
      word[at] = u'口';
      return word;
    case 4:
      return word.insert(at, u"\n");
    case 5:
      return word.insert(at, u" ");
    case 6:
      return word.insert(at, u"|");
    default:
      return word.insert(at, word, at, 2);
  }
}

std::vector<std::u16string> all_words() {
  std::vector<std::u16string> out;
  std::set<std::u16string, std::less<>> known;
  const auto add = [&](std::u16string_view word) {
    if (!word.empty() && known.emplace(word).second) out.emplace_back(word);
  };
  for (const Form& form : all_forms()) {
    for (const ArticleData& article : form.data->articles) {
      add(article.item);
      for (const ColumnData& column : article.columns) add(column.label);
      for (const LabelledKey& row : article.rows) add(row.label);
    }
    for (const RequestRowData& row : form.data->request_rows) {
      add(row.group);
      add(row.label);
      add(row.note);
    }
    for (const ColumnData& column : form.data->request_columns) add(column.label);
    for (const LabelledKey& group : form.data->dispute_groups) add(group.label);
    for (const ColumnData& column : form.data->dispute_columns) add(column.label);
  }
  for (const TableId id : {TableId::disclosure, TableId::requests, TableId::disputes}) {
    add(table_title(id));
  }
  for (const Pattern& pattern : patterns()) add(pattern.letters);
  return out;
}

}  // namespace

std::span<const std::u16string> marks() { return all_marks; }

std::span<const std::u16string> words() {
  static const std::vector<std::u16string> instance = all_words();
  return instance;
}

std::u16string chosen_text(std::span<const unsigned char> bytes) {
  const std::span<const std::u16string> words = fuzz::words();
  std::u16string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] < first_word) {
      out += marks()[bytes[i] % marks().size()];
      continue;
    }
    const std::size_t high = bytes[i] - first_word;
    const std::size_t low = ++i < bytes.size() ? bytes[i] : 0;
    const std::size_t choice = high * 256 + low;
    out += damaged(words[choice % words.size()], choice / words.size() % damages);
  }
  return out;
}

std::vector<unsigned char> choices_of(std::u16string_view text) {
  const auto longest = [](std::span<const std::u16string> items, std::u16string_view rest) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (rest.starts_with(items[i]) && (!best || items[i].size() > items[*best].size())) best = i;
    }
    return best;
  };
  std::vector<unsigned char> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::u16string_view rest = text.substr(at);
    const std::optional<std::size_t> word = longest(words(), rest);
    const std::optional<std::size_t> mark = longest(marks(), rest);
    if (word && (!mark || words()[*word].size() >= marks()[*mark].size())) {
      out.push_back(static_cast<unsigned char>(first_word + *word / 256));
      out.push_back(static_cast<unsigned char>(*word % 256));
      at += words()[*word].size();
    } else if (mark) {
      out.push_back(static_cast<unsigned char>(*mark));
      at += marks()[*mark].size();
    } else {
      ++at;
    }
  }
  return out;
}

}  // namespace gouji::fuzz
