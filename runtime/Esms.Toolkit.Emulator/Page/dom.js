// Elements are made one by one and texts are set as texts: what a message says is never read as HTML.
import { currentLanguage, say } from "./words.js";

const properties = new Set(["className", "value", "type", "htmlFor", "id", "hidden", "disabled", "onclick"]);

export function make(tag, values = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) {
    if (properties.has(name)) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** What others have written: no words of the page, so not to be translated, and with a direction of its own. */
export const data = (text, tag = "bdi", values = {}) => make(tag, { translate: "no", dir: "auto", ...values }, String(text));

export const button = (key, onclick, className = "") => make("button", { type: "button", className, onclick }, say(key));

export const options = (select, entries, value) => {
  select.replaceChildren(...entries.map(([key, text]) => make("option", { value: key }, text)));
  select.value = value;
};

/** A text that scrolls is reached by the keyboard, and has a name. */
export const scroller = (name, text) => data(text, "pre", { tabindex: "0", role: "group", "aria-label": name });

export const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

/** The values in a JSON object; none when it is not one. */
export function valuesIn(text) {
  try {
    const values = JSON.parse(text);
    return values !== null && typeof values === "object" ? values : {};
  } catch {
    return {};
  }
}

export const plain = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));

/** The first letters, none of them cut in two. */
export const beginning = (text, length) => (text.length <= length ? text : `${[...text.slice(0, length * 2)].slice(0, length).join("")}…`);

export const time = (at, withDay = false) =>
  new Date(at).toLocaleString(currentLanguage(), {
    timeZone: "Asia/Ho_Chi_Minh", timeStyle: "medium", hourCycle: "h23", ...(withDay ? { dateStyle: "short" } : {}),
  });

export const moment = (at, withDay = false, className = "") => make("time", { datetime: at, className }, time(at, withDay));

export const number = (value) => Number(value).toLocaleString(currentLanguage());

export const money = (amount) => `${number(amount)} ₫`;
