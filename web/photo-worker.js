// Starts the photo worker that this browser can run: with vectors, which is what nearly all have, or
// without. The build puts it in the place of Trunk's own loader.

/** The smallest module with a vector in it. */
const VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

const name = WebAssembly.validate(new Uint8Array(VECTOR)) ? "simd" : "plain";
const load = { plain: () => import("./photo-worker.js"), simd: () => import("./photo-worker-simd.js") };
load[name]().then(({ default: init }) => init()).catch((error) => {
  // So that the page hears of it: what a promise refuses tells nobody outside.
  setTimeout(() => { throw error; });
});
