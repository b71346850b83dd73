// Runs on the server: importing must do nothing, and the checks that need no file of their own work.
import { checkNumber, init } from "renzheng/lite";
import { createChecker } from "renzheng/worker-client";
import { define } from "renzheng/element";
import Client from "./client.js";

createChecker();
define();

export default async function Page() {
  await init();
  const { ok } = checkNumber("resident-id", "11010519491231002X", { today: "2026-11-28" });
  return <main><p id="server">{String(ok)}</p><Client /></main>;
}
