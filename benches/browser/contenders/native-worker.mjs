// THE baseline: what the platform does by itself, in a worker, kept.

import { client } from "./client.mjs";
import { LIMIT } from "./limit.mjs";

export const nativeWorker = {
  id: "native-worker",
  ours: true,
  limit: LIMIT,
  open() {
    const worker = client(new Worker(new URL("native-worker.worker.mjs", import.meta.url), { type: "module" }));
    return {
      async run(file) {
        worker.post({ file, limit: LIMIT });
        const { photo, error } = await worker.next(() => true);
        if (error) throw new Error(error);
        return { photo };
      },
      close: worker.close,
    };
  },
};
