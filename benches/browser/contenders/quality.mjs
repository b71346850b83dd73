// Two ways to find the quality at which a picture keeps a limit of bytes; for every contender that
// has an encoder but no such search.

const STEPS = 7;
const SHRINK = 0.8;
/** Near enough to the limit to stop looking. */
const ENOUGH = 0.97;

/** The best that fits, or nothing when even the lowest quality does not. */
async function bisecting(encode, limit) {
  let best = null;
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const quality = (low + high) / 2;
    const photo = await encode(quality);
    if (photo.size <= limit) {
      best = photo;
      low = quality;
    } else {
      high = quality;
    }
  }
  return best;
}

/** The same with guesses: between two tries the logarithm of the size is taken for a straight line. */
async function interpolating(encode, limit) {
  let best = null;
  let [low, high] = [{ quality: 0 }, { quality: 1 }];
  let quality = 0.5;
  for (let step = 0; step < STEPS; step++) {
    const photo = await encode(quality);
    const tried = { quality, size: Math.log(photo.size) };
    if (photo.size <= limit) {
      best = photo;
      low = tried;
      if (ENOUGH * limit <= photo.size) break;
    } else {
      high = tried;
    }
    const goal = Math.log(limit * (1 + ENOUGH) / 2);
    const isKnown = low.size !== undefined && high.size !== undefined;
    const share = isKnown ? (goal - low.size) / (high.size - low.size) : 0.4;
    quality = low.quality + (high.quality - low.quality) * Math.min(0.9, Math.max(0.1, share));
    if (high.quality - low.quality < 0.01) break;
  }
  return best;
}

const SEARCHES = { bisecting, interpolating };

/** At smaller and smaller scales until one fits. `encoder(scale)` gives what encodes at a quality from 0 to 1. */
export async function fitted(encoder, limit, search = "bisecting", scale = 1) {
  for (;;) {
    const photo = await SEARCHES[search](await encoder(scale), limit);
    if (photo) return photo;
    scale *= SHRINK;
  }
}

/** What the long side is made to before anything else. */
export const LONG_SIDE = 2048;
