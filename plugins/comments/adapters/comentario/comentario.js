/* Comentario in the mount: an element of its own, which its script defines. */

const NAME = "comentario-comments";

function element({ pageId, language }, theme) {
  const thread = document.createElement(NAME);
  const own = { "page-id": pageId, lang: language, theme, "no-fonts": "true", "live-update": "false" };
  for (const name in own) thread.setAttribute(name, own[name]);
  return thread;
}

/* It draws its list of comments last, or else a message. */
const drawn = (mount) => mount.querySelector(".comentario-comments, .comentario-error");

export async function open(mount, tools) {
  if (!customElements.get(NAME)) await tools.script(mount.dataset.script);
  mount.replaceChildren(element(mount.dataset, tools.scheme()));
  const found = await tools.until(mount, drawn);
  if (found.matches(".comentario-error")) throw new Error(found.textContent);
  return mount.querySelector(".comentario-add-comment-host");
}

export const dress = (mount, scheme) => mount.firstElementChild?.setAttribute("theme", scheme);
