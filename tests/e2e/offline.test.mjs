// Without a network, and from one version to the next.
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

test("a new version waits while two tabs are open, then takes over, and takes no draft away", { timeout: 120_000 }, async () => {
  const journey = await kept();
  const home = await journey.begin("individual");
  await journey.go(`${home}/administrator`);
  await journey.field("administrator.name").fill("王五");
  const other = await journey.tab("#/");
  const before = readFileSync(join(folder, "boot.js"), "utf8");
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  const newer = worker.replace(/[0-9a-f]{16}/, "1111111111111111");
  assert.notEqual(newer, worker);
  try {
    writeFileSync(join(folder, "boot.js"), `${before}\nglobalThis.isNew = true;\n`);
    writeFileSync(join(folder, "sw.js"), newer);
    await journey.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((done) => setTimeout(done, 20));
    });
    await journey.reload();
    assert.equal(await journey.page.evaluate(() => globalThis.isNew), undefined);
    await other.page.close();
    await journey.reload();
    await journey.page.waitForFunction(() => globalThis.isNew && !document.getElementById("boot"));
    await journey.field("administrator.name").waitFor();
    assert.equal(await journey.field("administrator.name").inputValue(), "王五");
    await journey.close();
  } finally {
    writeFileSync(join(folder, "boot.js"), before);
    writeFileSync(join(folder, "sw.js"), worker);
  }
});
