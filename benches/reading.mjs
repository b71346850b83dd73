#!/usr/bin/env node
// Reading a photo of a card and of a licence in one headless Chromium: ours against tesseract.js with its data for
// simplified Chinese, and against the same networks as they were published in onnxruntime-web.
//
//   node benches/reading.mjs [--rounds 5] [--json FILE]
//
// The contenders take turns on each photo, each in a page of its own with nothing cached: the first read of a page is
// cold, the second warm. Read the ratios. Fails where ours takes more memory or blocks the page longer than is promised,
// or reads a number wrong; never for being slow.

import { readFile, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "../tools/chromium.mjs";
import { serve } from "./browser/serve.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const HERE = join(ROOT, "benches/reading");
const PACKAGES = join(HERE, "node_modules");
const CACHE = process.env.RENZHENG_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "renzheng");
const PHOTOS = [["p0096.jpg", "id-front"], ["p0018.jpg", "licence"]];
/** What takes most memory: 12 megapixels, and a licence that is looked at again as a whole picture since it cannot be read. */
const LARGEST = [["p0125.jpg", "licence"], ["p0065.jpg", "licence"], ["p0104.jpg", "licence"]];
const CONTENDERS = ["renzheng", "onnxruntime", "tesseract"];
const OURS = CONTENDERS[0];
/** What is promised of ours. */
const MOST_MEMORY = 120 * 2 ** 20;
const MOST_BLOCK = 50;

const note = (line) => console.error(`bench: ${line}`);
const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);
const median = (list) => {
  const order = [...list].sort((a, b) => a - b);
  return (order[(order.length - 1) >> 1] + order[order.length >> 1]) / 2;
};

/** What a page downloads: each file once, as a static host serves it. */
function compressed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return Math.min(bytes.length, brotliCompressSync(bytes, { params }).length);
}

/** Lines that must be on the document, without spaces and marks. */
function truthOf(name) {
  const { files } = JSON.parse(readFileSync(join(ROOT, "tests/data/photos/manifest.json"), "utf8"));
  const { fields } = files.find(({ path }) => path === name);
  return fields.filter(({ mandatory, text }) => mandatory && 1 < text.length).map(({ text, name }) => ({ text: plain(text), isNumber: /^(id_number|uscc)$/.test(name) }));
}
const plain = (text) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
/** Days come back in another form from ours: their digits count. */
const digits = (text) => text.replaceAll(/\D/g, "").replaceAll(/(?<=^|\D)0+/g, "");

function isRead({ text }, lines) {
  const all = plain(lines.join(""));
  const isDay = /\d年/.test(text) || /^\d{1,4}$/.test(text);
  return all.includes(text) || (isDay && lines.some((line) => digits(line).includes(digits(text))));
}

async function main() {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" }, json: { type: "string" } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`not a number of rounds: ${values.rounds}`);

  const asked = new Map();
  const prelude = await readFile(join(HERE, "memory.js"));
  const isWorker = (file) => /(worker|worker\.min|ort-worker)\.m?js$/.test(basename(file));
  const change = (file, body) => {
    asked.set(file, body);
    return isWorker(file) ? Buffer.concat([prelude, body]) : body;
  };
  const headers = { "Cache-Control": "no-store" };
  const server = await serve([
    { at: "/pkg/", dir: join(ROOT, "npm/pkg"), headers, change },
    { at: "/tesseract/", dir: join(PACKAGES, "tesseract.js/dist"), headers, change },
    { at: "/core/", dir: join(PACKAGES, "tesseract.js-core"), headers, change },
    { at: "/data/", dir: join(PACKAGES, "@tesseract.js-data/chi_sim"), headers, change },
    { at: "/ort/", dir: join(PACKAGES, "onnxruntime-web/dist"), headers, change },
    { at: "/model/", dir: join(CACHE, "model-ppocrv6-tiny"), headers, change },
    { at: "/photos/", dir: join(ROOT, "tests/data/photos"), headers },
    { at: "/", dir: HERE, headers, change },
  ]);
  const browser = await launch();
  const runs = [];
  const downloads = {};

  async function open(name) {
    const page = await (await browser.newContext()).newPage();
    page.on("pageerror", (error) => note(`page: ${error.message}`));
    await page.goto(`${server.origin}/page.html`);
    await page.waitForFunction(() => globalThis.bench);
    await page.evaluate((name) => bench.get(name), name);
    return page;
  }

  /** Of all workers of a page: the sizes are the peaks, since memories never shrink. */
  async function memoryOf(page) {
    const sizes = {};
    for (const worker of page.workers()) sizes[basename(worker.url())] = await worker.evaluate(() => globalThis.wasmBytes());
    return sizes;
  }

  async function one(round, id, name, kind, corners) {
    const page = await open(name);
    asked.clear();
    try {
      const [cold, warm] = [await page.evaluate((given) => bench.run(...given), [id, name, kind, corners]), await page.evaluate((given) => bench.run(...given), [id, name, kind, corners])];
      const memory = await memoryOf(page);
      downloads[id] ??= new Map([...asked].filter(([file]) => !/page\.(html|mjs)$|reading\/ort-worker/.test(file)));
      runs.push({ round, id, name, kind, cold, warm, memory });
    } finally {
      await page.context().close();
    }
  }

  try {
    const corners = {};
    for (const [name, kind] of PHOTOS) {
      const page = await open(name);
      corners[name] = await page.evaluate((given) => bench.corners(...given), [name, kind]);
      await page.context().close();
    }
    for (let round = 0; round < rounds; round += 1) {
      note(`round ${round + 1} of ${rounds}`);
      for (const [index, [name, kind]] of PHOTOS.entries()) {
        for (const id of rotated(CONTENDERS, round + index)) await one(round, id, name, kind, corners[name]);
      }
    }
    note("memory");
    const memory = {};
    for (const [name, kind] of LARGEST) {
      const page = await open(name);
      await page.evaluate((given) => bench.run(...given), [OURS, name, kind]);
      memory[name] = await memoryOf(page);
      await page.context().close();
    }
    note("compressing what was downloaded");
    const bytes = Object.fromEntries(Object.entries(downloads).map(([id, files]) => [id, [...files.values()].reduce((sum, body) => sum + compressed(body), 0)]));
    const result = { date: new Date().toISOString().slice(0, 10), rounds, versions: { chromium: browser.version(), ...(await versions()) }, bytes, memory, documents: PHOTOS.map((photo) => summed(runs, ...photo)) };
    print(result);
    if (values.json) await writeFile(values.json, `${JSON.stringify(withoutTimes(result), null, 1)}\n`);
    for (const line of broken(result)) {
      console.error(`renzheng: ${line}`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function versions() {
  const { devDependencies } = JSON.parse(await readFile(join(HERE, "package.json"), "utf8"));
  return devDependencies;
}

/** All of one document: times, and ratios of the same round. */
function summed(runs, name, kind) {
  const truth = truthOf(name);
  const of = (id) => runs.filter((run) => run.id === id && run.name === name);
  const contenders = CONTENDERS.map((id) => {
    const all = of(id);
    const laps = (when) => Object.fromEntries(Object.keys(all[0][when].laps).map((lap) => [lap, median(all.map((run) => run[when].laps[lap]))]));
    const ratio = (when) => median(all.map((run) => of(OURS).find(({ round }) => round === run.round)[when].ms / run[when].ms));
    const { lines } = all[0].warm;
    return {
      id,
      ms: { cold: median(all.map(({ cold }) => cold.ms)), warm: median(all.map(({ warm }) => warm.ms)) },
      laps: { cold: laps("cold"), warm: laps("warm") },
      // Of our time to theirs.
      ratio: { cold: ratio("cold"), warm: ratio("warm") },
      lines: `${truth.filter((line) => isRead(line, lines)).length}/${truth.length}`,
      isNumberRead: truth.filter(({ isNumber }) => isNumber).every((line) => isRead(line, lines)),
      memory: Object.fromEntries(Object.keys(all[0].memory).map((worker) => [worker, Math.max(...all.map(({ memory }) => memory[worker] ?? 0))])),
      // The best of the rounds: another process of this machine can only add to it.
      block: { silence: Math.min(...all.map(({ cold, warm }) => Math.max(cold.silence, warm.silence))), task: Math.min(...all.map(({ cold, warm }) => Math.max(cold.task, warm.task))) },
    };
  });
  return { name, kind, contenders };
}

/** What another machine would measure too. */
function withoutTimes({ documents, ...rest }) {
  const round = (value) => Math.round(value * 100) / 100;
  const strip = ({ id, ms, laps, ratio, ...others }) => ({
    id, ...others, block: undefined, ratio: { cold: round(ratio.cold), warm: round(ratio.warm) },
    shares: Object.fromEntries(["cold", "warm"].map((when) => [when, Object.fromEntries(Object.entries(laps[when]).map(([lap, time]) => [lap, round(time / ms[when])]))])),
  });
  return { ...rest, documents: documents.map(({ contenders, ...others }) => ({ ...others, contenders: contenders.map(strip) })) };
}

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

const sizes = (memory) => Object.entries(memory).map(([worker, size]) => `${worker} ${megabytes(size)}`).join(", ");

function print({ rounds, versions, bytes, memory, documents }) {
  for (const { name, kind, contenders } of documents) {
    console.log(`\n${kind} (${name})`);
    for (const { id, ms, laps, ratio, lines, memory, block } of contenders) {
      const steps = (when) => Object.entries(laps[when]).map(([lap, time]) => `${lap} ${time.toFixed(0)}`).join(", ");
      console.log(`  ${id}: cold ${ms.cold.toFixed(0)} ms (${steps("cold")}), warm ${ms.warm.toFixed(0)} ms (${steps("warm")})`);
      if (id !== OURS) console.log(`    ours takes ${ratio.cold.toFixed(2)} of its time cold, ${ratio.warm.toFixed(2)} warm`);
      console.log(`    lines read ${lines}; wasm memory ${sizes(memory)}; longest silence of the page ${block.silence.toFixed(0)} ms, longest task ${block.task.toFixed(0)} ms`);
    }
  }
  console.log("");
  for (const [name, size] of Object.entries(memory)) console.log(`wasm memory of ours for ${name}: ${sizes(size)}`);
  console.log(`\nDownloaded, as Brotli: ${Object.entries(bytes).map(([id, size]) => `${id} ${size.toLocaleString("en-US")}`).join(", ")} bytes`);
  console.log(`Medians of ${rounds} rounds; ratios of the same round. Silence and task: of the best round. onnxruntime is told where the document is.`);
  console.log(Object.entries(versions).map((pair) => pair.join(" ")).join(", "));
}

function broken({ memory, documents }) {
  const ours = documents.map(({ kind, contenders }) => ({ kind, ...contenders.find(({ id }) => id === OURS) }));
  const taken = [...Object.entries(memory), ...ours.map(({ kind, memory }) => [kind, memory])].map(([what, of]) => [what, of["reader-worker.js"]]);
  const large = taken.filter(([, size]) => MOST_MEMORY < size).map(([what, size]) => `${what}: the reader's memory is ${megabytes(size)}, more than ${megabytes(MOST_MEMORY)}`);
  return large.concat(ours.flatMap(({ kind, block, isNumberRead }) => {
    return [
      ...(block.task <= MOST_BLOCK ? [] : [`${kind}: the page's thread was blocked for ${block.task.toFixed(0)} ms`]),
      ...(isNumberRead ? [] : [`${kind}: the number was not read right`]),
    ];
  }));
}

await main().catch((error) => {
  console.error(`renzheng: ${error.stack}`);
  process.exitCode = 1;
});
