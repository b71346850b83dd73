// The main entry with the WebAssembly inside it as text: for hosts that serve no such file, for
// pages of one file, and for servers, whose bundlers lose files. Nothing happens on import.
import start, * as core from "./renzheng_core.js";
import base64 from "./renzheng_core_inline.js";
import { decoded } from "./load.js";
import { whole } from "./whole.js";

export const {
  init, inspectPhoto, checkPhoto, fitPhoto, photoSource, profiles, checkNumber, suggestNumber, checkName, nameFindingOfWechat,
  checkApplication, requirements, toAuthData, submissionFindingOfWechat, explain,
} = /* @__PURE__ */ whole(start, core, () => decoded(base64));
