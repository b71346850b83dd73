// Other browsers than Chromium, by way of WebDriver (W3C): Firefox with geckodriver, and WebKitGTK's small browser
// with the driver that Debian packs. As much of the protocol as the tests need.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";

/** How WebDriver names an element in its answers. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const LIBRARIES = "/usr/lib";

/** Where WebKitGTK keeps the browser that its driver starts. */
function miniBrowser() {
  for (const machine of readdirSync(LIBRARIES)) {
    for (const version of ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]) {
      const path = `${LIBRARIES}/${machine}/${version}/MiniBrowser`;
      if (spawnSync("test", ["-x", path]).status === 0) return path;
    }
  }
  throw new Error("there is no MiniBrowser: tools/setup.sh engines");
}

export const ENGINES = {
  firefox: {
    driver: "geckodriver",
    capabilities: () => ({ browserName: "firefox", "moz:firefoxOptions": { args: ["-headless"] } }),
  },
  webkit: {
    driver: "WebKitWebDriver",
    // It has no mode without a screen.
    needsScreen: true,
    capabilities: () => ({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } }),
  },
};

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A screen that nobody sees: its name, and how to end it. */
async function startScreen() {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await new Promise((done, failed) => {
    screen.once("error", failed);
    screen.stdio[3].once("data", (data) => done(String(data).trim().split("\n")));
  });
  return { name: `:${number}`, stop: () => screen.kill() };
}

/** A browser with one window. */
export class Browser {
  static async start(name) {
    const { driver, capabilities, needsScreen } = ENGINES[name];
    const browser = new this();
    browser.screen = needsScreen ? await startScreen() : null;
    const port = await freePort();
    browser.process = spawn(driver, [`--port=${port}`], {
      stdio: "ignore",
      env: {
        ...process.env,
        ...(browser.screen && { DISPLAY: browser.screen.name }),
        // No graphics card, and containers that allow no further sandbox.
        WEBKIT_DISABLE_DMABUF_RENDERER: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", GDK_BACKEND: "x11", NO_AT_BRIDGE: "1",
      },
    });
    browser.process.once("error", (error) => { browser.failed = error; });
    browser.base = `http://127.0.0.1:${port}`;
    try {
      await browser.until(() => browser.call("GET", "/status").then(({ ready }) => ready, () => false), 20_000);
      const session = await browser.call("POST", "/session", { capabilities: { alwaysMatch: capabilities() } });
      browser.session = `/session/${session.sessionId}`;
      browser.version = `${session.capabilities.browserName} ${session.capabilities.browserVersion}`;
      await browser.call("POST", `${browser.session}/timeouts`, { script: 120_000, pageLoad: 60_000 });
    } catch (error) {
      await browser.close();
      throw new Error(`${name} does not start: ${browser.failed ?? error}`);
    }
    return browser;
  }

  async until(isSo, ms) {
    const end = Date.now() + ms;
    while (!(await isSo())) {
      if (this.failed) throw this.failed;
      if (end < Date.now()) throw new Error(`not so after ${ms} ms: ${isSo}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  async call(method, path, body) {
    const response = await fetch(this.base + path, { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  goto = (url) => this.call("POST", `${this.session}/url`, { url });

  /** Runs a function in the page and waits for what it promises. */
  async run(act, ...args) {
    const script = `const [args, done] = [[...arguments].slice(0, -1), arguments[arguments.length - 1]];
      Promise.resolve((${act})(...args)).then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`;
    const { value, error } = await this.call("POST", `${this.session}/execute/async`, { script, args });
    if (error) throw new Error(`in the page: ${error}`);
    return value;
  }

  /** Until a function in the page gives something. */
  async find(act, ms = 60_000) {
    let found;
    await this.until(async () => (found = await this.run(act)), ms);
    return found;
  }

  /** Gives files to an input, as a person does who chooses them. */
  async choose(selector, ...paths) {
    const found = await this.call("POST", `${this.session}/element`, { using: "css selector", value: selector });
    await this.call("POST", `${this.session}/element/${found[ELEMENT]}/value`, { text: paths.join("\n") });
  }

  async close() {
    if (this.session) await this.call("DELETE", this.session).catch(() => {});
    this.process.kill();
    this.screen?.stop();
  }
}
