// gouji_bench FILE... [Google Benchmark's options]: the whole pipeline over each report, beside
// ICU's NFKC pass over the same text in the same run, as it stands and written in full-width
// characters, so that every one of its letters and digits has to be normalized. The ratio is what
// may be compared across machines. Last, how many reports a second are read from bytes to JSON.

#include <benchmark/benchmark.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/check.h>
#include <gouji/html.h>

namespace {

std::span<const unsigned char> bytes_of(const std::string& text) {
  return {reinterpret_cast<const unsigned char*>(text.data()), text.size()};
}

// From a file's bytes: decoding, HTML, the check and the answer as JSON.
void answer(const std::string& bytes) {
  benchmark::DoNotOptimize(gouji::to_json(gouji::check(gouji::read_source(bytes_of(bytes)))));
}

void check(benchmark::State& state, const std::u16string& text) {
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(gouji::to_json(gouji::check(text)));
  }
}

void file(benchmark::State& state, const std::string& bytes) {
  for ([[maybe_unused]] auto _ : state) answer(bytes);
}

void nfkc(benchmark::State& state, const std::u16string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* const normalizer = unorm2_getNFKCInstance(&error);
  std::vector<char16_t> normalized(text.size() * 4);
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(
        unorm2_normalize(normalizer, text.data(), static_cast<std::int32_t>(text.size()),
                         normalized.data(), static_cast<std::int32_t>(normalized.size()), &error));
  }
  if (U_FAILURE(error) != 0) state.SkipWithError("ICU could not normalize the text");
}

void batch(benchmark::State& state, const std::vector<std::string>& files) {
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& bytes : files) answer(bytes);
  }
}

// The full-width forms of ASCII's printable characters, which NFKC takes back.
std::u16string full_width(std::u16string text) {
  for (char16_t& c : text) {
    if (c > u' ' && c < 0x7F) c = static_cast<char16_t>(c + 0xFEE0);
  }
  return text;
}

// Medians in microseconds, by the benchmark's name.
class Medians : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context& /*context*/) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.error_occurred) failed = true;
      if (run.aggregate_name == "median") {
        times[run.run_name.function_name] = run.GetAdjustedCPUTime();
      }
    }
  }

  std::map<std::string, double> times;
  bool failed = false;
};

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count < 2) {
    std::fputs("usage: gouji_bench FILE...\n", stderr);
    return 2;
  }
  struct Report {
    std::string name;
    std::u16string text;
    std::u16string wide;
  };
  std::vector<std::string> files;
  std::vector<Report> reports;
  for (int i = 1; i < count; ++i) {
    std::ifstream stream(arguments[i], std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.empty()) {
      std::fprintf(stderr, "gouji_bench: %s cannot be read, or is empty\n", arguments[i]);
      return 2;
    }
    std::u16string text = gouji::read_source(bytes_of(bytes)).text;
    std::u16string wide = full_width(text);
    reports.push_back(
        {std::filesystem::path(arguments[i]).stem().string(), std::move(text), std::move(wide)});
    files.push_back(std::move(bytes));
  }

  const auto add = [](const std::string& name, auto function, const auto& input) {
    benchmark::RegisterBenchmark(name.c_str(), function, input)
        ->Repetitions(7)
        ->ReportAggregatesOnly()
        ->MinTime(0.02)
        ->Unit(benchmark::kMicrosecond);
  };
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const Report& report = reports[i];
    add("check " + report.name, check, report.text);
    add("file " + report.name, file, files[i]);
    add("nfkc " + report.name, nfkc, report.text);
    add("check wide " + report.name, check, report.wide);
    add("nfkc wide " + report.name, nfkc, report.wide);
  }
  add("batch", batch, files);
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  if (medians.failed) return 1;

  std::puts(
      "report: native, median us       bytes  check   NFKC  ratio | full width: check   NFKC  "
      "ratio "
      "| from bytes");
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const std::string& name = reports[i].name;
    const double plain = medians.times["check " + name];
    const double plain_nfkc = medians.times["nfkc " + name];
    const double wide = medians.times["check wide " + name];
    const double wide_nfkc = medians.times["nfkc wide " + name];
    if (plain_nfkc <= 0 || wide_nfkc <= 0) return 1;
    std::printf("report:   %-20s %8zu %6.0f %6.1f %6.1f | %17.0f %6.1f %6.1f | %10.0f\n",
                name.c_str(), files[i].size(), plain, plain_nfkc, plain / plain_nfkc, wide,
                wide_nfkc, wide / wide_nfkc, medians.times["file " + name]);
  }
  std::printf("report: %.0f reports a second on one core, from bytes to JSON\n",
              static_cast<double>(files.size()) * 1e6 / medians.times["batch"]);
  return 0;
}
