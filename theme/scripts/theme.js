/* The reader's own choice of light or dark. A plain script in the head, so that no page is
   painted in the other one first; the choice itself is offered once the page is there. */
(() => {
  const KEY = "theme";
  const root = document.documentElement;
  const scheme = document.querySelector("meta[name=color-scheme]");

  function kept() {
    let value;
    try { value = localStorage.getItem(KEY); } catch { /* storage may be forbidden */ }
    return value === "light" || value === "dark" ? value : "";
  }

  function keep(value) {
    try {
      if (value) localStorage.setItem(KEY, value); else localStorage.removeItem(KEY);
    } catch { /* then it holds for this page */ }
  }

  function show(value) {
    if (value) root.dataset.theme = value; else delete root.dataset.theme;
    scheme.content = value || "light dark";
    const choice = document.querySelector(`.theme-switch [value="${value}"]`);
    if (choice) choice.checked = true;
  }

  show(kept());
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector(".theme-switch");
    if (!form) return;
    form.addEventListener("change", ({ target }) => { keep(target.value); show(target.value); });
    show(kept());
    form.hidden = false;
  });
  // Another page of the site, or this one when the reader comes back to it.
  addEventListener("storage", () => show(kept()));
  addEventListener("pageshow", ({ persisted }) => { if (persisted) show(kept()); });
})();
