// The types that are written by hand against what the Rust core declares: each name, code, member and enum
// of the core is in the types, and the reverse. Compares sources; nothing is built.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { declared } from "./core.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const CORE = declared();

// Names of the core, and the type that has the same. `r` is renzheng, `p` renzheng/process, `d` renzheng/reader.
const NAMES = {
  Severity: "r.Severity",
  "photo::ProfileId": "r.PhotoProfile",
  "photo::Kind": "r.PhotoKind",
  "photo::FileType": "r.FileType",
  "photo::Level": "r.Level",
  "photo::Verdict": "r.Verdict",
  "photo::Crop": 'Given<r.FitOptions["crop"]>',
  "photo::Change": "r.PhotoChange",
  "photo::Colour": 'r.PhotoHeader["colour"]',
  "identity::NumberKind": "r.NumberKind",
  "identity::Allowed": 'With<r.NumberFinding, "number.character">["allowed"]',
  "identity::DateProblem": 'With<r.NumberFinding, "number.birth-date">["problem"]',
  "identity::EmailProblem": 'With<r.NumberFinding, "number.email-part">["problem"]',
  "identity::Sex": 'Given<r.NumberKnown["sex"]>',
  "identity::Form": 'Given<r.NumberKnown["form"]>',
  "identity::Authority": 'Given<r.NumberKnown["authority"]>',
  "identity::Category": 'Given<r.NumberKnown["category"]>',
  "name::Mode": "r.NameMode",
  "name::Place": 'With<r.NameFinding, "name.space">["place"]',
  "name::Reason": 'With<r.NameFinding, "name.risky-word">["reason"]',
  "name::Proof": 'With<r.NameFinding, "name.proof-needed">["proof"]',
  "name::Account": 'With<r.NameFinding, "name.plus-rule">["account"]',
  "application::SubjectType": "r.SubjectType",
  "application::Field": "r.FieldPath",
  "application::Slot": "r.MaterialSlot",
  "application::FormProfileId": "r.FormProfile",
  "application::Answer": 'r.ApplicationReport["places"][string]',
  "application::Need": 'Extract<r.Need, string> | keyof Extract<r.Need, object>',
  "application::Shape": 'r.Requirements["fields"][number]["shape"]',
  "process::ProcessProfileId": "p.ProcessProfileId",
  "process::FeeTime": 'p.ProcessProfile["fee"]',
  "process::NameVerdict": 'p.ProcessRecord["nameVerdict"]',
  "process::StateKind": "p.ProcessStateName",
  "process::Stop": 'Extract<p.ProcessState, { state: "stopped" }>["why"]',
  "process::Measure": 'Extract<p.ProcessState, { state: "banned" }>["measure"]',
  "process::Act": 'p.ActEvent["type"]',
  "process::News": 'p.NewsEvent["type"]',
  "process::DueKind": "p.DueKind",
  "process::Notice": "p.Notice",
  "process::Effect": 'p.Effect["type"]',
  "reader::FieldName": "d.ReadFieldName",
  "reader::Holder": "d.Holder",
};
// A text with a fixed set of values that nobody should switch over.
const TEXTS = ["name::Source", "wechat::Member"];
// Of profiles that no function gives.
const INSIDE = ["name::Exception", "name::RiskyPlace"];

const CODES = {
  "photo::Issue": "r.PhotoFinding",
  "identity::Issue": "r.NumberFinding",
  "name::Issue": "r.NameFinding",
  "application::FormIssue": "r.FormFinding",
  "wechat::Issue": "r.WechatFinding",
  "process::Refusal": "p.Refusal",
  "reader::Issue": "d.ReaderFinding",
};

// Objects, member by member.
const MEMBERS = {
  "photo::Report": "r.PhotoReport",
  "photo::Header": "r.PhotoHeader",
  "photo::Metadata": 'r.PhotoHeader["metadata"]',
  "photo::Facts": "r.PhotoFacts",
  "photo::PageFacts": "r.PageFacts",
  "photo::Document": "r.FoundDocument",
  "photo::Fitted": 'Extract<r.FittedPhoto, { ok: true }>',
  "photo::Legibility": "r.Legibility",
  "photo::Profile": "r.Profile",
  "photo::Limits": 'r.Profile["limits"]',
  "photo::Thresholds": 'r.Profile["thresholds"]',
  "photo::DocumentThresholds": 'r.Profile["thresholds"]["document"]',
  "photo::Levels": 'r.Profile["thresholds"]["document"]["glare"]',
  "photo::FitPolicy": 'r.Profile["fit"]',
  "photo::CropPolicy": 'r.Profile["fit"]["crop"]',
  "photo::LightPolicy": 'r.Profile["fit"]["light"]',
  "photo::LegibilityScale": 'r.Profile["fit"]["legibility"]',
  "photo::Step": 'r.Profile["fit"]["ladder"][number]',
  "identity::Checked": "r.NumberCheck",
  "identity::Known": "r.NumberKnown",
  "identity::KnownRegion": 'Given<r.NumberKnown["region"]>',
  "identity::Issued": 'Given<r.NumberKnown["issued"]>',
  "name::Checked": "r.NameCheck",
  "name::Effect": 'NonNullable<r.NameCheck["effect"]>',
  "application::Application": "r.Application",
  "application::Material": "r.Material",
  "application::Verdict": 'Given<r.Material["report"]>',
  "application::Code": 'Given<Given<r.Material["report"]>["findings"]>[number]',
  "application::Report": "r.ApplicationReport",
  "application::Progress": 'r.ApplicationReport["progress"]',
  "application::Requirements": "r.Requirements",
  "application::MaterialSpec": 'r.Requirements["materials"][number]',
  "application::Fee": 'r.Requirements["fee"]',
  "application::Review": 'r.Requirements["review"]',
  "wechat::Drawn": "ReturnType<typeof r.toAuthData>",
  "wechat::Reading": "ReturnType<typeof p.fromWechat>",
  "wechat::Unknown": 'ReturnType<typeof p.fromWechat>["unknown"][number]',
  "process::Deadline": "p.Deadline",
  "process::Reference": "p.Reference",
  "process::Reason": "p.Reason",
  "process::Agency": "p.Agency",
  "process::Record": "p.ProcessRecord",
  "process::Certificate": "p.Certificate",
  "process::DueItem": "p.DueItem",
  "process::Due": "ReturnType<typeof p.due>",
  "process::Limit": "p.Limit",
  "process::Days": 'p.ProcessProfile["reminderDays"]',
  "process::ProcessProfile": "p.ProcessProfile",
  "process::Step": "Given<p.Step>",
  "process::Refused": "p.Refused",
  "reader::Field": "d.ReadField",
  "reader::Reading": "d.Reading",
  "reader::Seen": "d.SeenDocument",
  "reader::Offer": "d.Offer",
};
// Written as an array; put together from others; or of profiles that no function gives.
const OTHER_OBJECTS = [
  "photo::Point", "application::FieldSpec", "application::FormProfile", "name::Profile", "name::Bounds", "name::Forbidden", "name::Risky",
];
// Said to be absent, so that the other case can be told from it; not of the core.
const ABSENT = { "process::Step": ["why"], "process::Refused": ["effects"] };

const all = { ...NAMES, ...CODES, ...MEMBERS };
const alias = (key) => `T_${key.replace("::", "_")}`;
const probe = `
import type * as r from "./index.js";
import type * as p from "./process.js";
import type * as d from "./reader.js";
type Given<T> = Exclude<T, undefined>;
type With<T, Code> = Extract<T, { code: Code }>;
${Object.entries(all).map(([key, type]) => `export type ${alias(key)} = ${type};`).join("\n")}
export type T_Level = r.Level; export type T_Corners = r.Corners;
`;

const PROBE = join(ROOT, "npm/probe.ts");
const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], types: [] };
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists, readFile } = host;
host.getSourceFile = (name, ...rest) => (name === PROBE ? ts.createSourceFile(name, probe, options.target) : getSourceFile(name, ...rest));
host.fileExists = (name) => name === PROBE || fileExists(name);
host.readFile = (name) => (name === PROBE ? probe : readFile(name));
const program = ts.createProgram([PROBE], options, host);
const checker = program.getTypeChecker();
const types = new Map(program.getSourceFile(PROBE).statements.filter(ts.isTypeAliasDeclaration).map((node) => [node.name.text, checker.getTypeAtLocation(node.name)]));

const parts = (type) => (type.isUnion() ? type.types : [type]);
/** The texts of a type, all of which must be fixed. */
function texts(type, what) {
  return parts(type).map((part) => (part.isStringLiteral() ? part.value : assert.fail(`${what} is ${checker.typeToString(type)}, not a list of names`))).sort();
}
const typeOf = (symbol) => checker.getTypeOfSymbol(symbol);
const isOptional = (symbol) => (symbol.flags & ts.SymbolFlags.Optional) !== 0;
const propertiesOf = (type) => new Map(checker.getPropertiesOfType(type).map((symbol) => [symbol.name, symbol]));

test("the table's types are there", () => {
  assert.deepEqual(ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")), []);
});

test("everything that the core declares for JSON is in a table here", () => {
  const known = [...Object.keys(all), ...TEXTS, ...INSIDE, ...OTHER_OBJECTS].sort();
  assert.deepEqual(Object.keys(CORE).sort(), known);
  assert.equal(new Set(known).size, known.length);
});

for (const key of Object.keys(NAMES)) {
  test(`${key} is ${NAMES[key]}, name by name`, () => {
    assert.deepEqual(texts(types.get(alias(key)), key), [...CORE[key].names].sort());
  });
}

/** What a member of a Rust type must be in the types. */
function isMember(symbol, rust, area, what) {
  const [, inner] = rust.match(/^Option<(\w+)>$/) ?? [];
  assert.equal(isOptional(symbol), inner !== undefined, `${what}: whether it can be absent`);
  const type = checker.getNonNullableType(typeOf(symbol));
  const name = inner ?? rust;
  const plain = { u8: "number", u16: "number", u32: "number", Millis: "number", bool: "boolean", char: "string", String: "string", "Vec<String>": "string[]", Date: "string", Area: "Corners" };
  // `Kind` of this area, or of the only one that has it.
  const key = [name, `${area}::${name}`, ...Object.keys(CORE).filter((key) => key.endsWith(`::${name}`))].find((key) => CORE[key]);
  if (plain[name] && !(name === "Date" && CORE[`${area}::Date`])) return assert.equal(checker.typeToString(type), plain[name], what);
  if (TEXTS.includes(key)) return assert.equal(checker.typeToString(type), "string", what);
  assert.ok(CORE[key]?.names, `${what}: ${rust} is not known here`);
  // A finding may name only some of them.
  const given = texts(type, what);
  assert.deepEqual(given.filter((text) => !CORE[key].names.includes(text)), [], what);
  const narrowed = NARROWED[what.split(" ")[0]];
  assert.deepEqual(given, [...(narrowed ?? CORE[key].names)].sort(), what);
}
const READ = ["id-front", "id-back", "licence"];
const NARROWED = { "form.validity-period": ["resident-id", "residence-permit"], "reader.other-document": READ, "reader.expired": READ };

for (const [key, written] of Object.entries(CODES)) {
  test(`${key} is ${written}, code by code and member by member`, () => {
    const byCode = new Map();
    for (const part of parts(types.get(alias(key)))) {
      for (const code of texts(typeOf(part.getProperty("code")), key)) {
        assert.ok(!byCode.has(code), `${code} is there twice`);
        byCode.set(code, propertiesOf(part));
      }
    }
    const { codes } = CORE[key];
    assert.deepEqual([...byCode.keys()].sort(), [...codes.keys()].sort());
    const area = key.split("::")[0];
    for (const [code, members] of codes) {
      const properties = byCode.get(code);
      // Every finding of a photo may have a place; the types say it once.
      const common = ["code", "severity", ...(area === "photo" ? ["area"] : [])];
      const found = [...properties.keys()].filter((name) => !common.includes(name)).sort();
      assert.deepEqual(found, [...members.keys()].filter((name) => !common.includes(name)).sort(), code);
      if (area !== "process") assert.deepEqual(texts(typeOf(properties.get("severity")), code), ["block", "info", "warn"]);
      // Measurements share one member of the union; what only one has is optional there.
      for (const [name, rust] of members) isMember(properties.get(name), rust, area, `${code} ${name}`);
    }
  });
}

for (const [key, written] of Object.entries(MEMBERS)) {
  test(`${key} is ${written}, member by member`, () => {
    const found = [...propertiesOf(types.get(alias(key))).keys()].filter((name) => !ABSENT[key]?.includes(name));
    assert.deepEqual(found.sort(), [...CORE[key].members.keys()].sort());
  });
}

test("every error's code is in the types and in the README, and the reverse", () => {
  const read = (path) => readFileSync(join(ROOT, path), "utf8").replaceAll(/^\s*\/\/.*$/gm, "");
  const named = (paths) => [...new Set(paths.flatMap((path) => [...read(path).matchAll(/["`](renzheng\.[a-z]+-?[a-z]+)["`]/g)].map(([, code]) => code)))].filter((code) => code !== "renzheng.wasm").sort();
  const inside = (folder, ending) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
  const thrown = named([...inside("src/npm", ".rs"), ...inside("npm", ".js")]);
  assert.ok(thrown.length > 10);
  assert.deepEqual(named(inside("npm", ".d.ts")), thrown);
  assert.deepEqual(named(["npm/README.md"]), thrown);
});
