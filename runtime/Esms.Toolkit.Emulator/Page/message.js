import { change, read } from "./api.js";
import { button, make, money, pretty, time } from "./dom.js";
import { preview } from "./preview.js";
import { say } from "./words.js";

const place = document.getElementById("details");
let shown = null;

/** Shows a message; null for none. */
export async function show(id) {
  shown = id;
  if (id === null) {
    place.replaceChildren(make("p", { className: "quiet" }, say("choose")));
    return;
  }
  const details = await read(`messages/${encodeURIComponent(id)}/details`);
  if (shown !== id) return;
  const focused = place.contains(document.activeElement) ? document.activeElement.dataset.action : null;
  const open = new Set([...place.querySelectorAll("details[open]")].map((element) => element.id));
  place.replaceChildren(heading(details), actions(details.message), preview(details), facts(details), timeline(details.timeline), callbacks(details),
    json("request", details.message.request, open), json("answer", details.exchange?.answer, open));
  if (focused) place.querySelector(`[data-action="${focused}"]`)?.focus();
}

export const shownId = () => shown;

const heading = ({ message }) => make("p", { className: "line" }, make("span", { className: `badge ${message.outcome}` }, say(message.outcome)), make("code", {}, message.id));

function actions({ id, callbackUrl, outcome }) {
  const act = (key) => {
    const element = button(key, () => change("PUT", `messages/${encodeURIComponent(id)}/${key}`, {}));
    element.dataset.action = key;
    return element;
  };
  const again = act("redeliver");
  again.disabled = !callbackUrl || outcome === "pending";
  return make("p", { className: "line" }, act("deliver"), act("fail"), act("reject"), again);
}

function facts({ message, recipients }) {
  const rest = message.recipientCount - recipients.length;
  const rows = {
    recipients: [...recipients.map((recipient) => recipient.address), ...(rest > 0 ? [say("andMore", rest)] : [])].join(", "),
    sender: message.sender,
    template: message.templateId,
    operation: message.operation,
    account: message.account,
    price: money(message.price),
    oneTimeCode: message.oneTimeCode,
    fallback: message.fallbackContent,
    error: message.outcome === "failed" ? [message.errorCode, message.errorText].filter(Boolean).join(" ") : null,
  };
  return make("dl", {}, ...Object.entries(rows).filter(([, value]) => value).flatMap(([key, value]) => [make("dt", {}, say(key)), make("dd", {}, value)]));
}

const steps = {
  "accepted": "stepAccepted",
  "approved": "stepApproved",
  "sent": "stepSent",
  "delivered": "stepDelivered",
  "rejected": "stepRejected",
  "failed": "stepFailed",
  "called back": "stepCalledBack",
  "callback failed": "stepCallbackFailed",
};

/** The emulator tells in English; what comes after a colon stays as it is. */
const stepText = (text) => text.replace(/^[a-z ]+/, (start) => (steps[start] ? say(steps[start]) : start));

function timeline(entries) {
  const rows = entries.map((step) => make("li", { className: step.isDue ? "" : "quiet" },
    make("time", { datetime: step.at }, time(step.at, true)), ` ${stepText(step.text)}`, step.isDue ? null : ` (${say("toCome")})`));
  return make("section", {}, make("h3", {}, say("timeline")), make("ol", { className: "timeline" }, ...rows));
}

function callbacks({ message, callbacks: tries }) {
  const none = message.callbackUrl ? "noCallbacks" : "noCallbackUrl";
  return make("section", {}, make("h3", {}, say("callbacks")), tries.length === 0
    ? make("p", { className: "quiet" }, say(none))
    : make("ol", {}, ...tries.map((attempt) => make("li", {},
      make("time", { datetime: attempt.at }, time(attempt.at, true)), ` ${attempt.status ?? attempt.error ?? say("noAnswer")} `,
      attempt.isDuplicate ? make("span", { className: "quiet" }, `(${say("duplicate")})`) : null, make("code", { className: "block" }, attempt.url)))));
}

function json(key, text, open) {
  const element = make("details", { id: `json-${key}` }, make("summary", {}, say(key)), text ? make("pre", { tabindex: "0" }, pretty(text)) : make("p", { className: "quiet" }, say("gone")));
  element.open = open.has(element.id);
  return element;
}
