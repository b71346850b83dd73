// The contract is valid OpenAPI 3.1, and the test server keeps to it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { startProvider } from "./server.mjs";

let provider;
before(async () => { provider = await startProvider(); });
after(async () => {
  assert.deepEqual(provider.state.violations.filter((it) => it.startsWith("answer")), []);
  await provider.stop();
});

const call = async (method, path, { key, json, bytes, type } = {}) => {
  const headers = { ...(key && { "Idempotency-Key": key }), ...(json && { "Content-Type": "application/json" }), ...(type && { "Content-Type": type }) };
  const response = await fetch(provider.address + path, { method, headers, body: json ? JSON.stringify(json) : bytes });
  const text = await response.text();
  return { status: response.status, type: response.headers.get("content-type"), json: text ? JSON.parse(text) : null };
};
const application = (files = [{ name: "01-id-front.jpg", slot: "id-front", byteLength: 4 }]) =>
  ({ application: { subjectType: "individual", customerType: 15, fields: { "contact.name": "王五" } }, files });
const photo = { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xd9]), type: "image/jpeg" };

test("the contract is valid OpenAPI 3.1", async () => {
  const text = await readFile(new URL("../../docs/provider.openapi.json", import.meta.url), "utf8");
  const result = await new Validator().validate(JSON.parse(text));
  assert.deepEqual(result.errors ?? [], []);
  assert.ok(result.valid);
});

test("a submission goes all the way, and every call can be made twice", async () => {
  const made = await call("POST", "/submissions", { key: "key-1-open-0", json: application() });
  assert.equal(made.status, 201);
  const again = await call("POST", "/submissions", { key: "key-1-open-0", json: application() });
  assert.equal(again.json.id, made.json.id);
  assert.equal((await call("POST", "/submissions", { key: "key-1-open-0", json: application([]) })).status, 409);
  const path = `/submissions/${made.json.id}`;
  assert.equal((await call("POST", `${path}/submit`, { key: "key-1-submit-0" })).status, 422, "a photo is missing");
  for (let i = 0; i < 2; i++) assert.equal((await call("PUT", `${path}/files/01-id-front.jpg`, photo)).status, 204);
  for (let i = 0; i < 2; i++) assert.equal((await call("POST", `${path}/submit`, { key: "key-1-submit-0" })).status, 202);
  assert.deepEqual((await call("GET", path)).json, { id: made.json.id, state: "submitted", received: ["01-id-front.jpg"] });
  assert.equal((await call("DELETE", path)).status, 204);
  assert.equal((await call("DELETE", path)).status, 404);
});

test("what is not in the contract is refused as a problem", async () => {
  const wrong = [
    ["POST", "/submissions", { json: application() }],
    ["POST", "/submissions", { key: "key-2-open-0", json: { files: [] } }],
    ["POST", "/submissions", { key: "key-2-open-0", json: application([{ name: "../x", slot: "id-front", byteLength: 1 }]) }],
    ["GET", "/submissions/not%20an%20id", {}],
  ];
  for (const [method, path, options] of wrong) {
    const answer = await call(method, path, options);
    assert.equal(answer.status, 422, path);
    assert.equal(answer.type, "application/problem+json");
  }
  assert.equal((await call("GET", "/submissions/nothing")).status, 404);
  assert.equal((await call("GET", "/elsewhere")).status, 404);
  // Each was noticed, also where the server was told to fail.
  provider.state.faults.push({ on: "POST /submissions", do: "500" });
  assert.equal((await call("POST", "/submissions", { json: application() })).status, 500);
  const noticed = provider.state.violations.map((line) => line.split(":")[0]);
  assert.deepEqual(noticed, [...wrong.map(([method, path]) => `${method} ${path}`), "GET /elsewhere", "POST /submissions"]);
});
