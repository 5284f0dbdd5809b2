// What the tests ask a page. Texts that are marked translate="no" are data, and times are written by the browser.
const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const isForeign = (element) => element.closest("[translate=no], time, script, style") !== null;

function shownTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (text && (isShown(element) || element.matches("option") && isShown(element.closest("select")))) found.push({ element, text });
  }
  return found;
}

async function untranslated() {
  const { dictionaries, ofContracts } = await import(new URL("_emulator/page/words.js", document.baseURI));
  const { lang } = document.documentElement;
  const contracts = new Set(lang === "en" ? Object.keys(ofContracts) : Object.values(ofContracts));
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const known = Object.values(dictionaries[lang])
    .map((word) => new RegExp(`^${word.split(/\{\d\}/).map(escaped).join("[^]+")}$`));
  const attributes = [...document.querySelectorAll("[aria-label], [placeholder], [title], [alt]")]
    .filter((element) => isShown(element) && !isForeign(element))
    .flatMap((element) => ["aria-label", "placeholder", "title", "alt"].map((name) => element.getAttribute(name))).filter(Boolean);
  const texts = [document.title, ...attributes, ...shownTexts().filter(({ element }) => !isForeign(element)).map(({ text }) => text)];
  return [...new Set(texts.filter((text) => /\p{L}/u.test(text) && !contracts.has(text) && !known.some((word) => word.test(text))))];
}

/** Colours as the screen shows them: those with holes lie over what is below them. */
function tooPale() {
  const parse = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const over = (top, below) => Object.fromEntries([
    ...["red", "green", "blue"].map((part) => [part, top[part] * top.alpha + below[part] * (1 - top.alpha)]), ["alpha", 1],
  ]);
  const groundOf = (element) => {
    if (element === null) return parse(matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)");
    const own = parse(getComputedStyle(element).backgroundColor);
    return own.alpha === 1 ? own : over(own, groundOf(element.matches("dialog") ? null : element.parentElement));
  };
  const part = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ({ red, green, blue }) => 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const judge = (element, text, pseudo) => {
    const ground = groundOf(element);
    const ratio = contrast(over(parse(getComputedStyle(element, pseudo).color), ground), ground);
    return ratio < 4.5 ? [`${ratio.toFixed(2)} ${text.slice(0, 40)}`] : [];
  };
  const fields = [...document.querySelectorAll("input, textarea, select")].filter(isShown);
  return [
    ...shownTexts().flatMap(({ element, text }) => judge(element, text)),
    ...fields.flatMap((field) => judge(field, field.id || field.name)),
    ...fields.filter((field) => field.placeholder).flatMap((field) => judge(field, field.placeholder, "::placeholder")),
  ];
}

/** Nothing sticks out of the window, out of its dialog, or out of its column. */
function outOfPlace() {
  const page = document.documentElement;
  const found = page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} wide`] : [];
  for (const element of document.querySelectorAll("header *, main > section *, dialog[open] *")) {
    if (!isShown(element) || element.closest(".hidden") || element.matches("option, optgroup")) continue;
    const { left, right, width } = element.getBoundingClientRect();
    const frame = element.closest("dialog, main > section, header").getBoundingClientRect();
    const clipped = element.parentElement.closest(".text, pre, .screen, textarea");
    if (width === 0 || clipped) continue;
    if (left < frame.left - 1 || right > frame.right + 1) found.push(`${element.tagName} ${element.className} ${element.id}`);
  }
  for (const scroller of document.querySelectorAll("#list, .screen, dialog[open], dd, pre")) {
    const isWide = scroller.scrollWidth > scroller.clientWidth + 1;
    if (isShown(scroller) && isWide) found.push(`${scroller.tagName} ${scroller.className} scrolls sideways`);
  }
  return found;
}
