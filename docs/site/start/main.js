import { createChecker } from "renzheng/worker-client";

// Loads nothing before its first use.
const checker = createChecker();

document.querySelector("input").addEventListener("change", async ({ target }) => {
  const { ok, photo, report } = await checker.fitPhoto(target.files[0], { kind: "id-front" });
  let words = report.verdict;
  if (ok && report.verdict !== "retake") {
    // What to send: at most 200,000 bytes, upright, without GPS.
    words += `: ${photo.length} bytes`;
  } else {
    const finding = report.findings.find(({ code }) => code === report.reason) ?? report.findings[0];
    const { what, fix } = await checker.explain(finding, navigator.language);
    words += `: ${what} ${fix}`;
  }
  document.querySelector("output").textContent = words;
});
