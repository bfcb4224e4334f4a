#!/usr/bin/env python3
"""Writes fold_table.inc: the traditional forms of every ideograph that the core's sources name.

Usage: fold_table.py > fold_table.inc   (needs ICU's uconv; Debian package icu-devtools)
"""
import pathlib
import re
import subprocess

core = pathlib.Path(__file__).resolve().parent.parent
named = set()
for source in sorted(core.rglob("*.cpp")):
    for literal in re.findall(r'u"([^"]*)"', source.read_text(encoding="utf-8")):
        named.update(c for c in literal if "\u4e00" <= c <= "\u9fff")

ideographs = [chr(c) for c in range(0x4E00, 0xA000)]
simplified = subprocess.run(
    ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Hant-Hans"],
    input="\n".join(ideographs), capture_output=True, text=True, check=True).stdout.split("\n")
pairs = [(t, s) for t, s in zip(ideographs, simplified) if t != s and len(s) == 1 and s in named]
print("// Made by fold_table.py from ICU's Hant-Hans transliterator. Sorted by the first column.")
for traditional, plain in pairs:
    print(f"{{0x{ord(traditional):04X}, 0x{ord(plain):04X}}},  // {traditional} {plain}")
