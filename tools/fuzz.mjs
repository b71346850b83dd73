#!/usr/bin/env node
// Runs the targets of fuzz/ that `cargo fuzz build` has built, keeps the few small inputs that cover the most,
// and writes what came of it into fuzz/results.json and into docs/robustness.md. What was found fails it.
//
//   node tools/fuzz.mjs run [target…]      with SECONDS=1800 for each
//   node tools/fuzz.mjs keep [target…]     only chooses what is kept, of what was invented so far
//   node tools/fuzz.mjs write              only writes the page

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { seeds } from "./fuzz-seeds.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const FUZZ = join(ROOT, "fuzz");
const RESULTS = join(FUZZ, "results.json");
const PAGE = join(ROOT, "docs/robustness.md");
const [BEGIN, END] = ["<!-- fuzzing: made by tools/fuzz.mjs -->", "<!-- end of fuzzing -->"];

const SECONDS = Number(process.env.SECONDS || 1800);
// Of one target in the repository: bytes, files, and the bytes of one. Each file costs as if it had some more bytes.
const MOST_KEPT = 64_000;
const MOST_FILES = 100;
const FILE_BYTES = 200;
const MOST_INPUT = 6_000;

// The longest input, the slowest one in seconds on a machine that does other things as well, and the words that are tried.
const photo = { length: 48_000, timeout: 60, words: "photo" };
const text = (words, length) => ({ length, timeout: 20, words });
const TARGETS = {
  inspect: { ...photo, holds: "The type and the header of a photo: nothing is decoded, the memory is that of the file." },
  decode: { ...photo, holds: "The pixels: no more than the header has, within the memory of the profile's limits." },
  judge: { ...photo, holds: "The report: the same twice, in words, written and read; what it points at is in or by the picture." },
  fit: { ...photo, holds: "The photo that passes: within the limit, of the type it says, and what its own report says of it." },
  numbers: { ...text("text", 256), holds: "All kinds of numbers: what is accepted has a check character that holds, what is offered is accepted." },
  names: { ...text("text", 1024), holds: "Names and all fields of the form: positions lie in the text, what is read stays as it is when read again." },
  snapshot: { ...text("json", 24_000), holds: "Drafts: read, written and read again they are equal, and each has its pages." },
  provider: { ...text("json", 4096), holds: "A provider's configuration and answers: each call is one of the contract, and news are never refused." },
  wechat: { ...text("json", 4096), holds: "WeChat's answers, messages, states and error codes: steps are the same twice, and states are restored." },
};

const binary = (target) => {
  const folder = readdirSync(join(FUZZ, "target")).find((name) => existsSync(join(FUZZ, "target", name, "release", target)));
  if (!folder) throw new Error(`${target} is not built: cargo fuzz build --sanitizer none`);
  return join(FUZZ, "target", folder, "release", target);
};
const work = (target) => join(FUZZ, "target/inputs", target);
const kept = (target) => join(FUZZ, "corpus", target);
const found = (target) => join(FUZZ, "found", target);
const files = (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []);
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);
const results = () => (existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")) : {});

/** In one go: two runs may go on at a time, and neither may find half a file. */
function replace(path, content) {
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}

/** Adds to what is known of a target. Several runs may end at once: each waits for its turn. */
function record(target, change) {
  const turn = join(FUZZ, "target/results.turn");
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(turn);
      break;
    } catch (error) {
      if (100 < tries) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  try {
    const all = results();
    all[target] = change(all[target] ?? { runs: 0, seconds: 0, executions: 0, peakMegabytes: 0 });
    const sorted = Object.fromEntries(Object.keys(TARGETS).filter((name) => all[name]).map((name) => [name, all[name]]));
    replace(RESULTS, `${JSON.stringify(sorted, null, 2)}\n`);
  } finally {
    rmdirSync(turn);
  }
}

/** The inputs to begin with: what is kept, what was found before, and what the tests have. */
function begin(target) {
  mkdirSync(work(target), { recursive: true });
  for (const folder of [kept(target), found(target)]) {
    for (const name of files(folder)) cpSync(join(folder, name), join(work(target), name));
  }
  for (const bytes of seeds(target, ROOT)) {
    if (bytes.length <= TARGETS[target].length) writeFileSync(join(work(target), digest(bytes)), bytes);
  }
}

const options = (target) => {
  const { length, timeout, words } = TARGETS[target];
  const artifacts = join(FUZZ, "artifacts", target);
  mkdirSync(artifacts, { recursive: true });
  return [`-max_len=${length}`, `-timeout=${timeout}`, "-rss_limit_mb=1024", `-artifact_prefix=${artifacts}/`, `-dict=${join(FUZZ, "dictionaries", `${words}.dict`)}`];
};

const number = (log, pattern) => Number([...log.matchAll(pattern)].at(-1)?.[1] ?? 0);

async function run(target) {
  begin(target);
  const before = new Set(files(join(FUZZ, "artifacts", target)));
  const child = spawn(binary(target), [...options(target), `-max_total_time=${SECONDS}`, "-print_final_stats=1", work(target)]);
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (log += data));
  const started = Date.now();
  // Other programs may leave it little of the processor: what it had is told beside the seconds.
  let ticks = 0;
  const clock = setInterval(() => {
    try {
      ticks = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(" ").slice(13, 15).reduce((sum, time) => sum + Number(time), 0);
    } catch {
      // Not on this system, or over.
    }
  }, 500);
  const code = await new Promise((done) => child.on("exit", done));
  clearInterval(clock);
  writeFileSync(join(FUZZ, "target", `${target}.log`), log);
  const seconds = Math.round((Date.now() - started) / 1000);
  record(target, (known) => ({
    ...known,
    runs: known.runs + 1,
    seconds: known.seconds + seconds,
    processorSeconds: (known.processorSeconds ?? 0) + Math.round(ticks / 100),
    executions: known.executions + Math.max(number(log, /stat::number_of_executed_units:\s*(\d+)/g), number(log, /^#(\d+)\s/gm)),
    peakMegabytes: Math.max(known.peakMegabytes, number(log, /stat::peak_rss_mb:\s*(\d+)/g), number(log, /rss: (\d+)Mb/g)),
    edges: Math.max(known.edges ?? 0, number(log, /cov: (\d+)/g)),
    features: Math.max(known.features ?? 0, number(log, /ft: (\d+)/g)),
  }));
  const news = files(join(FUZZ, "artifacts", target)).filter((name) => !before.has(name));
  const summary = log.trim().split("\n").filter((line) => /panicked|ERROR|^[^#\s].*:\d+:\d+/.test(line)).slice(0, 3);
  if (code !== 0) console.error(`${target}: found ${news.join(" ") || `exit ${code}`} after ${seconds} s\n${summary.join("\n")}`);
  else console.log(`${target}: nothing found in ${seconds} s`);
  return code === 0;
}

/** The features of each input, as libFuzzer writes them down when it merges. */
function features(target, folder) {
  const [merged, control] = [mkdtempSync(join(FUZZ, "target", `${target}-merged-`)), join(FUZZ, "target", `${target}.control`)];
  rmSync(control, { force: true });
  const settings = [...options(target), "-set_cover_merge=1", `-merge_control_file=${control}`];
  const { status, stderr } = spawnSync(binary(target), [...settings, merged, folder], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${target} cannot be minimised:\n${stderr.slice(-2000)}`);
  const lines = readFileSync(control, "utf8").split("\n");
  const names = lines.slice(2, 2 + Number(lines[0]));
  for (const path of [merged, control]) rmSync(path, { recursive: true });
  return lines.filter((line) => line.startsWith("FT ")).map((line) => {
    const [, i, ...seen] = line.trim().split(" ").map(Number);
    return { path: names[i], bytes: statSync(names[i]).size, seen };
  });
}

/** Of the small inputs those that cover the most for their size, as far as there is room. */
function keep(target) {
  const small = mkdtempSync(join(FUZZ, "target", `${target}-small-`));
  for (const folder of [work(target), kept(target), found(target)]) {
    for (const name of files(folder)) if (statSync(join(folder, name)).size <= MOST_INPUT) cpSync(join(folder, name), join(small, name));
  }
  const inputs = features(target, small);
  const covered = new Set();
  const chosen = [];
  let room = MOST_KEPT;
  while (chosen.length < MOST_FILES) {
    let [best, most] = [undefined, 0];
    for (const input of inputs) {
      if (input.bytes === 0 || input.bytes > room) continue;
      input.seen = input.seen.filter((feature) => !covered.has(feature));
      const worth = input.seen.length / (input.bytes + FILE_BYTES);
      if (worth > most) [best, most] = [input, worth];
    }
    if (!best) break;
    for (const feature of best.seen) covered.add(feature);
    chosen.push(readFileSync(best.path));
    room -= best.bytes;
  }
  rmSync(small, { recursive: true });
  rmSync(kept(target), { recursive: true, force: true });
  mkdirSync(kept(target), { recursive: true });
  for (const bytes of chosen) writeFileSync(join(kept(target), digest(bytes)), bytes);
  const log = spawnSync(binary(target), [...options(target), "-runs=0", kept(target)], { encoding: "utf8", maxBuffer: 1 << 28 }).stderr;
  record(target, (known) => ({ ...known, keptEdges: number(log, /cov: (\d+)/g), keptFeatures: number(log, /ft: (\d+)/g) }));
}

/** What was found, and what was done about it. */
const findings = () => JSON.parse(readFileSync(join(FUZZ, "found.json"), "utf8"));

function write() {
  const all = results();
  const count = (value) => (value ?? 0).toLocaleString("en-US");
  const rows = Object.entries(TARGETS).filter(([target]) => all[target]).map(([target, { holds }]) => {
    const it = all[target];
    const sizes = files(kept(target)).map((name) => statSync(join(kept(target), name)).size);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    const number = findings().filter((finding) => finding.target === target).length;
    const cells = [`\`${target}\``, holds, count(it.executions), count(Math.round(it.executions / Math.max(it.processorSeconds || it.seconds, 1))), `${count(it.seconds)} / ${count(it.processorSeconds)}`,
      `${count(it.edges)} / ${count(it.features)}`, `${sizes.length} / ${count(bytes)} B`, `${count(it.keptEdges)} / ${count(it.keptFeatures)}`, `${it.peakMegabytes} MB`, number];
    return `| ${cells.join(" | ")} |`;
  });
  const list = findings().map(({ target, file, what, done }) => `- \`${target}\`, \`fuzz/found/${target}/${file}\`: ${what} ${done}`);
  const part = [BEGIN,
    "| target | what holds for any bytes | executions | a second of the processor | seconds / of the processor | edges / features | kept inputs | edges / features of those | peak memory | found |",
    "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|", ...rows, "", ...(list.length ? ["What was found, and what was done:", "", ...list] : ["Nothing was found."]), END].join("\n");
  const page = readFileSync(PAGE, "utf8");
  const [head, rest] = page.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (tail === undefined) throw new Error(`${basename(PAGE)} has no place for it: ${BEGIN} … ${END}`);
  replace(PAGE, head + part + tail);
}

const [command = "run", ...named] = process.argv.slice(2);
const targets = named.length ? named : Object.keys(TARGETS);
for (const target of targets) if (!TARGETS[target]) throw new Error(`no target ${target}`);
let isFine = true;
for (const target of targets) {
  if (command === "run") isFine = (await run(target)) && isFine;
  // What fails cannot be minimised with the others.
  if (command === "keep" || (command === "run" && isFine)) keep(target);
}
write();
process.exit(isFine ? 0 : 1);
