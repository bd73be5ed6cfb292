/** The forms that correct a mention or a quote. What a form changes is one step of undo. */

import { oneLine } from "../article";
import { doc } from "../doc";
import { fold } from "../fold";
import { t } from "../i18n";
import { TYPES, type Entity, type Mention, type MentionType, type Quote, type Span } from "../model";
import { state } from "../state";
import { dialog } from "../ui/dialog";
import { el, fill, type Child } from "../ui/el";
import { anchor, type Anchor } from "./anchor";
import type { Correction, EntityRef } from "./correction";
import { move, type Unit } from "./edges";
import { correct } from "./store";

const here = (span: Span): Anchor => anchor(doc.text, span.start, span.end);
const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** An entity by its first mention and its name. */
function ref(entity: Entity): EntityRef {
  const first = state.analysis.mentions[entity.mentions[0] ?? -1];
  return { at: first ? here(first) : null, name: entity.name, type: entity.type };
}

/** The entity of that name, as a reader writes it. */
function named(name: string): Entity | undefined {
  const form = fold(name);
  const { entities } = state.analysis;
  return entities.find((e) => fold(e.name) === form) ?? entities.find((e) => e.aliases.some((a) => fold(a) === form));
}

/** Changes a mention: type, span, entity; or takes it away. */
export function mentionDialog(mention: Mention): void {
  const entity = state.analysis.entities[mention.entity];
  const many = (entity?.mentions.length ?? 1) > 1;
  const span = spanField(mention);
  const type = select("correct.type", TYPES.map((value) => [value, t(`type.${value}`)]), mention.type);
  const all = check("correct.all", true, { n: entity?.mentions.length ?? 1 });
  const same_ = combo("correct.entity", "correct.entity.hint", entity?.name ?? "", names(mention.type));
  const apart = check("correct.apart", false);
  form("correct.mention", [span.field, type.field, many && all.field, same_.field, many && apart.field], {
    save: () => {
      const changes: Correction[] = [];
      const to = type.value() as MentionType;
      const at = here(span.value());
      if (!same(span.value(), mention) || to !== mention.type) {
        changes.push({ op: "mention", at, type: to, was: here(mention), ...(many && all.value() && { all: true }) });
      }
      const name = oneLine(same_.value());
      const other = name ? named(name) : undefined;
      if (many && apart.value()) changes.push({ op: "split", at: [at] });
      if (entity && name && name !== entity.name) {
        const from: EntityRef = { at, name: entity.name, type: to };
        changes.push(other && other.id !== entity.id ? { op: "merge", from, into: ref(other) } : { op: "rename", entity: from, name });
      }
      return changes;
    },
    remove: () => [{ op: "unmention", at: here(mention) }],
  });
}

/** Changes a quote: content, kind, speaker; or takes it away. */
export function quoteDialog(quote: Quote): void {
  const [first, last] = [quote.parts[0]!, quote.parts.at(-1)!];
  const span = spanField({ start: first.start, end: last.end });
  const kind = kindField(quote.kind);
  const speaker = combo("correct.speaker", "correct.speaker.hint", quote.speaker.name, speakers());
  form("correct.quote", [span.field, kind.field, speaker.field], {
    save: () => {
      const { start, end } = span.value();
      const inner = quote.parts.filter((p) => p.end > start && p.start < end);
      const parts =
        start === first.start && end === last.end
          ? quote.parts
          : inner.length > 0
            ? inner.map((p, i) => ({ start: i === 0 ? start : p.start, end: i === inner.length - 1 ? end : p.end }))
            : [{ start, end }];
      const changes: Correction[] = [];
      if (parts !== quote.parts || kind.value() !== quote.kind) {
        changes.push({ op: "quote", parts: parts.map(here), was: here(first), kind: kind.value() as Quote["kind"] });
      }
      const name = oneLine(speaker.value());
      if (name !== quote.speaker.name) changes.push(speakerOf(parts[0]!, name));
      return changes;
    },
    remove: () => [{ op: "unquote", at: here(first) }],
  });
}

/** Makes a mention or a quote of a stretch of the text. */
export function markDialog(chosen: Span): void {
  const before = overlapping(chosen);
  const span = spanField(chosen);
  const short = chosen.end - chosen.start < 40 && !/[\n.]/.test(doc.slice(chosen.start, chosen.end));
  const options: [string, string][] = [...TYPES.map((value): [string, string] => [value, t(`type.${value}`)]), ["quote", t("type.quote")]];
  const type = select("correct.type", options, short ? "person" : "quote");
  const kind = kindField(/[«»"“”]/.test(doc.slice(Math.max(0, chosen.start - 1), chosen.end + 1)) ? "direct" : "indirect");
  const speaker = combo("correct.speaker", "correct.speaker.hint", before?.speaker.name ?? "", speakers());
  const extra = el("div", { class: "fields" });
  const show = (): void => fill(extra, type.value() === "quote" ? [kind.field, speaker.field] : null);
  type.input.addEventListener("change", show);
  show();
  form("correct.mark", [type.field, span.field, extra], {
    save: () => {
      const at = here(span.value());
      if (type.value() !== "quote") return [{ op: "mention", at, type: type.value() as MentionType }];
      const name = oneLine(speaker.value());
      return [
        { op: "quote", parts: [at], kind: kind.value() as Quote["kind"], ...(before && { was: here(before.parts[0]!) }) },
        ...(name !== (before?.speaker.name ?? "") ? [speakerOf(span.value(), name)] : []),
      ];
    },
  });
}

/** A term that somebody said after all. */
export const termDialog = (term: Span): void => markDialog(term);

function speakerOf(part: Span, name: string): Correction {
  const entity = name ? named(name) : undefined;
  return { op: "speaker", at: here(part), entity: entity ? ref(entity) : null, name };
}

/** The quote that shares most of a stretch, where the stretch is more than a piece inside it. */
function overlapping(span: Span): Quote | undefined {
  return state.analysis.quotes.find((q) => {
    const [start, end] = [q.parts[0]!.start, q.parts.at(-1)!.end];
    const common = Math.min(end, span.end) - Math.max(start, span.start);
    return common > 0.5 * Math.max(end - start, span.end - span.start);
  });
}

const names = (type: MentionType) => state.analysis.entities.filter((e) => e.type === type).map((e) => e.name);
const speakers = () => [
  ...new Set([
    ...state.analysis.entities.filter((e) => e.type === "person" || e.type === "organization").map((e) => e.name),
    ...state.analysis.quotes.map((q) => q.speaker.name).filter(Boolean),
  ]),
];

const kindField = (kind: Quote["kind"]) =>
  select("correct.kind", (["direct", "indirect", "mixed"] as const).map((value) => [value, t(`kind.${value}`)]), kind);

let count = 0;
const unique = (name: string) => `correct-${name}-${++count}`;

interface Field<T> {
  field: HTMLElement;
  value(): T;
}

type Words = Parameters<typeof t>[0];

function select(label: Words, options: readonly (readonly [string, string])[], value: string): Field<string> & { input: HTMLSelectElement } {
  const id = unique("select");
  const input = el("select", { id }, options.map(([v, text]) => el("option", { value: v, selected: v === value }, text)));
  return { field: el("p", { class: "field" }, el("label", { for: id }, t(label)), input), value: () => input.value, input };
}

function check(label: Words, on: boolean, params: Record<string, number> = {}): Field<boolean> {
  const input = el("input", { type: "checkbox", checked: on });
  return { field: el("p", { class: "field" }, el("label", { class: "check" }, input, t(label, params))), value: () => input.checked };
}

/** A text with suggestions. */
function combo(label: Words, hint: Words, value: string, suggestions: string[]): Field<string> {
  const [id, list, note] = [unique("text"), unique("list"), unique("note")];
  const input = el("input", { id, list, value, type: "text", dir: "auto", autocomplete: "off", "aria-describedby": note });
  return {
    field: el(
      "p",
      { class: "field" },
      el("label", { for: id }, t(label)),
      input,
      el("small", { id: note }, t(hint)),
      el("datalist", { id: list }, suggestions.map((name) => el("option", { value: name }))),
    ),
    value: () => input.value,
  };
}

/** The span in its surroundings, and buttons that move its edges by a word or a letter. */
function spanField(initial: Span): Field<Span> {
  let span: Span = { start: initial.start, end: initial.end };
  const text = doc.text;
  const preview = el("p", { class: "preview", lang: "ar", dir: "rtl", "aria-live": "polite" });
  const draw = (): void => {
    const { start, end } = span;
    fill(preview, `…${text.slice(Math.max(0, start - 40), start)}`, el("mark", {}, text.slice(start, end)), `${text.slice(end, end + 40)}…`);
  };
  draw();
  const step = (edge: "start" | "end", unit: Unit, by: 1 | -1): HTMLElement => {
    const label = t(`correct.${unit}.${by === 1 ? "more" : "less"}`);
    const run = (): void => {
      span = move(text, span, edge, unit, by);
      draw();
    };
    return el("button", { type: "button", class: "button", "aria-label": `${t(`correct.${edge}`)}: ${label}`, onclick: run }, label);
  };
  const edge = (which: "start" | "end"): HTMLElement =>
    el(
      "div",
      { class: "edge", role: "group", "aria-label": t(`correct.${which}`) },
      el("span", { "aria-hidden": "true" }, t(`correct.${which}`)),
      step(which, "word", 1), step(which, "word", -1), step(which, "letter", 1), step(which, "letter", -1),
    );
  return { field: el("div", { class: "field" }, preview, edge("start"), edge("end")), value: () => span };
}

function form(title: Words, fields: (Child | false)[], actions: { save(): Correction[]; remove?(): Correction[] }): void {
  const done = (changes: Correction[]): void => {
    box.close();
    correct(...changes);
  };
  const { remove } = actions;
  const box = dialog(
    t(title),
    el(
      "form",
      {
        class: "fields",
        method: "dialog",
        onsubmit: (e: Event) => {
          e.preventDefault();
          done(actions.save());
        },
      },
      fields,
      el(
        "p",
        { class: "row" },
        el("button", { type: "submit", class: "button strong" }, t("correct.save")),
        remove && el("button", { type: "button", class: "button", onclick: () => done(remove()) }, t("correct.remove")),
        el("button", { type: "button", class: "button", onclick: () => box.close() }, t("correct.cancel")),
      ),
    ),
  );
}

