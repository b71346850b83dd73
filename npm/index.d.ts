// Written by hand. Sizes are in pixels as shown (after the Exif orientation),
// shares in thousandths.

/** The bytes of a photo. For a `File` or `Blob`: `await file.arrayBuffer()`. */
export type Bytes = ArrayBuffer | ArrayBufferView;

/**
 * What `init` takes: nothing in most places; else where the wasm is (an address or `URL`), or what is in it
 * (bytes, `Response`, `WebAssembly.Module`). Written without the DOM's types, which Node projects may lack.
 */
export type InitInput = string | Bytes | { readonly href: string } | { readonly url: string } | object;

/**
 * Loads the WebAssembly. Await it once before any other call; further calls cost nothing.
 * Without `input` the file beside this module is used, in browsers and in Node.
 */
export function init(input?: InitInput | PromiseLike<InitInput>): Promise<void>;

export type PhotoProfile = "certification-200k" | "wechat-upload";
export type PhotoKind = "id-front" | "id-back" | "licence" | "letter" | "stamped-copy" | "other";
export type Locale = "zh-Hans" | "en" | (string & {});

export interface PhotoOptions {
  /** By which rules. Default: `certification-200k`, JPEG or PNG of at most 200 KB. */
  photoProfile?: PhotoProfile;
  /** The file's name; only its ending is looked at. */
  fileName?: string;
  /** The MIME type that came with the file. */
  mimeType?: string;
  /** Which document it shows. Default: `other`. */
  kind?: PhotoKind;
}

export type FileType =
  | "jpeg" | "png" | "heic" | "avif" | "webp" | "gif" | "bmp" | "tiff" | "ico" | "jp2" | "jxl"
  | "psd" | "pdf" | "svg" | "video" | "zip" | "text" | "empty" | "unknown";

/** `block`: would be refused. `warn`: may be refused. `info`: good to know. */
export type Severity = "block" | "warn" | "info";

/** A point of an area, in pixels as shown. */
export interface Point { x: number; y: number }

interface FindingOf<Code extends string> {
  code: Code;
  severity: Severity;
  /** Where in the picture: a polygon. Absent where it is about the whole file. */
  area?: Point[];
}

export type Finding =
  | FindingOf<"photo.empty" | "photo.damaged" | "photo.unsupported" | "photo.animated">
  | (FindingOf<"photo.wrong-type"> & { found: FileType })
  | (FindingOf<"photo.extension-mismatch"> & { found: FileType; promised: FileType })
  | (FindingOf<"photo.over-limit"> & { found: number; most: number })
  | (FindingOf<"photo.cannot-fit"> & { most: number })
  | (FindingOf<"photo.too-many-pixels"> & { width: number; height: number })
  | (FindingOf<"photo.too-few-pixels"> & {
      width: number; height: number; leastShortSide: number; leastLongSide: number;
    })
  | (FindingOf<"photo.metadata"> & { gps: boolean })
  | (FindingOf<"photo.trailing-data"> & { found: number })
  | (FindingOf<"photo.blurred" | "photo.dark" | "photo.overexposed" | "photo.low-contrast"> & {
      score: number; threshold: number;
    });

export interface PhotoHeader {
  storedWidth: number;
  storedHeight: number;
  bitDepth: number;
  colour: "gray" | "ycbcr" | "rgb" | "cmyk" | "ycck" | "palette";
  hasAlpha: boolean;
  isProgressive: boolean;
  isAnimated: boolean;
  hasIcc: boolean;
  /** Exif orientation, 1 to 8. */
  orientation: number;
  metadata: {
    exif: boolean; gps: boolean; thumbnail: boolean; xmp: boolean; iptc: boolean; text: boolean; other: boolean;
  };
  trailingBytes: number;
}

export interface PhotoFacts {
  /** 0 to 1,000; `null` where the picture has too few edges to tell. */
  sharpness: number | null;
  /** Brightness of the light parts, 0 to 255. */
  light: number;
  /** Share of burnt-out pixels in thousandths. */
  clipped: number;
  /** Difference between dark and light, 0 to 255. */
  contrast: number;
}

export interface PhotoReport {
  /** No finding blocks. */
  ok: boolean;
  /** The type by content. */
  type: FileType;
  /** As shown; 0 where it is not known. */
  width: number;
  height: number;
  byteLength: number;
  /** The most important first. */
  findings: Finding[];
  header?: PhotoHeader;
  facts?: PhotoFacts;
}

export type PhotoChange =
  | "metadata-removed" | "trailing-data-removed" | "turned" | "flattened" | "colours-converted"
  | "stilled" | "resized" | "recompressed";

export type FittedPhoto =
  | {
      ok: true;
      /**
       * A JPEG or PNG that passes: within the limit, upright, without metadata. Where the profile takes GIFs,
       * a GIF comes back as it is: its type and size are all that is checked.
       */
      photo: Uint8Array;
      /** What was done; empty when the photo passed as it was. */
      changed: PhotoChange[];
      /** The verdict about `photo`. */
      report: PhotoReport;
    }
  | {
      ok: false;
      photo?: undefined;
      changed: [];
      /** The verdict about the file as given: its findings say why. */
      report: PhotoReport;
    };

export interface Message {
  /** What is wrong. */
  what: string;
  /** What to do about it. */
  fix: string;
}

export interface Profile {
  id: PhotoProfile;
  /** Where the accepted types and sizes come from. */
  source: string;
  types: FileType[];
  mostBytes: number;
  mostEncodedBytes: number;
  limits: { mostFileBytes: number; mostSide: number; mostPixels: number; mostWorkingBytes: number; mostScans: number };
  thresholds: {
    leastShortSide: number; advisedShortSide: number; advisedLongSide: number;
    leastSharpness: number; leastLight: number; mostClipped: number; leastContrast: number;
  };
  fit: {
    decodeLongSide: number;
    ladder: { longSide: number; leastQuality: number }[];
    mostQuality: number;
  };
}

/** Every failure is an `Error` with one of these codes. What is in a file is never one: it is reported. */
export interface RenzhengError extends Error {
  code: "renzheng.load-failed" | "renzheng.not-ready" | "renzheng.bad-bytes" | "renzheng.bad-options" | "renzheng.bad-finding" | "renzheng.internal";
}

/** Looks at type and header only: microseconds, and no pixel is decoded. */
export function inspectPhoto(bytes: Bytes, options?: PhotoOptions): PhotoReport;

/** Checks a photo and reports everything that is wrong with it. */
export function checkPhoto(bytes: Bytes, options?: PhotoOptions): PhotoReport;

/**
 * Makes a photo fit. One that passes keeps its coded pixels and loses its metadata only.
 *
 * @example
 * await init();
 * const fitted = fitPhoto(new Uint8Array(await file.arrayBuffer()), { fileName: file.name });
 * if (!fitted.ok) console.log(explain(fitted.report.findings[0], "en").fix);
 */
export function fitPhoto(bytes: Bytes, options?: PhotoOptions): FittedPhoto;

/** What a finding means, in words. */
export function explain(finding: Finding, locale?: Locale): Message;

/** All photo profiles, the default first. */
export function profiles(): Profile[];
