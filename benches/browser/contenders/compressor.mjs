// compressorjs, on the page's thread, where it works. It has no search: the quality is bisected, and
// each try decodes anew, since that is all that it offers.

import { LIMIT } from "./limit.mjs";
import { LONG_SIDE, fitted } from "./quality.mjs";

export const compressor = {
  id: "compressorjs",
  limit: LIMIT,
  async open({ peers }) {
    const { default: Compressor } = await import(`${peers}/compressorjs/dist/compressor.esm.js`);
    const compressed = (file, options) =>
      new Promise((success, error) => new Compressor(file, { mimeType: "image/jpeg", ...options, success, error }));
    const encoder = (file) => (scale) => (quality) =>
      compressed(file, { quality, maxWidth: LONG_SIDE * scale, maxHeight: LONG_SIDE * scale });
    return { run: async (file) => ({ photo: await fitted(encoder(file), LIMIT) }), close() {} };
  },
};
