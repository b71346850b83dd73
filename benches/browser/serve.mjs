// The benchmark's files from loopback: several folders under one origin, each
// with its own headers. tools/serve.mjs sends the product's to everything.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, resolve, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * @param {{at: string, dir: string, headers: object, change?: (name: string, body: Buffer) => Buffer}[]} mounts the first
 * that matches answers; `change` hears of each file, and may answer with another
 */
export async function serve(mounts) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/, 1)[0]);
    const { at, dir, headers, change } = mounts.find(({ at }) => path.startsWith(at));
    const file = resolve(dir, path.slice(at.length));
    try {
      if (!file.startsWith(dir.endsWith(sep) ? dir : dir + sep)) throw new Error("outside");
      const read = await readFile(file);
      const body = change?.(file, read) ?? read;
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Length": body.length, ...headers });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(0, "127.0.0.1", done);
  });
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
