// node main.mjs NAME: what the package makes of that file, as JSON.
import { readFileSync } from "node:fs";
import { check } from "./check.js";

const [name] = process.argv.slice(2);
console.log(JSON.stringify(await check(name, readFileSync(name))));
