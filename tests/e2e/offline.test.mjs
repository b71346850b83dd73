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
  await journey.page.getByText("You are offline").waitFor();
  await journey.reload();
  await journey.field("subject.name").waitFor();
  assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  await journey.page.goto(`${server.url}#/photos`);
  await journey.give(photo("p0125.jpg"));
  await journey.page.locator("[data-testid=photo-card][data-state=done]").waitFor({ timeout: 120_000 });
  await journey.page.context().setOffline(false);
  await journey.page.getByText("You are offline").waitFor({ state: "hidden" });
  await journey.close();
});

test("a new version waits until no tab has the old one open, and takes no draft away", { timeout: 120_000 }, async () => {
  const journey = await kept();
  const context = journey.page.context();
  const home = await journey.begin("individual");
  await journey.go(`${home}/administrator`);
  await journey.field("administrator.name").fill("王五");
  const before = readFileSync(join(folder, "boot.js"), "utf8");
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  try {
    writeFileSync(join(folder, "boot.js"), `${before}\nglobalThis.isNew = true;\n`);
    writeFileSync(join(folder, "sw.js"), worker.replace(/"[0-9a-f]{16}"/, '"1111111111111111"'));
    await journey.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((done) => setTimeout(done, 20));
    });
    await journey.reload();
    assert.equal(await journey.page.evaluate(() => globalThis.isNew), undefined);
    await journey.field("administrator.name").waitFor();
    await journey.page.close();
    const next = new JourneyPage(await context.newPage(), server.url);
    // The old one is let go a moment after its last tab.
    for (let tries = 0; ; tries += 1) {
      await next.page.goto(`${server.url}${home}/administrator`);
      await next.isThere();
      if (await next.page.evaluate(() => globalThis.isNew)) break;
      assert.ok(tries < 20, "the new version did not take over");
      await next.page.goto("about:blank");
    }
    await next.field("administrator.name").waitFor();
    assert.equal(await next.field("administrator.name").inputValue(), "王五");
    await next.close();
  } finally {
    writeFileSync(join(folder, "boot.js"), before);
    writeFileSync(join(folder, "sw.js"), worker);
  }
});
