// A form for any operation, made from its contract; what it sends is a real request.
import { read } from "./api.js";
import { button, make, notify, pretty } from "./dom.js";
import { say } from "./words.js";

export async function openTry(contracts) {
  const dialog = document.getElementById("try");
  const keys = await read("keys");
  const account = make("select", {}, ...keys.map((key, index) => make("option", { value: index }, key.account)));
  const operation = make("select", {}, ...groups(contracts));
  operation.value = "SendCustomerCare";
  const place = make("div");
  const draw = () => place.replaceChildren(form(contracts.find((contract) => contract.operation === operation.value), () => keys[account.value]));
  operation.addEventListener("change", draw);
  dialog.replaceChildren(
    make("h2", { id: "try-title" }, say("try")),
    make("p", { className: "line" }, make("label", {}, say("operation"), operation), make("label", {}, say("account"), account), button("close", () => dialog.close())),
    place);
  draw();
  dialog.showModal();
}

const groups = (contracts) => [...new Set(contracts.map((contract) => contract.group))].sort().map((group) => make("optgroup", { label: group },
  ...contracts.filter((contract) => contract.group === group).map((contract) => make("option", { value: contract.operation }, contract.operation))));

function form(contract, keyOf) {
  const inputs = contract.request.filter((field) => !field.isKey).map((field) => ({ field, input: inputOf(field) }));
  const result = make("div", { "aria-live": "polite" });
  const sample = contract.samples.find((known) => known.request)?.request;
  const send = make("form", {},
    make("p", {}, contract.summary), make("p", { className: "quiet" }, `${contract.method} ${contract.path}`),
    ...inputs.map(({ field, input }) => make("label", {}, make("span", {}, field.wire, " ", make("small", { className: "quiet" }, hint(field))), input, make("small", { className: "quiet" }, field.summary))),
    make("p", { className: "quiet" }, say("keysAdded")),
    make("p", { className: "line" }, make("button", { type: "submit", className: "main" }, say("send")), sample ? button("example", () => fill(inputs, JSON.parse(sample))) : null),
    result);
  send.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      result.replaceChildren(...(await call(contract, valuesOf(inputs), keyOf())));
    } catch (error) {
      notify(error.message);
    }
  });
  return send;
}

function hint(field) {
  const notes = [field.type, field.isRequired ? say("required") : "", isJson(field) ? say("json") : field.isList ? say("list") : ""];
  if (field.fixed) notes.push(say("fixed", field.fixed));
  if (field.maxLength) notes.push(say("maxLength", field.maxLength));
  return notes.filter(Boolean).join(", ");
}

const isJson = (field) => ["Map", "Pairs", "Object"].includes(field.kind) || /^[[{]/.test(field.fixed ?? "");

function inputOf(field) {
  const isLong = isJson(field) || field.isList || /content|message/i.test(field.wire);
  const input = make(isLong ? "textarea" : "input", { ...(isLong ? { rows: "3" } : { type: "text" }), name: field.wire, autocomplete: "off", spellcheck: "false" });
  input.required = field.isRequired;
  if (field.maxLength) input.maxLength = field.maxLength;
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
  if (isJson(field) || (field.isList && text.trimStart().startsWith("["))) {
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new Error(say("notJson", field.wire, error.message));
    }
  }
  return field.isList ? text.split("\n").map((line) => line.trim()).filter(Boolean) : text;
}

async function call(contract, values, key) {
  const secrets = Object.fromEntries(contract.request.filter((field) => field.isKey).map((field) => [field.wire, /secret/i.test(field.wire) ? key.secretKey : key.apiKey]));
  const { path, init } = requestOf(contract, { ...secrets, ...values });
  const answer = await fetch(new URL(path, document.baseURI), init);
  const text = await answer.text();
  const why = answer.headers.get("Esms-Emulator-Problem");
  const masked = (shown) => [key.secretKey, key.apiKey].reduce((rest, secret) => rest.replaceAll(secret, "•••").replaceAll(encodeURIComponent(secret), "•••"), shown);
  return [
    make("h3", {}, say("sentAs")), make("pre", { tabindex: "0" }, masked(`${contract.method} ${path}${init.body ? `\n\n${pretty(String(init.body))}` : ""}`)),
    make("h3", {}, `${say("answer")} ${answer.status}`), why ? make("p", {}, `${say("refused")}: ${masked(decoded(why))}`) : null, make("pre", { tabindex: "0" }, masked(pretty(text))),
  ].filter(Boolean);
}

function decoded(header) {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

function requestOf(contract, values) {
  const left = { ...values };
  const path = contract.path.replace(/^\//, "").replace(/\{(\w+)\}/g, (_, name) => {
    const value = left[name] ?? "";
    delete left[name];
    return encodeURIComponent(value);
  });
  const pairs = new URLSearchParams(Object.entries(left).map(([name, value]) => [name, Array.isArray(value) ? value.join(",") : typeof value === "object" ? JSON.stringify(value) : value]));
  const post = (type, body) => ({ path, init: { method: contract.method, headers: { "Content-Type": type }, body } });
  switch (contract.body) {
    case "Query": return { path: pairs.size > 0 ? `${path}?${pairs}` : path, init: { method: contract.method } };
    case "Form": return post("application/x-www-form-urlencoded", String(pairs));
    case "Xml": return post("text/plain", xmlOf(contract.xmlRoot, left));
    case "JsonAsText": return post("text/plain", JSON.stringify(left));
    default: return post("application/json", JSON.stringify(left));
  }
}

function xmlOf(root, values) {
  const document = new DOMParser().parseFromString(`<${root}/>`, "application/xml");
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      const element = document.createElement(name);
      element.textContent = one;
      document.documentElement.append(element);
    }
  }
  return new XMLSerializer().serializeToString(document);
}
