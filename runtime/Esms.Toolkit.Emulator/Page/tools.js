// The clock and the fault script.
import { change, read } from "./api.js";
import { button, make, notify, time } from "./dom.js";
import { say } from "./words.js";

const kinds = ["latency", "hang", "reset", "serverError", "tooManyRequests", "halfBody", "lateSuccess", "lostAnswer", "duplicateCallback"];
const clock = document.getElementById("clock");
let shift = 0;
let standsAt = null;

export function startClock() {
  document.getElementById("advance").addEventListener("click", async () => {
    await change("PUT", "clock/advance", { by: document.getElementById("advance-by").value });
    await readClock();
  });
  setInterval(tick, 1000);
}

export async function readClock() {
  const { now, runs } = await read("clock");
  shift = Date.parse(now) - Date.now();
  standsAt = runs ? null : now;
  tick();
}

function tick() {
  const now = standsAt ?? new Date(Date.now() + shift).toISOString();
  clock.dateTime = now;
  clock.textContent = time(now, true) + (standsAt ? ` (${say("stands")})` : "");
}

export async function openFaults(contracts) {
  const dialog = document.getElementById("faults");
  const script = make("textarea", { id: "fault-script", rows: "14", spellcheck: "false", value: JSON.stringify(await read("faults"), null, 2) });
  const parse = () => {
    try {
      return JSON.parse(script.value);
    } catch (error) {
      notify(say("notJson", say("script"), error.message));
      return null;
    }
  };
  const save = async () => {
    const value = parse();
    if (value && (await change("PUT", "faults", value))) notify(say("saved"));
  };
  const clear = async () => {
    if (!(await change("DELETE", "faults"))) return;
    script.value = JSON.stringify(await read("faults"), null, 2);
    notify(say("saved"));
  };
  dialog.replaceChildren(
    make("h2", { id: "faults-title" }, say("faults")),
    ruleForm(contracts, (rule) => {
      const value = parse();
      if (value) script.value = JSON.stringify({ ...value, rules: [...(value.rules ?? []), rule] }, null, 2);
    }),
    make("label", { htmlFor: "fault-script" }, say("script")), script,
    make("p", { className: "line" }, button("save", save, "main"), button("clear", clear), button("close", () => dialog.close())));
  dialog.showModal();
}

function ruleForm(contracts, add) {
  const kind = make("select", {}, ...kinds.map((name) => make("option", { value: name }, name)));
  const operation = make("select", {}, make("option", { value: "" }, say("anyOperation")), ...contracts.map((contract) => make("option", { value: contract.operation }, contract.operation)));
  const percent = make("input", { type: "number", min: "1", max: "100", value: "100" });
  const times = make("input", { type: "number", min: "1", value: "" });
  const rule = () => ({
    kind: kind.value,
    ...(operation.value ? { operation: operation.value } : {}),
    percent: Number(percent.value),
    ...(times.value ? { times: Number(times.value) } : {}),
  });
  return make("fieldset", { className: "line" }, make("legend", {}, say("addRule")),
    make("label", {}, say("kind"), kind), make("label", {}, say("operation"), operation), make("label", {}, say("percent"), percent), make("label", {}, say("times"), times),
    button("addRule", () => add(rule())));
}
