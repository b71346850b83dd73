// The start page of the site, followed: its files, as they stand there, in a fresh project; its commands for building;
// then a photo is chosen. What the makers of projects (create-vite, create-next-app) would have made is written here.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { sectionsOf } from "../../tools/markdown.mjs";
import { HOST_HEADERS, serve } from "../../tools/serve.mjs";
import { Project, ROOT } from "./project.mjs";
import { hostsOf } from "./ran.mjs";

const PHOTO = join(ROOT, "tests/data/photos/p0000.jpg");
const HEIC = join(ROOT, "tests/data/formats/photo.heic");
const TYPED = '{ "compilerOptions": { "strict": true, "noEmit": true, "target": "es2022", "lib": ["es2022", "dom"], "module": "esnext", "moduleResolution": "bundler", "jsx": "react-jsx", "types": ["vite/client"], "skipLibCheck": true }, "include": ["src"] }\n';
const PAGE = (script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>photo</title><link rel="icon" href="data:,"><div id="root"></div><div id="app"></div><script type="module" src="/src/${script}"></script></html>\n`;
const MADE = {
  react: {
    "index.html": PAGE("main.tsx"),
    "tsconfig.json": TYPED,
    "src/main.tsx": 'import { createRoot } from "react-dom/client";\nimport App from "./App";\ncreateRoot(document.getElementById("root")!).render(<App />);\n',
  },
  vue: {
    "index.html": PAGE("main.ts"),
    "tsconfig.json": TYPED,
    "vite.config.js": 'import vue from "@vitejs/plugin-vue";\nexport default { plugins: [vue()] };\n',
    "src/main.ts": 'import { createApp } from "vue";\nimport App from "./App.vue";\ncreateApp(App).mount("#app");\n',
  },
  next: {
    "app/layout.tsx": 'import type { ReactNode } from "react";\nexport default function Layout({ children }: { children: ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  },
};

const SECTIONS = {
  react: ["Vite and React", "Vite 和 React"],
  vue: ["Vite and Vue", "Vite 和 Vue"],
  next: ["Next.js", "Next.js"],
  webpack: ["webpack 5", "webpack 5"],
  esbuild: ["esbuild", "esbuild"],
  antd: ["Ant Design", "Ant Design"],
  "element-plus": ["Element Plus", "Element Plus"],
  tdesign: ["TDesign", "TDesign"],
  vant: ["Vant", "Vant"],
  plain: ["A page without a bundler", "不用打包工具的网页"],
  node: ["Node.js", "Node.js"],
};
const PAGES = { en: sectionsOf("en", "start"), zh: sectionsOf("zh", "start") };
const blocksOf = (id, language = "en") => PAGES[language].find(({ heading }) => heading === SECTIONS[id][language === "en" ? 0 : 1])?.blocks;

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

test("both languages have the same sections, files and commands", () => {
  for (const id of Object.keys(SECTIONS)) {
    assert.ok(blocksOf(id)?.length, id);
    assert.deepEqual(blocksOf(id), blocksOf(id, "zh"), id);
  }
  const counts = Object.values(PAGES).map((sections) => sections.map(({ blocks }) => blocks.length));
  assert.deepEqual(counts[0], counts[1]);
});

test("the README names the versions that are tested", () => {
  const readme = readFileSync(join(ROOT, "npm/README.md"), "utf8");
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, "tests/packaging/package.json"), "utf8"));
  for (const [name, of] of [["Vite", "vite"], ["webpack", "webpack"], ["Next.js", "next"], ["Vitest", "vitest"]]) {
    assert.ok(readme.includes(`\n| ${name} ${devDependencies[of].split(".")[0]}`), name);
  }
});

const { host, end } = hostsOf("start", { timeout: 240_000 });

/** A project with what its maker has made, and the files of a section; the section's commands that build are run. */
async function followed(id, made, run) {
  const folder = mkdtempSync(join(tmpdir(), "renzheng-start-"));
  const project = new Project(id, folder);
  rmSync(folder, { recursive: true });
  const put = (name, text) => {
    mkdirSync(dirname(project.path(name)), { recursive: true });
    project.write(name, text);
  };
  try {
    for (const [name, text] of Object.entries(made)) put(name, text);
    const blocks = blocksOf(id);
    for (const { file, code } of blocks) if (file) put(file, code);
    const begins = blocks.some(({ language, code }) => language === "sh" && code.includes("npm init --yes"));
    if (begins) project.write("package.json", '{ "name": "photo", "version": "1.0.0", "main": "index.js", "type": "commonjs" }\n');
    for (const line of blocks.filter(({ language }) => language === "sh").flatMap(({ code }) => code.split("\n"))) {
      const [program, ...args] = line.split(" ");
      if (program === "npx" && ["webpack", "esbuild"].includes(args[0])) project.run(args[0], args.slice(1));
      if (line.startsWith("npm pkg set ") || program === "cp") execFileSync(program, args, { cwd: project.dir });
    }
    await run(project);
  } finally {
    project.remove();
  }
}

/** Chooses photos as a person would, and reads what is said. */
async function isSaid(url, ran) {
  const page = await browser.newPage({ locale: "en-US" });
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  try {
    await page.goto(url);
    const [input, output] = [page.locator("input[type=file]"), page.locator("output")];
    await input.waitFor({ state: "attached" });
    // A page that came from a server listens a moment later.
    await page.waitForLoadState("networkidle");
    await input.setInputFiles(PHOTO);
    await output.getByText(/^(pass|fix): \d+ bytes$/).waitFor({ timeout: 60_000 });
    await input.setInputFiles(HEIC);
    await output.getByText(/^retake: This is a HEIC file/).waitFor({ timeout: 60_000 });
    assert.deepEqual(requests.filter((request) => !request.startsWith(url)), []);
    ran("start", "requests");
  } finally {
    await page.close();
  }
}

/** The same of a folder, under the strict policy of tools/headers.json. */
async function isSaidIn(folder, ran, check = isSaid) {
  const server = await serve({ dir: folder, port: 0, headers: HOST_HEADERS });
  try {
    await check(server.url, ran);
    ran("policy");
  } finally {
    await server.close();
  }
}

host("react", "Vite and React", (ran) =>
  followed("react", MADE.react, async (project) => {
    project.run("tsc", []);
    ran("types");
    await isSaid(await project.serve("vite", ["--port", "0", "--host", "127.0.0.1"]), ran);
  }));

host("vue", "Vite and Vue", (ran) =>
  followed("vue", MADE.vue, async (project) => {
    project.run("vue-tsc", []);
    ran("types");
    await isSaid(await project.serve("vite", ["--port", "0", "--host", "127.0.0.1"]), ran);
  }));

host("next", "Next.js", (ran) =>
  followed("next", MADE.next, async (project) => {
    // It checks the types while it builds.
    project.run("next", ["build"]);
    ran("types");
    await isSaid(await project.serve("next", ["start", "--port", "0"]), ran);
  }));

for (const id of ["webpack", "esbuild"]) {
  host(id, id, (ran) => followed(id, {}, (project) => isSaidIn(project.path("dist"), ran)));
}

// The component's file is that of its example, which components.test.mjs builds and uses.
for (const [id, file] of [["antd", "App.tsx"], ["element-plus", "App.vue"], ["tdesign", "App.vue"], ["vant", "App.vue"]]) {
  host(id, `${id}: the page has the example`, (ran) => {
    const example = new Project(id, join(ROOT, "examples", id));
    assert.deepEqual(blocksOf(id).filter((block) => block.file).map(({ file, code }) => [file, code]), [[`src/${file}`, example.read(file)]]);
    example.remove();
    ran("start");
  });
}

host("plain", "a page without a bundler", (ran) =>
  followed("plain", {}, (project) =>
    isSaidIn(project.dir, ran, async (url, ran) => {
      const page = await browser.newPage({ locale: "en-US" });
      const requests = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.goto(url);
      await page.locator("renzheng-photo input[type=file]").setInputFiles(PHOTO);
      await page.waitForSelector("renzheng-photo[data-state=fix], renzheng-photo[data-state=pass]");
      const [name, size] = await page.evaluate(() => [...new FormData(document.querySelector("form"))].map(([name, file]) => [name, file.size])[0]);
      assert.ok(name === "idFront" && 0 < size && size <= 200_000);
      assert.deepEqual(requests.filter((request) => !request.startsWith(url) && !request.startsWith("blob:")), []);
      ran("start", "requests");
      await page.close();
    })));

host("node", "Node.js", (ran) =>
  followed("node", {}, (project) => {
    cpSync(PHOTO, project.path("photo.jpg"));
    const said = project.run("node", ["check.mjs", "photo.jpg"]);
    assert.match(said, /^photo\.jpg (pass|fix) \d+ bytes\n/);
    ran("start");
  }));
end();
