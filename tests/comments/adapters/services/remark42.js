/* embed.js, as Remark42's documentation describes it. */
function createInstance(config) {
  window.given = { id: config.url, language: config.locale, theme: config.theme, site: config.site_id };
  const frame = document.createElement("iframe");
  frame.src = `${config.host}/web/iframe.html?${new URLSearchParams({ site_id: config.site_id, url: config.url })}`;
  frame.style.width = "100%";
  document.getElementById("remark42").append(frame);
  window.REMARK42.changeTheme = (theme) => { given.theme = theme; };
}
window.REMARK42 = { createInstance };
createInstance(window.remark_config);
