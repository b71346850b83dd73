// The page's half: runs a contender on a photo and measures what a person
// waiting in front of it would notice. run.mjs calls `bench`.

import { CONTENDERS } from "./contenders/list.mjs";
import { drawDetail, drawScreenshot, drawSmall } from "./drawn.mjs";

const TIMEOUT_MS = 60_000;
const BEAT_MS = 4;

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const files = () => document.querySelector("input").files;
const key = (id, index) => `${id} ${index}`;

let config;
/** Contenders that are kept from one run to the next. */
const open = new Map();
/** The last photo that each contender made of each. */
const outputs = new Map();
let comparer;

/** Beats while the main thread is free; stopping it tells its longest silence. */
function heartbeat() {
  let longest = 0;
  let last = performance.now();
  let timer;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    timer = setTimeout(beat, BEAT_MS);
  };
  timer = setTimeout(beat, BEAT_MS);
  return () => {
    clearTimeout(timer);
    return Math.max(longest, performance.now() - last);
  };
}

function withTimeout(promise) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Opened outside the time, unless the contender is to be measured from nothing. */
async function ready(contender) {
  if (!open.has(contender.id)) open.set(contender.id, await contender.open(config));
  return open.get(contender.id);
}

function close(id) {
  open.get(id)?.close();
  open.delete(id);
}

/** Whatever fails is an answer too: the other contenders go on. */
async function run(id, index) {
  const contender = CONTENDERS.find((contender) => contender.id === id);
  const file = files()[index];
  try {
    if (!contender.fresh) await withTimeout(ready(contender));
    // The leftovers of the run before it must not fall into this one.
    await sleep(50);
    const stop = heartbeat();
    const began = performance.now();
    const { photo, laps } = await withTimeout(ready(contender).then((it) => it.run(file)));
    const ms = performance.now() - began;
    const block = stop();
    if (contender.fresh) close(id);
    outputs.set(key(id, index), photo);
    return { ms, block, bytes: photo.size, laps };
  } catch (error) {
    close(id);
    return { error: error?.message ?? String(error) };
  }
}

/** The SSIM of the last output, of all of it and inside the boxes; null where there is none to compare. */
async function quality(id, index, boxes) {
  const result = outputs.get(key(id, index));
  if (!result) return { value: null };
  comparer ??= new Worker("ssim.mjs", { type: "module" });
  comparer.postMessage({ source: files()[index], result, boxes });
  const answer = new Promise((done, fail) => {
    comparer.onmessage = ({ data }) => done(data);
    comparer.onerror = (event) => fail(new Error(event.message || "no SSIM"));
  });
  return withTimeout(answer).catch((error) => ({ error: error.message }));
}

async function describe() {
  const photos = [];
  for (const file of files()) {
    const picture = await createImageBitmap(file);
    photos.push({ name: file.name, bytes: file.size, width: picture.width, height: picture.height });
    picture.close();
  }
  return photos;
}

globalThis.bench = {
  setup: (given) => { config = given; },
  run,
  quality,
  describe,
  drawDetail,
  drawScreenshot,
  drawSmall: (index) => drawSmall(files()[index]),
};
