// The edges of a document set by hand: by finger, by keyboard, turned, as a whole, and given up.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { CORNERS, EdgesPage } from "./edges_page.mjs";
import { JourneyPage } from "./journey_page.mjs";
import { photo } from "./photo_page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { files } = JSON.parse(readFileSync(photo("manifest.json"), "utf8"));

/** Where the document is, as parts of the picture's sides. */
const labelled = (name) => {
  const { corners, display_width: width, display_height: height } = files.find(({ path }) => path.endsWith(name));
  return corners.map(([x, y]) => [x / width, y / height]);
};

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

/** A page with one finished photo, and its dialog. */
async function open(file, { kind = "licence", ...options } = {}) {
  const photos = await EdgesPage.open(browser, server.url, options);
  await photos.page.locator(`input[name=kind][value=${kind}]`).check();
  await photos.give(photo(file));
  await photos.state("done");
  await photos.adjust();
  return photos;
}

const near = (found, expected, by, what) => {
  found.flat().forEach((at, n) => assert.ok(Math.abs(at - expected.flat()[n]) <= by, `${what}: ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`));
};

test("corners are dragged, what is outlined is cut out, and a reload keeps it", async () => {
  const photos = await open("p0018.jpg");
  // It begins with what was found.
  near(await photos.corners(), labelled("p0018.jpg"), 0.01, "found");
  const wanted = [[0.25, 0.2], [0.75, 0.2], [0.75, 0.95], [0.25, 0.95]];
  for (const [corner, there] of wanted.entries()) {
    await photos.drag(corner, there, async () => {
      const [lens, picture] = [await photos.lens().boundingBox(), await photos.picture()];
      const isRight = picture.x + picture.width / 2 < lens.x + lens.width / 2;
      assert.equal(isRight, there[0] < 0.5, `${CORNERS[corner]}: the magnified view is under the finger`);
    });
    assert.ok(!(await photos.lens().isVisible()), "the magnified view stays");
    assert.match(await photos.said().textContent(), new RegExp(`^${CORNERS[corner]}: \\d`));
  }
  near(await photos.corners(), wanted, 0.005, "dragged");
  await photos.use();
  // 800 by 900 pixels, with a margin.
  near([await photos.ratio()], [800 / 900], 0.03, "result");
  assert.match(await photos.card().textContent(), /cropped to the document/i);
  const { bytes } = await photos.download();
  assert.ok(bytes.length <= 200_000);

  // It can be changed again, from where it was left.
  await photos.adjust();
  near(await photos.corners(), wanted, 0.005, "once more");
  await photos.press("As found");
  near(await photos.corners(), labelled("p0018.jpg"), 0.01, "as found");
  await photos.press("Cancel");
  await photos.isClosed();

  await photos.page.waitForFunction(() => Object.keys(localStorage).filter((key) => key.startsWith("renzheng:photo:")).length === 1);
  await photos.page.getByText("Saved on this device").first().waitFor();
  await photos.reload();
  await photos.state("done");
  assert.equal(await photos.cards().count(), 1);
  assert.deepEqual((await photos.download()).bytes, bytes);
  assert.equal(await photos.opener().count(), 0, "the given file is gone");
  assert.deepEqual(photos.errors, []);
  await photos.close();
});

test("the keyboard alone is enough", async () => {
  const photos = await open("p0018.jpg");
  const { keyboard } = photos.page;
  const step = 0.01;
  const start = await photos.corners();
  await photos.ring(0).focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowDown");
  await keyboard.press("Shift+ArrowDown");
  assert.ok(await photos.lens().isVisible());
  let [[x, y], ...others] = await photos.corners();
  // Steps are parts of the longer side: 1,600 of 1,600 by 1,200 pixels.
  near([x, y], [start[0][0] + step, start[0][1] + (step * 1.2 * 4) / 3], 0.001, "moved");
  near(others, start.slice(1), 0.001, "the others");
  await photos.page.waitForFunction(() => /^Top left corner: 8\.\d% from the left, 1\d\.\d% from the top$/.test(document.querySelector("#edges-said").textContent));
  // Not out of the picture.
  for (let n = 0; n < 20; n += 1) await keyboard.press("ArrowUp");
  [[x, y]] = await photos.corners();
  near([y], [0], 0.001, "the edge");
  for (const corner of [1, 2, 3]) {
    await keyboard.press("Tab");
    assert.equal(await photos.page.evaluate(() => document.activeElement.ariaLabel), CORNERS[corner]);
  }
  const use = photos.dialog().getByRole("button", { name: "Use these edges" });
  for (let n = 0; n < 8 && !(await use.evaluate((button) => button === document.activeElement)); n += 1) await keyboard.press("Tab");
  const before = await photos.resultUrl();
  await keyboard.press("Enter");
  await photos.isClosed();
  await photos.page.waitForFunction(() => document.activeElement.dataset.testid === "photo-card");
  await photos.state("done");
  assert.notEqual(await photos.resultUrl(), before);
  assert.deepEqual(photos.errors, []);
  await photos.close();
});

test("an outline that cannot be used is told at once, and why when it is used", async () => {
  const photos = await open("p0018.jpg");
  await photos.drag(0, [0.98, 0.5]);
  assert.match(await photos.problem().textContent(), /edges cross/);
  await photos.press("Use these edges");
  assert.equal(await photos.page.evaluate(() => document.activeElement.id), "edges-problem");
  assert.ok(await photos.dialog().isVisible());
  const [, corner] = await photos.corners();
  await photos.drag(0, [corner[0] - 0.01, corner[1]]);
  assert.match(await photos.problem().textContent(), /too small/);
  await photos.ring(0).focus();
  for (let n = 0; n < 20; n += 1) await photos.page.keyboard.press("ArrowLeft");
  assert.equal(await photos.problem().textContent(), "");
  await photos.close();
});

test("a turn is seen, and done", async () => {
  const photos = await open("p0018.jpg");
  const [lying, corners] = [await photos.picture(), await photos.corners()];
  await photos.press("Turn right");
  const standing = await photos.picture();
  assert.ok(lying.height < lying.width && standing.width < standing.height, JSON.stringify([lying, standing]));
  // What was at the bottom left is at the top left.
  near(await photos.corners(), corners.map((_, n) => { const [x, y] = corners.at(n - 1); return [1 - y, x]; }), 0.005, "turned");
  await photos.use();
  assert.ok((await photos.ratio()) < 0.8);
  assert.match(await photos.card().textContent(), /turned upright/i);
  await photos.adjust();
  await photos.press("Turn left");
  near(await photos.corners(), corners, 0.005, "back");
  await photos.use();
  assert.ok(1.25 < (await photos.ratio()));
  await photos.close();
});

test("a card that lies on its side is seen upright, and its whole picture stays so", async () => {
  const photos = await open("p0120.jpg", { kind: "id-front" });
  const { width, height } = await photos.picture();
  assert.ok(height < width, "the picture is not seen upright");
  await photos.press("Whole picture");
  near(await photos.corners(), [[0, 0], [1, 0], [1, 1], [0, 1]], 0.001, "whole");
  await photos.use();
  near([await photos.ratio()], [1280 / 960], 0.01, "turned");
  await photos.close();
});

test("the original framing can be kept", async () => {
  const photos = await open("p0123.jpg", { kind: "id-front" });
  assert.match(await photos.card().textContent(), /cropped to the document/i);
  await photos.press("Whole picture");
  await photos.use();
  near([await photos.ratio()], [1280 / 960], 0.01, "whole");
  assert.doesNotMatch(await photos.card().textContent(), /cropped to the document/i);
  assert.ok((await photos.resultBytes()) <= 200_000);
  await photos.adjust();
  near(await photos.corners(), [[0, 0], [1, 0], [1, 1], [0, 1]], 0.001, "whole");
  await photos.close();
});

test("without a document it begins with most of the picture", async () => {
  const photos = await open("p0138.jpg");
  near(await photos.corners(), [[0.08, 0.08], [0.92, 0.08], [0.92, 0.92], [0.08, 0.92]], 0.005, "inset");
  assert.equal(await photos.dialog().getByRole("button", { name: "As found" }).count(), 0);
  await photos.close();
});

test("Esc, the way back and cancelling change nothing", async () => {
  const photos = await open("p0018.jpg");
  const before = await photos.resultUrl();
  const ways = [() => photos.page.keyboard.press("Escape"), () => photos.page.goBack(), () => photos.press("Cancel")];
  for (const [n, way] of ways.entries()) {
    if (n) await photos.adjust();
    await photos.drag(0, [0.3, 0.3]);
    await way();
    await photos.isClosed();
    assert.ok(await photos.opener().evaluate((button) => button === document.activeElement), `focus is elsewhere (${n})`);
    assert.match(photos.page.url(), /#\/photos$/);
    assert.equal(await photos.resultUrl(), before);
  }
  await photos.adjust();
  near(await photos.corners(), labelled("p0018.jpg"), 0.01, "as it was");
  await photos.close();
});

test("where cutting fails the photo stays as it was", async () => {
  // The second job ends by an error, as for want of memory.
  const photos = await open("p0018.jpg", {
    init: () => {
      const Real = globalThis.Worker;
      let jobs = 0;
      globalThis.Worker = class extends Real {
        postMessage(...message) {
          if (message[0].type === "fit" && ++jobs === 2) setTimeout(() => this.dispatchEvent(new ErrorEvent("error")));
          else super.postMessage(...message);
        }
      };
    },
  });
  const bytes = await photos.resultBytes();
  await photos.drag(0, [0.3, 0.3]);
  await photos.press("Use these edges");
  await photos.page.getByText("The photo could not be cut along those edges").first().waitFor();
  await photos.state("done");
  assert.equal(await photos.resultBytes(), bytes);
  await photos.adjust();
  near(await photos.corners(), labelled("p0018.jpg"), 0.01, "as it was");
  await photos.drag(0, [0.3, 0.3]);
  await photos.use();
  assert.equal(await photos.page.locator("article").getByText("could not be cut").count(), 0);
  await photos.close();
});

test("in a place of an application the photo stays in use, and the form knows the new one", async () => {
  const pages = await JourneyPage.open(browser, server.url);
  const home = await pages.begin("enterprise");
  await pages.givePhoto(home, "licence", photo("p0018.jpg"));
  const hashes = () => pages.page.evaluate(() => {
    const drafts = Object.keys(localStorage).filter((key) => key.startsWith("renzheng:draft:"));
    const found = drafts.flatMap((key) => [...localStorage.getItem(key).matchAll(/"sha256":"(\w+)"/g)].map(([, hash]) => hash));
    return [...new Set(found)];
  });
  const [before] = await hashes();
  const edges = new EdgesPage(pages.page, server.url);
  await edges.adjust();
  await edges.ring(0).focus();
  await edges.page.keyboard.press("ArrowLeft");
  await edges.use();
  await edges.card().getByRole("button", { name: "In use" }).waitFor();
  await pages.page.waitForFunction((before) => {
    const drafts = Object.keys(localStorage).filter((key) => key.startsWith("renzheng:draft:")).map((key) => localStorage.getItem(key));
    return drafts.some((text) => text.includes("sha256")) && !drafts.some((text) => text.includes(before));
  }, before);
  assert.equal((await hashes()).length, 1, "photo and form differ");
  assert.deepEqual(pages.errors, []);
  await pages.close();
});

test("axe finds nothing, and nothing is wider than a small phone", async () => {
  for (const [locale, colorScheme] of [["en-US", "light"], ["en-US", "dark"], ["zh-CN", "light"], ["zh-CN", "dark"]]) {
    const photos = await open("p0018.jpg", { locale, colorScheme, bypassCSP: true, viewport: { width: 320, height: 640 } });
    const look = async (where) => {
      await photos.page.evaluate(AXE);
      const { violations } = await photos.page.evaluate(() => axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`), [], `${where}, ${locale}, ${colorScheme}`);
      const [width, own] = await photos.page.locator("dialog.rz-edges").evaluate((dialog) => [dialog.scrollWidth, dialog.clientWidth]);
      assert.ok(width <= own && own <= 320, `${where}: ${width} in ${own}`);
    };
    await look("found");
    const boxes = await photos.page.locator("dialog.rz-edges button").evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()).map(({ width, height }) => [width, height]));
    assert.ok(boxes.every(([width, height]) => 43.9 <= width && 43.9 <= height), JSON.stringify(boxes));
    await photos.page.locator("[data-act=right]").click();
    await photos.page.locator("[data-corner='0']").focus();
    for (let n = 0; n < 100; n += 1) await photos.page.keyboard.press("ArrowDown");
    assert.notEqual(await photos.problem().textContent(), "");
    await look("crossed");
    await photos.close();
  }
});
