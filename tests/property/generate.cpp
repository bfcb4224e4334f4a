// gouji_generate: writes generated reports and their truth as NNN.txt and NNN.expected.json.
#include <algorithm>
#include <cerrno>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "damage.h"
#include "layouts.h"
#include "sample.h"

namespace {

using namespace gouji::property;

int usage() {
  std::fputs(
      "gouji_generate --out DIR [--seed N] [--count K] [--layout NAME|all|every]\n"
      "               [--damage NAME[+NAME...]|none|any|mix]\n"
      "gouji_generate --list\n",
      stderr);
  return 2;
}

int list() {
  std::puts("layouts");
  for (const Layout& layout : layouts()) {
    std::printf("  %-18s %s\n", std::string(layout.name).c_str(),
                std::string(layout.shows).c_str());
  }
  std::puts("damages");
  for (const Damage& damage : damages()) {
    std::printf("  %-18s %s\n", std::string(damage.name).c_str(),
                std::string(damage.shows).c_str());
  }
  return 0;
}

bool known(const std::string& layout, const std::string& damage) {
  if (layout != "all" && layout != "every" && find_layout(layout) == nullptr) {
    std::fprintf(stderr, "no layout named %s; see --list\n", layout.c_str());
    return false;
  }
  if (damage == "none" || damage == "any" || damage == "mix") return true;
  for (std::size_t at = 0; at <= damage.size();) {
    const std::size_t end = std::min(damage.find('+', at), damage.size());
    if (find_damage(damage.substr(at, end - at)) == nullptr) {
      std::fprintf(stderr, "no damage named %s; see --list\n", damage.substr(at, end - at).c_str());
      return false;
    }
    at = end + 1;
  }
  return true;
}

bool write_file(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (file) return true;
  std::fprintf(stderr, "cannot write %s\n", path.c_str());
  return false;
}

bool parse_number(const char* text, std::uint64_t& number) {
  char* end = nullptr;
  errno = 0;
  number = std::strtoull(text, &end, 10);
  return errno == 0 && *text != '\0' && *end == '\0';
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t seed = 1;
  std::uint64_t count = 10;
  std::string layout = "all";
  std::string damage = "none";
  std::string out;
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--list") return list();
    if (i + 1 >= argc) return usage();
    const char* value = argv[++i];
    if (option == "--seed") {
      if (!parse_number(value, seed)) return usage();
    } else if (option == "--count") {
      if (!parse_number(value, count)) return usage();
    } else if (option == "--layout") {
      layout = value;
    } else if (option == "--damage") {
      damage = value;
    } else if (option == "--out") {
      out = value;
    } else {
      return usage();
    }
  }
  if (out.empty()) return usage();
  if (!known(layout, damage)) return 2;
  std::error_code error;
  std::filesystem::create_directories(out, error);
  for (std::uint64_t i = 0; i < count; ++i) {
    const Sample sample = make_sample(seed + i, layout, damage);
    char name[32];
    std::snprintf(name, sizeof name, "%06" PRIu64, seed + i);
    const std::filesystem::path stem = std::filesystem::path(out) / name;
    if (!write_file(stem.string() + ".txt", utf8(sample.text))) return 1;
    if (!write_file(stem.string() + ".expected.json", sample.expected_json())) return 1;
  }
  return 0;
}
