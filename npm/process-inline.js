// The same with its WebAssembly inside: for servers. Nothing happens on import.
import start, * as core from "./renzheng_process.js";
import base64 from "./renzheng_process_inline.js";
import { decoded } from "./load.js";
import { life } from "./life.js";

export const {
  init, newProcess, step, due, fromWechat, processDiagram, processProfile, calendar, nameOf, explain,
} = /* @__PURE__ */ life(start, core, () => decoded(base64));
