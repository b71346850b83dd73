// What the platform does by itself, in a worker that is kept: decoded, scaled and encoded with the
// browser's own codecs. The first is THE baseline.

import { client } from "./client.mjs";
import { LIMIT } from "./limit.mjs";

const contender = (id, way) => ({
  id,
  limit: LIMIT,
  open() {
    const worker = client(new Worker(new URL("platform.worker.mjs", import.meta.url), { type: "module" }));
    return {
      async run(file) {
        worker.post({ file, limit: LIMIT, way });
        const { photo, error } = await worker.next(() => true);
        if (error) throw new Error(error);
        return { photo };
      },
      close: worker.close,
    };
  },
});

/** Bisects the quality: nothing clever, what one would write in an afternoon. */
export const bisecting = { ...contender("platform-bisecting", { search: "bisecting" }), ours: true };

/** Guesses the quality from the sizes so far: fewer turns. */
export const interpolating = contender("platform-interpolating", { search: "interpolating" });

/** The same, and the decoder gives a smaller picture at once: about the best that a browser can do. */
export const webCodecs = contender("platform-webcodecs", { search: "interpolating", decoder: "webcodecs" });
