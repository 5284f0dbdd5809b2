// Elements are made one by one and texts are set as texts: what a message says is never read as HTML.
import { say, currentLanguage } from "./words.js";

const kinds = { className: "className", value: "value", type: "type", htmlFor: "htmlFor", id: "id", hidden: "hidden", disabled: "disabled", onclick: "onclick" };

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (kinds[name]) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined).map((child) => (child instanceof Node ? child : String(child))));
  return element;
}

export const button = (key, onclick, className = "") => make("button", { type: "button", className, onclick }, say(key));

export const options = (select, entries, value) => {
  select.replaceChildren(...entries.map(([key, text]) => make("option", { value: key }, text)));
  select.value = value;
};

export const pretty = (text) => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
};

export const time = (at, withDay = false) =>
  new Date(at).toLocaleString(currentLanguage(), { timeZone: "Asia/Ho_Chi_Minh", timeStyle: "medium", ...(withDay ? { dateStyle: "short" } : {}) });

export const money = (amount) => `${Number(amount).toLocaleString(currentLanguage())} ₫`;

let hiding;
export function notify(text) {
  const notice = document.getElementById("notice");
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (notice.hidden = true), 6000);
}
