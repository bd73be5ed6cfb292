/** Shows filter and selection in the text: what is picked out is strong, the rest steps back. */

import { state } from "./state";
import { drawn, nearby, root } from "./surface";

function apply(): void {
  const { speaker, entity, hidden } = state.filter;
  root.classList.toggle("narrowed", speaker !== null);
  root.classList.toggle("picking", entity !== null);
  for (const mark of all(".picked, .chosen")) mark.classList.remove("picked", "chosen");
  const type = [...hidden].map((kind) => `hide-${kind}`);
  root.classList.remove(...[...root.classList].filter((c) => c.startsWith("hide-") && !type.includes(c)));
  root.classList.add(...type);
  if (speaker !== null) pick(`.q[data-by="${CSS.escape(speaker)}"]`, "picked");
  if (entity !== null) pick(`[data-e="${entity}"]`, "picked");
  const s = state.selection;
  if (!s) return;
  const name = { mention: "m", quote: "q", term: "t" }[s.kind];
  pick(`[data-${name}="${s.index}"]`, "chosen");
  const mention = s.kind === "mention" ? state.analysis.mentions[s.index] : undefined;
  if (mention && entity === null) pick(`[data-e="${mention.entity}"]`, "picked");
}

function all(selector: string): Element[] {
  return [...nearby].flatMap((section) => [...section.querySelectorAll(selector)]);
}

function pick(selector: string, name: string): void {
  for (const mark of all(selector)) mark.classList.add(name);
}

export function startLens(): void {
  state.filtered.on(apply);
  state.selected.on(apply);
  drawn.on(apply);
}
