// Drafts under fire: reloads in the middle, killed tabs, full storage, two tabs, wrong
// clocks, snapshots of other versions, garbage. Nothing is lost, nothing is blank.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { PhotoPage, format, photo } from "./photo_page.mjs";

const DRAFT = "renzheng:draft:photos";
const OLD = readFileSync(fileURLToPath(new URL("../data/snapshots/v0-photo.json", import.meta.url)), "utf8");
const DAY = 24 * 60 * 60 * 1000;

let server;
let browser;
before(async () => {
  server = await serve({ dir: "dist", port: 0 });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = (options) => PhotoPage.open(browser, server.url, options);
const kept = (page) => page.getByText(/^Saved on this device/).waitFor();
const stored = (page, key = DRAFT) => page.evaluate((key) => localStorage.getItem(key), key);
const kindOf = (card) => card.locator("select").inputValue();
const photos = (text) => JSON.parse(text).open.filter(([path, , value]) => path.startsWith("photo.") && value);

/** A tab more of the same browser, as a page object. */
async function tab(first) {
  const second = new PhotoPage(await first.page.context().newPage(), server.url);
  await second.page.goto(`${server.url}#/photos`);
  await second.isThere();
  return second;
}

/** A page with one finished and saved photo. */
async function withPhoto(options) {
  const first = await open(options);
  await first.give(format("png_rgb8.png"));
  await first.state("done");
  await kept(first.page);
  return first;
}

test("what changes is saved within a second, and says until when", async () => {
  const first = await withPhoto();
  const before = JSON.parse(await stored(first.page));
  await first.card().locator("select").selectOption("letter");
  await first.page.waitForFunction(
    ([key, revision]) => revision < JSON.parse(localStorage.getItem(key)).revision,
    [DRAFT, before.revision],
    { timeout: 1_000 },
  );
  assert.match(await first.page.locator(".rz-storage-status").textContent(), /Kept until \d{4}-\d\d-\d\d/);
  await first.close();
});

test("a reload in the middle of everything loses nothing that was finished", async () => {
  const first = await open();
  await first.give(format("png_rgb8.png"), photo("p0000.jpg"), format("exif_gps.jpg"));
  await first.page.getByRole("article", { name: /png_rgb8/ }).and(first.page.locator("[data-state=done]")).waitFor();
  await first.button(/^Use (this photo|it anyway)$/, first.page.getByRole("article", { name: /png_rgb8/ })).click();
  // At once: the first is not yet saved, the second is being worked on.
  await first.reload();
  const card = await first.state("done");
  assert.match(await card.textContent(), /png_rgb8.*In use/s);
  assert.deepEqual(first.errors, []);
  await first.close();
});

test("a tab that is killed during a save leaves the last one whole", async () => {
  const first = await withPhoto();
  const context = first.page.context();
  for (let round = 0; round < 6; round += 1) {
    const victim = await tab(first);
    await victim.state("done");
    await victim.card().locator("select").selectOption(["letter", "licence", "id-back"][round % 3]);
    const session = await context.newCDPSession(victim.page);
    // Somewhere in the half second before, during and after the save.
    await victim.page.waitForTimeout(round * 130);
    session.send("Page.crash").catch(() => {});
    await victim.page.waitForEvent("crash").catch(() => {});
    await victim.page.close().catch(() => {});
    assert.equal(photos(await stored(first.page)).length, 1, `round ${round}`);
  }
  await first.reload();
  await first.state("done");
  assert.equal(await first.cards().count(), 1);
  await first.close();
});

test("storage that is full to the brim keeps what is chosen, and photos go to the database", async () => {
  const first = await withPhoto();
  await first.page.evaluate(() => {
    for (let size = 1 << 20; size; size >>= 1) {
      try {
        for (let i = 0; ; i += 1) localStorage.setItem(`other:${size}:${i}`, "x".repeat(size));
      } catch { /* full */ }
    }
  });
  await first.give(format("exif_gps.jpg"));
  await first.state("done", 1);
  const before = JSON.parse(await stored(first.page)).revision;
  await first.card(0).locator("select").selectOption("letter");
  await first.page.waitForFunction(([key, before]) => before < JSON.parse(localStorage.getItem(key)).revision, [DRAFT, before]);
  await kept(first.page);
  const places = photos(await stored(first.page)).map(([, , value]) => value.place);
  assert.deepEqual(places, ["storage", "database"]);
  await first.reload();
  for (const n of [0, 1]) await first.state("done", n);
  assert.equal(await kindOf(first.page.getByRole("article", { name: /png_rgb8/ })), "letter");
  assert.ok(100 < (await first.download(1)).bytes.length);
  assert.deepEqual(first.errors, []);
  await first.close();
});

test("without storage and without a database, the photos that will go are named", async () => {
  const first = await open({
    init: () => {
      const real = Storage.prototype.setItem;
      // Photos are what is long.
      Storage.prototype.setItem = function setItem(key, text) {
        if (2_000 < text.length && !key.includes(":draft:")) throw new DOMException("full", "QuotaExceededError");
        real.call(this, key, text);
      };
      IDBFactory.prototype.open = () => { throw new DOMException("no", "SecurityError"); };
    },
  });
  await first.give(format("exif_gps.jpg"));
  await first.state("done");
  await first.page.getByText(/no room here for these photos; download them: exif_gps\.jpg/).waitFor();
  assert.ok(100 < (await first.download()).bytes.length);
  await kept(first.page).catch(() => {});
  await first.reload();
  assert.match(await (await first.state("failed")).textContent(), /did not keep this photo/);
  await first.close();
});

test("two tabs edit for a while, and neither loses anything", { timeout: 120_000 }, async () => {
  const first = await open();
  await first.give(format("png_rgb8.png"), format("exif_gps.jpg"));
  for (const n of [0, 1]) await first.state("done", n);
  await kept(first.page);
  const second = await tab(first);
  for (const n of [0, 1]) await second.state("done", n);
  const named = (page, name) => page.page.getByRole("article", { name });
  const [one, other] = [named(first, /png_rgb8/), named(second, /exif_gps/)];
  const kinds = ["id-front", "id-back", "licence", "letter", "stamped-copy", "other"];
  const last = {};
  const until = Date.now() + 30_000;
  for (let round = 0; Date.now() < until; round += 1) {
    last.one = kinds[round % 6];
    last.other = kinds[(round * 5 + 1) % 6];
    await Promise.all([one.locator("select").selectOption(last.one), other.locator("select").selectOption(last.other)]);
    await first.page.waitForTimeout([0, 40, 310, 700, 520, 1_100][round % 6]);
  }
  for (const page of [first, second]) {
    for (const [name, kind] of [[/png_rgb8/, last.one], [/exif_gps/, last.other]]) {
      const select = named(page, name).locator("select");
      await page.page.waitForFunction(([element, kind]) => element.value === kind, [await select.elementHandle(), kind]);
    }
  }
  await first.page.waitForTimeout(1_500);
  const saved = Object.fromEntries(photos(await stored(first.page)).map(([, , value]) => [value.name, value.kind]));
  assert.deepEqual(saved, { "png_rgb8.png": last.one, "exif_gps.jpg": last.other });
  // And the second tab has what the first removes, and the other way round.
  await first.button("Remove", one).click();
  await named(second, /png_rgb8/).waitFor({ state: "detached" });
  await second.give(format("jpeg_odd_size.jpg"));
  await named(first, /jpeg_odd_size/).waitFor();
  assert.deepEqual([...first.errors, ...second.errors], []);
  await first.close();
});

test("a clock set back a day changes no order and deletes nothing", async () => {
  const first = await withPhoto();
  const second = await tab(first);
  await second.page.clock.install({ time: Date.now() - DAY });
  await second.reload();
  await second.state("done");
  await second.page.clock.resume();
  await second.card().locator("select").selectOption("letter");
  await first.page.waitForFunction(() => document.querySelector("[data-testid=photo-card] select").value === "letter");
  await first.card().locator("select").selectOption("licence");
  await second.page.waitForFunction(() => document.querySelector("[data-testid=photo-card] select").value === "licence");
  await first.close();
});

test("photos go after seven days, but not because of one absurd clock", async () => {
  const first = await withPhoto();
  const at = async (time) => {
    const page = await tab(first);
    await page.page.clock.setFixedTime(time);
    await page.reload();
    const count = await page.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("renzheng:photo:")).length);
    await page.page.close();
    return count;
  };
  const now = Date.now();
  assert.equal(await at(now + 3650 * DAY), 1, "ten years ahead");
  assert.equal(await at(now), 1, "and put right");
  assert.equal(await at(now + 6 * DAY), 1);
  assert.equal(await at(now + 8 * DAY), 0);
  await first.close();
});

test("a draft of version 999 stays as it is, and is said", async () => {
  const first = await withPhoto();
  const future = '{"version":999,"everything":["is","different"]}';
  const second = await tab(first);
  await second.state("done");
  await second.page.evaluate(([key, text]) => localStorage.setItem(key, text), [DRAFT, future]);
  await first.page.getByText(/later version of this page/).waitFor();
  await first.card().locator("select").selectOption("letter");
  await first.page.waitForTimeout(1_200);
  assert.equal(await stored(first.page), future, "older never overwrites newer");
  assert.equal(await first.cards().count(), 1, "and the page loses nothing");
  await first.reload();
  await first.page.getByText(/stay as they are: 1/).waitFor();
  await first.give(format("exif_gps.jpg"));
  await first.state("done");
  await kept(first.page);
  await first.reload();
  await first.state("done");
  assert.equal(await stored(first.page), future);
  assert.deepEqual(first.errors, []);
  await first.close();
});

test("garbled entries are left alone, also five megabytes under our key", async () => {
  const first = await withPhoto();
  const keys = await first.page.evaluate((key) => {
    const photo = Object.keys(localStorage).find((key) => key.startsWith("renzheng:photo:"));
    localStorage.setItem(`${photo}-garbled`, "{");
    localStorage.setItem(`${photo}9`, '{"v":99}');
    localStorage.setItem(`${key}-garbled`, "{");
    return Object.keys(localStorage).sort();
  }, DRAFT);
  await first.reload();
  await first.state("done");
  assert.equal(await first.cards().count(), 1);
  assert.deepEqual(await first.page.evaluate(() => Object.keys(localStorage).sort()), keys);

  await first.page.evaluate((key) => {
    localStorage.clear();
    localStorage.setItem(key, "x".repeat(5_000_000));
  }, DRAFT);
  await first.reload();
  await first.page.getByText(/stay as they are: 1/).waitFor();
  await first.give(format("exif_gps.jpg"));
  await first.state("done");
  await kept(first.page);
  await first.reload();
  await first.state("done");
  assert.equal((await stored(first.page)).length, 5_000_000);
  assert.deepEqual(first.errors, []);
  await first.close();
});

test("photos that the first version kept are there", async () => {
  const first = await open({
    init: `if (!sessionStorage.getItem("done")) {
      sessionStorage.setItem("done", "1");
      for (const id of ["18f0-1", "18f0-2"]) localStorage.setItem("renzheng:photo:" + id, ${JSON.stringify(OLD)});
    }`,
  });
  for (const n of [0, 1]) await first.state("done", n);
  assert.match(await first.card(1).textContent(), /In use/);
  const { bytes } = await first.download();
  assert.ok(bytes.equals(Buffer.from(JSON.parse(OLD).photo, "base64")));
  assert.equal(await stored(first.page, "renzheng:photo:18f0-1"), JSON.parse(OLD).photo);
  await first.reload();
  for (const n of [0, 1]) await first.state("done", n);
  assert.deepEqual(first.errors, []);
  await first.close();
});

test("after deleting everything nothing of ours is on the device", async () => {
  const first = await withPhoto();
  await first.page.evaluate(() => localStorage.setItem("other", "stays"));
  await first.page.getByRole("banner").getByText("中文").click();
  await first.page.getByRole("banner").getByText("English").click();
  await first.button("Clear everything on this device").click();
  await first.button("Clear everything", first.page.getByRole("alertdialog")).click();
  await first.page.getByText("Everything on this device was cleared.").waitFor();
  await first.page.waitForTimeout(1_500);
  const left = await first.page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
  assert.deepEqual(left, { local: ["other"], session: [], databases: [], caches: [] });
  await first.close();
});
