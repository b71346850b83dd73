#!/usr/bin/env node
// The first visit on a slow phone: Chromium's emulation of slow 4G and of a CPU four times
// slower, a cold cache, files as a host sends them (brotli). Prints; fails for nothing.
//
// Then what a person notices who fills in a form there: the longest time from a key or a tap to what it shows.
//
//   node benches/slow_phone.mjs [dist=dist] [rounds=5] [--page FILE]

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { parseArgs } from "node:util";
import { JourneyPage } from "../tests/e2e/journey_page.mjs";
import { launch } from "../tools/chromium.mjs";
import { HEADERS } from "../tools/serve.mjs";
import { writeSection } from "./section.mjs";

/** Lighthouse's slow 4G as the browser's own throttling takes it: 150 ms there and back, 1.6 Mbit/s down. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 };
const CPU = 4;
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json", ".json": "application/json",
};

const { values: { page: figuresPage }, positionals: [dist = "dist", given = "5"] } = parseArgs({ options: { page: { type: "string" } }, allowPositionals: true });

/** Each file compressed once. */
const sent = new Map();
async function compressed(path) {
  if (!sent.has(path)) {
    const body = await readFile(join(dist, path));
    sent.set(path, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
  return sent.get(path);
}

const server = createServer(async (request, response) => {
  const path = request.url.split("?")[0].replace(/\/$/, "/index.html").slice(1);
  try {
    const body = await compressed(path);
    response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[extname(path)], "Content-Encoding": "br", "Content-Length": body.length });
    response.end(body);
  } catch {
    response.writeHead(404, HEADERS).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${server.address().port}/`;
// Compressing is not part of the visit.
for (const [, name] of (await readFile(join(dist, "index.html"), "utf8")).matchAll(/(?:src|href|data-\w+)="\.?\/?([^"#:]+\.\w+)"/g)) {
  await compressed(name).catch(() => {});
}

async function visit(browser) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN", hasTouch: true, serviceWorkers: "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    globalThis.tasks = [];
    globalThis.events = [];
    new PerformanceObserver((list) => events.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "event", durationThreshold: 16, buffered: true });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
    // Usable: the static page has made way for the living one, and that has been painted.
    new MutationObserver((_, observer) => {
      if (!document.body || document.getElementById("boot") || !document.querySelector("h1")) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis.usable = performance.now())));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.usable, undefined, { timeout: 60_000 });
  const until = bytes;
  const figures = await page.evaluate(() => ({
    readable: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    usable,
    longest: Math.max(0, ...tasks),
  }));
  const interaction = await fillIn(new JourneyPage(page, url));
  await context.close();
  return { ...figures, bytes: until, interaction };
}

/** Begins an application, types on one of its pages and goes on; the longest wait in milliseconds. */
async function fillIn(journey) {
  const home = await journey.begin("individual");
  await journey.go(`${home}/contact`);
  await journey.page.evaluate(() => { events.length = 0; });
  for (const [name, text] of [["contact.name", "王五"], ["contact.mobile", "13123456789"], ["contact.email", "wangwu@example.com"]]) {
    await journey.field(name).first().tap();
    await journey.page.keyboard.type(text, { delay: 60 });
  }
  await journey.submit();
  await journey.settled();
  await journey.page.waitForTimeout(500);
  return journey.page.evaluate(() => Math.max(0, ...events));
}

const browser = await launch();
const visits = [];
for (let round = 0; round < Number(given); round += 1) visits.push(await visit(browser));
await browser.close();
server.close();

const median = (of) => visits.map(of).toSorted((a, b) => a - b)[visits.length >> 1];
const rows = [
  ["text can be read (first contentful paint)", `${(median(({ readable }) => readable) / 1000).toFixed(2)} s`],
  ["page can be used", `${(median(({ usable }) => usable) / 1000).toFixed(2)} s`],
  ["bytes until then", median(({ bytes }) => bytes).toLocaleString("en-US")],
  ["longest task until then", `${median(({ longest }) => longest).toFixed(0)} ms`],
  ["longest from a key or a tap to what it shows", `${median(({ interaction }) => interaction).toFixed(0)} ms`],
];
const title = `slow 4G, a processor ${CPU} times slower, nothing cached`;
console.log(`${title}: medians of ${visits.length}`);
for (const [name, value] of rows) console.log(`${name.padEnd(48)}${value}`);
if (figuresPage) await writeSection(figuresPage, "first-load", [`| ${title} | median of ${visits.length} |`, "|---|---:|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n"));
