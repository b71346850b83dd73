// browser-image-compression, the package most people take. It starts a worker
// for each photo by itself, so there is nothing to keep.

import { LIMIT } from "./limit.mjs";

function contender(id, options) {
  return {
    id,
    limit: LIMIT,
    async open({ bicUrl }) {
      const { default: compress } = await import(`${bicUrl}.mjs`);
      // The worker would load it from a CDN; it resolves against a blob: URL.
      const libURL = new URL(`${bicUrl}.js`, location.href).href;
      const settings = { maxSizeMB: LIMIT / 1024 / 1024, useWebWorker: true, libURL, ...options };
      return {
        run: async (file) => ({ photo: await compress(file, settings) }),
        close() {},
      };
    },
  };
}

/** With the long side that its README sets. */
export const bicReadme = contender("bic-1920", { maxWidthOrHeight: 1920 });

/** With the limit alone: keeps more of the picture, and often misses it. */
export const bic = contender("bic", {});
