// Written by hand, and long because every code and path is named. Sizes are in pixels as shown (after the Exif orientation),
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
  /** Where the document is, when somebody has set its corners. Default: it is looked for. */
  corners?: Corners;
}

export interface FitOptions extends PhotoOptions {
  /**
   * What is kept when the photo is coded anew. `document` (the default): the document with a small margin, upright and
   * straight, where it was found for sure or `corners` are given; else everything. `none`: everything.
   */
  crop?: "document" | "none";
}

export type FileType =
  | "jpeg" | "png" | "heic" | "avif" | "webp" | "gif" | "bmp" | "tiff" | "ico" | "jp2" | "jxl"
  | "psd" | "pdf" | "svg" | "video" | "zip" | "text" | "empty" | "unknown";

/** `block`: would be refused. `warn`: may be refused. `info`: good to know. */
export type Severity = "block" | "warn" | "info";

/** A place in the picture, in pixels as shown; the centre of the first pixel is at 0, 0. */
export type Point = [x: number, y: number];

/** Top left, top right, bottom right, bottom left, as the document is read. They may lie outside the picture. */
export type Corners = [Point, Point, Point, Point];

/** How far a measurement goes. `low`: worth a word. `mid`: may be refused. `high`: surely refused. */
export type Level = "low" | "mid" | "high";

/**
 * What is to be done with a photo. `pass`: upload it as it is. `fix`: `fitPhoto` makes it right. `retake`: take or
 * choose another one.
 */
export type Verdict = "pass" | "fix" | "retake";

interface PhotoFindingOf<Code extends string> {
  code: Code;
  severity: Severity;
  /** Where in the picture. Absent where it is about the whole file. */
  area?: Corners;
}

export type PhotoFinding =
  | PhotoFindingOf<"photo.empty" | "photo.damaged" | "photo.unsupported" | "photo.animated">
  | (PhotoFindingOf<"photo.wrong-type"> & { found: FileType })
  | (PhotoFindingOf<"photo.extension-mismatch"> & { found: FileType; promised: FileType })
  | (PhotoFindingOf<"photo.over-limit"> & { found: number; most: number })
  | (PhotoFindingOf<"photo.cannot-fit"> & { most: number })
  | (PhotoFindingOf<"photo.too-many-pixels"> & { width: number; height: number })
  | (PhotoFindingOf<"photo.too-few-pixels"> & {
      width: number; height: number; leastShortSide: number; leastLongSide: number;
    })
  | (PhotoFindingOf<"photo.metadata"> & { gps: boolean })
  | (PhotoFindingOf<"photo.trailing-data"> & { found: number })
  | (PhotoFindingOf<Exclude<PhotoMeasureCode, "photo.wrong-side">> & Measured)
  /** `shows`: what it looks like, where that can be told. */
  | (PhotoFindingOf<"photo.wrong-side"> & Measured & { shows?: PhotoKind });

interface Measured {
  level: Level;
  score: number;
  /** The bound of that level. */
  threshold: number;
}

/** What was measured; never more than a warning, since a measurement can be wrong. The verdict says what to do. */
export type PhotoMeasureCode =
  | "photo.blurred" | "photo.low-resolution" | "photo.dark" | "photo.overexposed" | "photo.glare" | "photo.cut-off"
  | "photo.covered" | "photo.turned" | "photo.skewed" | "photo.document-too-small" | "photo.no-document"
  | "photo.low-contrast" | "photo.noisy" | "photo.grey-copy" | "photo.screen" | "photo.wrong-side"
  | "photo.background-cluttered";

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

/** Measured on the whole picture, or on the document where one was found: then there is `page` alone. */
export interface PhotoFacts {
  /** 0 to 1,000; `null` where the picture has too few edges to tell. */
  sharpness: number | null;
  /** Brightness of the light parts, 0 to 255. */
  light?: number;
  /** Share of burnt-out pixels in thousandths. */
  clipped?: number;
  /** Difference between dark and light, 0 to 255. */
  contrast?: number;
  /** Measured on the document, where one was found. */
  page?: PageFacts;
}

export interface PageFacts {
  /** Height of the print over the standard deviation of its blur, in tenths; `null` where there is no print. */
  sharpness: number | null;
  /** The same across the direction of most blur: much larger where the camera moved; 1,000 where there is no print. */
  sharpnessAcross: number;
  /** Height of the smallest print that must be read, in tenths of a pixel, by what is usual for the document. */
  textHeight: number;
  /** Brightness of the paper, 0 to 255. */
  paper: number;
  /** Burnt-out share. */
  clipped: number;
  /** Difference between paper and print, 0 to 255. */
  contrast: number;
  /** The same for the faintest quarter of the print. */
  faintest: number;
  /** In tenths of a grey level. */
  noise: number;
  /** Share with shine. */
  shine: number;
  /** Share of the lines of print that shine hides, and of the document over a hidden portrait. */
  glare: number;
  /** Share on which something else lies. */
  covered: number;
  /** Share outside the picture. */
  outside: number;
  /** Share of the picture that the document takes up. */
  fill: number;
  /** Tenths of a degree by which it lies askew. */
  skew: number;
  /** Tenths of a degree by which opposite sides diverge. */
  divergence: number;
  /** Strongest colour. */
  colour: number;
  /** Share that is red as seals and emblems are. */
  red: number;
  /** Share of red where the back of an ID card has the emblem. */
  emblem: number;
  /** Share of dark areas where the front of an ID card has the portrait. */
  portrait: number;
  /** How far blank paper runs through all hues, as on a screen, in thousandths of its brightness. */
  screen: number;
  /** Share of the surroundings that is not plain. */
  clutter: number;
}

export interface FoundDocument {
  corners: Corners;
  /** What its layout says it is; absent where that cannot be told. */
  kind?: PhotoKind;
  /** How sure the outline is, in thousandths. */
  confidence: number;
  /** The content is turned clockwise by 90° times this. */
  quarterTurns: number;
  /** And by so many degrees more, −45 to 45. */
  skewDegrees: number;
}

export interface PhotoReport {
  /** No finding blocks. */
  ok: boolean;
  /** What is to be done. After `inspectPhoto` it says what the header tells. */
  verdict: Verdict;
  /** The code of the finding that is to be said first; absent where there is none to say. */
  reason?: string;
  /** The type by content. */
  type: FileType;
  /** As shown; 0 where it is not known. */
  width: number;
  height: number;
  byteLength: number;
  /** The most important first. */
  findings: PhotoFinding[];
  header?: PhotoHeader;
  facts?: PhotoFacts;
  /** The document in the picture, if one was found. */
  document?: FoundDocument;
}

export type PhotoChange =
  | "metadata-removed" | "trailing-data-removed" | "turned" | "flattened" | "colours-converted"
  | "stilled" | "resized" | "recompressed" | "cropped" | "straightened" | "exposure-corrected";

/** How well the print of a result can be read. */
export interface Legibility {
  /** Height of the smallest print that must be read, in tenths of a pixel of the result. */
  textHeight: number;
  /** Difference between paper and print, 0 to 255. */
  contrast: number;
  /** Blur in thousandths of the print's height. */
  blur: number;
  /** The three together, 0 to 100. */
  score: number;
}

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
      /** Where the corners of `photo` lie in the one that was given. */
      frame?: Corners;
      /** Absent where no document was found in `photo`. */
      legibility?: Legibility;
    }
  | {
      ok: false;
      photo?: undefined;
      changed: [];
      /** The verdict about the file as given: its findings say why. */
      report: PhotoReport;
      frame?: undefined;
      legibility?: undefined;
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
    /** Bounds for a document that was found; where less is worse they fall. */
    document: Record<
      | "sharpness" | "textHeight" | "paper" | "clipped" | "glare" | "covered" | "outside" | "skew" | "divergence"
      | "fill" | "contrast" | "clearness" | "colour" | "screen" | "otherSide" | "clutter",
      { low: number; mid: number; high: number }
    > & { leastConfidence: number; firmContrast: number };
  };
  fit: {
    decodeLongSide: number;
    ladder: { longSide: number; leastQuality: number }[];
    mostQuality: number;
    crop: { leastConfidence: number; margin: number; mostFill: number; decodeLongSide: number };
    light: { paper: [from: number, below: number]; target: number };
    legibility: Record<"textHeight" | "contrast" | "blur", [none: number, all: number]>;
    leastTextHeight: number;
  };
}

/**
 * Every failure is an `Error` with one of these codes. What is in a file is never one: it is reported. `bad-state`,
 * `bad-event` and `bad-answer` are of `renzheng/process`, `closed` of `renzheng/worker-client`; `renzheng/upload` has
 * `RefusedError` beside it, and `renzheng/reader` has `ReaderError`.
 */
export interface RenzhengError extends Error {
  code:
    | "renzheng.load-failed" | "renzheng.not-ready" | "renzheng.bad-bytes" | "renzheng.bad-options"
    | "renzheng.bad-application" | "renzheng.bad-finding" | "renzheng.bad-state" | "renzheng.bad-event"
    | "renzheng.bad-answer" | "renzheng.closed" | "renzheng.internal";
  /** Of `renzheng.load-failed`: what was asked for, and what came. */
  url?: string;
  status?: number;
  contentType?: string;
}

/** Looks at type and header only: microseconds, and no pixel is decoded. */
export function inspectPhoto(bytes: Bytes, options?: PhotoOptions): PhotoReport;

/** Checks a photo and reports everything that is wrong with it. */
export function checkPhoto(bytes: Bytes, options?: PhotoOptions): PhotoReport;

/**
 * Makes a photo fit. One that passes keeps its coded pixels and loses its metadata only; of others the document is cut
 * out and straightened. One that must be taken again keeps its framing.
 *
 * @example
 * await init();
 * const fitted = fitPhoto(new Uint8Array(await file.arrayBuffer()), { fileName: file.name });
 * if (!fitted.ok) console.log(explain(fitted.report.findings[0], "en").fix);
 */
export function fitPhoto(bytes: Bytes, options?: FitOptions): FittedPhoto;

/** The pixels of a photo as `renzheng/reader` takes them. */
export interface PhotoSource {
  /**
   * Of the pixels; the picture as shown at full size is `scale` times as large, and there are the document's corners, if
   * it was found, and the places that shine or that something covers. `null` where the file cannot be decoded: `checkPhoto` says why.
   */
  source: { width: number; height: number; scale: number; corners: Corners | null; hidden: Corners[] } | null;
  /** Red, green and blue, row by row, upright; empty where there are none. */
  pixels: Uint8Array;
}

/** Decodes a photo and looks for the document in it. `renzheng/reader` calls it; other readers can use it too. */
export function photoSource(bytes: Bytes, options?: PhotoOptions): PhotoSource;

/** What a finding means, in words. Any finding: of a photo, a number, a name or a form. */
export function explain(finding: Finding, locale?: Locale): Message;

export type Finding = PhotoFinding | NumberFinding | NameFinding | FormFinding | WechatFinding;

/** All photo profiles, the default first. */
export function profiles(): Profile[];

// Numbers

export type NumberKind =
  | "resident-id" | "residence-permit" | "foreign-permanent-resident" | "credit-code" | "organization-code"
  | "registration-number" | "mobile" | "passport" | "home-return-permit" | "taiwan-permit" | "email" | "bank-card"
  | "taxpayer-number";

/** A day as `YYYY-MM-DD`, in UTC+8. The package has no clock: the host says what day it is. */
export type Day = string;

/** `position` counts the characters of `normalized` from 1. No finding repeats any part of a number. */
export type NumberFinding = { severity: Severity } & (
  | {
      code:
        | "number.missing" | "number.prefix" | "number.check-character" | "number.known-exception"
        | "number.region-unknown" | "number.authority-unknown" | "number.nationality-unknown" | "number.obsolete"
        | "number.unusual" | "number.country-code" | "number.prefix-unknown";
      kind: NumberKind;
    }
  | { code: "number.length"; kind: NumberKind; found: number }
  | {
      code: "number.character"; kind: NumberKind; position: number;
      allowed: "digit" | "digit-or-x" | "letter" | "letter-or-digit" | "credit-code" | "h-or-m" | "email";
    }
  | { code: "number.birth-date"; kind: NumberKind; problem: "impossible" | "future" | "too-long-ago" }
  | { code: "number.region-retired"; kind: NumberKind; year: number }
  | { code: "number.looks-like"; kind: NumberKind; other: NumberKind }
  | {
      code: "number.email-part";
      problem: "no-at" | "several-at" | "no-name" | "no-domain" | "dots" | "no-ending" | "too-long";
    }
  | { code: "number.email-domain"; meant: string }
);

/** What a number tells; what it does not tell is absent. */
export interface NumberKnown {
  birthDate?: Day;
  /** Full years on `today`. */
  age?: number;
  sex?: "female" | "male";
  /** GB/T 2260, present or former, with its Chinese name; `retired` is the year in which the code was given up. */
  region?: { code: string; name: string; retired?: number };
  /** ISO 3166-1 alpha-2, as `Intl.DisplayNames` takes it. */
  nationality?: string;
  authority?:
    | "institutional-staffing" | "foreign-affairs" | "justice" | "culture" | "civil-affairs" | "tourism" | "religion"
    | "trade-union" | "market-regulation" | "military-commission" | "agriculture" | "other";
  category?:
    | "state-organ" | "public-institution" | "mass-organization" | "law-firm" | "notary-office"
    | "grassroots-legal-service" | "forensic-institution" | "arbitration-commission" | "social-organization"
    | "private-non-enterprise" | "foundation" | "enterprise" | "sole-trader" | "farmers-cooperative" | "other";
  form?:
    | "ordinary-passport" | "official-passport" | "hong-kong-passport" | "macao-passport" | "other-passport"
    | "card2023" | "card-before2023" | "for-life" | "with-renewals" | "credit-code" | "resident-id"
    | "tax-registration";
  /** When numbers of this form were issued. */
  issued?: { from?: Day; until?: Day };
}

export interface NumberCheck {
  /** No finding blocks. Doubts never do: tables age, people and firms do not. */
  ok: boolean;
  /** Without separators, in ASCII, in its present form: the text to show and to send. */
  normalized: string;
  /** The most important first. */
  findings: NumberFinding[];
  known: NumberKnown;
}

/**
 * Checks a number as people type it.
 *
 * @example
 * const { ok, known } = checkNumber("resident-id", "110105 19491231 002x", { today: "2026-11-24" });
 */
export function checkNumber(kind: NumberKind, text: string, options: { today: Day }): NumberCheck;

/** What was probably meant, the likeliest first; each one holds. Empty where the number holds already. */
export function suggestNumber(kind: NumberKind, text: string): string[];

// Names

export type NameMode = "self-chosen" | "trademark";

export interface NameOptions {
  /** The present name of the program. */
  current?: string;
  /** Default: `self-chosen`. */
  mode?: NameMode;
  /** The new name, repeated by whoever has understood that it replaces the present one. */
  acknowledged?: string;
  renamesLeft?: number;
  shortName?: string;
  introduction?: string;
  /** Marks to look for instead of the list that comes along. */
  famousMarks?: string[];
  today?: Day;
}

/** `source` is the reference of the rule; `position` counts the characters of the text as typed from 1. */
export type NameFinding = { severity: Severity } & (
  | {
      code:
        | "name.missing" | "name.unchanged" | "name.introduction-forbidden" | "name.introduction-too-often"
        | "name.invalid-format" | "name.illegal" | "name.too-often" | "name.forbidden" | "name.keyword" | "name.taken"
        | "name.same-subject-needed" | "name.clashes-official-account" | "name.several-holders" | "name.is-wechat-id"
        | "name.complained" | "name.material-needed" | "name.too-many-held" | "name.rename-by-certification"
        | "name.under-review" | "name.is-trademark";
    }
  | { code: "name.length"; found?: number; least: number; most: number; source: string }
  | { code: "name.short-length" | "name.introduction-length"; found: number; least: number; most: number; source: string }
  | { code: "name.character" | "name.short-not-part"; position: number; found: string; source: string }
  | { code: "name.space"; position: number; place: "start" | "doubled" | "end" }
  | { code: "name.forbidden-word" | "name.state-organ" | "name.famous-mark"; word: string; position: number; source: string }
  | {
      code: "name.risky-word"; word: string; position: number; source: string;
      reason:
        | "exaggeration" | "superlative" | "generic-short" | "official" | "lure" | "shock" | "politics" | "marketing"
        | "state-name";
    }
  | { code: "name.generic" | "name.mode-missing"; source: string }
  | { code: "name.region-generic"; region: string; word: string; source: string }
  | { code: "name.replaces" | "name.not-acknowledged"; from: string; to: string; source: string }
  | { code: "name.renames-left"; left: number; aYear: number; source: string }
  | { code: "name.proof-needed"; proof: "trademark-certificate"; source: string }
  | { code: "name.plus-rule"; account: "mini-program" | "official-account" }
  | { code: "name.protected"; days?: number }
);

export interface NameCheck {
  ok: boolean;
  normalized: string;
  /** As WeChat counts: a Chinese character is two. */
  length: number;
  findings: NameFinding[];
  /** What happens to the program's name when the certification takes effect. */
  effect: { from: string; to: string } | null;
}

/** Checks the certification nickname, which replaces the program's name. */
export function checkName(text: string, options?: NameOptions): NameCheck;

/** What WeChat's `errcode` (530xx, 850xx, 910xx) says about a name; `null` for other codes. */
export function nameFindingOfWechat(errcode: number): NameFinding | null;

// Forms

/** WeChat's `customer_type`, in this order: 1 12 15 3 11 2 9 8 5 4 6 14. */
export type SubjectType =
  | "enterprise" | "sole-trader" | "individual" | "government" | "public-institution" | "enterprise-media"
  | "institution-media" | "social-organization" | "private-non-enterprise" | "non-profit" | "profit-organization"
  | "overseas";

export type FieldPath =
  | "subject.name" | "subject.creditCode" | "subject.registrationNumber" | "subject.organizationCode"
  | "subject.overseasNumber" | "subject.address" | "subject.foundedOn" | "subject.validUntil" | "subject.confirmBy"
  | "subject.bankName" | "subject.bankAccount" | "media.licenceKind"
  | "legalPerson.name" | "legalPerson.idKind" | "legalPerson.idNumber" | "legalPerson.idIssuedOn"
  | "legalPerson.idValidUntil"
  | "administrator.name" | "administrator.idKind" | "administrator.idNumber" | "administrator.idIssuedOn"
  | "administrator.idValidUntil" | "administrator.mobile"
  | "contact.name" | "contact.email" | "contact.mobile" | "identification.name"
  | "nickname.text" | "nickname.mode" | "nickname.current" | "nickname.renamesLeft" | "nickname.acknowledged"
  | "nickname.shortName" | "nickname.introduction"
  | "payment.payer" | "invoice.type" | "invoice.title" | "invoice.taxpayerNumber" | "invoice.address"
  | "invoice.phone" | "invoice.bankName" | "invoice.bankAccount" | "invoice.note";

export type MaterialSlot =
  | "licence" | "letter" | "media-licence" | "id-front" | "id-back" | "identification-proof" | "name-proof"
  | "supplement";

export interface Material {
  slot: MaterialSlot;
  /** Of the file, by which one that is given twice is recognized. */
  sha256?: string;
  /** A photo's report, or the part of it that is named here. */
  report?: { ok: boolean; findings?: { code: string; severity: Severity }[] };
}

/** An application as it is filled in: text as typed. Days are read as people write them; `long-term` or 长期 has no end. */
export interface Application {
  subjectType: SubjectType;
  fields?: Partial<Record<FieldPath, string>>;
  materials?: Material[];
  /** Photos that WeChat has sent back: when one stands in its place again, it is said. */
  refused?: Material[];
}

export type FormFinding = { severity: Severity } & (
  | {
      code:
        | "form.missing" | "form.not-asked" | "form.choice" | "form.person-name-unusual" | "form.bank-account"
        | "form.phone" | "form.count" | "form.date" | "form.date-future"
        | "form.issued-before-birth" | "form.title-differs" | "form.invoice-not-for-provider"
        | "form.photo-refused" | "form.photo-doubtful" | "form.photo-unchecked" | "form.refused-before"
        | "form.credit-code-differs";
    }
  | { code: "form.length"; found: number; least: number; most: number }
  | { code: "form.person-name"; position: number }
  | {
      code:
        | "form.date-order" | "form.same-number-other-name" | "form.same-name-other-number" | "form.shared-mobile"
        | "form.same-file";
      /** The path of the other place. */
      other: string;
    }
  | { code: "form.expired" | "form.expires-soon"; on: Day }
  | { code: "form.validity-period"; kind: "resident-id" | "residence-permit" }
  | { code: "form.validity-age"; age: number }
  | { code: "form.underage"; age: number; least: number }
  | { code: "form.credit-code-category"; expected: string[] }
  | { code: "form.invoice-abolished"; since: Day }
  | { code: "form.sides-swapped"; other: MaterialSlot }
  | { code: "form.too-many"; found: number; most: number }
);

/** A finding with its place: a field's path, or `materials.` and the slot. */
export type ApplicationFinding = { path: string } & (FormFinding | NumberFinding | NameFinding);

export interface ApplicationReport {
  /** Nothing is missing, nothing blocks. */
  ok: boolean;
  /** In the order of the form. */
  findings: ApplicationFinding[];
  /** One answer for each place that is needed or filled, by path. */
  places: Record<string, "fine" | "doubtful" | "wrong" | "missing">;
  /** "7 of 12": needed places that are fine or doubtful. */
  progress: { done: number; of: number };
  /** The paths of what is missing or wrong, in the order of the form. */
  next: string[];
}

export type FormProfile = "wechat-2026";

/** Checks a whole application: each field, the photos, and the fields against each other. */
export function checkApplication(
  application: Application, options: { today: Day; formProfile?: FormProfile },
): ApplicationReport;

/** `when`: where that field has one of the values, or any text if there are none. */
export type Need = "always" | "optional" | { when: { path: FieldPath; values: string[] } };

export interface Requirements {
  subjectType: SubjectType;
  /** WeChat's number for it. */
  customerType: number;
  fields: ({ path: FieldPath; need: Need } & (
    | { shape: "person-name" | "organization-name" | "past-date" | "end-date" | "bank-account" | "phone" | "count" | "nickname" }
    | { shape: "number"; number: NumberKind }
    | { shape: "id-number"; kind: FieldPath }
    | { shape: "choice"; values: string[] }
    | { shape: "text"; least: number; most: number }
  ))[];
  materials: { slot: MaterialSlot; least: number; most: number; need: Need }[];
  fee: { yuan: number; refundable: boolean; source: string };
  /** In working days. */
  review: { leastDays: number; mostDays: number; source: string };
  source: string;
}

/** What a subject type must give, what it costs and how long it takes. */
export function requirements(subjectType: SubjectType, options?: { formProfile?: FormProfile }): Requirements;

// WeChat's words

/**
 * What WeChat would not take of a submission, or did not. `member` is a path in `auth_data`, for example
 * `contact_info.email`.
 */
export type WechatFinding = { severity: Severity } & (
  | { code: "wechat.missing"; member: string }
  | { code: "wechat.too-many-pictures"; member: string; found: number; most: number }
  | { code: "wechat.subject-type"; customerType: number }
  | {
      code:
        | "wechat.invoice-type" | "wechat.payer-differs" | "wechat.identity" | "wechat.material-invalid"
        | "wechat.picture-format" | "wechat.picture-size" | "wechat.picture-missing" | "wechat.package"
        | "wechat.account-type" | "wechat.arguments" | "wechat.not-permitted" | "wechat.busy" | "wechat.combined-failed";
    }
);

export interface SubmissionOptions {
  /** What `uploadauthmaterial` answered for the pictures of each slot, in their order. */
  mediaIds?: Partial<Record<MaterialSlot, string[]>>;
  /** WeChat's `pay_type`. 1: the provider, from a package bought before. 2: the program's owner. */
  payType: 1 | 2;
  /** The task that is sent again; with it this is for `reauth`. */
  taskid?: string;
  /** The provider's telephone. */
  servicePhone: string;
  /** The provider in the market of services; needed where it pays. */
  serviceAppid?: string;
  /** The names of the leaves of `authidentitytree`, to look an identity up. */
  identities?: string[];
}

/** `auth_data` of `/wxa/sec/wxaauth` and `/wxa/sec/reauth`, as their page has it. */
export interface AuthData {
  customer_type: number;
  taskid?: string;
  contact_info: { name: string; email: string; mobile?: string };
  invoice_info: {
    invoice_type: 1 | 2 | 4;
    invoice_title?: string;
    electronic?: { id: string; desc?: string };
    vat?: {
      id: string; enterprise_phone: string; enterprise_address: string; bank_name: string; bank_account: string;
      name?: string; phone?: string; desc?: string;
    };
  };
  qualification?: string;
  qualification_other?: string[];
  account_name: string;
  account_name_type: 1 | 2;
  account_supplemental?: string[];
  pay_type: 1 | 2;
  auth_identification?: string;
  auth_ident_material?: string[];
  third_party_phone: string;
  service_appid?: string;
}

/**
 * Puts an application into WeChat's words, for a server that calls WeChat; a page never does. Check the application
 * with `checkApplication` first: here is found only what WeChat asks beside it. Without anything that blocks there
 * is `authData`.
 *
 * @example
 * const { ok, authData, findings } = toAuthData(application, {
 *   mediaIds: { licence: ["…"], letter: ["…"] }, payType: 2, servicePhone: "020-12345678",
 * });
 */
export function toAuthData(
  application: Application, options: SubmissionOptions,
): { ok: boolean; findings: WechatFinding[]; authData?: AuthData };

/** What WeChat's `errcode` says about a submission (40005, 89636, 89640, …); `null` for other codes. */
export function submissionFindingOfWechat(errcode: number): WechatFinding | null;
