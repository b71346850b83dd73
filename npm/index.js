// The package's main entry: everything. Importing it does nothing: no fetch, no global.
// Types and documentation are in index.d.ts.
import start, * as core from "./renzheng_core.js";
import { whole } from "./whole.js";

export const {
  init, inspectPhoto, checkPhoto, fitPhoto, photoSource, profiles, checkNumber, suggestNumber, checkName, nameFindingOfWechat,
  checkApplication, requirements, toAuthData, submissionFindingOfWechat, explain,
} = /* @__PURE__ */ whole(start, core, () => new URL("./renzheng_core_bg.wasm", import.meta.url));
