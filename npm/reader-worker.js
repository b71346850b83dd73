// The worker of the reader. To it: { start: { wasm, model } }, then { read: [about, pixels, kind] },
// { compare: […] } or { explain: […] }, one at a time. From it: { loaded, total } while it starts,
// { ready } or { failed }, then { value } or { failed } of each.
import { engine } from "./engine.js";

let made;

// Elsewhere importing it does nothing.
if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", async ({ data }) => {
    const [[name, given]] = Object.entries(data);
    try {
      if (name === "start") {
        made = await engine({ ...given, tell: (progress) => postMessage(progress) });
        postMessage({ ready: true });
      } else {
        postMessage({ value: made[name](...given) });
      }
    } catch (error) {
      postMessage({ failed: { ...error, name: error.name, message: error.message } });
    }
  });
}
