// The pages of docs/site/ as Markdown: `@file` alone on a line in a block of code is that file of the
// repository, and `@hosts` and `@sizes` on a line of their own are tables. Used by the site and by the tests that try its pages.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../", import.meta.url).pathname;
const read = (path) => readFileSync(join(ROOT, path), "utf8");
const json = (path) => JSON.parse(read(path));

const WORDS = {
  en: {
    host: "host", main: "page’s thread", worker: "worker", policy: "strict policy", requests: "no other request",
    component: "sends what passes, refuses the rest", types: "`tsc --strict`", start: "this page, followed", isSo: "✓",
    entry: "entry", when: "when", raw: "bytes", gzip: "gzip", brotli: "brotli", first: "at once", later: "then",
  },
  zh: {
    host: "环境", main: "页面线程", worker: "Worker", policy: "严格策略", requests: "没有其他请求",
    component: "合格的才上传，其余说明原因", types: "`tsc --strict`", start: "按本页做一遍", isSo: "✓",
    entry: "入口", when: "何时", raw: "字节", gzip: "gzip", brotli: "brotli", first: "导入时", later: "使用时",
  },
};

/** A page of docs/site/ in a language, with all that it includes. */
export function pageOf(language, name) {
  const text = read(`docs/site/${language}/${name}.md`);
  return text.replaceAll(/^@(\S+)$/gm, (_, what) => {
    if (what === "hosts") return hosts(language);
    if (what === "sizes") return sizes(language);
    return read(what).trimEnd();
  });
}

/** Its blocks of code by heading: `{ heading, blocks: [{ language, file, code }] }`. */
export function sectionsOf(language, name) {
  return pageOf(language, name).split(/^## /m).slice(1).map((text) => {
    const blocks = [...text.matchAll(/^```(\w+)(?: (\S+))?\n([^]*?)^```$/gm)];
    return { heading: text.split("\n", 1)[0], blocks: blocks.map(([, language, file, code]) => ({ language, file, code })) };
  });
}

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Where the package was tried, and what was tried there: the packaging tests fail where this is not what they did. */
function hosts(language) {
  const words = WORDS[language];
  const { hosts: rows } = json("tests/packaging/ran.json");
  const versions = json("tests/packaging/package.json").devDependencies;
  const columns = ["main", "worker", "policy", "requests", "component", "types", "start"];
  return table([words.host, ...columns.map((column) => words[column])], rows.map(({ name, package: of, hosts = [], components = [], start = [] }) => {
    const ran = [...hosts, ...components, ...start];
    const version = of ? ` (${of} ${versions[of]})` : "";
    return [`${name[language]}${version}`, ...columns.map((column) => (ran.includes(column) ? words.isSo : ""))];
  }));
}

/** What each entry makes a page load, as `tools/entries.mjs` has measured it. */
function sizes(language) {
  const words = WORDS[language];
  const count = (bytes) => bytes.toLocaleString("en-US");
  const rows = Object.entries(json("docs/sizes.json")).flatMap(([entry, { first, later }]) => [
    [`\`${entry}\``, words.first, ...first.map(count)], ...(later ? [["", words.later, ...later.map(count)]] : []),
  ]);
  return table([words.entry, words.when, words.raw, words.gzip, words.brotli], rows);
}
