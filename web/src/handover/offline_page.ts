// The page as it was delivered, put together again from the document: what the shipped file holds stays in the document,
// and is all that is taken. Nothing that was pasted is among it.

/** What the head was delivered with. A browser that saves a page puts its own charset in, and takes the page's out. */
const shipped = 'meta[name],meta[http-equiv="Content-Security-Policy" i],title,link[rel="icon"],style:not([id]),script:not([src])';

function isShipped(node: Node): boolean {
  return node.nodeType === Node.COMMENT_NODE || (node instanceof Element && node.matches(shipped));
}

/** As the serializer writes it. */
function written(node: Node): string {
  return node instanceof Element ? node.outerHTML : `<!--${node.nodeValue ?? ""}-->`;
}

export function shippedPage(): string {
  const head = Array.from(document.head.childNodes).filter(isShipped).map(written);
  const running = document.querySelector("gouji-running");
  return [
    "<!doctype html>",
    '<html lang="zh-CN">',
    "<head>",
    '<meta charset="utf-8">',
    ...head,
    "</head>",
    "<body>",
    running === null ? "" : running.outerHTML,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}
