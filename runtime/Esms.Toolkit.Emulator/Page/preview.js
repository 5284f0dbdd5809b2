import { make, pretty } from "./dom.js";
import { say } from "./words.js";

/** The message as its recipient would see it, more or less. */
export function preview({ message, sms }) {
  const body = { sms: smsBody, zalo: zaloBody, viber: viberBody, voice: voiceBody }[message.channel](message);
  return make("figure", { className: `phone ${message.channel}` },
    make("div", { className: "screen" }, make("p", { className: "from" }, message.sender || say(message.channel)), body),
    sms ? make("figcaption", { className: "quiet" }, say("parts", sms.parts, sms.characters, say(sms.isUnicode ? "unicode" : "gsm"))) : null);
}

const smsBody = (message) => make("p", { className: "bubble" }, message.content);

function viberBody(message) {
  const request = valuesOf(message.request);
  const title = request.TitleButton ?? request.ButtonText ?? request.CaptionButton;
  return make("div", { className: "bubble" }, make("p", {}, message.content), title ? make("p", { className: "action" }, title) : null);
}

function zaloBody(message) {
  const values = valuesOf(message.content);
  const rows = Object.entries(values).map(([name, value]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, plain(value))));
  return make("div", { className: "bubble" },
    message.templateId ? make("p", { className: "quiet" }, `${say("template")} ${message.templateId}`) : null,
    rows.length > 0 ? make("table", {}, make("tbody", {}, ...rows)) : make("p", {}, pretty(message.content)));
}

function voiceBody(message) {
  return make("div", { className: "call" },
    make("p", {}, say("call")),
    make("p", { className: "number" }, message.recipient),
    message.templateId ? make("p", { className: "quiet" }, `${say("template")} ${message.templateId}`) : null,
    message.content ? make("p", { className: "bubble" }, message.content) : null);
}

const plain = (value) => (typeof value === "object" ? JSON.stringify(value) : String(value));

function valuesOf(text) {
  try {
    const values = JSON.parse(text);
    return values !== null && typeof values === "object" ? values : {};
  } catch {
    return {};
  }
}
