/* Hyvor Talk in the mount: an element of its own, which its script defines. */

const HYVOR = "data-hyvor-";

function element(mount, scheme) {
  const thread = document.createElement("hyvor-talk-comments");
  for (const { name, value } of mount.attributes) {
    if (name.startsWith(HYVOR)) thread.setAttribute(name.slice(HYVOR.length), value);
  }
  thread.setAttribute("colors", scheme);
  thread.addEventListener("loaded", () => { thread.dataset.loaded = ""; });
  thread.addEventListener("comment:published", () =>
    mount.dispatchEvent(new CustomEvent("comment", { detail: "sent" })));
  return thread;
}

export async function open(mount, tools) {
  mount.replaceChildren(element(mount, tools.scheme()));
  if (!customElements.get("hyvor-talk-comments")) {
    await tools.script(mount.dataset.script, { type: "module" });
  }
  await tools.until(mount, () => mount.querySelector("[data-loaded]"));
  return null;
}

export const dress = (mount, scheme) => mount.firstElementChild?.setAttribute("colors", scheme);
