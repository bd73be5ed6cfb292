/** Between places in the page's elements and offsets in a block's text. */

/** The offset in the block's text of a place in its elements. */
export function offsetIn(block: Element, node: Node, offset: number): number {
  if (node === block || node.nodeType !== Node.TEXT_NODE) {
    let at = 0;
    const stop = node.childNodes[offset] ?? null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_ALL);
    const after = stop ? null : lastInside(node);
    for (let n = walker.nextNode(); n; n = walker.nextNode()) {
      if (n === stop) return at;
      if (n.nodeType === Node.TEXT_NODE) at += (n as Text).length;
      if (n === after) return at;
    }
    return at;
  }
  let at = 0;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let n = walker.nextNode(); n; n = walker.nextNode()) {
    if (n === node) return at + offset;
    at += (n as Text).length;
  }
  return at;
}

function lastInside(node: Node): Node {
  let last: Node = node;
  while (last.lastChild) last = last.lastChild;
  return last;
}

/** The place in a block's elements of an offset in its text. */
export function placeIn(block: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last: Text | null = null;
  for (let n = walker.nextNode() as Text | null; n; n = walker.nextNode() as Text | null) {
    if (left <= n.length) return [n, left];
    left -= n.length;
    last = n;
  }
  return last ? [last, last.length] : [block, 0];
}
