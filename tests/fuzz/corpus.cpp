// gouji_fuzz_corpus DIRECTORY FILE...: what the fuzzers begin with. Writes DIRECTORY/text.dict, the
// words and marks of reports in libFuzzer's format, and for each text FILE, in UTF-8, its choices
// as DIRECTORY/alignment/NAME.
// gouji_fuzz_corpus --mht DIRECTORY FILE...: each HTML FILE once more as MHT.
// gouji_fuzz_corpus --show FILE: the text that the bytes of FILE choose, in UTF-8.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/decode.h>

#include "text/unicode.h"
#include "vocabulary.h"

namespace {

namespace fs = std::filesystem;

// libFuzzer takes entries of up to 64 bytes.
constexpr std::size_t longest_entry = 20;  // ideographs

void add_entry(std::string& out, std::u16string_view word) {
  out += '"';
  for (const char c : gouji::to_utf8(word.substr(0, longest_entry))) {
    char escaped[5];
    std::snprintf(escaped, sizeof escaped, "\\x%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += escaped;
  }
  out += "\"\n";
}

std::optional<std::string> read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file) return bytes;
  std::fprintf(stderr, "cannot read %s\n", path);
  return std::nullopt;
}

std::span<const unsigned char> bytes_of(const std::string& text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

bool write(const fs::path& path, const char* bytes, std::size_t size) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes, static_cast<std::streamsize>(size));
  file.close();
  if (!file) std::fprintf(stderr, "cannot write %s\n", path.c_str());
  return static_cast<bool>(file);
}

constexpr std::string_view mht_head =
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; "
    "boundary=\"----=_0\"\r\n\r\n------=_0\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n";

std::string mht_of(std::string_view html) {
  constexpr std::size_t longest_line = 72;
  std::string out(mht_head);
  std::size_t line = 0;
  for (const char c : html) {
    const bool plain = c >= ' ' && c <= '~' && c != '=';
    if (line + (plain ? 1 : 3) > longest_line) {
      out += "=\r\n";
      line = 0;
    }
    if (plain) {
      out += c;
      ++line;
      continue;
    }
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "=%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += escaped;
    line += 3;
  }
  return out + "\r\n------=_0--\r\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fputs(
        "usage: gouji_fuzz_corpus DIRECTORY FILE...\n       gouji_fuzz_corpus --show FILE\n"
        "       gouji_fuzz_corpus --mht DIRECTORY FILE...\n",
        stderr);
    return 2;
  }
  if (std::string_view(arguments[1]) == "--show") {
    const std::optional<std::string> bytes = read(arguments[2]);
    if (!bytes) return 1;
    const std::string text = gouji::to_utf8(gouji::fuzz::chosen_text(bytes_of(*bytes)));
    return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
  }
  if (std::string_view(arguments[1]) == "--mht") {
    for (int i = 3; i < count; ++i) {
      const std::optional<std::string> html = read(arguments[i]);
      if (!html) return 1;
      const std::string mht = mht_of(*html);
      fs::path name = fs::path(arguments[2]) / fs::path(arguments[i]).filename();
      if (!write(name.replace_extension(".mht"), mht.data(), mht.size())) return 1;
    }
    return 0;
  }
  const fs::path directory = arguments[1];
  std::error_code error;
  fs::create_directories(directory / "alignment", error);
  std::string dictionary;
  for (const std::u16string& mark : gouji::fuzz::marks()) add_entry(dictionary, mark);
  for (const std::u16string& word : gouji::fuzz::words()) add_entry(dictionary, word);
  if (!write(directory / "text.dict", dictionary.data(), dictionary.size())) return 1;
  for (int i = 2; i < count; ++i) {
    const std::optional<std::string> bytes = read(arguments[i]);
    if (!bytes) return 1;
    const std::vector<unsigned char> choices =
        gouji::fuzz::choices_of(gouji::decode(bytes_of(*bytes)));
    if (!write(directory / "alignment" / fs::path(arguments[i]).stem(),
               reinterpret_cast<const char*>(choices.data()), choices.size())) {
      return 1;
    }
  }
  return 0;
}
