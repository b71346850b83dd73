// The memory that a run takes at its peak, from Linux's /proc: the renderer's
// resident size, which holds wasm memory, canvases and decoded pictures alike.

import { readFile, writeFile } from "node:fs/promises";

const SAMPLE_MS = 20;
const SETTLE_MS = 150;
const SETTLED_MB = 1;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** A size in MB, or nothing once the process has ended. */
async function size(pid, name) {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const found = status.match(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m"));
  return found ? Number(found[1]) / 1024 : undefined;
}

/** Lets the kernel count the peak from here. */
const resetPeak = (pid) => writeFile(`/proc/${pid}/clear_refs`, "5").then(() => true, () => false);

export class Memory {
  #browser;

  /** Nothing where there is no /proc, so no memory is reported. */
  static async of(browser) {
    if ((await size(process.pid, "VmRSS")) === undefined) return undefined;
    const memory = new Memory();
    memory.#browser = await browser.newBrowserCDPSession();
    return memory;
  }

  async #renderers() {
    const { processInfo } = await this.#browser.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  }

  /** Resident sizes once they have stopped moving: a new page still settles. */
  async #idle() {
    let sizes = new Map();
    for (let turn = 0; turn < 20; turn++) {
      const before = sizes;
      sizes = new Map();
      for (const pid of await this.#renderers()) sizes.set(pid, await size(pid, "VmRSS"));
      const moved = [...sizes].some(([pid, mb]) => !(Math.abs(mb - before.get(pid)) < SETTLED_MB));
      if (!moved) break;
      await sleep(SETTLE_MS);
    }
    return sizes;
  }

  /** Counts from now; what it gives stops counting and tells the MB above idle. */
  async start(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const idle = await this.#idle();
    const pids = [...idle.keys()];
    const exact = (await Promise.all(pids.map(resetPeak))).every(Boolean);

    // Where the kernel does not let us, look often; what falls between is missed.
    const seen = new Map(idle);
    const sample = async () => {
      for (const pid of pids) seen.set(pid, Math.max(seen.get(pid), (await size(pid, "VmRSS")) ?? 0));
    };
    const timer = exact ? undefined : setInterval(sample, SAMPLE_MS);

    return async () => {
      clearInterval(timer);
      let total = 0;
      for (const [pid, before] of idle) {
        // The idle ones add nothing; a page that has ended does not count.
        const peak = exact ? await size(pid, "VmHWM") : seen.get(pid);
        total += Math.max(0, (peak ?? before) - before);
      }
      return total;
    };
  }
}
