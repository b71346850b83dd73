// Keeps the page usable without a network: all files of one build, fetched once and served
// together, so that no page meets a worker of another version. The build writes the list
// (tools/minify.mjs). What people fill in is never in here.

const VERSION = "__VERSION__";
const FILES = ["__FILES__"];
const OURS = "page-";
const CACHE = OURS + VERSION;
// The folder of what reads photos, named after what is in it; kept once somebody has used it.
const READER = "__READER__";
const READERS = "reader-";
// The script of a page that only waits for the next build.
const NEXT = "next.js";
// What the host may change at any time.
const FRESH = /\/config\.json$/;

// Of the two photo workers one will do: web/photo-worker.js chooses in the same way.
const VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];
const NEVER = WebAssembly.validate(new Uint8Array(VECTOR)) ? /^photo-worker(_bg\.wasm|\.js)$/ : /^photo-worker-simd/;

self.addEventListener("install", (event) => {
  const fetched = FILES.filter((name) => !NEVER.test(name)).map((name) => new Request(name, { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fetched)));
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    const isOld = (name) => (name.startsWith(OURS) && name !== CACHE) || (name.startsWith(READERS) && name !== READER);
    await Promise.all(names.filter(isOld).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("message", (event) => event.waitUntil(told(event)));

async function told({ data, source }) {
  if (data === "stay") isStaying = true;
  // Too late is worse than not at all: the page has gone on by then.
  if (!(Date.now() < data?.takeOverBefore)) return;
  const tabs = await self.clients.matchAll({ includeUncontrolled: true });
  const isAlone = !tabs.some(({ id, url }) => id !== source.id && url.startsWith(self.registration.scope));
  if (isAlone) self.skipWaiting();
  else source.postMessage("stay");
}

// Whether the next page to be opened is of this build although a newer one waits.
let isStaying = false;
// How many files of the reader are being fetched: until then this worker cannot go.
let underWay = 0;

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request, event.resultingClientId));
});

async function answer(request, client) {
  if (request.url.endsWith(`/${NEXT}`)) return made("text/javascript", `(${next})()`);
  // A newer build waits, and this seems to be the only tab: it takes over before anything is loaded.
  if (request.mode === "navigate" && self.registration.waiting && !underWay) {
    const tabs = (await self.clients.matchAll()).filter(({ id }) => id !== client);
    if (tabs.length < 2 && !isStaying) return made("text/html", `<!doctype html><title> </title><link rel="icon" href="data:,"><script src="${NEXT}"></script>`);
    isStaying = false;
  }
  if (READER.endsWith("/") && request.url.includes(`/${READER}`)) return once(request);
  const cache = await caches.open(CACHE);
  if (FRESH.test(request.url)) {
    try {
      return await fetch(request);
    } catch {
      return (await cache.match(request)) ?? Response.error();
    }
  }
  const kept = await cache.match(request.mode === "navigate" ? "./" : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

// Fetched once: another build has a folder of another name. Where there is no room it is fetched again.
async function once(request) {
  const cache = await caches.open(READER);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept) return kept;
  underWay += 1;
  try {
    const fetched = await fetch(request);
    if (fetched.ok) await cache.put(request, fetched.clone()).catch(() => {});
    return fetched;
  } finally {
    underWay -= 1;
  }
}

// Runs in a page that has nothing else to fetch: of a request that is made while one worker gives
// way to another, Chromium may make a failure, or a load without end. The header `Refresh` would
// not load a page with `#/…` in its address again.
async function next() {
  try {
    const { waiting, active } = await navigator.serviceWorker.getRegistration();
    const worker = waiting ?? active;
    const isThere = new Promise((done) => {
      const look = () => ["activated", "redundant"].includes(worker.state) && done(true);
      worker.addEventListener("statechange", look);
      look();
      // There are other tabs.
      navigator.serviceWorker.onmessage = () => done(false);
      setTimeout(done, 5_000, false);
    });
    worker.postMessage({ takeOverBefore: Date.now() + 3_000 });
    if (!(await isThere)) active.postMessage("stay");
  } finally {
    location.reload();
  }
}

const POLICY = "default-src 'none'; script-src 'self'; img-src data:";
const made = (type, body) => new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": POLICY } });
