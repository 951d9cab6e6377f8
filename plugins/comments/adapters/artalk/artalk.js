/* Artalk in the mount: in our words, and without what would ask others. */

const NOBODY = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";
const OFF = {
  emoticons: false, vote: false, voteDown: false, uaBadge: false, imgUpload: false,
  versionCheck: false, pvAdd: false, avatarURLBuilder: () => NOBODY,
};

let artalk;

function settings({ server, site, pageKey, pageTitle, texts }, language, { day, scheme }) {
  return {
    ...OFF,
    server: new URL(server, document.baseURI).href.replace(/\/$/, ""),
    site,
    pageKey,
    pageTitle,
    locale: JSON.parse(texts),
    dateFormatter: (date) => day(date, language),
    darkMode: scheme() === "dark",
  };
}

const loaded = (thread) => new Promise((resolve, reject) => {
  thread.on("list-loaded", resolve);
  thread.on("list-failed", (reason) => reject(new Error(reason?.msg ?? "no list of comments")));
});

export async function open(mount, tools) {
  const { script, styles } = mount.dataset;
  if (!window.Artalk) await Promise.all([tools.sheet(styles), tools.script(script)]);
  artalk?.destroy();
  const language = mount.closest("[lang]").lang;
  const place = mount.appendChild(document.createElement("div"));
  artalk = window.Artalk.init({ el: place, ...settings(mount.dataset, language, tools) });
  artalk.on("editor-submitted", () => mount.dispatchEvent(new CustomEvent("comment", { detail: "sent" })));
  await loaded(artalk);
  return tools.until(mount, () => mount.querySelector(".atk-textarea"));
}

export const dress = (_, scheme) => artalk?.setDarkMode(scheme === "dark");
