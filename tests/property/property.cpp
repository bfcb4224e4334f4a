// gouji_property: generated reports in every layout, each checked against its truth.
// Exit status 1 unless no cell is stated with a wrong value or as empty where a number stands, no
// consistent report gets an error-level finding, nor a warning where it has no damage, and in every
// layout on its own at least 99.5 % of the cells that the text determines are right, and of the
// forms, agencies, years and dates.
#include <gouji/check.h>
#include <gouji/html.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "damage.h"
#include "judge.h"
#include "layouts.h"
#include "sample.h"

namespace {

using namespace gouji::property;

struct Options {
  std::uint64_t seed = 1;
  std::uint64_t count = 100000;
  unsigned threads = 2;
  std::string layout;  // empty: every one
  std::string damage;  // empty: the mixture
  std::size_t examples = 20;
  bool by_damage = false;
};

int usage() {
  std::fputs(
      "gouji_property [--count N] [--seed S] [--layout NAME] [--damage "
      "NAME[+NAME...]|none|any|mix]\n"
      "               [--threads T] [--examples K] [--by-damage]\n",
      stderr);
  return 2;
}

/// Of ten reports three are as they should be, four have one damage, three have two to four: what
/// goes wrong alone is the rule, but causes meet, and a plain report must be read whatever else is.
const char* damage_for(std::uint64_t seed) {
  Random random(seed ^ 0xD1CEULL);
  const int draw = random.between(1, 10);
  return draw <= 3 ? "none" : draw <= 7 ? "any" : "mix";
}

struct Tally {
  std::uint64_t reports = 0;
  std::uint64_t determined = 0;
  std::uint64_t right = 0;
  std::uint64_t particulars = 0;
  std::array<std::uint64_t, kFaults> faults{};

  void add(const Judgement& judgement) {
    ++reports;
    determined += judgement.determined;
    right += judgement.right;
    particulars += judgement.particulars;
    for (std::size_t i = 0; i < kFaults; ++i) faults[i] += judgement.faults[i];
  }
  void add(const Tally& other) {
    reports += other.reports;
    determined += other.determined;
    right += other.right;
    particulars += other.particulars;
    for (std::size_t i = 0; i < kFaults; ++i) faults[i] += other.faults[i];
  }
  std::uint64_t of(Fault fault) const { return faults[static_cast<std::size_t>(fault)]; }
};

/// A report in which something went wrong, and how to make it again.
struct Failure {
  std::uint64_t seed = 0;
  std::string layout;
  std::string damage;
  Fault fault = Fault::lost;
  std::size_t cells = 0;
  std::string what;
};

struct Outcome {
  std::map<std::string, Tally> layouts;
  std::map<std::string, Tally> damages;  // "layout damage"
  std::vector<Failure> failures;
};

bool grave(Fault fault) {
  return fault == Fault::wrong_value || fault == Fault::wrong_blank ||
         fault == Fault::error_finding || fault == Fault::warning;
}

bool before(const Failure& a, const Failure& b) {
  if (grave(a.fault) != grave(b.fault)) return grave(a.fault);
  return a.seed != b.seed ? a.seed < b.seed : a.fault < b.fault;
}

/// Keeps the first failures of each kind only, so that a broken core does not fill the memory.
void trim(std::vector<Failure>& failures, std::size_t keep) {
  std::sort(failures.begin(), failures.end(), before);
  std::map<std::pair<std::string, Fault>, std::size_t> seen;
  failures.erase(std::remove_if(failures.begin(), failures.end(),
                                [&](const Failure& failure) {
                                  return ++seen[{failure.layout, failure.fault}] > keep;
                                }),
                 failures.end());
}

/// The core's answer to a report: HTML goes in as the bytes of a file, other text as it is pasted.
gouji::Answer answer_to(const Sample& sample, bool html) {
  if (!html) return gouji::check(utf16(sample.text));
  const std::string bytes = utf8(sample.text);
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  return gouji::check(gouji::read_source({data, bytes.size()}));
}

std::vector<const Layout*> chosen(const Options& options) {
  std::vector<const Layout*> out;
  for (const Layout& layout : layouts()) {
    if (options.layout.empty() || layout.name == options.layout) {
      out.push_back(&layout);
    }
  }
  return out;
}

void work(const Options& options, const std::vector<const Layout*>& chosen,
          std::atomic<std::uint64_t>& next, Outcome& outcome) {
  for (;;) {
    const std::uint64_t i = next.fetch_add(1, std::memory_order_relaxed);
    if (i >= options.count) break;
    const std::uint64_t seed = options.seed + i;
    const Layout& layout = *chosen[i % chosen.size()];
    const std::string damage = options.damage.empty() ? damage_for(seed) : options.damage;
    const Sample sample = make_sample(seed, layout.name, damage);
    const Judgement judgement = judge(sample, answer_to(sample, layout.html));
    outcome.layouts[sample.layout].add(judgement);
    if (options.by_damage) outcome.damages[sample.layout + " " + sample.damage].add(judgement);
    for (std::size_t f = 0; f < kFaults; ++f) {
      if (judgement.faults[f] == 0) continue;
      outcome.failures.push_back({seed, sample.layout, sample.damage, static_cast<Fault>(f),
                                  judgement.faults[f], judgement.first[f]});
    }
    if (outcome.failures.size() > 20000) trim(outcome.failures, options.examples);
  }
  trim(outcome.failures, options.examples);
}

double share(std::uint64_t part, std::uint64_t all) {
  return all == 0 ? 100.0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

bool good(const Tally& tally) {
  const std::uint64_t particulars_right = tally.particulars - tally.of(Fault::particular);
  return tally.of(Fault::wrong_value) == 0 && tally.of(Fault::wrong_blank) == 0 &&
         tally.of(Fault::error_finding) == 0 && tally.of(Fault::warning) == 0 &&
         tally.right * 1000 >= tally.determined * 995 &&
         particulars_right * 1000 >= tally.particulars * 995;
}

void print(const char* lead, const std::string& name, const Tally& tally) {
  std::printf("%s%-16s %7" PRIu64 " reports %9" PRIu64 " cells %8.4f %% right", lead, name.c_str(),
              tally.reports, tally.determined, share(tally.right, tally.determined));
  for (std::size_t f = 0; f < kFaults; ++f) {
    std::printf(", %" PRIu64 " %s", tally.faults[f],
                std::string(gouji::property::name(static_cast<Fault>(f))).c_str());
  }
  std::printf("%s\n", good(tally) ? "" : "  <- not good");
}

bool parse(int argc, char** argv, Options& options) {
  const auto number = [](const char* text, std::uint64_t& out) {
    char* end = nullptr;
    errno = 0;
    out = std::strtoull(text, &end, 10);
    return errno == 0 && *text != '\0' && *end == '\0';
  };
  for (int i = 1; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--by-damage") {
      options.by_damage = true;
      continue;
    }
    if (i + 1 >= argc) return false;
    const char* value = argv[++i];
    std::uint64_t n = 0;
    if (option == "--layout") {
      options.layout = value;
    } else if (option == "--damage") {
      options.damage = value;
    } else if (!number(value, n)) {
      return false;
    } else if (option == "--seed") {
      options.seed = n;
    } else if (option == "--count") {
      options.count = n;
    } else if (option == "--threads" && n > 0) {
      options.threads = static_cast<unsigned>(n);
    } else if (option == "--examples") {
      options.examples = static_cast<std::size_t>(n);
    } else {
      return false;
    }
  }
  return options.count > 0 && !chosen(options).empty();
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse(argc, argv, options)) return usage();
  const auto start = std::chrono::steady_clock::now();
  const std::vector<const Layout*> selection = chosen(options);
  std::atomic<std::uint64_t> next{0};
  std::vector<Outcome> outcomes(options.threads);
  std::vector<std::thread> threads;
  for (Outcome& outcome : outcomes) {
    threads.emplace_back([&] { work(options, selection, next, outcome); });
  }
  for (std::thread& thread : threads) thread.join();

  Outcome all;
  for (Outcome& outcome : outcomes) {
    for (const auto& [name, tally] : outcome.layouts) all.layouts[name].add(tally);
    for (const auto& [name, tally] : outcome.damages) all.damages[name].add(tally);
    all.failures.insert(all.failures.end(), outcome.failures.begin(), outcome.failures.end());
  }
  trim(all.failures, options.examples);

  for (const auto& [name, tally] : all.damages) print("", name, tally);
  std::size_t passed = 0;
  std::size_t failed = 0;
  Tally sum;
  for (const Layout* layout : selection) {
    const Tally& tally = all.layouts[std::string(layout->name)];
    print("report: ", std::string(layout->name), tally);
    sum.add(tally);
    ++(good(tally) ? passed : failed);
  }
  print("report: ", "all", sum);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("report: %.0f s with %u threads\n", seconds.count(), options.threads);
  std::size_t shown = 0;
  for (const Failure& failure : all.failures) {
    const bool of_interest = grave(failure.fault) || !good(all.layouts[failure.layout]);
    if (!of_interest) continue;
    if (++shown > options.examples) break;
    std::printf("%s --seed %" PRIu64 " --layout %s --damage %s: %zu, first: %s\n",
                std::string(gouji::property::name(failure.fault)).c_str(), failure.seed,
                failure.layout.c_str(), failure.damage.c_str(), failure.cells,
                failure.what.c_str());
  }
  std::printf("%zu passed, %zu failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
