// The packed package in a fresh project of every kind: each checks a photo on its own thread and in a
// worker, and both must say what is written down.
import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { HOST_HEADERS, serve } from "../../tools/serve.mjs";
import { EXPECTED, PHOTO, Project } from "./project.mjs";
import { hostsOf } from "./ran.mjs";

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Runs `check` of a page, which asks nobody but its own server. */
async function inPage(url, ran) {
  const page = await browser.newPage();
  const said = [];
  const requests = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(url);
    await page.waitForFunction(() => globalThis.check).catch((error) => assert.fail(`${error.message}: ${said.join("; ")}`));
    const found = await page.evaluate((name) => check(name), PHOTO);
    assert.deepEqual(requests.filter((request) => !request.startsWith(url)), [], "nothing but files of its own");
    ran("requests");
    return { ...found, requests, said };
  } finally {
    await page.close();
  }
}

function isRight({ where, main, other }, expected, ran) {
  assert.equal(where, expected);
  assert.deepEqual(main, EXPECTED);
  assert.deepEqual(other, EXPECTED);
  ran("main", ...(expected === "worker" ? ["worker"] : []));
}

/** A built folder under the strict policy of tools/headers.json. */
async function served(project, folder, ran) {
  project.put(PHOTO, folder);
  const server = await serve({ dir: project.path(folder), port: 0, headers: HOST_HEADERS });
  try {
    const found = await inPage(server.url, ran);
    assert.deepEqual(found.said, []);
    ran("policy");
    return found;
  } finally {
    await server.close();
  }
}

const { host, end } = hostsOf("hosts", { timeout: 300_000 });
const inProject = (id, name, run) =>
  host(id, name, async (ran) => {
    const project = new Project(name.split(",")[0]);
    try {
      await run(project, ran);
    } finally {
      project.remove();
    }
  });

inProject("node", "node, ES modules", (project, ran) => {
  isRight(JSON.parse(project.run("node", ["main.mjs", PHOTO])), "main-thread", ran);
});

inProject("vite-dev", "vite, development", async (project, ran) => {
  isRight(await inPage(await project.serve("vite", ["--port", "0", "--host", "127.0.0.1"]), ran), "worker", ran);
});

inProject("vite-build", "vite, build", async (project, ran) => {
  project.run("vite", ["build"]);
  isRight(await served(project, "dist", ran), "worker", ran);
});

inProject("webpack", "webpack, build", async (project, ran) => {
  project.run("webpack", ["--config", "webpack.config.mjs", "--no-devtool"]);
  cpSync(project.path("index.html"), project.path("dist/index.html"));
  isRight(await served(project, "dist", ran), "worker", ran);
});

inProject("esbuild", "esbuild, bundle, worker and wasm beside it", async (project, ran) => {
  project.run("esbuild", ["main=./page.js", "worker=renzheng/worker", "--bundle", "--format=esm", "--outdir=dist"]);
  for (const [from, to] of [["index.html", "index.html"], ["node_modules/renzheng/renzheng_core_bg.wasm", "renzheng_core_bg.wasm"]]) {
    cpSync(project.path(from), project.path("dist", to));
  }
  isRight(await served(project, "dist", ran), "worker", ran);
});

inProject("esbuild-inline", "esbuild, one file with the wasm inside", async (project, ran) => {
  const page = 'import * as renzheng from "renzheng/inline"; import { outcome } from "./outcomes.mjs";\n' +
    "globalThis.check = async (name) => { await renzheng.init(); const main = await outcome(renzheng, name, new Uint8Array(await (await fetch(name)).arrayBuffer())); return { where: \"main-thread\", main, other: main }; };\n";
  project.write("page.js", page);
  project.run("esbuild", ["main=./page.js", "--bundle", "--minify", "--format=esm", "--outdir=dist"]);
  cpSync(project.path("index.html"), project.path("dist/index.html"));
  const found = await served(project, "dist", ran);
  isRight(found, "main-thread", ran);
  assert.deepEqual(found.requests.filter((url) => /wasm|worker/.test(url)), []);
});

inProject("next", "next, server import and client use", async (project, ran) => {
  project.put(PHOTO, "public");
  project.run("next", ["build"]);
  isRight(await inPage(await project.serve("next", ["start", "--port", "0"]), ran), "worker", ran);
});

inProject("plain", "plain, no bundler, strict policy", async (project, ran) => {
  for (const file of ["page.js", "check.js"]) {
    project.write(file, project.read(file).replaceAll(/"renzheng(\/[a-z-]+)?"/g, (_, entry) => `"./node_modules/renzheng/${entry?.slice(1) ?? "index"}.js"`));
  }
  isRight(await served(project, ".", ran), "worker", ran);
});

inProject("vitest", "vitest, jsdom", (project, ran) => {
  project.run("vitest", ["run"], { PHOTO });
  isRight(JSON.parse(project.read("out.json")), "main-thread", ran);
});
end();

// What goes wrong elsewhere is said with its address and the fix.
test("a host that answers with its page, with nothing, or with the wrong type", async () => {
  const project = new Project("node");
  const wasm = project.path("node_modules/renzheng/renzheng_core_bg.wasm");
  const answers = {
    "/page.wasm": [200, "text/html", "<!doctype html>"],
    "/none.wasm": [404, "text/plain", "none"],
    "/wrong.wasm": [200, "application/octet-stream", readFileSync(wasm)],
    "/right.wasm": [200, "application/wasm", readFileSync(wasm)],
    "/damaged.wasm": [200, "application/wasm", readFileSync(wasm).subarray(0, 1000)],
  };
  const server = createServer((request, response) => {
    const [status, type, body] = answers[request.url];
    response.writeHead(status, { "content-type": type }).end(body);
  }).listen(0);
  const url = (name) => `http://127.0.0.1:${server.address().port}/${name}.wasm`;
  const fresh = async () => (await import(`${project.path("node_modules/renzheng/index.js")}?${Math.random()}`)).init;
  try {
    for (const [name, details, message] of [
      ["page", { status: 200, contentType: "text/html" }, /page\.wasm answered 200 with text\/html.*Vite/],
      ["none", { status: 404 }, /none\.wasm answered 404.*Vite/],
      ["damaged", {}, /could not be loaded/],
    ]) {
      await assert.rejects((await fresh())(url(name)), { code: "renzheng.load-failed", message, ...details });
    }
    await assert.rejects((await fresh())("http://127.0.0.1:1/a.wasm"), { code: "renzheng.load-failed", message: /cannot be fetched/ });
    await assert.rejects((await fresh())(new URL("file:///nowhere/a.wasm")), { code: "renzheng.load-failed", message: /cannot be read \(ENOENT\)/ });
    for (const input of [url("right"), new URL(url("wrong")), await fetch(url("right")), fetch(url("wrong")), readFileSync(wasm), await WebAssembly.compile(readFileSync(wasm))]) {
      await (await fresh())(input);
    }
  } finally {
    server.close();
    project.remove();
  }
});
