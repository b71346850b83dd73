// One function for the upload components of Ant Design, Element Plus, TDesign and Vant.
/// <reference lib="dom" />
import type { FitOptions, FittedPhoto, Locale, PhotoFinding, PhotoReport } from "./index.js";
import type { Checker } from "./worker-client.js";

/** Why a file is not sent. The message says what is wrong and what to do, in the language that was asked for. */
export interface RefusedError extends Error {
  code: "renzheng.refused";
  file: File;
  /** The first reason. */
  finding: PhotoFinding;
  report: PhotoReport;
}

export interface BeforeUploadOptions<Refused = never> extends Omit<FitOptions, "fileName" | "mimeType"> {
  /** Whose worker does it; one for all of a page is enough. Default: one of its own, which begins with the first file. */
  checker?: Checker;
  /** Of the reason. Default: `zh-Hans`. */
  locale?: Locale;
  /** Whether photos are sent too of which the verdict is that they had better be taken again. Default: no. */
  takeDoubtful?: boolean;
  /** Told of every file that was looked at, before it is sent or refused. */
  onChecked?: (fitted: FittedPhoto, file: File) => void;
  /** Told why a file is not sent: the place to show `error.message`, since most components keep it to themselves. */
  onRefused?: (error: RefusedError | Error, file: File) => void;
  /** What the promise gives for a refused file, for example `Upload.LIST_IGNORE` of Ant Design. Default: it rejects. */
  refused?: Refused;
}

/** TDesign's record of a file. */
export interface FileRecord { raw?: File }

export interface BeforeUpload<Refused = never> {
  (file: File, ...others: readonly unknown[]): Promise<File | Refused>;
  (files: File[], ...others: readonly unknown[]): Promise<File[] | Refused>;
  (given: File | File[], ...others: readonly unknown[]): Promise<File | File[] | Refused>;
  /** The file in the record is replaced by the one that passes. */
  (record: FileRecord): Promise<boolean>;
}

/**
 * Makes what goes in as `beforeUpload` (Ant Design, TDesign), `before-upload` (Element Plus) or `before-read` (Vant).
 *
 * @example
 * const check = beforeUpload({ kind: "id-front", onRefused: (error) => message.error(error.message) });
 * // <Upload beforeUpload={check} …/>
 */
export function beforeUpload<Refused = never>(options?: BeforeUploadOptions<Refused>): BeforeUpload<Refused>;
