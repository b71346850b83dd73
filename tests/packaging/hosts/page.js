import { check } from "./check.js";

globalThis.check = async (name) => check(name, new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer()));
