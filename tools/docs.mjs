// Makes the documentation site into target/docs/: docs/site/ in both languages, a page of every
// finding with its sentences and a picture, the profiles, how often the judge is right, the changelog,
// and the references. Static HTML without scripts. After `npm`: node tools/docs.mjs [--fast]

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import MarkdownIt from "markdown-it";
import { pageOf } from "./markdown.mjs";

const ROOT = new URL("../", import.meta.url).pathname;
const OUT = join(ROOT, "target/docs");
const PHOTOS = join(ROOT, "tests/data/photos");
const read = (...path) => readFileSync(join(ROOT, ...path), "utf8");
const run = (program, ...args) => execFileSync(program, args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1e8 });

const LANGUAGES = {
  zh: { tag: "zh-Hans", name: "中文", product: "认证助手 Renzheng" },
  en: { tag: "en", name: "English", product: "Renzheng" },
};
const PAGES = {
  index: { zh: "概览", en: "Overview" },
  start: { zh: "开始使用", en: "Start" },
  findings: { zh: "全部问题", en: "Findings" },
  profiles: { zh: "规则", en: "Profiles" },
  policy: { zh: "策略与隐私", en: "Policy" },
  accuracy: { zh: "准确率", en: "Accuracy" },
  changelog: { zh: "更新记录", en: "Changelog" },
  reference: { zh: "参考", en: "Reference" },
};

const markdown = new MarkdownIt({ html: true, linkify: false });
// Headings can be linked to.
markdown.renderer.rules.heading_open = (tokens, i) => {
  const id = tokens[i + 1].content.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "");
  return `<${tokens[i].tag} id="${id}">`;
};
const escaped = markdown.utils.escapeHtml;
// A block of code says which file it is; one that is wider than the page moves on its own.
markdown.renderer.rules.fence = (tokens, i) => {
  const [, file] = tokens[i].info.split(" ");
  const name = file ? `<figcaption><code>${file}</code></figcaption>` : "";
  return `<figure>${name}<pre tabindex="0"><code>${escaped(tokens[i].content)}</code></pre></figure>`;
};

function page(language, name, body) {
  const { tag, product } = LANGUAGES[language];
  const title = PAGES[name][language];
  const file = (name) => `${name}.html`;
  const links = Object.entries(PAGES).map(([other, titles]) => `<li><a href="${file(other)}"${other === name ? ' aria-current="page"' : ""}>${titles[language]}</a></li>`);
  const others = Object.entries(LANGUAGES).filter(([other]) => other !== language);
  const switches = others.map(([other, { tag, name: label }]) => `<a href="../${other}/${file(name)}" lang="${tag}" hreflang="${tag}">${label}</a>`);
  const html = `<!doctype html>
<html lang="${tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${product}</title>
<link rel="icon" href="../icon.svg">
<link rel="stylesheet" href="../style.css">
</head>
<body>
<header><a class="brand" href="index.html">${product}</a> ${switches.join(" ")}</header>
<nav aria-label="${product}"><ul>${links.join("")}</ul></nav>
<main>${body}</main>
</body>
</html>
`;
  mkdirSync(join(OUT, language), { recursive: true });
  // Wide tables move on their own.
  writeFileSync(join(OUT, language, file(name)), html.replaceAll("<table>", '<div class="wide" tabindex="0"><table>').replaceAll("</table>", "</table></div>"));
}

/** A document of docs/, whose links lead on inside the site. */
const document = (text) => markdown.render(text).replaceAll(/href="(?:docs\/)?accuracy\.md"/g, 'href="accuracy.html"').replaceAll('src="accuracy/', 'src="../accuracy/');

const WORDS = {
  zh: {
    lead: "每个问题都有代码，不会改名；文字用 <code>explain(finding, locale)</code> 取得。花括号里是问题自己的成员。",
    what: "问题", fix: "怎么办", example: "示例照片",
    areas: { photo: "照片", number: "号码", name: "名称", form: "表单", process: "流程", wechat: "微信的回答", reader: "照片识读" },
    inEnglish: "本页只有英文。",
    profiles: "数字和来源都在规则里，程序里没有写死的限制。<code>profiles()</code> 给出同样的内容。",
    types: "类型", bytes: "最多字节", source: "来源", thresholds: "判断照片的界限", measured: "测量",
    reference: "按类型和注释生成。", javascript: "JavaScript 与 TypeScript", rust: "Rust",
  },
  en: {
    lead: "Every finding has a code, which is never renamed; <code>explain(finding, locale)</code> says it in words. In braces stand the finding's own members.",
    what: "What is wrong", fix: "What to do", example: "A photo with it",
    areas: { photo: "Photos", number: "Numbers", name: "Names", form: "Forms", process: "Process", wechat: "WeChat's answers", reader: "What was read of photos" },
    inEnglish: "",
    profiles: "Limits and thresholds are data with their sources; <code>profiles()</code> gives the same.",
    types: "Types", bytes: "Most bytes", source: "Source", thresholds: "Thresholds about photos", measured: "Measured",
    reference: "Made from the types and their comments.", javascript: "JavaScript and TypeScript", rust: "Rust",
  },
};

/** For each code the photo of the repository that has it as its first reason. */
function examples({ checkPhoto }) {
  const found = {};
  const kinds = new Map(JSON.parse(read("tests/data/photos/manifest.json")).files.map(({ path, kind }) => [basename(path), kind]));
  for (const name of readdirSync(PHOTOS).filter((name) => name.endsWith(".jpg")).sort()) {
    const bytes = readFileSync(join(PHOTOS, name));
    const kind = { id_front: "id-front", id_back: "id-back", licence: "licence", letter: "letter" }[kinds.get(name)] ?? "other";
    const { reason } = checkPhoto(bytes, { fileName: name, kind });
    if (reason && bytes.length < 400_000) found[reason] ??= name;
  }
  return found;
}

function findings(language, sentences, pictures) {
  const words = WORDS[language];
  const { tag } = LANGUAGES[language];
  const braces = (text) => escaped(text).replaceAll(/\{([^}]*)\}/g, "<code>{$1}</code>");
  const areas = Object.keys(words.areas).map((area) => {
    const seen = new Set();
    const items = sentences[area].map(({ code, case: which, [tag]: [what, fix] }) => {
      const isFirst = !seen.has(code);
      seen.add(code);
      const picture = isFirst && pictures[code];
      const image = picture ? `<img src="../photos/${picture}" alt="${words.example}" loading="lazy">` : "";
      return `<section class="finding">${image}<div><h3${isFirst ? ` id="${code}"` : ""}><code>${code}</code>${which ? ` <small>${which}</small>` : ""}</h3><p>${braces(what)}</p><p class="fix">${braces(fix)}</p></div></section>`;
    });
    return `<h2 id="${area}">${words.areas[area]}</h2>${items.join("")}`;
  });
  return `<h1>${PAGES.findings[language]}</h1><p>${words.lead}</p>${areas.join("")}`;
}

function profiles(language, all) {
  const words = WORDS[language];
  const rows = all.map(({ id, types, mostBytes, source }) => `<tr><td><code>${id}</code></td><td>${types.join(", ")}</td><td>${mostBytes.toLocaleString("en-US")}</td><td>${escaped(source)}</td></tr>`);
  const bounds = Object.entries(all[0].thresholds.document).filter(([, levels]) => typeof levels === "object");
  const levels = bounds.map(([name, { low, mid, high }]) => `<tr><td><code>${name}</code></td><td>${low}</td><td>${mid}</td><td>${high}</td></tr>`);
  return `<h1>${PAGES.profiles[language]}</h1><p>${words.profiles}</p>
<table><thead><tr><th>id</th><th>${words.types}</th><th>${words.bytes}</th><th>${words.source}</th></tr></thead><tbody>${rows.join("")}</tbody></table>
<h2>${words.thresholds}</h2><table><thead><tr><th>${words.measured}</th><th>low</th><th>mid</th><th>high</th></tr></thead><tbody>${levels.join("")}</tbody></table>`;
}

const renzheng = await import(join(ROOT, "npm/pkg/index.js"));
await renzheng.init();
const sentences = JSON.parse(run("cargo", "run", "--quiet", "--example", "sentences"));
const pictures = examples(renzheng);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(join(OUT, "photos"), { recursive: true });
for (const name of Object.values(pictures)) cpSync(join(PHOTOS, name), join(OUT, "photos", basename(name)));
cpSync(join(ROOT, "docs/accuracy"), join(OUT, "accuracy"), { recursive: true });
cpSync(join(ROOT, "web/icon.svg"), join(OUT, "icon.svg"));
writeFileSync(join(OUT, "style.css"), read("style/1-tokens.css") + read("docs/site/style.css"));
writeFileSync(join(OUT, "index.html"), '<!doctype html><meta charset="utf-8"><title>Renzheng</title><meta http-equiv="refresh" content="0; url=zh/index.html"><a href="zh/index.html">中文</a> <a href="en/index.html">English</a>\n');

for (const language of Object.keys(LANGUAGES)) {
  const words = WORDS[language];
  for (const name of ["index", "start", "policy"]) page(language, name, document(pageOf(language, name)));
  page(language, "findings", findings(language, sentences, pictures));
  page(language, "profiles", profiles(language, renzheng.profiles()));
  const note = words.inEnglish ? `<p>${words.inEnglish}</p>` : "";
  page(language, "accuracy", `${note}<div lang="en">${document(read("docs/accuracy.md"))}</div>`);
  page(language, "changelog", `${note}<div lang="en">${document(read("CHANGELOG.md"))}</div>`);
  page(language, "reference", `<h1>${PAGES.reference[language]}</h1><p>${words.reference}</p><ul><li><a href="../javascript/index.html">${words.javascript}</a></li><li><a href="../rust/renzheng/index.html">${words.rust}</a></li></ul>`);
}

if (!process.argv.includes("--fast")) {
  const entries = Object.values(JSON.parse(read("npm/package.json")).exports).map(({ types }) => types).filter((types) => types && !/worker\.d\.ts$/.test(types));
  run("typedoc", "--out", join(OUT, "javascript"), "--name", "renzheng", "--readme", "none", "--skipErrorChecking", "--logLevel", "Warn", "--tsconfig", "docs/site/tsconfig.json", ...entries.map((types) => join("npm", types)));
  run("cargo", "doc", "--quiet", "--no-deps", "--lib");
  cpSync(join(ROOT, process.env.CARGO_TARGET_DIR ?? "target", "doc"), join(OUT, "rust"), { recursive: true });
}
console.log(`renzheng: made ${OUT}/`);
