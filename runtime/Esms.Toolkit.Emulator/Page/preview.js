// The message as its recipient would see it, more or less.
import { beginning, data, make, plain, pretty, valuesIn } from "./dom.js";
import { say } from "./words.js";

export function preview({ message, sms }) {
  const body = { sms: smsBody, zalo: zaloBody, viber: viberBody, voice: voiceBody }[message.channel](message);
  const from = message.sender ? data(beginning(message.sender, 60), "strong") : make("strong", {}, say(message.channel));
  return make("figure", { className: `phone ${message.channel}` },
    make("div", { className: "screen", tabindex: "0", role: "group", "aria-label": say("preview") },
      make("p", { className: "from" }, make("span", { className: "channel" }, say(message.channel)), from),
      body),
    sms ? make("figcaption", { className: "quiet" }, say("parts", sms.parts, sms.characters, say(sms.isUnicode ? "unicode" : "gsm"))) : null);
}

const smsBody = (message) => data(message.content, "p", { className: "bubble" });

/** The operations write the names of fields in different cases. A picture is told of: the page loads nothing from elsewhere. */
function viberBody(message) {
  const request = Object.fromEntries(Object.entries(valuesIn(message.request)).map(([name, value]) => [name.toLowerCase(), value]));
  const { ottimgurl: picture, ottlabel: label } = request;
  return make("div", { className: "bubble" },
    picture ? make("p", { className: "picture" }, make("span", {}, say("picture")), data(plain(picture))) : null,
    data(message.content, "p"),
    label ? data(plain(label), "p", { className: "action" }) : null);
}

function zaloBody(message) {
  const rows = Object.entries(valuesIn(message.content)).map(([name, value]) =>
    make("tr", {}, data(name, "th", { scope: "row" }), data(plain(value), "td")));
  return make("div", { className: "bubble" },
    templateOf(message),
    rows.length > 0 ? make("table", {}, make("tbody", {}, ...rows)) : data(pretty(message.content), "p"));
}

const voiceBody = (message) => make("div", { className: "call" },
  make("p", {}, say("call")),
  data(beginning(message.recipient, 60), "p", { className: "number" }),
  templateOf(message),
  message.content ? data(message.content, "p", { className: "bubble" }) : null);

const templateOf = (message) => (message.templateId
  ? make("p", { className: "quiet" }, make("span", {}, say("template")), " ", data(message.templateId))
  : null);
