/* Comments: nothing is asked of their server before the reader wants them.
   The provider's module (data-module) exports
     open(mount, tools)    draws the comments in the mount; resolves to the field to write in,
                           or to null where the service keeps that to itself
     dress(mount, scheme)  if it can: the page is "light" or "dark" now
   It says what became of a comment by the event "comment", whose detail is "sent" or "unsent". */

const PATIENCE = 10_000;
const DARK = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const scheme = () => root.dataset.theme || (DARK.matches ? "dark" : "light");

/* Put an element that loads something into the head; it goes again where it fails. */
const load = (element) => new Promise((resolve, reject) => {
  element.onload = resolve;
  element.onerror = () => {
    element.remove();
    reject(new Error(`${element.src || element.href} cannot be loaded`));
  };
  document.head.append(element);
});

const tools = {
  scheme,
  /* A day in words, or in figures where the browser would take its own language for the page's. */
  day: (date, language) => Intl.DateTimeFormat.supportedLocalesOf(language).length
    ? date.toLocaleDateString(language, { dateStyle: "long", calendar: "gregory" })
    : date.toISOString().slice(0, 10),
  /* Load the script at an address, with the attributes it reads. */
  script(src, attributes = {}) {
    const script = document.createElement("script");
    for (const name in attributes) script.setAttribute(name, attributes[name]);
    return load(Object.assign(script, { src }));
  },
  sheet: (href) => load(Object.assign(document.createElement("link"), { rel: "stylesheet", href })),
  /* Wait until find(mount) finds something in what the service draws there, and return it. */
  until: (mount, find) => new Promise((resolve, reject) => {
    const settle = (end, value) => {
      clearTimeout(timer);
      watch.disconnect();
      end(value);
    };
    const look = () => {
      const found = find(mount);
      if (found) settle(resolve, found);
    };
    const timer = setTimeout(() => settle(reject, new Error("no comments were drawn")), PATIENCE);
    const watch = new MutationObserver(look);
    watch.observe(mount, { attributes: true, childList: true, subtree: true, characterData: true });
    look();
  }),
  /* Wait until the frame that the service draws in the mount speaks: until then it may be empty. */
  heard(mount) {
    const hear = ({ source }) => {
      const frame = mount.querySelector("iframe");
      if (frame && source === frame.contentWindow) frame.dataset.heard = "";
    };
    addEventListener("message", hear);
    return tools.until(mount, () => mount.querySelector("[data-heard]"))
      .finally(() => removeEventListener("message", hear));
  },
};

function start(section) {
  const mount = section.querySelector("[data-module]");
  const button = section.querySelector("button");
  const status = section.querySelector("[role=status]");
  let provider, styled;
  // Whether the focus was on what gives way to the comments.
  let held = false;

  const say = (what) => { status.textContent = status.dataset[what] ?? ""; };
  const enter = (state) => { section.dataset.state = state; say(state); };
  const fail = (state) => {
    enter(state);
    mount.replaceChildren();
    button.textContent = button.dataset.retry;
    button.removeAttribute("aria-disabled");
  };

  const { load: waits, origin, anchor } = section.dataset;
  /* The comment that the address names; the mount, where it is not on the page. */
  const linked = () => {
    const id = location.hash.slice(1);
    return anchor && id.startsWith(anchor) ? document.getElementById(id) ?? mount : null;
  };

  async function draw() {
    const { probe, module, sheet } = mount.dataset;
    if (probe) {
      const answer = await fetch(probe, { signal: AbortSignal.timeout(PATIENCE) });
      if (!answer.ok) return fail(answer.status < 500 ? "refused" : "error");
    }
    const at = (path) => new URL(path, document.baseURI);
    [provider] = await Promise.all([import(at(module)), sheet && !styled && tools.sheet(at(sheet))]);
    styled = true;
    const field = await provider.open(mount, tools);
    enter("ready");
    const going = [button, ...section.querySelectorAll("[data-until-ready]")];
    held = going.some((one) => one.contains(document.activeElement));
    for (const one of going.slice(1)) one.remove();
    return field ?? mount;
  }

  async function open({ write = false } = {}) {
    if (["loading", "ready"].includes(section.dataset.state)) return;
    enter("loading");
    // Not "disabled", which would take the focus away.
    button.setAttribute("aria-disabled", "true");
    let field;
    try {
      field = await draw();
    } catch (reason) {
      console.warn("comments:", reason);
      fail("error");
    }
    if (!field) return;
    const there = write ? null : linked();
    const target = there && there !== mount ? there : write || held ? field : null;
    if (target) {
      if (target !== field || field === mount) target.tabIndex = -1;
      target.focus();
    }
    button.hidden = true;
  }

  if (origin && origin !== location.origin) return enter("closed");

  button.hidden = false;
  button.addEventListener("click", () => open({ write: true }));
  mount.addEventListener("comment", (event) => say(event.detail));
  const dress = () => provider?.dress?.(mount, scheme());
  DARK.addEventListener("change", dress);
  new MutationObserver(dress).observe(root, { attributeFilter: ["data-theme"] });
  addEventListener("hashchange", () => { if (linked() === mount) open(); });
  if (waits === "now" || linked() === mount) {
    open();
  } else if (waits === "visible") {
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      watch.disconnect();
      open();
    });
    watch.observe(section);
  }
}

document.querySelectorAll(".comments[data-load]").forEach(start);
