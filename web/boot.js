// Starts the page. Trunk's own loader is an inline script, which the page's
// Content-Security-Policy forbids; this file does the same from the outside.
// Trunk.toml writes the names of the built files into the attributes of the
// script element. (document.currentScript is null in a module.)

// What browsers with Trusted Types let become markup or a script: markup of our templates, which has no
// element that runs or loads anything of another page, and scripts that lie beside the page.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => (/<(script|iframe|object|embed|base|link|meta)/i.test(html) ? null : html),
  createScriptURL: (url) => (new URL(url, document.baseURI).href.startsWith(new URL("./", document.baseURI)) ? url : null),
});

async function start() {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const script = document.querySelector("script[data-js]");
  // Relative to the page: import() alone would resolve against this file.
  const at = (name) => new URL(script.dataset[name], document.baseURI).href;
  const { default: init } = await import(at("js"));
  await init({ module_or_path: at("wasm") });
  loadStyles("5-photos.css");
  loadStyles("5-journey.css");
}

// Those of the pages behind the first one, which need not wait for them.
function loadStyles(name) {
  const href = new URL(name, document.baseURI).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

// Fetched when a photo's edges are to be set by hand, which few need.
globalThis.editEdges = (photo) => import("./edges.js").then(({ edit }) => edit(photo));

// Fetched when the first photo is there to be read. Without it the page does all else.
globalThis.readPhoto = (photo, kind, then) => {
  const read = photo ? import("./reading.js").then(({ read }) => read(photo, kind)) : Promise.resolve();
  read.then(then, () => then());
};

// The page carries its own explanation, hidden: it must not depend on anything
// that may just have failed to load.
function showFallback(error) {
  console.error("Renzheng cannot start:", error);
  for (const id of ["fallback", "fallback-wasm"]) {
    const element = document.getElementById(id);
    if (element) element.hidden = false;
  }
}

// Without a network the page goes on, and says so.
function showOffline() {
  const element = document.getElementById("offline");
  if (element) element.hidden = navigator.onLine;
}

addEventListener("online", showOffline);
addEventListener("offline", showOffline);
showOffline();

// Browsers without it, and pages without https, need the network.
addEventListener("load", () => navigator.serviceWorker?.register("sw.js").catch(() => {}));

// No top-level await: a browser that has modules but not that would refuse the
// whole file and show nothing.
start().catch(showFallback);
