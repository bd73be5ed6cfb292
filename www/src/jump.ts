/** From mark to mark by the keyboard. */

import { openCard } from "./card";
import { reopenWith } from "./card-content";
import { registry } from "./commands";
import { doc } from "./doc";
import { goTo } from "./goto";
import { t } from "./i18n";
import type { Span, Target } from "./model";
import { state } from "./state";
import { placeOf, root, select, selected } from "./surface";
import { announce } from "./ui/toast";

/** All marks in reading order. */
function marks(): { span: Span; target: Target }[] {
  const a = state.analysis;
  const { hidden } = state.filter;
  const all = [
    ...a.mentions.flatMap((m, index) => (hidden.has(m.type) ? [] : [{ span: m as Span, target: { kind: "mention", index } as Target }])),
    ...a.quotes.flatMap((q, index) => (q.parts[0] ? [{ span: q.parts[0], target: { kind: "quote", index } as Target }] : [])),
    ...a.terms.map((span, index) => ({ span, target: { kind: "term", index } as Target })),
  ];
  return all.sort((x, y) => x.span.start - y.span.start || y.span.end - x.span.end);
}

function element(target: Target): Element | null {
  const name = { mention: "m", quote: "q", term: "t" }[target.kind];
  const own = target.kind === "quote" ? ".q" : "";
  return root.querySelector(`${own}[data-${name}="${target.index}"]`);
}

/** Where the reader was: the selected mark, or the cursor. */
function step(by: 1 | -1): void {
  const all = marks();
  const s = state.selection;
  const current = s ? all.findIndex((m) => m.target.kind === s.kind && m.target.index === s.index) : -1;
  const at = selected()?.start ?? 0;
  let to = current >= 0 ? current + by : by > 0 ? all.findIndex((m) => m.span.start >= at) : all.findLastIndex((m) => m.span.start < at);
  const found = all[to];
  if (!found || to < 0) {
    announce(t("mark.none"));
    return;
  }
  goTo(found.span, () => {
    const mark = element(found.target);
    root.focus({ preventScroll: true });
    select(found.span.start, found.span.start);
    if (!mark) return;
    openCard(mark, true);
    state.select(found.target);
    announce(`${mark.getAttribute("aria-description")}: ${doc.slice(found.span.start, Math.min(found.span.end, found.span.start + 300))}`);
  });
}

/** Opens the card of the innermost mark at an offset. */
function cardAt(offset: number, focus: boolean): void {
  const [node] = placeOf(offset);
  const mark = node.parentElement?.closest("[data-m], [data-q], [data-t]");
  if (mark) openCard(mark, true, focus);
  else announce(t("mark.none"));
}

export function startJump(): void {
  reopenWith((offset) => cardAt(offset + 1, true));
  registry.add(
    { id: "next", label: "cmd.next", place: "view", key: "Alt+ArrowDown", run: () => step(1) },
    { id: "previous", label: "cmd.previous", place: "view", key: "Alt+ArrowUp", run: () => step(-1) },
    {
      id: "card",
      label: "cmd.card",
      place: "view",
      key: "Alt+Enter",
      run: () => {
        const s = state.selection;
        const mark = s && element(s);
        if (mark) openCard(mark, true, true);
        else cardAt((selected()?.start ?? 0) + 1, true);
      },
    },
  );
}
