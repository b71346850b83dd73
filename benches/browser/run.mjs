#!/usr/bin/env node
// From a File to a JPEG that fits, in one headless Chromium: our worker against
// the platform's own codecs and against the package most people take.
//
//   node benches/browser/run.mjs [--rounds 5] [--photos DIR] [--dist DIR] [--json FILE]
//
// The contenders take turns on each photo, so that a machine that slows down
// slows all of them: read the ratios. Fails only when our own code does (it
// throws, or exceeds the limit), never for being slow.

import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../../tools/chromium.mjs";
import { HEADERS } from "../../tools/serve.mjs";
import { BASELINE, CONTENDERS } from "./contenders/list.mjs";
import { Memory } from "./memory.mjs";
import { failures, print, summarize } from "./report.mjs";
import { serve } from "./serve.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIC = join(ROOT, "node_modules/browser-image-compression");
/** Smaller photos hide what a phone's costs. */
const MIN_PIXELS = 10_000_000;
const MEMORY_ROUNDS = 3;

const note = (line) => console.error(`bench: ${line}`);
const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);
const versionOf = async (dir) => JSON.parse(await readFile(join(dir, "package.json"), "utf8")).version;

/** Where the built worker starts; Trunk writes a loader beside the glue when asked to. */
async function workerScript(dist) {
  const names = await readdir(dist).catch(() => []);
  const name =
    names.find((name) => /^photo-worker.*_loader\.js$/.test(name)) ??
    names.find((name) => /^photo-worker.*\.js$/.test(name));
  if (!name) throw new Error(`there is no photo-worker*.js in ${dist}; run \`make build\` first`);
  const module = /^\s*(import|export)\b/m.test(await readFile(join(dist, name), "utf8"));
  return { url: `/dist/${name}`, type: module ? "module" : "classic" };
}

/** A page with nothing in it but the photos; a process of its own, too. */
async function openPage(browser, origin, config, photos) {
  const page = await (await browser.newContext()).newPage();
  page.on("pageerror", (error) => note(`page: ${error.message}`));
  // What a worker that cannot start says is said here and nowhere else.
  page.on("console", (message) => message.type() === "error" && note(`page: ${message.text()}`));
  await page.goto(`${origin}/page.html`);
  await page.waitForFunction(() => globalThis.bench);
  await page.evaluate((config) => bench.setup(config), config);
  // Files on disk, as a person would choose them: reading them is part of the work.
  await page.locator("input").setInputFiles(photos);
  return page;
}

/** The photos to measure: large ones of the folder, and a drawn one full of detail. */
async function choosePhotos(browser, origin, config, dir, scratch) {
  const names = (await readdir(dir)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  const paths = names.map((name) => join(dir, name));
  const page = await openPage(browser, origin, config, paths);
  const detail = join(scratch, "drawn-detail.jpg");
  await writeFile(detail, Buffer.from(await page.evaluate(() => bench.drawDetail()), "base64"));
  await page.locator("input").setInputFiles([...paths, detail]);
  const all = await page.evaluate(() => bench.describe());
  await page.context().close();
  return all
    .map((photo, i) => ({ ...photo, path: [...paths, detail][i] }))
    .filter((photo) => MIN_PIXELS <= photo.width * photo.height);
}

/** Who failed on a photo will fail again, perhaps after minutes: it is not asked twice. */
const failedIn = (runs) => (id, photo) =>
  runs.some((run) => run.error && run.contender === id && run.photo === photo);

/** Time, block and bytes of every run; quality once per contender and photo. */
async function timeAll(page, photos, rounds) {
  const runs = [];
  const failed = failedIn(runs);
  // Round 0 is not counted: it starts the kept workers and lets the engine optimize.
  for (let round = 0; round <= rounds; round++) {
    note(round ? `round ${round} of ${rounds}` : "warming up");
    for (const [index, { name: photo }] of photos.entries()) {
      for (const { id } of rotated(CONTENDERS, round + index)) {
        if (failed(id, photo)) continue;
        const run = await page.evaluate(([id, index]) => bench.run(id, index), [id, index]);
        if (round || run.error) runs.push({ round, photo, contender: id, ...run });
      }
    }
  }
  note("comparing the pictures");
  const quality = [];
  for (const [index, { name: photo }] of photos.entries()) {
    for (const { id } of CONTENDERS) {
      const { value, error } = await page.evaluate(([id, index]) => bench.quality(id, index), [id, index]);
      quality.push({ photo, contender: id, ssim: value ?? null, error });
    }
  }
  return { runs, quality };
}

/** Each in a page of its own: what one leaves behind would hide what the next takes. */
async function memoryOfAll(browser, open, photos, failed) {
  const memory = await Memory.of(browser);
  if (!memory) return [];
  const peaks = [];
  for (let round = 1; round <= MEMORY_ROUNDS; round++) {
    note(`memory, round ${round} of ${MEMORY_ROUNDS}`);
    for (const [index, { name: photo }] of photos.entries()) {
      for (const { id, fresh } of rotated(CONTENDERS, round + index)) {
        // In a new page, it is the same as the contender that keeps its worker.
        if (fresh || failed(id, photo)) continue;
        const page = await open();
        const stop = await memory.start(page);
        const { error } = await page.evaluate(([id, index]) => bench.run(id, index), [id, index]);
        const mb = await stop();
        if (!error) peaks.push({ round, photo, contender: id, mb });
        await page.context().close();
      }
    }
  }
  return peaks;
}

async function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      photos: { type: "string", default: join(ROOT, "tests/data/photos") },
      dist: { type: "string", default: join(ROOT, "dist") },
      json: { type: "string" },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`not a number of rounds: ${values.rounds}`);
  const dist = resolve(values.dist);
  const config = { worker: await workerScript(dist), bicUrl: "/bic/browser-image-compression" };

  const scratch = await mkdtemp(join(tmpdir(), "renzheng-bench-"));
  const server = await serve([
    // Our worker under the product's own policy, and never from the cache: a
    // cold start is a first visit.
    { at: "/dist/", dir: dist, headers: { ...HEADERS, "Cache-Control": "no-store" } },
    { at: "/bic/", dir: join(BIC, "dist"), headers: { "Cache-Control": "max-age=3600" } },
    // No policy for the page itself: browser-image-compression needs blob workers.
    { at: "/", dir: join(ROOT, "benches/browser"), headers: { "Cache-Control": "no-cache" } },
  ]);
  const browser = await launch("--enable-precise-memory-info");
  try {
    const load = [loadavg()[0]];
    const photos = await choosePhotos(browser, server.origin, config, resolve(values.photos), scratch);
    const open = () => openPage(browser, server.origin, config, photos.map(({ path }) => path));
    const page = await open();
    const { runs, quality } = await timeAll(page, photos, rounds);
    await page.context().close();
    load.push(loadavg()[0]);
    const memory = await memoryOfAll(browser, open, photos, failedIn(runs));
    load.push(loadavg()[0]);

    const result = {
      date: new Date().toISOString(),
      rounds,
      load,
      cores: `${cpus().length} × ${cpus()[0]?.model}`,
      worker: { ...config.worker, built: (await stat(join(dist, config.worker.url.slice(6)))).mtime },
      versions: {
        chromium: browser.version(),
        "browser-image-compression": await versionOf(BIC),
        "playwright-core": await versionOf(join(ROOT, "node_modules/playwright-core")),
        node: process.versions.node,
      },
      baseline: BASELINE,
      photos: photos.map(({ path, ...photo }) => photo),
      runs, quality, memory,
    };
    result.summary = summarize(result);
    print(result);
    if (values.json) await writeFile(values.json, `${JSON.stringify(result, null, 1)}\n`);
    for (const line of failures(result)) {
      console.error(`renzheng: ${line}`);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

await main().catch((error) => {
  console.error(`renzheng: ${error.message}`);
  process.exitCode = 1;
});
