/** Correcting: the commands and the button on the card. */

import { registry } from "../commands";
import { doc } from "../doc";
import { t } from "../i18n";
import type { Span, Target } from "../model";
import { state } from "../state";
import { selected } from "../surface";
import { el, icon } from "../ui/el";
import { PEN } from "../ui/icons";
import { announce } from "../ui/toast";
import { markDialog, mentionDialog, quoteDialog, termDialog } from "./dialogs";
import { listDialog } from "./list";
import { startCorrections, stated } from "./store";

/** Opens the form of a mention, quote or term. */
function edit(target: Target): void {
  const { mentions, quotes, terms } = state.analysis;
  if (target.kind === "mention" && mentions[target.index]) mentionDialog(mentions[target.index]!);
  else if (target.kind === "quote" && quotes[target.index]) quoteDialog(quotes[target.index]!);
  else if (terms[target.index]) termDialog(terms[target.index]!);
}

/** The innermost mark at a place: a mention before the quote around it. */
function at({ start, end }: Span): Target | null {
  const inside = (s: Span) => s.start <= start && end <= s.end;
  const { mentions, quotes, terms } = state.analysis;
  const mention = mentions.findIndex(inside);
  if (mention >= 0) return { kind: "mention", index: mention };
  const term = terms.findIndex(inside);
  if (term >= 0) return { kind: "term", index: term };
  const quote = quotes.findLastIndex((q) => q.parts.some(inside));
  return quote >= 0 ? { kind: "quote", index: quote } : null;
}

/** The selection without the blanks at its edges, or the word at the cursor. */
function chosen(): Span | null {
  const place = selected();
  if (!place) return null;
  let { start, end } = place;
  if (start === end) {
    const before = /[\p{L}\p{M}\p{N}_]*$/u.exec(doc.slice(Math.max(0, start - 60), start))![0].length;
    const after = /^[\p{L}\p{M}\p{N}_]*/u.exec(doc.slice(end, Math.min(doc.length, end + 60)))![0].length;
    return before + after > 0 ? { start: start - before, end: end + after } : null;
  }
  const text = doc.slice(start, end);
  start += text.length - text.trimStart().length;
  end -= text.length - text.trimEnd().length;
  return start < end ? { start, end } : null;
}

startCorrections();

registry.add(
  {
    id: "correct",
    label: "correct.at",
    place: "edit",
    key: "Alt+C",
    run: () => {
      const place = selected();
      const target = (place && at(place)) ?? state.selection;
      if (target) edit(target);
      else announce(t("mark.none"));
    },
  },
  {
    id: "mark",
    label: "correct.mark",
    place: "edit",
    key: "Alt+M",
    run: () => {
      const span = chosen();
      if (span) markDialog(span);
      else announce(t("correct.select"));
    },
  },
  { id: "corrections", label: "correct.list", place: "edit", enabled: () => stated().length > 0, run: listDialog },
);

registry.addSection((target, close) =>
  el(
    "div",
    { class: "card-row" },
    el(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () => {
          close();
          edit(target);
        },
      },
      icon(PEN),
      t("correct.button"),
    ),
  ),
);
