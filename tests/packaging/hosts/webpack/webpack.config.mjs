// Nothing is configured but what goes in.
export default { mode: "production", entry: "./page.js" };
