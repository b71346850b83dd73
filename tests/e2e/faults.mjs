// Faults that are put into the page, its workers and its network, and the random schedules of them.
// Everything random comes from one seed, so that a schedule can be run again.

/** Random numbers from a seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return { next, below, pick: (list) => list[below(list.length)], chance: (part) => next() < part };
}

/** What is there from the first load on, or is not. */
export const CLIMATES = ["fair", "fair", "fair", "fair", "no-database", "no-storage", "no-locks"];
/** What becomes of the files of the page. */
export const FILE_FAULTS = ["wasm-fails", "wasm-corrupt"];
/** What the provider's server does, once each, and the network before it. */
export const ANSWER_FAULTS = ["500", "500-after", "429", "cut", "cut-after", "twice", "late", "cut-on-the-way"];

/** Runs in the page before everything else. It is told in `window.name`, which stays over reloads, which
    faults are on. */
export function inject(climate) {
  const told = () => {
    try {
      return JSON.parse(window.name || "{}");
    } catch {
      return {};
    }
  };
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function setItem(key, text) {
    const faults = told();
    if (faults.full || faults["full-at-next"] === 0) throw new DOMException("full", "QuotaExceededError");
    if (faults["full-at-next"]) window.name = JSON.stringify({ ...faults, "full-at-next": faults["full-at-next"] - 1 });
    write.call(this, key, text);
  };
  if (climate === "no-storage") {
    const forbid = { get() { throw new DOMException("no", "SecurityError"); } };
    Object.defineProperty(window, "localStorage", forbid);
    Object.defineProperty(window, "sessionStorage", forbid);
  }
  if (climate === "no-database") Object.defineProperty(window, "indexedDB", { get: () => undefined });
  if (climate === "no-locks") Object.defineProperty(navigator, "locks", { get: () => undefined });
  const now = Date.now.bind(Date);
  Date.now = () => now() + (told().clock ?? 0);
  // Nobody has 20 seconds for a worker that says nothing.
  const later = window.setTimeout.bind(window);
  window.setTimeout = (act, ms, ...more) => later(act, 15_000 <= ms ? ms / 10 : ms, ...more);
  window.workers = [];
  window.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options);
      window.workers.push(this);
    }
    set onmessage(hear) {
      super.onmessage = hear && ((event) => told().silent || hear.call(this, event));
    }
  };
}

/** Prepended to the journey worker: what waits there for seconds waits for milliseconds. */
export const HURRY = "{ const later = self.setTimeout.bind(self); self.setTimeout = (act, ms, ...more) => later(act, 25_000 <= ms ? ms : ms / 20, ...more); }\n";

/** The network of a browser context: wasm that fails, a provider's server that is far away. */
export class Network {
  constructor(provider, dice) {
    Object.assign(this, { provider, dice, wasm: null, answers: [], met: {}, wrong: [], isOver: false });
  }

  async attach(context) {
    // A page that has gone needs no answer any more. Anything else is an error of this file.
    const on = (address, answer) => context.route(address, async (route) => {
      try {
        await answer(route);
      } catch (error) {
        if (!this.isOver && !/closed|crashed|disposed/i.test(error)) this.wrong.push(`${address}: ${error}`);
      }
    });
    await on("**/config.json", (route) => route.fulfill({ json: { provider: { url: "/provider", name: "Sample" } } }));
    await on("**/journey-worker_loader.js", async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: HURRY + (await answer.text()) });
    });
    await on("**/*.wasm", async (route) => {
      if (!this.wasm) return route.continue();
      this.count(this.wasm);
      if (this.wasm === "wasm-fails") return route.abort("connectionreset");
      await route.fulfill({ contentType: "application/wasm", body: Buffer.from("\0asm\x01\0\0\0garbage") });
    });
    await on("**/provider/**", (route) => this.pass(route));
  }

  /** Lets go of the context, which then goes on by itself with the requests that are under way: whoever
      has an answer to one of them comes too late. */
  async detach(context) {
    this.isOver = true;
    await context.unrouteAll({ behavior: "ignoreErrors" });
  }

  count(fault) {
    this.met[fault] = (this.met[fault] ?? 0) + 1;
  }

  /** Brings a request to the provider's server, or does what comes up instead. */
  async pass(route) {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const headers = { ...request.headers() };
    delete headers["content-length"];
    const bring = () => fetch(this.provider.address + pathname.replace(/^\/provider/, ""), {
      method: request.method(), headers, body: request.postDataBuffer() ?? undefined,
    });
    const fault = this.answers.shift();
    if (fault) this.count(fault);
    if (fault === "cut-on-the-way") return route.abort("connectionreset");
    if (fault === "late") await new Promise((done) => setTimeout(done, 100 + this.dice.below(600)));
    if (["500", "500-after", "429", "cut", "cut-after"].includes(fault)) this.provider.state.faults.push({ on: ".*", do: fault });
    // The network may bring a request twice; the first answer may be overtaken by the second.
    const first = fault === "twice" ? bring().catch(() => null) : null;
    const answer = await bring().then(async (it) => ({ status: it.status, headers: Object.fromEntries(it.headers), body: Buffer.from(await it.arrayBuffer()) })).catch(() => null);
    await first;
    await (answer ? route.fulfill(answer) : route.abort("connectionreset"));
  }
}

/** Switches a fault of the page on, or off again with nothing for a value. */
export const tell = (page, name, value) =>
  page.evaluate(([name, value]) => {
    const told = JSON.parse(window.name || "{}");
    window.name = JSON.stringify({ ...told, [name]: value ?? undefined });
  }, [name, value]);

/** Ends the workers of a page as a browser does that wants their memory. */
export const killWorkers = (page) =>
  page.evaluate(() => {
    for (const worker of window.workers.splice(0)) {
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent("error"));
    }
  });
