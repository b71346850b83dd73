// Minifies the scripts that a release build generated: Trunk's hook after a build. Their names
// carry hashes of what they were before, which tell versions apart as well.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;

if (TRUNK_PROFILE === "release") {
  for (const name of readdirSync(TRUNK_STAGING_DIR)) {
    if (!name.endsWith(".js")) continue;
    const path = join(TRUNK_STAGING_DIR, name);
    const { code } = await minify(readFileSync(path, "utf8"), { module: true });
    writeFileSync(path, code);
  }
}
