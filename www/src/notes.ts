/** Keeps the speakers' names in the margin apart where several quotes begin in one line or in lines next to each other. */

import { drawn, nearby } from "./surface";

const wide = matchMedia("(min-width: 1181px)");
let waiting = 0;

function settle(): void {
  waiting = 0;
  if (!wide.matches) return;
  const all: { mark: HTMLElement; top: number; height: number }[] = [];
  for (const section of nearby) {
    for (const mark of section.querySelectorAll<HTMLElement>(".q.lead:not(.nested)")) {
      const box = mark.getClientRects()[0];
      if (!box) continue;
      // The name's own height, which a pseudo-element doesn't tell: about sixteen letters a line, two lines at most.
      const height = (mark.dataset.speaker ?? "").length > 16 ? 36 : 19;
      all.push({ mark, top: box.top, height });
    }
  }
  all.sort((a, b) => a.top - b.top);
  let free = -Infinity;
  for (const { mark, top, height } of all) {
    const down = Math.max(0, Math.ceil(free - top));
    const value = `${down}px`;
    if (mark.style.getPropertyValue("--down") !== value) mark.style.setProperty("--down", value);
    free = top + down + height;
  }
}

function later(): void {
  waiting ||= requestAnimationFrame(settle);
}

export function startNotes(): void {
  drawn.on(later);
  addEventListener("resize", later);
}
