// Random schedules of what people do and of what goes wrong meanwhile. Nothing that was typed or
// chosen is lost unless the page said so, nothing is sent twice, no page is blank or stays busy.
// `SEED=… SCHEDULES=…` runs other ones; a failure names the seed of its schedule, which
// `SEED=… SCHEDULES=1` runs again.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { startProvider } from "../provider/server.mjs";
import { ANSWER_FAULTS, Network, random } from "./faults.mjs";
import { Schedule, seeds } from "./faults_schedule.mjs";

const SEED = Number(process.env.SEED ?? 20_261_129);
const SCHEDULES = Number(process.env.SCHEDULES ?? 18);

/** Schedules that found something once. */
const REGRESSIONS = {
  "a worker that says nothing any more is let go, and the page says so": 20_261_131,
  "two tabs, of which one is killed with its storage full, send it once": 20_261_136,
  "where nothing can be stored, the page of a form says so": 20_261_141,
};

let server;
let browser;
let ready;
before(async () => {
  server = await serve({ dir: process.env.DIST ?? "dist", port: 0 });
  browser = await launch();
  ready = await seeds(browser, server.url);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Runs one schedule to its end; tells what is wrong, and what was done. */
async function run(seed) {
  const provider = await startProvider();
  const schedule = new Schedule({ browser, url: server.url, provider, ready, dice: random(seed), delays: random(seed + 1) });
  try {
    await schedule.run();
  } catch (error) {
    schedule.wrong.push(String(error?.stack ?? error));
  } finally {
    await schedule.close();
    await provider.stop();
  }
  return schedule;
}

const story = (seed, { wrong, acts }) => `seed ${seed}:\n  ${wrong.join("\n  ")}\n  after: ${acts.join(", ")}`;

for (const [name, seed] of Object.entries(REGRESSIONS)) {
  test(name, { timeout: 60_000 }, async () => {
    const schedule = await run(seed);
    assert.equal(schedule.wrong.length, 0, story(seed, schedule));
  });
}

test("an answer that is under way when a schedule ends is nobody’s mistake; any other error of it is", { timeout: 30_000 }, async (t) => {
  for (const isOver of [true, false]) {
    const network = new Network(null, random(1));
    const context = await browser.newContext({ serviceWorkers: "block" });
    t.after(() => network.detach(context).then(() => context.close()));
    await network.attach(context);
    const page = await context.newPage();
    await page.goto(server.url);
    // What answers has been asked, and does not answer before it is told to.
    let answer;
    let isAnswered;
    const answered = new Promise((done) => { isAnswered = done; });
    const asked = new Promise((isAsked) => {
      network.pass = async (route) => {
        isAsked();
        await new Promise((go) => { answer = go; });
        try {
          await route.fulfill({ body: "" });
          if (!isOver) await route.fulfill({ body: "" });
        } finally {
          isAnswered();
        }
      };
    });
    await page.evaluate(() => void fetch("/provider/any").catch(() => {}));
    await asked;
    if (isOver) await network.detach(context);
    answer();
    await answered;
    await new Promise(setImmediate);
    assert.equal(network.wrong.length, isOver ? 0 : 1, network.wrong.join("\n"));
  }
});

test("under random faults nothing is lost unsaid, nothing is sent twice, and no page is stuck", { timeout: 30_000 + SCHEDULES * 30_000 }, async (t) => {
  const [failures, met] = [[], {}];
  let acts = 0;
  const begun = Date.now();
  for (let n = 0; n < SCHEDULES; n += 1) {
    const schedule = await run(SEED + n);
    acts += schedule.acts.length;
    for (const [fault, count] of Object.entries(schedule.met())) met[fault] = (met[fault] ?? 0) + count;
    if (schedule.wrong.length) {
      failures.push(story(SEED + n, schedule));
      console.error(failures.at(-1));
    }
  }
  const figures = { seed: SEED, schedules: SCHEDULES, acts, faults: met, failures: failures.length, seconds: Math.round((Date.now() - begun) / 1000) };
  t.diagnostic(JSON.stringify(figures));
  if (process.env.FIGURES) writeFileSync(process.env.FIGURES, `${JSON.stringify(figures, null, 1)}\n`);
  if (15 <= SCHEDULES) assert.ok(ANSWER_FAULTS.some((fault) => met[fault]), "the provider's faults were met");
  assert.equal(failures.length, 0, failures.join("\n"));
});
