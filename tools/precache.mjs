// Writes the service worker of a built page: what web/sw.js says, below the names of all files
// and the digest of what is in them. Trunk's hook after a build; by hand:
//
//   node tools/precache.mjs [dist=dist]

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

/** Not part of a version: read by hosts, changed by whoever runs one, or the service worker itself. */
const NOT_KEPT = new Set(["_headers", "config.json", "sw.js"]);

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;
const dist = process.argv[2] ?? TRUNK_STAGING_DIR ?? "dist";

// While developing, files change under one name: they are not to be kept.
if (!TRUNK_STAGING_DIR || TRUNK_PROFILE === "release") {
  const files = readdirSync(dist, { recursive: true })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !NOT_KEPT.has(name) && statSync(join(dist, name)).isFile())
    .sort();
  const digest = createHash("sha256");
  for (const file of files) digest.update(file).update("\0").update(readFileSync(join(dist, file)));
  const version = digest.digest("hex").slice(0, 16);
  const head = `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(files)};\n`;
  const { code } = await minify(head + readFileSync(new URL("../web/sw.js", import.meta.url), "utf8"));
  writeFileSync(join(dist, "sw.js"), code);
}
