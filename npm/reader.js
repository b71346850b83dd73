// What is printed on photos of documents, read on the device: the photo check decodes, the reader's own
// WebAssembly reads, each in its worker. Importing it does nothing. Types and documentation are in reader.d.ts.
import { coded, inWorker, isShared, made, queue } from "./queue.js";
import { createChecker } from "./worker-client.js";

const KINDS = ["id-front", "id-back", "licence"];
/** What is said of a photo that cannot be decoded, beside its findings. */
const NOTHING = { isReadable: false, quarterTurns: 0, width: 0, height: 0, fields: [] };

export function createReader(options) {
  const { worker, model, wasm, checker, signal, onProgress } = known(options, ["worker", "model", "wasm", "checker", "signal", "onProgress"]);
  const checks = checker ?? createChecker(worker === false ? { worker } : {});
  const jobs = queue({
    begin: (signal) => begin({ worker, model, wasm, signal, tell: (progress) => onProgress?.(progress) }),
    isShared: isShared(worker),
    closed: coded("renzheng.closed", "the reader is closed"),
  });
  if (signal?.aborted) close(signal.reason);
  signal?.addEventListener("abort", () => close(signal.reason), { once: true });
  return { ready, read, compare, explain, close };

  async function ready() {
    const [where] = await Promise.all([jobs.ready(), checks.ready()]);
    return where;
  }

  async function read(photo, kind, options) {
    const { signal } = known(options, ["signal"]);
    if (!KINDS.includes(kind)) throw coded("renzheng.bad-options", `kind: expected ${KINDS.join(", ")}`);
    signal?.throwIfAborted();
    // It loads while the photo is decoded; what goes wrong is said below.
    jobs.ready().catch(() => {});
    const { source, pixels } = await checks.photoSource(photo, { kind, signal });
    if (!source) {
      const { findings } = await checks.checkPhoto(photo, { kind, signal });
      return { ...NOTHING, findings };
    }
    return jobs.ask({ read: [JSON.stringify(source), pixels, kind], transfer: [pixels.buffer] }, signal);
  }

  async function compare(application, readings, options) {
    const { today } = known(options, ["today"]);
    if (typeof today !== "string") throw coded("renzheng.bad-options", "today: expected a day as YYYY-MM-DD");
    return jobs.ask({ compare: [plain(application, "application"), plain(readings, "reading"), today] });
  }

  async function explain(finding, locale) {
    const isOfPhoto = String(finding?.code).startsWith("photo.");
    return isOfPhoto ? checks.explain(finding, locale) : jobs.ask({ explain: [plain(finding, "finding"), String(locale ?? "zh-Hans")] });
  }

  function close(reason) {
    jobs.close(reason);
    // Whoever handed it in closes it.
    if (!checker) checks.close(reason);
  }
}

async function begin({ worker, model, wasm, signal, tell }) {
  const [ofWasm, ofModel] = (await Promise.all([wasm, model])).map(absolute);
  const given = { wasm: ofWasm, model: ofModel };
  if (worker !== false) {
    const own = await inWorker({
      make: () => made(worker, ownWorker),
      first: { start: given },
      message: ({ transfer: _, ...call }) => call,
      signal,
      tell,
    });
    if (own) return own;
  }
  // Without a worker (an old browser, a policy that forbids it, a server) it reads here.
  const { engine } = await import("./engine.js");
  const here = await engine({ ...given, tell });
  signal.addEventListener("abort", here.close, { once: true });
  const run = ({ transfer: _, ...call }) => {
    const [[name, args]] = Object.entries(call);
    return here[name](...args);
  };
  return { where: "main-thread", run };
}

// In these words bundlers look for it.
const ownWorker = () => new Worker(new URL("./reader-worker.js", import.meta.url), { type: "module" });

/** Addresses as the page means them; in a worker they would be beside its script. */
function absolute(given) {
  const address = given?.href ?? given;
  if (typeof address !== "string" || typeof location === "undefined") return address;
  return new URL(address, globalThis.document?.baseURI ?? location.href).href;
}

/** Without what frameworks put around objects, which no worker can be handed. */
function plain(value, what) {
  try {
    return JSON.parse(JSON.stringify(value ?? null));
  } catch {
    throw coded(`renzheng.bad-${what}`, `${what}: expected what can be written as JSON`);
  }
}

// A misspelt option is an error, not silence.
function known(options, names) {
  for (const name in options ?? {}) {
    if (!names.includes(name)) throw coded("renzheng.bad-options", `unknown option "${name}"`);
  }
  return options ?? {};
}
