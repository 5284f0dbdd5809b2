import { read } from "./api.js";
import { beginning, data, make, moment, number, options, plain, valuesIn } from "./dom.js";
import { safely } from "./problem.js";
import { say } from "./words.js";

const find = (id) => document.getElementById(id);
const [list, search, channel, outcome, more, total, empty, news] =
  ["list", "search", "channel", "outcome", "more", "total", "empty", "news"].map(find);
const page = 50;
const mostAtOnce = 500;
let wanted = page;
let messages = [];
let count = 0;
let chosen = null;
let asked = 0;

/** Fills the page with the list, and calls back when a message is chosen. */
export function startList(choose) {
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
  search.addEventListener("input", safely(loadFirst));
  channel.addEventListener("change", safely(loadFirst));
  outcome.addEventListener("change", safely(loadFirst));
  more.addEventListener("click", safely(loadMore));
  find("filter").addEventListener("submit", (event) => event.preventDefault());
}

export function translateList() {
  news.textContent = "";
  const named = (keys) => keys.map((key) => [key, say(key)]);
  options(channel, [["", say("allChannels")], ...named(["sms", "zalo", "viber", "voice"])], channel.value);
  options(outcome, [["", say("allStates")], ...named(["pending", "delivered", "failed", "rejected"])], outcome.value);
  render();
}

/** Reads as many messages as are wanted. The answer to an older question is dropped: the newer one asks for all that it wanted, and more. */
export async function reload() {
  const mine = ++asked;
  const found = [];
  let all = null;
  let part;
  do {
    part = await read(`messages?${query(Math.min(wanted - found.length, mostAtOnce), found.at(-1)?.number)}`);
    if (mine !== asked) return;
    all ??= part.total;
    found.push(...part.messages);
  } while (part.messages.length > 0 && found.length < Math.min(wanted, all));
  [messages, count] = [found, all];
  render();
}

export async function announce(id) {
  const message = await read(`messages/${encodeURIComponent(id)}`);
  news.textContent = say("arrived", beginning(message.recipient, 30), beginning(textOf(message), 80));
}

function loadFirst() {
  wanted = page;
  return reload();
}

async function loadMore() {
  const first = messages.length;
  wanted = first + page;
  await reload();
  if (more.hidden) list.focus();
  list.children[first]?.scrollIntoView({ block: "nearest" });
}

function query(limit, before) {
  const values = new URLSearchParams({ limit });
  const asked = { before, text: search.value.trim(), channel: channel.value, outcome: outcome.value };
  for (const [name, value] of Object.entries(asked)) if (value) values.set(name, value);
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
  const isFiltered = search.value || channel.value || outcome.value;
  list.replaceChildren(...messages.map(row));
  list.hidden = messages.length === 0;
  total.textContent = number(count);
  empty.hidden = messages.length > 0;
  const address = data(new URL(".", document.baseURI).href, "code", { className: "block" });
  empty.replaceChildren(...(isFiltered ? [say("noMatch")] : [say("nothing"), address]));
  more.hidden = messages.length === 0 || messages.length >= count;
  mark();
}

/** The values of a template say more than their names. */
const textOf = ({ content, operation }) => Object.values(valuesIn(content)).map(plain).join(" · ") || content || operation;

const row = (message) => make("li", { role: "option", id: `message-${message.number}`, "data-id": message.id, "aria-selected": "false" },
  make("span", { className: "line" },
    data(beginning(message.recipient, 40), "strong", { className: "text" }),
    message.recipientCount > 1 ? data(`+${number(message.recipientCount - 1)}`, "span", { className: "quiet" }) : null,
    moment(message.acceptedAt, false, "quiet end")),
  make("span", { className: "line" },
    make("span", { className: `channel ${message.channel}` }, say(message.channel)),
    data(beginning(textOf(message), 200), "span", { className: "text quiet" }),
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
