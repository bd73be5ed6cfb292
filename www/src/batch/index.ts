/** Many articles on the page: the queue, what it has found, and the panel that shows both. */

import type { Article } from "../article";
import { registry } from "../commands";
import { corrected, current } from "../correct/store";
import { doc } from "../doc";
import { hooks } from "../hooks";
import { t } from "../i18n";
import { ACCEPTED, read } from "../intake/read";
import { show } from "../intake/show";
import { showPanel } from "../panel";
import { state } from "../state";
import { el } from "../ui/el";
import { toast } from "../ui/toast";
import { SIZE, startAnalyser } from "./analysers";
import { Collection } from "./collection";
import { columnsDialog } from "./columns";
import { Queue } from "./queue";
import type { Source } from "./queue";
import { dropped, fileSources, isMany, isReadable } from "./sources";
import { drawBatch, refreshBatch, type Batch } from "./view";

let collection = new Collection();
const queue = new Queue(startAnalyser, SIZE, (article) => collection.add(article));

/** The article that was opened in the editor last, so that its corrections come back. */
let editing: number | null = null;

const batch: Batch = {
  get collection() {
    return collection;
  },
  queue,
  opened: (index) => (editing = index),
  clear: () => {
    queue.cancel();
    queue.reset();
    collection = new Collection();
    editing = null;
    registry.changed.emit();
  },
};

/** Takes files into the queue. */
function addFiles(files: File[]): void {
  const [table] = files;
  if (files.length === 1 && table && /\.(csv|tsv)$/i.test(table.name)) void columnsDialog(table, (source) => begin([source]));
  else begin(fileSources(files));
}

function begin(sources: Source[]): void {
  if (sources.length === 0) return toast(t("batch.nothing"));
  queue.add(sources);
  registry.changed.emit();
  showPanel("batch");
}

hooks.accept = ACCEPTED;

/** One article goes to the editor, many to the queue. */
hooks.files = async (files, data) => {
  if (data && [...data.items].some((item) => item.webkitGetAsEntry?.()?.isDirectory)) return addFiles(await dropped(data));
  const [file] = files;
  if (isMany(files)) addFiles(files);
  else if (file) await openFile(file);
};

async function openFile(file: File): Promise<void> {
  try {
    const articles = await read(file.name, new Uint8Array(await file.arrayBuffer()));
    if (articles.length > 1) begin([{ name: file.name, read: async () => articles }]);
    else if (articles[0]) show(articles[0]);
    else toast(t("intake.empty", { name: file.name }));
  } catch {
    toast(t("intake.unreadable", { name: file.name }));
  }
}

function chooseFolder(): void {
  const input = el("input", { type: "file", webkitdirectory: true });
  input.onchange = () => addFiles([...(input.files ?? [])].filter(isReadable));
  input.click();
}

registry.add({ id: "folder", label: "intake.folder", place: "open", run: chooseFolder });

registry.addPanel({ id: "batch", label: "batch.panel", order: 90, shown: () => queue.phase !== "idle", draw: (box) => drawBatch(box, batch) });

queue.changed.on(() => refreshBatch(batch));

/** An article of the batch that is corrected on the page is corrected in the batch. */
corrected.on(() => {
  const before: Article | undefined = editing === null ? undefined : collection.articles[editing];
  if (editing === null || !before || before.text !== doc.text || state.progress.phase === "working") return;
  collection.replace(editing, { ...before, ...current() });
  refreshBatch(batch);
});
