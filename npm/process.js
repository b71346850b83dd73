// The entry with the process alone: states, deadlines, WeChat's answers. Importing it does nothing: no fetch, no global.
// Types and documentation are in process.d.ts.
import start, * as core from "./renzheng_process.js";
import { life } from "./life.js";

export const {
  init, newProcess, step, due, fromWechat, processDiagram, processProfile, calendar, nameOf, explain,
} = /* @__PURE__ */ life(start, core, () => new URL("./renzheng_process_bg.wasm", import.meta.url));
