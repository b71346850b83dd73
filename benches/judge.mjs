#!/usr/bin/env node
// What judging a photo of 12 and of 48 megapixels costs, decoding included, as a multiple of
// decoding alone, in the wasm of the package; and how much memory it takes. Fails where it is
// more than is promised.
//
//   tools/build-npm.sh && tools/build-npm.sh bench
//   cargo run --example large_photos target/large-photos
//   node benches/judge.mjs [folder=target/large-photos] [rounds=15]
//
// Both are run in turns and measured by the processor's time, so that a busy machine slows both;
// each turn gives one ratio.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder = "target/large-photos", given = "15"] = process.argv.slice(2);
const rounds = Number(given);
/** What is promised: the median over all photos of 12 megapixels, and MB of memory. */
const MOST_TIMES = 1.5;
const MOST_MEMORY = { 12: 150, 48: 400 };

/** A new instance of the package, with its memory: it never shrinks, so it tells the peak. */
let instances = 0;
async function instance(path, name) {
  const core = await import(`${pathToFileURL(join(path, `${name}.js`))}?${instances++}`);
  const wasm = await core.default({ module_or_path: await readFile(join(path, `${name}_bg.wasm`)) });
  return { ...core, megabytes: () => wasm.memory.buffer.byteLength / 2 ** 20 };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
/** Milliseconds of the processor. */
const timed = (work) => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
};
/** Turns before times count: the engine compiles anew what runs often. */
const WARM_UP = 4;

const names = (await readdir(folder)).filter((name) => name.endsWith(".jpg")).sort();
if (names.length === 0) throw new Error(`no photos in ${folder}`);
const shipped = await instance("npm/pkg", "renzheng_core");
const bench = await instance("target/bench", "renzheng_bench");
const worst = { 12: 0, 48: 0 };
const ratios = { 12: [], 48: [] };
console.log(`${"photo".padEnd(28)} decoding    judging      times  memory`);
for (const name of names) {
  const bytes = new Uint8Array(await readFile(join(folder, name)));
  const [, megapixels, kind] = name.match(/^(\d+)-[^.]+\.([^.]+)\.jpg$/);
  const fresh = await instance("npm/pkg", "renzheng_core");
  fresh.checkPhoto(bytes, { kind });
  worst[megapixels] = Math.max(worst[megapixels], fresh.megabytes());

  const turns = megapixels === "12" ? rounds : Math.ceil(rounds / 3);
  const [decoding, judging, times] = [[], [], []];
  for (let turn = -WARM_UP; turn < turns; turn++) {
    const alone = timed(() => bench.decodePhoto(bytes));
    const whole = timed(() => shipped.checkPhoto(bytes, { kind }));
    if (turn < 0) continue;
    decoding.push(alone);
    judging.push(whole);
    times.push(whole / alone);
  }
  ratios[megapixels].push(median(times));
  const columns = [median(decoding), median(judging)].map((ms) => `${ms.toFixed(0).padStart(5)} ms`);
  console.log(
    `${name.padEnd(28)} ${columns.join("   ")}  ${median(times).toFixed(2).padStart(9)}  ${fresh.megabytes().toFixed(0).padStart(3)} MB`,
  );
}
for (const megapixels of [12, 48]) {
  const all = ratios[megapixels];
  if (all.length === 0) continue;
  console.log(
    `${megapixels} megapixels: ${median(all).toFixed(2)} times in the median, at most ${Math.max(...all).toFixed(2)}; ` +
      `at most ${worst[megapixels].toFixed(0)} MB`,
  );
  if (MOST_MEMORY[megapixels] < worst[megapixels]) process.exitCode = 1;
}
if (MOST_TIMES < median(ratios[12])) process.exitCode = 1;
if (process.exitCode) console.error(`renzheng: promised are ${MOST_TIMES} times, ${Object.values(MOST_MEMORY).join(" and ")} MB`);
