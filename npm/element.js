// <renzheng-photo>: a file input that checks its photo and hands the form one that passes.
// Importing it does nothing; `define()` makes the element. Types and documentation are in element.d.ts.
import { WORDS } from "./element-words.js";
import { STYLE } from "./element-style.js";
import { fileOf } from "./file.js";
import { createChecker } from "./worker-client.js";

let common;

/** Does nothing where there are no elements (a server), or where it was done before. */
export function define(name = "renzheng-photo", { checker } = {}) {
  if (typeof customElements === "undefined" || customElements.get(name)) return;
  customElements.define(name, elementClass(() => checker ?? (common ??= createChecker())));
}

function elementClass(checkerOf) {
  return class RenzhengPhoto extends HTMLElement {
    static formAssociated = true;
    static observedAttributes = ["lang", "required", "disabled", "label"];

    #internals = this.attachInternals();
    #root = this.attachShadow({ mode: "open", delegatesFocus: true });
    /** `idle`, `reading`, `inspected`, `done` or `failed`. */
    #stage = "idle";
    #source = null;
    #fitted = null;
    #isConfirmed = false;
    #messages = [];
    #job = null;
    #urls = [];
    #isDisabled = false;

    /** The photo that the form gets; `null` where there is none yet. */
    get file() {
      const isUsable = this.#fitted?.ok && (this.#fitted.report.verdict !== "retake" || this.#isConfirmed);
      return isUsable ? fileOf(this.#fitted, this.#source) : null;
    }
    /** What `fitPhoto` gave. */
    get fitted() {
      return this.#fitted;
    }
    get form() {
      return this.#internals.form;
    }
    get validity() {
      return this.#internals.validity;
    }
    checkValidity() {
      return this.#internals.checkValidity();
    }
    reportValidity() {
      return this.#internals.reportValidity();
    }

    connectedCallback() {
      adopt(this.#root);
      this.#draw();
    }
    disconnectedCallback() {
      this.#job?.abort();
      this.#release();
    }
    attributeChangedCallback() {
      if (this.isConnected) this.#draw();
    }
    formDisabledCallback(isDisabled) {
      this.#isDisabled = isDisabled;
      if (this.isConnected) this.#draw();
    }
    formResetCallback() {
      this.clear();
    }

    /** Checks a file as if it had been chosen. */
    async check(file) {
      this.#job?.abort();
      const job = (this.#job = new AbortController());
      this.#set({ source: file, fitted: null, messages: [], isConfirmed: false, stage: "reading" });
      try {
        const checker = checkerOf();
        const options = { kind: this.getAttribute("kind") ?? undefined, photoProfile: this.getAttribute("profile") ?? undefined };
        const onProgress = ({ stage }) => this.#job === job && this.#set({ stage });
        const fitted = await checker.fitPhoto(file, { ...options, signal: job.signal, onProgress });
        const locale = this.#locale();
        const messages = await Promise.all(fitted.report.findings.map((finding) => checker.explain(finding, locale)));
        if (this.#job !== job) return;
        this.#set({ fitted, messages, stage: "done" });
        this.#tell();
      } catch (error) {
        if (this.#job !== job) return;
        const isCancelled = job.signal.aborted;
        this.#set({ stage: isCancelled ? "idle" : "failed", source: isCancelled ? null : file });
        if (!isCancelled) this.dispatchEvent(new CustomEvent("renzheng-failed", { detail: { error }, bubbles: true, composed: true }));
      }
    }

    /** As if nothing had been chosen. */
    clear() {
      this.#job?.abort();
      this.#job = null;
      this.#set({ source: null, fitted: null, messages: [], isConfirmed: false, stage: "idle" });
    }

    #set({ source = this.#source, fitted = this.#fitted, messages = this.#messages, isConfirmed = this.#isConfirmed, stage }) {
      this.#source = source;
      this.#fitted = fitted;
      this.#messages = messages;
      this.#isConfirmed = isConfirmed;
      this.#stage = stage;
      this.#draw();
    }

    #tell() {
      this.dispatchEvent(new CustomEvent("renzheng-checked", { detail: { fitted: this.#fitted, file: this.file }, bubbles: true, composed: true }));
      this.dispatchEvent(new Event("change", { bubbles: true }));
    }

    /** `pass`, `fix` where it was made to pass, `retake` or `refused`; nothing as long as there is none. */
    #verdict() {
      if (!this.#fitted) return null;
      const { ok, changed, report } = this.#fitted;
      if (!ok) return "refused";
      return report.verdict === "pass" && changed.some((change) => change !== "metadata-removed") ? "fix" : report.verdict;
    }

    #locale() {
      const lang = (this.getAttribute("lang") ?? this.closest("[lang]")?.lang ?? document.documentElement.lang) || navigator.language;
      return lang.toLowerCase().startsWith("zh") ? "zh-Hans" : "en";
    }

    #release() {
      for (const url of this.#urls.splice(0)) URL.revokeObjectURL(url);
    }

    #draw() {
      const words = WORDS[this.#locale()];
      const isBusy = this.#stage === "reading" || this.#stage === "inspected";
      const verdict = this.#verdict();
      const file = this.file;
      this.#internals.setFormValue(file);
      this.#release();
      this.dataset.state = verdict ?? this.#stage;

      const isOff = this.#isDisabled || this.hasAttribute("disabled");
      const input = make("input", { type: "file", accept: "image/jpeg,image/png,image/*", id: "input", disabled: isOff });
      input.addEventListener("change", () => input.files[0] && this.check(input.files[0]));
      const text = this.#source ? words.replace : words.choose;
      const label = this.getAttribute("label");
      const choose = make("label", { for: "input", class: "choose", part: "button" }, label ? `${label}${this.#locale() === "en" ? ": " : "："}${text}` : text);
      const parts = [make("div", { class: "row" }, input, choose, !this.#source && make("span", { class: "hint" }, words.drop))];

      const status = { reading: words.reading, inspected: words.inspected, failed: words.failed }[this.#stage] ?? (verdict ? words[verdict] : "");
      parts.push(make("p", { role: "status", class: "status", part: "status" }, status));
      if (this.#messages.length) {
        const line = ({ what, fix }) => make("li", {}, make("strong", {}, what), ` ${fix}`);
        parts.push(make("ul", { class: "findings", part: "findings" }, ...this.#messages.map(line)));
      }
      if (this.#fitted) {
        const pictures = [[words.before, this.#source], this.#fitted.ok && [words.after, fileOf(this.#fitted, this.#source)]].filter(Boolean);
        parts.push(make("div", { class: "pictures" }, ...pictures.map(([title, blob]) => this.#picture(title, blob, words))));
      }
      const buttons = [
        verdict === "retake" && !this.#isConfirmed && this.#button(words.anyway, isOff, () => (this.#set({ isConfirmed: true, stage: "done" }), this.#tell())),
        isBusy && this.#button(words.cancel, isOff, () => this.#job?.abort()),
        !isBusy && this.#source && this.#button(words.remove, isOff, () => (this.clear(), this.#tell())),
      ];
      if (buttons.some(Boolean)) parts.push(make("div", { class: "row" }, ...buttons));
      const had = this.#root.activeElement?.id;
      this.#root.replaceChildren(make("div", { class: "box", part: "box" }, ...parts));
      if (had) this.#root.getElementById(had)?.focus();

      const isMissing = this.hasAttribute("required") && !this.#source;
      const isUnsure = !!this.#source && !file;
      if (isMissing) this.#internals.setValidity({ valueMissing: true }, words.missing, input);
      else if (isUnsure) this.#internals.setValidity({ customError: true }, this.#messages[0]?.what ?? words.unsure, input);
      else this.#internals.setValidity({});

      this.#root.firstChild.addEventListener("dragover", (event) => event.preventDefault());
      this.#root.firstChild.addEventListener("drop", (event) => {
        event.preventDefault();
        const [dropped] = event.dataTransfer.files;
        if (dropped && !isOff) this.check(dropped);
      });
    }

    #picture(title, blob, words) {
      const url = URL.createObjectURL(blob);
      this.#urls.push(url);
      const image = make("img", { src: url, alt: title });
      const figure = make("figure", { part: "picture" }, image, make("figcaption", {}, `${title} · ${Math.ceil(blob.size / 1000)} KB`));
      image.addEventListener("error", () => image.replaceWith(make("span", { class: "hint" }, words.cannotShow)));
      return figure;
    }

    #button(text, disabled, press) {
      const button = make("button", { type: "button", part: "button", id: text, disabled }, text);
      button.addEventListener("click", press);
      return button;
    }
  };
}

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

let sheet;
function adopt(root) {
  // A sheet that is made here is not what a strict policy forbids; a <style> would be.
  sheet ??= new CSSStyleSheet();
  if (!sheet.cssRules.length) sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
}
