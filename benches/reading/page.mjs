// The contenders of benches/reading.mjs, each in its worker. `bench.run` gives the time, the steps, the longest silence of
// the page's thread and the text that was read.

let own;
let ort;
let tesseract;

/** Ours, as a page uses it; only what decodes is looked at on its way. */
async function renzheng(file, kind) {
  const began = performance.now();
  const laps = {};
  if (!own) {
    const [{ createReader }, { createChecker }] = await Promise.all([import("/pkg/reader.js"), import("/pkg/worker-client.js")]);
    const checker = createChecker();
    const photoSource = async (...given) => {
      const source = await checker.photoSource(...given);
      own.decoded = performance.now();
      return source;
    };
    const reader = createReader({ checker: { ...checker, photoSource }, onProgress: () => (own.arrived = performance.now()) });
    own = { reader };
    reader.ready().then(() => (own.ready = performance.now()));
  }
  const reading = await own.reader.read(file, kind);
  const isCold = began < own.ready;
  if (isCold) Object.assign(laps, { arrived: own.arrived - began, ready: own.ready - began });
  laps.decode = own.decoded - began;
  laps.read = performance.now() - Math.max(own.decoded, isCold ? own.ready : 0);
  return { lines: reading.fields.map(({ text }) => text), laps };
}

async function onnxruntime(file, kind, corners) {
  ort ??= new Worker("ort-worker.mjs", { type: "module" });
  return new Promise((resolve, reject) => {
    ort.onmessage = ({ data }) => ("value" in data ? resolve(data.value) : reject(new Error(data.error)));
    ort.onerror = ({ message }) => reject(new Error(message ?? "the worker was lost"));
    ort.postMessage([file, kind, corners]);
  });
}

async function tesseractJs(file) {
  const began = performance.now();
  if (!tesseract) {
    const { createWorker } = (await import("/tesseract/tesseract.esm.min.js")).default;
    tesseract = await createWorker("chi_sim", 1, {
      workerPath: "/tesseract/worker.min.js", corePath: "/core", langPath: "/data/4.0.0_best_int", workerBlobURL: false, cacheMethod: "none",
    });
  }
  const ready = performance.now();
  const { data } = await tesseract.recognize(file);
  return { lines: data.text.split("\n").map((line) => line.replaceAll(" ", "")).filter(Boolean), laps: { load: ready - began, read: performance.now() - ready } };
}

const CONTENDERS = { renzheng, onnxruntime, tesseract: tesseractJs };
const files = {};

/** How long nothing else could run on this thread: looked at every few milliseconds. */
function watch() {
  let [last, longest] = [performance.now(), 0];
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(tick, 4);
  return () => {
    tick();
    clearInterval(timer);
    return longest;
  };
}

let tasks = [];
new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });

globalThis.bench = {
  async get(name) {
    files[name] ??= new File([await (await fetch(`/photos/${name}`)).arrayBuffer()], name, { type: "image/jpeg" });
  },
  /** Where the document is, which onnxruntime is told. */
  async corners(name, kind) {
    const { createChecker } = await import("/pkg/worker-client.js");
    const checker = createChecker();
    const { source } = await checker.photoSource(files[name], { kind });
    checker.close();
    return source.corners;
  },
  async run(id, name, kind, corners) {
    tasks = [];
    const stop = watch();
    const began = performance.now();
    const { lines, laps } = await CONTENDERS[id](files[name], kind, corners);
    const ms = performance.now() - began;
    const silence = stop();
    await new Promise((done) => setTimeout(done, 50));
    return { ms, laps, lines, silence, task: Math.max(0, ...tasks) };
  },
};
