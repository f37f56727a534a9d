/** Types of what tests import from setup.mjs, which must run before TypeScript is installed. */
interface Wanted {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

export function isAtLeast(version: string, least: readonly [number, number]): boolean;
export function nodeProblem(version?: string): string | null;
export function pythonProblem(ask?: () => string | null): string | null;
export function missingPackages(
  wanted: Readonly<Record<string, Wanted>>,
  installed: Readonly<Record<string, Wanted>>,
  machine?: {readonly platform: string; readonly arch: string}
): string[];
export function setup(options?: {readonly python?: boolean}): string | null;
