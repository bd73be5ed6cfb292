/**
 * The text on the page: one paragraph element a block, in sections that the browser lays out only when they come near
 * the window. Marks are drawn only there as well, and only where they changed.
 */

import { doc, type Change } from "./doc";
import { draw, Layers, signature } from "./marks";
import { offsetIn, placeIn } from "./place";
import { state } from "./state";
import { Signal } from "./signal";
import { el, fill } from "./ui/el";

/** Blocks and letters that one section holds at most. */
const MOST_BLOCKS = 60;
const MOST_LETTERS = 10_000;

/** The editable element. */
export const root = el("div", { class: "text", id: "text", spellcheck: "false", lang: "ar", dir: "rtl", translate: "no" });
/** Marks were drawn: whatever depends on the elements may look again. */
export const drawn = new Signal();

let paragraphs: HTMLParagraphElement[] = [];
let layers = new Layers(state.analysis);
const near = new Set<Element>();
/** What each paragraph shows, to know whether it has to be drawn again. */
const shown = new WeakMap<Element, string>();
/** A block that an input method is writing in is left alone until it is done. */
let held: Element | null = null;

const observer = new IntersectionObserver(
  (entries) => {
    for (const e of entries) {
      if (e.isIntersecting) near.add(e.target);
      else near.delete(e.target);
    }
    paint();
  },
  { rootMargin: "800px 0px" },
);

/** Sections in or near the window; only they show marks. */
export const nearby: ReadonlySet<Element> = near;

export function hold(block: Element | null): void {
  held = block;
}

function section(): HTMLElement {
  const made = el("div", { class: "section" });
  observer.observe(made);
  return made;
}

function drop(s: Element): void {
  observer.unobserve(s);
  near.delete(s);
  s.remove();
}

function blank(text: string): HTMLParagraphElement {
  const p = el("p");
  plain(p, text);
  return p;
}

function plain(p: HTMLParagraphElement, text: string): void {
  fill(p, text || el("br"));
  shown.delete(p);
}

/** Fills the surface with the blocks of the document from scratch. */
export function rebuild(): void {
  for (const s of [...root.children]) drop(s);
  paragraphs = doc.blocks.map((b) => blank(b.text));
  pack(paragraphs, null);
  size();
  paint();
}

/** Puts paragraphs into new sections behind an element, or at the start. */
function pack(list: HTMLParagraphElement[], after: Element | null): void {
  let current: HTMLElement | null = null;
  let letters = 0;
  let at = after;
  for (const p of list) {
    if (!current || current.childElementCount >= MOST_BLOCKS || letters > MOST_LETTERS) {
      current = section();
      letters = 0;
      if (at) at.after(current);
      else root.prepend(current);
      at = current;
    }
    letters += p.textContent!.length;
    current.append(p);
  }
}

/** Tells the browser how tall each section will be about, so that scrolling doesn't jump. */
function size(): void {
  for (const s of root.children as Iterable<HTMLElement>) {
    if (s.dataset.sized) continue;
    let lines = 0;
    for (const p of s.children) lines += Math.max(1, Math.ceil(p.textContent!.length / 70));
    s.style.setProperty("--lines", String(lines));
    s.dataset.sized = "1";
  }
}

/** The paragraph element of a block. */
export function paragraph(i: number): HTMLParagraphElement | undefined {
  return paragraphs[i];
}

/** The block that a node lies in, or -1. */
export function blockOf(node: Node): number {
  const p = (node instanceof Element ? node : node.parentElement)?.closest("p");
  return p ? paragraphs.indexOf(p as HTMLParagraphElement) : -1;
}

/** The offset in the text of a place in the elements, or null outside them. */
export function offsetOf(node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const i = blockOf(node);
  if (i >= 0) return doc.start(i) + offsetIn(paragraphs[i]!, node, offset);
  // Between paragraphs: the start of the one that follows, or the end of all.
  const following = node.childNodes[offset];
  const p = following instanceof Element ? (following.matches("p") ? following : following.querySelector("p")) : null;
  const next = p ? paragraphs.indexOf(p as HTMLParagraphElement) : -1;
  if (next >= 0) return doc.start(next);
  if (node === root) return doc.length;
  const last = paragraphs.indexOf(node.lastChild as HTMLParagraphElement);
  return last < 0 ? doc.length : doc.start(last) + doc.blocks[last]!.text.length;
}

/** The place in the elements of an offset in the text. */
export function placeOf(offset: number): [Node, number] {
  const i = doc.blockAt(offset);
  return placeIn(paragraphs[i]!, offset - doc.start(i));
}

/** A range over a stretch of the text. */
export function rangeOf(start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(...placeOf(start));
  range.setEnd(...placeOf(end));
  return range;
}

/** Follows a change of the text. */
export function follow(c: Change): void {
  layers.moved(c.inserted.length);
  if (c.gone === c.added && c.added === 1) {
    const p = paragraphs[c.from]!;
    if (p !== held) drawOne(c.from, true);
    return;
  }
  if (c.gone > 500 || c.added > 500) {
    rebuild();
    return;
  }
  const old = paragraphs.slice(c.from, c.from + c.gone);
  const fresh = doc.blocks.slice(c.from, c.from + c.added).map((b) => blank(b.text));
  const home = old[0]!.parentElement!;
  old[0]!.before(...fresh);
  const homes = new Set(old.map((p) => p.parentElement!));
  for (const p of old) p.remove();
  paragraphs.splice(c.from, c.gone, ...fresh);
  for (const s of homes) if (s !== home && s.childElementCount === 0) drop(s);
  if (home.childElementCount > 2 * MOST_BLOCKS) {
    pack([...home.children] as HTMLParagraphElement[], home);
    drop(home);
  } else delete home.dataset.sized;
  size();
  for (let i = c.from; i < c.from + c.added; i++) drawOne(i, true);
}

function drawOne(i: number, force = false): void {
  const p = paragraphs[i]!;
  const text = doc.blocks[i]!.text;
  const start = doc.start(i);
  const found = layers.within(start, start + text.length);
  const key = signature(found, layers.analysis, start);
  if (!force && shown.get(p) === key) return;
  if (found.length === 0) plain(p, text);
  else fill(p, draw(text, start, found, layers.analysis));
  shown.set(p, key);
}

/** Draws what is near the window and has changed, and leaves the cursor where it was. */
function paint(force = false): void {
  const selection = getSelection();
  const inside = selection?.rangeCount && root.contains(selection.anchorNode) && document.activeElement === root;
  const anchor = inside ? offsetOf(selection.anchorNode!, selection.anchorOffset) : null;
  const focus = inside ? offsetOf(selection.focusNode!, selection.focusOffset) : null;
  for (const s of near) {
    const first = paragraphs.indexOf(s.firstElementChild as HTMLParagraphElement);
    if (first < 0) continue;
    roles(first, s.childElementCount);
    for (let i = first; i < first + s.childElementCount; i++) if (paragraphs[i] !== held) drawOne(i, force);
  }
  if (anchor !== null && focus !== null) select(anchor, focus);
  drawn.emit();
}

/** Sets headlines and furniture apart. */
function roles(first: number, count: number): void {
  const list = layers.analysis.paragraphs;
  let low = 0;
  let high = list.length;
  const from = doc.start(first);
  while (low < high) {
    const mid = (low + high) >> 1;
    if (list[mid]!.end <= from) low = mid + 1;
    else high = mid;
  }
  for (let i = first; i < first + count; i++) {
    const end = doc.start(i) + doc.blocks[i]!.text.length;
    while (low < list.length && list[low]!.end <= doc.start(i)) low++;
    const role = list[low] && list[low]!.start < end ? list[low]!.role : "";
    const p = paragraphs[i]!;
    if (p.className !== role) p.className = role;
  }
}

/** Puts the selection on a stretch of the text. */
export function select(anchor: number, focus: number): void {
  const selection = getSelection();
  if (!selection) return;
  const [a, ao] = placeOf(anchor);
  const [f, fo] = placeOf(focus);
  if (selection.anchorNode === a && selection.anchorOffset === ao && selection.focusNode === f && selection.focusOffset === fo) return;
  selection.setBaseAndExtent(a, ao, f, fo);
}

/** The selected stretch of the text, start first; null where the cursor is elsewhere. */
export function selected(): { start: number; end: number; anchor: number; focus: number } | null {
  const s = getSelection();
  if (!s || s.rangeCount === 0 || !s.anchorNode || !s.focusNode) return null;
  const anchor = offsetOf(s.anchorNode, s.anchorOffset);
  const focus = offsetOf(s.focusNode, s.focusOffset);
  if (anchor === null || focus === null) return null;
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus), anchor, focus };
}

/** Draws every mark in sight again, as after a change of language. */
export function repaint(): void {
  paint(true);
}

/** The elements of a stretch are made sure to be drawn and scrolled to. */
export function reveal(start: number): void {
  const i = doc.blockAt(start);
  const p = paragraphs[i];
  if (!p) return;
  drawOne(i);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || root.childElementCount > 20;
  p.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

/** Begins to follow document and analysis. */
export function startSurface(): void {
  rebuild();
  doc.changed.on(follow);
  state.analysed.on(() => {
    layers = new Layers(state.analysis);
    paint();
  });
}
