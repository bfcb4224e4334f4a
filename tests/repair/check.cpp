// gouji_repair_check: the repairs against a second program, against glpsol and against the truth.
//
//   gouji_repair_check [--count N] [--seed S] [--programs N] [--threads T]
//
// N tables with one, two and three wrong cells must have the very sets of changes that brute force
// finds (brute_force.h), and --programs of them as few changes as glpsol, if it is installed. Then
// the error model's figures (error_model.h). Exit status 1 unless all that is asked for is reached.
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "brute_force.h"
#include "error_model.h"

namespace {

using namespace gouji;
using namespace gouji::test;

struct Options {
  std::uint64_t seed = 1;
  std::uint64_t count = 100'000;
  std::uint64_t programs = 2'000;
  unsigned threads = 2;
};

int passed = 0;
int failed = 0;
std::mutex printing;

void expect(bool good, const char* what) {
  ++(good ? passed : failed);
  if (!good) std::printf("report: NOT REACHED: %s\n", what);
}

// The first few of what went wrong, each with what makes it again.
void complain(std::uint64_t seed, const std::string& what, const std::vector<Repair>& repairs) {
  static int shown = 0;
  const std::lock_guard<std::mutex> lock(printing);
  if (++shown > 10) return;
  std::printf("table %" PRIu64 ": %s\n%.4000s", seed, what.c_str(), words(repairs).c_str());
}

// Calls `work` for each of [0, count) on all threads.
void each(const Options& options, std::uint64_t count,
          const std::function<void(std::uint64_t)>& work) {
  std::atomic<std::uint64_t> next{0};
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < options.threads; ++i) {
    threads.emplace_back([&] {
      for (std::uint64_t n = next++; n < count; n = next++) work(n);
    });
  }
  for (std::thread& thread : threads) thread.join();
}

GivenTable true_table(const Form& form, TableId id, Dice& dice, std::int64_t most = 100'000) {
  GivenTable table(form, id);
  const std::vector<std::int64_t> values = true_values(form, id, dice, most);
  for (std::size_t i = 0; i < values.size(); ++i) table.set(i, values[i]);
  return table.settle();
}

std::vector<std::size_t> some_cells(const GivenTable& table, std::size_t count, Dice& dice) {
  std::vector<std::size_t> out;
  while (out.size() < count) {
    const std::size_t cell = dice.below(table.size());
    if (std::find(out.begin(), out.end(), cell) == out.end()) out.push_back(cell);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// ---- Against brute force and glpsol
// --------------------------------------------------------------

// The kinds of tables compared, in turn.
enum class Damage : std::uint8_t { plain, dense, blanks, unread, negative, disputes };

// Small numbers everywhere, so that many sets of changes will do.
GivenTable dense_table(const Form& form, Dice& dice) {
  GivenTable table(form, TableId::requests);
  const std::span<const RequestRowData> rows = form.data->request_rows;
  const std::size_t width = table.width();
  std::vector<std::int64_t> total(rows.size(), 0);
  for (std::size_t c = 0; c < width; ++c) {
    std::int64_t handled = 0;
    std::int64_t open = 0;  // what is carried out, and not carried in
    const std::int64_t carried_in = dice.between(0, 3);
    // Outgoing rows come last; the first incoming one is told by the others.
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::int64_t value = dice.between(0, 3);
      if (rows[r].role == RowRole::result) handled += value;
      if (rows[r].role == RowRole::handled) value = handled;
      if (rows[r].role == RowRole::incoming) value = r == 0 ? 0 : carried_in;
      if (rows[r].role == RowRole::outgoing) {
        value += carried_in;
        open = value - carried_in;
      }
      if (c + 1 < width) table.set(r * width + c, value);
    }
    if (c + 1 < width) table.set(c, handled + open);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (c + 1 < width) total[r] += table.value(r * width + c);
      if (c + 1 == width) table.set(r * width + c, total[r]);
    }
  }
  return table.settle();
}

// Cells out of the four or six where two or three rows and two columns cross.
std::vector<std::size_t> crossing_cells(const GivenTable& table, std::size_t count, Dice& dice) {
  const std::size_t height = table.size() / table.width();
  std::vector<std::size_t> rows{dice.below(height), dice.below(height), dice.below(height)};
  std::vector<std::size_t> columns{dice.below(table.width()), dice.below(table.width())};
  std::vector<std::size_t> out;
  for (int tries = 0; tries < 100 && out.size() < count; ++tries) {
    const std::size_t row = rows[dice.below(rows.size())];
    const std::size_t cell = row * table.width() + columns[dice.below(columns.size())];
    if (std::find(out.begin(), out.end(), cell) == out.end()) out.push_back(cell);
  }
  return out;
}

GivenTable damaged_table(Damage damage, std::size_t wrong, Dice& dice) {
  const Form& form = all_forms()[dice.below(2)];
  const bool disputes = damage == Damage::disputes;
  const bool dense = damage == Damage::dense || damage == Damage::unread;
  GivenTable table = dense
                         ? dense_table(form, dice)
                         : true_table(form, disputes ? TableId::disputes : TableId::requests, dice);
  const GivenTable right = table;
  const std::int64_t amount = dice.between(1, 3);
  for (const std::size_t cell :
       dense ? crossing_cells(table, wrong, dice) : some_cells(table, wrong, dice)) {
    if (dense) {
      // Often by the same amount: then several errors look like fewer.
      const std::int64_t change = dice.one_in(3) ? dice.between(1, 6) : amount;
      const bool less = dice.one_in(2) && right.value(cell) >= change;
      table.set(cell, right.value(cell) + (less ? -change : change));
    } else {
      table.set(cell, wrong_value(right, cell, dice));
    }
    if (damage == Damage::blanks && dice.one_in(3)) table.set(cell, CellState::blank);
    if (damage == Damage::negative && dice.one_in(2)) {
      table.set(cell, -table.value(cell) - 1);
    }
  }
  if (damage == Damage::blanks) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table.value(i) == 0 && dice.one_in(2)) table.set(i, CellState::blank);
    }
  }
  if (damage == Damage::unread) {
    const std::uint64_t most = dice.one_in(4) ? 30 : 3;
    for (const std::size_t cell : some_cells(table, 1 + dice.below(most), dice)) {
      table.set(cell, dice.one_in(2) ? CellState::unreadable : CellState::missing);
    }
  }
  return table.settle().fail_all();
}

// All smallest sets for the whole table, from those of its groups.
std::vector<CellSet> products(const GivenTable& table, const std::vector<Repair>& repairs) {
  std::vector<CellSet> out{{}};
  for (const Repair& repair : repairs) {
    std::size_t fewest = SIZE_MAX;
    for (const Alternative& one : repair.alternatives) {
      fewest = std::min(fewest, one.changes.size());
    }
    std::vector<CellSet> next;
    for (const CellSet& set : out) {
      for (const Alternative& one : repair.alternatives) {
        if (one.changes.size() != fewest) continue;  // a slip of more cells
        std::vector<std::pair<std::size_t, std::int64_t>> all;
        for (std::size_t i = 0; i < set.cells.size(); ++i) {
          all.emplace_back(set.cells[i], set.values[i]);
        }
        for (const Change& change : one.changes) {
          all.emplace_back(table.place(change.cell), change.to.units);
        }
        std::sort(all.begin(), all.end());
        CellSet& joined = next.emplace_back();
        for (const auto& [cell, value] : all) {
          joined.cells.push_back(cell);
          joined.values.push_back(value);
        }
      }
    }
    out = std::move(next);
  }
  return out;
}

// Where a set works with several values, one of them will do.
void forget_values(std::vector<CellSet>& sets, const std::vector<CellSet>& like) {
  for (CellSet& set : sets) {
    if (std::binary_search(like.begin(), like.end(), CellSet{set.cells, {}})) set.values.clear();
  }
  std::sort(sets.begin(), sets.end());
  sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
}

void compare_with_brute_force(const Options& options) {
  struct Tally {
    std::atomic<std::uint64_t> tables{0};
    std::atomic<std::uint64_t> undetected{0};
    std::atomic<std::uint64_t> different{0};
    std::atomic<std::uint64_t> unproved{0};
    std::atomic<std::uint64_t> sets{0};
  };
  constexpr const char* names[] = {"as the error model",      "small numbers, crossing",
                                   "half of the zeros blank", "1 to 30 unreadable",
                                   "negative numbers",        "section 4"};
  Tally tallies[6];
  const auto start = std::chrono::steady_clock::now();
  each(options, options.count, [&](std::uint64_t n) {
    const std::uint64_t seed = options.seed + n;
    Dice dice(seed);
    const std::uint64_t kind = n / 3 % 10;
    const auto damage = static_cast<Damage>(kind < 5 ? 0 : kind - 4);
    const GivenTable table = damaged_table(damage, 1 + n % 3, dice);
    Tally& tally = tallies[static_cast<std::size_t>(damage)];
    ++tally.tables;
    if (table.count(EquationStatus::fail) == 0) {
      // Cells whose equations could not be checked show nothing, two of one sum may make up for
      // each other in section 4, and a blank may have been right.
      if (damage != Damage::unread && damage != Damage::blanks && damage != Damage::disputes) {
        ++tally.undetected;
      }
      return;
    }
    const std::vector<CellSet> expected = brute_force(table);
    const std::vector<Repair> repairs = table.repairs();
    std::vector<CellSet> actual = products(table, repairs);
    forget_values(actual, expected);
    tally.sets += expected.size();
    const bool determined = std::none_of(expected.begin(), expected.end(),
                                         [](const CellSet& set) { return set.values.empty(); });
    if (actual != expected) {
      ++tally.different;
      complain(seed,
               "brute force has " + std::to_string(expected.size()) + " sets, not " +
                   std::to_string(actual.size()),
               repairs);
    }
    for (const Repair& repair : repairs) {
      if (repair.proved || !determined) continue;
      ++tally.unproved;
      complain(seed, "not proved", repairs);
    }
  });
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("report: against brute force, 1 to 3 wrong cells (%.0f s)\n", seconds.count());
  std::uint64_t wrong = 0;
  for (std::size_t i = 0; i < std::size(names); ++i) {
    const Tally& tally = tallies[i];
    std::printf("report:   %-24s %7" PRIu64 " tables, %9" PRIu64 " smallest sets, %" PRIu64
                " undetected, %" PRIu64 " different, %" PRIu64 " not proved\n",
                names[i], tally.tables.load(), tally.sets.load(), tally.undetected.load(),
                tally.different.load(), tally.unproved.load());
    wrong += tally.undetected + tally.different + tally.unproved;
  }
  expect(wrong == 0, "every wrong table detected, every set as brute force has it, all proved");
}

void compare_with_glpsol(const Options& options) {
  if (std::system("glpsol --version > /dev/null 2>&1") != 0) {
    std::puts("report: glpsol is not installed (Debian: glpk-utils)");
    expect(options.programs == 0, "glpsol");
    return;
  }
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("gouji-glpsol-" + std::to_string(options.seed));
  std::filesystem::create_directories(folder);
  std::atomic<std::uint64_t> same{0};
  std::atomic<std::uint64_t> proofs{0};
  const auto start = std::chrono::steady_clock::now();
  each(options, options.programs, [&](std::uint64_t n) {
    Dice dice(options.seed + n);
    // Numbers up to 100: glpsol reckons in floating point, and takes 0.00001 for 0.
    const GivenTable right = true_table(all_forms()[dice.below(2)], TableId::requests, dice, 100);
    GivenTable table = right;
    for (const std::size_t cell : some_cells(table, 1 + n % 5, dice)) {
      const std::int64_t value = dice.between(0, 100);
      table.set(cell, value == right.value(cell) ? value + 1 : value);
    }
    table.settle();
    std::size_t fewest = 0;
    bool proved = true;
    const std::vector<Repair> repairs = table.repairs();
    for (const Repair& repair : repairs) {
      std::size_t least = SIZE_MAX;
      for (const Alternative& one : repair.alternatives) {
        least = std::min(least, one.changes.size());
      }
      fewest += least;
      proved = proved && repair.proved;
    }
    const std::string program = (folder / std::to_string(n)).string();
    std::ofstream(program + ".lp") << linear_program(table);
    const std::string call =
        "glpsol --lp " + program + ".lp -o " + program + ".out > /dev/null 2>&1";
    std::size_t minimum = 0;
    if (std::system(call.c_str()) == 0) {
      std::ifstream answer(program + ".out");
      for (std::string line; std::getline(answer, line);) {
        if (line.starts_with("Objective:")) minimum = std::stoul(line.substr(line.find('=') + 1));
      }
    }
    std::filesystem::remove(program + ".lp");
    std::filesystem::remove(program + ".out");
    proofs += proved ? 1 : 0;
    // The enumeration promises three; four in a circle may take more than the budget.
    if (minimum == fewest && (proved || fewest > 3)) {
      ++same;
    } else {
      complain(options.seed + n, "glpsol needs " + std::to_string(minimum), repairs);
    }
  });
  std::error_code ignored;
  std::filesystem::remove_all(folder, ignored);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("report: against glpsol, 1 to 5 wrong cells: %" PRIu64 " of %" PRIu64
              " minima the same, %" PRIu64 " proved (%.0f s)\n",
              same.load(), options.programs, proofs.load(), seconds.count());
  expect(same == options.programs, "as few changes as glpsol, proved up to three");
}

// ---- Against the truth
// ---------------------------------------------------------------------------

struct Standing {
  bool detected = false;
  bool listed = false;  // one alternative of each repair together undo all the errors
  bool first = false;   // and these are the first ones
  bool proved = true;
  bool named = false;  // a repair has all of it, as the slip that it is
};

bool is_slip(RepairKind kind) {
  return kind == RepairKind::values_swapped || kind == RepairKind::row_shifted ||
         kind == RepairKind::column_shifted;
}

Standing standing(const GivenTable& right, const GivenTable& wrong,
                  const std::vector<Repair>& repairs) {
  Standing out;
  std::size_t errors = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    if (right.value(i) != wrong.value(i)) ++errors;
  }
  out.detected = wrong.count(EquationStatus::fail) + wrong.count(EquationStatus::implied) > 0;
  std::size_t undone = 0;
  std::size_t undone_first = 0;
  for (const Repair& repair : repairs) {
    out.proved = out.proved && repair.proved;
    for (const Alternative& one : repair.alternatives) {
      const bool true_ones =
          std::all_of(one.changes.begin(), one.changes.end(), [&](const Change& change) {
            return right.value(right.place(change.cell)) == change.to.units;
          });
      if (!true_ones) continue;
      undone += one.changes.size();
      if (&one == &repair.alternatives.front()) undone_first += one.changes.size();
      if (one.changes.size() == errors && is_slip(one.kind)) out.named = true;
      break;
    }
  }
  out.listed = undone == errors;
  out.first = undone_first == errors;
  return out;
}

struct Figures {
  std::atomic<std::uint64_t> tables{0};
  std::atomic<std::uint64_t> detected{0};
  std::atomic<std::uint64_t> listed{0};
  std::atomic<std::uint64_t> first{0};
  std::atomic<std::uint64_t> proved{0};
  std::atomic<std::uint64_t> named{0};

  void add(const Standing& standing) {
    ++tables;
    detected += standing.detected ? 1 : 0;
    listed += standing.listed ? 1 : 0;
    first += standing.first ? 1 : 0;
    proved += standing.proved ? 1 : 0;
    named += standing.named ? 1 : 0;
  }
  [[nodiscard]] double share(const std::atomic<std::uint64_t>& part) const {
    return 100.0 * static_cast<double>(part) /
           static_cast<double>(std::max<std::uint64_t>(1, tables));
  }
};

void print(const char* what, const Figures& figures) {
  std::printf("report:   %-24s %7" PRIu64 " %9.3f %9.3f %9.3f %9.3f\n", what, figures.tables.load(),
              figures.share(figures.detected), figures.share(figures.listed),
              figures.share(figures.first), figures.share(figures.proved));
}

void figures_of_errors(const Options& options) {
  std::puts(
      "report: the error model, %                  tables  detected    listed     first    proved");
  // One wrong cell: every cell of both forms as often.
  Figures one[4];
  constexpr const char* names[] = {"one cell of 2021, sec. 3", "one cell of 2019, sec. 3",
                                   "one cell of 2021, sec. 4", "one cell of 2019, sec. 4"};
  for (std::size_t i = 0; i < 4; ++i) {
    const Form& form = all_forms()[i % 2];
    const TableId id = i < 2 ? TableId::requests : TableId::disputes;
    const std::size_t size = form.cells_of(id).size();
    each(options, size * 200, [&](std::uint64_t n) {
      Dice dice(options.seed + 1000003 * i + n);
      const GivenTable right = true_table(form, id, dice);
      GivenTable wrong = right;
      wrong.set(n % size, wrong_value(right, n % size, dice)).settle();
      one[i].add(standing(right, wrong, wrong.repairs()));
    });
    print(names[i], one[i]);
    expect(one[i].detected == one[i].tables, "one wrong cell is always detected");
    expect(one[i].listed == one[i].tables, "one wrong cell: always listed");
    // In section 4 any cell of the sum may be the one.
    if (i < 2) expect(one[i].share(one[i].first) >= 95.0, "one wrong cell: first in 95 %");
  }
  for (const std::size_t count : {2U, 3U}) {
    Figures several;
    each(options, 40'000, [&](std::uint64_t n) {
      Dice dice(options.seed + 7000003 * count + n);
      const GivenTable right = true_table(all_forms()[n % 2], TableId::requests, dice);
      GivenTable wrong = right;
      for (const std::size_t cell : some_cells(right, count, dice)) {
        wrong.set(cell, wrong_value(right, cell, dice));
      }
      wrong.settle();
      several.add(standing(right, wrong, wrong.repairs()));
    });
    print(count == 2 ? "two cells, section 3" : "three cells, section 3", several);
    expect(several.detected == several.tables, "two and three wrong cells are always detected");
    if (count == 2) expect(several.share(several.listed) >= 98.0, "two cells: listed in 98 %");
  }
}

void figures_of_slips(const Options& options) {
  std::puts(
      "report: slips, %                            tables  detected    listed     first    proved  "
      "recognized");
  for (const SlipKind kind : all_slips) {
    Figures figures;
    each(options, 20'000, [&](std::uint64_t n) {
      Dice dice(options.seed + 11000003 * (1 + static_cast<std::uint64_t>(kind)) + n);
      for (;;) {
        const GivenTable right = true_table(all_forms()[n % 2], TableId::requests, dice);
        GivenTable wrong = right;
        if (make_slip(wrong, kind, dice).empty()) continue;
        Standing one = standing(right, wrong, wrong.repairs());
        // A shift that leaves all but one number in its place is one wrong cell.
        std::size_t errors = 0;
        for (std::size_t i = 0; i < right.size(); ++i) {
          errors += right.value(i) != wrong.value(i) ? 1 : 0;
        }
        if (errors == 1) one.named = one.listed;
        figures.add(one);
        return;
      }
    });
    std::printf("report:   %-24s %7" PRIu64 " %9.3f %9.3f %9.3f %9.3f %11.3f\n",
                std::string(name(kind)).c_str(), figures.tables.load(),
                figures.share(figures.detected), figures.share(figures.listed),
                figures.share(figures.first), figures.share(figures.proved),
                figures.share(figures.named));
    expect(figures.share(figures.named) >= 99.0, "slips recognized in 99 %");
  }
}

// Five wrong cells in five rows and five columns, each by another amount.
void five_cells(const Options& options) {
  Figures figures;
  std::atomic<std::uint64_t> certain{0};
  each(options, 10'000, [&](std::uint64_t n) {
    Dice dice(options.seed + 13000003 + n);
    const GivenTable right = true_table(all_forms()[n % 2], TableId::requests, dice);
    GivenTable wrong = right;
    std::vector<std::size_t> cells;
    std::vector<std::int64_t> amounts;
    while (cells.size() < 5) {
      const std::size_t cell = dice.below(right.size());
      const std::int64_t value = wrong_value(right, cell, dice);
      const std::int64_t amount = std::abs(value - right.value(cell));
      bool apart = std::find(amounts.begin(), amounts.end(), amount) == amounts.end();
      for (const std::size_t other : cells) {
        apart = apart && other / right.width() != cell / right.width() &&
                other % right.width() != cell % right.width();
      }
      if (!apart) continue;
      cells.push_back(cell);
      amounts.push_back(amount);
      wrong.set(cell, value);
    }
    wrong.settle();
    const std::vector<Repair> repairs = wrong.repairs();
    const bool five =
        repairs.size() == 5 && std::all_of(repairs.begin(), repairs.end(), [](const Repair& one) {
          return one.proved && one.alternatives.size() == 1 &&
                 one.alternatives.front().changes.size() == 1;
        });
    certain += five ? 1 : 0;
    if (!five) complain(options.seed + 13000003 + n, "not five certain repairs", repairs);
    figures.add(standing(right, wrong, repairs));
  });
  print("five in five and five", figures);
  expect(certain == figures.tables, "five wrong cells apart are five certain repairs");
  expect(figures.first == figures.tables, "five wrong cells apart are undone");
}

bool parse(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; i += 2) {
    if (i + 1 >= argc) return false;
    const std::string option = argv[i];
    char* end = nullptr;
    errno = 0;
    const std::uint64_t value = std::strtoull(argv[i + 1], &end, 10);
    if (errno != 0 || *end != '\0') return false;
    if (option == "--seed") {
      options.seed = value;
    } else if (option == "--count") {
      options.count = value;
    } else if (option == "--programs") {
      options.programs = value;
    } else if (option == "--threads" && value > 0) {
      options.threads = static_cast<unsigned>(value);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse(argc, argv, options)) {
    std::fputs("gouji_repair_check [--count N] [--seed S] [--programs N] [--threads T]\n", stderr);
    return 2;
  }
  compare_with_brute_force(options);
  compare_with_glpsol(options);
  figures_of_errors(options);
  five_cells(options);
  figures_of_slips(options);
  std::printf("%d passed, %d failed\n", passed, failed);
  return failed == 0 ? 0 : 1;
}
