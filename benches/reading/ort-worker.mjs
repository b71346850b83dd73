// The same two networks as the reader's, as they were published, in onnxruntime-web with one thread: decoding by the
// browser, straightening and finding of lines in plain JavaScript. It is told where the document is.
import * as ort from "/ort/ort.wasm.min.mjs";

ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = "/ort/";

/** As the reader has them: src/reader/profile.rs, strips.rs and engine.rs. */
const LONG_SIDE = { "id-front": 512, licence: 736 };
const [LEAST, LEAST_MEAN, GROWTH, LEAST_PLACES] = [0.2, 0.4, 1.4, 6];
const LINE = 48;
/** Lines are cut out of the page at this size. */
const PAGE = 1_600;

let networks;

async function load() {
  const open = (name) => ort.InferenceSession.create(`/model/${name}.onnx`, { executionProviders: ["wasm"] });
  const [text, detector, recogniser] = await Promise.all([fetch("/model/ppocrv6_tiny_dict.txt").then((r) => r.text()), open("det"), open("rec")]);
  return { detector, recogniser, characters: ["", ...text.replace(/\n$/, "").split("\n"), " "] };
}

/** The projective map from the unit square to four corners. */
function homography([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]) {
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const by = dx1 * dy2 - dx2 * dy1;
  const [g, h] = [(dx3 * dy2 - dx2 * dy3) / by, (dx1 * dy3 - dx3 * dy1) / by];
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3];
  return (u, v) => [(a * u + b * v + x0) / (g * u + h * v + 1), (d * u + e * v + y0) / (g * u + h * v + 1)];
}

/** The document seen from above, as a canvas. */
async function straightened(file, corners) {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const length = (i, j) => Math.hypot(corners[i][0] - corners[j][0], corners[i][1] - corners[j][1]);
  const ratio = (length(0, 1) + length(3, 2)) / (length(0, 3) + length(1, 2));
  const [width, height] = ratio > 1 ? [PAGE, Math.round(PAGE / ratio)] : [Math.round(PAGE * ratio), PAGE];
  const map = homography(corners);
  const page = new ImageData(width, height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const [fx, fy] = map((x + 0.5) / width, (y + 0.5) / height);
      const [px, py] = [Math.min(Math.max(Math.round(fx), 0), bitmap.width - 1), Math.min(Math.max(Math.round(fy), 0), bitmap.height - 1)];
      const from = (py * bitmap.width + px) * 4;
      for (let i = 0; i < 4; i += 1) page.data[at + i] = data[from + i];
    }
  }
  const out = new OffscreenCanvas(width, height);
  out.getContext("2d").putImageData(page, 0, 0);
  return out;
}

/** A piece of a canvas as a network takes it: plane by plane, blue first. */
function planes(canvas, [left, top, width, height], toWidth, toHeight, mean, deviation) {
  const small = new OffscreenCanvas(toWidth, toHeight);
  const context = small.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, left, top, width, height, 0, 0, toWidth, toHeight);
  const { data } = context.getImageData(0, 0, toWidth, toHeight);
  const [size, planes] = [toWidth * toHeight, new Float32Array(toWidth * toHeight * 3)];
  for (let at = 0; at < size; at += 1) {
    for (let i = 0; i < 3; i += 1) planes[i * size + at] = (data[at * 4 + 2 - i] / 255 - mean[i]) / deviation[i];
  }
  return new ort.Tensor("float32", planes, [1, 3, toHeight, toWidth]);
}

/** Rectangles around what is connected in the map, grown as the model's authors grow them. */
function boxes(map, width, height) {
  const seen = new Uint8Array(map.length);
  const found = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] || map[start] < LEAST) continue;
    seen[start] = 1;
    const stack = [start];
    let [left, top, right, bottom, sum, count] = [width, height, 0, 0, 0, 0];
    while (stack.length) {
      const at = stack.pop();
      const [x, y] = [at % width, Math.floor(at / width)];
      [left, top, right, bottom, sum, count] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1), sum + map[at], count + 1];
      for (let ny = Math.max(y - 1, 0); ny < Math.min(y + 2, height); ny += 1) {
        for (let nx = Math.max(x - 1, 0); nx < Math.min(x + 2, width); nx += 1) {
          const near = ny * width + nx;
          if (!seen[near] && LEAST <= map[near]) stack.push(near), (seen[near] = 1);
        }
      }
    }
    if (count < LEAST_PLACES || sum / count < LEAST_MEAN) continue;
    const grown = ((right - left) * (bottom - top) * GROWTH) / (2 * (right - left + bottom - top));
    found.push([left - grown, top - grown, right - left + 2 * grown, bottom - top + 2 * grown]);
  }
  return found;
}

function decoded({ data, dims: [, frames, classes] }, characters) {
  let [text, last] = ["", 0];
  for (let frame = 0; frame < frames; frame += 1) {
    let best = 0;
    for (let i = 1; i < classes; i += 1) if (data[frame * classes + i] > data[frame * classes + best]) best = i;
    if (best && best !== last) text += characters[best];
    last = best;
  }
  return text;
}

async function read(file, kind, corners) {
  const times = [performance.now()];
  networks ??= await load();
  times.push(performance.now());
  const page = await straightened(file, corners);
  times.push(performance.now());
  const side = (length) => Math.max(Math.round((length * LONG_SIDE[kind]) / PAGE / 32), 1) * 32;
  const [width, height] = [side(page.width), side(page.height)];
  const input = planes(page, [0, 0, page.width, page.height], width, height, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
  const map = Object.values(await networks.detector.run({ x: input }))[0];
  const [across, down] = [page.width / map.dims[3], page.height / map.dims[2]];
  const found = boxes(map.data, map.dims[3], map.dims[2]).map(([x, y, w, h]) => [x * across, y * down, w * across, h * down]);
  times.push(performance.now());
  const lines = [];
  for (const box of found) {
    const lineWidth = Math.min(Math.max(Math.round(((box[2] / box[3]) * LINE) / 16) * 16, 96), 2_048);
    const output = await networks.recogniser.run({ x: planes(page, box, lineWidth, LINE, [0.5, 0.5, 0.5], [0.5, 0.5, 0.5]) });
    lines.push(decoded(Object.values(output)[0], networks.characters));
  }
  times.push(performance.now());
  const laps = Object.fromEntries(["load", "decode", "find", "recognise"].map((name, i) => [name, times[i + 1] - times[i]]));
  return { lines, laps };
}

addEventListener("message", async ({ data: [file, kind, corners] }) => {
  try {
    postMessage({ value: await read(file, kind, corners) });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});
