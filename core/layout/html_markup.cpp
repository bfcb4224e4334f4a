// HTML by its tags alone: whether a text is HTML, whether it is regular, and the rendition of what
// is not.
#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <vector>

#include "layout/html.h"
#include "text/unicode.h"

namespace gouji {
namespace {

using html::Kind;

constexpr bool is_blank(char16_t c) {
  return c == u' ' || c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
}
constexpr bool is_name_end(char16_t c) { return is_blank(c) || c == u'/' || c == u'>'; }
constexpr char16_t lower(char16_t c) {
  return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
}

bool begins(std::u16string_view text, std::size_t at, std::u16string_view word) {
  if (at > text.size() || text.size() - at < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[at + i]) != word[i]) return false;
  }
  return true;
}

// ASCII only.
bool same(std::u16string_view text, std::u16string_view word) {
  return text.size() == word.size() && begins(text, 0, word);
}

struct Tag {
  html::Name name = 0;
  std::uint32_t kind = 0;
  bool named = false;  // no comment
  bool ends = false;   // an end tag
  bool empty = false;  // 「<br/>」
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
};

struct Attribute {
  std::u16string_view name;  // as written
  std::u16string_view value;
};

// Finds tags as the HTML standard's tokenizer does, content that is no markup left out.
class Tags {
 public:
  explicit Tags(std::u16string_view text) : text_(text) {}

  // The next tag or comment. What an element of raw text holds is passed over.
  bool next(Tag& tag) {
    while ((at_ = text_.find(u'<', at_)) != std::u16string_view::npos) {
      tag = {};
      tag.begin = at_;
      const char16_t c = at_ + 1 < text_.size() ? lower(text_[at_ + 1]) : u' ';
      const char16_t after = at_ + 2 < text_.size() ? lower(text_[at_ + 2]) : u' ';
      if (is_latin(c)) {
        read(tag, at_ + 1);
      } else if (c == u'/' && is_latin(after)) {
        tag.ends = true;
        read(tag, at_ + 2);
      } else if (begins(text_, at_, u"<!--")) {
        tag.end = comment(at_ + 4);
      } else if (c == u'!' || c == u'?' || (c == u'/' && at_ + 2 < text_.size())) {
        tag.end = behind(u'>', at_ + 1);
      } else {
        ++at_;
        continue;
      }
      at_ = tag.end;
      return true;
    }
    return false;
  }

  // Where an element's end tag begins, whatever stands before it, or the text's end.
  [[nodiscard]] std::size_t end_tag(const Tag& tag) const {
    const std::size_t size = tag.name_end - tag.name_begin;
    for (std::size_t i = tag.end; (i = text_.find(u"</", i)) != std::u16string_view::npos; ++i) {
      std::size_t k = 0;
      while (k < size && i + 2 + k < text_.size() &&
             lower(text_[i + 2 + k]) == lower(text_[tag.name_begin + k])) {
        ++k;
      }
      const char16_t c = i + 2 + k < text_.size() ? text_[i + 2 + k] : u'a';
      if (k == size && (is_blank(c) || c == u'/' || c == u'>')) return i;
    }
    return text_.size();
  }

  void go_on(std::size_t at) { at_ = at; }

  // The tag's attribute that begins behind `at`, which is moved on; false where there is none.
  bool next_attribute(const Tag& tag, std::size_t& at, Attribute& out) const {
    while (at < tag.end && (is_blank(text_[at]) || text_[at] == u'/')) ++at;
    if (at >= tag.end || text_[at] == u'>') return false;
    std::size_t begin = at++;
    while (at < tag.end && !is_name_end(text_[at]) && text_[at] != u'=') ++at;
    out.name = text_.substr(begin, at - begin);
    out.value = {};
    while (at < tag.end && is_blank(text_[at])) ++at;
    if (at >= tag.end || text_[at] != u'=') return true;
    ++at;
    while (at < tag.end && is_blank(text_[at])) ++at;
    begin = at;
    const char16_t quote = at < tag.end ? text_[at] : u'>';
    if (quote == u'"' || quote == u'\'') {
      at = std::min(text_.find(quote, ++begin), tag.end);
      out.value = text_.substr(begin, at - begin);
      at = std::min(at + 1, tag.end);
    } else {
      while (at < tag.end && !is_blank(text_[at]) && text_[at] != u'>') ++at;
      out.value = text_.substr(begin, at - begin);
    }
    return true;
  }

 private:
  [[nodiscard]] std::size_t behind(char16_t c, std::size_t at) const {
    const std::size_t found = text_.find(c, at);
    return found == std::u16string_view::npos ? text_.size() : found + 1;
  }

  [[nodiscard]] std::size_t comment(std::size_t at) const {
    if (begins(text_, at, u">")) return at + 1;
    if (begins(text_, at, u"->")) return at + 2;
    for (;; ++at) {
      at = text_.find(u"--", at);
      if (at == std::u16string_view::npos) return text_.size();
      if (begins(text_, at + 2, u">")) return at + 3;
      if (begins(text_, at + 2, u"!>")) return at + 4;
    }
  }

  void read(Tag& tag, std::size_t at) const {
    std::size_t i = at;
    while (i < text_.size() && !is_name_end(text_[i])) ++i;
    tag.named = true;
    tag.name_begin = at;
    tag.name_end = i;
    tag.name = html::name_of(text_.substr(at, i - at));
    tag.kind = html::kind_of(tag.name);
    // A quote holds brackets only where it is an attribute's value.
    bool value = false;
    for (; i < text_.size(); ++i) {
      const char16_t c = text_[i];
      if (c == u'>') break;
      if (value && (c == u'"' || c == u'\'')) {
        i = std::min(text_.find(c, i + 1), text_.size());
        if (i == text_.size()) break;
      }
      if (!is_blank(c)) value = c == u'=';
    }
    tag.empty = i < text_.size() && text_[i - 1] == u'/';
    tag.end = std::min(i + 1, text_.size());
  }

  std::u16string_view text_;
  std::size_t at_ = 0;
};

std::size_t skip_blank(std::u16string_view text) {
  std::size_t i = 0;
  while (i < text.size() && (is_blank(text[i]) || text[i] == 0xFEFF)) ++i;
  return i;
}

// Follows what a parser keeps open, as far as its costs and its freedoms depend on it.
class Scan {
 public:
  explicit Scan(std::u16string_view text) : text_(text), tags_(text) {}

  bool irregular() {
    // Browsers nest no deeper than 512.
    constexpr std::size_t deepest = 480;
    constexpr std::size_t most_formatting = 128;
    constexpr std::size_t most_copies = 1U << 21;
    constexpr std::size_t most_tags = 1U << 19;
    constexpr std::size_t most_work = 48U << 20;
    std::size_t tags = 0;
    Tag tag;
    while (tags_.next(tag)) {
      if (!tag.named) continue;
      // A table brings a body, a row and a cell along.
      const std::size_t depth = open_.size() + 3 * tables_.size();
      work_ += 1 + depth + formatting_.size();
      const bool regular = tag.ends ? close(tag) : open(tag);
      if (!regular || ++tags > most_tags || work_ > most_work || depth > deepest ||
          formatting_.size() > most_formatting || copies_ > most_copies) {
        return true;
      }
    }
    return false;
  }

 private:
  static constexpr std::uint32_t parts = Kind::table | Kind::group | Kind::row | Kind::cell;

  struct Entry {
    html::Name name = 0;
    std::uint32_t kind = 0;
    std::size_t begin = 0;   // of its tag, or for a table, its place among what is open
    std::size_t size = 0;    // of its tag, or how many formatting elements were there before a cell
    std::size_t weight = 0;  // its attributes, or whether a table has a cell open
  };
  using Entries = std::vector<Entry>;

  static void erase(Entries& entries, std::size_t at) {
    std::copy(entries.begin() + static_cast<std::ptrdiff_t>(at) + 1, entries.end(),
              entries.begin() + static_cast<std::ptrdiff_t>(at));
    entries.pop_back();
  }

  [[nodiscard]] std::size_t scope() const { return tables_.empty() ? 0 : tables_.back().begin + 1; }
  [[nodiscard]] bool in_cell() const { return !tables_.empty() && tables_.back().weight > 0; }
  [[nodiscard]] std::size_t marker() const { return in_cell() ? tables_.back().size : 0; }

  void cut(std::size_t size) {
    reopens_ = reopens_ || open_.size() > size;
    while (open_.size() > size) {
      if ((open_.back().kind & Kind::foreign) != 0) --foreign_;
      open_.pop_back();
    }
  }

  void end_cell() {
    cut(scope());
    while (formatting_.size() > tables_.back().size && in_cell()) formatting_.pop_back();
    tables_.back().weight = 0;
  }

  void end_table() {
    end_cell();
    cut(tables_.back().begin);
    tables_.pop_back();
  }

  // Ends the innermost open element of a kind, unless one of the kinds `until` is further in.
  void end_last(std::uint32_t kind, std::uint32_t until) {
    for (std::size_t i = open_.size(); i > scope(); --i) {
      if ((open_[i - 1].kind & kind) != 0) return cut(i - 1);
      if ((open_[i - 1].kind & until) != 0) return;
    }
  }

  bool open(const Tag& tag) {
    constexpr std::size_t most_attributes = 100;
    if ((tag.kind & Kind::obsolete) != 0) return false;
    std::size_t attributes = 0;
    std::size_t at = tag.name_end;
    Attribute attribute;
    while (tags_.next_attribute(tag, at, attribute)) ++attributes;
    if (attributes > most_attributes) return false;
    work_ += attributes * attributes / 4;
    if ((tag.kind & Kind::only_head) != 0 || (foreign_ > 0 && tag.empty)) return true;
    if ((tag.kind & Kind::raw) != 0) {
      tags_.go_on(tags_.end_tag(tag));
      return true;
    }
    // What may stand in a <select> has changed, and old browsers leave it at what may not.
    if (chooses_) return (tag.kind & Kind::option) != 0;
    if ((tag.kind & parts) != 0) return open_part(tag);
    if ((tag.kind & Kind::choice) != 0) chooses_ = true;
    if (reopens_) {
      for (std::size_t i = marker(); i < formatting_.size(); ++i) copies_ += formatting_[i].weight;
      reopens_ = false;
    }
    if ((tag.kind & (Kind::is_void | Kind::column | Kind::choice)) != 0) return true;
    if ((tag.kind & Kind::block) != 0) end_last(Kind::paragraph, 0);
    if ((tag.kind & Kind::item) != 0) end_last(Kind::item, Kind::list);
    if ((tag.kind & Kind::foreign) != 0) ++foreign_;
    const Entry entry{tag.name, tag.kind, tag.begin, tag.end - tag.begin, attributes + 1};
    open_.push_back(entry);
    if ((tag.kind & Kind::formatting) != 0) keep(entry);
    return true;
  }

  bool open_part(const Tag& tag) {
    if ((tag.kind & Kind::table) != 0) {
      if (!tables_.empty() && !in_cell()) end_table();
      tables_.push_back({tag.name, tag.kind, open_.size(), 0, 0});
      open_.push_back(tables_.back());
      return true;
    }
    if (tables_.empty()) return (tag.kind & Kind::group) != 0;
    end_cell();
    if ((tag.kind & Kind::cell) != 0) {
      tables_.back().weight = 1;
      tables_.back().size = formatting_.size();
    }
    return true;
  }

  // A formatting element that is left open goes on in what follows; parsers keep at most three of
  // the same kind and attributes.
  void keep(const Entry& entry) {
    const std::u16string_view tag = text_.substr(entry.begin, entry.size);
    std::size_t alike = 0;
    std::size_t first = 0;
    for (std::size_t i = formatting_.size(); i > marker(); --i) {
      if (text_.substr(formatting_[i - 1].begin, formatting_[i - 1].size) != tag) continue;
      ++alike;
      first = i - 1;
    }
    if (alike >= 3) erase(formatting_, first);
    formatting_.push_back(entry);
  }

  bool close(const Tag& tag) {
    if ((tag.kind & Kind::choice) != 0) chooses_ = false;
    if (chooses_) return (tag.kind & parts) == 0;
    if ((tag.kind & parts) != 0) {
      if (tables_.empty()) return true;
      if ((tag.kind & Kind::table) != 0) {
        end_table();
      } else {
        end_cell();
      }
      return true;
    }
    const bool formatting = (tag.kind & Kind::formatting) != 0;
    for (std::size_t i = formatting_.size(); formatting && i > marker(); --i) {
      if (formatting_[i - 1].name != tag.name) continue;
      erase(formatting_, i - 1);
      break;
    }
    for (std::size_t i = open_.size(); i > scope(); --i) {
      if (open_[i - 1].name == tag.name) {
        if (formatting) {
          erase(open_, i - 1);
        } else {
          cut(i - 1);
        }
        break;
      }
      const bool stops = (open_[i - 1].kind & Kind::block) != 0;
      if (stops && !formatting && (tag.kind & Kind::block) == 0) break;
    }
    return true;
  }

  std::u16string_view text_;
  Tags tags_;
  Entries open_;  // what a table implies left out
  Entries tables_;
  Entries formatting_;
  std::size_t foreign_ = 0;
  bool chooses_ = false;
  bool reopens_ = false;
  std::size_t copies_ = 0;
  std::size_t work_ = 0;
};

// Events tag by tag: tables keep their order, everything else is text and ends of lines.
class Flat {
 public:
  Flat(std::u16string_view text, Markup markup) : text_(text), tags_(text), events_(markup) {}

  std::u16string run() {
    std::size_t from = 0;
    Tag tag;
    while (tags_.next(tag)) {
      if (tag.begin > from) text(text_.substr(from, tag.begin - from));
      from = tag.end;
      if (!tag.named) continue;
      if (!tag.ends && (tag.kind & Kind::raw) != 0) {
        from = tags_.end_tag(tag);
        // Of these the title alone is text.
        if ((tag.kind & Kind::dropped) == 0) {
          line();
          text(text_.substr(tag.end, from - tag.end));
          line();
        }
        tags_.go_on(from);
      } else if (dropped_ == 0) {
        handle(tag);
      } else if (tag.name == name_dropped_) {
        dropped_ += tag.ends ? -1 : 1;
      }
    }
    text(text_.substr(from));
    while (!open_.empty()) end_table();
    return render_html(events_.events());
  }

 private:
  // What of a table is open.
  static constexpr char16_t open_group = 1;
  static constexpr char16_t open_row = 2;
  static constexpr char16_t open_cell = 4;

  void empty(std::u16string_view name) {
    events_.open(name);
    events_.close();
  }
  void line() { empty(u"br"); }

  void text(std::u16string_view text) {
    if (dropped_ > 0) return;
    if (text.find(u'&') == std::u16string_view::npos) {
      events_.text(text);
      return;
    }
    std::u16string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t size = text[i] == u'&' ? reference(plain, text.substr(i + 1)) : 0;
      if (size == 0) plain += text[i];
      i += size;
    }
    events_.text(plain);
  }

  // A character reference, without its ampersand; gives how much it takes, 0 if it is none.
  static std::size_t reference(std::u16string& out, std::u16string_view text) {
    constexpr std::u16string_view names[] = {u"nbsp\u00A0",  u"amp&",        u"lt<",
                                             u"gt>",         u"quot\"",      u"ldquo\u201C",
                                             u"rdquo\u201D", u"mdash\u2014", u"middot\u00B7",
                                             u"ensp\u2002",  u"emsp\u2003"};
    const auto end = [&](std::size_t at) {
      return at < text.size() && text[at] == u';' ? at + 1 : at;
    };
    for (const std::u16string_view name : names) {
      const std::size_t size = name.size() - 1;
      if (text.substr(0, size) != name.substr(0, size)) continue;
      out += name.back();
      return end(size);
    }
    if (text.empty() || text[0] != u'#') return 0;
    const std::uint32_t base = text.size() > 1 && lower(text[1]) == u'x' ? 16 : 10;
    const std::size_t digits = base == 16 ? 2 : 1;
    std::uint32_t code = 0;
    std::size_t i = digits;
    for (; i < text.size(); ++i) {
      const char16_t c = lower(text[i]);
      const std::uint32_t digit = is_digit(c)              ? c - u'0'
                                  : c >= u'a' && c <= u'f' ? c - u'a' + 10U
                                                           : 16U;
      if (digit >= base) break;
      code = std::min(0x110000U, code * base + digit);
    }
    if (i == digits) return 0;
    if (code == 0 || code > 0x10FFFF) code = 0xFFFD;
    if (code > 0xFFFF) {
      out += static_cast<char16_t>(0xD7C0 + (code >> 10));
      code = 0xDC00 + (code & 0x3FF);
    }
    out += static_cast<char16_t>(code);
    return end(i);
  }

  // Leaves out an element's content, up to its end tag. Without one the whole rest would be left
  // out; which have none is remembered, so that they are not looked for again.
  void drop(const Tag& tag) {
    for (std::size_t i = 0; i < never_ended_count_; ++i) {
      if (never_ended_[i] == tag.name) return;
    }
    if (never_ended_count_ == never_ended_.size()) return;
    if (tags_.end_tag(tag) == text_.size()) {
      never_ended_[never_ended_count_++] = tag.name;
      return;
    }
    name_dropped_ = tag.name;
    dropped_ = 1;
  }

  // Ends the parts of the innermost table that are among `parts`, the innermost first.
  void end(int parts) {
    if (open_.empty()) return;
    for (const char16_t part : {open_cell, open_row, open_group}) {
      if ((open_.back() & parts & part) == 0) continue;
      events_.close();
      open_.back() = static_cast<char16_t>(open_.back() & ~part);
    }
  }
  void end_table() {
    end(open_cell | open_row | open_group);
    if (open_.empty()) return;
    events_.close();
    open_.pop_back();
  }

  void handle(const Tag& tag) {
    if ((tag.kind & (Kind::table | Kind::group | Kind::row | Kind::cell)) != 0) {
      if (tag.ends) {
        end_part(tag);
      } else {
        begin_part(tag);
      }
      return;
    }
    const bool content = !tag.ends && !tag.empty && (tag.kind & Kind::is_void) == 0;
    if ((tag.kind & Kind::dropped) != 0) {
      if (content) drop(tag);
      return;
    }
    if ((tag.kind & Kind::raised) != 0) empty(u"sup");
    if ((tag.kind & (Kind::block | Kind::line_break)) != 0) line();
    if (content && (tag.kind & Kind::only_head) == 0 && is_hidden(tag)) drop(tag);
  }

  [[nodiscard]] bool is_hidden(const Tag& tag) const {
    std::size_t at = tag.name_end;
    Attribute attribute;
    while (tags_.next_attribute(tag, at, attribute)) {
      if (same(attribute.name, u"hidden")) return true;
      if (same(attribute.name, u"style") && html::hides(attribute.value)) return true;
    }
    return false;
  }

  void begin_part(const Tag& tag) {
    if ((tag.kind & Kind::table) != 0 && !open_.empty() && (open_.back() & open_cell) == 0) {
      end_table();
    }
    if ((tag.kind & Kind::table) != 0 || (open_.empty() && (tag.kind & Kind::group) == 0)) {
      // Or rows that have been copied without their table.
      events_.open(u"table");
      open_ += char16_t{0};
    }
    if (open_.empty() || (tag.kind & Kind::table) != 0) return;
    char16_t part = open_cell;
    if ((tag.kind & Kind::group) != 0) {
      end(open_cell | open_row | open_group);
      part = open_group;
      events_.open(u"tbody");
    } else if ((tag.kind & Kind::row) != 0) {
      end(open_cell | open_row);
      part = open_row;
      begin(u"tr", tag);
    } else {
      end(open_cell);
      if ((open_.back() & open_row) == 0) events_.open(u"tr");
      part |= open_row;
      begin(u"td", tag);
    }
    open_.back() = static_cast<char16_t>(open_.back() | part);
  }

  void begin(std::u16string_view name, const Tag& tag) {
    constexpr std::u16string_view wanted[] = {u"rowspan", u"colspan", u"hidden", u"style",
                                              u"height"};
    std::array<Attribute, std::size(wanted)> found;
    std::uint16_t count = 0;
    std::size_t at = tag.name_end;
    Attribute attribute;
    while (count < found.size() && tags_.next_attribute(tag, at, attribute)) {
      for (const std::u16string_view key : wanted) {
        if (count < found.size() && same(attribute.name, key))
          found[count++] = {key, attribute.value};
      }
    }
    events_.open(name, count);
    for (std::size_t i = 0; i < count; ++i) {
      const bool style = found[i].name == u"style";
      events_.attribute(style ? html::inert_style : found[i].name, found[i].value);
    }
  }

  void end_part(const Tag& tag) {
    if ((tag.kind & Kind::table) != 0) {
      end_table();
    } else {
      const int inner = (tag.kind & Kind::cell) != 0  ? 0
                        : (tag.kind & Kind::row) != 0 ? open_row
                                                      : open_row | open_group;
      end(open_cell | inner);
    }
  }

  std::u16string_view text_;
  Tags tags_;
  html::EventWriter events_;
  std::u16string open_;  // the tables that are open, each as its open parts
  html::Name name_dropped_ = 0;
  std::ptrdiff_t dropped_ = 0;  // how deep in elements of that name
  std::array<html::Name, 32> never_ended_{};
  std::size_t never_ended_count_ = 0;
};

}  // namespace

Markup markup_of(std::u16string_view text) {
  constexpr int enough = 4;
  constexpr std::uint32_t structure =
      Kind::block | Kind::table | Kind::group | Kind::row | Kind::cell;
  const std::size_t first = skip_blank(text);
  const bool document = first < text.size() && text[first] == u'<';
  const Markup found = document ? Markup::document : Markup::fragments;
  if (document && begins(text, first, u"<!doctype")) return found;
  Tags tags(text);
  Tag tag;
  int blocks = 0;
  bool table = false;
  bool block_ended = false;
  while (tags.next(tag)) {
    if (document && (tag.kind & Kind::only_head) != 0) return found;
    if (!tag.ends && (tag.kind & Kind::raw) != 0) tags.go_on(tags.end_tag(tag));
    table = table || (tag.kind & (Kind::table | Kind::row)) != 0;
    if (table && (tag.kind & Kind::cell) != 0) return found;
    if ((tag.kind & structure) == 0) continue;
    block_ended = block_ended || (tag.ends && (tag.kind & Kind::block) != 0);
    if (++blocks >= enough && (document || block_ended)) return found;
  }
  return document && block_ended ? found : Markup::none;
}

bool is_irregular(std::u16string_view html) { return Scan(html).irregular(); }

// All is replaced in its place: a comment changes nothing of the tree around it.
std::u16string make_inert(std::u16string_view html) {
  std::u16string out(html);
  Tags tags(html);
  Tag tag;
  while (tags.next(tag)) {
    std::size_t at = tag.name_end;
    Attribute attribute;
    while (tag.named && tags.next_attribute(tag, at, attribute)) {
      const auto name = static_cast<std::size_t>(attribute.name.data() - html.data());
      if (begins(attribute.name, 0, u"on")) out[name] = u'x';
      if (same(attribute.name, u"style")) {
        out.replace(name, html::inert_style.size(), html::inert_style);
      }
    }
    if (tag.ends || (tag.kind & (Kind::raw | Kind::active)) == 0) continue;
    const std::size_t begin = tag.begin;
    const bool active = (tag.kind & Kind::active) != 0;
    if ((tag.kind & Kind::raw) != 0) {
      tags.go_on(tags.end_tag(tag));
      if (active && !tags.next(tag)) tag.end = html.size();
    }
    constexpr std::u16string_view opening = u"<!--";
    constexpr std::u16string_view closing = u"-->";
    if (!active || tag.end - begin < opening.size() + closing.size()) continue;
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(begin),
              out.begin() + static_cast<std::ptrdiff_t>(tag.end), u' ');
    out.replace(begin, opening.size(), opening);
    out.replace(tag.end - closing.size(), closing.size(), closing);
  }
  return out;
}

std::u16string render_flat(std::u16string_view html, Markup markup) {
  return Flat(html, markup).run();
}

}  // namespace gouji
