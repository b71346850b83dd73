// Under the policy that the README calls enough, a page with every entry asks for the package's own files and for nothing
// else: as seen by the page and its worker (DevTools), by the browser's network stack (NetLog), and by the server. And without
// a policy, which would keep a request back that was meant.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch, ofNetwork } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { EXPECTED, PHOTO, Project } from "./project.mjs";

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
const PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>page</title><link rel="icon" href="icon.svg"><renzheng-photo kind="licence"></renzheng-photo><script type="module" src="main.js"></script></html>\n';

// Each does what its entries are for, and says what came of it.
const MAIN = `
import * as renzheng from "./node_modules/renzheng/index.js";
import * as inline from "./node_modules/renzheng/inline.js";
import * as lite from "./node_modules/renzheng/lite.js";
import * as process from "./node_modules/renzheng/process.js";
import { createChecker } from "./node_modules/renzheng/worker-client.js";
import { beforeUpload } from "./node_modules/renzheng/upload.js";
import { define } from "./node_modules/renzheng/element.js";
import { outcome } from "./outcomes.mjs";

const violations = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => violations.push(effectiveDirective + " " + blockedURI));
const file = async () => new File([await (await fetch("${PHOTO}")).arrayBuffer()], "${PHOTO}", { type: "image/jpeg" });

globalThis.all = async () => {
  const photo = await file();
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const checker = createChecker();
  const where = await checker.ready();
  for (const entry of [renzheng, inline, lite, process]) await entry.init();
  const outcomes = [];
  for (const entry of [renzheng, inline, checker]) outcomes.push(await outcome(entry, photo.name, bytes));
  const sent = await beforeUpload({ kind: "licence", takeDoubtful: true, checker })(photo);
  const { ok } = lite.checkNumber("resident-id", "11010519491231002X", { today: "2026-11-28" });
  const { state } = process.newProcess();
  return { where, outcomes, sent: sent.size, ok, state, violations };
};

globalThis.element = async () => {
  define();
  const element = document.querySelector("renzheng-photo");
  await element.check(await file());
  const picture = element.shadowRoot.querySelector("img");
  await picture.decode();
  return { verdict: element.fitted.report.verdict, width: picture.naturalWidth, violations };
};
`;

/** Calls `name` of the page under a policy, and holds all requests against the files that are there. */
async function alone(policy, name) {
  const folder = mkdtempSync(join(tmpdir(), "renzheng-net-"));
  const log = join(folder, "net.json");
  const project = new Project("plain");
  project.write("index.html", PAGE);
  project.write("icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>');
  project.write("main.js", MAIN);
  const server = await serve({ dir: project.dir, port: 0, headers: policy ? { "Content-Security-Policy": policy } : {} });
  const browser = await launch(`--log-net-log=${log}`, "--net-log-capture-mode=Everything");
  const seen = [];
  let found;
  let files;
  try {
    const page = await browser.newPage();
    page.on("request", (request) => seen.push({ url: request.url(), method: request.method(), hasBody: request.postDataBuffer() !== null }));
    page.on("websocket", (socket) => seen.push({ url: socket.url(), method: "WebSocket", hasBody: true }));
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.all);
    found = await page.evaluate((name) => globalThis[name](), name);
    const ours = readdirSync(project.path("node_modules/renzheng")).map((file) => `${server.url}node_modules/renzheng/${file}`);
    files = new Set([...ours, server.url, ...["main.js", "outcomes.mjs", "icon.svg", PHOTO].map((file) => server.url + file)]);
  } finally {
    // The log is whole when the browser has ended.
    await browser.close();
    await server.close();
    project.remove();
  }
  const network = ofNetwork(log, new URL(server.url));
  rmSync(folder, { recursive: true });
  const served = server.requests.map(({ method, url }) => ({ method, url: new URL(url, server.url).href, hasBody: false }));
  for (const [who, requests] of Object.entries({ seen, network, served })) {
    // What stays inside of the browser.
    const outside = requests.filter(({ url }) => !/^(blob|data):/.test(url));
    const wrong = outside.filter(({ url, method, hasBody }) => !files.has(url) || method !== "GET" || hasBody);
    assert.deepEqual(wrong, [], who);
    for (const file of ["/worker.js", "/renzheng_core_bg.wasm"]) assert.ok(outside.some(({ url }) => url.endsWith(file)), `${who} has ${file}`);
  }
  return found;
}

for (const [name, policy] of [["under the policy", POLICY], ["without a policy", ""]]) {
  test(`the functions of every entry, on the page's thread and in a worker, ${name}`, { timeout: 180_000 }, async () => {
    const { outcomes, sent, ...found } = await alone(policy, "all");
    assert.deepEqual(found, { where: "worker", ok: true, state: "preparing", violations: [] });
    for (const outcome of outcomes) assert.deepEqual(outcome, EXPECTED);
    assert.ok(0 < sent && sent <= 200_000);
  });
}

test("the element, whose pictures have addresses of their own", { timeout: 180_000 }, async () => {
  const { verdict, width, violations } = await alone(`${POLICY}; img-src 'self' blob:`, "element");
  assert.ok(["pass", "fix", "retake"].includes(verdict) && 0 < width);
  assert.deepEqual(violations, []);
});
