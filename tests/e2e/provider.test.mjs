// An application goes through a provider's server that checks every request against the contract.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { startProvider } from "../provider/server.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";
import { photo } from "./photo_page.mjs";

let server;
let browser;
let provider;
before(async () => {
  server = await serve({ dir: "dist", port: 0 });
  browser = await launch();
  provider = await startProvider();
});
after(async () => {
  await browser?.close();
  await server?.close();
  await provider?.stop();
});

// Every request of the page, and every answer, is as the contract says.
afterEach(() => assert.deepEqual(provider.state.violations, []));

/** The page with a provider on its own origin: what goes to /provider arrives at the test server. */
async function open() {
  const journey = await JourneyPage.open(browser, server.url);
  const context = journey.page.context();
  await context.route("**/config.json", (route) => route.fulfill({ json: { provider: { url: "/provider", name: "Sample" } } }));
  await context.route("**/provider/**", async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const headers = { ...request.headers() };
    delete headers["content-length"];
    try {
      const answer = await fetch(provider.address + pathname.replace(/^\/provider/, ""), {
        method: request.method(), headers, body: request.postDataBuffer() ?? undefined,
      });
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
    } catch {
      await route.abort("connectionreset");
    }
  });
  await journey.reload();
  return journey;
}

test("an individual is sent through a provider that fails now and then, and WeChat's answers arrive", { timeout: 300_000 }, async () => {
  const journey = await open();
  const { page } = journey;
  const home = await journey.begin("individual");
  await journey.complete(home, APPLICATIONS.individual);
  await journey.agree(home);
  await journey.link("See how this works").click();
  await journey.at(/\/provider$/);
  assert.deepEqual(provider.state.log, [], "nothing is sent before the person agrees");

  provider.state.faults.push(
    { on: "POST /submissions", do: "cut-after" },
    { on: "PUT .*", do: "500" },
    { on: "POST .*/submit", do: "500-after" },
  );
  await journey.field("_agree").check();
  await page.locator("main [data-act=start]").click();
  await journey.at(/\/status$/);
  assert.equal(provider.state.submissions.size, 1);
  assert.equal(provider.state.faults.length, 0);
  const [submission] = provider.state.submissions.values();
  assert.equal(submission.state, "submitted");
  assert.equal(submission.application.fields["contact.email"], "wangwu@example.com");
  assert.ok([...submission.files.values()].every((file) => file.bytes.length === file.byteLength));

  // The page on which the administrator agrees, as a code and as a link.
  const authorization = "https://mp.weixin.qq.com/wxawap/authorize?ticket=sample";
  provider.state.wechat = { taskid: "T1", auth_url: authorization };
  await page.getByRole("img", { name: "QR code for agreeing" }).waitFor({ timeout: 20_000 });
  assert.equal(await journey.link("Open the page for agreeing").getAttribute("href"), authorization);
  await page.getByText(authorization, { exact: true }).waitFor();
  assert.deepEqual(journey.strangers(), [], "nobody is asked to draw it");

  provider.state.wechat = { taskid: "T1", task_status: 15, apply_status: 0 };
  await journey.reload();
  await journey.stands("Waiting for payment");
  assert.equal(await page.getByRole("img", { name: "QR code for agreeing" }).count(), 0);

  // Sent back with a reason at its place: only that photo goes again.
  provider.state.wechat = {
    taskid: "T1", task_status: 12, apply_status: 3, refill_reason: "Please correct",
    audit_data: [{ key_name: "materials.id-front", error: "The edges are cut off" }],
  };
  await journey.reload();
  await journey.stands("Sent back for correction");
  await page.getByText("The edges are cut off").waitFor();
  await journey.link(/^Correct it/).click();
  await page.getByText("This is the photo that was sent back.").waitFor();
  await page.locator("[data-host] [data-testid=photo-card]").getByRole("button", { name: "Remove" }).click();
  await page.locator("#found").getByText("This is the photo that was sent back.").waitFor({ state: "detached" });
  await journey.givePhoto(home, "id-front", photo("p0042.jpg"));
  const before = provider.state.log.length;
  await journey.go(`${home}/provider`);
  await journey.field("_agree").check();
  await page.locator("main [data-act=start]").click();
  await journey.at(/\/status$/);
  await journey.stands("Under review");
  const put = provider.state.log.slice(before).filter((line) => line.startsWith("PUT"));
  assert.deepEqual(put, [`PUT /submissions/${submission.id}/files/01-id-front.jpg`]);
  assert.equal(submission.round, 1);

  provider.state.wechat = { taskid: "T1", task_status: 12, apply_status: 4, appid: "wx0123456789abcdef", orderid: 42 };
  await journey.reload();
  await journey.stands("Certified");
  assert.deepEqual(journey.errors.filter((error) => !/Failed to load resource|ERR_CONNECTION_RESET/.test(error)), []);
  await journey.close();
});
