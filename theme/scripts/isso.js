/* Isso in the mount: its own script, given the attributes it reads, and what it lacks. */

const PATIENCE = 10_000;
const AUTOCOMPLETE = { author: "name", email: "email", website: "url" };

/* Isso builds HTML from its texts, in attributes between apostrophes. */
const harmless = (text) =>
  text.replaceAll("'", "’").replace(/[<>]/g, "").replaceAll("{n}", "{{ n }}");

function load(mount) {
  const script = document.createElement("script");
  for (const { name, value } of mount.attributes) {
    if (name.startsWith("data-isso")) script.setAttribute(name, harmless(value));
  }
  script.src = mount.dataset.script;
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      reject(new Error(`${script.src} cannot be loaded`));
    };
    document.head.append(script);
  });
}

/* The heading has words once the comments are there. */
const drawn = (mount) =>
  mount.querySelector(".isso-thread-heading")?.textContent && mount.querySelector(".isso-textarea");

function whenDrawn(mount) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const field = drawn(mount);
      if (field) settle(resolve, field);
    };
    const settle = (end, value) => {
      clearTimeout(timer);
      watch.disconnect();
      end(value);
    };
    const timer = setTimeout(() => settle(reject, new Error("Isso drew no comments")), PATIENCE);
    const watch = new MutationObserver(look);
    watch.observe(mount, { childList: true, subtree: true, characterData: true });
    look();
  });
}

/* Every form has the same ids, no autocomplete, and a text field without a name. */
let forms = 0;
function mend(mount) {
  mount.querySelector(".isso-thread-heading")?.setAttribute("aria-level", "3");
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

/** Draw the comments in *mount*; resolves to the field a comment is written in. */
export async function open(mount) {
  mount.replaceChildren();
  keeper.observe(mount, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  if (window.Isso) {
    window.Isso.init();
    window.Isso.fetchComments();
  } else {
    await load(mount);
  }
  return whenDrawn(mount);
}
