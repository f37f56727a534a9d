/** Where the state of a page is kept: injected, so that a test needs no browser. */
export interface AddressState {
  readonly read: () => string;
  /** While a control moves: the entry of the moment is changed. */
  readonly replace: (search: string) => void;
  /** Before a control moves: a new entry, so that Back leads to what was there. */
  readonly push: (search: string) => void;
  readonly onBack: (listener: () => void) => void;
}

/** The address of a window, its hash kept. */
export function addressState(window: Window): AddressState {
  const address = (search: string) => `${window.location.pathname}${search}${window.location.hash}`;
  return {
    read: () => window.location.search,
    replace: (search) => window.history.replaceState(window.history.state, "", address(search)),
    push: (search) => window.history.pushState(null, "", address(search)),
    onBack: (listener) => window.addEventListener("popstate", listener)
  };
}
