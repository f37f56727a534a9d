/** Its package ships no types. */
declare module "asl-validator" {
  /** Checks a state machine against the JSON schema of the Amazon States Language, its paths and its names. */
  export default function validate(definition: object): {readonly isValid: boolean; readonly errors: readonly object[]};
}
