#include "text/mime.h"

#include <algorithm>
#include <string_view>

namespace gouji {
namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool begins(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (lower(text[i]) != word[i]) return false;
  }
  return true;
}

// Folded lines' ends are blanks as well.
std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

// Where the line after the one at `at` begins.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == npos ? text.size() : end + 1;
}

struct Header {
  std::string_view type;  // the whole of Content-Type
  std::string_view encoding;
  bool mime = false;      // it says that it is one of a message
  std::string_view body;  // what follows it
};

// The length of a field's name, or 0.
std::size_t field_name(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && ((lower(line[i]) >= 'a' && lower(line[i]) <= 'z') || line[i] == '-')) {
    ++i;
  }
  return i < line.size() && line[i] == ':' ? i : 0;
}

Header read_header(std::string_view text) {
  constexpr int most_lines = 200;
  Header out;
  std::size_t at = 0;
  for (int i = 0; i < most_lines && at < text.size(); ++i) {
    std::size_t end = next_line(text, at);
    if (trimmed(text.substr(at, end - at)).empty()) {
      at = end;
      break;
    }
    const std::size_t name = field_name(text.substr(at, end - at));
    if (name == 0) break;  // the blank line is lost
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) end = next_line(text, end);
    const std::string_view field = text.substr(at, end - at);
    const std::string_view value = trimmed(field.substr(name + 1));
    out.mime = out.mime || begins(field, "mime-version");
    if (begins(field, "content-type")) out.type = value;
    if (begins(field, "content-transfer-encoding")) out.encoding = value;
    at = end;
  }
  out.body = text.substr(at);
  return out;
}

// A parameter of Content-Type: 「charset="gb2312"」.
std::string_view parameter(std::string_view type, std::string_view name) {
  for (std::size_t i = type.find(';'); i != npos; i = type.find(';', i + 1)) {
    const std::string_view rest = trimmed(type.substr(i + 1));
    if (!begins(rest, name)) continue;
    std::string_view value = trimmed(rest.substr(name.size()));
    if (!value.starts_with('=')) continue;
    value = trimmed(value.substr(1));
    const bool quoted = value.starts_with('"');
    if (quoted) value.remove_prefix(1);
    return trimmed(value.substr(0, value.find(quoted ? '"' : ';')));
  }
  return {};
}

int hex(std::string_view text, std::size_t at) {
  const char c = at < text.size() ? lower(text[at]) : ' ';
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '=') {
      const int high = hex(text, i + 1);
      const int low = hex(text, i + 2);
      if (high >= 0 && low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
      // At the end of a line, blanks behind it included, it only breaks that line.
      const std::size_t end = text.find_first_not_of(" \t\r", i + 1);
      if (end == npos || text[end] == '\n') {
        i = std::min(end, text.size());
        continue;
      }
    }
    out += text[i];
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t value = digits.find(c);
    if (value == npos) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      out += static_cast<char>(bits >> held & 0xFF);
    }
  }
  return out;
}

// Where a line begins that is a boundary, from `at` on.
std::size_t boundary_from(std::string_view body, std::string_view mark, std::size_t at) {
  for (; (at = body.find(mark, at)) != npos; at += mark.size()) {
    if (at == 0 || body[at - 1] == '\n') break;
  }
  return at;
}

// A boundary that the header does not name: the first line of dashes that a part's header follows.
std::string_view guess_boundary(std::string_view body) {
  for (std::size_t at = boundary_from(body, "--", 0); at != npos;) {
    const std::size_t next = next_line(body, at);
    if (begins(body.substr(next), "content-")) return trimmed(body.substr(at, next - at));
    at = boundary_from(body, "--", next);
  }
  return {};
}

bool is_frameset(std::string_view html) {
  for (std::size_t at = 0; (at = html.find('<', at)) != npos; ++at) {
    if (begins(html.substr(at), "<frameset")) return true;
  }
  return false;
}

// Looks through the parts in order until it has the page.
class Search {
 public:
  Part best;
  bool found = false;

  void read(const Header& header, int depth) {
    constexpr int deepest = 6;
    if (depth < deepest && begins(header.type, "multipart/")) {
      split(header, depth);
    } else {
      const bool html = begins(header.type, "text/html") || begins(header.type, "application/xht");
      if (html || (rank_ == 0 && begins(header.type, "text/plain"))) consider(header, html);
    }
  }

 private:
  // Framesets only name the files that hold the text.
  void consider(const Header& part, bool html) {
    Part out;
    out.html = html;
    out.charset = parameter(part.type, "charset");
    if (begins(part.encoding, "base64")) {
      out.content = from_base64(part.body);
    } else if (begins(part.encoding, "quoted-printable")) {
      out.content = from_quoted_printable(part.body);
    } else {
      out.content = part.body;
    }
    const int rank = !html ? 1 : is_frameset(out.content) ? 2 : 3;
    if (rank <= rank_) return;
    rank_ = rank;
    best = std::move(out);
    found = rank == 3;
  }

  void split(const Header& header, int depth) {
    const std::string_view body = header.body;
    std::string mark = "--";
    mark += parameter(header.type, "boundary");
    std::size_t at = mark.size() > 2 ? boundary_from(body, mark, 0) : npos;
    if (at == npos) {
      mark = guess_boundary(body);
      if (mark.empty()) return;
      at = boundary_from(body, mark, 0);
    }
    while (at != npos && !found) {
      if (begins(body.substr(at + mark.size()), "--")) return;
      at = next_line(body, at);
      const std::size_t end = boundary_from(body, mark, at);
      read(read_header(body.substr(at, end - at)), depth + 1);
      at = end;
    }
  }

  int rank_ = 0;
};

}  // namespace

std::optional<Part> read_mime(std::span<const unsigned char> bytes) {
  std::string_view text{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  const Header header = read_header(text);
  if (!begins(header.type, "multipart/") && !(header.mime && begins(header.type, "text/"))) {
    return std::nullopt;
  }
  Search search;
  search.read(header, 0);
  return std::move(search.best);
}

}  // namespace gouji
