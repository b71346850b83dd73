// The functions of the main entry as promises, off the main thread. Importing it does nothing.
// Types and documentation are in worker-client.d.ts.
import { coded, inWorker, isShared, made, queue } from "./queue.js";

const OF_PHOTOS = ["inspectPhoto", "checkPhoto", "fitPhoto", "photoSource"];
const CALLS = [
  ...OF_PHOTOS, "profiles", "checkNumber", "suggestNumber", "checkName",
  "nameFindingOfWechat", "checkApplication", "requirements", "toAuthData", "submissionFindingOfWechat", "explain",
];

export function createChecker({ worker, wasm, signal } = {}) {
  const jobs = queue({
    begin: (signal) => begin({ worker, wasm, signal }),
    isShared: isShared(worker),
    closed: coded("renzheng.closed", "the checker is closed"),
  });
  const checker = { ready: jobs.ready, close: jobs.close };
  for (const name of CALLS) checker[name] = (...args) => ask(name, args);
  if (signal?.aborted) jobs.close(signal.reason);
  signal?.addEventListener("abort", () => jobs.close(signal.reason), { once: true });
  return checker;

  function ask(name, args) {
    const options = OF_PHOTOS.includes(name) ? args[1] : undefined;
    const { signal, onProgress, ...others } = options ?? {};
    return jobs.ask({ name, args: options ? [args[0], others] : args, tell: (progress) => onProgress?.(progress) }, signal);
  }
}

async function begin({ worker, wasm, signal }) {
  if (worker !== false) {
    const given = await wasm;
    const own = await inWorker({
      make: () => made(worker, ownWorker),
      first: { start: given?.href ?? given },
      message: ({ name, args }) => ({ name, args }),
      signal,
    });
    if (own) return own;
  }
  // Without a worker (an old browser, a policy that forbids it, a server) they run here.
  const [checks, { job }] = await Promise.all([import("./index.js"), import("./job.js")]);
  await checks.init(wasm);
  return { where: "main-thread", run: ({ name, args, tell }) => job(checks, name, args, tell) };
}

// In these words bundlers look for it.
const ownWorker = () => new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
