// What upload components ask before they send a file: it is checked and made to fit, or refused with
// the reason in words. Importing it does nothing. Types and documentation are in upload.d.ts.
import { fileOf } from "./file.js";
import { createChecker } from "./worker-client.js";

export function beforeUpload(options = {}) {
  const { checker = createChecker(), locale = "zh-Hans", takeDoubtful = false, onChecked, onRefused, refused, ...fit } = options;

  async function passing(file) {
    const fitted = await checker.fitPhoto(file, fit);
    onChecked?.(fitted, file);
    if (fitted.ok && (takeDoubtful || fitted.report.verdict !== "retake")) return fileOf(fitted, file);
    const { findings, reason } = fitted.report;
    const finding = findings.find(({ code }) => code === reason) ?? findings[0];
    const { what, fix } = await checker.explain(finding, locale);
    const gap = locale.startsWith("zh") ? "" : " ";
    throw Object.assign(new Error(what + gap + fix), { code: "renzheng.refused", file, finding, report: fitted.report });
  }

  return async (given) => {
    // TDesign hands over a record of its own around the file, waits for true or false, and sends what is in it.
    const isRecord = !isFile(given) && isFile(given?.raw);
    try {
      if (!isRecord) return Array.isArray(given) ? await Promise.all(given.map(passing)) : await passing(given);
      const raw = await passing(given.raw);
      Object.assign(given, { raw, name: raw.name, size: raw.size, type: raw.type });
      return true;
    } catch (error) {
      onRefused?.(error, error.file ?? given);
      if (isRecord) return false;
      if (refused !== undefined) return refused;
      throw error;
    }
  };
}

const isFile = (value) => typeof Blob !== "undefined" && value instanceof Blob;
