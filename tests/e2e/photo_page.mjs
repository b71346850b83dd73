// The photo page as an applicant uses it. English, so that tests read well;
// one test looks at the Chinese that most applicants see.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../data/", import.meta.url));
export const photo = (name) => `${DATA}photos/${name}`;
export const format = (name) => `${DATA}formats/${name}`;

export class PhotoPage {
  constructor(page, url) {
    this.page = page;
    this.url = url;
    this.errors = [];
    this.requests = [];
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.context().on("request", (request) => this.requests.push(request));
  }

  // Without a service worker, so that every request goes to the server and can be counted.
  static async open(browser, url, options = {}) {
    const { init, path = "#/photos", broken = false, reads = false, ...context } = options;
    const small = { width: 390, height: 844 };
    const opened = await browser.newContext({ serviceWorkers: "block", locale: "en-US", viewport: small, reducedMotion: "reduce", ...context });
    if (init) await opened.addInitScript(init);
    // Photos are read where that is the subject: else every journey would wait for it.
    if (!reads) await opened.addInitScript(() => Object.defineProperty(NetworkInformation.prototype, "saveData", { get: () => true }));
    const photos = new this(await opened.newPage(), url);
    await photos.page.goto(url + path);
    if (context.javaScriptEnabled !== false && !broken) await photos.isThere();
    return photos;
  }

  /** Until the static page has made way for the living one. */
  isThere = () => this.page.locator("#boot").waitFor({ state: "detached" });

  async reload() {
    await this.page.reload();
    await this.isThere();
  }

  async close() {
    const context = this.page.context();
    // Requests that a test answers itself have nobody to answer to any more.
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
  heading = () => this.page.locator("main h1");
  cards = () => this.page.getByTestId("photo-card");
  card = (n = 0) => this.cards().nth(n);
  button = (name, within = this.page) => within.getByRole("button", { name });

  async give(...files) {
    await this.page.locator("input[type=file]").first().setInputFiles(files);
  }

  /** Waits until the card says so, and gives it. */
  async state(state, n = 0) {
    const card = this.card(n);
    await card.and(this.page.locator(`[data-state=${state}]`)).waitFor({ timeout: 120_000 });
    return card;
  }

  async resultBytes(n = 0) {
    return Number(await this.card(n).getByTestId("result-bytes").getAttribute("data-bytes"));
  }

  async download(n = 0) {
    const wait = this.page.waitForEvent("download");
    await this.card(n).getByRole("link", { name: /download/i }).click();
    const download = await wait;
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** Every address that was asked for outside the page's origin. */
  strangers() {
    const origin = new URL(this.url).origin;
    const isOwn = (url) => ["blob:", "data:"].includes(new URL(url).protocol) || new URL(url).origin === origin;
    return this.requests.map((request) => request.url()).filter((url) => !isOwn(url));
  }
}
