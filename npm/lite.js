// The entry without the photo code. Nothing happens on import.
import start, * as core from "./renzheng_lite.js";
import { surface } from "./surface.js";

export const {
  init, checkNumber, suggestNumber, checkName, nameFindingOfWechat, checkApplication, requirements, explain,
} = /* @__PURE__ */ surface(start, core, () => new URL("./renzheng_lite_bg.wasm", import.meta.url));
