/** A modal dialog: focus goes in, Escape and the button close it, focus comes back. */

import { t } from "../i18n";
import { el, icon, type Child } from "./el";
import { CLOSE } from "./icons";

export interface Dialog {
  element: HTMLDialogElement;
  body: HTMLElement;
  close(): void;
}

let count = 0;

export function dialog(title: string, ...content: Child[]): Dialog {
  const id = `dialog-${++count}`;
  const before = document.activeElement as HTMLElement | null;
  const close = (): void => element.close();
  const body = el("div", { class: "dialog-body" }, ...content);
  const element = el(
    "dialog",
    { class: "dialog", "aria-labelledby": id },
    el(
      "header",
      { class: "dialog-head" },
      el("h2", { id }, title),
      el("button", { class: "bare", type: "button", "aria-label": t("dialog.close"), onclick: close }, icon(CLOSE)),
    ),
    body,
  );
  element.addEventListener("close", () => {
    element.remove();
    before?.focus?.();
  });
  element.addEventListener("click", (e) => {
    if (e.target === element) close();
  });
  document.body.append(element);
  element.showModal();
  return { element, body, close };
}
