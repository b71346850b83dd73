// What has to hold of every page, whatever it shows: looked at in both languages and themes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A context in which `look` can look: a phone, whose policy lets axe in. */
export const LOOKING = { bypassCSP: true, hasTouch: true, isMobile: true };

/**
 * Looks at the page as it is now, in both languages and themes: axe finds nothing, it is not
 * wider than the phone, what one presses is large enough, nothing moves, and what is hidden is not
 * seen. It stays in English.
 */
export async function look({ page }, where) {
  const width = page.viewportSize().width;
  for (const lang of ["zh-Hans", "en"]) {
    await speak(page, lang);
    for (const colorScheme of ["dark", "light"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), [], `${where}, ${lang}, ${colorScheme}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `${where}, ${lang} is ${wide} wide`);
    assert.deepEqual(await page.evaluate(smallTargets), [], `${where}, ${lang}`);
    assert.deepEqual(await page.evaluate(moving), [], `${where}, ${lang}`);
    assert.deepEqual(await page.evaluate(shownAllTheSame), [], `${where}, ${lang}`);
  }
}

/** In another language, wherever one is: a dialog covers the switch. */
async function speak(page, lang) {
  if (await page.locator("html").getAttribute("lang") === lang) return;
  await page.locator(".rz-language-switch").evaluate((button) => button.click());
  await page.waitForFunction((lang) => document.documentElement.lang === lang
    && !document.querySelector(".rz-journey[aria-busy=true]"), lang);
}

async function violations(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

/**
 * What a finger could miss: less than 44 px high or wide, with all that belongs to it (a label,
 * a row that is one link). In the page. Links within a sentence are as high as their line.
 */
function smallTargets() {
  const LEAST = 44;
  const CONTROLS = "a[href], button, input, select, textarea, summary";
  const owner = (x, y) => {
    const hit = document.elementFromPoint(x, y)?.closest(`${CONTROLS}, label`);
    return hit?.matches("label") ? hit.control : hit;
  };
  const reach = (control, x, y, dx, dy) => {
    let far = 0;
    while (far < LEAST && owner(x + dx * (far + 1), y + dy * (far + 1)) === control) far += 1;
    return far;
  };
  const isInSentence = (control) => {
    const parent = control.closest("p, li, dd");
    const isWord = control.matches("a") && getComputedStyle(control).display === "inline";
    return isWord && parent && parent.textContent.trim() !== control.textContent.trim();
  };
  const dialog = document.querySelector("dialog[open]");
  const small = [];
  for (const control of (dialog ?? document).querySelectorAll(CONTROLS)) {
    if (!control.checkVisibility({ visibilityProperty: true }) || control.matches(".rz-skip-link") || isInSentence(control)) continue;
    control.scrollIntoView({ block: "center" });
    // A link that breaks is in several pieces.
    const { left, top, width, height } = control.getClientRects()[0];
    const [x, y] = [left + width / 2, top + height / 2];
    if (owner(x, y) !== control) {
      small.push(`covered: ${control.outerHTML}`);
      continue;
    }
    const wide = 1 + reach(control, x, y, -1, 0) + reach(control, x, y, 1, 0);
    const high = 1 + reach(control, x, y, 0, -1) + reach(control, x, y, 0, 1);
    if (wide < LEAST || high < LEAST) small.push(`${wide} x ${high}: ${control.outerHTML}`);
  }
  scrollTo(0, 0);
  return small;
}

/** What is hidden and takes place all the same, as a style may make it. In the page. */
const shownAllTheSame = () => [...document.querySelectorAll("[hidden]")]
  .filter((element) => element.getClientRects().length).map((element) => element.outerHTML);

/** What would move although reduced motion is asked for. In the page. */
function moving() {
  const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    for (const part of [null, "::before", "::after", "::-webkit-progress-value"]) {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
      const isAnimated = animationName !== "none" && 0.01 < seconds(animationDuration);
      if (isAnimated || 0.01 < seconds(transitionDuration) || scrollBehavior === "smooth") found.push(element.className);
    }
  }
  return found;
}
