// The page itself: languages, routes, keyboard, accessibility, and what is shown
// where it cannot run.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { HEADERS, serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { LOOKING, look } from "./look.mjs";
import { PhotoPage, format, photo } from "./photo_page.mjs";

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

test("the browser's language is spoken, and the other one is a click away", async () => {
  const photos = await open({ locale: "zh-CN" });
  assert.equal(await photos.page.locator("html").getAttribute("lang"), "zh-Hans");
  const chinese = await photos.heading().textContent();
  await photos.give(format("photo.heic"));
  assert.match(await (await photos.state("done")).textContent(), /兼容性最佳/);
  await photos.page.getByRole("banner").getByText("English").click();
  assert.equal(await photos.page.locator("html").getAttribute("lang"), "en");
  assert.notEqual(await photos.heading().textContent(), chinese);
  assert.match(await photos.card().textContent(), /Most Compatible/);
  await photos.reload();
  assert.equal(await photos.page.locator("html").getAttribute("lang"), "en", "the choice is kept");
  await photos.close();
});

test("routes are addresses: reload stays, back goes back, nonsense is answered", async () => {
  const photos = await open({ path: "#/about" });
  const about = "About and privacy · Renzheng";
  const isAbout = () => photos.page.waitForFunction((title) => document.title === title, about);
  await isAbout();
  await photos.reload();
  await isAbout();
  await photos.page.goto(`${server.url}#/nonsense`);
  await photos.page.getByText("No such page").first().waitFor();
  await photos.page.goBack();
  await isAbout();
  await photos.close();
});

test("the keyboard alone is enough", async () => {
  const photos = await open();
  const { keyboard } = photos.page;
  const focused = () => photos.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? "");
  await keyboard.press("Tab");
  assert.match(await focused(), /Skip to content/);
  await photos.give(format("png_rgb8.png"));
  const card = await photos.state("done");
  await photos.button(/^Use (this photo|it anyway)$/, card).focus();
  await keyboard.press("Enter");
  await photos.page.getByText(/Photos in use \(1\)/).first().waitFor();
  await card.getByRole("button", { name: /View large: Result/ }).focus();
  await keyboard.press("Enter");
  await photos.page.getByRole("dialog").waitFor();
  await keyboard.press("Escape");
  await photos.page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.match(await focused(), /View large: Result/, "focus returns to where it came from");
  await photos.close();
});

test("axe finds nothing, in both themes, empty and full", { timeout: 300_000 }, async () => {
  const photos = await open(LOOKING);
  await look(photos, "empty");
  await photos.give(format("photo.heic"), format("exif_gps.jpg"), format("png_rgba8_alpha.png"), photo("p0086.jpg"));
  for (const n of [0, 1, 2, 3]) await photos.state("done", n);
  await photos.button(/^Use (this photo|it anyway)$/, photos.page.getByRole("article", { name: /gps/ })).click();
  await photos.page.locator("main summary").evaluateAll((all) => all.forEach((summary) => summary.click()));
  await look(photos, "four photos");
  await photos.button(/View large: Result/).first().click();
  await photos.page.getByRole("dialog").waitFor();
  await look(photos, "a photo seen large");
  await photos.button("Close").click();
  await photos.button("Clear everything on this device").click();
  await look(photos, "a question");
  await photos.button("Keep").click();
  await photos.button("Remove", photos.card()).click();
  await look(photos, "one removed");
  for (const path of ["#/about", "#/nowhere"]) {
    await photos.page.goto(server.url + path);
    await photos.page.locator("main h1").waitFor();
    await look(photos, path);
  }
  await photos.close();
});

test("axe finds nothing where photos cannot be checked or kept", { timeout: 120_000 }, async () => {
  const photos = await open({
    ...LOOKING,
    init: () => { Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }); },
  });
  await photos.page.route("**/photo-worker*", (route) => route.abort());
  await photos.page.goto(`${server.url}#/`);
  await photos.reload();
  await photos.page.goto(`${server.url}#/photos`);
  await photos.give(format("png_rgb8.png"));
  await photos.state("failed");
  await look(photos, "failed");
  await photos.close();
});

test("nothing is wider than a small phone", async () => {
  const photos = await open({ viewport: { width: 320, height: 640 } });
  await photos.give(format("png_rgb8.png"), format("photo.heic"));
  for (const n of [0, 1]) await photos.state("done", n);
  for (const path of ["#/", "#/photos", "#/about", "#/saved", "#/new"]) {
    await photos.page.goto(server.url + path);
    await photos.page.locator("main h1").waitFor();
    const width = await photos.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${path} is ${width} wide`);
  }
  await photos.close();
});

test("without JavaScript the page explains itself", async () => {
  const photos = await open({ javaScriptEnabled: false });
  const headings = await photos.page.locator("noscript h2").allTextContents();
  assert.deepEqual(headings, ["需要 JavaScript", "JavaScript is needed"]);
  assert.ok(await photos.page.locator("noscript h2").first().isVisible());
  await photos.close();
});

test("without WebAssembly the page explains itself", async () => {
  const photos = await open({ broken: true, init: () => { delete globalThis.WebAssembly; } });
  await photos.page.locator("#fallback-wasm").waitFor();
  await photos.page.getByText(/Lockdown Mode/).first().waitFor();
  await photos.close();
});

test("every answer has the policy, the worker's too", async () => {
  const photos = await open();
  const seen = new Map();
  photos.page.context().on("response", (response) => {
    const { protocol, pathname } = new URL(response.url());
    if (protocol === "http:") seen.set(pathname, response.headers());
  });
  await photos.reload();
  await photos.give(format("png_rgb8.png"));
  await photos.state("done");
  assert.ok([...seen.keys()].some((path) => path.includes("photo-worker")), [...seen.keys()].join(" "));
  for (const [path, headers] of seen) {
    assert.equal(headers["content-security-policy"], HEADERS["Content-Security-Policy"], path);
  }
  await photos.close();
});

test("without a network the page is there, says so, and goes on", async () => {
  const photos = await open({ serviceWorkers: "allow", path: "#/" });
  await photos.page.evaluate(() => navigator.serviceWorker.ready);
  await photos.page.waitForFunction(() => navigator.serviceWorker.controller);
  await photos.page.context().setOffline(true);
  await photos.page.locator("#offline").waitFor();
  await photos.reload();
  await photos.page.goto(`${server.url}#/new?type=individual`);
  await photos.page.locator("[data-act=begin]").click();
  await photos.page.locator(".rz-tasks").first().waitFor();
  await photos.page.goto(`${server.url}#/photos`);
  await photos.give(format("png_rgb8.png"));
  await photos.state("done");
  await photos.close();
});
