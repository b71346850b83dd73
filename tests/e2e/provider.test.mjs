// An application goes through a provider's server that checks every request against the contract.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { startProvider } from "../provider/server.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";

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
  await journey.go(`${home}/check`);
  await page.locator("main input[type=checkbox]").first().check();
  await journey.submit();
  await journey.at(/\/send$/);
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

  provider.state.wechat = { taskid: "T1", task_status: 15, apply_status: 0 };
  await page.getByRole("heading", { level: 1, name: "Waiting for payment" }).waitFor({ timeout: 20_000 });
  assert.deepEqual(provider.state.violations, []);
  assert.deepEqual(journey.errors.filter((error) => !/Failed to load resource|ERR_CONNECTION_RESET/.test(error)), []);
  await journey.close();
});
