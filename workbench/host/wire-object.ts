// How the interpreter sees the workbook: objects with properties, links to other objects, and methods, by the names that
// client code writes (`usedRange`, not `UsedRange`). members/*.ts describe each class once, as a table of small functions.
import { HostError } from './host-error.ts';

export interface WireProperty<T> {
  readonly get: (target: T) => unknown;
  readonly set?: (target: T, value: unknown) => void;
}

export interface WireClass<T extends object> {
  readonly name: string;
  readonly properties: Readonly<Record<string, WireProperty<T>>>;
  readonly links: Readonly<Record<string, (target: T) => WireObject | null>>;
  readonly methods: Readonly<Record<string, (target: T, args: Args) => unknown>>;
  /** Given by collections. */
  readonly items?: (target: T) => WireObject[];
  /** What the indexer finds for a name or id; collections without one are asked for `getItemAt`. */
  readonly item?: (target: T, key: string) => WireObject | null;
  /** The field and value by which a collection finds this object again. */
  readonly id?: { readonly field: 'Id' | '_Id'; readonly of: (target: T) => string };
  /** Ranges: the client keeps a reference instead of a path. */
  readonly isTracked?: boolean;
  /** Names under which the client sets a property whose client name differs: it sets `Gridlines` for showGridlines. */
  readonly wireAliases?: Readonly<Record<string, string>>;
  /** Members that Excel has and this host lacks, so that asking for them is an error and not a silent nothing. */
  readonly gaps?: readonly string[];
}

export interface WireObject {
  readonly className: string;
  readonly target: object;
  readonly isTracked: boolean;
  readonly propertyNames: readonly string[];
  identity(): Record<string, string>;
  memberKind(name: string): 'property' | 'link' | 'method' | 'gap' | undefined;
  read(name: string): unknown;
  /** @returns false when the property cannot be written */
  write(name: string, value: unknown): boolean;
  follow(name: string): WireObject | null;
  call(name: string, args: Args): unknown;
  items(): WireObject[] | undefined;
  item(key: string): WireObject | null | undefined;
}

class BoundObject<T extends object> implements WireObject {
  readonly #class: WireClass<T>;
  readonly target: T;

  constructor(wireClass: WireClass<T>, target: T) {
    this.#class = wireClass;
    this.target = target;
  }

  get className(): string {
    return this.#class.name;
  }

  get isTracked(): boolean {
    return this.#class.isTracked === true;
  }

  get propertyNames(): readonly string[] {
    return Object.keys(this.#class.properties);
  }

  identity(): Record<string, string> {
    const { id } = this.#class;
    return id ? { [id.field]: id.of(this.target) } : {};
  }

  memberKind(name: string): 'property' | 'link' | 'method' | 'gap' | undefined {
    if (Object.hasOwn(this.#class.properties, this.#known(name))) return 'property';
    if (Object.hasOwn(this.#class.links, name)) return 'link';
    if (Object.hasOwn(this.#class.methods, name)) return 'method';
    return this.#class.gaps?.includes(name) ? 'gap' : undefined;
  }

  #known(name: string): string {
    return this.#class.wireAliases?.[name] ?? name;
  }

  read(name: string): unknown {
    return this.#class.properties[name]?.get(this.target);
  }

  write(name: string, value: unknown): boolean {
    const set = this.#class.properties[this.#known(name)]?.set;
    set?.(this.target, value);
    return set !== undefined;
  }

  follow(name: string): WireObject | null {
    return this.#class.links[name]?.(this.target) ?? null;
  }

  call(name: string, args: Args): unknown {
    return this.#class.methods[name]?.(this.target, args);
  }

  items(): WireObject[] | undefined {
    return this.#class.items?.(this.target);
  }

  item(key: string): WireObject | null | undefined {
    return this.#class.item?.(this.target, key);
  }
}

export function wireObject<T extends object>(wireClass: WireClass<T>, target: T): WireObject {
  return new BoundObject(wireClass, target);
}

export const isWireObject = (value: unknown): value is WireObject => value instanceof BoundObject;

/** Shorthand for an item that must be there. */
export function found<T>(item: T | undefined | null): T {
  if (item === undefined || item === null) throw new HostError('ItemNotFound');
  return item;
}

/** The arguments of one call; each reader refuses what Excel refuses (InvalidArgument). Left-out optionals arrive as null. */
export class Args {
  readonly #values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  raw(index: number): unknown {
    return this.#values[index] ?? undefined;
  }

  has(index: number): boolean {
    return this.raw(index) !== undefined;
  }

  text(index: number, otherwise?: string): string {
    return asText(this.raw(index) ?? otherwise);
  }

  integer(index: number, otherwise?: number): number {
    const value = asNumber(this.raw(index) ?? otherwise);
    if (!Number.isInteger(value)) throw new HostError('InvalidArgument');
    return value;
  }

  flag(index: number, otherwise: boolean): boolean {
    return asFlag(this.raw(index) ?? otherwise);
  }

  object(index: number): WireObject | undefined {
    const value = this.raw(index);
    return isWireObject(value) ? value : undefined;
  }
}

export function asText(value: unknown): string {
  if (typeof value !== 'string') throw new HostError('InvalidArgument');
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new HostError('InvalidArgument');
  return value;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new HostError('InvalidArgument');
  return value;
}

export function asRecord(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HostError('InvalidArgument');
  return { ...value };
}

/** One of a closed list, whatever the capitals. */
export function asOneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const lower = asText(value).toLowerCase();
  const choice = choices.find((each) => each.toLowerCase() === lower);
  if (choice === undefined) throw new HostError('InvalidArgument');
  return choice;
}
