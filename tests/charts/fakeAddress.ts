import type {AddressState} from "../../src/components/addressState.ts";

/** An address without a browser: what is pushed and replaced, and a way back. */
export interface FakeAddress {
  readonly address: AddressState;
  /** Every entry of the history, the present one last. */
  readonly entries: readonly string[];
  /** What a reader's Back does. */
  readonly goBack: () => void;
}

/** An address whose history begins with one entry, and into which a test can look. */
export function fakeAddress(first = ""): FakeAddress {
  const entries = [first];
  let back = () => {};
  return {
    address: {
      read: () => entries.at(-1) ?? "",
      replace: (search) => void (entries[entries.length - 1] = search),
      push: (search) => void entries.push(search),
      onBack: (listener) => (back = listener)
    },
    entries,
    goBack: () => {
      entries.pop();
      back();
    }
  };
}
