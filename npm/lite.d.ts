// The same functions and types as the main entry, without the photo code.
export {
  init, checkNumber, suggestNumber, checkName, nameFindingOfWechat, checkApplication, requirements, explain,
} from "./index.js";
export type {
  InitInput, Locale, Severity, Message, RenzhengError, Finding, PhotoFinding, NumberKind, NumberCheck, NumberFinding,
  NumberKnown, NameOptions, NameCheck, NameFinding, SubjectType, FieldPath, MaterialSlot, Application, Material,
  ApplicationReport, ApplicationFinding, FormFinding, Requirements,
} from "./index.js";
