#!/usr/bin/env node
// The first visit on a slow phone: Chromium's emulation of slow 4G and of a CPU four times
// slower, a cold cache, files as a host sends them (brotli). Prints; fails for nothing.
//
//   node benches/slow_phone.mjs [dist=dist] [rounds=5]

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "../tools/chromium.mjs";
import { HEADERS } from "../tools/serve.mjs";

/** Lighthouse's slow 4G as the browser's own throttling takes it: 150 ms there and back, 1.6 Mbit/s down. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 768_000 / 8 };
const CPU = 4;
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json", ".json": "application/json",
};

const [dist = "dist", given = "5"] = process.argv.slice(2);

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
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN", serviceWorkers: "block" });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", NETWORK);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    globalThis.tasks = [];
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
  await context.close();
  return { ...figures, bytes: until };
}

const browser = await launch();
const visits = [];
for (let round = 0; round < Number(given); round += 1) visits.push(await visit(browser));
await browser.close();
server.close();

const median = (of) => visits.map(of).toSorted((a, b) => a - b)[visits.length >> 1];
const row = (name, value) => console.log(`${name.padEnd(44)}${value}`);
row("slow 4G, CPU 4 times slower, cold", `median of ${visits.length}`);
row("text can be read (first contentful paint)", `${(median(({ readable }) => readable) / 1000).toFixed(2)} s`);
row("page can be used", `${(median(({ usable }) => usable) / 1000).toFixed(2)} s`);
row("bytes until then", median(({ bytes }) => bytes).toLocaleString("en-US"));
row("longest task", `${median(({ longest }) => longest).toFixed(0)} ms`);
