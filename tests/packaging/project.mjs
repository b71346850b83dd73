// Fresh projects that install the packed package. The bundlers and frameworks they use lie in a
// folder above (tools/setup.sh packaging), where Node.js and bundlers look by themselves.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = new URL("../../", import.meta.url).pathname;
const HERE = new URL("./", import.meta.url).pathname;
const STORE = join(realpathSync(join(HERE, "node_modules")), "..");

/** The photo that every host checks, and what is written down about it. */
export const PHOTO = "p0125.jpg";
export const EXPECTED = JSON.parse(readFileSync(join(ROOT, "tests/data/formats.reports.json"), "utf8"))[PHOTO];

let tarball;

/** The packed package. */
export function tarballOf() {
  mkdirSync(join(STORE, "projects"), { recursive: true });
  if (!tarball) {
    const folder = mkdtempSync(join(STORE, "projects/packed-"));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    const [{ filename }] = JSON.parse(execFileSync("npm", ["pack", "--json", "--silent", join(ROOT, "npm/pkg")], { cwd: folder, encoding: "utf8" }));
    tarball = join(folder, filename);
  }
  return tarball;
}

export class Project {
  /** A copy of a folder, with the package installed. */
  constructor(name, from = join(HERE, "hosts", name)) {
    tarballOf();
    this.dir = mkdtempSync(join(STORE, "projects", `${name}-`));
    cpSync(from, this.dir, { recursive: true });
    for (const file of ["check.js", "page.js"]) cpSync(join(HERE, "hosts", file), join(this.dir, file));
    cpSync(join(ROOT, "tests/npm/outcomes.mjs"), join(this.dir, "outcomes.mjs"));
    this.put(PHOTO);
    const into = join(this.dir, "node_modules/renzheng");
    mkdirSync(into, { recursive: true });
    execFileSync("tar", ["xzf", tarballOf(), "--strip-components=1", "-C", into]);
    if (!this.has("package.json")) this.write("package.json", '{ "name": "project", "private": true, "type": "module" }\n');
  }

  path = (...parts) => join(this.dir, ...parts);
  write = (name, text) => writeFileSync(this.path(name), text);
  read = (name) => readFileSync(this.path(name), "utf8");
  has(name) {
    try {
      return !!readFileSync(this.path(name));
    } catch {
      return false;
    }
  }

  /** Puts the photo into a folder of the project. */
  put(name = PHOTO, folder = ".") {
    mkdirSync(this.path(folder), { recursive: true });
    cpSync(join(ROOT, "tests/data/photos", name), this.path(folder, name));
  }

  /** Runs a program of the store, or Node.js itself, to its end. */
  run(program, args, env = {}) {
    const options = { cwd: this.dir, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...QUIET, ...env }, maxBuffer: 1e8 };
    return execFileSync(program === "node" ? "node" : join(STORE, "node_modules/.bin", program), args, options);
  }

  /** Starts a server and gives its address once it has said it. */
  async serve(program, args) {
    const child = spawn(join(STORE, "node_modules/.bin", program), args, { cwd: this.dir, env: { ...process.env, ...QUIET }, detached: true });
    this.stop = () => process.kill(-child.pid);
    let said = "";
    return new Promise((resolve, reject) => {
      const hear = (chunk) => {
        said += chunk;
        const [url] = said.replaceAll(/\x1b\[[0-9;]*m/g, "").match(/http:\/\/(localhost|127\.0\.0\.1):\d+\//) ?? said.match(/http:\/\/localhost:\d+/) ?? [];
        if (url) resolve(url.endsWith("/") ? url : `${url}/`);
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.on("exit", (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
    });
  }

  remove() {
    this.stop?.();
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const QUIET = { NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "true", CI: "1", NODE_ENV: undefined };
