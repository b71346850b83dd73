// What the entries with the process have. Nothing happens on import.
import { coded, optional, surface } from "./surface.js";

export function life(start, core, ownWasm) {
  const own = surface(start, core, ownWasm);
  return {
    init: own.init,
    newProcess: (profile) => JSON.parse(own.call(core.newProcess, optional(profile, "profile"))),
    step: (state, event, now) => JSON.parse(own.call(core.step, json(state, "renzheng.bad-state"), json(event, "renzheng.bad-event"), now)),
    due: (state, now) => JSON.parse(own.call(core.due, json(state, "renzheng.bad-state"), now)),
    fromWechat: (answer) => JSON.parse(own.call(core.fromWechat, json(answer, "renzheng.bad-answer"))),
    processDiagram: (locale, profile) => own.call(core.processDiagram, String(locale ?? "zh-Hans"), optional(profile, "profile")),
    processProfile: (profile) => JSON.parse(own.call(core.processProfile, optional(profile, "profile"))),
    calendar: (state, locale) => own.call(core.calendar, json(state, "renzheng.bad-state"), String(locale ?? "zh-Hans")),
    nameOf: (what, name, locale) => own.call(core.nameOf, String(what), String(name), String(locale ?? "zh-Hans")),
    explain: (refusal, locale) => JSON.parse(own.call(core.explain, refusal, String(locale ?? "zh-Hans"))),
  };
}

function json(value, code) {
  try {
    return JSON.stringify(value) ?? "null";
  } catch (cause) {
    throw coded(code, "expected a plain object", cause);
  }
}
