import { startWorker } from "./engine.ts";
import type { Answer, Request } from "./worker.ts";
import type { Analysis, MentionType } from "../pkg/isnad.js";

const LABELS: Record<MentionType, string> = {
  person: "شخص",
  organization: "جهة",
  place: "مكان",
  event: "حدث",
  misc: "اسم آخر",
  date: "تاريخ",
  number: "عدد",
  money: "مبلغ",
  percent: "نسبة",
};

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

const input = element<HTMLTextAreaElement>("text");
const status = element("status");

function show(text: string, analysis: Analysis): void {
  const row = (head: string, body: string): HTMLLIElement => {
    const item = document.createElement("li");
    const strong = document.createElement("strong");
    strong.textContent = head;
    item.append(strong, " ", body);
    return item;
  };
  element("quotes").replaceChildren(
    ...analysis.quotes.map((quote) =>
      row(quote.speaker.name || "؟", quote.parts.map((part) => text.slice(part.start, part.end)).join(" … ")),
    ),
  );
  element("entities").replaceChildren(
    ...analysis.entities.map((entity) => row(entity.name, `${LABELS[entity.type]} × ${entity.mentions.length}`)),
  );
}

let last = 0;
let pending = "";
let timer: ReturnType<typeof setTimeout> | undefined;

async function start(): Promise<void> {
  const worker = await startWorker();
  const analyse = (): void => {
    pending = input.value;
    worker.postMessage({ id: ++last, text: pending } satisfies Request);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if ("ready" in data) analyse();
    else if (data.id !== last) return;
    else if ("error" in data) status.textContent = data.error;
    else {
      status.textContent = `${data.ms.toFixed(1)} مللي ثانية`;
      show(pending, data.analysis);
    }
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(analyse, 150);
  });
}

start().catch((error: unknown) => {
  status.textContent = `تعذر التحميل: ${String(error)}`;
});
