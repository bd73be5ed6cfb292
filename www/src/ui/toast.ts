/** Short notices at the edge of the page, spoken by screen readers. */

import { t } from "../i18n";
import { el, icon } from "./el";
import { CLOSE } from "./icons";

export interface Action {
  label: string;
  run(): void;
}

let box: HTMLElement | null = null;

/** Shows a notice; one with an action stays until it is dismissed. */
export function toast(text: string, action?: Action): void {
  box ??= document.body.appendChild(el("div", { class: "toasts", role: "status", "aria-live": "polite" }));
  const close = (): void => note.remove();
  const note = el("div", { class: "toast" }, el("span", {}, text));
  if (action) {
    const run = (): void => (close(), action.run());
    note.append(el("button", { class: "button", onclick: run }, action.label));
  }
  note.append(el("button", { class: "bare", "aria-label": t("toast.close"), onclick: close }, icon(CLOSE)));
  box.append(note);
  if (!action) setTimeout(close, 6000);
}

let voice: HTMLElement | null = null;

/** Says something to screen readers alone. */
export function announce(text: string): void {
  voice ??= document.body.appendChild(el("div", { class: "unseen", "aria-live": "polite", role: "status" }));
  voice.textContent = "";
  requestAnimationFrame(() => (voice!.textContent = text));
}
