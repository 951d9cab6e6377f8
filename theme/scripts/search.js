/* Search. The menu's link (data-search) opens the page that it leads to as a dialog; without
   this module it just leads there. The index is asked for by the first search, not before. */

const PAUSE = 150;
const PAGE = 10;
const LONGEST = 200;
const BEFORE = 8;
const WINDOW = 36;
// A quotation of so many words is shown whole.
const WHOLE = 70;
const SHORTCUT = "search-shortcut";
// Of a word that is searched for, so much has to be there: Pagefind finds “and” for “andromeda”.
const ENOUGH = 0.4;

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const shared = (one, other) => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
};

const matches = (word, there) =>
  there.includes(word) || shared(word, there) >= Math.max(2, ENOUGH * word.length);

function start(root, dialog = null) {
  const form = root.querySelector("form");
  const field = form.elements.q;
  const section = root.querySelector(".search-results");
  const status = root.querySelector("[role=status]");
  const retry = root.querySelector("[data-retry]");
  const list = root.querySelector("ol");
  const more = root.querySelector("[data-more]");
  const languages = root.querySelectorAll("[data-languages] a");
  const language = root.closest("[lang]").lang;

  const folds = JSON.parse(root.dataset.folds);
  const folding = new RegExp(`[${Object.keys(folds).join("")}]`, "g");
  const fold = (text) => text.toLowerCase().normalize("NFC").replace(folding, (letter) => folds[letter]);
  const bare = (text) => fold(text).normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
  const count = (text, n) => text.replace("%(n)s", n.toLocaleString(language));

  let index = null;
  let failures = 0;
  let asked = "";
  let query = "";
  let results = [];

  const load = () => {
    // A browser may remember that an address failed.
    index ??= import(new URL(`pagefind.js${failures ? `?${failures}` : ""}`, new URL(root.dataset.index, document.baseURI)));
    return index;
  };

  const chosen = () => [...form.querySelectorAll("select")].filter((each) => each.value);

  const say = (what, n = 0) => {
    section.hidden = !what;
    status.textContent = what ? count(status.dataset[what], n) : "";
    retry.hidden = what !== "error";
  };

  const words = () => query.split(/[^\p{L}\p{N}\p{M}\u200c\u200d'’]+/u).map(bare).filter(Boolean);

  /* Whether a result has all that was asked for: Pagefind gives a beginning of a word for it. */
  const answers = (data) => {
    const there = `${data.content} ${Object.values(data.meta).join(" ")}`.split(/[\s\-–—]+/).map(bare);
    return words().every((word) => there.some((each) => matches(word, each)));
  };

  /* Where the words that were found stand in the text, or who says them, if they are a name. */
  function places(data, all, facts) {
    const found = new Set(data.locations.filter((place) => place < facts.words));
    const behind = new Set(data.locations.filter((place) => place >= facts.words).map((place) => bare(all[place])));
    for (const word of behind) {
      all.slice(0, facts.words).forEach((each, place) => bare(each).includes(word) && found.add(place));
    }
    const names = chosen().filter((each) => each.dataset.kind === "person").map((each) => each.selectedOptions[0].text);
    for (const [first, , , , , person] of facts.passages) {
      if (names.includes(person) || (!found.size && [...behind].some((word) => bare(person).includes(word)))) found.add(first);
    }
    return [...found].sort((one, other) => one - other);
  }

  /* The place around which the most was found; somebody else's words go before our own. */
  function best(hits, passageAt) {
    const weight = (from) => {
      const passage = passageAt(from);
      const to = Math.min(from + WINDOW - BEFORE, passage?.[1] ?? Infinity);
      return hits.filter((each) => each >= from && each < to).length + (passage ? 0.5 : 0);
    };
    return hits.reduce((one, other) => (weight(other) > weight(one) ? other : one), hits[0] ?? 0);
  }

  function excerpt(all, from, to, hits) {
    const parts = [];
    for (let place = from; place < to; place += 1) {
      parts.push(hits.includes(place) ? make("mark", {}, all[place]) : all[place], " ");
    }
    return make("p", {}, ...parts.slice(0, -1));
  }

  function shown(all, facts, hits) {
    const passageAt = (place) => facts.passages.find(([from, to]) => from <= place && place < to);
    const hit = best(hits, passageAt);
    const passage = passageAt(hit);
    const [least, most] = passage ?? [0, facts.words];
    const whole = passage && most - least <= WHOLE;
    const from = whole ? least : Math.max(least, hit - BEFORE);
    const to = whole ? most : Math.min(most, from + WINDOW);
    // The first word of somebody who is found by name was not looked for.
    const marked = hits.filter((place) => words().some((word) => matches(word, bare(all[place]))));
    const text = excerpt(all, from, to, marked);
    if (from > least) text.prepend("… ");
    if (to < most) text.append(" …");
    if (!passage) return [text, ""];
    const [, , id, mark, spoken, person] = passage;
    const quoted = make("blockquote", { className: "p-content", lang: spoken, dir: "auto" }, text);
    const figure = make("figure", { className: "quotation" }, quoted);
    figure.dataset.size = "small";
    figure.dataset.result = mark;
    if (person) figure.append(make("figcaption", { dir: "auto" }, `— ${person}`));
    return [figure, `#${id}`];
  }

  function strokes(facts) {
    const row = make("span", { className: "marks", ariaHidden: "true" });
    for (const mark of facts.marks) {
      const stroke = make("span", { className: "mark" });
      stroke.dataset.result = mark;
      row.append(stroke);
    }
    const said = make("span", { className: "visually-hidden" }, count(list.dataset.quotations, facts.marks.length));
    return facts.marks.length ? [" ", row, " ", said] : [];
  }

  function entry(data) {
    const facts = JSON.parse(decodeURIComponent(data.anchors[0].id));
    const all = data.content.split(/\s+/);
    const [text, anchor] = shown(all, facts, places(data, all, facts));
    const link = make("a", { href: root.dataset.home + facts.url + anchor }, data.meta.title);
    return make("li", {},
      make("span", { className: "meta" }, data.meta.date ?? ""),
      make("h2", { className: "entry-title", dir: "auto" }, link),
      make("p", { className: "meta" }, data.meta.by ?? "", ...strokes(facts)),
      text);
  }

  async function draw() {
    const next = results.slice(list.children.length, list.children.length + PAGE);
    const search = asked;
    const found = await Promise.all(next.map((each) => each.data()));
    if (search !== asked) return;
    if (!list.children.length && found.length && !answers(found[0])) results = [];
    else list.append(...found.map(entry));
    more.hidden = list.children.length >= results.length;
  }

  async function search() {
    query = field.value.trim().slice(0, LONGEST);
    const terms = [fold(query).replace(/[“”„«»]/g, '"'), ...chosen().map((each) => each.value)].join(" ").trim();
    if (terms === asked) return;
    asked = terms;
    for (const link of languages) link.search = query && new URLSearchParams({ q: query });
    if (!dialog) history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
    if (!terms) {
      list.replaceChildren();
      return say("");
    }
    try {
      const found = await (await load()).search(terms);
      if (terms !== asked) return;
      results = found.results;
      list.replaceChildren();
      await draw();
      if (terms === asked) say(results.length ? "found" : "absent", results.length);
    } catch (reason) {
      console.warn("search:", reason);
      if (terms !== asked) return;
      index = null;
      failures += 1;
      asked = "";
      list.replaceChildren();
      more.hidden = true;
      say("error");
    }
  }

  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  };
  const step = (event) => {
    const stops = [field, ...list.querySelectorAll("h2 a")];
    const next = stops.indexOf(document.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // Not in a list of choices, which has these keys itself.
    if (!stops.includes(document.activeElement) || !stops[next]) return;
    event.preventDefault();
    stops[next].focus();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  form.addEventListener("input", soon);
  field.addEventListener("focus", () => load().catch(() => { index = null; failures += 1; }));
  root.addEventListener("keydown", step);
  retry.addEventListener("click", () => {
    field.focus();
    search();
  });
  more.addEventListener("click", async () => {
    const first = list.children.length;
    await draw();
    list.children[first]?.querySelector("a").focus();
  });
  settle(root, dialog);
  if (!dialog) {
    field.value = new URLSearchParams(location.search).get("q")?.slice(0, LONGEST) ?? "";
    if (field.value) search();
  }
  return field;
}

/* A key of one character has to be possible to turn off (WCAG 2.2, 2.1.4). */
const remembered = () => {
  try {
    return localStorage.getItem(SHORTCUT) !== "off";
  } catch {
    return true;
  }
};

function settle(root, dialog) {
  const keys = root.querySelector(".search-keys");
  const box = keys.querySelector("input");
  const close = keys.querySelector("[data-close]");
  box.checked = remembered();
  box.addEventListener("change", () => {
    try {
      localStorage.setItem(SHORTCUT, box.checked ? "on" : "off");
    } catch { /* it holds for this page only */ }
  });
  close.hidden = !dialog;
  close.addEventListener("click", () => dialog?.close());
}

let opened = null;

async function open(link) {
  if (!opened) {
    const page = await fetch(link.href);
    if (!page.ok) throw new Error(`${page.status}`);
    const there = new DOMParser().parseFromString(await page.text(), "text/html");
    const dialog = make("dialog", { className: "search-dialog", closedBy: "any", ariaLabel: link.textContent });
    dialog.append(document.importNode(there.querySelector(".search"), true));
    document.body.append(dialog);
    opened = { dialog, field: start(dialog.querySelector(".search"), dialog) };
  }
  opened.dialog.showModal();
  opened.field.focus();
}

const link = document.querySelector("[data-search]");
const here = document.querySelector(".search");
const field = here && start(here);

// On the page itself the link just leads there.
if (link && !here) {
  link.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  });
}
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey || !remembered()) return;
  if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
  event.preventDefault();
  if (field) field.focus();
  else if (link) link.click();
});
