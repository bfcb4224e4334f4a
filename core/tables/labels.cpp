#include "tables/labels.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace gouji {
namespace {

std::u16string letters_of(std::u16string_view text) {
  std::u16string out;
  for (const char16_t c : text) {
    if (is_han(c)) out.push_back(c);
  }
  return out;
}

// The number of 「(三)」, 「3.」 or 「三、」; 0 where there is none.
std::uint8_t numbering_value(std::u16string_view numbering) {
  for (const char16_t c : numbering) {
    if (is_digit(c)) return static_cast<std::uint8_t>(c - u'0');
    if (const std::size_t at = numerals.find(c); at != std::u16string_view::npos) {
      return static_cast<std::uint8_t>(at + 1);
    }
  }
  return 0;
}

// Headings vary much more than rows do: these are the wordings that differ by more than letters.
struct SectionHeading {
  Part part;
  std::u16string_view wording;
};
constexpr SectionHeading section_headings[] = {
    {1, u"总体情况"},
    {1, u"总体工作情况"},
    {1, u"政府信息公开工作总体情况"},
    {1, u"基本情况"},
    {1, u"工作概况"},
    {1, u"概述"},
    {2, u"主动公开政府信息情况"},
    {2, u"主动公开政府信息工作情况"},
    {2, u"政府信息主动公开情况"},
    {2, u"主动公开情况"},
    {3, u"收到和处理政府信息公开申请情况"},
    {3, u"收到和处理政府信息依申请公开情况"},
    {3, u"依申请公开政府信息情况"},
    {3, u"政府信息依申请公开情况"},
    {3, u"依申请公开情况"},
    {3, u"政府信息公开申请情况"},
    {3, u"政府信息公开申请收到和处理情况"},
    {3, u"政府信息公开申请的收到和处理情况"},
    {4, u"政府信息公开行政复议行政诉讼情况"},
    {4, u"因政府信息公开工作被申请行政复议提起行政诉讼情况"},
    {4, u"行政复议行政诉讼情况"},
    {4, u"行政复议和行政诉讼情况"},
    {5, u"存在的主要问题及改进情况"},
    {5, u"政府信息公开工作存在的主要问题及改进情况"},
    {5, u"存在的问题及改进情况"},
    {5, u"存在问题及改进措施"},
    {5, u"主要问题及改进措施"},
    {6, u"其他需要报告的事项"},
    {6, u"需要报告的其他事项"},
    {6, u"其他需要说明的事项"},
    {6, u"需要说明的事项"},
    {6, u"其他事项"},
};

class Dictionary {
 public:
  Dictionary() {
    section(1);
    section(2);
    disclosure();
    section(3);
    requests();
    section(4);
    disputes();
    section(5);
    section(6);
  }

  std::vector<Label> labels;
  std::vector<Pattern> patterns;

 private:
  std::uint16_t add(LabelKind kind, std::uint8_t forms, std::string_view article,
                    std::string_view key, std::u16string_view numbering, std::uint8_t column) {
    Label label;
    label.kind = kind;
    label.part = part_;
    label.order = static_cast<std::uint16_t>(labels.size());
    label.rows_before = rows_;
    label.article = article;
    label.key = key;
    label.column = column;
    label.number = numbering_value(numbering);
    label.forms = forms;
    if (kind == LabelKind::row) ++rows_;
    labels.push_back(label);
    return label.order;
  }

  void pattern(std::uint16_t label, std::u16string_view wording, std::u16string_view note = {}) {
    Pattern out;
    out.letters = letters_of(wording);
    out.core = static_cast<std::uint16_t>(out.letters.size());
    out.letters += letters_of(note);
    out.label = label;
    patterns.push_back(std::move(out));
  }

  void section(Part part) {
    part_ = part;
    rows_ = 0;
    const std::u16string numbering(1, numerals[part - 1U]);
    const std::uint16_t label = add(LabelKind::section, 3, {}, {}, numbering, 0);
    for (const SectionHeading& heading : section_headings) {
      if (heading.part == part) pattern(label, heading.wording);
    }
  }

  // Both forms' articles, columns and rows, each once, in the order of the forms.
  void disclosure() {
    std::vector<std::string_view> articles;
    for (const Form& form : all_forms()) {
      for (const ArticleData& article : form.data->articles) {
        if (std::find(articles.begin(), articles.end(), article.key) == articles.end()) {
          articles.push_back(article.key);
        }
      }
    }
    for (const std::string_view key : articles) article_of(key);
  }

  void article_of(std::string_view key) {
    std::vector<std::pair<const ArticleData*, std::uint8_t>> sources;
    std::uint8_t bit = 1;
    std::uint8_t all = 0;
    for (const Form& form : all_forms()) {
      for (const ArticleData& article : form.data->articles) {
        if (article.key == key) {
          sources.emplace_back(&article, bit);
          all |= bit;
        }
      }
      bit = static_cast<std::uint8_t>(bit << 1);
    }
    pattern(add(LabelKind::article, all, key, {}, {}, 0), sources.front().first->item);
    pattern(add(LabelKind::head, all, key, {}, {}, 0), u"信息内容");
    for (const auto& [article, form] : sources) {
      for (std::size_t c = 0; c < article->columns.size(); ++c) {
        const ColumnData& column = article->columns[c];
        // 「(单位:万元)」 is a note to the head.
        const std::size_t bracket = column.label.find(u'(');
        const std::u16string_view name = column.label.substr(0, bracket);
        const std::u16string_view note = bracket == std::u16string_view::npos
                                             ? std::u16string_view()
                                             : column.label.substr(bracket);
        pattern(add(LabelKind::column, form, key, column.key, {}, static_cast<std::uint8_t>(c)),
                name, note);
      }
    }
    std::vector<std::string_view> done;
    for (const auto& [article, form] : sources) {
      for (const LabelledKey& row : article->rows) {
        if (std::find(done.begin(), done.end(), row.key) != done.end()) continue;
        done.push_back(row.key);
        std::uint8_t forms = 0;
        for (const auto& [other, other_form] : sources) {
          for (const LabelledKey& other_row : other->rows) {
            if (other_row.key == row.key) forms |= other_form;
          }
        }
        const std::uint16_t label = add(LabelKind::row, forms, key, row.key, {}, 0);
        for (const auto& [other, other_form] : sources) {
          for (const LabelledKey& other_row : other->rows) {
            if (other_row.key == row.key) pattern(label, other_row.label);
          }
        }
      }
    }
  }

  void requests() {
    pattern(add(LabelKind::head, 3, {}, "note", {}, 0),
            u"本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和");
    pattern(add(LabelKind::head, 3, {}, "applicants", {}, 0), u"申请人情况");
    pattern(add(LabelKind::head, 3, {}, "organizations", {}, 0), u"法人或其他组织");
    for (std::size_t c = 0; c < applicant_columns.size(); ++c) {
      pattern(
          add(LabelKind::column, 3, {}, applicant_columns[c].key, {}, static_cast<std::uint8_t>(c)),
          applicant_columns[c].label);
    }
    // No column of the forms, but one that some agencies add.
    const std::uint16_t subtotal = add(LabelKind::column, 0, {}, "subtotal", {}, 6);
    pattern(subtotal, u"小计");
    pattern(subtotal, u"法人小计");
    // The newer form has every row of the older one but 「(六)其他处理」, which there is a group.
    const FormData& newer = form_2021;
    const FormData& older = form_2019;
    std::u16string_view group;
    bool results = false;
    for (const RequestRowData& row : newer.request_rows) {
      if (row.role == RowRole::result && !results) {
        results = true;
        pattern(add(LabelKind::group, 3, {}, "results", u"三、", 0), u"本年度办理结果");
      }
      if (!row.group.empty() && row.group != group) {
        group = row.group;
        const std::size_t bracket = group.find(u')');
        const std::u16string_view numbering = group.substr(0, bracket + 1);
        const std::u16string_view name = group.substr(bracket + 1);
        const RequestRowData* same = nullptr;
        for (const RequestRowData& other : older.request_rows) {
          if (other.label == name) same = &other;
        }
        if (same != nullptr) {
          pattern(add(LabelKind::row, 2, {}, same->key, numbering, 0), name);
        } else {
          pattern(add(LabelKind::group, 3, {}, {}, numbering, 0), name);
        }
      }
      std::uint8_t forms = 1;
      for (const RequestRowData& other : older.request_rows) {
        if (other.key == row.key) forms |= 2;
      }
      pattern(add(LabelKind::row, forms, {}, row.key, row.numbering, 0), row.label, row.note);
    }
  }

  void disputes() {
    const auto group_head = [&](std::size_t g, std::u16string_view name) {
      pattern(add(LabelKind::head, 3, {}, dispute_groups[g].key, {}, 0), name);
    };
    const auto outcomes = [&](std::size_t g) {
      for (std::size_t c = 0; c < dispute_columns.size(); ++c) {
        const auto column = static_cast<std::uint8_t>(g * dispute_columns.size() + c);
        pattern(add(LabelKind::column, 3, {}, dispute_columns[c].key, {}, column),
                dispute_columns[c].label);
      }
    };
    group_head(0, u"行政复议");
    group_head(1, u"行政诉讼");
    outcomes(0);
    group_head(1, u"未经复议直接起诉");
    group_head(2, u"复议后起诉");
    outcomes(1);
    outcomes(2);
  }

  Part part_ = 1;
  std::uint16_t rows_ = 0;
};

const Dictionary& dictionary() {
  static const Dictionary instance;
  return instance;
}

}  // namespace

PairIndex::PairIndex(std::span<const Pattern> patterns) {
  class_.assign(ideographs, 0);
  classes_ = 1;
  for (const Pattern& pattern : patterns) {
    for (const char16_t c : pattern.letters) {
      std::uint16_t& number = class_[static_cast<std::size_t>(c - first_ideograph)];
      if (number == 0) number = static_cast<std::uint16_t>(classes_++);
    }
  }
  std::vector<std::vector<PatternPlace>> lists(classes_ * classes_);
  for (std::size_t p = 0; p < patterns.size(); ++p) {
    const std::u16string& letters = patterns[p].letters;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
      lists[class_of(letters[i]) * classes_ + class_of(letters[i + 1])].push_back(
          {static_cast<std::uint16_t>(p), static_cast<std::uint16_t>(i)});
    }
  }
  index_.resize(lists.size());
  for (std::size_t pair = 0; pair < lists.size(); ++pair) {
    // Words such as 政府 or 信息 stand in many labels and everywhere in the prose: there only a
    // label's own beginning is worth a look; its rarer words find it when that is damaged. The
    // shortest have no other words.
    constexpr std::size_t common = 6;
    constexpr std::uint16_t shortest = 4;
    std::vector<PatternPlace>& list = lists[pair];
    if (list.size() > common) {
      std::erase_if(list, [&](const PatternPlace& place) {
        return place.offset != 0 && patterns[place.pattern].core > shortest;
      });
    }
    index_[pair] = {static_cast<std::uint16_t>(places_.size()),
                    static_cast<std::uint16_t>(list.size())};
    places_.insert(places_.end(), list.begin(), list.end());
  }
}

std::span<const Label> labels() { return dictionary().labels; }
std::span<const Pattern> patterns() { return dictionary().patterns; }

const PairIndex& pair_index() {
  static const PairIndex instance(patterns());
  return instance;
}

}  // namespace gouji
