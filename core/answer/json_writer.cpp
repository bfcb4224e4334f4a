#include "answer/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace gouji {

void JsonWriter::room(std::size_t length) {
  if (out_.size() - size_ < length) out_.resize(std::max(out_.size() * 2, size_ + length));
}

void JsonWriter::open(char bracket) {
  room(1);
  put(bracket);
}

void JsonWriter::close(char bracket) {
  room(2);
  if (out_[size_ - 1] == ',') --size_;
  put(bracket);
  put(',');
}

void JsonWriter::quoted(std::string_view text, char after) {
  room(text.size() + 3);
  put('"');
  copy(text);
  put('"');
  put(after);
}

void JsonWriter::key(std::string_view name) { quoted(name, ':'); }
void JsonWriter::plain(std::string_view text) { quoted(text, ','); }

void JsonWriter::raw(std::string_view value) {
  room(value.size() + 1);
  copy(value);
  put(',');
}

void JsonWriter::string(std::string_view text) {
  room(text.size() + 3);
  put('"');
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= ' ' && c != '"' && c != '\\') continue;
    copy(text.substr(from, i - from));
    from = i + 1;
    escape(c);
    room(text.size() - i + 2);
  }
  copy(text.substr(from));
  put('"');
  put(',');
}

void JsonWriter::escape(unsigned char c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  constexpr std::string_view named = "\"\"\\\\\bb\ff\nn\rr\tt";  // each with what is written for it
  room(6);
  put('\\');
  for (std::size_t i = 0; i < named.size(); i += 2) {
    if (named[i] == static_cast<char>(c)) return put(named[i + 1]);
  }
  copy("u00");
  put(hex[c >> 4U]);
  put(hex[c & 0xFU]);
}

void JsonWriter::integer(std::int64_t value) {
  room(21);
  char* const begin = &out_[size_];
  size_ += static_cast<std::size_t>(std::to_chars(begin, begin + 20, value).ptr - begin);
  put(',');
}

std::string JsonWriter::take() {
  out_.resize(size_ - 1);
  return std::move(out_);
}

}  // namespace gouji
