/* Isso in the mount: its own script, given the attributes it reads, and what it lacks. */

const AUTOCOMPLETE = { author: "name", email: "email", website: "url" };

/* Isso builds HTML from its texts, in attributes between apostrophes. */
const harmless = (text) =>
  text.replaceAll("'", "’").replace(/[<>]/g, "").replaceAll("{n}", "{{ n }}");

const attributes = (mount) => Object.fromEntries(
  [...mount.attributes]
    .filter(({ name }) => name.startsWith("data-isso"))
    .map(({ name, value }) => [name, harmless(value)]),
);

/* The heading has words once the comments are there. */
const drawn = (mount) =>
  mount.querySelector(".isso-thread-heading")?.textContent && mount.querySelector(".isso-textarea");

/* Every form has the same ids, no autocomplete, and a text field without a name. */
let forms = 0;
function mend(mount) {
  mount.querySelector(".isso-thread-heading")?.setAttribute("aria-level", "3");
  // In the browser's language, whatever that of the page.
  for (const time of mount.querySelectorAll("time[title]")) time.removeAttribute("title");
  for (const field of mount.querySelectorAll("textarea:not([aria-label])")) {
    field.setAttribute("aria-label", field.placeholder || mount.querySelector("textarea").placeholder);
  }
  for (const label of mount.querySelectorAll(".isso-postbox label[for$='author']")) {
    forms += 1;
    for (const wrapper of label.closest(".isso-postbox").querySelectorAll(".isso-input-wrapper")) {
      const input = wrapper.querySelector("input");
      input.id = wrapper.querySelector("label").htmlFor = `${input.id}-${forms}`;
      input.autocomplete = AUTOCOMPLETE[input.name];
    }
  }
}

/* Isso is silent about a comment that was refused; it only lets the text stand. */
function listen(mount, changes) {
  const button = changes.find(({ type, target }) => type === "attributes" && !target.disabled)?.target;
  if (!button) return;
  const sent = !button.closest(".isso-postbox").querySelector("textarea").value;
  const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
  const comment = added.find((node) => node.matches?.(".isso-comment"));
  if (comment) {
    comment.tabIndex = -1;
    // It counted the comments when it was drawn.
    mount.querySelector(".isso-thread-heading").hidden = true;
  }
  (comment ?? button).focus();
  mount.dispatchEvent(new CustomEvent("comment", { detail: sent ? "sent" : "unsent" }));
}

const keeper = new MutationObserver((changes) => {
  const mount = document.getElementById("isso-thread");
  mend(mount);
  listen(mount, changes);
});

export async function open(mount, tools) {
  keeper.observe(mount, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  if (window.Isso) {
    window.Isso.init();
    window.Isso.fetchComments();
  } else {
    await tools.script(mount.dataset.script, attributes(mount));
  }
  const field = await tools.until(mount, drawn);
  return mount.closest("[data-closed]") ? null : field;
}
