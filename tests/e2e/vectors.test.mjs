// The photo worker with vectors and the one without say and make the same, byte for byte.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";
import { photo } from "./photo_page.mjs";

const PHOTOS = [["p0000.jpg", "id-front"], ["p0018.jpg", "licence"], ["p0025.jpg", "letter"], ["p0037.jpg", "id-back"], ["p0125.jpg", "licence"]];

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

/** What a worker answers to each photo, without the job's number. */
async function answers(name) {
  const page = await (await browser.newContext({ serviceWorkers: "block" })).newPage();
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  if (name) {
    const body = `import init from "./${name}.js"; await init();`;
    await page.route("**/photo-worker_loader.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  }
  await page.goto(server.url);
  const files = PHOTOS.map(([file, kind]) => ({ kind, base64: readFileSync(photo(file)).toString("base64") }));
  const answered = await page.evaluate(async (files) => {
    const worker = new Worker("photo-worker_loader.js", { type: "module" });
    const next = () => new Promise((done) => { worker.onmessage = ({ data }) => done(data); });
    const { ready } = await next();
    const all = [];
    for (const [job, { kind, base64 }] of files.entries()) {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      worker.postMessage({ type: "fit", job, photoProfile: "certification-200k", kind, file: new Blob([bytes]) });
      for (let answer; !answer?.fitted && !answer?.failed;) {
        answer = await next();
        all.push(JSON.stringify(answer, (_, value) => (value instanceof Uint8Array ? [...value] : value)));
      }
    }
    worker.terminate();
    return { ready, all };
  }, files);
  await page.context().close();
  return { ...answered, loaded };
}

test("the worker with vectors answers what the one without does, byte for byte, and is the one that is taken", { timeout: 300_000 }, async () => {
  const [plain, vectors, chosen] = [await answers("photo-worker"), await answers("photo-worker-simd"), await answers()];
  // A benchmark that speaks to a worker of another version measures nothing.
  const [, spoken] = readFileSync("benches/browser/contenders/renzheng.mjs", "utf8").match(/PROTOCOL = (\d+)/);
  assert.equal(chosen.ready.protocol, Number(spoken), "benches/browser/contenders/renzheng.mjs speaks to this worker");
  const sums = ({ all }) => all.map((text) => createHash("sha256").update(text).digest("hex"));
  assert.ok(PHOTOS.length * 2 < plain.all.length, "every photo is inspected, judged and fitted");
  assert.ok(plain.all.some((text) => text.includes('"photo":[255,216')), "there are photos among the answers");
  assert.deepEqual(sums(vectors), sums(plain));
  assert.deepEqual(sums(chosen), sums(plain));
  const files = (loaded) => loaded.filter((url) => /photo-worker[^/]*\.wasm$/.test(url)).map((url) => url.split("/").at(-1));
  assert.deepEqual(files(plain.loaded), ["photo-worker_bg.wasm"]);
  assert.deepEqual(files(chosen.loaded), ["photo-worker-simd_bg.wasm"]);
});
