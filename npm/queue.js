// Jobs one after another in a worker that is made when the first one comes, and again after a lost one.
// renzheng/worker-client and renzheng/reader are made of it. Nothing happens on import.

/**
 * `begin(signal)` gives what runs the jobs, `{ where, run }`, until the signal is aborted; `isShared` where it
 * cannot be made again; `closed` is what jobs hear after `close`.
 */
export function queue({ begin, isShared = false, closed }) {
  let runner;
  let going;
  const jobs = [];
  let isRunning = false;
  let end;
  return { ready, ask, close };

  /** Where the jobs run, once that is known. */
  async function ready() {
    if (end) throw end;
    if (!runner) {
      going = new AbortController();
      runner = begin(going.signal);
    }
    const mine = runner;
    try {
      return (await mine).where;
    } catch (error) {
      // It may be tried again.
      if (runner === mine) runner = undefined;
      throw error;
    }
  }

  /** Runs a job, which may have a signal of its own. */
  function ask(job, signal) {
    return new Promise((resolve, reject) => {
      if (end) return reject(end);
      if (signal?.aborted) return reject(signal.reason);
      const asked = { job, resolve, reject };
      signal?.addEventListener("abort", () => drop(asked, signal.reason), { once: true });
      jobs.push(asked);
      pump();
    });
  }

  async function pump() {
    if (isRunning) return;
    isRunning = true;
    while (jobs.length) {
      const [asked] = jobs;
      try {
        await ready();
        const { run } = await runner;
        // It may have been given up meanwhile.
        if (jobs[0] === asked) {
          asked.isRunning = true;
          asked.resolve(await run(asked.job));
        }
      } catch (error) {
        // What broke once may break again: it gets a fresh start.
        if (error?.code === "renzheng.internal") stop();
        asked.reject(error);
      }
      if (jobs[0] === asked) jobs.shift();
    }
    isRunning = false;
  }

  /** Gives a job up. The one that runs cannot be asked to stop, so what runs it goes. */
  function drop(asked, reason) {
    const place = jobs.indexOf(asked);
    if (place < 0) return;
    jobs.splice(place, 1);
    asked.reject(reason);
    if (asked.isRunning && !isShared) stop();
  }

  function stop() {
    going?.abort();
    runner = undefined;
  }

  function close(reason = closed) {
    if (end) return;
    end = reason;
    for (const { reject } of jobs.splice(0)) reject(reason);
    stop();
  }
}

/**
 * A worker that has loaded everything; nothing where there can be none. `make` makes it, `first` is what it
 * is told first, `message` what of a job, and `tell` hears what it says meanwhile. `signal` ends it.
 */
export async function inWorker({ make, first, message, signal, tell = () => {} }) {
  let worker;
  try {
    worker = make();
  } catch {
    return undefined;
  }
  // Nobody waits for its answer any more when it is ended, but the awaiting has to end.
  let lose;
  signal.addEventListener("abort", () => {
    worker.terminate();
    lose(coded("renzheng.closed", "the worker was stopped"));
  }, { once: true });
  const last = await new Promise((resolve, reject) => {
    lose = reject;
    worker.onmessage = ({ data }) => (data.ready || data.failed ? resolve(data) : tell(data));
    worker.onerror = () => resolve(undefined);
    worker.postMessage(first);
  });
  if (!last?.ready) {
    worker.terminate();
    if (last?.failed) throw revived(last.failed);
    return undefined;
  }
  const run = (job) =>
    new Promise((resolve, reject) => {
      lose = reject;
      worker.onmessage = ({ data }) => {
        if (data.failed) reject(revived(data.failed));
        else if ("value" in data) resolve(data.value);
        else job.tell?.(data);
      };
      worker.onerror = () => reject(coded("renzheng.internal", "the worker was lost"));
      worker.onmessageerror = worker.onerror;
      worker.postMessage(message(job), job.transfer ?? []);
    });
  return { where: "worker", run };
}

/** Makes what a host gives as `worker`; `own` where it gives nothing. */
export function made(given, own) {
  if (isShared(given)) return given;
  if (typeof given === "function") return given();
  return given ? new Worker(given, { type: "module" }) : own();
}

/** A worker of the host: it cannot be made again, so an aborted job runs to its end there. */
export const isShared = (given) => typeof given === "object" && given !== null && "postMessage" in given;

const revived = ({ name, message, ...others }) => Object.assign(new Error(message), name === "Error" ? {} : { name }, others);

export const coded = (code, message, cause) => Object.assign(new Error(message, { cause }), { code });
