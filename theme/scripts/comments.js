/* Comments: nothing is asked of their server before the reader wants them.
   The provider's module (data-module) exports open(mount): it draws the comments in the mount
   and resolves to the field to write in. It says what became of a comment by the event
   "comment", whose detail is "sent" or "unsent". */

const PATIENCE = 10_000;

function start(section) {
  const mount = section.querySelector("[data-module]");
  const button = section.querySelector("button");
  const status = section.querySelector("[role=status]");

  const say = (what) => { status.textContent = status.dataset[what] ?? ""; };
  const enter = (state) => { section.dataset.state = state; say(state); };
  const fail = (state) => {
    enter(state);
    button.textContent = button.dataset.retry;
    button.removeAttribute("aria-disabled");
  };

  const linked = () => {
    const id = location.hash.slice(1);
    return id.startsWith(mount.dataset.anchor) ? document.getElementById(id) ?? mount : null;
  };

  async function draw() {
    const answer = await fetch(mount.dataset.probe, { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return fail(answer.status < 500 ? "refused" : "error");
    const provider = await import(new URL(mount.dataset.module, document.baseURI));
    const field = await provider.open(mount);
    enter("ready");
    section.querySelector("[data-invitation]").hidden = true;
    return field;
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
    const comment = linked();
    if (comment && comment !== mount) {
      comment.tabIndex = -1;
      comment.focus();
    } else if (write) {
      field.focus();
    }
    button.hidden = true;
  }

  const { load, origin } = section.dataset;
  if (origin && origin !== location.origin) return enter("closed");

  button.hidden = false;
  button.addEventListener("click", () => open({ write: true }));
  mount.addEventListener("comment", (event) => say(event.detail));
  addEventListener("hashchange", () => linked() && open());
  if (load === "now" || linked()) {
    open();
  } else if (load === "visible") {
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) return;
      watch.disconnect();
      open();
    });
    watch.observe(section);
  }
}

document.querySelectorAll(".comments[data-load]").forEach(start);
