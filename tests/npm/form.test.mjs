// Numbers, names and forms through both entries: the same answers, and every code of the
// types has words.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import * as full from "../../npm/pkg/index.js";
import * as lite from "../../npm/pkg/lite.js";

const entries = [["renzheng", full], ["renzheng/lite", lite]];
const today = "2026-11-24";
const TYPES = readFileSync(new URL("../../npm/index.d.ts", import.meta.url), "utf8");

// Before anything else runs.
test("before init every function says what to do", () => {
  for (const [name, entry] of entries) {
    assert.throws(() => entry.checkNumber("mobile", "1", { today }), { code: "renzheng.not-ready" }, name);
  }
});

test("both entries give the same answers", async () => {
  for (const [, entry] of entries) await entry.init();
  const answers = entries.map(([, { checkNumber, suggestNumber, checkName, requirements, checkApplication, explain }]) => {
    const application = { subjectType: "enterprise", fields: { "subject.creditCode": "9135O100M000100Y43" } };
    const report = checkApplication(application, { today, formProfile: "wechat-2026" });
    return {
      id: checkNumber("resident-id", "110105 19491231 002x", { today }),
      slip: suggestNumber("credit-code", "9135O100M000100Y43"),
      name: checkName("青石小筑", { current: "青石", mode: undefined, today }),
      requirements: requirements("individual"),
      report,
      words: report.findings.map((finding) => [explain(finding), explain(finding, "en")]),
    };
  });
  assert.deepEqual(answers[0], answers[1]);
  const [{ id, slip, name, requirements, report }] = answers;
  assert.deepEqual(id, {
    ok: true, normalized: "11010519491231002X", findings: [],
    known: { birthDate: "1949-12-31", age: 76, sex: "female", region: { code: "110105", name: "北京市朝阳区" } },
  });
  assert.equal(slip[0], "91350100M000100Y43");
  assert.deepEqual(name.effect, { from: "青石", to: "青石小筑" });
  const { source, ...replaces } = name.findings[1];
  assert.deepEqual(replaces, { code: "name.replaces", severity: "info", from: "青石", to: "青石小筑" });
  assert.equal(typeof source, "string");
  assert.deepEqual([requirements.customerType, requirements.fee.yuan], [15, 30]);
  assert.deepEqual(requirements.fields[0], { path: "administrator.name", shape: "person-name", need: "always" });
  assert.equal(report.next[0], "subject.name");
  assert.equal(report.places["subject.creditCode"], "wrong");
  assert.deepEqual(report.findings.find(({ path }) => path === "subject.creditCode"), {
    path: "subject.creditCode", severity: "block", code: "number.character", kind: "credit-code", position: 5, allowed: "digit",
  });
});

test("every kind, subject type and path of the types is known to the core", async () => {
  const listed = (name) => {
    const [, body] = TYPES.match(new RegExp(`export type ${name} =([^;]*);`));
    return [...body.matchAll(/"([^"]+)"/g)].map(([, value]) => value);
  };
  for (const kind of listed("NumberKind")) assert.equal(typeof full.checkNumber(kind, "x", { today }).ok, "boolean");
  const paths = new Set();
  const types = listed("SubjectType");
  assert.equal(types.length, 12);
  for (const type of types) for (const { path } of full.requirements(type).fields) paths.add(path);
  assert.deepEqual([...paths].sort(), listed("FieldPath").sort());
});

test("every code of the types can be explained, and the reverse holds for what is found", async () => {
  const codes = [...TYPES.matchAll(/"((?:number|name|form|wechat)\.[a-z-]+)"/g)].map(([, code]) => code);
  const rust = ["identity/issue.rs", "name/issue.rs", "application/issue.rs", "wechat/issue.rs"].flatMap((file) =>
    [...readFileSync(new URL(`../../src/${file}`, import.meta.url), "utf8").matchAll(/"([a-z]+\.[a-z-]+)" =>/g)].map(([, code]) => code));
  assert.deepEqual([...new Set(codes)].sort(), rust.sort());
  for (const [code, given] of [["form.too-many", { found: 11, most: 10 }], ["name.protected", { days: 7 }], ["number.region-retired", { kind: "resident-id", year: 2010 }]]) {
    for (const [, entry] of entries) {
      const [zh, en] = ["zh-Hans", "en"].map((locale) => entry.explain({ code, severity: "warn", ...given }, locale));
      assert.ok(zh.what.endsWith("。") && en.what.endsWith("."), code);
    }
  }
});

test("misuse is an Error with a code, and no error repeats what was given", () => {
  const secret = "110105194912310021";
  const cases = [
    [() => full.checkNumber("resident", secret, { today }), "renzheng.bad-options"],
    [() => full.checkNumber(secret, "resident-id", { today }), "renzheng.bad-options"],
    [() => full.checkNumber("resident-id", 110105, { today }), "renzheng.bad-options"],
    [() => full.checkNumber("resident-id", secret), "renzheng.bad-options"],
    [() => full.checkNumber("resident-id", secret, { today: "24.11.2026" }), "renzheng.bad-options"],
    [() => full.checkNumber("resident-id", secret, { today, Today: today }), "renzheng.bad-options"],
    [() => full.checkName("a", { mode: secret }), "renzheng.bad-options"],
    [() => full.checkApplication({ subjectType: "enterprise", fields: { [secret]: "" } }, { today }), "renzheng.bad-application"],
    [() => full.checkApplication({ subjectType: secret }, { today }), "renzheng.bad-application"],
    [() => full.checkApplication(undefined, { today }), "renzheng.bad-application"],
    [() => full.checkApplication({ big: 1n }, { today }), "renzheng.bad-application"],
    [() => full.requirements("nobody"), "renzheng.bad-options"],
    [() => full.explain({ code: "number.nonsense" }), "renzheng.bad-finding"],
    [() => full.explain(null), "renzheng.bad-finding"],
  ];
  for (const [call, code] of cases) {
    assert.throws(call, (error) => error.code === code && !String(error.message).includes(secret), `${call}`);
  }
  // What is wrong is told by its place.
  const material = { slot: "licence", report: { ok: true, findings: [{ code: "photo.dark" }] } };
  const places = [
    [{ subjectType: "enterprise", fields: { "subject.name": 1 } }, "application.fields.subject.name: expected a string"],
    [{ subjectType: "enterprise", fields: [] }, "application.fields: expected an object"],
    [{ subjectType: "enterprise", materials: [{ slot: "licence" }, { slot: secret }] }, "application.materials.1.slot: unknown name"],
    [{ subjectType: "enterprise", materials: [material] }, "application.materials.0.report.findings.0.severity: missing"],
    [{ fields: {} }, "application.subjectType: missing"],
  ];
  for (const [application, message] of places) {
    assert.throws(() => full.checkApplication(application, { today }), { code: "renzheng.bad-application", message });
  }
  for (const finding of [{ code: "number.length" }, { code: "number.length", kind: "nonsense", found: 1 }, { code: "form" }]) {
    assert.throws(() => full.explain(finding), { code: "renzheng.bad-finding" });
  }
  const photo = { code: "photo.dark", score: 1, threshold: 2 };
  assert.ok(full.explain(photo).fix);
  assert.throws(() => lite.explain(photo), { code: "renzheng.bad-finding" });
  // What comes from another frame, or has no prototype, is as good.
  const foreign = runInNewContext('({ subjectType: "individual", fields: {}, materials: [] })');
  const bare = Object.assign(Object.create(null), { subjectType: "individual" });
  for (const application of [foreign, bare]) assert.equal(full.checkApplication(application, { today }).ok, false);
  // Nothing of this ends the instance.
  for (const call of [
    () => full.requirements("enterprise", { formProfile: 5 }),
    () => full.requirements("enterprise", { formProfile: [secret] }),
    () => full.checkApplication({ get subjectType() { throw new Error(secret); } }, { today }),
    () => full.explain({ code: "form.credit-code-category", expected: [Symbol("x")] }),
    () => full.checkName("a", { today: secret }),
  ]) {
    assert.throws(call, (error) => error.code.startsWith("renzheng.") && !String(error.message).includes(secret), `${call}`);
    assert.equal(full.checkNumber("mobile", "13123456789", { today }).ok, true);
  }
  assert.equal(full.nameFindingOfWechat(53013n).code, "name.taken");
  assert.equal(full.nameFindingOfWechat(53013).code, "name.taken");
  assert.equal(full.nameFindingOfWechat(0), null);
});
