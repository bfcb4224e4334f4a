#!/usr/bin/env python3
"""type_names.py FOLDER...: two types of one name in one namespace are one type to the linker.

A header's type and another that a source file defines outside an anonymous namespace may differ and
still link: the program then runs the wrong one's code. No compiler says so. Sources must be
formatted, so that what stands in a namespace begins its line."""
import pathlib
import re
import sys

OPENS = re.compile(r"^(?:inline )?namespace ?([\w:]*) \{")
CLOSES = re.compile(r"^\}  // namespace")
DEFINES = re.compile(r"^(?:template .*>\s*)?(?:class|struct|enum class|enum|union) (?:\[\[.*\]\] )?(\w+)(?!\w|::)[^;()]*\{")


def types(path):
    """The types that a file defines, but for those of anonymous namespaces."""
    inside = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if opens := OPENS.match(line):
            inside.append(opens[1])
        elif CLOSES.match(line) and inside:
            inside.pop()
        elif (defines := DEFINES.match(line)) and all(inside):
            yield "::".join([*inside, defines[1]])


def main(folders):
    where = {}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix in (".cpp", ".h"):
                for name in types(path):
                    where.setdefault(name, []).append(str(path))
    twice = {name: paths for name, paths in where.items() if len(paths) > 1}
    for name, paths in sorted(twice.items()):
        print(f"{name} is defined in {' and in '.join(paths)}")
    if not where:
        print("no type was found")
    return 1 if twice or not where else 0


sys.exit(main(sys.argv[1:]))
