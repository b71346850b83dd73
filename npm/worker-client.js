// The functions of the main entry as promises, off the main thread. Importing it does nothing.
// Types and documentation are in worker-client.d.ts.

const CALLS = [
  "inspectPhoto", "checkPhoto", "fitPhoto", "profiles", "checkNumber", "suggestNumber", "checkName",
  "nameFindingOfWechat", "checkApplication", "requirements", "toAuthData", "submissionFindingOfWechat", "explain",
];

export function createChecker({ worker, wasm, signal } = {}) {
  /** What runs the jobs: `{ run, stop }`; made when the first job comes, and again after a lost one. */
  let runner;
  const jobs = [];
  let isRunning = false;
  let end;

  const checker = { ready, close };
  for (const name of CALLS) checker[name] = (...args) => ask(name, args);
  if (signal?.aborted) close(signal.reason);
  signal?.addEventListener("abort", () => close(signal.reason), { once: true });
  return checker;

  /** Where the jobs run, once that is known. */
  async function ready() {
    if (end) throw end;
    runner ??= begin({ worker, wasm });
    const mine = runner;
    try {
      return (await mine).where;
    } catch (error) {
      // It may be tried again.
      if (runner === mine) runner = undefined;
      throw error;
    }
  }

  function ask(name, args) {
    const options = name.endsWith("Photo") ? args[1] : undefined;
    const { signal, onProgress, ...others } = options ?? {};
    return new Promise((resolve, reject) => {
      if (end) return reject(end);
      if (signal?.aborted) return reject(signal.reason);
      const given = options ? [args[0], others] : args;
      const job = { name, args: given, tell: (progress) => onProgress?.(progress), resolve, reject };
      signal?.addEventListener("abort", () => drop(job, signal.reason), { once: true });
      jobs.push(job);
      pump();
    });
  }

  async function pump() {
    if (isRunning) return;
    isRunning = true;
    while (jobs.length) {
      const [job] = jobs;
      try {
        await ready();
        // It may have been given up meanwhile.
        if (jobs[0] === job) job.resolve(await (await runner).run(job));
      } catch (error) {
        // What broke once may break again: it gets a fresh start.
        if (error?.code === "renzheng.internal") stop();
        job.reject(error);
      }
      if (jobs[0] === job) jobs.shift();
    }
    isRunning = false;
  }

  /** Gives a job up. The one that runs cannot be asked to stop, so what runs it goes. */
  function drop(job, reason) {
    const place = jobs.indexOf(job);
    if (place < 0) return;
    jobs.splice(place, 1);
    job.reject(reason);
    if (place === 0 && !isShared(worker)) stop();
  }

  function stop() {
    runner?.then(({ stop }) => stop(), () => {});
    runner = undefined;
  }

  function close(reason = coded("renzheng.closed", "the checker is closed")) {
    if (end) return;
    end = reason;
    for (const job of jobs.splice(0)) job.reject(reason);
    stop();
  }
}

async function begin({ worker, wasm }) {
  if (worker !== false) {
    const own = await start(worker, await wasm);
    if (own) return own;
  }
  // Without a worker (an old browser, a policy that forbids it, a server) they run here.
  const [checks, { job }] = await Promise.all([import("./index.js"), import("./job.js")]);
  await checks.init(wasm);
  return { where: "main-thread", run: ({ name, args, tell }) => job(checks, name, args, tell), stop() {} };
}

/** A worker that has loaded everything; nothing where there can be none. */
async function start(given, wasm) {
  let worker;
  try {
    worker = made(given);
  } catch {
    return undefined;
  }
  const first = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => resolve(undefined);
    worker.postMessage({ start: wasm?.href ?? wasm });
  });
  if (!first?.ready) {
    worker.terminate();
    if (first?.failed) throw revived(first.failed);
    return undefined;
  }
  let lose;
  const run = ({ name, args, tell }) =>
    new Promise((resolve, reject) => {
      lose = reject;
      worker.onmessage = ({ data }) => {
        if ("stage" in data) tell(data);
        else if (data.failed) reject(revived(data.failed));
        else resolve(data.value);
      };
      worker.onerror = () => reject(coded("renzheng.internal", "the worker was lost"));
      worker.onmessageerror = worker.onerror;
      worker.postMessage({ name, args });
    });
  const stop = () => {
    worker.terminate();
    // Nobody waits for its answer any more, but the awaiting has to end.
    lose?.(coded("renzheng.closed", "the worker was stopped"));
  };
  return { where: "worker", run, stop };
}

function made(given) {
  if (isShared(given)) return given;
  if (typeof given === "function") return given();
  if (given) return new Worker(given, { type: "module" });
  // In these words bundlers look for it.
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

/** A worker of the host: it cannot be made again, so an aborted job runs to its end there. */
const isShared = (given) => typeof given === "object" && given !== null && "postMessage" in given;

const revived = ({ name, message, ...others }) => Object.assign(new Error(message), name === "Error" ? {} : { name }, others);

const coded = (code, message) => Object.assign(new Error(message), { code });
