import {element} from "./element.ts";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Chooser {
  readonly node: HTMLElement;
  readonly read: () => string;
  readonly write: (value: string) => void;
}

/** A labelled list to choose one value from. */
export function chooser(name: string, label: string, choices: readonly Choice[], document: Document): Chooser {
  const make = element(document);
  const id = `control-${name}`;
  const select = make(
    "select",
    {id, name},
    choices.map(({value, text}) => make("option", {value}, [text]))
  );
  return {
    node: make("div", {class: "control"}, [make("label", {for: id}, [label]), select]),
    read: () => select.value,
    write: (value) => {
      select.value = choices.some((choice) => choice.value === value) ? value : (choices[0]?.value ?? "");
    }
  };
}
