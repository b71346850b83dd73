// A whole application by keyboard alone: from the start page to the package, seeing at each
// step where one is. Nothing is clicked; files are given to an input that has the focus.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";

const { fields, photos } = APPLICATIONS.individual;
/** More than any page has. */
const MOST_TABS = 80;

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

/** Why one cannot see where the focus is; nothing where one can. In the page. */
function unseen() {
  const element = document.activeElement;
  const isOutlined = (it) => {
    const { outlineStyle, outlineWidth, opacity } = getComputedStyle(it);
    return outlineStyle !== "none" && 2 <= parseFloat(outlineWidth) && opacity !== "0";
  };
  // A control that lies unseen over its label shows the focus there.
  const bearer = [element, element.closest("label"), element.nextElementSibling].find((it) => it && isOutlined(it));
  if (!bearer) return `no outline: ${element.outerHTML}`;
  const { left, top, right, bottom } = bearer.getClientRects()[0];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const hit = document.elementFromPoint(x, y);
  if (!hit) return `out of view: ${element.outerHTML}`;
  const isThere = [bearer, element].some((it) => it.contains(hit)) || hit.closest("label")?.control === element;
  if (!isThere) return `covered by ${hit.outerHTML}: ${element.outerHTML}`;
  const { outlineOffset, outlineWidth } = getComputedStyle(bearer);
  const room = parseFloat(outlineOffset) + parseFloat(outlineWidth);
  for (let around = bearer.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowX === "visible") continue;
    const frame = around.getBoundingClientRect();
    const isCut = left - room < frame.left || top - room < frame.top || frame.right < right + room || frame.bottom < bottom + room;
    if (isCut) return `outline cut by ${around.className}: ${element.outerHTML}`;
  }
  return "";
}

class Keys extends JourneyPage {
  async press(key) {
    await this.page.keyboard.press(key);
    await this.settled();
  }

  /** Moves the focus, which has to be seen there. */
  async step(key = "Tab") {
    await this.page.keyboard.press(key);
    assert.equal(await this.page.evaluate(unseen), "", this.address());
  }

  /** Moves the focus until it is where it should be. */
  async to(selector, key) {
    for (let n = 0; n < MOST_TABS; n += 1) {
      await this.step(key);
      if (await this.page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    }
    assert.fail(`${selector} is not reached on ${this.address()}`);
  }

  /** Goes there by Enter, and waits for the page. */
  async enter(selector, pattern) {
    await this.to(selector);
    await this.page.keyboard.press("Enter");
    await this.at(pattern);
  }

  focused = () => this.page.evaluate(() => {
    const { name, type, value, checked } = document.activeElement;
    return { name, type, value, checked };
  });

  /** Fills in the page from top to bottom, and goes on. */
  async fillIn(values) {
    const before = this.address();
    for (;;) {
      await this.to("main :is(input, select, textarea, [type=submit])");
      const { name, type, value } = await this.focused();
      if (type === "submit") break;
      if (!(name in values)) continue;
      if (type === "radio" || type === "select-one") await this.pick(values[name]);
      else if (!value) await this.page.keyboard.type(values[name]);
      await this.settled();
    }
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL((url) => url.hash !== before);
    await this.isShown();
  }

  /** Chooses by Space and the arrows. */
  async pick(wanted) {
    if ((await this.focused()).checked === false) await this.press("Space");
    for (let n = 0; n < 10; n += 1) {
      const { value, checked } = await this.focused();
      if (value === wanted) return assert.notEqual(checked, false);
      await this.press("ArrowDown");
    }
    assert.fail(`${wanted} is not among the choices`);
  }

  /** Gives a photo to the place whose page is open. */
  async give(file) {
    await this.to("input[type=file]");
    await this.page.locator("input[type=file]:focus").setInputFiles(file);
    await this.page.locator("[data-testid=photo-card][data-state=done]").waitFor({ timeout: 120_000 });
    await this.button("In use").waitFor();
  }
}

test("an application is filled in, checked and packed by keyboard alone", { timeout: 300_000 }, async () => {
  const keys = await Keys.open(browser, server.url);
  const { page } = keys;
  await keys.enter('main a[href="#/new"]', /^#\/new$/);
  await keys.enter('a[href="#/new?type=individual"]', /type=individual$/);
  await keys.enter("[data-act=begin]", /^#\/a\/[^/]+$/);
  await keys.enter("main .rz-actions a", /administrator$/);

  // Nothing is filled in: the list of what is missing has the focus, and leads there.
  await keys.to("[type=submit]");
  await page.keyboard.press("Enter");
  await page.locator("#errors:focus").waitFor();
  await keys.to("#errors button");
  await page.keyboard.press("Enter");
  await page.locator('[name="administrator.name"]:focus').waitFor();
  await keys.to("#errors button", "Shift+Tab");

  const seen = new Set();
  while (!/\/check$/.test(keys.address())) {
    assert.ok(!seen.has(keys.address()), `twice on ${keys.address()}`);
    seen.add(keys.address());
    if (/\/photos$/.test(keys.address())) {
      await keys.enter('a[href$="/photos/id-front"]', /id-front$/);
      await keys.give(photos["id-front"]);
      await keys.enter(".rz-actions .rz-button--primary", /id-back$/);
      await keys.give(photos["id-back"]);
      await keys.enter(".rz-actions .rz-button--primary", /photos$/);
      await keys.to("[data-act=continue]");
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => !/photos$/.test(url.hash));
      await keys.isShown();
    } else {
      await keys.fillIn(fields);
    }
  }

  await keys.to('[name="done.statement"]');
  await keys.press("Space");
  await keys.enter("main [type=submit]", /\/send$/);
  await keys.enter('a[href$="/package"]', /\/package$/);
  await keys.to("[data-act=package]");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /\.zip$/);
  await keys.enter("[data-act=submitted]", /\/status$/);
  assert.deepEqual(keys.errors, []);
  await keys.close();
});

test("a photo is seen large, and everything is cleared, by keyboard alone", { timeout: 120_000 }, async () => {
  const keys = await Keys.open(browser, server.url, { path: "#/photos" });
  const { page } = keys;
  await keys.step();
  await page.locator(".rz-skip-link:focus").waitFor();
  await page.keyboard.press("Enter");
  await keys.to("input[name=kind]");
  await keys.press("ArrowDown");
  assert.equal((await keys.focused()).value, "id-back");
  await keys.to("input[type=file]");
  await page.locator("input[type=file]:focus").setInputFiles(photos["id-back"]);
  await keys.state("done");
  await keys.to(".rz-preview__open");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  // Around the dialog and no further: between its end and its beginning are the browser's own controls.
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    assert.equal(await page.evaluate(unseen), "");
    assert.ok(await page.evaluate(() => document.activeElement.closest("dialog")));
  }
  await page.keyboard.press("Escape");
  await page.locator(".rz-preview__open:focus").waitFor();
  await keys.to(".rz-storage-status button");
  await page.keyboard.press("Enter");
  await keys.to("dialog[open] .rz-button--danger");
  await page.keyboard.press("Enter");
  await keys.card().waitFor({ state: "detached" });
  await keys.close();
});
