// HTML parsed by Gumbo, which keeps to the HTML standard as browsers do. Native builds only.
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include <gouji/decode.h>
#include <gumbo.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "layout/html.h"
#include "text/mime.h"
#include "text/unicode.h"

namespace gouji {
namespace {

// What a parse takes is freed at once: Gumbo frees a tree by recursion, which a deep one does not
// survive.
class Arena {
 public:
  void* take(std::size_t size) {
    constexpr std::size_t unit = alignof(std::max_align_t);
    constexpr std::size_t usual = 1U << 20;
    size = (size + unit - 1) / unit * unit;
    if (size > left_) {
      const std::size_t block = size > usual / 4 ? size : usual;
      blocks_.push_back(std::make_unique<std::byte[]>(block));
      if (block != usual) return blocks_.back().get();
      next_ = blocks_.back().get();
      left_ = block;
    }
    std::byte* const out = next_;
    next_ += size;
    left_ -= size;
    return out;
  }

 private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

std::u16string utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  std::size_t i = 0;
  while (i < text.size()) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(text.data(), i, text.size(), c);
    if (c > 0xFFFF) {
      out += static_cast<char16_t>(U16_LEAD(c));
      out += static_cast<char16_t>(U16_TRAIL(c));
    } else {
      out += static_cast<char16_t>(c);
    }
  }
  return out;
}

std::string_view name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

void open(html::EventWriter& events, const GumboElement& element) {
  std::vector<const GumboAttribute*> told;
  for (const char* const name : {"rowspan", "colspan", "hidden", "styl_", "height"}) {
    const GumboAttribute* const found = gumbo_get_attribute(&element.attributes, name);
    if (found != nullptr) told.push_back(found);
  }
  events.open(utf16(name_of(element)), static_cast<std::uint16_t>(told.size()));
  for (const GumboAttribute* const attribute : told) {
    events.attribute(utf16(attribute->name), utf16(attribute->value));
  }
}

void write(html::EventWriter& events, const GumboNode& root) {
  struct Step {
    const GumboVector* children;
    unsigned next;
  };
  std::vector<Step> path{{&root.v.element.children, 0}};
  while (!path.empty()) {
    Step& step = path.back();
    if (step.next == step.children->length) {
      path.pop_back();
      if (!path.empty()) events.close();
      continue;
    }
    const auto& node = *static_cast<const GumboNode*>(step.children->data[step.next++]);
    switch (node.type) {
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        open(events, node.v.element);
        path.push_back({&node.v.element.children, 0});
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        events.text(utf16(node.v.text.text));
        break;
      default:
        break;
    }
  }
}

std::u16string render(std::u16string_view text, Markup markup) {
  if (is_irregular(text)) return render_flat(text, markup);
  const std::string bytes = to_utf8(make_inert(text));
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* data, std::size_t size) {
    return static_cast<Arena*>(data)->take(size);
  };
  options.deallocator = [](void*, void*) {};
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* const output = gumbo_parse_with_options(&options, bytes.data(), bytes.size());
  html::EventWriter events(markup);
  write(events, *output->root);
  return render_html(events.events());
}

}  // namespace

Source read_source(std::span<const unsigned char> bytes) {
  Source out;
  std::string_view declared;
  const std::optional<Part> part = read_mime(bytes);
  if (part) {
    bytes = {reinterpret_cast<const unsigned char*>(part->content.data()), part->content.size()};
    declared = part->charset;
    out.rendition = true;
  }
  out.text = decode(bytes, declared);
  Markup markup = markup_of(out.text);
  if (part && part->html && markup == Markup::none) markup = Markup::document;
  // What is too long to be checked is not rendered either.
  if (markup == Markup::none || out.text.size() > max_text) return out;
  out.rendition = true;
  out.text = render(out.text, markup);
  return out;
}

}  // namespace gouji
