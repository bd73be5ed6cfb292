/** Brings a place of the text into sight and says what is there. */

import { doc } from "./doc";
import { announce } from "./ui/toast";
import { placeOf, reveal } from "./surface";
import type { Span } from "./model";

/** Scrolls to a span and flashes its marks. `then` runs when it is there, for example to open its card. */
export function goTo(span: Span, then?: () => void): void {
  document.documentElement.dataset.pane = "text";
  reveal(span.start);
  announce(doc.slice(span.start, Math.min(span.end, span.start + 200)));
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const [node] = placeOf(Math.min(span.start + 1, span.end));
      const mark = node.parentElement?.closest("[data-m], [data-q], [data-t]");
      if (mark) {
        mark.classList.add("flash");
        setTimeout(() => mark.classList.remove("flash"), 1600);
      }
      then?.();
    }),
  );
}
