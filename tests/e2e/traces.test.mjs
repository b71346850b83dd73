// No identity number, name, telephone number or address of mail in anything that a whole application
// leaves behind, but in what is stored on purpose and in what is sent to the provider: not in the
// console, an error, an address, a header, a title, a key, a name of a file or of a database.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { startProvider } from "../provider/server.mjs";
import { Network, killWorkers, random } from "./faults.mjs";
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

/** What nobody else may come across, as it was typed. */
const { fields } = APPLICATIONS.individual;
const SECRETS = ["administrator.idNumber", "administrator.mobile", "administrator.name", "contact.email"].map((name) => fields[name]);

/** Every way in which one of them could be written down: as it is, grouped, in part, encoded. */
const forms = (secret) => [
  secret, encodeURIComponent(secret), escape(secret), JSON.stringify(secret).slice(1, -1),
  Buffer.from(secret).toString("base64").replace(/=+$/, ""), Buffer.from(secret).toString("hex"),
];
const holds = (text) => {
  const bare = String(text).replace(/[\s+-]/g, "");
  return SECRETS.filter((secret) => forms(secret).some((form) => String(text).includes(form) || bare.includes(form)));
};

/** Listens in the page for what no test tool reports. */
function listen() {
  window.workers = [];
  window.heard = [];
  window.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options);
      window.heard.push(`worker ${url} ${options?.name ?? ""}`);
      window.workers.push(this);
      this.addEventListener("error", ({ message, filename }) => window.heard.push(`error ${message} ${filename}`));
      // Answers to the page hold what it shows; what a worker says of failures must not.
      this.addEventListener("message", ({ data }) => data?.failed && window.heard.push(JSON.stringify(data)));
    }
  };
  for (const name of ["error", "unhandledrejection", "securitypolicyviolation"]) {
    addEventListener(name, (event) => window.heard.push(`${name} ${event.message ?? event.reason ?? event.blockedURI}`));
  }
}

/** All that the page can tell of itself but what it stores on purpose, by its place. */
const left = (page) =>
  page.evaluate(async () => {
    const databases = (await indexedDB.databases?.()) ?? [];
    const records = await Promise.all(databases.map(({ name }) => new Promise((done) => {
      const open = indexedDB.open(name);
      open.onerror = () => done([]);
      open.onsuccess = () => {
        const stores = [...open.result.objectStoreNames];
        if (!stores.length) return done([]);
        const keys = open.result.transaction(stores[0]).objectStore(stores[0]).getAllKeys();
        keys.onsuccess = () => { open.result.close(); done([...stores, ...keys.result]); };
      };
    })));
    const caching = await Promise.all((await caches.keys()).map(async (name) => [name, ...(await (await caches.open(name)).keys()).map(({ url }) => url)]));
    return {
      title: document.title, name: window.name, cookie: document.cookie, state: JSON.stringify(history.state), referrer: document.referrer,
      keys: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      databases: [...databases.map(({ name }) => name), ...records.flat()],
      caches: caching.flat(), performance: performance.getEntries().map((entry) => JSON.stringify(entry)), heard: window.heard,
    };
  });

test("what is typed leaves no trace but in the draft and at the provider", { timeout: 300_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url, { init: listen, path: "#/" });
  const { page } = journey;
  const context = page.context();
  const traces = [];
  const add = (where, ...texts) => texts.forEach((text) => traces.push([where, String(text)]));
  page.on("console", (message) => add("console", message.text(), JSON.stringify(message.location())));
  page.on("pageerror", (error) => add("page error", error.stack));
  page.on("worker", (worker) => worker.on("console", (message) => add("console of a worker", message.text())));
  page.on("framenavigated", (frame) => add("address", frame.url()));
  page.on("download", (download) => add("file", download.suggestedFilename(), download.url()));
  context.on("request", (request) => add("request", request.url(), JSON.stringify(request.headers())));
  const titles = () => page.title().then((title) => add("title", title));

  const network = new Network(provider, random(1));
  await network.attach(context);
  await journey.reload();
  const home = await journey.begin("individual");
  await journey.complete(home, APPLICATIONS.individual);
  await titles();
  // Things go wrong on the way: a lost worker, a server that fails.
  await killWorkers(page);
  await journey.agree(home);
  await journey.package(home);
  await journey.go(`${home}/provider`);
  network.answers.push("500", "cut-on-the-way", "500-after");
  await journey.field("_agree").check();
  await page.locator("main [data-act=start]").click();
  await journey.at(/\/status$/);
  await titles();
  // What the server tells is no more than it is: an error that says who somebody is.
  provider.state.wechat = { taskid: "T1", task_status: 12, apply_status: 3, refill_reason: fields["administrator.idNumber"], audit_data: [] };
  await journey.reload();
  await journey.stands("Sent back for correction");
  await titles();
  await page.goto(`${server.url}#/saved`);
  await page.getByRole("button", { name: "Export as a file" }).first().click();
  const wait = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file", exact: true }).click();
  await wait;
  for (const [where, texts] of Object.entries(await left(page))) add(where, ...[texts].flat());

  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
  assert.equal(holds(stored).length, SECRETS.length, "the draft has them, so the search finds them");
  assert.ok([...provider.state.submissions.values()].length === 1, "and so it was sent");
  for (const where of ["address", "request", "file", "title", "keys", "console", "performance", "heard"]) {
    assert.ok(traces.some(([at]) => at === where), `there are traces of the kind “${where}”`);
  }
  assert.deepEqual(traces.filter(([, text]) => holds(text).length), []);
  await journey.close();
});
