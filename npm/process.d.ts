// Written by hand. Moments are Unix milliseconds; states and events are plain objects, to be stored as they are.
import type { InitInput, Locale, Message } from "./index.js";

/** Loads this entry's wasm. Call it once, before anything else; again and at the same time is fine. */
export function init(input?: InitInput | Promise<InitInput>): Promise<void>;

export type Millis = number;

/** The first moment that is too late, and whether it has been seen to be over. Once over it stays over. */
export interface Deadline { at: Millis; passed: boolean }

/** What the office calls an application. It refers to the program; it proves nothing and opens nothing. */
export interface Reference { appid?: string; taskid?: string; orderid?: string }

/** `field` as whoever gave the reason names it; none where the reason is for all. */
export interface Reason { field?: string; text: string }

export interface Agency { provider: string; contact?: string }

export type ProcessProfileId = "wechat-2026" | "brief";

/** What outlives a state. */
export interface ProcessRecord {
  profile: ProcessProfileId;
  reference: Reference;
  /** The `taskid` of the application before this one. */
  previous?: string;
  nameFrom?: string;
  nameTo?: string;
  nameVerdict: "pending" | "accepted" | "refused";
  /** What the certification costs; 0 where it is free. */
  yuan: number;
  paidAt?: Millis;
  uploads: number;
  corrections: number;
  /** Until when the uploaded photos can be used. */
  materials?: Deadline;
  correctBy?: Deadline;
  agency?: Agency;
  submittedAt?: Millis;
  newsAt?: Millis;
  accountAt?: Millis;
  warned: boolean;
  /** The certification that stands while it is being renewed. */
  certificate?: Certificate;
}

export interface Certificate {
  reference: Reference;
  since: Millis;
  validUntil: Millis;
  /** Whether that is calculated here and not the office's word. */
  estimated: boolean;
  remindAt: Millis[];
  /** When the program can do less and less. The first is the end. */
  restrictAt: Millis[];
  reminded: number;
  /** How many of the restrictions are in force; 0 while it is valid. */
  lapsed: number;
  checkBy: Deadline;
}

type Waiting = { record: ProcessRecord; since: Millis; until: Deadline };
type Measure = "frozen" | "banned" | "deregistered";

/** Where an application stands. `docs/process.md` in the repository has the picture. */
export type ProcessState =
  | { state: "preparing" | "ready"; record: ProcessRecord }
  | ({ state: "submitted" | "under-review" } & Waiting)
  | ({ state: "awaiting-authorization"; authUrl?: string } & Waiting)
  | { state: "face-check" | "sms-check"; record: ProcessRecord; until: Deadline; failed: boolean }
  | { state: "awaiting-order"; record: ProcessRecord; until?: Deadline }
  | ({ state: "awaiting-payment"; fee: "before-review" | "after-review" } & Waiting)
  /** `left` corrections at most, counting this one. */
  | ({ state: "sent-back"; reasons: Reason[]; left: number } & Waiting)
  | { state: "certified" | "renewal-due" | "expired"; record: ProcessRecord; certificate: Certificate }
  | { state: "finally-failed"; record: ProcessRecord; since: Millis; reasons: Reason[] }
  | { state: "stopped"; record: ProcessRecord; since: Millis; why: "authorization-refused" | "order-failed" | "verification-failed" }
  | { state: "withdrawn"; record: ProcessRecord; since: Millis }
  /** `told`: whether the office said so, or a person confirmed it. */
  | { state: "timed-out"; since: Millis; told: boolean; before: ProcessState }
  | { state: "banned"; since: Millis; measure: Measure; before: ProcessState }
  /** Against a measure, or against the failure before. */
  | { state: "appeal"; since: Millis; measure?: Measure; before: ProcessState };

export type ProcessStateName = ProcessState["state"];

/** What people do, and that time passes. */
export type ActEvent =
  | {
      type:
        | "tick" | "edit" | "upload" | "submit" | "pay" | "correct" | "withdraw" | "start-over" | "renew" | "confirm-overdue"
        | "appeal";
    }
  | { type: "complete"; from?: string; to?: string; yuan: number }
  | { type: "check"; validUntil?: Millis };

/** What the office tells. `at` is when it was true; without it late answers are told from new ones by their order alone. */
export interface NewsEvent {
  type:
    | "task-created" | "authorized" | "face-started" | "face-failed" | "face-passed" | "code-sent" | "code-failed" | "code-passed"
    | "task-timed-out" | "authorization-refused" | "order-failed" | "verification-failed" | "order-created" | "payment-due" | "paid"
    | "review-started" | "sent-back" | "passed" | "finally-failed" | "qualified" | "certified" | "name-accepted" | "name-refused"
    | "standing" | "renewal-due" | "expired" | "account-normal" | "account-warned" | "account-frozen" | "account-banned"
    | "account-deregistered" | "appeal-granted" | "appeal-refused";
  at?: Millis;
  reference?: Reference;
  authUrl?: string;
  reasons?: Reason[];
  agency?: Agency;
  validUntil?: Millis;
}

export type ProcessEvent = ActEvent | NewsEvent;
export type ProcessEventName = ProcessEvent["type"];

export type Notice =
  | "authorize" | "face-failed" | "code-failed" | "stopped" | "timed-out" | "overdue" | "materials-expired" | "sent-back"
  | "certified" | "name-refused" | "finally-failed" | "renewal-due" | "expired" | "warned" | "banned" | "lifted" | "appeal-refused";

/** Something that the host has to do. `save` is the first effect of every step that changed anything. */
export type Effect =
  | { type: "save" | "export" | "check-certificate" }
  | { type: "notify"; notice: Notice }
  | { type: "rename-program"; from: string | null; to: string }
  | { type: "ask-for-payment"; yuan: number; until: Millis };

/** Why something cannot be done now. */
export type Refusal =
  | { code: "process.not-now" }
  | { code: "process.uploads-used-up" | "process.corrections-used-up"; most: number }
  | { code: "process.materials-expired"; at: Millis }
  | { code: "process.not-overdue"; until: Millis }
  | { code: "process.too-early"; from: Millis };

export interface Step { state: ProcessState; effects: Effect[]; why?: undefined }
/** An event that means nothing in this state. Nothing has changed. */
export interface Refused { state: ProcessState; event: ProcessEvent; why: Refusal; effects?: undefined }

/** The beginning of a process; without a profile `wechat-2026`. */
export function newProcess(profile?: ProcessProfileId): ProcessState;

/**
 * Answers an event with the next state and what the host has to do, or says why not. News from the office are never
 * refused: what is older than what is known changes nothing.
 *
 * @example
 * let { state } = step(newProcess(), { type: "complete", to: "青石小筑", yuan: 300 }, Date.now());
 * const sent = step(state, { type: "submit" }, Date.now());
 * if (sent.why) alert(explain(sent.why, "zh-Hans").fix);
 * else ({ state } = sent);
 */
export function step(state: ProcessState, event: ProcessEvent, now: Millis): Step | Refused;

export type DueKind =
  | "authorization" | "face-check" | "sms-check" | "order" | "payment" | "review" | "correction" | "materials" | "renewal"
  | "validity" | "restriction" | "check";
export interface DueItem { what: DueKind; at: Millis }

/** What is overdue, and what comes next, each with the earliest first. */
export function due(state: ProcessState, now: Millis): { overdue: DueItem[]; next: DueItem[] };

/**
 * Reads an answer of `queryauth`, `wxaauth`, `reauth`, `query_auth_and_icp`, a message or event of WeChat, or the facts
 * of an account, as it came (XML as an object), and says it as events. What nobody has documented is in `unknown`.
 * Add `at`, when the question was asked, if more than one is asked at a time.
 */
export function fromWechat(answer: object): { events: NewsEvent[]; unknown: { member: string; value: string }[] };

/** The usual ways of the process as a Mermaid state diagram. */
export function processDiagram(locale?: Locale, profile?: ProcessProfileId): string;

export interface Limit { value: number; source: string }

/** Every limit and period, with its source. */
export interface ProcessProfile {
  id: ProcessProfileId;
  fee: "before-review" | "after-review";
  feeSource: string;
  uploads: Limit | null;
  materialsDays: Limit;
  taskHours: Limit;
  paymentHours: Limit;
  reviewDays: Limit;
  corrections: Limit;
  correctionDays: Limit;
  validityYears: Limit;
  reminderDays: { values: number[]; source: string };
  restrictionDays: { values: number[]; source: string };
  checkDays: Limit;
}
export function processProfile(profile?: ProcessProfileId): ProcessProfile;

/** Deadlines as iCalendar text, for a file that ends in `.ics`. The same state gives the same text. */
export function calendar(state: ProcessState, locale?: Locale): string;

/** What a state, an event, a deadline or a notice is called. */
export function nameOf(what: "state", name: ProcessStateName, locale?: Locale): string;
export function nameOf(what: "event", name: ProcessEventName, locale?: Locale): string;
export function nameOf(what: "due", name: DueKind, locale?: Locale): string;
export function nameOf(what: "notice", name: Notice, locale?: Locale): string;

/** Why something cannot be done now, in words. */
export function explain(refusal: Refusal, locale?: Locale): Message;
