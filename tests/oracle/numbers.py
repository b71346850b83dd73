#!/usr/bin/env python3
"""Compares our check characters with those of other implementations, number by number.

Run by a developer after `make npm`; no other test needs it. What it needs is installed
at pinned versions, without what it depends on, into a folder that is removed again.

    python3 tests/oracle/numbers.py [COUNT]

Half of the numbers of each kind are made to hold by the other implementation, half have
random last characters. What is compared is whether the check character holds; regions,
dates and lengths are not asked (the oracle's table of regions has no warnings).

Who is asked:
  python-stdnum 2.2 (LGPL, only run here): MOD 11-2 of the three numbers of people, credit
    codes, MOD 11,10 of registration numbers, Luhn of bank cards
  wbximy-common 0.0.2 (MIT): organization codes, GB 11714, letters included; registration
    numbers once more
Taxpayer numbers of 18 are credit codes or numbers of people, and asked as both. The other
lengths have no check character, and mobile numbers, passports, permits and addresses of
e-mail have none either: there is nothing to compare.

npm `gb-util` and `cn-validator` would have organization codes as well; not every mirror
of the registry has them, so they are not asked.
"""

import pathlib
import random
import subprocess
import sys
import tempfile
import venv

ROOT = pathlib.Path(__file__).parent.parent.parent
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
# The sha256 are those of the files on PyPI.
REQUIREMENTS = """\
python-stdnum==2.2 --hash=sha256:bdf98fd117a0ca152e4047aa8ad254bae63853d4e915ddd4e0effb33ba0e9260
wbximy-common==0.0.2 --hash=sha256:45ff1ba913b116a074bbfd471093a6bdebe3d66cffe66c810a077f2929343db7
"""
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
NODE = """
import { init, checkNumber } from "./npm/pkg/index.js";
import { createInterface } from "node:readline";
await init();
for await (const line of createInterface({ input: process.stdin })) {
  const [kind, text] = line.split(" ");
  const { findings } = checkNumber(kind, text, { today: "2026-11-24" });
  const codes = findings.map(({ code }) => code);
  const wrong = codes.find((code) => !["number.check-character", "number.known-exception", "number.region-unknown",
    "number.region-retired", "number.authority-unknown", "number.looks-like", "number.unusual"].includes(code));
  const fails = codes.some((code) => code === "number.check-character" || code === "number.known-exception");
  console.log(wrong ?? (fails ? "fails" : "holds"));
}
"""
rng = random.Random(2026)


def installed(folder):
    """Puts the packages on the path of this process."""
    venv.create(folder, with_pip=True)
    wanted = pathlib.Path(folder) / "requirements.txt"
    wanted.write_text(REQUIREMENTS)
    python = pathlib.Path(folder) / "bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", wanted], check=True)
    (site,) = pathlib.Path(folder).glob("lib/python*/site-packages")
    sys.path.insert(0, str(site))


def picked(alphabet, count):
    return "".join(rng.choice(alphabet) for _ in range(count))


def kinds():
    """Of each kind: how its first characters are made, whether the oracle takes it, its last characters."""
    from stdnum import luhn
    from stdnum.cn import uscc
    from stdnum.iso7064 import mod_11_2, mod_11_10
    from wbximy_common.gslib import org_code, reg_number

    def person(*starts):
        def make():
            born = f"{rng.randint(1950, 2020)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
            return f"{rng.choice(starts)}{born}{picked(DIGITS, 3)}"
        return make

    def credit():
        return rng.choice(("91", "92", "12", "51")) + "440300" + picked(CREDIT, 9)

    is_person = mod_11_2.is_valid

    # One in 31 numbers of people with a slip is a credit code by chance.
    def is_taxpayer(text):
        return uscc.is_valid(text) or is_person(text)

    resident = person("110105", "350100", "440305", "512501")
    last = DIGITS + "X"
    return [
        ("resident-id", "python-stdnum", resident, is_person, last),
        ("residence-permit", "python-stdnum", person("810000", "820000", "830000"), is_person, last),
        ("foreign-permanent-resident", "python-stdnum", person("911840", "932682", "944392"), is_person, last),
        ("credit-code", "python-stdnum", credit, uscc.is_valid, CREDIT),
        ("taxpayer-number", "python-stdnum", credit, uscc.is_valid, CREDIT),
        ("taxpayer-number", "python-stdnum", resident, is_taxpayer, last),
        ("organization-code", "wbximy-common", lambda: picked(LETTERS, 8), org_code.org_code_valid, last),
        ("registration-number", "python-stdnum", lambda: "110108" + picked(DIGITS, 8), mod_11_10.is_valid, DIGITS),
        ("registration-number", "wbximy-common", lambda: "110108" + picked(DIGITS, 8), reg_number.reg_number_valid, DIGITS),
        ("bank-card", "python-stdnum", lambda: "62" + picked(DIGITS, 16), luhn.is_valid, DIGITS),
    ]


def main():
    import logging
    logging.disable(logging.WARNING)  # One of them tells each number that does not hold.
    differ = 0
    for kind, oracle, make, holds, alphabet in kinds():
        lines, expected = [], []
        for i in range(COUNT):
            text = make()
            last = next(c for c in alphabet if holds(text + c)) if i % 2 else rng.choice(alphabet)
            lines.append(f"{kind} {text}{last}")
            expected.append("holds" if holds(text + last) else "fails")
        run = subprocess.run(
            ["node", "--input-type=module", "-e", NODE], cwd=ROOT, text=True, capture_output=True, check=True,
            input="\n".join(lines) + "\n",
        )
        found = run.stdout.split("\n")[:-1]
        # What differs is told without the number's last part.
        wrong = [(line[:-6], f, e) for line, f, e in zip(lines, found, expected, strict=True) if f != e]
        print(f"{kind} ({oracle}): {COUNT} compared, {len(wrong)} differ {wrong[:3] if wrong else ''}", flush=True)
        differ += len(wrong)
    sys.exit(bool(differ))


with tempfile.TemporaryDirectory() as temporary:
    installed(temporary)
    main()
