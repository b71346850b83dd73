// A test of a host that is a row of ran.json: it fails where it did not do what the row says, no more and no less.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const ROWS = JSON.parse(readFileSync(new URL("ran.json", import.meta.url), "utf8")).hosts;

/** `by` is the member of the rows that says what this test file does. */
export function hostsOf(by, options) {
  const seen = [];
  const host = (id, name, run) => {
    seen.push(id);
    test(name, options, async () => {
      const done = new Set();
      await run((...what) => what.forEach((one) => done.add(one)));
      assert.deepEqual([...done].sort(), [...(ROWS.find((row) => row.id === id)?.[by] ?? [])].sort(), `ran.json, ${id}, ${by}`);
    });
  };
  const end = () =>
    test("every row of ran.json is tested", () => assert.deepEqual(seen.sort(), ROWS.filter((row) => row[by]).map(({ id }) => id).sort()));
  return { host, end };
}
