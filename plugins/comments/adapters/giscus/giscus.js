/* giscus in the mount: a frame, which has everything from the attributes of its script. */

const GISCUS = "data-giscus-";
const theme = (scheme) => `noborder_${scheme}`;

const attributes = (mount) => Object.fromEntries(
  [...mount.attributes]
    .filter(({ name }) => name.startsWith(GISCUS))
    .map(({ name, value }) => [`data-${name.slice(GISCUS.length)}`, value]),
);

export async function open(mount, tools) {
  const { script } = mount.dataset;
  const [frame] = await Promise.all([
    tools.heard(mount),
    tools.script(script, { ...attributes(mount), "data-theme": theme(tools.scheme()) }),
  ]);
  return frame;
}

export function dress(mount, scheme) {
  const message = { giscus: { setConfig: { theme: theme(scheme) } } };
  mount.querySelector("iframe")?.contentWindow.postMessage(message, new URL(mount.dataset.script).origin);
}
