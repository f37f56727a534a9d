/** What a gate asks of a tool's description; what is not recorded is undefined. */
export interface ToolFacts {
  readonly licence?: string | undefined;
  readonly capabilities?: {readonly always_on_service?: boolean | undefined} | undefined;
}

/** A reader's requirements that the description of a tool answers, not its measurements. */
export interface Requirements {
  /** No service may have to run beside the program. */
  readonly noService: boolean;
  readonly licence: Licence;
}

export const licences = ["any", "permissive"] as const;
export type Licence = (typeof licences)[number];

const permissive = /^(MIT|BSD|Apache|PSF|ISC|Python-2)/i;

/** Why a tool does not meet the requirements, or null. A fact that is not recorded counts against it, and is named. */
export function toolGate(facts: ToolFacts | undefined, {noService, licence}: Requirements): string | null {
  if (noService) {
    const service = facts?.capabilities?.always_on_service;
    if (service === undefined) return "whether it needs a service that runs all the time is not recorded";
    if (service) return "needs a service that runs all the time; you asked for none";
  }
  if (licence === "permissive") {
    if (facts?.licence === undefined) return "its licence is not recorded";
    if (!permissive.test(facts.licence)) return `its licence is ${facts.licence}; you asked for a permissive one`;
  }
  return null;
}
