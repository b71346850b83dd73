// Has photos read: decoded by a photo worker of its own, then read by the reader, whose worker,
// WebAssembly and model lie in a folder that the build names after what is in it. Nothing is
// fetched before the first photo is there. Whatever goes wrong, nothing is read, and nobody is told.

/** `reader-…/`; nothing where the build had no model. */
const READER = "__READER__";
/** Who has not moved by then never will, in milliseconds. Chosen by us: a slow phone reads a licence
    in a tenth of it, and a slow network brings something all the time. */
const PATIENCE = 60_000;

/** The reader, once it was asked for; it stays, since the next photo comes soon. */
let reader;
/** The reading before: one at a time, also where a page was left that had asked. */
let last = Promise.resolve();

/** What is printed on a photo, as JSON; null where it was not read. */
export const read = (photo, kind) => (last = last.then(() => readNow(photo, kind)));

async function readNow(photo, kind) {
  if (!READER.endsWith("/") || navigator.connection?.saveData) return null;
  const stop = new AbortController();
  const hear = ({ target }) => target.closest?.("[data-reading=stop]") && stop.abort();
  document.addEventListener("click", hear);
  try {
    const decoded = await decode(photo, kind, stop.signal);
    if (!decoded.source) return slim({ fields: [] });
    reader ??= await begin(stop.signal);
    const { source, pixels } = decoded;
    const answer = await ask(reader, { read: [JSON.stringify(source), pixels, kind] }, [pixels.buffer], stop.signal);
    return slim(answer.value);
  } catch {
    reader?.terminate();
    reader = undefined;
    return null;
  } finally {
    document.removeEventListener("click", hear);
  }
}

/** As it is kept: how sure each character is is of no use later, and whole pixels are enough. */
const slim = (reading) =>
  JSON.stringify(reading, (name, value) => {
    if (name === "confidences") return undefined;
    return typeof value === "number" ? Math.round(value) : value;
  });

/** The pixels of a photo, and where the document is. */
async function decode(photo, kind, signal) {
  const worker = made("photo-worker_loader.js");
  try {
    await said(worker, "ready", signal);
    return await ask(worker, { type: "source", kind, file: new Blob([photo]) }, [], signal, "pixels");
  } finally {
    worker.terminate();
  }
}

async function begin(signal) {
  const worker = made(`${READER}reader-worker.js`);
  try {
    await ask(worker, { start: {} }, [], signal, "ready");
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

const made = (name) => new Worker(new URL(name, document.baseURI), { type: "module" });

function ask(worker, message, transfer, signal, name = "value") {
  const answer = said(worker, name, signal);
  worker.postMessage(message, transfer);
  return answer;
}

/** Waits for a message with that member. */
function said(worker, name, signal) {
  return new Promise((resolve, reject) => {
    let patience;
    const wait = () => {
      clearTimeout(patience);
      patience = setTimeout(reject, PATIENCE, new Error("silence"));
    };
    worker.onmessage = ({ data }) => {
      if (name in data) resolve(data);
      else if (data.failed) reject(data.failed);
      else if (data.total) show(data);
      wait();
      if (name in data || data.failed) clearTimeout(patience);
    };
    worker.onerror = reject;
    worker.onmessageerror = reject;
    signal.addEventListener("abort", reject, { once: true });
    if (signal.aborted) reject(signal.reason);
    wait();
  });
}

/** The bar of the page, if it is in sight. */
function show({ loaded, total }) {
  const bar = document.getElementById("reading-progress");
  if (bar) Object.assign(bar, { max: total, value: Math.min(loaded, total) });
}
