// renzheng/reader in Node and in Chromium with its workers: labelled photographs of invented people are read, compared
// with a form and explained; what goes wrong has its code.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { after, before, beforeEach, test as nodeTest } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { HOST_HEADERS as HEADERS } from "../../tools/serve.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const PKG = join(ROOT, "npm/pkg");
const PHOTOS = join(ROOT, "tests/data/photos");
const skip = existsSync(join(PKG, "reader.pack")) ? false : "the package was built without a model (no network): nothing can be read";
if (skip) console.log(`renzheng: tests of reading are left out: ${skip}`);
const test = (name, run) => nodeTest(name, { skip, timeout: 180_000 }, run);

const CARD = "p0000.jpg";
const LICENCE = "p0018.jpg";
// 12 megapixels, of which reading takes longest.
const SLOW = "p0125.jpg";
const TODAY = "2026-11-29";
const bytesOf = (name) => readFileSync(join(PHOTOS, name));

/** What the manifest says is printed, in the form in which it is read; lines of one field joined. */
function truthOf(path) {
  const row = JSON.parse(readFileSync(join(PHOTOS, "manifest.json"), "utf8")).files.find((row) => row.path === path);
  const text = (name) => row.fields.find((field) => field.name === name).text;
  const joined = (name) => row.fields.filter((field) => field.name.startsWith(`${name}.`)).map((field) => field.text).join("");
  const day = (...parts) => parts.map((part) => part.padStart(2, "0")).join("-");
  const dayOf = (text) => day(...text.match(/\d+/g));
  return row.kind === "id_front"
    ? { name: text("name"), sex: text("sex"), ethnicity: text("nation"), birth: day(text("birth_year"), text("birth_month"), text("birth_day")), address: joined("address"), "id-number": text("id_number") }
    : { "credit-code": text("uscc"), name: text("name"), type: text("type"), representative: text("legal_rep"), founded: dayOf(text("founded")), term: `${dayOf(text("term"))}/..`, address: joined("address") };
}

/** The fields of the truth, as they were read. */
const readOf = (reading, truth) => Object.fromEntries(Object.keys(truth).map((name) => [name, reading.fields.find((field) => field.name === name)?.text]));

const PAGE = '<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,"><script type="module" src="/main.js"></script>';
const MAIN = `
  import { createReader } from "./reader.js";
  import { createChecker } from "./worker-client.js";
  Object.assign(globalThis, { createReader, createChecker });
  globalThis.photo = async (name) => new File([await (await fetch("/photos/" + name)).arrayBuffer()], name, { type: "image/jpeg" });
  globalThis.failure = (promise) => promise.then(() => "fine", ({ name, code, message, status }) => ({ name, code: typeof code === "string" ? code : undefined, message, status }));`;

const { createReader } = await import(join(PKG, "reader.js"));
const { createChecker } = await import(join(PKG, "worker-client.js"));

let reader;
let server;
let browser;
let page;
let said;
/** What the server answers in place of a file. */
let answers;

before(async () => {
  if (skip) return;
  reader = createReader();
  server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    const types = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
    try {
      const [status, body] = answers[path] ?? [200, path === "/" ? PAGE : readFileSync(path.startsWith("/photos/") ? join(PHOTOS, path.slice(8)) : join(PKG, path))];
      response.writeHead(status, { ...HEADERS, "content-type": path === "/" ? "text/html" : (types[extname(path)] ?? "application/octet-stream") }).end(body);
    } catch {
      response.writeHead(404, HEADERS).end();
    }
  });
  answers = { "/main.js": [200, MAIN] };
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  browser = await launch();
  page = await browser.newPage();
  said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => globalThis.createReader);
});
beforeEach(() => (answers = { "/main.js": [200, MAIN] }));
after(async () => {
  reader?.close();
  await browser?.close();
  server?.close();
});

const readings = {};

for (const [name, kind] of [[CARD, "id-front"], [LICENCE, "licence"]]) {
  test(`in Node a ${kind} is read as it is labelled`, async () => {
    const reading = await reader.read(bytesOf(name), kind);
    const truth = truthOf(name);
    assert.deepEqual(readOf(reading, truth), truth);
    assert.equal(reading.kind, kind);
    assert.equal(reading.isReadable, true);
    assert.deepEqual(reading.findings, []);
    for (const field of reading.fields) {
      assert.ok(field.confidences.length && field.confidences.every((sure) => 0 <= sure && sure <= 1), field.name);
      assert.ok(field.polygons.length && field.polygons.every((corners) => corners.length === 4 && corners.flat().every((at) => -50 < at && at < 4100)), field.name);
    }
    readings[kind] = reading;
  });

  test(`in Chromium, in a worker, a ${kind} is read as in Node, to the last digit`, async () => {
    const found = await page.evaluate(async ([name, kind]) => {
      const progress = [];
      const reader = createReader({ onProgress: (told) => progress.push(told) });
      const [where, reading] = [await reader.ready(), await reader.read(await photo(name), kind)];
      reader.close();
      return { where, reading, progress };
    }, [name, kind]);
    assert.equal(found.where, "worker");
    assert.deepEqual(found.reading, JSON.parse(JSON.stringify(readings[kind])));
    const { loaded, total } = found.progress.at(-1);
    assert.equal(loaded, total);
    assert.ok(found.progress.every((told) => told.total === total && told.loaded <= total), "the sum is known from the beginning");
  });
}

test("on the page's own thread it is read alike", async () => {
  const found = await page.evaluate(async (name) => {
    const reader = createReader({ worker: false });
    const answer = [await reader.ready(), await reader.read(new Uint8Array(await (await photo(name)).arrayBuffer()), "id-front")];
    reader.close();
    return answer;
  }, CARD);
  assert.deepEqual(found, ["main-thread", JSON.parse(JSON.stringify(readings["id-front"]))]);
});

test("bytes come as a Blob, a view or a buffer, and stay the host's", async () => {
  const bytes = new Uint8Array(bytesOf("p0037.jpg"));
  const answers = [];
  for (const photo of [bytes, bytes.buffer, new Blob([bytes]), new File([bytes], "a.jpg")]) answers.push(await reader.read(photo, "id-back"));
  assert.ok(bytes.length > 1000);
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
});

test("what is empty in a form is offered, and what differs is said", async () => {
  const truth = truthOf(CARD);
  const seen = [{ holder: "administrator", kind: "id-front", reading: readings["id-front"] }];
  const empty = await reader.compare({ subjectType: "individual", fields: {} }, seen, { today: TODAY });
  assert.deepEqual(empty.findings, []);
  assert.deepEqual(Object.fromEntries(empty.offers.map(({ field, value }) => [field, value])), { "administrator.name": truth.name, "administrator.idNumber": truth["id-number"] });
  const fields = { "administrator.name": truth.name, "administrator.idNumber": "11010519491231002X" };
  const { offers, findings } = await reader.compare({ subjectType: "individual", fields }, seen, { today: TODAY });
  assert.deepEqual(offers, []);
  assert.deepEqual(findings, [{ severity: "warn", code: "reader.differs", field: "administrator.idNumber", read: truth["id-number"], typed: "11010519491231002X" }]);
  for (const [locale, word] of [["zh-Hans", /照片/], ["en", /photo/]]) {
    const { what, fix } = await reader.explain(findings[0], locale);
    assert.match(what, word);
    assert.ok(what.includes(truth["id-number"]) && fix);
  }
  assert.deepEqual(await reader.explain(findings[0]), await reader.explain(findings[0], "zh-Hans"));
});

test("in a worker it is compared alike, whatever a framework put around the form", async () => {
  const seen = [{ holder: "subject", kind: "licence", reading: readings.licence }];
  const fields = { "subject.name": "另一家有限公司", "subject.creditCode": "" };
  const expected = await reader.compare({ subjectType: "enterprise", fields }, seen, { today: TODAY });
  const found = await page.evaluate(async ([fields, seen, today]) => {
    const reader = createReader();
    const answer = await reader.compare(new Proxy({ subjectType: "enterprise", fields: new Proxy(fields, {}) }, {}), seen, { today });
    const words = await reader.explain(answer.findings[0], "en");
    reader.close();
    return { answer, words };
  }, [fields, JSON.parse(JSON.stringify(seen)), TODAY]);
  assert.deepEqual(found.answer, expected);
  assert.ok(expected.offers.some(({ field }) => field === "subject.creditCode"));
  assert.deepEqual(expected.findings.map(({ code, field }) => [code, field]), [["reader.differs", "subject.name"]]);
  assert.match(found.words.what, /in the form/);
});

test("a card that has expired is said", async () => {
  const reading = await reader.read(bytesOf("p0037.jpg"), "id-back");
  const { findings } = await reader.compare({ subjectType: "individual", fields: {} }, [{ holder: "administrator", kind: "id-back", reading }], { today: TODAY });
  assert.deepEqual(findings, [{ severity: "warn", code: "reader.expired", shown: "id-back", until: "2024-04-20" }]);
});

test("another document than the one asked for is said", async () => {
  const { findings } = await reader.read(bytesOf("p0037.jpg"), "id-front");
  assert.deepEqual(findings, [{ severity: "warn", code: "reader.other-document", shown: "id-back" }]);
  assert.ok((await reader.explain(findings[0], "zh-Hans")).fix);
});

test("a file that is no photo is reported, in Node and in a worker, and explained", async () => {
  const expected = await reader.read(new TextEncoder().encode("<!doctype html>"), "licence");
  assert.deepEqual([expected.isReadable, expected.fields, expected.findings.map(({ code }) => code)], [false, [], ["photo.wrong-type"]]);
  assert.ok((await reader.explain(expected.findings[0], "en")).what);
  const cut = await reader.read(bytesOf(CARD).subarray(0, 300), "id-front");
  assert.ok(cut.fields.length === 0 && cut.findings.some(({ code }) => code === "photo.damaged"), cut.findings.map(({ code }) => code).join());
  const found = await page.evaluate(async () => {
    const reader = createReader();
    const reading = await reader.read(new File(["<!doctype html>"], "a.jpg", { type: "image/jpeg" }), "licence");
    reader.close();
    return reading.findings.map(({ code }) => code);
  });
  assert.ok(found.includes("photo.wrong-type"), found.join());
  assert.deepEqual((await reader.compare({ subjectType: "individual", fields: {} }, [{ holder: "administrator", kind: "id-front", reading: expected }], { today: TODAY })).offers, []);
});

test("a model that was changed, is another file or is not there is refused, and the right one is taken next", async () => {
  const damaged = bytesOf("../../../npm/pkg/reader.pack");
  damaged[damaged.length >> 1] ^= 1;
  await assert.rejects(createReader({ model: new Uint8Array(damaged) }).ready(), { code: "renzheng.bad-model" });
  await assert.rejects(createReader({ model: damaged.subarray(0, 1000) }).ready(), { code: "renzheng.bad-model" });
  await assert.rejects(createReader({ model: new URL("file:///nowhere/reader.pack") }).ready(), { code: "renzheng.load-failed", message: /ENOENT/ });
  await page.evaluate(() => (globalThis.reader = createReader()));
  const tried = () => page.evaluate(() => failure(reader.ready()));
  for (const [answer, code, status] of [[[200, damaged], "renzheng.bad-model"], [[200, "<!doctype html>"], "renzheng.bad-model"], [[404, ""], "renzheng.load-failed", 404]]) {
    answers["/reader.pack"] = answer;
    const found = await tried();
    assert.deepEqual([found.code, found.status], [code, status], found.message);
  }
  delete answers["/reader.pack"];
  assert.equal(await tried(), "fine");
  const given = await page.evaluate(async () => {
    const [none, own] = [createReader({ model: "nothing.pack" }), createReader({ model: "reader.pack", wasm: new URL("renzheng_reader_bg.wasm", location.href) })];
    return [await failure(none.ready()), await failure(own.ready())];
  });
  assert.deepEqual([given[0].code, given[0].status, given[1]], ["renzheng.load-failed", 404, "fine"]);
  assert.match(given[0].message, /\/nothing\.pack answered 404/);
});

test("a read that is given up is rejected at once, its worker goes, and the next read gets another", async () => {
  const workers = () => page.workers().filter((worker) => worker.url().endsWith("reader-worker.js")).length;
  const others = workers();
  const givenUp = (isDecoded) => page.evaluate(async ([name, isDecoded]) => {
    const file = await photo(name);
    const controller = new AbortController();
    const abort = () => controller.abort();
    if (isDecoded) globalThis.decoded = () => setTimeout(abort, 300);
    else setTimeout(abort);
    const first = await failure(reader.read(file, "licence", { signal: controller.signal }));
    return [first.name, (await failure(reader.read(file, "licence", { signal: controller.signal }))).name];
  }, [SLOW, isDecoded]);
  await page.evaluate(() => {
    const checker = createChecker();
    globalThis.decoded = () => {};
    const photoSource = async (...given) => {
      const source = await checker.photoSource(...given);
      decoded();
      return source;
    };
    globalThis.reader = createReader({ checker: { ...checker, photoSource } });
    return reader.ready();
  });
  // While the photo is decoded: what reads is not concerned.
  assert.deepEqual(await givenUp(false), ["AbortError", "AbortError"]);
  assert.equal(workers(), others + 1);
  // And while it is read.
  assert.deepEqual(await givenUp(true), ["AbortError", "AbortError"]);
  // Chromium lets a busy worker go on for two seconds.
  for (let tries = 0; workers() !== others && tries < 500; tries += 1) await new Promise((done) => setTimeout(done, 20));
  assert.equal(workers(), others);
  const next = await page.evaluate(async (name) => (await reader.read(await photo(name), "id-front")).fields.length, CARD);
  assert.equal(next, readings["id-front"].fields.length);
  assert.equal(workers(), others + 1);
  await page.evaluate(() => reader.close());
});

test("a closed reader rejects what was asked and what is asked later, and leaves a checker that was handed in", async () => {
  const found = await page.evaluate(async (name) => {
    const checker = createChecker();
    const controller = new AbortController();
    const readers = [createReader({ checker }), createReader({ checker, signal: controller.signal })];
    const file = await photo(name);
    const asked = readers.map((reader) => failure(reader.read(file, "id-front")));
    readers[0].close();
    controller.abort();
    const codes = (await Promise.all(asked)).map(({ name, code }) => code ?? name);
    codes.push((await failure(readers[0].ready())).code, (await failure(readers[0].read(file, "id-front"))).code);
    return { codes, count: (await checker.profiles()).length };
  }, CARD);
  assert.deepEqual(found, { codes: ["renzheng.closed", "AbortError", "renzheng.closed", "renzheng.closed"], count: 2 });
});

test("a checker that is handed in decodes", async () => {
  const checker = createChecker();
  let count = 0;
  const counted = { ...checker, photoSource: (...given) => checker.photoSource(...given, (count += 1)) };
  const other = createReader({ checker: counted });
  const { fields } = await other.read(bytesOf("p0037.jpg"), "id-back");
  assert.ok(Array.isArray(fields) && count === 1);
  other.close();
  assert.equal((await checker.profiles()).length, 2);
});

test("a browser without SIMD is told so", async () => {
  const { validate } = WebAssembly;
  WebAssembly.validate = () => false;
  try {
    await assert.rejects(createReader().ready(), { code: "renzheng.no-simd", message: /Safari 16\.4/ });
  } finally {
    WebAssembly.validate = validate;
  }
});

test("misuse is an Error with a code, which repeats nothing that was read", async () => {
  const number = truthOf(CARD)["id-number"];
  const seen = [{ holder: "administrator", kind: "id-front", reading: { ...readings["id-front"], isReadable: number } }];
  const fields = { "administrator.idNumber": number };
  assert.throws(() => createReader({ modle: "a" }), { code: "renzheng.bad-options" });
  for (const [code, call] of [
    ["bad-options", () => reader.read(bytesOf(CARD), "letter")],
    ["bad-options", () => reader.read(bytesOf(CARD), "id-front", { singal: null })],
    ["bad-bytes", () => reader.read(number, "id-front")],
    ["bad-reading", () => reader.compare({ subjectType: "individual", fields }, seen, { today: TODAY })],
    ["bad-reading", () => reader.compare({ subjectType: "individual", fields }, [{ holder: number }], { today: TODAY })],
    ["bad-application", () => reader.compare({ subjectType: number, fields }, [], { today: TODAY })],
    ["bad-application", () => reader.compare({ subjectType: "individual", fields: { [number]: number } }, [], { today: TODAY })],
    ["bad-options", () => reader.compare({ subjectType: "individual", fields }, [], { today: number })],
    ["bad-options", () => reader.compare({ subjectType: "individual", fields }, [])],
    ["bad-finding", () => reader.explain({ code: number })],
    ["bad-finding", () => reader.explain(null)],
    ["bad-options", () => createReader({ model: 7 }).ready()],
  ]) {
    await assert.rejects(call, (error) => {
      assert.equal(error.code, `renzheng.${code}`, String(call));
      assert.ok(!String(error.stack).includes(number), String(call));
      return true;
    });
  }
});

test("nothing that was read is on the console", () => {
  const numbers = [CARD, LICENCE].flatMap((name) => Object.values(truthOf(name)).filter((text) => 6 < text.length));
  for (const line of said) assert.ok(!numbers.some((text) => line.includes(text)), "a line of the console repeats what was read");
});
