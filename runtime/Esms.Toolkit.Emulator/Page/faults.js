// The fault script: what goes wrong, and how often.
import { change, read, readContracts } from "./api.js";
import { button, data, make } from "./dom.js";
import { notify, Problem, safely } from "./problem.js";
import { say } from "./words.js";

const kinds = [
  "latency", "lateSuccess", "hang", "reset", "serverError", "tooManyRequests", "halfBody", "lostAnswer", "duplicateCallback",
];
const dialog = document.getElementById("faults");
const badge = document.getElementById("fault-count");

export async function openFaults() {
  const [contracts, faults] = await Promise.all([readContracts(), read("faults")]);
  const script = make("textarea", { id: "fault-script", rows: "12", spellcheck: "false", translate: "no", value: written(faults) });
  const put = (value) => (script.value = written(value));
  const apply = safely(async () => {
    const value = parse(script.value);
    await change("PUT", "faults", value);
    await readFaults();
    notify(say("applied"));
  });
  const clear = safely(async () => {
    await change("DELETE", "faults");
    put(await readFaults());
    notify(say("cleared"));
  });
  const add = safely((rule) => {
    const value = parse(script.value);
    put({ ...value, rules: [...(value.rules ?? []), rule] });
  });
  dialog.replaceChildren(
    make("div", { className: "line bar" }, make("h2", { id: "faults-title" }, say("faults")), button("close", () => dialog.close(), "end")),
    make("p", { className: "quiet" }, say("faultsAbout")),
    ruleForm(contracts, add),
    make("label", { className: "field" }, make("span", {}, say("script")), script),
    make("p", { className: "line bar" }, button("apply", apply, "main"), button("clear", clear)));
  dialog.showModal();
}

/** Shows how many rules there are, so that nobody hunts for a fault that he set himself. */
export async function readFaults() {
  const faults = await read("faults");
  badge.hidden = faults.rules.length === 0;
  badge.textContent = say("ruleCount", faults.rules.length);
  return faults;
}

/** What is null does not matter, and is left out. */
const written = (script) => JSON.stringify(script, (_, value) => value ?? undefined, 2);

function parse(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(say("notJson", say("script")), error.message);
  }
}

function ruleForm(contracts, add) {
  const kind = make("select", {}, ...kinds.map((name) => make("option", { value: name }, say(name))));
  const operation = make("select", {}, make("option", { value: "" }, say("anyOperation")),
    ...contracts.map((contract) => data(contract.operation, "option", { value: contract.operation })));
  const amount = (least, value) => make("input", { type: "number", min: least, value });
  const [percent, times, delay, status] = [amount("1", "100"), amount("1", ""), amount("0", "1"), amount("400", "503")];
  const field = (key, input) => make("label", { className: "field" }, make("span", {}, say(key)), input);
  const [delayField, statusField] = [field("delay", delay), field("status", status)];
  const fit = () => {
    delayField.hidden = !["latency", "lateSuccess"].includes(kind.value);
    statusField.hidden = kind.value !== "serverError";
  };
  kind.addEventListener("change", fit);
  fit();
  const rule = () => ({
    kind: kind.value,
    ...(operation.value ? { operation: operation.value } : {}),
    percent: Number(percent.value),
    ...(times.value ? { times: Number(times.value) } : {}),
    ...(delayField.hidden ? {} : { delay: spanOf(Number(delay.value)) }),
    ...(statusField.hidden ? {} : { status: Number(status.value) }),
  });
  return make("fieldset", { className: "rule" }, make("legend", {}, say("rule")),
    field("kind", kind), field("operation", operation), field("percent", percent), field("times", times), delayField, statusField,
    button("addRule", () => add(rule())));
}

/** Seconds as hh:mm:ss. */
const spanOf = (seconds) => new Date(Math.min(seconds, 86399) * 1000).toISOString().slice(11, 19);
