// The worker of renzheng/worker-client: one job at a time, in the order they come.
// To the page: { ready } or { failed }, then { stage, report } and { value } or { failed } of the job.
import * as renzheng from "./index.js";
import { job } from "./job.js";

// Elsewhere importing it does nothing.
if (typeof WorkerGlobalScope !== "undefined") {
  addEventListener("message", async ({ data }) => {
    try {
      if ("start" in data) {
        await renzheng.init(data.start);
        postMessage({ ready: true });
      } else {
        const value = await job(renzheng, data.name, data.args, (progress) => postMessage(progress));
        const made = value?.photo ?? value?.pixels;
        postMessage({ value }, made ? [made.buffer] : []);
      }
    } catch (error) {
      postMessage({ failed: { ...error, name: error.name, message: error.message } });
    }
  });
}
