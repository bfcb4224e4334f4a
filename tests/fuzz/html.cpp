// Files that may be HTML or MHT, from their bytes to the answer, and the renditions that the page
// asks for: of a tree's events, and tag by tag.
#include <gouji/decode.h>
#include <gouji/html.h>

#include "promises.h"

namespace {

using gouji::fuzz::require;

// Merged cells are widened to their columns, but no text may grow out of all proportion.
void keep_in_proportion(std::u16string_view rendition, std::size_t size) {
  require(rendition.size() <= 4096 + 64 * size, "a rendition is in proportion to its source");
}

// The bytes as the events that a parser hands over.
void render_events(std::span<const unsigned char> bytes) {
  std::u16string events;
  events.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    events.push_back(static_cast<char16_t>(bytes[i] | bytes[i + 1] << 8U));
  }
  if (events.empty()) return;
  for (const gouji::Markup markup : {gouji::Markup::document, gouji::Markup::fragments}) {
    events.front() = static_cast<char16_t>(markup);
    keep_in_proportion(gouji::render_html(events), events.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::span<const unsigned char> bytes(data, size);
  render_events(bytes);

  const std::u16string text = gouji::decode(bytes);
  const gouji::Markup markup = gouji::markup_of(text);
  require(gouji::is_html(text) == (markup != gouji::Markup::none), "HTML is what has markup");
  for (const gouji::Markup each : {gouji::Markup::document, gouji::Markup::fragments}) {
    keep_in_proportion(gouji::render_flat(text, each), text.size());
  }

  const gouji::Source source = gouji::read_source(bytes);
  if (source.rendition) keep_in_proportion(source.text, size);
  const gouji::Answer answer = gouji::check(source);
  gouji::fuzz::keep_promises(source.text, answer);
  gouji::fuzz::keep_promises(answer, gouji::to_json(answer));
  require(gouji::read_source(bytes).text == source.text, "a file has one text");
  return 0;
}
