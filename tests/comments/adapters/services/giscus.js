/* client.js, as giscus' own documentation describes it. */
{
  const script = document.currentScript;
  const { term, repo, repoId, category, categoryId, mapping, strict, theme, lang } = script.dataset;
  window.given = { id: mapping === "specific" ? term : location.pathname, language: lang, theme, repo, repoId, category, categoryId, strict };
  const container = document.querySelector(".giscus");
  const frame = document.createElement("iframe");
  const asked = new URLSearchParams({ term: given.id, theme, repo, origin: `${location.href}#${container.id}` });
  frame.className = "giscus-frame";
  frame.title = "Comments";
  frame.src = `${new URL(script.src).origin}/${lang}/widget?${asked}`;
  document.head.prepend(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${new URL(script.src).origin}/default.css` }));
  container.replaceChildren(frame);
  addEventListener("message", ({ data, origin }) => {
    if (origin === new URL(script.src).origin && data.stub) Object.assign(given, data.stub);
  });
}
