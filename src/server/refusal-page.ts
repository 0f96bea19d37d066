/** The style of the page, which the content security policy lets in by its digest. */
export const REFUSAL_STYLE = `
  :root { color-scheme: light dark; }
  body { font: 17px/1.6 Georgia, "Source Serif 4", serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
  h1 { font-size: 28px; line-height: 1.25; font-weight: 600; }
  code { font-size: 15px; }
`;

/** The page that a browser without the token gets: what to do, in words, with no script and nothing of any case. */
export function refusalPage(): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tributary: use the printed address</title>
<style>${REFUSAL_STYLE}</style>
</head>
<body>
<h1>This workbench opens from the address that it printed</h1>
<p>When Tributary started it printed an address that ends in <code>?token=…</code>. Open that one: it lets this browser in and is needed once.</p>
<p>The window in which Tributary was started still shows it. If that is gone, stop the workbench and start it again: it prints the same address.</p>
</body>
</html>
`;
}
