// Our own worker as it is built, spoken to as the page does: src/wire/messages.rs. Nothing is cut away:
// the others cannot, and the pictures are laid over their sources.

import { client } from "./client.mjs";

const PROTOCOL = 5;
/** The profile promises less than the portal's limit. */
const LIMIT = 200_000;

async function open({ worker: { url, type } }) {
  const began = performance.now();
  const worker = client(new Worker(url, { type }));
  // What is posted before the worker says so would be lost.
  const { protocol } = (await worker.next((message) => message.ready)).ready;
  let start = performance.now() - began;
  if (protocol !== PROTOCOL) {
    worker.close();
    throw new Error(`the worker speaks protocol ${protocol}, not ${PROTOCOL}`);
  }
  let job = 0;

  async function run(file) {
    const laps = { start };
    start = undefined;
    const began = performance.now();
    job += 1;
    worker.post({ type: "fit", job, photoProfile: "certification-200k", kind: "other", crop: "none", file });
    const { fitted, failed } = await worker.next((message) => {
      const [[name, about]] = Object.entries(message);
      if (about.job === job) laps[name] = performance.now() - began;
      return about.job === job && ["fitted", "failed"].includes(name);
    });
    if (failed) throw new Error(`the worker failed: ${failed.failure}`);
    const { ok, photo, report } = fitted.fitted;
    if (!ok || !photo) throw new Error(`no photo that passes: ${JSON.stringify(report)?.slice(0, 300)}`);
    return { photo: new Blob([photo], { type: "image/jpeg" }), laps };
  }

  return { run, close: worker.close };
}

/** The worker is kept, as the page does. */
export const renzheng = { id: "renzheng", ours: true, limit: LIMIT, open };

/** A first visit: loads, compiles and starts the worker for each photo. */
export const renzhengCold = { id: "renzheng-cold", ours: true, limit: LIMIT, fresh: true, open };
