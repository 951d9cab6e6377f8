/* Waline in the mount: without what would ask others, and with what it lacks. */

const AUTOCOMPLETE = { nick: "name", mail: "email", link: "url" };
const OFF = { emoji: false, search: false, reaction: false, imageUploader: false, highlighter: false, texRenderer: false, noCopyright: true, noRss: true };
const FORMS = ["zero", "one", "two", "few", "many", "other"];

let texts, language, widget, day;

/* A number of things, in the form that the language has for it. */
function counted(text, n) {
  const forms = text.split("\n");
  const rules = new Intl.PluralRules(language);
  const known = FORMS.filter((form) => rules.resolvedOptions().pluralCategories.includes(form));
  return forms[Math.min(known.indexOf(rules.select(n)), forms.length - 1)].replace("{n}", n.toLocaleString(language));
}

/* Waline's own is a number and the name of a unit, or a date. */
function ago(time) {
  const [, n, unit] = /^(\d*) ?([a-z]+)$/.exec(time) ?? [];
  if (unit) return counted(texts[unit], Number(n));
  return day(new Date(time), language);
}

function put(element, name, value) {
  if (element && element[name] !== value) element[name] = value;
}

/* An element of ours, in place of one of Waline's, which is hidden. */
function instead(hidden, name) {
  if (!hidden.nextElementSibling?.matches(".waline-own")) {
    hidden.after(Object.assign(document.createElement(name), { className: "waline-own" }));
  }
  return hidden.nextElementSibling;
}

/* The preview would ask for pictures as soon as they are typed; the server lets none pass. */
function guard(preview) {
  if (Object.hasOwn(preview, "innerHTML")) return;
  const set = (html) => {
    // A style would be an offence against the page's policy as soon as it is parsed.
    const plain = String(html).replace(/<[^>]+>/g, (tag) => tag.replace(/style/gi, "data-style"));
    const { body } = new DOMParser().parseFromString(plain, "text/html");
    for (const one of body.querySelectorAll("img, picture, video, audio, svg, iframe, object, embed, link")) one.remove();
    preview.replaceChildren(...body.childNodes);
  };
  Object.defineProperty(preview, "innerHTML", { set });
}

function mendForm(mount) {
  mount.querySelectorAll(".wl-preview > .wl-content").forEach(guard);
  for (const input of mount.querySelectorAll(".wl-header-item input")) {
    input.autocomplete = AUTOCOMPLETE[input.name];
    input.required = mount.dataset.required.split(" ").includes(input.name);
    put(input.previousElementSibling, "textContent", texts[input.name]);
  }
  for (const field of mount.querySelectorAll(".wl-editor")) {
    for (const name of ["ariaLabel", "placeholder"]) put(field, name, texts.placeholder);
  }
  for (const button of mount.querySelectorAll("[type=submit][title]:not(.wl-logout-btn)")) button.removeAttribute("title");
  for (const account of mount.querySelectorAll(".wl-login-nick")) put(account, "ariaLabel", texts.profile);
}

/* Ids are mere numbers, buttons mere pictures, and a time leads nowhere. */
function mendCards(mount) {
  for (const card of mount.querySelectorAll(".wl-card-item")) {
    if (/^\d/.test(card.id)) card.id = `waline-${card.id}`;
    const time = card.querySelector(".wl-time");
    const link = instead(time, "a");
    put(link, "textContent", ago(time.textContent));
    if (link.hash !== `#${card.id}`) link.href = `#${card.id}`;
    for (const name of ["edit", "delete"]) put(card.querySelector(`.wl-${name}`), "title", texts[name]);
    card.querySelector(".wl-warning")?.removeAttribute("aria-hidden");
  }
  for (const link of mount.querySelectorAll(".wl-reply-to a")) link.hash = link.hash.replace(/^#(?=\d)/, "#waline-");
  const heading = instead(mount.querySelector(".wl-count"), "h3");
  // It does not count the reader's own answers until they are loaded.
  const n = Math.max(mount.querySelector(".wl-num")?.textContent ?? 0, mount.querySelectorAll(".wl-card-item").length);
  put(heading, "textContent", n ? counted(texts.count, n) : "");
  heading.hidden = !n;
}

const among = (nodes, selector) => [...nodes].find((node) => node.matches?.(selector));

/* A comment that comes without the list being loaded is the reader's own. */
function follow(mount, changes) {
  const of = (list, selector) => changes.map((change) => among(change[list], selector)).find(Boolean);
  if (of("removedNodes", ".wl-loading")) return;
  const card = of("addedNodes", ".wl-card-item");
  const form = of("addedNodes", ".wl-reply-wrapper, .wl-edit-wrapper");
  const left = changes.find(({ removedNodes }) => among(removedNodes, ".wl-reply-wrapper, .wl-edit-wrapper"));
  if (card) {
    card.tabIndex = -1;
    card.focus();
    mount.dispatchEvent(new CustomEvent("comment", { detail: "sent" }));
  } else if (form) {
    form.querySelector(".wl-editor").focus();
  } else if (left && !mount.contains(document.activeElement)) {
    left.target.closest(".wl-card").querySelector(".wl-reply").focus();
  }
}

/* Waline says what is wrong in a box of the browser, and what the server says in English. */
function hear(mount, said) {
  const field = { [texts.nickError]: "nick", [texts.mailError]: "mail" }[said];
  const input = field && mount.querySelector(`#wl-${field}`);
  if (!input) {
    mount.querySelector(".primary.wl-btn")?.focus();
    mount.dispatchEvent(new CustomEvent("comment", { detail: "unsent" }));
    return;
  }
  input.setCustomValidity(said);
  input.reportValidity();
  input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
}

const drawn = (mount) => !mount.querySelector("[data-waline] > .wl-loading") && mount.querySelector(".wl-editor");

function watch(mount) {
  const { alert, confirm } = window;
  if (alert.ours) return;
  window.alert = Object.assign((said) => hear(mount, said), { ours: true });
  window.confirm = () => confirm(texts.confirm);
  new MutationObserver((changes) => {
    if (!mount.querySelector(".wl-meta-head")) return;
    mendForm(mount);
    mendCards(mount);
    follow(mount, changes);
  }).observe(mount, { childList: true, subtree: true, characterData: true });
}

export async function open(mount, tools) {
  const { script, server, path, login, required } = mount.dataset;
  ({ day } = tools);
  texts = JSON.parse(mount.dataset.texts);
  language = mount.closest("[lang]").lang;
  if (!window.Waline) await tools.script(script);
  watch(mount);
  widget?.destroy();
  widget = window.Waline.init({
    ...OFF,
    el: mount,
    serverURL: new URL(server, document.baseURI).href,
    path,
    login,
    requiredMeta: required.split(" ").filter(Boolean),
    lang: "en",
    locale: { ...texts, comment: "", now: "second", seconds: "second", minutes: "minute", hours: "hour", days: "day" },
    commentSorting: "oldest",
    pageSize: 50,
  });
  const field = await tools.until(mount, drawn);
  return mount.closest("[data-closed]") ? null : field;
}
