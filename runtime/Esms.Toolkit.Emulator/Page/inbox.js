import { listen, read } from "./api.js";
import { notify } from "./dom.js";
import { announce, reload, startList, translateList } from "./list.js";
import { show, shownId } from "./message.js";
import { openFaults, readClock, startClock } from "./tools.js";
import { openTry } from "./try.js";
import { currentLanguage, say, speak, translate } from "./words.js";

const connection = document.getElementById("connection");
const language = document.getElementById("language");
let live = false;
let waiting = false;
let contracts = null;

const safely = (work) => async (...values) => {
  try {
    await work(...values);
  } catch (error) {
    notify(error.message);
  }
};

const readContracts = async () => (contracts ??= await read("contracts"));

function tell(isLive) {
  live = isLive;
  connection.textContent = say(live ? "connected" : "disconnected");
  connection.classList.toggle("delivered", live);
}

const refresh = safely(async () => {
  await Promise.all([reload(), readClock(), show(shownId())]);
});

/** Many changes that come at once are read once. */
function refreshSoon() {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    refresh();
  }, 150);
}

function translateAll() {
  translate();
  translateList();
  tell(live);
  refresh();
}

startList(safely(async (id, enter) => {
  await show(id);
  if (enter || matchMedia("(max-width: 800px)").matches) document.getElementById("message").focus();
}), safely);
startClock();
document.getElementById("open-faults").addEventListener("click", safely(async () => openFaults(await readContracts())));
document.getElementById("open-try").addEventListener("click", safely(async () => openTry(await readContracts())));
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, dialog")) return;
  event.preventDefault();
  document.getElementById("search").focus();
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
    refresh();
  },
  changed: (change) => {
    if (change.kind === "accepted") safely(announce)(change.messageId);
    refreshSoon();
  },
  lost: () => tell(false),
});
