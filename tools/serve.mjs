#!/usr/bin/env node
// A static file server for the built page, without dependencies. It exists
// because the page is only worth testing under the headers it is meant to be
// served with: tools/headers.json goes out with EVERY response, since a worker
// is bound by the policy of its own file and not by that of the page.
//
//   node tools/serve.mjs [dir=dist] [port=8080]

import { createReadStream, readFileSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** The headers of every response; the one place they are written down is the file. */
export const HEADERS = Object.freeze(
  JSON.parse(readFileSync(new URL("./headers.json", import.meta.url), "utf8")),
);

/** The two directives of a policy that are about Trusted Types. */
export const TRUSTED_TYPES = / (require-trusted-types-for|trusted-types) [^;]*;/g;

/** The same for the pages of others, which have no policy for Trusted Types: without one no page
    can start a worker there, ours or not. */
export const HOST_HEADERS = Object.freeze({
  ...HEADERS,
  "Content-Security-Policy": HEADERS["Content-Security-Policy"].replace(TRUSTED_TYPES, ""),
});

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

// A path inside the served folder, or null for anything that is not one.
function relativePath(requestUrl, base) {
  // Not `new URL()`: it would resolve ".." before it can be refused.
  let path = requestUrl.split(/[?#]/, 1)[0];
  if (!path.startsWith(base)) return null;
  try {
    path = decodeURIComponent(path.slice(base.length));
  } catch {
    return null;
  }
  if (path === "" || path.endsWith("/")) path += "index.html";
  // Covers "..", and hidden files on the way.
  const bad = (part) => part === "" || part.startsWith(".") || /[\\\0]/.test(part);
  return path.split("/").some(bad) ? null : path;
}

// The file to send, or null. The real path must be inside the folder too, or a
// symlink in it would open the rest of the disk.
async function find(root, relative) {
  try {
    const file = await realpath(join(root, relative));
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
    const info = await stat(file);
    return info.isFile() ? { file, info } : null;
  } catch {
    return null;
  }
}

/**
 * Serves `dir` on 127.0.0.1.
 *
 * @param {object} options
 * @param {string} [options.dir] the folder
 * @param {number} [options.port] 0 takes a free port
 * @param {string} [options.base] where the folder is mounted, e.g. "/sub/"
 * @param {object} [options.headers] in place of those of tools/headers.json
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>,
 *   requests: {method: string, url: string, status: number}[]}>}
 *   `url` ends with the base; `requests` grows with each answer
 */
export async function serve({ dir = "dist", port = 8080, base = "/", headers: common = HEADERS } = {}) {
  if (!base.startsWith("/") || !base.endsWith("/")) {
    throw new TypeError(`base must start and end with "/": ${base}`);
  }
  const root = await realpath(resolve(dir));
  const requests = [];

  const server = createServer(async (request, response) => {
    const { method, url } = request;
    const send = (status, headers, body = "") => {
      requests.push({ method, url, status });
      response.writeHead(status, {
        ...common,
        // Always ask again: a rebuilt page with an old worker would be a mix
        // that nobody tested. The ETag keeps that cheap.
        "Cache-Control": "no-cache",
        ...headers,
      });
      response.end(method === "HEAD" ? undefined : body);
    };
    const text = { "Content-Type": "text/plain; charset=utf-8" };

    if (method !== "GET" && method !== "HEAD") {
      send(405, { ...text, Allow: "GET, HEAD" }, "Method not allowed\n");
      return;
    }
    // Without the slash, the relative addresses in the page would miss the base.
    if (url.split("?", 1)[0] === base.slice(0, -1)) {
      send(308, { Location: base });
      return;
    }
    const relative = relativePath(url, base);
    const found = relative === null ? null : await find(root, relative);
    if (!found) {
      send(404, text, "Not found\n");
      return;
    }

    const { file, info } = found;
    const etag = `"${info.size.toString(36)}-${Math.trunc(info.mtimeMs).toString(36)}"`;
    if ((request.headers["if-none-match"] ?? "").split(/\s*,\s*/).includes(etag)) {
      send(304, { ETag: etag });
      return;
    }
    const headers = {
      "Content-Type": TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
      "Content-Length": info.size,
      ETag: etag,
    };
    if (method === "HEAD") {
      send(200, headers);
      return;
    }
    const stream = createReadStream(file);
    stream.once("error", () => {
      if (response.headersSent) response.destroy();
      else send(500, text, "Cannot read the file\n");
    });
    stream.once("open", () => {
      requests.push({ method, url, status: 200 });
      response.writeHead(200, { ...common, "Cache-Control": "no-cache", ...headers });
      stream.pipe(response);
    });
    response.once("close", () => stream.destroy());
  });

  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  const bound = server.address().port;

  return {
    url: `http://127.0.0.1:${bound}${base}`,
    port: bound,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // Browsers keep connections open; waiting for them would hang a test.
        server.closeAllConnections();
      }),
  };
}

async function main([dir = "dist", portText = "8080"]) {
  const port = Number(portText);
  const fail = (line) => {
    console.error(`renzheng: ${line}`);
    process.exitCode = 1;
  };
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    fail(`not a port: ${portText}`);
    return;
  }
  try {
    if (!(await stat(join(dir, "index.html"))).isFile()) throw new Error("not a file");
  } catch {
    fail(`there is no ${join(dir, "index.html")}; run \`make build\` first`);
    return;
  }
  let running;
  try {
    running = await serve({ dir, port });
  } catch (error) {
    if (error.code === "EADDRINUSE") {
      fail(`port ${port} is in use; choose another one, e.g. \`make run PORT=${port + 1}\``);
    } else {
      fail(`cannot serve ${dir}: ${error.message}`);
    }
    return;
  }
  console.log(`Renzheng is at ${running.url}`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => running.close());
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(await realpath(process.argv[1])).href) {
  await main(process.argv.slice(2));
}
