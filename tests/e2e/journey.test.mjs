// Whole applications, from the start page to the check of all answers, with real photos.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";
import { LOOKING, look } from "./look.mjs";
import { photo } from "./photo_page.mjs";

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

const open = (options) => JourneyPage.open(browser, server.url, options);

/** The photos of a package are what a platform takes, in the order of the form. */
async function checkPhotos(journey, photos, slots) {
  const names = slots.map((slot, i) => `photos/0${i + 1}-${slot}.jpg`);
  assert.deepEqual(Object.keys(photos), names);
  for (const [name, bytes] of Object.entries(photos)) {
    assert.ok(bytes.length <= 200_000, `${name} has ${bytes.length} bytes`);
    assert.deepEqual([...bytes.subarray(0, 3), ...bytes.subarray(-2)], [0xff, 0xd8, 0xff, 0xff, 0xd9], name);
    const side = await journey.page.evaluate(async (text) => {
      const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))]));
      return Math.max(picture.width, picture.height);
    }, bytes.toString("base64"));
    assert.ok(800 <= side, `${name} is ${side} long`);
  }
}

for (const [type, locale] of [["enterprise", "en-US"], ["sole-trader", "zh-CN"], ["individual", "en-US"]]) {
  test(`an application of the type ${type} goes from the start page to its package (${locale})`, { timeout: 300_000 }, async () => {
    const journey = await open({ locale });
    const isEnglish = locale === "en-US";
    const home = await journey.beginFromStart(type);
    const taken = await journey.complete(home, APPLICATIONS[type]);
    await journey.go(`${home}/check`);
    await journey.page.getByText(isEnglish ? "Nothing wrong was found. It can be sent." : "没有发现问题，可以提交了。").waitFor();
    await journey.agree(home);

    const { name, files } = await journey.package(home);
    assert.match(name, isEnglish ? /^certification-青石小筑-\d{4}-\d{2}-\d{2}\.zip$/ : /^认证资料-青石小筑-\d{4}-\d{2}-\d{2}\.zip$/);
    const { "summary.html": summary, "answers.json": json, ...photos } = files;
    await checkPhotos(journey, photos, Object.keys(APPLICATIONS[type].photos));
    const answers = JSON.parse(json);
    assert.equal(answers.application.subjectType, type);
    assert.ok(8 < Object.keys(taken).length);
    for (const [field, value] of Object.entries(taken)) {
      assert.equal(answers.application.fields[field], value, field);
    }
    assert.deepEqual(answers.photos.map(({ file, byteLength }) => [file, byteLength]), Object.entries(photos).map(([file, bytes]) => [file, bytes.length]));
    assert.match(String(summary), new RegExp(`^<!DOCTYPE html><html lang="${isEnglish ? "en" : "zh-Hans"}">`));
    for (const said of ["青石小筑", "王五", ...Object.keys(photos)]) assert.ok(summary.includes(said), said);

    assert.deepEqual(journey.strangers(), []);
    assert.deepEqual(journey.errors, []);
    // It is on the start page.
    await journey.page.goto(`${server.url}#/`);
    await journey.link("青石小筑").first().waitFor();
    await journey.close();
  });
}

test("nothing is red before continue; then the summary has the focus and leads to the fields", async () => {
  const journey = await open();
  const home = await journey.begin("enterprise");
  await journey.go(`${home}/subject`);
  assert.equal(await journey.page.locator("main [aria-invalid]").count(), 0);
  await journey.submit();
  const errors = journey.page.locator("#errors");
  await errors.waitFor();
  assert.ok(await errors.evaluate((element) => element.contains(document.activeElement)));
  await errors.getByRole("button").first().click();
  const focused = await journey.page.evaluate(() => document.activeElement.name);
  assert.equal(focused, "subject.name");
  await journey.close();
});

test("a long text stays when something else on its page is wrong", async () => {
  const journey = await open();
  const home = await journey.begin("enterprise");
  await journey.go(`${home}/nickname`);
  await journey.page.locator('details:has([name="nickname.introduction"]) > summary').click();
  await journey.field("nickname.introduction").fill("茶叶和茶具");
  await journey.submit();
  await journey.page.locator("#errors").waitFor();
  assert.equal(await journey.field("nickname.introduction").inputValue(), "茶叶和茶具");
  await journey.close();
});

test("what was typed stays: by reload, by back, in the other language, and in another tab", async () => {
  const journey = await open();
  const home = await journey.begin("enterprise");
  await journey.go(`${home}/subject`);
  await journey.field("subject.name").fill("青石小筑（北京）有限公司");
  await journey.page.getByRole("banner").getByText("中文").click();
  await journey.page.locator("h1", { hasText: /[一-龥]/ }).waitFor();
  assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  await journey.page.getByRole("banner").getByText("English").click();
  await journey.reload();
  await journey.field("subject.name").waitFor();
  assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  await journey.go(home);
  await journey.page.goBack();
  await journey.field("subject.name").waitFor();
  assert.equal(await journey.field("subject.name").inputValue(), "青石小筑（北京）有限公司");
  const other = await journey.tab(`${home}/subject`);
  await other.field("subject.name").fill("青石大筑");
  await journey.page.waitForFunction(() => document.querySelector('[name="subject.name"]').value === "青石大筑");
  // What is being typed here stays, whatever comes from there.
  await journey.field("subject.creditCode").pressSequentially("9111 01");
  await other.field("subject.name").fill("青石中筑");
  await journey.page.waitForFunction(() => document.querySelector('[name="subject.name"]').value === "青石中筑");
  assert.match(await journey.field("subject.creditCode").inputValue(), /^911101$|^91 ?1101$|^9111 ?01$/);
  assert.deepEqual([...journey.errors, ...other.errors], []);
  await journey.close();
});

test("the keyboard alone fills in a page, and numbers are grouped under the caret", async () => {
  const journey = await open();
  const { keyboard } = journey.page;
  await journey.begin("individual");
  await journey.link(/^Next:/).focus();
  await keyboard.press("Enter");
  await journey.at(/administrator$/);
  await journey.field("administrator.name").focus();
  await keyboard.type("王五");
  await journey.field("administrator.idNumber").focus();
  await keyboard.type("110105199002020021");
  assert.equal(await journey.field("administrator.idNumber").inputValue(), "110105 19900202 0021");
  for (let i = 0; i < 5; i += 1) await keyboard.press("ArrowLeft");
  await keyboard.press("Backspace");
  await keyboard.type("3");
  const caret = await journey.field("administrator.idNumber").evaluate((field) => [field.value, field.selectionStart]);
  assert.deepEqual(caret, ["110105 19900203 0021", 15]);
  await keyboard.press("Enter");
  await journey.page.locator("#errors").waitFor();
  await journey.close();
});

test("a bad photo is to be taken again, and after some tries it can be used all the same", { timeout: 120_000 }, async () => {
  const journey = await open();
  const home = await journey.begin("individual");
  await journey.go(`${home}/photos/id-front`);
  const anyway = journey.page.getByRole("button", { name: "Use it anyway" });
  for (const [n, name] of ["p0048.jpg", "p0132.jpg", "p0086.jpg"].entries()) {
    assert.equal(await anyway.count(), 0);
    await journey.page.locator("[data-host] input[type=file]").first().setInputFiles(photo(name));
    await journey.page.locator("[data-testid=photo-card][data-state=done]").nth(n).waitFor({ timeout: 60_000 });
  }
  await anyway.first().click();
  await journey.page.getByRole("button", { name: "In use" }).waitFor();
  await journey.go(`${home}/photos`);
  await journey.page.getByText("1 added").first().waitFor();
  await journey.close();
});

test("from page to page the frame stays; what was asked for a page that was left changes no other", async () => {
  const journey = await open();
  const home = await journey.begin("individual");
  await journey.page.evaluate(() => { document.querySelector(".rz-journey").isTheSame = true; });
  await journey.go(`${home}/administrator`);
  assert.ok(await journey.page.evaluate(() => document.querySelector(".rz-journey").isTheSame));
  // Faster than anything is answered.
  const hashes = [`${home}/contact`, "#/", `${home}/nickname`, "#/about", "#/", `${home}/contact`, `${home}/administrator`];
  await journey.page.evaluate(async (hashes) => {
    for (const hash of hashes) {
      location.hash = hash;
      await new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
    }
  }, hashes);
  await journey.isShown();
  await journey.settled();
  assert.equal(await journey.page.locator("main h1").innerText(), await journey.page.title().then((title) => title.split(" · ")[0]));
  await journey.field("administrator.name").waitFor();
  await journey.close();
});

test("a lost worker is said, and tried again", async () => {
  const journey = await open();
  await journey.page.context().route("**/journey-worker*", (route) => route.abort());
  await journey.reload();
  await journey.page.goto(`${server.url}#/new`);
  await journey.page.getByRole("alert").getByText(/did not open/).waitFor();
  await journey.page.context().unroute("**/journey-worker*");
  await journey.button("Try again").click();
  await journey.page.locator("main .rz-journey h1").waitFor();
  await journey.close();
});

/** Looks at pages of an application, as they are and after "continue". */
async function lookAt(journey, home, pages) {
  for (const page of pages) {
    await journey.go(`${home}/${page}`);
    await look(journey, page);
    if (await journey.page.locator("main form[data-act] button[type=submit]").count()) {
      await journey.submit();
      await journey.settled();
      await look(journey, `${page}, tried`);
    }
  }
}

test("axe finds nothing on any page, in both themes and languages", { timeout: 600_000 }, async () => {
  const journey = await open(LOOKING);
  await look(journey, "start");
  for (const address of ["#/new", "#/new?type=enterprise", "#/new?type=individual", "#/new/rehearse", "#/a/nobody"]) {
    await journey.go(address);
    await look(journey, address);
  }
  const home = await journey.begin("enterprise");
  await look(journey, "tasks");
  await lookAt(journey, home, [
    "type", "subject", "legal-person", "administrator", "contact", "nickname", "payment", "photos", "photos/licence",
    "photos/letter", "check", "send", "provider", "status", "record", "nowhere",
  ]);
  await journey.page.goto(`${server.url}#/`);
  await journey.page.locator(".rz-start__mine").waitFor();
  await look(journey, "start with an application");
  await journey.close();
});

test("axe finds nothing where answers are doubted, and where all of them are shown", { timeout: 600_000 }, async () => {
  const journey = await open(LOOKING);
  const home = await journey.begin("individual");
  const { fields, photos } = APPLICATIONS.individual;
  await lookAt(journey, home, ["administrator", "identification", "contact", "photos/id-front"]);
  for (const [page, wrong] of Object.entries({
    administrator: { "administrator.name": "王5", "administrator.idNumber": "110105199002020021", "administrator.mobile": "12345" },
    contact: { "contact.name": "王五", "contact.email": "wangwu@qq.con" },
    nickname: { "nickname.current": "青石小筑", "nickname.text": "国家级最佳小程序", "nickname.mode": "trademark" },
    payment: { "invoice.type": "electronic" },
  })) {
    await journey.go(`${home}/${page}`);
    await journey.fill(wrong);
    await look(journey, `${page}, doubted`);
    await journey.submit();
    await journey.page.locator("#errors").or(journey.page.locator("main h1")).first().waitFor();
    await look(journey, `${page}, wrong`);
  }
  await journey.go(`${home}/photos/id-front`);
  await journey.page.locator("[data-host] input[type=file]").first().setInputFiles(photo("p0048.jpg"));
  await journey.page.locator("[data-testid=photo-card][data-state=done]").waitFor({ timeout: 60_000 });
  await look(journey, "a bad photo");
  await journey.go(`${home}/check`);
  await look(journey, "check, with errors");
  await journey.complete(home, { fields, photos });
  await look(journey, "a good photo");
  await lookAt(journey, home, ["", "photos", "check"]);
  await journey.go(`${home}/check?numbers=all`);
  await look(journey, "check, all numbers");
  await journey.close();
});
