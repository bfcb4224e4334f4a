"""score.py GOUJI DIR [--worst N]

Runs `GOUJI check --format json` over the reports that gouji_generate wrote into DIR and compares
every cell with the truth. Prints, by layout and by damage: cells that the text determines, how
many of them are right, cells stated with a wrong value, errors on consistent reports.
Exit status 1 if any cell is stated, printed or inferred, with a wrong value.
"""
import argparse
import collections
import glob
import json
import os
import subprocess
import sys
import unicodedata

CHUNK = 400


def answers(gouji, files):
    for start in range(0, len(files), CHUNK):
        part = files[start:start + CHUNK]
        run = subprocess.run([gouji, "check", "--format", "json", *part], capture_output=True)
        lines = [line for line in run.stdout.decode("utf-8").splitlines() if line.strip()]
        if len(lines) != len(part):
            sys.exit(f"{len(part)} files, {len(lines)} answers (exit {run.returncode}): "
                     + run.stderr.decode("utf-8", "replace")[:500])
        for file, line in zip(part, lines):
            yield file, json.loads(line)


class Tally:
    def __init__(self):
        self.files = self.determined = self.right = self.state = 0
        self.wrong = []
        self.errors = []
        self.short = []
        self.meta = collections.Counter()


def same(a, b):
    return a is not None and b is not None and abs(a - b) < 1e-9


def is_right(state, truth_state, value, truth_value):
    if truth_state == "printed":
        return state == "printed" and same(value, truth_value)
    if truth_state in ("blank", "missing"):
        return state in ("blank", "missing")
    return state == truth_state


def plain(text):
    return None if text is None else "".join(unicodedata.normalize("NFKC", text).split())


def compare(file, truth, answer, tally):
    name = os.path.basename(file)
    cells = {cell["id"]: cell for cell in answer["cells"]}
    determined = set(truth["determined"])
    tally.files += 1
    right = 0
    lost = []
    for cell_id, cell in cells.items():
        value = cell.get("value")
        if cell["state"] == "printed":
            want = truth["cells"].get(cell_id)
            allowed = truth["accept"].get(cell_id, [])
            if not same(value, want) and not any(same(value, other) for other in allowed):
                tally.wrong.append((name, cell_id, f"printed {value}, truth {want}"))
        elif value is not None:
            tally.wrong.append((name, cell_id, f"{cell['state']} with value {value}"))
        inferred = cell.get("inferred")
        if inferred is not None:
            actual = truth["actual"].get(cell_id, truth["cells"].get(cell_id))
            if cell["state"] == "printed" or not same(inferred, actual):
                tally.wrong.append((name, cell_id, f"inferred {inferred}, truth {actual}"))
    for cell_id in determined:
        cell = cells.get(cell_id, {"state": "absent"})
        if is_right(cell["state"], truth["states"][cell_id], cell.get("value"),
                    truth["cells"][cell_id]):
            right += 1
            tally.state += cell["state"] == truth["states"][cell_id]
        else:
            lost.append((cell_id, truth["states"][cell_id], truth["cells"][cell_id],
                         cell["state"], cell.get("value")))
    tally.determined += len(determined)
    tally.right += right
    if lost:
        tally.short.append((len(lost), name, lost[0]))
    status = {table["id"]: table["status"] for table in answer["tables"]}
    for table in truth["lost_tables"]:
        if status.get(table) != "lost":
            tally.meta["lost"] += 1
    for finding in answer["findings"]:
        if finding["severity"] == "error" and finding["rule"] not in truth["allowed_errors"]:
            tally.errors.append((name, finding["rule"], finding["message"][:70]))
    if truth["form"] is not None and answer.get("form") != truth["form"]:
        tally.meta["form"] += 1
    for key in ("agency", "published"):
        if key in truth and plain(answer.get(key)) != plain(truth[key]):
            tally.meta[key] += 1
    if "year" in truth and answer.get("year") != truth["year"]:
        tally.meta["year"] += 1


def report(title, tallies, worst):
    print(f"{title:<20}{'files':>7}{'determined':>12}{'right':>9}{'state':>9}{'WRONG':>7}"
          f"{'errors':>8}  form/agency/year/published/lost wrong")
    for name, tally in sorted(tallies.items()):
        share = 100.0 * tally.right / tally.determined if tally.determined else 100.0
        state = 100.0 * tally.state / tally.determined if tally.determined else 100.0
        meta = "/".join(str(tally.meta[key])
                        for key in ("form", "agency", "year", "published", "lost"))
        print(f"{name:<20}{tally.files:>7}{tally.determined:>12}{share:>8.3f}%{state:>8.3f}%"
              f"{len(tally.wrong):>7}{len(tally.errors):>8}  {meta}")
    for name, tally in sorted(tallies.items()):
        for label, items in (("WRONG", tally.wrong), ("error", tally.errors),
                             ("short", sorted(tally.short, reverse=True))):
            for item in items[:worst]:
                print(f"  {name}: {label}:", *item)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gouji")
    parser.add_argument("dir")
    parser.add_argument("--worst", type=int, default=10, help="cases listed of each kind")
    options = parser.parse_args()
    files = sorted(glob.glob(os.path.join(options.dir, "*.txt")))
    if not files:
        sys.exit(f"no reports in {options.dir}")
    layouts = collections.defaultdict(Tally)
    damages = collections.defaultdict(Tally)
    everything = Tally()
    for file, answer in answers(options.gouji, files):
        with open(file[:-len(".txt")] + ".expected.json", encoding="utf-8") as stream:
            truth = json.load(stream)
        compare(file, truth, answer, layouts[truth["layout"]])
        names = truth["damage"].split("+")
        for name in names:
            compare(file, truth, answer, damages[name])
        compare(file, truth, answer, everything)
    report("layout", layouts, options.worst)
    report("damage", damages, 0)
    report("all", {"all": everything}, 0)
    return 1 if everything.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
