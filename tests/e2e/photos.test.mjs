// From a photo to a file that passes: the page, its worker and its storage, real.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { PhotoPage, format, photo } from "./photo_page.mjs";

let server;
let browser;
before(async () => {
  server = await serve({ dir: "dist", port: 0, base: "/under/a/path/" });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const open = (options) => PhotoPage.open(browser, server.url, options);

/** Notes the longest time for which the page's thread answered nobody. */
const HEARTBEAT = () => {
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  globalThis.longestBlock = 0;
  port1.onmessage = () => {
    const now = performance.now();
    globalThis.longestBlock = Math.max(globalThis.longestBlock, now - last);
    last = now;
    setTimeout(() => port2.postMessage(0), 1);
  };
  port2.postMessage(0);
  globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: "longtask", buffered: true });
};

test("a 12-megapixel photo becomes a file that passes, and is there after a reload", async (t) => {
  const photos = await open({ init: HEARTBEAT });
  // Starting up is another matter than working: wait until the page has nothing to do.
  await photos.page.waitForLoadState("networkidle");
  await photos.page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await photos.page.evaluate(() => { longestBlock = 0; longTasks = []; });
  await photos.page.locator("input[name=kind][value=licence]").check();
  await photos.give(photo("p0125.jpg"));
  const card = await photos.state("done");
  t.diagnostic(`longest block of the page's thread: ${(await photos.page.evaluate(() => longestBlock)).toFixed(1)} ms`);
  t.diagnostic(`tasks over 50 ms: ${JSON.stringify(await photos.page.evaluate(() => longTasks))}`);

  assert.ok((await photos.resultBytes()) <= 200_000);
  const { name, bytes } = await photos.download();
  assert.match(name, /\.jpg$/);
  assert.ok(bytes.length <= 200_000 && bytes.subarray(0, 2).toString("hex") === "ffd8");
  assert.ok(!bytes.includes("Exif"), "metadata is still inside");

  // Both pictures are really shown.
  const shown = await card.locator("img").evaluateAll((images) => images.map((image) => image.naturalWidth));
  assert.ok(shown.length === 2 && shown.every((width) => 0 < width), String(shown));

  await photos.button("Use this photo", card).click();
  await photos.reload();
  await photos.state("done");
  assert.equal(await photos.resultBytes(), bytes.length);
  assert.deepEqual((await photos.download()).bytes, bytes);

  assert.deepEqual(photos.strangers(), []);
  assert.deepEqual(photos.errors, []);
  await photos.close();
});

test("several files are a queue, and each has its own verdict", async () => {
  const photos = await open();
  const files = [photo("p0000.jpg"), format("photo.heic"), format("jpeg_truncated_500.jpg"), format("png_rgba8_alpha.png"), format("exif_gps.jpg")];
  await photos.give(...files);
  await photos.page.getByRole("progressbar").waitFor();
  for (let n = 0; n < files.length; n += 1) await photos.state("done", n);
  const text = async (name) => photos.page.getByRole("article", { name }).textContent();
  assert.match(await text(/photo\.heic/), /HEIC file.*Most Compatible/s);
  assert.match(await text(/truncated/), /incomplete or broken/);
  assert.match(await text(/alpha/), /transparent parts made white/i);
  assert.match(await text(/gps/), /camera data removed/i);
  assert.deepEqual(photos.errors, []);
  await photos.close();
});

test("a running photo is cancelled, and the others go on", async () => {
  const photos = await open();
  await photos.give(photo("p0000.jpg"), format("png_rgb8.png"));
  const first = photos.page.getByRole("article", { name: /p0000/ });
  await photos.button("Cancel", first).click();
  await photos.page.locator("[data-testid=photo-card][data-state=cancelled]").waitFor();
  await photos.page.locator("[data-testid=photo-card][data-state=done]").waitFor();
  await photos.button("Try again", first).click();
  await photos.page.locator("[data-testid=photo-card][data-state=cancelled]").waitFor({ state: "detached" });
  await photos.page.waitForFunction(() => document.querySelectorAll("[data-state=done]").length === 2);
  await photos.close();
});

test("a lost worker is replaced, and the photo is told so", async () => {
  // The first job of the first worker never ends but by an error, as for want of memory.
  const photos = await open({
    init: () => {
      const Real = globalThis.Worker;
      let jobs = 0;
      globalThis.Worker = class extends Real {
        postMessage(...message) {
          if (message[0].type === "fit" && jobs++ === 0) setTimeout(() => this.dispatchEvent(new ErrorEvent("error")));
          else super.postMessage(...message);
        }
      };
    },
  });
  await photos.give(format("png_rgb8.png"));
  const card = await photos.state("failed");
  assert.match(await card.textContent(), /stopped half-way/);
  await photos.button("Try again", card).click();
  await photos.state("done");
  await photos.close();
});

test("a worker that cannot be loaded is said", async () => {
  const photos = await open();
  await photos.page.route("**/photo-worker*", (route) => route.abort());
  await photos.reload();
  await photos.give(format("png_rgb8.png"));
  const card = await photos.state("failed");
  assert.match(await card.textContent(), /could not be loaded/);
  await photos.page.unroute("**/photo-worker*");
  await photos.button("Try again", card).click();
  await photos.state("done");
  await photos.close();
});

test("full and forbidden storage are said, and nothing breaks", async () => {
  const full = () => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  };
  const forbidden = () => {
    Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  };
  for (const [init, notice] of [[full, /no room left/], [forbidden, /does not allow saving/]]) {
    const photos = await open({ init });
    await photos.give(format("png_rgb8.png"));
    await photos.state("done");
    await photos.page.getByText(notice).waitFor();
    assert.ok((await photos.download()).bytes.length < 204_800);
    assert.deepEqual(photos.errors, []);
    await photos.close();
  }
});

test("two tabs share their photos, and clearing clears both", async () => {
  const photos = await open();
  const other = await photos.page.context().newPage();
  await other.goto(`${server.url}#/photos`);
  await photos.give(format("png_rgb8.png"));
  await photos.state("done");
  await other.getByTestId("photo-card").waitFor();
  await photos.button("Clear everything on this device").click();
  await photos.button("Clear everything", photos.page.getByRole("alertdialog")).click();
  await photos.card().waitFor({ state: "detached" });
  await other.getByTestId("photo-card").waitFor({ state: "detached" });
  await photos.close();
});

test("a removed photo comes back by undo", async () => {
  const photos = await open();
  await photos.give(format("png_rgb8.png"));
  const card = await photos.state("done");
  await photos.button("Remove", card).click();
  await card.waitFor({ state: "detached" });
  await photos.button("Undo").click();
  await photos.state("done");
  await photos.close();
});

test("files are dropped and pasted", async () => {
  const photos = await open();
  for (const [type, transfer] of [["drop", "dataTransfer"], ["paste", "clipboardData"]]) {
    await photos.page.evaluate(async ([type, transfer]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 900, height: 600 });
      canvas.getContext("2d").fillRect(100, 100, 300, 300);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
      const data = new DataTransfer();
      data.items.add(new File([blob], `${type}.png`, { type: "image/png" }));
      const Kind = type === "drop" ? DragEvent : ClipboardEvent;
      document.querySelector(".rz-file-drop").dispatchEvent(new Kind(type, { [transfer]: data, bubbles: true, cancelable: true }));
    }, [type, transfer]);
    await photos.page.getByRole("article", { name: new RegExp(type) }).waitFor();
  }
  await photos.close();
});
