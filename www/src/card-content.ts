/** What a card says about a mention, a quote or a term. */

import { doc } from "./doc";
import { content, extent, speakerName } from "./facts";
import { goTo } from "./goto";
import { code, percent, t, type Key } from "./i18n";
import { DOUBTFUL, speakerKey, type Mention, type Quote, type Target } from "./model";
import { state } from "./state";
import { el, type Child } from "./ui/el";
import { toast } from "./ui/toast";
import { valueText } from "./values";

/** A card's section on a target; the first of a card shows more. */
export function describe(target: Target, first: boolean): HTMLElement | null {
  const a = state.analysis;
  if (target.kind === "mention") {
    const m = a.mentions[target.index];
    return m ? mention(m, target.index, first) : null;
  }
  if (target.kind === "quote") {
    const q = a.quotes[target.index];
    return q ? quote(q, first) : null;
  }
  const term = a.terms[target.index];
  return term ? el("section", { class: "card-part" }, head(t("type.term"), doc.slice(term.start, term.end), "t")) : null;
}

function head(kind: string, title: string, type: string): HTMLElement {
  return el(
    "header",
    {},
    el("span", { class: `kind k-${type}` }, kind),
    title ? el("strong", { dir: "auto", lang: "ar" }, title) : null,
  );
}

function rows(...pairs: ([Key, Child] | null)[]): HTMLElement {
  const list = el("dl");
  for (const pair of pairs) {
    if (!pair || pair[1] === null || pair[1] === "" || pair[1] === undefined) continue;
    list.append(el("div", {}, el("dt", {}, t(pair[0])), el("dd", {}, pair[1])));
  }
  return list;
}

function score(value: number): Child {
  return [
    el("span", { class: "meter", "aria-hidden": "true" }, bar(value)),
    percent(value),
    value < DOUBTFUL ? el("em", { class: "doubtful" }, t("card.doubtful")) : null,
  ];
}

function bar(value: number): HTMLElement {
  const b = el("i");
  b.style.setProperty("--share", String(value));
  return b;
}

function ar(text: string): HTMLElement {
  return el("bdi", { lang: "ar" }, text);
}

function mention(m: Mention, index: number, first: boolean): HTMLElement {
  const a = state.analysis;
  const entity = a.entities[m.entity];
  const text = doc.slice(m.start, m.end);
  const others = entity?.mentions ?? [index];
  const place = others.indexOf(index);
  const jump = (step: number): void => {
    const to = a.mentions[others[(place + step + others.length) % others.length]!];
    if (to) goTo(to, () => reopen(to.start));
  };
  const alone = state.filter.entity === m.entity;
  return el(
    "section",
    { class: "card-part" },
    head(t(`type.${m.type}`), text, m.type),
    rows(
      entity && entity.name !== text ? ["card.entity", ar(entity.name)] : null,
      entity?.role ? ["card.role", ar(entity.role)] : null,
      entity?.gloss ? ["card.gloss", el("bdi", { lang: "en" }, entity.gloss + (entity.code ? ` (${entity.code})` : ""))] : null,
      first && entity?.aliases.length ? ["card.aliases", ar(entity.aliases.join("، "))] : null,
      m.value ? ["card.value", valueText(m.value, m.type)] : null,
      ["card.score", score(m.score)],
    ),
    first && others.length > 1
      ? el(
          "div",
          { class: "card-row" },
          el("span", {}, t("card.mention", { n: place + 1, all: others.length })),
          el("button", { type: "button", class: "button", onclick: () => jump(-1) }, t("card.previous")),
          el("button", { type: "button", class: "button", onclick: () => jump(1) }, t("card.next")),
          el(
            "button",
            {
              type: "button",
              class: "button",
              "aria-pressed": String(alone),
              onclick: () => state.narrow({ entity: alone ? null : m.entity }),
            },
            t("card.alone"),
          ),
        )
      : null,
  );
}

/** Set by `card.ts`'s users: opens the card of the mark at an offset. */
let reopen: (offset: number) => void = () => {};
export function reopenWith(open: (offset: number) => void): void {
  reopen = open;
}

function quote(q: Quote, first: boolean): HTMLElement {
  const by = speakerName(q);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(`${by}: «${content(q)}»`);
    toast(t("card.copied"));
  };
  const key = speakerKey(q);
  const entity = q.speaker.entity === null ? undefined : state.analysis.entities[q.speaker.entity];
  return el(
    "section",
    { class: "card-part" },
    head(`${t("type.quote")} ${t(`kind.${q.kind}`)}`, by, "quote"),
    rows(
      entity?.role ? ["card.role", ar(entity.role)] : null,
      ["card.found", t(`via.${q.speaker.via}`)],
      ["card.act", code("act", q.act)],
      q.cue ? ["card.cue", ar(doc.slice(q.cue.start, q.cue.end))] : null,
      q.medium ? ["card.medium", ar(q.medium.name)] : null,
      q.within !== undefined ? ["card.within", ar(speakerName(state.analysis.quotes[q.within] ?? q))] : null,
      ["card.score", score(q.score)],
      first && q.why.length ? ["card.why", el("ul", {}, q.why.map((w) => el("li", {}, code("why", w))))] : null,
    ),
    first
      ? el(
          "div",
          { class: "card-row" },
          el("button", { type: "button", class: "button", onclick: () => void copy() }, t("card.copy")),
          el(
            "button",
            {
              type: "button",
              class: "button",
              "aria-pressed": String(state.filter.speaker === key),
              onclick: () => state.narrow({ speaker: state.filter.speaker === key ? null : key }),
            },
            t("speaker.show", { name: by }),
          ),
        )
      : null,
  );
}

/** Goes to a quote and opens its card. */
export function goToQuote(q: Quote): void {
  const { start, end } = extent(q);
  goTo({ start, end }, () => state.select({ kind: "quote", index: q.id }));
}
