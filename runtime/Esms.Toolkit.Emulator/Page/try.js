// A form for any operation, made from its contract; what it sends is a real request.
import { read, readContracts } from "./api.js";
import { call } from "./call.js";
import { button, data, make, pretty, scroller } from "./dom.js";
import { Problem, safely } from "./problem.js";
import { say, sayOfContract } from "./words.js";

const dialog = document.getElementById("try");

export async function openTry() {
  const [contracts, keys] = await Promise.all([readContracts(), read("keys")]);
  const account = make("select", { id: "try-account" }, ...keys.map((key, index) => data(key.account, "option", { value: index })));
  const operation = make("select", { id: "try-operation" }, ...groups(contracts));
  operation.value = "SendCustomerCare";
  const place = make("div");
  const chosen = () => contracts.find((contract) => contract.operation === operation.value);
  const draw = () => place.replaceChildren(form(chosen(), () => keys[account.value]));
  operation.addEventListener("change", draw);
  dialog.replaceChildren(
    make("div", { className: "line bar" }, make("h2", { id: "try-title" }, say("try")), button("close", () => dialog.close(), "end")),
    make("div", { className: "pair" },
      make("label", { className: "field" }, make("span", {}, say("operation")), operation),
      make("label", { className: "field" }, make("span", {}, say("account")), account)),
    place);
  draw();
  dialog.showModal();
}

const groups = (contracts) => [...new Set(contracts.map((contract) => contract.group))].sort().map((group) =>
  make("optgroup", { label: group, translate: "no" },
    ...contracts.filter((contract) => contract.group === group)
      .map((contract) => data(contract.operation, "option", { value: contract.operation }))));

/** The form does not judge what is filled in: that is what the emulator is asked for. */
function form(contract, keyOf) {
  const inputs = contract.request.filter((field) => !field.isKey).map((field, index) => ({ field, input: inputOf(field, `try-${index}`) }));
  const result = make("div", { id: "try-result", role: "status" });
  const sample = contract.samples.find((known) => known.request)?.request;
  const send = make("form", { novalidate: "" },
    make("p", {}, summaryOf(contract)),
    data(`${contract.method} ${contract.path}`, "code", { className: "block quiet" }),
    make("div", { className: "fields" }, ...inputs.map(({ field, input }) => fieldOf(field, input))),
    make("p", { className: "quiet" }, say("keysAdded")),
    make("p", { className: "line bar" },
      make("button", { type: "submit", className: "main" }, say("send")),
      sample ? button("example", () => fill(inputs, JSON.parse(sample))) : null),
    result);
  send.addEventListener("submit", safely(async (event) => {
    event.preventDefault();
    result.replaceChildren();
    result.replaceChildren(...outcome(await call(contract, valuesOf(inputs), keyOf())));
    result.scrollIntoView({ block: "nearest" });
  }));
  return send;
}

/** A contract of the reader is shown as it is. */
function summaryOf({ summary }) {
  if (!summary) return null;
  const told = sayOfContract(summary);
  return told === null ? data(summary, "span", { lang: "en" }) : make("span", {}, told);
}

const outcome = ({ request, status, why, answer }) => [
  make("h3", {}, say("sentAs")), scroller(say("sentAs"), request),
  make("h3", { className: status === 200 ? "" : "bad" }, say("answerWith", status)),
  why ? make("p", {}, say("refused"), " ", data(why, "bdi", { lang: "en" })) : null,
  answer ? scroller(say("answer"), pretty(answer)) : null,
].filter(Boolean);

function fieldOf(field, input) {
  const about = make("small", { id: `${input.id}-about`, className: "quiet" }, ...hints(field), summaryOf(field));
  input.setAttribute("aria-describedby", about.id);
  const label = make("label", { htmlFor: input.id }, data(field.wire, "code"), field.isRequired ? required() : null);
  return make("div", { className: "field" }, label, input, about);
}

const required = () => make("span", { className: "required" }, say("required"));

function hints(field) {
  const notes = [
    isJson(field) ? say("json") : field.isList ? say("list") : "",
    field.fixed ? say("fixed", field.fixed) : "",
    field.maxLength ? say("maxLength", field.maxLength) : "",
  ];
  return notes.filter(Boolean).map((note) => make("span", { className: "hint" }, note));
}

const isJson = (field) => ["Map", "Pairs", "Object"].includes(field.kind) || /^[[{]/.test(field.fixed ?? "");

function inputOf(field, id) {
  const isLong = isJson(field) || field.isList || /content|message/i.test(field.wire);
  const kind = isLong ? { rows: "3" } : { type: "text" };
  const input = make(isLong ? "textarea" : "input", { ...kind, id, name: field.wire, autocomplete: "off", spellcheck: "false", translate: "no" });
  if (field.isRequired) input.setAttribute("aria-required", "true");
  if (field.fixed) input.value = textOf(field, JSON.parse(field.fixed));
  return input;
}

function textOf(field, value) {
  if (!isJson(field) && Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join("\n");
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

function fill(inputs, sample) {
  // A published RequestId would be refused the second time, and published callbacks go to strangers.
  for (const { field, input } of inputs) {
    if (field.wire in sample && !/^(requestid|callbackurl|senddate)$/i.test(field.wire)) input.value = textOf(field, sample[field.wire]);
  }
}

function valuesOf(inputs) {
  const given = inputs.filter(({ input }) => input.value !== "");
  return Object.fromEntries(given.map(({ field, input }) => [field.wire, valueOf(field, input.value)]));
}

function valueOf(field, text) {
  const fixed = field.fixed ? JSON.parse(field.fixed) : null;
  if (fixed !== null && text === textOf(field, fixed)) return fixed;
  if (isJson(field) || (field.isList && text.trimStart().startsWith("["))) {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Problem(say("notJson", field.wire), error.message);
    }
  }
  return field.isList ? text.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => plainOf(field, line)) : plainOf(field, text);
}

/** Numbers go out as numbers, except where the contract wants quotes around them; what is no number goes out as it is. */
function plainOf(field, text) {
  if (field.asText) return text;
  if (field.kind === "Boolean" && /^(true|false)$/.test(text)) return text === "true";
  return isNumber(field) && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

const isNumber = (field) => ["Int32", "Int64", "Decimal", "Money", "Flag", "Enum"].includes(field.kind);
