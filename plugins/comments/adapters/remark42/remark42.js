/* Remark42 in the mount, which its script finds by its id: a frame, made of remark_config. */

const config = ({ host, siteId, url, locale }, theme) => ({
  host: new URL(host, document.baseURI).href.replace(/\/$/, ""),
  site_id: siteId,
  url,
  locale,
  theme,
  components: ["embed"],
  no_footer: true,
});

export async function open(mount, tools) {
  const heard = tools.heard(mount);
  window.remark_config = config(mount.dataset, tools.scheme());
  const known = window.REMARK42?.createInstance;
  const [frame] = await Promise.all([
    heard,
    known ? known(window.remark_config) : tools.script(mount.dataset.script),
  ]);
  return frame;
}

export const dress = (mount, scheme) => window.REMARK42?.changeTheme?.(scheme);
