/** Asks which column of a table holds the articles. */

import { columns, drafts, rows, type Columns } from "../intake/csv";
import { decode } from "../intake/encoding";
import { t, type Key } from "../i18n";
import { clip } from "../article";
import { dialog } from "../ui/dialog";
import { el, fill } from "../ui/el";
import { toast } from "../ui/toast";
import type { Source } from "./queue";

type Role = "text" | "title" | "published" | "url";
const ROLES: [Role, Key][] = [
  ["text", "batch.column.text"],
  ["title", "batch.column.title"],
  ["published", "batch.column.published"],
  ["url", "batch.column.url"],
];

/** Shows what was guessed of the table's columns; `then` gets the source once the reader agrees. */
export async function columnsDialog(file: File, then: (source: Source) => void): Promise<void> {
  const table = rows(decode(new Uint8Array(await file.arrayBuffer())).text);
  const known: Columns = columns(table);
  if (known.names.length === 0) return toast(t("intake.empty", { name: file.name }));
  const sample = el("p", { class: "preview", lang: "ar", dir: "auto" });
  const draw = (): void => fill(sample, clip(table[known.header ? 1 : 0]?.[known.text] ?? "", 160));
  const field = ([role, label]: [Role, Key]): HTMLElement => {
    const id = `column-${role}`;
    const options = known.names.map((name, i) => el("option", { value: i, selected: known[role] === i }, name));
    const none = role === "text" ? null : el("option", { value: "", selected: known[role] === null }, t("batch.column.none"));
    const input = el("select", { id }, none, options);
    input.onchange = () => {
      const value = input.value === "" ? null : Number(input.value);
      if (role === "text") known.text = value ?? 0;
      else known[role] = value;
      draw();
    };
    return el("p", { class: "field" }, el("label", { for: id }, t(label)), input);
  };
  const header = el("input", { type: "checkbox", checked: known.header });
  header.onchange = () => {
    known.header = header.checked;
    draw();
  };
  draw();
  const box = dialog(
    t("batch.columns", { name: file.name }),
    el(
      "form",
      {
        class: "fields",
        onsubmit: (e: Event) => {
          e.preventDefault();
          box.close();
          const found = drafts(table, known, file.name).map((draft) => ({ corrections: [], ...draft }));
          then({ name: file.name, read: async () => found });
        },
      },
      ROLES.map(field),
      el("p", { class: "field" }, el("label", { class: "check" }, header, t("batch.column.header"))),
      sample,
      el(
        "p",
        { class: "row" },
        el("button", { type: "submit", class: "button strong" }, t("batch.start")),
        el("button", { type: "button", class: "button", onclick: () => box.close() }, t("correct.cancel")),
      ),
    ),
  );
}
