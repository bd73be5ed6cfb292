/** The card of a mark: a glance while the pointer rests on it, to stay when it is clicked or opened by key. */

import { registry } from "./commands";
import { describe } from "./card-content";
import { t } from "./i18n";
import type { Target } from "./model";
import { state } from "./state";
import { root } from "./surface";
import { el, icon } from "./ui/el";
import { CLOSE } from "./ui/icons";

/** The pointer has to rest this long before a card shows, and be gone this long before it goes. */
const REST = 320;
const LEAVE = 260;

let card: HTMLElement | null = null;
let pinned = false;
let anchor: Element | null = null;
/** The mark that the pointer is over. */
let under: Element | null = null;
const hovers = matchMedia("(hover: hover)");
let timer: ReturnType<typeof setTimeout> | undefined;

/** What the elements around a node stand for, innermost first. */
export function targetsAt(node: Node | null): Target[] {
  const found: Target[] = [];
  for (let e = (node instanceof Element ? node : node?.parentElement) as HTMLElement | null; e && e !== root; e = e.parentElement) {
    const { m, q, t: term } = e.dataset;
    const target: Target | null = m
      ? { kind: "mention", index: Number(m) }
      : q
        ? { kind: "quote", index: Number(q) }
        : term
          ? { kind: "term", index: Number(term) }
          : null;
    if (target && !found.some((f) => f.kind === target.kind && f.index === target.index)) found.push(target);
  }
  return found;
}

function markAt(node: Node | null): Element | null {
  const e = node instanceof Element ? node : (node?.parentElement ?? null);
  return e?.closest(".text [data-m], .text [data-q], .text [data-t]") ?? null;
}

/** Opens the card of a mark. `focus` moves the keyboard into it. */
export function openCard(mark: Element, stay: boolean, focus = false): void {
  const targets = targetsAt(mark);
  if (targets.length === 0) return;
  closeCard();
  anchor = mark;
  pinned = stay;
  const close = (): void => closeCard(true);
  const sections = targets.slice(0, 3).map((target, i) => {
    const section = describe(target, i === 0);
    if (section && stay) for (const more of registry.sections) section.append(more(target, close) ?? "");
    return section;
  });
  card = el(
    "div",
    { class: `card${stay ? " pinned" : ""}`, role: "dialog", "aria-label": t("card.label"), tabindex: -1 },
    stay
      ? el("button", { type: "button", class: "bare close", "aria-label": t("card.close"), onclick: close }, icon(CLOSE))
      : null,
    ...sections,
  );
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => pinned || leave());
  card.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    e.stopPropagation();
    close();
  });
  document.body.append(card);
  place();
  if (stay) state.select(targets[0]!);
  if (focus) (card.querySelector<HTMLElement>("button:not(.close), a, input, select") ?? card).focus();
}

/** Puts the card under its mark, or above it where there is no room. On narrow screens the style puts it at the foot. */
function place(): void {
  if (!card || !anchor) return;
  const rects = anchor.getClientRects();
  const box = rects[0] ?? anchor.getBoundingClientRect();
  const last = rects[rects.length - 1] ?? box;
  const height = card.offsetHeight;
  const below = last.bottom + 6;
  const fits = below + height < innerHeight - 8;
  const above = box.top - height - 6;
  const top = fits || above < 8 ? Math.min(below, Math.max(8, innerHeight - height - 8)) : above;
  const row = fits ? last : box;
  const left = Math.max(8, Math.min(row.right - card.offsetWidth, innerWidth - card.offsetWidth - 8));
  card.style.setProperty("top", `${top}px`);
  card.style.setProperty("left", `${left}px`);
}

export function closeCard(back = false): void {
  clearTimeout(timer);
  if (!card) return;
  const inside = card.contains(document.activeElement);
  card.remove();
  card = null;
  anchor = null;
  if (pinned && back) state.select(null);
  pinned = false;
  if (inside && back) root.focus();
}

function leave(): void {
  clearTimeout(timer);
  timer = setTimeout(() => closeCard(), LEAVE);
}

export function startCard(): void {
  // Only a pointer that moves asks for a card, not one that marks appear under.
  root.addEventListener("pointermove", (e) => {
    if (pinned || e.pointerType === "touch" || e.buttons || !hovers.matches) return;
    const mark = markAt(e.target as Node);
    if (mark === under) return;
    under = mark;
    clearTimeout(timer);
    if (!mark) return card ? leave() : undefined;
    timer = setTimeout(() => mark.isConnected && openCard(mark, false), REST);
  });
  root.addEventListener("pointerleave", () => {
    under = null;
    clearTimeout(timer);
    if (card && !pinned) leave();
  });
  root.addEventListener("click", (e) => {
    const mark = markAt(e.target as Node);
    if (mark && (getSelection()?.isCollapsed ?? true)) openCard(mark, true);
    else closeCard(true);
  });
  document.addEventListener("pointerdown", (e) => {
    const target = e.target as Node;
    if (card && !card.contains(target) && !root.contains(target)) closeCard(true);
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && card) closeCard(true);
  });
  root.addEventListener("beforeinput", () => closeCard(true));
  addEventListener("scroll", () => (pinned ? place() : closeCard()), { passive: true });
  addEventListener("resize", () => place());
  state.analysed.on(() => {
    if (anchor && !anchor.isConnected) closeCard();
  });
}
