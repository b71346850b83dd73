// Minifies what a release build made: Trunk's hook after a build. Scripts keep their names, which
// carry hashes of what they were before and tell versions apart as well; the styles of the
// first page become one file, which is fetched and packed better than several; the service worker gets its list of files.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
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

/** The photo worker with vectors, and what chooses between the two. */
function addVectors(dir) {
  for (const name of ["photo-worker-simd.js", "photo-worker-simd_bg.wasm"]) {
    writeFileSync(join(dir, name), readFileSync(join("target/simd", name)));
  }
  writeFileSync(join(dir, "photo-worker_loader.js"), readFileSync("web/photo-worker.js"));
}

/** What reads photos, in a folder named after what is in it: its name, or nothing without a model. */
async function addReader(dir) {
  const name = (file) => [`target/reader/${file}`, file];
  const files = [
    ...["reader-worker.js", "engine.js", "load.js"].map((file) => [`npm/${file}`, file]),
    ...["renzheng_reader.js", "renzheng_reader_bg.wasm", "reader.pack", "reader-files.js", "LICENSE", "NOTICE"].map(name),
  ];
  if (!files.every(([from]) => existsSync(from))) {
    console.warn("renzheng: without target/reader/reader.pack (make reader) the page reads no photos");
    return "";
  }
  const read = async ([from, to]) => {
    const bytes = readFileSync(from);
    if (!to.endsWith(".js")) return [to, bytes];
    const { code } = await minify(bytes.toString(), { module: true });
    return [to, Buffer.from(code)];
  };
  const contents = await Promise.all(files.map(read));
  const hash = createHash("sha256");
  for (const [to, bytes] of contents) hash.update(to).update(bytes);
  const folder = `reader-${hash.digest("hex").slice(0, 16)}/`;
  mkdirSync(join(dir, folder));
  for (const [to, bytes] of contents) writeFileSync(join(dir, folder, to), bytes);
  return folder;
}

/** Tells the service worker which files there are, and of which build. */
function listFiles(dir) {
  const names = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !["sw.js", "_headers"].includes(entry.name))
    // What reads photos is fetched when there is one, and kept then.
    .filter((entry) => !basename(entry.parentPath ?? entry.path).startsWith("reader-"))
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
  addVectors(TRUNK_STAGING_DIR);
  for (const name of readdirSync(TRUNK_STAGING_DIR)) {
    if (!name.endsWith(".js")) continue;
    const path = join(TRUNK_STAGING_DIR, name);
    const { code } = await minify(readFileSync(path, "utf8"), { module: true });
    writeFileSync(path, code);
  }
  joinStyles(TRUNK_STAGING_DIR);
  for (const name of ["5-photos.css", "5-journey.css"]) {
    const later = join(TRUNK_STAGING_DIR, name);
    writeFileSync(later, denser(readFileSync(later, "utf8")));
  }
  const reader = await addReader(TRUNK_STAGING_DIR);
  for (const name of ["reading.js", "sw.js"]) {
    const path = join(TRUNK_STAGING_DIR, name);
    writeFileSync(path, readFileSync(path, "utf8").replace("__READER__", reader));
  }
  listFiles(TRUNK_STAGING_DIR);
}
