// The states of the page of which pictures are taken, and how one is taken.
import { fileURLToPath } from "node:url";

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

export const VIEWS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 768, height: 1024 }, hasTouch: true },
  desk: { viewport: { width: 1280, height: 800 } },
  // A desk at 200 %.
  zoomed: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  // A4 on paper.
  print: { viewport: { width: 794, height: 1123 }, media: "print" },
};

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

const press = async (page, act, arg = "") => {
  await page.locator(`main [data-act="${act}"]${arg && `[data-arg="${arg}"]`}`).first().evaluate((button) => button.click());
  await page.waitForFunction(() => !document.querySelector(".rz-journey[aria-busy=true]"));
};
/** Begins a rehearsal with the example in it, and opens a page of it. */
const example = async (page, name = "", type = "enterprise") => {
  const start = page.url().replace(/#.*/, "");
  await page.goto(`${start}#/new/rehearse?type=${type}`);
  await shown(page);
  await press(page, "begin");
  await page.waitForURL((url) => url.hash.startsWith("#/a/"));
  await shown(page);
  await press(page, "example");
  if (name) await page.goto(`${page.url()}/${name}`);
  await shown(page);
};
/** The same, with the statement agreed to. */
const ready = async (page, name = "send") => {
  await example(page, "check");
  await page.locator("main input[type=checkbox]").check();
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((url) => url.hash.endsWith("/send"));
  await page.goto(page.url().replace(/send$/, name));
  await shown(page);
};
/** The same, sent, and answered. A number lets so many days pass. */
const answered = async (page, ...news) => {
  await ready(page);
  await press(page, "pretend");
  await page.waitForURL((url) => url.hash.endsWith("/status"));
  await shown(page);
  for (const what of news) {
    if (typeof what === "number") for (let day = 0; day < what; day += 30) await press(page, "pass", "30");
    else await press(page, "play", what);
  }
};
const tried = async (page) => {
  await page.locator("main form button[type=submit]").click();
  await page.locator("#errors").waitFor();
};
/** From the page of the progress to another one of the same application. */
const onTo = async (page, name) => {
  await page.goto(page.url().replace(/status$/, name));
  await shown(page);
};
const PLAYED = {
  sent: [], authorize: ["task-created"], face: ["task-created", "authorized"],
  code: ["task-created", "authorized", "face-passed"], payment: ["payment-due"], review: ["paid", "review-started"],
  sent_back: ["paid", "sent-back"], failed: ["paid", "finally-failed"], stopped: ["task-created", "authorization-refused"],
  late: ["task-created", "task-timed-out"], certified: ["certified"], renewal: ["certified", 300],
  expired: ["certified", 450], warned: ["account-warned"], banned: ["certified", "account-banned"],
};

export const STATES = {
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
  slot_read: { path: "#/", run: async (page) => {
    await begun(page, "enterprise", "photos/licence");
    await page.locator("[data-host] input[type=file]").first().setInputFiles(PHOTOS.licence);
    await finished(page);
    await page.locator("#reading .rz-read").waitFor({ timeout: 60_000 });
  } },
  ...Object.fromEntries(["administrator", "identification", "contact", "photos/id-front"].map((name) => [
    `person_${name.replace("/", "_")}`, { path: "#/", run: (page) => begun(page, "individual", name) },
  ])),
  ...Object.fromEntries(["type", "legal-person", "contact", "photos/letter", "provider", "nowhere"].map((name) => [
    `page_${name.replace("/", "_")}`, { path: "#/", run: (page) => begun(page, "enterprise", name) },
  ])),
  tried_payment: { path: "#/", run: async (page) => {
    await begun(page, "enterprise", "payment");
    await page.locator("[name='invoice.type'][value=vat-special-digital]").check();
    await shown(page);
    await tried(page);
  } },
  doubted: { path: "#/", run: async (page) => {
    await begun(page, "individual", "administrator");
    for (const [name, text] of [["name", "王5"], ["idNumber", "110105199002020021"], ["mobile", "12345"]]) {
      await page.locator(`[name="administrator.${name}"]`).fill(text);
    }
    await tried(page);
  } },
  renamed: { path: "#/", run: async (page) => {
    await begun(page, "enterprise", "nickname");
    for (const [name, text] of [["current", "青石书店"], ["text", "国家级青石小筑"]]) {
      await page.locator(`[name="nickname.${name}"]`).fill(text);
    }
    await page.locator("[name='nickname.mode'][value=trademark]").check();
    await shown(page);
  } },
  slot_bad: { path: "#/", run: async (page) => {
    await begun(page, "enterprise", "photos/licence");
    await page.locator("[data-host] input[type=file]").first().setInputFiles(PHOTOS.shining);
    await finished(page);
  } },
  rehearse: { path: "#/new/rehearse", run: shown },
  example_tasks: { path: "#/", run: example },
  example_check: { path: "#/", run: (page) => example(page, "check") },
  example_check_tried: { path: "#/", run: async (page) => {
    await example(page, "check");
    await tried(page);
  } },
  example_send: { path: "#/", run: ready },
  example_package: { path: "#/", run: (page) => ready(page, "package") },
  ...Object.fromEntries(Object.entries(PLAYED).map(([name, news]) => [
    `status_${name}`, { path: "#/", run: (page) => answered(page, ...news) },
  ])),
  status_appeal: { path: "#/", run: async (page) => {
    await answered(page, "account-banned");
    await press(page, "do", "appeal");
  } },
  record: { path: "#/", run: async (page) => {
    await answered(page);
    await onTo(page, "record");
  } },
  record_tried: { path: "#/", run: async (page) => {
    await answered(page);
    await onTo(page, "record?news=sent-back");
    await tried(page);
  } },
  record_certified: { path: "#/", run: async (page) => {
    await answered(page);
    await onTo(page, "record?news=certified");
  } },
  no_wasm: { before: () => { delete window.WebAssembly; }, boot: true },
  no_script: { javaScriptEnabled: false, boot: true },
};

/** A picture of a state, of the whole page or of what is in view, and what is wrong with it. */
export async function take(browser, url, name, variant, isWhole = true) {
  const state = typeof STATES[name] === "function" ? { run: STATES[name] } : STATES[name];
  const context = await browser.newContext({
    ...VIEWS[variant.view],
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

  if (VIEWS[variant.view].media) await page.emulateMedia({ media: VIEWS[variant.view].media });
  // A modal dialog covers the view, and there is nothing below it to see. Not
  // `fullPage`: that forgets that the pointer is a finger.
  if (isWhole && !(await page.locator("dialog[open]").count())) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: VIEWS[variant.view].viewport.width, height });
  }
  await page.evaluate((y) => scrollTo(0, y), variant.scroll ?? 0);
  const png = await page.screenshot();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (overflow > 0) problems.push(`scrolls sideways by ${overflow} px`);
  await context.close();
  return { png, problems };
}
