#include <algorithm>
#include <array>

#include "layout/html.h"

namespace gouji::html {
namespace {

constexpr std::size_t longest_name = 10;

// Six bits a character.
template <class Char>
constexpr Name packed(std::basic_string_view<Char> name) {
  if (name.size() > longest_name) return 0;
  Name out = 0;
  for (const Char c : name) {
    std::uint64_t code = 0;
    if (c >= 'a' && c <= 'z') {
      code = static_cast<std::uint64_t>(c - 'a') + 1;
    } else if (c >= 'A' && c <= 'Z') {
      code = static_cast<std::uint64_t>(c - 'A') + 1;
    } else if (c >= '0' && c <= '9') {
      code = static_cast<std::uint64_t>(c - '0') + 27;
    } else {
      return 0;
    }
    out = out << 6 | code;
  }
  return out;
}

struct Element {
  Name name;
  std::uint32_t kind;
};

struct Names {
  std::uint32_t kind;
  std::string_view names;
};

// An element may stand in several lines.
constexpr Names all[] = {
    {block,
     "address article aside blockquote body caption center dd details dialog dir div dl dt "
     "fieldset "
     "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li "
     "listing main menu nav ol p plaintext pre search section summary title ul xmp"},
    {dropped,
     "audio button canvas datalist del iframe math noembed noframes noscript object rp rt rtc "
     "script select style svg template textarea video xml"},
    {line_break, "br"},
    {preformatted, "listing plaintext pre xmp"},
    {table, "table"},
    {group, "tbody tfoot thead"},
    {row, "tr"},
    {cell, "td th"},
    {raised, "sub sup"},
    {raw, "iframe noembed noframes script style textarea title xmp"},
    {is_void,
     "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
     "track wbr"},
    {formatting, "a b big code em font i nobr s small strike strong tt u"},
    {item, "dd dt li"},
    {list, "dl ol ul"},
    {paragraph, "p"},
    {foreign, "math svg"},
    {choice, "select"},
    {option, "hr optgroup option script template"},
    {column, "col colgroup"},
    {caption, "caption"},
    {only_head, "body head html"},
    {obsolete, "isindex"},
    {active, "base link meta script style"},
};

constexpr std::size_t most = 160;

struct Table {
  std::array<Element, most> elements{};
  std::size_t size = 0;
};

constexpr Table make_table() {
  Table out;
  for (const Names& line : all) {
    std::string_view rest = line.names;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const Name name = packed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      std::size_t at = 0;
      while (at < out.size && out.elements[at].name < name) ++at;
      if (at == out.size || out.elements[at].name != name) {
        for (std::size_t i = out.size; i > at; --i) out.elements[i] = out.elements[i - 1];
        out.elements[at] = {name, 0};
        ++out.size;
      }
      out.elements[at].kind |= line.kind;
    }
  }
  return out;
}

constexpr Table known = make_table();

}  // namespace

Name name_of(std::u16string_view name) { return packed(name); }

std::uint32_t kind_of(Name name) {
  std::size_t low = 0;
  std::size_t high = known.size;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (known.elements[middle].name < name) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < known.size && known.elements[low].name == name ? known.elements[low].kind : 0;
}

}  // namespace gouji::html
