/** Everything the user can do from a menu, the bar or a key, each added by the module that does it. */

import type { Key } from "./i18n";
import type { Target } from "./model";
import { Signal } from "./signal";

/** Where a command is shown. `open` brings text in, `take` takes results out. */
export type Place = "bar" | "open" | "edit" | "take" | "view" | "help" | "none";

export interface Command {
  id: string;
  label: Key;
  place: Place;
  /** Path of an icon in a 24 by 24 box, for the bar. */
  icon?: string;
  /** Key such as `Mod+Z`, `Alt+ArrowDown`, `F1`; Mod is Ctrl, or ⌘ on a Mac. Letters mean the physical key. */
  key?: string;
  /** For a choice that is on or off. */
  checked?(): boolean;
  enabled?(): boolean;
  run(): void;
}

/** A part of the card of a mention or quote, such as the form that corrects it; null where it has nothing to say. */
export type CardSection = (target: Target, close: () => void) => HTMLElement | null;

/** A view in the side panel. It draws itself again when asked. */
export interface Panel {
  id: string;
  label: Key;
  /** Smaller comes first. */
  order: number;
  /** Draws into an empty box; called again whenever analysis, filter or language change while it is shown. */
  draw(box: HTMLElement): void;
  shown?(): boolean;
}

class Registry {
  readonly commands: Command[] = [];
  readonly sections: CardSection[] = [];
  readonly panels: Panel[] = [];
  readonly changed = new Signal();

  add(...commands: Command[]): void {
    this.commands.push(...commands);
    this.changed.emit();
  }

  addPanel(panel: Panel): void {
    this.panels.push(panel);
    this.panels.sort((a, b) => a.order - b.order);
    this.changed.emit();
  }

  addSection(section: CardSection): void {
    this.sections.push(section);
  }

  run(id: string): void {
    const command = this.commands.find((c) => c.id === id);
    if (command && command.enabled?.() !== false) command.run();
  }
}

export const registry = new Registry();

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

function matches(key: string, e: KeyboardEvent): boolean {
  const parts = key.split("+");
  const last = parts.pop()!;
  const want = (name: string): boolean => parts.includes(name);
  const mod = want("Mod");
  if ((MAC ? e.metaKey : e.ctrlKey) !== mod || (MAC ? e.ctrlKey : e.metaKey)) return false;
  if (e.altKey !== want("Alt") || e.shiftKey !== want("Shift")) return false;
  return last.length === 1 ? e.code === `Key${last}` || e.code === `Digit${last}` : e.key === last;
}

/** Runs the command of a key; true where there was one. */
export function runKey(e: KeyboardEvent): boolean {
  const command = registry.commands.find((c) => c.key && matches(c.key, e));
  if (!command) return false;
  if (command.enabled?.() !== false) command.run();
  return true;
}

/** How a key is written for the reader. */
export function keyName(key: string): string {
  const names: Record<string, string> = { Mod: MAC ? "⌘" : "Ctrl", ArrowDown: "↓", ArrowUp: "↑" };
  return key.split("+").map((k) => names[k] ?? k).join("+");
}
