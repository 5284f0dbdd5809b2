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
let live = false;

function tell(isLive) {
  live = isLive;
  connection.textContent = say(live ? "connected" : "disconnected");
  connection.classList.toggle("delivered", live);
}

const refreshAll = safely(() => Promise.all([reload(), readClock(), readFaults(), show(shownId())]));

/** Many changes that come at once are read once. The message that is shown is read again when it has changed, so that it can be read in peace. */
function refreshSoon(id) {
  changed.add(id);
  if (changed.size > 1) return;
  setTimeout(safely(async () => {
    const ids = new Set(changed);
    changed.clear();
    await Promise.all([reload(), readClock(), ids.has(shownId()) ? show(shownId()) : null]);
  }), 150);
}

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
    if (kind === "accepted") safely(announce)(messageId);
    refreshSoon(messageId);
  },
  lost: () => tell(false),
});
