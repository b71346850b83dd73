// renzheng/reader in the packed package, built by bundlers and without one: each page reads a card in its worker, under
// the strict policy, and says what Node.js says.
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test as nodeTest } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { HOST_HEADERS, serve } from "../../tools/serve.mjs";
import { Project, ROOT } from "./project.mjs";

const skip = existsSync(join(ROOT, "npm/pkg/reader.pack")) ? false : "the package was built without a model (no network): nothing can be read";
if (skip) console.log(`renzheng: packaging of the reader is not tried: ${skip}`);
const test = (name, run) => nodeTest(name, { skip, timeout: 300_000 }, run);
const CARD = "p0037.jpg";

const PAGE = `import { createReader } from "renzheng/reader";
globalThis.check = async (name) => {
  const reader = createReader();
  const answer = { where: await reader.ready(), reading: await reader.read(await (await fetch("/" + name)).blob(), "id-back") };
  reader.close();
  return answer;
};
`;

let browser;
let expected;
before(async () => {
  if (skip) return;
  browser = await launch();
  const { createReader } = await import(join(ROOT, "npm/pkg/reader.js"));
  const reader = createReader();
  expected = JSON.parse(JSON.stringify(await reader.read(readFileSync(join(ROOT, "tests/data/photos", CARD)), "id-back")));
  reader.close();
});
after(() => browser?.close());

async function inPage(url) {
  const page = await browser.newPage();
  const said = [];
  const requests = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(url);
    await page.waitForFunction(() => globalThis.check);
    assert.deepEqual(requests.filter((request) => /wasm|pack$/.test(request)), [], "nothing of it comes before it is used");
    const { where, reading } = await page.evaluate((name) => check(name), CARD).catch((error) => assert.fail(`${error.message}: ${said.join("; ")}`));
    assert.equal(where, "worker");
    assert.deepEqual(reading, expected);
    assert.deepEqual(said, []);
    assert.deepEqual(requests.filter((request) => !request.startsWith(url)), [], "nothing but files of its own");
  } finally {
    await page.close();
  }
}

async function built(project, folder) {
  project.put(CARD, folder);
  const server = await serve({ dir: project.path(folder), port: 0, headers: HOST_HEADERS });
  try {
    await inPage(server.url);
  } finally {
    await server.close();
  }
}

const inProject = (name, from, run) =>
  test(name, async () => {
    const project = new Project(from);
    try {
      project.write("page.js", PAGE);
      await run(project);
    } finally {
      project.remove();
    }
  });

inProject("vite, build", "vite", async (project) => {
  project.run("vite", ["build"]);
  await built(project, "dist");
});

inProject("vite, development", "vite", async (project) => {
  project.put(CARD, "public");
  await inPage(await project.serve("vite", ["--port", "0", "--host", "127.0.0.1"]));
});

inProject("webpack, build", "webpack", async (project) => {
  project.run("webpack", ["--config", "webpack.config.mjs", "--no-devtool"]);
  cpSync(project.path("index.html"), project.path("dist/index.html"));
  await built(project, "dist");
});

inProject("esbuild, workers and files beside the bundle", "esbuild", async (project) => {
  project.run("esbuild", ["main=./page.js", "worker=renzheng/worker", "reader-worker=renzheng/reader-worker", "--bundle", "--format=esm", "--outdir=dist"]);
  cpSync(project.path("index.html"), project.path("dist/index.html"));
  for (const file of ["renzheng_core_bg.wasm", "renzheng_reader_bg.wasm", "reader.pack"]) {
    cpSync(project.path("node_modules/renzheng", file), project.path("dist", file));
  }
  await built(project, "dist");
});

inProject("no bundler", "plain", async (project) => {
  project.write("page.js", PAGE.replace('"renzheng/reader"', '"./node_modules/renzheng/reader.js"'));
  await built(project, ".");
});

inProject("Node.js", "node", async (project) => {
  project.put(CARD);
  project.write("main.mjs", `import { createReader } from "renzheng/reader";
    import { readFileSync } from "node:fs";
    console.log(JSON.stringify(await createReader().read(readFileSync("${CARD}"), "id-back")));`);
  assert.deepEqual(JSON.parse(project.run("node", ["main.mjs"])), expected);
});
