/** What a value says, for the reader. */

import type { Value } from "./model";

interface Writers {
  day(iso: string): string;
  number(n: number, options?: Intl.NumberFormatOptions): string;
}

/** Every field that a value may have; the core gives those that its type has. */
interface Fields {
  iso?: string;
  precision?: string;
  calendar?: string;
  value?: number;
  unit?: string | null;
  amount?: number;
  currency?: string | null;
}

/** The fields of a value, whatever its type. */
export function fields(value: Value): Fields {
  return value as Fields;
}

/** A value in words and digits of the locale. */
export function valueText(value: Value, write: Writers): string {
  const v = fields(value);
  if (v.iso) return v.iso.split("/").map(write.day).join(" – ");
  if (v.amount !== undefined) {
    if (!v.currency) return write.number(v.amount);
    try {
      return write.number(v.amount, { style: "currency", currency: v.currency, maximumFractionDigits: 2 });
    } catch {
      return `${write.number(v.amount)} ${v.currency}`;
    }
  }
  if (v.value !== undefined) return write.number(v.value, { maximumFractionDigits: 6 }) + (v.unit ? ` ${v.unit}` : "");
  return "";
}
