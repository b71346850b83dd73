#!/usr/bin/env node
// Pictures of the page in its states, for eyes: nothing is compared. Each state
// is taken on a phone and on a desk, in both languages and both color schemes.
//
//   node tools/screens.mjs [dist=dist] [out=target/screens] [name of a state ...]

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

import { launch } from "./chromium.mjs";
import { serve } from "./serve.mjs";

const data = (name) => fileURLToPath(new URL(`../tests/data/${name}`, import.meta.url));
const PHOTOS = {
  large: data("photos/p0000.jpg"),
  turned: data("photos/p0125.jpg"),
  heic: data("formats/photo.heic"),
  truncated: data("formats/jpeg_truncated_500.jpg"),
  small: data("formats/jpeg_444.jpg"),
  shining: data("photos/p0086.jpg"),
  covered: data("photos/p0104.jpg"),
  licence: data("photos/p0018.jpg"),
};

const VIEWS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 800 } },
};

// Every size in both languages and schemes, and the narrowest phone once.
const VARIANTS = [
  ...["phone", "desk"].flatMap((view) =>
    ["zh-CN", "en-US"].flatMap((lang) => ["light", "dark"].map((scheme) => ({ view, lang, scheme })))),
  { view: "narrow", lang: "en-US", scheme: "light" },
];

const give = async (page, ...files) => {
  await page.locator("input[type=file][multiple]").setInputFiles(files);
};
const finished = async (page) => {
  const open = '[data-testid=photo-card]:is([data-state=waiting], [data-state=inspected], [data-state=judged])';
  await page.waitForFunction((open) => !document.querySelector(open), open, { timeout: 120_000 });
};
const done = async (page, ...files) => {
  await give(page, ...files);
  await page.locator("[data-testid=photo-card]").first().waitFor();
  await finished(page);
};
const chooseFirst = (page) => page.locator("button[aria-pressed]").first().click();

const shown = (page) => page.waitForFunction(() =>
  document.querySelector(".rz-journey:not([aria-busy])")?.dataset.shown === location.hash.slice(1));
/** Begins an application, and opens a page of it. */
const begun = async (page, type, name = "") => {
  const start = page.url().replace(/#.*/, "");
  await page.goto(`${start}#/new?type=${type}`);
  await shown(page);
  await page.locator("[data-act=begin]").first().click();
  await page.waitForURL((url) => url.hash.startsWith("#/a/"));
  await shown(page);
  if (name) await page.goto(`${page.url()}/${name}`);
  await shown(page);
};

const STATES = {
  empty: async () => {},
  running: async (page) => {
    await give(page, PHOTOS.large, PHOTOS.turned, PHOTOS.heic);
    await page.locator("progress").waitFor();
  },
  repaired: (page) => done(page, PHOTOS.large),
  handled: async (page) => {
    await done(page, PHOTOS.large);
    for (const summary of await page.locator("summary").all()) await summary.click();
  },
  turned: (page) => done(page, PHOTOS.turned),
  refused: (page) => done(page, PHOTOS.heic, PHOTOS.truncated),
  warning: (page) => done(page, PHOTOS.small),
  marked: (page) => done(page, PHOTOS.shining, PHOTOS.covered),
  several: async (page) => {
    await done(page, PHOTOS.large, PHOTOS.turned, PHOTOS.truncated);
    await chooseFirst(page);
  },
  reloaded: async (page) => {
    await done(page, PHOTOS.turned);
    await chooseFirst(page);
    await page.reload();
    await page.locator("[data-testid=photo-card]").waitFor();
  },
  removed: async (page) => {
    await done(page, PHOTOS.turned);
    await page.getByRole("button", { name: /^(移除|Remove)$/ }).click();
  },
  cancelled: async (page) => {
    await give(page, PHOTOS.large, PHOTOS.turned);
    await page.getByRole("button", { name: /^(全部取消|Cancel all)$/ }).click();
  },
  full: async (page) => {
    await page.evaluate(() => {
      Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
    });
    await done(page, PHOTOS.turned);
  },
  unreadable: {
    before: () => localStorage.setItem("renzheng:draft:other", "{"),
    run: (page) => done(page, PHOTOS.turned),
  },
  forbidden: {
    before: () => {
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    },
    run: (page) => done(page, PHOTOS.turned),
  },
  dialog: async (page) => {
    await done(page, PHOTOS.turned);
    await page.getByRole("button", { name: /(处理后|Result)$/ }).click();
  },
  full_size: async (page) => {
    await STATES.dialog(page);
    await page.getByRole("button", { name: /(原始大小|Actual size)/ }).click();
  },
  edges: async (page) => {
    await done(page, PHOTOS.turned);
    await page.getByRole("button", { name: /^(调整边缘|Adjust the edges)$/ }).click();
    await page.locator(".rz-edges__picture img").first().evaluate((image) => image.decode());
    await page.keyboard.press("Tab");
  },
  confirm: (page) => page.getByRole("button", { name: /(清除本机|Clear everything)/ }).first().click(),
  missing: {
    routes: ["**/photo-worker*"],
    run: (page) => done(page, PHOTOS.turned),
  },
  saved: async (page) => {
    await done(page, PHOTOS.turned);
    await page.waitForTimeout(900);
    await page.goto(page.url().replace(/#.*/, "") + "#/saved");
    await page.locator("input[type=radio][value=passphrase]").check();
    await page.locator("button[type=submit]").click();
  },
  locked: async (page) => {
    await STATES.saved(page);
    for (const field of await page.locator("input[type=password]").all()) await field.fill("correct horse");
    await page.locator("button[type=submit]").click();
    await page.locator("input[autocomplete=new-password]").first().waitFor({ state: "detached" });
    await page.reload();
    await page.locator("input[type=password]").fill("wrong horse");
    await page.locator("button[type=submit]").click();
    await page.locator("[role=alert]:not(:empty)").first().waitFor();
  },
  nothing_saved: { path: "#/saved" },
  about: { path: "#/about" },
  not_found: { path: "#/nowhere" },
  start: { path: "#/" },
  start_mine: { path: "#/", run: async (page) => {
    await begun(page, "enterprise");
    await page.goto(page.url().replace(/#.*/, "#/"));
    await page.locator(".rz-start__mine").waitFor();
  } },
  new: { path: "#/new", run: shown },
  needs: { path: "#/new?type=enterprise", run: shown },
  ...Object.fromEntries(
    ["", "subject", "administrator", "nickname", "payment", "photos", "photos/licence", "check", "send", "status"].map((name) => [
      `page_${name.replace("/", "_") || "tasks"}`, { path: "#/", run: (page) => begun(page, "enterprise", name) },
    ]),
  ),
  tried: { path: "#/", run: async (page) => {
    await begun(page, "enterprise", "subject");
    await page.locator("main form button[type=submit]").click();
    await page.locator("#errors").waitFor();
  } },
  slot_done: { path: "#/", run: async (page) => {
    await begun(page, "enterprise", "photos/licence");
    await page.locator("[data-host] input[type=file]").first().setInputFiles(PHOTOS.licence);
    await finished(page);
  } },
  no_wasm: { before: () => { delete window.WebAssembly; }, boot: true },
  no_script: { javaScriptEnabled: false, boot: true },
};

async function take(browser, url, out, name, variant) {
  const state = typeof STATES[name] === "function" ? { run: STATES[name] } : STATES[name];
  const context = await browser.newContext({
    ...VIEWS[variant.view],
    serviceWorkers: "block",
    locale: variant.lang,
    colorScheme: variant.scheme,
    serviceWorkers: "block",
    javaScriptEnabled: state.javaScriptEnabled ?? true,
  });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !message.text().includes("Service Worker registration blocked")) problems.push(`${message.type()}: ${message.text()}`);
  });
  if (state.before) await page.addInitScript(state.before);
  for (const route of state.routes ?? []) await page.route(route, (route) => route.abort());
  await page.goto(url + (state.path ?? "#/photos"));
  await page.locator(state.boot ? "#boot" : "h1[tabindex]").waitFor();
  await state.run?.(page);
  // A change is saved within half a second.
  await page.waitForTimeout(900);

  const file = `${name}-${variant.view}-${variant.lang.slice(0, 2)}-${variant.scheme}.png`;
  // A modal dialog covers the view, and there is nothing below it to see. Not
  // `fullPage`: that forgets that the pointer is a finger.
  if (!(await page.locator("dialog[open]").count())) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: VIEWS[variant.view].viewport.width, height });
    await page.evaluate(() => scrollTo(0, 0));
  }
  await page.screenshot({ path: join(out, file) });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`scrolls sideways by ${overflow} px`);
  console.log(file, ...problems.map((problem) => `\n  ${problem}`));
  await context.close();
}

const [dist = "dist", out = "target/screens", ...names] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const server = await serve({ dir: dist, port: 0 });
const browser = await launch();
const only = process.env.VARIANTS?.split(",").map(Number);
const variants = only ? only.map((at) => VARIANTS[at]) : VARIANTS;
for (const name of names.length ? names : Object.keys(STATES)) {
  for (const variant of variants) {
    try {
      await take(browser, server.url, out, name, variant);
    } catch (error) {
      console.error(`${name} ${JSON.stringify(variant)}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
await browser.close();
await server.close();
