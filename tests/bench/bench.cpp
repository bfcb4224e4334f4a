// gouji_bench FILE [Google Benchmark's options]: the whole pipeline over one report, beside ICU's
// NFKC pass over the same text in the same run. Their ratio is what may be compared across
// machines.

#include <benchmark/benchmark.h>
#include <unicode/unorm2.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gouji/check.h>
#include <gouji/decode.h>

namespace {

void check(benchmark::State& state, const std::u16string& text) {
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(gouji::to_json(gouji::check(text)));
  }
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

class Medians : public benchmark::ConsoleReporter {
 public:
  Medians() : ConsoleReporter(OO_None) {}

  void ReportRuns(const std::vector<Run>& runs) override {
    ConsoleReporter::ReportRuns(runs);
    for (const Run& run : runs) {
      if (run.error_occurred) failed = true;
      if (run.aggregate_name != "median") continue;
      (run.run_name.function_name == "check" ? check : nfkc) = run.GetAdjustedCPUTime();
    }
  }

  double check = 0;  // microseconds
  double nfkc = 0;
  bool failed = false;
};

}  // namespace

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);
  if (count != 2) {
    std::fputs("usage: gouji_bench FILE\n", stderr);
    return 2;
  }
  std::ifstream file(arguments[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (bytes.empty()) {
    std::fprintf(stderr, "gouji_bench: %s cannot be read, or is empty\n", arguments[1]);
    return 2;
  }
  const std::u16string text =
      gouji::decode({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});

  for (auto* bench : {benchmark::RegisterBenchmark("check", check, text),
                      benchmark::RegisterBenchmark("nfkc", nfkc, text)}) {
    bench->Repetitions(9)->ReportAggregatesOnly()->MinTime(0.1)->Unit(benchmark::kMicrosecond);
  }
  Medians medians;
  benchmark::RunSpecifiedBenchmarks(&medians);
  if (medians.failed || medians.nfkc <= 0) return 1;
  std::printf("%zu bytes: check %.1f us, NFKC %.1f us, ratio %.1f\n", bytes.size(), medians.check,
              medians.nfkc, medians.check / medians.nfkc);
  return 0;
}
