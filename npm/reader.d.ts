// Written by hand. Reading of what is printed on photos of documents; all on the device.
import type {
  Application, Corners, Day, FieldPath, InitInput, Locale, Message, PhotoFinding, Severity,
} from "./index.js";
import type { Checker, PhotoInput, Signal } from "./worker-client.js";

export interface ReaderOptions {
  /**
   * What reads. Default: the worker of this package (`renzheng/reader-worker`). Else its address, a function that makes
   * one, or a worker that does nothing else. `false`: none; decoding and reading run on this thread, as they do where a
   * worker cannot be had. On a page that is for tests: reading takes some hundred milliseconds at least.
   */
  worker?: string | { readonly href: string } | (() => object) | object | false;
  /** The model: its address or its bytes. Default: `reader.pack` of this package (1.6 MB). */
  model?: ReaderSource | PromiseLike<ReaderSource>;
  /** The WebAssembly that reads: an address, bytes or a `WebAssembly.Module`. Default: the package's own (1.3 MB). */
  wasm?: InitInput | PromiseLike<InitInput>;
  /** Whose worker decodes the photos; it stays open. Default: one of its own. */
  checker?: Checker;
  /** Aborted, the reader is closed. */
  signal?: Signal;
  /** Told while both files arrive. */
  onProgress?: (progress: ReaderProgress) => void;
}

/** An address, which is as the page means it, or bytes. */
export type ReaderSource = string | { readonly href: string } | Uint8Array | ArrayBuffer;

/** In bytes, of both files together. `total` is what is known of it so far: 0 where a server does not say. */
export interface ReaderProgress { loaded: number; total: number }

/** What can be read: the two sides of a resident identity card (居民身份证), and a business licence (营业执照). */
export type ReadKind = "id-front" | "id-back" | "licence";

/**
 * What is printed on the documents. `id-front`: name, sex, ethnicity, birth, address, id-number. `id-back`: issuer,
 * validity. `licence`: credit-code, name, type, representative, capital, founded, term, address, scope.
 */
export type ReadFieldName =
  | "name" | "sex" | "ethnicity" | "birth" | "address" | "id-number" | "issuer" | "validity"
  | "credit-code" | "type" | "representative" | "capital" | "founded" | "term" | "scope";

export interface ReadField {
  name: ReadFieldName;
  /**
   * Numbers without separators; days as `YYYY-MM-DD`; periods as `from/to` with `..` where they have no such end; text
   * as it is printed, with its lines joined.
   */
  text: string;
  /** How sure each character that was read is, 0 to 1. A day has more of them than its text. */
  confidences: number[];
  /** Whether it counts as read: it has its form, its check character holds, and each character is sure. */
  isReadable: boolean;
  /** Where its lines are, in pixels of the picture as shown at full size. */
  polygons: Corners[];
}

export interface Reading {
  /** The document that its labels say it is; absent where they do not tell. */
  kind?: ReadKind;
  /** Whether all that must be on the document was read. */
  isReadable: boolean;
  /** The content is turned clockwise by 90° times this, as shown, beyond what the photo check says. */
  quarterTurns: number;
  /** How wide the picture is as shown at full size, in pixels: polygons are in it. 0 where it cannot be decoded. */
  width: number;
  /** How high, in pixels. */
  height: number;
  /** Those that were found, in the order in which they are printed. */
  fields: ReadField[];
  /** The credit code in the QR code of a licence. */
  coded?: string;
}

/** What was read, and what stands against it. Where the file cannot be decoded nothing is read, and `findings` says why. */
export interface PhotoReading extends Reading { findings: (ReaderFinding | PhotoFinding)[] }

/** Never blocks: what was read may be misread. `reader.differs` and `reader.name-differs` repeat what is read and typed. */
export type ReaderFinding = { severity: Severity } & (
  | { code: "reader.unreadable" | "reader.missing"; field: ReadFieldName }
  | { code: "reader.other-document"; shown: ReadKind }
  | { code: "reader.turned"; degrees: number }
  | { code: "reader.code-differs" }
  | { code: "reader.expired"; shown: ReadKind; until: Day }
  | { code: "reader.differs" | "reader.name-differs"; field: FieldPath; read: string; typed: string }
);

/** Whose document it is. */
export type Holder = "subject" | "legal-person" | "administrator";

/** A document that was read: `kind` as it was given to `read`, `reading` what came of it. */
export interface SeenDocument { holder: Holder; kind: ReadKind; reading: Reading }

/** A value for a field of the form that is still empty. Offer it; people should see what is filled in for them. */
export interface Offer { field: FieldPath; value: string }

export interface Comparison {
  offers: Offer[];
  /** Contradictions and what has expired, the most important first. */
  findings: ReaderFinding[];
}

export interface Reader {
  /** Loads everything, if it is not there yet, and says where it reads. Need not be called. */
  ready(): Promise<"worker" | "main-thread">;
  /**
   * Reads a photo. Aborted, it rejects at once with the signal's reason; the worker that was reading goes, and the next
   * one begins when it is needed.
   */
  read(photo: PhotoInput, kind: ReadKind, options?: { signal?: Signal }): Promise<PhotoReading>;
  /** What was read beside what a form says. Names of people are never more than a hint, since rare characters are misread. */
  compare(application: Application, readings: readonly SeenDocument[], options: { today: Day }): Promise<Comparison>;
  /** What a finding of a reading or of a comparison means, in words. Default: `zh-Hans`. */
  explain(finding: ReaderFinding | PhotoFinding, locale?: Locale): Promise<Message>;
  /** Ends the worker; what was asked and what is asked later is rejected. */
  close(reason?: unknown): void;
}

/** Every failure is an `Error` with one of these codes, or the reason of a signal. What is in a file is never one. */
export interface ReaderError extends Error {
  /**
   * `no-simd`: the browser is older than Chrome 91, Firefox 89 or Safari 16.4. `load-failed`: a file cannot be had.
   * `bad-model`: a file is not the one of this build, or is no model. `bad-reading`: `readings` is not what `read` gave.
   */
  code:
    | "renzheng.no-simd" | "renzheng.load-failed" | "renzheng.bad-model" | "renzheng.bad-options" | "renzheng.bad-bytes"
    | "renzheng.bad-application" | "renzheng.bad-reading" | "renzheng.bad-finding" | "renzheng.closed"
    | "renzheng.internal";
  /** Of `renzheng.load-failed`: what was asked for, and what came. */
  url?: string;
  status?: number;
}

/**
 * A reader of photos. Nothing is loaded before the first call, so it can be made at the top of a module, on a server too.
 * In Node it runs on the thread that calls. The layouts are those of GA 448-2013 (identity card) and of the licences of
 * 2014 and 2019; the model is PP-OCRv6 tiny (PaddlePaddle, Apache-2.0), quantised.
 *
 * @example
 * const reader = createReader({ onProgress: ({ loaded, total }) => console.log(loaded, total) });
 * const reading = await reader.read(file, "id-front");
 * for (const finding of reading.findings) console.log((await reader.explain(finding, "en")).what);
 * const { offers, findings } = await reader.compare(
 *   { subjectType: "individual", fields: { "administrator.name": "王五" } },
 *   [{ holder: "administrator", kind: "id-front", reading }],
 *   { today: "2026-11-29" },
 * );
 */
export function createReader(options?: ReaderOptions): Reader;
