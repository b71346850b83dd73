// Sent back, corrected and sent again; and carried to another browser as a file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";
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

test("what was sent back is corrected, and nothing else, and sent again", { timeout: 300_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url);
  const { page } = journey;
  const { fields, photos } = APPLICATIONS.individual;
  const home = await journey.begin("individual");
  await journey.complete(home, { fields, photos });
  await journey.agree(home);
  const { files: sent } = await journey.package(home);
  await journey.press("submitted");
  await journey.go(`${home}/record?news=review-started`);
  await journey.submit();
  await journey.stands("Under review");

  await journey.go(`${home}/record?news=sent-back`);
  await journey.press("more");
  for (const [i, place, reason] of [[0, "materials.id-front", "The edges are cut off"], [1, "contact.email", "No such address"]]) {
    await journey.field(`_place${i}`).selectOption(place);
    await journey.field(`_reason${i}`).fill(reason);
  }
  await journey.submit();
  await journey.stands("Sent back for correction");
  for (const said of ["The edges are cut off", "No such address"]) await page.getByText(said).waitFor();
  const fixes = await page.locator("main .rz-reasons a").evaluateAll((links) => links.map((link) => link.hash));
  assert.deepEqual(fixes, [`${home}/photos/id-front?from=status&at=materials.id-front`, `${home}/contact?from=status&at=contact.email`]);

  // What was not named cannot be changed.
  for (const [locked, control] of [["photos/id-back", "[data-host]"], ["nickname", "form [name]"], ["administrator", "form [name]"]]) {
    await journey.go(`${home}/${locked}`);
    await page.getByText("WeChat did not ask for a change here.").waitFor();
    assert.equal(await page.locator(`main ${control}`).count(), 0, locked);
  }

  await journey.go(`${home}/contact?from=status&at=contact.email`);
  await page.getByText("No such address").waitFor();
  const focused = () => page.evaluate(() => document.activeElement.id);
  assert.equal(await focused(), "contact.email", "the place that the reason is about");
  await journey.fill({ "contact.email": "wang@example.org" });
  // Whoever goes on to another field stays there, also when the page has something new to say.
  await journey.field("contact.mobile").click();
  await journey.settled();
  assert.equal(await focused(), "contact.mobile");
  await journey.goOn();

  // The photo that was sent back is known, whichever way it comes again.
  const same = page.locator("#found").getByText("This is the photo that was sent back.");
  await journey.go(`${home}/photos/id-front?from=status`);
  await page.getByText("The edges are cut off").waitFor();
  await same.waitFor();
  const card = page.locator("[data-host] [data-testid=photo-card]");
  await card.getByRole("button", { name: "Remove" }).click();
  await same.waitFor({ state: "detached" });
  await journey.givePhoto(home, "id-front", photos["id-front"]);
  await same.waitFor();
  await journey.go(`${home}/check`);
  await page.getByText("This is the photo that was sent back.").waitFor();
  // Another that will do takes its place by itself.
  await journey.givePhoto(home, "id-front", photo("p0042.jpg"));
  await same.waitFor({ state: "detached" });
  assert.equal(await card.count(), 1);
  assert.equal(await card.getByRole("button", { name: "In use" }).count(), 1);

  const { files: again } = await journey.package(home);
  assert.ok(!again["photos/01-id-front.jpg"].equals(sent["photos/01-id-front.jpg"]));
  assert.ok(again["photos/02-id-back.jpg"].equals(sent["photos/02-id-back.jpg"]));
  assert.equal(JSON.parse(again["answers.json"]).application.fields["contact.email"], "wang@example.org");
  await journey.press("submitted");
  await journey.stands("Under review");
  assert.deepEqual(journey.errors, []);
  await journey.close();
});

test("an application moves to another browser as a file, and its package is the same", { timeout: 300_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url);
  const home = await journey.begin("enterprise");
  await journey.complete(home, APPLICATIONS.enterprise);
  await journey.agree(home);
  const { files } = await journey.package(home);
  await journey.page.goto(`${server.url}#/saved`);
  await journey.button("Export as a file").click();
  const [download] = await Promise.all([
    journey.page.waitForEvent("download"),
    journey.page.getByRole("button", { name: "Save the file", exact: true }).click(),
  ]);
  const text = readFileSync(await download.path());
  await journey.close();

  const other = await JourneyPage.open(browser, server.url, { path: "#/saved" });
  await other.page.getByTestId("import").setInputFiles({ name: "draft.json", mimeType: "application/json", buffer: text });
  await other.page.getByRole("article").waitFor();
  await other.page.goto(`${server.url}#/`);
  await other.link("青石小筑").first().click();
  await other.at(/^#\/a\//);
  const { files: there } = await other.package(other.address().split("/").slice(0, 3).join("/"));
  assert.deepEqual(Object.keys(there), Object.keys(files));
  for (const name of Object.keys(files)) assert.ok(there[name].equals(files[name]), name);
  assert.deepEqual([...journey.errors, ...other.errors], []);
  await other.close();
});
