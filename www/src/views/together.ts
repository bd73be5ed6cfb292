/** People and bodies that are named in the same paragraphs. */

import { registry } from "../commands";
import { searchable } from "../facts";
import { goTo } from "../goto";
import { t } from "../i18n";
import type { Analysis, Mention } from "../model";
import { nothing } from "../panel";
import { state } from "../state";
import { el } from "../ui/el";

const MOST = 60;
/** A paragraph with more names than this is a list, not a meeting. */
const CROWD = 24;

interface Pair {
  a: number;
  b: number;
  /** The first mentions of the second in the paragraphs they share. */
  places: Mention[];
}

function pairs(analysis: Analysis): Pair[] {
  const found = new Map<string, Pair>();
  let at = 0;
  for (const p of analysis.paragraphs) {
    const inside = new Map<number, Mention>();
    while (at < analysis.mentions.length && analysis.mentions[at]!.start < p.end) {
      const m = analysis.mentions[at++]!;
      if (m.start >= p.start && (m.type === "person" || m.type === "organization") && !inside.has(m.entity)) inside.set(m.entity, m);
    }
    const ids = [...inside.keys()].sort((x, y) => x - y);
    if (ids.length > CROWD) continue;
    for (let i = 0; i < ids.length; i++) {
      for (let j = i + 1; j < ids.length; j++) {
        const key = `${ids[i]} ${ids[j]}`;
        const [first, second] = [inside.get(ids[i]!)!, inside.get(ids[j]!)!];
        const place = first.start > second.start ? first : second;
        const pair = found.get(key);
        if (pair) pair.places.push(place);
        else found.set(key, { a: ids[i]!, b: ids[j]!, places: [place] });
      }
    }
  }
  return [...found.values()].sort((x, y) => y.places.length - x.places.length);
}

/** Each click on a pair goes to the next paragraph that it shares. */
const turn = new Map<string, number>();

function row(p: Pair): HTMLElement {
  const all = state.analysis.entities;
  const key = `${p.a}-${p.b}`;
  const go = (): void => {
    const n = turn.get(key) ?? 0;
    turn.set(key, n + 1);
    goTo(p.places[n % p.places.length]!);
  };
  const name = (id: number): HTMLElement => el("bdi", { lang: "ar", class: `swatch s-${all[id]!.type}` }, all[id]!.name);
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "entity pair", "data-key": `p${key}`, onclick: go },
      el("span", {}, name(p.a), " + ", name(p.b)),
      el("span", { class: "count" }, t("count.paragraphs", { n: p.places.length })),
    ),
  );
}

function draw(box: HTMLElement): void {
  const a = state.analysis;
  if (a.paragraphs.length === 0) return void box.append(nothing(t("panel.none")));
  const needle = searchable(state.filter.query);
  const { entity } = state.filter;
  const found = pairs(a).filter(
    (p) =>
      (entity === null || p.a === entity || p.b === entity) &&
      (!needle || searchable(`${a.entities[p.a]!.name} ${a.entities[p.b]!.name}`).includes(needle)),
  );
  if (found.length === 0) return void box.append(nothing(t(needle ? "panel.none.found" : "panel.none.together")));
  box.append(el("ul", { class: "entities" }, found.slice(0, MOST).map(row)));
}

registry.addPanel({ id: "together", label: "panel.together", order: 50, draw });
