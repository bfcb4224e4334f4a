"""check.py GOUJI [NAME...]

Runs `GOUJI check --format json` over the fixtures of this folder and compares the answers with
their truth. NAME.expected.json holds:

  damage         the kind of damage the fixture stands for
  form, agency, year, published, verdict (one or a list of allowed ones; optional)
  lost_tables, absent_tables, table_forms
  cells          cell id -> number as printed, or null
  states         states other than `printed`; "doubtful": the text leaves the cell open, so the
                 number may be given or not, but no other number
  inferred       values that must be inferred; `actual`: what a blank cell may be inferred as, if at all
  findings       rules that must be found; no other rule may be found with severity error, but for
                 those in `tolerated`
  repairs        cell and value that must come first among the repairs

Every comparison counts; closes with `N passed, N failed`.
"""
import glob
import json
import os
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ENDS = (".txt", ".html", ".mht")


def folded(text):
    return None if text is None else "".join(unicodedata.normalize("NFKC", text).split())


class Count:
    def __init__(self):
        self.passed = self.failed = 0
        self.lines = []

    def __call__(self, good, *what):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            self.lines.append(" ".join(str(item) for item in what))


def cell_is_right(cell, want, state):
    value = cell.get("value")
    if cell["state"] == "printed":
        same = want is not None and value is not None and abs(value - want) < 1e-9
        return same and state in ("printed", "doubtful")
    if value is not None:
        return False
    if state in ("blank", "missing"):
        # Which of the two cannot be told where a layout writes blanks as nothing.
        return cell["state"] in ("blank", "missing")
    return state == "doubtful" or cell["state"] == state


def compare(count, truth, answer):
    cells = {cell["id"]: cell for cell in answer["cells"]}
    for cell_id, want in truth["cells"].items():
        cell = cells.get(cell_id, {"state": "absent"})
        state = truth["states"].get(cell_id, "printed")
        count(cell_is_right(cell, want, state), cell_id, "expected", want, state, "got",
              cell.get("value"), cell["state"])
    for cell_id, cell in cells.items():
        if cell_id not in truth["cells"]:
            count(cell["state"] != "printed", cell_id, "is not in the text, got", cell.get("value"))
        inferred = cell.get("inferred")
        if inferred is not None:
            may = {**truth["inferred"], **truth.get("actual", {})}
            if cell_id in may:
                count(abs(inferred - may[cell_id]) < 1e-9, cell_id, "inferred", inferred,
                      "instead of", may[cell_id])
    for cell_id, want in truth["inferred"].items():
        count(cells.get(cell_id, {}).get("inferred") == want, cell_id, "not inferred as", want,
              "got", cells.get(cell_id, {}).get("inferred"))
    tables = {table["id"]: table for table in answer["tables"]}
    for kind in ("lost", "absent"):
        for table in truth.get(kind + "_tables", []):
            count(tables.get(table, {}).get("status") == kind, table, "is not", kind)
    for table, form in truth.get("table_forms", {}).items():
        count(tables.get(table, {}).get("form") == form, table, "does not follow", form)
    if "table_forms" not in truth:
        count(answer.get("form") == truth["form"], "form", answer.get("form"), "instead of",
              truth["form"])
    count(answer.get("year") == truth["year"], "year", answer.get("year"), "instead of",
          truth["year"])
    for key in ("agency", "published"):
        count(folded(answer.get(key)) == folded(truth[key]), key, answer.get(key), "instead of",
              truth[key])
    if "verdict" in truth:
        allowed = truth["verdict"] if isinstance(truth["verdict"], list) else [truth["verdict"]]
        count(answer["verdict"] in allowed, "verdict", answer["verdict"], "instead of", allowed)
    rules = {finding["rule"] for finding in answer["findings"]}
    for rule in truth["findings"]:
        count(rule in rules, "missed", rule)
    if truth.get("form") or truth["cells"]:
        tolerated = set(truth["findings"]) | set(truth.get("tolerated", []))
        for finding in answer["findings"]:
            if finding["severity"] == "error":
                count(finding["rule"] in tolerated, "error nobody expects:", finding["rule"],
                      finding["message"][:80])
    for repair in truth.get("repairs", []):
        first = [group["alternatives"][0]["changes"] for group in answer.get("repairs", [])
                 if group["alternatives"]]
        found = any(len(changes) == 1 and changes[0]["cell"] == repair["cell"]
                    and changes[0]["to"] == repair["to"] for changes in first)
        count(found, "first repair is not", repair, "but", first)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    gouji, names = sys.argv[1], sys.argv[2:]
    files = sorted(file for end in ENDS for file in glob.glob(os.path.join(HERE, "*" + end)))
    if names:
        files = [file for file in files if os.path.splitext(os.path.basename(file))[0] in names]
        if len(files) != len(names):
            sys.exit("no such report among " + " ".join(names))
    run = subprocess.run([gouji, "check", "--format", "json", *files], capture_output=True)
    answers = {}
    for line in run.stdout.decode("utf-8").splitlines():
        if line.strip():
            answer = json.loads(line)
            answers[os.path.basename(answer["file"])] = answer
    passed = failed = 0
    for file in files:
        with open(os.path.splitext(file)[0] + ".expected.json", encoding="utf-8") as stream:
            truth = json.load(stream)
        count = Count()
        answer = answers.get(os.path.basename(file))
        if answer is None:
            count(False, "no answer")
        else:
            compare(count, truth, answer)
        passed += count.passed
        failed += count.failed
        if count.failed:
            print(f"{os.path.basename(file)}: {count.failed} wrong ({truth['damage']})")
            for line in count.lines[:8]:
                print("   ", line)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
