// Keeps the page on the device, so that it opens without a network. `VERSION` and `FILES` stand
// above these lines once the page is built (tools/precache.mjs): the digest of all files, and
// their names.
//
// A version is kept and used as a whole. A new one is fetched beside the old, and takes over
// when no tab has the old one open: nobody's page changes while it is used.

const CACHE = `renzheng-${VERSION}`;
const scope = () => new URL(registration.scope);
const whole = FILES.map((file) => new URL(file, scope()).href);

self.addEventListener("install", (event) => {
  // Not from the browser's own cache, which may have files of before.
  const requests = whole.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith("renzheng-") && name !== CACHE;
  const tidy = caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))));
  // The tab that has just fetched these files uses them from now on.
  event.waitUntil(tidy.then(() => clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.hash = "";
  url.search = "";
  if (url.href === scope().href) url.pathname += "index.html";
  if (whole.includes(url.href)) {
    event.respondWith(fromCache(url.href, request));
  } else if (url.href === new URL("config.json", scope()).href) {
    event.respondWith(fresh(request));
  }
});

async function fromCache(file, request) {
  const kept = await (await caches.open(CACHE)).match(file);
  return kept ?? fetch(request);
}

// What whoever runs the host may change at any time: as it is now, or as it was last.
async function fresh(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(request.url, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept) return kept;
    throw error;
  }
}
