// The same functions and types as the main entry, without the photo code and the words for its findings.
import type { FormFinding, Locale, Message, NameFinding, NumberFinding } from "./index.js";

export {
  init, checkNumber, suggestNumber, checkName, nameFindingOfWechat, checkApplication, requirements,
} from "./index.js";

/** What a finding means, in words: of a number, a name or a form. Those of photos are in the main entry. */
export function explain(finding: NumberFinding | NameFinding | FormFinding, locale?: Locale): Message;

export type {
  InitInput, Locale, Severity, Message, RenzhengError, Finding, PhotoFinding, NumberKind, NumberCheck, NumberFinding,
  NumberKnown, NameOptions, NameCheck, NameFinding, SubjectType, FieldPath, MaterialSlot, Application, Material,
  ApplicationReport, ApplicationFinding, FormFinding, Requirements,
} from "./index.js";
