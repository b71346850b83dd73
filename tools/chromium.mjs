// A headless Chromium that talks to nobody by itself.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Tools, tests and benches all start the browser here; `more` are further arguments. */
export const launch = (...more) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...ARGS, ...more] });

/**
 * Every request that the browser's network stack has begun for the page: by its origin, or to it. What
 * the browser asks for by itself (autofill, accounts) is begun by no page. `file` is what `--log-net-log` wrote.
 */
export function ofNetwork(file, { origin }) {
  const { constants, events } = JSON.parse(readFileSync(file, "utf8"));
  const { URL_REQUEST_START_JOB: start } = constants.logEventTypes;
  if (!start) throw new Error("NetLog has another name for the start of a request");
  return events.filter((event) => event.type === start && event.params?.url)
    .filter(({ params }) => params.initiator === origin || new URL(params.url).origin === origin)
    .map(({ params }) => ({ url: params.url, method: params.method, hasBody: params.upload_id !== undefined }));
}
