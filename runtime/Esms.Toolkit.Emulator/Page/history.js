// What has happened to a message, what is to come, and the callbacks that were tried.
import { data, make, moment } from "./dom.js";
import { say } from "./words.js";

/** The emulator tells in English. What it quotes, such as the words of Zalo, stays as it is. */
const sentences = [
  [/^(accepted|approved|sent|delivered|rejected)$/, (step) => [say(step)]],
  [/^failed: (.*)$/s, (why) => [make("span", {}, say("failed")), " ", ...whyFailed(why)]],
  [/^finished: (\d+) delivered, (\d+) failed$/, (delivered, failed) => [say("finished", delivered, failed)]],
  [/^called back: HTTP status (\d+)$/, (status) => [say("calledBack", status)]],
  [/^callback failed: (.*)$/s, (why) => [make("span", {}, say("callbackFailed")), " ", make("span", {}, ...reason(why))]],
];

const failures = [
  [/^Catalogue:FailingRecipients has the recipient$/, () => [say("failing")]],
];

const reasons = [
  [/^no answer in time$/, () => [say("tooLate")]],
  [/^no answer: (.*)$/s, (why) => [say("noAnswer"), ...quoted(why)]],
  [/^not called: the address is not on this machine/, () => [say("notCalled")]],
];

const quoted = (text) => (text ? [" ", data(text, "bdi", { className: "quiet", lang: "en" })] : []);

/** Why a message failed: the emulator was told to let it, or in the words of Zalo. */
export const whyFailed = (text) => told(failures, text);

const reason = (text) => told(reasons, text);

function told(table, text) {
  for (const [pattern, tell] of table) {
    const match = pattern.exec(text);
    if (match) return tell(...match.slice(1));
  }
  return text ? [data(text, "bdi", { className: "quiet" })] : [];
}

export const timeline = (entries) => make("section", {}, make("h3", {}, say("timeline")), make("ol", { className: "timeline" },
  ...entries.map(stepOf)));

const stepOf = (step) => make("li", { className: step.isDue ? "done" : "to-come" },
  moment(step.at, true), make("span", {}, ...told(sentences, step.text)), step.isDue ? null : make("span", { className: "badge" }, say("toCome")));

export function callbacks({ message, callbacks: tries, nextCallbackAt }) {
  const isWaiting = nextCallbackAt && message.outcome !== "pending";
  return make("section", { id: "callbacks" }, make("h3", {}, say("callbacks")), tries.length === 0
    ? make("p", { className: "quiet" }, say(message.callbackUrl ? "noCallbacks" : "noCallbackUrl"))
    : make("ol", { className: "tries" }, ...tries.map(attemptOf)),
    isWaiting ? make("p", { className: "quiet" }, say("nextTry"), " ", moment(nextCallbackAt, true)) : null);
}

const attemptOf = (attempt) => make("li", {},
  make("span", { className: "line" },
    moment(attempt.at, true),
    make("span", { className: attempt.status === 200 ? "good" : "bad" },
      ...(attempt.error ? reason(attempt.error) : [say("answered", attempt.status)])),
    attempt.isDuplicate ? make("span", { className: "badge" }, say("duplicate")) : null),
  data(attempt.url, "code", { className: "block quiet" }));
