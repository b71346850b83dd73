// The documentation site as it was built: axe finds nothing in either language and theme, and no page is wider than a
// phone. With PICTURES=folder each is drawn there too, for eyes.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { serve } from "../../tools/serve.mjs";

const SITE = new URL("../../target/docs/", import.meta.url).pathname;
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
const { PICTURES } = process.env;
const pages = ["zh", "en"].flatMap((language) => readdirSync(join(SITE, language)).map((name) => `${language}/${name}`));

let server;
let browser;
before(async () => {
  server = await serve({ dir: SITE, port: 0 });
  browser = await launch();
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("both languages have the same pages", () => {
  assert.deepEqual(readdirSync(join(SITE, "zh")), readdirSync(join(SITE, "en")));
  assert.ok(16 <= pages.length);
});

for (const name of pages) {
  test(name, async () => {
    for (const [view, viewport] of Object.entries(VIEWS)) {
      const page = await browser.newPage({ viewport, bypassCSP: true });
      const said = [];
      page.on("console", (message) => message.type() === "error" && said.push(message.text()));
      await page.goto(server.url + name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= viewport.width, `${view} is ${wide} wide`);
      await page.evaluate(AXE);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        const found = await page.evaluate(async () => (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html).join(" | ")}`));
        assert.deepEqual(found, [], `${view}, ${colorScheme}`);
        if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name.replace("/", "-").replace(".html", "")}-${view}-${colorScheme}.png`) });
      }
      assert.deepEqual(said, [], view);
      await page.close();
    }
  });
}
