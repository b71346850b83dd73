import { createChecker } from "renzheng/worker-client";

// Loads nothing before its first use.
const checker = createChecker();
const input = document.querySelector("input");

/** What to tell whoever has chosen the photo. */
async function verdict(/** @type {File} */ file) {
  const { ok, photo, report } = await checker.fitPhoto(file, { kind: "id-front" });
  // `photo` is what to send: at most 200,000 bytes, upright, without GPS.
  if (ok && report.verdict !== "retake") return `${report.verdict}: ${photo.length} bytes`;
  const finding = report.findings.find(({ code }) => code === report.reason) ?? report.findings[0];
  const { what, fix } = await checker.explain(finding, navigator.language);
  return `${report.verdict}: ${what} ${fix}`;
}

input.addEventListener("change", async () => {
  document.querySelector("output").textContent = await verdict(input.files[0]);
});
