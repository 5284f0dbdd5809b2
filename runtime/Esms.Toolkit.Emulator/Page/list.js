import { read } from "./api.js";
import { make, options, time } from "./dom.js";
import { say } from "./words.js";

const find = (id) => document.getElementById(id);
const [list, search, channel, outcome, more, total, empty, news] = ["list", "search", "channel", "outcome", "more", "total", "empty", "news"].map(find);
const page = 50;
let messages = [];
let count = 0;
let chosen = null;
let asked = 0;

/** Fills the page with the list, and calls back when a message is chosen. */
export function startList(choose, safely) {
  const select = (id, enter) => {
    chosen = id;
    mark();
    choose(id, enter);
  };
  list.addEventListener("click", (event) => {
    const row = event.target.closest("[role=option]");
    if (row) select(row.dataset.id, false);
  });
  list.addEventListener("keydown", (event) => moveBy(event, select));
  search.addEventListener("input", safely(reload));
  channel.addEventListener("change", safely(reload));
  outcome.addEventListener("change", safely(reload));
  more.addEventListener("click", safely(loadMore));
  find("filter").addEventListener("submit", (event) => event.preventDefault());
}

export function translateList() {
  options(channel, [["", say("allChannels")], ...["sms", "zalo", "viber", "voice"].map((key) => [key, say(key)])], channel.value);
  options(outcome, [["", say("allStates")], ...["pending", "delivered", "failed", "rejected"].map((key) => [key, say(key)])], outcome.value);
  render();
}

/** Reads as many messages as are shown; the answer to an older question is dropped. */
export async function reload() {
  const mine = ++asked;
  const found = await read(`messages?${query(Math.max(page, Math.min(messages.length, 500)))}`);
  if (mine !== asked) return;
  [messages, count] = [found.messages, found.total];
  render();
}

export async function announce(id) {
  const message = await read(`messages/${encodeURIComponent(id)}`);
  news.textContent = say("arrived", message.recipient, message.content.slice(0, 80));
}

async function loadMore() {
  const mine = ++asked;
  const found = await read(`messages?${query(page)}&before=${messages.at(-1).number}`);
  if (mine !== asked) return;
  messages = [...messages, ...found.messages];
  render();
}

function query(limit) {
  const values = new URLSearchParams({ limit });
  for (const [name, value] of Object.entries({ text: search.value.trim(), channel: channel.value, outcome: outcome.value })) if (value) values.set(name, value);
  return values;
}

function moveBy(event, select) {
  const at = messages.findIndex((message) => message.id === chosen);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(at - 1, 0), Home: 0, End: messages.length - 1, Enter: at }[event.key];
  if (to === undefined || !messages[to]) return;
  event.preventDefault();
  select(messages[to].id, event.key === "Enter");
}

function render() {
  list.replaceChildren(...messages.map(row));
  total.textContent = count;
  empty.hidden = messages.length > 0;
  empty.textContent = say(search.value || channel.value || outcome.value ? "noMatch" : "nothing");
  more.hidden = messages.length === 0 || messages.length >= count;
  mark();
}

const row = (message) => make("li", { role: "option", id: `message-${message.number}`, "data-id": message.id, "aria-selected": "false" },
  make("span", { className: "line" },
    make("strong", {}, message.recipient + (message.recipientCount > 1 ? ` +${message.recipientCount - 1}` : "")),
    make("span", { className: "quiet" }, say(message.channel)),
    make("time", { className: "quiet end", datetime: message.acceptedAt }, time(message.acceptedAt))),
  make("span", { className: "line" },
    make("span", { className: "text" }, message.content || message.operation),
    make("span", { className: `badge end ${message.outcome}` }, say(message.outcome))));

function mark() {
  list.removeAttribute("aria-activedescendant");
  for (const element of list.children) {
    const isChosen = element.dataset.id === chosen;
    element.setAttribute("aria-selected", String(isChosen));
    if (!isChosen) continue;
    list.setAttribute("aria-activedescendant", element.id);
    if (document.activeElement === list) element.scrollIntoView({ block: "nearest" });
  }
}
