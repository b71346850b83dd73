// Nothing leaves the device: every request of a whole application that a person sends alone, as
// seen by the page, its workers and the service worker (DevTools), by the browser's network
// stack (NetLog), and by the server. Each finds files of the app and nothing else.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { test } from "node:test";
import { launch, ofNetwork } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";

/** The addresses of the app's own files. */
function own(url) {
  const files = readdirSync("dist", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => relative("dist", join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
  return new Set([url, ...names.map((name) => url + name)]);
}

/** What stays inside the browser. */
const isInside = (url) => /^(blob|data):/.test(url);

test("a whole application asks for the app's own files only, and tells nobody anything", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "renzheng-net-"));
  const log = join(folder, "net.json");
  const server = await serve({ dir: "dist", port: 0 });
  const browser = await launch(`--log-net-log=${log}`, "--net-log-capture-mode=Everything");
  let journey;
  const sockets = [];
  const addresses = [];
  try {
    journey = await JourneyPage.open(browser, server.url, { serviceWorkers: "allow", path: "" });
    const { page } = journey;
    page.on("websocket", (socket) => sockets.push({ url: socket.url(), method: "WebSocket", hasBody: true }));
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await page.evaluate(() => navigator.serviceWorker.ready);

    const home = await journey.beginFromStart("individual");
    await journey.complete(home, APPLICATIONS.individual);
    await journey.agree(home);
    await journey.package(home);
    await journey.press("submitted");
    for (const [news, values] of [
      ["review-started", { _agency: "Sample Reviewers" }],
      ["sent-back", { _place0: "materials.id-front", _reason0: "Not clear" }],
    ]) {
      await journey.go(`${home}/record?news=${news}`);
      await journey.fill(values);
      await journey.submit();
      await journey.at(/\/status$/);
    }
    await journey.go(`${home}/package`);
    await journey.press("submitted");
    await journey.go(`${home}/record?news=certified`);
    await journey.field("_appid").fill("wx0123456789abcdef");
    await journey.submit();
    await journey.stands("Certified");
    await journey.reload();
    await journey.stands("Certified");
    assert.deepEqual(journey.errors, []);
  } finally {
    // The log is whole when the browser has ended.
    await browser.close();
    await server.close();
  }

  const files = own(server.url);
  const seen = journey.requests.map((request) => ({ url: request.url(), method: request.method(), hasBody: request.postDataBuffer() !== null })).concat(sockets);
  const network = ofNetwork(log, new URL(server.url));
  rmSync(folder, { recursive: true });
  const served = server.requests.map(({ method, url }) => ({ method, url: new URL(url, server.url).href, hasBody: false }));
  for (const [who, requests] of Object.entries({ seen, network, served })) {
    const outside = requests.filter(({ url }) => !isInside(url));
    const wrong = outside.filter(({ url, method, hasBody }) => !files.has(url) || method !== "GET" || hasBody);
    assert.deepEqual(wrong, [], who);
    for (const worker of ["photo-worker", "journey-worker"]) {
      assert.ok(outside.some(({ url }) => url.includes(worker)), `${who} has the ${worker}`);
    }
  }
  assert.ok(journey.requests.some((request) => request.serviceWorker()), "the service worker is watched");

  // No address says who somebody is: neither those that were asked for, nor those of the pages.
  const { fields } = APPLICATIONS.individual;
  const all = [...seen, ...network, ...served].map(({ url }) => url).filter((url) => !isInside(url)).concat(addresses);
  assert.ok(addresses.some((url) => url.includes("#/a/")));
  const told = all.map((url) => decodeURIComponent(url).replace(/[\s+-]/g, ""));
  for (const name of ["administrator.idNumber", "administrator.mobile", "administrator.name", "contact.email", "nickname.text"]) {
    assert.deepEqual(told.filter((url) => url.includes(fields[name])), [], name);
  }
});
