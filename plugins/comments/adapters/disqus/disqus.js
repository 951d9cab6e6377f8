/* Disqus in the mount, which its script finds by its id. It asks disqus_config what to show. */

const here = () =>
  document.querySelector("link[rel=canonical]")?.href ?? `${location.origin}${location.pathname}`;

function configured(mount) {
  return function config() {
    this.page.identifier = mount.dataset.identifier;
    this.page.url = here();
    this.page.title = mount.dataset.title;
    this.language = mount.dataset.language;
    this.callbacks.onReady = [() => { mount.dataset.drawn = ""; }];
    this.callbacks.onNewComment = [
      () => mount.dispatchEvent(new CustomEvent("comment", { detail: "sent" })),
    ];
  };
}

const again = () => window.DISQUS.reset({ reload: true, config: window.disqus_config });

export async function open(mount, tools) {
  delete mount.dataset.drawn;
  window.disqus_config = configured(mount);
  if (window.DISQUS) again();
  else await tools.script(mount.dataset.script, { "data-timestamp": String(Date.now()) });
  return tools.until(mount, () => "drawn" in mount.dataset && mount.querySelector("iframe"));
}

/* Disqus reads its colours from the page when it draws; what is being written is left alone. */
export function dress(mount) {
  if (window.DISQUS && !mount.contains(document.activeElement)) again();
}
