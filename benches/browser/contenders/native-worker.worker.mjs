// Decodes, scales and encodes with the browser's codecs; the quality is found
// by bisection. Nothing clever: it is what one would write in an afternoon.

const LONG_SIDE = 2048;
const STEPS = 7;
const SHRINK = 0.8;

function draw(picture, scale) {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false });
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

/** The best that fits, or nothing when even the lowest quality does not. */
async function encode(canvas, limit) {
  let best = null;
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const quality = (low + high) / 2;
    const photo = await canvas.convertToBlob({ type: "image/jpeg", quality });
    if (photo.size <= limit) {
      best = photo;
      low = quality;
    } else {
      high = quality;
    }
  }
  return best;
}

async function fit(file, limit) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    let scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
    for (;;) {
      const photo = await encode(draw(picture, scale), limit);
      if (photo) return photo;
      scale *= SHRINK;
    }
  } finally {
    picture.close();
  }
}

onmessage = async ({ data: { file, limit } }) => {
  try {
    postMessage({ photo: await fit(file, limit) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
