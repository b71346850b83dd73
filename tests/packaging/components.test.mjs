// The examples, built: each component sends what passes, and says in words why it does not send the rest.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, before } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { Project, ROOT } from "./project.mjs";
import { hostsOf } from "./ran.mjs";

const photo = (name) => join(ROOT, "tests/data/photos", name);
const format = (name) => join(ROOT, "tests/data/formats", name);
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

/** Serves a built example, and keeps what is sent to /upload: the file's name, type and bytes. */
async function host(dir) {
  const sent = [];
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      const form = await new Response(Buffer.concat(chunks), { headers: { "content-type": request.headers["content-type"] } }).formData();
      for (const [name, value] of form) if (typeof value !== "string") sent.push({ name, file: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
      return response.writeHead(200, { "content-type": "application/json" }).end('{"url":"/x"}');
    }
    const path = request.url === "/" ? "/index.html" : request.url.split("?")[0];
    try {
      const body = readFileSync(join(dir, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/`, sent, close: () => server.close() };
}

/** An example's types hold, and a kind that there is not is no kind. */
function isTyped(project, ran) {
  project.run("vue-tsc", []);
  const file = ["App.tsx", "App.vue", "main.ts"].find(project.has.bind(project));
  const code = project.read(file);
  const [right, wrong] = code.includes('"id-front"') ? ['"id-front"', '"id-fornt"'] : ["define()", "defin()"];
  project.write(file, code.replace(right, wrong));
  assert.throws(() => project.run("vue-tsc", []), ({ stdout }) => new RegExp(`${file}.* error TS`).test(stdout));
  project.write(file, code);
  ran("types");
}

/** Opens an example, which talks to its own server alone. */
async function open(name, ran, run) {
  const project = new Project(name, join(ROOT, "examples", name));
  isTyped(project, ran);
  project.run("vite", ["build"]);
  const server = await host(project.path("dist"));
  const page = await browser.newPage({ locale: "zh-CN" });
  const isSent = async (count) => {
    const waiting = () => server.sent.length < count;
    while (waiting()) await page.waitForResponse((response) => response.url().endsWith("/upload"), { timeout: 60_000 });
  };
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(server.url);
    await run(page, server.sent, isSent);
    const others = requests.filter((url) => !url.startsWith(server.url) && !/^(blob:http|data:)/.test(url));
    assert.deepEqual(others, []);
    ran("component", "requests");
  } finally {
    await page.close();
    server.close();
    project.remove();
  }
}

function isSmallJpeg({ bytes, type, file }) {
  assert.equal(type, "image/jpeg");
  assert.match(file, /\.jpe?g$/);
  assert.deepEqual([...bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
  assert.ok(bytes.length <= 200_000, `${bytes.length} bytes`);
}

const { host: component, end } = hostsOf("components", { timeout: 240_000 });

for (const [name, input, message] of [
  ["antd", "input[type=file]", ".ant-message"],
  ["element-plus", "input[type=file]", ".el-message"],
  ["tdesign", "input[type=file]", ".t-message"],
  ["vant", "input[type=file]", ".van-toast"],
]) {
  component(name, `${name}: what passes is sent, the rest is refused in words`, async (ran) => {
    await open(name, ran, async (page, sent, isSent) => {
      await page.locator(input).first().setInputFiles(format("photo.heic"));
      await page.locator(message).getByText(/HEIC/).first().waitFor({ timeout: 60_000 });
      assert.equal(sent.length, 0);
      await page.locator(input).first().setInputFiles(photo("p0000.jpg"));
      await isSent(1);
      isSmallJpeg(sent[0]);
    });
  });
}

component("element", "element: the form gets the photo that passes, and nothing before", async (ran) => {
  await open("element", ran, async (page, sent, isSent) => {
    const element = page.locator("renzheng-photo");
    const submit = page.getByRole("button", { name: "提交" });
    assert.equal(await page.evaluate(() => document.querySelector("form").checkValidity()), false);
    await element.locator("input[type=file]").setInputFiles(format("photo.heic"));
    await element.getByText(/HEIC/).first().waitFor();
    assert.equal(await page.evaluate(() => document.querySelector("form").checkValidity()), false);
    await element.locator("input[type=file]").setInputFiles(photo("p0000.jpg"));
    await page.waitForSelector("renzheng-photo[data-state=fix], renzheng-photo[data-state=pass]");
    await submit.click();
    await isSent(1);
    isSmallJpeg(sent[0]);
    assert.equal(sent[0].name, "idFront");
    await page.evaluate(() => document.querySelector("form").reset());
    assert.equal(await page.evaluate(() => document.querySelector("renzheng-photo").file), null);
  });
});
end();
