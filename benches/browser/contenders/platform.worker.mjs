// Decodes, scales and encodes with the browser's codecs.

import { LONG_SIDE, fitted } from "./quality.mjs";

function draw(picture, width, height) {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext("2d", { alpha: false });
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function decoded(file, decoder) {
  if (decoder !== "webcodecs") return createImageBitmap(file, { imageOrientation: "from-image" });
  const options = { data: file.stream(), type: file.type, desiredWidth: LONG_SIDE, desiredHeight: LONG_SIDE };
  // Where a size is wanted of a format that cannot give it, it refuses.
  if (file.type !== "image/jpeg") delete options.desiredWidth, delete options.desiredHeight;
  const images = new ImageDecoder(options);
  const { image } = await images.decode();
  images.close();
  return image;
}

async function fit(file, limit, { search, decoder }) {
  const picture = await decoded(file, decoder);
  const [width, height] = [picture.displayWidth ?? picture.width, picture.displayHeight ?? picture.height];
  try {
    const begin = Math.min(1, LONG_SIDE / Math.max(width, height));
    const encoder = (scale) => {
      const canvas = draw(picture, width * scale, height * scale);
      return (quality) => canvas.convertToBlob({ type: "image/jpeg", quality });
    };
    return await fitted(encoder, limit, search, begin);
  } finally {
    picture.close();
  }
}

onmessage = async ({ data: { file, limit, way } }) => {
  try {
    postMessage({ photo: await fit(file, limit, way) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
