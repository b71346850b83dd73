// A provider's server for tests: speaks docs/provider.openapi.json, checks every request and
// every answer of its own against it (`violations`), and can be told to fail in all the ways that
// servers and networks do. `node tests/provider/server.mjs [port]` prints its address.
//
// Beside the contract there is `/_control`: POST { faults, wechat, refuse }, GET what happened.
//   faults: [{ on: "PUT /submissions/.*", do: "500" | "500-after" | "429" | "cut" | "cut-after" | "hang" }],
//           each used once, by the first request that it fits; "-after" does the work first.
//   wechat: what WeChat answers from now on.   refuse: { on, errors } for one request.

import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";

const CONTRACT = JSON.parse(readFileSync(new URL("../../docs/provider.openapi.json", import.meta.url)));
const MOST_BYTES = 2 << 20;

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(CONTRACT, "contract");
const follow = (object) => (object?.$ref ? object.$ref.slice(2).split("/").reduce((at, key) => at[key], CONTRACT) : object);
const validator = (schema) => (schema.$ref ? ajv.getSchema(`contract${schema.$ref}`) : ajv.compile(schema));

/** The operations of the contract, each with its address as a pattern. */
const OPERATIONS = Object.entries(CONTRACT.paths).flatMap(([path, item]) =>
  ["get", "put", "post", "delete"].filter((method) => item[method]).map((method) => ({
    method: method.toUpperCase(),
    pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
    operation: item[method],
    parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])].map(follow),
  })),
);

/** Starts it; `address` is where, `stop` ends it. */
export async function startProvider({ port = 0, cors = false } = {}) {
  const state = { submissions: new Map(), answers: new Map(), faults: [], wechat: null, refuse: null, log: [], violations: [] };
  const server = createServer(async (request, response) => {
    const body = await read(request).catch(() => null);
    if (body === null) return response.destroy();
    if (cors) response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.method === "OPTIONS") {
      response.writeHead(204, { "Access-Control-Allow-Methods": "GET, PUT, POST, DELETE", "Access-Control-Allow-Headers": "content-type, idempotency-key" });
      return response.end();
    }
    if (request.url === "/_control") return control(state, request, response, body);
    try {
      serve(state, request, response, body);
    } catch (error) {
      state.violations.push(`${request.method} ${request.url}: ${error.stack}`);
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    state,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function control(state, request, response, body) {
  if (request.method === "POST") {
    const told = JSON.parse(body);
    state.faults.push(...(told.faults ?? []));
    if ("wechat" in told) state.wechat = told.wechat;
    if ("refuse" in told) state.refuse = told.refuse;
  }
  const submissions = [...state.submissions.values()].map(({ id, state, round, files, application }) =>
    ({ id, state, round, fields: application.fields, files: Object.fromEntries([...files].map(([name, file]) => [name, file.bytes?.length ?? null])) }));
  response.end(JSON.stringify({ submissions, log: state.log, violations: state.violations, faults: state.faults.length }));
}

function serve(state, request, response, body) {
  const { pathname, search } = new URL(request.url, "http://x");
  const line = `${request.method} ${pathname}`;
  const at = state.faults.findIndex(({ on }) => new RegExp(`^${on}$`).test(line));
  const fault = at < 0 ? null : state.faults.splice(at, 1)[0].do;
  state.log.push(fault ? `${line} ! ${fault}` : line);
  const found = OPERATIONS.map((it) => ({ ...it, match: it.method === request.method && it.pattern.exec(pathname) })).find((it) => it.match);
  // Whatever becomes of it: also what fails has to be as the contract says.
  const wrong = !found ? "no such address" : search ? "a query" : checkRequest(found, request, body);
  if (wrong) state.violations.push(`${line}: ${wrong}`);
  if (fault === "hang") return;
  if (fault === "cut") return response.destroy();
  const answer = (() => {
    if (!found) return problem(404, "No such address");
    if (fault === "500") return problem(500, "Out of order");
    if (fault === "429") return { ...problem(429, "Later, please"), headers: { "Retry-After": "2" } };
    if (wrong) return problem(422, "Not as the contract says", wrong);
    return once(state, request, pathname, body, () => refused(state, line) ?? act(state, found.operation.operationId, found.match.groups ?? {}, request, body));
  })();
  if (fault === "500-after") return send(state, response, line, found, problem(500, "Out of order"));
  if (fault === "cut-after") return response.destroy();
  send(state, response, line, found, answer);
}

/** The same key and body have the same answer; what was refused can be tried again. */
function once(state, request, pathname, body, make) {
  const key = request.headers["idempotency-key"];
  if (!key) return make();
  const hash = createHash("sha256").update(body).digest("hex");
  const known = state.answers.get(`${pathname} ${key}`);
  if (known) return known.hash === hash ? known.answer : problem(409, "The key was used for something else");
  const answer = make();
  if (answer.status < 300) state.answers.set(`${pathname} ${key}`, { hash, answer });
  return answer;
}

function refused(state, line) {
  if (!state.refuse || !new RegExp(`^${state.refuse.on}$`).test(line)) return null;
  const { errors } = state.refuse;
  state.refuse = null;
  return problem(422, "Please correct this", undefined, errors);
}

function act(state, operation, { id, name }, request, body) {
  const submission = state.submissions.get(id);
  if (id && !submission) return problem(404, "No such submission");
  const json = operation === "open" || operation === "correct" ? JSON.parse(body) : null;
  switch (operation) {
    case "open": {
      const made = { id: randomBytes(9).toString("base64url"), state: "open", round: 0, ...taken(json) };
      state.submissions.set(made.id, made);
      return shown(state, 201, made);
    }
    case "correct":
      Object.assign(submission, { state: "open", round: submission.round + 1, ...taken(json) });
      return shown(state, 201, submission);
    case "upload": {
      const file = submission.files.get(name);
      if (!file) return problem(404, "That file was not listed");
      if (MOST_BYTES < body.length) return problem(413, "Too large");
      if (body.length !== file.byteLength) return problem(422, "Not all of it arrived", undefined, [{ path: `materials.${file.slot}`, detail: "The photo is not complete." }]);
      file.bytes = body;
      return { status: 204 };
    }
    case "submit": {
      if (submission.state === "submitted") return problem(409, "It was submitted");
      const missing = [...submission.files.values()].filter((file) => !file.bytes);
      if (missing.length) return problem(422, "Photos are missing", undefined, missing.map((file) => ({ path: `materials.${file.slot}`, detail: "This photo is missing." })));
      submission.state = "submitted";
      return shown(state, 202, submission);
    }
    case "follow":
      return shown(state, 200, submission);
    case "cancel":
      state.submissions.delete(id);
      return { status: 204 };
  }
}

const taken = ({ application, files }) => ({ application, files: new Map(files.map((file) => [file.name, { ...file }])) });

function shown(state, status, { id, state: stands, files }) {
  const received = [...files].filter(([, file]) => file.bytes).map(([name]) => name);
  const wechat = stands === "submitted" && state.wechat ? { wechat: state.wechat } : {};
  return { status, json: { id, state: stands, received, ...wechat } };
}

function problem(status, title, detail, errors) {
  return { status, type: "application/problem+json", json: { title, status, ...(detail && { detail }), ...(errors && { errors }) } };
}

function checkRequest({ operation, parameters, match }, request, body) {
  for (const parameter of parameters) {
    const value = parameter.in === "path" ? match.groups[parameter.name] : request.headers[parameter.name.toLowerCase()];
    if (value === undefined) return `${parameter.name} is missing`;
    const valid = validator(parameter.schema);
    if (!valid(value)) return `${parameter.name}: ${ajv.errorsText(valid.errors)}`;
  }
  if (!operation.requestBody) return body.length ? "a body is not expected" : null;
  const type = (request.headers["content-type"] ?? "").split(";")[0];
  const content = operation.requestBody.content[type];
  if (!content) return `content of type ${type || "none"}`;
  if (type !== "application/json") return null;
  const valid = validator(content.schema);
  try {
    return valid(JSON.parse(body)) ? null : ajv.errorsText(valid.errors);
  } catch {
    return "no JSON";
  }
}

function send(state, response, line, found, { status, type = "application/json", json, headers = {} }) {
  const described = found && follow(found.operation.responses[status] ?? found.operation.responses.default);
  if (found) {
    const content = described?.content?.[type];
    const valid = content && validator(content.schema);
    const isDescribed = described && (json ? valid?.(json) : !described.content);
    if (!isDescribed) state.violations.push(`answer ${status} to ${line}: ${json ? ajv.errorsText(valid?.errors) : "empty"}`);
  }
  response.writeHead(status, { ...(json && { "Content-Type": type }), "Cache-Control": "no-store", ...headers });
  response.end(json && JSON.stringify(json));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await startProvider({ port: Number(process.argv[2] ?? 0) });
  console.log(address);
}
