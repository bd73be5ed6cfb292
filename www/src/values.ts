/** What a value says, for the reader. */

import { code, day, number, t } from "./i18n";
import type { Value } from "./model";

/** Every field that a value may have; which ones there are depends on the type of its mention. */
export interface Fields {
  iso?: string;
  calendar?: string;
  original?: string;
  relative?: string;
  part?: string;
  value?: number;
  amount?: number;
  to?: number;
  against?: number;
  unit?: string;
  currency?: string;
  points?: boolean;
  bound?: string;
}

/** The fields of a value, whatever its type. */
export function fields(value: Value): Fields {
  return value as Fields;
}

/** A value in words and digits of the interface's language; empty where it says no more than its text. */
export function valueText(value: Value, type: string): string {
  const v = fields(value);
  if (type === "date") return dateText(v);
  const amount = v.amount ?? v.value;
  if (amount === undefined) return "";
  const write = (n: number): string => {
    if (type === "percent") return number(n / 100, { style: "percent", maximumFractionDigits: 2 });
    if (type !== "money" || !v.currency) return number(n, { maximumFractionDigits: 6 });
    try {
      return number(n, { style: "currency", currency: v.currency, maximumFractionDigits: n % 1 ? 2 : 0 });
    } catch {
      return `${number(n)} ${v.currency}`;
    }
  };
  let text = write(amount);
  if (v.against !== undefined) text += `–${write(v.against)}`;
  if (v.to !== undefined) text += ` – ${write(v.to)}`;
  if (v.unit) text += ` ${code("unit", v.unit)}`;
  if (v.points) text += ` ${t("value.points")}`;
  return v.bound ? `${code("bound", v.bound)} ${text}` : text;
}

function dateText(v: Fields): string {
  const text = v.iso ? v.iso.split("/").map(dayText).join(" – ") : "";
  const part = v.part ? code("part", v.part) : "";
  const calendar = v.calendar && v.calendar !== "gregorian" ? `${code("calendar", v.calendar)}${v.original ? ` ${v.original}` : ""}` : "";
  return [text, part, calendar].filter(Boolean).join(" · ");
}

/** ISO 8601 with the parts of a year that ISO 8601-2 knows. */
function dayText(iso: string): string {
  const season = /^(\d{4})-([2-4]\d)$/.exec(iso);
  if (season) return `${code("season", season[2]!)} ${number(Number(season[1]), { useGrouping: false })}`;
  const decade = /^(\d{2,3})X+$/.exec(iso);
  if (decade) return t(decade[1]!.length === 3 ? "value.decade" : "value.century", { year: number(Number(iso.replace(/X/g, "0")), { useGrouping: false }) });
  const week = /^(\d{4})-W(\d\d)$/.exec(iso);
  if (week) return t("value.week", { week: Number(week[2]), year: number(Number(week[1]), { useGrouping: false }) });
  return day(iso);
}
