/** The words of the interface in its two languages, and how each writes numbers and days. */

import { state } from "../state";
import { ar } from "./ar";
import { en } from "./en";

/** A text, or its forms by plural category. `{name}` takes a value. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Key = keyof typeof ar;
type Params = Record<string, string | number>;

const tables: Record<"ar" | "en", Record<Key, Message>> = { ar, en };

/** The text of a key. `n` chooses the plural form; numbers are written in the locale's digits. */
export function t(key: Key, params: Params = {}): string {
  const message = tables[state.settings.language][key] as Message;
  const n = typeof params.n === "number" ? params.n : 0;
  const form = typeof message === "string" ? message : (message[plural(n)] ?? message.other ?? "");
  return form.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === "number" ? number(value) : (value ?? "");
  });
}

/** The text of a key that the core made up, such as an act; the code itself where it is not known. */
export function code(prefix: string, value: string): string {
  const key = `${prefix}.${value}`;
  return key in ar ? t(key as Key) : value;
}

/** The locale for `Intl`, digits included. */
export function locale(): string {
  return state.settings.language === "en" ? "en-GB" : `ar-u-nu-${state.settings.digits}`;
}

const rules = { ar: new Intl.PluralRules("ar"), en: new Intl.PluralRules("en") };
function plural(n: number): Intl.LDMLPluralRule {
  return rules[state.settings.language].select(n);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number in the locale's digits. */
export function number(n: number, options: Intl.NumberFormatOptions = {}): string {
  const key = locale() + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locale(), options)));
  return format.format(n);
}

/** A share of 1 as a percentage. */
export function percent(share: number): string {
  return number(share, { style: "percent", maximumFractionDigits: 0 });
}

/** A day, month or year of ISO 8601 as the locale writes it; what it cannot read stays as it is. */
export function day(iso: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(iso);
  if (!parts) return iso;
  const [, y, m, d, h, min] = parts;
  const when = new Date(Date.UTC(Number(y), Number(m ?? 1) - 1, Number(d ?? 1), Number(h ?? 0), Number(min ?? 0)));
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric", calendar: "gregory" };
  if (m) options.month = "long";
  if (d) Object.assign(options, { day: "numeric", weekday: "long" });
  if (h) Object.assign(options, { hour: "numeric", minute: "2-digit" });
  return new Intl.DateTimeFormat(locale(), options).format(when);
}

/** Applies the language to the document itself. */
export function applyLanguage(): void {
  const root = document.documentElement;
  root.lang = state.settings.language;
  root.dir = state.settings.language === "ar" ? "rtl" : "ltr";
  document.title = t("app.title");
}
