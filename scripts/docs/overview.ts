/** The front page of the site: what is where. */
export function overviewPage(operations: number): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>wm-customer-api</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; }
  ul { list-style: none; padding: 0; }
  li { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 0.5rem; margin: 1rem 0; padding: 1rem 1.25rem; }
  li a { font-size: 1.15rem; font-weight: 600; }
  p { margin: 0.35rem 0 0; }
</style>
</head>
<body>
<h1>wm-customer-api</h1>
<p>A TypeScript client for the WM (Waste Management) Customer API, and what is known of the API itself. Unofficial: WM neither makes nor
supports it.</p>
<ul>
  <li><a href="client/index.html">Guide</a><p>How to install and use the client, credentials, values, errors, retries, mocks, and the table of all ${operations} operations.</p></li>
  <li><a href="client/modules/wm-customer-api.html">Client</a><p>Every class, method, option and error, with units, defaults and the page of WM's reference.</p></li>
  <li><a href="client/interfaces/wm-customer-api.Bodies.html">Values</a><p>What the operations resolve to, field by field.</p></li>
  <li><a href="http/index.html">HTTP API</a><p>The ${operations} operations as they are on the wire: paths, parameters, samples, errors. Each links to its method of the client, and back.</p></li>
  <li><a href="openapi.yaml">openapi.yaml</a><p>The same as an OpenAPI 3.1 document.</p></li>
</ul>
</body>
</html>
`;
}
