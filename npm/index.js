// The package's main entry: everything. Importing it does nothing: no fetch, no global.
// Types and documentation are in index.d.ts.
import start, * as core from "./renzheng_core.js";
import { coded, surface } from "./surface.js";

const own = /* @__PURE__ */ surface(start, core, () => new URL("./renzheng_core_bg.wasm", import.meta.url));

export const {
  init, checkNumber, suggestNumber, checkName, nameFindingOfWechat, checkApplication, requirements, explain,
} = own;

export const inspectPhoto = (bytes, options) => JSON.parse(photo(core.inspectPhoto, bytes, options));
export const checkPhoto = (bytes, options) => JSON.parse(photo(core.checkPhoto, bytes, options));
export const profiles = () => JSON.parse(own.call(core.profiles));

export const toAuthData = (application, options) => JSON.parse(own.call(core.toAuthData, application, options));
export const submissionFindingOfWechat = (errcode) => JSON.parse(own.call(core.submissionFindingOfWechat, Number(errcode)));

export function fitPhoto(bytes, options) {
  const [fitted, result] = photo(core.fitPhoto, bytes, options);
  return result ? { ...JSON.parse(fitted), photo: result } : JSON.parse(fitted);
}

function photo(check, bytes, options) {
  return own.call((given) => check(asBytes(given), options), bytes);
}

function asBytes(bytes) {
  if (bytes instanceof Uint8Array) return bytes;
  // By its tag, since a frame or a test runner may have an ArrayBuffer of its own.
  if (Object.prototype.toString.call(bytes) === "[object ArrayBuffer]" && !bytes.detached) return new Uint8Array(bytes);
  if (ArrayBuffer.isView(bytes)) return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  throw coded(
    "renzheng.bad-bytes",
    "expected the photo as Uint8Array or ArrayBuffer; for a File or Blob, pass await file.arrayBuffer()",
  );
}
