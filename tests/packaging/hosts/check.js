// What every host does: check a photo on this thread and in a worker. The test calls `check`.
import * as renzheng from "renzheng";
import { createChecker } from "renzheng/worker-client";
import { outcome } from "./outcomes.mjs";

/** What both make of the bytes, and where the second one ran. */
export async function check(name, bytes) {
  await renzheng.init();
  const checker = createChecker();
  const where = await checker.ready();
  const [main, other] = [await outcome(renzheng, name, bytes), await outcome(checker, name, bytes)];
  checker.close();
  return { where, main, other };
}
