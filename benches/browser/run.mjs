#!/usr/bin/env node
// From a File to a JPEG that fits, in one headless Chromium: our worker against
// the platform's own codecs and against the packages that most people take.
//
//   cargo run --example large_photos target/large-photos
//   node benches/browser/run.mjs [--rounds 5] [--only ID,ID] [--dist DIR] [--json FILE] [--page FILE]
//
// The contenders take turns on each photo, so that a machine that slows down
// slows all of them: read the ratios. Fails only when our own code does (it
// throws, or exceeds the limit), never for being slow.

import { access, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launch } from "../../tools/chromium.mjs";
import { HEADERS } from "../../tools/serve.mjs";
import { writeSection } from "../section.mjs";
import { BASELINE, CONTENDERS as ALL } from "./contenders/list.mjs";
import { Memory } from "./memory.mjs";
import { photosSection } from "./page_section.mjs";
import { failures, print, summarize } from "./report.mjs";
import { serve } from "./serve.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIC = join(ROOT, "node_modules/browser-image-compression");
const PEERS = join(ROOT, "benches/browser/node_modules");
const PHOTOS = join(ROOT, "tests/data/photos");
/** Made by examples/large_photos.rs out of a photo of 12 megapixels: each pixel four times. */
const LARGE = join(ROOT, "target/large-photos/48-p0000.id-front.jpg");
const MEMORY_ROUNDS = 2;

const note = (line) => console.error(`bench: ${line}`);
const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);
const versionOf = async (dir) => JSON.parse(await readFile(join(dir, "package.json"), "utf8")).version;

const versionsOf = async (dir, names) =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await versionOf(join(dir, name))])));

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

/** Where there is writing on a labelled photo, seen upright: left, top, right and bottom. */
async function writingOf(name, times = 1) {
  const { files } = JSON.parse(await readFile(join(PHOTOS, "manifest.json"), "utf8"));
  const { fields } = files.find(({ path }) => path === name);
  return fields.map(({ polygon }) => {
    const [xs, ys] = [0, 1].map((axis) => polygon.map((point) => Math.round(times * point[axis])));
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
}

/** The photos to measure: three of 12 megapixels, one of 48, one of 2, and a screenshot. */
async function choosePhotos(browser, origin, config, scratch) {
  await access(LARGE).catch(() => {
    throw new Error(`there is no ${LARGE}; run \`cargo run --example large_photos target/large-photos\` first`);
  });
  const card = join(PHOTOS, "p0000.jpg");
  const page = await openPage(browser, origin, config, [card]);
  const drawn = async (name, text) => {
    const path = join(scratch, name);
    await writeFile(path, Buffer.from(text, "base64"));
    return path;
  };
  const chosen = [
    { group: "12 MP", path: await drawn("detail.jpg", await page.evaluate(() => bench.drawDetail())) },
    { group: "12 MP", path: card, boxes: await writingOf("p0000.jpg") },
    { group: "12 MP", path: join(PHOTOS, "p0125.jpg"), boxes: await writingOf("p0125.jpg") },
    { group: "48 MP", path: LARGE, boxes: await writingOf("p0000.jpg", 2) },
    { group: "2 MP", path: await drawn("small.jpg", await page.evaluate(() => bench.drawSmall(0))) },
    { group: "PNG", path: await drawn("screenshot.png", await page.evaluate(() => bench.drawScreenshot())) },
  ];
  await page.locator("input").setInputFiles(chosen.map(({ path }) => path));
  const described = await page.evaluate(() => bench.describe());
  await page.context().close();
  return chosen.map((photo, i) => ({ ...photo, ...described[i] }));
}

/** Who failed on a photo will fail again, perhaps after minutes: it is not asked twice. */
const failedIn = (runs) => (id, photo) =>
  runs.some((run) => run.error && run.contender === id && run.photo === photo);

/** Time, block and bytes of every run; quality once per contender and photo. */
async function timeAll(page, contenders, photos, rounds, processor) {
  const runs = [];
  const failed = failedIn(runs);
  // Round 0 is not counted: it starts the kept workers and lets the engine optimize.
  for (let round = 0; round <= rounds; round++) {
    note(round ? `round ${round} of ${rounds}` : "warming up");
    for (const [index, { name: photo }] of photos.entries()) {
      for (const { id } of rotated(contenders, round + index)) {
        if (failed(id, photo)) continue;
        const before = await processor();
        const run = await page.evaluate(([id, index]) => bench.run(id, index), [id, index]);
        const cpu = (await processor()) - before;
        if (round || run.error) runs.push({ round, photo, contender: id, cpu, ...run });
      }
    }
  }
  note("comparing the pictures");
  const quality = [];
  for (const [index, { name: photo, boxes }] of photos.entries()) {
    for (const { id } of contenders) {
      const compare = ([id, index, boxes]) => bench.quality(id, index, boxes);
      const { value, text, error } = await page.evaluate(compare, [id, index, boxes]);
      quality.push({ photo, contender: id, ssim: value ?? null, text: text ?? null, error });
    }
  }
  return { runs, quality };
}

/** Each in a page of its own: what one leaves behind would hide what the next takes. */
async function memoryOfAll(browser, open, contenders, photos, failed) {
  const memory = await Memory.of(browser);
  if (!memory) return [];
  const peaks = [];
  for (let round = 1; round <= MEMORY_ROUNDS; round++) {
    note(`memory, round ${round} of ${MEMORY_ROUNDS}`);
    for (const [index, { name: photo }] of photos.entries()) {
      for (const { id, fresh } of rotated(contenders, round + index)) {
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

/** Milliseconds of the processor that all processes of the browser have taken so far. */
async function processorOf(browser) {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return 1_000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "5" },
      only: { type: "string" },
      page: { type: "string" },
      dist: { type: "string", default: join(ROOT, "dist") },
      json: { type: "string" },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`not a number of rounds: ${values.rounds}`);
  const dist = resolve(values.dist);
  const config = { worker: await workerScript(dist), bicUrl: "/bic/browser-image-compression", peers: "/peers" };
  const only = values.only?.split(",");
  const contenders = ALL.filter(({ id }) => !only || id === BASELINE || only.includes(id));

  const scratch = await mkdtemp(join(tmpdir(), "renzheng-bench-"));
  const server = await serve([
    // Our worker under the product's own policy, and never from the cache: a
    // cold start is a first visit.
    { at: "/dist/", dir: dist, headers: { ...HEADERS, "Cache-Control": "no-store" } },
    { at: "/bic/", dir: join(BIC, "dist"), headers: { "Cache-Control": "max-age=3600" } },
    { at: "/peers/", dir: PEERS, headers: { "Cache-Control": "max-age=3600" } },
    // No policy for the page itself: browser-image-compression needs blob workers.
    { at: "/", dir: join(ROOT, "benches/browser"), headers: { "Cache-Control": "no-cache" } },
  ]);
  const browser = await launch("--enable-precise-memory-info");
  try {
    const load = [loadavg()[0]];
    const photos = await choosePhotos(browser, server.origin, config, scratch);
    const open = () => openPage(browser, server.origin, config, photos.map(({ path }) => path));
    const page = await open();
    const { runs, quality } = await timeAll(page, contenders, photos, rounds, await processorOf(browser));
    await page.context().close();
    load.push(loadavg()[0]);
    const memory = await memoryOfAll(browser, open, contenders, photos, failedIn(runs));
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
        ...(await versionsOf(PEERS, ["compressorjs", "pica", "@jsquash/jpeg", "@jsquash/resize"])),
        "playwright-core": await versionOf(join(ROOT, "node_modules/playwright-core")),
        node: process.versions.node,
      },
      baseline: BASELINE,
      contenders: contenders.map(({ id, limit, ours }) => ({ id, limit, ours })),
      photos: photos.map(({ path, boxes, ...photo }) => photo),
      runs, quality, memory,
    };
    result.summary = summarize(result);
    print(result);
    if (values.page) await writeSection(values.page, "photos", photosSection(result));
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
