/** Typing, deleting, pasting, composing: turns what the browser says into edits of the document. */

import { runKey } from "./commands";
import { doc } from "./doc";
import { caretWanted, edit } from "./edit";
import { hooks } from "./hooks";
import { t } from "./i18n";
import { fits } from "./open";
import { blockOf, follow, hold, offsetOf, paragraph, rebuild, root, select, selected } from "./surface";

let composing = false;

export function startEditor(): void {
  root.contentEditable = "true";
  root.setAttribute("role", "textbox");
  root.setAttribute("aria-multiline", "true");
  root.addEventListener("beforeinput", before);
  root.addEventListener("input", after);
  root.addEventListener("compositionstart", () => {
    composing = true;
    const s = selected();
    // What is selected goes first, so that the method writes within one block.
    if (s && s.end > s.start) change(s.start, s.end, "");
    const now = selected();
    if (now) hold(paragraph(doc.blockAt(now.start)) ?? null);
  });
  root.addEventListener("compositionend", () => {
    composing = false;
    sync();
    hold(null);
    const s = selected();
    const i = s ? doc.blockAt(s.start) : -1;
    if (i >= 0) follow({ start: 0, removed: "", inserted: "", from: i, gone: 1, added: 1 });
    if (s) select(s.anchor, s.focus);
  });
  root.addEventListener("paste", (e) => {
    e.preventDefault();
    if (!e.clipboardData) return;
    const text = hooks.paste(e.clipboardData) ?? e.clipboardData.getData("text/plain");
    const s = selected() ?? { start: doc.length, end: doc.length };
    if (text && fits(text)) change(s.start, s.end, text);
  });
  root.addEventListener("copy", copy);
  root.addEventListener("cut", (e) => {
    const s = copy(e);
    if (s) change(s.start, s.end, "");
  });
  root.addEventListener("dragstart", (e) => {
    const s = selected();
    if (s) e.dataTransfer?.setData("text/plain", doc.slice(s.start, s.end));
  });
  caretWanted.on((offset) => {
    if (document.activeElement === root) select(offset, offset);
  });
  document.addEventListener("keydown", (e) => {
    if (!e.isComposing && runKey(e)) e.preventDefault();
  });
}

function copy(e: ClipboardEvent): { start: number; end: number } | null {
  const s = selected();
  if (!s || s.start === s.end) return null;
  e.clipboardData?.setData("text/plain", doc.slice(s.start, s.end));
  e.preventDefault();
  return s;
}

function change(start: number, end: number, insert: string): void {
  edit(start, end, insert);
  const at = start + insert.replace(/\r\n?/g, "\n").length;
  select(at, at);
  keepInView();
}

function keepInView(): void {
  const range = getSelection()?.getRangeAt(0);
  const box = range?.getClientRects()[0] ?? (range?.startContainer as Element | undefined)?.getBoundingClientRect?.();
  if (!box) return;
  if (box.bottom > innerHeight - 40) scrollBy(0, box.bottom - innerHeight + 80);
  else if (box.top < 80) scrollBy(0, box.top - 120);
}

function before(e: InputEvent): void {
  if (e.isComposing || e.inputType === "insertCompositionText") return;
  e.preventDefault();
  const s = selected();
  if (!s) return;
  const target = e.getTargetRanges()[0];
  const from = target ? offsetOf(target.startContainer, target.startOffset) : null;
  const to = target ? offsetOf(target.endContainer, target.endOffset) : null;
  const range = from !== null && to !== null ? { start: Math.min(from, to), end: Math.max(from, to) } : s;
  const type = e.inputType;
  if (type === "insertParagraph" || type === "insertLineBreak") change(s.start, s.end, "\n");
  else if (type === "insertFromDrop") {
    const text = e.dataTransfer?.getData("text/plain") ?? "";
    if (text) change(range.start, range.end, text);
  } else if (type.startsWith("insert")) {
    const text = e.data ?? e.dataTransfer?.getData("text/plain") ?? "";
    if (text) change(range.start, range.end, text);
  } else if (type === "deleteContentBackward" && s.start === s.end) change(back(s.start), s.start, "");
  else if (type === "deleteContentForward" && s.start === s.end) change(s.start, forth(s.start), "");
  else if (type.startsWith("delete") && type !== "deleteByDrag") change(range.start, range.end, "");
  else if (type === "deleteByDrag") edit(range.start, range.end, "");
}

const graphemes = new Intl.Segmenter("ar", { granularity: "grapheme" });

/** Where the letter before an offset begins. A vowel sign is deleted on its own, an emoji as a whole. */
function back(offset: number): number {
  const i = doc.blockAt(offset);
  const at = doc.start(i);
  if (offset === at) return Math.max(0, offset - 1);
  const line = doc.blocks[i]!.text.slice(Math.max(0, offset - at - 40), offset - at);
  const last = [...graphemes.segment(line)].at(-1)?.segment ?? "";
  return offset - (/\p{Script=Arabic}/u.test(last) ? 1 : Math.max(1, last.length));
}

/** Where the letter after an offset ends. */
function forth(offset: number): number {
  const i = doc.blockAt(offset);
  const rest = doc.blocks[i]!.text.slice(offset - doc.start(i), offset - doc.start(i) + 40);
  const first = graphemes.segment(rest)[Symbol.iterator]().next().value?.segment.length ?? 1;
  return Math.min(doc.length, offset + first);
}

/** What the browser wrote by itself, as an input method does, is read back. */
function after(e: Event): void {
  if ((e as InputEvent).isComposing || composing) sync();
}

function sync(): void {
  const selection = getSelection();
  const i = selection?.anchorNode ? blockOf(selection.anchorNode) : -1;
  const p = i >= 0 ? paragraph(i) : undefined;
  if (!p || root.querySelectorAll("p").length !== doc.blocks.length) {
    rebuild();
    return;
  }
  const now = p.textContent!.replace(/\u200b/g, "");
  const old = doc.blocks[i]!.text;
  if (now === old) return;
  let head = 0;
  while (head < now.length && head < old.length && now[head] === old[head]) head++;
  let tail = 0;
  while (tail < now.length - head && tail < old.length - head && now.at(-1 - tail) === old.at(-1 - tail)) tail++;
  const start = doc.start(i);
  hold(p);
  edit(start + head, start + old.length - tail, now.slice(head, now.length - tail));
}

/** Names the editor for screen readers, keys included. */
export function labelEditor(next: string, previous: string, card: string): void {
  root.setAttribute("aria-label", t("text.label"));
  root.setAttribute("aria-description", t("text.keys", { next, previous, card }));
  root.setAttribute("data-placeholder", t("text.placeholder"));
}
