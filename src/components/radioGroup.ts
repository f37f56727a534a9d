import {type Choice, type Chooser} from "./chooser.ts";
import {element} from "./element.ts";

/** A question with its answers as radio buttons. */
export function radioGroup(name: string, legend: string, choices: readonly Choice[], document: Document): Chooser {
  const make = element(document);
  const inputs = choices.map(({value}) => make("input", {type: "radio", name, value, id: `control-${name}-${value}`}));
  const rows = choices.map(({value, text}, place) =>
    make("div", {class: "choice"}, [
      inputs[place] as HTMLInputElement,
      make("label", {for: `control-${name}-${value}`}, [text])
    ])
  );
  return {
    node: make("fieldset", {}, [make("legend", {}, [legend]), ...rows]),
    read: () => inputs.find(({checked}) => checked)?.value ?? choices[0]?.value ?? "",
    write: (value) => {
      for (const input of inputs) input.checked = input.value === value;
    }
  };
}
