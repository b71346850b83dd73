#!/usr/bin/env python3
"""Compares our check characters with those of python-stdnum, number by number.

Run by a developer after `make npm`; no other test needs it.

    pip install python-stdnum==2.2 && python3 tests/oracle/numbers.py [COUNT]

Half of the numbers are made to hold, half have random last characters. What is
compared is whether the check character holds; regions and dates are not asked of
the oracle (its table of regions has no warnings). It does not have GB 11714.
"""

import random
import subprocess
import sys
import pathlib

from stdnum import luhn
from stdnum.cn import uscc
from stdnum.iso7064 import mod_11_2, mod_11_10

ROOT = pathlib.Path(__file__).parent.parent.parent
COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
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


def digits(count):
    return "".join(rng.choice("0123456789") for _ in range(count))


def resident_id():
    text = f"{rng.choice(('110105', '350100', '440305', '512501'))}{rng.randint(1950, 2020)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{digits(3)}"
    return text, mod_11_2.calc_check_digit(text), "0123456789X"


def credit_code():
    text = rng.choice(("91", "92", "12", "51")) + "440300" + "".join(rng.choice(CREDIT) for _ in range(9))
    return text, uscc.calc_check_digit(text), CREDIT


def registration_number():
    text = "110108" + digits(8)
    return text, mod_11_10.calc_check_digit(text), "0123456789"


def bank_card():
    text = "62" + digits(16)
    return text, luhn.calc_check_digit(text), "0123456789"


KINDS = {
    "resident-id": resident_id,
    "credit-code": credit_code,
    "registration-number": registration_number,
    "bank-card": bank_card,
}


def main():
    lines, expected = [], []
    for kind, make in KINDS.items():
        for i in range(COUNT):
            text, check, alphabet = make()
            last = check if i % 2 else rng.choice(alphabet)
            lines.append(f"{kind} {text}{last}")
            expected.append("holds" if last == check else "fails")
    run = subprocess.run(
        ["node", "--input-type=module", "-e", NODE], cwd=ROOT, text=True, capture_output=True, check=True,
        input="\n".join(lines) + "\n",
    )
    found = run.stdout.split("\n")[:-1]
    differences = [(line.split(" ")[0], f, e) for line, f, e in zip(lines, found, expected, strict=True) if f != e]
    for kind in KINDS:
        wrong = [pair for k, *pair in differences if k == kind]
        print(f"{kind}: {COUNT} compared, {len(wrong)} differ {wrong[:3] if wrong else ''}")
    sys.exit(bool(differences))


main()
