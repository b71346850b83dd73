// What comes after the form, in a real browser: sent by hand, recorded, certified; rehearsed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

/** Nothing that axe objects to, and nothing wider than the phone. */
async function look(journey, where) {
  await journey.page.evaluate(AXE);
  const { violations } = await journey.page.evaluate(() => axe.run());
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`), [], where);
  const width = await journey.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 390, `${where} is ${width} wide`);
}

test("an individual sends by hand, records what WeChat answered, and is certified", { timeout: 300_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url);
  const { page } = journey;
  const home = await journey.begin("individual");
  await journey.complete(home, APPLICATIONS.individual);
  await journey.agree(home);
  await journey.link("Prepare the package").click();
  await journey.at(/\/package$/);

  await journey.package(home);
  await page.getByRole("main").getByText("The package was downloaded.").waitFor();

  // What is ticked stays ticked.
  await page.getByLabel(/^Log in at mp\.weixin/).check();
  await journey.reload();
  await page.getByLabel(/^Log in at mp\.weixin/).waitFor();
  assert.ok(await page.getByLabel(/^Log in at mp\.weixin/).isChecked());

  await journey.press("submitted");
  await journey.at(/\/status$/);
  await journey.stands("Sent");
  // What was recorded by mistake is taken back.
  await journey.go(`${home}/record?news=task-timed-out`);
  await journey.submit();
  await journey.stands("Timed out");
  await journey.press("undo");
  await journey.stands("Sent");

  await journey.link("WeChat has answered").first().click();
  await journey.at(/\/record$/);
  await journey.link("The review has begun, or was given to an agency").click();
  await journey.at(/news=review-started$/);
  await journey.field("_agency").fill("Sample Reviewers");
  await journey.submit();
  await journey.stands("Under review");
  await page.getByRole("main").getByText("Sample Reviewers").waitFor();

  await journey.go(`${home}/record?news=sent-back`);
  await journey.submit();
  await page.locator("#errors").waitFor();
  await journey.field("_place0").selectOption("materials.id-front");
  await journey.field("_reason0").fill("Not clear");
  await journey.submit();
  await journey.stands("Sent back for correction");
  assert.equal(await page.getByText("Not changed yet").count(), 1);
  await journey.link(/^Correct it/).first().click();
  await journey.at(/photos\/id-front/);
  await journey.go(`${home}/package`);
  await journey.press("submitted");
  await journey.stands("Under review");

  await journey.go(`${home}/record?news=certified`);
  await journey.field("_appid").fill("wx0123456789abcdef");
  await journey.submit();
  await journey.stands("Certified");
  await journey.reload();
  await journey.stands("Certified");
  const [dates] = await Promise.all([page.waitForEvent("download"), journey.press("calendar")]);
  assert.match(readFileSync(await dates.path(), "utf8"), /^BEGIN:VCALENDAR/);
  assert.deepEqual(journey.strangers(), []);
  assert.deepEqual(journey.errors, []);
  await journey.close();
});

test("a rehearsal goes through every state, and axe finds nothing", { timeout: 300_000 }, async () => {
  for (const [colorScheme, locale] of [["light", "en-US"], ["dark", "zh-CN"]]) {
    const journey = await JourneyPage.open(browser, server.url, { colorScheme, locale, bypassCSP: true });
    await journey.go("#/new/rehearse?type=enterprise");
    await journey.page.locator("[data-act=begin][data-arg=enterprise]").click();
    await journey.at(/^#\/a\/[^/]+$/);
    const home = journey.address();
    await journey.press("example");
    await journey.go(`${home}/check`);
    const statement = journey.page.locator("main input[type=checkbox]");
    if (await statement.count()) await statement.first().check();
    await journey.submit();
    await journey.at(/\/send$/);
    await look(journey, "send");
    await journey.go(`${home}/package`);
    await look(journey, "package");
    await journey.go(`${home}/send`);
    await journey.press("pretend");
    await journey.at(/\/status$/);
    for (const news of ["task-created", "authorized", "face-passed", "code-passed", "payment-due", "paid", "sent-back"]) {
      await look(journey, `before ${news}`);
      await journey.press("play", news);
    }
    await look(journey, "sent back");
    await journey.go(`${home}/record?news=finally-failed`);
    await look(journey, "recording");
    await journey.go(`${home}/send`);
    await journey.press("pretend");
    await journey.at(/\/status$/);
    await journey.press("play", "certified");
    await look(journey, "certified");
    for (let i = 0; i < 10; i += 1) await journey.press("pass", "30");
    await look(journey, "renewal due");
    await journey.page.locator("main .rz-rehearsal summary").click();
    await journey.press("play", "account-banned");
    await look(journey, "banned");
    await journey.press("do", "appeal");
    await look(journey, "appeal");
    await journey.press("play", "appeal-refused");
    await look(journey, "banned again");
    await journey.press("do", "appeal");
    await journey.press("play", "appeal-granted");
    await journey.stands(locale === "en-US" ? "Renewal due" : "待年审");
    await look(journey, "the ban is lifted");
    assert.deepEqual(journey.errors, []);
    await journey.close();
  }
});
