// @vitest-environment jsdom
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "./check.js";

test("a photo is checked in jsdom", async () => {
  expect(typeof document).toBe("object");
  writeFileSync("out.json", JSON.stringify(await check(process.env.PHOTO, new Uint8Array(readFileSync(process.env.PHOTO)))));
}, 60_000);
