// The process through the package: the story of an application, the types against the core, misuse.
// All names and numbers are made up.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import * as process from "../../npm/pkg/process.js";

await process.init();
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const NOW = 1_790_179_200_000;
const DAY = 24 * 60 * 60 * 1_000;

/** Takes steps one after the other; each must be possible. States go through JSON, as storage has them. */
function run(state, events, now = NOW) {
  const effects = [];
  for (const event of events) {
    const step = process.step(JSON.parse(JSON.stringify(state)), typeof event === "string" ? { type: event } : event, now);
    assert.equal(step.why, undefined, `${JSON.stringify(event)}: ${step.why?.code}`);
    state = step.state;
    effects.push(...step.effects);
  }
  return { state, effects };
}

const complete = { type: "complete", from: "旧石小筑", to: "青石小筑", yuan: 300 };

test("an application goes from the first draft to certified, by WeChat's answers", () => {
  const answers = [
    { taskid: "t-1", auth_url: "https://example.com/auth" },
    { task_status: 3 }, { task_status: 6 }, { task_status: 9 },
    { task_status: 15, apply_status: 0, appid: "wx0" },
    { task_status: 12, apply_status: 2, dispatch_info: { provider: "某审核公司", contact: "010-12345678" } },
    { task_status: 12, apply_status: 4, orderid: 42 },
  ];
  const states = [];
  let { state } = run(process.newProcess(), [complete, "submit"]);
  let effects = [];
  for (const answer of answers) {
    const { events, unknown } = process.fromWechat(answer);
    assert.deepEqual(unknown, []);
    const done = run(state, events);
    state = done.state;
    effects = effects.concat(done.effects);
    states.push(state.state);
  }
  assert.deepEqual(states, [
    "awaiting-authorization", "face-check", "sms-check", "awaiting-order", "awaiting-payment", "under-review", "certified",
  ]);
  assert.ok(effects.some((effect) => effect.type === "rename-program" && effect.from === "旧石小筑" && effect.to === "青石小筑"));
  assert.deepEqual(state.certificate.reference, { appid: "wx0", taskid: "t-1", orderid: "42" });
  const year = process.due(state, NOW).next.find(({ what }) => what === "validity");
  assert.ok(364 * DAY < year.at - NOW && year.at - NOW < 368 * DAY);
});

test("what is refused leaves the state as it was, and is explained", () => {
  const state = process.newProcess("brief");
  const refused = process.step(state, { type: "submit" }, NOW);
  assert.deepEqual(refused, { state, event: { type: "submit" }, why: { code: "process.not-now" } });
  for (const why of [
    { code: "process.not-now" }, { code: "process.uploads-used-up", most: 50 }, { code: "process.corrections-used-up", most: 3 },
    { code: "process.materials-expired", at: NOW }, { code: "process.not-overdue", until: NOW }, { code: "process.too-early", from: NOW },
  ]) {
    assert.match(process.explain(why, "zh-Hans").fix, /。$/);
    assert.match(process.explain(why, "en").fix, /\.$/);
  }
  assert.match(process.explain({ code: "process.too-early", from: NOW }, "en").what, /2026-09-24/);
});

test("what nobody has documented is kept and shown, never guessed", () => {
  assert.deepEqual(process.fromWechat({ task_status: 13 }), { events: [], unknown: [{ member: "task_status", value: "13" }] });
  assert.deepEqual(process.fromWechat({}), { events: [], unknown: [] });
});

test("deadlines are a calendar, and the process a picture, in both languages", () => {
  const { state } = run(process.newProcess(), [complete, "submit"]);
  for (const [locale, words] of [["zh-Hans", "认证助手"], ["en", "Renzheng"]]) {
    const text = process.calendar(state, locale);
    assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/);
    assert.equal(text.match(/BEGIN:VEVENT/g).length, process.due(state, NOW).next.length);
    assert.ok(text.replaceAll("\r\n ", "").includes(`SUMMARY:${words}`));
    assert.match(process.processDiagram(locale), /^stateDiagram-v2\n/);
  }
  assert.notEqual(process.processDiagram("en", "brief"), process.processDiagram("en", "wechat-2026"));
  assert.equal(process.processProfile("brief").fee, "after-review");
});

test("the types name what the core names, and everything has a name in both languages", () => {
  const types = read("npm/process.d.ts");
  const named = (source, name) => {
    const block = read(source).split(`pub enum ${name} {`)[1].split("\n    }")[0];
    return [...block.matchAll(/"([a-z-]+)" =>/g)].map(([, text]) => text);
  };
  const part = (start, end) => [...types.split(start)[1].split(end)[0].matchAll(/"([a-z-]+)"/g)].map(([, text]) => text);
  const sorted = (list) => [...new Set(list)].sort();
  const states = named("src/process/state.rs", "StateKind");
  for (const state of states) assert.ok(part("export type ProcessState =", "export type ProcessStateName").includes(state), state);
  const acts = named("src/process/event.rs", "Act");
  assert.deepEqual(sorted(part("export type ActEvent =", "/**")), sorted(acts));
  const news = named("src/process/event.rs", "News");
  assert.deepEqual(sorted(part("export interface NewsEvent", "at?")), sorted(news));
  const dues = named("src/process/due.rs", "DueKind");
  assert.deepEqual(sorted(part("export type DueKind =", "export interface")), sorted(dues));
  const notices = named("src/process/step.rs", "Notice");
  assert.deepEqual(sorted(part("export type Notice =", "/**")), sorted(notices));
  const codes = [...types.matchAll(/"(process\.[a-z-]+)"/g)].map(([, code]) => code);
  const rust = [...read("src/process/refusal.rs").matchAll(/"(process\.[a-z-]+)" =>/g)].map(([, code]) => code);
  assert.deepEqual(sorted(codes), sorted(rust));
  for (const [what, names] of [["state", states], ["event", [...acts, ...news]], ["due", dues], ["notice", notices]]) {
    for (const name of names) {
      assert.match(process.nameOf(what, name, "zh-Hans"), /[一-鿿]/);
      assert.match(process.nameOf(what, name, "en"), /^[\x20-\x7e]+$/);
    }
  }
});

test("misuse is an Error with a code, and no error repeats what was given", () => {
  const secret = "110105194912310021";
  const state = process.newProcess();
  for (const [call, code] of [
    [() => process.newProcess(secret), "renzheng.bad-options"],
    [() => process.step({ state: secret }, { type: "submit" }, NOW), "renzheng.bad-state"],
    [() => process.step({ ...state, extra: secret }, { type: "submit" }, NOW), "renzheng.bad-state"],
    [() => process.step(undefined, { type: "submit" }, NOW), "renzheng.bad-state"],
    [() => process.step(state, { type: secret }, NOW), "renzheng.bad-event"],
    [() => process.step(state, { type: "submit", secret }, NOW), "renzheng.bad-event"],
    [() => process.step(state, { type: "submit" }), "renzheng.bad-options"],
    [() => process.due(state, Number.NaN), "renzheng.bad-options"],
    [() => process.fromWechat([secret]), "renzheng.bad-answer"],
    [() => process.nameOf("state", secret), "renzheng.bad-options"],
    [() => process.explain({ code: "process.too-early" }), "renzheng.bad-finding"],
  ]) {
    assert.throws(call, (error) => error.code === code && !String(error.message).includes(secret), `${call}`);
  }
});
