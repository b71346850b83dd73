import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { explain, fitPhoto, init } from "renzheng";

await init();
for (const path of process.argv.slice(2)) {
  const { ok, photo, report } = fitPhoto(readFileSync(path), { fileName: basename(path), kind: "id-front" });
  console.log(path, report.verdict, ok ? `${photo.length} bytes` : "");
  for (const finding of report.findings) console.log(" ", finding.code, explain(finding, "en").fix);
}
