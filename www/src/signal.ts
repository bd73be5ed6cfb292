/** The smallest observable: listeners called in the order in which they came. */
export class Signal<T = void> {
  #listeners = new Set<(value: T) => void>();

  /** Adds a listener; the function returned takes it away. */
  on(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}
