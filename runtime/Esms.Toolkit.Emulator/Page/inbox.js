import { listen } from "./api.js";
import { readClock, startClock } from "./clock.js";
import { openFaults, readFaults } from "./faults.js";
import { announce, reload, startList, translateList } from "./list.js";
import { show, shownId } from "./message.js";
import { safely } from "./problem.js";
import { openTry } from "./try.js";
import { currentLanguage, say, speak, translate } from "./words.js";

const find = (id) => document.getElementById(id);
const [connection, language, message, search] = ["connection", "language", "message", "search"].map(find);
const narrow = matchMedia("(max-width: 800px)");
const changed = new Set();
let arrived = null;
let isReading = false;
let live = false;

function tell(isLive) {
  live = isLive;
  connection.textContent = say(live ? "connected" : "disconnected");
  connection.classList.toggle("delivered", live);
}

const refreshAll = safely(() => Promise.all([reload(), readClock(), readFaults(), show(shownId())]));

/**
 * Many changes that come at once are read once, and the next when those are shown. The message that is open is read again only when it has
 * changed itself, so that it can be read in peace.
 */
async function refreshChanged() {
  if (isReading) return;
  isReading = true;
  while (changed.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const [ids, id] = [new Set(changed), arrived];
    changed.clear();
    arrived = null;
    await readChanged(ids, id);
  }
  isReading = false;
}

const readChanged = safely((ids, id) =>
  Promise.all([reload(), readClock(), ids.has(shownId()) ? show(shownId()) : null, id === null ? null : announce(id)]));

function translateAll() {
  translate();
  translateList();
  tell(live);
  return refreshAll();
}

startList(safely(async (id, enter) => {
  await show(id);
  if (enter || narrow.matches) message.focus();
}));
startClock();
find("open-faults").addEventListener("click", safely(openFaults));
find("open-try").addEventListener("click", safely(openTry));
find("back").addEventListener("click", () => find("list").focus());
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  search.focus();
});
language.value = currentLanguage();
language.addEventListener("change", () => {
  speak(language.value);
  translateAll();
});
translateAll();
listen({
  ready: () => {
    tell(true);
    refreshAll();
  },
  changed: ({ kind, messageId }) => {
    changed.add(messageId);
    if (kind === "accepted") arrived = messageId;
    refreshChanged();
  },
  lost: () => tell(false),
});
