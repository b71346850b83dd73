// What lies on the device, in the person's hands: how long it stays, its lock, files in
// and out, deleting.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { LOOKING, look } from "./look.mjs";
import { PhotoPage, format } from "./photo_page.mjs";

const NAME = "png_rgb8.png";
const PASSPHRASE = "correct horse battery";

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

/** The page of what is saved, with one finished photo in it. */
async function withPhoto(options) {
  const saved = await PhotoPage.open(browser, server.url, options);
  await saved.give(format(NAME));
  await saved.state("done");
  await saved.page.getByText(/^Saved on this device/).waitFor();
  await go(saved, "Saved");
  return saved;
}
const go = ({ page }, name) => page.getByRole("navigation").getByRole("link", { name }).click();
const texts = (page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
const choice = (page, name) => page.getByRole("radio", { name });
const enter = async (page, passphrase, action) => {
  await page.locator("input[type=password]").first().waitFor();
  for (const field of await page.locator("input[type=password]").all()) await field.fill(passphrase);
  await page.getByRole("button", { name: action, exact: true }).click();
};
async function lock(saved) {
  await choice(saved.page, /locked with a passphrase/).check();
  await enter(saved.page, PASSPHRASE, "Lock");
  await saved.page.getByLabel(/New passphrase/).waitFor({ state: "detached" });
}
async function exported(saved, passphrase) {
  await saved.button("Export as a file").click();
  const wait = saved.page.waitForEvent("download");
  await enter(saved.page, passphrase, "Save the file");
  return readFileSync(await (await wait).path(), "utf8");
}
const give = (page, text) =>
  page.getByTestId("import").setInputFiles({ name: "draft.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("a locked draft shows nothing, on the page and in the storage, until its passphrase is entered", async () => {
  const saved = await withPhoto();
  assert.ok((await texts(saved.page)).includes(NAME));
  await lock(saved);
  assert.ok(!(await texts(saved.page)).includes(NAME));
  await go(saved, "Check photos");
  // It is open in this tab.
  await saved.state("done");

  await saved.reload();
  await saved.page.getByText(/locked with a passphrase/i).first().waitFor();
  assert.equal(await saved.cards().count(), 0);
  await go(saved, "Saved");
  await enter(saved.page, "another horse", "Unlock");
  await saved.page.getByText("The passphrase is not right. Enter it again.").waitFor();
  await enter(saved.page, PASSPHRASE, "Unlock");
  await choice(saved.page, /locked with a passphrase/).waitFor();
  await go(saved, "Check photos");
  await saved.state("done");
  assert.ok(!(await texts(saved.page)).includes(NAME));

  await go(saved, "Saved");
  await choice(saved.page, /^Keep for 7 days/).check();
  await saved.page.waitForFunction((name) => JSON.stringify({ ...localStorage }).includes(name), NAME);
  await saved.close();
});

test("short and differing passphrases are refused, and nothing is locked", async () => {
  const saved = await withPhoto();
  await choice(saved.page, /locked with a passphrase/).check();
  await enter(saved.page, "short", "Lock");
  await saved.page.getByText(/at least 8 characters\. Make it longer/).waitFor();
  await saved.page.getByLabel(/New passphrase/).fill(PASSPHRASE);
  await saved.page.getByLabel("The same once more").fill(`${PASSPHRASE}!`);
  await saved.button("Lock").click();
  await saved.page.getByText("The two passphrases differ. Enter both again.").waitFor();
  assert.ok((await texts(saved.page)).includes(NAME));
  await saved.close();
});

test("what is kept until the tab closes is in no lasting storage, and is there after a reload", async () => {
  const saved = await withPhoto();
  await choice(saved.page, "Delete when this tab is closed").check();
  await saved.page.waitForFunction((name) => !JSON.stringify({ ...localStorage }).includes(name), NAME);
  await go(saved, "Check photos");
  await saved.reload();
  await saved.state("done");
  const other = await saved.page.context().newPage();
  await other.goto(`${server.url}#/photos`);
  await other.locator("#boot").waitFor({ state: "detached" });
  assert.equal(await other.getByTestId("photo-card").count(), 0);
  await saved.close();
});

test("a draft travels as a file, open and encrypted", async () => {
  const saved = await withPhoto();
  const open = await exported(saved, "");
  const sealed = await exported(saved, PASSPHRASE);
  assert.ok(open.includes(NAME));
  assert.ok(!sealed.includes(NAME));
  await saved.close();

  const other = await PhotoPage.open(browser, server.url, { path: "#/saved" });
  const drafts = () => other.page.getByRole("article");
  await give(other.page, open);
  await drafts().first().waitFor();
  assert.match(await drafts().first().textContent(), /1 photo/);
  await give(other.page, sealed);
  await enter(other.page.locator("section").first(), "another horse", "Unlock");
  await other.page.getByText("The passphrase is not right. Enter it again.").waitFor();
  await enter(other.page.locator("section").first(), PASSPHRASE, "Unlock");
  await drafts().nth(1).waitFor();
  assert.equal(await drafts().count(), 2);
  await other.page.getByText(/Locked with a passphrase/).waitFor();
  await other.close();
});

test("files that are no drafts are refused in words, and change nothing", async () => {
  const saved = await PhotoPage.open(browser, server.url, { path: "#/saved" });
  const before = await texts(saved.page);
  for (const [text, words] of [
    ["", /not a draft, or the file is damaged/],
    ['{"version":999}', /A later version wrote this file/],
    ["\u0000\ufffd{}", /not a draft, or the file is damaged/],
  ]) {
    await give(saved.page, text);
    await saved.page.getByText(words).waitFor();
  }
  assert.equal(await texts(saved.page), before);
  assert.deepEqual(saved.errors, []);
  await saved.close();
});

test("one draft is deleted, after a question, with its photos", async () => {
  const saved = await withPhoto();
  await saved.button("Delete").click();
  await saved.button("Clear everything", saved.page.getByRole("alertdialog")).click();
  await saved.page.getByText("Nothing is saved on this device yet.").waitFor();
  assert.ok(!(await texts(saved.page)).includes("renzheng:photo:"));
  await go(saved, "Check photos");
  await saved.page.getByText("Which document does the photo show?").waitFor();
  assert.equal(await saved.cards().count(), 0);
  await saved.close();
});

test("axe finds nothing on the page of what is saved", { timeout: 120_000 }, async () => {
  const nothing = await PhotoPage.open(browser, server.url, { path: "#/saved", ...LOOKING });
  await look(nothing, "nothing saved");
  await give(nothing.page, "{");
  await nothing.page.getByText(/not a draft/).waitFor();
  await look(nothing, "no draft");
  await nothing.close();

  const saved = await withPhoto(LOOKING);
  await look(saved, "a draft");
  await saved.button("Export as a file").click();
  await look(saved, "export");
  await choice(saved.page, /locked with a passphrase/).check();
  await enter(saved.page, "short", "Lock");
  await saved.page.getByText(/at least 8 characters\. Make it longer/).waitFor();
  await look(saved, "a short passphrase");
  await saved.button("Delete").click();
  await look(saved, "a question");
  await saved.button("Keep").click();
  await enter(saved.page, PASSPHRASE, "Lock");
  await saved.page.getByLabel(/New passphrase/).waitFor({ state: "detached" });
  await saved.reload();
  await enter(saved.page, "another horse", "Unlock");
  await saved.page.getByText("The passphrase is not right. Enter it again.").waitFor();
  await look(saved, "locked");
  await saved.close();
});
