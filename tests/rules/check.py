"""check.py GOUJI [--update] [RULE...]

Every rule of the catalogue has a fixture here, RULE.txt, that makes two reports of a consistent one
(base/NAME.txt): in one the rule has a finding, its neighbour is as near to it as it can be and has
none.

  base: NAME       the report that both are made of; ../reports/NAME for one that is not consistent
  # words          what kind of thing the fixture stands for
  == finding       words to be replaced, and those in their place:
  -old               `old` stands in the report exactly once; lines in a row are joined by line ends;
  +new               without a `+` the line end behind the words goes with them; `+<NAME` is
                     the whole of base/NAME.txt
  allow: RULE        another rule that has to have a finding with this one; say why in a comment
  base: NAME         another report than the fixture's
  == neighbour     the same for the report that has no finding
  == previous      the report of the year before, for both; or for one of them only:
  == previous finding, == previous neighbour
  == unit          a subordinate unit's report; also as often as needed, and `== unit finding` …

The finding's report must have findings of that rule and, but for those allowed, of no other; the
neighbour's must have none. The bases must have none either. golden/RULE.* is what the finding's
report is answered with, as it was when someone last looked at it: bash tests/rules/update.sh.
catalogue.txt names the rules that there have to be."""
import concurrent.futures
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, "golden")
BASES = os.path.join(HERE, "base")


class Wrong(Exception):
    pass


def read(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()


class Section:
    """Words to be replaced in a report."""

    def __init__(self, heading, base):
        self.heading, self.base = heading, base
        self.edits = []  # pairs of lists of lines
        self.allowed = set()

    def add(self, line, where):
        if line.startswith("-"):
            if not self.edits or self.edits[-1][1]:
                self.edits.append(([], []))
            self.edits[-1][0].append(line[1:])
        elif line.startswith("+"):
            if not self.edits:
                raise Wrong(f"{where}: `+` without a `-` before it")
            self.edits[-1][1].append(line[1:])
        elif line.startswith("allow:"):
            self.allowed.add(line[6:].strip())
        elif line.startswith("base:"):
            self.base = line[5:].strip()
        else:
            raise Wrong(f"{where}: what is this line: {line}")

    def report(self):
        path = os.path.join(BASES, self.base + ".txt")
        if not os.path.exists(path):
            raise Wrong(f"== {self.heading}: no report base/{self.base}.txt")
        text = read(path)
        for old, new in self.edits:
            words = "\n".join(old) + ("" if new else "\n")
            count = text.count(words)
            if count != 1:
                raise Wrong(f"== {self.heading}: stands {count} times in {self.base}: {words!r}")
            text = text.replace(words, "\n".join(
                read(os.path.join(BASES, line[1:] + ".txt")) if line.startswith("<") else line
                for line in new))
        return text


class Fixture:
    def __init__(self, path):
        self.rule = os.path.splitext(os.path.basename(path))[0]
        self.sections = []
        base = None
        for number, line in enumerate(read(path).splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("== "):
                self.sections.append(Section(line[3:].strip(), base))
            elif self.sections:
                self.sections[-1].add(line, f"line {number}")
            elif line.startswith("base:"):
                base = line[5:].strip()
            else:
                raise Wrong(f"line {number}: what is this line: {line}")
        for section in self.sections:
            kind, *which = section.heading.split()
            if not ((kind in ("finding", "neighbour") and not which)
                    or (kind in ("previous", "unit") and which in ([], ["finding"], ["neighbour"]))):
                raise Wrong(f"what is this: == {section.heading}")

    def of(self, kind, which):
        """The sections `kind` that belong to the finding or to the neighbour."""
        return [section for section in self.sections
                if section.heading in (kind, f"{kind} {which}")]

    def case(self, which):
        found = [section for section in self.sections if section.heading == which]
        if len(found) != 1:
            raise Wrong(f"has {len(found)} parts == {which}")
        previous = self.of("previous", which)
        if len(previous) > 1:
            raise Wrong("has more than one report of the year before")
        return found[0], previous, self.of("unit", which)


class Runner:
    def __init__(self, gouji):
        self.gouji = os.path.abspath(gouji)
        self.sarif = "sarif" in self.run(["check", "--help"])

    def run(self, arguments, folder=None):
        done = subprocess.run([self.gouji, *arguments], capture_output=True, cwd=folder)
        if done.returncode not in (0, 1):
            raise Wrong(done.stderr.decode("utf-8").strip() or f"status {done.returncode}")
        return done.stdout.decode("utf-8")

    def rules(self):
        """The program's catalogue: a line a rule, its id first; else as the sources have it."""
        try:
            lines = self.run(["rules"]).splitlines()
            ids = [line.split()[0] for line in lines if re.match(r"[A-Z0-9]+\.[A-Z0-9_]+\b", line)]
            if ids:
                return ids
        except Wrong:
            pass
        ids = []
        for path in sorted(glob.glob(os.path.join(HERE, "../../core/rules/*.cpp"))):
            ids += re.findall(r'\{\s*"([A-Z0-9]+\.[A-Z0-9_]+)"', read(path))
        return ids

    def answers(self, name, case, formats):
        """The answers to a case's report in several formats, the first as an object."""
        section, previous, units = case
        with tempfile.TemporaryDirectory() as folder:
            def put(file, part):
                with open(os.path.join(folder, file), "w", encoding="utf-8", newline="") as stream:
                    stream.write(part.report())
                return file
            arguments = []
            if previous:
                arguments += ["--previous", put("previous.txt", previous[0])]
            if units:
                arguments += ["--sum-of"]
                arguments += [put(f"unit{i}.txt", unit) for i, unit in enumerate(units, 1)]
                arguments += ["--"]
            arguments.append(put(name, section))
            return [self.run(["check", "--format", form, *arguments], folder) for form in formats]


def short(answer):
    """What a reader of a change wants to see of an answer."""
    passing = ("pass", "pass_blank_zero")
    out = {key: answer[key] for key in ("verdict", "form", "agency", "year", "published", "findings")}
    out["equations"] = [item for item in answer["equations"] if item["status"] not in passing]
    out["repairs"] = answer.get("repairs", [])
    return json.dumps(out, ensure_ascii=False, indent=1) + "\n"


def indented(sarif):
    """The program writes it on one line, in which no reader sees what has changed."""
    return json.dumps(json.loads(sarif), ensure_ascii=False, indent=1) + "\n"


def told(findings):
    return "; ".join(f"{item['severity']} {item['rule']}: {item['message'][:90]}"
                     for item in findings)


class Checker:
    def __init__(self, runner, catalogue, update):
        self.runner, self.catalogue, self.update = runner, catalogue, update

    def formats(self):
        return ["json", "text"] + (["sarif"] if self.runner.sarif else [])

    def findings(self, fixture, which):
        case = fixture.case(which)
        outs = self.runner.answers(fixture.rule + ".txt", case, self.formats())
        answer = json.loads(outs[0])
        allowed = case[0].allowed
        wanted = {fixture.rule} if which == "finding" else set()
        rules = {item["rule"] for item in answer["findings"]}
        lines = []
        if wanted - rules:
            lines.append(f"{which}: no finding")
        others = [item for item in answer["findings"] if item["rule"] not in wanted | allowed]
        if others:
            lines.append(f"{which}: nobody expects {told(others)}")
        if allowed - rules:
            lines.append(f"{which}: allowed, but has no finding: {' '.join(sorted(allowed - rules))}")
        lines += [f"{which}: not in the catalogue: {rule}" for rule in sorted(rules - self.catalogue)]
        return lines, [short(answer), outs[1], *(indented(out) for out in outs[2:])]

    def golden(self, rule, outs):
        lines = []
        for end, out in zip(("json", "txt", "sarif"), outs):
            path = os.path.join(GOLDEN, f"{rule}.{end}")
            if self.update:
                os.makedirs(GOLDEN, exist_ok=True)
                with open(path, "w", encoding="utf-8", newline="") as stream:
                    stream.write(out)
            elif not os.path.exists(path):
                lines.append(f"no golden/{rule}.{end}; bash tests/rules/update.sh {rule}")
            elif read(path) != out:
                lines.append(f"differs from golden/{rule}.{end}; bash tests/rules/update.sh {rule}")
        return lines

    def rule(self, rule):
        """What is wrong with a rule's fixture, by part."""
        path = os.path.join(HERE, rule + ".txt")
        if not os.path.exists(path):
            return {"fixture": ["has no fixture"]}
        wrong = {"finding": [], "neighbour": [], "golden": []}
        try:
            fixture = Fixture(path)
            if rule not in self.catalogue:
                wrong["finding"].append("is no rule of the catalogue")
            wrong["finding"], outs = self.findings(fixture, "finding")
            wrong["neighbour"], _ = self.findings(fixture, "neighbour")
            if not self.update or not wrong["finding"]:
                wrong["golden"] = self.golden(rule, outs)
        except Wrong as problem:
            wrong["fixture"] = [str(problem)]
        return wrong

    def base(self, name):
        section = Section("base", name)
        try:
            outs = self.runner.answers(name + ".txt", (section, [], []), ["json"])
        except Wrong as problem:
            return {"base": [str(problem)]}
        findings = json.loads(outs[0])["findings"]
        return {"base": [told(findings)] if findings else []}


def main():
    arguments = sys.argv[1:]
    update = "--update" in arguments
    arguments = [argument for argument in arguments if argument != "--update"]
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    runner = Runner(arguments[0])
    catalogue = set(runner.rules())
    due = [line.split()[0] for line in read(os.path.join(HERE, "catalogue.txt")).splitlines()
           if line.strip() and not line.startswith("#")]
    fixtures = {os.path.splitext(os.path.basename(path))[0]
                for path in glob.glob(os.path.join(HERE, "*.txt"))} - {"catalogue"}
    checker = Checker(runner, catalogue, update)
    results = []
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        if arguments[1:]:
            rules = arguments[1:]
        else:
            rules = sorted(fixtures | catalogue | set(due))
            bases = sorted(os.path.splitext(name)[0] for name in os.listdir(BASES))
            results += zip(bases, pool.map(checker.base, bases))
            results += [(rule, {"catalogue": ["there is no such rule yet"]})
                        for rule in due if rule not in catalogue]
        results += zip(rules, pool.map(checker.rule, rules))
    if not runner.sarif:
        print("note: the program has no --format sarif; golden/*.sarif are not compared")
    passed = failed = 0
    for name, wrong in results:
        for lines in wrong.values():
            passed += not lines
            failed += bool(lines)
            for line in lines:
                print(f"{name}: {line}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
