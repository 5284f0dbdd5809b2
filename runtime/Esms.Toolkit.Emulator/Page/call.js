// A call of an operation, as a client of the service would make it.
import { pretty } from "./dom.js";
import { Problem } from "./problem.js";
import { say } from "./words.js";

/** The keys are added here, and taken out of what is shown. */
export async function call(contract, values, key) {
  const secrets = contract.request.filter((field) => field.isKey)
    .map((field) => [field.wire, /secret/i.test(field.wire) ? key.secretKey : key.apiKey]);
  const { path, init } = requestOf(contract, { ...Object.fromEntries(secrets), ...values });
  const masked = maskOf(key);
  const [answer, text] = await answerTo(path, init);
  return {
    request: masked(`${contract.method} ${path}${init.body ? `\n\n${pretty(init.body)}` : ""}`),
    status: answer.status,
    why: masked(answer.headers.get("Esms-Emulator-Problem") ?? ""),
    answer: masked(text),
  };
}

async function answerTo(path, init) {
  try {
    const answer = await fetch(new URL(path, document.baseURI), init);
    return [answer, await answer.text()];
  } catch (error) {
    throw new Problem(say("noAnswerCame"), error.message);
  }
}

const maskOf = ({ apiKey, secretKey }) => (text) =>
  [secretKey, apiKey].flatMap((secret) => [secret, encodeURIComponent(secret)]).reduce((rest, secret) => rest.replaceAll(secret, "•••"), text);

function requestOf(contract, values) {
  const left = { ...values };
  const path = contract.path.replace(/^\//, "").replace(/\{(\w+)\}/g, (_, name) => {
    const value = left[name] ?? "";
    delete left[name];
    return encodeURIComponent(value);
  });
  const pairs = new URLSearchParams(Object.entries(left).map(([name, value]) => [name, flat(value)]));
  const post = (type, body) => ({ path, init: { method: contract.method, headers: { "Content-Type": type }, body } });
  switch (contract.body) {
    case "None": return { path: pairs.size > 0 ? `${path}?${pairs}` : path, init: { method: contract.method } };
    case "Form": return post("application/x-www-form-urlencoded", String(pairs));
    case "Xml": return post("text/plain", xmlOf(contract.xmlRoot, left));
    case "JsonAsText": return post("text/plain", JSON.stringify(left));
    default: return post("application/json", JSON.stringify(left));
  }
}

const flat = (value) => (Array.isArray(value) ? value.join(",") : typeof value === "object" ? JSON.stringify(value) : value);

function xmlOf(root, values) {
  const xml = new DOMParser().parseFromString(`<${root}/>`, "application/xml");
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value].flat()) {
      const element = xml.createElement(name);
      element.textContent = one;
      xml.documentElement.append(element);
    }
  }
  return new XMLSerializer().serializeToString(xml);
}
