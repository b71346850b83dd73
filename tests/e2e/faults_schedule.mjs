// One random schedule: a person who types, chooses, goes about, adds photos and sends, in one or two
// tabs, while faults come and go; and in the end, with all faults gone, whether all is as it must be.
import { CLIMATES, FILE_FAULTS, ANSWER_FAULTS, Network, inject, killWorkers, tell } from "./faults.mjs";
import { Oracle } from "./faults_oracle.mjs";
import { APPLICATIONS, JourneyPage } from "./journey_page.mjs";
import { photo } from "./photo_page.mjs";

const DAY = 86_400_000;
/** What is typed and chosen, page by page. Choices have their values. */
const PAGES = {
  administrator: { "administrator.name": 0, "administrator.idNumber": 0, "administrator.mobile": 0 },
  contact: { "contact.name": 0, "contact.email": 0, "contact.mobile": 0 },
  nickname: { "nickname.current": 0, "nickname.text": 0, "nickname.introduction": 0, "nickname.mode": ["self-chosen", "trademark"] },
  payment: { "payment.payer": ["self", "provider"], "invoice.type": ["none", "electronic"] },
};
const PHOTO = photo("p0062.jpg");
/** What a page may be at rest: a page of an application, the start, or a page that says what is wrong. */
const AT_REST = () => {
  const journey = document.querySelector(".rz-journey");
  const said = document.querySelector("[role=alert]")?.offsetParent || [...document.querySelectorAll(".rz-boot__fallback")].some((it) => !it.hidden);
  if (said) return "said";
  if (!journey) return document.querySelector("main h1") ? "there" : false;
  return journey.getAttribute("aria-busy") !== "true" && journey.dataset.shown === location.hash.slice(1) ? "there" : false;
};

/** Applications to begin schedules with: an empty one, and one that is complete and agreed to. */
export async function seeds(browser, url) {
  const journey = await JourneyPage.open(browser, url);
  const empty = await journey.begin("individual");
  await journey.page.waitForTimeout(700);
  const started = await journey.page.context().storageState();
  await journey.complete(empty, APPLICATIONS.individual);
  await journey.agree(empty);
  await journey.page.waitForTimeout(700);
  const complete = await journey.page.context().storageState();
  await journey.close();
  return { home: empty, started, complete };
}

export class Schedule {
  constructor({ browser, url, provider, ready, dice, delays }) {
    Object.assign(this, { browser, url, provider, ready, dice, acts: [], wrong: [], counts: {} });
    this.oracle = new Oracle();
    this.network = new Network(provider, delays);
    this.climate = dice.pick(CLIMATES);
    this.sends = this.climate !== "no-storage" && dice.chance(0.45);
    this.told = {};
  }

  met = () => ({ ...this.network.met, ...this.counts });
  did = (act) => this.acts.push(act);
  count(name) {
    this.counts[name] = (this.counts[name] ?? 0) + 1;
    this.did(`(${name})`);
  }
  get home() { return this.ready.home; }

  async run() {
    const { dice } = this;
    const storageState = this.climate === "no-storage" ? undefined : this.ready[this.sends ? "complete" : "started"];
    this.context = await this.browser.newContext({ serviceWorkers: "block", locale: "en-US", viewport: { width: 390, height: 844 }, reducedMotion: "reduce", storageState });
    await this.context.addInitScript(() => Object.defineProperty(NetworkInformation.prototype, "saveData", { get: () => true }));
    await this.context.addInitScript(inject, this.climate);
    await this.network.attach(this.context);
    if (this.climate !== "fair") this.count(this.climate);
    this.tab = await this.open(this.sends ? `${this.home}/provider` : this.home);
    if (this.climate === "no-storage") {
      this.own = await this.tab.begin("individual");
    }
    for (let left = 6 + dice.below(8); left; left -= 1) {
      await this.act();
      await this.look(this.tab);
    }
    await this.calm();
    await (this.sends ? this.checkSent() : this.checkKept());
  }

  /** A tab at an address of this application. */
  async open(address) {
    const tab = new JourneyPage(await this.context.newPage(), this.url);
    await tab.page.goto(this.url + address);
    await this.look(tab);
    return tab;
  }

  address = (page) => `${this.own ?? this.home}${page ? `/${page}` : ""}`;

  /** Until the page is there, or says why it is not. Blank, or busy for ever, is wrong. */
  async look(tab) {
    const rest = await tab.page.waitForFunction(AT_REST, undefined, { timeout: 8_000 }).then((found) => found.jsonValue(), () => null);
    if (!rest) {
      const shown = await tab.page.evaluate(() => [location.hash, document.body.innerText.slice(0, 300), document.querySelector(".rz-journey")?.outerHTML.slice(0, 150)]);
      throw new Error(`a page is blank or stays busy: ${JSON.stringify(shown)}`);
    }
    return rest;
  }

  async act() {
    const { dice } = this;
    const isNoStorage = this.climate === "no-storage";
    const acts = ["fault", "fault", "away", "worker"];
    if (!isNoStorage) acts.push("reload", "kill", "second");
    acts.push(...(this.sends ? ["send", "send", "answers", "answers", "poll"] : ["type", "type", "type", "choose", "photo", "back"]));
    const act = dice.pick(acts);
    this.did(act);
    await this[act]();
  }

  /** A fault comes, or goes. */
  async fault() {
    const { dice } = this;
    const name = dice.pick(["full", "full-at-next", "silent", "clock", ...FILE_FAULTS]);
    this.count(name);
    if (FILE_FAULTS.includes(name)) {
      this.network.wasm = this.network.wasm ? null : name;
      return;
    }
    const values = { full: true, silent: true, "full-at-next": 1 + dice.below(3), clock: Math.round((dice.next() * 2 - 1) * DAY) };
    await this.tell(name, this.told[name] ? null : values[name]);
  }

  async tell(name, value) {
    this.told[name] = value;
    await tell(this.tab.page, name, value);
  }

  async worker() {
    this.count("worker-killed");
    await killWorkers(this.tab.page);
  }

  /** The page must not say "saved" by silence: this is what it says where it cannot keep something. */
  isSaid = (tab = this.tab) => tab.page.locator("[data-testid=unsaved]").isVisible().catch(() => false);

  /** Whether anything can be typed where the tab is; by pressing "try again" if need be. */
  async reach(address) {
    await this.tab.page.evaluate((hash) => { location.hash = hash; }, address);
    const rest = await this.look(this.tab);
    if (rest === "said") await this.tab.page.getByRole("alert").getByRole("button").click({ timeout: 1_000 }).catch(() => {});
    return rest === "there" && this.tab.page.evaluate((hash) => document.querySelector(".rz-journey")?.dataset.shown === hash.slice(1), address);
  }

  async type() {
    const { dice } = this;
    const page = dice.pick(Object.keys(PAGES));
    if (!(await this.reach(this.address(page)))) return;
    const name = dice.pick(Object.keys(PAGES[page]).filter((name) => !PAGES[page][name]).concat(page === "payment" ? ["payment.payer"] : []));
    await this.enter(this.tab, name, PAGES[page][name]);
  }
  choose = () => this.typeOn(this.dice.pick(["payment", "nickname"]));
  async typeOn(page) {
    if (!(await this.reach(this.address(page)))) return;
    const name = this.dice.pick(Object.keys(PAGES[page]).filter((name) => PAGES[page][name]));
    await this.enter(this.tab, name, PAGES[page][name]);
  }

  /** Types or chooses, and lets the oracle know. */
  async enter(tab, name, choices) {
    const { dice } = this;
    const value = choices ? dice.pick(choices) : `${name.split(".")[1]} ${dice.below(1e6)}`;
    const field = tab.page.locator(choices ? `main [name="${name}"][value="${value}"]` : `main [name="${name}"]`);
    if (!(await field.first().isVisible())) return;
    if (choices) await field.first().check({ timeout: 3_000 });
    else await field.first().fill(value);
    // Numbers are grouped as they are typed.
    const shown = choices ? value : await field.first().inputValue();
    this.oracle.typed(name, shown);
    this.did(`${name}=${shown}`);
    if (this.climate === "no-storage") {
      const isSaid = await tab.page.locator("[data-testid=unsaved]").waitFor({ timeout: 3_000 }).then(() => true, () => false);
      if (!isSaid) this.wrong.push(`nothing can be stored, and the page does not say so where ${name} is typed`);
    }
    if (dice.chance(0.2)) await tab.page.waitForTimeout(dice.below(1_400));
  }

  async photo() {
    if (this.told.silent || this.network.wasm || !(await this.reach(this.address("photos/id-front")))) return;
    await this.tab.page.locator("[data-host] input[type=file]").first().setInputFiles(PHOTO);
    await this.tab.page.locator("[data-host] [data-testid=photo-card]:is([data-state=done],[data-state=failed])").first().waitFor({ timeout: 20_000 });
  }

  async away() {
    const elsewhere = this.sends ? ["", "status", "send", "provider", "contact"] : ["", "contact", "check", "photos", "administrator"];
    await this.tab.page.evaluate((hash) => { location.hash = hash; }, this.dice.chance(0.2) ? "#/" : this.address(this.dice.pick(elsewhere)));
  }

  async back() {
    const isSaid = await this.isSaid();
    // Until it has gone back, or has nowhere to go: a page that leaves a little later would be taken for a blank one.
    await this.tab.page.goBack({ waitUntil: "commit", timeout: 5_000 }).catch(() => {});
    if (this.tab.page.url().startsWith(this.url)) return;
    // Back to before the page: it has gone.
    this.oracle.leave({ isSaid, isKilled: false, isGood: !this.told.full && !this.told["full-at-next"] });
    await this.tab.page.goto(this.url + this.home);
  }

  /** The page goes: what was typed is kept, or it was said that it is not. */
  async leave(isKilled) {
    const isSaid = await this.isSaid();
    const isFull = this.told.full || this.told["full-at-next"];
    this.oracle.leave({ isSaid, isKilled, isGood: !isKilled && !isFull });
  }

  async reload() {
    await this.leave(false);
    await this.tab.page.reload();
  }

  /** The browser ends the page without asking it. */
  async kill() {
    this.count("tab-killed");
    await this.leave(true);
    const address = new URL(this.tab.page.url()).hash;
    const session = await this.context.newCDPSession(this.tab.page);
    const gone = this.tab.page.waitForEvent("crash", { timeout: 3_000 }).catch(() => {});
    session.send("Page.crash").catch(() => {});
    await gone;
    await this.tab.page.close().catch(() => {});
    this.errors(this.tab);
    const page = await this.context.newPage();
    this.tab = new JourneyPage(page, this.url);
    await page.goto(this.url + address);
    // Faults live in the tab.
    for (const [name, value] of Object.entries(this.told)) if (value) await tell(page, name, value);
  }

  /** Another tab types something else at the same time, or begins to send too. */
  async second() {
    this.count("second-tab");
    if (this.network.wasm) return;
    const tab = await this.open(this.address(this.sends ? "provider" : "contact"));
    if (this.sends) await this.begin(tab);
    else if (await tab.field("contact.name").isVisible()) await this.enter(tab, "contact.name");
    if (this.oracle.recent.has("contact.name")) {
      const is = this.oracle.recent.get("contact.name");
      await tab.page.waitForTimeout(700);
      // This tab has no faults, and has saved.
      this.oracle.recent.delete("contact.name");
      this.oracle.known.set("contact.name", [is.value]);
    }
    if (!this.sends) return this.end(tab);
    this.others = [...(this.others ?? []), tab];
  }

  async end(tab) {
    await tab.page.close({ runBeforeUnload: false });
    this.errors(tab);
  }

  /** Agrees, and presses what leads on. */
  async begin(tab) {
    const { page } = tab;
    const agree = page.locator('main [name="_agree"]');
    if (await agree.isVisible().catch(() => false)) await agree.check({ timeout: 1_000 }).catch(() => {});
    for (const act of ["start", "go-on", "resend"]) {
      const button = page.locator(`main [data-act="${act}"]`).first();
      if (await button.isVisible().catch(() => false)) {
        this.did(`press ${act}`);
        // Two taps of a finger that trembles.
        await button.click({ timeout: 1_000, clickCount: this.dice.chance(0.3) ? 2 : 1 }).catch(() => {});
        return;
      }
    }
  }

  async send() {
    if (!(await this.reach(this.address("provider")).catch(() => false))) return;
    await this.begin(this.tab);
    await this.tab.page.waitForTimeout(this.dice.below(500));
  }

  async answers() {
    const { dice } = this;
    for (let n = 1 + dice.below(3); n; n -= 1) this.network.answers.push(dice.pick(ANSWER_FAULTS));
  }

  async poll() {
    await this.tab.page.evaluate((hash) => { location.hash = hash; }, this.address("status"));
    await this.tab.page.waitForTimeout(this.dice.below(600));
  }

  /** All faults go. */
  async calm() {
    this.did("calm");
    this.network.wasm = null;
    this.network.answers.length = 0;
    this.provider.state.faults.length = 0;
    for (const name of Object.keys(this.told)) await this.tell(name, null);
    // Nothing is kept there, which was said where it was typed.
    if (this.climate === "no-storage") return;
    // It saves as it goes.
    this.oracle.leave({ isGood: true, isSaid: false, isKilled: false });
    await this.tab.page.reload();
    await this.look(this.tab);
  }

  async checkKept() {
    const found = {};
    for (const [page, fields] of Object.entries(PAGES)) {
      if (!Object.keys(fields).some((name) => this.oracle.known.has(name) || this.oracle.recent.has(name))) continue;
      // A worker that was lost is asked for again, and takes its time to come.
      let isThere = false;
      for (let tries = 20; tries && !isThere; tries -= 1) {
        isThere = await this.reach(this.address(page));
        if (!isThere) await this.tab.page.waitForTimeout(200);
      }
      if (!isThere) this.wrong.push(`${page} does not open`);
      Object.assign(found, await this.tab.page.locator("main [name]").evaluateAll((fields) => {
        const found = {};
        for (const { name, type, checked, value } of fields) {
          if (type === "radio") found[name] = checked ? value : (found[name] ?? "");
          else found[name] = value;
        }
        return found;
      }));
    }
    this.wrong.push(...this.oracle.missing(found));
  }

  async checkSent() {
    const { submissions } = this.provider.state;
    const sent = () => [...submissions.values()].filter(({ state }) => state === "submitted").length;
    const isBegun = this.acts.some((act) => act.startsWith("press"));
    for (const tab of this.others ?? []) await this.end(tab);
    if (isBegun) {
      const until = Date.now() + 15_000;
      while (sent() === 0 && Date.now() < until) {
        await this.reach(this.address("provider"));
        await this.begin(this.tab);
        await this.tab.page.waitForTimeout(250);
      }
      if (sent() === 0) this.wrong.push(`it was not sent: ${(await this.tab.page.locator("main").innerText()).slice(0, 400)}`);
      await this.tab.page.waitForTimeout(300);
    }
    if (1 < sent()) this.wrong.push(`it was sent ${sent()} times: ${this.provider.state.log.join("; ")}`);
    this.wrong.push(...this.provider.state.violations);
  }

  /** Errors of a page are wrong, but for what the faults say of themselves. */
  errors(tab) {
    const meant = /Failed to load resource|ERR_|WebAssembly|wasm|Failed to fetch|Renzheng cannot start|Failed to convert value|ErrorEvent|CompileError/;
    this.wrong.push(...tab.errors.filter((error) => !meant.test(error)));
  }

  async close() {
    if (this.tab) this.errors(this.tab);
    if (this.context) await this.network.detach(this.context);
    await this.context?.close();
    this.wrong.push(...this.network.wrong);
  }
}
