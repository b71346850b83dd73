// What all entries have: loading, numbers, names and forms. Nothing happens on import.
import { notTaken, source } from "./load.js";

/** `own` gives what is loaded where `init` is given nothing. */
export function surface(start, core, own) {
  let started;
  let ready = false;

  function init(input) {
    started ??= load(input).catch((error) => {
      // It may be tried again.
      started = undefined;
      throw error;
    });
    return started;
  }

  async function load(input) {
    const module_or_path = await source(input, own);
    try {
      await start({ module_or_path });
    } catch (cause) {
      throw notTaken(cause);
    }
    core.setPanicHook?.();
    ready = true;
  }

  function call(check, ...given) {
    if (!ready) throw coded("renzheng.not-ready", "call and await init() before any other function");
    try {
      return check(...given);
    } catch (error) {
      if (error?.code) throw error;
      // A trap leaves the instance unusable; what a getter throws does not.
      if (error instanceof WebAssembly.RuntimeError) {
        ready = false;
        started = undefined;
      }
      throw coded("renzheng.internal", "the check broke off", error);
    }
  }

  const answer = (check, ...given) => JSON.parse(call(check, ...given));

  return {
    init,
    call,
    checkNumber(kind, text, options) {
      const { today } = read(options, ["today"]);
      return answer(core.checkNumber, string(kind, "kind"), string(text, "text"), string(today, "today"));
    },
    suggestNumber: (kind, text) => answer(core.suggestNumber, string(kind, "kind"), string(text, "text")),
    checkName: (text, options) => answer(core.checkName, string(text, "text"), options),
    nameFindingOfWechat: (errcode) => answer(core.nameFindingOfWechat, Number(errcode)),
    checkApplication(application, options) {
      const { today, formProfile } = read(options, ["today", "formProfile"]);
      return answer(core.checkApplication, application, string(today, "today"), optional(formProfile, "formProfile"));
    },
    requirements(subjectType, options) {
      const { formProfile } = read(options, ["formProfile"]);
      return answer(core.requirements, string(subjectType, "subjectType"), optional(formProfile, "formProfile"));
    },
    explain: (finding, locale) => answer(core.explain, finding, String(locale ?? "zh-Hans")),
  };
}

export function coded(code, message, cause) {
  return Object.assign(new Error(message, { cause }), { code });
}

// A misspelt option is an error, not silence.
function read(options = {}, names) {
  for (const name in options) {
    if (!names.includes(name)) throw coded("renzheng.bad-options", `unknown option "${name}"`);
  }
  return options ?? {};
}

export function optional(value, name) {
  return value == null ? undefined : string(value, name);
}

function string(value, name) {
  if (typeof value === "string") return value;
  throw coded("renzheng.bad-options", `${name}: expected a string, found ${value === null ? "null" : typeof value}`);
}
