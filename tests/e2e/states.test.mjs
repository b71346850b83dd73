// Every state of an application that was sent, looked at in both languages and themes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";
import { LOOKING, look } from "./look.mjs";

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

/** Presses a button of the page and waits for the answer. */
async function press(journey, act, arg) {
  await journey.page.locator(`main [data-act="${act}"]${arg === undefined ? "" : `[data-arg="${arg}"]`}`).first().click();
  await journey.settled();
}

/** Opens whatever is folded away. */
async function unfold(journey) {
  await journey.page.locator("main details").evaluateAll((all) => all.forEach((details) => { details.open = true; }));
}

test("axe finds nothing in any state, each of them rehearsed", { timeout: 600_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url, LOOKING);
  await journey.go("#/new/rehearse?type=enterprise");
  await journey.page.locator("[data-act=begin][data-arg=enterprise]").click();
  await journey.at(/^#\/a\/[^/]+$/);
  const home = journey.address();
  await look(journey, "tasks of a rehearsal");
  await press(journey, "example");
  await journey.go(`${home}/check`);
  await journey.submit();
  await journey.page.locator("#errors").waitFor();
  await look(journey, "check, not agreed");
  await journey.page.locator("main input[type=checkbox]").check();
  await journey.submit();
  await journey.at(/\/send$/);
  await journey.go(`${home}/status`);
  await look(journey, "ready");
  await journey.go(`${home}/send`);
  await look(journey, "send");
  await journey.go(`${home}/package`);
  await press(journey, "package");
  await unfold(journey);
  await look(journey, "package");
  await journey.go(`${home}/send`);
  await press(journey, "pretend");
  await journey.at(/\/status$/);

  const play = async (...news) => {
    for (const name of news) {
      await unfold(journey);
      await press(journey, "play", name);
      await unfold(journey);
      await look(journey, name);
    }
  };
  const begin = async () => {
    await unfold(journey);
    await press(journey, "again");
    await journey.go(`${home}/check`);
    await journey.submit();
    await journey.at(/\/send$/);
    await press(journey, "pretend");
    await journey.at(/\/status$/);
  };
  await unfold(journey);
  await look(journey, "sent");
  await play("task-created", "authorized", "face-passed", "code-passed", "payment-due", "paid", "review-started", "sent-back");
  await journey.go(`${home}/photos/licence`);
  await look(journey, "a photo that was sent back");
  await journey.go(`${home}/subject`);
  await look(journey, "a page that was not sent back");
  await journey.go(`${home}/record`);
  await unfold(journey);
  await look(journey, "what was answered");
  for (const news of ["sent-back", "certified", "review-started"]) {
    await journey.go(`${home}/record?news=${news}`);
    await look(journey, `recording ${news}`);
    await journey.field("_on").fill("");
    await journey.submit();
    await journey.page.locator("#errors").waitFor();
    await look(journey, `recording ${news}, tried`);
  }
  await journey.go(`${home}/send`);
  await look(journey, "send again");
  await press(journey, "pretend");
  await journey.at(/\/status$/);
  await play("certified");
  for (let i = 0; i < 10; i += 1) await press(journey, "pass", "30");
  await look(journey, "renewal due");
  for (let i = 0; i < 5; i += 1) await press(journey, "pass", "30");
  await look(journey, "expired");
  await play("account-warned", "account-banned");
  await press(journey, "do", "appeal");
  await look(journey, "appeal");
  await begin();
  await play("sent-back", "finally-failed");
  await begin();
  await play("task-created", "authorization-refused");
  await begin();
  await play("task-created", "task-timed-out");
  await begin();
  await play("account-deregistered");
  await begin();
  await unfold(journey);
  await press(journey, "do", "withdraw");
  await look(journey, "withdrawn");
  assert.deepEqual(journey.errors, []);
  await journey.close();
});

test("axe finds nothing where a provider sends it", { timeout: 300_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url, LOOKING);
  const { page } = journey;
  await page.route("**/config.json", (route) => route.fulfill({ json: { provider: { url: "/provider", name: "Sample" } } }));
  await journey.reload();
  const home = await journey.begin("individual");
  await journey.complete(home, APPLICATIONS.individual);
  await journey.go(`${home}/check`);
  await page.locator("main input[type=checkbox]").first().check();
  await journey.submit();
  await journey.at(/\/send$/);
  await look(journey, "send, with a provider");
  await journey.go(`${home}/provider`);
  await look(journey, "consent");
  await press(journey, "start");
  await page.locator("#errors").waitFor();
  await look(journey, "consent, not agreed");
  await journey.field("_agree").check();
  await page.route("**/provider/**", (route) => route.fulfill({ status: 403, body: "" }));
  await press(journey, "start");
  await page.locator("main [data-act=go-on]").waitFor();
  await look(journey, "sending, stopped");
  await journey.close();
});
