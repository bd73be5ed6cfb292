/** A menu button with its list, by the keyboard as the ARIA practices describe it. */

import { el, icon, type Child } from "./el";
import { DOWN } from "./icons";

export interface Item {
  label: string;
  /** A key to show beside it. */
  key?: string;
  checked?: boolean;
  /** One of several choices rather than on or off. */
  radio?: boolean;
  disabled?: boolean;
  /** A heading starts a group. */
  heading?: string;
  run(): void;
}

let count = 0;

/** The button; the list is made anew each time it opens. */
export function menuButton(label: Child, items: () => Item[], props: Record<string, string> = {}): HTMLElement {
  const id = `menu-${++count}`;
  const button = el(
    "button",
    { type: "button", class: "button menu-button", "aria-haspopup": "menu", "aria-expanded": "false", ...props },
    label,
    icon(DOWN),
  );
  const wrap = el("div", { class: "menu" }, button);
  let list: HTMLElement | null = null;

  const close = (focus: boolean): void => {
    list?.remove();
    list = null;
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
    document.removeEventListener("pointerdown", outside, true);
    if (focus) button.focus();
  };
  const outside = (e: Event): void => {
    if (!wrap.contains(e.target as Node)) close(false);
  };
  const entries = (): HTMLElement[] => [...list!.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const move = (to: number): void => {
    const all = entries();
    all[(to + all.length) % all.length]?.focus();
  };
  const open = (last = false): void => {
    list = el("div", { class: "menu-list", role: "menu", id, "aria-label": button.textContent ?? "" }, draw(items()));
    list.addEventListener("keydown", onKey);
    list.addEventListener("focusout", (e) => {
      if (list && e.relatedTarget && !wrap.contains(e.relatedTarget as Node)) close(false);
    });
    wrap.append(list);
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", id);
    document.addEventListener("pointerdown", outside, true);
    move(last ? -1 : 0);
  };
  const draw = (all: Item[]): Child[] =>
    all.map((item) => [
      item.heading ? el("div", { class: "menu-heading", role: "presentation" }, item.heading) : null,
      el(
        "button",
        {
          type: "button",
          tabindex: -1,
          role: item.checked === undefined ? "menuitem" : item.radio ? "menuitemradio" : "menuitemcheckbox",
          "aria-checked": item.checked === undefined ? null : String(item.checked),
          "aria-disabled": item.disabled ? "true" : null,
          onclick: () => {
            if (item.disabled) return;
            close(true);
            item.run();
          },
        },
        el("span", {}, item.label),
        item.key ? el("kbd", { dir: "ltr" }, item.key) : null,
      ),
    ]);
  const onKey = (e: KeyboardEvent): void => {
    const at = entries().indexOf(document.activeElement as HTMLElement);
    const step: Record<string, () => void> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      Home: () => move(0),
      End: () => move(-1),
      Escape: () => close(true),
      Tab: () => close(true),
    };
    const run = step[e.key];
    if (!run) return;
    if (e.key !== "Tab") e.preventDefault();
    e.stopPropagation();
    run();
  };

  button.addEventListener("click", () => (list ? close(true) : open()));
  button.addEventListener("keydown", (e) => {
    if (list || (e.key !== "ArrowDown" && e.key !== "ArrowUp")) return;
    e.preventDefault();
    open(e.key === "ArrowUp");
  });
  return wrap;
}
