// MHT: a page saved as one file is a mail message of several parts.
//
// Read by hand: of MIME no more is needed than to find one part and undo its encoding, and a
// library for mail would take more bytes than all of the page's own core.
#pragma once

#include <optional>
#include <span>
#include <string>

namespace gouji {

struct Part {
  std::string content;  // bytes, its transfer encoding undone
  std::string charset;  // as declared; may be empty
  bool html = false;    // else plain text
};

// The part of a message that holds its page: the first of HTML that is more than a frameset, or
// else the first of plain text. None where the bytes are no message.
[[nodiscard]] std::optional<Part> read_mime(std::span<const unsigned char> bytes);

}  // namespace gouji
