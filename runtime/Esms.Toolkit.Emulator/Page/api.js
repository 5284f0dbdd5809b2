import { notify } from "./dom.js";

const addressOf = (path) => new URL(`_emulator/${path}`, document.baseURI);

export async function read(path) {
  const answer = await fetch(addressOf(path));
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Returns whether it was done; why not is shown. */
export async function change(method, path, body) {
  const answer = await fetch(addressOf(path), { method, headers: { "Content-Type": "application/json" }, body: method === "DELETE" ? undefined : JSON.stringify(body) });
  if (!answer.ok) notify((await answer.text()) || String(answer.status));
  return answer.ok;
}

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
