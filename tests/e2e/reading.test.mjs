// What is printed on a photo fills the form and is held against it; and what happens where it
// cannot be read. Without a model in the build there is nothing to test, which is said.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";
import { LOOKING, look } from "./look.mjs";
import { photo } from "./photo_page.mjs";

const FOLDER = readdirSync("dist").find((name) => name.startsWith("reader-"));
const options = { timeout: 300_000, skip: FOLDER ? false : "dist/ was built without the model that reads" };
const { files } = JSON.parse(readFileSync(photo("manifest.json"), "utf8"));
const truth = (name) => Object.fromEntries(files.find(({ path }) => path === name).fields.map(({ name, text }) => [name, text]));

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

const open = (options) => JourneyPage.open(browser, server.url, { reads: true, ...options });

/** Until the photo of the place was read. */
const read = (journey) => journey.page.locator("#reading .rz-read").waitFor({ timeout: 120_000 });

/** Until it is known that it will not be: the bar was there and is gone. */
async function unread(journey) {
  await journey.page.waitForFunction(() => document.querySelector("#reading") && !document.querySelector("#reading-progress"), null, { timeout: 120_000 });
  assert.equal(await journey.page.locator("#reading").innerText(), "", "nothing is said");
}

/** Every request for what reads. */
const asked = (journey) => journey.requests.map((request) => request.url()).filter((url) => url.includes("/reader-"));

test("a licence fills the form; a slip of the pen is shown, corrected, and what is sent is right", options, async () => {
  const journey = await open();
  const home = await journey.begin("enterprise");
  await journey.page.getByRole("link", { name: "Photos first" }).click();
  await journey.at(/\/photos\/licence$/);
  assert.deepEqual(asked(journey), [], "nothing is fetched before there is a photo");
  await journey.givePhoto(home, "licence", photo("p0125.jpg"));
  await read(journey);
  const licence = truth("p0125.jpg");
  const shown = await journey.page.locator("#reading").innerText();
  for (const name of ["uscc", "name", "founded"]) assert.ok(licence[name], `${name} is known`);
  assert.ok(shown.includes(licence.uscc), "the code is shown");

  await journey.press("use-read");
  await journey.go(`${home}/subject`);
  assert.equal(await journey.field("subject.creditCode").inputValue(), licence.uscc);
  assert.equal(await journey.field("subject.name").inputValue(), licence.name);

  // A slip: two characters the other way round.
  const [a, b] = licence.uscc.slice(8, 10);
  const wrong = licence.uscc.slice(0, 8) + (a === b ? (a === "1" ? "21" : "1" + b) : b + a) + licence.uscc.slice(10);
  await journey.field("subject.creditCode").fill(wrong);
  await journey.field("subject.creditCode").blur();
  await journey.settled();
  const note = journey.page.locator(".rz-field__note", { hasText: "The photo and the form differ" });
  await note.waitFor();
  assert.deepEqual((await note.locator("dd").allInnerTexts()).map((text) => text.replace(/\s/g, "")), [licence.uscc, wrong]);
  await journey.go(`${home}/check`);
  await journey.page.getByRole("heading", { name: /^Differences from the photos: \d$/ }).waitFor();

  await journey.go(`${home}/subject`);
  await journey.field("subject.creditCode").fill(licence.uscc);
  await journey.field("subject.creditCode").blur();
  await journey.settled();
  assert.equal(await note.count(), 0);

  const { fields, photos } = APPLICATIONS.enterprise;
  const { "subject.creditCode": _, "subject.name": __, "legalPerson.name": ___, ...others } = fields;
  await journey.complete(home, { fields: others, photos: { letter: photos.letter } });
  await journey.agree(home);
  const { files: packed } = await journey.package(home);
  const answers = JSON.parse(packed["answers.json"]);
  assert.equal(answers.application.fields["subject.creditCode"], licence.uscc);
  assert.equal(answers.application.fields["subject.name"], licence.name);
  assert.ok(!JSON.stringify(answers).includes("polygons"), "what was read is not sent along");
  assert.deepEqual(journey.strangers(), []);
  assert.deepEqual(journey.errors, []);
  await journey.close();
});

test("both sides of a card fill the applicant's page, and the page can be used meanwhile", options, async (t) => {
  const init = () => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask", buffered: false });
  };
  const journey = await open({ init });
  const home = await journey.begin("individual");
  await journey.givePhoto(home, "id-front", photo("p0000.jpg"));
  await journey.page.evaluate(() => { globalThis.longest = 0; });
  await read(journey);
  t.diagnostic(`longest task of the page while a card is read: ${await journey.page.evaluate(() => Math.round(globalThis.longest))} ms (0: none over 50 ms)`);
  await journey.givePhoto(home, "id-back", photo("p0037.jpg"));
  await read(journey);
  await journey.go(home);
  await journey.press("use-read");
  await journey.go(`${home}/administrator`);
  assert.equal(await journey.field("administrator.name").inputValue(), truth("p0000.jpg").name);
  assert.equal((await journey.field("administrator.idNumber").inputValue()).replace(/\s/g, ""), truth("p0000.jpg").id_number);
  // It is kept: another visit reads nothing again.
  const before = asked(journey).length;
  await journey.go(`${home}/photos/id-front`);
  await journey.reload();
  await read(journey);
  assert.equal(asked(journey).length, before);
  assert.deepEqual(journey.errors, []);
  await journey.close();
});

test("where the model is blocked, cut off or another, the page does all else and alarms nobody", options, async () => {
  const pack = readFileSync(join("dist", FOLDER, "reader.pack"));
  pack[pack.length >> 1] ^= 1;
  for (const [name, answer] of [
    ["reader.pack", (route) => route.abort()],
    ["reader.pack", (route) => route.fulfill({ status: 404, body: "" })],
    ["reader.pack", (route) => route.fulfill({ body: pack })],
    ["renzheng_reader_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: readFileSync("dist/photo-worker_bg.wasm") })],
    ["reader-worker.js", (route) => route.abort()],
  ]) {
    const journey = await open();
    await journey.page.context().route(`**/${FOLDER}/${name}`, answer);
    const home = await journey.begin("enterprise");
    await journey.givePhoto(home, "licence", photo("p0018.jpg"));
    await unread(journey);
    await journey.go(`${home}/subject`);
    await journey.field("subject.name").fill("青石小筑（北京）有限公司");
    await journey.go(`${home}/photos`);
    await journey.go(`${home}/photos/licence`);
    await unread(journey);
    await journey.close();
  }
});

test("a slow model shows how far it is, and one can go without it", options, async () => {
  const journey = await open();
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await journey.page.context().route(`**/${FOLDER}/reader.pack`, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  const home = await journey.begin("enterprise");
  await journey.givePhoto(home, "licence", photo("p0018.jpg"));
  const bar = journey.page.locator("#reading-progress");
  await bar.waitFor();
  await journey.page.waitForFunction(() => 0 < document.querySelector("#reading-progress")?.value, null, { timeout: 60_000 });
  await journey.page.getByRole("button", { name: "Don’t read it" }).click();
  await unread(journey);
  letGo();
  await journey.close();
});

test("who saves data is not made to fetch it", options, async () => {
  const journey = await open({ reads: false });
  await journey.page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    globalThis.questions = 0;
    Worker.prototype.postMessage = function (message, transfer) {
      if ("address" in message) globalThis.questions += 1;
      return post.call(this, message, transfer ?? []);
    };
  });
  await journey.reload();
  const home = await journey.begin("enterprise");
  await journey.givePhoto(home, "licence", photo("p0018.jpg"));
  // While the first answer is on its way another page is asked for.
  await journey.reload();
  await journey.page.evaluate((address) => { location.hash = address; }, `${home}/photos/licence`);
  await unread(journey);
  assert.deepEqual(asked(journey), []);
  assert.ok((await journey.page.evaluate(() => globalThis.questions)) < 10, "it is not asked for again and again");
  await journey.close();
});

test("on a second visit it reads without a network", options, async () => {
  const journey = await open({ serviceWorkers: "allow" });
  await journey.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    }
  });
  const home = await journey.begin("individual");
  await journey.givePhoto(home, "id-front", photo("p0000.jpg"));
  await read(journey);
  await journey.page.context().setOffline(true);
  await journey.reload();
  await journey.givePhoto(home, "id-back", photo("p0037.jpg"));
  await read(journey);
  const shown = await journey.page.locator("#reading").innerText();
  assert.ok(shown.includes(truth("p0037.jpg").issuer), shown);
  await journey.close();
});

test("axe finds nothing where a photo is read, was read, and contradicts the form", options, async () => {
  const journey = await open(LOOKING);
  let letGo;
  const held = new Promise((done) => { letGo = done; });
  await journey.page.context().route(`**/${FOLDER}/reader.pack`, async (route) => {
    await held;
    await route.continue();
  });
  const home = await journey.begin("enterprise");
  await look(journey, "the way to the photos");
  await journey.givePhoto(home, "licence", photo("p0125.jpg"));
  await journey.page.locator("#reading-progress").waitFor();
  await look(journey, "a photo is being read");
  letGo();
  await read(journey);
  await look(journey, "a photo was read");
  await journey.go(home);
  await look(journey, "what can be filled in");
  await journey.go(`${home}/subject`);
  await look(journey, "what was read is offered");
  await journey.field("subject.creditCode").fill("91992221MA3NU5W29T");
  await journey.field("subject.creditCode").blur();
  await journey.settled();
  await look(journey, "the field contradicts the photo");
  await journey.go(`${home}/photos/licence`);
  await look(journey, "the photo contradicts the form");
  await journey.go(`${home}/check`);
  await look(journey, "before sending");
  await journey.close();
});

test("the model's licence lies beside it", options, () => {
  for (const name of ["LICENSE", "NOTICE"]) assert.ok(existsSync(join("dist", FOLDER, name)), name);
});
