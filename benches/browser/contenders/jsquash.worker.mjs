// Decodes and encodes with mozjpeg and scales with Lanczos, all of it wasm. What is no JPEG the platform
// decodes.

import { LONG_SIDE, fitted } from "./quality.mjs";

let codecs;

async function load(peers) {
  const [decode, encode, resize] = await Promise.all(
    ["jpeg/decode.js", "jpeg/encode.js", "resize/index.js"].map((path) => import(`${peers}/@jsquash/${path}`)),
  );
  return { decode: decode.default, encode: encode.default, resize: resize.default };
}

async function pixels(file, decode) {
  if (file.type === "image/jpeg") return decode(await file.arrayBuffer(), { preserveOrientation: true });
  const picture = await createImageBitmap(file);
  const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
  context.drawImage(picture, 0, 0);
  return context.getImageData(0, 0, picture.width, picture.height);
}

async function fit(file, limit, peers) {
  codecs ??= load(peers);
  const { decode, encode, resize } = await codecs;
  const picture = await pixels(file, decode);
  const begin = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
  const encoder = async (scale) => {
    const [width, height] = [picture.width, picture.height].map((side) => Math.round(side * scale));
    const small = scale < 1 ? await resize(picture, { width, height, method: "lanczos3" }) : picture;
    return async (quality) => new Blob([await encode(small, { quality: 100 * quality })], { type: "image/jpeg" });
  };
  return fitted(encoder, limit, "bisecting", begin);
}

onmessage = async ({ data: { file, limit, peers } }) => {
  try {
    postMessage({ photo: await fit(file, limit, peers) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
