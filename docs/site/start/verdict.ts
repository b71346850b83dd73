import { createChecker } from "renzheng/worker-client";

// Loads nothing before its first use, so it may stand here, on a server too.
const checker = createChecker();

/** What to tell whoever has chosen the photo. */
export async function verdict(file: File) {
  const { ok, photo, report } = await checker.fitPhoto(file, { kind: "id-front" });
  // `photo` is what to send: at most 200,000 bytes, upright, without GPS.
  if (ok && report.verdict !== "retake") return `${report.verdict}: ${photo.length} bytes`;
  const finding = report.findings.find(({ code }) => code === report.reason) ?? report.findings[0];
  const { what, fix } = await checker.explain(finding, navigator.language);
  return `${report.verdict}: ${what} ${fix}`;
}
