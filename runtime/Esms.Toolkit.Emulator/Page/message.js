import { change, read, readContracts } from "./api.js";
import { beginning, button, data, make, money, pretty, scroller, valuesIn } from "./dom.js";
import { callbacks, timeline, whyFailed } from "./history.js";
import { preview } from "./preview.js";
import { safely } from "./problem.js";
import { say } from "./words.js";

const place = document.getElementById("details");
let shown = null;

export const shownId = () => shown;

/** Shows a message; null for none. */
export async function show(id) {
  shown = id;
  if (id === null) {
    place.replaceChildren(make("p", { className: "nothing quiet" }, say("choose")));
    return;
  }
  const [details, contracts] = await Promise.all([find(id), readContracts()]);
  if (shown !== id) return;
  if (details === null) place.replaceChildren(make("p", { className: "nothing quiet" }, say("notKept")));
  else render(details, contracts);
}

async function find(id) {
  try {
    return await read(`messages/${encodeURIComponent(id)}/details`);
  } catch (error) {
    if (error.status === 404) return null; // The oldest go when there are too many.
    throw error;
  }
}

/** Where the reader is stays as it is: the focus, and what was opened. */
function render(details, contracts) {
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.action : null;
  const open = new Set([...place.querySelectorAll("details[open]")].map((element) => element.id));
  place.replaceChildren(
    heading(details.message),
    actions(details.message),
    make("div", { className: "columns" }, preview(details), told(details)),
    json("request", withKeys(details.message, contracts), open),
    json("answer", details.exchange?.answer, open));
  if (focused) place.querySelector(`[data-action="${focused}"]`)?.focus();
}

const told = (details) => make("div", { className: "told" }, facts(details), timeline(details.timeline), callbacks(details));

const heading = ({ id, outcome, acceptedAt, recipient }) => make("p", { className: "line" },
  data(beginning(recipient, 60), "strong", { className: "title" }),
  make("span", { className: `badge ${outcome}` }, say(outcome)),
  data(id, "code", { className: "quiet end" }));

function actions({ id, callbackUrl, outcome }) {
  const act = (key, action, body = {}) => {
    const element = button(key, safely(() => change("PUT", `messages/${encodeURIComponent(id)}/${action}`, body)));
    element.dataset.action = action;
    return element;
  };
  const later = act("postpone", "postpone", { by: "00:01:00" });
  later.disabled = outcome !== "pending";
  const again = act("redeliver", "redeliver");
  again.disabled = !callbackUrl || outcome === "pending";
  return make("p", { className: "line actions" }, act("deliver", "deliver"), act("fail", "fail"), act("reject", "reject"), later, again);
}

function facts({ message, recipients }) {
  const rest = message.recipientCount - recipients.length;
  const rows = {
    recipients: recipients.map((recipient) => recipient.address).join(", "),
    sender: message.sender,
    template: message.templateId,
    operation: message.operation,
    account: message.account,
    price: money(message.price),
    oneTimeCode: message.oneTimeCode,
    fallback: message.fallbackContent,
    error: message.outcome === "failed" ? message.errorCode : null,
  };
  const given = Object.entries(rows).filter(([, value]) => value);
  return make("dl", {}, ...given.flatMap(([key, value]) => [
    make("dt", {}, say(key)),
    make("dd", {}, data(value), ...(key === "recipients" && rest > 0 ? [" ", say("andMore", rest)] : [])),
  ]), ...reasonOf(message));
}

const reasonOf = ({ outcome, errorText }) => (outcome === "failed" && errorText
  ? [make("dt", {}, say("reason")), make("dd", {}, ...whyFailed(errorText))]
  : []);

/** The emulator keeps requests without the keys; that there were some is shown, and not what they were. */
function withKeys({ operation, request }, contracts) {
  const values = valuesIn(request);
  if (Object.keys(values).length === 0) return request; // It was cut because it is very long.
  const keys = contracts.find((contract) => contract.operation === operation)?.request.filter((field) => field.isKey) ?? [];
  return JSON.stringify({ ...Object.fromEntries(keys.map((field) => [field.wire, "•••"])), ...values });
}

function json(key, text, open) {
  const element = make("details", { id: `json-${key}` }, make("summary", {}, say(key)),
    text ? scroller(say(key), pretty(text)) : make("p", { className: "quiet" }, say("gone")));
  element.open = open.has(element.id);
  return element;
}
