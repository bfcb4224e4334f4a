// JSON, written into a string. A library's writer asks of every byte of an answer's 50 KB whether
// it must be escaped; here that is asked only of the strings that may need it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

// Every value is followed by a comma, which the bracket that closes its list takes the place of.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t usual_size) : out_(usual_size, '\0') {}

  void open(char bracket);
  void close(char bracket);
  // `name` holds nothing to be escaped.
  void key(std::string_view name);
  // A string that holds nothing to be escaped.
  void plain(std::string_view text);
  void string(std::string_view text);
  void integer(std::int64_t value);
  // A number or null, as it stands.
  void raw(std::string_view value);
  void null() { raw("null"); }

  // What has been written: one value.
  [[nodiscard]] std::string take();

 private:
  void room(std::size_t length);
  void quoted(std::string_view text, char after);
  void escape(unsigned char c);
  // Where there is room.
  void put(char c) { out_[size_++] = c; }
  void copy(std::string_view text) { size_ += text.copy(&out_[size_], text.size()); }

  std::string out_;
  std::size_t size_ = 0;
};

}  // namespace gouji
