// pica, which scales well and leaves the rest to the platform; the quality is bisected.

import { LIMIT } from "./limit.mjs";
import { LONG_SIDE, fitted } from "./quality.mjs";

export const pica = {
  id: "pica",
  limit: LIMIT,
  async open({ peers }) {
    const { default: create } = await import(`${peers}/pica/dist/pica.mjs`);
    const scaler = create();
    const run = async (file) => {
      const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
      const begin = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
      const encoder = async (scale) => {
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(picture.width * scale);
        canvas.height = Math.round(picture.height * scale);
        await scaler.resize(picture, canvas);
        return (quality) => scaler.toBlob(canvas, "image/jpeg", quality);
      };
      const photo = await fitted(encoder, LIMIT, "bisecting", begin);
      picture.close();
      return { photo };
    };
    return { run, close() {} };
  },
};
