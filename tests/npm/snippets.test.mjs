// The pieces of JavaScript in the README and on the site, under strict types: what is not there cannot be written there.
// Null is left aside, since JavaScript has no word for "it is there".
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { pageOf } from "../../tools/markdown.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const TEXTS = {
  "npm/README.md": readFileSync(join(ROOT, "npm/README.md"), "utf8"),
  ...Object.fromEntries(["en", "zh"].flatMap((language) => ["index", "start", "policy"].map((name) => [`docs/site/${language}/${name}.md`, pageOf(language, name)]))),
};
// What the pieces take for given, and what comes with Node.js.
const GIVEN = `
declare const file: File;
declare const signal: AbortSignal;
declare function show(stage: string): void;
declare const message: { error(text: string): void };
declare const process: { argv: string[] };
declare module "node:fs" { export function readFileSync(path: string): Uint8Array }
declare module "node:path" { export function basename(path: string): string }
`;
const entries = JSON.parse(readFileSync(join(ROOT, "npm/package.json"), "utf8")).exports;
const paths = Object.fromEntries(Object.entries(entries).filter(([, { types }]) => types).map(([entry, { types }]) => [`renzheng${entry.slice(1)}`, [join(ROOT, "npm", types)]]));

/** What the compiler says of these files. */
function problems(files) {
  const options = {
    strict: true, strictNullChecks: false, allowJs: true, checkJs: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"], types: [], skipLibCheck: true, paths,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (name, ...rest) => (files.has(name) ? ts.createSourceFile(name, files.get(name), options.target) : getSourceFile(name, ...rest));
  host.fileExists = (name) => files.has(name) || fileExists(name);
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
}

// A folder of the site that is a copy of the package.
const FOLDER = /"\.\/renzheng\/([a-z-]+)\.js"/g;
const pieces = (text) => [...text.matchAll(/^```js(?: \S+)?\n([^]*?)^```$/gm)].map(([, code]) => `${code.replaceAll(FOLDER, '"renzheng/$1"')}\nexport {};\n`);
const named = (name, codes) => codes.map((code, i) => [join(ROOT, "npm", `${name.replaceAll("/", "-")}-${i + 1}.js`), code]);
const given = [join(ROOT, "npm/given.d.ts"), GIVEN];

test("every piece holds", () => {
  const files = Object.entries(TEXTS).flatMap(([name, text]) => named(name, pieces(text)));
  assert.ok(15 <= files.length, `${files.length} pieces`);
  assert.deepEqual(problems(new Map([given, ...files])), []);
});

test("what is not there is found", () => {
  const [first] = pieces(TEXTS["npm/README.md"]);
  const wrong = ['"id-front"', ".verdict", "fitPhoto,", ".findings", "ok)"].map((word) => first.replace(word, word.replace(/\w+/, "nothing")));
  const found = problems(new Map([given, ...named("wrong", wrong)]));
  for (let i = 1; i <= wrong.length; i += 1) assert.ok(found.some((problem) => problem.includes(`wrong-${i}.js`)), `piece ${i}: ${wrong[i - 1]}`);
});
