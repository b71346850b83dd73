// The entry with the process alone: states, deadlines, WeChat's answers. Importing it does nothing: no fetch, no global.
// Types and documentation are in process.d.ts.
import start, * as core from "./renzheng_process.js";
import { coded, optional, surface } from "./surface.js";

const own = /* @__PURE__ */ surface(start, core, () => new URL("./renzheng_process_bg.wasm", import.meta.url));

export const { init } = own;

export const newProcess = (profile) => JSON.parse(own.call(core.newProcess, optional(profile, "profile")));
export const step = (state, event, now) => JSON.parse(own.call(core.step, json(state, "renzheng.bad-state"), json(event, "renzheng.bad-event"), now));
export const due = (state, now) => JSON.parse(own.call(core.due, json(state, "renzheng.bad-state"), now));
export const fromWechat = (answer) => JSON.parse(own.call(core.fromWechat, json(answer, "renzheng.bad-answer")));
export const processDiagram = (locale, profile) => own.call(core.processDiagram, String(locale ?? "zh-Hans"), optional(profile, "profile"));
export const processProfile = (profile) => JSON.parse(own.call(core.processProfile, optional(profile, "profile")));
export const calendar = (state, locale) => own.call(core.calendar, json(state, "renzheng.bad-state"), String(locale ?? "zh-Hans"));
export const nameOf = (what, name, locale) => own.call(core.nameOf, String(what), String(name), String(locale ?? "zh-Hans"));
export const explain = (refusal, locale) => JSON.parse(own.call(core.explain, refusal, String(locale ?? "zh-Hans")));

function json(value, code) {
  try {
    return JSON.stringify(value) ?? "null";
  } catch (cause) {
    throw coded(code, "expected a plain object", cause);
  }
}
