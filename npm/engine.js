// The engine of the reader, wherever it runs: a WebAssembly of its own, and the model. Nothing
// happens on import. What both must be is in reader-files.js, which the build writes.
import start, { compare, explain, Reader } from "./renzheng_reader.js";
import files from "./reader-files.js";
import { notTaken, source } from "./load.js";

/** The smallest module with a SIMD instruction. */
const SIMD = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

/** Gets both and makes an engine of them. `tell` hears `{ loaded, total }` in bytes. */
export async function engine({ wasm, model, tell = () => {} }) {
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(Uint8Array.from(SIMD))) {
    throw coded("renzheng.no-simd", "reading needs WebAssembly with SIMD: Chrome 91, Firefox 89, Safari 16.4, Node.js 16.4, or later");
  }
  const count = counter(tell);
  const [module_or_path, pack] = await Promise.all([
    wasm ? source(wasm) : own("renzheng_reader_bg.wasm", new URL("./renzheng_reader_bg.wasm", import.meta.url), count),
    ofModel(await model, count),
  ]);
  try {
    await start({ module_or_path });
  } catch (cause) {
    throw notTaken(cause);
  }
  const reader = new Reader(pack);
  return {
    read: (about, pixels, kind) => answer(() => reader.read(about, pixels, kind)),
    compare: (application, seen, today) => answer(() => compare(application, JSON.stringify(seen), today)),
    explain: (finding, locale) => answer(() => explain(finding, locale)),
    close: () => reader.free(),
  };
}

function answer(call) {
  try {
    return JSON.parse(call());
  } catch (error) {
    // What broke off has said where on the console; what was read is in no message.
    throw error.code ? error : coded("renzheng.internal", "reading broke off");
  }
}

async function ofModel(given, count) {
  if (given instanceof Uint8Array) return given;
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  if (typeof given === "string") return bytesOf(given, count);
  if (given) throw coded("renzheng.bad-options", "model: expected its address or its bytes");
  if (!files["reader.pack"]) throw coded("renzheng.load-failed", "this build has no model; give one as `model`");
  return own("reader.pack", new URL("./reader.pack", import.meta.url), count);
}

/** A file of this build: another one is refused. */
async function own(name, url, count) {
  const bytes = await bytesOf(url.href, count, files[name].bytes);
  const { subtle } = globalThis.crypto ?? {};
  // Pages without https have none; there the model's own digest tells damage.
  if (!subtle) return bytes;
  const hash = new Uint8Array(await subtle.digest("SHA-256", bytes));
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (sha256 !== files[name].sha256) throw coded("renzheng.bad-model", `${name} is not the file of this build: it was changed or cut off on its way`);
  return bytes;
}

async function bytesOf(url, count, total = 0) {
  if (url.startsWith("file:")) {
    const { readFile } = process.getBuiltinModule("node:fs/promises");
    return readFile(new URL(url)).catch((cause) => {
      throw coded("renzheng.load-failed", `${url} cannot be read (${cause.code})`, cause);
    });
  }
  // Known sizes count from the beginning, so that the sum does not change on its way.
  let add = total && count(total);
  try {
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok) throw Object.assign(coded("renzheng.load-failed", `${url} answered ${response.status}`), { url, status: response.status });
    // What is compressed says how long it is then.
    add ||= count(response.headers.has("content-encoding") ? 0 : Number(response.headers.get("content-length")));
    const parts = [];
    for (const stream = response.body.getReader(); ; ) {
      const { done, value } = await stream.read();
      if (done) break;
      parts.push(value);
      add(value.length);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  } catch (cause) {
    throw String(cause.code).startsWith("renzheng.") ? cause : Object.assign(coded("renzheng.load-failed", `${url} cannot be fetched (${cause.message})`, cause), { url });
  }
}

/** Counts what arrives of several files together. */
function counter(tell) {
  let [loaded, total] = [0, 0];
  return (bytes) => {
    total += bytes;
    return (more) => {
      loaded += more;
      tell({ loaded, total });
    };
  };
}

const coded = (code, message, cause) => Object.assign(new Error(message, { cause }), { code });
