/* Artalk.js, as Artalk's documentation describes it. */
window.Artalk = {
  init(config) {
    const handlers = {};
    const tell = (name, what) => (handlers[name] ?? []).forEach((handle) => handle(what));
    const words = config.locale;
    window.given = { id: config.pageKey, site: config.site, theme: config.darkMode ? "dark" : "light", date: config.dateFormatter(new Date("2026-03-14T12:00:00Z")), words };
    const asked = new URLSearchParams({ page_key: config.pageKey, site_name: config.site, limit: 20 });
    const field = Object.assign(document.createElement("textarea"), { className: "atk-textarea", placeholder: words.placeholder });
    const face = Object.assign(document.createElement("img"), { src: config.avatarURLBuilder({}), alt: "" });
    config.el.append(field, face);
    fetch(`${config.server}/api/v2/comments?${asked}`).then((answer) =>
      answer.ok ? tell("list-loaded", []) : tell("list-failed", { msg: "failed" }));
    window.post = () => tell("editor-submitted");
    return {
      on: (name, handle) => { (handlers[name] ??= []).push(handle); },
      setDarkMode: (on) => { given.theme = on ? "dark" : "light"; },
      destroy: () => config.el.replaceChildren(),
    };
  },
};
