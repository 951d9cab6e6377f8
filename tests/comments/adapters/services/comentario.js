/* comentario.js, as Comentario's documentation describes it. */
customElements.define("comentario-comments", class extends HTMLElement {
  static observedAttributes = ["theme"];

  connectedCallback() {
    const said = (name) => this.getAttribute(name);
    window.given = { id: said("page-id") || location.pathname, language: said("lang"), theme: said("theme") };
    const origin = new URL(document.querySelector("script[src$='/comentario.js']").src).origin;
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${origin}/comentario.css` }));
    fetch(`${origin}/api/embed/comments`, { method: "POST", body: JSON.stringify({ path: given.id }) })
      .then((answer) => this.draw(answer.ok));
  }

  draw(fine) {
    const [host, panel] = ["div", "div"].map((name) => document.createElement(name));
    host.className = "comentario-add-comment-host";
    host.tabIndex = 0;
    panel.className = fine ? "comentario-comments" : "comentario-message-box comentario-error";
    this.replaceChildren(...fine ? [host, panel] : [panel]);
  }

  attributeChangedCallback(name, old, theme) {
    if (window.given) given.theme = theme;
  }
});
