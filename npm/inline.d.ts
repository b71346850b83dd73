// The same functions and types as the main entry. `init()` fetches nothing.
export * from "./index.js";
