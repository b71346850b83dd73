// A worker: how much of the source is left in the result. Mean SSIM of the grey
// pictures at the SOURCE's size, so that resolution thrown away counts too; and the
// same over the windows in boxes of writing only.

const WINDOW = 8;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** The upright picture in grey, scaled to the given size or its own. */
async function grey(blob, size) {
  const picture = await createImageBitmap(blob, { imageOrientation: "from-image" });
  const { width, height } = size ?? picture;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  const shape = picture.width / picture.height;
  picture.close();
  const { data } = context.getImageData(0, 0, width, height);
  const luma = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    luma[i] = (299 * data[at] + 587 * data[at + 1] + 114 * data[at + 2] + 500) / 1000;
  }
  return { luma, width, height, shape };
}

/**
 * Over every window of 8 × 8, all of its pixels alike. The sums of the columns
 * slide down row by row, those of the windows along the row: what integral
 * images give, without half a gigabyte of them.
 */
function ssim(a, b, width, height, isWriting) {
  const columns = Array.from({ length: 5 }, () => new Int32Array(width));
  const [sumA, sumB, sumAA, sumBB, sumAB] = columns;
  const add = (row, sign) => {
    for (let x = 0, at = row * width; x < width; x++, at++) {
      const p = a[at], q = b[at];
      sumA[x] += sign * p;
      sumB[x] += sign * q;
      sumAA[x] += sign * p * p;
      sumBB[x] += sign * q * q;
      sumAB[x] += sign * p * q;
    }
  };
  const n = WINDOW * WINDOW;
  let total = 0;
  let [writing, windows] = [0, 0];
  for (let row = 0; row < height; row++) {
    add(row, 1);
    if (row < WINDOW - 1) continue;
    let sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (let x = 0; x < width; x++) {
      sa += sumA[x]; sb += sumB[x]; saa += sumAA[x]; sbb += sumBB[x]; sab += sumAB[x];
      if (x < WINDOW - 1) continue;
      const ma = sa / n, mb = sb / n;
      const va = saa / n - ma * ma, vb = sbb / n - mb * mb, cov = sab / n - ma * mb;
      const one = ((2 * ma * mb + C1) * (2 * cov + C2)) / ((ma * ma + mb * mb + C1) * (va + vb + C2));
      total += one;
      if (isWriting?.[row * width + x]) {
        writing += one;
        windows += 1;
      }
      const left = x - WINDOW + 1;
      sa -= sumA[left]; sb -= sumB[left]; saa -= sumAA[left]; sbb -= sumBB[left]; sab -= sumAB[left];
    }
    add(row - WINDOW + 1, -1);
  }
  const value = total / ((width - WINDOW + 1) * (height - WINDOW + 1));
  return { value, text: windows ? writing / windows : null };
}

/** Which pixels lie in one of the boxes: left, top, right and bottom. */
function inside(boxes, width, height) {
  if (!boxes?.length) return undefined;
  const mask = new Uint8Array(width * height);
  for (const [left, top, right, bottom] of boxes) {
    for (let y = Math.max(0, top); y < Math.min(bottom, height); y++) {
      mask.fill(1, y * width + Math.max(0, left), y * width + Math.min(right, width));
    }
  }
  return mask;
}

async function compare({ source, result, boxes }) {
  const a = await grey(source);
  const b = await grey(result, a);
  // A cropped or turned picture cannot be laid over its source.
  if (0.01 < Math.abs(b.shape / a.shape - 1)) return { value: null };
  return ssim(a.luma, b.luma, a.width, a.height, inside(boxes, a.width, a.height));
}

// A result that nobody can decode gets an error: a rejection would tell nobody.
onmessage = ({ data }) =>
  compare(data).then(
    (values) => postMessage(values),
    (error) => postMessage({ error: error.message }),
  );
