// The entry without the photo code, with its WebAssembly inside: for servers. Nothing happens on import.
import start, * as core from "./renzheng_lite.js";
import base64 from "./renzheng_lite_inline.js";
import { decoded } from "./load.js";
import { surface } from "./surface.js";

export const {
  init, checkNumber, suggestNumber, checkName, nameFindingOfWechat, checkApplication, requirements, explain,
} = /* @__PURE__ */ surface(start, core, () => decoded(base64));
