// jSquash in a worker that is kept: mozjpeg as wasm, the best encoder that others have.

import { client } from "./client.mjs";
import { LIMIT } from "./limit.mjs";

export const jsquash = {
  id: "jsquash-worker",
  limit: LIMIT,
  open({ peers }) {
    const worker = client(new Worker(new URL("jsquash.worker.mjs", import.meta.url), { type: "module" }));
    return {
      async run(file) {
        worker.post({ file, limit: LIMIT, peers });
        const { photo, error } = await worker.next(() => true);
        if (error) throw new Error(error);
        return { photo };
      },
      close: worker.close,
    };
  },
};
