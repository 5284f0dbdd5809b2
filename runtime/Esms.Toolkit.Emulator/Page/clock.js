import { change, read } from "./api.js";
import { time } from "./dom.js";
import { safely } from "./problem.js";

const clock = document.getElementById("clock");
const stands = document.getElementById("clock-stands");
let shift = 0;
let standsAt = null;

export function startClock() {
  document.getElementById("advance").addEventListener("click", safely(async () => {
    await change("PUT", "clock/advance", { by: document.getElementById("advance-by").value });
    await readClock();
  }));
  setInterval(tick, 1000);
}

export async function readClock() {
  const { now, runs } = await read("clock");
  shift = Date.parse(now) - Date.now();
  standsAt = runs ? null : now;
  stands.hidden = runs;
  tick();
}

function tick() {
  const now = standsAt ?? new Date(Date.now() + shift).toISOString();
  clock.dateTime = now;
  clock.textContent = time(now, true);
}
