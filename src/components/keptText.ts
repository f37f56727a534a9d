/** A text that outlives the page: injected, so that a test needs no browser. */
export interface KeptText {
  readonly read: () => string | null;
  /** null forgets it. */
  readonly write: (text: string | null) => void;
}

/** A text in the browser's own store under one name; where the browser refuses one, it lives as long as the page. */
export function keptText(window: Window, name: string): KeptText {
  let own: string | null = null;
  return {
    read: () => {
      try {
        return window.localStorage.getItem(name) ?? own;
      } catch {
        return own;
      }
    },
    write: (text) => {
      own = text;
      try {
        if (text === null) window.localStorage.removeItem(name);
        else window.localStorage.setItem(name, text);
      } catch {
        // A private window has no store: the text is kept until the page closes.
      }
    }
  };
}
