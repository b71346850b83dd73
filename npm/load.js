// Gets the WebAssembly from wherever it is, and says plainly why not. Nothing happens on import.
// The glue that wasm-bindgen makes would do it too, but what it says of a page of HTML in place of
// the file helps nobody.

const MAGIC = [0, 0x61, 0x73, 0x6d];

/** What the glue takes: a `Response` to be compiled while it arrives, bytes, or a module. */
export async function source(input, own) {
  if (typeof WebAssembly === "undefined") {
    throw failed("there is no WebAssembly here; on an iPhone, Lockdown Mode switches it off for a site");
  }
  const given = (await input) ?? (await own());
  const url = address(given);
  if (url !== null) return url.startsWith("file:") ? ofFile(url) : ofResponse(await fetched(given, url), url);
  return isResponse(given) ? ofResponse(given, given.url) : given;
}

/** The same for what the engine did not take. */
export function notTaken(cause) {
  const reason = String(cause?.message ?? cause);
  const policy = /unsafe-eval|Content.Security.Policy/i.test(reason);
  return failed(policy ? `the page's Content-Security-Policy forbids WebAssembly; add 'wasm-unsafe-eval' to script-src (${reason})` : reason, { cause });
}

/** Bytes that were written as Base64. */
export const decoded = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

function failed(why, details = {}) {
  const { cause, ...others } = details;
  return Object.assign(new Error(`the WebAssembly could not be loaded: ${why}`, { cause }), { code: "renzheng.load-failed", ...others });
}

function address(given) {
  if (typeof given === "string") return given;
  return isResponse(given) || given === null || typeof given !== "object" ? null : (given.href ?? given.url ?? null);
}

// By its tag, since a test runner may have a Response of its own.
const isResponse = (given) => Object.prototype.toString.call(given) === "[object Response]";

// Node cannot fetch file: URLs. Not an import, which bundlers would follow.
async function ofFile(url) {
  if (typeof process === "undefined") return url;
  const { readFile } = process.getBuiltinModule("node:fs/promises");
  try {
    return await readFile(new URL(url));
  } catch (cause) {
    throw failed(`${url} cannot be read (${cause.code}). ${FIX}`, { cause, url });
  }
}

async function fetched(given, url) {
  try {
    return await fetch(given, { credentials: "same-origin" });
  } catch (cause) {
    throw failed(`${url} cannot be fetched (${cause.message}): there is no connection, or connect-src of the page's policy forbids it`, { cause, url });
  }
}

async function ofResponse(response, url) {
  const { status } = response;
  const contentType = response.headers.get("content-type") ?? "";
  const details = { url, status, contentType };
  if (!response.ok) throw failed(`${url} answered ${status}. ${FIX}`, details);
  if (contentType.startsWith("application/wasm")) return response;
  // A host that does not know the type; or the page of an application in place of a file that is not there.
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (MAGIC.every((byte, i) => bytes[i] === byte)) return bytes;
  throw failed(`${url} answered ${status} with ${contentType || "no type"}, which is not WebAssembly. ${FIX}`, details);
}

const FIX =
  "The file has to be where the bundled module looks for it. Vite before 8: optimizeDeps: { exclude: ['renzheng'] }. " +
  "Bundlers that know no files beside modules (esbuild): copy the .wasm to your site and call init(its address), or import 'renzheng/inline'.";
