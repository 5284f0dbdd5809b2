// What the page says, in the language of the reader. A test compares the languages.
import { en } from "./en.js";
import { fields } from "./vi-fields.js";
import { operations } from "./vi-operations.js";
import { vi } from "./vi.js";

export const dictionaries = { en, vi };

/** Contracts are written in English; those that are shipped are translated here. */
export const ofContracts = { ...operations, ...fields };

const stored = () => {
  try {
    return localStorage.getItem("esms-language");
  } catch {
    return null; // Storage may be forbidden.
  }
};

const preferred = () => (navigator.language.toLowerCase().startsWith("vi") ? "vi" : "en");

let language = Object.hasOwn(dictionaries, stored() ?? "") ? stored() : preferred();

export const currentLanguage = () => language;

export const say = (key, ...values) => dictionaries[language][key].replace(/\{(\d)\}/g, (_, index) => String(values[index]));

/** What a contract says, in the language of the reader; null when there is no translation. */
export const sayOfContract = (text) => (language === "en" ? text : Object.hasOwn(ofContracts, text) ? ofContracts[text] : null);

export function speak(chosen) {
  language = chosen;
  try {
    localStorage.setItem("esms-language", chosen);
  } catch {
    // It is forgotten then.
  }
}

export function translate(root = document) {
  document.documentElement.lang = language;
  for (const element of root.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of root.querySelectorAll("[data-say-label]")) element.setAttribute("aria-label", say(element.dataset.sayLabel));
  for (const element of root.querySelectorAll("[data-say-placeholder]")) element.placeholder = say(element.dataset.sayPlaceholder);
  document.title = say("title");
}
