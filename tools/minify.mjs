// Minifies what a release build made: Trunk's hook after a build. Scripts keep their names, which
// carry hashes of what they were before and tell versions apart as well; the styles of the
// first page become one file, which is fetched and packed better than several; the service worker gets its list of files.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { minify } from "terser";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;

const STYLE_LINK = /<link rel="stylesheet" href="([^"]+)"[^>]*>\s*/g;

/** Without comments and spaces. No string of ours has a brace, a semicolon or a colon in it. */
const denser = (css) =>
  css.replace(/\/\*[^]*?\*\//g, "").replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1").replaceAll(": ", ":").replaceAll(";}", "}");

function joinStyles(dir) {
  const page = join(dir, "index.html");
  let html = readFileSync(page, "utf8");
  const links = [...html.matchAll(STYLE_LINK)];
  const files = links.map(([, href]) => join(dir, basename(href)));
  const css = files.map((file) => denser(readFileSync(file, "utf8"))).join("");
  files.forEach((file) => unlinkSync(file));
  const name = `style-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
  writeFileSync(join(dir, name), css);
  const [[first, href], ...others] = links;
  for (const [other] of others) html = html.replace(other, "");
  html = html.replace(first, first.replace(basename(href), name));
  writeFileSync(page, html.replace(/<!--[^]*?-->\s*/g, ""));
}

/** Tells the service worker which files there are, and of which build. */
function listFiles(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !["sw.js", "_headers"].includes(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update(readFileSync(join(dir, name)));
  // A static host answers to the folder with the page.
  const files = names.map((name) => (name === "index.html" ? "./" : name));
  const path = join(dir, "sw.js");
  const code = readFileSync(path, "utf8");
  const filled = code.replace("__VERSION__", hash.digest("hex").slice(0, 16)).replace('["__FILES__"]', JSON.stringify(files));
  writeFileSync(path, filled);
}

if (TRUNK_PROFILE === "release") {
  for (const name of readdirSync(TRUNK_STAGING_DIR)) {
    if (!name.endsWith(".js")) continue;
    const path = join(TRUNK_STAGING_DIR, name);
    const { code } = await minify(readFileSync(path, "utf8"), { module: true });
    writeFileSync(path, code);
  }
  joinStyles(TRUNK_STAGING_DIR);
  const later = join(TRUNK_STAGING_DIR, "5-journey.css");
  writeFileSync(later, denser(readFileSync(later, "utf8")));
  listFiles(TRUNK_STAGING_DIR);
}
