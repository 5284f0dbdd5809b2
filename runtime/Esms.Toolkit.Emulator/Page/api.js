import { Problem } from "./problem.js";
import { say } from "./words.js";

const addressOf = (path) => new URL(`_emulator/${path}`, document.baseURI);

async function ask(path, init) {
  const answer = await fetch(addressOf(path), init).catch(() => null);
  if (answer === null) throw new Problem(say("unreachable"));
  if (!answer.ok) throw new Problem(say("notDone"), (await answer.text()) || String(answer.status), answer.status);
  return answer;
}

export const read = async (path) => (await ask(path)).json();

export async function change(method, path, body) {
  await ask(path, { method, headers: { "Content-Type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body) });
}

let contracts;

/** They are read once: they do not change while the emulator runs. */
export const readContracts = async () => (contracts ??= await read("contracts"));

/** Tells of changes, and after each connection that all must be read again. The browser connects again by itself, unless it was refused. */
export function listen({ ready, changed, lost }) {
  const source = new EventSource(addressOf("events"));
  source.addEventListener("ready", ready);
  source.addEventListener("change", (event) => changed(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ ready, changed, lost }), 2000);
  });
}
