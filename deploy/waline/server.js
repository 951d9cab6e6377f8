/* Waline on this machine only, behind the web server: node server.js, with the settings of waline.env. */

const http = require("node:http");

const { HOST = "127.0.0.1", PORT = "8360" } = process.env;

/* It asks at every request which services readers can log in with: none, and nobody else is asked. */
const NO_LOGINS = "/no-logins";
process.env.OAUTH_URL ??= `http://${HOST}:${PORT}${NO_LOGINS}`;

/* What a comment may not bring: each of these would be fetched from wherever its writer says. */
const FETCHED = ["img", "picture", "source", "video", "audio", "svg", "math", "link", "base"];

const waline = require("@waline/vercel")({
  env: "production",
  domPurify: {
    FORBID_TAGS: ["form", "input", "button", "select", "textarea", "style", ...FETCHED],
    FORBID_ATTR: ["style", "class", "id", "name", "background"],
  },
});

/* What it would say of each step holds readers' words and addresses. */
for (const level of ["debug", "info"]) think.logger[level] = () => {};

const server = http.createServer((request, response) => {
  if (request.url !== NO_LOGINS) return waline(request, response);
  response.setHeader("Content-Type", "application/json");
  return response.end('{"services": []}');
});
server.listen(Number(PORT), HOST, () => console.log(`Waline listens at ${HOST}:${PORT}`));
