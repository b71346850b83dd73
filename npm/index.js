// The package's one entry. Importing it does nothing: no fetch, no global.
// Types and documentation are in index.d.ts.
import start, * as core from "./renzheng_core.js";

let started;

export function init(input) {
  started ??= load(input).catch((error) => {
    // A failed start may be tried again, with another input.
    started = undefined;
    throw error;
  });
  return started;
}

async function load(input) {
  try {
    await start({ module_or_path: input ?? (await ownWasm()) });
  } catch (cause) {
    throw coded("renzheng.load-failed", `the WebAssembly could not be loaded: ${cause?.message ?? cause}`, cause);
  }
  core.setPanicHook();
  ready = true;
}

let ready = false;

// Node cannot fetch file: URLs, so there the file is read. The import is written
// so that bundlers for the browser neither follow nor bundle it.
async function ownWasm() {
  const url = new URL("./renzheng_core_bg.wasm", import.meta.url);
  if (url.protocol !== "file:" || typeof process === "undefined") return url;
  const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
  return readFile(url);
}

export const inspectPhoto = (bytes, options) => call(core.inspectPhoto, bytes, options);
export const checkPhoto = (bytes, options) => call(core.checkPhoto, bytes, options);
export const fitPhoto = (bytes, options) => call(core.fitPhoto, bytes, options);

export function explain(finding, locale) {
  needReady();
  return core.explain(finding, String(locale ?? "zh-Hans"));
}

export function profiles() {
  needReady();
  return core.profiles();
}

function call(check, bytes, options) {
  needReady();
  const view = asBytes(bytes);
  try {
    return check(view, options);
  } catch (error) {
    if (error?.code) throw error;
    // A trap leaves the instance in an unknown state: init() must make a new one.
    ready = false;
    started = undefined;
    throw coded("renzheng.internal", `the check broke off: ${error?.message ?? error}`, error);
  }
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

function needReady() {
  if (!ready) throw coded("renzheng.not-ready", "call and await init() before any other function");
}

function coded(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}
