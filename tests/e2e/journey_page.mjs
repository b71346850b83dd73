// The pages of an application as an applicant uses them. English, so that tests read well.
import { execFileSync } from "node:child_process";
import { PhotoPage, photo } from "./photo_page.mjs";

/** The files of an archive by name, in its order, as Python reads them; it checks their sums. */
export function unzip(path) {
  const script = "import base64, json, sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); "
    + "print(json.dumps([[n, base64.b64encode(z.read(n)).decode()] for n in z.namelist()]))";
  const listed = execFileSync("python3", ["-c", script, path], { encoding: "utf8", maxBuffer: 64 << 20 });
  return Object.fromEntries(JSON.parse(listed).map(([name, text]) => [name, Buffer.from(text, "base64")]));
}

/** A number with the last character that makes it hold (GB 11643). */
export function residentId(first17) {
  const sum = [...first17].reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0);
  return first17 + "10X98765432"[sum % 11];
}

/** The same for a credit code (GB 32100). */
export function creditCode(first17) {
  const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const sum = [...first17].reduce((sum, c, i) => sum + characters.indexOf(c) * (3 ** i % 31), 0);
  return first17 + characters[(31 - (sum % 31)) % 31];
}

const PERSON = {
  "administrator.name": "王五",
  "administrator.idKind": "resident-id",
  "administrator.idNumber": residentId("11010519900202002"),
  "administrator.mobile": "13123456789",
  "contact.name": "王五",
  "contact.email": "wangwu@example.com",
  "nickname.current": "青石小筑",
  "nickname.text": "青石小筑",
  "nickname.mode": "self-chosen",
  "nickname.acknowledged": "青石小筑",
  "payment.payer": "self",
  "invoice.type": "none",
};
const LICENSED = {
  ...PERSON,
  "subject.name": "青石小筑（北京）有限公司",
  "subject.confirmBy": "legal-person-face",
  "legalPerson.name": "王五",
};

/** What is filled in for each type, and which photos go with it. */
export const APPLICATIONS = {
  enterprise: {
    fields: { ...LICENSED, "subject.creditCode": creditCode("91110105D2143569X") },
    photos: { licence: photo("p0018.jpg"), letter: photo("p0025.jpg") },
  },
  "sole-trader": {
    fields: { ...LICENSED, "subject.creditCode": creditCode("92110105D2143569X") },
    photos: { licence: photo("p0018.jpg"), letter: photo("p0025.jpg") },
  },
  individual: {
    fields: PERSON,
    photos: { "id-front": photo("p0000.jpg"), "id-back": photo("p0037.jpg") },
  },
};

export class JourneyPage extends PhotoPage {
  static open(browser, url, options = {}) {
    return super.open(browser, url, { path: "#/", ...options });
  }

  /** Another tab of the same browser. */
  async tab(address) {
    const tab = new JourneyPage(await this.page.context().newPage(), this.url);
    await tab.page.goto(this.url + address);
    await tab.isThere();
    return tab;
  }

  address = () => new URL(this.page.url()).hash;
  link = (name, within = this.page.getByRole("main")) => within.getByRole("link", { name });
  field = (name) => this.page.locator(`main [name="${name}"]`);

  /** Waits for the page of an address. */
  async at(pattern) {
    await this.page.waitForURL((url) => pattern.test(url.hash));
    await this.isShown();
  }

  async go(address) {
    await this.page.goto(this.url + address);
    await this.isShown();
  }

  /** Until the page of the present address is in place, and nothing is awaited. */
  isShown = () => this.page.waitForFunction(() =>
    document.querySelector(".rz-journey:not([aria-busy])")?.dataset.shown === location.hash.slice(1));

  /** The same as a person does it, from the start page on. */
  async beginFromStart(type) {
    await this.page.locator("main a[href='#/new']").click();
    await this.at(/^#\/new$/);
    await this.page.locator(`main a[href$="type=${type}"]`).click();
    await this.at(new RegExp(`type=${type}$`));
    await this.press("begin", type);
    await this.at(/^#\/a\/[^/]+$/);
    return this.address();
  }

  /** Begins an application of that type, and gives its address. */
  async begin(type) {
    await this.go(`#/new?type=${type}`);
    await this.page.locator(`[data-act=begin][data-arg=${type}]`).click();
    await this.at(/^#\/a\/[^/]+$/);
    return this.address();
  }

  /** Types and chooses whatever this page asks, also what appears meanwhile, and tells which. */
  async fill(values) {
    const typed = new Set();
    for (let again = true; again; ) {
      again = false;
      for (const [name, value] of Object.entries(values)) {
        const field = this.field(name).first();
        if (typed.has(name) || !(await field.isVisible())) continue;
        const kind = await field.evaluate((field) => field.type);
        if (kind === "radio") await this.page.locator(`main [name="${name}"][value="${value}"]`).check();
        else if (kind === "select-one") await field.selectOption(value);
        else await field.fill(value);
        await field.blur();
        await this.settled();
        typed.add(name);
        again = true;
      }
    }
    return [...typed];
  }

  /** Until the worker has answered everything. */
  settled = () => this.page.waitForFunction(() => !document.querySelector(".rz-journey[aria-busy=true]"));

  submit = () => this.page.locator("main form[data-act] button[type=submit]").click();

  /** Presses a button of the page and waits for the answer. */
  async press(act, arg) {
    await this.page.locator(`main [data-act="${act}"]${arg === undefined ? "" : `[data-arg="${arg}"]`}`).first().click();
    await this.settled();
  }

  /** Until the application stands so. */
  stands = (name) => this.page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

  /** Presses "continue" and waits for another page. */
  async goOn() {
    const before = this.address();
    await this.submit();
    await this.page.waitForURL((url) => url.hash !== before);
    await this.isShown();
  }

  /** Gives photos for one place, and waits until one is used. */
  async givePhoto(home, slot, file) {
    await this.go(`${home}/photos/${slot}`);
    await this.page.locator("[data-host] input[type=file]").first().setInputFiles(file);
    await this.page.locator("[data-host] [data-testid=photo-card][data-state=done]").waitFor({ timeout: 120_000 });
    await this.page.locator("[data-host] button[aria-pressed=true]").waitFor();
    // Until the draft has it.
    await this.page.waitForFunction((slot) => {
      const drafts = Object.keys(localStorage).filter((key) => key.startsWith("renzheng:draft:"));
      return drafts.some((key) => localStorage.getItem(key).includes(`materials.${slot}`));
    }, slot);
  }

  /** Fills in everything of an application, from its list of tasks, and gives what it took. */
  async complete(home, { fields, photos }) {
    const taken = [];
    await this.go(home);
    const tasks = await this.page.locator("main .rz-tasks a").evaluateAll((links) => links.map((link) => link.hash));
    for (const task of tasks.filter((task) => !/\/(photos|check|send|status)$/.test(task))) {
      await this.go(task);
      taken.push(...(await this.fill(fields)));
      await this.goOn();
    }
    for (const [slot, file] of Object.entries(photos)) await this.givePhoto(home, slot, file);
    return Object.fromEntries(taken.map((name) => [name, fields[name]]));
  }

  /** From a complete form to the ways to send it. */
  async agree(home) {
    await this.go(`${home}/check`);
    await this.page.locator("main form[data-act=complete] input[type=checkbox]").check();
    await this.submit();
    await this.at(/\/send$/);
  }

  /** Downloads the package, and gives what is in it. */
  async package(home) {
    await this.go(`${home}/package`);
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press("package")]);
    return { name: download.suggestedFilename(), files: unzip(await download.path()) };
  }
}
