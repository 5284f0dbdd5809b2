// What went wrong, told to the reader.
import { data } from "./dom.js";

/** A problem that has words of the page; the detail is in the words of whoever found it. */
export class Problem extends Error {
  constructor(message, detail = "", status = 0) {
    super(message);
    this.detail = detail;
    this.status = status;
  }
}

const notice = document.getElementById("notice");
let hiding;

/** An open dialog makes all else inert, so the notice moves into it. */
export function notify(text, detail = "") {
  (document.querySelector("dialog[open]") ?? document.body).append(notice);
  notice.replaceChildren(text, ...(detail ? [" ", data(detail)] : []));
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (notice.hidden = true), 6000);
}

/** Tells of problems; anything else is a mistake of the page, and goes to the console. */
export const safely = (work) => async (...values) => {
  try {
    await work(...values);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    notify(error.message, error.detail);
  }
};
