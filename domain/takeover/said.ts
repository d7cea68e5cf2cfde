/** What planning a row goes by, and how it says what is wrong. */
import type { TakeoverField } from './columns';
import type { ProblemCode } from './problems';
import type { TakeoverSettings } from './row';

export type PlanContext = {
  settings: TakeoverSettings;
  /** Museum day. */
  today: string;
  /** Countries of today of burial places entered here already, by their folded name. */
  places: ReadonlyMap<string, string>;
};

/** Says what is wrong with a field. */
export type Said = (field: TakeoverField, code: ProblemCode, detail?: string) => void;
