// What the entries with everything have. Nothing happens on import.
import { coded, surface } from "./surface.js";

export function whole(start, core, ownWasm) {
  const own = surface(start, core, ownWasm);
  const photo = (check, bytes, options) => own.call((given) => check(asBytes(given), options), bytes);
  return {
    ...own,
    inspectPhoto: (bytes, options) => JSON.parse(photo(core.inspectPhoto, bytes, options)),
    checkPhoto: (bytes, options) => JSON.parse(photo(core.checkPhoto, bytes, options)),
    fitPhoto(bytes, options) {
      const [fitted, result] = photo(core.fitPhoto, bytes, options);
      return result ? { ...JSON.parse(fitted), photo: result } : JSON.parse(fitted);
    },
    photoSource(bytes, options) {
      const [source, pixels] = photo(core.photoSource, bytes, options);
      return { source: JSON.parse(source), pixels };
    },
    profiles: () => JSON.parse(own.call(core.profiles)),
    toAuthData: (application, options) => JSON.parse(own.call(core.toAuthData, application, options)),
    submissionFindingOfWechat: (errcode) => JSON.parse(own.call(core.submissionFindingOfWechat, Number(errcode))),
  };
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
