// What the Rust core declares for JSON, read from its sources: names, issues with their members, enums.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const SRC = new URL("../../src/", import.meta.url).pathname;
export const AREAS = ["photo", "identity", "name", "application", "process", "wechat", "reader"];

const camel = (name) => name.replaceAll(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
// As serde does: a digit begins no word.
const kebab = (name) => name.replaceAll(/(?!^)([A-Z])/g, "-$1").toLowerCase();
const block = (text, start) => {
  let depth = 0;
  for (let at = text.indexOf("{", start); at < text.length; at += 1) {
    depth += (text[at] === "{") - (text[at] === "}");
    if (depth === 0) return text.slice(text.indexOf("{", start) + 1, at);
  }
  throw new Error(`no end of the block at ${start}`);
};

/** `{ "photo::Kind": { names: […] } }` or `{ codes: Map(code → Map(member → type)) }`. */
export function declared() {
  const found = {};
  const files = AREAS.flatMap((area) => readdirSync(join(SRC, area), { recursive: true }).map((name) => [area, join(area, name)]));
  for (const [area, file] of [...files, ["", "finding.rs"]]) {
    if (!file.endsWith(".rs")) continue;
    const text = readFileSync(join(SRC, file), "utf8").split("#[cfg(test)]")[0].replaceAll(/^\s*\/\/.*$/gm, "");
    const add = (name, what) => {
      const key = area ? `${area}::${name}` : name;
      if (found[key]) throw new Error(`two things are called ${key}`);
      found[key] = { file, ...what };
    };
    for (const { index } of text.matchAll(/^names! \{/gm)) {
      const body = block(text, index);
      add(body.match(/pub enum (\w+)/)[1], { names: [...body.matchAll(/"([^"]+)" =>/g)].map(([, name]) => name) });
    }
    // The sources of rules have a macro of their own around the one for names.
    for (const { index } of text.matchAll(/^sources! \{/gm)) {
      add("Source", { names: [...block(text, index).matchAll(/"([^"]+)" =>/g)].map(([, name]) => name) });
    }
    for (const { index } of text.matchAll(/^issues! \{/gm)) {
      const body = block(text, index);
      const issues = [...body.matchAll(/"([a-z.-]+)" => \w+(?: \{([^}]*)\})?/g)];
      const members = (fields = "") => new Map([...fields.matchAll(/(\w+): ([\w<>:]+)/g)].map(([, name, type]) => [camel(name), type]));
      add(body.match(/pub enum (\w+)/)[1], { codes: new Map(issues.map(([, code, fields]) => [code, members(fields)])) });
    }
    for (const { index, 1: rules, 2: name } of text.matchAll(/^((?:#\[[^\n]*\]\n)+)pub enum (\w+)/gm)) {
      if (!/derive\(.*Serialize/.test(rules) || /into = /.test(rules)) continue;
      // Without what is inside of variants.
      const body = block(text, index + rules.length).replaceAll(/\{[^}]*\}/g, "");
      const variants = [...body.matchAll(/^\s+(\w+) ?,/gm)].map(([, name]) => name);
      add(name, { names: variants.map(/rename_all = "kebab-case"/.test(rules) ? kebab : (name) => name.toLowerCase()) });
    }
    for (const { index, 1: rules, 2: name } of text.matchAll(/^((?:#\[[^\n]*\]\s*(?:\/\/[^\n]*)?\n)+)pub struct (\w+) \{/gm)) {
      if (!/derive\(.*Serialize/.test(rules)) continue;
      const fields = [...block(text, index + rules.length).matchAll(/((?:#\[serde[^\n]*\]\s+)?)pub (\w+): ([^\n]+),\n/g)];
      const read = fields.filter(([, rule]) => !/\(skip\)/.test(rule)).map(([, rule, name, type]) => {
        const named = rule.match(/rename = "(\w+)"/)?.[1] ?? (/rename_all = "camelCase"/.test(rules) ? camel(name) : name);
        return [/flatten/.test(rule) ? `...${type}` : named, type];
      });
      add(name, { members: new Map(read) });
    }
  }
  return found;
}
