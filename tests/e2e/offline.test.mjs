// Without a network, under a path of a host.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { JourneyPage } from "./journey_page.mjs";
import { photo } from "./photo_page.mjs";

let folder;
let server;
let browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "renzheng-dist-"));
  cpSync("dist", folder, { recursive: true });
  // Under a path, as on many hosts.
  server = await serve({ dir: folder, port: 0, base: "/some/path/" });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that has been kept on the device. */
async function kept() {
  const journey = await JourneyPage.open(browser, server.url, { serviceWorkers: "allow" });
  await journey.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });
  return journey;
}

test("kept once, the page opens, checks photos and fills in forms without a network", { timeout: 180_000 }, async () => {
  const journey = await kept();
  const home = await journey.begin("enterprise");
  await journey.go(`${home}/subject`);
  await journey.field("subject.name").fill("青石小筑（北京）有限公司");
  await journey.page.context().setOffline(true);
  await journey.page.locator("#offline").waitFor();
  await journey.reload();
  await journey.field("subject.name").waitFor();
  assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  await journey.page.goto(`${server.url}#/photos`);
  await journey.give(photo("p0125.jpg"));
  await journey.page.locator("[data-testid=photo-card][data-state=done]").waitFor({ timeout: 120_000 });
  await journey.page.context().setOffline(false);
  await journey.page.locator("#offline").waitFor({ state: "hidden" });
  await journey.close();
});

/** Gives the host another build: other contents under the same names; `change` is done to its worker. */
function deploy(mark, change = (code) => code) {
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<head>", `<head><meta name="build" content="${mark}">`));
  const worker = join(folder, "sw.js");
  writeFileSync(worker, change(readFileSync(worker, "utf8")).replace(/"[0-9a-f]{16}"/, `"${mark.padEnd(16, "0")}"`));
}

/** Until the worker of the build that was given to the host waits. */
const noticed = (tab) => tab.page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const worker = registration.installing ?? registration.waiting;
  while (worker.state === "installing") {
    await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  }
  if (registration.waiting !== worker) throw new Error(`the new worker is ${worker.state}`);
});

/** Which build a tab shows. */
const build = (tab) => tab.page.evaluate(() => document.querySelector("meta[name=build]")?.content ?? "first");

test("a new build waits for other tabs, then takes over, and nothing of the draft is lost", { timeout: 120_000 }, async () => {
  const journey = await kept();
  const home = await journey.begin("enterprise");
  await journey.go(`${home}/subject`);
  await journey.field("subject.name").fill("青石小筑（北京）有限公司");
  const other = await journey.tab(`${home}/contact`);
  deploy("2ab0");
  await noticed(journey);
  await journey.reload();
  await journey.field("subject.name").waitFor();
  assert.equal(await build(journey), "first", "two tabs are of one build");
  await other.page.close();
  // A browser takes a moment to forget a tab that was closed.
  for (const worker of journey.page.context().serviceWorkers()) {
    await worker.evaluate(async () => {
      while (1 < (await self.clients.matchAll()).length) await new Promise((done) => setTimeout(done, 20));
    });
  }
  // The page that loads anew at once may end this load before it is over.
  await journey.page.reload({ waitUntil: "commit" });
  await journey.page.locator("meta[name=build]").waitFor({ state: "attached" });
  assert.equal(await build(journey), "2ab0");
  await journey.field("subject.name").waitFor();
  assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  await journey.close();
});

test("a tab that is opened beside another does not bring the new build in; once it is alone, it does", { timeout: 120_000 }, async () => {
  const journey = await kept();
  const was = await build(journey);
  const home = await journey.begin("enterprise");
  deploy("3ab0");
  await noticed(journey);
  const other = await journey.tab(`${home}/contact`);
  await other.field("contact.name").waitFor();
  assert.equal(await build(other), was, "as the first");
  assert.ok(await journey.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting), "it waits on");
  await journey.page.close();
  for (let tries = 50; tries && await build(other) === was; tries -= 1) {
    await other.page.reload({ waitUntil: "commit" });
    await other.field("contact.name").waitFor();
  }
  assert.equal(await build(other), "3ab0");
  await other.close();
});

test("a new build that does not take over leaves the page with the one it has", { timeout: 120_000 }, async () => {
  const journey = await kept();
  const was = await build(journey);
  const home = await journey.begin("enterprise");
  await journey.go(`${home}/subject`);
  await journey.field("subject.name").fill("青石小筑（北京）有限公司");
  deploy("4ab0", (code) => {
    const changed = code.replace("self.skipWaiting()", "null");
    assert.notEqual(changed, code);
    return changed;
  });
  await noticed(journey);
  let asked = 0;
  journey.page.on("request", (request) => { asked += request.url().endsWith("/next.js"); });
  for (const times of [1, 2]) {
    await journey.page.reload({ waitUntil: "commit" });
    await journey.field("subject.name").waitFor();
    assert.equal(asked, times, "it was asked to take over");
    assert.equal(await build(journey), was);
    assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  }
  await journey.close();
});
