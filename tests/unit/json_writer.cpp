#include "answer/json_writer.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace {

using gouji::JsonWriter;

std::string string_of(const std::string& text, std::size_t usual_size) {
  JsonWriter json(usual_size);
  json.string(text);
  return json.take();
}

TEST(JsonWriter, EscapesAsRapidJsonDoes) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  std::vector<std::string> texts = {"", "政府信息公开", std::string(40, '\n'), all};
  for (const char c : all) texts.push_back(std::string("a") + c + "b");
  for (const std::string& text : texts) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    EXPECT_EQ(string_of(text, 1), buffer.GetString());
    EXPECT_EQ(string_of(text, 4096), buffer.GetString());
  }
}

TEST(JsonWriter, SeparatesAndCloses) {
  JsonWriter json(0);
  json.open('{');
  json.key("empty");
  json.open('[');
  json.close(']');
  json.key("list");
  json.open('[');
  json.integer(0);
  json.integer(std::numeric_limits<std::int64_t>::min());
  json.null();
  json.raw("58.36");
  json.open('{');
  json.close('}');
  json.close(']');
  json.key("text");
  json.string(",");
  json.key("id");
  json.plain("requests.new.total");
  json.close('}');
  EXPECT_EQ(json.take(), R"({"empty":[],"list":[0,-9223372036854775808,null,58.36,{}],"text":",",)"
                         R"("id":"requests.new.total"})");
}

}  // namespace
