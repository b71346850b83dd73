// The functions of the main entry as promises that run in a worker.
import type {
  Application, ApplicationReport, Bytes, Day, Finding, FitOptions, FittedPhoto, FormProfile, InitInput, Locale, Message,
  NameCheck, NameFinding, NameOptions, NumberCheck, NumberKind, PhotoOptions, PhotoReport, PhotoSource, Profile, Requirements,
  SubjectType, SubmissionOptions, WechatFinding, AuthData,
} from "./index.js";

export interface CheckerOptions {
  /**
   * What runs the jobs. Default: the worker of this package, as a file of your own origin, which Vite, webpack 5 and
   * plain pages find themselves. Else its address (a copy of `worker.js` with the files beside it), a function that makes
   * one (`() => new Worker(…)` around `import "renzheng/worker"`), or a worker that does nothing else. `false`: none,
   * the jobs run on this thread, as they do where a worker cannot be had.
   */
  worker?: string | { readonly href: string } | (() => object) | object | false;
  /** What `init` is given in the worker: an address, bytes or a `WebAssembly.Module`. */
  wasm?: InitInput;
  /** Aborted, the checker is closed. */
  signal?: Signal;
}

/** An `AbortSignal`, for projects without the DOM's types. */
export interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
}

/** A `File` or `Blob`, whose name and type are taken for `fileName` and `mimeType`; or bytes. */
export type PhotoInput = Bytes | { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> };

/** `reading`: the file is read. `inspected`: type and header are known; the pixels are next. */
export type Progress = { stage: "reading" } | { stage: "inspected"; report: PhotoReport };

export interface Watched {
  /** Gives the job up. One that runs takes the worker with it; the jobs behind it get a new one. */
  signal?: Signal;
  onProgress?: (progress: Progress) => void;
}

export interface Checker {
  /** Loads everything, if it is not there yet, and says where the jobs run. Need not be called. */
  ready(): Promise<"worker" | "main-thread">;
  /** Ends the worker; what was asked and what is asked later is rejected. */
  close(reason?: unknown): void;
  inspectPhoto(photo: PhotoInput, options?: PhotoOptions & Watched): Promise<PhotoReport>;
  checkPhoto(photo: PhotoInput, options?: PhotoOptions & Watched): Promise<PhotoReport>;
  fitPhoto(photo: PhotoInput, options?: FitOptions & Watched): Promise<FittedPhoto>;
  photoSource(photo: PhotoInput, options?: PhotoOptions & Watched): Promise<PhotoSource>;
  profiles(): Promise<Profile[]>;
  checkNumber(kind: NumberKind, text: string, options: { today: Day }): Promise<NumberCheck>;
  suggestNumber(kind: NumberKind, text: string): Promise<string[]>;
  checkName(text: string, options?: NameOptions): Promise<NameCheck>;
  nameFindingOfWechat(errcode: number): Promise<NameFinding | null>;
  checkApplication(
    application: Application, options: { today: Day; formProfile?: FormProfile },
  ): Promise<ApplicationReport>;
  requirements(subjectType: SubjectType, options?: { formProfile?: FormProfile }): Promise<Requirements>;
  toAuthData(
    application: Application, options: SubmissionOptions,
  ): Promise<{ ok: boolean; findings: WechatFinding[]; authData?: AuthData }>;
  submissionFindingOfWechat(errcode: number): Promise<WechatFinding | null>;
  explain(finding: Finding, locale?: Locale): Promise<Message>;
}

/**
 * A checker off the main thread. Nothing is loaded before the first call, so it can be made at the top of a module, on a
 * server too.
 *
 * @example
 * const checker = createChecker();
 * const fitted = await checker.fitPhoto(file, { kind: "id-front", onProgress: ({ stage }) => console.log(stage) });
 */
export function createChecker(options?: CheckerOptions): Checker;
