// A part of a page that a benchmark writes, between two markers that name it; the rest of the page stays.
import { readFile, writeFile } from "node:fs/promises";

export async function writeSection(path, name, text) {
  const page = await readFile(path, "utf8");
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} has no ${begin} … ${end}`);
  await writeFile(path, `${page.slice(0, from + begin.length)}\n${text.trim()}\n${page.slice(to)}`);
}
